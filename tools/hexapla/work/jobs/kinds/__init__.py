"""The kinds of jobs, one file each: ``run(edition, person, wanted, step) -> result``, all of it JSON but the files.

``wanted`` came from a person and is checked by ``run``; rights are asked for inside, with those of this moment.
``step(done, total)`` is called between the parts of the work and raises Stopped where the person has cancelled it.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from hexapla.model.errors import NotFound
from hexapla.model.messages import _, shown


@cache
def kinds() -> tuple[str, ...]:
    """Return the names of all kinds: ``take-in`` for the module ``take_in``."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


def kind(name: str) -> ModuleType:
    """Return the module of a kind; raises NotFound."""
    if name not in kinds():
        raise NotFound(_("There is no kind of job “{name}”.").format(name=shown(name)))
    return import_module(f"{__name__}.{name.replace('-', '_')}")
