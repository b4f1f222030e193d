"""Ids that a document gives twice, as they come about when a paragraph is copied."""

import re
from collections import Counter

_PART = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<tag><[^\W\d](?:\"[^\"<]*\"|'[^'<]*'|[^\"'<>])*>)",
    re.DOTALL,
)
_MARK = ".."
_ATTRIBUTE = re.compile(r"(?P<head>\s(?P<key>[^\s=\"'<>]+)\s*=\s*)(?P<value>\"[^\"<]*\"|'[^'<]*')")


def told_apart(source: bytes) -> bytes:
    """Return a document in UTF-8 in which the second ``u12`` is called ``u12..2``; any other as it is."""
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return source
    given = Counter(
        attribute["value"][1:-1].strip()
        for part in _PART.finditer(text)
        for attribute in _ATTRIBUTE.finditer(part["tag"] or "")
        if attribute["key"] == "xml:id"
    )
    if not any(count > 1 for count in given.values()):
        return source
    seen: Counter[str] = Counter()

    def named(attribute: re.Match[str]) -> str:
        name, quote = attribute["value"][1:-1].strip(), attribute["value"][0]
        seen[name] += attribute["key"] == "xml:id"
        number = seen[name]
        if attribute["key"] != "xml:id" or number == 1:
            return attribute[0]
        while (made := f"{name}{_MARK}{number}") in given:
            number += 1
        given[made] += 1
        return f"{attribute['head']}{quote}{made}{quote}"

    def within(part: re.Match[str]) -> str:
        return _ATTRIBUTE.sub(named, part[0]) if part["tag"] else part[0]

    return _PART.sub(within, text).encode()


def twin_of(name: str) -> str:
    """Return the id that was given twice: ``u12`` for ``u12..2``; ``""`` for any other."""
    base, mark, number = name.rpartition(_MARK)
    return base if mark and number.isdecimal() else ""
