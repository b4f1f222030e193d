"""The peer of the grid's benchmark: the same rows as plain Streamlit widgets, saved by ``on_change``."""

import os
from pathlib import Path

import streamlit as st

from hexapla.model.person import ALL, Person
from hexapla.work import edition as editions
from hexapla.work import reading, save
from hexapla.work.edition import Edition
from hexapla.work.save import Op

ANNA = Person("anna", "Anna", ALL)


@st.cache_resource
def opened() -> Edition:
    """Open the edition once for the process, as the real server does."""
    return editions.opened(Path(os.environ["HEXAPLA_BENCH"]), ANNA).__enter__()


def keep(unit: str) -> None:
    """Save what a text area holds."""
    edition = opened()
    row = edition.desk.row(edition.text_id("book"), "de", unit)
    op = Op(
        op=f"{unit}-{row.revision}",
        units=(unit,),
        target=[{"text": st.session_state[unit]}],
        state=row.entry.state.TRANSLATED,
        revision=row.revision,
        seen=row.entry.state,
    )
    save.save(edition, ANNA, "book", "de", "plain", [op])
    st.session_state["saves"] = st.session_state.get("saves", 0) + 1


page = reading.page(opened(), ANNA, "book", "de")
for block in page.blocks:
    for one in block.rows:
        left, right = st.columns(2)
        left.text("".join(run.get("text", "") for run in one.source))
        right.text_area(
            one.n, key=one.units[0], on_change=keep, args=(one.units[0],), label_visibility="collapsed"
        )
st.text(f"saves: {st.session_state.get('saves', 0)}")
