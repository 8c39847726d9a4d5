r"""Entries in small letters: `u_{na}` of the matrix `U`, `\phi_{nj}` of `\Phi`, as `x_i` is one of `\mathbf{x}`.

A small letter that the page defines is a name of its own, unless a sentence says what it is, `P = (p_{ij})`, or an
equation does: `O = P V` beside `o_{ij} = \sum_a p_{ia} v_{aj}` says so of o, p and v.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ..spelled.shape import is_mark, shape_of
from ..stated import is_told_turned, matrix_told
from .declared import BOLD

PLACES = 2
"""Entries of a matrix have so many."""


def small_entries(nodes: Sequence[t.Name], defined: set[str], chains: Sequence[Chain]) -> dict[tuple[str, int], t.Name]:
    """For each capital letter that stands bare, and never with two indices, its small letter if that always does.

    A small letter that the document defines, or that has indices in another number, is a name of its own where no
    formula says what it is. What stands below another name is a label, the k of a size `d_k`.
    """
    labels = {id(y) for x in nodes for s in x.scripts for e in s.entries for y in t.of_kind(e, t.Name)}
    shapes = [(x, s) for x in nodes if id(x) not in labels and (s := shape_of(x)) is not None and not s.uppers]
    counts: dict[str, set[int]] = {}
    entry: dict[str, t.Name] = {}
    for x, s in shapes:
        counts.setdefault(BOLD.sub(r"\1", s.base), set()).add(s.below)
        if s.below == PLACES:
            entry.setdefault(s.base, x)
    said = {letter for c in chains if (letter := _said(c)) is not None}
    shown = set(_shown(chains))
    found: dict[tuple[str, int], t.Name] = {}
    for capital, below in counts.items():
        small, letter = capital.lower(), capital.removeprefix("\\")
        greek = len(letter) < len(capital) and letter[:1].isupper() and letter[1:].islower()
        own = ((len(capital) == 1 and capital.isupper()) or greek) and 0 in below and PLACES not in below
        alone = counts.get(small) == {PLACES} and (small not in defined or capital in shown)
        if own and small in entry and (alone or capital in said):
            found[capital, PLACES] = entry[small]
    return found


def whole_of(base: str, count: int, plain: Mapping[tuple[str, int], t.Name]) -> str:
    """The capital that a small letter with so many indices is an entry of; the letter itself where there is none."""
    whole = base.upper() if len(base) == 1 else base
    entry = plain.get((whole, count))
    return whole if entry is not None and entry.base == base else base


def _said(c: Chain) -> str | None:
    """The capital of which a formula says that the small letter has its entries, K of `K = (k_{ij})`."""
    told = matrix_told(c)
    entry = shape_of(told[1]) if told is not None else None
    if told is None or entry is None or entry.uppers or entry.below != PLACES or is_told_turned(c):
        return None
    return told[0] if told[0] != entry.base == told[0].lower() else None


def _shown(chains: Iterable[Chain]) -> Iterator[str]:
    """The capitals in definitions that the page writes by entries, too: of the same names in small letters."""
    wholes: dict[str, set[str]] = {}
    entries: dict[str, set[str]] = {}
    for c in chains:
        left = c.members[0]
        shape = shape_of(left) if isinstance(left, t.Name) and c.relations and c.relations[0] in EQUALITIES else None
        if shape is None or shape.uppers or len(c.members) < 2:
            continue
        if shape.below == PLACES:
            entries.setdefault(shape.base, set(_values(c.members[1])))
        elif not shape.below and len(shape.base) == 1 and shape.base.isupper():
            wholes.setdefault(shape.base, set(_values(c.members[1])))
    for capital, names in wholes.items():
        other = entries.get(capital.lower())
        if other and {x.lower() for x in names} == other and not names <= other:
            yield from (capital, *(x for x in names if x.isupper() and len(x) == 1))


def _values(x: Node) -> Iterator[str]:
    """The letters of the names in a formula that are no labels, no indices and no letters of sums."""
    places = {id(y) for n in t.of_kind(x, t.Name) for s in n.scripts for e in s.entries for y in t.of_kind(e, t.Name)}
    ends = [e for n in t.of_kind(x, t.BigSum) for e in (*n.below, n.above) if e is not None]
    apart = places | {id(y) for e in ends for y in t.of_kind(e, t.Name)}
    yield from (n.base for n in t.of_kind(x, t.Name) if id(n) not in apart and not is_mark(n))


def transposed_base(x: t.Name) -> str | None:
    r"""The W of `W^T`."""
    marks = [s for s in x.scripts if s.above and not s.bracket and s.entries and is_mark(s.entries[-1])]
    shape = shape_of(x)
    return shape.base if marks and shape is not None else None
