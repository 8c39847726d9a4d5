r"""Sizes below gradients: `\left(\frac{\partial L}{\partial x}\right)_{n \times 1}`, `(\partial L/\partial W)_{m \times
n}`.

No index has a cross, so they only say how the gradient stands: as a column or a row, as the matrix or transposed. That
is so if they are the sizes of what it is taken by; else it is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex.tree import Derivative, Group, Misfit, Name, Node, Number, Product, Script, Scripted, Statement
from ....latex.walking import of_kind, rebuilt
from ....notation import MIRRORED, SETTLED, TURNED
from ...asked import where
from ...located import Located, chains_of, with_statements

Sizes: TypeAlias = tuple[Node, ...]
ONE = Number("1")
CAUSE = "the sizes below this gradient are not those of what it is taken by"
HINT = "leave them off"


def _has_sizes(s: Statement) -> bool:
    return any(_of_gradient(x) is not None for x in of_kind(s, Scripted))


@where(_has_sizes)
def with_sizes_below_gradients(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with gradients for those that have sizes below.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$x \in \mathbb{R}^n$ $$ (\partial L/\partial x)_{n \times 1} = g $$")
    >>> [*of_kind(with_sizes_below_gradients(read_formulas(page))[-1][1], Scripted)]
    []
    """

    def change(x: Any) -> Node | None:
        found = _of_gradient(x) if isinstance(x, Scripted) else None
        if found is None:
            return None
        derivative, sizes = found
        by = derivative.wrt[0].body if len(derivative.wrt) == 1 else None
        spaces = set(spaces_of(by, located)) if isinstance(by, Name) and len(x.scripts) == 1 and not x.primes else set()
        return _standing(derivative, sizes, spaces) or Misfit(CAUSE, HINT, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def spaces_of(x: Name, located: Sequence[Located]) -> Iterator[Sizes]:
    r"""The sizes of the spaces in which a page puts an array, `W \in \mathbb{R}^{m \times n}`."""
    for c in chains_of(located):
        members = [m for m in c.members[:-1] if not any(True for _ in of_kind(m, Derivative))]
        if c.relations[-1:] == (r"\in",) and any(x in of_kind(m, Name) for m in members):
            yield from sizes_of_space(c.members[-1])


def sizes_of_space(x: Node) -> Iterator[Sizes]:
    r"""Those of `\mathbb{R}^{m \times n}`, or of `\mathbb{R}^n`."""
    scripts = x.scripts if isinstance(x, Name) else ()
    for entry in (s.entries[0] for s in scripts if s.above and len(s.entries) == 1):
        yield crossed(entry) or (entry,)


def crossed(x: Node) -> Sizes:
    r"""The sizes of `p \times q`."""
    are_two = isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].operator == r"\times"
    return tuple(f.body for f in x.factors) if are_two and isinstance(x, Product) else ()


def _of_gradient(x: Scripted) -> tuple[Derivative, Sizes] | None:
    inner = x.base.items[0] if isinstance(x.base, Group) and len(x.base.items) == 1 else x.base
    below = [s for s in x.scripts if not s.above]
    sizes = _sizes(below[0]) if len(below) == 1 else ()
    return (inner, sizes) if isinstance(inner, Derivative) and sizes else None


def _sizes(s: Script) -> Sizes:
    return crossed(s.entries[0]) if len(s.entries) == 1 else ()


def _standing(x: Derivative, sizes: Sizes, spaces: set[Sizes]) -> Derivative | None:
    """The derivative as its sizes say; None where they are not those of what it is taken by."""
    if len(spaces) != 1:
        return None
    [space] = spaces
    as_column = space if len(space) > 1 else (*space, ONE)
    is_vector = ONE in as_column
    if sizes == as_column:
        return replace(x, layout=x.layout | {SETTLED}) if is_vector else x
    if sizes != as_column[::-1]:
        return None
    marks = {SETTLED, MIRRORED} if is_vector else {TURNED}
    return replace(x, row=is_vector, layout=x.layout | marks)
