"""One term in the form of another: what a translator would probably write, offered and never put in unasked."""

from itertools import product
from math import prod

from hexapla.model.terms import FormTable, Verdict
from hexapla.terms.endings import endings
from hexapla.terms.lexicon import Lexicon
from hexapla.terms.relation import Relation
from hexapla.terms.tokens import words
from hexapla.terms.word import folded, parted

_VOWELS = {
    "a": "ae", "e": "eaoö", "o": "oeö", "ö": "öoe", "á": "áé", "é": "éá", "u": "uü", "ü": "uü", "ó": "óő", "ő": "óő",
    "ı": "ıiuü", "i": "iıuü", "ä": "äa",
}  # fmt: skip
_BACK = frozenset("aáoóuúı")
_FRONT = {"fi": frozenset("äöy"), "et": frozenset("äöü")}
_FRONT_OTHERWISE = frozenset("eéöőüű")
_NEUTRAL = {"hu": frozenset("iíé"), "fi": frozenset("ei"), "et": frozenset("ei")}
_ALWAYS = ("ért", "ként", "kor", "ig", "é")
"""Hungarian endings that never change."""
_HARMONY = frozenset({"hu", "tr", "fi", "et", "az", "kk"})
"""Languages whose endings take up the vowels of the word: maradéknak, but szemnek."""
_MOST = 48


def like(form: str, old: str, new: str, lang: str, table: FormTable | None = None) -> str:
    """Return a term (``new``) in the form in which another one (``old``) stands; empty where nobody can tell.

    Of terms of several words only the last is inflected, and only where the others stand as the glossary has them.
    """
    before, last = _apart(form)
    old_before, old_last = _apart(old)
    new_before, new_last = _apart(new)
    if before.casefold() != old_before.casefold() and before:
        return ""
    made = _one(last, old_last, new_last, Lexicon(lang, table))
    if not made:
        return ""
    whole = f"{new_before}{made}"
    return whole[:1].upper() + whole[1:] if form[:1].isupper() and not old[:1].isupper() else whole


def _one(form: str, old: str, new: str, lexicon: Lexicon) -> str:
    recipe = lexicon.recipe
    if folded(form, recipe) == folded(old, recipe):
        return new
    _shared, (ending, lost) = parted(folded(form, recipe), folded(old, recipe))
    low, relation, best = folded(new, recipe), Relation(lexicon), ("", -1)
    for end in _endings(ending, low, lexicon.lang.partition("-")[0]):
        if not low.endswith(lost):
            continue
        made = low[: len(low) - len(lost)] + end
        match = relation.of(made, low, capital=recipe.nouns_capital and new[:1].isupper())
        if match is None or match[0] is not Verdict.CONFIRMED:
            continue
        if lexicon.forms(low).lemmas and low not in lexicon.forms(made).lemmas:
            continue  # the dictionary has the term, and would have this form of it
        number = endings(recipe.dictionary).get(parted(made, low)[1], 0)
        if number > best[1]:
            best = new[: len(new) - len(lost)] + end, number
    return best[0]


def _endings(ending: str, word: str, lang: str) -> list[str]:
    """Return an ending with the vowels that it may have after a word, itself first where it fits."""
    if lang not in _HARMONY or ending in _ALWAYS:
        return [ending]
    choices = [_VOWELS.get(sign, sign) for sign in ending]
    if prod(map(len, choices)) > _MOST:
        return []
    made = dict.fromkeys((ending, *("".join(one) for one in product(*choices))))
    neutral, front = _NEUTRAL.get(lang, frozenset()), _FRONT.get(lang, _FRONT_OTHERWISE)
    vowels = [sign for sign in word if sign in _BACK or sign in front or (sign == "i" and not neutral)]
    last = next((sign for sign in reversed(vowels) if sign not in neutral), "e")
    wrong = front if last in _BACK else _BACK
    return [one for one in made if not any(sign in wrong and sign not in neutral for sign in one)]


def _apart(text: str) -> tuple[str, str]:
    """Return a text up to its last word, and that word."""
    found = words(text)
    return (text[: found[-1].start], text[found[-1].start :]) if found else ("", text)
