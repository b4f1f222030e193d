"""What the beginnings and ends of blocks say in many languages: parts, dates, greetings, words of citing."""

import re

_MARK = r"[*⁂•·#~=_\-–—+◊❧❦☙†×✻❖◆○●]"
BREAK = re.compile(rf"{_MARK}(?:\s*{_MARK}){{0,19}}\Z")
"""A line of marks that divides what is before from what comes after."""

_PART = (
    "part|book|teil|buch|partie|livre|parte|libro|livro|rész|könyv|часть|книга|частина|część|księga|díl|část|"
    "deel|boek|osa|kirja|partea|cartea|bölüm|kitap|μέρος|βιβλίο|del|bok"
)
_CHAPTER = (
    "chapter|lecture|letter|kapitel|vorlesung|brief|chapitre|leçon|lettre|capítulo|capitolo|fejezet|levél|глава|"
    "розділ|лист|письмо|rozdział|list|kapitola|hoofdstuk|luku|capitolul|kısım|κεφάλαιο|canto|chant|gesang|act|akt|acte|"
    "scene|szene|scène"
)
_N = r"(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|[\w]{2,12})"
_KINDS = {
    "part": re.compile(
        rf"(?:{_PART})\s+{_N}\b|(?:[\w.]{{2,12}}\s+|\d+\.\s*)(?:{_PART})(?:[.:,]|\s*\Z)", re.I
    ),
    "chapter": re.compile(
        rf"(?:{_CHAPTER})\s+{_N}\b|(?:[\w.]{{2,12}}\s+|\d+\.\s*)(?:{_CHAPTER})(?:[.:,]|\s*\Z)", re.I
    ),
    "roman": re.compile(r"[IVXLC]{1,7}[.)]?(?:\s|\Z)"),
    "decimal2": re.compile(r"\d{1,3}\.\d{1,3}\.?\s"),
    "decimal3": re.compile(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.?\s"),
    "arabic": re.compile(r"(?:§\s*)?\d{1,3}[.)]?(?:\s|\Z)"),
    "letter": re.compile(r"[A-Za-z][.)]\s"),
}

_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jän|mär|mai|okt|dez|janv|févr|fév|mars|avr|juin|juil|août|ene|abr|"
    "ago|dic|gen|mag|giu|lug|set|ott|jan|már|ápr|máj|jún|júl|szept|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|"
    "січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд|stycz|lut|kwiet|maj|czerw|lip|sierp|wrze|paźdz|listop|"
    "grud|led|úno|břez|dub|květ|červ|srp|září|říj|prosin|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|"
    "joulu|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|ιαν|φεβ|μαρ|απρ|μα[ΐϊ]|ιουν|ιουλ|"
    "αυγ|σεπ|οκτ|νοε|δεκ|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
_YEAR = r"(?:1[0-9]|20)\d\d"
DATE = re.compile(
    rf"\b\d{{1,2}}(?:\.|er|st|nd|rd|th|º|\.º)?\s*(?:of\s|de\s|di\s|d[e’'])?(?:{_MONTHS})\w*\.?,?\s*(?:de\s|del\s)?{_YEAR}"
    rf"|\b(?:{_MONTHS})\w*\.?\s+\d{{1,2}}(?:st|nd|rd|th|\.)?,?\s+{_YEAR}"
    rf"|\b(?:{_MONTHS})\w*\.?,?\s+(?:de\s|of\s)?{_YEAR}"
    rf"|\b(?:im|in|en|au mois d[e’']|à)\s?(?:{_MONTHS})\w*\b"
    rf"|\b{_YEAR}[.,]?\s+(?:{_MONTHS})\w*(?:\s+\d{{1,2}})?"
    rf"|\b\d{{1,2}}[./]\s?(?:\d{{1,2}}|[IVX]{{1,4}})[./]\s?(?:{_YEAR}|\d\d)\b|\b{_YEAR}-\d\d-\d\d\b|\b{_YEAR}年",
    re.IGNORECASE,
)
"""A day, or a month with its year."""

DATELINE = re.compile(
    rf"[^\W\d_][\w .’'()-]{{1,40}},\s+(?:the\s|le\s|am\s|an\s|den\s|on\s|il\s|el\s|a\s)?(?:{DATE.pattern})\.?\Z",
    re.IGNORECASE,
)
"""A place, and a date."""

GREETING = re.compile(
    r"(?:dear|my dear|liebe[rsn]?|geehrte|sehr geehrte|werte[rs]?|cher|chère|chers|chères|mon cher|ma chère|"
    r"querid[oa]s?|estimad[oa]s?|car[oaie]|gentil[ei]|kedves|tisztelt|дорог|уважаем|шановн|люб[иі]|drog[ai]|szanown|mil[ýáí]|vážen|"
    r"beste|lieve|geachte|kära|rakas|hyvä|dragă|sevgili|αγαπητ|عزيز|comrades|genossen|camarades)\w*\b",
    re.IGNORECASE,
)

CLOSING = re.compile(
    r"(?:(?:mit|viele|herzliche|beste|schöne|liebe|kollegiale|freundliche)\w*\s(?:\w+\s)?(?:grü[sß]\w*|dank|gruß)|"
    r"hochachtungsvoll|ergebenst|(?:dein|deine|ihr|ihre|euer|eure)(?:\s\w+)?\Z|yours\b|sincerely|faithfully|"
    r"(?:best|kind|warm)\s(?:regards|wishes)|with\s(?:best|kind|warm)|(?:très\s)?cordialement|bien à (?:vous|toi)|"
    r"veuillez|recevez|salutations|atentamente|un abrazo|cordial\w*\ssal\w+|distinti saluti|tisztelettel|"
    r"üdvözlettel|szeretettel|с уважением|с приветом|з повагою|z poważaniem|pozdrawiam|s pozdravem|s úctou|"
    r"met vriendelijke|hoogachtend|med vänlig|ystävällisin|cu stimă|saygıla|με εκτίμηση|مع\s\w*\s?التحية)",
    re.IGNORECASE,
)
"""How letters end."""

CITING = re.compile(
    r"\b(?:cit(?:ing|es|ed|e|ant|a|ando|iert)|quot(?:ing|es|ed|e)|writes?|wrote|written|says?|said|reads?|declares?d?|"
    r"zitier\w+|schr(?:ei|ie)bt?e?n?|heißt|hieß|sagte?|erklärte?|liest|notierte?|berichtete?|"
    r"écri(?:t|vait|vit|vent)|dit|disait|note|notait|lit|déclare|raconte|rapporte|selon|"
    r"escrib\w+|dice|dijo|scriv\w+|scrisse|disse|írja|írta|idéz\w*|mondja|mondta|olvashat\w+|"
    r"пиш[еу]т?|писал\w*|говорит|сказал\w*|цитиру\w+|каже|писав|пиша\w*|pisze|pisał\w*|cytuj\w+|mówi|píše|napsal\w*|"
    r"S[aä]tze?|Stelle|Worte|Zeilen|phrase|passage|mots|lignes|words|lines|sentence|mondat|sorok|слова|строки|рядки|"
    r"schrijft|schreef|skriver|skrev|kirjoit\w+|scrie|scria|yazar|yazıyor|γράφει|έγραφε|يقول|كتب)\b",
    re.IGNORECASE,
)
"""Words that announce somebody else's, before a colon."""

NOTES = re.compile(
    r"(?:end)?notes?|anmerkungen|endnoten|fu[sß]snoten|notes?(?: de l[’']auteur)?|notas|note|jegyzetek|примечания|"
    r"примітки|przypisy|poznámky|noten|noter|anteckningar|viitteet|huomautukset|notlar|σημειώσεις|注|註|注释|註釋|注釈|الهوامش|هوامش",
    re.IGNORECASE,
)
"""What a section of notes is called."""


def number_kind(head: str) -> str:
    """Return how a head is numbered: part, chapter, roman, decimal2, decimal3, arabic, letter, or not at all."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(head)), "")
