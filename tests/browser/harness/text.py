"""The invented text that the fake desk serves: every kind of block, then paragraphs enough for three pages."""

from typing import Any

Block = dict[str, Any]

GERMAN: dict[str, list[dict[str, Any]]] = {
    "u1": [{"text": "Der Leuchtturmwärter"}],
    "u2": [{"text": "Jeden Abend trägt er das Licht die Treppe hinauf."}],
    "u3": [
        {"text": "Oben liest er im "},
        {"open": "emph", "id": 1},
        {"text": "Logbuch"},
        {"close": 1},
        {"text": " der See."},
        {"note": "n1"},
    ],
    "u4": [{"text": "Ein Buch, in das nur der Wind schreibt."}],
    "u6": [{"text": "Ida"}],
    "u8": [{"text": "Tomas"}],
    "u11": [{"text": "Die Ebbe nimmt sich, was sie will,"}],
}
ARABIC: dict[str, list[dict[str, Any]]] = {
    "u1": [{"text": "حارس المنارة"}],
    "u2": [{"text": "كلَّ مساء يحمل الضوء إلى أعلى الدرج."}],
    "u3": [
        {"text": "وهناك يقرأ "},
        {"open": "emph", "id": 1},
        {"text": "سجلّ"},
        {"close": 1},
        {"text": " البحر"},
        {"note": "n1"},
        {"text": "."},
    ],
    "u4": [{"text": "كتابٌ لا يكتب فيه إلا الريح."}],
    "u6": [{"text": "إيدا"}],
}
STATES = {
    "u1": "approved",
    "u2": "reviewed",
    "u3": "translated",
    "u4": "translated",
    "u6": "approved",
    "u8": "approved",
}
FILLER = "On day {n} the keeper wrote that the fog had come in and that nobody had seen it leave."


def blocks(total: int = 120) -> list[Block]:
    """Return the blocks of the source, with ``total`` units in all."""
    made = [
        _block("head", [_text("The Lighthouse Keeper")], level=1),
        _block("p", [_text("Every evening he carries the light up the stairs."), _logbook()]),
        _block("note", [_text("A book that only the wind writes in.")], n="1", note="n1"),
        _block("head", [_text("Two on the Stairs")], level=2),
        _block("speaker", [_text("Ida")], group="t1"),
        _block("turn", [_text("You count the steps every time.")], group="t1"),
        _block("speaker", [_text("Tomas")], group="t2"),
        _block("turn", [_oil(), _text("“Enough” is a word for people with a harbour.")], group="t2"),
        _block("verse", [_text("The ebb takes what it wants,")], group="v1"),
        _block("verse", [_text("the flood returns what it can.")], group="v1"),
        _block("item", [_text("A light that is not looked after is a lie.")], n="1", group="l1"),
        _block("item", [_text("Nobody thanks a rock.")], n="2", group="l1"),
        _block("quote", [_text("He who keeps the lamp keeps the dark as well.")], group="q1"),
        _block("dateline", [_text("On the Skerry, in March")]),
    ]
    written = sum(len(block["rows"]) for block in made)
    made += [_block("p", [_text(FILLER.format(n=n))]) for n in range(written + 1, total + 1)]
    return _numbered(made)


def _block(kind: str, sources: list[list[dict[str, Any]]], **more: Any) -> Block:
    plain: Block = {"kind": kind, "level": 0, "n": "", "group": "", "note": "", "continued": False}
    return plain | more | {"rows": [{"source": source} for source in sources]}


def _text(text: str) -> list[dict[str, Any]]:
    return [{"text": text}]


def _logbook() -> list[dict[str, Any]]:
    return [
        {"text": "Up there he reads in the "},
        {"open": "hi", "id": 1, "rend": "italic"},
        {"text": "log"},
        {"close": 1},
        {"text": " of the sea."},
        {"note": "n1"},
    ]


def _oil() -> list[dict[str, Any]]:
    return [
        {"text": "Because one of them is always missing,"},
        {"note": "n2"},
        {"text": " and then the oil runs out"},
        {"bound": "lb"},
        {"text": "before the night does."},
    ]


def _numbered(made: list[Block]) -> list[Block]:
    """Give every row its units, number, position and bound tags."""
    n = 0
    for block in made:
        for row in block["rows"]:
            n += 1
            row |= {
                "units": [f"u{n}"],
                "n": str(n),
                "position": n,
                "bound": [_mark(r) for r in row["source"] if _is_bound(r)],
            }
    return made


def _is_bound(run: dict[str, Any]) -> bool:
    return "note" in run or "bound" in run


def _mark(run: dict[str, Any]) -> dict[str, str]:
    if "note" in run:
        return {"note": run["note"], "label": run["note"].removeprefix("n")}
    return {"bound": run["bound"], "label": run["bound"]}
