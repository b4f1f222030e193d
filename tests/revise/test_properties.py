"""Any text, changed in any way: nothing is lost, no id goes to another sentence, and the same file is no change."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.formats import tei
from hexapla.model.catalog import Entry, State
from hexapla.model.revised import Fate
from hexapla.model.text import Element, Text
from hexapla.revise import Revised
from hexapla.revise.carry import Carrier
from revise_texts import read, revise, says

NOUNS = ("mill", "wheel", "river", "blade", "ferry", "count", "door", "lamp")
SENTENCE = st.builds(
    lambda words, mark: f"{' '.join(words).capitalize()}{mark}",
    st.lists(st.sampled_from((*NOUNS, "turns", "slowly", "again")), min_size=1, max_size=6),
    st.sampled_from(".?!"),
)
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=4), min_size=1, max_size=6)
Made = list[list[str]]


@st.composite
def changes(draw: st.DrawFn, before: Made) -> Made:
    """Return paragraphs as an author leaves them: sentences deleted, moved, changed, split, made one, new."""
    now = [list(paragraph) for paragraph in before]
    for _n in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(now) - 1))
        paragraph = now[place]
        at = draw(st.integers(0, len(paragraph) - 1)) if paragraph else 0
        act = draw(st.sampled_from(["delete", "move", "change", "split", "merge", "new", "paragraph"]))
        if act == "new":
            paragraph.insert(at, draw(SENTENCE))
        elif act == "paragraph":
            now.insert(draw(st.integers(0, len(now) - 1)), now.pop(place))
        elif not paragraph:
            continue
        elif act == "delete":
            del paragraph[at]
        elif act == "move":
            draw(st.sampled_from(now)).append(paragraph.pop(at))
        elif act == "change":
            words = paragraph[at].split()
            words[draw(st.integers(0, len(words) - 1))] = "altered"
            paragraph[at] = f"{' '.join(words).rstrip('.?!').capitalize()}."
        elif act == "split":
            words = paragraph[at].split()
            half = len(words) // 2
            paragraph[at : at + 1] = (
                [" ".join(words[:half]) + ".", " ".join(words[half:]).capitalize()] if half else words
            )
        elif at + 1 < len(paragraph):
            paragraph[at : at + 2] = [f"{paragraph[at].rstrip('.?!')}, and {paragraph[at + 1].lower()}"]
    return [paragraph for paragraph in now if paragraph] or [["Empty."]]


def joined(paragraphs: Made) -> list[str]:
    return [" ".join(paragraph) for paragraph in paragraphs]


TEXTS = PARAGRAPHS.flatmap(lambda before: st.tuples(st.just(before), changes(before)))


def held(made: Revised, old: Text, entries: Sequence[Entry]) -> dict[str, list[str]]:
    """Return what there is of translations afterwards, as the desk brings it about: live, aside and offered."""
    after = {unit.id: Entry((unit.id,), unit.source) for unit in made.text.units}
    before = {unit.id: unit.source for unit in old.units}
    touched = tuple(one for one in entries if says(made.text).get(one.units[0]) != before[one.units[0]])
    live = {one.units[0]: one for one in entries if one.units[0] in after}
    live.update({one.units[0]: one for one in Carrier(made.text, made.fates, {})("hu", touched)})
    aside = [one for one in entries if one.units[0] not in after]
    texts = [one.msgstr for one in (*live.values(), *aside)]
    return {"live": [one.msgstr for one in live.values()], "all": texts}


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_unit_has_a_fate_and_every_translation_a_place(texts: tuple[Made, Made]) -> None:
    before, now = texts
    old = read(joined(before))
    made = revise(old, joined(now))
    said, was = says(made.text), says(old[0])
    assert "".join("".join(said.values()).split()) == "TheEmptyMill" + "".join("".join(joined(now)).split())
    assert sorted(unit for one in made.fates for unit in one.before) == sorted(was)
    assert [unit for one in made.fates for unit in one.after] == list(said)
    for one in made.fates:
        if one.fate in (Fate.SAME, Fate.MOVED):
            assert one.before == one.after and said[one.after[0]] == was[one.after[0]]
        elif one.fate is Fate.NEW:
            assert one.after[0] not in was
        elif one.fate is not Fate.REMOVED:
            assert one.before[0] == one.after[0]
    assert made.next >= old[1]
    assert all(int(re.sub(r"\D", "", unit)) < made.next for unit in said)
    entries = [Entry((unit,), source, f"«{unit}»", State.APPROVED) for unit, source in was.items()]
    there = " ".join(held(made, old[0], entries)["all"])
    assert all(f"«{unit}»" in there for unit in was), "live, aside, or in a text that was made one"
    ids = [part.get("xml:id") for part in made.text.body.walk() if part.get("xml:id")]
    assert len(set(ids)) == len(ids)
    assert tei.parse(tei.serialize(made.text)) == made.text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_same_file_again_is_no_change(texts: tuple[Made, Made]) -> None:
    before, now = texts
    made = revise(read(joined(before)), joined(now))
    again = revise((made.text, made.next), joined(now))
    assert again.text == made.text and again.next == made.next
    assert {one.fate for one in again.fates} == {Fate.SAME}


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_there_and_back_every_sentence_that_stayed_has_its_id(texts: tuple[Made, Made]) -> None:
    before, now = texts
    old = read(joined(before))
    made = revise(old, joined(now))
    back = revise((made.text, made.next), joined(before))
    assert list(says(back.text).values()) == list(says(old[0]).values())
    stayed = {one.after[0] for one in made.fates if one.fate is Fate.SAME}
    unique = {unit for unit, source in says(old[0]).items() if list(says(old[0]).values()).count(source) == 1}
    assert {unit for unit in stayed & unique if says(back.text).get(unit) != says(old[0])[unit]} == set()


@settings(max_examples=100, deadline=None)
@given(PARAGRAPHS, st.integers(0, 5))
def test_units_of_a_person_survive_what_happens_elsewhere(before: Made, place: int) -> None:
    """Two neighbours are made one by hand; the file comes again, as it was, and with a sentence more before them."""
    paragraphs = [*before, ["The last lamp is lit.", "Nobody minds it."]]
    old, number = read(joined(paragraphs))
    mended = made_one(old, old.units[-2].id, old.units[-1].id)
    assert revise((mended, number), joined(paragraphs)).text == mended
    later = ["It is late.", *paragraphs[-1]]
    made = revise(
        (mended, number), joined([*paragraphs[:place], ["A new one."], *paragraphs[place:-1], later])
    )
    assert says(made.text)[old.units[-2].id] == "The last lamp is lit. Nobody minds it."
    assert Fate.SPLIT not in {one.fate for one in made.fates}


def made_one(text: Text, first: str, second: str) -> Text:
    """Return a text in which two units, one after the other, are one."""

    def visit(one: Element) -> Element:
        segs = {child.get("xml:id"): child for child in one.content if isinstance(child, Element)}
        if first not in segs or second not in segs:
            return replace(one, content=tuple(c if isinstance(c, str) else visit(c) for c in one.content))
        at = one.content.index(segs[first])
        whole = f"{segs[first].content[0]} {segs[second].content[0]}"
        return replace(one, content=(*one.content[:at], replace(segs[first], content=(whole,))))

    body = visit(text.body)
    return replace(text, body=body, blocks=tei.blocks.find(body))
