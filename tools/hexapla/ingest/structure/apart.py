"""What is set apart within a text: block quotations, verse, slogans."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hexapla.ingest.marks import CITING
from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import plain
from hexapla.model.messages import _
from hexapla.model.report import Decision

SMALL = 0.965
"""Letters smaller than this share of the body's set a quotation apart."""
STANZA = 3
"""How many lines a stanza has at least that stand one by one."""
LINE = 60
"""How many signs a slogan has at most."""


def found(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Decision]]:
    """Return the pieces of one division with ``quote``, ``verse`` and ``slogan`` among them."""
    made, decisions = list(pieces), list[Decision]()
    for kind, places, reason in [*_verse(made), *_slogans(made), *_quotes(made)]:
        for nth in places:
            if made[nth].kind == "":
                made[nth] = replace(made[nth], kind=kind)
                decisions.append(Decision(kind, made[nth].first, reason=reason))
    return made, decisions


def _verse(pieces: Sequence[Piece]) -> list[tuple[str, list[int], str]]:
    """Return the stanzas: pieces of several lines, and runs of short ones that end in the middle of sentences."""
    reason = _("Its lines end before the measure does, as in verse.")
    made = [
        ("verse", [nth], reason)
        for nth, piece in enumerate(pieces)
        if piece.kind == ""
        and piece.align != "right"
        and plain(piece.content).count("\n") >= (1 if piece.inset else 2)
    ]
    run: list[int] = []
    for nth, piece in enumerate([*pieces, Piece((), kind="p")]):
        if run and (piece.free_before or not _is_line(piece)):
            texts = [line for one in run for line in plain(pieces[one].content).rstrip().split("\n")]
            if len(texts) >= STANZA and any(text.rstrip()[-1:] in ",;:" for text in texts):
                made.append(("verse", run, reason))
            run = []
        if _is_line(piece):
            run.append(nth)
    return made


def _is_line(piece: Piece) -> bool:
    """Whether a piece is a short line with a word in it, or two, at the left."""
    return piece.kind == "" and piece.short and piece.align == "" and plain(piece.content)[:1].isalpha()


def _slogans(pieces: Sequence[Piece]) -> list[tuple[str, list[int], str]]:
    """Return runs of short lines that call out, set apart from the text before them."""
    runs: list[list[int]] = []
    for nth, piece in enumerate(pieces):
        text = plain(piece.content).strip()
        if piece.kind or not piece.short or len(text) > LINE or not text.endswith(("!", "！")):
            continue
        if runs and runs[-1][-1] == nth - 1 and not piece.free_before:
            runs[-1].append(nth)
        else:
            runs.append([nth])
    reason = _("Short lines that call out, one below the other.")
    return [("slogan", run, reason) for run in runs if len(run) > 1 and pieces[run[0]].free_before]


def _quotes(pieces: Sequence[Piece]) -> list[tuple[str, list[int], str]]:
    made = []
    usual = sum(piece.inset > 0 for piece in pieces if piece.kind == "") * 2 < len(pieces)
    for nth, piece in enumerate(pieces):
        if piece.kind != "" or not usual:
            continue
        if piece.inset > 0 and piece.align == "":
            made.append(("quote", [nth], _("All of its lines are set in.")))
        elif 0 < piece.size < SMALL:
            made.append(("quote", [nth], _("It is set in smaller letters.")))
    for nth, (before, piece) in enumerate(pairwise(pieces), 1):
        text = plain(before.content).rstrip()
        if not (piece.kind == before.kind == "" and text.endswith(":") and nth + 1 < len(pieces)):
            continue
        last = text[max(text.rfind(". "), text.rfind("? "), text.rfind("! ")) + 1 :]
        if CITING.search(last) and plain(piece.content)[:1] not in '“„«"‘»':
            made.append(("quote", [nth], _("The sentence before it cites, and ends with a colon.")))
    return made
