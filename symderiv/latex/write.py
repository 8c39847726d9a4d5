r"""Expressions as LaTeX, the way they stand on the lecture's slides.

One small function per node class in a dispatch table; how firmly each node holds together is data (`spelling.LEVELS`),
and `_at` puts parentheses around a node that holds together less firmly than its place demands. Whatever is written
reads back as the same tree: a sum takes the rest of its term, so it is bare only as the last factor of a product.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Any

from .. import functions
from ..affine import Affine, Sym
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
    free,
    mul,
    walk,
)
from . import scripts
from .spelling import DELIMITED, LEVELS, TALL, Level
from .style import PLAIN, Style

HALF = Num(Fraction(1, 2))


def write(e: Expr, style: Style = PLAIN) -> str:
    r"""The LaTeX of an expression.

    >>> from symderiv.expr import Variable, add, num, total
    >>> net = Variable("net^{(3)}_{#}", "net_{#1}^{(3)}")
    >>> o = Variable("o^{(2)}_{#}", "o_{#1}^{(2)}")
    >>> w = Variable("w^{(2)}_{#,#}", "w_{#1,#2}^{(2)}")
    >>> from symderiv.affine import affine
    >>> s = total("h", 1, affine("I") + 1, mul(o("h"), w("k", "h")))
    >>> print(write(s))
    \sum_{h=1}^{I+1} o_h^{(2)} w_{k,h}^{(2)}
    >>> print(write(Partial(s, Variable("w_{#,#}")("j", "i"))))
    \frac{\partial (\sum_{h=1}^{I+1} o_h^{(2)} w_{k,h}^{(2)})}{\partial w_{j,i}}
    >>> print(write(mul(Apply("f", (net("k"),), (1,)), add(o("i"), mul(num(-2), o("j"))))))
    f'(net_k^{(3)}) (o_i^{(2)} - 2 o_j^{(2)})
    """
    return _WRITERS[type(e)](e, style)


def level(e: Expr) -> Level:
    """How firmly the written form of `e` holds together."""
    if isinstance(e, Num):
        return Level.NEGATIVE if e.value < 0 else Level.CLOSED if e.value.denominator == 1 else Level.FACTOR
    if isinstance(e, Index):
        return _index_level(e.form)
    if isinstance(e, Mul) and _coefficient(e) < 0:
        return Level.NEGATIVE
    if isinstance(e, Bracket) and not e.where:
        return Level.CLOSED
    if isinstance(e, Apply) and e.function == functions.PRODUCT:
        return Level.SUM
    return LEVELS[type(e)]


def _index_level(form: Affine) -> Level:
    if len(form.terms) + bool(form.const) > 1:
        return Level.ADD
    if not form.terms:
        return Level.NEGATIVE if form.const < 0 else Level.CLOSED
    k = form.terms[0][1]
    return Level.NEGATIVE if k < 0 else Level.CLOSED if k == 1 else Level.MUL


def _at(e: Expr, least: Level, style: Style) -> str:
    """`e` in a place that demands a level."""
    text = write(e, style)
    return text if level(e) >= least else group(text)


def group(text: str) -> str:
    r"""In parentheses that grow with what they hold.

    >>> print(group("a + b"), group(r"\frac{a}{b}"))
    (a + b) \left(\frac{a}{b}\right)
    """
    return rf"\left({text}\right)" if any(t in text for t in TALL) else f"({text})"


# ------------------------------------------------------------------------------------------------- sums and products


def _coefficient(e: Expr) -> Fraction:
    """The number in front of a term."""
    if isinstance(e, Num):
        return e.value
    if isinstance(e, Mul) and isinstance(e.factors[0], Num):
        return e.factors[0].value
    return Fraction(1)


def _opposite(e: Expr) -> Expr:
    """Minus a term whose number is negative."""
    if isinstance(e, Num):
        return Num(-e.value)
    assert isinstance(e, Mul)
    assert isinstance(e.factors[0], Num)
    return mul(Num(-e.factors[0].value), *e.factors[1:])


def _add(e: Add, style: Style) -> str:
    text = ""
    for n, term in enumerate(e.terms):
        minus = _coefficient(term) < 0
        shown = _opposite(term) if minus else term
        part = _at(shown, Level.MUL, style)
        if bound := _open_sums(shown):
            # a letter that a sum has bound is not read after the sum's end without parentheses around the sum
            part = group(part) if any(bound & free(later) for later in e.terms[n + 1 :]) else part
        text += f" {'-' if minus else '+'} {part}" if n else ("-" if minus else "") + part
    return text


def _open_sums(e: Expr) -> set[Sym]:
    """The letters of the sums that end a term without parentheses."""
    found: set[Sym] = set()
    while isinstance(e, (Mul, Sum)):
        if isinstance(e, Sum):
            found.add(e.letter)
        e = e.factors[-1] if isinstance(e, Mul) else e.body
    return found


def _mul(e: Mul, style: Style) -> str:
    if _coefficient(e) < 0:
        return "-" + _at(_opposite(e), Level.MUL, style)
    text, before = "", None
    for n, factor in enumerate(e.factors):
        last = n == len(e.factors) - 1
        part = _at(factor, Level.SUM if last else Level.FACTOR, style)
        text = part if before is None else text + _operator(before, text, factor, part, style) + part
        before = factor
    return text


def _operator(before: Expr, text: str, factor: Expr, after: str, style: Style) -> str:
    r"""What stands between two factors: a dot where juxtaposition would be read as a call, a number or another name."""
    called = after.startswith(("(", r"\left(")) and _could_be_called(before, factor, style)
    merged = text[-1].isalpha() and after[0].isalpha() and _is_word(before)
    return r" \cdot " if called or merged or after[0].isdigit() else " "


def _could_be_called(e: Expr, argument: Expr, style: Style) -> bool:
    """Could a name with a parenthesis behind it be taken for a function, or for a name with indices in parentheses?"""
    if isinstance(e, Pow) and isinstance(e.base, Var):
        return e.base.variable in style.plain_powers
    if isinstance(e, Var):
        return e.variable not in style.known or all(isinstance(x, (Num, Index, Add, Mul, Pow)) for x in walk(argument))
    return (isinstance(e, Index) and bool(e.form.letter)) or (isinstance(e, Bracket) and e.delta)


def _is_word(e: Expr) -> bool:
    return isinstance(e, Var) and not e.indices and len(e.variable.key) > 1 and e.variable.key.isalpha()


def _sum(e: Sum, style: Style) -> str:
    return _big(r"\sum", e, style, lambda inner: _at(e.body, Level.MUL, inner))


def _product(e: Apply, style: Style) -> str:
    r"""`\prod` as it was typed; where its factors have been taken apart, the exponential of their logarithms."""
    return _factors(e.args[0], style) or r"\exp" + group(write(e.args[0], style))


def _factors(e: Expr, style: Style) -> str:
    """What a sum of logarithms of factors multiplies to, if it is that."""
    if isinstance(e, Sum):
        inner = _factors(e.body, style.inside(e.letter))
        return _big(r"\prod", e, style, lambda _: inner) if inner else ""
    return _at(e.args[0], Level.MUL, style) if isinstance(e, Apply) and e.function == functions.FACTOR else ""


def _big(sign: str, e: Sum, style: Style, text: Callable[[Style], str]) -> str:
    """A sum or product sign with what stands below and above, and behind it."""
    inner = style.inside(e.letter)
    upper = _bound(e.uppers, r"\min")
    lower = _bound(e.lowers, r"\max")
    rows = [f"{e.letter.name}={lower}" if lower else e.letter.name, *_below(e, inner)]
    below = rows[0] if len(rows) == 1 else rf"\substack{{{_rows(rows)}}}"
    above = f"^{_braced(upper)}" if upper else ""
    return rf"{sign}_{{{below}}}{above} {text(inner)}"


def _below(e: Sum, style: Style) -> Iterator[str]:
    """The conditions of a sum, each said of its letter: a range of another letter would be read as a sum over that."""
    remaining = list(e.where)
    for low in e.where:
        times = low.form.coefficient(e.letter) if low.rel == ">=" else 0
        high = next((c for c in remaining if c.rel == ">=" and c.form.coefficient(e.letter) == -times), None)
        if times > 1 and low in remaining and high is not None:
            yield scripts.multiple(low, high, e.letter, times)
            remaining.remove(low)
            remaining.remove(high)
    for c in remaining:
        yield scripts.constraint(c, style.first, style.last, e.letter)


def _bound(forms: tuple[Affine, ...], extremum: str) -> str:
    if len(forms) > 1:
        return f"{extremum}({', '.join(map(scripts.index, forms))})"
    return scripts.index(forms[0]) if forms else ""


def _braced(text: str) -> str:
    return text if len(text) == 1 else f"{{{text}}}"


# --------------------------------------------------------------------------------------------------- fractions, powers


def _rows(rows: Iterable[str]) -> str:
    return r" \\ ".join(rows)


def _num(e: Num, style: Style) -> str:
    sign = "-" if e.value < 0 else ""
    top, bottom = abs(e.value.numerator), e.value.denominator
    return f"{sign}{top}" if bottom == 1 else rf"{sign}\frac{{{top}}}{{{bottom}}}"


def _div(e: Div, style: Style) -> str:
    return rf"\frac{{{write(e.numerator, style)}}}{{{write(e.denominator, style)}}}"


def _pow(e: Pow, style: Style) -> str:
    if e.exponent == HALF:
        return rf"\sqrt{{{write(e.base, style)}}}"
    number = isinstance(e.exponent, Num)
    return f"{_base(e.base, style, number)}^{_braced(write(e.exponent, style))}"


def _base(e: Expr, style: Style, number: bool) -> str:
    text = _at(e, Level.CLOSED, style)
    named = isinstance(e, Var) and not (number and e.variable in style.plain_powers)
    # the parentheses tell a power from a superscript that belongs to the name
    return group(text) if named or (isinstance(e, Index) and e.form.letter) else text


# ------------------------------------------------------------------------------------------------- names, applications


def _var(e: Var, style: Style) -> str:
    return scripts.var(e, style.in_scripts, style.typed.get(e.variable, ""))


def _index(e: Index, style: Style) -> str:
    return scripts.form_latex(e.form)


def _apply(e: Apply, style: Style) -> str:
    if e.function == functions.PRODUCT:
        return _product(e, style)
    inside = ", ".join(write(a, style) for a in e.args)
    if e.function in DELIMITED and not any(e.order):
        opening, closing = DELIMITED[e.function]
        return f"{opening}{inside}{closing}"
    if many := e.function.count("#"):
        name = functions.of_index(e.function, [write(a, style) for a in e.args[:many]])
        return primed(name, e.order[many:]) + group(", ".join(write(a, style) for a in e.args[many:]))
    return primed(functions.latex_name(e.function), e.order) + group(inside)


def primed(function: str, order: tuple[int, ...]) -> str:
    r"""A function's name with its derivatives.

    >>> primed("f", (2,)), primed("f_1", (1,)), primed("f^{(2)}", (1,)), primed("g", (0, 1))
    ("f''", "f_1'", "f'^{(2)}", 'g^{(0,1)}')
    """
    if len(order) > 1:
        return function + (f"^{{({','.join(map(str, order))})}}" if any(order) else "")
    base, caret, upper = function.partition("^")
    return base + "'" * sum(order) + caret + upper


# ------------------------------------------------------------------------------------------------------- derivatives


def _partial(e: Partial, style: Style) -> str:
    if e.direct:
        plus = "^{+}" if style.writes_plus(e) else ""
        return rf"\frac{{\partial{plus} {_differentiated(e.of, style)}}}{{\partial {_var(e.wrt, style)}}}"
    of, by = e.of, [e.wrt]
    while isinstance(of, Partial) and not of.direct:
        by.append(of.wrt)
        of = of.of
    order = f"^{_braced(str(len(by)))}" if len(by) > 1 else ""
    below = " ".join(rf"\partial {_var(wrt, style)}" for wrt in by)
    return rf"\frac{{\partial{order} {_differentiated(of, style)}}}{{{below}}}"


def _differentiated(e: Expr, style: Style) -> str:
    return write(e, style) if isinstance(e, Var) else f"({write(e, style)})"


def _labelled(e: Labelled, style: Style) -> str:
    return rf"\underbrace{{{write(e.body, style)}}}_{{{write(e.label, style)}}}"


# --------------------------------------------------------------------------------------------------------- conditions


def _bracket(e: Bracket, style: Style) -> str:
    if not e.where:
        return "1"
    if e.delta and style.kronecker and len(e.where) == 1 and (pair := _delta(e.where[0], style)):
        comma = "," if style.delta_comma or not all(len(x) == 1 and x.isalpha() for x in pair) else ""
        return rf"\delta_{{{comma.join(pair)}}}"
    return f"[{', '.join(conditions(e.where, style))}]"


def _delta(c: Constraint, style: Style) -> tuple[str, str] | None:
    if c.rel != "==":
        return None
    left, equals, right = scripts.constraint(c, style.first, style.last).partition(" = ")
    return (left.replace(" ", ""), right.replace(" ", "")) if equals else None


def conditions(where: tuple[Constraint, ...], style: Style = PLAIN) -> tuple[str, ...]:
    """Conditions as a reader expects them: ranges joined, said of the letters that are not given."""
    return scripts.conditions(where, style.first, style.last)


def _cases(e: Cases, style: Style) -> str:
    rows = (rf"{write(row, style)} & {_when(where, style)}" for row, where in e.rows)
    return rf"\begin{{cases}} {_rows(rows)} \end{{cases}}"


def _when(where: tuple[Constraint, ...], style: Style) -> str:
    return f"({', '.join(conditions(where, style))})" if where else r"\text{otherwise}"


_WRITERS: dict[type[Expr], Callable[[Any, Style], str]] = {
    Num: _num,
    Index: _index,
    Var: _var,
    Apply: _apply,
    Add: _add,
    Mul: _mul,
    Div: _div,
    Pow: _pow,
    Sum: _sum,
    Bracket: _bracket,
    Cases: _cases,
    Partial: _partial,
    Labelled: _labelled,
}
"""One function a node class."""
