"""Notes of Markdown that nothing points to, which pandoc leaves out without a word."""

import re

from hexapla.model.messages import _, shown
from hexapla.model.report import Decision

_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*")
_ANCHOR = re.compile(r"\[\^([^\]\s]{1,200})\]")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_INDENT = re.compile(r" {1,4}|\t")


def kept(raw: str) -> tuple[str, list[Decision]]:
    """Return a file whose notes without an anchor are paragraphs at its end, and a decision for each."""
    lines = raw.split("\n")
    code = _in_code(lines)
    starts = {
        nth: found[1]
        for nth, line in enumerate(lines)
        if nth not in code and (found := _DEFINITION.match(line))
    }
    if not starts:
        return raw, []
    prose = (
        _DEFINITION.sub("", line, count=1) if nth in starts else line
        for nth, line in enumerate(lines)
        if nth not in code
    )
    last = {name: nth for nth, name in starts.items()}  # of two with one name, pandoc takes this one
    used = {name for line in prose for name in _ANCHOR.findall(_CODE.sub(" ", line))}
    reason = _("Nothing points to the note “{name}”; it is kept as a paragraph at the end.")
    gone: set[int] = set()
    ending: list[str] = []
    decisions = []
    for nth, name in starts.items():
        if name in used and last[name] == nth:
            continue
        end = _end(lines, nth, starts)
        ending += ["", _DEFINITION.sub("", lines[nth], count=1)]
        ending += [_INDENT.sub("", line, count=1) for line in lines[nth + 1 : end]]
        gone.update(range(nth, end))
        decisions.append(Decision("note", 1, reason=reason.format(name=shown(name, 60))))
    if not gone:
        return raw, []
    rest = [line for nth, line in enumerate(lines) if nth not in gone]
    return "\n".join([*rest, *ending, ""]), decisions


def _in_code(lines: list[str]) -> set[int]:
    """Return the numbers of the lines that stand between fences, with these."""
    found: set[int] = set()
    fence = ""
    for nth, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence or mark:
            found.add(nth)
        if not fence:
            fence = mark[1] if mark else ""
        elif mark and mark[1].startswith(fence):
            fence = ""
    return found


def _end(lines: list[str], start: int, starts: dict[int, str]) -> int:
    """Return the number of the line behind a note: its paragraph's lines, and what is indented below."""
    end = start + 1
    after_empty = False
    for nth in range(start + 1, len(lines)):
        line = lines[nth]
        if nth in starts:
            break
        if not line.strip():
            after_empty = True
        elif not after_empty or line.startswith(("    ", "\t")):
            end, after_empty = nth + 1, False
        else:
            break
    return end
