"""Gender forms as the words that they stand for: ``Arbeiter:innen``, ``ArbeiterInnen``, ``ouvrier·e·s``."""

import re

_GERMAN = re.compile(
    r"(?P<base>\w{3,}?)(?:[:*_·/]-?[Ii]n(?P<many>nen)?|\(in(?P<bracket>nen)?\)|(?<=[a-zäöüß])In(?P<capital>nen)?)"
)
_ROMANCE = re.compile(
    r"(?P<base>\w{2,}?)(?:[·•․.](?:[^\W_]+[·•․.]?)*[^\W_]+|\((?:e|e?s|ne|le|ère|rice|euse)\)s?)"
)
_UMLAUT = str.maketrans("äöüÄÖÜ", "aouAOU")


def bare(word: str) -> tuple[str, ...]:
    """Return the words that a gender form stands for, masculine and feminine; of another word, nothing."""
    if found := _GERMAN.fullmatch(word):
        base = found["base"]
        end = "innen" if found["many"] or found["bracket"] or found["capital"] else "in"
        # Kolleg:in is a Kollege, Ärzt:in an Arzt
        return tuple(dict.fromkeys((base, f"{base}e", base.translate(_UMLAUT), f"{base}{end}")))
    if found := _ROMANCE.fullmatch(word):
        plural = "s" if word.endswith(("s", "s)", "x")) else ""
        return tuple(dict.fromkeys((found["base"], f"{found['base']}{plural}")))
    return ()
