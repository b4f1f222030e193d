"""What a PDF says of its title and authors; programs put the names of files and of machines there."""

import re

from hexapla.formats.pdf import Document

_NO_TITLE = re.compile(
    r"\.(?:docx?|odt|rtf|tex|dvi|indd|qxp|qxd|pdf|html?|pages|txt|wpd|ps|eps|xml|fm|pmd)\b|^microsoft word\b"
    r"|^untitled\b|^unbenannt\b|^sans titre\b|^без имени\b|^document\s*\d*$|^title$|^titel$|[\\/]|^[\w-]*\d{4,}[\w-]*$|^about:|://",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"^(?:user|admin\w*|administrator|author|unknown|owner|office|scanner|root|pc|anonymous|\W*)$|@|[\\/]",
    re.IGNORECASE,
)
_FIRST_PAGES = 4


def title(document: Document) -> str:
    """Return the title that a document gives itself, if its first pages say it too; else an empty one."""
    named = " ".join(document.title.split())
    if not named or _NO_TITLE.search(named) or len(named) > 300:
        return ""
    said = "".join(word.text for page in document.pages[:_FIRST_PAGES] for word in page.words)
    return named if _bare(named) and _bare(named) in _bare(said) else ""


def authors(document: Document) -> tuple[str, ...]:
    """Return the authors that a document names, without names that are none."""
    named = [" ".join(part.split()) for part in document.author.split(";")]
    return tuple(name for name in named if name and len(name) <= 100 and not _NO_AUTHOR.search(name))


def _bare(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
