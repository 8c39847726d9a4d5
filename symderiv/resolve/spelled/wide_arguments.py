r"""Arguments of functions without parentheses: `\sin \omega t` is the sine of the product, `\log y_k t_k` of either.

No rule says how far such an argument goes. It is read as one factor, and in another reading as all names up to the next
sign, space that is typed (`\,`), parenthesis or function; a line is right or wrong where both agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...latex.tree import Call, Factor, Formula, Name, Node, Product, Scripted, Statement, of_kind
from ...latex.walking import rebuilt
from ..asked import remembered
from ..located import Located


def _goes_on(before: Factor, x: Factor) -> bool:
    """May a factor belong to the argument of the function before it?"""
    call = isinstance(before.body, Call) and not before.body.closed and len(before.body.args) == 1
    return call and _is_name(x)


def _is_name(x: Factor) -> bool:
    return not x.operator and not x.joined and isinstance(x.body, (Name, Scripted))


@remembered
def _has_wide(s: Statement) -> bool:
    products = of_kind(s, Product)
    return any(_goes_on(a, b) for p in products for a, b in zip(p.factors, p.factors[1:], strict=False))


def with_wide_arguments(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with such arguments as far as they may go.

    >>> from symderiv.document import parse_document, read_formulas
    >>> located = read_formulas(parse_document(r"$y = \sin \omega t \, x$"))
    >>> found = with_wide_arguments(located)[0][1].statements[0].chain.members[1]
    >>> [type(f.body).__name__ for f in found.factors], len(found.factors[0].body.args[0].factors)
    (['Call', 'Name'], 2)
    """
    return [(d, _widened(f) if isinstance(f, Formula) else f) for d, f in located]


def _widened(f: Formula) -> Formula:
    if not any(map(_has_wide, f.statements)):
        return f
    text = f.source.text

    def change(x: Any) -> Node | None:
        return _product(x, text) if isinstance(x, Product) else None

    return replace(f, statements=tuple(rebuilt(s, change) for s in f.statements))


def _product(x: Product, text: str) -> Node | None:
    found: list[Factor] = []
    for f in x.factors:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, f) and isinstance(last.body, Call):
            between = text[last.body.span[1] : f.body.span[0]]
            if not between.strip(" \n\t{}"):
                found[-1] = replace(last, body=_with(last.body, f))
                continue
        found.append(f)
    if len(found) == len(x.factors):
        return None
    return found[0].body if len(found) == 1 else replace(x, factors=tuple(found))


def _with(call: Call, f: Factor) -> Call:
    """A function whose argument goes on with a factor."""
    (argument,) = call.args
    factors = argument.factors if isinstance(argument, Product) else (Factor("", argument),)
    start = argument.span[0] if hasattr(argument, "span") else call.span[0]
    product = Product((*factors, f), (start, f.body.span[1]))
    return replace(call, args=(product,), span=(call.span[0], f.body.span[1]))
