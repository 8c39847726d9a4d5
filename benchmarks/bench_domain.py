"""How long a question about a domain takes, against isl (through islpy) on the same domains in the same run.

    python benchmarks/bench_domain.py [--count 400] [--seed 0]

The domains are those that networks make: ranges of two to four indices up to symbolic sizes, deltas `k = j`, shifts,
strides, windows, `k != j`, sizes at least 1. Every answer is compared with isl's. Printed are medians in microseconds;
memory of earlier questions is cleared before each one, so that nothing is answered from it. isl is timed twice: the
question alone, on a set that is already built, and with building the set from text.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from symderiv.affine import Sym, affine
from symderiv.domain import (
    Constraint,
    Domain,
    cells,
    congruent,
    eliminate,
    emptiness,
    eq,
    ge,
    gist,
    interval,
    is_empty,
    ne,
    simplify,
)

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from domain_oracles import isl_text

INDICES, SIZES = ("i", "j", "k", "h"), ("I", "J", "T")
LETTERS = INDICES + SIZES


def typical_domain(rng: random.Random) -> Domain:
    """4 to 8 constraints as a derivation makes them."""
    used = rng.sample(INDICES, rng.randint(2, 3))
    made: list[Constraint] = [ge(s, 1) for s in SIZES if rng.random() < 0.3]
    for x in used:
        top = affine(rng.choice(SIZES)) + rng.choice([0, 0, 0, 1, -1])
        made += interval(x, rng.choice([1, 1, 1, 2]), top).constraints
    a, b = rng.sample(used, 2)
    extra = [
        lambda: eq(a, b),
        lambda: eq(affine(a) - 1, b),
        lambda: ne(a, b),
        lambda: eq(a, affine(rng.choice(SIZES)) + 1),
        lambda: eq(2 * affine(a) - 1, b),
        lambda: eq(affine(a) + b - 1, used[-1]),
        lambda: congruent(affine(a) - b, 0, 2),
        lambda: ge(a, affine(b) + 1),
    ]
    made += [rng.choice(extra)() for _ in range(rng.randint(0, 2))]
    return Domain(tuple(made))


def forget() -> None:
    """Clear what is remembered of questions."""
    for remembered in (emptiness._consistent, emptiness._satisfiable, gist._simplify):
        remembered.cache_clear()


def timed(ask: Callable[[], Any], repeat: int = 5) -> tuple[float, Any]:
    """Best of a few runs, in microseconds, and the answer; memory is cleared before each run."""
    best, answer = float("inf"), None
    for _ in range(repeat):
        forget()
        start = time.perf_counter()
        answer = ask()
        best = min(best, time.perf_counter() - start)
    return best * 1e6, answer


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    domains = [d for _ in range(options.count) if not (d := typical_domain(rng)).is_false]
    sizes = Domain.of(*[ge(s, 1) for s in SIZES])
    times: dict[str, list[float]] = {}

    def note(name: str, ask: Callable[[], Any]) -> Any:
        took, answer = timed(ask)
        times.setdefault(name, []).append(took)
        return answer

    empties = 0
    for n, d in enumerate(domains):
        empties += (mine := note("is_empty", lambda d=d: is_empty(d)))
        note("is_empty in the context of sizes >= 1", lambda d=d: is_empty(d, sizes))
        note("simplify", lambda d=d: simplify(d, sizes))
        note("eliminate", lambda d=d: eliminate(d, Sym("i"), sizes))
        if n % 10 == 0:
            note("cells of three", lambda n=n: cells(domains[n : n + 3], sizes))
        isl_times(d, mine, times)
    print(f"{len(domains)} domains, {statistics.mean(len(d.constraints) for d in domains):.1f} constraints on average,")
    print(f"{empties} of them empty; medians (90th percentile), microseconds:")
    for name, took in times.items():
        print(f"  {name:42}{statistics.median(took):9.1f}  ({statistics.quantiles(took, n=10)[-1]:.1f})")
    if "isl: is_empty" in times:
        ours = statistics.median(times["is_empty"])
        for name in ("isl: is_empty", "isl: is_empty and building the set"):
            print(f"  ratio symderiv / {name}: {ours / statistics.median(times[name]):.2f}")


def isl_times(d: Domain, expected: bool, times: dict[str, list[float]]) -> None:
    """The same question to isl, if it is there."""
    try:
        import islpy
    except ImportError:
        return
    text = isl_text([d], LETTERS)
    asked, built = float("inf"), float("inf")
    for _ in range(5):
        start = time.perf_counter()
        made = islpy.Set(text)
        middle = time.perf_counter()
        answer = made.is_empty()
        end = time.perf_counter()
        asked, built = min(asked, end - middle), min(built, end - start)
    assert answer == expected, (d, answer)
    times.setdefault("isl: is_empty", []).append(asked * 1e6)
    times.setdefault("isl: is_empty and building the set", []).append(built * 1e6)


if __name__ == "__main__":
    main()
