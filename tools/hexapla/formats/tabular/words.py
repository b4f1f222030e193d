"""The words by which people name columns and values, in English, German and French; case and accents do not count."""

import re
import unicodedata

from hexapla.formats.tabular.columns import Field
from hexapla.model.glossary import Kind, Status

_FIELDS = {
    Field.ID: "id|concept id|entry id|identifier|identifiant|kennung|nr|nummer|number|numero|no|n°|#",
    Field.KIND: "kind|concept type|entry type|type|typ|art|genre d'entree",
    Field.SUBJECT: "subject|subject field|domain|field|topic|fachgebiet|sachgebiet|gebiet|bereich|domaine|sujet",
    Field.REFERENCES: "references|reference|cross-reference|crossreference|see|see also|related|related terms|verweis"
    "|verweise|siehe|siehe auch|renvoi|renvois|voir|voir aussi",
    Field.DEFINITION: "definition|def|meaning|description|beschreibung|bedeutung|erklarung|sens",
    Field.SOURCE: "source|source of definition|definition source|quelle|quelle der definition"
    "|reference de la definition",
    Field.NOTE: "note|notes|comment|comments|remark|remarks|concept note|bemerkung|bemerkungen|anmerkung|anmerkungen"
    "|kommentar|notiz|hinweis|commentaire|commentaires|remarque|remarques",
    Field.TERM: "term|terms|begriff|benennung|terme|termes|word|wort|mot",
    Field.STATUS: "status|term status|usage|usage status|administrative status|administrativestatus|verwendung|statut"
    "|etat|usage du terme",
    Field.PART_OF_SPEECH: "part of speech|partofspeech|pos|word class|wortart|wortklasse|categorie grammaticale"
    "|classe de mots|nature",
    Field.GENDER: "gender|grammatical gender|grammaticalgender|genus|geschlecht|genre|genre grammatical",
    Field.FORMS: "forms|form|word forms|inflections|variants|other forms|formen|wortformen|flexion|varianten|formes"
    "|autres formes|variantes",
    Field.EXACT_CASE: "exact case|case|case sensitive|case-sensitive|match case|gross-/kleinschreibung"
    "|sensible a la casse|casse",
    Field.KEEP: "keep|do not translate|donottranslate|dnt|untranslatable|not translated|nicht ubersetzen|unubersetzt"
    "|ne pas traduire|a conserver",
    Field.TEXTS: "texts|text|project|projects|projekt|projekte|projet|projets|texte|textes",
    Field.CONTEXT: "context|example|usage example|sample|kontext|beispiel|verwendungsbeispiel|contexte|exemple",
    Field.TERM_NOTE: "term note|usage note|note on the term|benennungsnotiz|note sur le terme",
}
_STATUSES = {
    Status.PREFERRED: "preferred|preferredterm-admn-sts|preferredterm|approved|recommended|standard|bevorzugt|empfohlen"
    "|genehmigt|freigegeben|vorzugsbenennung|prefere|privilegie|recommande|approuve",
    Status.ADMITTED: "admitted|admittedterm-admn-sts|admittedterm|allowed|permitted|accepted|alternative|zulassig"
    "|zugelassen|erlaubt|akzeptiert|admis|tolere|autorise|accepte",
    Status.DEPRECATED: "deprecated|deprecatedterm-admn-sts|deprecatedterm|forbidden|prohibited|rejected|not recommended"
    "|do not use|verboten|nicht verwenden|abgelehnt|unzulassig|deconseille|interdit|proscrit|a eviter|rejete",
    Status.SUPERSEDED: "superseded|supersededterm-admn-sts|supersededterm|obsolete|outdated|replaced|veraltet|uberholt"
    "|ersetzt|remplace|perime|vieilli",
}
_KINDS = {
    Kind.TERM: "term|begriff|terme|concept",
    Kind.NAME: "name|proper name|proper noun|eigenname|nom|nom propre",
    Kind.TITLE: "title|titel|titre",
}
_PARTS_OF_SPEECH = {
    "noun": "n|noun|s|sb|subst|substantiv|nomen|hauptwort|nom|substantif",
    "verb": "v|vb|verb|zeitwort|verbe",
    "adjective": "adj|adjective|a|adjektiv|eigenschaftswort|adjectif",
    "adverb": "adv|adverb|adverbe|umstandswort",
    "other": "other|andere|sonstige|autre",
}
_GENDERS = {
    "masculine": "m|masc|masculine|maskulin|maskulinum|mannlich|masculin|der|le",
    "feminine": "f|fem|feminine|feminin|femininum|weiblich|die|la",
    "neuter": "n|neut|neuter|neutrum|sachlich|neutre|das",
    "other": "other|andere|autre",
}
_YES = "yes|y|true|1|x|ja|wahr|oui|vrai|✓|✔"
_NO = "no|n|false|0|-|nein|falsch|non|faux"


def plain(text: str) -> str:
    """Return a text as it is compared: small, without accents and doubled spaces."""
    parted = unicodedata.normalize("NFD", text.strip().strip("*:").casefold())
    return re.sub(r"[\s_]+", " ", "".join(sign for sign in parted if not unicodedata.combining(sign))).strip()


FIELDS = {plain(word): field for field, words in _FIELDS.items() for word in words.split("|")}
STATUSES = {plain(word): status for status, words in _STATUSES.items() for word in words.split("|")}
KINDS = {plain(word): kind for kind, words in _KINDS.items() for word in words.split("|")}
PARTS_OF_SPEECH = {
    plain(word): value for value, words in _PARTS_OF_SPEECH.items() for word in words.split("|")
}
GENDERS = {plain(word): value for value, words in _GENDERS.items() for word in words.split("|")}
TRUTHS = dict.fromkeys(_YES.split("|"), True) | dict.fromkeys(_NO.split("|"), False)

SOURCES = frozenset({
    "source term", "source text", "source language", "ausgangsbegriff", "quellbegriff", "ausgangstext", "terme source",
})  # fmt: skip
"""How the term in the source language is called by files that name no language."""
TARGETS = frozenset({
    "target", "target term", "translation", "zielbegriff", "ubersetzung", "entsprechung", "cible", "terme cible",
    "traduction", "ziel",
})  # fmt: skip
"""How the other one is."""
