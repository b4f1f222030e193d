"""Cells: several values in one, and texts that a spreadsheet would run as formulas (attack S7)."""

import re

TRIGGERS = "=+-@|%\t\r＝＋－＠"
"""What a spreadsheet may take for the beginning of a formula, full-width forms with it."""
_GUARDED = re.compile(f"'+[{re.escape(TRIGGERS)}]")
_NEEDS = re.compile(f"'*[{re.escape(TRIGGERS)}]")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe before it."""
    return f"'{text}" if _NEEDS.match(text) else text


def unguarded(text: str) -> str:
    """Return a text without its guard."""
    return text[1:] if _GUARDED.match(text) else text


def joined(values: list[str], separator: str) -> str:
    """Return values as one cell; a separator or backslash within one gets a backslash before it."""
    return separator.join(
        value.replace("\\", "\\\\").replace(separator, f"\\{separator}") for value in values
    )


def divided(cell: str, separator: str) -> list[str]:
    """Return the values of a cell, without the white space around them; an empty cell has none."""
    if not cell.strip():
        return []
    values = [""]
    signs = iter(cell)
    for sign in signs:
        if sign == "\\":
            after = next(signs, "")
            values[-1] += after if after and after in ("\\", separator) else sign + after
        elif sign == separator:
            values.append("")
        else:
            values[-1] += sign
    return [" ".join(value.split(" ")).strip() for value in values]
