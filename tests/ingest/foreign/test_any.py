"""Whatever a project writes: it comes in valid with every letter told, or it is refused in one sentence."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from foreign_texts import document
from hexapla import ingest
from hexapla.formats import tei
from hexapla.formats.tei.schema import validate
from hexapla.model.errors import BadFile
from hexapla.model.text import Element

WORDS = st.sampled_from(["Nets", "rot", "fish-", "ing", "oars,", "¬", " ", " and ", "\n", "float.", "1", ""])
INLINE = ["hi", "w", "pc", "s", "seg", "choice", "orig", "reg", "app", "lem", "rdg", "subst", "del", "add", "ref",
          "damage", "note", "anchor", "lb", "pb", "fw", "gap", "formula", "name", "q", "quote", "unknown"]  # fmt: skip
BLOCKS = ["p", "ab", "div", "div1", "head", "l", "u", "quote", "note", "noteGrp", "floatingText", "stage", "kinesic",
          "unknown"]  # fmt: skip
EMPTY = frozenset({"lb", "pb", "anchor", "gap"})
ATTRIBUTES = st.sampled_from(
    ["", ' n="1"', ' type="speaker"', ' break="no"', ' join="right"', ' odd="x"', ' when="ago"']
)


def tag(names: list[str], content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, attributes, inside: f"<{name}{attributes}>{'' if name in EMPTY else inside}</{name}>",
        st.sampled_from(names),
        ATTRIBUTES,
        content,
    )


def several(one: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(one, max_size=4).map("".join)


FLOW = st.recursive(WORDS, lambda inner: several(tag(INLINE, inner) | WORDS), max_leaves=8)
BODY = st.recursive(
    st.builds(lambda flow: f"<p>{flow}</p>", FLOW),
    lambda inner: several(tag(BLOCKS, inner | FLOW)),
    max_leaves=8,
)


def letters(node: Element | str) -> str:
    return (
        "".join(node.split()) if isinstance(node, str) else "".join(letters(child) for child in node.content)
    )


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODY)
def test_any_body(body: str) -> None:
    source = document(body)
    try:
        text, report = ingest.read(source.encode(), name="nets.xml", lang="en", id="nets")
    except BadFile as error:
        assert error.line
        return
    written = tei.serialize(text)
    assert validate(written) == ()
    assert tei.parse(written) == text
    there = Counter(
        "".join("".join(map(str, next(etree.fromstring(source).iter("{*}text")).itertext())).split())
    )
    for one in report.removed:
        there.subtract("".join(one.before.split()))
        there.update("".join(one.after.split()))
    there.subtract(letters(text.body))
    assert {sign: n for sign, n in there.items() if n} == {}
