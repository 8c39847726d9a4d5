r"""Arrays of which a page shows the entries: `w_{ij}` with letters of known ranges, `p_k = ..` for each k."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Node
from ..spelled.shape import Shape, letter_of, shape_of
from .array import ZERO, Array, from_zero
from .beside_wholes import beside_wholes
from .declared import BOLD, Declared, Shapes, bare, split
from .sizes import entries_anywhere, labelled_above


def used_by_entries(
    chains: Iterable[t.Chain], names: Iterable[t.Name], sizes: dict[str, Node], shapes: Shapes
) -> Iterator[tuple[str, Declared]]:
    """Names that carry nothing but letters of known ranges below, each place always letters of one range.

    Not those of which the document says that they are arrays (`x_n \\in \\mathbb{R}^D`), and not by letters whose range
    depends on an index: `j = 1, .., n_{l+1}` runs over another range on another layer. One with an entry at 0 besides,
    the `\\theta_0` of `\\theta_j`, begins there, unless that is added as it stands.
    """
    chains = tuple(chains)
    intercepts, mentioned = added_as_it_stands(chains), _mentioned(chains)
    partly = defined_on_diagonals(chains) | beside_wholes(chains)
    anywhere = set(entries_anywhere(chains, names := tuple(names), {*sizes, *shapes.running}))
    labelled = labelled_above(chains, names)
    fixed = {
        x: n for x, n in sizes.items() if shapes.running.isdisjoint(y.base for y in t.walk(n) if isinstance(y, t.Name))
    }
    free = _of_lines_alone(chains, shapes)
    found: dict[tuple[str, tuple[Node, ...]], Declared | None] = {}
    from_there: set[tuple[str, tuple[Node, ...]]] = set()
    ends: dict[tuple[str, tuple[Node, ...]], set[int]] = {}
    for x in names:
        shape = shape_of(x)
        if shape is None or not shape.lowers or (shape.uppers and shape.bare and id(x) not in labelled):
            continue
        key = shape.base, tuple(bare(p) for item in shape.uppers for p in item)
        if (
            shape.base in partly
            or any(isinstance(p, t.Symbol) for item in shape.lowers for p in item)
            or _is_known(shape, shapes)
            or id(x) in anywhere
        ):
            continue
        if shape.lowers == ((ZERO,),):
            from_there |= {key} if x not in intercepts else set()
            continue
        letters = [letter_of(p) for item in shape.lowers for p in item]
        if key[1] and all(isinstance(p, t.Number) for item in shape.lowers for p in item):
            continue  # one entry, the `w^{(2)}_1` beside `w^{(2)}_k`
        if id(x) in mentioned and not all(y in fixed for y in letters):
            ends.setdefault(key, set()).add(len(letters))  # the first and the last of a list
            continue
        if not free.isdisjoint(letters):
            continue  # the `x_{ik}` of a line for `\theta_k` beside the `x_{ij}` of a sum over j
        new = _used_with(letters, key, fixed, shapes)
        found[key] = new if key not in found or found[key] == new else None
    for key, d in found.items():
        if d is not None and ends.get(key, {len(d.sizes)}) != {len(d.sizes)}:
            continue
        if d is not None and key in from_there and len(d.sizes) == 1 and not isinstance(d.sizes[0], t.Listing):
            d = replace(d, sizes=(from_zero(d.sizes[0]),))
        if d is not None:
            yield key[0], d


def _of_lines_alone(chains: Iterable[t.Chain], shapes: Shapes) -> set[str]:
    """The letters that number what lines differentiate by, and have no range: they run as far as that does."""
    by = (x for c in chains for w in t.of_kind(c, t.Wrt) for x in t.of_kind(w, t.Name))
    below = {letter_of(p) for x in by if (s := shape_of(x)) is not None for item in s.lowers for p in item}
    return {x for x in below if x is not None and x.islower() and x not in shapes.ends} - shapes.sizes - shapes.running


def _is_known(shape: Shape, shapes: Shapes) -> bool:
    r"""Is more known of a name than that it is a number, as the entries of a matrix are: `m_{ij} \in \{0, 1\}`?"""
    found = shapes.find(*split(shape)[:2])
    return found is not None and (
        bool(found.kind) or BOLD.search(shape.base) is not None or len(found.pieces) < len("ij")
    )


def _used_with(
    letters: list[str | None], key: tuple[str, tuple[Node, ...]], fixed: dict[str, Node], shapes: Shapes
) -> Declared | None:
    """What a name is that carries one or two letters of known ranges below."""
    kind = {1: "c", 2: "m"}.get(len(letters))
    sizes = tuple(fixed[x] for x in letters if x is not None and x in fixed)
    if kind is None or len(sizes) < len(letters) or not shapes.sizes.isdisjoint(map(str, letters)):
        return None
    return Declared(key[1], kind, sizes, len(letters) == 1, weak=True, presumed=key[0] not in shapes.shown)


def is_other(base: str, d: Declared, shapes: Shapes, functions: Collection[str]) -> bool:
    r"""Is the bare letter a size, the N beside `N_k = \sum_{n=1}^N r_{nk}`, or a function, as in `s_i = s(z_i)`?

    Or the sum of them all, `E = \sum_t E_t`, which are among the `functions`, too.
    """
    return d.weak and not d.pieces and (base in shapes.sizes or base in functions)


def add_used(
    chains: Iterable[t.Chain],
    names: Iterable[t.Name],
    sizes: dict[str, Node],
    shapes: Shapes,
    functions: Collection[str],
    numbers: Collection[tuple[str, tuple[Node, ...]]] = (),
) -> bool:
    """Adds the shapes of `used_by_entries`; is one of them new? More is known once letters of definitions are.

    Not of what is one of the `numbers`, the J of `J = \\sum_i J_i`.
    """
    new = [
        (base, d)
        for base, d in used_by_entries(chains, names, sizes, shapes)
        if not is_other(base, d, shapes, functions) and (base, d.pieces) not in numbers and shapes.is_new(base, d)
    ]
    for base, d in new:
        shapes.add(base, d)
    return bool(new)


def shows_rows(seen: Declared, a: Array) -> bool:
    r"""Are the entries that are seen of a name its rows, the `\delta_i` of a matrix `\delta = \hat{y} - y`?"""
    return seen.weak and seen.kind == "c" and a.kind == "m" and seen.sizes[0] == a.sizes[0] != a.sizes[1]


def defined_on_diagonals(chains: Iterable[t.Chain]) -> frozenset[str]:
    r"""The letters of which a page defines the entries on a diagonal, `F_{ii} = f_i`: of what the others are it says
    nothing by that."""
    shapes = [s for c in chains if c.relations and isinstance(x := c.members[0], t.Name) and (s := shape_of(x))]
    twice = [s for s in shapes if s.below == len("ii") and s.letters[-1] and s.letters[-1] == s.letters[-2]]
    return frozenset(s.base for s in twice)


def _mentioned(chains: Iterable[t.Chain]) -> frozenset[int]:
    r"""The names, by their identity, of what is only listed: `(y_1, x_1), \dots, (y_n, x_n)`."""
    return frozenset(id(x) for c in chains if not c.relations for x in t.of_kind(c, t.Name))


def added_as_it_stands(chains: Iterable[t.Chain]) -> frozenset[t.Name]:
    """What is added to something else as it stands, the `w_0` of `w_0 + w^T x`."""
    terms = (term.body for c in chains for x in t.of_kind(c, t.Terms) for term in x.terms)
    return frozenset(x for x in terms if isinstance(x, t.Name))


def defined_by_entries(chain: t.Chain, sizes: dict[str, Node]) -> Declared | None:
    """The vector or matrix whose entries a definition gives: p for `p_k = ..`, if the range of k is known."""
    if len(chain.members) < 2 or not isinstance(chain.members[0], t.Name):
        return None
    shape = shape_of(chain.members[0])
    letters = [letter_of(p) for item in (shape.lowers if shape else ()) for p in item]
    kind = {1: "c", 2: "m"}.get(len(letters))
    if shape is None or kind is None or len(set(letters)) != len(letters) or not all(x in sizes for x in letters):
        return None
    above = tuple(bare(p) for item in shape.uppers for p in item)
    return Declared(above, kind, tuple(sizes[str(x)] for x in letters), len(letters) == 1, None, True)
