"""Candidates: accepted ones are gone, rejected ones stay so in every form, and either can be taken back."""

import pytest

from editions import ANNA, translate
from hexapla.model.errors import HexaplaError
from hexapla.model.glossary import Kind
from hexapla.work import changes, ingest
from hexapla.work.edition import Edition
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import triage
from termed import concept, section

WEIRS = """\
The Weirs

A flood gate holds the water back. The flood gates are old. Nobody oils a flood gate here.

Below the flood gate the eels wait. The flood gates shut at dusk. A flood gate never sleeps.
"""
MORE = """\
More Weirs

The flood gates of the valley rust. All flood gates rust. What are flood gates for? These flood gates leak.

Flood gates leak. The flood gates shut. Our flood gates shut too. No flood gates are open.
"""


def bring(edition: Edition, name: str, words: str) -> None:
    assert edition.root is not None
    file = edition.root.parent / f"{name}.txt"
    file.write_text(words, "utf-8")
    ingest.store(edition, ANNA, ingest.read(edition, file))


def offered(edition: Edition) -> dict[str, triage.Offered]:
    return {one.key: one for one in triage.offered(edition, ANNA)[0]}


def test_accepted_is_gone_and_may_bring_its_renderings(edition: Edition) -> None:
    bring(edition, "weirs", WEIRS)
    one = offered(edition)["flood gate"]
    assert (one.name, one.count, one.kind) == ("flood gate", 6, "term")
    assert [where.cut.text[a:b] for where in one.contexts for a, b in where.cut.spans][:2] == [
        "flood gate",
        "flood gates",
    ]
    made = triage.accept(edition, ANNA, "", "flood gates", kind=Kind.NAME, rendered_as={"de": "Fluttor"})
    id_ = made.id
    assert concept(edition, id_).kind is Kind.NAME
    assert [term.text for term in section(edition, "de", id_).terms] == ["Fluttor"]
    assert "flood gate" not in offered(edition), "in whatever form it was accepted"
    changes.undo(edition, ANNA, made.change)
    assert all(one.id != id_ for one in kept.read(edition).glossary.concepts)


def test_rejected_stays_rejected_when_another_form_is_the_commonest(edition: Edition) -> None:
    bring(edition, "weirs", WEIRS)
    one = offered(edition)["flood gate"]
    number = triage.reject(edition, ANNA, "en", one.key)
    assert triage.reject(edition, ANNA, "", one.key) == 0
    bring(edition, "more-weirs", MORE)
    assert one.key not in offered(edition)
    assert triage.offered(edition, ANNA)[1] == 1 and triage.rejected(edition, ANNA) == ["flood gate"]
    triage.restore(edition, ANNA, "en", one.key)
    again = offered(edition)[one.key]
    assert (again.name, again.count) == ("flood gates", 14)
    changes.undo(edition, ANNA, changes.listed(edition, ANNA, limit=1)[0].number)
    assert one.key not in offered(edition)
    changes.undo(edition, ANNA, number)


def test_what_the_translations_say_is_mined(edition: Edition) -> None:
    bring(edition, "weirs", WEIRS)
    for unit in (one.id for one in edition.text("weirs").units if "flood gate" in one.source):
        translate(edition, unit, f"Das Fluttor von {unit}.", slug="weirs")
    [best, *_others] = offered(edition)["flood gate"].renderings["de"]
    assert (best.text, best.count, best.share) == ("Fluttor", 6, 1.0)


def test_what_is_no_candidate(edition: Edition) -> None:
    for key in ("", "x" * 201):
        with pytest.raises(HexaplaError):
            triage.reject(edition, ANNA, "en", key)
    assert triage.restore(edition, ANNA, "en", "never rejected") == 0
    assert triage.offered(edition, ANNA, "xx") == ([], 0)
