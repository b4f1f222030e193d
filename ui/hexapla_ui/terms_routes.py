"""The routes of terminology: the glossary, dossiers, what decisions touch, candidates, worklist, terms in the editor.

Offsets are UTF-16 units in the plain text of a unit: its text runs joined, with U+FFFC for every note, line break and
the like, and for a translator's note.

- GET ``terms/list`` · ``terms/concept?id`` · ``terms/impact?id&lang&term&texts`` · ``terms/candidates?lang``
  · ``terms/worklist?concept&lang&state&after`` · ``terms/concordance?q&lang``
  · ``terms/page?text&lang&first&last`` (positions)
- POST ``terms/act`` ``{do, …}``: see ``terms_acts`` · ``terms/triage`` ``{do, lang, name, key, kind, renderings}``
  · ``terms/task`` ``{ids, do, reason}`` · ``terms/waive`` ``{text, lang, unit, concept, finding, reason}``
  · ``terms/verdict`` ``{text, lang, unit, target}``
"""

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.routing import Route

from hexapla.model.glossary import Kind
from hexapla.model.person import Person
from hexapla.model.worklist import TaskState
from hexapla.work.terms import atsight, concordance, dossier, impact, listing, triage, waiving, worklist
from hexapla.work.terms import glossary as kept
from hexapla_ui import bodies, serving, terms_acts
from hexapla_ui import terms_shown as shown
from hexapla_ui.messages import _
from hexapla_ui.route import Reply, guarded


async def listed(_request: Request, person: Person) -> Reply:
    """Return the whole glossary as a list."""
    edition = serving.current().edition
    lines = await run_in_threadpool(listing.lines, edition, person)
    return {
        "version": kept.read(edition).version,
        "source": edition.settings.source,
        "targets": list(edition.settings.targets),
        "concepts": [
            asdict(line) | {"columns": [asdict(one) | {"look": one.look} for one in line.columns]}
            for line in lines
        ],
        **shown.rights(edition, person),
    }


async def concept(request: Request, person: Person) -> Reply:
    """Return the dossier of a concept."""
    edition = serving.current().edition
    made = await run_in_threadpool(dossier.of, edition, person, request.query_params.get("id", ""))
    return await run_in_threadpool(shown.whole, edition, person, made)


async def touched(request: Request, person: Person) -> Reply:
    """Return what a decision would touch."""
    query, edition = request.query_params, serving.current().edition
    texts = tuple(filter(None, query.get("texts", "").split(",")))
    made = await run_in_threadpool(
        impact.of, edition, person, query.get("id", ""), query.get("lang", ""), query.get("term", ""), texts
    )
    return shown.touched(edition, made)


async def act(request: Request, person: Person) -> Reply:
    """Carry out one act on the glossary."""
    body = await bodies.read(request)
    return await run_in_threadpool(terms_acts.act, serving.current().edition, person, body)


async def candidates(request: Request, person: Person) -> Reply:
    """Return the candidates of a source language."""
    edition, lang = serving.current().edition, request.query_params.get("lang", "")
    found, rejected = await run_in_threadpool(triage.offered, edition, person, lang)
    return {
        "lang": lang or edition.settings.source,
        "candidates": [shown.offered(edition, one) for one in found],
        "rejected": rejected,
        **shown.rights(edition, person),
        "out": await run_in_threadpool(triage.rejected, edition, person, lang),
    }


async def sorted_out(request: Request, person: Person) -> Reply:
    """Accept a candidate, reject it, or let a rejected one be offered again."""
    body = await bodies.read(request)
    edition, do = serving.current().edition, bodies.word(body, "do", most=20)
    lang = bodies.optional(body, "lang")
    if do == "accept":
        made = await run_in_threadpool(
            partial(
                triage.accept,
                edition,
                person,
                lang,
                terms_acts.term(body, "name"),
                kind=terms_acts.choice(body, "kind", Kind, Kind.TERM),
                rendered_as=terms_acts.words_by_language(body, "renderings"),
            )
        )
        return {"change": made.change, "id": made.id}
    sorting = {"reject": triage.reject, "restore": triage.restore}.get(do)
    if sorting is None:
        raise bodies.BadBody(
            _("“{name}” must be one of {all}.").format(name="do", all="accept, reject, restore")
        )
    return {"change": await run_in_threadpool(sorting, edition, person, lang, terms_acts.term(body, "key"))}


async def tasks(request: Request, person: Person) -> Reply:
    """Return a page of the worklist, and how far each part of it is."""
    query, edition = request.query_params, serving.current().edition
    state = query.get("state", "open")
    found, more = await run_in_threadpool(
        partial(
            worklist.listed,
            edition,
            person,
            concept=query.get("concept") or None,
            lang=query.get("lang") or None,
            state=None if state == "all" else terms_acts.choice({"state": state}, "state", TaskState),
            after=_number(query, "after", "0"),
        )
    )
    counts = await run_in_threadpool(worklist.counts, edition, person)
    return {"tasks": [shown.work(edition, one) for one in found], "more": more, "counts": counts}


async def task(request: Request, person: Person) -> Reply:
    """Close tasks, or open them again."""
    body = await bodies.read(request)
    states = {"mended": TaskState.MENDED, "waive": TaskState.WAIVED, "reopen": TaskState.OPEN}
    state = states.get(bodies.word(body, "do", most=20))
    if state is None:
        raise bodies.BadBody(_("“{name}” must be one of {all}.").format(name="do", all=", ".join(states)))
    ids = body.get("ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 1000:
        raise bodies.BadBody(_("“{name}” must be a list of at most {n} numbers.").format(name="ids", n=1000))
    ids = [bodies.number({"ids": one}, "ids") for one in ids]
    reason = terms_acts.text(body, "reason")
    done = await run_in_threadpool(worklist.close, serving.current().edition, person, ids, state, reason)
    return {"change": done}


async def waived(request: Request, person: Person) -> Reply:
    """Waive a finding."""
    body = await bodies.read(request)
    done = await run_in_threadpool(
        waiving.waive,
        serving.current().edition,
        person,
        bodies.word(body, "text"),
        bodies.word(body, "lang"),
        bodies.word(body, "unit"),
        terms_acts.term(body, "concept"),
        bodies.word(body, "finding"),
        terms_acts.text(body, "reason"),
    )
    return {"change": done}


async def concorded(request: Request, person: Person) -> Reply:
    """Return the lines of a concordance."""
    query, edition = request.query_params, serving.current().edition
    words, lang = query.get("q", ""), query.get("lang", edition.settings.source)
    found, more = await run_in_threadpool(concordance.of, edition, person, words, lang)
    lines = [shown.concordance(edition, line) for line in found]
    return {"q": words, "lang": lang, "lines": lines, "more": more}


async def page(request: Request, person: Person) -> Reply:
    """Return the terms of some rows of the editor."""
    query, edition = request.query_params, serving.current().edition
    first, last = _number(query, "first", "1"), _number(query, "last", "50")
    found = await run_in_threadpool(
        atsight.page,
        edition,
        person,
        query.get("text", ""),
        query.get("lang", ""),
        first,
        min(last, first + 400),
    )
    return {"version": kept.read(edition).version, "rows": {at.unit: shown.seen(at) for at in found}}


async def verdict(request: Request, person: Person) -> Reply:
    """Return how the terms of a unit would stand with a text that nobody has saved."""
    body = await bodies.read(request)
    made = await run_in_threadpool(
        atsight.verdict,
        serving.current().edition,
        person,
        bodies.word(body, "text"),
        bodies.word(body, "lang"),
        bodies.word(body, "unit"),
        bodies.runs(body),
    )
    return {"judged": shown.seen(made)}


def _number(query: Mapping[str, str], name: str, default: str) -> int:
    value = query.get(name, default)
    if not value.isascii() or not value.isdecimal() or len(value) > 12:
        raise bodies.BadBody(_("“{name}” must be a number.").format(name=name))
    return int(value)


_GET: dict[str, Any] = {
    "list": listed,
    "concept": concept,
    "impact": touched,
    "candidates": candidates,
    "worklist": tasks,
    "concordance": concorded,
    "page": page,
}
_POST: dict[str, Any] = {
    "act": act,
    "triage": sorted_out,
    "task": task,
    "waive": waived,
    "verdict": verdict,
}
ROUTES = [
    Route(f"/hexapla/api/terms/{name}", guarded(answer), methods=[method])
    for method, answers in (("GET", _GET), ("POST", _POST))
    for name, answer in answers.items()
]
