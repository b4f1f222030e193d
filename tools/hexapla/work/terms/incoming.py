"""What is looked at in a glossary before it is taken in: languages, terms that are none, ids; told in sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from hexapla.merge import glossary as merging
from hexapla.model.errors import HexaplaError
from hexapla.model.glossary import Concept, Glossary, Section, Term
from hexapla.model.languages import language
from hexapla.model.messages import _, ngettext, shown
from hexapla.terms.usage import Usage
from hexapla.work.terms.changing import named
from hexapla.work.terms.joining import is_name

_WORD = re.compile(r"\w+")


def looked_at(
    glossary: Glossary, langs: Sequence[str], places: Sequence[str]
) -> tuple[Glossary, tuple[str, ...]]:
    """Return a glossary as it can be taken into an edition of these languages, and what is to be said of it.

    ``places`` say where each concept stands in its file. Left out are the terms that nobody could propose, and the
    concepts of which nothing but those was there.
    """
    taken = {tag: here for tag in _tags(glossary) if (here := alike(tag, langs)) != tag}
    told = [taken_as(tag, here) for tag, here in taken.items()]
    concepts: list[Concept] = []
    for one, place in zip(glossary.concepts, places, strict=True):
        made, why = _without_none(_folded(one, taken))
        told += [_("{place}: {reason}").format(place=place, reason=reason) for reason in why]
        if why and not made.texts:
            told.append(_("{place}: no term is left of the concept; it was left out.").format(place=place))
        else:
            concepts.append(made)
    made_of = replace(glossary, concepts=tuple(concepts))
    return made_of, (*told, *_ids(made_of), *_everywhere(made_of, langs))


def alike(tag: str, langs: Sequence[str]) -> str:
    """Return the edition’s language that a foreign tag means: the only one of its kind, in the same script."""
    if tag in langs:
        return tag
    base = tag.partition("-")[0]
    like = [one for one in langs if one.partition("-")[0] == base]
    return like[0] if len(like) == 1 and language(like[0]).script == language(tag).script else tag


def taken_as(tag: str, here: str) -> str:
    """Say that a language is taken for another."""
    return _("{tag} is taken as {lang}.").format(tag=shown(tag, 40), lang=here)


def _tags(glossary: Glossary) -> list[str]:
    return list(dict.fromkeys(part.lang for one in glossary.concepts for part in one.sections))


def _folded(one: Concept, taken: dict[str, str]) -> Concept:
    """Return a concept in the edition’s languages; sections that fall together are made one, and lose nothing."""
    if not any(part.lang in taken for part in one.sections):
        return one
    own = sorted(one.sections, key=lambda part: part.lang in taken)  # what has the very tag comes first
    parts = [replace(one, sections=(replace(part, lang=taken.get(part.lang, part.lang)),)) for part in own]
    return reduce(lambda ours, theirs: merging.together(ours, theirs)[0], parts)


def _without_none(one: Concept) -> tuple[Concept, list[str]]:
    """Return a concept without the terms and forms that are none, and why each is none."""
    why: list[str] = []
    sections = tuple(replace(part, terms=tuple(_good(part, why))) for part in one.sections)
    return (replace(one, sections=sections), why) if why else (one, why)


def _good(part: Section, why: list[str]) -> Iterator[Term]:
    for term in part.terms:
        if reason := _wrong(term.text):
            why.append(_("{reason} The term was left out.").format(reason=reason))
            continue
        wrong = [(form, reason) for form in term.forms if (reason := _wrong(form))]
        why += [_("{reason} The form was left out.").format(reason=reason) for _form, reason in wrong]
        bad = {form for form, _reason in wrong}
        yield replace(term, forms=tuple(form for form in term.forms if form not in bad)) if bad else term


def _wrong(text: str) -> str:
    """Return why nobody could propose a term; empty if anybody could."""
    try:
        named(text)
    except HexaplaError as error:
        return str(error)
    return ""


def _ids(glossary: Glossary) -> Iterator[str]:
    wrong = [one.id for one in glossary.concepts if one.id and not is_name(one.id)]
    if wrong:
        yield ngettext(
            "“{id}” cannot be an id; its concept gets another one, if it is none of ours.",
            "{n} ids, “{id}” the first, cannot be ids; their concepts get others, if they are none of ours.",
            len(wrong),
        ).format(n=len(wrong), id=shown(wrong[0], 40))


def _everywhere(glossary: Glossary, langs: Sequence[str]) -> Iterator[str]:
    """Say which terms a text has in nearly every unit."""
    frequent = {lang: Usage(lang).always for lang in _tags(glossary) if lang in langs}
    spaced = {lang for lang in frequent if language(lang).spaced}
    found = (
        term.text
        for one in glossary.concepts
        for part in one.sections
        if part.lang in frequent
        for term in part.terms
        if _is_frequent(term, frequent[part.lang], spaced=part.lang in spaced)
    )
    for text in dict.fromkeys(found):
        yield _("“{term}” will be found almost everywhere.").format(term=shown(text, 40))


def _is_frequent(term: Term, frequent: frozenset[str], *, spaced: bool) -> bool:
    words = _WORD.findall(term.text)
    if len(words) != 1:
        return False
    [word] = words
    if term.exact_case and word != word.lower():
        return False  # the initials IT are not the word it
    return (spaced and len(word) == 1) or word.casefold() in frequent
