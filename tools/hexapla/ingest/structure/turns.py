"""Interviews: paragraphs that begin with a dash, a name, or are set apart by their letters are turns (TEI P5, 7.3)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import plain
from hexapla.model.messages import _, shown
from hexapla.model.report import Decision

FEWEST = 3
"""How many turns an interview has at least."""
ASKED = 0.5
"""How many of every other turn are questions."""
SPEAKERS = 8
"""How many people speak at most."""

DASH = re.compile(r"([–—―]|-(?=\s))\s*")
LABEL = re.compile(r"((?:\w[\w.’'\-]{0,24})(?:\s\w[\w.’'\-]{0,24}){0,3}?\s?[:：])(?:\s+|\Z)")


def found(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Decision]]:
    """Return the pieces of one division, those that begin a turn as ``turn``, those that go on with it as ``more``.

    ``number`` of a turn is what marked it: a dash, or a label such as “M. K.:”.
    """
    for marked in (_by_dash, _by_label, _by_rend):
        starts = marked(pieces)
        if starts:
            return _made(pieces, starts)
    return list(pieces), []


def _open(piece: Piece) -> bool:
    return piece.kind in ("", "p")


def _by_dash(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the places of paragraphs that begin with a dash, if they are the turns of an interview.

    Dialogue in a story begins with dashes too; there the narrator speaks between, and questions come as they come.
    """
    starts = {
        nth: match[0].strip()
        for nth, piece in enumerate(pieces)
        if _open(piece) and (match := DASH.match(plain(piece.content)))
    }
    places = sorted(starts)
    if len(places) < FEWEST or places[0] > 2:
        return {}
    texts = [plain(pieces[place].content) for place in places]
    return starts if max(_asked(texts[0::2]), _asked(texts[1::2])) >= ASKED else {}


def _asked(texts: Sequence[str]) -> float:
    """Return how many of some turns ask something."""
    return sum("?" in text or "؟" in text or "？" in text for text in texts) / max(1, len(texts))


def _by_label(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the places of paragraphs that begin with a label that comes again."""
    labels = {
        nth: match[1]
        for nth, piece in enumerate(pieces)
        if _open(piece) and (match := LABEL.match(plain(piece.content))) and _is_name(match[1])
    }
    counts = Counter(label.rstrip(" :：").casefold() for label in labels.values())
    again = {label for label, count in counts.items() if count >= 2}
    starts = {nth: label for nth, label in labels.items() if label.rstrip(" :：").casefold() in again}
    known = len(again) <= SPEAKERS and len(starts) >= max(FEWEST, len(labels) / 2)
    in_a_row = len(labels) >= FEWEST and max(labels) - min(labels) + 1 == len(labels)
    if in_a_row and len(again) == 1 and len(counts) == 2:
        return labels  # one asks twice, the other answers once
    if not known or len(again) < 2:
        return {}
    # Whoever speaks once between two that come again is a speaker too; later some may go on with dashes.
    first, last = min(starts), max(starts)
    between = {nth: label for nth, label in labels.items() if first < nth < last}
    dashes = {
        nth: match[0].strip()
        for nth, piece in enumerate(pieces)
        if nth > first and _open(piece) and (match := DASH.match(plain(piece.content)))
    }
    return starts | between | (dashes if len(dashes) > 1 else {})


def _is_name(label: str) -> bool:
    return label[0].isupper() or not label[0].isalpha() or not label[0].islower()


def _by_rend(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the places of turns whose questions are bold or italic, and whose answers are neither."""
    for rend in ("bold", "italic"):
        asked = [nth for nth, piece in enumerate(pieces) if _open(piece) and piece.rend == rend]
        texts = [plain(pieces[nth].content) for nth in asked]
        if len(asked) < FEWEST or _asked(texts) < ASKED or asked[0] > 1:
            continue
        answers = {nth + 1 for nth in asked if nth + 1 < len(pieces) and nth + 1 not in asked}
        return dict.fromkeys([*asked, *sorted(answers)], "")
    return {}


def _made(pieces: Sequence[Piece], starts: dict[int, str]) -> tuple[list[Piece], list[Decision]]:
    made, decisions = [], []
    going = False
    last = max(starts)
    goes_over = _goes_over(pieces, starts)
    for nth, piece in enumerate(pieces):
        if nth in starts:
            going = True
            mark = starts[nth]
            made.append(replace(piece, kind="turn", number=mark))
            decisions.append(_decision(piece, mark))
        else:
            is_more = going and _open(piece) and (nth < last or goes_over)
            made.append(replace(piece, kind="more") if is_more else piece)
            going = going and made[-1].kind not in ("break", "head")
    return made, decisions


def _goes_over(pieces: Sequence[Piece], starts: dict[int, str]) -> bool:
    """Whether what follows the last turn may be more of it: where names mark the turns, and hardly any has several
    paragraphs, it is rather the narrator's."""
    last = max(starts)
    if not LABEL.match(f"{starts[last]} "):
        return True
    several = sum(nth + 1 not in starts and nth + 1 < len(pieces) for nth in starts if nth != last)
    return several * 4 >= len(starts)


def _decision(piece: Piece, mark: str) -> Decision:
    if DASH.match(f"{mark} "):
        return Decision("turn", piece.first, mark, "", _("A dash begins a turn; it is markup, not text."))
    if mark:
        reason = _("“{label}” speaks: a turn begins.").format(label=shown(mark.rstrip(" :：")))
        return Decision("turn", piece.first, mark, mark, reason)
    return Decision(
        "turn", piece.first, reason=_("Questions and answers are set in different letters: a turn begins.")
    )
