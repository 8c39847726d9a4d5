r"""The chain rule through arrays: `\frac{\partial J}{\partial o} \frac{\partial o}{\partial W}`, `\text{prod}(.., ..)`.

Some books leave open how arrays are multiplied and transposed in it, and say `prod` for it. What it means is no matter
of choice: products of entries, added up over the entries of what stands between, `o`. So each derivative has to go on
from what the one before it is taken by; or from what the one behind it is, where all are written the other way round.
A product is read so where matrices do not multiply, and beside numbers only: what else stands there has a layout.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...latex.source import Offsets
from ...latex.tree import Derivative, Factor, Group, Name, Node, Product, Script, Scripted
from ...notation import ACROSS, SETTLED
from ..spelled.shape import is_mark
from ..stated import wrt_of
from .algebra import indices_of, total
from .array import Array, Letters, ShapeDoubt, product
from .derivatives import LAYOUT, by_entry

WORDS = frozenset(["prod", "product"])
JOINING = frozenset(["", r"\cdot"])


@dataclass(frozen=True, slots=True)
class Link:
    """A derivative of one thing by one; `turned`: it is transposed, as the gradient of a number may be."""

    of: Node
    by: Node
    node: Derivative
    turned: bool


def links_of(head: Node, group: Group) -> list[Link] | None:
    """The derivatives that such a function takes, if they are a chain."""
    if not isinstance(head, Name) or head.base.lower() not in WORDS or not head.font or head.scripts or head.primes:
        return None
    found = list(filter(None, map(_link, group.items)))
    return found if len(found) == len(group.items) > 1 and all(map(_go_on, found, found[1:])) else None


def chain_in(x: Product) -> tuple[list[Factor], list[Link], bool] | None:
    """The factors of a product beside a chain of derivatives, and the chain; is it written the other way round?"""
    at = [n for n, f in enumerate(x.factors) if _link(f.body) is not None]
    links = [y for n in at if (y := _link(x.factors[n].body)) is not None]
    together = len(at) > 1 and at[-1] - at[0] == len(at) - 1
    if not together or any(x.factors[n].operator not in JOINING for n in at[1:]):
        return None
    others = [f for n, f in enumerate(x.factors) if n not in at]
    if all(map(_go_on, links, links[1:])):
        return others, links, False
    return (others, links[::-1], True) if all(map(_go_on, links[1:], links)) else None


def _go_on(a: Link, b: Link) -> bool:
    """Is what the first is taken by what the second differentiates?"""
    return a.by == b.of


def _link(x: Node) -> Link | None:
    """A derivative of the first order, in parentheses or not."""
    turned = isinstance(x, Scripted) and not x.primes and all(map(_turns, x.scripts))
    inner = x.base if turned and isinstance(x, Scripted) else x
    inner = inner.items[0] if isinstance(inner, Group) and len(inner.items) == 1 else inner
    if not isinstance(inner, Derivative) or inner.of is None or inner.direct or not inner.order == len(inner.wrt) == 1:
        return None
    return Link(inner.of, wrt_of(inner.wrt[0], inner)[0], inner, turned)


def _turns(s: Script) -> bool:
    return s.above and not s.bracket and all(map(is_mark, s.entries))


def chain_product(links: Sequence[Link], read: Callable[[Node], Array], letters: Letters, span: Offsets) -> Array:
    """The derivative of the first thing by the last, by way of those between."""
    arrays = [read(x) for x in (*(y.of for y in links), links[-1].by)]
    first, *between, last = arrays
    sizes = (*first.sizes, *last.sizes)
    if len(sizes) > 2:
        raise ShapeDoubt(
            f"the derivative of {first.shown} by {last.shown} has more than two indices", span, "write them"
        )
    if any(x.turned and (a.kind or not b.kind) for x, (a, b) in zip(links, pairwise(arrays), strict=True)):
        raise ShapeDoubt("a derivative that is no gradient is transposed here", span, "write indices")
    if len(sizes) > 1 and any(ACROSS in x.node.layout for x in links):
        raise ShapeDoubt(LAYOUT, span, "write the entries with their indices")

    def entry(*indices: Node) -> Node:
        letters_between = [indices_of(a, span, letters) for a in between]
        places = [indices[: len(first.sizes)], *map(tuple, letters_between), indices[len(first.sizes) :]]
        entries = [a.entry(*p) for a, p in zip(arrays, places, strict=True)]
        body = product(span, *(by_entry(x.node, a, b) for x, (a, b) in zip(links, pairwise(entries), strict=True)))
        for a, own in zip(reversed(between), reversed(letters_between), strict=True):
            body = total(a, body, own, span)
        return body

    kind = last.kind if not first.kind else first.kind if not last.kind else "m"
    return Array(kind, sizes, entry, gradient=kind in ("c", "r"))


def is_jacobian(link: Link, read: Callable[[Node], Array], backwards: bool) -> bool:
    """Is it the derivative of a vector by a vector, in a chain written `backwards` or where words tell how gradients
    stand? Its layout says on which side it multiplies."""
    told = backwards or not link.node.layout.isdisjoint({SETTLED, ACROSS})
    return told and {read(link.of).kind, read(link.by).kind} <= {"c", "r"}
