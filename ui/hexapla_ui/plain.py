"""Pages without Streamlit, for whoever is not signed in: one heading, one sentence, at most one button."""

from html import escape

from starlette.responses import HTMLResponse

from hexapla_ui import static
from hexapla_ui.messages import _

_PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} · Hexapla</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{base}plain.css">
</head>
<body>
<main>
<img src="{base}logo.svg" alt="Hexapla" height="22">
<h1>{title}</h1>
<p>{sentence}</p>
{form}</main>
</body>
</html>
"""
_FORM = '<form method="post"><button type="submit">{label}</button></form>\n'
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    # "no-referrer" would have the browser leave the form's origin out, which is what the route asks for.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def page(title: str, sentence: str, *, button: str = "", status: int = 200) -> HTMLResponse:
    """Build a page from plain words; ``button`` sends an empty form to the page's own address."""
    html = _PAGE.format(
        lang="en",
        base=static.base(),
        title=escape(title),
        sentence=escape(sentence),
        form=_FORM.format(label=escape(button)) if button else "",
    )
    return HTMLResponse(html, status, headers=HEADERS)


def trouble(sentence: str, *, status: int = 403) -> HTMLResponse:
    """Build a page that says why something cannot be done."""
    return page(_("This link does not open anything"), sentence, status=status)
