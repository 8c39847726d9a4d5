r"""Wrong lines in which factorials stand: what these are is not used, only that they are functions.

So `\frac{n!}{(n - 2)!}` is not seen to be `n(n - 1)`, nor a sum of binomial coefficients to be `2^n`. A line is wrong
all the same where they are of data that no such law ties, `N_i`, `y_i` and `N_i - y_i`; others are open,
and so are those of data with few values (`1!` is 1), and lines of a page with Stirling's formula.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from ...expr import Add, Apply, Expr, Mul, Num, Var, Variable, of_kind
from ...network.graph import upstream
from ...pattern import lazily
from ...resolve.formulas import LN_FACTORIAL
from ...step import Judgement, Verdict
from ..link import Link

APPROXIMATED = lazily(
    r"stirling|スターリング|斯特林|стирлинг|!\s*\)?\s*(?:\\approx|\\simeq|\\sim(?![a-z])|≈)"
    r"|\\in\s*\\\{\s*-?\d+\s*,|\bbinary\b|\b0 (?:or|and) 1\b|\b0/1\b|\bone-hot\b|\bBernoulli\b",
    re.I,
)
"""A page that says how large they are, about, or that data take few values."""
OPEN = "what factorials are may count here"
ONE = Num(Fraction(1))


def unless_by_factorials(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a wrong line that laws of factorials may make right."""
    if verdict.judgement is not Judgement.WRONG or LN_FACTORIAL not in {f.name for f in link.system.functions}:
        return verdict
    held = [_terms(x.args[0]) for x in _factorials(link)]
    apart = _are_apart(held) and APPROXIMATED.search(link.page) is None
    return verdict if apart else Verdict(Judgement.UNPROVED, detail=OPEN)


def _factorials(link: Link) -> Iterator[Apply]:
    """The factorials of a line, and of what its names are made of."""
    sides = (link.left, link.right)
    names = {v.variable for side in sides for v in of_kind(side, Var)}
    below: set[Variable] = names.union(*(upstream(link.system, v) for v in names))
    bodies = [p.body for v in below for p in link.system.of(v) if p.body is not None]
    for body in (*sides, *bodies):
        yield from (x for x in of_kind(body, Apply) if x.function == LN_FACTORIAL)


def _are_apart(held: list[Counter[Expr] | None]) -> bool:
    """Do no two of these sums of data differ by a number, and is none of them a number?"""
    known = [x for x in held if x is not None]
    if len(known) < len(held) or not all(_data(x) for x in known):
        return False
    return all(a == b or _data(a) != _data(b) for a, b in combinations(known, 2))


def _data(x: Counter[Expr]) -> dict[Expr, int]:
    """The terms of a sum that are no numbers."""
    return {name: n for name, n in x.items() if n and name != ONE}


def _terms(x: Expr) -> Counter[Expr] | None:
    """A sum of data and whole numbers, how often each is added; None for anything else."""
    if isinstance(x, Var):
        return Counter({x: 1})
    if isinstance(x, Num) and x.value.denominator == 1:
        return Counter({ONE: int(x.value)})
    parts = x.terms if isinstance(x, Add) else ()
    if isinstance(x, Mul) and len(x.factors) == 2 and isinstance(x.factors[0], Num):
        inner, by = _terms(x.factors[1]), x.factors[0].value
        return None if inner is None or by.denominator != 1 else Counter({e: n * int(by) for e, n in inner.items()})
    found = [_terms(p) for p in parts]
    if not found or any(f is None for f in found):
        return None
    total: Counter[Expr] = Counter()
    for f in found:
        total.update(f or {})
    return total
