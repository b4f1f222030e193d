"""edition.toml merged by key: the laws of a three-way merge, and what no file may do."""

from typing import Any

from hypothesis import given
from hypothesis import settings as law
from hypothesis import strategies as st

from hexapla.folder import settings as folder
from hexapla.merge.settings import Clash, merge
from settings_texts import settings as some_settings

VALUE = st.one_of(
    st.integers(0, 3), st.booleans(), st.sampled_from("abc"), st.lists(st.sampled_from("ab"), max_size=2)
)
KEY = st.sampled_from(("source", "licence", "title", "gate"))
TABLES = st.recursive(VALUE, lambda inner: st.dictionaries(KEY, inner, max_size=3), max_leaves=5)


def arrays(name: str) -> st.SearchStrategy[list[dict[str, object]]]:
    one = st.fixed_dictionaries({name: st.sampled_from("vwxyz")}, optional={"date": VALUE, "only": VALUE})
    return st.lists(one, max_size=4, unique_by=lambda table: table[name])


@st.composite
def documents(draw: st.DrawFn) -> dict[str, object]:
    """Tables as a file may hold them, odd ones too."""
    made = draw(st.dictionaries(KEY, TABLES, max_size=4))
    made |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "text": st.one_of(arrays("slug"), VALUE),
                "people": arrays("id"),
                "preset": arrays("name"),
            },
        )
    )
    return made


@law(deadline=None)
@given(b=documents(), x=documents())
def test_law_only_ours_changed(b: dict[str, object], x: dict[str, object]) -> None:
    merged = merge(b, x, b)
    assert (merged.value, merged.taken, merged.conflicts) == (x, (), ())


@law(deadline=None)
@given(b=documents(), x=documents())
def test_law_only_theirs_changed(b: dict[str, object], x: dict[str, object]) -> None:
    merged = merge(b, b, x)
    assert (merged.value, merged.conflicts) == (x, ())
    assert bool(merged.taken) == (b != x)


@law(deadline=None)
@given(b=st.none() | documents(), x=documents())
def test_law_both_made_the_same_change(b: dict[str, object] | None, x: dict[str, object]) -> None:
    merged = merge(b, x, x)
    assert (merged.value, merged.taken, merged.conflicts) == (x, (), ())


def leaves(value: object, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], object]:
    """Return every value of a document by its path, texts and people by their names."""
    if isinstance(value, dict) and value:
        return {k: v for key, one in value.items() for k, v in leaves(one, (*path, key)).items()}
    name = {("text",): "slug", ("people",): "id"}.get(path)
    if name and isinstance(value, list) and value and isinstance(value[0], dict):
        return {k: v for one in value for k, v in leaves(one, (*path, one[name])).items()}
    return {path: value}


@law(deadline=None)
@given(b=documents(), x=documents(), y=documents())
def test_law_every_value_is_somebodys_and_the_desk_wins(
    b: dict[str, Any], x: dict[str, Any], y: dict[str, Any]
) -> None:
    """Two sides swapped disagree only where there is a conflict, and no value comes from nowhere."""
    one, other = merge(b, x, y), merge(b, y, x)
    assert bool(one.conflicts) == bool(other.conflicts)
    if not one.conflicts:
        assert leaves(one.value) == leaves(other.value)
    here, there = leaves(x), leaves(y)
    for path, value in leaves(one.value).items():
        if value not in ({}, []):
            assert value in (here.get(path), there.get(path))


@law(deadline=None)
@given(b=some_settings(), x=some_settings(), y=some_settings())
def test_merged_settings_of_two_editors_are_settings(b: Any, x: Any, y: Any) -> None:
    merged = merge(*map(folder.table, (b, x, y)))
    numbers = {text.slug: text.next for text in x.texts}
    made = folder.of_table(merged.value)
    for text in made.texts:
        assert text.next >= numbers.get(text.slug, 0)
    assert made.id == x.id


BASE = {
    "id": "one",
    "schema": 1,
    "targets": ["de"],
    "text": [{"slug": "mill", "next": 5, "authors": ["Anna"]}, {"slug": "ford", "next": 2}],
    "people": [{"id": "anna", "name": "Anna"}],
}


def test_changes_of_different_keys_are_both_there() -> None:
    ours = BASE | {"targets": ["de", "hu"], "text": [BASE["text"][0] | {"date": "1848"}, BASE["text"][1]]}
    theirs = BASE | {
        "text": [BASE["text"][0] | {"rights": "PD"}, {"slug": "weir", "next": 4}, BASE["text"][1]]
    }
    merged = merge(BASE, ours, theirs)
    assert merged.value["targets"] == ["de", "hu"]
    assert merged.value["text"] == [
        {"slug": "mill", "next": 5, "authors": ["Anna"], "date": "1848", "rights": "PD"},
        {"slug": "weir", "next": 4},
        {"slug": "ford", "next": 2},
    ]
    assert merged.taken == (("text", "mill", "rights"), ("text", "weir"))
    assert not merged.conflicts


def test_where_both_changed_the_desk_wins_and_it_is_told() -> None:
    ours, theirs = BASE | {"targets": ["de", "hu"]}, BASE | {"targets": ["de", "fr"]}
    merged = merge(BASE, ours, theirs)
    assert merged.value["targets"] == ["de", "hu"]
    assert merged.conflicts == (Clash(("targets",), ["de", "hu"], ["de", "fr"]),)


def test_a_text_taken_away_and_changed_is_a_conflict() -> None:
    gone = BASE | {"text": BASE["text"][1:]}
    changed = BASE | {"text": [BASE["text"][0] | {"date": "1848"}, BASE["text"][1]]}
    assert merge(BASE, gone, BASE).value == gone
    assert merge(BASE, BASE, gone).value == gone
    here, there = merge(BASE, gone, changed), merge(BASE, changed, gone)
    assert here.value == gone and here.conflicts[0].ours is None
    assert there.value == changed and there.conflicts[0].theirs is None


def test_id_and_schema_are_never_taken_from_a_file() -> None:
    merged = merge(BASE, BASE, BASE | {"id": "two", "schema": 9})
    assert (merged.value["id"], merged.value["schema"], merged.taken) == ("one", 1, ())
    assert [clash.path for clash in merged.conflicts] == [("id",), ("schema",)]


def next_of(ours: dict[str, object], theirs: dict[str, object], base: dict[str, object] | None) -> object:
    texts = merge(base, *({"text": [{"slug": "mill"} | side]} for side in (ours, theirs))).value["text"]
    assert isinstance(texts, list)
    return texts[0]["next"]


def test_of_two_next_numbers_the_larger_holds() -> None:
    base = {"text": [{"slug": "mill", "next": 5}]}
    assert next_of({"next": 9}, {"next": 7}, base) == 9
    assert next_of({"next": 7}, {"next": 9}, base) == 9
    assert next_of({"next": 5}, {"next": 3}, base) == 5
    assert next_of({"next": 3}, {"next": 5}, base) == 5
    assert next_of({"next": 5}, {}, base) == 5
    assert next_of({}, {"next": 5}, None) == 5


def test_the_order_of_texts_follows_who_moved_them() -> None:
    def slugs(base: str, ours: str, theirs: str) -> tuple[str, int]:
        merged = merge(*({"text": [{"slug": slug} for slug in side]} for side in (base, ours, theirs)))
        texts = merged.value["text"]
        assert isinstance(texts, list)
        return "".join(text["slug"] for text in texts), len(merged.conflicts)

    assert slugs("abc", "cab", "abcd") == ("cdab", 0)
    assert slugs("abc", "abxc", "cab") == ("cabx", 0)
    assert slugs("abc", "bac", "cab") == ("bac", 1)


def test_without_a_base_nothing_is_taken_away() -> None:
    merged = merge(None, {"source": "en", "gate": {"least": "reviewed"}}, {"source": "de", "date": "2026"})
    assert merged.value == {"source": "en", "gate": {"least": "reviewed"}, "date": "2026"}
    assert [clash.path for clash in merged.conflicts] == [("source",)]
