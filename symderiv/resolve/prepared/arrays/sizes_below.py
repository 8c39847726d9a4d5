r"""Sizes below the names of arrays: `W_{(n \times m)} = (w_{ik})`, `W^\top_{m \times n}`.

No index has a cross, so such a script only says how large the array is. It is left off where it is always the same for
a name, turned or not below the mark of a transpose: two matrices may be told apart by it alone. A line that says what
the entries are says which size the array has. Where nothing else does, the size is declared; the other way round it
stays on the name, and is not read, but on a page by which both sizes are equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.parse import parse
from ....latex.source import Source
from ....latex.tree import Chain, Formula, Name, Node, Number, Product, Script, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, letter_of, stem_of

Key: TypeAlias = tuple[Stem, int, tuple[Script, ...]]
"""A name with what stands above it, but for the mark of a transpose."""
Sizes: TypeAlias = tuple[Node, Node]
ONE = Number("1")
TOP = Script(True, (Symbol(r"\top"),))
SAYING = EQUALITIES | {r"\in"}
KEPT = frozenset("I0E")
"""Letters with sizes below that are read elsewhere."""


@some(Name)
def _has_sizes(x: Name) -> bool:
    return sizes_below(x) is not None


@where(_has_sizes)
def with_sizes_below_left_off(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document without such sizes.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$W_{n \times m} = (w_{ik})$ $$ y = W_{n \times m} x + b_{n \times 1} $$"))
    >>> found = with_sizes_below_left_off(page, {})
    >>> [len(x.scripts) for x in t.of_kind(found[-1][1], Name) if x.base in "Wb"]
    [0, 0]
    """
    formulas = read_of(located)
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    chains = [c for f in formulas for s in f.statements for c in (s.chain, *s.conditions) if c.relations]
    told = _sizes([(x, s) for x in names if (s := _of_array(x, ranges)) is not None], dict(_by_entries(chains)))
    equal = {
        frozenset(pair) for c in chains for r, pair in zip(c.relations, pairwise(c.members), strict=True) if r == "="
    }

    def change(x: Any) -> Node | None:
        sizes = _of_array(x, ranges) if isinstance(x, Name) else None
        if sizes is None:
            return None
        if x.base == "1":
            return _ones(x, sizes)
        mine = told.get(_key(x))
        fits = mine is not None and (sizes == mine or (sizes == mine[::-1] and (_marks(x) or frozenset(mine) in equal)))
        return replace(x, scripts=tuple(s for s in x.scripts if s.above)) if fits else None

    found = with_statements(located, lambda s: rebuilt(s, change))
    known = {_key(x) for c in chains for x in t.of_kind(c.members[0], Name) if c.relations[0] in SAYING}
    return list(_declared(found, told, known))


def sizes_below(x: Name) -> Sizes | None:
    r"""The n and m of `W_{n \times m}`."""
    below = [s for s in x.scripts if not s.above]
    entry = below[0].entries[0] if len(below) == 1 and len(below[0].entries) == 1 else None
    if not isinstance(entry, Product) or [f.operator for f in entry.factors] != ["", r"\times"]:
        return None
    return entry.factors[0].body, entry.factors[1].body


def _of_array(x: Name, ranges: Mapping[str, object]) -> Sizes | None:
    """The sizes below the name of an array, none of which is an index."""
    sizes = sizes_below(x)
    plain = sizes is not None and x.base not in KEPT and not any(letter_of(s) in ranges for s in sizes)
    return sizes if plain else None


def _key(x: Name) -> Key:
    return stem_of(x), x.primes, tuple(s for s in x.scripts if s.above and not all(map(is_mark, s.entries)))


def _marks(x: Name) -> bool:
    return any(s.above and all(map(is_mark, s.entries)) for s in x.scripts)


def _by_entries(chains: Sequence[Chain]) -> Iterator[tuple[Key, Sizes]]:
    r"""The sizes of arrays of which a line says the entries, `W_{n \times m} = (w_{ik})`."""
    for c in chains:
        left, right = c.members[:2]
        sizes = sizes_below(left) if isinstance(left, Name) and not _marks(left) else None
        if isinstance(left, Name) and sizes is not None and c.relations[0] in EQUALITIES and _is_entry(right):
            yield _key(left), sizes


def _is_entry(x: Node) -> bool:
    return isinstance(x, t.Group) and x.open in ("(", "[") and len(x.items) == 1 and isinstance(x.items[0], Name)


def _sizes(met: Sequence[tuple[Name, Sizes]], by_entries: Mapping[Key, Sizes]) -> dict[Key, Sizes]:
    """The sizes of each array: by its entries, or always the same."""
    found = dict(by_entries)
    for key in {_key(x) for x, _ in met} - found.keys():
        mine = [(_marks(x), sizes) for x, sizes in met if _key(x) == key]
        plain = {sizes for marked, sizes in mine if not marked}
        if len(plain) == 1:
            [one] = plain
            if all(sizes in (one, one[::-1]) for _, sizes in mine):
                found[key] = one
    return found


def _ones(x: Name, sizes: Sizes) -> Name | None:
    r"""`\mathbf{1}_p` for `\mathbf{1}_{p \times 1}`, a row for `\mathbf{1}_{1 \times p}`."""
    if ONE not in sizes:
        return None
    length = sizes[0] if sizes[1] == ONE else sizes[1]
    above = tuple(s for s in x.scripts if s.above) or ((TOP,) if sizes[0] == ONE else ())
    return replace(x, scripts=(*above, Script(False, (length,), span=x.span)))


def _declared(located: Sequence[Located], told: Mapping[Key, Sizes], known: Set[Key]) -> Iterator[Located]:
    r"""The formulas, `W \in \mathbb{R}^{n \times m}` before the first with an array of which nothing else says it."""
    left = {key: sizes for key, sizes in told.items() if key not in known}
    for display, f in located:
        here = [x for x in t.of_kind(f, Name) if _key(x) in left] if left and isinstance(f, Formula) else []
        for x in here:
            sizes = left.pop(_key(x), None)
            if sizes is not None:
                bare = replace(x, scripts=tuple(s for s in x.scripts if s.above and not all(map(is_mark, s.entries))))
                yield display, _space(bare, sizes, display)
        yield display, f


def _space(x: Name, sizes: Sizes, display: Display) -> Formula:
    made = parse(Source(r"x \in \mathbb{R}^{n}" if sizes[1] == ONE else r"x \in \mathbb{R}^{n \times m}", display.line))
    [statement] = made.statements

    def change(y: Any) -> Node | None:
        return {"x": x, "n": sizes[0], "m": sizes[1]}.get(y.base) if isinstance(y, Name) else None

    return replace(made, source=display.source, statements=(rebuilt(statement, change),))
