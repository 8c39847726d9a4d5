r"""Definitions of every second entry, `y_{2i} = ..` and `y_{2i+1} = ..` for `0 \le i \le n - 1`.

Entry p is the one with `p = 2i + 1`: the definition is for the odd p in reach, and its body a sum over the i with that
p, of which there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..affine import Affine, Sym, affine
from ..domain import congruent, eq
from ..draft import Draft, RawDefinition
from ..expr import Sum, bound, free, fresh
from ..system import Span
from .sizes import Letters


def without_strides(raw: Iterable[RawDefinition], draft: Draft, letters: Letters) -> Iterator[RawDefinition]:
    """The definitions with a letter of its own for each position that has a multiple of one whose range is known."""
    for d in raw:
        for n in range(len(d.left.indices)):
            d = _at_position(d, n, draft, letters)
        yield d


def _at_position(d: RawDefinition, n: int, draft: Draft, letters: Letters) -> RawDefinition:
    form = d.left.indices[n]
    letter = _multiplied(form, letters)
    others = (i for k, i in enumerate(d.left.indices) if k != n)
    if letter is None or any(letter in i.letters() for i in others):
        return d
    span = next((s for s in (*d.ranges, *draft.ranges) if s.letter == letter), None)
    if span is None or any(c.mentions(letter) for c in d.where):
        return d
    taken = free(d.body) | bound(d.body) | free(d.left) | {s.letter for s in (*d.ranges, *draft.ranges)}
    own = fresh(taken, Sym("p"))
    ends = [form.substitute({letter: end}) for end in (span.lower, span.upper)]
    low, high = ends if form.coefficient(letter) > 0 else reversed(ends)
    rest = form - form.coefficient(letter) * affine(letter)
    indices = (*d.left.indices[:n], affine(own), *d.left.indices[n + 1 :])
    return replace(
        d,
        left=replace(d.left, indices=indices),
        body=Sum(letter, (span.lower,), (span.upper,), d.body, (eq(own, form),)),
        ranges=(*(s for s in d.ranges if s.letter != letter), Span(own, low, high)),
        where=(*d.where, congruent(affine(own) - rest, 0, abs(form.coefficient(letter)))),
    )


def _multiplied(form: Affine, letters: Letters) -> Sym | None:
    """The one index letter of a form, if it is multiplied there."""
    own = letters.indices(form)
    letter = next(iter(own)) if len(own) == 1 else None
    return letter if letter is not None and abs(form.coefficient(letter)) > 1 else None
