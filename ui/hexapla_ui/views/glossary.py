"""The glossary: its list, the dossier of a concept, candidates, the worklist, the concordance; the URL says which."""

from hexapla_ui import serving, surface


def main() -> None:
    """Mount the page; what it shows is asked of the route."""
    settings = serving.current().edition.settings
    surface.mount(
        "terms",
        wide=True,
        source=settings.source,
        targets=list(settings.targets),
        texts=surface.all_texts(),
        languages=surface.all_languages(),
    )


main()
