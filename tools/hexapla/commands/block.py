"""Implements ``hexapla block kind|join|split|note|detach``: the paragraphs of a source, mended in place."""

import click

from hexapla.commands import Options
from hexapla.commands._mending import JSON, NTH, YES, carry_out
from hexapla.model.mend import BECOMES, ChangeKind, DetachNote, JoinBlocks, SplitBlock
from hexapla.model.messages import _


@click.group(help=_("Mend the blocks of a text; a block is named by its id, or by one of its units."))
def block() -> None:
    """Group the verbs on blocks."""


@block.command(help=_("Make a block another kind: a head, a quotation, an item, verse, a turn …"))
@click.argument("slug")
@click.argument("block", metavar="BLOCK")
@click.argument("kind", type=click.Choice(BECOMES))
@click.option("--level", type=click.IntRange(1, 9), help=_("Of a head: 1 is the highest."))
@YES
@JSON
@click.pass_obj
def kind(
    options: Options, slug: str, block: str, kind: str, level: int | None, yes: bool, as_json: bool
) -> None:
    """Change a block's kind."""
    if level and kind != "head":
        raise click.UsageError(_("Only heads have a level."))
    carry_out(options, slug, lambda _edition: ChangeKind(block, kind, level or 0), yes=yes, as_json=as_json)


@block.command(help=_("Join a block to the one before it, as a paragraph that a page break has divided."))
@click.argument("slug")
@click.argument("block", metavar="BLOCK")
@YES
@JSON
@click.pass_obj
def join(options: Options, slug: str, block: str, yes: bool, as_json: bool) -> None:
    """Join two blocks."""
    carry_out(options, slug, lambda _edition: JoinBlocks(block), yes=yes, as_json=as_json)


@block.command(help=_("Begin a new paragraph with a unit."))
@click.argument("slug")
@click.argument("unit", metavar="UNIT")
@YES
@JSON
@click.pass_obj
def split(options: Options, slug: str, unit: str, yes: bool, as_json: bool) -> None:
    """Begin a paragraph."""
    carry_out(options, slug, lambda _edition: SplitBlock(unit), yes=yes, as_json=as_json)


@block.command(help=_("Make a note a paragraph again, behind the block that it is attached in."))
@click.argument("slug")
@click.argument("block", metavar="BLOCK")
@YES
@JSON
@click.pass_obj
def detach(options: Options, slug: str, block: str, yes: bool, as_json: bool) -> None:
    """Detach a note."""
    carry_out(options, slug, lambda _edition: DetachNote(block), yes=yes, as_json=as_json)


@block.command(help=_("Make a block a note to a unit; a mark that stands there, an asterisk say, goes."))
@click.argument("slug")
@click.argument("block", metavar="BLOCK")
@click.option("--to", "unit", metavar="UNIT", required=True, help=_("The unit that the note belongs to."))
@click.option("--after", metavar="WORDS", default="", help=_("Behind these words of it; else at its end."))
@NTH
@YES
@JSON
@click.pass_obj
def note(
    options: Options, slug: str, block: str, unit: str, after: str, nth: int, yes: bool, as_json: bool
) -> None:
    """Attach a note."""
    from hexapla.work import wording

    carry_out(
        options,
        slug,
        lambda edition: wording.note(edition, slug, block, unit, after, nth=nth),
        yes=yes,
        as_json=as_json,
    )
