"""What a page is worth: marks for every line and in total, by a scheme that can be changed.

The rules, in order, for one link: struck out by its author, or it says nothing (both sides are the same up to the order
of factors and terms, or it stood there before, or nothing is differentiated in its chain): not marked. Else it may earn
one mark, and earns what the scheme gives for its verdict. All lines together give their share of the total in
proportion; the goal, where there is one, gives its share if it was reached.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from ..bound_letters import by_depth
from ..document.text import read_text
from ..errors import ReadError
from ..expr import (
    Add,
    Apply,
    Expr,
    Labelled,
    Mul,
    Num,
    Partial,
    Sum,
    Var,
    children,
    of_kind,
    own_forms,
    substitute,
    variables,
)
from ..expr import replace as replace_parts
from ..network.uses import uses
from ..step import Judgement
from ..system import System
from .goal import REACHED, hiding
from .link import Line, Link, Outcome, plainly
from .report import JudgedClaim, Report


@dataclass(frozen=True, slots=True)
class Scheme:
    """What is worth how much: marks of a link by its verdict, and how the total is made up.

    - `right`, `follows` (wrong, but it follows from a wrong line above), `wrong`, `unproved`, `unreadable`: of a link;
    - `lines`: what all lines together can give; `goal`: what reaching the goal gives (added to the lines where no goal
      is asked for).
    """

    right: float = 1.0
    follows: float = 0.5
    wrong: float = 0.0
    unproved: float = 0.0
    unreadable: float = 0.0
    lines: float = 6.0
    goal: float = 4.0


DEFAULT = Scheme()


def read_scheme(path: Path) -> Scheme:
    """A scheme from a TOML file: any of the fields of `Scheme`. Raises `ReadError` for anything else in it."""
    try:
        data = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"`{path}` is not TOML: {error}", hint="for example:\nright = 1\nfollows = 0.5") from error
    known = [f.name for f in fields(Scheme)]
    for key, value in data.items():
        if key not in known:
            raise ReadError(f"`{path}`: `{key}` is not known", hint=f"known are {', '.join(known)}")
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1e6:
            raise ReadError(f"`{path}`: `{key}` must be a number from 0 up, not {value!r}", hint=f"{key} = 1")
    return replace(DEFAULT, **{key: float(value) for key, value in data.items()})


@dataclass(frozen=True, slots=True)
class Mark:
    """What one link earned, of how much, by which rule."""

    earned: float
    possible: float
    rule: str


NOTHING = {
    "struck": "struck out: not marked",
    "same": "says nothing: not marked",
    "before": "said before: not marked",
    "plain": "nothing is differentiated: not marked",
}


def claims_of(lines: Sequence[Line], scheme: Scheme = DEFAULT) -> list[JudgedClaim]:
    """What the report says of each line, with its marks and the rules that gave them."""
    seen: set[object] = set()
    return [_claim(line.claim(), [_mark(o, line, scheme, seen) for o in line.outcomes]) for line in lines]


def _claim(claim: JudgedClaim, marks: Sequence[Mark]) -> JudgedClaim:
    rules = [m.rule for m in marks]
    rule = rules[0] if len(rules) == 1 else "; ".join(f"{n} x {r}" for r, n in Counter(rules).items())
    earned, possible = sum([m.earned for m in marks]), sum([m.possible for m in marks])
    return replace(claim, marks=round(earned, 2), marks_possible=round(possible, 2), rule=rule)


def unread(claim: JudgedClaim, scheme: Scheme = DEFAULT) -> JudgedClaim:
    """A formula that could not be read at all, with its marks."""
    return _claim(claim, [Mark(scheme.unreadable, scheme.right, f"unreadable: {scheme.unreadable:g}")])


def totalled(report: Report, scheme: Scheme = DEFAULT) -> Report:
    """The report with its marks in total, and how they came about."""
    earned, possible = sum(c.marks for c in report.claims), sum(c.marks_possible for c in report.claims)
    most = scheme.lines + (0.0 if report.goal else scheme.goal)
    of_goal = scheme.goal if report.goal == REACHED else 0.0
    total = (most * earned / possible if possible else 0.0) + of_goal
    rule = f"lines {earned:g} of {possible:g}, worth {most:g}"
    if report.goal:
        rule += f"; goal {report.goal}: {of_goal:g} of {scheme.goal:g}"
    return replace(report, marks=round(total, 2), marks_possible=scheme.lines + scheme.goal, marks_rule=rule)


def _mark(outcome: Outcome, line: Line, scheme: Scheme, seen: set[object]) -> Mark:
    judged, link = outcome.judged, outcome.link
    if line.written.struck:
        return Mark(0.0, 0.0, NOTHING["struck"])
    if link is not None:
        nothing = _says_nothing(link, line, seen, outcome.right)
        if nothing:
            return Mark(0.0, 0.0, NOTHING[nothing])
    verdict = Judgement.UNPROVED if judged.judgement is Judgement.VACUOUS else judged.judgement
    rule = "follows" if verdict is Judgement.WRONG and judged.follows else str(verdict)
    earned: float = getattr(scheme, rule)
    return Mark(earned, scheme.right, f"{rule}: {earned:g}")


def _says_nothing(link: Link, line: Line, seen: set[object], outcome_right: bool) -> str:
    one, two = plainly(link.left), plainly(link.right)
    if _comes_back(one, two) or _comes_back(two, one):
        return "same"
    left, right = canonical(one), canonical(two)
    if left == right or (outcome_right and _explains_itself(link.left, link.right, link.system)):
        return "same"
    pair = (frozenset((left, right)), link.where, link.written.given)
    if pair in seen:
        return "before"
    seen.add(pair)
    for e in (e for o in line.outcomes if o.link is not None for e in (o.link.left, o.link.right)):
        if _differentiates(e, link.system):
            return ""
    return "plain"


def _comes_back(asked: Expr, e: Expr) -> bool:
    r"""Is a derivative said through itself, as in `\partial E/\partial w = \partial E/\partial w \cdot \frac{2}{2}`?"""
    return isinstance(asked, Partial) and asked in of_kind(e, Partial)


@lru_cache(maxsize=1 << 9)
def _explains_itself(left: Expr, right: Expr, system: System) -> bool:
    r"""Is one side a derivative, or a name for it, and does that very derivative stand in the other?"""
    names = hiding(system)
    typed = plainly(left), plainly(right)
    asked = any(isinstance(e, Partial) or (isinstance(e, Var) and e.variable in names) for e in typed)
    if not asked or not all(of_kind(e, Partial) or variables(e) & names for e in typed):
        return False
    sides = [written_out(e, system) for e in typed]
    return any(isinstance(one, Partial) and _holds(two, one) for one, two in (sides, sides[::-1]))


def _holds(e: Expr, derivative: Partial) -> bool:
    """Does that derivative stand in a formula, whatever the letters of its sums?"""
    found = [x for x in of_kind(e, Partial) if x.wrt.variable == derivative.wrt.variable]
    return bool(found) and canonical(derivative) in map(canonical, found)


def written_out(e: Expr, system: System, depth: int = 0) -> Expr:
    """The expression with the names that stand for derivatives written out."""
    names = hiding(system)
    if names.isdisjoint(variables(e)):
        return e

    def out(x: Expr) -> Expr | None:
        if not isinstance(x, Var) or x.variable not in names:
            return None
        pieces = system.of(x.variable)
        if len(pieces) != 1 or pieces[0].body is None or len(pieces[0].letters) != len(pieces[0].indices):
            return None
        values = {i.letter: j for i, j in zip(pieces[0].indices, x.indices, strict=True) if i.letter is not None}
        return substitute(pieces[0].body, values)

    new = replace_parts(e, out)
    return new if new == e or depth > DEEPEST else written_out(new, system, depth + 1)


def _differentiates(e: Expr, system: System) -> bool:
    r"""Does a derivative stand in it, or a name for one (`\delta_k`), or a primed function?"""
    if any(x.of != x.wrt and not _is_plain(x, system) for x in of_kind(e, Partial)):
        return True
    named = any(p.nominal for v in variables(e) for p in system.of(v))
    return named or any(any(x.order) for x in of_kind(e, Apply))


def _is_plain(x: Partial, system: System) -> bool:
    """Is it the derivative of a number, of something given, or the direct one by what does not stand there?"""
    if not of_kind(x.of, Var):
        return True
    if not isinstance(x.of, Var):
        return False
    bodies = [p.body for p in system.of(x.of.variable) if p.body is not None]
    if not bodies:
        return x.of.variable != system.objective
    return x.direct and not any(u.entry.variable == x.wrt.variable for b in bodies for u in uses(b))


Canonical: TypeAlias = tuple[object, ...]
DEEPEST = 8
"""So many names within names are written out."""


@lru_cache(maxsize=1 << 11)
def canonical(e: Expr) -> Canonical:
    r"""The tree without what says nothing: order of terms and factors, zeros and ones, letters of sums, underbraces.

    >>> from symderiv.expr import Variable, add, mul, total
    >>> x = Variable("x_{#}")
    >>> canonical(mul(x("i"), x("j"))) == canonical(mul(x("j"), x("i")))
    True
    >>> canonical(total("k", 1, "K", x("k"))) == canonical(total("h", 1, "K", x("h")))
    True
    """
    return _canonical(by_depth(e))


def _canonical(e: Expr) -> Canonical:
    if isinstance(e, Labelled):
        return _canonical(e.body)
    if isinstance(e, Num):
        return ("num", e.value)
    if isinstance(e, Sum):
        where = frozenset((c.rel, c.form) for c in e.where)
        return ("sum", (*e.lowers, *e.uppers), where, _canonical(e.body))
    head: Canonical = (type(e).__name__, own_forms(e))
    if isinstance(e, Var):
        return (*head, e.variable.key)
    parts = [_canonical(x) for x in children(e)]
    if isinstance(e, (Add, Mul)):
        neutral = ("num", 0 if isinstance(e, Add) else 1)
        parts = [p for p in parts if p != neutral]
        return parts[0] if len(parts) == 1 else (*head, frozenset(Counter(parts).items()))
    if isinstance(e, Apply):
        return (*head, e.function, e.order, *parts)
    if isinstance(e, Partial):
        return (*head, e.direct, *parts)
    return (*head, *parts, *_relations(e))


def _relations(e: Expr) -> Iterator[str]:
    where = getattr(e, "where", ())
    rows = getattr(e, "rows", ())
    yield from (c.rel for c in where)
    yield from (f"{c.rel}{c.modulus}" for _, row in rows for c in row)
