"""A careful reading as a Typst document: set the way a small press sets a book, with all that ingest must undo."""

import re
from dataclasses import dataclass, replace

from hexapla.model.text import Content, Element, Text


@dataclass(frozen=True)
class Look:
    """How a book is set."""

    dash: str = "– "
    """What begins a turn without a speaker."""
    first_page: int = 1
    runs_chapters: bool = False
    """Whether the running head is the chapter's with the page number beside it; else the book's, number below."""
    notes: str = "1"
    """Typst's numbering of the footnotes."""
    each_page: bool = False
    """Whether the footnotes of each page are counted anew."""
    new_pages: bool = True
    """Whether each text begins on a page of its own."""
    number: str = "{}. "
    """How the number of an item is printed."""
    size: str = "10.5pt"
    gaps: bool = False
    """Whether a gap parts paragraphs, and no indent."""
    page: str = "1"
    """Typst's numbering of the pages."""


LOOKS = {
    "handwerk": Look(first_page=7, new_pages=False),
    "ecluse": Look(
        dash="— ", first_page=1, runs_chapters=True, each_page=True, number="{}° ", new_pages=False
    ),
    "chronicle": Look(first_page=3, notes="*", number="({}) ", each_page=True, new_pages=False),
    "handwerk-again": Look(first_page=41, notes="1)", gaps=True, page="– 1 –", size="9.5pt"),
    "ecluse-again": Look(dash="– ", first_page=12, notes="[1]", gaps=True, size="11pt", number="{}) "),
    "chronicle-again": Look(first_page=98, runs_chapters=True, size="11.5pt", number="{} "),
}
"""How each of the golden books is set, and how it is set again for another press."""


def typst(text: Text, look: Look) -> str:
    """Return a book as Typst source."""
    body = next(child for child in text.body.walk() if child.tag == "body")
    end_notes = tuple(note for note in text.body.walk() if note.tag == "note" and note.get("place") == "end")
    values = {
        "LANG": text.lang,
        "SIZE": look.size,
        "FIRST": str(look.first_page),
        "NOTES": look.notes,
        "RESET": "counter(footnote).update(0)" if look.each_page else "",
        "TITLE": _escaped(text.title),
        "HEADER": _CHAPTERS if look.runs_chapters else _TITLE,
        "FOOTER": "none" if look.runs_chapters else 'align(center, context counter(page).display("PAGE"))',
        "PAGE": look.page,
        "INDENT": "0pt" if look.gaps else "1em",
        "GAP": "1.8em" if look.gaps else "0.65em",
        "NEWPAGE": "pagebreak(weak: true)" if look.new_pages else "v(2em)",
    }
    start = re.sub(r"\b(HEADER|FOOTER)\b", lambda found: values[found[1]], _PREAMBLE)
    start = re.sub(r"\b([A-Z]{3,7})\b", lambda found: values.get(found[1], found[1]), start)
    return start + "\n\n".join(_group(body, _State(look, end_notes))) + "\n"


_TITLE = 'if n > FIRST { align(center, text(0.85em, style: "italic")[TITLE]) }'
_CHAPTERS = """let names = query(<chapter>).filter(it => it.location().page() <= here().page())
    let name = if names.len() > 0 { names.last().value } else { "" }
    if n > FIRST { text(0.85em, if calc.even(n) [#n #h(1fr) TITLE] else [#name #h(1fr) #n]) }"""
_PREAMBLE = """\
#set page(paper: "a5", margin: (x: 18mm, top: 20mm, bottom: 20mm), header: {
  RESET
  context {
    let n = counter(page).get().first()
    HEADER
  }
}, footer: FOOTER)
#counter(page).update(FIRST)
#set text(lang: "LANG", size: SIZE, hyphenate: true)
#set smartquote(enabled: false)
#set par(justify: true, first-line-indent: INDENT, spacing: GAP)
#set footnote(numbering: "NOTES")
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => align(center, block(above: 4em, below: 3em, text(1.3em, it.body)))
#show heading.where(level: 2): it => { NEWPAGE
  align(center, block(above: 2em, below: 1.6em, text(1.05em, it.body))) }
#show heading.where(level: 3): it => block(above: 1.6em, below: 0.9em,
  text(0.95em, style: "italic", weight: 400, it.body))

"""


@dataclass(frozen=True)
class _State:
    look: Look
    end_notes: tuple[Element, ...]
    level: int = 1


def _group(element: Element, state: _State) -> list[str]:
    """Return the blocks of an element that holds such."""
    return [
        block for child in element.content if isinstance(child, Element) for block in _block(child, state)
    ]


def _block(element: Element, state: _State) -> list[str]:
    """Return an element as blocks of Typst."""
    inside = _inline(element.content)
    match element.tag:
        case "div":
            made = _group(element, replace(state, level=state.level + 1))
            return [*made, *_end_notes(state)] if element.get("type") == "notes" else made
        case "head":
            return _head(inside, state)
        case "p" if element.get("rend") == "break":
            return [f"#align(center, block(above: 1.2em, below: 1.2em)[{inside}])"]
        case "p":
            return [inside]
        case "sp":
            return _turn(element, state)
        case "list":
            return [_item(child, state) for child in element.content if isinstance(child, Element)]
        case "quote":
            inner = "\n\n".join(_group(element, state))
            return [f"#block(inset: (x: 1.6em), above: 1.1em, below: 1.1em)[#set text(0.93em)\n{inner}]"]
        case "epigraph":
            inner = "\n\n".join(_group(element, state))
            return [
                '#align(right, block(width: 62%, below: 1.8em)[#set text(0.93em, style: "italic")\n'
                f"#set par(justify: false, first-line-indent: 0pt)\n{inner}])"
            ]
        case "lg":
            lines = " \\\n".join(
                _inline(line.content) for line in element.content if isinstance(line, Element)
            )
            return [f"#block(inset: (left: 2.5em), above: 1.9em, below: 1.9em)[{lines}]"]
        case "dateline" | "signed":
            return [f"#align(right, block(above: 1em, below: 1em)[{inside}])"]
        case "salute":
            return [f"#block(above: 1em, below: 1em)[{inside}]"]
        case _:
            return _group(element, state)


def _head(inside: str, state: _State) -> list[str]:
    """Return a head; that of a text says what the running head is from there on."""
    head = f"#heading(level: {state.level})[{inside}]"
    if state.level != 2:
        return [head]
    name = inside.rsplit("\\ ", maxsplit=1)[-1].replace("\\", "").replace('"', "")
    return [f'{head}\n#metadata("{name}")<chapter>']


def _turn(element: Element, state: _State) -> list[str]:
    """Return what somebody says, led by the speaker or by a dash."""
    children = [child for child in element.content if isinstance(child, Element)]
    speaker = [_inline(child.content) for child in children if child.tag == "speaker"]
    said = [_inline(child.content) for child in children if child.tag != "speaker"]
    lead = f"#strong[{speaker[0]}] " if speaker else _escaped(state.look.dash)
    return [lead + said[0], *said[1:]]


def _item(element: Element, state: _State) -> str:
    number = _escaped(state.look.number.format(element.get("n")))
    return f"#par(first-line-indent: 0pt, hanging-indent: 1.4em)[{number}{_inline(element.content)}]"


def _end_notes(state: _State) -> list[str]:
    return [
        f"#par(first-line-indent: 0pt)[#text(0.9em)[{_escaped(note.get('n'))} {_inline(note.content)}]]"
        for note in state.end_notes
    ]


def _inline(content: Content) -> str:
    return "".join(_escaped(child) if isinstance(child, str) else _tag(child) for child in content)


def _tag(element: Element) -> str:
    inside = _inline(element.content)
    if element.tag == "lb":
        return " \\ "
    if element.tag == "note":
        return (
            f"#super[{_escaped(element.get('n'))}]"
            if element.get("place") == "end"
            else f"#footnote[{inside}]"
        )
    if element.tag == "pb":
        return ""
    if element.tag == "hi" and element.get("rend") == "smallcaps":
        return f"#smallcaps[{inside}]"
    return f"#emph[{inside}]" if element.tag in ("hi", "emph", "foreign", "title") else inside


def _escaped(text: str) -> str:
    return re.sub(r"([\\#$*_`~<>@\[\]/=\"'+-]|(?<=\d)\.)", r"\\\1", text)
