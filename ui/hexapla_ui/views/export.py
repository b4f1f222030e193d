"""Export: choose languages and formats, read the first pages, see what the gate says, build, download."""

import io
import zipfile

import streamlit as st

from hexapla.model import languages
from hexapla.model.errors import HexaplaError
from hexapla.model.finding import Finding
from hexapla.model.outcome import Exported
from hexapla.work import export
from hexapla_ui import serving
from hexapla_ui.messages import _, ngettext


def main() -> None:
    """Draw the page in two columns: what and whether it may go out, and how it looks."""
    st.title(_("Export"), anchor=False)
    left, right = st.columns([1, 2.6], gap="large")
    with left:
        chosen, wanted = _choices()
        blocked = export.gate(serving.current().edition, chosen)
        _build(chosen, wanted, draft=bool(blocked))
        _gate(blocked)
    with right:
        _preview(chosen)


def _choices() -> tuple[list[str], list[str]]:
    settings = serving.current().edition.settings
    with st.container(gap="xsmall"):
        st.subheader(_("Languages"), anchor=False)
        chosen = [
            tag
            for tag in (settings.source, *settings.targets)
            if st.checkbox(languages.language(tag).name, value=True, key=f"lang-{tag}", bind="query-params")
        ]
    names = {"html": _("HTML, one file for the screen"), "tei": _("TEI, parallel and one per language")}
    with st.container(gap="xsmall"):
        st.subheader(_("Formats"), anchor=False)
        wanted = [
            name
            for name in export.formats()
            if st.checkbox(names.get(name, name), value=True, key=f"as-{name}")
        ]
    return chosen, wanted


def _gate(blocked: tuple[Finding, ...]) -> None:
    st.subheader(_("Gate"), anchor=False)
    if not blocked:
        st.success(_("Nothing blocks this edition."))
        return
    rules = ngettext(
        "This edition can’t go out yet. One rule is not met.",
        "This edition can’t go out yet. {n} rules are not met.",
        len(blocked),
    )
    st.markdown(f":red[**{_('blocked')}**]", width="content")
    st.text(rules.format(n=len(blocked)))
    with st.container(gap="xsmall"):
        for finding in blocked:
            st.text(finding.message)


def _build(chosen: list[str], wanted: list[str], *, draft: bool) -> None:
    """Build what was chosen, and offer the files."""
    stamp = (serving.current().edition.desk.last_revision(), tuple(chosen), tuple(wanted))
    label = _("Export a draft") if draft else _("Export")
    if st.button(label, type="primary", disabled=not (chosen and wanted)):
        held = serving.current()
        try:
            with st.spinner(_("Setting the edition …")):
                st.session_state["exported"] = export.export(
                    held.edition, held.person, wanted, langs=chosen, draft=draft
                )
                st.session_state["exported-of"] = stamp
        except HexaplaError as error:
            st.error(str(error))
            return
    if draft:
        st.caption(_("A draft says so on its title page, with the share that is translated and reviewed."))
    exported: Exported | None = st.session_state.get("exported")
    if exported is None or st.session_state.get("exported-of") != stamp:
        return
    st.download_button(_("Download all, as zip"), _zip(exported), "edition.zip", "application/zip")
    with st.expander(_("Single files")), st.container(gap="xsmall"):
        for name, content in exported.files.items():
            st.download_button(name, content, name, key=f"file-{name}", type="tertiary")


def _preview(chosen: list[str]) -> None:
    """Show the page as it would go out: built anew only when a text or the choice has changed."""
    if not chosen:
        st.text(_("Choose a language, and the edition is shown here."))
        return
    edition = serving.current().edition
    stamp = (edition.desk.last_revision(), tuple(chosen))
    if st.session_state.get("preview-of") != stamp:
        st.session_state["preview"] = export.preview(edition, chosen).decode("utf-8")
        st.session_state["preview-of"] = stamp
    with st.container(border=True, key="preview"):
        st.iframe(st.session_state["preview"], height=780, alt=_("The edition"))


def _zip(exported: Exported) -> bytes:
    """Pack an export; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in exported.files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


main()
