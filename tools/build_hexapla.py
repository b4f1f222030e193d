"""The build backend: setuptools, with the message catalogs compiled first (PEP 517, in-tree backend)."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools import build_meta
from setuptools.build_meta import (  # noqa: F401 - hooks that need nothing of ours
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

ROOT = Path(__file__).parent.parent
PACKAGES = (ROOT / "tools" / "hexapla", ROOT / "ui" / "hexapla_ui")


def compile_catalogs() -> None:
    """Write a ``.mo`` beside every catalog of the program's own messages."""
    for package in PACKAGES:
        for catalog in sorted((package / "locales").glob("*/LC_MESSAGES/*.po")):
            with catalog.open("rb") as source, catalog.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source, locale=catalog.parent.parent.name))


def build_wheel(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """Compile the catalogs, then build a wheel."""
    compile_catalogs()
    return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """Compile the catalogs, then build an editable wheel."""
    compile_catalogs()
    return build_meta.build_editable(wheel_directory, config_settings, metadata_directory)
