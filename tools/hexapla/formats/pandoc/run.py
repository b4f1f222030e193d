"""Starting pandoc: in its sandbox, file on standard input, an empty folder, limits on time and memory."""

import time
from functools import cache

import pypandoc

from hexapla.formats import program
from hexapla.formats.pandoc.ast import Document
from hexapla.formats.pandoc.parse import parse
from hexapla.model.errors import BadFile, ProgramFailed, TooLarge
from hexapla.model.messages import _, shown

SECONDS = 90.0
"""A Word document with 16,000 notes takes half a minute."""
HEAP = 2 * 2**30
"""Bytes that pandoc may use; its address space is larger, since its runtime reserves what it never touches."""
ADDRESSES = 6 * 2**30


def read(source: bytes, form: str, *options: str, file: str) -> Document:
    """Return the document in a file of one of pandoc's formats (``docx+styles``); raises what ``convert`` and
    ``parse`` raise."""
    return parse(convert(source, form, "json", *options, file=file), file=file)


def convert(source: bytes, form: str, to: str, *options: str, file: str) -> bytes:
    """Return a file in another of pandoc's formats.

    ``--sandbox`` keeps pandoc from opening anything that the file names. Raises BadFile for a file that pandoc
    cannot read, TooLarge for one that takes too long or too much memory, ProgramFailed where pandoc is missing.
    """
    command = [_pandoc(), "--sandbox", "--from", form, "--to", to, *options]
    command += ["+RTS", f"-M{HEAP}", "-K256m", "-RTS"]
    began = time.monotonic()
    try:
        return program.run(command, source=source, seconds=SECONDS, memory=ADDRESSES)
    except ProgramFailed as error:
        late = time.monotonic() - began >= SECONDS
        if late or any(word in str(error) for word in _EXHAUSTED):
            raise TooLarge(_("the file is too large or too deeply nested; divide it."), file=file) from error
        reason = _("the file is damaged, or not what its name says; open and save it again ({said}).")
        raise BadFile(reason.format(said=shown(str(error).rstrip("."), 160)), file=file) from error


_EXHAUSTED = ("heap overflow", "Heap exhausted", "stack overflow", "Stack space")
"""What the runtime of Haskell says at its limits."""


@cache
def _pandoc() -> str:
    """Return the path of the pandoc that was installed with us."""
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise ProgramFailed(_("pandoc is missing; install Hexapla again.")) from error
