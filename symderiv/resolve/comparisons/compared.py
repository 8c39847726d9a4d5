r"""Conditions on values that stand beside a line: `$u_j > 0$ のとき`, `.. = 0 \quad (u_j < 0)`, `if $y_i = 1$`.

Such a line is about the data for which the comparison holds, and nothing is said of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ...errors import Place, ReadError
from ...expr import ONE, ZERO, Expr, Num, Sum, Var, Variable, add, mul, neg, walk
from ...latex.source import Offsets
from ...latex.tree import Chain, Formula, Name
from ...latex.value_clauses import is_for_good, is_known_case
from ...system import Values
from ..facts import Facts
from ..formulas import Resolver
from ..integers.steps import is_about_values, step_of, touches
from ..layout import Layout
from ..meaning import Meaning
from ..stated import Stated, shown
from ..told.cases import is_number


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as typed, and what is 1 where it holds and else 0, in two ways: a step, or what a step leaves.

    Of data with few values both are the same. `aside`: the line beside it may not be meant for it alone; `touching`: it
    holds where both sides are equal; `throughout`: it is so on the whole page; `line`: where the line stands.
    """

    typed: str
    holds: tuple[Expr, Expr]
    aside: bool = False
    touching: bool = False
    throughout: bool = False
    line: Place | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """An equation as typed that gives an entry the value of a number.

    `holds` is 1 where data with few values have this one, and else 0; it is 0 for other data. `contrary`: the equation
    does not hold; `aside`: the line beside it may not be meant for it alone; `line`: where the line stands of which it
    surely is the condition, `enclosed`: as it stands in parentheses in its display.
    """

    typed: str
    entry: Var
    number: Fraction
    holds: Expr = ZERO
    contrary: bool = False
    aside: bool = False
    line: Place | None = None
    enclosed: bool = False


@dataclass(frozen=True, slots=True)
class Equated:
    """An equation of values as typed, one of which at least is an entry."""

    typed: str
    left: Expr
    right: Expr


def compared_values(
    facts: Facts, meaning: Meaning, layout: Layout, few: Collection[Values]
) -> Iterator[Compared | Fixed | Equated]:
    """Every comparison of values beside an equation, but for those that are doubtful in the layout of the page.

    `few` are the values that data take.
    """
    numbers = {v.variable: v.numbers for v in few}
    unknown = {shown((f, c)) for s in facts.stated for f, c in s.given if f is not s.formula and not _is_known(f, c)}
    owners: dict[int, Formula] = {}  # those that a condition stands right behind; lines further below may have it, too
    for number, s in enumerate(facts.stated):
        line = s.formula.place(s.statement.span) if s.given else None
        turned = {id(d.chain) for d in s.statement.doubtful}
        enclosed = _enclosed_beside(facts.stated, s) if s.given else ()
        for formula, chain in s.given:
            resolver = Resolver(formula, meaning.names, meaning, number)
            typed = shown((formula, chain))
            equated = chain.relations in (("=",), (r"\ne",))
            if (
                typed in layout.doubtful
                or id(chain) in turned
                or (chain.relations == ("=",) and (typed in layout.aside or typed in unknown))
                or not (equated or all(x in TURNED for x in chain.relations))
            ):
                continue
            try:
                if equated:
                    if (equal := _equal(resolver, chain, typed, numbers)) is not None:
                        found = equal if chain.relations == ("=",) else _unequal(equal)
                        if typed not in layout.aside:
                            own = id(chain) in layout.sure and owners.setdefault(id(chain), s.formula) is s.formula
                            own = own or (formula is s.formula and _is_within(chain, s))
                            held = not own and formula is s.formula and chain.span in enclosed
                            if isinstance(found, Fixed) and (own or held):
                                found = replace(found, line=line, enclosed=held)
                            yield found
                        elif isinstance(found, Fixed) and found.holds == ONE:
                            yield replace(found, aside=True)  # of nearly all values it holds anyway
                    continue
                about = is_about_values(resolver, chain, frozenset())
                holds = both_ways(resolver, chain) if about else None
            except ReadError:
                continue  # a condition that cannot be read is not used
            if holds is not None and not any(map(_is_open, walk(holds[0]))):
                aside = typed in layout.aside and id(chain) not in layout.sure
                yield Compared(typed, holds, aside, touches(chain), line=line)


def _is_known(formula: Formula, chain: Chain) -> bool:
    """Are all words known around a value that data have in a sentence?"""
    named = bool(chain.members) and isinstance(first := chain.members[0], Name) and bool(first.scripts)
    value = named and chain.relations == ("=",) and is_number(chain.members[-1])
    words = formula.source.before, formula.source.after
    return not value or is_known_case(*words) or is_for_good(*words)


def _enclosed_beside(stated: Sequence[Stated], s: Stated) -> set[Offsets]:
    """Where in the formula of a line other statements stand that may be its conditions."""
    return {x.statement.span for x in stated if x.formula is s.formula and x is not s}


def _is_within(chain: Chain, s: Stated) -> bool:
    (first, last), (start, stop) = chain.span, s.statement.span
    return start <= first and last <= stop


def _equal(
    r: Resolver, chain: Chain, typed: str, numbers: Mapping[Variable, tuple[Fraction, ...]]
) -> Compared | Fixed | Equated | None:
    """An entry that is equal to a number: of data with few values, what is 1 where they have this one and else 0."""
    left, right = (r.expr(m, frozenset()) for m in chain.members)
    if not isinstance(left, Var) or not isinstance(right, Num):
        entries = isinstance(left, Var) or isinstance(right, Var)
        return Equated(typed, left, right) if entries and not any(map(_is_open, (*walk(left), *walk(right)))) else None
    known = numbers.get(left.variable)
    if known is None:
        return Fixed(typed, left, right.value)
    if right.value not in known:
        return None
    others = [n for n in known if n != right.value]
    equal = mul(*(mul(Num(1 / (right.value - n)), add(left, Num(-n))) for n in others))
    return Compared(typed, (equal, equal)) if left.indices else Fixed(typed, left, right.value, equal)


def _unequal(equal: Compared | Fixed | Equated) -> Compared | Fixed:
    """That an equation does not hold: of data with many values, that says nothing."""
    if isinstance(equal, Compared):
        return replace(equal, holds=(add(ONE, neg(equal.holds[0])), add(ONE, neg(equal.holds[1]))))
    if isinstance(equal, Equated):
        return Compared(equal.typed, (ONE, ONE))
    return replace(equal, holds=ONE if equal.holds == ZERO else add(ONE, neg(equal.holds)), contrary=True)


TURNED = {"<": ">", ">": "<", r"\le": r"\ge", r"\ge": r"\le"}


def both_ways(r: Resolver, chain: Chain) -> tuple[Expr, Expr]:
    """`u < 0` as the step of -u, and as what is left by the step of u; data hit no kink. Of several, all hold."""
    links = zip(chain.members, chain.relations, chain.members[1:], strict=False)
    turned = (replace(chain, members=(a, b), relations=(TURNED[x],)) for a, x, b in links)
    left = (add(ONE, neg(step_of(r, one, frozenset()))) for one in turned)
    return step_of(r, chain, frozenset()), mul(*left)


def _is_open(x: Expr) -> bool:
    return isinstance(x, Sum) and not (x.lowers and x.uppers)
