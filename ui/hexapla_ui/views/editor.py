"""The editor: the grid of one text in one language; what is open stands in the URL."""

import streamlit as st

from hexapla.work import rights
from hexapla_ui import surface, visitor
from hexapla_ui.messages import _


def main() -> None:
    """Mount the grid for the text and language of the URL, or the first that there are."""
    texts = [text for text in surface.all_texts() if text["languages"]]
    if not texts:
        st.info(_("No text yet. Add one: hexapla add FILE"))
        return
    query = st.query_params
    text = next((one for one in texts if one["slug"] == query.get("text")), texts[0])
    wanted = query.get("lang", "")
    if {query.get("text", text["slug"]), wanted or text["languages"][0]} - {text["slug"], *text["languages"]}:
        st.warning(_("What this address asks for is not in the edition; here is what comes nearest."))
    surface.mount(
        "grid",
        wide=True,
        text=text["slug"],
        lang=wanted if wanted in text["languages"] else text["languages"][0],
        unit=query.get("unit"),
        texts=texts,
        languages=surface.all_languages(),
        mends=rights.manages(visitor.me()),
    )


main()
