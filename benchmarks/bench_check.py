r"""How fast a solution is judged: `python -m benchmarks.bench_check`.

A ten-line solution, each time with other letters (nothing is found in a memory that only knows the same formula), right
and with one slip; and the pages that the catalogue derives, as they are printed.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from itertools import permutations

from symderiv import catalogue
from symderiv.check.page import check
from symderiv.check.report import Report
from symderiv.derive import derive
from symderiv.load import goals, load
from symderiv.network import complete
from symderiv.read import read_draft
from symderiv.render import RENDERERS
from symderiv.system import System

from .measure import Row

NETWORK = r"""
$$net_i^{(2)} = \sum_{j=1}^{J} w_{i,j}^{(2)} x_j + b_i^{(2)}$$ ( $1 \le i \le I$ )

$$o_i^{(2)} = f(net_i^{(2)}), \quad o_k^{(3)} = f(net_k^{(3)})$$

$$net_k^{(3)} = \sum_{i=1}^{I} w_{k,i}^{(3)} o_i^{(2)} + b_k^{(3)}$$ ( $1 \le k \le K$ )

$$E = \frac{1}{2} \sum_{k=1}^{K} (o_k^{(3)} - t_k)^2$$
"""

SOLUTION = r"""
$$\delta_k^{(3)} := \frac{\partial E}{\partial net_k^{(3)}}$$

$$\delta_k^{(3)} = \frac{\partial E}{\partial o_k^{(3)}} \frac{\partial o_k^{(3)}}{\partial net_k^{(3)}}$$

$$\delta_k^{(3)} = (o_k^{(3)} - t_k) f'(net_k^{(3)})$$

$$\frac{\partial E}{\partial w_{k,i}^{(3)}} = \delta_k^{(3)} o_i^{(2)}$$

$$\frac{\partial E}{\partial b_k^{(3)}} = \delta_k^{(3)}$$

$$\frac{\partial E}{\partial o_i^{(2)}} = \sum_{A=1}^{K} \delta_A^{(3)} w_{A,i}^{(3)}$$

$$\frac{\partial E}{\partial net_i^{(2)}} = f'(net_i^{(2)}) \sum_{B=1}^{K} w_{B,i}^{(3)} \delta_B^{(3)}$$

$$\frac{\partial E}{\partial w_{i,j}^{(2)}}
= \sum_{C=1}^{K} \frac{\partial E}{\partial net_C^{(3)}} \frac{\partial net_C^{(3)}}{\partial w_{i,j}^{(2)}}$$

$$\frac{\partial E}{\partial w_{i,j}^{(2)}}
= \sum_{C=1}^{K} (o_C^{(3)} - t_C) f'(net_C^{(3)}) w_{C,i}^{(3)} f'(net_i^{(2)}) x_j$$

$$\frac{\partial E}{\partial b_i^{(2)}} = f'(net_i^{(2)}) \sum_{A=1}^{K} \delta_A^{(3)} w_{A,i}^{(3)}$$

$$\frac{\partial E}{\partial x_j}
= \sum_{B=1}^{I} w_{B,j}^{(2)} f'(net_B^{(2)}) \sum_{C=1}^{K} \delta_C^{(3)} w_{C,B}^{(3)}$$
"""
"""Ten claims after a definition; A, B and C stand for dummies."""

SLIP = (r"w_{C,i}^{(3)} f'(net_i^{(2)}) x_j", r"w_{C,i}^{(3)} x_j")
REPEAT = 15


def variants(text: str) -> Iterator[str]:
    """The same solution with other dummies."""
    for a, b, c in permutations("hmnpqrsu", 3):
        yield text.replace("A", a).replace("B", b).replace("C", c)


def timed(text: str, system: System, verdict: str) -> float:
    """The median of the process's own time for judging variants, in milliseconds; each must get the verdict."""
    times = []
    for n, solution in zip(range(REPEAT + 2), variants(text), strict=False):
        start = time.process_time()
        report = check(solution, network=system)
        if n > 1:
            times.append(1000 * (time.process_time() - start))
        if str(report.verdict) != verdict or len(report.claims) != 10:
            raise SystemExit(f"{verdict} expected, {report.verdict} found at {len(report.claims)} claims")
    return statistics.median(times)


def pages() -> Iterator[tuple[str, System, str]]:
    """What the catalogue derives, as Markdown."""
    for name in catalogue.names():
        system = load(name)
        yield name, system, "\n".join(RENDERERS["markdown"](derive(system, g, None), "en") for g in goals(system))


def judged(text: str, system: System) -> tuple[Report, float]:
    """The report of a page, and the seconds it took."""
    start = time.perf_counter()
    report = check(text, network=system)
    return report, time.perf_counter() - start


def main() -> int:
    """Prints the table."""
    system = complete(read_draft(NETWORK))
    print(Row("ten lines, right", timed(SOLUTION, system, "right"), goal="< 20 ms"))
    wrong = timed(SOLUTION.replace(*SLIP), system, "wrong")
    print(Row("ten lines, one of them wrong, with the reason", wrong, goal="< 20 ms"))
    for name, system_, text in pages():
        report, seconds = judged(text, system_)
        print(Row(f"{name}: {len(report.claims)} claims, {report.verdict}", 1000 * seconds, goal="< 1000 ms, right"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
