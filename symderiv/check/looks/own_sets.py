r"""Sets that may hold their own letter, the k of `\sum_{j \in C_k} e^{s_j}`: is k one of `C_k`?

Which elements a set has is data, and it need not have that one. But what is divided by such a sum is mostly a term of
it: a line that is wrong in general, and right where every letter is in its own set, is left open.
"""

from __future__ import annotations

from dataclasses import replace

from ...affine import affine
from ...domain import eq
from ...expr import ONE, Bracket, Expr, Var, add, mul, neg
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Piece, Role, System
from ..cases.assuming import Judge
from ..link import Link

IN_OWN = "it is right where each `{}` is in a set of its own, of which the page says nothing"
SETS = lazily(r"\\in(?![A-Za-z])\s*(?:\\[A-Za-z]+\s*\{\s*)?(\\?[A-Za-z]+)")
FONT = lazily(r"^\\[A-Za-z]+\s*\{(.*)\}$")
OTHERS = "others of "
"""Begins the names of the data that are left of such sets, which nobody can type."""


def unless_in_own_set(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a line that is wrong, and right where the letters of sets are in these sets."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    named = set(SETS.findall(link.page))
    sets = [p for p in link.system.pieces if _is_of_two(p) and _base(p) in named] if named else []
    if not sets or judge(replace(link, system=_with_own(link.system, sets))).judgement is not Judgement.RIGHT:
        return verdict
    return Verdict(Judgement.UNPROVED, detail=IN_OWN.format(sets[0].letters[0].name))


def _base(p: Piece) -> str:
    base = split_key(p.variable.key)[0]
    found = FONT.match(base)
    return found[1] if found else base


def _is_of_two(p: Piece) -> bool:
    """Are they data with two letters, as the indicator of what is in the set of each?"""
    return p.body is None and len(p.letters) == 2 and p.indices == tuple(map(affine, p.letters))


def _with_own(system: System, sets: list[Piece]) -> System:
    """The network with indicators that are 1 for the letter of the set itself."""
    pieces = tuple(y for p in system.pieces for y in (_apart(p) if p in sets else (p,)))
    changed = {p.variable for p in sets}
    return replace(system, pieces=pieces, values=tuple(v for v in system.values if v.variable not in changed))


def _apart(p: Piece) -> tuple[Piece, Piece]:
    name = replace(p.variable, key=OTHERS + p.variable.key, spelling=OTHERS + p.variable.spelling)
    same: Expr = Bracket((eq(*p.letters),))
    body = add(same, mul(add(ONE, neg(same)), Var(name, p.indices)))
    return replace(p, body=body, role=Role.NODE), replace(p, variable=name)
