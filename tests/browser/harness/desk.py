"""A desk in memory: revisions, conflicts, drafts, and ops that are answered once."""

from dataclasses import dataclass, field
from typing import Any

from browser.harness.text import ARABIC, GERMAN, STATES, blocks

PAGE = 50
Runs = list[dict[str, Any]]


@dataclass
class Row:
    """An entry: its text, state and history of texts by revision."""

    target: Runs
    state: str
    revision: int = 0
    by: str = ""
    at: str = ""
    previous: Runs | None = None
    reason: str = ""
    broken: bool = False
    texts: dict[int, Runs] = field(default_factory=dict)


class FakeDesk:
    """One text in German and Arabic; every method is what one call of the JSON route does."""

    def __init__(self) -> None:
        self.blocks = blocks()
        self.rows = {"de": self._rows(GERMAN), "ar": self._rows(ARABIC)}
        self.drafts: dict[tuple[str, str], dict[str, Any]] = {}
        self.ops: dict[tuple[str, str], dict[str, Any]] = {}
        self.saves: list[dict[str, Any]] = []
        self.suggestions: dict[tuple[str, str], list[Runs]] = {}
        self.forbidden: set[str] = set()
        self.refuses = ""
        self.revisions = 100
        self.clock = 0

    def _rows(self, texts: dict[str, Runs]) -> dict[str, Row]:
        units = [row["units"][0] for block in self.blocks for row in block["rows"]]
        made = {}
        for unit in units:
            target = texts.get(unit, [])
            state = STATES.get(unit, "translated") if target else "untranslated"
            made[unit] = Row(
                target, state, int(bool(target)), "Vera" if target else "", texts={0: [], 1: target}
            )
        return made

    def now(self) -> str:
        """Return a time that grows with every call, beginning at two in the afternoon."""
        self.clock += 1
        return f"2026-11-22T14:{self.clock // 60 % 60:02}:{self.clock % 60:02}Z"

    def page(self, query: dict[str, str]) -> dict[str, Any]:
        """Return the page that holds a unit, or the one after or before a position."""
        rows = self.rows[query["lang"]]
        total = len(rows)
        after = int(query.get("after", 0))
        if "unit" in query:
            after = list(rows).index(query["unit"])
        elif "before" in query:
            after = int(query["before"]) - 2
        start = after // PAGE * PAGE
        done = sum(row.state not in ("untranslated", "needs-work") for row in rows.values())
        return {
            "text": query["text"],
            "lang": query["lang"],
            "source": "en",
            "dir": "rtl" if query["lang"] == "ar" else "ltr",
            "title": "The Lighthouse Keeper",
            "total": total,
            "first": start + 1,
            "last": min(start + PAGE, total),
            "before": start + 1 if start else None,
            "after": start + PAGE if start + PAGE < total else None,
            "progress": {"translated": done / total},
            "blocks": self._blocks(query["lang"], start),
        }

    def _blocks(self, lang: str, start: int) -> list[dict[str, Any]]:
        made = []
        for block in self.blocks:
            rows = [row for row in block["rows"] if start < row["position"] <= start + PAGE]
            if rows:
                made.append({**block, "rows": [row | self._row(lang, row["units"][0]) for row in rows]})
        return made

    def _row(self, lang: str, unit: str) -> dict[str, Any]:
        row = self.rows[lang][unit]
        shown = ("target", "state", "revision", "by", "at", "previous", "reason", "broken")
        return {name: getattr(row, name) for name in shown} | {"draft": self.drafts.get((lang, unit))}

    def save(self, body: dict[str, Any]) -> dict[str, Any]:
        """Carry out saves; a repeated op gets its first answer."""
        answers = []
        for save in body["saves"]:
            op = (body["client"], save["op"])
            if op not in self.ops:
                self.saves.append(save | {"lang": body["lang"]})
                self.ops[op] = {"op": save["op"]} | self._save(body["lang"], body["client"], save)
            answers.append(self.ops[op])
        return {"answers": answers}

    def _save(self, lang: str, client: str, save: dict[str, Any]) -> dict[str, Any]:
        unit = save["units"][0]
        row = self.rows[lang][unit]
        if save["state"] in self.forbidden:
            return {"ok": False, "error": "You may not review this text."}
        if self.refuses_text(save["target"]):
            return {"ok": False, "error": "The text holds a character that does not belong there."}
        if (save["revision"], save["seen"]) != (row.revision, row.state):
            base = row.texts.get(save["revision"], [])
            self._suggest((lang, unit), save["target"])
            theirs = {"by": row.by, "at": row.at, "revision": row.revision, "state": row.state}
            return {
                "ok": False,
                "conflict": {"base": base, "ours": save["target"], "theirs": row.target} | theirs,
            }
        self.write(lang, unit, save["target"], save["state"], by="Anna")
        row.reason = save.get("reason", "") if save["state"] == "omitted" else ""
        draft = self.drafts.get((lang, unit))
        if draft and (draft["target"] == save["target"] or self._is_known(draft, client, save.get("draft"))):
            del self.drafts[lang, unit]
        return {"ok": True, "revision": row.revision, "state": row.state, "at": row.at}

    def refuses_text(self, target: Runs | None) -> bool:
        """Whether a text holds what this desk does not take."""
        return bool(self.refuses) and any(self.refuses in run.get("text", "") for run in target or [])

    def _suggest(self, place: tuple[str, str], target: Runs) -> None:
        there = self.suggestions.setdefault(place, [])
        if target and target not in there:
            there.append(target)

    @staticmethod
    def _is_known(draft: dict[str, Any], client: str, seen: str | None) -> bool:
        """Whether a window has written a draft, or has shown it."""
        return draft.get("client") == client or bool(seen and draft["at"] == seen)

    def write(
        self, lang: str, unit: str, target: Runs, state: str = "translated", *, by: str = "Vera"
    ) -> None:
        """Make a revision, as a save of any person does."""
        row = self.rows[lang][unit]
        self.revisions += 1
        row.target, row.state, row.revision, row.by, row.at = target, state, self.revisions, by, self.now()
        row.previous = None
        row.texts[row.revision] = target

    def draft(self, body: dict[str, Any]) -> dict[str, Any]:
        """Keep drafts, or drop them; one that the window does not know becomes a suggestion, or stays."""
        at = self.now()
        for draft in body["drafts"]:
            place = (body["lang"], draft["units"][0])
            old, client = self.drafts.get(place), body["client"]
            known = old is None or self._is_known(old, client, draft.get("seen"))
            if draft["target"] is None:
                if known:
                    self.drafts.pop(place, None)
                continue
            if old is not None and not known and old["target"] != draft["target"]:
                self._suggest(place, old["target"])
            kept = {"target": draft["target"], "revision": draft["revision"], "at": at, "client": client}
            self.drafts[place] = kept
        return {"at": at}

    def watch(self, _body: dict[str, Any]) -> dict[str, Any]:
        """Nothing happens here but what a test does, and it says so by opening the page anew."""
        return {"at": self.revisions, "touched": [], "people": []}

    def next(self, query: dict[str, str]) -> dict[str, Any]:
        """Return the next unit in a state, once around the text."""
        rows = self.rows[query["lang"]]
        units = list(rows)
        at = units.index(query["after"]) + 1
        found = [unit for unit in units[at:] + units[:at] if rows[unit].state == query["state"]]
        return {"unit": found[0] if found else None}
