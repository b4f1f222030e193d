"""The page as a whole."""

import unicodedata

from hexapla.model.names import slug_from
from hexapla.model.parallel import ParallelEdition
from hexapla.publish.html.article import article, columns
from hexapla.publish.html.assets import policy, script, style
from hexapla.publish.html.bar import bar
from hexapla.publish.html.colophon import colophon
from hexapla.publish.html.column import Ids, spoken
from hexapla.publish.html.contents import contents
from hexapla.publish.html.markup import Html, join, tag
from hexapla.publish.html.title import title, title_page


def build(edition: ParallelEdition) -> dict[str, bytes]:
    """Return one self-contained page, file name to bytes, the same bytes for the same edition.

    A row is a block, a cell a language; every unit has an address, ``#u12``, or ``#slug.u12`` where there are
    several texts. Raises BadName for a language tag that is not well formed. Lost are pictures and links that
    lead out of the edition, whose text is kept.
    """
    ids = Ids()
    texts = [columns(edition, text, ids) for text in edition.texts]
    main = tag("main", join((article(shown) for shown in texts), "\n"))
    body = [title_page(edition), contents(texts), bar(edition), main, colophon(edition), _popup()]
    page = tag(
        "html",
        "\n",
        _head(edition),
        "\n",
        tag("body", join(body, "\n"), tag("script", script()), data_edition=edition.settings.id),
        "\n",
        **(spoken(edition.languages[0]) if edition.languages else {}),
    )
    return {f"{_name(edition)}.html": f"<!DOCTYPE html>\n{page}\n".encode()}


def _head(edition: ParallelEdition) -> Html:
    titles = dict.fromkeys(filter(None, (title(edition, lang) for lang in edition.languages)))
    parts = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy()),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="generator", content="Hexapla"),
        tag("title", join(titles, " / ") or "Hexapla"),
        tag("style", Html("\n"), style(edition), Html("\n")),
    ]
    return tag("head", join(parts, "\n"))


def _popup() -> Html:
    """Where a script shows a note beside its mark."""
    return tag("div", id="_note", popover="auto", tabindex="-1", role="dialog")


def _name(edition: ParallelEdition) -> str:
    """Return the file's name: the slug of the source's title, where it has Latin letters or digits."""
    named = title(edition, edition.settings.source)
    folded = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode()
    return slug_from(named) if any(sign.isalnum() for sign in folded) else "edition"
