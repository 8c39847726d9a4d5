r"""How fast a solution is judged: `python -m benchmarks.bench_check`.

Ten-line solutions about one network, all different (see `solutions`), each judged once: right in all lines, and with
one line wrong and its reason sought. Once as in a class, where many write the same line, and once with everything
forgotten between two pages. The rival is reading the same page. Then the pages that the catalogue derives, as they are
printed, and a folder of solutions.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from symderiv import catalogue
from symderiv.check import judge
from symderiv.check.folder import judge_folder
from symderiv.check.known import ranges
from symderiv.check.page import check
from symderiv.check.reasons import search
from symderiv.check.report import Report
from symderiv.derive import derive
from symderiv.latex import parse
from symderiv.load import goals, load
from symderiv.network import complete
from symderiv.read import Reading, read_document, read_draft
from symderiv.render import RENDERERS
from symderiv.system import System

from .measure import Row
from .solutions import NETWORK, solution

REPEAT, WARM = 60, 10
LINES = 10
CLASS = 200


def solutions(slips: int, count: int, seed: int = 1) -> list[str]:
    """Ten-line solutions with that many slips."""
    rng = random.Random(seed + slips)
    made = (solution(rng, LINES, slips) for _ in range(10 * count))
    return [s.text for s in made if s.slips == slips][:count]


def timed(work: Callable[[str], Report | Reading], slips: int, forgetful: bool) -> float:
    """The median of the process's own time for a page, in milliseconds."""
    times = []
    _forget()
    for n, text in enumerate(solutions(slips, REPEAT + WARM)):
        if forgetful:
            _forget()
        start = time.process_time()
        found = work(text)
        end = time.process_time()
        if n >= WARM:
            times.append(1000 * (end - start))
        if isinstance(found, Report) and str(found.verdict) not in (("right",) if not slips else ("right", "wrong")):
            raise SystemExit(f"{found.verdict} found of\n{text}")
    return statistics.median(times)


def _forget() -> None:
    """Forget what was found out about the lines of other pages."""
    for memory in (judge.JUDGED, search.FOUND, ranges.DOMAINS, parse.PREPARED, parse.PARSED):
        memory.forget()


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


def class_of(count: int) -> tuple[float, float]:
    """Solutions a second of a folder on two workers, by the clock and by the work of a core."""
    rng = random.Random(7)
    system = complete(read_draft(NETWORK))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n in range(count):
            text = solution(rng, rng.randint(7, 11), rng.choice((0, 0, 1, 1, 2))).text
            (folder / f"s{n:03}.md").write_text(text, encoding="utf-8")
        start, before = time.perf_counter(), os.times()
        judge_folder(folder, system, output=folder / "out.jsonl", jobs=2)
        seconds, after = time.perf_counter() - start, os.times()
    work = sum(after[:4]) - sum(before[:4])
    return count / seconds, count / work


def main() -> int:
    """Prints the table."""
    by_clock, by_work = class_of(CLASS)  # first: the command judges a folder in a process of its own
    load = os.getloadavg()[0]
    system = complete(read_draft(NETWORK))
    for slips, what in ((0, "ten lines, right"), (1, "ten lines, one wrong, with the reason")):
        for forgetful in (False, True):
            judging = timed(lambda text: check(text, network=system), slips, forgetful)
            reading = timed(lambda text: read_document(text, network=system), slips, forgetful)
            name = what + (", nothing remembered" if forgetful else "")
            print(Row(name, judging, "reading it", reading, goal="< 20 ms"))
    for name, system_, text in pages():
        report, seconds = judged(text, system_)
        print(Row(f"{name}: {len(report.claims)} claims, {report.verdict}", 1000 * seconds, goal="< 1000 ms, right"))
    print(
        f"{CLASS} different solutions, two workers: {by_clock:.0f} a second (goal 100), load of the machine {load:.1f};"
    )
    print(f"{by_work:.0f} for each second that a core worked")
    return 0


if __name__ == "__main__":
    sys.exit(main())
