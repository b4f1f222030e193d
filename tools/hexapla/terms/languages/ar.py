"""Arabic: particles and pronouns are written together with a word, and most plurals are made within it.

The patterns of inner plurals: any grammar, e.g. Wright, A Grammar of the Arabic Language, I §§ 300-306.
"""

import re
from collections.abc import Iterator

from hexapla.terms.recipe import Recipe, listed

_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_LETTERS = str.maketrans("أإآٱىؤئ", "اااايءء")
_BEFORE = re.compile(r"(?:[وف])?(?:(?:[بكل])?ال|لل|[بكلس])?")
_AFTER = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك")
_SURE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(.)(.)(.)", ("ا{0}{1}ا{2}",)),
    (r"(.)(.)[يا](.)ة", ("{0}{1}اء{2}",)),
    (r"(.)(.)[ياو](.)", ("{0}{1}{2}اء", "ا{0}{1}{2}اء", "ا{0}{1}{2}ة", "{0}{1}اء{2}")),
    (r"(.)ا(.)(.)ة?", ("{0}وا{1}{2}", "{0}{1}ا{2}")),
    (r"م(.)(.)(.)ة?", ("م{0}ا{1}{2}",)),
    (r"م(.)و(.)ة?", ("م{0}او{1}", "م{0}اء{1}")),
    (r"م(.)(.)[واي](.)", ("م{0}ا{1}ي{2}",)),
    (r"(.)(.)(.)[وياى](.)ة?", ("{0}{1}ا{2}ي{3}",)),
    (r"(.)(.)و", ("ا{0}{1}اء",)),
)
_LIKELY: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(.)(.)(.)", ("{0}{1}و{2}", "ا{0}{1}{2}", "{0}{1}ا{2}", "{0}{1}{2}ان", "ا{0}{1}{2}ة")),
    (r"(.)(.)(.)ة", ("{0}{1}{2}", "{0}{1}ا{2}")),
    (r"(.)(.)[يا](.)ة", ("{0}{1}{2}",)),
    (r"(.)(.)[ياو](.)", ("{0}{1}ا{2}", "{0}{1}{2}", "{0}{1}{2}ي")),
    (r"(.)ا(.)(.)", ("{0}{1}{2}ة", "{0}{1}{2}اء", "{0}{1}{2}ان")),
    (r"(.)(.)(.)(.)ة?", ("{0}{1}ا{2}{3}",)),
    (r"(.)و(.)ة", ("{0}و{1}",)),
    (r"(.)[ايو](.)", ("ا{0}وا{1}", "{0}ي{1}ان", "ا{0}يا{1}", "{0}يو{1}")),
)  # fmt: skip
"""Patterns of a singular, and of its plurals: those that hardly another word has, and the others."""
_VERB = ("", "ون", "وا", "ان", "ين", "ن")


def fold(word: str) -> str:
    """Leave vowel signs away, and the seats of hamza."""
    return _MARKS.sub("", word).translate(_LETTERS)


def unclitic(word: str) -> tuple[str, ...]:
    """Return what a word may be without the particles before it and the pronoun after it."""
    return tuple(dict.fromkeys(form for form in _bare(word) if len(form) >= 2 and form != word))


def inner(word: str) -> tuple[tuple[str, bool], ...]:
    """Return the inner plurals that the pattern of a word allows, and the imperfect if it is a verb."""
    made: dict[str, bool] = {}
    if 3 <= len(word) <= 6 and not word.endswith(("ة", "ي")):
        made |= {f"{person}{word}{end}": True for person in "يتن" for end in _VERB}
        made |= {f"{word}{end}": True for end in ("وا", "ت", "تا")}
    for table, sure in ((_LIKELY, False), (_SURE, True)):
        for pattern, shapes in table:
            if found := re.fullmatch(pattern, word):
                made |= {shape.format(*found.groups()): sure for shape in shapes}
    return tuple((form, sure) for form, sure in made.items() if form != word)


def _bare(word: str) -> Iterator[str]:
    starts = {0}
    if found := _BEFORE.match(word):
        whole = found.end()
        starts |= {whole} | ({1} if word[:1] in "وفبلكس" else set())
    for start in sorted(starts):
        rest = word[start:]
        if len(rest) < 2:
            continue
        yield rest
        for end in _AFTER:
            if rest.endswith(end) and len(rest) - len(end) >= 2:
                stem = rest[: -len(end)]
                yield stem
                if stem.endswith("ت"):
                    yield stem[:-1] + "ة"


RECIPE = Recipe(
    dictionary="ar",
    fold=fold,
    unclitic=unclitic,
    inner=inner,
    derived=frozenset(listed("ي ية يا يون يين يات")),
)
