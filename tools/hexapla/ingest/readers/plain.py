"""Plain text: structure from layout, every sign kept."""

from pathlib import PurePath

from hexapla.formats.tei import blocks, header, inline
from hexapla.ingest.decode import clean, decode
from hexapla.ingest.layout import heads, hyphens, joining, measure, pages, paragraphs, tree
from hexapla.ingest.layout.lines import Line, split
from hexapla.ingest.reader import Origin
from hexapla.model.languages import canonical, language
from hexapla.model.messages import _
from hexapla.model.report import Decision, Report
from hexapla.model.text import Element, Text, element

_SUFFIXES = frozenset({".txt", ".text"})


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("plain text (.txt)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is plain text: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text in a plain text file; its first head is the title, else the file's name.

    Taken away are only the characters that XML refuses, page numbers, and hyphens that the text proves to be
    the typesetter's: each is a decision in the report. Form feeds become ``pb``.
    """
    text, decisions = clean(decode(source, origin.name), origin.name)
    lang = canonical(origin.lang)
    body, made = _body(split(text), spaced=language(lang).spaced)
    decisions = sorted([*made, *decisions], key=lambda decision: decision.line)
    title = inline.clean(origin.title or _first_head(body) or PurePath(origin.name).stem)
    head = header.make(title, lang, authors=[inline.clean(author) for author in origin.authors])
    whole = element("text", body, type="source", xml_lang=lang)
    made_text = Text(origin.id, lang, header.title_of(head), head, whole, blocks.find(whole))
    return made_text, Report("plain", tuple(decisions))


def _body(lines: list[Line], *, spaced: bool) -> tuple[Element, list[Decision]]:
    """Return the body that lines make, and what was decided about them."""
    lines, decisions = pages.numbered(lines)
    layout = measure.measure(lines, spaced=spaced)
    found, continued = paragraphs.paragraphs(lines, layout)
    use = hyphens.usage(line for line in lines if line.text)
    parts = []
    decisions = [*_whole(lines, layout), *decisions, *continued]
    for kind, paragraph in zip(heads.kinds(found, layout), found, strict=True):
        content, joined = joining.join(paragraph.lines, layout, use, spaced=spaced)
        parts.append((kind, content))
        decisions += joined
        if kind != "p":
            decisions.append(_structure(kind, paragraph))
    return tree.body(parts), decisions


def _whole(lines: list[Line], layout: measure.Layout) -> list[Decision]:
    """Return what was decided for the text as a whole."""
    if layout.each_line:
        reasons = [_("Lines are long, or end as sentences do: each of them is a paragraph.")]
    elif layout.keeps_lines:
        reasons = [_("Lines are short, as in verse: they end where they ended.")]
    elif layout.width:
        reasons = [_("Lines were wrapped at about {n} signs: they are joined.").format(n=layout.width)]
    else:
        reasons = []
    if layout.indents:
        reasons.append(_("Indented lines begin paragraphs."))
    decisions = [Decision("layout", 1, reason=reason) for reason in reasons]
    soft = [line.number for line in lines if hyphens.SOFT in line.text]
    if soft:
        reason = _("Soft hyphens are kept; lines that have some: {n}.").format(n=len(soft))
        decisions.append(Decision("hyphen", soft[0], reason=reason))
    return decisions


def _structure(kind: str, paragraph: paragraphs.Paragraph) -> Decision:
    """Return the decision that a paragraph is a head or a break."""
    text = "\n".join(line.text for line in paragraph.lines)
    head = _("A short line that stands alone before a paragraph.")
    reason = head if kind == "head" else _("A line of marks divides what is before from what comes after.")
    return Decision(kind, paragraph.lines[0].number, text, text, reason)


def _first_head(body: Element) -> str:
    """Return the text of the head that the body begins with; empty where it begins with none."""
    first = body.content[0] if body.content else ""
    if not isinstance(first, Element) or first.tag != "head":
        return ""
    return inline.plain(inline.render(first.content))
