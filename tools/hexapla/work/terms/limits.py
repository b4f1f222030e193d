"""A section's terms where some of them are for some texts only: giving them a status there, and putting them together.

A term without texts holds by default (``model.glossary.in_text``), so that nothing is said of the texts that a decision
does not name, and those that are added later have a term as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from hexapla.merge import glossary as merging
from hexapla.model.glossary import Status, Term, in_text


def decided(
    terms: Sequence[Term], text: str, status: Status, texts: tuple[str, ...], before: Status
) -> tuple[Term, ...]:
    """Give a term a status in some texts (none: in all, whatever was said of some); others yield to a preferred one."""
    made = tuple(terms)
    if status is Status.PREFERRED:
        for other in dict.fromkeys(one.text for one in terms if one.text != text):
            made = _yielding(made, other, texts, before)
    return _given(made, text, status, texts)


def put(terms: Sequence[Term], one: Term, was: Term | None = None) -> tuple[Term, ...]:
    """Put a term in the place of what it ``was``: it alone says then what holds in its texts."""
    left, spare = [], []
    for other in terms:
        if other.text != one.text or other is was:
            continue
        rest = tuple(slug for slug in other.texts if slug not in one.texts)
        if (other.texts and not rest) or not (other.texts or one.texts):
            spare.append(other)
        else:
            left.append(replace(other, texts=rest))
    return _with(terms, one.text, _by_status([*left, _one([one, *spare])]))


def statuses(terms: Sequence[Term], slug: str) -> dict[str, Status | None]:
    """Return the terms that a text has, with their statuses in it."""
    return {one.text: one.status for one in in_text(terms, slug) if one is not None}


def _given(terms: tuple[Term, ...], text: str, status: Status, texts: tuple[str, ...]) -> tuple[Term, ...]:
    own = [one for one in terms if one.text == text]
    if not own:
        return (*terms, Term(text, status, texts=texts))
    if not texts:
        return _with(terms, text, [replace(_one(own), status=status, texts=())])
    # What is proposed only is answered by the decision; what is decided for other texts stays, and lends its forms.
    proposed = next((one for one in own if not one.texts and one.status is None), None)
    made = proposed or replace(own[0], context="", note="", attributes=(), other=())
    return put(terms, replace(made, status=status, texts=texts), proposed)


def _yielding(terms: tuple[Term, ...], text: str, texts: tuple[str, ...], before: Status) -> tuple[Term, ...]:
    """Return the terms once another one is preferred in these texts: who was preferred there is ``before`` now."""
    own = [one for one in terms if one.text == text]
    if not any(one.status is Status.PREFERRED for one in own):
        return terms
    if not texts:
        now = [replace(one, status=before) if one.status is Status.PREFERRED else one for one in own]
        return _with(terms, text, _by_status(now))
    # Where it holds by default only, the other one's being preferred says by itself that it is superseded.
    there = tuple(
        slug
        for slug in texts
        for one in in_text(own, slug)
        if one and one.status is Status.PREFERRED and (one.texts or before is not Status.SUPERSEDED)
    )
    return _given(terms, text, before, there) if there else terms


def _by_status(own: Iterable[Term]) -> list[Term]:
    """Make one of a term's entries that have the same status."""
    groups: dict[Status | None, list[Term]] = {}
    for one in own:
        groups.setdefault(one.status, []).append(one)
    return [_one(some) for some in groups.values()]


def _one(some: Sequence[Term]) -> Term:
    """Make one of several entries of a term: the first one's status, the texts of all, and nothing of them is lost."""
    made = reduce(merging.terms_together, some)
    everywhere = any(not one.texts for one in some)
    texts = () if everywhere else tuple(dict.fromkeys(slug for one in some for slug in one.texts))
    return replace(made, status=some[0].status, texts=texts)


def _with(terms: Sequence[Term], text: str, own: Sequence[Term]) -> tuple[Term, ...]:
    """Put a term's entries where the first one of it stands."""
    at = next((nth for nth, one in enumerate(terms) if one.text == text), len(terms))
    return (*terms[:at], *own, *(one for one in terms[at:] if one.text != text))
