"""Export: choose languages and formats, see what the gate says, build, download."""

import io
import zipfile

import streamlit as st

from hexapla.model import languages
from hexapla.model.errors import HexaplaError
from hexapla.model.outcome import Exported
from hexapla.work import export
from hexapla_ui import serving
from hexapla_ui.messages import _, ngettext


def main() -> None:
    """Draw the page in three columns: what, the result, the gate."""
    st.header(_("Export"))
    left, middle, right = st.columns([1, 2, 1.2], gap="large")
    with left:
        chosen, wanted = _choices()
    with right:
        draft = _gate(chosen)
    with middle:
        _result(chosen, wanted, draft)


def _choices() -> tuple[list[str], list[str]]:
    settings = serving.current().edition.settings
    every = [settings.source, *settings.targets]
    st.subheader(_("Languages"))
    chosen = [
        tag
        for tag in every
        if st.checkbox(languages.language(tag).name, value=True, key=f"lang-{tag}", bind="query-params")
    ]
    st.subheader(_("Formats"))
    names = {"html": _("HTML, one file for the screen"), "tei": _("TEI, parallel and one per language")}
    wanted = [
        name for name in export.formats() if st.checkbox(names.get(name, name), value=True, key=f"as-{name}")
    ]
    return chosen, wanted


def _gate(chosen: list[str]) -> bool:
    """Show what blocks the edition; return whether a draft is to be built."""
    st.subheader(_("Gate"))
    blocked = export.gate(serving.current().edition, chosen)
    if not blocked:
        st.success(_("Nothing blocks this edition."))
        return False
    st.error(
        ngettext(
            "This edition can’t go out yet. One rule is not met.",
            "This edition can’t go out yet. {n} rules are not met.",
            len(blocked),
        ).format(n=len(blocked))
    )
    for finding in blocked:
        st.text(finding.message)
    st.caption(_("A draft says so on its title page, with the share that is translated and reviewed."))
    return True


def _result(chosen: list[str], wanted: list[str], draft: bool) -> None:
    label = _("Export a draft") if draft else _("Export")
    if st.button(label, type="primary", disabled=not (chosen and wanted)):
        held = serving.current()
        try:
            with st.spinner(_("Setting the edition …")):
                st.session_state["exported"] = export.export(
                    held.edition, held.person, wanted, languages=chosen, draft=draft
                )
        except HexaplaError as error:
            st.error(str(error))
            return
    exported: Exported | None = st.session_state.get("exported")
    if exported is None:
        st.text(_("Choose languages and formats, then export. The files are offered here."))
        return
    st.download_button(_("Download all, as zip"), _zip(exported), "edition.zip", "application/zip")
    for name, content in exported.files.items():
        st.download_button(name, content, name, key=f"file-{name}", type="tertiary")
    page = next((content for name, content in exported.files.items() if name.endswith(".html")), None)
    if page is not None:
        st.iframe(page.decode("utf-8"), height=720)


def _zip(exported: Exported) -> bytes:
    """Pack an export; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in exported.files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


main()
