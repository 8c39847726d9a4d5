r"""Arrays of whose entries a page shows how far their letters run: the W of `z_i = \sum_{j=1}^D W_{ij} x_j` beside the
sum over i of the loss.

Of others only the letters tell something: the U of which nothing but `\frac{\partial E}{\partial U_{ij}}` stands on a
page is K by K where i and j run to K under the sums about y. That may be so, but no line is wrong for it. Nor is one
where the definitions let other letters in that place run to other ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...latex.walking import parts
from ..integers.unequal import letters_under
from ..spelled.shape import letter_of, shape_of
from ..stated import Stated
from .entry_lengths import Place, join, letters_met, places_of, root_of
from .sizes import ranges_in, sizes_beside
from .unsaid import first_of_each


def entries_shown(stated: Sequence[Stated], ranges: Iterable[Chain]) -> frozenset[str]:
    r"""The letters of arrays with entries of which each letter is bound, by a sum, or by a range that the page or the
    line states; or stands in a definition where another one has it that is.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.tree import Formula
    >>> page = r"$$z_i = \sum_{j=1}^D W_{ij} x_j$$ $$E = \sum_{k=1}^K (z_k - y_k)^2$$ $$v_i = \sum_{k=1}^K U_{ik} y_k$$"
    >>> formulas = [f for _, f in read_formulas(parse_document(page)) if isinstance(f, Formula)]
    >>> sorted(entries_shown([Stated(f, s) for f in formulas for s in f.statements], ()))
    ['W', 'x', 'y', 'z']
    """
    chains = [s.statement.chain for s in stated]
    axes: dict[Place, Place] = {}
    for place, bound, _ in (
        x for n, chain in enumerate(first_of_each(chains) if chains else ()) for x in letters_met(chain, n)
    ):
        join(axes, place, bound)
    everywhere = {x for c in (*ranges, *chains) for x, _ in ranges_in(c)}
    said: set[Place] = set()
    for s in stated:
        here = {x for c in s.statement.conditions for x, _ in ranges_in(c)}
        said.update(root_of(axes, place) for place in _bound(s.statement.chain, everywhere | here))
    names = (x for chain in chains for x in t.of_kind(chain, t.Name))
    found = {x for x in names if (own := _axes(x)) and all(root_of(axes, place) in said for place in own)}
    accented = (shape.base for x in found if x.accents and (shape := shape_of(x)) is not None)
    return frozenset([*(x.base for x in found), *accented])


def ends_shown(stated: Sequence[Stated], entry: t.Name) -> list[Set[Node]]:
    r"""For each place of the letters below an entry the ends to which definitions of the page let letters run there, by
    sums and by what stands beside them.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.latex.tree import Formula
    >>> page = r"$$z_i = \sum_{j=1}^D W_{ij} x_j$$ $$E = \sum_{k=1}^K (z_k - y_k)^2$$"
    >>> stated = [Stated(f, s) for _, f in read_formulas(parse_document(page)) if isinstance(f, Formula)
    ...           for s in f.statements]
    >>> entry = next(x for x in t.of_kind(stated[0].statement.chain, t.Name) if x.base == "W")
    >>> [[size.base for size in ends] for ends in ends_shown(stated, entry)]
    [['K'], ['D']]
    """
    chains = [s.statement.chain for s in stated]
    places = _labelled_apart(chains)
    beside = {id(s.statement.chain): sizes_beside(s) for s in stated}
    axes: dict[Place, Place] = {}
    met = []
    for n, chain in enumerate(first_of_each(chains) if chains else ()):
        for place, bound, size in letters_met(chain, n, places):
            join(axes, place, bound)
            letter = bound[1][0] if not bound[3] else ""
            met.append((place, size or beside.get(id(chain), {}).get(letter)))
    found: dict[Place, set[Node]] = {}
    for place, size in met:
        if size is not None:
            found.setdefault(root_of(axes, place), set()).add(size)
    own = [place for place, _ in places(entry)][-len(_axes(entry)) :] if _axes(entry) else []
    return [found.get(root_of(axes, place), set()) for place in own]


def _labelled_apart(chains: Sequence[Chain]) -> Callable[[Node], Iterator[tuple[Place, str]]]:
    """The places of the letters on a name, where capitals above it tell names apart unless they run over something:
    the biases `b^U_i` of the users and `b^V_j` of the items are not one vector."""
    running = {x for c in chains for x, _ in ranges_in(c)}
    running |= {x for c in chains for s in t.of_kind(c, t.BigSum) for x in letters_under(s)}

    def places(x: Node) -> Iterator[tuple[Place, str]]:
        above = [e for s in x.scripts if s.above for e in s.entries] if isinstance(x, t.Name) else []
        labels = {y for e in above if (y := letter_of(e)) is not None and len(y) == 1 and y.isupper()} - running
        for (base, others, count, at), letter in places_of(x):
            yield (base, (*others, *sorted(labels)), count, at), letter

    return places


def _axes(x: t.Name) -> list[Place]:
    """The places of the letters below a name; none where anything else stands there."""
    shape = shape_of(x)
    below = [letter_of(p) for item in shape.lowers for p in item] if shape is not None else []
    return [] if None in below or not below else [place for place, _ in places_of(x)][-len(below) :]


def _bound(x: object, letters: Set[str]) -> Iterator[Place]:
    """The places of letters that have a range where they stand."""
    if isinstance(x, t.BigSum):
        letters = letters | {*letters_under(x)}
    if isinstance(x, t.Name):
        yield from (place for place, letter in places_of(x) if letter in letters)
    for part in parts(x):
        yield from _bound(part, letters)
