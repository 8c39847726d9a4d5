r"""Soundness of `check`: `python -m benchmarks.soundness --pairs 2000 --first 0`.

Prints how pairs were judged against what is true, and every failure with its seed and text; the exit status is 1 if a
wrong line was called right or a right one wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.soundness.judged import Tally, judged, table  # noqa: E402
from benchmarks.soundness.pairs import pair  # noqa: E402


def main() -> int:
    """Runs the seeds that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=2000, help="how many pairs")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so long")
    parser.add_argument("--show", action="store_true", help="the text of every failure at once")
    options = parser.parse_args()
    tally = Tally()
    seed, start = options.first, time.perf_counter()
    while tally.pairs < options.pairs and time.perf_counter() - start < 60 * options.minutes:
        found = pair(seed)
        seed += 1
        if found is not None:
            failure = tally.add(judged(found))
            if failure and options.show:
                print(failure, flush=True)
    print(table(tally))
    print(f"seeds {options.first} to {seed - 1}, {time.perf_counter() - start:.0f} s")
    return 1 if tally.false_right or tally.false_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
