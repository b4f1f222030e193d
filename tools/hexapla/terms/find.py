"""Finding terms in the segments of a text, in all their forms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hexapla.model.glossary import Term
from hexapla.model.terms import FormTable, Hit, Rule, Verdict
from hexapla.terms import rows, spaceless
from hexapla.terms.heads import Heads
from hexapla.terms.lexicon import Lexicon
from hexapla.terms.pattern import Pattern, compile_term
from hexapla.terms.relation import Match
from hexapla.terms.tokens import Word, parts, words
from hexapla.terms.word import folded, parted


def find(
    lang: str,
    terms: Sequence[str | Term],
    segments: Iterable[str],
    *,
    table: FormTable | None = None,
) -> list[list[Hit]]:
    """Return the occurrences of terms in each segment: of inflected forms too, with their verdicts.

    ``terms`` are as a glossary has them, plain or whole; ``Hit.term`` is an index into them. Hits are in order of
    place. A hit within a longer one of another term says so (``inside``): for checks and counts the longest wins.
    ``table`` remembers what is known of words from one run to the next. Words that no dictionary knows are judged by
    the endings of the language. Nothing is raised for a language that nobody has rules for: there a term is found as
    it stands.
    """
    return Finder(lang, terms, table=table).find(segments)


class Finder:
    """Terms of one language, made ready to be looked for; keeps what it has learned of words."""

    def __init__(
        self,
        lang: str,
        terms: Sequence[str | Term],
        *,
        table: FormTable | None = None,
        scattered: bool = False,
    ) -> None:
        """With ``scattered`` a term's words count in another order too, near each other: plausible, no more."""
        self.lexicon = Lexicon(lang, table)
        self.recipe = self.lexicon.recipe
        whole = [term if isinstance(term, Term) else Term(term) for term in terms]
        self._signs = spaceless.Signs(lang, whole) if self.recipe.spaceless else None
        self._patterns = [
            pattern
            for index, term in enumerate(whole)
            for pattern in compile_term(
                index,
                term.text,
                self.recipe,
                forms=term.forms,
                exact=term.exact_case or _is_acronym(term.text),
            )
        ]
        self.lexicon.learn(word for pattern in self._patterns for word in pattern.words)
        self._singles: dict[str, list[Pattern]] = defaultdict(list)
        self._rows: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in self._patterns:
            (self._rows if len(pattern.words) > 1 else self._singles)[pattern.words[0]].append(pattern)
        self._heads = Heads(self._singles, self.lexicon)
        self._anchors: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in self._patterns:
            if scattered and len(rows.content(pattern)) > 1 and not pattern.gaps:
                self._anchors[rows.anchor(pattern)].append(pattern)
        self._row_heads = Heads({*self._rows, *self._anchors}, self.lexicon, rows=True)
        self._types: dict[str, list[tuple[Pattern, Match, bool]]] = {}

    def find(self, segments: Iterable[str]) -> list[list[Hit]]:
        """Return the hits in each segment."""
        signs = self._signs
        return [
            _nested(signs.find(segment) if signs is not None else self._segment(segment))
            for segment in segments
        ]

    def _segment(self, segment: str) -> list[Hit]:
        whole = words(segment)
        laid: rows.Laid | None = None
        best: dict[tuple[int, int, int], Hit] = {}
        perhaps: list[tuple[Pattern, Word]] = []
        for word in whole:
            pieces = parts(word)
            for piece in (word, *pieces) if len(pieces) > 1 else (word,):
                for pattern, match, is_anchor in self._of(piece.text):
                    if len(pattern.words) == 1:
                        hit = self._single(pattern, piece, match, word)
                    elif piece is word and len(pieces) > 1:
                        continue
                    else:
                        laid = laid or rows.Laid(segment, whole)
                        if is_anchor:
                            perhaps.append((pattern, piece))
                            continue
                        hit = rows.in_row(pattern, piece, match, laid, self._row_heads, self.recipe)
                    if hit is not None:
                        _keep(best, hit)
        found = {hit.term for hit in best.values()}
        for pattern, piece in perhaps:
            if pattern.term not in found and laid is not None:
                hit = rows.scattered(pattern, piece, laid, self._row_heads, self.recipe)
                if hit is not None:
                    _keep(best, hit)
        return sorted(_apart(best.values()))

    def _of(self, text: str) -> list[tuple[Pattern, Match, bool]]:
        """Return the patterns that a written word may begin, or be the anchor of."""
        known = self._types.get(text)
        if known is None:
            singles, several = self._heads.of(text), self._row_heads.of(text)
            known = self._types[text] = [
                (pattern, match, nth == 2)
                for nth, (heads, patterns) in enumerate(
                    ((singles, self._singles), (several, self._rows), (several, self._anchors))
                )
                for head, match in heads.items()
                for pattern in patterns.get(head, ())
            ]
        return known

    def _single(self, pattern: Pattern, piece: Word, match: Match, word: Word) -> Hit | None:
        verdict, rule = match
        if pattern.exact and not self._has_case(pattern.exact, piece.text):
            return None
        if self.recipe.nouns_capital and pattern.capital and piece.text[:1].islower():
            # Of a noun there is no form in small letters, but of an infinitive that is one (das Laufen).
            if rule not in (Rule.EXACT, Rule.LEMMA, Rule.SEPARATED):
                return None
            if not pattern.words[0].endswith(self.recipe.infinitives):
                verdict = Verdict.PLAUSIBLE
        if not piece.whole and piece.text != word.text and not self._is_core(piece, word):
            verdict, rule = Verdict.PLAUSIBLE, Rule.COMPOUND
        return Hit(piece.start, piece.end, pattern.term, verdict, pattern.rule or rule)

    def _is_core(self, piece: Word, word: Word) -> bool:
        """Whether the other parts of a hyphenated word are words of their own that only lean on it (donne-t-il)."""
        return all(
            part == piece or folded(part.text, self.recipe) in self.recipe.enclitics for part in parts(word)
        )

    def _has_case(self, exact: str, text: str) -> bool:
        shared, _ends = parted(exact, text)
        low, _ends = parted(folded(exact, self.recipe), folded(text, self.recipe))
        return shared >= low


def _keep(best: dict[tuple[int, int, int], Hit], hit: Hit) -> None:
    """Keep a hit, if there is none at its place that is as sure."""
    known = best.get((hit.start, hit.end, hit.term))
    if known is None or (known.verdict is Verdict.PLAUSIBLE and hit.verdict is Verdict.CONFIRMED):
        best[hit.start, hit.end, hit.term] = hit


def _nested(hits: list[Hit]) -> list[Hit]:
    """Mark the hits that lie within a longer one of another term."""
    if len(hits) < 2:
        return hits
    return [
        replace(hit, inside=True)
        if any(
            other.start <= hit.start
            and hit.end <= other.end
            and other.end - other.start > hit.end - hit.start
            for other in hits
            if other.term != hit.term and other.verdict is Verdict.CONFIRMED
        )
        else hit
        for hit in hits
    ]


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """Of one term's hits that overlap keep the surest; of those from one place, the longest; to one, the shortest."""
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


def _worth(hit: Hit) -> tuple[bool, int]:
    return hit.verdict is Verdict.CONFIRMED, hit.start


def _is_acronym(text: str) -> bool:
    return len(text) >= 2 and text.isupper() and text.isalpha()
