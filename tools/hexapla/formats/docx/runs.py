"""How the letters of a paragraph are set, and in which language."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from hexapla.formats.docx.package import W
from hexapla.formats.docx.styles import Styles, is_on, value


@dataclass(frozen=True)
class Run:
    """One piece of text in a paragraph: its ``w:t``, its language, its size in half points, bold and italic."""

    text: etree._Element
    language: str
    size: int
    bold: bool
    italic: bool

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(sign.isalpha() for sign in self.text.text or "")


def texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the ``w:t`` of a paragraph, without those of paragraphs within it (text boxes)."""
    for text in paragraph.iter(f"{W}t"):
        if next(text.iterancestors(f"{W}p"), None) is paragraph:
            yield text


def runs(paragraph: etree._Element, styles: Styles) -> list[Run]:
    """Return the runs of a paragraph."""
    style = value(paragraph.find(f"{W}pPr"), "pStyle")
    return [_run(text, style, styles) for text in texts(paragraph)]


def _run(text: etree._Element, style: str, styles: Styles) -> Run:
    run = next(text.iterancestors(f"{W}r"), None)
    said = list(styles.letters(style, run.find(f"{W}rPr") if run is not None else None))
    return Run(
        text,
        _language(said, text.text or ""),
        next((int(size) for one in said if (size := value(one, "sz")).isdecimal()), 0),
        next((on for one in said if (on := is_on(one, "b")) is not None), False),
        next((on for one in said if (on := is_on(one, "i")) is not None), False),
    )


def _language(said: list[etree._Element], text: str) -> str:
    """Return the language of letters: that for right-to-left ones, for East Asian ones, or for others."""
    rtl = any(is_on(one, "rtl") for one in said[:1])
    name = (
        "bidi"
        if rtl
        else "eastAsia"
        if any("\u2e80" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in text)
        else "val"
    )
    return next((tag for one in said if (tag := value(one, "lang", name))), "")
