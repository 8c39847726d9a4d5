r"""How far operators in front go: `\frac{\partial}{\partial z} u * v + \frac{\partial}{\partial z} v * u`.

An operator differentiates all the product behind it, as far as nothing is put in parentheses, and `\partial_z` the next
factor. But some authors write a product rule with the first, `\frac{d}{dx}[u] v + u \frac{d}{dx}[v]`, and mean the
factor before the sign, or in the brackets, alone; and some mean all of the term behind `\partial_z`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from ...latex import tree as t
from ...latex.factor_forms import is_multiplied, is_plain_number, is_share
from ...latex.statement_forms import alone_in
from ...latex.tree import Derivative, Factor, Group, Nabla, Name, Node, Product, Terms
from ...latex.walking import rebuilt
from ..asked import where
from ..located import Located, read_of, with_statements

SIGNS = frozenset([r"\cdot", r"\times", r"\ast", "*"])
"""What stands between the factor that is differentiated and the others."""
OPEN = frozenset(["(", "[", r"\{"])


class Reach(Enum):
    """What operators in front differentiate."""

    TYPED = "typed"  # all of the product; `\partial_z` one factor
    BRACKET = "bracket"  # no more than a bracket that is of no use but to hold what is differentiated, beside others
    DELIMITED = "delimited"  # so, also where the operator and what is behind it are all of a side
    SIGN = "sign"  # so, and no more than what stands before the first sign
    FACTOR = "factor"  # a bracket; in a sum of terms, as of a product rule, the first factor
    TERM = "term"  # the first, and `\partial_z` all of its term
    SIDE = "side"  # in front of a sum all terms behind it (`prepared.sums.long_sums`)
    APART = "apart"  # not those behind its sum, which have a sum of their own that is not typed


def _has_any(s: t.Statement) -> bool:
    return any(x.front for x in t.of_kind(s, Derivative)) or any(True for _ in t.of_kind(s, Nabla))


@where(_has_any)
def with_operators_reaching(located: Sequence[Located], reach: Reach) -> list[Located]:
    r"""The formulas, with operators in front of a product that reach so far.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def behind(latex, reach):
    ...     _, f = with_operators_reaching(read_formulas(parse_document(f"$$ x = {latex} $$")), reach)[0]
    ...     return len(getattr(f.statements[0].chain.members[1], "factors", ())) - 1
    >>> behind(r"\frac{\partial}{\partial x} a x \cdot c", Reach.SIGN)
    1
    >>> behind(r"u \frac{\partial}{\partial x} [a x] c", Reach.BRACKET)
    1
    >>> behind(r"\frac{\partial}{\partial x} [a + x] c", Reach.FACTOR)
    1
    >>> behind(r"\partial_x a x", Reach.TYPED), behind(r"\partial_x a x", Reach.TERM)
    (1, -1)
    """
    if reach in (Reach.TYPED, Reach.SIDE, Reach.APART):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    defined = frozenset(x for s in statements if "=" in s.chain.relations if (x := _named(s.chain.members[0])))
    return with_statements(
        located, lambda s: _Reaching(reach, defined, _among_terms(s), _behind_factors(s)).in_statement(s)
    )


def _named(x: Node) -> str:
    """The letter of a name, or of a name with its argument."""
    first = x.factors[0].body if isinstance(x, Product) else x
    return first.base if isinstance(first, Name) else ""


def _among_terms(s: t.Statement) -> frozenset[int]:
    """The operators (by identity) in a sum of several terms, or behind a sign of sums."""
    found: set[int] = set()
    several = (x for x in t.of_kind(s, Terms) if len(x.terms) > 1)
    for x in (*several, *t.of_kind(s, t.BigSum)):
        found |= {id(d) for d in t.of_kind(x, Derivative)}
    return frozenset(found)


def _behind_factors(s: t.Statement) -> frozenset[int]:
    """The operators (by identity) behind other factors."""
    return frozenset(id(f.body) for x in t.of_kind(s, Product) for f in x.factors[1:])


@dataclass(frozen=True, slots=True)
class _Reaching:
    """One statement; `defined` are letters that the page defines, `among` its operators in sums of terms, `behind`
    those that stand behind factors."""

    reach: Reach
    defined: frozenset[str]
    among: frozenset[int]
    behind: frozenset[int]

    def in_statement(self, s: t.Statement) -> t.Statement:
        changed: t.Statement = rebuilt(s, self.changed)
        return changed

    def changed(self, x: Any) -> Node | None:
        if isinstance(x, Product) and self.reach is Reach.TERM:
            return self.longer(x)
        if not isinstance(x, (Derivative, Nabla)) or not isinstance(x.of, Product):
            return None
        cut = self.cut(x, x.of.factors)
        if not 0 < cut < len(x.of.factors):
            return None
        first, *rest = x.of.factors
        body = first.body if cut == 1 else Product(x.of.factors[:cut], x.of.span)
        inner = replace(x, of=rebuilt(body, self.changed))
        behind = [replace(rebuilt(f, self.changed), joined=False) for f in rest[cut - 1 : cut]]
        behind += [rebuilt(f, self.changed) for f in rest[cut:]]
        return Product((Factor("", inner), *behind), x.span)

    def cut(self, x: Derivative | Nabla, factors: Sequence[Factor]) -> int:
        """How many of the factors behind an operator it differentiates; 0 for all."""
        if isinstance(x, Nabla) or x.style == "sub":
            return int(self.reach is Reach.FACTOR and is_multiplied(Product(tuple(factors))))
        if not x.front:
            return 0
        if self.delimits(x, factors):
            return 1
        if self.reach is Reach.SIGN:
            return next((n for n, f in enumerate(factors) if n and f.operator in SIGNS), 0)
        if self.reach is not Reach.FACTOR:
            return 0
        bracket = factors[0].body
        if isinstance(bracket, Group) and bracket.open in OPEN:
            return int(id(x) in self.among or not _is_constant(alone_in(bracket, OPEN)))
        return _first(factors) if id(x) in self.among else 0

    def delimits(self, x: Derivative, factors: Sequence[Factor]) -> bool:
        """Is the first factor a bracket around no sum, which says how far the operator goes and nothing else?

        It holds what is differentiated by, or what the page defines. An argument may stand behind a bracket,
        `\\frac{d}{dx} (f)(x)`. What is all of a term that stands alone may be meant as a whole, as a slip.
        """
        if self.reach is not Reach.DELIMITED and id(x) not in self.among | self.behind:
            return False
        inner, behind = alone_in(factors[0].body, OPEN), factors[1]
        if inner is None or isinstance(inner, Terms) or behind.operator not in (*SIGNS, "") or behind.joined:
            return False
        if isinstance(behind.body, Group) and not isinstance(alone_in(behind.body, OPEN), Terms):
            return False
        letters = {n.base for w in x.wrt for n in t.of_kind(w.body, Name)} | self.defined
        return any(n.base in letters for n in t.of_kind(inner, Name))

    def longer(self, x: Product) -> Node | None:
        """The product with the first `\\partial_z` in it before all that stands behind."""
        for n, f in enumerate(x.factors[:-1]):
            operator = f.body
            if isinstance(operator, Nabla) or (isinstance(operator, Derivative) and operator.style == "sub"):
                of = operator.of
                first = of.factors if isinstance(of, Product) else () if of is None else (Factor("", of),)
                if not first:
                    return None
                taken = Product((*first, *x.factors[n + 1 :]), x.span)
                whole = replace(operator, of=rebuilt(taken, self.changed))
                return whole if n == 0 else Product((*x.factors[:n], Factor(f.operator, whole)), x.span)
        return None


def _is_constant(x: Node | None) -> bool:
    """Does nobody differentiate it, the `(\\frac1m)` in front of what is meant?"""
    return x is None or is_plain_number(x) or is_share(x)


def _first(factors: Sequence[Factor]) -> int:
    """How many factors there are up to the first that is no number, with its argument."""
    start = next((n for n, f in enumerate(factors) if not _is_constant(f.body)), len(factors))
    end = start + 1
    while end < len(factors) and factors[end].joined and not _is_multiplied(factors[start : end + 1]):
        end += 1
    return end


def _is_multiplied(factors: Sequence[Factor]) -> bool:
    """Is the first of two factors no function of what the second holds, the `e^x` of `e^x (1 + x)`?"""
    first = factors[0].body
    return (isinstance(first, Name) and first.base == "e") or is_multiplied(Product(tuple(factors)))
