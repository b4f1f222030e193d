"""The script that Streamlit runs for every session: the frame, and the pages in it."""

from importlib import resources
from pathlib import Path

import streamlit as st

from hexapla.model.errors import Denied
from hexapla.work.rights import manages
from hexapla_ui import serving, visitor
from hexapla_ui.messages import _
from hexapla_ui.sign_in import NotSignedIn

VIEWS = Path(str(resources.files("hexapla_ui") / "views"))


def main() -> None:
    """Draw the frame and the page that the URL names."""
    serving.current().edition.renew()
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{(VIEWS.parent / 'client' / 'frame.css').read_text('utf-8')}</style>")
    st.logo(str(VIEWS.parent / "client" / "logo.svg"), size="small")
    try:
        person = visitor.me()
    except (Denied, NotSignedIn) as error:
        st.error(str(error))
        st.stop()
    pages = [
        st.Page(VIEWS / "dashboard.py", title=_("Dashboard"), url_path="dashboard", default=True),
        st.Page(VIEWS / "editor.py", title=_("Editor"), url_path="editor"),
        st.Page(VIEWS / "glossary.py", title=_("Glossary"), url_path="glossary"),
        *([st.Page(VIEWS / "importing.py", title=_("Import"), url_path="import")] if manages(person) else []),
        st.Page(VIEWS / "export.py", title=_("Export"), url_path="export"),
    ]
    st.navigation(pages, position="top").run()


main()
