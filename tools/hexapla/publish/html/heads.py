"""How high a head stands: a text's title is of rank 1, wherever in the tree its encoder has put it."""

from collections.abc import Iterable

from hexapla.model.text import Block


def top(blocks: Iterable[Block]) -> int:
    """Return the level of a text's title: that of the highest head if it is alone, else one above.

    TEI lets a title stand in the body (level 1) or as the head of a division around everything (level 2).
    """
    levels = [block.level for block in blocks if block.kind == "head" and not block.note]
    highest = min(levels, default=1)
    return highest if levels.count(highest) == 1 else highest - 1


def rank(block: Block, top: int) -> int:
    """Return 1 for a text's title, 2 for the heads of its parts, and so on."""
    return max(block.level - top, 0) + 1


def has_title(blocks: Iterable[Block]) -> bool:
    """Whether a head of the text is its title."""
    held = tuple(blocks)
    level = top(held)
    return any(block.kind == "head" and block.level == level and not block.note for block in held)
