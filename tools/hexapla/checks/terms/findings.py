"""Judgements as findings: what is said of each, how serious and how certain it is."""

from dataclasses import dataclass

from hexapla.model.judged import Judged, Judgement
from hexapla.model.messages import _, shown


@dataclass(frozen=True)
class Kind:
    """One kind of finding; ``default`` says whether it is looked for unless somebody says otherwise."""

    severity: str
    certainty: str
    default: bool = True


NAMES = {
    "term-missing": Kind("warning", "likely"),
    "term-deprecated": Kind("error", "certain"),
    "term-superseded": Kind("warning", "certain"),
    "term-altered": Kind("error", "certain"),
    "term-fewer": Kind("note", "possible", default=False),
    "term-varies": Kind("note", "likely"),
    "same-source": Kind("note", "likely"),
    "same-target": Kind("note", "possible"),
}
"""The findings about terms: severity (error, warning, note) and certainty (certain, likely, possible)."""

_OF = {
    Judgement.MISSING: "term-missing",
    Judgement.DEPRECATED: "term-deprecated",
    Judgement.SUPERSEDED: "term-superseded",
    Judgement.ALTERED: "term-altered",
}


def finding_of(judged: Judged, source: str) -> tuple[str, str]:
    """Return the name of the finding that a judgement is, with one sentence for it; empty names: it is none.

    ``source`` is the plain text that was judged, for quoting the very words.
    """
    name = _OF.get(judged.judgement, "term-fewer" if judged.fewer else "")
    if not name:
        return "", ""
    first = judged.source[0]
    words = shown(source[first.start : first.end], 60)
    wanted = _or(judged.wanted)
    if judged.judgement is Judgement.MISSING:
        return name, _("“{words}” is here, and no form of {wanted} is in the translation.").format(
            words=words, wanted=wanted
        )
    if judged.judgement is Judgement.ALTERED:
        return name, _("“{words}” is not to be translated, and does not stand here as it is.").format(
            words=words
        )
    if judged.judgement in (Judgement.DEPRECATED, Judgement.SUPERSEDED):
        bad = next((one.term for one in judged.target if one.term not in judged.wanted), "")
        said = (
            _("“{term}” is deprecated. Preferred: {wanted}.")
            if judged.judgement is Judgement.DEPRECATED
            else _("“{term}” was superseded. Preferred: {wanted}.")
        )
        return name, said.format(term=shown(bad, 60), wanted=wanted or _("nothing is decided"))
    return name, _("“{words}” occurs {n} times in the source, and {wanted} less often here.").format(
        words=words, n=len(judged.source), wanted=wanted
    )


def _or(words: tuple[str, ...]) -> str:
    return _(" or ").join(f"“{shown(word, 60)}”" for word in words[:3])
