"""How a page mounts one of our components: a stub that imports the surface's own module from our static route."""

from functools import lru_cache
from typing import Any

import streamlit as st

from hexapla.model import languages
from hexapla.work.status import texts
from hexapla_ui import serving, static, visitor
from hexapla_ui.messages import _

_STUB = """
export default function (component) {
  const root = component.parentElement;
  const live = (root.__hexapla ??= { mounted: null });
  live.component = component;
  const arrive = (live.module ??= import(new URL(component.data.client + "%s.js", location.href).href));
  arrive.then((module) => { live.mounted = module.mount(live.component); });
  return () => { live.module.then(() => live.mounted?.()); };
}
"""
"""Streamlit turns inline code into a blob module, which cannot import by a relative path: it gets the base as data."""


@lru_cache(maxsize=8)
def _component(name: str) -> Any:
    return st.components.v2.component(f"hexapla_{name}", html="<div class='hx'></div>", js=_STUB % name)


def mount(name: str, *, wide: bool = False, **values: Any) -> None:
    """Mount a surface with values for its module, ``wide`` from edge to edge.

    The token is minted once a session and person, so that the values stay the same from run to run.
    """
    if wide:
        st.html("<span data-hexapla='wide'></span>")
    held, person = serving.current(), visitor.me()
    if st.session_state.get("token-of") != person.id:
        st.session_state["token"] = held.tokens.mint(person.id)
        st.session_state["token-of"] = person.id
    shared = {
        "api": "/hexapla/api",
        "client": static.base(),
        "token": st.session_state["token"],
        "person": {"id": person.id, "name": person.name},
        "edition": held.edition.settings.id,
        "locale": "en",
        "words": {message: _(message) for message in static.messages()},
    }
    _component(name)(key=name, data=shared | values)


def all_texts() -> list[dict[str, Any]]:
    """Return the texts for a picker: slug, title, source language, target languages, units."""
    return [
        {
            "slug": row["slug"],
            "title": row["title"],
            "lang": row["source"],
            "languages": row["languages"],
            "units": row["units"],
        }
        for row in texts(serving.current().edition)
    ]


def all_languages() -> dict[str, dict[str, Any]]:
    """Return name, direction and spacing of each language of the edition."""
    settings = serving.current().edition.settings
    return {
        tag: {
            "name": languages.language(tag).name,
            "dir": languages.language(tag).direction,
            "spaced": languages.language(tag).spaced,
        }
        for tag in (settings.source, *settings.targets)
    }
