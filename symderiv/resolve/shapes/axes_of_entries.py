r"""How long arrays are whose entries a page has with letters that run to several ends: by the definitions of the page.

What a letter stands on in one definition is one axis: the i of `z_{1,i} = \sum_{j=1}^d W_{1,ij} x_j` is that of z_1 and
the first of W_1, and the sum says how long the axis of x and the second of W_1 are. Axes that no sum or range tells, or
that two tell differently, have no length; nor has one of which an entry stands somewhere that is no letter (`x_0`,
the first of `W_{1,0j}`).

Unlike `entry_lengths` names with several labels are told apart, and those in parentheses, `(W_1)_{ij}`, are read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import ZERO, Chain, Formula, Node, Statement
from ...latex.walking import parts
from ...notation import EQUALITIES
from ..located import Located, read_of
from ..spelled.shape import Shape, is_word, label_of, letter_of, shape_of
from .declared import split
from .entry_lengths import root_of
from .sizes import ranges_in, sizes_of_letters, summed_over

Place: TypeAlias = tuple[str, tuple[str, ...], int, int]
"""An axis: the letter of a name, its labels, how many indices it has, and which of these it is; of a letter in an
equation: that letter, nothing, the number of the equation and that of the sum around it, with a minus."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What tells names of a page: the letters that are indices, and names that stand without a power, too."""

    indices: Collection[str]
    plain: Collection[tuple[str, int]]

    def places(self, x: object) -> list[tuple[Place, str | None]]:
        """The axes of a name, each with the letter on it; None for what may be no place of it, `0` or `m + 1`."""
        shape = shape_of(x) if isinstance(x, (t.Name, t.Scripted)) else None
        if shape is None or not shape.below:
            return []
        base, pieces, _ = split(self._without_power(shape))
        last = len(pieces) - 1
        own = [n for n, p in enumerate(pieces) if letter_of(p) in self.indices or (n == last and not _is_label(p))]
        labels = [label_of(p) for n, p in enumerate(pieces) if n not in own]
        if None in labels:
            return []
        key = tuple(x for x in labels if x is not None)
        return [((base, key, len(own), n), _letter_or_number(pieces[at])) for n, at in enumerate(own)]

    def at_zero(self, shape: Shape) -> list[Place]:
        """The axes of an array of which a name has entry 0 in front of its letters, the first of W_1 for `W_{1,0j}`.

        The 0 looks like a label there.
        """
        base, pieces, _ = split(shape)
        zero = next((n for n, p in enumerate(pieces) if p == ZERO), len(pieces))
        behind = pieces[zero + 1 :]
        if not behind or not all(letter_of(p) in self.indices for p in behind):
            return []
        labels = [label_of(p) for p in pieces[:zero] if letter_of(p) not in self.indices]
        key = tuple(x for x in labels if x is not None)
        others = zero - len(labels)
        return [(base, key, others + 1 + len(behind), others)]

    def _without_power(self, shape: Shape) -> Shape:
        power = shape.bare and len(shape.uppers) == 1 and all(isinstance(p, t.Number) for p in shape.uppers[0])
        return shape.without_upper() if power and (shape.base, shape.below) in self.plain else shape


@dataclass(slots=True)
class Axes:
    """The lengths of axes that are known."""

    lengths: Mapping[Place, Node]
    names: _Names = _Names((), ())

    def of(self, entry: Node) -> list[Node | None]:
        """The lengths along which the letters of an entry run, None for those that are not known."""
        return [self.lengths.get(place) for place, _ in self.names.places(entry)]


def axes_of(located: Sequence[Located], entries: Iterable[Node], letters: Collection[str] | None = None) -> Axes:
    r"""The lengths of the axes of a page; the last letters of `entries` are indices for certain, or these `letters`.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$z_i = \sum_{j=1}^d w_{ij} x_j$$ $$L = \sum_{j=1}^h z_j^2$$"))
    >>> entry = page[0][1].statements[0].chain.members[1].body.factors[0].body
    >>> [size.base for size in axes_of(page, [entry]).of(entry)]
    ['h', 'd']
    """
    statements = [s for f in read_of(located) for s in f.statements]
    nodes = [x for s in statements for x in t.walk(s.chain)]
    shapes = [s for x in nodes if isinstance(x, (t.Name, t.Scripted)) and (s := shape_of(x)) is not None]
    last = {letter for x in entries if (s := shape_of(x)) is not None for letter in s.letters[-2:] if letter}
    last = last if letters is None else set(letters)
    names = _Names(
        frozenset([*sizes_of_letters(statements), *summed_over(statements), *last]),
        frozenset((s.base, s.below) for s in shapes if not s.uppers),
    )
    met = list(_met_in(located, names))
    joined: dict[Place, Place] = {}
    for one, two, _ in met:
        a, b = root_of(joined, one), root_of(joined, two)
        if a != b:
            joined[b] = a
    said: dict[Place, set[Node]] = {}
    for one, _, size in met:
        if size is not None:
            said.setdefault(root_of(joined, one), set()).add(size)
    told = {root: next(iter(sizes)) for root, sizes in said.items() if len(sizes) == 1}
    odd = {place for x in nodes for place, letter in names.places(x) if letter is None}
    odd |= {place for x in shapes for place in names.at_zero(x)}
    lengths = {
        place: told[root] for place, _, _ in met if (root := root_of(joined, place)) in told and place not in odd
    }
    return Axes({place: size for place, size in lengths.items() if _is_fixed(size, names.indices)}, names)


def _is_label(p: Node) -> bool:
    return isinstance(p, t.Text) or is_word(p)


def _letter_or_number(p: Node) -> str | None:
    r"""What stands on an axis, if it is surely one of its places: the first entry is."""
    return p.text if isinstance(p, t.Number) and p.text != "0" else letter_of(p)


def _is_fixed(size: Node, indices: Collection[str]) -> bool:
    r"""Is it one length? Not the `n_l` of each layer, nor what begins at 0."""
    scripts = [s for x in t.of_kind(size, t.Name) for s in x.scripts]
    letters = {y.base for s in scripts for y in t.of_kind(s, t.Name)}
    return not isinstance(size, t.Listing) and letters.isdisjoint(indices)


def _met_in(located: Sequence[Located], names: _Names) -> Iterator[tuple[Place, Place, Node | None]]:
    """The axes of names in definitions, the letters that stand on them, and how far these run where that is said."""
    defined: set[Place] = set()
    free: dict[str, Place] = {}
    paragraph, number = -1, 0
    for display, f in located:
        if not isinstance(f, Formula):
            continue
        if display.paragraph != paragraph or not display.inline:
            paragraph, free = display.paragraph, {}
        for s in f.statements:
            if free and not _is_equation(s.chain):
                yield from _ranged(free, s)
                continue
            left = [place for place, _ in names.places(s.chain.members[0])]
            if not _is_definition(s.chain) or not defined.isdisjoint(left):
                continue
            number += 1
            defined.update(left)
            here = list(_met(s.chain, number, names))
            yield from here
            free = {bound[0]: bound for _, bound, _ in here if not bound[3]}
            yield from _ranged(free, s)


def _ranged(free: Mapping[str, Place], s: Statement) -> Iterator[tuple[Place, Place, Node]]:
    """How far the letters of a definition run, by what stands beside it."""
    for chain in (s.chain, *s.conditions):
        for letter, size in ranges_in(chain):
            if letter in free and size is not None:
                yield free[letter], free[letter], size


def _is_equation(chain: Chain) -> bool:
    return bool(chain.relations) and chain.relations[0] in EQUALITIES and not any(True for _ in ranges_in(chain))


def _is_definition(chain: Chain) -> bool:
    r"""Does an equation say what a name is? It has no derivatives, or is one, `\delta_i = \partial L/\partial z_i`."""
    if not _is_equation(chain) or len(chain.members) < 2 or shape_of(chain.members[0]) is None:
        return False
    derived = any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(chain))
    return not derived or (len(chain.members) == 2 and isinstance(chain.members[1], t.Derivative))


def _met(chain: Chain, number: int, names: _Names) -> Iterator[tuple[Place, Place, Node | None]]:
    sums = iter(range(1, 1 + len(t.of_kind(chain, t.BigSum))))

    def visit(x: object, bound: Mapping[str, tuple[int, Node | None]]) -> Iterator[tuple[Place, Place, Node | None]]:
        if isinstance(x, t.BigSum):
            this, ends = next(sums), dict(ranges_in(x))
            bound = {**bound, **{letter: (this, ends.get(letter)) for letter in summed_over([x.below, *_only(x)])}}
        elif isinstance(x, (t.Name, t.Scripted)):
            for place, letter in names.places(x):
                if letter is not None:
                    which, size = bound.get(letter, (0, None))
                    yield place, (letter, (), number, -which), size
        for child in parts(x):
            yield from visit(child, bound)

    return visit(chain, {})


def _only(x: t.BigSum) -> list[t.BigSum]:
    """A sum without its body."""
    return [t.BigSum(x.operator, x.below, x.above, t.Number("0"))]
