"""The plain text of an inline form: what terms and checks read."""

import re

OBJECT = "\ufffc"
"""Stands for a note, a line break and every other tag without text; one sign, so that offsets are those of runs."""
_NOTE = re.compile(r"<note\b[^>]*(?<!/)>.*?</note>", re.DOTALL)
_EMPTY = re.compile(r"<[^<>]*/>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def plain(form: str) -> str:
    """Return an inline form without its markup; notes of a translator are left out with their text.

    One pass and no parser, since a check reads whole books; ill-formed markup is taken as it is written.
    """
    if "<" in form:
        form = _TAG.sub("", _EMPTY.sub(OBJECT, _NOTE.sub(OBJECT, form)))
    if "&" in form:
        form = form.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return form
