"""What the names of styles and classes say of a paragraph, in the languages that word processors name them in."""

import re

_NAMES = {
    "title": "title titre titel título titolo название заголовокдокумента booktitle",
    "subtitle": "subtitle soustitre untertitel subtítulo sottotitolo подзаголовок",
    "speaker": "speaker sprecher sprecherin locuteur orador hablante parlante говорящий interviewer dialoguespeaker",
    "signed": (
        "signature unterschrift unterzeichnet signatur firma подпись signed assinatura aláírás podpis "
        "closing grußformel formuledepolitesse cierre formuladichiusura прощание"
    ),
    "dateline": "date datum fecha data дата dateline ortdatum lieuetdate",
    "salute": "salutation greeting anrede saludo saluto обращение salute",
    "quote": (
        "quote quotations quotation blocktext intensequote zitat intensiveszitat blockzitat blockquote citation "
        "citationintense cita citadestacada citazione citazioneintensa цитата выделеннаяцитата citação bloccitation"
    ),
    "epigraph": "epigraph motto épigraphe epígrafe epigrafe эпиграф exergue",
    "verse": (
        "verse poem poetry stanza lineblock gedicht strophe vers poème poésie verso poesía poesia стихи стихотворение"
    ),
    "break": "sectionbreak scenebreak asterism separator zwischenraum trenner",
    "code": (
        "sourcecode verbatim preformattedtext vorformatiertertext htmlpreformatted htmlvorformatiert préformaté"
    ),
    "caption": "caption legende beschriftung légende leyenda didascalia",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_PLAIN = frozenset({"char", "zchn", "car", "carácter", "carattere", "знак"})
_HEAD = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|encabezado|заголовок|kop|címsor|nagłówek|rubrik)(\d)\Z"
)
_CONTENTS = re.compile(
    r"(?:toc|contents|tableofcontents|inhaltsverzeichnis|verzeichnis|tm|tdm|índice|indice|sommario|оглавление|tablas?)"
    r"(?:\d|heading|title|überschrift)\Z"
)
_LETTERS = re.compile(r"[^\w]|_")


def kind(name: str) -> str:
    """Return the kind that a style or class names: one of ``structure.Piece``'s, or title, subtitle, code, caption.

    Empty for a name that says nothing (``Normal``, ``Text Body``). Levels of headings are ``level``'s.
    """
    return _KINDS.get(_folded(name), "")


def level(name: str) -> int:
    """Return the level of a heading's style (``Überschrift 2``), 0 for another style."""
    found = _HEAD.match(_folded(name))
    return int(found[1]) if found else 0


def is_contents(name: str) -> bool:
    """Whether a style is that of a line in a list of contents (``TOC 2``, ``Contents Heading``)."""
    return bool(_CONTENTS.match(_folded(name)))


def first(names: tuple[str, ...]) -> str:
    """Return the kind that the first telling one of several names has."""
    return next((found for name in names if (found := kind(name))), "")


def _folded(name: str) -> str:
    """Return a name without case, spaces, and what word processors add to it (``Zitat Zchn``)."""
    words = [word for word in re.split(r"[\s_-]+", name.casefold()) if word]
    if len(words) > 1 and words[-1] in _PLAIN:
        words = words[:-1]
    return _LETTERS.sub("", "".join(words))
