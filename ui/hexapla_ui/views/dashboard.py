"""The dashboard: texts × languages, and the way to the next unit."""

from hexapla.model.catalog import State
from hexapla.work import status
from hexapla_ui import serving, surface


def main() -> None:
    """Mount the matrix of progress."""
    edition = serving.current().edition
    rows = [
        {
            "text": one.text,
            "lang": one.lang,
            "total": one.total,
            "words": sum(one.words.values()),
            "units": {str(state): one.units.get(state, 0) for state in State},
            "translated": one.share(State.TRANSLATED),
        }
        for one in status.status(edition)
    ]
    surface.mount(
        "dashboard",
        title=status.title(edition),
        rows=rows,
        texts=surface.all_texts(),
        languages=surface.all_languages(),
    )


main()
