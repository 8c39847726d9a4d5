r"""Trees to expressions: every name resolved, every index an affine form, every bracket a condition.

One small function per class of tree, in the table `RULES`. What has two readings is an `AmbiguousError` that names both;
what is matrix notation raises `MatrixNotation`, so that `matrices` can try to read the whole member in indices.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from ..affine import Sym
from ..constraint import Constraint, eq
from ..errors import AmbiguousError, ReadError
from ..expr import (
    ONE,
    Apply,
    Bracket,
    Cases,
    Div,
    Expr,
    Index,
    Labelled,
    Num,
    Partial,
    Pow,
    Var,
    Variable,
    add,
    free,
    mul,
    neg,
    num,
)
from ..functions import WELL_KNOWN
from . import tree as t
from .resolve_index import Integers, span_domain
from .resolve_letters import Meaning, exponent_of, function_name, signature
from .resolve_shape import NORMS, Shape, is_norm, letter_of, shape_of
from .resolve_sums import read_sum
from .tree import Chain, Node

Bound: TypeAlias = frozenset[str]

PRODUCTS = frozenset(["", r"\cdot", r"\times", r"\odot", r"\circ", r"\ast"])
"""Signs between numbers that all mean the product."""

CALLS = {"sigmoid": "sigma"}
"""Names of well-known functions where the table of functions has another one."""


class MatrixNotation(ReadError):
    """Something that is only read where every shape is known."""


@dataclass(slots=True)
class Resolver(Integers):
    """Reads the values of one statement; `left` are the index letters of its left side."""

    meaning: Meaning
    statement: int = -1
    left: frozenset[Sym] = frozenset()
    dummies: frozenset[str] = frozenset()
    applied: set[str] = field(default_factory=set)

    def expr(self, x: Node, bound: Bound = frozenset()) -> Expr:
        """The expression that a tree means where sums have bound the letters `bound`."""
        rule = RULES.get(type(x))
        if rule is None:
            raise self.error("this is not a value", x)
        return rule(self, x, bound)

    def entry(self, x: Node, bound: Bound = frozenset()) -> Var:
        """The variable entry that a tree names: what is differentiated by, what is defined."""
        found = self.expr(x, bound)
        if isinstance(found, Var):
            return found
        raise self.error("a variable is expected here", x, r"for example `w_{j,i}`")

    def ambiguous(self, cause: str, node: object, hint: str) -> AmbiguousError:
        """An error that names two readings."""
        return AmbiguousError(cause, self.formula.place(getattr(node, "span", (0, 0))), hint)

    def matrix(self, cause: str, node: object, hint: str = "") -> MatrixNotation:
        """What can only be read as a matrix."""
        return MatrixNotation(cause, self.formula.place(getattr(node, "span", (0, 0))), hint)

    def where(self, conditions: tuple[Node, ...]) -> tuple[Constraint, ...]:
        """Conditions inside a formula: of an indicator, a row of cases."""
        found: list[Constraint] = []
        for c in conditions:
            if not isinstance(c, Chain):
                raise self.error("a condition is expected here", c, r"for example `k = j`")
            spans, where = self.conditions(c)
            found += [*span_domain(spans), *where]
        return tuple(found)

    # ------------------------------------------------------------------------------------------------------------ names

    def name(self, shape: Shape, x: Node, bound: Bound, tail: tuple[Node, ...] = ()) -> Expr:
        """The value that a name means."""
        if shape.base in self.dummies and not shape.pieces:
            return Var(Variable(shape.base))
        if self.meaning.is_exponential(shape):
            return Apply("exp", (self.expr(shape.uppers[0][0], bound),))
        if self.meaning.is_power(shape):
            return Pow(self.name(shape.without_upper(), x, bound, tail), self.exponent(shape, x, bound))
        if self.meaning.is_delta(shape):
            first, second = map(self.form, shape.pieces)
            return Bracket((eq(first, second),), delta=True)
        self._check(shape, x, bound)
        if not shape.pieces and not tail:
            return self._bare(shape.base, x, bound)
        if shape.base in self.names.size_names and signature(shape) not in self.meaning.lefts:
            return Index(self.form(x))
        variable, nodes = self.names.resolve(shape, bound, tail)
        return Var(variable, tuple(map(self.form, nodes)))

    def _check(self, shape: Shape, x: Node, bound: Bound) -> None:
        """Refuse readings that are in doubt."""
        for piece in shape.pieces:
            letter = letter_of(piece)
            hint = self.meaning.conflicts.get((self.statement, shape.base, letter or ""))
            if hint is not None and letter not in bound:
                raise self.ambiguous(f"`{letter}` is an index elsewhere, but nothing binds it here", piece, hint)
            if isinstance(piece, t.Symbol) and (piece.name == r"\top" or piece.name in ("\\dots", ":")):
                raise self.matrix(f"`{piece.name}` in a script", x, "write the entry with its indices")
        if function_name(shape) in self.meaning.functions and signature(shape) not in self.meaning.lefts:
            raise self.error(f"the function `{shape.base}` has no argument", x, f"write `{shape.base}(..)`")
        if (shape.base, shape.below) in self.meaning.squares and shape.bare:
            exponent = exponent_of(shape)
            text = exponent.text if isinstance(exponent, t.Number) else "2"
            plain = self.source(x).rsplit("^", 1)[0]
            raise self.ambiguous(
                f"`^{text}` is a power or part of the name: `{plain}` never occurs without it",
                x,
                f"write `({plain})^{text}` for the power, `{plain}^{{({text})}}` for the name",
            )

    def _bare(self, letter: str, x: Node, bound: Bound) -> Expr:
        if letter in bound:
            raise self._factor(letter, x)
        defined = (letter, 0, 0) in self.meaning.lefts
        if not defined and letter in self.names.sizes:
            return Index(self.form(x))
        if not defined and any(f[0] == letter and any(None in p for p in ps) for f, ps in self.names.families.items()):
            raise self.matrix(
                f"`{letter}` carries indices elsewhere, here it has none",
                x,
                "write its indices, or say what the matrix is made of, as in `W = (w_{ij})`",
            )
        if not defined and letter in self.names.index:
            raise self._factor(letter, x)
        return Var(Variable(letter, "" if letter == self.source(x) else self.source(x)))

    def _factor(self, letter: str, x: Node) -> ReadError:
        return self.ambiguous(
            f"`{letter}` is an index, here it stands as a factor",
            x,
            f"write an entry such as `x_{letter}`, or give the variable another letter than the index",
        )

    def source(self, x: Node) -> str:
        """A tree as typed."""
        start, end = x.span
        return self.formula.source.text[start:end].strip()

    def exponent(self, shape: Shape, x: Node, bound: Bound) -> Expr:
        """The exponent of a name; an index letter in it might be a layer."""
        return self.power(shape.uppers[0][0], x, bound)

    def power(self, exponent: Node, x: Node, bound: Bound) -> Expr:
        """The value of an exponent."""
        letters = {letter_of(y) for y in t.walk(exponent) if isinstance(y, t.Name)}
        found = (letters & self.names.index) - {None}
        if found or letters & bound:
            letter = min(str(y) for y in (found or letters & bound))
            raise self.ambiguous(
                f"`{letter}` is an index: the superscript is a power or part of the name",
                exponent,
                f"write `^{{({letter})}}` for the name; a power with an index as exponent is not read",
            )
        if letters & {"T"}:
            raise self.matrix("the transpose of a matrix, or a power", x, "write the entries with their indices")
        if function_name_of(x) in self.meaning.functions:
            raise self.ambiguous("an inverse function or one over the function", x, "write `\\frac{1}{f(x)}`")
        return self.expr(exponent, bound)

    # ----------------------------------------------------------------------------------------------------- applications

    def call(self, head: Node, joined: Node, bound: Bound) -> Expr:
        """A name and the parenthesis after it: an application, an index list, or a product."""
        shape = shape_of(head) if isinstance(head, (t.Name, t.Scripted)) else None
        if shape is None:
            return mul(self.expr(head, bound), self.expr(joined, bound))
        group, scripts = (joined.base, joined.scripts) if isinstance(joined, t.Scripted) else (joined, ())
        name = function_name(shape)
        base = shape.base
        found: Expr
        if name in self.meaning.functions and isinstance(group, t.Group):
            found = self._apply(name, shape, group, head, bound)
        elif isinstance(group, t.Group) and base in self.meaning.index_lists:
            found = self.name(shape, head, bound, group.items)
        elif base in self.names.size_names and isinstance(head, t.Name) and signature(shape) not in self.meaning.lefts:
            found = Index(self._called(head, group))
        elif base in self.meaning.shown:
            found = self.name(shape, head, bound)
        else:
            if base in self.meaning.unclear and self.source(joined)[:1] in "([":
                raise self._unclear(head)
            return mul(self.expr(head, bound), self.expr(joined, bound))
        return self._scripted(found, scripts, joined, bound)

    def _unclear(self, head: Node) -> AmbiguousError:
        typed = self.source(head)
        return self.ambiguous(
            f"`{typed}(` is a product or a function: every occurrence of it has a parenthesis",
            head,
            rf"write `{typed} \cdot (` for the product; name the function in the front matter: `functions = [..]`",
        )

    def _apply(self, name: str, shape: Shape, group: t.Group, head: Node, bound: Bound) -> Expr:
        args = tuple(self.expr(item, bound) for item in group.items)
        if not args:
            raise self.error("a function without argument", group, f"write `{shape.base}(x)`")
        if shape.primes and len(args) > 1:
            raise self.ambiguous(
                "a prime on a function of several arguments", head, r"write `\frac{\partial}{\partial x}` of it"
            )
        self.applied.add(name)
        order = (shape.primes,) if len(args) == 1 else ()
        return Apply(self.meaning.functions[name], args, order)

    def _scripted(self, base: Expr, scripts: tuple[t.Script, ...], x: Node, bound: Bound) -> Expr:
        for s in scripts:
            if not s.above:
                raise self.matrix("an index on something that is not a name", x, "write the entry with its indices")
            if s.bracket or len(s.entries) != 1:
                raise self.error("a power is expected here", s, "write `^2` for a square")
            exponent = s.entries[0]
            if isinstance(exponent, (t.Symbol, t.Text)):
                raise self.matrix("a transpose or a mark on something that is not a name", s)
            base = Pow(base, self.power(exponent, x, bound))
        return base


def function_name_of(x: Node) -> str | None:
    """The name of a function if `x` is a name."""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    if shape is None:
        return None
    return function_name(shape.without_upper()) if exponent_of(shape) is not None else function_name(shape)


# ----------------------------------------------------------------------------------------------------------------- rules


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
    return r._scripted(r.expr(x.base, bound), x.scripts, x, bound)


def _group(r: Resolver, x: t.Group, bound: Bound) -> Expr:
    if x.open in NORMS and (shape := shape_of(x)) is not None and signature(shape) in r.meaning.lefts:
        return r.name(shape, x, bound)
    if len(x.items) != 1:
        what = "nothing stands" if not x.items else "several things stand"
        raise r.error(f"{what} in these parentheses", x, "a single value is expected")
    if x.open == "|":
        return Apply("abs", (r.expr(x.items[0], bound),))
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
        ended.update(_sum_letters(term.body))
        found.append(neg(value) if term.sign == "-" else value)
    return add(*found)


def _sum_letters(x: Node) -> dict[Sym, Node]:
    """The letters of the sums that end with a term."""
    if isinstance(x, t.Product):
        x = x.factors[-1].body
    found: dict[Sym, Node] = {}
    while isinstance(x, t.BigSum):
        for item in x.below:
            first = item.members[0] if isinstance(item, Chain) else item
            letter = letter_of(first)
            if letter is not None:
                found[Sym(letter)] = x
        x = x.body.factors[-1].body if isinstance(x.body, t.Product) else x.body
    return found


def _product(r: Resolver, x: t.Product, bound: Bound) -> Expr:
    found: list[Expr] = []
    n = 0
    while n < len(x.factors):
        f = x.factors[n]
        following = x.factors[n + 1] if n + 1 < len(x.factors) else None
        if following is not None and following.joined:
            value = r.call(f.body, following.body, bound)
            n += 1
        else:
            value = r.expr(f.body, bound)
        if f.operator == "/":
            found = [divide(mul(*found), value)]
        elif f.operator in PRODUCTS:
            found.append(value)
        else:
            raise r.matrix(f"`{f.operator}` is not a product of numbers", f.body)
        n += 1
    return mul(*found)


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
    if x.symbol == "d" and ("d", 0, 0) in r.meaning.lefts | {(s, 0, 0) for s in r.names.sizes}:
        raise r.ambiguous(
            "`d` is a letter of this document", x, r"write `\partial` for the derivative, `d \cdot x` for the product"
        )
    value = r.expr(x.of, bound)
    for w in reversed(x.wrt):
        body, order = wrt_of(w, x)
        entry = r.entry(body, bound)
        for _ in range(order):
            value = Partial(value, entry, x.direct)
    return value


def wrt_of(w: t.Wrt, x: t.Derivative) -> tuple[Node, int]:
    r"""What is differentiated by, and how often: in `\frac{\partial y}{\partial \sigma^2}` the 2 belongs to the name."""
    if w.order == 1 or sum(v.order for v in x.wrt) == x.order:
        return w.body, w.order
    script = t.Script(True, (t.Number(str(w.order)),))
    if isinstance(w.body, t.Name):
        body = w.body
        return t.Name(body.base, body.accents, body.font, body.primes, (*body.scripts, script), w.span), 1
    return t.Scripted(w.body, (script,), 0, w.span), 1


def _call(r: Resolver, x: t.Call, bound: Bound) -> Expr:
    name = CALLS.get(x.function, x.function)
    typed = "\\" + x.function
    if typed in r.meaning.functions:
        name = typed
    elif x.function in r.meaning.functions:
        name = x.function
    elif name not in WELL_KNOWN:
        raise r.error(f"`{x.function}` is not a function of numbers", x, "write it out with indices")
    if any(not s.above for s in x.scripts):
        raise r.error(f"`{x.function}` with a subscript", x, "write it out with indices")
    if not x.args:
        raise r.error("a function without argument", x, f"write `{typed}(x)`")
    args = tuple(r.expr(a, bound) for a in x.args)
    order = (x.primes,) if len(args) == 1 else ()
    return r._scripted(Apply(name, args, order), x.scripts, x, bound)


def _root(r: Resolver, x: t.Root, bound: Bound) -> Expr:
    degree = num(2) if x.degree is None else r.expr(x.degree, bound)
    return Pow(r.expr(x.body, bound), divide(ONE, degree))


def _indicator(r: Resolver, x: t.Indicator, bound: Bound) -> Expr:
    return Bracket(r.where(x.conditions))


def _cases(r: Resolver, x: t.Cases, bound: Bound) -> Expr:
    rows = []
    for row in x.rows:
        where = () if row.otherwise else r.where(row.conditions)
        rows.append((r.expr(row.value, bound), where))
    return Cases(tuple(rows))


def _braced(r: Resolver, x: t.Braced, bound: Bound) -> Expr:
    body = r.expr(x.body, bound)
    label = x.label
    if isinstance(label, Chain):
        label = label.members[-1] if len(label.relations) <= 1 else None
    if label is None or isinstance(label, t.Text):
        return body
    return Labelled(body, r.expr(label, bound))


def _sum(r: Resolver, x: t.BigSum, bound: Bound) -> Expr:
    if x.operator != r"\sum":
        raise r.error(f"`{x.operator}` is not read", x, r"only sums over indices are")
    return read_sum(r, x, bound)


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
}
