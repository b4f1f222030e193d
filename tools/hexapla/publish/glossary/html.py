"""A term report as one HTML page that fetches nothing, set for screen and paper."""

from html import escape

from hexapla.model.languages import language
from hexapla.model.termreport import ReportedColumn, ReportedConcept, ReportedTerm, TermReport

_STYLE = """
:root { color-scheme: light dark; --quiet: #595e64; --rule: #d9dadb; --mark: #8a4600; --ink: #141619; --page: #fcfcfb }
@media (prefers-color-scheme: dark) {
  :root { --quiet: #a6abb1; --rule: #34383d; --mark: #edb676; --ink: #e3e4e1; --page: #17191c }
}
body { font: 17px/26px "Source Serif 4", "Noto Serif", Georgia, serif; color: var(--ink); background: var(--page);
  max-inline-size: 46rem; margin: 3rem auto; padding: 0 1.5rem; font-variant-numeric: oldstyle-nums }
h1 { font-size: 28px; line-height: 36px; font-weight: 600; text-wrap: balance }
h2 { font-size: 1.06em; margin: 0 }
article { border-block-start: 1px solid var(--rule); padding-block: 13px; break-inside: avoid }
p, dl, ul { margin: 0 } dt { color: var(--quiet); font: 12.5px/26px "Source Sans 3", "Noto Sans", sans-serif }
dl { display: grid; grid-template-columns: 7rem 1fr; margin-block-start: 4px } dd { margin: 0 }
del { color: var(--quiet) }
small, .quiet { color: var(--quiet); font: 12.5px/18px "Source Sans 3", "Noto Sans", sans-serif }
.look { color: var(--mark) } ul { list-style: none; padding: 0 }
[lang|=ar] { font-size: 1.16em } [dir=rtl] { text-align: start }
@media print { body { margin: 0; max-inline-size: none; font-size: 10.5pt; line-height: 15pt } }
@page { margin: 22mm 20mm }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } }
"""


def build(report: TermReport) -> bytes:
    """Return a report as a page in UTF-8; the same report gives the same bytes."""
    concepts = "\n".join(_concept(report, one) for one in report.concepts)
    empty = f"<p>{escape(report.words['empty'])}</p>" if not report.concepts else ""
    date = f'<p class="quiet">{escape(report.date)}</p>' if report.date else ""
    direction = language(report.lang).direction
    page = f"""<!doctype html>
<html lang="{escape(report.lang)}" dir="{direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(report.title)} · {escape(report.words["glossary"])}</title><style>{_STYLE}</style></head>
<body><h1>{escape(report.title)}</h1><p class="quiet">{escape(report.words["glossary"])}</p>{date}
{concepts}{empty}</body></html>
"""
    return page.encode()


def _concept(report: TermReport, one: ReportedConcept) -> str:
    facts = " · ".join(filter(None, (one.subject, _times(report, one.occurrences))))
    said = f"<p>{escape(one.definition)}</p>" if one.definition else ""
    columns = "".join(_column(report, column) for column in one.columns)
    return (
        f'<article id="{escape(one.id)}"><h2 lang="{escape(report.lang)}">{escape(one.head)}'
        f" <small>{escape(facts)}</small></h2>{said}<dl>{columns}</dl></article>"
    )


def _column(report: TermReport, column: ReportedColumn) -> str:
    tongue = language(column.lang)
    terms = (
        ", ".join(_term(one) for one in column.terms)
        or f'<span class="quiet">{escape(report.words["none"])}</span>'
    )
    body = f'<dd lang="{escape(column.lang)}" dir="{tongue.direction}">{terms}'
    if column.definition:
        body += f"<p>{escape(column.definition)}</p>"
    body += "</dd>"
    if column.look:
        places = "".join(
            f"<li><small class=look>{escape(f'{text} {number} · {report.words.get(name, name)}')}</small></li>"
            for text, number, name in column.look
        )
        body += f"<dt></dt><dd><ul>{places}</ul></dd>"
    return f"<dt>{escape(tongue.name)}</dt>{body}"


def _term(one: ReportedTerm) -> str:
    forms = ", ".join(f"{escape(form)} {count}" for form, count in one.forms)
    counted = f" <small>{forms or one.count}</small>" if one.count else ""
    name = escape(one.text)
    if one.status in ("deprecated", "superseded"):
        return f"<del>{name}</del>{counted}"
    return f"<b>{name}</b>{counted}" if one.status == "preferred" else f"{name}{counted}"


def _times(report: TermReport, number: int) -> str:
    return f"{number} {report.words['occurrences']}" if number else ""
