"""All that is PostgreSQL's own: one schema an edition, one writer at a time, its errors."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool
from sqlalchemy.schema import CreateSchema, DropSchema

from hexapla.desk import clock
from hexapla.desk.database import BUSY, WRITES
from hexapla.model.errors import CannotWrite, DeskError, HexaplaError
from hexapla.model.messages import _

_CONNECT = {"connect_timeout": 5, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
_DRIVER = "postgresql+psycopg"
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")


@dataclass(frozen=True)
class PostgreSQL:
    """A desk in a schema of its own; any number of servers may use it."""

    url: URL
    schema: str

    @property
    def shared(self) -> bool:
        """Any number of servers."""
        return True

    @property
    def name(self) -> str:
        """The database and the schema: never the password."""
        return f"{self.url.database}/{self.schema}"

    @property
    def identity(self) -> str:
        """The address with everything in it; kept in memory, never shown."""
        return f"{self.url.render_as_string(hide_password=False)}#{self.schema}"

    @property
    def writing(self) -> dict[str, str]:
        """A writer sees what was committed while it waited for its turn."""
        return {"isolation_level": "READ COMMITTED"}

    def engine(self) -> Engine:
        """Make the engine; every connection sees only the desk's own schema."""
        made = create_engine(
            self.url,
            connect_args=_CONNECT | {"application_name": self.schema},
            pool_size=8,
            max_overflow=24,
            pool_pre_ping=True,
            # Given here, so that ``writing`` can replace it: an option of the engine would win over that one.
            isolation_level="REPEATABLE READ",
        )
        event.listen(made, "connect", self._prepare, insert=True)
        event.listen(made, "begin", self._begin)
        return made

    def _prepare(self, connection: Any, _entry: ConnectionPoolEntry) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('search_path', %s, false)", [self.schema])
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [f"{BUSY:.0f}s"])
            # A host that vanished in the middle of a change set must not hold up everybody else for ever.
            cursor.execute("SET idle_in_transaction_session_timeout = '5min'")
        connection.commit()

    def _begin(self, connection: Connection) -> None:
        """Let one write after the other, in the order of asking; a reader waits for nobody."""
        if connection.get_execution_options().get(WRITES):
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (self._key("writes"),))

    def exists(self) -> bool:
        """Whether the schema is there."""
        return self.schema in schemas(self.url)

    def make(self) -> None:
        """Make an empty schema where there is none."""
        with _plainly(self.url) as connection:
            connection.execute(CreateSchema(self.schema, if_not_exists=True))

    def explain(self, error: DBAPIError) -> HexaplaError | None:
        """Return the sentence for an error that a person can do something about, else None."""
        return _explain(error, self.name)

    @contextmanager
    def steady(self, _folder: Path) -> Iterator[Connection]:
        """Connect in one transaction that reads: writers never wait for it."""
        engine = self.engine()
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()

    def others(self, connection: Connection) -> int:
        """Count the connections of other programs, which call themselves by the schema."""
        found = connection.execute(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND application_name = :schema AND pid <> pg_backend_pid()"
            ),
            {"schema": self.schema},
        )
        return int(found.scalar_one())

    def put_aside(self, connection: Connection, *, keep: bool) -> str:
        """Rename the schema, or drop it, and make an empty one in its place, all within the transaction."""
        # Not to begin like a desk's own: it would count as one where none is named.
        known = set(connection.scalars(text("SELECT nspname FROM pg_namespace")))
        names = (
            f"before_restore_{clock.stamp()}{again}_{self.schema.removeprefix('hexapla_')}"[:63]
            for again in chain([""], (f"_{number}" for number in count(2)))
        )
        aside = next(name for name in names if name not in known)  # two may come within a second
        if keep:
            # A name cannot be a bound parameter there; the database itself quotes it.
            renaming = "SELECT format('ALTER SCHEMA %I RENAME TO %I', CAST(:old AS text), CAST(:new AS text))"
            connection.exec_driver_sql(
                connection.execute(text(renaming), {"old": self.schema, "new": aside}).scalar_one()
            )
        else:
            connection.execute(DropSchema(self.schema, cascade=True))
        connection.execute(CreateSchema(self.schema))
        return aside if keep else ""

    def facts(self, connection: Connection) -> list[str]:
        """Return the version of PostgreSQL, and how large the schema is."""
        size = connection.execute(
            text(
                "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class"
                " WHERE relnamespace = CAST(:schema AS regnamespace) AND relkind = 'r'"
            ),
            {"schema": self.schema},
        ).scalar_one()
        version = connection.execute(text("SHOW server_version")).scalar_one()
        return [
            _("PostgreSQL {version}, schema {schema}.").format(version=version, schema=self.schema),
            _("The desk takes {n} MB.").format(n=f"{int(size) / 1e6:,.1f}"),
        ]

    def warnings(self, connection: Connection) -> list[str]:
        """Return what endangers the desk: a server that does not wait for its disk."""
        off = [
            name
            for name in ("fsync", "synchronous_commit", "full_page_writes")
            if connection.execute(text("SELECT current_setting(:name)"), {"name": name}).scalar_one() == "off"
        ]
        if not off:
            return []
        return [
            _(
                "The database {name} runs with {settings} switched off: after a power cut what was saved may be gone;"
                " switch it on."
            ).format(name=self.url.database, settings=", ".join(off))
        ]

    def examine(self, _connection: Connection) -> list[str]:
        """Return nothing: PostgreSQL keeps its pages and references in order by itself, or says so at once."""
        return []

    @contextmanager
    def lock(self, name: str, *, wait: bool) -> Iterator[bool]:
        """Hold a named lock for as long as a connection of its own lives."""
        engine = create_engine(
            self.url, connect_args=_CONNECT, poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        how = "SELECT pg_advisory_lock(:key)" if wait else "SELECT pg_try_advisory_lock(:key)"
        try:
            with engine.connect() as connection:
                yield connection.execute(text(how), {"key": self._key(name)}).scalar() is not False
        except DBAPIError as error:
            sentence = self.explain(error)
            if sentence is None:
                raise
            raise sentence from error
        finally:
            engine.dispose()

    def _key(self, name: str) -> int:
        """Return the number of a lock: locks are shared by a whole database, so the schema is in it."""
        digest = hashlib.sha256(f"hexapla:{self.schema}:{name}".encode()).digest()
        return int.from_bytes(digest[:8], signed=True)


def database(url: URL, edition: str | None) -> PostgreSQL:
    """Choose the schema of a desk: the one that the URL names, that of the edition, or the only one that is there.

    Raises DeskError where none or several are there and none is named.
    """
    query = dict(url.query)
    named = query.pop("schema", "")
    plain = url.set(drivername=_DRIVER, query=query)
    schema = str(named) if named else schema_of(edition) if edition else _only(plain)
    if not _SCHEMA.fullmatch(schema):
        raise DeskError(
            _("“{schema}” cannot name a schema; use small letters, digits and “_”.").format(
                schema=schema[:80]
            )
        )
    return PostgreSQL(plain, schema)


def schema_of(edition: str) -> str:
    """Return the name of an edition's schema."""
    return "hexapla_" + re.sub(r"[^a-z0-9]", "_", edition.lower())[:55]


def schemas(url: URL) -> list[str]:
    """Return the schemas of a database; raises DeskError where it does not answer."""
    with _plainly(url) as connection:
        return list(connection.scalars(text("SELECT nspname FROM pg_namespace ORDER BY nspname")))


def _only(url: URL) -> str:
    found = [name for name in schemas(url) if name.startswith("hexapla_")]
    if len(found) != 1:
        raise DeskError(
            _(
                "The database {name} holds {n} desks ({schemas});"
                " name the edition’s folder with -C, or add ?schema=NAME to the address."
            ).format(name=url.database, n=len(found), schemas=", ".join(found) or "–")
        )
    return found[0]


@contextmanager
def _plainly(url: URL) -> Iterator[Connection]:
    """Connect once, outside every schema."""
    engine = create_engine(url, connect_args=_CONNECT, poolclass=NullPool)
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise _explain(error, str(url.database)) or _unreachable(error, str(url.database)) from error
    finally:
        engine.dispose()


def _explain(error: DBAPIError, name: str) -> HexaplaError | None:
    code = str(getattr(error.orig, "sqlstate", None) or "")
    if code == "55P03":
        return DeskError(
            _("The desk {name} is busy: another program writes to it; try again.").format(name=name)
        )
    if code.startswith("53") or code in ("25006", "42501", "58030"):
        return CannotWrite(
            _(
                "The desk {name} cannot be used ({code}); see whether the disk is full and may be written."
                " What was saved before is whole."
            ).format(name=name, code=code)
        )
    broken = error.connection_invalidated or isinstance(error, InterfaceError | OperationalError)
    if broken or code.startswith(("08", "28", "3D", "57")):
        return _unreachable(error, name)
    if "NUL (0x00)" in str(error.orig):
        return HexaplaError(_("A text holds the character NUL, which no desk can hold; take it out."))
    return None


def _unreachable(error: DBAPIError, name: str) -> DeskError:
    """Say that the database does not answer, in its own last words (which name no password)."""
    reason = " ".join(str(error.orig).split())[:200]
    return DeskError(
        _("The desk {name} does not answer ({reason}); what was saved before is whole. Try again.").format(
            name=name, reason=reason.rstrip(".")
        )
    )
