r"""Data that a page calls one-hot: beside what they add up to, that they are 1 at one class and 0 at all others.

With `L = -\log \sum_k t_k y_k` the line `\partial L/\partial z_k = y_k - t_k` is right for such t alone. Where lines
are sums of terms with one t each, what holds for all that add up to one is the same as what holds for these. Elsewhere
a line that is not right is judged once more with `t_k = [k = c]`, which is all that the page says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from ...errors import ReadError
from ...expr import Add, Apply, Div, Expr, Labelled, Mul, Num, Partial, Pow, Sum, Var, Variable, children, variables
from ...read import Reading
from ...resolve.spelled.keys import split_key
from ..completion.clashes import Whole, read_otherwise
from ..link import Line, Stance

ZERO_OR_ONE = (Fraction(0), Fraction(1))
MORE = 2
"""Powers and products of such data."""


def with_data_one_hot(
    lines: Sequence[Line], page: Whole, read: Callable[[Mapping[str, int]], Reading]
) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which they are such; none where that says nothing new.

    `read` is told which data have entries 0 and 1 that add up to one, with the place of the class from behind.
    """
    places = dict(_adding_up(page.reading))
    data, told = set(places), {v.variable for v in page.reading.draft.values if v.numbers == ZERO_OR_ONE}
    open_lines = [line for line in lines if not all(o.right for o in line.outcomes)]
    if not data or not open_lines or not _stand_beside_one_another(data, open_lines, page.reading):
        return ()
    found = read_otherwise(page, lambda: read({split_key(v.key)[0]: n for v, n in places.items() if v in told}))
    if found is None or found.reading.draft.assumptions == page.reading.draft.assumptions:
        return ()
    return (replace(found, stance=Stance.ONE_HOT),)


def _adding_up(reading: Reading) -> Iterator[tuple[Variable, int]]:
    """The data of which entries add up to one, with the place of these from behind."""
    for x in reading.draft.assumptions:
        entry = x.left.body if isinstance(x.left, Sum) and x.right == Num(Fraction(1)) else None
        if isinstance(x.left, Sum) and isinstance(entry, Var):
            places = [n for n, i in enumerate(entry.indices) if i.letter == x.left.letter]
            if len(places) == 1:
                yield entry.variable, places[0] - len(entry.indices)


def _stand_beside_one_another(data: set[Variable], lines: Sequence[Line], reading: Reading) -> bool:
    """Are they, or what is made of them, factors of one another somewhere, or arguments of functions?"""
    definitions = reading.draft.definitions
    made, before = set(data), 0
    while len(made) > before:
        before = len(made)
        made |= {d.left.variable for d in definitions if not made.isdisjoint(variables(d.body))}
    members = [m for line in lines for m in line.written.members if not isinstance(m, ReadError)]
    return any(_degree(e, made) >= MORE for e in (*(d.body for d in definitions), *members))


def _degree(e: Expr, made: set[Variable]) -> int:
    """How many such factors the terms of an expression have, as far as it matters whether it is more than one."""
    if isinstance(e, Var):
        return int(e.variable in made)
    if isinstance(e, Partial):
        return MORE if e.wrt.variable in made else _degree(e.of, made)
    inner = [_degree(x, made) for x in children(e)]
    if isinstance(e, Mul):
        return sum(inner)
    if isinstance(e, Div):
        return inner[0] + (MORE if inner[1] else 0)
    if isinstance(e, (Add, Sum, Labelled)):
        return max(inner, default=0)
    return MORE if isinstance(e, (Apply, Pow)) and any(inner) else max(inner, default=0)
