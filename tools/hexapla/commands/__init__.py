"""The command line: ``hexapla [-C EDITION] [--desk URL] [--as PERSON] VERB …``, one file a verb.

A verb's file holds one click command of the verb's name; this group finds them, so adding a file adds a verb.
"""

import importlib
import pkgutil
import sys
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from hexapla import __version__
from hexapla.model import messages
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _
from hexapla.model.person import Person

BLOCKED = 1
"""The exit code for findings that block; 2 is click's for wrong usage, 3 and up are the errors' own."""


@dataclass(frozen=True)
class Options:
    """What stands before the verb."""

    start: Path
    desk: str | None
    name: str | None
    debug: bool

    @property
    def person(self) -> Person:
        """The person who works: ``--as``, else git's user.name, else the login."""
        from hexapla.work import people

        return people.local(self.name, self.start if self.start.is_dir() else None)


class Verbs(click.Group):
    """A group whose commands are the modules of this package, loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the verbs: one module each."""
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load a verb's module, and return its command of the same name."""
        if name not in self.list_commands(ctx):
            return None
        module = name.replace("-", "_")
        command = getattr(importlib.import_module(f"{__name__}.{module}"), module)
        return command if isinstance(command, click.Command) else None

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Add the table of exit codes, read from the errors themselves."""
        with formatter.section(_("Exit codes")):
            formatter.write_dl(
                [("0", _("done")), ("1", _("findings block")), ("2", _("wrong usage")), *_codes()]
            )


def _codes() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    classes = [HexaplaError]
    while classes:
        error = classes.pop(0)
        classes += error.__subclasses__()
        found.append((str(error.code), (error.__doc__ or "").split(";")[0].rstrip(".")))
    return sorted(found, key=lambda row: int(row[0]))


def help_option() -> str:
    """Return the help of the group."""
    return _("Translate texts side by side, keep their terms consistent, publish parallel-text editions.")


@click.group(cls=Verbs, help=help_option(), context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "start",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="EDITION",
    help=_("The edition's folder, or one inside it; the nearest one upward is used."),
)
@click.option(
    "--desk",
    metavar="URL",
    envvar="HEXAPLA_DESK",
    help=_(
        "The desk to use instead of the folder's own; or set HEXAPLA_DESK, which no list of processes shows."
    ),
)
@click.option("--as", "name", metavar="PERSON", help=_("Who is working; git's user.name by default."))
@click.option("--debug", is_flag=True, help=_("Show the traceback of an error."))
@click.version_option(__version__, prog_name="hexapla")
@click.pass_context
def hexapla(ctx: click.Context, start: Path, desk: str | None, name: str | None, debug: bool) -> None:
    """Collect what stands before the verb."""
    ctx.obj = Options(start, desk, name, debug)


def console() -> Console:
    """Return the terminal for people; progress and sentences go to standard error, results to standard output."""
    return Console(stderr=True, highlight=False)


def main() -> None:
    """Run the command line; an error of ours is one sentence and its own exit code."""
    messages.choose(_wanted())
    try:
        hexapla(standalone_mode=True)
    except HexaplaError as error:
        if "--debug" in sys.argv:
            raise
        console().print("hexapla:", str(error), style="red", markup=False, soft_wrap=True)
        sys.exit(error.code)


def _wanted() -> list[str]:
    """Return the languages that the environment asks for, as gettext reads them."""
    import os

    value = next(
        (os.environ[key] for key in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), ""
    )
    return [part.split(".")[0] for part in value.split(":") if part and part not in ("C", "POSIX")]
