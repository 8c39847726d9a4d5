r"""Conditions on values: `\mathbb{1}(z_j > 0)` and the rows of a `cases` that compare numbers.

They are steps: `z > 0` is `step(z)`. Data are in general position, so that `\ge` says the same as `>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from ...errors import ReadError
from ...expr import ONE, Apply, Expr, add, mul, neg
from ...latex import tree as t
from ...latex.tree import Chain, Node
from ..meaning import Meaning, signature
from ..spelled.names import Names
from ..spelled.shape import shape_of
from .conditions import COMPARISONS
from .row_cells import gap


class Reader(Protocol):
    """What reading a condition needs of its reader."""

    names: Names
    meaning: Meaning
    dummies: frozenset[str]

    def expr(self, x: Node, bound: frozenset[str] = frozenset()) -> Expr: ...
    def bracket(self, conditions: tuple[Node, ...]) -> Expr: ...
    def error(self, cause: str, node: object, hint: str = "") -> ReadError: ...


def is_about_values(r: Reader, condition: Node, bound: frozenset[str]) -> bool:
    """Does a comparison hold an entry of a variable, the argument of a function, or a number that counts nothing?"""
    if not isinstance(condition, Chain) or not all(x in COMPARISONS for x in condition.relations):
        return False
    for x in t.walk(condition):
        shape = shape_of(x) if isinstance(x, t.Name) else None
        if shape is None or shape.base in r.names.size_names:
            continue
        if not shape.pieces and shape.base in r.dummies and shape.base not in bound:
            return True
        if signature(shape) in r.meaning.lefts or (shape.pieces and shape.base not in r.names.sizes):
            return True
        if not shape.pieces and shape.base in r.names.known and shape.base not in bound:
            return True
    return False


def touches(x: object) -> bool:
    r"""Does a comparison inside a tree hold where both sides are equal: `h \ge 0`?

    `h \le 0` counts as what is left by `h > 0`, and is about `-h` alone.
    """
    return any(map(_touches, t.of_kind(x, Chain)))


def _touches(chain: Chain) -> bool:
    links = zip(chain.members, chain.relations, chain.members[1:], strict=False)
    return any((r == r"\ge" and not _is_zero(a)) or (r == r"\le" and not _is_zero(b)) for a, r, b in links)


def _is_zero(x: Node) -> bool:
    return isinstance(x, t.Number) and x.text == "0"


def step_of(r: Reader, condition: Chain, bound: frozenset[str]) -> Expr:
    """1 where the comparison of values holds, else 0."""
    leads = [add(more, neg(less)) for more, less in _sides(r, condition, bound)]
    return mul(*(Apply("step", (lead,)) for lead in leads))


def _sides(r: Reader, condition: Chain, bound: frozenset[str]) -> Iterator[tuple[Expr, Expr]]:
    """For each comparison the greater and the smaller side."""
    pairs = zip(condition.members, condition.relations, condition.members[1:], strict=False)
    for left, relation, right in pairs:
        more, less = (left, right) if relation in (">", r"\ge") else (right, left)
        yield r.expr(more, bound), r.expr(less, bound)


def read_indicator(r: Reader, conditions: Sequence[Node], bound: frozenset[str]) -> Expr | None:
    """The product of the steps and of a bracket for what is said of indices; None if no value is compared."""
    about = [c for c in conditions if isinstance(c, Chain) and is_about_values(r, c, bound)]
    if not about:
        return None
    steps = [step_of(r, c, bound) for c in about]
    rest = tuple(c for c in conditions if c not in about)
    return mul(*steps, *((r.bracket(rest),) if rest else ()))


def read_cases(r: Reader, x: t.Cases, bound: frozenset[str]) -> Expr | None:
    """Rows that compare values as a sum: each times its step, and times what is left by the rows above it.

    The last row holds wherever the others do not: it says so, or together they fill all cells (`row_cells`).
    """
    rows = [row.conditions for row in x.rows if not row.otherwise]
    if not any(is_about_values(r, c, bound) for row in rows for c in row):
        return None
    for row in rows:
        if not all(is_about_values(r, c, bound) for c in row):
            raise r.error("a row about values beside one about indices", x, "write one `cases` inside the other")
    leads = [[add(m, neg(x)) for c in row if isinstance(c, Chain) for m, x in _sides(r, c, bound)] for row in rows]
    wrong = gap(leads) if len(rows) == len(x.rows) else ""
    if wrong:
        raise r.error(f"this `cases` is no function: {wrong}", x, "let the last row hold `otherwise`")
    total: list[Expr] = []
    left: list[Expr] = []
    for n, each in enumerate(x.rows):
        factors = list(left)
        if not each.otherwise and n + 1 < len(x.rows):
            step = mul(*(Apply("step", (lead,)) for lead in leads[n]))
            factors.append(step)
            left.append(add(ONE, neg(step)))
        value = r.expr(each.value, bound)
        total.append(mul(*factors, value) if factors else value)
    return add(*total)
