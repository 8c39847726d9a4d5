r"""Pairs held against the verdicts of `check`, and the table of what came of it."""

from __future__ import annotations

import statistics
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.report import Report

from .pairs import Pair

Judge = Callable[[Pair], Report]


VERDICTS_ONLY = Options(reasons=False)


def by_check(pair: Pair) -> Report:
    """The report of `check`."""
    return check(pair.text, network=pair.system, options=VERDICTS_ONLY)


@dataclass(frozen=True)
class Judged:
    """A pair with the verdict on its line, what it rests on, and how long it took."""

    pair: Pair
    verdict: str
    evidence: str
    detail: str
    seconds: float


def judged(pair: Pair, judge: Judge = by_check) -> Judged:
    """The verdict on the line of a pair: the last claim of its page, and whatever of the page was not read."""
    start = time.perf_counter()
    try:
        report = judge(pair)
    except Exception:  # whatever it is, it must not end a run of hours
        return Judged(pair, "crashed", "", traceback.format_exc(limit=-3), time.perf_counter() - start)
    seconds = time.perf_counter() - start
    if report.problem or not report.claims:
        return Judged(pair, "unreadable" if report.problem else "empty", "", report.problem, seconds)
    last = max(report.claims, key=lambda c: c.line).links[-1]
    unread = [k for c in report.claims for k in c.links if str(k.judgement) == "unreadable"]
    if unread:
        return Judged(pair, "unreadable", "", unread[0].detail, seconds)
    return Judged(pair, str(last.judgement), str(last.evidence), last.detail, seconds)


ACCEPTED = {"wrong": ("wrong",), "astray": ("wrong", "unreadable")}
"""A letter after the end of its sum, or a name with other indices, may be called unreadable."""


@dataclass
class Tally:
    """Counts, and the failures."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    proved: int = 0
    failures: list[Judged] = field(default_factory=list)
    times: dict[str, list[float]] = field(default_factory=lambda: {"right": [], "wrong": [], "astray": []})

    @property
    def pairs(self) -> int:
        """How many were judged."""
        return sum(self.counts.values())

    @property
    def false_right(self) -> int:
        """Wrong lines that were called right."""
        return self.counts["wrong", "right"] + self.counts["astray", "right"]

    @property
    def false_wrong(self) -> int:
        """Right lines that were called wrong."""
        return self.counts["right", "wrong"]

    def add(self, one: Judged) -> str:
        """Counts a pair; what is to be said if the verdict is not what is true."""
        truth = one.pair.truth
        self.counts[truth, one.verdict] += 1
        self.times[truth].append(one.seconds)
        if truth == one.verdict == "right":
            self.proved += one.evidence == "proved"
            return ""
        if one.verdict in ACCEPTED.get(truth, ()):
            return ""
        self.failures.append(one)
        return told(one)

    def merge(self, other: Tally) -> None:
        """Takes over what another one counted."""
        self.counts += other.counts
        self.proved += other.proved
        self.failures += other.failures
        for truth, times in other.times.items():
            self.times[truth] += times


def told(one: Judged) -> str:
    """A failure, to be repeated from its seed."""
    p = one.pair
    verdict = f"{one.verdict} {one.evidence}: {one.detail}"
    return f"seed {p.seed} ({p.source}; {', '.join(p.kinds)}): {p.truth}, called {verdict}\n{p.text}"


VERDICTS = ("right", "wrong", "unproved", "vacuous", "unreadable", "empty", "crashed")


def table(tally: Tally) -> str:
    """How many of what is true were judged how."""
    lines = [f"{'truth':<8}" + "".join(f"{v:>12}" for v in VERDICTS) + f"{'median ms':>12}{'95 %':>10}{'most':>10}"]
    for truth, times in tally.times.items():
        if times:
            spread = sorted(times)
            ms = [1000 * x for x in (statistics.median(spread), spread[int(0.95 * (len(spread) - 1))], spread[-1])]
            counts = "".join(f"{tally.counts[truth, v]:>12}" for v in VERDICTS)
            lines.append(f"{truth:<8}{counts}{ms[0]:>12.1f}{ms[1]:>10.1f}{ms[2]:>10.1f}")
    rights = tally.counts["right", "right"]
    unproved = sum(n for (_, v), n in tally.counts.items() if v in ("unproved", "vacuous"))
    lines.append(
        f"{tally.pairs} pairs: {tally.false_right} false right, {tally.false_wrong} false wrong, "
        f"{unproved} unproved ({100 * unproved / max(tally.pairs, 1):.2f} %), "
        f"{tally.proved} of {rights} right ones proved for all sizes ({100 * tally.proved / max(rights, 1):.1f} %)"
    )
    return "\n".join(lines)
