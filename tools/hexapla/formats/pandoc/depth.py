"""How deep JSON is nested, before anything that recurses reads it."""

import re

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)


def depth(source: bytes) -> int:
    """Return the greatest number of brackets that are open at once; those within strings do not count."""
    deepest = now = 0
    for found in _TOKEN.finditer(source):
        sign = found[0][:1]
        if sign in b"[{":
            now += 1
            deepest = max(deepest, now)
        elif sign in b"]}":
            now -= 1
    return deepest
