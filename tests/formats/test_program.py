"""The gate for foreign programs: limits, a clean room, one sentence when it fails, and no other gate."""

import ast
import os
import sys
import time
from pathlib import Path

import pytest

import hexapla
from hexapla.formats import program
from hexapla.model.errors import ProgramFailed

TOOLS = Path(hexapla.__file__).parents[1]
SOURCES = sorted([*TOOLS.rglob("*.py"), *(TOOLS.parent / "ui").rglob("*.py")])
MEMORY = 512 * 2**20


def python(code: str, *, source: bytes = b"", seconds: float = 60, memory: int = MEMORY) -> bytes:
    """Run a few lines of Python through the gate."""
    return program.run([sys.executable, "-I", "-c", code], source=source, seconds=seconds, memory=memory)


def test_bytes_go_in_and_come_out() -> None:
    source = bytes(range(256)) * 10_000
    assert program.run(["cat"], source=source, seconds=60, memory=MEMORY) == source


def test_the_program_gets_its_arguments_unread_by_a_shell() -> None:
    given = ["$HOME", "; exit 3", "*", "a b", "'", ""]
    out = python("import sys; print(sys.argv)")
    assert out == b"['-c']\n"
    command = [sys.executable, "-I", "-c", "import sys; print(sys.argv[1:])", *given]
    assert program.run(command, seconds=60, memory=MEMORY).decode() == f"{given}\n"


def test_it_works_in_an_empty_folder_that_is_gone_afterwards() -> None:
    folder, inside = (
        python("import os; print(os.getcwd(), os.listdir()); open('left', 'w')").decode().split(" ")
    )
    assert inside == "[]\n"
    assert not Path(folder).exists()
    assert folder != str(Path.cwd())


def test_it_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEXAPLA_CANARY", "secret")
    out = python("import os; print(sorted(os.environ), os.environ['HOME'] == os.getcwd())")
    assert out == b"['HOME', 'LANG', 'LC_ALL', 'PATH', 'TMPDIR'] True\n"


def test_a_missing_program_is_told() -> None:
    with pytest.raises(ProgramFailed, match="“no-such-program” is not installed"):
        program.run(["/opt/no-such-program"], seconds=1, memory=MEMORY)


def test_a_file_that_is_no_program_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tool"
    path.write_bytes(b"\x7fELF nonsense")
    path.chmod(0o755)
    with pytest.raises(ProgramFailed, match="“tool” failed: Exec format error"):
        program.run([str(path)], seconds=60, memory=MEMORY)


def test_its_first_words_are_told_without_paths() -> None:
    code = "import sys; sys.exit('\\n/home/anna/secret/a.tex: cannot \\x1b[31m read ' + 'x' * 900)"
    with pytest.raises(ProgramFailed) as caught:
        python(code)
    assert "failed: …: cannot \\x1b[31m read xxx" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert len(str(caught.value)) < 260


def test_failing_without_a_word_is_told() -> None:
    with pytest.raises(ProgramFailed, match="failed with exit code 7"):
        python("raise SystemExit(7)")


def test_a_program_that_kills_itself_is_told() -> None:
    with pytest.raises(ProgramFailed, match="stopped by the system"):
        python("import os; os.kill(os.getpid(), 9)")


def test_too_long_is_stopped_with_everything_it_started(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)"
    )
    with pytest.raises(ProgramFailed, match="took longer than 2 seconds and was stopped"):
        python(code, seconds=2)
    assert gone(int(note.read_text()))


def test_what_it_leaves_behind_is_stopped() -> None:
    code = (
        "import subprocess, sys\n"
        "quiet = {'stdin': -3, 'stdout': -3, 'stderr': -3}\n"
        "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'], **quiet).pid)"
    )
    assert gone(int(python(code)))


def gone(pid: int) -> bool:
    """Wait until a process has ended, as a killed one does after a moment."""
    for _attempt in range(1000):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


def test_memory_ends_where_it_was_set() -> None:
    assert python("print(len(bytearray(10 * 2**20)))", memory=256 * 2**20) == b"10485760\n"
    with pytest.raises(ProgramFailed, match="failed"):
        python("bytearray(300 * 2**20)", memory=256 * 2**20)


def test_output_ends_where_it_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "MAX_OUTPUT", 1000)
    assert len(python("print('x' * 900)")) == 901
    with pytest.raises(ProgramFailed):
        python("print('x' * 100000)")


STARTERS = {
    "system", "popen", "startfile", "fork", "forkpty", "posix_spawn", "posix_spawnp", "spawnl",
    "spawnv", "spawnve", "spawnlp", "spawnvp", "execl", "execle", "execlp", "execv", "execve", "execvp",
    "execvpe",
}  # fmt: skip


def starters_in(source: str) -> list[str]:
    """Return what a module uses that starts programs."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [
                alias.name
                for alias in node.names
                if alias.name.split(".")[0] in ("subprocess", "pty", "pexpect")
            ]
        elif isinstance(node, ast.ImportFrom):
            found += [node.module] if node.module in ("subprocess", "pty", "pexpect") else []
            found += [
                a.name for a in node.names if node.module in ("os", "posix", "asyncio") and a.name in STARTERS
            ]
            found += [alias.name for alias in node.names if alias.name.startswith("create_subprocess")]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found += [node.attr] if node.value.id in ("os", "posix") and node.attr in STARTERS else []
            found += [node.attr] if node.attr.startswith(("create_subprocess", "subprocess_")) else []
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOOLS.parent)))
def test_nothing_else_starts_a_program(path: Path) -> None:
    gate = path == Path(program.__file__)
    assert starters_in(path.read_text("utf-8")) == (["subprocess"] if gate else [])


@pytest.mark.parametrize(
    "line",
    [
        "import subprocess",
        "from subprocess import run",
        "from os import execv",
        "os.system('ls')",
        "os.posix_spawn('ls', [], {})",
        "asyncio.create_subprocess_exec('ls')",
    ],
)
def test_another_starter_would_be_found(line: str) -> None:
    assert starters_in(line)
