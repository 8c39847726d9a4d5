r"""Soundness of `check`: `python -m benchmarks.soundness --pairs 2000 --first 0`.

Prints how pairs were judged against what is true, and false verdicts with their seeds and texts; the exit status is
1 if a wrong line was called right or a right one wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.soundness.judged import Tally, judged, table, told  # noqa: E402
from benchmarks.soundness.pairs import BLOCK, pair  # noqa: E402

AHEAD = 4
"""So many blocks a worker are given out at a time."""


def main() -> int:
    """Runs the seeds that are asked for."""
    options = arguments()
    tally, start = Tally(), time.perf_counter()
    said = 0
    for block in blocks(options.first, options.jobs):
        tally.merge(block)
        if options.show or block.false_right or block.false_wrong:
            for failure in block.failures:
                print(told(failure), flush=True)
        if options.every and tally.pairs >= said + options.every:
            said = tally.pairs
            print(f"{table(tally)}\n{rate(tally, start)}\n", flush=True)
        if tally.pairs >= options.pairs or time.perf_counter() - start >= 60 * options.minutes:
            break
    print(table(tally))
    print(rate(tally, start))
    return 1 if tally.false_right or tally.false_wrong else 0


def arguments() -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=2000, help="how many pairs, rounded up to blocks of seeds")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so long")
    parser.add_argument("--jobs", type=int, default=1, help="so many processes")
    parser.add_argument("--show", action="store_true", help="the text of every failure at once, of open lines, too")
    parser.add_argument("--every", type=int, default=0, metavar="N", help="the table after every N pairs")
    return parser.parse_args()


def blocks(first: int, jobs: int) -> Iterator[Tally]:
    """What came of each block of seeds, in order; without end."""
    starts = count(first, BLOCK)
    if jobs < 2:
        yield from map(block, starts)
        return
    with ProcessPoolExecutor(jobs) as workers:
        while True:
            yield from workers.map(block, islice(starts, AHEAD * jobs))


def block(first: int) -> Tally:
    """The seeds of one block judged; they share a network where the first is a multiple of the block's length."""
    tally = Tally()
    for seed in range(first, first + BLOCK):
        found = pair(seed)
        if found is not None:
            tally.add(judged(found))
    return tally


def rate(tally: Tally, start: float) -> str:
    """How long it took."""
    seconds = time.perf_counter() - start
    return f"{seconds:.0f} s, {tally.pairs / seconds:.1f} pairs a second"


if __name__ == "__main__":
    sys.exit(main())
