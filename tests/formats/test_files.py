"""The gate for files: bounded reading, whole writing, and paths that stay inside."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import hexapla
from hexapla.formats import files
from hexapla.model.errors import BadFile, BadName, CannotWrite, TooLarge

TOOLS = str(Path(hexapla.__file__).parents[1])


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hu" / "LC_MESSAGES" / "text.po"
    files.write(path, b"one")
    files.write(path, b"two")
    assert files.read(path) == b"two"
    assert [found.name for found in path.parent.iterdir()] == ["text.po"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert files.read(path, limit=5) == b"12345"
    with pytest.raises(TooLarge, match="larger than"):
        files.read(path, limit=4)


def test_a_file_that_tells_no_size_is_still_bounded() -> None:
    path = Path("/proc/self/environ")
    if not path.exists():
        pytest.skip("there is no /proc here")
    assert path.stat().st_size == 0
    with pytest.raises(TooLarge):
        files.read(path, limit=3)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no such file") as caught:
        files.read(tmp_path / "a\u202eb.xml")
    assert caught.value.file.endswith("/a\\u202eb.xml")


def test_what_is_no_file_is_told_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(BadFile, match="folder or a device"):
            files.read(path)
        with pytest.raises(CannotWrite, match="folder or a device"):
            files.write(path, b"x")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_an_impossible_name_is_told(tmp_path: Path) -> None:
    for name in ("a\0b", "x" * 300, "\ud800"):
        with pytest.raises(BadFile):
            files.read(tmp_path / name)
        with pytest.raises(CannotWrite):
            files.write(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    files.write(tmp_path / ("x" * 255), b"x")
    assert files.read(tmp_path / ("x" * 255)) == b"x"


def test_messages_show_no_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFile) as caught:
        files.read(tmp_path / "one" / "two" / "three.po")
    assert str(caught.value).startswith("…/one/two/three.po: ")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadFile) as caught:
        files.read(tmp_path / "one" / "two.po")
    assert str(caught.value).startswith("one/two.po: ")
    with pytest.raises(CannotWrite) as refused:
        files.write(tmp_path, b"x")
    assert str(tmp_path) not in str(refused.value)


def test_the_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    path.chmod(0o640)
    files.write(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o644)])
def test_a_new_file_has_the_mode_of_the_mask(tmp_path: Path, mask: int, mode: int) -> None:
    program = f"import os; os.umask({mask})\nfrom pathlib import Path\nfrom hexapla.formats import files\n"
    program += f"files.write(Path({str(tmp_path / 'a')!r}), b'x')"
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, "PYTHONPATH": TOOLS})
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


def test_a_link_is_replaced_and_what_it_led_to_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"one")
    (tmp_path / "link").symlink_to(target)
    files.write(tmp_path / "link", b"two")
    assert (target.read_bytes(), (tmp_path / "link").read_bytes()) == (b"one", b"two")
    assert not (tmp_path / "link").is_symlink()


def test_a_planted_link_cannot_catch_the_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Attack S19: the next temporary name is guessed and leads elsewhere."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / ".hexapla-guessed").symlink_to(victim)
    names = iter(["guessed", "other"])
    monkeypatch.setattr(files.tempfile, "_get_candidate_names", lambda: names)
    files.write(tmp_path / "a", b"x")
    assert victim.read_bytes() == b"precious"
    assert next(names, None) is None, "the guessed name has been tried"


def test_a_folder_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a"
    path.write_bytes(b"one")
    monkeypatch.setattr(files.tempfile, "mkstemp", refuse)
    with pytest.raises(CannotWrite, match="you have no permission"):
        files.write(path, b"two")
    assert path.read_bytes() == b"one"


@pytest.mark.parametrize("step", ["written", "synced"])
def test_an_interruption_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def interrupt(now: str) -> None:
        if now == step:
            raise KeyboardInterrupt

    path = tmp_path / "a"
    path.write_bytes(b"one")
    monkeypatch.setattr(files, "_at", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("number", "raised"), [(22, False), (5, True)])
def test_a_folder_that_cannot_be_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, raised: bool
) -> None:
    """EINVAL is a network file system's way of saying "not for folders"; EIO is a dying disk."""
    real = os.fsync

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, "told by the test")
        real(descriptor)

    monkeypatch.setattr(files.os, "fsync", sync)
    if raised:
        with pytest.raises(CannotWrite, match="told by the test"):
            files.write(tmp_path / "a", b"x")
    else:
        files.write(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"


def test_equal_content_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert files.write_if_changed(path, b"one")
    before = path.stat()
    assert not files.write_if_changed(path, b"one")
    assert path.stat().st_ino == before.st_ino
    assert files.write_if_changed(path, b"two")
    assert path.read_bytes() == b"two"


def test_a_path_inside_keeps_the_root_as_it_was_given(tmp_path: Path) -> None:
    root = tmp_path / "link"
    (tmp_path / "edition").mkdir()
    root.symlink_to(tmp_path / "edition")
    assert files.inside(root, "locales", "hu/text.po") == root / "locales/hu/text.po"
    assert files.inside(root, "a/../b") == root / "b"
    assert files.inside(root) == root


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").symlink_to("old")
    assert files.inside(tmp_path, "new", "a") == tmp_path / "old" / "a"


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(BadName):
        files.inside(tmp_path, "a", "x")
