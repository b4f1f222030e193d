"""What people did with a text on its way in, step by step, as the desk keeps it: JSON, of which nothing is believed."""

import json
from dataclasses import asdict, dataclass
from typing import Any, get_args, get_type_hints

from hexapla.model import mend
from hexapla.model.errors import DeskError
from hexapla.model.mend import Mend
from hexapla.model.messages import _

_KINDS: dict[str, Any] = {kind.__name__: kind for kind in get_args(Mend)}


@dataclass(frozen=True)
class Step:
    """One act: its mends, in order; ``decision`` is the number of the one that it took back, else None."""

    mends: tuple[Mend, ...]
    decision: int | None = None


def write(steps: tuple[Step, ...]) -> str:
    """Return steps as JSON."""
    written = [
        {
            "mends": [{"mend": type(one).__name__, **asdict(one)} for one in step.mends],
            "decision": step.decision,
        }
        for step in steps
    ]
    return json.dumps(written, ensure_ascii=False, sort_keys=True)


def read(written: str) -> tuple[Step, ...]:
    """Return the steps that JSON holds; raises DeskError for what ``write`` has not written."""
    try:
        return tuple(_step(said) for said in json.loads(written))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DeskError(
            _("What was done with this import cannot be read; drop it, and bring the file again.")
        ) from error


def _step(said: dict[str, Any]) -> Step:
    decision = said["decision"]
    if decision is not None and type(decision) is not int:
        raise TypeError
    return Step(tuple(_mend(one) for one in said["mends"]), decision)


def _mend(said: dict[str, Any]) -> Mend:
    kind = _KINDS[said["mend"]]
    values = {name: value for name, value in said.items() if name != "mend"}
    types = get_type_hints(kind)
    if not all(type(value) is types[name] for name, value in values.items()):
        raise TypeError
    made: mend.Mend = kind(**values)
    return made
