"""Settings for tests: anything that an edition may have."""

from hypothesis import strategies as st

from hexapla.model.catalog import State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.person import Person, Right

LANGS = ("de", "fr", "pt-BR", "zh-Hant", "grc", "en-x-foo")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORD = TEXT.filter(bool)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
LANG = st.sampled_from(LANGS)
SLUG = st.sampled_from(("a", "b", "c", "first", "second-1"))


def by_language(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.dictionaries(LANG, values, max_size=3)


TEXTS = st.builds(
    TextSettings,
    slug=SLUG,
    next=st.integers(1, 10**9),
    source=st.sampled_from(("", "en", *LANGS)),
    authors=WORDS,
    original_title=TEXT,
    date=TEXT,
    rights=TEXT,
    unit=st.sampled_from(("", "sentence", "paragraph")),
    only=st.lists(LANG, max_size=2).map(tuple),
    translators=by_language(WORDS),
)
PEOPLE = st.builds(
    Person,
    id=st.sampled_from(("anna", "béla", "vera b", "")),
    name=WORD,
    rights=st.frozensets(st.sampled_from(Right)),
    languages=st.frozensets(LANG),
)
GATE = st.sampled_from([state for state in State if state != State.OMITTED])


@st.composite
def settings(draw: st.DrawFn) -> Settings:
    people = tuple(draw(st.lists(PEOPLE, max_size=3, unique_by=lambda person: person.id)))
    known = st.sampled_from([person.id for person in people]) if people else st.nothing()
    return draw(
        st.builds(
            Settings,
            id=st.just("6a0f1f5e-0000-4000-8000-000000000001"),
            source=st.just("en"),
            targets=st.lists(LANG, max_size=3, unique=True).map(tuple),
            licence=TEXT,
            date=TEXT,
            unit=st.sampled_from(("sentence", "paragraph")),
            title=by_language(TEXT),
            people=st.just(people),
            roles=st.dictionaries(known, WORDS.filter(bool), max_size=2) if people else st.just({}),
            texts=st.lists(TEXTS, max_size=4, unique_by=lambda text: text.slug).map(tuple),
            style=by_language(st.dictionaries(WORD, TEXT, max_size=3)),
            abbreviations=by_language(WORDS),
            gate_least=GATE,
            trust=st.sampled_from(("states", "text")),
            own_approval=st.booleans(),
        )
    )
