"""Attack S4: names of editions, texts, languages and uploads that lead out of their folder."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.formats import files
from hexapla.model.errors import BadName
from hexapla.model.languages import canonical, code, language
from hexapla.model.names import slug, slug_from

NASTY = [
    "..", ".", "", "/", "/etc/passwd", "../edition-outside", "a/../../b", "..\\..\\a", "C:\\a", "c:",
    "%2e%2e", "%2e%2e/a", "..%2fa", "a\0", "a\0.xml", "\0", "CON", "con", "nul", "com1", "LPT9",
    "aux.xml", "e\u0301", "é", "ａ", "‥", "．．", "a\n", "a\r\nb", "-rf", "--help", "~", "~root", "$HOME",
    "`id`", "a;b", "a b", "a.", "a ", " a", "\u202ea", "\ud800", "x" * 64, "x" * 300, "..;/a", ".git",
    ".hexapla", "en/../../a", "en\0", "en-", "-en", "en--US", "en_US.UTF-8", "en@a",
]  # fmt: skip

pieces = st.sampled_from(
    ["..", ".", "a", "A", "é", "%2e", "\0", "\\", "/", "-", "_", "con", ":", " ", "\n", "en", "x"]
)
names = st.sampled_from(NASTY) | st.text(max_size=12) | st.lists(pieces, max_size=6).map("".join)


@given(names)
@settings(max_examples=400)
def test_a_slug_is_one_plain_name(name: str) -> None:
    try:
        assert slug(name) == name
    except BadName as error:
        assert str(error).isprintable()
        assert len(str(error)) < 250
        return
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 1 <= len(name) <= 63
    assert name[0] != "-"
    assert name not in ("con", "nul", "com1", "lpt9")


@given(names)
@settings(max_examples=400)
def test_any_title_becomes_a_slug(title: str) -> None:
    made = slug_from(title)
    assert slug(made) == made
    assert slug_from(made) == made


@given(names)
@settings(max_examples=400)
def test_a_language_tag_is_one_plain_name(tag: str) -> None:
    try:
        form = canonical(tag)
    except BadName as error:
        assert str(error).isprintable()
        return
    assert canonical(form) == form
    assert canonical(code(tag)) == form
    assert set(code(tag)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
    assert language(tag).direction in ("ltr", "rtl")


@given(st.lists(names, max_size=3))
@settings(max_examples=400)
def test_a_path_inside_stays_inside(parts: list[str]) -> None:
    root = Path(tempfile.gettempdir()) / "edition"
    try:
        found = files.inside(root, *parts)
    except BadName as error:
        assert str(error).isprintable()
        return
    assert found.is_relative_to(root)
    assert ".." not in found.parts
    assert not {"\0", "\\"} & set(str(found.relative_to(root)))


@pytest.mark.parametrize(
    "parts",
    [
        ("..", "edition-outside"),
        ("../edition-outside",),
        ("/etc/passwd",),
        ("a", "/b"),
        ("a\\b",),
        ("a\0b",),
        ("..",),
    ],
)
def test_a_path_that_leaves_is_refused(tmp_path: Path, parts: tuple[str, ...]) -> None:
    """``edition-outside`` begins as the edition's own path does: a comparison of texts would let it in."""
    (tmp_path / "edition").mkdir()
    (tmp_path / "edition-outside").mkdir()
    with pytest.raises(BadName, match="outside of its folder"):
        files.inside(tmp_path / "edition", *parts)


@pytest.mark.parametrize("target", ["/etc", "../edition-outside", ".."])
def test_a_link_that_leads_out_is_refused(tmp_path: Path, target: str) -> None:
    edition = tmp_path / "edition"
    edition.mkdir()
    (tmp_path / "edition-outside").mkdir()
    (edition / "locales").symlink_to(target)
    with pytest.raises(BadName):
        files.inside(edition, "locales", "passwd")
    with pytest.raises(BadName):
        files.inside(edition, "locales")
