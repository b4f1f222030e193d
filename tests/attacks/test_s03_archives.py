"""Attack S3: zip archives that would fill the memory or name a place outside of themselves."""

import io
import stat
import struct
import tracemalloc
import zipfile
import zlib

import pytest

from hexapla.formats import archive
from hexapla.model.errors import BadFile, TooLarge


def packed(
    *members: zipfile.ZipInfo | str, content: bytes = b"x", method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return a zip whose members all have this content."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as opened:
        for member in members:
            info = member if isinstance(member, zipfile.ZipInfo) else zipfile.ZipInfo(member)
            opened.writestr(info, content, method)
    return made.getvalue()


def forged(source: bytes, offset: int, form: str, value: int) -> bytes:
    """Return a zip with one number of its first directory entry overwritten (APPNOTE 4.3.12)."""
    changed = bytearray(source)
    struct.pack_into(form, changed, source.index(b"PK\1\2") + offset, value)
    return bytes(changed)


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../a",
        "a/../../b",
        "a/..",
        "./a",
        "a//b",
        "//host/share",
        "..\\a",
        "a\\b",
        "C:/a",
        "c:a",
        "a\nb",
        "a\x1b[2J",
        "",
        "/",
        "..",
    ],
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(BadFile, match="forbidden name") as caught:
        archive.open(packed("good.xml", name), file="a.epub")
    assert str(caught.value).isprintable()


def test_a_name_cut_at_nul_is_refused() -> None:
    source = packed("good.xmlX..").replace(b"good.xmlX..", b"good.xml\0..")
    with pytest.raises(BadFile, match=r"“good.xml\\x00..”"):
        archive.open(source)


@pytest.mark.parametrize(
    "mode", [stat.S_IFLNK | 0o777, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK]
)
def test_a_link_or_device_is_refused(mode: int) -> None:
    with pytest.raises(BadFile, match="is a link, not a file"):
        archive.open(packed(special("a", mode), content=b"/etc/passwd"))


@pytest.mark.parametrize(
    "names",
    [("a.xml", "a.xml"), ("a.xml", "A.XML"), ("é.xml", "e\u0301.xml"), ("straße", "STRASSE"), ("a", "a/")],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_are_one_file_on_some_disk_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(BadFile, match="twice"):
        archive.open(packed(*names))


def test_an_encrypted_member_is_refused() -> None:
    for bit in (0x1, 0x40, 0x2000):
        with pytest.raises(BadFile, match="encrypted"):
            archive.open(forged(packed("a"), 8, "<H", bit))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_cannot_be_unpacked_in_pieces_is_refused(method: int) -> None:
    with pytest.raises(BadFile, match="unusual way"):
        archive.open(packed("a", method=method))


def test_a_member_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(TooLarge, match="200 times its size"):
        archive.open(packed("a", content=bytes(10**6)))
    with pytest.raises(TooLarge, match="over 64 MB"):
        archive.open(forged(packed("a"), 24, "<L", archive.MAX_MEMBER + 1))
    with pytest.raises(TooLarge, match="over 64 MB"):
        archive.open(packed("a", content=bytes(archive.MAX_MEMBER + 1)))


def test_members_that_are_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 3 * 2**20)
    content = bytes(range(256)) * 2**12
    assert len(archive.open(packed("a", "b", "c", content=content, method=zipfile.ZIP_STORED)).names) == 3
    with pytest.raises(TooLarge, match="more than 3 MB"):
        archive.open(packed("a", "b", "c", "d", content=content, method=zipfile.ZIP_STORED))


def test_too_many_members_are_refused() -> None:
    assert len(archive.open(packed(*(f"{n}" for n in range(2000)))).names) == 2000
    with pytest.raises(TooLarge, match="more than 2000 files"):
        archive.open(packed(*(f"{n}" for n in range(2001))))


def test_members_that_are_not_counted_are_refused_all_the_same() -> None:
    source = packed(*(f"{n}" for n in range(2001)))
    end = source.rindex(b"PK\5\6")
    lying = source[: end + 8] + struct.pack("<HH", 1, 1) + source[end + 12 :]
    with pytest.raises(TooLarge, match="more than 2000 files"):
        archive.open(lying)


def test_a_directory_that_is_too_large_is_not_read() -> None:
    source = packed(*(f"{n:0600}" for n in range(1900)))
    tracemalloc.start()
    with pytest.raises(TooLarge, match="more than 2000 files"):
        archive.open(source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000


def test_a_second_end_record_does_not_hide_the_first() -> None:
    """The record that is checked is the one that is used: here one stands in the comment of the other."""
    source = bytearray(packed(*(f"{n}" for n in range(2001))))
    inner = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0)
    source[-2:] = struct.pack("<H", len(inner))
    assert archive.open(bytes(source) + inner).names == ()


def test_a_zip64_is_refused() -> None:
    source = packed("a")
    end = source.rindex(b"PK\5\6")
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    with pytest.raises(BadFile, match="zip64"):
        archive.open(source[:end] + locator + source[end:])


def test_overlapping_members_are_refused() -> None:
    """A second directory entry for the same bytes: the trick by which 46 MB become 4.5 PB."""
    source = packed("a", content=b"text" * 99)
    start, end = source.index(b"PK\1\2"), source.rindex(b"PK\5\6")
    directory = source[start:end] + source[start : start + 46] + b"b"
    record = bytearray(source[end:])
    struct.pack_into("<HHL", record, 8, 2, 2, len(directory))
    with pytest.raises(BadFile, match="overlap"):
        archive.open(source[:start] + directory + bytes(record))


@pytest.mark.parametrize("offset", [7, 2**31])
def test_a_member_that_begins_elsewhere_is_refused(offset: int) -> None:
    with pytest.raises(BadFile):
        archive.open(forged(packed("a"), 42, "<L", offset)).read("a")


def test_a_forged_size_neither_fills_the_memory_nor_passes() -> None:
    source = packed("a", content=bytes(100 * 2**20))
    modest = forged(source, 24, "<L", 10)
    tracemalloc.start()
    with pytest.raises(BadFile, match="damaged"):
        archive.open(modest).read("a")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * 2**20


def test_a_size_that_promises_more_than_there_is_does_not_pass() -> None:
    source = forged(packed("a", content=b"text"), 24, "<L", 9)
    with pytest.raises(BadFile, match="damaged"):
        archive.open(forged(source, 16, "<L", zlib.crc32(b"text"))).read("a")


def test_a_bomb_within_an_archive_stays_packed() -> None:
    bomb = packed("a", content=bytes(10**6))
    inner = archive.open(packed("bomb.zip", content=bomb)).read("bomb.zip")
    assert inner == bomb
    with pytest.raises(TooLarge):
        archive.open(inner)
