r"""What matrix notation is read as: arrays of entries, and what a name or an operator says without its shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ...affine import Affine
from ...errors import ReadError
from ...expr import Expr, Num
from ...latex import tree as t

Entry: TypeAlias = Callable[..., Expr]

KINDS = {"": "a number", "c": "a column", "r": "a row", "m": "a matrix"}


@dataclass(frozen=True, slots=True)
class Array:
    r"""A number (`kind` ''), a column ('c'), a row ('r') or a matrix ('m'); `entry` gives entries, an index an axis.

    `letters` are those that its indices have in the document, none for `\mathbf{1}`, which is as long as need be. The
    number 0 (`zero`) stands for every zero array, and a `number` in a sum of columns for the column of it (`1 - y`).
    `raised`: a power by entries, where some mean the number `x^T x`; `unit`: a multiple of the identity.
    """

    kind: str
    entry: Entry
    letters: tuple[str, ...] = ()
    zero: bool = False
    number: bool = False
    raised: bool = False
    unit: bool = False


def scalar(e: Expr) -> Array:
    """A number."""
    return Array("", lambda: e, (), isinstance(e, Num) and e.value == 0, isinstance(e, Num))


def by_entry(x: t.Derivative | t.Nabla, is_number: Callable[[t.Name], bool]) -> t.Derivative | t.Nabla:
    r"""A gradient by one entry, `\nabla_{x_i} E`, or by a number, as the derivative that it is."""
    node = x.by.entries[0] if isinstance(x, t.Nabla) and x.by is not None and len(x.by.entries) == 1 else None
    entry = isinstance(node, t.Name) and (any(not s.above for s in node.scripts) or is_number(node))
    return t.Derivative(x.of, (t.Wrt(node),), span=x.span) if node is not None and entry else x


def untransposed(x: t.Name) -> t.Name:
    """A name without what stands above it."""
    scripts = tuple(s for s in x.scripts if not s.above)
    return t.Name(x.base, x.accents, x.font, x.primes, scripts, x.span)


def plain(base: str) -> str:
    r"""The letter of a bold one, or of one under an arrow."""
    for font in (r"\mathbf{", r"\boldsymbol{", r"\vec{"):
        if base.startswith(font) and base.endswith("}"):
            return base[len(font) : -1]
    return base


def entry_of(a: Array, indices: Sequence[Affine]) -> Expr | ReadError:
    """One entry, or why there is none: what an array has at its entries may only turn out there to be no variable."""
    try:
        return a.entry() if a.zero else a.entry(*indices)
    except ReadError as error:
        return error
