"""How many lines are judged as they are, whatever the notation: `python -m benchmarks.bench_notations [N] [FIRST]`.

Each network of the modules `notations..` in N ways of typing, drawn from the seeds FIRST on. The rival is a
judge that says the same of every line.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.report import worst
from symderiv.step import Judgement

from . import notations_entries, notations_gates, notations_layers, notations_models
from .notations import NETWORKS, drawn, typed_out

STYLED = NETWORKS | notations_gates.NETWORKS | notations_layers.NETWORKS | notations_models.NETWORKS


def styled(network: str, seed: int) -> tuple[str, list[bool]]:
    """A page of a network in a style that the seed draws, and which of its lines are true."""
    return typed_out(*STYLED[network](drawn(random.Random(f"{network} {seed}"))))


PAGES = dict.fromkeys(STYLED, styled) | dict.fromkeys(notations_entries.NETWORKS, notations_entries.page)

COMMENT = re.compile(r"<!-- (\d+) -->")
SURE = (Judgement.RIGHT, Judgement.WRONG)


def verdicts(text: str, count: int) -> list[Judgement]:
    """The verdict on each numbered line of a page; unreadable where there is none."""
    at = {n + 2: int(m[1]) for n, row in enumerate(text.split("\n")) if (m := COMMENT.match(row))}
    found: dict[int, list[Judgement]] = {}
    for c in check(text, options=Options(reasons=False)).claims:
        if c.line in at:
            found.setdefault(at[c.line], []).append(c.judgement)
    return [worst(found[n]) if n in found else Judgement.UNREADABLE for n in range(count)]


def counted(network: str, seeds: range) -> Counter[str]:
    """How many lines of a network are judged as they are, how many are left open, and how many are judged falsely."""
    total: Counter[str] = Counter()
    for seed in seeds:
        text, truths = PAGES[network](network, seed)
        for truth, verdict in zip(truths, verdicts(text, len(truths)), strict=True):
            right = (verdict is Judgement.RIGHT) == truth
            total["open" if verdict not in SURE else "agree" if right else "false"] += 1
            total["true"] += truth
    return total


def main() -> int:
    """Prints a row for each network."""
    count, first = (int(x) for x in (*sys.argv[1:], *("40", "0")[len(sys.argv) - 1 :]))
    for network in PAGES:
        found = counted(network, range(first, first + count))
        lines = sum(found[x] for x in ("agree", "open", "false"))
        rival = max(found["true"], lines - found["true"]) / lines
        share = found["agree"] / lines
        print(
            f"{network}: {lines} lines, {share:.1%} judged as they are, {found['open']} open, {found['false']} falsely;"
            f" one verdict for all: {rival:.1%}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
