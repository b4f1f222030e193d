"""The gate for files: bounded reading, writing that is all or nothing, paths that stay in their folder."""

import contextlib
import errno
import fcntl
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from hexapla.model.errors import BadFile, BadName, CannotWrite, TooLarge
from hexapla.model.messages import _, shown

MAX_BYTES = 20 * 2**20
TEMPORARY = ".hexapla-"
"""How the names of temporary files begin; one that a killed process left behind is of no use to anybody."""

_UMASK = os.umask(0o077)
os.umask(_UMASK)  # the mask can only be read by setting it; done once, before there are threads


def read(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Return a file's content; TooLarge over ``limit`` bytes, BadFile where it is missing or unreadable."""
    file = _label(path)
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise BadFile(_("this is a folder or a device, not a file."), file=file)
        if facts.st_size > limit:
            raise _too_large(file, limit)
        with path.open("rb") as opened:
            content = opened.read(limit + 1)
    except FileNotFoundError as error:
        raise BadFile(_("there is no such file."), file=file) from error
    except (OSError, ValueError) as error:
        raise BadFile(_("the file cannot be read ({why}).").format(why=_why(error)), file=file) from error
    if len(content) > limit:
        raise _too_large(file, limit)
    return content


@contextlib.contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold a lock that other processes on this machine respect; yields whether it is held.

    With ``wait`` it is waited for, else False says that somebody else has it. The lock ends with the process, whatever
    happens to it. Raises CannotWrite where the lock's file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        held = path.open("a")
    except OSError as error:
        raise CannotWrite(
            _("{file} could not be written ({why}).").format(file=_label(path), why=_why(error))
        ) from error
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True


def write(path: Path, content: bytes) -> None:
    """Write a file so that at any moment, a power cut included, there is the old one or the new one, whole.

    The old file's mode is kept. Raises CannotWrite; no temporary file is left then.
    """
    with replacing(path) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path, *, mode: int | None = None) -> Iterator[BinaryIO]:
    """Yield a file to be filled, which takes the place of the one at ``path``, whole, at the end of the ``with``.

    It is a temporary file beside it, forced to disk and renamed over it; folders are made as needed. Without a
    ``mode`` the old file's is kept; a symbolic link is replaced, not followed. After an error the old file stands and
    no temporary file is left; raises CannotWrite for those of the disk.
    """
    try:
        _at("before")
        path.parent.mkdir(parents=True, exist_ok=True)
        bits = _mode(path)
        descriptor, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
    except (OSError, ValueError) as error:
        raise _unwritten(path, error) from error
    try:
        try:
            with os.fdopen(descriptor, "w+b") as file:
                yield file
                file.flush()
                os.fchmod(descriptor, bits if mode is None else mode)
                _at("written")
                os.fsync(descriptor)
            _at("synced")
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _at("replaced")
        _sync_folder(path.parent)
    except OSError as error:
        raise _unwritten(path, error) from error


def keep_as(temporary: Path, path: Path) -> None:
    """Force a temporary file to disk, and give it its name; raises CannotWrite."""
    try:
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _unwritten(path, error) from error


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write a file unless it holds exactly this content already; return whether it was written."""
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except (OSError, ValueError):
        pass  # what cannot be compared is written, and write() says what is wrong
    write(path, content)
    return True


def inside(root: Path, *parts: str) -> Path:
    """Join ``parts`` to ``root`` and follow links; BadName for whatever would leave ``root``.

    The result has ``root`` as it was given for its beginning, and no ``..`` or link in the rest (attack S4).
    """
    try:
        whole = root.resolve()
        within = whole.joinpath(*parts).resolve().relative_to(whole)
    except (OSError, ValueError, RuntimeError) as error:
        raise _leaves(parts) from error
    if any("\\" in part for part in parts):
        raise _leaves(parts)
    return root / within


def _at(step: str) -> None:
    """Mark a step of ``write``: before, written, synced, replaced. The fault tests stop the process here."""


def _mode(path: Path) -> int:
    """Return the mode for the new file; a device or a folder is not replaced."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFLNK
    if stat.S_ISLNK(mode):
        return 0o644 & ~_UMASK
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, _("it is a folder or a device"))
    return stat.S_IMODE(mode) & 0o777


def _sync_folder(folder: Path) -> None:
    """Force the renaming to disk; some network file systems cannot do that for folders, and say EINVAL."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


def _unwritten(path: Path, error: OSError | ValueError) -> CannotWrite:
    return CannotWrite(
        _("{file} could not be written ({why}); no half-written file was left.").format(
            file=_label(path), why=_why(error)
        )
    )


def _label(path: Path) -> str:
    """Return the path as a message may show it: relative to here, else its last three parts."""
    try:
        return shown(str(path.relative_to(Path.cwd()) if path.is_absolute() else path), 120)
    except ValueError:
        return shown("…/" + "/".join(path.parts[1:][-3:]), 120)


def _why(error: OSError | ValueError) -> str:
    """Return the cause in a few words: ours for the common ones, else the system's."""
    if not isinstance(error, OSError):
        return _("the name is not possible")
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("there is no room for it; free some space and try again")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("you have no permission")
    return shown(error.strerror or type(error).__name__)


def _too_large(file: str, limit: int) -> TooLarge:
    return TooLarge(_("the file is larger than {n} MB.").format(n=max(1, limit // 2**20)), file=file)


def _leaves(parts: tuple[str, ...]) -> BadName:
    return BadName(_("“{name}” is outside of its folder.").format(name=shown("/".join(parts))))
