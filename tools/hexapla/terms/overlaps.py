"""Hits that overlap: of one term the better one is kept, of two terms the longer one wins."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hexapla.model.terms import Hit, Rule, Verdict


def nested(hits: list[Hit]) -> list[Hit]:
    """Mark the hits that lie within a longer one of another term."""
    if all(one.end <= other.start for one, other in pairwise(hits)):
        return hits
    return [
        replace(hit, inside=True)
        if any(
            other.start <= hit.start
            and hit.end <= other.end
            and other.end - other.start > hit.end - hit.start
            for other in hits
            if other.term != hit.term and other.verdict is Verdict.CONFIRMED and not other.gaps
        )
        else hit
        for hit in hits
    ]


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """Of one term's hits that overlap keep the surest; of those from one place, the longest; to one, the shortest."""
    hits = list(hits)
    if len({hit.term for hit in hits}) == len(hits):
        return hits
    latest: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        known = latest.get((hit.term, hit.end))
        if known is None or _worth(hit) > _worth(known):
            latest[hit.term, hit.end] = hit
    kept: list[Hit] = []
    for hit in sorted(
        latest.values(), key=lambda one: (one.verdict is Verdict.PLAUSIBLE, one.start, -one.end)
    ):
        if not any(one.term == hit.term and one.start < hit.end and hit.start < one.end for one in kept):
            kept.append(hit)
    return kept


def _worth(hit: Hit) -> tuple[bool, int, bool]:
    return hit.verdict is Verdict.CONFIRMED, hit.start, hit.rule is not Rule.SPELLING
