"""The one clock of the desk."""

from datetime import UTC, datetime


def now() -> str:
    """Return the time in UTC, to the second: ``2026-11-22T18:00:00Z``. It is shown, never used for order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
