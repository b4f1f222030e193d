"""The ``# hexapla:`` lines: exactly so, or a person's."""

import re
import textwrap

import pytest
from babel.util import TextWrapper
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_texts import texts
from hexapla.formats.po.grammar import remarks
from hexapla.formats.po.grammar.parted import parted
from hexapla.model.catalog import Comment, Meta, Place, State, Suggestion, Waiver

times = st.sampled_from(["", "2026-11-22T18:00:00Z"])
hashes = st.sampled_from(["0123456789ab", "ffffffffffff"])
some = texts.filter(bool)
places = st.builds(Place, after=st.none() | texts, paragraph=st.none() | st.booleans())
any_remark = st.one_of(
    st.builds(
        Meta,
        hashes,
        st.sampled_from(State),
        by=texts,
        at=times,
        reason=texts,
        place=st.none() | places,
        over=st.lists(hashes, max_size=3).map(tuple),
    ),
    st.builds(Waiver, some, texts, st.lists(some, max_size=3).map(tuple), texts, texts, by=texts, at=times),
    st.builds(Suggestion, some, by=texts, at=times, origin=texts),
    st.builds(Comment, some, by=texts, at=times, question=texts, every_language=st.booleans()),
)


@given(any_remark, st.sampled_from(["u1", "u12+u13"]))
@settings(max_examples=200, deadline=None)
def test_what_is_written_on_one_line_is_read_as_the_same(remark: remarks.Remark, context: str) -> None:
    line = remarks.write(remark, context)
    assert len(line.splitlines()) == 1
    assert parted([line], context) == ([remark], [])


@given(
    st.builds(
        Meta,
        hashes,
        st.sampled_from(State),
        by=st.sampled_from(
            ["", "anna", "béla@x.hu", "a-b", "a--b", "a b", 'a"b', "a\\", "-a", "a-", "a\u2028"]
        ),
        at=st.sampled_from(["", "2026-11-22T18:00:00Z", "today", '2026"']),
        over=st.lists(hashes, max_size=3).map(tuple),
    )
)
def test_the_quick_way_writes_and_reads_what_json_does(meta: Meta) -> None:
    line, quick = (
        remarks.write(meta, "u1"),
        remarks.parse(remarks.write(meta, "u1")[len(remarks.PREFIX) :], "u1"),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(remarks, "_ORDINARY", re.compile("(?!)"))
        assert remarks.write(meta, "u1") == line
        assert remarks.parse(line[len(remarks.PREFIX) :], "u1") == quick
    assert quick in (meta, None)


@given(any_remark, st.integers(40, 90))
@settings(max_examples=200, deadline=None)
def test_what_polib_or_babel_wraps_is_read_as_the_same(remark: remarks.Remark, width: int) -> None:
    lines = ["# Anna: sure?", remarks.write(remark, "u1"), "# Béla: yes}", "#", "# hexapla: {"]
    wrapped = []
    for line in lines:
        polibs = textwrap.wrap(
            line[2:], width, initial_indent="# ", subsequent_indent="# ", break_long_words=False
        )
        babels = [f"# {part}".rstrip() for part in TextWrapper(width, break_long_words=False).wrap(line[2:])]
        wrapped.append((polibs or [line], babels or [line]))
    for way in (0, 1):
        comments = [line for ways in wrapped for line in ways[way]]
        ours, people = parted(comments, "u1")
        assert ours == [remark]
        assert [line for line in people if line.startswith(("# Anna", "# Béla"))] == [lines[0], lines[2]]


def test_one_person_may_write_between_and_within() -> None:
    line = remarks.write(Suggestion("Komp?"), "u1")
    comments = [
        "# hexapla: {",
        "# Anna: sure?",
        line,
        "#",
        "# }",
        '# hexapla: {"suggestion":',
        "#",
        '# {"text": "x"}}',
    ]
    assert parted(comments, "u1") == ([Suggestion("Komp?")], [*comments[:2], *comments[3:]])


def test_many_lines_that_look_begun_are_read_in_one_pass() -> None:
    comments = ["# hexapla: {"] * 50_000 + ["# }"] * 50_000
    assert parted(comments, "u1") == ([], comments)


def test_members_are_sorted_and_letters_are_letters() -> None:
    meta = Meta("0123456789ab", State.OMITTED, "anna", "2026-11-22T18:00:00Z", "szójáték", Place(after="u3"))
    assert remarks.write(meta, "u1") == (
        '# hexapla: {"at": "2026-11-22T18:00:00Z", "base": "0123456789ab", "by": "anna", '
        '"place": {"after": "u3", "of": "u1"}, "reason": "szójáték", "state": "omitted"}'
    )


GOOD = '"at": "", "base": "0123456789ab", "by": "anna", "state": "approved"'


def test_the_good_line_is_good() -> None:
    assert isinstance(parted([f"# hexapla: {{{GOOD}}}"], "u1")[0][0], Meta)
    assert isinstance(parted([f"#hexapla:{{{GOOD}}} "], "u1")[0][0], Meta)


@pytest.mark.parametrize(
    "line",
    [
        "# hexapla: ",
        "# hexapla: []",
        "# hexapla: null",
        "# hexapla: {",
        "# hexapla: {}",
        f"# Anna: hexapla: {{{GOOD}}}",
        f"#. hexapla: {{{GOOD}}}",
        f"# hexapla: {{{GOOD}}} and more",
        f'# hexapla: {{{GOOD}, "rights": "manage"}}',
        f'# hexapla: {{{GOOD}, "state": "approved"}}',
        f"# hexapla: {{{GOOD.replace('approved', 'published')}}}",
        f"# hexapla: {{{GOOD.replace('0123456789ab', '0123')}}}",
        f"# hexapla: {{{GOOD.replace('0123456789ab', '0123456789AB')}}}",
        f"# hexapla: {{{GOOD.replace(chr(34) + 'anna' + chr(34), '7')}}}",
        f"# hexapla: {{{GOOD.replace('anna', chr(92) + 'u0000')}}}",
        f"# hexapla: {{{GOOD.replace('anna', chr(92) + 'ud800')}}}",
        f"# hexapla: {{{GOOD.replace(': ' + chr(34) * 2, ': ' + chr(34) + 'yesterday' + chr(34), 1)}}}",
        f'# hexapla: {{{GOOD}, "place": {{"after": 3, "of": "u1"}}}}',
        f'# hexapla: {{{GOOD}, "place": {{"of": "u1", "paragraph": "yes"}}}}',
        f'# hexapla: {{{GOOD}, "place": {{"of": "u1", "before": "u2"}}}}',
        f'# hexapla: {{{GOOD}, "place": "u3"}}',
        '# hexapla: {"waiver": {}}',
        '# hexapla: {"waiver": {"finding": "number", "units": "u1"}}',
        '# hexapla: {"waiver": {"finding": "number", "units": [1]}}',
        '# hexapla: {"suggestion": "Komp"}',
        '# hexapla: {"suggestion": {"text": ""}}',
        '# hexapla: {"suggestion": {"text": "x", "state": "approved"}}',
        '# hexapla: {"suggestion": {"text": "x"}, "comment": {"text": "y"}}',
        '# hexapla: {"comment": {"text": ["x"]}}',
        '# hexapla: {"comment": {"text": "x", "every_language": 1}}',
        '# hexapla: {"comment": {"text": NaN}}',
        '# hexapla: {"comment": {"text": ' + "9" * 5000 + "}}",
        '# hexapla: {"comment": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '# hexapla: {"comment": {"text": "' + "x" * 300_000 + '"}}',
    ],
)
def test_any_other_line_is_a_persons(line: str) -> None:
    assert parted([line], "u1") == ([], [line])
