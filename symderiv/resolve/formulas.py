r"""Trees to expressions: every name resolved, every index an affine form, every bracket a condition.

One small function per class of tree, in the table `RULES`; what names mean stands in `resolve_values`.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

from ..affine import Sym
from ..counts import kinked_count
from ..domain.constraint import Constraint
from ..errors import DoubtfulShape, LimitExceeded, ReadError, ShapeError
from ..expr import (
    ONE,
    ZERO,
    Apply,
    Cases,
    Div,
    Expr,
    Labelled,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    add,
    free,
    mul,
    neg,
    num,
    of_kind,
)
from ..functions import WELL_KNOWN
from ..latex import tree as t
from ..latex.inverse_functions import INVERSE, doubt_of, inverse_of
from ..latex.tree import Chain, Node
from ..notation import EQUALITIES, GRID
from ..valueless import constant_without_value
from .functions.areas import AREAS, by_logarithm
from .functions.at_a_place import is_derivative_at
from .functions.calls import function_of
from .functions.families import is_of_family
from .integers.steps import read_cases, read_indicator
from .integers.sums import read_product, read_sum
from .meaning import Meaning, signature
from .spelled.shape import NORMS, is_norm, letter_of, shape_of
from .stated import is_indexed, wrt_of
from .values import Values

Bound: TypeAlias = frozenset[str]

PRODUCTS = frozenset(["", r"\cdot", r"\times", r"\odot", r"\circ", r"\ast"])
"""Signs between numbers that all mean the product."""

CALLS = {"sigmoid": "sigma"}
"""Names of well-known functions where the table of functions has another one."""

RECIPROCALS = {"sech": "cosh", "csch": "sinh", "coth": "tanh", "sec": "cos", "csc": "sin", "cot": "tan"}
"""Functions that are one over another."""


class Resolver(Values):
    """Reads the values of one statement: the table `RULES` says how each class of tree is read."""

    __slots__ = ()

    def expr(self, x: Node, bound: Bound = frozenset()) -> Expr:
        """The expression that a tree means where sums have bound the letters `bound`."""
        rule = RULES.get(type(x))
        if rule is None:
            raise self.error("this is not a value", x)
        found = rule(self, x, bound)
        self.places.append((found, x.span))
        return found


def _number(r: Resolver, x: t.Number, bound: Bound) -> Expr:
    return Num(Fraction(x.text))


def _name(r: Resolver, x: t.Name, bound: Bound) -> Expr:
    shape = shape_of(x)
    assert shape is not None
    return r.name(shape, x, bound)


def _scripted(r: Resolver, x: t.Scripted, bound: Bound) -> Expr:
    shape = shape_of(x)
    if shape is not None and (not is_norm(shape) or signature(shape) in r.meaning.lefts):
        return r.name(shape, x, bound)
    if x.primes:
        raise r.matrix("a prime on something that is not a name", x)
    return r.scripted(r.expr(x.base, bound), x.scripts, x, bound)


def _group(r: Resolver, x: t.Group, bound: Bound) -> Expr:
    if x.open in NORMS and (shape := shape_of(x)) is not None and signature(shape) in r.meaning.lefts:
        return r.name(shape, x, bound)
    if x.open == GRID:
        raise r.matrix("a matrix typed entry by entry beside arrays of other lengths", x, "write indices")
    if len(x.items) != 1:
        what = "nothing stands" if not x.items else "several things stand"
        raise r.error(f"{what} in these parentheses", x, "a single value is expected")
    if x.open == "|":
        value = r.expr(x.items[0], bound)
        if letter_of(x.items[0]) in r.meaning.names.sizes - bound:
            return value
        return kinked_count("abs", (value,)) or Apply("abs", (value,))
    if x.open not in ("(", "[", "{", r"\{"):
        raise r.matrix(f"`{x.open}` is read only where every shape is known", x)
    return r.expr(x.items[0], bound)


def _terms(r: Resolver, x: t.Terms, bound: Bound) -> Expr:
    found: list[Expr] = []
    ended: dict[Sym, Node] = {}
    for term in x.terms:
        if term.sign not in ("", "+", "-"):
            raise r.ambiguous(f"`{term.sign}` stands for two signs", term, "write one equation for each sign")
        value = r.expr(term.body, bound)
        for letter in ended:
            if letter in free(value) and letter not in r.left and letter.name not in bound:
                raise r.ambiguous(
                    rf"`{letter.name}` stands after the end of the sum over `{letter.name}`",
                    term,
                    "put parentheses around what is summed, or rename one of the two",
                )
        summed = {y.letter for y in of_kind(value, Sum)}  # `\sum_{p=1, j = 2p}` does not sum over j
        ended.update({s: node for s, node in _sum_letters(term.body).items() if s in summed})
        found.append(neg(value) if term.sign == "-" else value)
    return add(*found)


def _sum_letters(x: Node) -> dict[Sym, Node]:
    """The letters of the sums that end with a term, also behind an operator in front."""
    while isinstance(x, (t.Product, t.Derivative, t.Nabla)):
        inner = x.factors[-1].body if isinstance(x, t.Product) else x.of
        if inner is None:
            return {}
        x = inner
    found: dict[Sym, Node] = {}
    while isinstance(x, t.BigSum):
        for item in x.below:
            first = item.members[0] if isinstance(item, Chain) else item
            letter = letter_of(first)
            if letter is not None:
                found[Sym(letter)] = x
        x = x.body.factors[-1].body if isinstance(x.body, t.Product) else x.body
    return found


LN_FACTORIAL = r"\operatorname{lnfact}"
"""The logarithm of a factorial, of which nothing is used but that it is a function."""
MOST_FACTORS = 300
"""So many factors may a product have: a derivative of it has as many terms."""
MOST_DIVISIONS = 48


def _product(r: Resolver, x: t.Product, bound: Bound) -> Expr:
    divided = sum(f.operator == "/" for f in x.factors) > MOST_DIVISIONS
    if divided or len(x.factors) > MOST_FACTORS:
        most = f"{MOST_DIVISIONS} divisions" if divided else f"{MOST_FACTORS} factors"
        place = r.error("", x).place
        raise LimitExceeded(f"more than {most} in one product", place, "name a part of it in an equation of its own")
    found: list[Expr] = []
    n = 0
    while n < len(x.factors):
        f = x.factors[n]
        following = x.factors[n + 1] if n + 1 < len(x.factors) else None
        if following is not None and following.joined and not is_indexed(following.body):
            applied = r.call(f.body, following.body, bound)
            if applied is None and f.operator == "/":
                value = _divisor(r, f.body, following.body, bound)
            else:
                value = mul(r.expr(f.body, bound), r.expr(following.body, bound)) if applied is None else applied
                r.places.append((value, (f.body.span[0], following.body.span[1])))
                n += 1
        elif (at := _derived_at(r, f.body, following)) is not None:
            name, argument = at
            value = Apply(name, (r.expr(argument, bound),), (1,))
            n += 1
        elif is_derivative_at(x):
            raise r.at_a_place(f.body, x.factors[1].body)
        else:
            value = r.expr(f.body, bound)
        if f.operator == "/":
            found = [divide(mul(*found), value)]
        elif f.operator in PRODUCTS:
            found.append(value)
        else:
            raise r.matrix(f"`{f.operator}` is not a product of numbers", f.body)
        n += 1
    whole = mul(*found)
    why = next((w for w in map(constant_without_value, found) if w), None) if whole == ZERO else None
    if why is not None:
        raise r.error(f"this has no value: {why}", x, "leave out what is multiplied by 0")
    return whole


def _divisor(r: Resolver, head: Node, behind: Node, bound: Bound) -> Expr:
    """The σ of `1/σ (a + b)`; `1/y(1 - y)`, without a space, is read in both ways."""
    if head.span[1] == behind.span[0]:
        typed = r.source(head)
        cause = f"`/{typed}(..)` divides by `{typed}`, or by the product with what is in the parenthesis"
        raise r.ambiguous(cause, head, rf"write `\frac{{1}}{{{typed}}} (..)` or `\frac{{1}}{{{typed} (..)}}`")
    return r.expr(head, bound)


def _derived_at(r: Resolver, x: Node, following: t.Factor | None) -> tuple[str, Node] | None:
    r"""`\frac{d\sigma}{dz}(a)`: the derivative of a function at a place, and that place."""
    if not isinstance(x, t.Derivative) or x.of is None or len(x.wrt) != 1 or x.order != 1 or following is None:
        return None
    group = following.body
    name = function_of(x, r.meaning)
    if name is None or following.operator or not isinstance(group, t.Group) or group.open != "(":
        return None
    if len(group.items) != 1 or letter_of(x.wrt[0].body) not in r.dummies:
        return None
    return r.meaning.functions.get(name, name.lstrip("\\")), group.items[0]


def divide(a: Expr, b: Expr) -> Expr:
    """A fraction; of two numbers the number."""
    if isinstance(a, Num) and isinstance(b, Num) and b.value:
        return Num(a.value / b.value)
    return Div(a, b)


def _fraction(r: Resolver, x: t.Fraction, bound: Bound) -> Expr:
    return divide(r.expr(x.numerator, bound), r.expr(x.denominator, bound))


def _derivative(r: Resolver, x: t.Derivative, bound: Bound) -> Expr:
    if x.of is None:
        raise r.error("nothing stands after the operator", x, r"write `\frac{\partial E}{\partial w}`")
    if x.at is not None:
        raise r.error("the point at which a derivative is taken is not read here", x, "write `f'(a)`")
    if x.symbol == "d" and ("d", 0, 0) in r.meaning.lefts:  # a size never stands first above and below a line
        raise r.ambiguous(
            "`d` is a letter of this document", x, r"write `\partial` for the derivative, `d \cdot x` for the product"
        )
    head = shape_of(x.of) if isinstance(x.of, t.Name) else None
    if head is not None and is_of_family(head, r.meaning):
        raise r.ambiguous(f"the function `{r.source(x.of)}` without its argument", x.of, "write the argument, too")
    name = function_of(x, r.meaning)
    if name in r.meaning.several:
        raise r.error(f"the function `{name}` without its arguments", x.of, f"write `{name}(..)`")
    if name is not None and len(x.wrt) == 1 and letter_of(x.wrt[0].body) in r.dummies:
        value: Expr = Apply(r.meaning.functions.get(name, name.lstrip("\\")), (r.expr(x.wrt[0].body, bound),))
    elif name is not None and (argument := r.meaning.arguments.get(name)) is not None:
        value = Apply(r.meaning.functions.get(name, name.lstrip("\\")), (r.expr(argument, bound),))
    elif name in r.meaning.functions and len(x.wrt) == 1:
        if letter_of(x.wrt[0].body) in r.meaning.inside.get(name, ()):
            cause = f"`{r.source(x.wrt[0].body)}` is no argument of `{name}` but stands in its definition"
            raise r.ambiguous(
                cause, x, rf"say where: `\frac{{\partial {name}(x)}}{{\partial {r.source(x.wrt[0].body)}}}`"
            )
        if not _may_be_applied(name, x.wrt[0].body, r.meaning):
            cause = f"`{name}` stands here without its argument, and is not applied to `{r.source(x.wrt[0].body)}`"
            raise r.ambiguous(cause, x, f"write the value: `\\frac{{\\partial {name}(..)}}{{\\partial ..}}`")
        body, order = wrt_of(x.wrt[0], x)  # `\frac{df}{dz_k}` of a function f is f'(z_k)
        return Apply(r.meaning.functions[name], (r.entry(body, bound),), (order,))
    else:
        value = r.expr(x.of, bound)
    return differentiated(r, value, x, bound)


def differentiated(r: Resolver, value: Expr, x: t.Derivative, bound: Bound) -> Expr:
    """A value differentiated by the numbers that stand below the line of a derivative."""
    for w in reversed(x.wrt):
        body, order = wrt_of(w, x)
        by = r.expr(body, bound)
        if order == 1 and isinstance(by, Pow) and isinstance(by.base, Var) and isinstance(by.exponent, Num):
            value = _by_power(value, by.base, by.exponent.value, x.direct)
            continue
        entry = by if isinstance(by, Var) else r.entry(body, bound)
        for _ in range(order):
            value = Partial(value, entry, x.direct)
    return value


def _by_power(value: Expr, entry: Var, p: Fraction, direct: bool) -> Expr:
    r"""The derivative by `\sigma^2` of what is made of sigma: that by sigma, over `2 \sigma`."""
    return Div(Partial(value, entry, direct), mul(Num(p), entry if p == 2 else Pow(entry, Num(p - 1))))


def _may_be_applied(name: str, x: Node, meaning: Meaning) -> bool:
    """May a function be one of some name: is it applied to it, or never to a name alone and not to anything with it?"""
    alone, inside = meaning.applied.get(name, (frozenset(), frozenset()))
    base = x.base if isinstance(x, t.Name) else ""
    return base in alone or not (alone or base in inside)


def _call(r: Resolver, x: t.Call, bound: Bound) -> Expr:
    if x.function == "factorial":
        return Apply("exp", (Apply(LN_FACTORIAL, (r.expr(x.args[0], bound),)),))
    if inverse_of(x.function):
        cause, hint = doubt_of(x.function.removesuffix(INVERSE))
        raise r.ambiguous(cause, x, hint)
    name = CALLS.get(x.function, RECIPROCALS.get(x.function, x.function))
    typed = "\\" + x.function
    if typed in r.meaning.functions:
        name = typed
    elif x.function in r.meaning.functions:
        name = x.function
    elif name in AREAS and not x.primes and len(x.args) == 1 and all(s.above for s in x.scripts):
        return r.scripted(by_logarithm(name, r.expr(x.args[0], bound)), x.scripts, x, bound)
    elif name not in WELL_KNOWN:
        raise r.error(f"`{x.function}` is not a function of numbers", x, "write it out with indices")
    if any(not s.above for s in x.scripts):
        raise r.error(f"`{x.function}` with a subscript", x, "write it out with indices")
    if not x.args:
        raise r.error("a function without argument", x, f"write `{typed}(x)`")
    args = tuple(r.expr(a, bound) for a in x.args)
    order = (x.primes,) if len(args) == 1 else ()
    if name == RECIPROCALS.get(x.function):
        if x.primes:
            raise r.error(f"`{x.function}` with a prime", x, f"write the slope of `{x.function}` out")
        return r.scripted(Div(ONE, Apply(name, args)), x.scripts, x, bound)
    plain = name == x.function and name not in r.meaning.functions and not any(order)
    value = kinked_count(name, args) if plain else None
    return r.scripted(value or Apply(name, args, order), x.scripts, x, bound)


def _root(r: Resolver, x: t.Root, bound: Bound) -> Expr:
    degree = num(2) if x.degree is None else r.expr(x.degree, bound)
    return Pow(r.expr(x.body, bound), divide(ONE, degree))


def _indicator(r: Resolver, x: t.Indicator, bound: Bound) -> Expr:
    return read_indicator(r, x.conditions, bound) or r.bracket(x.conditions)


def _cases(r: Resolver, x: t.Cases, bound: Bound) -> Expr:
    worded = next((row for row in x.rows if row.in_words), None)
    if worded is not None:
        at = worded.words[0] if worded.words else worded
        raise r.error("a condition in words is not read", at, r"write it as a formula: `& k = j`")
    steps = read_cases(r, x, bound)
    if steps is not None:
        return steps
    rows: list[tuple[Expr, tuple[Constraint, ...]]] = []
    for row in x.rows:
        value = r.expr(row.value, bound)
        rows += [(value, where) for where in ([()] if row.otherwise else r.wheres(row.conditions))]
    return Cases(tuple(rows))


def _braced(r: Resolver, x: t.Braced, bound: Bound) -> Expr:
    body = r.expr(x.body, bound)
    label = x.label
    if label is None or isinstance(label, t.Text):
        return body
    if not isinstance(label, Chain):
        return Labelled(body, r.expr(label, bound))
    if any(relation not in EQUALITIES for relation in label.relations):
        raise r.error("a label says what a part is equal to", label, "write anything else behind the formula")
    members = [r.expr(member, bound) for member in label.members]
    own = frozenset.intersection(*map(free, members)) - free(body) - r.left if len(members) > 1 else frozenset()
    if not all(r.meaning.names.is_size(s.name) for s in own):
        return body  # a note with letters of its own, `A_{ij} = A_{ji}`
    for member in members:
        body = Labelled(body, member)
    return body


def _sum(r: Resolver, x: t.BigSum, bound: Bound) -> Expr:
    return read_sum(r, x, bound) if x.operator == r"\sum" else read_product(r, x, bound)


def _text(r: Resolver, x: t.Text, bound: Bound) -> Expr:
    raise r.error("words stand where a value is expected", x, r"a name of several letters is written `\mathrm{net}`")


def _symbol(r: Resolver, x: t.Symbol, bound: Bound) -> Expr:
    raise r.error(f"`{x.name}` is not a value", x, r"write sums with `\sum_{i=1}^{n}`")


def _struck(r: Resolver, x: t.Struck, bound: Bound) -> Expr:
    raise r.error("part of the formula is struck out", x, "write the formula without it")


def _nabla(r: Resolver, x: t.Nabla, bound: Bound) -> Expr:
    raise r.matrix(
        "a gradient is read only where every shape is known", x, r"write `\frac{\partial E}{\partial w_{ij}}`"
    )


def _misfit(r: Resolver, x: t.Misfit, bound: Bound) -> Expr:
    kind = ShapeError if x.known else DoubtfulShape if x.perhaps else ReadError
    raise kind(x.cause, x.place or r.formula.place(x.span), x.hint)


def _chain(r: Resolver, x: Chain, bound: Bound) -> Expr:
    if x.relations:
        raise r.error("an equation stands where a value is expected", x)
    return r.expr(x.members[0], bound)


RULES: dict[type, Callable[[Resolver, Any, Bound], Expr]] = {
    t.Number: _number,
    t.Name: _name,
    t.Scripted: _scripted,
    t.Group: _group,
    t.Terms: _terms,
    t.Product: _product,
    t.Fraction: _fraction,
    t.Derivative: _derivative,
    t.Call: _call,
    t.Root: _root,
    t.Indicator: _indicator,
    t.Cases: _cases,
    t.Braced: _braced,
    t.BigSum: _sum,
    t.Text: _text,
    t.Symbol: _symbol,
    t.Struck: _struck,
    t.Nabla: _nabla,
    t.Chain: _chain,
    t.Misfit: _misfit,
}
