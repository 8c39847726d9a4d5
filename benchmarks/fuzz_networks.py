"""Any number of random networks against the oracle: `python -m benchmarks.fuzz_networks --first 0 --count 1000`.

For each network every adjoint, every claim of both routes for every parameter, and the agreement of the routes. One
line for each seed that fails, a summary at the end; the exit status is 1 if anything failed. `--show` prints the
network and the failing claims in LaTeX.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from fuzz import derivations, judged_adjoints  # noqa: E402
from random_networks import build  # noqa: E402

from symderiv.latex.style import style_of  # noqa: E402
from symderiv.latex.write import write  # noqa: E402
from symderiv.system import System  # noqa: E402
from symderiv.verify import Report, verify  # noqa: E402


def show_network(system: System) -> None:
    """Every piece in LaTeX with its domain."""
    style = style_of(system)
    for p in system.pieces:
        body = p.role.value if p.body is None else f"= {write(p.body, style)}"
        print(f"    {write(p.lhs, style)} {body}    {p.domain}")


def show_failures(system: System, report: Report) -> None:
    """The claims that did not pass, with their verdicts."""
    style = style_of(system)
    for c in report.claims:
        if not c.passed:
            print("   ", " = ".join(write(m, style) for m in c.claim.members))
            for v in (*c.verdicts, *c.labels):
                print("       ", v.judgement, v.detail, v.counterexample or "")


def judge(seed: int, counts: Counter[str], show: bool) -> bool:
    """One network: does everything hold?"""
    system, features = build(seed)
    counts.update(f"has {f}" for f in features)
    reports = [("adjoints", judged_adjoints(system, seed))]
    for derivation in derivations(system):
        name = f"{derivation.route.value} {derivation.goal.wrt.variable.key}"
        reports.append((name, verify(derivation, seed=seed)))
    counts["networks"] += 1
    counts["derivations"] += len(reports) - 1
    passed = True
    for name, report in reports:
        counts["claims"] += len(report.claims)
        counts["exact"] += report.exact
        if not report.passed:
            print(f"seed {seed}: {name}: {sum(not c.passed for c in report.claims)} claims fail", sorted(features))
            if show:
                show_network(system)
                show_failures(system, report)
            passed = False
    return passed


def main() -> int:
    """Runs the seeds that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--show", action="store_true", help="the network and the failing claims in LaTeX")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    failed: list[int] = []
    start = time.perf_counter()
    for seed in range(options.first, options.first + options.count):
        if not judge(seed, counts, options.show):
            failed.append(seed)
    seconds = time.perf_counter() - start
    print(
        f"{counts['networks']} networks, {counts['derivations']} derivations, {counts['claims']} claims"
        f" in {seconds:.1f} s; {len(failed)} networks failed {failed or ''}"
    )
    for name, n in sorted(counts.items()):
        if name.startswith("has "):
            print(f"    {name[4:]:<28} {n}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
