"""Runs: what the browser speaks instead of XML, a list of text and tags in order.

``{"text": "…"}`` · free tags ``{"open": "hi", "id": 1, "rend": "italic"}`` … ``{"close": 1}`` · notes
``{"note": "n1"}`` · other bound tags ``{"bound": "lb"}``, or with content ``{"open": "ref", "id": 2,
"target": "#u5", "bound": true}`` … · translator's notes ``{"tn": "hu.tn1", "runs": […]}``. Attributes keep
their names, but ``xml:lang`` is ``lang``.
"""

from hexapla.formats.tei.runs.read import from_runs
from hexapla.formats.tei.runs.write import Run, to_runs

__all__ = ["Run", "from_runs", "to_runs"]
