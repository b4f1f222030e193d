"""The formats that an edition is published in, by name, in the order that they are shown.

Each is a pure function from one parallel edition to file names and bytes, the same bytes every time.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hexapla.model.parallel import ParallelEdition
from hexapla.publish import html, tei


def _tei(edition: ParallelEdition) -> dict[str, bytes]:
    """One parallel TEI a text, and one TEI a text and language."""
    return tei.parallel(edition) | tei.single(edition)


FORMATS: Mapping[str, Callable[[ParallelEdition], dict[str, bytes]]] = MappingProxyType(
    {"html": html.build, "tei": _tei}
)
