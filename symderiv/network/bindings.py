r"""Letters that are bound twice: `\sum_{i=1}^{I} \sum_{i=1}^{J} w_i x_i`, `y_i = \sum_i x_i`.

An inner sum may take a letter that is taken already (`\sum_i a_i \sum_i b_i`, `e^{x_i} / \sum_i e^{x_i}`): the outer
letter still means something beside it. Where it does not, where every place that could mean the outer letter
means the inner one, the author has given one letter two ranges and nobody can tell which is meant where.
"""

from __future__ import annotations

from ..affine import Sym
from ..draft import Draft, RawDefinition
from ..errors import RangeClash
from ..expr import Expr, Sum, bound, free, of_kind, walk
from ..latex import scripts
from ..system import Span
from .entries import spell


def check_bindings(draft: Draft) -> None:
    """Raise `RangeClash` for a letter that a sum binds again although nothing else uses what it meant before."""
    for d in draft.definitions:
        letters = {i.letter for i in d.left.indices if i.letter is not None}
        for letter in sorted(letters & bound(d.body) - free(d.body), key=lambda s: s.key):
            raise _hidden_left(d, letter)
        for e in walk(d.body):
            if isinstance(e, Sum) and e.letter in bound(e.body) and e.letter not in free(e.body):
                raise _hidden_sum(d, e)


def _hidden_left(d: RawDefinition, letter: Sym) -> RangeClash:
    return RangeClash(
        f"`{letter.name}` stands on the left of `{scripts.var(d.left)}`, but on the right only under a sum over"
        f" `{letter.name}`, which is another index of the same name",
        d.place,
        f"sum over another letter (`{_sum_sign(_inner(d.body, letter), _other(d, letter))}`), or leave `{letter.name}`"
        " out on the left",
    )


def _hidden_sum(d: RawDefinition, outer: Sum) -> RangeClash:
    inner = _inner(outer.body, outer.letter)
    name = outer.letter.name
    ranges = [f"`{said}`" if (said := _range(e)) else "no stated range" for e in (outer, inner)]
    return RangeClash(
        f"`{name}` runs over two ranges at once: a sum over `{name}` ({ranges[1]}) stands in a sum over `{name}`"
        f" ({ranges[0]}), and nothing else in there uses `{name}`",
        d.place,
        f"give one of the two another letter, for example `{_sum_sign(inner, _other(d, outer.letter))}`,"
        " and its indices with it",
    )


def _inner(body: Expr, letter: Sym) -> Sum:
    """The first sum over the letter."""
    return next(e for e in of_kind(body, Sum) if e.letter == letter)


def _range(e: Sum) -> str:
    if len(e.lowers) != 1 or len(e.uppers) != 1:
        return ""
    return spell(Span(e.letter, e.lowers[0], e.uppers[0]))


def _sum_sign(e: Sum, letter: str) -> str:
    if len(e.lowers) != 1 or len(e.uppers) != 1:
        return rf"\sum_{{{letter}}}"
    return rf"\sum_{{{letter}={scripts.index(e.lowers[0])}}}^{{{scripts.index(e.uppers[0])}}}"


def _other(d: RawDefinition, letter: Sym) -> str:
    """A letter that the definition does not use."""
    taken = {s.name for s in free(d.body) | bound(d.body) | free(d.left)}
    return next((x for x in "ijkmnhpqrs" if x not in taken), letter.name + "'")
