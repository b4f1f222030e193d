"""Export: choose languages and formats, read the first pages, see what the gate says, build, download."""

import io
import zipfile

import streamlit as st

from hexapla.model import languages
from hexapla.model.finding import Finding
from hexapla.model.job import Job, JobState
from hexapla.model.person import Right
from hexapla.work import export
from hexapla.work.jobs import asking
from hexapla_ui import serving, visitor
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
    """Have the worker build what was chosen; the page finds the work again after a reload."""
    edition, me = serving.current().edition, visitor.me()
    job = asking.latest(edition, me, "export")
    label = _("Export a draft") if draft else _("Export")
    busy = job is not None and not job.state.over
    may = me.may(Right.PUBLISH)
    if not may:
        st.caption(_("You may read this edition, not publish it; ask whoever manages it."))
    if st.button(label, type="primary", disabled=busy or not (may and chosen and wanted)):
        asked = {"formats": wanted, "langs": chosen, "draft": draft}
        asking.ask(edition, me, "export", asked)
        st.rerun()
    if draft:
        st.caption(_("A draft says so on its title page, with the share that is translated and reviewed."))
    if job is not None and busy:
        _follow(job.id)
    elif job is not None:
        _result(job)


@st.fragment(run_every=0.5)
def _follow(number: int) -> None:
    """Show how far the work is, until it is over."""
    edition, me = serving.current().edition, visitor.me()
    job = asking.job(edition, me, number)
    if job.state.over:
        st.rerun()
    shown = _("Waiting for its turn …") if job.state is JobState.QUEUED else _("Setting the edition …")
    st.progress(job.done / job.total if job.total else 0.0, text=shown)
    if st.button(_("Stop"), key=f"stop-{number}", disabled=job.cancelled):
        asking.cancel(edition, me, number)


def _result(job: Job) -> None:
    """Offer what an export made, or say why it made nothing."""
    if job.state is JobState.CANCELLED:
        st.caption(_("The last export was stopped."))
    elif job.state is not JobState.DONE:
        st.error(str(job.result.get("error", "")))
    elif files := asking.files(serving.current().edition, visitor.me(), job.id):
        st.caption(_("Made {at} UTC.").format(at=job.at[:16].replace("T", " ")))
        st.download_button(_("Download all, as zip"), _zip(files), "edition.zip", "application/zip")
        with st.expander(_("Single files")), st.container(gap="xsmall"):
            for name, content in files.items():
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


def _zip(files: dict[str, bytes]) -> bytes:
    """Pack files; the same ones give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


main()
