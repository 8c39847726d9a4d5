"""How long a proof takes, and how much is proved: the lines of the tests, and random identities with random slips.

    python -m benchmarks.bench_normal [--pairs 1000] [--seed 0]

Truth of the random pairs comes from brute force at small sizes (`tests/plain_oracle.py`), which shares nothing with the
prover. A pair whose slip changes the value and that is proved all the same is a false proof: there must be none.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import test_prove_fuzz as fuzz
import test_prove_networks as lines
from networks import NETWORKS
from plain_oracle import Undefined

from benchmarks.measure import median_ms
from symderiv.normal import prove_equal


def lecture() -> None:
    """The lecture's lines and those of other networks, warm."""
    system = NETWORKS["tied_autoencoder"]()
    for title, table in (("lecture, right", lines.LECTURE), ("lecture, wrong", lines.NOT_LECTURE)):
        times = [median_ms(lambda line=line: prove_equal(system, *line), 7) for line in table.values()]  # type: ignore[misc]
        show(title, times)
    for sign, title in (("+", "other networks, right"), ("-", "other networks, wrong")):
        chosen = [line for line in lines.LINES if line[1] == sign]
        times = [median_ms(lambda line=line: prove_equal(NETWORKS[line[0]](), *line[2:]), 3, 1) for line in chosen]  # type: ignore[misc]
        show(title, times)


def show(title: str, times: list[float]) -> None:
    """One row: how many, median, largest."""
    print(f"| {title:<26} | {len(times):5d} | {statistics.median(times):9.2f} ms | {max(times):9.1f} ms |")


def random_pairs(count: int, seed: int) -> int:
    """Random identities and random slips; the number of false proofs."""
    right = proved = wrong = false = 0
    times: list[float] = []
    for n in range(seed, seed + count):
        e, same, slip = fuzz.pair(n)
        try:
            agrees, differs = fuzz.agree(e, same), not fuzz.agree(e, slip)
        except Undefined:
            continue
        if agrees:
            right += 1
            start = time.perf_counter()
            proved += prove_equal(fuzz.SYSTEM, e, same, fuzz.WHERE).proved
            times.append(1000 * (time.perf_counter() - start))
        if differs:
            wrong += 1
            if prove_equal(fuzz.SYSTEM, e, slip, fuzz.WHERE).outcome != "unknown":
                false += 1
                print(f"FALSE PROOF at seed {n}")
    show("random identities", times)
    print(f"proved {proved} of {right} ({100 * proved / right:.2f} %); false proofs {false} of {wrong}")
    return false


def main() -> int:
    """Prints the tables; the exit status says whether there was a false proof."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(f"| {'what':<26} | {'lines':>5} | {'median':>12} | {'largest':>12} |")
    lecture()
    return int(random_pairs(options.pairs, options.seed) > 0)


if __name__ == "__main__":
    sys.exit(main())
