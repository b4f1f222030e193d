"""Terms that are for some texts only: whatever is decided in whatever order, each text says what it was told last."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.model.glossary import Status, Term, in_text
from hexapla.work.terms import limits

SLUGS = ["poem", "letter", "diary"]
LATER = "added-later"
DECISIONS = st.tuples(
    st.sampled_from(["Last", "Rest", "Kai"]),
    st.sampled_from([Status.PREFERRED, *Status]),
    st.lists(st.sampled_from(SLUGS), max_size=2, unique=True).map(tuple),
    st.sampled_from([Status.SUPERSEDED, Status.ADMITTED]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(DECISIONS, min_size=1, max_size=6))
def test_each_text_has_what_was_decided_for_it_last(
    decisions: list[tuple[str, Status, tuple[str, ...], Status]],
) -> None:
    terms: tuple[Term, ...] = ()
    for text, status, texts, before in decisions:
        old, terms = terms, limits.decided(terms, text, status, texts, before)
        for slug in (LATER, *SLUGS):
            held = [one for one in in_text(terms, slug) if one is not None]
            now = limits.statuses(terms, slug)
            assert len(now) == len(held), "a term is there once"
            assert list(now.values()).count(Status.PREFERRED) <= 1
            if not texts or slug in texts:
                assert now[text] is status
            else:
                assert now == limits.statuses(old, slug), "nothing was said of this text"


def test_what_becomes_one_keeps_all_that_was_said() -> None:
    terms = (
        Term("Last", Status.PREFERRED, forms=("Lasten",), note="x"),
        Term("Last", Status.ADMITTED, gender="feminine", forms=("Lästen",), texts=("poem",), context="y"),
    )
    assert limits.decided(terms, "Last", Status.PREFERRED, (), Status.SUPERSEDED) == (
        Term("Last", Status.PREFERRED, "", "feminine", ("Lasten", "Lästen"), context="y", note="x"),
    )
