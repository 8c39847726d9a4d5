"""What index letters run over, as bounds of sums and ranges say it: data for the shapes of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from ...latex import tree as t
from ...latex.tree import Chain, Node, Statement
from ...notation import EQUALITIES
from ..integers.unequal import loose_letters
from ..spelled.shape import is_mark, letter_of, letters_in, shape_of
from ..stated import Stated, matrix_told
from .array import from_zero


def sizes_of_letters(statements: Sequence[object]) -> dict[str, set[Node | None]]:
    r"""For each letter that runs over something from 1, or from 0, to what; None where it begins elsewhere."""
    found: dict[str, set[Node | None]] = {}
    for s in statements:
        for x in t.walk(s):
            for name, size in ranges_in(x):
                found.setdefault(name, set()).add(size)
    return found


def sizes_first_told(statements: Sequence[Statement], ranges: Sequence[Chain]) -> dict[str, set[Node | None]]:
    """The same, but of a letter that runs to one end by ranges and by all that differentiates nothing only that: the
    end of a sum in a line that is judged may be a slip."""
    found = sizes_of_letters([*statements, *ranges])
    if all(len(ends) == 1 for ends in found.values()):
        return found
    first = only_sizes(sizes_of_letters([*_plain(statements), *ranges]))
    return {x: {first[x]} if x in first else ends for x, ends in found.items()}


def _plain(statements: Iterable[Statement]) -> list[Statement]:
    """The statements that differentiate nothing."""
    return [s for s in statements if not t.of_kind(s.chain, t.Derivative) and not t.of_kind(s.chain, t.Nabla)]


def only_sizes(said: Mapping[str, Set[Node | None]]) -> dict[str, Node]:
    """The letters of which one size is said, and nothing else."""
    return {x: size for x, found in said.items() if len(found) == 1 for size in found if size is not None}


def sizes_beside(s: Stated) -> dict[str, Node]:
    """For each letter to what it runs from 1, or from 0, by what stands beside an equation."""
    conditions = (*s.statement.conditions, *(c for _, c in s.conditions))
    found = [pair for c in conditions for pair in ranges_in(c)]
    return {x: size for x, size in found if size is not None and len({y for z, y in found if z == x}) == 1}


def sizes_around_told(stated: Sequence[Stated]) -> dict[str, Node]:
    r"""The letters with which `W = (W_{ij})` says what entries are, to what they run in the sums about these entries.

    In the sums about others they may have another end; one that depends on such a letter is that of a part.
    """
    told = {m[1] for s in stated if (m := matrix_told(s.statement.chain)) is not None}
    letters = {x for entry in told for x in letters_in(entry)}
    found: dict[str, set[Node | None]] = {}
    for total in (x for s in stated for x in t.of_kind(s.statement, t.BigSum)) if told else ():
        if not told.isdisjoint(t.of_kind(total.body, t.Name)):
            for name, size in ranges_in(total):
                found.setdefault(name, set()).add(size)
    sure = {x: size for x, ends in found.items() if len(ends) == 1 for size in ends if size is not None}
    return {x: size for x, size in sure.items() if letters.isdisjoint(letters_in(size))}


def sizes_run_through(statements: Sequence[Statement], ranges: Sequence[Chain]) -> dict[str, Node]:
    r"""The letters that run to one size, by ranges and by what differentiates nothing, or else always, and where it is
    said from the first: `\sum_{i=2}^m` is a part of it."""
    return _run_through([*statements, *ranges]) | _run_through([*_plain(statements), *ranges])


def _run_through(statements: Sequence[object]) -> dict[str, Node]:
    found: dict[str, set[Node | None]] = {}
    whole: set[str] = set()
    for s in statements:
        for x in t.walk(s):
            for name, size in ranges_in(x):
                end = x.above if size is None and isinstance(x, t.BigSum) else size
                found.setdefault(name, set()).add(end)
                whole |= set() if size is None else {name}
    return {x: size for x, ends in found.items() if len(ends) == 1 and x in whole for size in ends if size is not None}


def summed_over(statements: Sequence[object]) -> set[str]:
    """The letters that sums run over, also where nothing says how far."""
    items = (i for s in statements for x in t.of_kind(s, t.BigSum) for i in x.below)
    firsts = (i.members[0] if isinstance(i, Chain) else i for i in items)
    names = (y for first in firsts for y in t.of_kind(first, t.Name))
    return {letter for y in names if (letter := letter_of(y)) is not None}


def singled_out(chains: Sequence[Chain]) -> set[str]:
    r"""The letters that single out one entry: the c of `L = -\log p_c`, over which nothing runs."""
    found: set[str] = set()
    for c in chains:
        left = c.members[0]
        if c.relations[:1] == ("=",) and isinstance(left, t.Name) and not left.scripts and matrix_told(c) is None:
            found.update(x for m in c.members[1:] for x in loose_letters(m))
    lefts = {x for c in chains if len(c.members) > 1 for x in loose_letters(c.members[0])}
    return found - lefts - summed_over(chains)


def totals(chains: Iterable[Chain]) -> frozenset[str]:
    r"""The bare letters of sums of the entries of the same letter, `E = \sum_t E_t`: numbers, not their vector; also
    with their font, `\mathcal{L} = \sum_t \mathcal{L}_t`."""
    return frozenset(
        letter
        for c in chains
        if c.relations and isinstance(left := c.members[0], t.Name) and not left.scripts
        for x in t.of_kind(c.members[1], t.BigSum)
        for y in t.of_kind(x, t.Name)
        if y.base == left.base and y.scripts
        for letter in (left.base, *_spelled_alike(left, y))
    )


def _spelled_alike(one: t.Name, two: t.Name) -> Iterator[str]:
    """The letter of two names with its font and its accents, if they have the same."""
    first, second = shape_of(one), shape_of(two)
    if first is not None and second is not None and first.base == second.base:
        yield first.base


def ranges_in(x: object) -> Iterator[tuple[str, Node | None]]:
    if isinstance(x, t.BigSum):
        for item in x.below:
            if isinstance(item, Chain) and len(item.members) == 2 and item.relations == ("=",):
                name = letter_of(item.members[0])
                if name is not None:
                    yield name, _size(item.members[1], x.above)
    elif isinstance(x, Chain) and len(x.members) == 3 and set(x.relations) <= {r"\le", "<"}:
        low, middle, high = x.members
        size = _size(low, high) if x.relations == (r"\le", r"\le") else None
        for item in t.listed(middle):
            name = letter_of(item)
            if name is not None:
                yield name, size
    elif isinstance(x, Chain) and len(x.members) == 2 and isinstance(x.members[1], t.Listing):
        items, first = x.members[1].items, x.members[0]
        if len(items) >= 2 and x.relations == ("=",):
            for item in t.listed(first):
                name = letter_of(item)
                if name is not None:
                    yield name, _size(items[0], items[-1])


def _size(first: Node, last: Node | None) -> Node | None:
    """The size of what runs from 1 or from 0."""
    if last is None or not isinstance(first, t.Number) or first.text not in ("0", "1"):
        return None
    return last if first.text == "1" else from_zero(last)


def entries_anywhere(chains: Iterable[t.Chain], names: Sequence[t.Name], known: Collection[str]) -> Iterator[int]:
    r"""The entries of matrices, by identity, in the letters of what a line differentiates by, of which nothing else is
    known: the `W_{ij}` of `\frac{\partial Y_{mn}}{\partial W_{ij}}` may be any, and says nothing of W."""
    valued = {x.base for x in names if x.scripts}
    for c in chains:
        by = [w.body for w in t.of_kind(c, t.Wrt) if isinstance(w.body, t.Name)]
        own = {x for b in by for x in _letters_below(b) if x.islower() and x not in known} - valued
        for x in t.of_kind(c, t.Name) if own else ():
            letters = _letters_below(x)
            if len(letters) == len("ij") and own & {*letters} and own.issuperset({*letters} - {*known}):
                yield id(x)


def labelled_above(chains: Sequence[Chain], names: Sequence[t.Name]) -> frozenset[int]:
    r"""The entries, by identity, with a letter above that is a label: the `x^k_j` beside a defined `e^k_l` or `e^k`.

    The letter is no value anywhere, but under the sums over it and where its range is told, and no entry of that name
    stands without it: else it may be an exponent.
    """
    lefts = (c.members[0] for c in chains if c.relations and c.relations[0] in EQUALITIES)
    labels = {letter for x in lefts if isinstance(x, t.Name) and (letter := letter_above(x)) is not None}
    inside = {id(y) for x in names for s in x.scripts for y in t.of_kind(s, t.Name)} if labels else set()
    inside |= {id(y) for c in chains for x in t.of_kind(c, t.BigSum) for y in _bound(x)} if labels else set()
    inside |= {id(y) for c in chains for y in _ranged(c)} if labels else set()
    related = (x for c in chains if c.relations for x in t.of_kind(c, t.Name))
    labels -= {x.base for x in related if id(x) not in inside}
    found = [x for x in names if has_below(x) and letter_above(x) in labels] if labels else []
    plain = {x.base for x in names if x.scripts and not any(s.above for s in x.scripts)} if found else set()
    return frozenset(id(x) for x in found if x.base not in plain)


def _bound(x: t.BigSum) -> Iterator[t.Name]:
    r"""The letter that a sum runs over where it stands below the sign, in `\sum_i` and `\sum_{i=1}`."""
    for item in x.below:
        first = item.members[0] if isinstance(item, Chain) and item.relations in (("=",), (r"\in",)) else item
        yield from (x for x in t.listed(first) if isinstance(x, t.Name))


def _ranged(c: Chain) -> Iterator[t.Name]:
    r"""The letters of which `k = 0, \dots, N` and `0 \le k \le N` tell how far they run."""
    letters = {name for name, _ in ranges_in(c)}
    yield from (x for m in c.members for x in t.listed(m) if isinstance(x, t.Name) and letter_of(x) in letters)


def letter_above(x: t.Name) -> str | None:
    """The only thing above a name, if it is a letter; not the mark of a transpose above an array."""
    above = [e for s in x.scripts if s.above for e in s.entries]
    turned = not has_below(x) and any(map(is_mark, above))
    return letter_of(above[0]) if len(above) == 1 and not turned else None


def has_below(x: t.Name) -> bool:
    """Does anything stand below a name?"""
    return any(not s.above for s in x.scripts)


def _letters_below(x: t.Name) -> list[str]:
    """The letters that stand below a name; none where anything else does, or something stands above."""
    letters = [letter_of(e) for s in x.scripts for e in s.entries]
    plain = all(not s.above for s in x.scripts) and None not in letters
    return [y for y in letters if y is not None] if plain else []


def named_by_sizes(pieces: tuple[Node, ...], sizes: Iterable[Node]) -> tuple[Node, ...]:
    r"""The scripts of a name by whose letter its sizes go: of `\delta^L` with `d_\ell` entries, those of any layer."""
    scripts = (s for size in sizes for x in t.of_kind(size, t.Name) for s in x.scripts)
    letters = {letter: e for s in scripts for e in s.entries if (letter := letter_of(e)) is not None}
    if len(pieces) != 1 or len(letters) != 1 or any(letter in letters for letter in letters_in(pieces[0])):
        return pieces
    return tuple(letters.values())
