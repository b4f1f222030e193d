"""The header's values that other programs act on: the charset, and the number and rule of plural forms."""

import re

from hexapla.formats.po.guard.lines import MOST_FORMS
from hexapla.formats.po.guard.text import shown
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

_CHARSET = re.compile(r"charset\s*=\s*([^\s;]*)", re.IGNORECASE)
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "charset", ""})
"""``CHARSET`` is what xgettext leaves in a template, ASCII what it leaves where nothing else was needed."""
_FORMS = re.compile(r"nplurals\s*=\s*(\w*)")
_RULE = re.compile(r"plural\s*=\s*(?:EXPRESSION|[n\d\s?:!=<>&|%()+*/-]{0,500})\s*;?\s*\Z")
_COUNT = re.compile(rf"0*[1-{MOST_FORMS}]|INTEGER|")


def check(headers: tuple[tuple[str, str], ...], line: int) -> None:
    """Refuse a header that asks for another charset (attack S9), or whose plural forms are no such thing."""
    for name, value in headers:
        if name.lower() == "content-type":
            charset(value, line)
        elif name.lower() == "plural-forms":
            plural_forms(value, line)


def charset(value: str, line: int) -> None:
    """Refuse a Content-Type that names another charset than UTF-8; polib would decode UTF-7 and find markup in it."""
    match = _CHARSET.search(value)
    if match and match[1].lower() not in _UTF8:
        raise BadFile(
            _("The header names the charset “{charset}”; convert the catalog with “msgconv -t UTF-8” first.").format(
                charset=shown(match[1])
            ),
            line=line,
        )


def plural_forms(value: str, line: int) -> None:
    """Refuse more than six plural forms (Babel makes a list of them all) and a rule that is no C expression of n."""
    count = _FORMS.search(value)
    if count and not _COUNT.fullmatch(count[1]):
        raise BadFile(
            _("The header claims {count} plural forms; no language has more than {most}.").format(
                count=shown(count[1]), most=MOST_FORMS
            ),
            line=line,
        )
    rule = value[count.end() :] if count else value
    start = rule.find("plural")
    if start >= 0 and not _RULE.match(rule, start):
        raise BadFile(
            _("The header's plural rule is no expression of n: “{rule}”.").format(rule=shown(rule[start:])), line=line
        )
