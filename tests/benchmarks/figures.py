"""How the benchmarks say their figures: medians, the slow end, and one thing as a ratio to another."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

Made = TypeVar("Made")


def middle(times: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(times)


def slow(times: Sequence[float], share: float) -> float:
    """Return what so large a share of the times stays below."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def clocked(times: list[float], work: Callable[[], Made]) -> Made:
    """Add how long something takes to the times, in seconds on the clock, and return what it made."""
    begun = time.perf_counter()
    made = work()
    times.append(time.perf_counter() - begun)
    return made


def shown(times: Sequence[float], share: float = 0.99) -> str:
    """Say the median and the slow end, in milliseconds."""
    return f"{middle(times) * 1000:8.2f} {slow(times, share) * 1000:8.2f} ms"
