r"""The SymPy door, inwards: what a SymPy user has built, as expressions of this package.

A function made by `sympy.Function("f")` is abstract, `sympy.tanh` and the like are well known. An integer symbol that
stands as a value is an index or a size; any other symbol is a scalar variable. What has no place in a network (a float,
an index that is not affine, a condition with `Or`) is an error that says what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ..affine import Affine, IntFn, affine
from ..domain import Domain, congruent, disjoint, eq, ge, ne
from ..domain.constraint import Constraint
from ..errors import ReadError
from ..expr import Add, Apply, Bracket, Cases, Div, Expr, Index, Mul, Num, Partial, Pow, Sum, Var, num
from ..functions import FACTOR, PRODUCT
from .names import known_names, latex, letter_of, sympy, variable


def from_sympy(e: Any) -> Expr:
    """The expression of a SymPy tree (or of a Python integer or fraction). Raises `ReadError`.

    >>> import sympy
    >>> i, N = sympy.symbols("i N", integer=True)
    >>> found = from_sympy(sympy.Sum(sympy.IndexedBase("x")[i], (i, 1, N)))
    >>> found.letter, found.lowers, found.uppers, found.body.variable.key
    (i, (1,), (N,), 'x_{#}')
    """
    if isinstance(e, (int, Fraction)) and not isinstance(e, bool):
        return num(e)
    sp = sympy()
    if isinstance(e, sp.IndexedBase):
        return Var(variable(str(e.label), 0))
    if not isinstance(e, sp.Basic):
        raise _refused(e, "a SymPy expression was expected")
    for kind, read in _table():
        if isinstance(e, kind):
            return read(e)
    raise _refused(e, f"{type(e).__name__} has no place in a network", "use sums, products, powers and functions")


def _refused(e: Any, why: str, hint: str = "") -> ReadError:
    return ReadError(f"`{e}` cannot be read: {why}", hint=hint)


def form_of(e: Any) -> Affine:
    """The affine form of a SymPy integer expression. Raises `ReadError` for anything else."""
    if isinstance(e, int):
        return affine(e)
    sp = sympy()
    if isinstance(e, sp.Integer):
        return affine(int(e))
    if isinstance(e, sp.Symbol):
        if not e.is_integer:
            raise _refused(e, "it stands as an index, but is no integer symbol", 'make it with `sd.indices("i j")`')
        return affine(letter_of(e))
    if isinstance(e, sp.Add):
        total = affine(0)
        for term in e.args:
            total = total + form_of(term)
        return total
    if isinstance(e, sp.Mul) and len(e.args) == 2 and isinstance(e.args[0], sp.Integer):
        return form_of(e.args[1]) * int(e.args[0])
    if isinstance(e, sp.Indexed):
        args = tuple(map(form_of, e.indices))
        return affine(IntFn(latex(str(e.base.label)), args))
    if isinstance(e, sp.core.function.AppliedUndef):
        return affine(IntFn(latex(e.func.__name__), tuple(map(form_of, e.args))))
    raise _refused(e, "an index must be a letter, a number, or sums of them", "write indices such as `2*i + a - 1`")


def conditions_of(e: Any) -> tuple[Constraint, ...]:
    """The constraints of a SymPy relation or conjunction; none for `True`. Raises `ReadError` for anything else."""
    sp = sympy()
    if e in (True, sp.true):
        return ()
    if isinstance(e, sp.And):
        return tuple(c for part in e.args for c in conditions_of(part))
    if isinstance(e, sp.Eq) and isinstance(e.lhs, sp.Mod) and e.rhs.is_integer:
        return (congruent(form_of(e.lhs.args[0]), form_of(e.rhs), int(e.lhs.args[1])),)
    if isinstance(e, sp.core.relational.Relational):
        left, right = form_of(e.lhs), form_of(e.rhs)
        return (_RELATIONS[e.rel_op](left, right),)
    raise _refused(e, "a condition must compare indices", "use `i >= 2`, `Eq(i, j)`, `Ne(i, j)`, joined by `And`")


_RELATIONS: dict[str, Callable[[Affine, Affine], Constraint]] = {
    "==": eq,
    "!=": ne,
    ">=": ge,
    "<=": lambda a, b: ge(b, a),
    ">": lambda a, b: ge(a, b + 1),
    "<": lambda a, b: ge(b, a + 1),
}


def _number(e: Any) -> Expr:
    return Num(Fraction(int(e.p), int(e.q)))


def _float(e: Any) -> Expr:
    raise _refused(float(e), "a floating-point number is not exact", "write `sympy.Rational(1, 2)`")


def _symbol(e: Any) -> Expr:
    if e.is_integer:
        return Index(affine(letter_of(e)))
    return Var(variable(e.name, 0))


def entry_of(e: Any) -> Var:
    """The entry of an `Indexed`, an `IndexedBase` or a symbol."""
    sp = sympy()
    if isinstance(e, sp.Indexed):
        return Var(variable(str(e.base.label), len(e.indices)), tuple(map(form_of, e.indices)))
    if isinstance(e, sp.IndexedBase):
        return Var(variable(str(e.label), 0))
    if isinstance(e, sp.Symbol) and not e.is_integer:
        return Var(variable(e.name, 0))
    raise _refused(e, "an entry of a variable was expected", "write `w[j, i]`")


def _sum(e: Any) -> Expr:
    return _over(e, from_sympy(e.function))


def _multiplied(e: Any) -> Expr:
    return Apply(PRODUCT, (_over(e, Apply(FACTOR, (from_sympy(e.function),))),))


def _over(e: Any, body: Expr) -> Expr:
    for limits in e.limits:  # SymPy's first limit is the innermost sum
        letter, *bounds = limits
        if len(bounds) != 2 or any(b.is_infinite for b in bounds):
            sign = type(e).__name__
            raise _refused(e, f"a {sign.lower()} needs both bounds", f"write `{sign}(x[i], (i, 1, I))`")
        body = Sum(letter_of(letter), _bounds(bounds[0], "Max"), _bounds(bounds[1], "Min"), body)
    return body


def _bounds(e: Any, several: str) -> tuple[Affine, ...]:
    return tuple(form_of(x) for x in (e.args if isinstance(e, getattr(sympy(), several)) else (e,)))


def _add(e: Any) -> Expr:
    if all(a.is_integer and not a.has(sympy().Indexed) for a in e.args if not a.is_number) and e.is_integer:
        return Index(form_of(e))
    return Add(tuple(map(from_sympy, e.args)))


def _mul(e: Any) -> Expr:
    above: list[Expr] = []
    below: list[Expr] = []
    sp = sympy()
    for factor in e.args:
        if isinstance(factor, sp.Pow) and factor.exp.is_number and factor.exp.is_negative:
            below.append(from_sympy(factor.base if factor.exp == -1 else sp.Pow(factor.base, -factor.exp)))
        elif isinstance(factor, sp.Rational) and factor.q != 1 and factor.p == 1:
            above.append(_number(factor))
        else:
            above.append(from_sympy(factor))
    top = _product(above)
    return Div(top, _product(below)) if below else top


def _product(factors: list[Expr]) -> Expr:
    if not factors:
        return num(1)
    return factors[0] if len(factors) == 1 else Mul(tuple(factors))


def _pow(e: Any) -> Expr:
    if e.exp.is_number and e.exp.is_negative:
        sp = sympy()
        return Div(num(1), from_sympy(e.base if e.exp == -1 else sp.Pow(e.base, -e.exp)))
    return Pow(from_sympy(e.base), from_sympy(e.exp))


def _delta(e: Any) -> Expr:
    return Bracket((eq(form_of(e.args[0]), form_of(e.args[1])),), True)


def _piecewise(e: Any) -> Expr:
    rows = tuple((from_sympy(value), conditions_of(condition)) for value, condition in e.args)
    if len(rows) == 2 and rows[0][0] == num(1) and rows[1] == (num(0), ()):
        return Bracket(rows[0][1])
    return Cases(_exclusive(e, rows))


def _exclusive(e: Any, rows: tuple[tuple[Expr, tuple[Constraint, ...]], ...]) -> Any:
    """SymPy takes the first row that holds; here exactly one row may hold, so overlapping rows are refused."""
    stated = [Domain(where) for _, where in rows if where]
    for n, one in enumerate(stated):
        for two in stated[:n]:
            if not disjoint(one, two):
                raise _refused(e, "two of its conditions can hold together", "make the conditions exclude each other")
    return rows


def _derivative(e: Any) -> Expr:
    if len(e.variable_count) != 1 or e.variable_count[0][1] != 1:
        raise _refused(e, "only first derivatives by one entry are read")
    return Partial(from_sympy(e.expr), entry_of(e.variable_count[0][0]))


def _function(e: Any) -> Expr:
    args = tuple(map(from_sympy, e.args))
    known = known_names().get(e.func)
    if known is not None:
        return Apply(known, args)
    if not isinstance(e, sympy().core.function.AppliedUndef):
        raise _refused(
            e, f"the function {e.func.__name__} is not known", f'write `sympy.Function("{e.func.__name__}")`'
        )
    name = latex(e.func.__name__)
    plain = name.rstrip("'")
    return Apply(plain, args, (len(name) - len(plain),) if plain != name else ())


def _exp(e: Any) -> Expr:
    return Apply("exp", (from_sympy(e.args[0]),))


def _heaviside(e: Any) -> Expr:
    return Apply("step", (from_sympy(e.args[0]),))


def _table() -> tuple[tuple[Any, Callable[[Any], Expr]], ...]:
    """What reads each kind of SymPy node, special kinds first."""
    sp = sympy()
    return (
        (sp.Rational, _number),
        (sp.Float, _float),
        (sp.Indexed, entry_of),
        (sp.Symbol, _symbol),
        (sp.Sum, _sum),
        (sp.Product, _multiplied),
        (sp.Add, _add),
        (sp.Mul, _mul),
        (sp.exp, _exp),
        (sp.Heaviside, _heaviside),
        (sp.Pow, _pow),
        (sp.KroneckerDelta, _delta),
        (sp.Piecewise, _piecewise),
        (sp.Derivative, _derivative),
        (sp.Function, _function),
        (sp.Max, _function),
        (sp.Min, _function),
    )
