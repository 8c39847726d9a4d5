"""Timing shared by the benchmarks: medians over repetitions, in milliseconds, and a table of rows."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement: what, the median in milliseconds, the rival, its median, and the ratio that was promised."""

    what: str
    median_ms: float
    rival: str = ""
    rival_ms: float | None = None
    goal: str = ""

    def __str__(self) -> str:
        ratio = f"{self.median_ms / self.rival_ms:8.2f}" if self.rival_ms else " " * 8
        rival = f"{self.rival} {self.rival_ms:.1f} ms" if self.rival_ms else ""
        return f"| {self.what:<58} | {self.median_ms:9.2f} ms | {rival:<34} | {ratio} | {self.goal:<24} |"


def median_ms(work: Callable[[], object], repeat: int = 15, warm_up: int = 2) -> float:
    """Median wall-clock time of `work` in milliseconds."""
    for _ in range(warm_up):
        work()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)
