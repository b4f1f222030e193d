"""Writes the message catalogs anew from the code: ``python tools/extract_messages.py`` (``--check`` only compares).

Python's messages are those inside ``_()``, ``N_()`` and ``ngettext()``; the browser's are the
``MESSAGES`` arrays of its modules.
"""

import io
import json
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGES = {"hexapla": ROOT / "tools" / "hexapla", "hexapla_ui": ROOT / "ui" / "hexapla_ui"}
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def template(domain: str) -> Catalog:
    """Extract the messages of a package, sorted by their text, without places: small diffs, no noise."""
    found = Catalog(domain=domain, project="Hexapla", version="", charset="utf-8", fuzzy=False)
    where = PACKAGES[domain]
    for _file, _line, message, _comments, context in extract_from_dir(
        str(where), [("**.py", "python")], keywords=KEYWORDS
    ):
        found.add(message, context=context)
    for module in sorted(where.glob("client/*.js")):
        for array in re.findall(
            r"^export const MESSAGES = (\[.*?^\]);", module.read_text("utf-8"), re.M | re.S
        ):
            for message in json.loads(array):
                found.add(message)
    return found


def render(catalog: Catalog) -> bytes:
    """Render a catalog without dates, so that the same code gives the same bytes."""
    written = io.BytesIO()
    write_po(written, catalog, sort_output=True, omit_header=False, no_location=True, width=0)
    dated = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid",
    )
    lines = written.getvalue().decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("#") and not line.lstrip('"').startswith(dated)]
    return "".join(kept).lstrip("\n").encode()


def outputs() -> dict[Path, bytes]:
    """Return every template and catalog as it should be."""
    made: dict[Path, bytes] = {}
    for domain, package in PACKAGES.items():
        fresh = template(domain)
        made[package / "locales" / f"{domain}.pot"] = render(fresh)
        for path in sorted((package / "locales").glob(f"*/LC_MESSAGES/{domain}.po")):
            with path.open("rb") as source:
                catalog = read_po(source, locale=path.parent.parent.name)
            catalog.update(fresh, no_fuzzy_matching=True)
            catalog.obsolete.clear()
            made[path] = render(catalog)
    return made


def main() -> int:
    """Write, or with ``--check`` say which files are behind the code."""
    behind = [
        path for path, content in outputs().items() if not path.exists() or path.read_bytes() != content
    ]
    for path in behind:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.write_bytes(outputs()[path])
    return int(bool(behind) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
