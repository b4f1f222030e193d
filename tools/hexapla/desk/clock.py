"""The one clock of the desk."""

from datetime import UTC, datetime, timedelta


def now() -> str:
    """Return the time in UTC, to the second: ``2026-11-22T18:00:00Z``. It is shown, never used for order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stamp() -> str:
    """Return the time as a name may hold it: ``20261122t180000``."""
    return datetime.now(UTC).strftime("%Y%m%dt%H%M%S")


def days_ago(days: int) -> str:
    """Return the time some days ago, as ``now`` writes it."""
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
