r"""Lengths that follow from the entries of other names: of h where `h_i = f(z_i)`, `z_i = \sum_j w_{ij} x_j`, and where
`\sum_{k=1}^K w_{kj} \delta_k` says how many rows w has.

What a letter of a definition stands on is one axis. Sums in definitions say how long it is; those in claims, which may
be wrong, only where no definition does, and only with a size that is the length of no other axis.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from ...latex import tree as t
from ...latex.statement_forms import is_mention
from ...latex.tree import Chain, Node
from ...latex.walking import parts
from ...notation import EQUALITIES
from ..spelled.shape import Shape, label_of, letter_of, shape_of, shifted
from ..stated import Stated, whole_of_entry
from .declared import split
from .neighbours import Key, key_of
from .sizes import ranges_in, sizes_of_letters
from .untold import CAPITAL

Place: TypeAlias = tuple[str, tuple[str, ...], int, int]
"""An axis of a name: its letter, what of its scripts is no letter, how many are letters, and which of these it is."""
Bound: TypeAlias = tuple[str, tuple[str, ...], int, int]
"""A letter where it means one thing, written like a place: by the number of its equation and of the sum around it."""
PAIR = 2
Met: TypeAlias = tuple[Place, Bound, Node | None]


def lengths_by_entries(definitions: Sequence[Chain], others: Sequence[Chain]) -> Mapping[tuple[str, int], Node]:
    """The lengths of vectors that carry no label, by letter and number of scripts that these have as wholes."""
    axes: dict[Place, Place] = {}
    said: dict[Place, set[Node]] = {}
    met = [x for n, chain in enumerate(definitions) for x in letters_met(chain, n)]
    for place, bound, _ in met:
        join(axes, place, bound)
    for place, _, size in met:
        if size is not None:
            said.setdefault(root_of(axes, place), set()).add(size)
    taken = {size for found in said.values() for size in found}
    claimed: dict[Place, set[Node]] = {}
    for place, _, size in (x for n, chain in enumerate(others) for x in letters_met(chain, n)):
        root = root_of(axes, place)
        if size is not None and size not in taken and root not in said:
            claimed.setdefault(root, set()).add(size)
    told = {root: next(iter(found)) for root, found in (said | claimed).items() if len(found) == 1}
    vectors = (place for place, _, _ in met if not place[1] and place[3] == place[2] - 1)
    return {(x[0], x[3]): told[root] for x in vectors if (root := root_of(axes, x)) in told}


def entries_of_steps(
    definitions: Sequence[Chain], lengths: Mapping[tuple[str, int], Node]
) -> Iterator[tuple[str, int]]:
    r"""The entries `x_{t+1,v}`, of which sums show the `lengths`, beside the `x_t` of a product `W x_t`, by letter and
    number of scripts: those that carry its step first and another letter behind it, wherever they stand.
    """
    behind = {x.base for c in definitions for x in _behind_capitals(c)}
    below: dict[tuple[str, int], set[tuple[str | None, ...]]] = {}
    for x in (shape_of(y) for c in definitions for y in t.of_kind(c, t.Name)):
        if x is not None and x.base in behind and not x.uppers:
            below.setdefault((x.base, x.below), set()).add(tuple(shifted(p)[0] for p in x.pieces))
    for (base, count), met in below.items():
        steps = {step for step, *_ in below.get((base, 1), ())} | {""}  # `x_0` is one of the `x_t`
        length = lengths.get((base, 1))
        if count != PAIR or len(steps) != PAIR or length is None or length == lengths.get((base, 0)):
            continue
        if all(first in steps and last and last not in steps for first, last in met):
            yield base, count


def _behind_capitals(c: Chain) -> Iterator[Shape]:
    """The names right behind a capital, with or without a label."""
    for a, b in (pair for x in t.of_kind(c, t.Product) for pair in pairwise(x.factors)):
        one, two = (shape_of(f.body) if isinstance(f.body, t.Name) else None for f in (a, b))
        if one is not None and two is not None and CAPITAL.fullmatch(one.base) and not b.operator and not b.joined:
            yield two


def name_of_entries(
    x: Node, summed: Mapping[tuple[str, int], Node], counting: Collection[str], page: Sequence[Stated]
) -> tuple[str, tuple[Node, ...]] | None:
    """A name with entries in the sums of which the lengths are told: the y of `y_k`, the y_t and y_T of `y_{t,k}`.

    Where a sum runs over the t of a `y_t` itself, these are the entries; and of a `y_t` that stands in a sentence by
    itself that may say anything.
    """
    shape = shape_of(x) if isinstance(x, t.Name) else None
    if shape is None or shape.primes or shape.uppers:
        return None
    base, pieces, marked = split(shape)
    steps = all(shifted(p)[0] in counting for p in pieces) and (base, 0) not in summed
    known = (base, len(pieces)) in summed and len(pieces) < PAIR
    told = any(is_mention(s.statement) and s.statement.chain.members[0] == x for s in page)
    return (base, pieces) if known and not marked and (not pieces or (steps and not told)) else None


def root_of(axes: Mapping[Place, Place], x: Place) -> Place:
    """The place that stands for all that are one axis."""
    while x in axes:
        x = axes[x]
    return x


def join(axes: dict[Place, Place], one: Place, two: Place) -> None:
    """Two places are one axis."""
    one, two = root_of(axes, one), root_of(axes, two)
    if one != two:
        axes[two] = one


def places_of(x: Node) -> Iterator[tuple[Place, str]]:
    """The places of the letters on a name."""
    shape = shape_of(x)
    if shape is None or not shape.pieces:
        return
    base, pieces, _ = split(shape)
    letters = [letter_of(p) for p in pieces]
    labels = tuple(label_of(p) or "?" for p, letter in zip(pieces, letters, strict=True) if letter is None)
    own = [x for x in letters if x is not None]
    yield from (((base, labels, len(own), n), letter) for n, letter in enumerate(own))


def axes_of(x: Node) -> Iterator[tuple[Place, str]]:
    """The places of the letters on a name, whatever else stands there: its last index is at 1, the one before at 2."""
    shape = shape_of(x)
    if shape is None or not shape.pieces:
        return
    base, pieces, _ = split(shape)
    for n, p in enumerate(pieces):
        if (letter := letter_of(p)) is not None:
            yield (base, (), len(pieces), len(pieces) - n), letter


def letters_met(
    chain: Chain, number: int, places: Callable[[Node], Iterator[tuple[Place, str]]] = places_of
) -> Iterator[Met]:
    """The letters on the names of an equation: where each stands, what it is, and how far the sum over it runs."""
    sums = iter(range(1, 1 + len(t.of_kind(chain, t.BigSum))))

    def visit(x: object, bound: Mapping[str, tuple[int, Node | None]]) -> Iterator[Met]:
        if isinstance(x, t.BigSum):
            this = next(sums)
            bound = {**bound, **{letter: (this, size) for letter, size in ranges_in(x)}}
        elif isinstance(x, (t.Name, t.Scripted)):
            for place, letter in places(x):
                which, size = bound.get(letter, (0, None))
                yield place, ("", (letter,), number, which), size
        for child in parts(x):
            yield from visit(child, bound)

    return visit(chain, {})


def lengths_of_last(statements: Sequence[object]) -> dict[tuple[str, int], Node]:
    r"""The lengths that sums over entries show, by letter and number of scripts: I of x with one of
    `\sum_{i=1}^I x_{ni}`. Not from the t of `\delta_{f,t}` beside `\delta_t = ..`: these are steps."""
    said = sizes_of_letters(statements)
    sizes = {x: size for x, ends in said.items() if len(ends) == 1 for size in ends}
    alone = (s for s in _defined(statements) if s.below == len(s.pieces) == 1)
    steps = {(s.base, end) for s in alone for end in said.get(letter_of(s.pieces[0]) or "", ())}
    found: dict[tuple[str, int], set[Node]] = {}
    for x in (x for s in statements for x in t.of_kind(s, t.Name)):
        shape = shape_of(x)
        last = letter_of(shape.lowers[-1][-1]) if shape is not None and shape.lowers else None
        size = sizes.get(last or "")
        if shape is None or size is None:
            continue
        if (shape.base, size) not in steps or not said.keys().isdisjoint(map(letter_of, shape.pieces[:-1])):
            found.setdefault((shape.base, len(split(shape)[1]) - 1), set()).add(size)
    return {key: ends.pop() for key, ends in found.items() if len(ends) == 1}


def _defined(statements: Sequence[object]) -> Iterator[Shape]:
    """The names alone on the left side of equations."""
    chains = (c for s in statements for c in t.of_kind(s, Chain) if len(c.members) > 1)
    yield from (s for c in chains if isinstance(x := c.members[0], t.Name) and (s := shape_of(x)) is not None)


def only_by_entries(chains: Sequence[Chain], wholes: Collection[tuple[str, tuple[Node, ...]]]) -> frozenset[Key]:
    r"""Those of the `wholes` with entries behind a parenthesis that stand in no equation without derivatives as a
    whole: the `b_1` of `u_j = c_j + (b_1)_j`.

    >>> from symderiv.latex.parse import parse
    >>> from symderiv.latex.source import Source
    >>> from symderiv.resolve.shapes.parenthesized import wholes_of_entries
    >>> chain = parse(Source(r"u_j = (b_1)_j + (b_2)_j + b_2^T x")).statements[0].chain
    >>> [(base, n.text) for base, (n,) in only_by_entries([chain], wholes_of_entries(t.walk(chain)))]
    [('b', '1')]
    """
    if not wholes:
        return frozenset()
    plain = (c for c in chains if c.relations and EQUALITIES.issuperset(c.relations))
    bare = (shape_of(x) for c in plain if not t.of_kind(c, t.Derivative) for x in _bare_in(c))
    return frozenset(key_of(*x) for x in wholes) - {key_of(*split(x)[:2]) for x in bare if x is not None}


def _bare_in(x: object) -> Iterator[t.Name]:
    """The names that stand as they are, and not in the parenthesis of an entry."""
    if isinstance(x, t.Scripted) and whole_of_entry(x) is not None:
        return
    if isinstance(x, t.Name):
        yield x
        return
    for child in parts(x):
        yield from _bare_in(child)


def has_two_indices(key: Key, chains: Sequence[Chain]) -> bool:
    """Do entries with two indices stand beside what looks like a vector, `z_{jn}^{(l)}` beside `z^{(l)}`?"""
    base, pieces = key
    for x in (x for c in chains if c.relations for x in t.of_kind(c, t.Name) if x.base == base):
        above = sum(len(s.entries) for s in x.scripts if s.above)
        below = [e for s in x.scripts if not s.above for e in s.entries]
        if above == len(pieces) and len(below) == PAIR and all(letter_of(e) is not None for e in below):
            return True
    return False
