"""Parallel editions for tests, and what must hold of every TEI file made from one."""

import re
from dataclasses import dataclass

from hypothesis import strategies as st
from lxml import etree

from hexapla.formats import tei, xml
from hexapla.model.catalog import Place, State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.parallel import ParallelEdition, ParallelText, Rendering
from hexapla.model.text import Text
from tei_texts import sample, texts

NS = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def said(units: str, text: str, **place: object) -> Rendering:
    """Return a translation of ``u1`` or ``u1+u2``; ``after`` and ``paragraph`` say where it stands."""
    where = Place(**place) if place else None
    return Rendering(tuple(units.split("+")), text, State.TRANSLATED, place=where)


def omitted(units: str, reason: str = "") -> Rendering:
    return Rendering(tuple(units.split("+")), "", State.OMITTED, reason)


def edition(
    renderings: dict[str, list[Rendering]],
    *,
    text: Text | None = None,
    languages: tuple[str, ...] = (),
    draft: bool = False,
) -> ParallelEdition:
    """Return an edition of one text (the sample), by default in all of its languages."""
    source = text or sample()
    about = TextSettings("harbour", authors=("I. Nobody",), translators={"hu": ("Nagy A.", "Kis B.")})
    return ParallelEdition(
        settings=Settings(
            "e", source.lang, tuple(renderings), licence="https://example.org/by", texts=(about,)
        ),
        languages=languages or (source.lang, *renderings),
        texts=(ParallelText("harbour", source, {lang: tuple(rows) for lang, rows in renderings.items()}),),
        words={"en": {"imprint": "Small Press", "title": "All <hi>harbours</hi>"}},
        draft=draft,
        translated={"hu": 0.719},
        date="2026-11",
    )


@dataclass
class Read:
    """A TEI file read back by its tree alone."""

    root: etree._Element

    def by_id(self, name: str) -> etree._Element:
        (found,) = self.root.xpath("//*[@xml:id=$name]", name=name)
        return found

    def text_of(self, name: str) -> str:
        return re.sub(r"\s+", " ", "".join(self.by_id(name).itertext()))

    def links(self, lang: str) -> list[str]:
        groups = [
            group
            for group in self.root.iter(f"{NS}linkGrp")
            if group.get("domains", "").endswith(f"#t.{lang}")
        ]
        return [f"{link.get('type')} {link.get('target')}" for group in groups for link in group]

    def shape(self, name: str) -> str:
        """Return an element without attributes but ids, to see what stands in what."""
        markup = etree.tostring(self.by_id(name), encoding="unicode", with_tail=False)
        markup = re.sub(r' (?!xml:id)[\w:]+="[^"]*"', "", markup)
        return markup.replace("\n", " ")


def read(source: bytes) -> Read:
    """Return a file after asking of it what must hold of every one: valid, and every pointer leads
    somewhere.
    """
    assert tei.schema.validate(source) == ()
    made = Read(xml.parse(source))
    ids = {element.get(XML_ID) for element in made.root.iter()} - {None}
    for element in made.root.iter():
        for name in ("target", "corresp", "resp", "domains"):
            words = (element.get(name) or "").split()
            assert {word[1:] for word in words if word.startswith("#")} <= ids, element.attrib
    for group in made.root.iter(f"{NS}linkGrp"):
        pointers = [word for link in group for word in (link.get("target") or "").split()]
        assert len(pointers) == len(set(pointers)), "a unit stands in two links of a language"
        assert all(len((link.get("target") or "").split()) >= 2 for link in group)
    return made


FORMS = st.sampled_from(
    [
        "Words",
        "a & b < c",
        "<hi>half",
        '<hi rend="x">bold</hi> &amp; co',
        '<foreign xml:lang="q q">x</foreign>',
        "\x00bad",
        '<hi xml:id="u1">stolen id</hi>',
        '<hi xml:id="new">x</hi>',
        '<ref target="#u2">x</ref>',
        '<ref target="#nowhere x">x</ref>',
        '<note type="translator" place="foot" xml:id="hu.tn1">Mine.</note>',
        '<seg type="added">more</seg>',
        "<script>x</script>",
        " ",
    ],
)


@st.composite
def editions(draw: st.DrawFn) -> ParallelEdition:
    """Editions of generated texts in two languages: joined, moved, omitted, with notes wherever a person
    may put them.
    """
    text = draw(texts())
    ids = [unit.id for unit in text.units]
    notes = [block.note for block in text.blocks if block.note]
    languages = draw(st.permutations([text.lang, "hu", "th"])) if draw(st.booleans()) else [text.lang, "hu"]

    def rows() -> list[Rendering]:
        made, rest = [], list(ids)
        while rest:
            size = draw(st.sampled_from([1, 1, 1, 2, 3]))
            units, rest = tuple(rest[:size]), rest[size:]
            anchors = "".join(
                f'<note xml:id="{name}"/>'
                for name in draw(st.lists(st.sampled_from([*notes, "n0"]), max_size=2))
            )
            state = draw(
                st.sampled_from([State.TRANSLATED, State.TRANSLATED, State.OMITTED, State.UNTRANSLATED])
            )
            place = draw(
                st.none()
                | st.builds(Place, st.none() | st.sampled_from(["", *ids]), st.none() | st.booleans())
            )
            words = f"{draw(FORMS)} {units[0]}{anchors}" if state == State.TRANSLATED else ""
            made.append(Rendering(units, words, state, "why & how", place))
        return made

    renderings = {lang: rows() for lang in languages if lang != text.lang}
    dropped = draw(st.booleans()) and len(languages) > 2
    return edition(
        renderings,
        text=text,
        languages=tuple(languages[1:] if dropped else languages),
        draft=draw(st.booleans()),
    )
