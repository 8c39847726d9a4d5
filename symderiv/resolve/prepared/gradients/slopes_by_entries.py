r"""Slopes of `\tanh` beside a derivative, multiplied by entries without a sign: `\partial L/\partial h_t (1 - h_t^2)`.

Arrays in programs multiply so. On a page with matrices, `h_t = \tanh(W h_{t-1} + ..)` and a transposition somewhere,
a column beside a column is no other product, and `1 - h_t^2` beside the derivative by h is nothing else than the slope.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex.tree import Call, Derivative, Factor, Group, Name, Number, Product, Statement, Term, Terms, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements

SLOPED = frozenset(["tanh"])
"""Functions whose slope is 1 less the square of the value."""
TRANSPOSED = frozenset(["T", r"\top", r"\intercal"])


def _has_slopes(s: Statement) -> bool:
    return any(_squared(f.body) is not None for x in of_kind(s, Product) for f in x.factors)


@where(_has_slopes)
def with_slopes_by_entries(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with `\odot` between a derivative by h and the slope there.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$h = \tanh(W x)$ $L = c^T h$ $\frac{\partial L}{\partial b} = \frac{\partial L}{\partial h} (1 - h^2)$"
    >>> (_, line) = with_slopes_by_entries(read_formulas(parse_document(page)))[-1]
    >>> [f.operator for f in line.statements[0].chain.members[1].factors[0].body.items[0].factors]
    ['', '\\odot']
    """
    every = [s for f in read_of(located) for s in f.statements]
    if not any(_is_transposed(x) for s in every for x in of_kind(s, Name)):
        return list(located)
    arrays = frozenset(name for s in every for name in _arrays(s))

    def change(x: Any) -> Product | None:
        return _with_signs(x, arrays) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if arrays else list(located)


def _with_signs(x: Product, arrays: frozenset[str]) -> Product | None:
    """A product with each such pair in parentheses and a sign between them; None where there is none."""
    out: list[Factor] = []
    for f in x.factors:
        before = out[-1].body if out else None
        if before is not None and f.operator == "" and _is_pair(before, f.body, arrays):
            pair = Product((Factor("", before), Factor(r"\odot", f.body)), x.span)
            out[-1] = replace(out[-1], body=Group("(", (pair,), ")", (), x.span))
        else:
            out.append(f)
    return replace(x, factors=tuple(out)) if len(out) < len(x.factors) else None


def _is_pair(one: object, two: object, arrays: frozenset[str]) -> bool:
    """Are these the derivative by an array and the slope at it, in either order?"""
    for slope, derivative in ((one, two), (two, one)):
        h = _squared(slope)
        if h is not None and h.base in arrays and isinstance(derivative, Derivative):
            wrt = derivative.wrt[0].body if len(derivative.wrt) == 1 and derivative.order == 1 else None
            if isinstance(wrt, Name) and wrt == h:
                return True
    return False


def _squared(x: object) -> Name | None:
    """The h of `(1 - h^2)`."""
    match x:
        case Group(
            open="(", items=(Terms(terms=(Term(sign="", body=Number(text="1")), Term(sign="-", body=Name() as h))),)
        ):
            for n, script in enumerate(h.scripts):
                match script.entries:
                    case (Number(text="2"),) if script.above and not script.bracket:
                        return replace(h, scripts=h.scripts[:n] + h.scripts[n + 1 :])
    return None


def _is_transposed(x: Name) -> bool:
    return any(s.above and len(s.entries) == 1 and _sign(s.entries[0]) in TRANSPOSED for s in x.scripts)


def _sign(x: object) -> str:
    return str(getattr(x, "base", "") or getattr(x, "name", ""))


def _arrays(s: Statement) -> Iterator[str]:
    r"""The h that a statement `h = \tanh(W x + ..)` defines, with a matrix in it."""
    chain = s.chain
    if len(chain.members) < 2 or not isinstance(chain.members[0], Name):
        return
    value = chain.members[1]
    if not isinstance(value, Call) or value.function not in SLOPED:
        return
    names = [f.body.base for p in of_kind(value, Product) for f in p.factors if isinstance(f.body, Name)]
    if any(n.isupper() for n in names):
        yield chain.members[0].base
