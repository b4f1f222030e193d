"""What a reader decided when it made a text of a file: shown to the person before anything is stored."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decision:
    """One decision: its ``kind``, the ``line`` of the file, what stood there and what stands there now, and
    why.

    Where ``before`` and ``after`` differ in anything but white space, exactly that was taken away: putting
    ``after`` for ``before``, decision by decision in order, makes the text out of the file.
    """

    kind: str
    line: int
    """The line of the file, from 1."""
    before: str = ""
    after: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Report:
    """The decisions of one reader about one file, in the order of their places."""

    reader: str
    decisions: tuple[Decision, ...] = ()
    raw: tuple[str, ...] = ()
    """The lines (of other files than plain text: the paragraphs) as they stood in the file; ``Decision.line`` counts
    them."""
    places: tuple[tuple[int, int], ...] = ()
    """The first and last line of each block that holds text, in the order of the document; notes where they are
    attached."""

    @property
    def removed(self) -> tuple[Decision, ...]:
        """The decisions that took characters away; white space does not count."""
        return tuple(
            decision
            for decision in self.decisions
            if "".join(decision.before.split()) != "".join(decision.after.split())
        )
