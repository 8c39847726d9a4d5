r"""The SymPy door, outwards: expressions as SymPy trees that a SymPy user can go on with.

Entries are `Indexed`, sums are `Sum` with their bounds, an Iverson bracket is a `KroneckerDelta` where it compares two
indices and a `Piecewise` otherwise. A derivative that stays a symbol, `\partial E/\partial o_k`, is an entry of an
indexed base of that name, so that substituting k works; `f'` is a function named `f'`. Nothing is simplified.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..affine import Affine, Atom, IntFn, Sym
from ..domain.constraint import Constraint
from ..expr import (
    Add,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
)
from ..functions import FACTOR, PRODUCT
from ..system import System
from .names import base_name, functions, symbol, sympy

Sizes = frozenset[Sym]


def to_sympy(e: Expr, system: System | None = None) -> Any:
    r"""The expression as a SymPy tree; the system says which letters are sizes (positive) and which functions abstract.

    >>> from symderiv.expr import Variable, mul, total
    >>> o, w = Variable("o^{(2)}_{#}"), Variable("w_{#,#}")
    >>> to_sympy(total("h", 1, "I", mul(o("h"), w("k", "h"))))
    Sum(o^{(2)}[h]*w[k, h], (h, 1, I))
    """
    sizes: Sizes = frozenset() if system is None else system.sizes
    abstract = frozenset() if system is None else frozenset(f.name for f in system.functions)
    return _Writer(sizes, abstract).write(e)


def form_to_sympy(form: Affine, sizes: Sizes = frozenset()) -> Any:
    """An affine form as a SymPy integer expression."""
    sp = sympy()
    return sp.Add(*(c * _atom(a, sizes) for a, c in form.terms), form.const)


def _atom(a: Atom, sizes: Sizes) -> Any:
    if isinstance(a, IntFn):
        return sympy().Function(a.name, integer=True)(*(form_to_sympy(x, sizes) for x in a.args))
    return symbol(a, sizes)


class _Writer:
    """Writes one expression; a method a kind of node."""

    def __init__(self, sizes: Sizes, abstract: frozenset[str]) -> None:
        self.sizes = sizes
        self.abstract = abstract
        self.sp = sympy()

    def write(self, e: Expr) -> Any:
        """The SymPy tree of an expression."""
        return _WRITE[type(e)](self, e)

    def form(self, form: Affine) -> Any:
        """An affine form."""
        return form_to_sympy(form, self.sizes)

    def entry(self, name: str, indices: Iterable[Affine]) -> Any:
        """An entry of an indexed base, a symbol if there are no indices."""
        at = [self.form(i) for i in indices]
        return self.sp.IndexedBase(name)[tuple(at)] if at else self.sp.Symbol(name)

    def sides(self, form: Affine) -> tuple[Any, Any]:
        """What stands left and right where `form` is compared with 0."""
        left = Affine(tuple((a, k) for a, k in form.terms if k > 0), 0)
        return self.form(left), self.form(left - form)

    def condition(self, c: Constraint) -> Any:
        """A constraint as a relation."""
        if c.rel == "mod":
            return self.sp.Eq(self.sp.Mod(self.form(c.form), c.modulus), 0)
        return {"==": self.sp.Eq, "!=": self.sp.Ne, ">=": self.sp.Ge}[c.rel](*self.sides(c.form))

    def indicator(self, c: Constraint) -> Any:
        """1 where a constraint holds, else 0."""
        if c.rel in ("==", "!="):
            delta = self.sp.KroneckerDelta(*self.sides(c.form))
            return delta if c.rel == "==" else 1 - delta
        return self.sp.Piecewise((1, self.condition(c)), (0, True))

    def num(self, e: Num) -> Any:
        return self.sp.Rational(e.value.numerator, e.value.denominator)

    def index(self, e: Index) -> Any:
        return self.form(e.form)

    def var(self, e: Var) -> Any:
        return self.entry(base_name(e.variable), e.indices)

    def apply(self, e: Apply) -> Any:
        if e.function == PRODUCT and not any(e.order):
            return self.multiplied(e.args[0])
        args = [self.write(a) for a in e.args]
        if e.function not in self.abstract and not any(e.order) and e.function in functions():
            return functions()[e.function](*args)
        return self.sp.Function(primed(e.function, e.order))(*args)

    def add(self, e: Add) -> Any:
        return self.sp.Add(*map(self.write, e.terms))

    def mul(self, e: Mul) -> Any:
        return self.sp.Mul(*map(self.write, e.factors))

    def div(self, e: Div) -> Any:
        return self.write(e.numerator) / self.write(e.denominator)

    def pow(self, e: Pow) -> Any:
        return self.sp.Pow(self.write(e.base), self.write(e.exponent))

    def sum(self, e: Sum) -> Any:
        return self.over(self.sp.Sum, e, self.sp.Mul(self.write(e.body), *map(self.indicator, e.where)))

    def over(self, sign: Any, e: Sum, body: Any) -> Any:
        """A sum or product of a body, with the letter and bounds of `e`."""
        letter = symbol(e.letter, frozenset())
        if e.letter in self.sizes:
            body = body.subs(symbol(e.letter, self.sizes), letter)
        lower = self.sp.Max(*map(self.form, e.lowers))
        return sign(body, (letter, lower, self.sp.Min(*map(self.form, e.uppers))))

    def multiplied(self, e: Expr) -> Any:
        """The product that a sum of factors stands for (see `functions.PRODUCT`)."""
        if isinstance(e, Apply) and e.function == FACTOR:
            return self.write(e.args[0])
        if not isinstance(e, Sum):
            return self.sp.exp(self.write(e))
        body = self.multiplied(e.body)
        if e.where:
            body = self.sp.Piecewise((body, self.sp.And(*map(self.condition, e.where))), (1, True))
        return self.over(self.sp.Product, e, body)

    def bracket(self, e: Bracket) -> Any:
        return self.sp.Mul(*map(self.indicator, e.where))

    def cases(self, e: Cases) -> Any:
        rows = [(self.write(row), self.sp.And(*map(self.condition, where))) for row, where in e.rows]
        return self.sp.Piecewise(*rows)

    def partial(self, e: Partial) -> Any:
        if not isinstance(e.of, Var):
            return self.sp.Function(r"\partial")(self.write(e.of), self.write(e.wrt))
        sign = r"\partial^{+}" if e.direct else r"\partial"
        name = rf"{sign} {base_name(e.of.variable)}/\partial {base_name(e.wrt.variable)}"
        return self.entry(name, (*e.of.indices, *e.wrt.indices))

    def labelled(self, e: Labelled) -> Any:
        return self.write(e.body)


def primed(function: str, order: tuple[int, ...]) -> str:
    """The name of a derived function: `f'`, `g^{(1,0)}`.

    >>> primed("f", (2,)), primed("g", (1, 0)), primed("f", (0,))
    ("f''", 'g^{(1,0)}', 'f')
    """
    if not any(order):
        return function
    return function + ("'" * order[0] if len(order) == 1 else f"^{{({','.join(map(str, order))})}}")


_WRITE: dict[type[Expr], Callable[[_Writer, Any], Any]] = {
    Num: _Writer.num,
    Index: _Writer.index,
    Var: _Writer.var,
    Apply: _Writer.apply,
    Add: _Writer.add,
    Mul: _Writer.mul,
    Div: _Writer.div,
    Pow: _Writer.pow,
    Sum: _Writer.sum,
    Bracket: _Writer.bracket,
    Cases: _Writer.cases,
    Partial: _Writer.partial,
    Labelled: _Writer.labelled,
}
"""How each kind of node is written."""
