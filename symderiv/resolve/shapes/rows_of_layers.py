r"""Rows of layers, as sentences call them: `z^l = a^{l-1} W^l + b^l` with `$a^l$, $z^l$, $b^l$ are row vectors` and a W
of known shape.

A row before a matrix is as long as that has rows, what the line defines and what it adds as long as that has columns. A
sentence has to call them rows, no other one columns, and no name may get two lengths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Formula, Name, Node
from ...notation import EQUALITIES
from ..located import Located
from ..spelled.shape import letter_of
from ..stated import Stated
from .declared import Declared, Way, form, instance
from .layers_of_arrays import Layered, layered, terms_of_layer
from .rows_told import ways_told
from .unsaid import Said, first_of_each

PAIR = 2
PLAIN = ("", r"\cdot")
"""Between a row and a matrix."""


def rows_of_layers(located: Sequence[Located], stated: Sequence[Stated], declared: Sequence[Said]) -> Iterator[Said]:
    r"""The shapes of such rows.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from ..stated import Stated
    >>> page = read_formulas(parse_document("$z^l, a^l$ are row vectors. $$z^l = a^{l-1} W^l$$"))
    >>> stated = [Stated(f, s) for _, f in page for s in f.statements]
    >>> w = Declared((Name("l"),), "m", (Name("p"), Name("q")))
    >>> [(base, d.kind, d.sizes[0].base) for base, d in rows_of_layers(page, stated, [("W", w)])]
    [('a', 'r', 'p'), ('z', 'r', 'q')]
    """
    told = _told(located)
    matrices = _matrices(declared) if told else {}
    known = {(base, d.pieces) for base, d in declared}
    if not matrices:
        return
    running = {letter_of(d.pieces[0]) for d in matrices.values()}
    chains = first_of_each([s.statement.chain for s in stated])  # what is judged says nothing
    chains = [c for c in chains if (own := layered(c.members[0])) is not None and own.letter in running]
    lengths: dict[str, set[Node]] = {}
    letters: dict[str, str] = {}
    for x, size in _in_lines(chains, matrices):
        _learn(x, size, lengths)
        letters.setdefault(x.base, x.letter)
    for x, y in _alike(chains):
        for one, other in ((x, y), (y, x)):
            for size in [*lengths.get(other.base, ())]:
                _learn(one, instance(size, {other.letter: form(other.letter, other.shift)}), lengths)
                letters.setdefault(one.base, one.letter)
    rows = sorted(told & lengths.keys())
    if any(len(lengths[base]) > 1 for base in rows):
        return
    for base in rows:
        pieces = (Name(letters[base]),)
        if (base, pieces) not in known:
            yield base, Declared(pieces, "r", (*lengths[base],))


def _learn(x: Layered, size: Node, lengths: dict[str, set[Node]]) -> None:
    """The length of a name of some layer as that of its own layer."""
    lengths.setdefault(x.base, set()).add(instance(size, {x.letter: form(x.letter, -x.shift)}))


def _alike(chains: Iterable[Chain]) -> Iterator[tuple[Layered, Layered]]:
    """Names of a layer that are as long as others, what is made of these by a function."""
    for left, members in _defined(chains):
        for parts in map(terms_of_layer, members):
            other = layered(parts[0]) if len(parts) == 1 else None
            if other is not None and other.letter == left.letter:
                yield left, other


def _defined(chains: Iterable[Chain]) -> Iterator[tuple[Layered, Sequence[Node]]]:
    """What lines define of a layer, with the values."""
    for c in chains:
        left = layered(c.members[0])
        if left is not None and EQUALITIES.issuperset(c.relations):
            yield left, c.members[1:]


def _told(located: Sequence[Located]) -> set[str]:
    """The letters that sentences call rows with a layer, and none calls columns."""
    ways: dict[str, set[Way]] = {}
    for n, way in ways_told(located).items():
        f = located[n][1]
        for s in f.statements if isinstance(f, Formula) else ():
            own = layered(s.chain.members[0]) if s.chain.relations in ((), (r"\in",)) else None
            if own is not None:
                ways.setdefault(own.base, set()).add(way)
    return {base for base, found in ways.items() if found == {Way.ROW}}


def _matrices(declared: Iterable[Said]) -> dict[str, Declared]:
    """The matrices of a layer of which the shape is known, by letter; none that has two shapes."""
    found: dict[str, Declared | None] = {}
    for base, d in declared:
        one = d.kind == "m" and len(d.pieces) == 1 and letter_of(d.pieces[0]) is not None
        found[base] = d if one and base not in found else None
    return {base: d for base, d in found.items() if d is not None}


def _in_lines(chains: Iterable[Chain], matrices: dict[str, Declared]) -> Iterator[tuple[Layered, Node]]:
    """The names of layers beside the matrices of lines that define a layer, each with its length."""
    for left, members in _defined(chains):
        for parts in map(terms_of_layer, members):
            added = [own for x in parts if (own := layered(x)) is not None]
            for row, rows, columns in (p for x in parts if (p := _product(x, matrices)) is not None):
                yield row, rows
                yield from ((x, columns) for x in (left, *added))


def _product(x: Node, matrices: dict[str, Declared]) -> tuple[Layered, Node, Node] | None:
    """A row of a layer before a matrix: the row, and how many rows and columns that has."""
    if (
        not isinstance(x, t.Product)
        or len(x.factors) != PAIR
        or x.factors[1].joined
        or x.factors[1].operator not in PLAIN
    ):
        return None
    row, matrix = (layered(f.body) for f in x.factors)
    d = matrices.get(matrix.base) if matrix is not None else None
    letter = letter_of(d.pieces[0]) if d is not None else None
    if row is None or matrix is None or d is None or letter is None or row.letter != matrix.letter:
        return None
    rows, columns = (instance(s, {letter: form(matrix.letter, matrix.shift)}) for s in d.sizes)
    return row, rows, columns
