"""The numbers of a list's items as they are printed."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numbers(start: int, count: int, style: str) -> tuple[str, ...]:
    """Return so many numbers from ``start`` on; ``style`` is pandoc's (``LowerRoman``).

    What stands around a number (a full stop, brackets) is the setter's, and not part of it.
    """
    return tuple(number(start + nth, style) for nth in range(count))


def number(n: int, style: str) -> str:
    """Return one number: ``3``, ``c``, ``C``, ``iii`` or ``III``; in figures where letters do not reach."""
    kind = style.lower()
    made = str(n)
    if kind.endswith("alpha") and n > 0:
        made = _alpha(n)
    elif kind.endswith("roman") and 0 < n < 4000:
        made = _roman(n)
    return made.upper() if kind.startswith("upper") else made


def _alpha(n: int) -> str:
    made = ""
    while n:
        n, letter = divmod(n - 1, 26)
        made = _LETTERS[letter] + made
    return made


def _roman(n: int) -> str:
    made = ""
    for value, letters in _ROMAN:
        times, n = divmod(n, value)
        made += letters * times
    return made
