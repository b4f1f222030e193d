"""Another kind for a block: it is lifted out of what made it of its kind, and set into what makes it of the other.

- ``lift``: a block as a plain paragraph, what stood around it on both sides of it
- ``heads``: a head opens a division, or the division is dissolved
- ``wrap``: a paragraph as quotation, item, verse, turn, signature …, joined to neighbours of its kind
- ``division``: its units, one for all of a head or a line, sentences elsewhere
"""

from dataclasses import replace

from hexapla.formats.tei.blocks import find
from hexapla.mend import tree
from hexapla.mend.kind import division, heads
from hexapla.mend.kind.lift import lifted
from hexapla.mend.kind.wrap import wrapped
from hexapla.mend.step import Source, Step
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import BECOMES, ChangeKind
from hexapla.model.messages import _, shown
from hexapla.model.text import Element

_FIXED = frozenset({"speaker", "note", "cell", "label", "titlePart"})


def change(source: Source, mend: ChangeKind) -> Step:
    """Change a block's kind; raises HexaplaError where it cannot be of that kind."""
    found = tree.block(source.body, mend.block)
    block, now = found.element, kind_of(source.body, found)
    if mend.kind not in BECOMES:
        raise HexaplaError(
            _("A block can become {all}, not “{kind}”.").format(
                all=", ".join(BECOMES), kind=shown(mend.kind, 40)
            )
        )
    if block.tag in _FIXED:
        raise HexaplaError(_("This block ({kind}) is part of another and keeps its kind.").format(kind=now))
    if found.held.text or not found.held.units:
        raise HexaplaError(_("This block is not divided into units yet."))
    if mend.kind == now and not (now == "head" and mend.level not in (0, heads.depth(source.body, block))):
        return Step(source.body)
    body, plain = lifted(source, block)
    if mend.kind == "p":
        return _divided(source, body, plain, now, mend.kind)
    if mend.kind == "head":
        step, plain = division.whole(source, body, plain)
        new = Element("head", tuple(pair for pair in plain.attributes if pair[0] != "rend"), plain.content)
        return replace(step, body=heads.opened(source, step.body, plain, new, mend.level))
    if mend.kind == "break":
        step, plain = division.whole(source, body, plain)
        return replace(step, body=tree.put(step.body, plain, plain.with_attributes(rend="break")))
    if mend.kind not in division.RUNNING:
        step, plain = division.lines(source, body, plain, one=mend.kind != "verse")
    else:
        step = _divided(source, body, plain, now, mend.kind)
        plain = next(part for part in step.body.walk() if _same(part, plain))
    done = wrapped(source, step.body, plain, mend.kind)
    return Step(done.body, (*step.carried, *done.carried), step.minor | done.minor)


def _divided(source: Source, body: Element, plain: Element, now: str, kind: str) -> Step:
    """Divide what was one unit as a head into its sentences; other units stay, since people may have made them."""
    if now in division.RUNNING or now == "verse" or not source.by_sentence:
        return Step(body)
    return division.sentences(source, body, plain)


def _same(part: Element, other: Element) -> bool:
    return part is other or (part.tag == other.tag and part.get("xml:id") == other.get("xml:id") != "")


def kind_of(body: Element, found: tree.Found) -> str:
    """Return the kind of a block, which also the elements around it make."""
    if found.element.tag == "p" and found.element.get("rend") == "break":
        return "break"
    units = {unit.get("xml:id") for unit in found.held.units}
    return next((one.kind for one in find(body) if units & {unit.id for unit in one.units}), "p")
