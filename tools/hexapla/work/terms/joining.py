"""Whether a concept of a file is one of ours: by its id or a term of the source language, and never unseen."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from hexapla.merge import glossary as merging
from hexapla.model.glossary import Concept, Glossary, Status
from hexapla.model.messages import _, ngettext, shown

_NUMBERED = re.compile(r"c[0-9]{1,15}")
_FIRST = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = re.compile(f"[{_FIRST}][-.0-9\u00b7\u0300-\u036f\u203f\u2040{_FIRST}]{{0,99}}")
"""NCName of XML, without the joiners that nobody sees."""
_GONE = (Status.DEPRECATED, Status.SUPERSEDED)


@dataclass(frozen=True)
class Joined:
    """A file’s concepts under the ids that they have here, and what is to be said of it, in sentences."""

    glossary: Glossary
    told: tuple[str, ...]


def joined(ours: Glossary, theirs: Glossary, source: str) -> Joined:
    """Give a file’s concepts the ids of ours that they are, and free ones to those that are none of ours.

    One is ours that has the same id and a term in common, or no terms at all; else the only one of ours that has one of
    its terms in the language ``source``, which neither side gave up; else one that says the same in all languages.
    """
    here = _Here(ours, source)
    ids = [one.id for side in (ours, theirs) for one in side.concepts]
    free = count(1 + max((int(id_[1:]) for id_ in ids if _NUMBERED.fullmatch(id_)), default=0))
    names: dict[str, str] = {}
    merged: dict[str, Concept] = {}
    told: list[str] = []
    plain = 0
    for one in theirs.concepts:
        mine, rivals = here.find(one)
        if mine is not None:
            id_ = mine.name
        else:
            id_ = one.id if is_name(one.id) and one.id not in here.ids else f"c{next(free)}"
        names.setdefault(one.id, id_)
        same = replace(one, id=id_)
        merged[id_] = merging.together(merged[id_], same)[0] if id_ in merged else same
        if mine is not None and mine.name == one.id and here.alike(one, mine):
            plain += 1
        else:
            told += here.told(one, mine, rivals, id_)
    if plain:
        told.insert(
            0,
            ngettext(
                "{n} concept has the id and a term of one here, and joins it.",
                "{n} concepts have the id and a term of one here, and join it.",
                plain,
            ).format(n=plain),
        )
    concepts = (
        replace(one, references=tuple(names.get(id_, id_) for id_ in one.references))
        for one in merged.values()
    )
    return Joined(replace(theirs, concepts=tuple(concepts)), tuple(told))


def is_name(id_: str) -> bool:
    """Whether a text can be the id of a concept."""
    return bool(_NAME.fullmatch(id_))


def called(concept: Concept, source: str) -> str:
    """Return what a message calls a concept: its id and a term, that of the source language if it has one."""
    terms = sorted((part.lang != source, nth) for nth, part in enumerate(concept.sections) if part.terms)
    term = concept.sections[terms[0][1]].terms[0].text if terms else ""
    return shown(f"{concept.id} {term}".strip(), 60)


@dataclass
class _Here:
    """The concepts that we have, by what a file’s may be known by."""

    glossary: Glossary
    source: str
    ids: dict[str, Concept] = field(init=False)
    having: dict[str, list[Concept]] = field(init=False)
    whole: dict[frozenset[tuple[str, str, bool]], Concept] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = {one.name: one for one in self.glossary.concepts}
        self.having, self.whole = defaultdict(list), {}
        for one in self.glossary.concepts:
            self.whole.setdefault(_whole(one), one)
            for text in self.living(one):
                self.having[text].append(one)

    def living(self, one: Concept) -> set[str]:
        """Return the terms of the source language that are not given up."""
        return {text for lang, text, lives in _whole(one) if lives and lang == self.source}

    def alike(self, one: Concept, mine: Concept) -> bool:
        return bool(self.living(one) & self.living(mine)) or _whole(one) == _whole(mine)

    def find(self, one: Concept) -> tuple[Concept | None, list[Concept]]:
        """Return which of ours a concept is; where several may be it, none, and those."""
        same = self.ids.get(one.id) if one.id else None
        if same and (self.alike(one, same) or not same.texts or not one.texts):
            return same, []
        texts = sorted(self.living(one))
        rivals = _once(mine for text in texts for mine in self.having.get(text, ()))
        alone = _once(mine for text in texts for mine in self.having.get(text, ()) if self.only(text))
        if len(alone) == 1:
            return alone[0], []
        if same and same.texts & one.texts:
            return same, []
        if one.texts and (equal := self.whole.get(_whole(one))):
            return equal, []
        covering = [mine for mine in rivals if one.texts <= mine.texts]
        return (covering[0], []) if len(covering) == 1 else (None, rivals)

    def only(self, text: str) -> bool:
        return len(self.having[text]) == 1

    def told(self, one: Concept, mine: Concept | None, rivals: list[Concept], id_: str) -> Iterator[str]:
        """Yield what is to be said of a concept: what it joins, or why it does not."""
        what, said = called(one, self.source), {"new": id_}
        if mine is not None:
            yield _("{what} joins {concept}.").format(what=what, concept=called(mine, self.source))
        elif rivals:
            said["concepts"] = ", ".join(called(other, self.source) for other in rivals[:3])
            yield _("{what} may be one of several ({concepts}); it comes as a new concept, {new}.").format(
                what=what, **said
            )
        elif other := self.ids.get(one.id):
            yield _("{what} is not {concept}; it comes as a new concept, {new}.").format(
                what=what, concept=called(other, self.source), **said
            )


def _whole(one: Concept) -> frozenset[tuple[str, str, bool]]:
    """Return language and text of every term, and whether it is not given up."""
    lives = {
        (part.lang, term.text) for part in one.sections for term in part.terms if term.status not in _GONE
    }
    return frozenset((lang, text, (lang, text) in lives) for lang, text in one.texts)


def _once(concepts: Iterable[Concept]) -> list[Concept]:
    return list({one.name: one for one in concepts}.values())
