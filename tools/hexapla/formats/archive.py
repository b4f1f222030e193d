"""The gate for zip archives (DOCX, ODT, EPUB, XLSX): the only place in the project that opens one.

Nothing is ever unpacked to disk. What a zip says of itself is believed only after it has been held against
limits, and members are read in one bounded piece, so that a forged size cannot fill the memory (attack S3).
"""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass, field
from itertools import pairwise
from typing import BinaryIO

from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _, shown

MAX_MEMBER = 64 * 2**20
MAX_TOTAL = 128 * 2**20
MAX_MEMBERS = 2_000
MAX_RATIO = 200
MAX_DIRECTORY = 2**20
"""Bytes of the central directory, checked before it is read: 500 for each member."""


@dataclass(frozen=True)
class Limits:
    """How large a member may be, and all of them unpacked, in bytes."""

    member: int = MAX_MEMBER
    total: int = MAX_TOTAL


_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
)
"""What ``zipfile`` raises for damaged archives, by mutating valid ones."""


@dataclass(frozen=True)
class Archive:
    """An archive that has passed the gate: the names of its files in order, folders left out."""

    names: tuple[str, ...]
    _zip: zipfile.ZipFile = field(repr=False, compare=False)
    _file: str = field(default="", repr=False)

    def read(self, name: str) -> bytes:
        """Return the bytes of one file; BadFile if there is no such file or it is damaged."""
        if name not in self.names:
            raise BadFile(_("the archive has no “{name}”.").format(name=shown(name)), file=self._file)
        member = self._zip.getinfo(name)
        try:
            with self._zip.open(member) as opened:
                content = opened.read(member.file_size + 1)
        except _FAULTS as error:
            raise self._damaged(name) from error
        if len(content) != member.file_size:
            raise self._damaged(name)
        return content

    def _damaged(self, name: str) -> BadFile:
        reason = _("“{name}” in the archive is damaged; fetch or export the file again.").format(
            name=shown(name)
        )
        return BadFile(reason, file=self._file)


def open(source: bytes, *, file: str = "") -> Archive:
    """Open a zip archive that is held in memory.

    Refused with BadFile: absolute names, ``..``, backslashes, drives, control characters, names equal but
    for case or Unicode form, symbolic links and devices, encrypted or overlapping members, compression
    other than deflate (others cannot be read in bounded pieces), zip64. Refused with TooLarge: a member over
    64 MiB, over 128 MiB in all, over 2,000 members, a member that shrank to less than 1/200. A zip within is
    just bytes.
    """
    return open_stream(io.BytesIO(source), file=file)


def open_stream(source: BinaryIO, *, file: str = "", limits: Limits | None = None) -> Archive:
    """Open a zip archive in an open file, which stays open for as long as members are read; refuses what ``open`` does.

    ``limits`` are for archives of our own that may be larger than what strangers send.
    """
    try:
        _check_directory(source, file)
        opened = zipfile.ZipFile(source)
        members = opened.infolist()
        _check_extents(source, members, opened.start_dir, file)
    except _FAULTS as error:
        raise BadFile(_("this is not a zip archive, or it is damaged."), file=file) from error
    _check_sizes(members, limits or Limits(MAX_MEMBER, MAX_TOTAL), file)
    for member in members:
        _check_member(member, file)
    _check_twins(members, file)
    return Archive(tuple(member.filename for member in members if not member.is_dir()), opened, file)


def _check_directory(source: BinaryIO, file: str) -> None:
    """Hold the end record against the limits; it is sought as ``zipfile`` seeks it (APPNOTE 4.3.16)."""
    size = source.seek(0, io.SEEK_END)
    source.seek(max(0, size - _TAIL))
    tail = source.read(_TAIL)
    end = len(tail) - 22
    if end < 0 or tail[end : end + 4] != b"PK\5\6" or tail[-2:] != b"\0\0":
        end = tail.rfind(b"PK\5\6", max(0, end - 2**16))
    if end < 0 or len(tail) < end + 22:
        raise BadFile(_("this is not a zip archive, or it is damaged."), file=file)
    if tail[max(0, end - 20) : end].startswith(b"PK\6\7"):
        raise BadFile(
            _("the archive is a zip64, made for more than 4 GB; pack it again as a plain zip."), file=file
        )
    count, size = struct.unpack_from("<HL", tail, end + 10)
    if count > MAX_MEMBERS or size > MAX_DIRECTORY:
        raise TooLarge(_("the archive holds more than {n} files.").format(n=MAX_MEMBERS), file=file)


_TAIL = 2**16 + 22 + 20
"""Bytes at the end in which the end record lies, with the longest comment behind it and a zip64's locator before."""


def _check_extents(source: BinaryIO, members: list[zipfile.ZipInfo], end: int, file: str) -> None:
    """Refuse members that share bytes with another one or with the directory (Fifield's bomb, 2019)."""
    extents = []
    for member in members:
        source.seek(member.header_offset + 26)
        name, extra = struct.unpack("<HH", source.read(4))
        stop = member.header_offset + 30 + name + extra + member.compress_size
        extents.append((member.header_offset, stop))
    if any(
        stop > start for (_first, stop), (start, _last) in pairwise([(0, 0), *sorted(extents), (end, end)])
    ):
        raise BadFile(_("files in the archive overlap; it is damaged, or made to do harm."), file=file)


def _check_sizes(members: list[zipfile.ZipInfo], limits: Limits, file: str) -> None:
    if len(members) > MAX_MEMBERS:
        raise TooLarge(_("the archive holds more than {n} files.").format(n=MAX_MEMBERS), file=file)
    if any(member.file_size > limits.member for member in members):
        raise TooLarge(_("a file in the archive is over {n} MB.").format(n=limits.member // 2**20), file=file)
    if sum(member.file_size for member in members) > limits.total:
        raise TooLarge(
            _("the archive unpacks to more than {n} MB.").format(n=limits.total // 2**20), file=file
        )
    if any(member.file_size > MAX_RATIO * max(member.compress_size, 1) for member in members):
        raise TooLarge(
            _("a file in the archive unpacks to more than {n} times its size.").format(n=MAX_RATIO), file=file
        )


def _check_member(member: zipfile.ZipInfo, file: str) -> None:
    """Refuse one member's name, kind or method; ``orig_filename`` is the name before ``zipfile`` mends it."""
    name = member.orig_filename
    parts = name.removesuffix("/").split("/")
    control = any(unicodedata.category(sign) == "Cc" for sign in name)
    if control or "\\" in name or ":" in parts[0] or any(part in ("", ".", "..") for part in parts):
        raise BadFile(
            _("the archive holds a file with a forbidden name, “{name}”.").format(name=shown(name)), file=file
        )
    if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadFile(_("“{name}” in the archive is a link, not a file.").format(name=shown(name)), file=file)
    if member.flag_bits & 0x2041:
        raise BadFile(_("the archive is encrypted; save it without a password."), file=file)
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadFile(_("the archive is packed in an unusual way; pack it again as a plain zip."), file=file)


def _check_twins(members: list[zipfile.ZipInfo], file: str) -> None:
    """Refuse two members that would be one file on some disk: equal but for case or Unicode form."""
    seen: set[str] = set()
    for member in members:
        folded = unicodedata.normalize(
            "NFC", unicodedata.normalize("NFC", member.filename).casefold()
        ).rstrip("/")
        if folded in seen:
            reason = _("the archive holds “{name}” twice.").format(name=shown(member.filename))
            raise BadFile(reason, file=file)
        seen.add(folded)
