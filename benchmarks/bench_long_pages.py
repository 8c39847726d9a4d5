"""How fast long pages about large networks are judged: `python -m benchmarks.bench_long_pages`.

A recurrent cell with four gates, the points of a map, a head of attention: each judged once, reasons included, beside
a recurrent cell without gates in the same run. Times are those of the process itself.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from symderiv.check.page import check

from .measure import Row

PAGES = Path(__file__).resolve().parent / "long_pages"
LEAST = "recurrent_cell"


def judged(name: str) -> tuple[float, str]:
    """The milliseconds that a page takes, and what came of its lines."""
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    start = time.process_time()
    report = check(text)
    taken = 1000 * (time.process_time() - start)
    verdicts = [str(c.judgement) for c in report.claims]
    return taken, ", ".join(f"{verdicts.count(v)} {v}" for v in dict.fromkeys(verdicts))


def main() -> int:
    """Prints the table."""
    least, _ = judged(LEAST)
    for name in sorted(p.stem for p in PAGES.glob("*.md") if p.stem != LEAST):
        taken, verdicts = judged(name)
        print(Row(f"{name.replace('_', ' ')}: {verdicts}", taken, "a cell without gates", least, goal="< 2000 ms"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
