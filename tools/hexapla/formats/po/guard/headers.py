"""The header's values that other programs act on: the charset, and the number and rule of plural forms."""

import re

from hexapla.formats.po.guard.lines import MOST_FORMS
from hexapla.formats.po.guard.text import shown
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

_CHARSET = re.compile(r"charset\s*=\s*([^\s;]*)", re.IGNORECASE)
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "charset", ""})
"""``CHARSET`` is what xgettext leaves in a template, ASCII what it leaves where nothing else was needed."""
_FORMS = re.compile(r"nplurals=(\w*)")
_COUNT = re.compile(rf"0*[1-{MOST_FORMS}]|INTEGER|")
_RULE = re.compile(r"(?:EXPRESSION|[n\d?:!=<>&|%()+*/-]{0,500});*")
"""C's expressions of n, without white space; and what xgettext leaves in a template."""


def check(headers: tuple[tuple[str, str], ...], line: int) -> None:
    """Refuse a header that asks for another charset (attack S9), or whose plural forms are no such thing.

    A line without a name may be the rest of the one before it, to programs that unfold headers.
    """
    for name, value in headers:
        if name.lower() in ("content-type", ""):
            charset(value, line)
        if name.lower() in ("plural-forms", ""):
            plural_forms(value, line)


def charset(value: str, line: int) -> None:
    """Refuse another charset than UTF-8: polib would decode UTF-7, and find markup in it."""
    match = _CHARSET.search(value)
    if match and match[1].lower() not in _UTF8:
        raise BadFile(
            _(
                "The header names the charset “{charset}”; convert the catalog with “msgconv -t UTF-8” first."
            ).format(charset=shown(match[1])),
            line=line,
        )


def plural_forms(value: str, line: int) -> None:
    """Refuse more than six plural forms (Babel lists them all) and a rule that is no expression of n."""
    compact = "".join(value.split())
    for count in _FORMS.findall(compact):
        if not _COUNT.fullmatch(count):
            raise BadFile(
                _("The header claims {count} plural forms; no language has more than {most}.").format(
                    count=shown(count), most=MOST_FORMS
                ),
                line=line,
            )
    _head, equals, rule = compact.partition("plural=")
    if equals and not _RULE.fullmatch(rule):
        raise BadFile(
            _("The header's plural rule is no expression of n: “{rule}”.").format(rule=shown(rule)), line=line
        )
