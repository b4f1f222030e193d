"""Import: a file is brought, read, looked over beside its own lines, mended, and only then stored."""

import streamlit as st

from hexapla.work import rights
from hexapla.work.status import titles
from hexapla_ui import serving, surface, visitor
from hexapla_ui.messages import _


def main() -> None:
    """Mount the page: the import that the URL names, or the way to begin one."""
    edition = serving.current().edition
    if not rights.manages(visitor.me()):
        st.info(_("Whoever manages the edition brings texts in; ask them, or ask for the right to manage."))
        return
    named = st.query_params.get("import", "")
    surface.mount(
        "import",
        wide=True,
        row=int(named) if named.isascii() and named.isdecimal() and len(named) <= 12 else None,
        source=edition.settings.source,
        targets=list(edition.settings.targets),
        taken=titles(edition),
        languages=surface.all_languages(),
    )


main()
