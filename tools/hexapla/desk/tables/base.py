"""What all tables share: their collection, and the kinds of columns."""

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Text

metadata = MetaData()

Number = BigInteger().with_variant(Integer, "sqlite")
"""64 bits; SQLite numbers its rows only by a column that is called INTEGER."""
Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is ordered byte by byte, alike in every database and on every machine."""


def words(name: str, *constraints: Any, **options: Any) -> Column[str]:
    """Make a column of text that is never null."""
    return Column(name, Words, *constraints, nullable=False, **options)


def number(name: str, *constraints: Any, **options: Any) -> Column[int]:
    """Make a column of whole numbers that is never null."""
    return Column(name, Number, *constraints, nullable=False, **options)


def within(name: str) -> Column[int]:
    """Make a column for the change set that a row was made in."""
    return number(name, ForeignKey("changeset.id"))
