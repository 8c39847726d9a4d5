r"""A letter that is an index in formulas and a size in a shape: `Y_{ik} = ..` beside `X \in \mathbb{R}^{n \times k}`.

One cannot run to itself. Where the letter is nothing but an index in all other formulas, the size is another one, which
merely has its name: it gets the letter that the index is said to run to, or else one that the page does not use, and a
note says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Listing, Name, Product, Script, Statement
from ...latex.walking import parts, rebuilt
from ...notation import EQUALITIES
from ..asked import remembered, where
from ..located import Located, read_of, with_statements
from ..shapes.declared import space
from ..spelled.shape import letter_of

SIZES = "KNMPDQRSTLHJGVBCAU"
"""Letters for sizes; one that the page does not use is taken."""
ORDERS = frozenset(["<", r"\le", ">", r"\ge"])


@remembered
def _is_shape(s: Statement) -> bool:
    r"""Does a statement say how large something is: `X \in \mathbb{R}^{n \times k}`, `$n \times k$`?"""
    chain = s.chain
    if r"\in" in chain.relations:
        return space(chain.members[-1]) is not None
    return not chain.relations and isinstance(chain.members[0], Product) and _sizes_in(chain.members[0]) != ()


def _sizes_in(x: Product) -> tuple[str, ...]:
    r"""The letters of `n \times k`."""
    if not all(f.operator == r"\times" for f in x.factors[1:]):
        return ()
    bodies = [f.body for f in x.factors]
    letters = tuple(y for b in bodies if (y := letter_of(b)) is not None)
    return letters if all(isinstance(b, t.Number) or letter_of(b) is not None for b in bodies) else ()


@where(_is_shape)
def with_sizes_apart(located: Sequence[Located], given: Collection[str], notes: list[str]) -> list[Located]:
    """The formulas with letters of their own for such sizes, of which `notes` tell; `given` are the letters that the
    front matter speaks of."""
    statements = [s for f in read_of(located) for s in f.statements]
    shapes = [s for s in statements if _is_shape(s)]
    rest = [s for s in statements if not _is_shape(s)]
    counted = {x for s in rest for x in _counted(s)} - set(given)
    named = [x for x in dict.fromkeys(y for s in shapes for y in _of_shape(s)) if x in counted]
    values = {x for s in rest for x in _values(s)} if named else set()
    used = {x.base for s in statements for x in t.of_kind(s, Name)}
    fresh: dict[str, str] = {}
    for letter in (x for x in named if x not in values):
        ends = {end for s in rest for x, end in _ends(s) if x == letter}
        free = [x for x in (letter.upper(), *SIZES) if x not in used and len(x) == 1 and x != letter]
        free = sorted(ends) if len(ends) == 1 else free
        if free:
            fresh[letter] = free[0]
            used.add(free[0])
            notes.append(f"`{letter}` is an index, and a size where shapes are told: that size is called `{free[0]}`")
    if not fresh:
        return list(located)

    def renamed(x: Any) -> Name | None:
        letter = letter_of(x) if isinstance(x, Name) else None
        return Name(fresh[letter], span=x.span) if letter in fresh else None

    return with_statements(located, lambda s: rebuilt(s, renamed) if _is_shape(s) else s)


@remembered
def _of_shape(s: Statement) -> tuple[str, ...]:
    """The letters that a statement about a shape names as sizes."""
    last = s.chain.members[-1]
    if isinstance(last, Product):
        return _sizes_in(last)
    told = space(last)
    return tuple(x for size in (told[1] if told is not None else ()) if (x := letter_of(size)) is not None)


@remembered
def _counted(s: Statement) -> frozenset[str]:
    r"""The letters that run: under a sum without that letter as its end, and in `k = 1, \dots, K`."""
    under = (x for big in t.of_kind(s, BigSum) for below in big.below for x in _runs(below))
    ranges = (letter_of(c.members[0]) for c in (s.chain, *s.conditions) if _is_range(c))
    return frozenset(x for x in (*under, *ranges) if x is not None)


@remembered
def _ends(s: Statement) -> tuple[tuple[str, str], ...]:
    r"""The ends that letters are said to run to: of `k = 1, \dots, K` and `\sum_{k=1}^{K}`."""
    ranges = ((c.members[0], c.members[1]) for c in (s.chain, *s.conditions) if _is_range(c))
    told = [(x, last.items[-1]) for x, last in ranges if isinstance(last, Listing)]
    sums = ((below, big.above) for big in t.of_kind(s, BigSum) for below in big.below)
    told += [(b.members[0], above) for b, above in sums if isinstance(b, Chain) and above is not None]
    named = ((letter_of(x), letter_of(end)) for x, end in told)
    return tuple((x, end) for x, end in named if x is not None and end is not None and x != end)


def _is_range(c: Chain) -> bool:
    return len(c.members) == 2 and c.relations[0] in EQUALITIES and isinstance(c.members[1], Listing)


def _runs(below: object) -> Iterator[str | None]:
    if isinstance(below, Chain):
        yield letter_of(below.members[0])
    elif isinstance(below, Product):
        yield from (letter_of(f.body) for f in below.factors)
    elif isinstance(below, Name):
        yield letter_of(below)


@remembered
def _values(x: t.Tree) -> frozenset[str]:
    """The letters that stand for numbers somewhere: as a factor, as an end, compared with what is no letter."""
    if isinstance(x, Script):
        return frozenset()
    if isinstance(x, Name) and (letter := letter_of(x)) is not None:
        return frozenset([letter])
    inner = [y for part in parts(x) for y in _values(part)]
    if isinstance(x, BigSum):
        running = {y for below in x.below for y in _runs(below)}
        inner = [y for part in (x.above, x.body) if part is not None for y in _values(part)]
        inner += [y for below in x.below for y in _values(below) if y not in running or _is_end(below, y)]
    elif isinstance(x, Chain):
        inner = [y for n, m in enumerate(x.members) for y in _values(m) if not _is_index_in(x, n)]
    return frozenset(inner)


def _is_end(below: t.Tree, letter: str) -> bool:
    r"""Is a letter compared with itself, or an end: `\sum_{k \le k}`?"""
    return isinstance(below, Chain) and any(letter_of(m) == letter for m in below.members[1:])


def _is_index_in(x: Chain, n: int) -> bool:
    r"""Is a member of a chain a letter compared with letters, `k = j`, `k \ne j`, or one that a range is told of?"""
    if letter_of(x.members[n]) is None or not x.relations:
        return False
    if not ORDERS.isdisjoint(x.relations):
        return (len(x.members) == 3 and n == 1) or (len(x.members) == 2 and n == 0)
    return n == 0 if _is_range(x) else all(letter_of(m) is not None or isinstance(m, t.Number) for m in x.members)
