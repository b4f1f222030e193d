"""Units that were divided otherwise than the program divides them: by hand, and so again where their words stay.

A decision is a boundary that was added or taken away. It is known by the sentences around it, or by the sentence that
it divides, and holds in the new text where these stand untouched; where a whole paragraph does, so do all of its units.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from hexapla.formats.tei.elements import KINDS
from hexapla.model.text import Content, Element
from hexapla.revise.flow import Holder, bare, bared, is_block, replaced, running, unwrapped
from hexapla.segment.cut import cut
from hexapla.segment.units import RUNNING

Divide: TypeAlias = Callable[[str, str], list[tuple[int, int]]]
"""From a text and its language to the sentences in it."""


def divided(
    old: Iterable[Holder],
    new: Iterable[Holder],
    body: Element,
    divide: Divide,
    *,
    by_sentence: bool,
    marked: Collection[str],
) -> Element:
    """Return the new text's body, divided as the old text was where the words are the same.

    Blocks with a unit that is ``marked`` (its id) stay as they are: the file itself says how they are divided.
    """
    decided = _Decided(divide, by_sentence)
    left = decided.learn(old)
    others: dict[int, Element] = {}
    changed = []
    for holder in new:
        if not holder.is_plain or any(unit.get("xml:id") in marked for unit in holder.units):
            continue
        block = _Block.of(holder)
        if same := left.get(block.bare):
            _cut(others, holder, block, same.popleft())
        else:
            changed.append((holder, block))
    decided.read(block for some in left.values() for block in some)
    if decided:
        for holder, block in changed:
            _cut(others, holder, block, decided.apply(holder, block))
    return replaced(body, others)


@dataclass(frozen=True)
class _Block:
    """A block's text; where its units end, but for the last, in characters of the bare text."""

    text: str
    bare: str
    ends: tuple[int, ...]
    lang: str
    tag: str

    @classmethod
    def of(cls, holder: Holder) -> "_Block":
        text, spans = running(holder.element.content)
        ends = bared(text, [end for _start, end in spans])
        return cls(text, bare(text), tuple(ends[:-1]), holder.lang, holder.element.tag)


Sentence: TypeAlias = tuple[int, int, str]
"""Where a sentence begins and ends in the bare text of its block, and what it is."""


@dataclass
class _Decided:
    """What was decided by hand in the blocks that are not found again as they were."""

    divide: Divide
    by_sentence: bool
    between: defaultdict[tuple[str, str], deque[bool]] = field(default_factory=lambda: defaultdict(deque))
    """Whether two sentences, one after the other, were put apart (True) or into one unit."""
    within: defaultdict[str, deque[tuple[int, ...]]] = field(default_factory=lambda: defaultdict(deque))
    """Where a sentence was divided."""

    def __bool__(self) -> bool:
        return bool(self.between or self.within)

    def learn(self, old: Iterable[Holder]) -> defaultdict[str, deque["_Block"]]:
        """Return the old blocks by their bare text, in order."""
        found: defaultdict[str, deque[_Block]] = defaultdict(deque)
        for holder in old:
            block = _Block.of(holder)
            found[block.bare].append(block)
        return found

    def read(self, blocks: Iterable["_Block"]) -> None:
        """Note where units of these blocks are not what the program would make them."""
        for block in blocks:
            sentences = self._sentences(block)
            apart = {end for _start, end, _text in sentences[:-1]}
            usual = apart if self._runs(block) else set()
            ends = set(block.ends)
            if ends == usual:
                continue
            for one, other in pairwise(sentences):
                if (one[1] in ends) != (one[1] in usual):
                    self.between[one[2], other[2]].append(one[1] in ends)
            for start, end, text in sentences:
                if inner := tuple(place - start for place in block.ends if start < place < end):
                    self.within[text].append(inner)

    def apply(self, holder: Holder, block: "_Block") -> "_Block":
        """Return a new block with its units ending where it was decided."""
        sentences = self._sentences(block)
        ends = set(block.ends)
        for one, other in pairwise(sentences):
            if decided := self.between.get((one[2], other[2])):
                (ends.add if decided.popleft() else ends.discard)(one[1])
        for start, _end, text in sentences:
            if decisions := self.within.get(text):
                ends.update(start + place for place in decisions.popleft())
        return replace(block, ends=tuple(sorted(ends)))

    def _runs(self, block: "_Block") -> bool:
        return self.by_sentence and KINDS.get(block.tag, "p") in RUNNING

    def _sentences(self, block: "_Block") -> list[Sentence]:
        spans = self.divide(block.text, block.lang)
        places = bared(block.text, [offset for span in spans for offset in span])
        pairs = zip(places[::2], places[1::2], strict=True)
        return [(start, end, block.bare[start:end]) for start, end in pairs]


def _cut(others: dict[int, Element], holder: Holder, block: _Block, wanted: _Block) -> None:
    """Divide a new block as is wanted, unless it is so already."""
    if block.ends != wanted.ends:
        content = _recut(holder.element.content, wanted.ends)
        if content is not None:
            others[id(holder.element)] = replace(holder.element, content=content)


def _recut(content: Content, ends: tuple[int, ...]) -> "Content | None":
    """Return a flow divided anew; None where that is not possible without parting what belongs together."""
    flow = unwrapped(content)
    made = cut(flow, is_block, lambda text: _spans(text, ends))
    units = [child for child in made if isinstance(child, Element) and child.is_unit]
    return made if len(units) == len(ends) + 1 else None


def _spans(text: str, ends: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the spans that end after so many characters that are not white space, and the rest."""
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    edges = [0, *ends, len(places)]
    if not places or any(first >= last for first, last in pairwise(edges)):
        return [(0, len(text))] if places else []
    return [(places[first], places[last - 1] + 1) for first, last in pairwise(edges)]
