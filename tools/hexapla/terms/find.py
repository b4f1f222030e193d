"""Finding terms in the segments of a text, in all their forms."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from operator import attrgetter
from typing import TypeAlias

from hexapla.model.glossary import Term
from hexapla.model.terms import FormTable, Hit, Rule, Verdict
from hexapla.terms import rows, spaceless
from hexapla.terms.heads import Heads, readings
from hexapla.terms.lexicon import Lexicon
from hexapla.terms.overlaps import apart, nested
from hexapla.terms.pattern import Pattern, compile_term
from hexapla.terms.relation import Match
from hexapla.terms.tokens import WORD, Word, parts, words
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


LONGEST = 200
"""No word has more letters; what has is data, and is not looked into."""
SOME = 1000
"""Segments whose new words are asked for at once."""
_Single: TypeAlias = tuple[int, int, int, Verdict, Rule]
"""A term of one word within a written word: start, end, term, verdict, rule."""


_NO_PATTERN = Pattern(-1, ())
_CHUNK = re.compile(r"\S+")
_HYPHEN = re.compile("[-‐‑]")
_PLACE = attrgetter("start", "end", "term")


@dataclass(frozen=True)
class _Start:
    """Where in a written word a term of several words may begin, or have its anchor."""

    at: int
    length: int
    match: Match
    pattern: Pattern = _NO_PATTERN
    is_anchor: bool = False
    is_part: bool = False
    """Whether it is a part of a hyphenated word."""


@dataclass(frozen=True)
class _Type:
    """What a written word may be, wherever it stands."""

    singles: tuple[_Single, ...] = ()
    starts: tuple[_Start, ...] = ()


_NOTHING = _Type()


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
        self._signed = {one.term: one.ends for one in self._patterns if any(one.ends) and len(one.words) == 1}
        self._types: dict[str, _Type] = {}
        self._chunks: dict[str, _Type] = {}

    def find(self, segments: Iterable[str]) -> list[list[Hit]]:
        """Return the hits in each segment."""
        if self._signs is not None:
            return [nested(self._signs.find(segment)) for segment in segments]
        made: list[list[Hit]] = []
        left = iter(segments)
        while some := list(islice(left, SOME)):
            laid = [segment.split() for segment in some]
            new = set(chain.from_iterable(laid)) - self._chunks.keys()
            self._learn({found[0] for chunk in new for found in WORD.finditer(chunk)} - self._types.keys())
            self._chunks |= {chunk: self._chunk(chunk) for chunk in new}
            made += [nested(self._segment(*one)) for one in zip(some, laid, strict=True)]
        return made

    def _learn(self, texts: Collection[str]) -> None:
        """Ask for all new words of some segments at once: a table that is a database is asked, and told, once."""
        if len(texts) > 1:
            self.lexicon.learn(
                one.text.capitalize() if one.capital else one.text
                for text in texts
                for one in readings(text, self.lexicon)
            )

    def _segment(self, segment: str, chunks: Sequence[str]) -> list[Hit]:
        hits: list[Hit] = []
        begun: list[tuple[int, _Start]] = []
        for at, known in self._told(segment, chunks):
            for start, end, term, verdict, rule in known.singles:
                hits.append(Hit(at + start, at + end, term, verdict, rule))
            for one in known.starts:
                if self._may_go_on(segment, at + one.at, one):
                    begun.append((at, one))
        if begun:
            self._begun(segment, begun, hits)
        return sorted(apart(hits), key=_PLACE) if len(hits) > 1 else hits

    def _told(self, segment: str, chunks: Sequence[str]) -> Iterator[tuple[int, "_Type"]]:
        """Yield where the chunks stand that may be terms, each with what it may be; most chunks are nothing."""
        table = self._chunks
        if len(segment) == sum(map(len, chunks)) + len(chunks) - 1:  # one space between any two
            at = 0
            for chunk in chunks:
                known = table[chunk]
                if known is not _NOTHING:
                    yield at, known
                at += len(chunk) + 1
            return
        for found in _CHUNK.finditer(segment):
            known = table[found[0]]
            if known is not _NOTHING:
                yield found.start(), known

    def _may_go_on(self, segment: str, at: int, start: _Start) -> bool:
        """Whether what follows may be the second word of a row: most often it is not, and nothing is laid out."""
        if start.is_anchor or start.pattern.gaps or start.is_part:
            return True
        following = WORD.search(segment, at + start.length)
        if following is None:
            return False
        text = following[0]
        return bool(_HYPHEN.search(text)) or self._row_heads.match(text, start.pattern.words[1]) is not None

    def _chunk(self, chunk: str) -> "_Type":
        """Return what the words of a chunk between spaces may be; no word has a space in it."""
        singles: list[_Single] = []
        starts: list[_Start] = []
        for found in WORD.finditer(chunk):
            at, known = found.start(), self._types.get(found[0]) or self._type(found[0])
            singles += [
                (at + one[0], at + one[1], *one[2:])
                for one in known.singles
                if one[2] not in self._signed or self._has_signs(chunk, at + one[0], at + one[1], one[2])
            ]
            starts += [replace(one, at=at + one.at) for one in known.starts]
        return _Type(tuple(singles), tuple(starts)) if singles or starts else _NOTHING

    def _has_signs(self, chunk: str, start: int, end: int, term: int) -> bool:
        """Whether the signs that are part of a term stand around what was found of it: C++."""
        before, after = self._signed[term]
        return chunk[:start].endswith(before) and chunk.startswith(after, end)

    def _begun(self, segment: str, begun: list[tuple[int, _Start]], hits: list[Hit]) -> None:
        """Add the terms of several words whose first word has been found, or their anchor."""
        laid = rows.Laid(segment, words(segment))
        for at, start in begun:
            if not start.is_anchor:
                hit = rows.in_row(
                    start.pattern, at + start.at, start.match, laid, self._row_heads, self.recipe
                )
                hits.extend([hit] if hit is not None else [])
        there = {hit.term for hit in hits}
        for at, start in begun:
            if start.is_anchor and start.pattern.term not in there:
                hit = rows.scattered(start.pattern, at + start.at, laid, self._row_heads, self.recipe)
                hits.extend([hit] if hit is not None else [])

    def _type(self, text: str) -> "_Type":
        """Work out once what a written word may be: terms of one word, and beginnings or anchors of longer ones."""
        if len(text) > LONGEST:
            self._types[text] = _NOTHING
            return _NOTHING
        word = Word(0, len(text), text)
        pieces = parts(word)
        singles: list[_Single] = []
        starts: list[_Start] = []
        for piece in (word, *pieces) if len(pieces) > 1 else (word,):
            for head, match in self._heads.of(piece.text).items():
                for pattern in self._singles[head]:
                    found = self._single(pattern, piece, match, word)
                    singles += [found] if found is not None else []
            if piece is word and len(pieces) > 1:
                continue
            for head, match in self._row_heads.of(piece.text).items():
                start = _Start(piece.start, len(piece.text), match, is_part=len(pieces) > 1)
                starts += [replace(start, pattern=one) for one in self._rows.get(head, ())]
                starts += [replace(start, pattern=one, is_anchor=True) for one in self._anchors.get(head, ())]
        made = _Type(tuple(singles), tuple(starts)) if singles or starts else _NOTHING
        self._types[text] = made
        return made

    def _single(self, pattern: Pattern, piece: Word, match: Match, word: Word) -> "_Single | None":
        verdict, rule = match
        if pattern.exact and not self._has_case(pattern.exact, piece.text):
            return None
        if self.recipe.nouns_capital and pattern.capital and piece.text[:1].islower():
            # Of a noun there is no form in small letters, but of an infinitive that is one (das Laufen).
            if rule not in (Rule.EXACT, Rule.LEMMA, Rule.SEPARATED):
                return None
            if not pattern.words[0].endswith(self.recipe.infinitives):
                verdict = Verdict.PLAUSIBLE
        if not piece.whole and not self._is_core(piece, word):
            verdict, rule = Verdict.PLAUSIBLE, Rule.COMPOUND
        return piece.start, piece.end, pattern.term, verdict, pattern.rule or rule

    def _is_core(self, piece: Word, word: Word) -> bool:
        """Whether the other parts of a hyphenated word are words of their own that only lean on it (donne-t-il)."""
        return all(
            part == piece or folded(part.text, self.recipe) in self.recipe.enclitics for part in parts(word)
        )

    def _has_case(self, exact: str, text: str) -> bool:
        shared, _ends = parted(exact, text)
        low, _ends = parted(folded(exact, self.recipe), folded(text, self.recipe))
        return shared >= low


def _is_acronym(text: str) -> bool:
    letters = "".join(sign for sign in text if sign.isalpha())
    return len(letters) >= 2 and letters.isupper() and not re.search(r"\s", text)
