r"""Vectors that a page explains by a sum: `\langle v_i, v_j \rangle = \sum_{f=1}^{k} v_{if} v_{jf}`.

What stands in bars or angles, or beside a transposed name, and with one more index in the sum, is a vector as long as
the sum runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.shape import NORMS, is_transpose, letter_of, shape_of
from ..stated import matrix_told
from .array import ONE, ZERO, from_zero
from .declared import BOLD, Declared, split
from .named import ONES

Vector = tuple[str, tuple[Node, ...]]


def explained(chains: Iterable[t.Chain]) -> Iterator[tuple[str, Declared]]:
    r"""The vectors that equations explain; no `\mathbf{K} = (K_{ij})`, of which `\mathbf{K}_i` may be a column."""
    chains = [*chains]
    matrices = {x[0] for c in chains if (x := matrix_told(c)) is not None and len(_below(x[1])) == len("ij")}
    for chain in chains:
        if len(chain.members) < 2:
            continue
        bare = {v for m in chain.members for v in _bare(m)}
        for total in (x for x in t.of_kind(chain, t.BigSum)) if bare else ():
            letter, last = _run(total, chain)
            for name in (x for x in t.walk(total.body) if isinstance(x, t.Name)) if letter else ():
                whole = _without(name, letter)
                if last is None or whole is None:
                    continue
                for base, pieces in bare:
                    if pieces == whole[1] and _plain(base) == _plain(whole[0]) and base not in matrices:
                        yield base, Declared(pieces, "c", (last,), True)


def _run(total: t.BigSum, chain: t.Chain) -> tuple[str | None, Node | None]:
    """The letter of a sum from 1 or from 0, and the size of what it runs over."""
    first = total.below[0] if len(total.below) == 1 else None
    if not isinstance(first, t.Chain) or first.relations != ("=",) or first.members[1] not in (ONE, ZERO):
        return None, None
    last = total.above
    if last is not None and (first.members[1] == ZERO or _has_first_apart(total, chain)):
        last = from_zero(last)
    return letter_of(first.members[0]), last


def _has_first_apart(total: t.BigSum, chain: t.Chain) -> bool:
    r"""Is the sum from 1 added to the entry at 0 of what it adds up, `\theta_0 + \sum_{j=1}^{d} \theta_j x_j`?"""
    summed = {x.base for x in t.walk(total.body) if isinstance(x, t.Name)}
    for whole in (m for m in chain.members if isinstance(m, t.Terms) and any(x.body is total for x in m.terms)):
        names = [x for term in whole.terms if term.body is not total for x in t.walk(term.body)]
        if any(isinstance(x, t.Name) and x.base in summed and _at_zero(x) for x in names):
            return True
    return False


def _at_zero(x: t.Name) -> bool:
    below = _below(x)
    return bool(below) and below[-1] == ZERO


def _below(x: Node) -> list[Node]:
    return [e for s in x.scripts if not s.above for e in s.entries] if isinstance(x, t.Name) else []


def _without(name: t.Name, letter: str | None) -> Vector | None:
    """A name without its last index below, if that is the letter."""
    shape = shape_of(name)
    below = _below(name)
    if shape is None or not below or letter_of(below[-1]) != letter:
        return None
    base, pieces, _ = split(shape)
    return base, pieces[:-1]


def _bare(x: Node) -> Iterator[Vector]:
    """The names in bars and angles, and those of products with a transposed factor; none inside a sum."""
    if isinstance(x, t.BigSum):
        return
    if isinstance(x, t.Group) and (x.open in NORMS or x.open == r"\langle"):
        yield from _names(x)
    elif isinstance(x, t.Product) and any(_is_transposed(f.body) and not _is_of_ones(f.body) for f in x.factors):
        yield from (v for f in x.factors if isinstance(f.body, t.Name) for v in _names(f.body))
    else:
        for part in t.parts(x):
            yield from _bare(part)  # type: ignore[arg-type]


def _names(x: object) -> Iterator[Vector]:
    for name in t.walk(x):
        shape = shape_of(name) if isinstance(name, t.Name) else None
        if shape is not None:
            base, pieces, _ = split(shape)
            yield base, pieces


def _is_transposed(x: Node) -> bool:
    shape = shape_of(x) if isinstance(x, t.Name) else None
    return shape is not None and is_transpose(shape)


def _is_of_ones(x: Node) -> bool:
    r"""Is it `\mathbf{1}`? Before a matrix it adds up the rows: `\mathbf{1}^T \delta = \sum_i \delta_i`."""
    shape = shape_of(x) if isinstance(x, t.Name) else None
    return shape is not None and split(shape)[0] in ONES


def _plain(base: str) -> str:
    r"""The letter of `\mathbf{v}`; of a mean `\bar{\mathbf{v}}` it is another name."""
    return BOLD.sub(r"\1", base)
