"""What LaTeX has words for that pandoc does not know, said in words that it does: notes, abstracts, shorthands."""

import re
from dataclasses import dataclass, field

from hexapla.formats.pandoc.marks import Marks, Record, marks
from hexapla.model.messages import _, ngettext
from hexapla.model.report import Decision

RECORDS: tuple[Record, ...] = ((("place", "end"),),)
"""What a paragraph's mark says: that the note which it begins stands at the end."""
_NOTES = {"endnote": True, "endnotetext": True, "footnotetext": False, "marginpar": False, "marginnote": False,
          "sidenote": False, "sidenotetext": False}  # fmt: skip
"""Commands whose argument is a note, and whether it stands at the end."""
_TEXTS = {"footnotetext": "footnotemark", "endnotetext": "endnotemark", "sidenotetext": "sidenotemark"}
"""Notes whose anchors are commands of their own."""
_TOKEN = re.compile(
    r"\\begin\{(?P<code>verbatim\*?|Verbatim|lstlisting|minted|comment|filecontents\*?)\}.*?(?:\\end\{(?P=code)\}|\Z)"
    r"|\\(?:verb\*?|lstinline)(?P<bar>[^A-Za-z\s*{\[])[^\n]*?(?P=bar)|%[^\n]*"
    r"|(?P<document>\\begin\{document\})"
    r"|(?P<abstract>\\begin\{abstract\}\s*)|(?P<abstracted>\\end\{abstract\})"
    r"|\\(?P<mark>footnotemark|endnotemark|sidenotemark)(?![A-Za-z@])(?:\[[^\]{}]*\])?(?:\{\})?"
    r"|\\(?P<name>dedication|endnote|endnotetext|footnotetext|marginpar|marginnote|sidenote|sidenotetext)"
    r"(?:\s*\[[^\]{}]*\]){0,2}\s*\{\s*"
    r"|\\(?:[A-Za-z@]+|.)"
    r"|(?P<hyphen>(?<=[\w})])\"(?:=(?=[\w\\{])|~))|(?P<soft>(?<=[\w})])\"-(?=[\w\\{]))",
    re.DOTALL,
)
_DEFINED = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|(?:New|Renew|Declare)DocumentCommand|def)\*?\s*\{?"
    r"\\([A-Za-z]+)"
)
_GERMAN = re.compile(
    r"\\(?:documentclass|usepackage)\s*\[[^\]]*(?:german|austrian)[^\]]*\]|\\usepackage\s*\{n?german\}|babelshorthands"
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


@dataclass
class Said:
    """A file in words that pandoc knows: its text, the marks in it, the decisions, and those by the name of a place."""

    text: str
    marks: Marks
    decisions: list[Decision] = field(default_factory=list)
    placed: dict[str, Decision] = field(default_factory=dict)


def said(raw: str) -> Said:
    """Return a LaTeX file in words that pandoc knows, with what was decided about it.

    Notes of other packages are footnotes; an abstract and a dedication are paragraphs, behind the preamble where they
    stand in it; Babel's hyphens of German are hyphens. What stands in code, and in comments, stays.
    """
    reading = _Reading(raw)
    made = Said(reading.run(raw), reading.marks, placed=reading.placed)
    if n := reading.shorthands:
        reason = ngettext(
            "A hyphen in a shorthand of Babel is a hyphen, or none where a line may end.",
            "{n} hyphens in shorthands of Babel are hyphens, or none where a line may end.",
            n,
        )
        made.decisions.append(Decision("hyphen", 1, reason=reason.format(n=n)))
    return made


class _Reading:
    """One pass over a file."""

    def __init__(self, raw: str) -> None:
        self.marks = marks([raw])
        self.placed: dict[str, Decision] = {}
        self.shorthands = 0
        self._german = bool(_GERMAN.search(raw))
        self._own = frozenset(_DEFINED.findall(raw))
        self._moved: list[str] = []
        self._ends_well = True

    def run(self, raw: str, depth: int = 0) -> str:
        """Return text in words that pandoc knows."""
        preamble = not depth and _begins(raw)
        made: list[str] = []
        waiting: dict[str, list[int]] = {}
        at = 0
        while found := _TOKEN.search(raw, at):
            made.append(raw[at : found.start()])
            at = found.end()
            name, mark = found["name"] or "", found["mark"] or ""
            if mark:
                waiting.setdefault(mark, []).append(len(made))
                made.append(found[0])
            elif found["document"]:
                preamble = False
                made.append("".join([found[0], *self._moved]))
            elif found["abstract"] and preamble and (end := raw.find(r"\end{abstract}", at)) >= 0:
                self._moved.append(self._opened("abstract", self.run(raw[at:end], depth + 1)))
                at = end + len(r"\end{abstract}")
            elif found["abstract"]:
                made.append(self._opened("abstract"))
            elif found["abstracted"]:
                made.append("\n\n")
            elif name == "dedication" and name not in self._own and (end := self._end(raw, at, depth)):
                block = self._opened(name, self.run(raw[at : end - 1], depth + 1))
                (self._moved if preamble else made).append(block)
                at = end
            elif name in _TEXTS and name not in self._own and waiting.get(_TEXTS[name]):
                if end := self._end(raw, at, depth):
                    anchor = waiting[_TEXTS[name]].pop(0)
                    made[anchor] = self._note(name) + self.run(raw[at : end - 1], depth + 1) + "}"
                    at = end
                else:
                    made.append(self._note(name))
            elif name in _NOTES and name not in self._own:
                made.append(self._note(name))
            elif self._german and (found["hyphen"] or found["soft"]):
                self.shorthands += 1
                made.append("-" if found["hyphen"] else "")
            else:
                made.append(found[0])
        return "".join([*made, raw[at:]])

    def _note(self, name: str) -> str:
        """Return the beginning of a footnote, with the mark of one that stands at the end."""
        return r"\footnote{" + (self.marks.paragraph(0) if _NOTES[name] else "")

    def _opened(self, what: str, text: str | None = None) -> str:
        """Return the beginning of a paragraph that is kept, or all of it; and remember to say so."""
        place = f"{what}{len(self.placed)}"
        reason = (
            _("The abstract is kept as paragraphs.")
            if what == "abstract"
            else _("The dedication is kept as a paragraph.")
        )
        self.placed[place] = Decision(what, 1, reason=reason)
        start = "\n\n" + self.marks.place(place)
        return start if text is None else f"{start}{text}\n\n"

    def _end(self, raw: str, at: int, depth: int) -> int:
        """Return where an argument ends, behind its brace; 0 where it does not, or lies too deep."""
        if depth > 3 or not self._ends_well:
            return 0
        level = 1
        for found in _BRACE.finditer(raw, at):
            level += {"{": 1, "}": -1}.get(found[0], 0)
            if not level:
                return found.end()
        self._ends_well = False
        return 0


def _begins(raw: str) -> bool:
    return r"\begin{document}" in raw
