"""An invented anthology in English, German and Arabic with every kind of block, and shorter ones to vary."""

from collections.abc import Iterable

from hexapla.model.catalog import Place, State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.parallel import ParallelEdition, ParallelText, Rendering
from hexapla.model.person import Person
from hexapla.model.text import Block, Text, Unit, element

ESSAY = "on-carrying"
WORDS = {
    "en": {"title": "The Bridge Keepers", "subtitle": "Four pieces about crossing", "imprint": "Ferry Press"},
    "de": {
        "title": 'Die <hi rend="italic">Brückenwärter</hi>',
        "subtitle": "Vier Stücke vom Übersetzen",
        "word.contents": "Inhalt",
        "word.notes": "Anmerkungen",
        "word.translators-note": "Anmerkung der Übersetzerin",
        "word.untranslated": "noch nicht übersetzt",
        "word.omitted": "in der Übersetzung ausgelassen",
        "word.draft": "Entwurf",
        "word.translated": "übersetzt",
        "word.reviewed": "durchgesehen",
        "word.licence": "Lizenz",
        "word.colophon": "Über diese Ausgabe",
        "word.translated-by": "Übersetzt von",
        "word.by": "von",
    },
    "ar": {
        "title": "حرّاس الجسر",
        "subtitle": "أربع قطع عن العبور",
        "word.notes": "حواشٍ",
        "word.untranslated": "لم يُترجم بعد",
        "word.omitted": "حُذف في الترجمة",
        "word.draft": "مسوّدة",
        "word.translated": "مترجَم",
        "word.reviewed": "مراجَع",
        "word.colophon": "عن هذه الطبعة",
        "word.translated-by": "ترجمة",
    },
}


def units(first: int, *sources: str) -> tuple[Unit, ...]:
    """Number units from ``first`` on."""
    return tuple(Unit(f"u{n}", str(n), source) for n, source in enumerate(sources, first))


def said(*rows: tuple[str, str]) -> tuple[Rendering, ...]:
    """Translate units: ``("u3", "…")``, a join as ``("u3+u4", "…")``."""
    return tuple(Rendering(tuple(names.split("+")), words, State.TRANSLATED) for names, words in rows)


def text(
    slug: str, blocks: Iterable[Block], title: str = "", lang: str = "en", **renderings: tuple[Rendering, ...]
) -> ParallelText:
    """A parallel text made of blocks; its trees are empty, since exporters read the blocks."""
    source = Text(f"t-{slug}", lang, title, element("teiHeader"), element("text"), tuple(blocks))
    return ParallelText(slug, source, renderings)


def edition(
    *texts: ParallelText, languages: tuple[str, ...] = ("en", "de"), **others: object
) -> ParallelEdition:
    """An edition of these texts, English first."""
    settings = Settings(id="0f3a", source="en", targets=tuple(tag for tag in languages if tag != "en"))
    return ParallelEdition(**{"settings": settings, "languages": languages, "texts": texts, **others})  # type: ignore[arg-type]


def essay() -> ParallelText:
    """Heads, epigraph, paragraphs, quote, notes of both kinds, a join, an omission, gaps."""
    blocks = [
        Block("head", units(1, "On Carrying"), id="b1", level=1),
        Block("epigraph", units(2, "Who carries a door through the town carries the house."), group="e1"),
        Block("epigraph", units(3, "<bibl>Carved into a handrail</bibl>"), group="e1"),
        Block("head", units(4, "The plank"), level=2),
        Block(
            "p",
            units(
                5,
                "Between the two mills there lies a plank, and nobody has ever laid it there.",
                'It is nine paces long and bears whatever crosses it slowly.<note xml:id="n1"/>',
                "Those who run fall in.",
                "Those who fall in are given soup.",
            ),
            id="b5",
        ),
        Block(
            "note",
            units(
                30,
                'Measured by a tall woman; <ref target="#u5">others</ref> count eleven.<note xml:id="n3"/>',
            ),
            note="n1",
            n="1",
        ),
        Block("note", units(33, 'She never said <hi rend="bold">how</hi> tall.'), note="n3", n="3"),
        Block(
            "p",
            units(
                9,
                "A bridge that belongs to somebody is called a toll.",
                "A bridge that belongs to <emph>nobody</emph> is, in the old sense of the word, a "
                '<foreign xml:lang="la">pons</foreign>: something that is kept up by those who cross.'
                '<note xml:id="n2"/>',
                "It is not in the <title>Register of Crossings</title>.<lb/>It never was.",
            ),
        ),
        Block(
            "note",
            units(31, "The register itself was lent out in the wet year.", "It came back dry."),
            note="n2",
            n="2",
        ),
        Block(
            "quote",
            units(
                12,
                "Whoever mends the plank may sit on it for one evening.",
                "Whoever only sits on it mends it next time.",
            ),
            group="q1",
        ),
        Block("head", units(14, "What the river knows"), level=2),
        Block(
            "p",
            units(
                15, "The river is older than the plank.", "It has never crossed anything.", "It goes along."
            ),
        ),
        Block("p", units(18, "Read downstream, it is a list of villages; read upstream, it is work.")),
    ]
    german = said(
        ("u1", "Vom Tragen"),
        ("u2", "Wer eine Tür durch die Stadt trägt, trägt das Haus."),
        ("u3", "<bibl>In ein Geländer geschnitzt</bibl>"),
        ("u4", "Die Planke"),
        ("u5", "Zwischen den beiden Mühlen liegt eine Planke, und niemand hat sie je dorthin gelegt."),
        ("u6", 'Sie ist neun Schritte lang und trägt, was langsam über sie geht.<note xml:id="n1"/>'),
        ("u7+u8", "Wer rennt, fällt hinein, und wer hineinfällt, bekommt Suppe."),
        (
            "u9",
            "Eine Brücke, die jemandem gehört, heißt Zoll."
            '<note type="translator" place="foot" xml:id="de.tn1">'
            'Im Original <foreign xml:lang="en">toll</foreign>, was auch das Läuten ist.</note>',
        ),
        (
            "u10",
            "Eine Brücke, die <emph>niemandem</emph> gehört, ist im alten Sinn des Wortes eine "
            '<hi rend="italic">Allmende</hi>: etwas, das von denen erhalten wird, die hinübergehen.'
            '<note xml:id="n2"/>'
            ' <seg type="added">So sagt man hier.</seg>',
        ),
        ("u11", "Im <title>Verzeichnis der Übergänge</title> steht sie nicht.<lb/>Sie stand nie darin."),
        ("u12", "Wer die Planke ausbessert, darf einen Abend lang auf ihr sitzen."),
        ("u13", "Wer nur auf ihr sitzt, bessert sie das nächste Mal aus."),
        ("u14", "Was der Fluss weiß"),
        ("u15", "Der Fluss ist älter als die Planke."),
        ("u17", "Er geht entlang."),
        ("u30", 'Von einer großen Frau gemessen; andere kommen auf elf.<note xml:id="n3"/>'),
        ("u31", "Das Verzeichnis selbst war im nassen Jahr verliehen."),
        ("u33", "Wie groß, hat sie nie gesagt."),
    )
    moved = Rendering(("u17",), "Er geht entlang.", State.REVIEWED, place=Place(after="u15", paragraph=True))
    arabic = said(
        ("u1", "في الحمل"),
        ("u2", "من يحمل بابًا عبر المدينة يحمل البيت."),
        ("u3", "<bibl>محفور على درابزين</bibl>"),
        ("u4", "اللوح"),
        ("u5", "بين الطاحونتين لوح خشب، ولم يضعه أحد هناك قط."),
        ("u6", 'طوله تسع خطوات، ويحمل كل ما يعبره على مهل.<note xml:id="n1"/>'),
        ("u7", "من يركض يسقط."),
        (
            "u9",
            "الجسر الذي يملكه أحد يسمى مَكسًا."
            '<note type="translator" place="foot" xml:id="ar.tn1">المكس: ما يؤخذ من العابرين.</note>',
        ),
        (
            "u10",
            "والجسر الذي لا يملكه أحد هو، بالمعنى القديم للكلمة، <emph>مُشاع</emph>: شيء يحفظه من يعبرونه."
            '<note xml:id="n2"/>',
        ),
        ("u14", "ما يعرفه النهر"),
        ("u15", "النهر أقدم من اللوح."),
        ("u30", "قاسته امرأة طويلة؛ ويعدّه غيرها إحدى عشرة خطوة."),
        ("u31", "السجل نفسه كان معارًا في سنة المطر."),
    )
    omitted = Rendering(("u8",), "", State.OMITTED, "a pun on soup")
    kept = tuple(one for one in german if one.units != ("u17",))
    return text(ESSAY, blocks, "On Carrying", de=(*kept, moved), ar=(*arabic, omitted))


def talk() -> ParallelText:
    """An interview: speakers and turns, the second turn with two paragraphs."""
    blocks = [
        Block("head", units(1, "The Keeper of the Plank"), level=2),
        Block("speaker", units(2, "Question"), group="s1"),
        Block("turn", units(3, "Since when do you keep the plank?"), group="s1", speaker="Question"),
        Block("speaker", units(4, "Ida Lund"), group="s2"),
        Block(
            "turn",
            units(5, "Since the last keeper fell in.", "He was given soup."),
            group="s2",
            speaker="Ida Lund",
        ),
        Block("turn", units(7, "It was good soup."), group="s2", speaker="Ida Lund"),
    ]
    german = said(
        ("u1", "Die Wärterin der Planke"),
        ("u2", "Frage"),
        ("u3", "Seit wann hüten Sie die Planke?"),
        ("u4", "Ida Lund"),
        ("u5+u6", "Seit der letzte Wärter hineingefallen ist und Suppe bekam."),
        ("u7", "Es war eine gute Suppe."),
    )
    arabic = said(
        ("u1", "حارسة اللوح"),
        ("u2", "سؤال"),
        ("u3", "منذ متى تحرسين اللوح؟"),
        ("u4", "إيدا لوند"),
        ("u5", "منذ سقط الحارس السابق."),
        ("u6", "وأُعطي حساءً."),
        ("u7", "كان حساءً طيبًا."),
    )
    return text("keeper", blocks, "The Keeper of the Plank", de=german, ar=arabic)


def theses() -> ParallelText:
    """Numbered theses and a poem of two stanzas, without a head of their own."""
    blocks = [
        Block("item", units(1, "Nobody owns the other bank."), n="1", group="l1"),
        Block(
            "item",
            units(
                2,
                "Everybody has been there.",
                "Nobody has stayed, except for those who live there and who for their part were never here.",
            ),
            n="2",
            group="l1",
        ),
        Block("verse", units(4, "The plank is narrow, the water is wide,"), group="v1"),
        Block("verse", units(5, "and the one who is wet has seen either side,"), group="v1"),
        Block("verse", units(6, "but the soup, but the soup is warm."), group="v2"),
    ]
    german = said(
        ("u1", "Das andere Ufer gehört niemandem."),
        ("u2", "Alle sind schon dort gewesen."),
        ("u4", "Schmal ist die Planke, das Wasser ist breit,"),
        ("u5", "wer nass ist, der kennt von beiden die Seit,"),
        ("u6", "doch die Suppe, die Suppe ist warm."),
    )
    arabic = said(
        ("u1", "الضفة الأخرى ليست ملكًا لأحد."), ("u2", "كل واحد كان هناك."), ("u4", "اللوح ضيّق والماء واسع")
    )
    return text("theses", blocks, "Two Theses and a Song", de=german, ar=arabic)


def letter() -> ParallelText:
    """A letter, in English and German alone."""
    blocks = [
        Block("head", units(1, "To the Night Watch"), level=1),
        Block("dateline", units(2, "By the upper mill, in March")),
        Block("salute", units(3, "Dear all,")),
        Block("p", units(4, "the lamp on the far side is yours again.")),
        Block("signed", units(5, "The early shift")),
        Block("postscript", units(6, "There is soup.")),
        Block("trailer", units(7, "End")),
    ]
    german = said(
        ("u1", "An die Nachtwache"),
        ("u2", "Bei der oberen Mühle, im März"),
        ("u3", "Ihr Lieben,"),
        ("u4", "die Lampe drüben gehört wieder euch."),
        ("u5", "Die Frühschicht"),
        ("u6", "Es gibt Suppe."),
        ("u7", "Ende"),
    )
    return text("letter", blocks, "To the Night Watch", de=german)


def anthology(*, draft: bool = True) -> ParallelEdition:
    """All of it."""
    settings = Settings(
        id="5d1c9a52-1d5e-4f3e-9d24-5a4e0c5b8a10",
        source="en",
        targets=("de", "ar"),
        licence="CC BY 4.0",
        people=(Person("vera", "Vera Holm"), Person("samir", "Samir Kattan")),
        texts=(
            TextSettings(
                ESSAY,
                authors=("Ida Lund", "Jon Aske"),
                date="1968",
                translators={"de": ("vera",), "ar": ("samir",)},
            ),
            TextSettings("letter", only=("de",)),
        ),
    )
    return ParallelEdition(
        settings=settings,
        languages=("en", "de", "ar"),
        texts=(essay(), talk(), theses(), letter()),
        words=WORDS,
        draft=draft,
        translated={"de": 0.8125, "ar": 0.555},
        reviewed={"de": 0.58, "ar": 0.1},
        date="2026-11-22",
    )
