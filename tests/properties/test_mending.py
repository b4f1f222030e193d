"""Whatever is mended: no letter is lost or moved, ids stay once, and what was divided and merged is as it was."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hexapla.formats import tei
from hexapla.formats.tei import inline, schema
from hexapla.mend import apply
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import (
    BECOMES,
    AttachNote,
    ChangeKind,
    JoinBlocks,
    Mark,
    Mend,
    MergeUnits,
    SplitBlock,
    SplitUnit,
)
from hexapla.model.text import Element, Text
from mend.mended import quay
from tei_texts import CONTENT, texts

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def letters(text: Text) -> str:
    parts = [part for element in text.body.walk() for part in _own(element)]
    return "".join(sorted("".join("".join(parts).split())))


def _own(element: Element) -> list[str]:
    return [part for part in element.content if isinstance(part, str)]


def in_order(text: Text) -> str:
    def walk(element: Element) -> str:
        return "".join(part if isinstance(part, str) else walk(part) for part in element.content)

    return "".join(walk(text.body).split())


@st.composite
def mends(draw: st.DrawFn, text: Text) -> Mend:
    """Any mend of a text but other words and notes; most of them can be done."""
    unit = draw(st.sampled_from([one.id for one in text.units]))
    block = draw(st.sampled_from([one for one in text.blocks if one.units]))
    length = len(inline.plain(text.places[unit][1].source))
    place = draw(st.integers(0, max(length, 1)))
    return draw(
        st.sampled_from(
            [
                Mark(unit, place // 2, place, draw(st.sampled_from(["hi", "title", "q", "sic"]))),
                ChangeKind(block.units[0].id, draw(st.sampled_from(BECOMES)), draw(st.integers(0, 3))),
                JoinBlocks(block.units[0].id),
                SplitBlock(unit),
                SplitUnit(unit, place),
                MergeUnits(unit),
            ]
        )
    )


def check(text: Text, valid: bool) -> None:
    """See that a text is what is read from its file, and has its ids once."""
    source = tei.serialize(text)
    assert tei.parse(source) == text
    assert not valid or schema.validate(source) == ()
    ids = Counter(part.get("xml:id") for part in text.body.walk() if part.get("xml:id"))
    assert set(ids.values()) <= {1}


@MANY
@given(st.data())
def test_mends_in_any_order_keep_every_letter_in_its_place(data: st.DataObject) -> None:
    text = quay()
    before, next = in_order(text), 22
    for _nth in range(data.draw(st.integers(1, 8))):
        one = data.draw(mends(text))
        try:
            made = apply(text, one, next=next)
        except HexaplaError as error:
            assert "losing" not in str(error) and "twice" not in str(error), one
            continue
        assert in_order(made.text) == before, one
        check(made.text, valid=True)
        units = {unit.id for unit in text.units}
        gone = {unit for carried in made.carried for unit in carried.before if unit not in carried.after}
        came = {unit for carried in made.carried for unit in carried.after if unit not in carried.before}
        assert {unit.id for unit in made.text.units} == units - gone | came, one
        changed = {
            unit.id
            for unit in made.text.units
            if unit.id in text.places and text.places[unit.id][1].source != unit.source
        }
        assert changed <= made.minor | {unit for one in made.carried for unit in one.after}
        text, next = made.text, made.next


@MANY
@given(texts(), st.data())
def test_any_text_is_mended_without_loss(text: Text, data: st.DataObject) -> None:
    one = data.draw(mends(text))
    try:
        made = apply(text, one, next=1)
    except HexaplaError as error:
        assert "losing" not in str(error) and "twice" not in str(error), one
        return
    assert in_order(made.text) == in_order(text)
    check(made.text, valid=False)


@MANY
@given(CONTENT, st.data())
def test_a_unit_that_is_divided_and_merged_is_as_it_was(
    content: tuple[str | Element, ...], data: st.DataObject
) -> None:
    source = tei.serialize(quay()).decode()
    form = inline.form_of(content).replace('xml:id="n77"', 'xml:id="n1"')
    text = tei.parse(source.replace("One rope.", form.replace('<note xml:id="n1"/>', "")).encode())
    plain = inline.plain(text.places["u12"][1].source) if "u12" in text.places else ""
    place = data.draw(st.integers(0, len(plain)))
    try:
        parted = apply(text, SplitUnit("u12", place), next=22).text
    except HexaplaError:
        return
    again = apply(parted, MergeUnits("u12"), next=22).text
    assert inline.plain(again.places["u12"][1].source) == plain
    assert Counter(_tags(again)) <= Counter(_tags(parted)) and _rests(again) == _rests(text)


def _tags(text: Text) -> list[str]:
    return [part.tag for part in text.body.walk() if not part.is_unit]


def _rests(text: Text) -> dict[str, str]:
    return {unit.id: unit.source for unit in text.units if unit.id != "u12"}


@MANY
@given(st.data())
def test_notes_lose_nothing_but_their_marks(data: st.DataObject) -> None:
    text = quay()
    block = data.draw(st.sampled_from([one.units[0].id for one in text.blocks]))
    unit = data.draw(st.sampled_from([one.id for one in text.units]))
    place = data.draw(st.integers(0, len(inline.plain(text.places[unit][1].source))))
    try:
        made = apply(text, AttachNote(block, unit, place), next=22).text
    except HexaplaError as error:
        assert "losing" not in str(error), (block, unit, place)
        return
    lost = Counter(letters(text)) - Counter(letters(made))
    assert set(lost) <= {"*"} and not Counter(letters(made)) - Counter(letters(text))
    check(made, valid=True)
    figures = [int(block.n) for block in made.blocks if block.note and block.n]
    assert figures == sorted(figures)
