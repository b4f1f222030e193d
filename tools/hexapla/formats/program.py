"""The gate for foreign programs: the only place in the project that starts one.

No shell, no terminal, an empty folder to work in, five variables for an environment, limits on time, memory
and output. What the program may open by name is its own affair: pandoc needs ``--sandbox``, since
a LaTeX ``\\input`` reads any file.
"""

import contextlib
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from hexapla.model.errors import ProgramFailed
from hexapla.model.messages import _, shown

MAX_OUTPUT = 64 * 2**20

_LAUNCH = """
import os, resource, signal, sys
for name, wanted in zip(("AS", "CPU", "FSIZE", "CORE"), map(int, sys.argv[1:5])):
    limit = getattr(resource, "RLIMIT_" + name)
    most = resource.getrlimit(limit)[1]
    value = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(limit, (value, value))
for name in ("SIGPIPE", "SIGXFSZ"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)
try:
    os.execv(sys.argv[5], sys.argv[6:])
except OSError as error:
    sys.exit(error.strerror)
"""
"""Sets the limits, then becomes the program; not in ``preexec_fn``, which may deadlock under threads."""

_PATHS = re.compile(r"(?<![\w.])/[^\s:'\"]+")


def run(
    command: Sequence[str],
    *,
    source: bytes = b"",
    seconds: float,
    memory: int,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """Run a program with ``source`` on its standard input and return what it wrote to its standard output.

    ``seconds`` limits the time by the clock, ``memory`` the address space in bytes; the output may be
    64 MiB. ``environment`` adds variables to the bare ones (git finds its settings by HOME). At the end the
    program's whole process group is killed. Raises ProgramFailed: missing, too slow, or ended in error, with the
    first line of what it said.
    """
    name = Path(command[0]).name
    found = shutil.which(command[0])
    if found is None:
        raise ProgramFailed(_("“{name}” is not installed, or not on the PATH.").format(name=shown(name)))
    limits = [str(memory), str(math.ceil(seconds) + 1), str(MAX_OUTPUT), "0"]
    line = [sys.executable, "-I", "-S", "-c", _LAUNCH, *limits, str(Path(found).absolute()), *command]
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as made,
        tempfile.TemporaryFile() as said,
    ):
        given.write(source)
        given.seek(0)
        with tempfile.TemporaryDirectory(prefix="hexapla-") as folder:
            process = subprocess.Popen(  # noqa: S603 - no shell; the command is ours, its input is bytes
                line,
                stdin=given,
                stdout=made,
                stderr=said,
                cwd=folder,
                env=_environment(folder) | dict(environment or {}),
                start_new_session=True,
            )
            status = _wait(process, seconds, name)
        if status != 0:
            said.seek(0)
            raise _failed(name, status, said.read(4096).decode("utf-8", "replace"))
        made.seek(0)
        return made.read()


def _environment(folder: str) -> dict[str, str]:
    """Nothing of the person's own settings, and UTF-8 whatever the locale."""
    return {"PATH": os.defpath, "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def _wait(process: "subprocess.Popen[bytes]", seconds: float, name: str) -> int:
    """Wait for the end and return the exit status; whatever happens, nothing of the group outlives this."""
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        reason = _("“{name}” took longer than {n} seconds and was stopped.").format(
            name=shown(name), n=f"{seconds:g}"
        )
        raise ProgramFailed(reason) from error
    finally:
        with contextlib.suppress(ProcessLookupError):  # the usual case: it has ended, and left nobody behind
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _failed(name: str, status: int, said: str) -> ProgramFailed:
    """Say how it ended, with its first words and without the paths in them."""
    words = next((line.strip() for line in said.splitlines() if line.strip()), "")
    if status < 0:
        kind = signal.strsignal(-status) or str(-status)
        reason = _("“{name}” was stopped by the system ({kind}); the file may be damaged, or too large.")
        return ProgramFailed(reason.format(name=shown(name), kind=kind))
    if not words:
        return ProgramFailed(_("“{name}” failed with exit code {n}.").format(name=shown(name), n=status))
    words = shown(_PATHS.sub("…", words), 200)
    return ProgramFailed(_("“{name}” failed: {words}").format(name=shown(name), words=words))
