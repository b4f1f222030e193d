"""Catalogs for tests: a header, small entries of ours, and strategies that make any catalog."""

from dataclasses import replace

from hypothesis import strategies as st

from hexapla.formats.po import Catalog, CatalogEntry

HEADER = (
    'msgid ""\n'
    'msgstr ""\n'
    '"Project-Id-Version: The ferry\\n"\n'
    '"PO-Revision-Date: 2026-11-22 18:00+0000\\n"\n'
    '"Last-Translator: Hexapla\\n"\n'
    '"Language-Team: Magyar\\n"\n'
    '"Language: hu\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)

FERRY = (
    '\n#. kind: p\n#: source/ferry.xml:u1\nmsgctxt "u1"\nmsgid "The ferry is late."\nmsgstr "Késik a komp."\n'
)
RIVER = '\nmsgctxt "u2"\nmsgid "The river is not."\nmsgstr "A folyó nem."\n'


def spans(read: Catalog) -> list[tuple[int, int]]:
    """Return where the lines of each entry of a catalog that was read stand in its file: byte offsets."""
    at = len("\ufeff".encode()) * read.bom + len(_own(read).encode())
    places = []
    for entry in read.entries:
        places.append((at, at + len(_own(entry).encode())))
        at = places[-1][1]
    return places


def _own(read: Catalog | CatalogEntry) -> str:
    return read.lines[0] if read.lines else ""


def translated_anew(entry: CatalogEntry) -> CatalogEntry:
    """Return an entry with another translation, in each of its forms."""
    if entry.msgid_plural is None:
        return replace(entry, msgstr=f"{entry.msgstr} és\n„új”")
    return replace(entry, msgstr_plural=tuple(f"{form} és" for form in entry.msgstr_plural))


def catalog(*bodies: str, header: str = HEADER) -> bytes:
    """Return a catalog's bytes: the header, then these entries."""
    return (header + "".join(bodies)).encode()


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]).filter(
        lambda char: char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff")
    )
    | st.sampled_from('\n"\\\u2028\u0085\u00a0\ufeff#'),
    max_size=20,
)
"""Any text that XML can carry."""

_on_one_line = texts.map(lambda text: text.replace("\n", " ").replace("\r", " "))
_marked = _on_one_line.map(lambda text: text.rstrip(" \t"))
_comments = _on_one_line.map(lambda text: f"# {text}") | st.sampled_from(
    ["#", "##", "#nospace", "#\ttab", "#!"]
)
_flags = st.lists(st.sampled_from(["fuzzy", "no-wrap", "priority:10", "x:'a,b'", "range: 0..3"]), max_size=3)


@st.composite
def entries(draw: st.DrawFn, index: int = 0) -> CatalogEntry:
    """Any entry; ``index`` tells its msgid from the others'."""
    forms = tuple(draw(st.lists(texts, max_size=6)))
    return CatalogEntry(
        msgid=f"{draw(texts)}{index}",
        msgstr="" if forms else draw(texts),
        msgctxt=draw(st.none() | texts),
        msgid_plural=draw(texts) if forms else None,
        msgstr_plural=forms,
        flags=tuple(draw(_flags)),
        comments=tuple(draw(st.lists(_comments, max_size=2))),
        extracted=tuple(draw(st.lists(_marked, max_size=2))),
        references=tuple(draw(st.lists(_marked, max_size=2))),
        sticky=tuple(draw(st.lists(_marked, max_size=1))),
        previous_msgctxt=draw(st.none() | texts),
        previous_msgid=draw(st.none() | texts),
        previous_msgid_plural=draw(st.none() | texts),
        obsolete=draw(st.booleans()),
    )


_names = st.sampled_from(["Language", "X-Generator", "Project-Id-Version", "x"])
_values = _on_one_line.map(lambda text: text.strip())
_header_comments = st.sampled_from(["# Anna, 2026.", "#", "#, fuzzy", "#. of the template", '#| msgid "old"'])


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Any catalog that is not empty: with or without header, of either line end."""
    headers = tuple(draw(st.lists(st.tuples(_names, _values), max_size=3)))
    count = draw(st.integers(0 if headers else 1, 4))
    return Catalog(
        headers=headers,
        comments=tuple(draw(st.lists(_header_comments, max_size=2))) if headers else (),
        entries=tuple(draw(entries(index)) for index in range(count)),
        newline=draw(st.sampled_from(["\n", "\r\n"])),
        bom=draw(st.booleans()),
        tail=draw(st.sampled_from(["", "\n", "\n# the end\n", "# cut"])),
    )
