r"""The range of the class that one-hot data single out: with `t_i = \delta_{ic}` and `\sum_{i=1}^n` the c is one of
1 to n.

Whoever calls c the class means one of those that i numbers. It is taken where all sums over i have the same bounds and
nothing else tells a range of c.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import BigSum, Chain, Formula, Node
from ..asked import any_of
from ..located import Located, read_of
from ..spelled.shape import letter_of
from ..told.singled_out import classes_told_apart
from .listed_ranges import told_in


def ranges_of_classes(located: Sequence[Located], ranged: Iterable[Chain]) -> list[tuple[Formula, Chain]]:
    """The ranges of such letters; of those in `ranged` the front matter tells one."""
    if not any_of(located, _has_any):
        return []
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = set(told_in([*chains, *ranged]))
    bounds = bounds_of_sums(chains)
    found: list[tuple[Formula, Chain]] = []
    for of, one in dict.fromkeys(pair for c in chains for pair in classes_told_apart(c)):
        if one not in told and len(bounds.get(of, ())) == 1:
            ((low, high),) = bounds[of]
            form = parse(rf"1 \le {one} \le 2")
            chain = form.statements[0].chain
            found.append((form, t.Chain((low, chain.members[1], high), chain.relations, chain.relation_spans)))
    return found


def bounds_of_sums(chains: Iterable[Chain]) -> dict[str, set[tuple[Node, Node]]]:
    r"""The bounds between which sums over a letter run, by that letter.

    >>> from symderiv.latex.parse import parse
    >>> len(bounds_of_sums(s.chain for s in parse(r"\sum_{k=1}^K a_k + \sum_{k=1}^K b_k").statements)["k"])
    1
    """
    bounds: dict[str, set[tuple[Node, Node]]] = {}
    for x in (x for c in chains for x in t.of_kind(c, BigSum)):
        for letter, low, high in _bounds(x):
            bounds.setdefault(letter, set()).add((low, high))
    return bounds


def _has_any(s: t.Statement) -> bool:
    return any(True for _ in classes_told_apart(s.chain))


def _bounds(x: BigSum) -> Iterator[tuple[str, Node, Node]]:
    """The letter of a sum with both bounds, and these."""
    if x.above is None or len(x.below) != 1 or not isinstance(only := x.below[0], Chain) or only.relations != ("=",):
        return
    letter = letter_of(only.members[0])
    if letter is not None:
        yield letter, only.members[1], x.above
