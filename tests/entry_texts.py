"""Entries of a language for tests: four units, grouped, set and translated in every way a catalog can hold."""

from collections.abc import Sequence

from hypothesis import strategies as st

from hexapla.formats import po
from hexapla.formats.po import Catalog, CatalogEntry, grammar
from hexapla.model.catalog import Comment, Entry, Place, State
from hexapla.model.languages import language

UNITS = ("u1", "u2", "u3", "u4")
TEXTS = ("Eins.", "Zwei.", "Drei.")


def source(units: Sequence[str]) -> str:
    """Return the msgid of one or more units."""
    return " ".join(f"Sentence {unit[1:]}." for unit in units)


def entry(units: str, text: str = "", state: State | None = None, **values: object) -> Entry:
    """Make an entry; translated if it has a text."""
    context = tuple(units.split("+"))
    default = State.TRANSLATED if text else State.UNTRANSLATED
    return Entry(context, source(context), text, state or default, **values)  # type: ignore[arg-type]


def written(
    one: Entry, old: CatalogEntry | None = None, instead: Sequence[CatalogEntry] = ()
) -> CatalogEntry:
    """Return the entry as Hexapla writes it over ``old``, or in the place of others with its units."""
    where = f"source/t.xml:{one.units[0]}"
    return grammar.write(one, kind="p", heads=(), speaker="", reference=where, old=old, instead=instead)


def catalog(*entries: CatalogEntry, gone: Sequence[str] = ()) -> Catalog:
    """Return a catalog as it is read from its file, with obsolete entries of these texts at its end."""
    head = grammar.new_catalog(text_title="T", language=language("de"), edition_id="e", revised="")
    text = po.serialize(Catalog(head.headers, head.comments, entries)).decode()
    for one in gone:
        text += f'\n#~ msgctxt "u8"\n#~ msgid "{one} once"\n#~ msgstr "{one}"\n'
    return po.parse(text.encode(), file="t.po")


@st.composite
def languages(draw: st.DrawFn, regroup: bool = True) -> list[Entry]:
    """Any way to group four units, with texts, states, omissions, places and comments; in the order of the source."""
    groups = [[UNITS[0]]]
    for unit in UNITS[1:]:
        if regroup and draw(st.booleans()):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return [draw(entries("+".join(group))) for group in groups]


@st.composite
def entries(draw: st.DrawFn, units: str) -> Entry:
    """Any entry of these units."""
    text = draw(st.sampled_from(("", *TEXTS)))
    with_text = (State.NEEDS_WORK, State.TRANSLATED, State.REVIEWED, State.APPROVED)
    state = draw(st.sampled_from(with_text if text else (State.UNTRANSLATED, State.OMITTED)))
    return entry(
        units,
        text,
        state,
        place=draw(st.sampled_from((None, None, Place(""), Place("u4", True)))),
        reason=draw(st.sampled_from(("A pun.", "Said before."))) if state is State.OMITTED else "",
        comments=draw(st.sampled_from(((), (), (Comment("Why?", "vera"),), (Comment("How?", "anna"),)))),
    )


def shuffled(of: st.SearchStrategy[list[Entry]]) -> st.SearchStrategy[list[Entry]]:
    """The same entries in any order, as another program may write them."""
    return of.flatmap(st.permutations)
