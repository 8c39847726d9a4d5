"""The commands that compute with numbers: `verify`, `compile`. Every function returns the exit status."""

from __future__ import annotations

from argparse import Namespace

from . import catalogue
from .check.options import Options
from .check.page import check
from .commands import emit
from .compile import emit as compile_source
from .derive import derive as derive_goal
from .document.text import read_text
from .latex.style import style_of
from .latex.write import write
from .load import goals, load
from .read_part import read_variable
from .render.plain import plain
from .step import Derivation, Judgement, Route, Verdict
from .system import System
from .verify import Report
from .verify import verify as verify_derivation


def verify(args: Namespace) -> int:
    """`symderiv verify`: every claim of every derivation of the page, and every claim on it, against the oracle."""
    system = load(args.file, args.objective)
    fine = _written(args)
    for goal in goals(system, args.wrt, args.objective):
        derivation = derive_goal(system, goal)
        if derivation.route is Route.EXPANDED and not (system.objective and system.objective.arity):
            derivation = derive_goal(system, goal, Route.BOTH)
        report = verify_derivation(derivation, seed=args.seed, draws=args.draws)
        _print_report(system, derivation, report)
        fine = fine and report.passed
    return 0 if fine else 1


def _written(args: Namespace) -> bool:
    """The claims that stand on the page itself: are they all right?"""
    path = catalogue.locate(args.file)
    report = check(read_text(path), file=str(path), folder=path.parent, options=Options(seed=args.seed))
    for claim in report.claims:
        mark = "ok  " if claim.counted is Judgement.RIGHT else "FAIL"
        print(f"  {mark} line {claim.line}: {plain(claim.latex)}: {claim.judgement}")
    return all(claim.counted is Judgement.RIGHT for claim in report.claims)


def _print_report(system: System, derivation: Derivation, report: Report) -> None:
    style = style_of(system)
    print(f"{plain(write(derivation.goal, style))}, route {derivation.route}: {len(report.claims)} claims")
    for n, claim in enumerate(report.claims, 1):
        error = "" if claim.error is None else f", error {claim.error:.1e}"
        refuted = " [refuted, must be wrong]" if claim.claim.refuted else ""
        verdicts = ", ".join(map(_verdict, claim.verdicts))
        left = plain(write(claim.claim.left, style))
        print(f"  {'ok  ' if claim.passed else 'FAIL'} {n:2d}. {left}{refuted}: {verdicts}{error}")
        for v in claim.verdicts:
            # of what passed, only what its evidence leaves open is said
            told = v.detail.partition("; ")[2] if claim.passed else v.detail
            if told:
                print(f"       {told}")
    sizes = "; ".join(", ".join(f"{name}={value}" for name, value in draw) for draw in report.draws)
    how = "exact in a prime field and in double precision" if report.exact else "see the evidence beside each claim"
    print(f"  draws: {sizes} (seed {report.seed}); {how}; largest relative error {report.error:.1e}")


def _verdict(verdict: Verdict) -> str:
    evidence = f" ({verdict.evidence})" if verdict.evidence != "none" else ""
    return f"{verdict.judgement}{evidence}"


def compile_page(args: Namespace) -> int:
    """`symderiv compile`: the gradient as a Python module."""
    system = load(args.file, args.objective)
    asked = None if args.wrt is None else [read_variable(w, system) for w in args.wrt]
    emit(compile_source(system, asked, args.backend), args.output)
    return 0
