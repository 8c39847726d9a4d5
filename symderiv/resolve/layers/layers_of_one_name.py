r"""Units of any layer: `net_j = \sum_i w_{ji} o_i`, `o_j = f(net_j)`, where nothing says what `o_i` is.

The units that are summed over are those of the layer below, which is given. So i and j run as far as a size of their
own; letters of different ranges then tell two layers apart (`circles`). A k above them (`w_{kj}`) is one more layer,
for which the definitions hold, too: above the one that they are typed for; or, where the rest of the page speaks of j
at the top, j is that layer and such a line about the one below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import Any, TypeAlias

from ...document.blocks import Block, Heading, Prose
from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import Chain, Formula, Name, Node, Number, Statement
from ...latex.walking import rebuilt
from ...pattern import lazily
from ..located import Located, read_of
from ..prepared.indices.layers_by_letter import Defined, lefts_of, open_letter, without_arguments
from ..ranges.listed_ranges import free_size, told_in
from ..spelled.scripts import entries_above, entries_below, entries_of
from ..spelled.shape import Stem, letter_of, stem_of
from ..told_of_names import are_shared

RESTING_ON_THEMSELVES = lazily(
    r"(?i)(?<!\bno )(?<!\bwithout )\b(?:recurren\w+|equilibri\w+|fixed[- ]points?|steady[- ]states?|attractors?"
    r"|hopfield|boltzmann|relax\w*|settles?|converges? to|lateral(?:ly)?|self[- ]consisten\w+|mean[- ]field|cyclic|"
    r"implicit (?:equations?|layers?|differentiation)|(?:feedback|bidirectional|reciprocal|symmetric) "
    r"(?:connections?|couplings?|loops?|networks?)|mutual(?:ly)? (?:connect|coupl|inhibit|interact)\w*|"
    r"(?:all|every) (?:[\w$]+ ){0,2}(?:units?|neurons?|nodes?) (?:is|are) (?:connected|coupled))\b"
    r"|相互結合|全結合型|平衡|固定点|不動点|定常|再帰|平均場|自己無撞着|フィードバック結合|側方|双方向"
)
"""Anywhere on a page: its units may rest on one another."""
FEEDING = lazily(
    r"(?i)\b(?:units?|neurons?|layers?|net(?:work)?s?|perceptrons?|back-?prop\w*|feed-?forward|delta rule)\b"
    r"|層|ユニット|ニューロン|ネット|パーセプトロン|逆伝[播搬]|素子|デルタ則"
)
"""Words of a page about units that feed others; `r_i = \\sum_j a_{ij} r_j` may be any system of equations."""
SPARE = "hgmnpqrsuv"
"""Letters for a layer that the page gives none."""
NAMED = frozenset(["net", r"\delta"])
"""Names by which a page speaks of units and their errors."""

Key: TypeAlias = tuple[Stem, tuple[Node | Chain, ...]]
"""A name and what stands above it, which may tell it from others: `a^u_i`, `a^q_i`."""
Place: TypeAlias = tuple[Key, int]
Ranges: TypeAlias = list[tuple[Formula, Chain]]
Ends: TypeAlias = tuple[Node, Node]


def layers_of_one_name(
    located: Sequence[Located], blocks: Sequence[Block], ranged: Iterable[Chain]
) -> tuple[Sequence[Located], Ranges, str]:
    """The formulas of a page with the definitions of every layer that it has letters for, the ranges of these letters
    of which nothing else tells one (of those in `ranged` the front matter does), and a note on letters that moved."""
    statements = [s for f in read_of(located) for s in f.statements]
    page = _Page([s.chain for s in statements])
    layer = next(page.layers(), None)
    words = [b.text for b in blocks if isinstance(b, (Prose, Heading))]
    if layer is None or any(map(RESTING_ON_THEMSELVES.search, words)) or are_shared(page.chains, " ".join(words)):
        return located, [], ""
    if not (page.bases & NAMED or any(map(FEEDING.search, words)) or page.above(layer) is not None):
        return located, [], ""
    ranges = [*page.chains, *ranged, *(c for s in statements for c in s.conditions)]
    told = set(told_in(ranges))
    above = page.above(layer)
    if above is None or page.defines(above, layer):
        units = [layer.unit] if above is None else [layer.unit, above]
        found = _Layered(layer, {}, (), *page.alike(units, layer))
        if found.parted == (above is None):
            return located, [], ""  # the page tells its layers apart by itself, or has one set of units
    elif page.is_above_all(above, layer):
        units = [layer.unit, above]
        found = _Layered(layer, {layer.unit: above, layer.summed: layer.unit}, (), *page.alike(units, layer))
    else:
        spare = next((Name(x) for x in SPARE if x not in page.bases), None)
        if spare is None:
            return located, [], ""
        units = [layer.unit, spare]
        moved = tuple(c for c in page.chains if above in page.letters(c))
        down = {above: layer.unit, layer.unit: layer.summed, layer.summed: spare}
        found = _Layered(layer, down, moved, *page.alike(units, layer))
    if found.parted and page.is_one_set(units, layer, ranges):
        return located, [], ""
    return found.page(located), page.ranges(units, layer, told, found.parted), found.note


@dataclass(frozen=True, slots=True)
class _Layered:
    """A page with the definitions of the layer once more with other `letters`, and the chains `moved` to that layer.

    The letters of `whole` run over one set, which is all units of a layer. If `parted`, the page has one letter for the
    numbers of units of two layers.
    """

    layer: _Layer
    letters: Mapping[Name, Name]
    moved: tuple[Chain, ...]
    whole: frozenset[Name]
    parted: bool

    def page(self, located: Sequence[Located]) -> list[Located]:
        """The formulas of the page."""
        return [(display, self._formula(f) if isinstance(f, Formula) else f) for display, f in located]

    @property
    def note(self) -> str:
        """What is said of the letters of the chains that are moved."""
        if not self.moved:
            return ""
        typed, read = (", ".join(f"`{x.base}`" for x in found) for found in (self.letters, self.letters.values()))
        return f"lines with {typed.split(', ')[0]} are about the layer below the last: {typed} are read as {read}"

    def _formula(self, f: Formula) -> Formula:
        found = tuple(rebuilt(x, self._opened) for s in f.statements for x in self._of_layer(s))
        return (
            f
            if all(map(is_, found, f.statements)) and len(found) == len(f.statements)
            else replace(f, statements=found)
        )

    def _of_layer(self, s: Statement) -> Iterator[Statement]:
        other = any(s.chain is c for c in self.moved)
        if not other:
            yield s
        if other or (self.letters and any(s.chain is c for c in self.layer.chains)):
            yield rebuilt(s, self._renamed)

    def _renamed(self, x: Any) -> Node | None:
        if x is self.layer.total:  # how many units another layer has is another matter
            below, body = (self.letters[self.layer.summed],), rebuilt(self.layer.total.body, self._letter)
            opened: Node = replace(self.layer.total, below=below, above=None, body=body)
            return opened
        return self._letter(x)

    def _letter(self, x: Any) -> Name | None:
        return self.letters.get(x) if isinstance(x, Name) else None

    def _opened(self, x: Any) -> t.BigSum | None:
        if not isinstance(x, t.BigSum):
            return None
        same = self.parted and _bound(x) == self.layer.summed and _ends(x) == _ends(self.layer.total)
        over = _set_of(x, self.whole)
        if not same and over is None:
            return None
        letter = self.layer.summed if over is None else over[0]
        return replace(x, below=(letter,), above=None, body=rebuilt(x.body, self._opened))


def _set_of(x: t.BigSum, letters: Collection[Name]) -> tuple[Name, Name] | None:
    r"""The letter and the set of a sum over a set of units, `\sum_{k \in C}`, of one of these letters."""
    one = x.below[0] if len(x.below) == 1 and x.above is None else None
    if not isinstance(one, Chain) or one.relations != (r"\in",):
        return None
    letter, found = one.members
    named = isinstance(letter, Name) and letter in letters and isinstance(found, Name) and not found.scripts
    return (letter, found) if named else None  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Layer:
    """The letter `unit` of a layer and the one `summed` over below it; the sum, the places of the letters in names that
    carry them, and what says what a unit computes."""

    unit: Name
    summed: Name
    total: t.BigSum
    units: frozenset[Place]
    below: frozenset[Place]
    chains: tuple[Chain, ...]


class _Page:
    """The equations of a page, what they define, and what each name rests on."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        self.chains = chains
        self.lefts = list(lefts_of(chains))
        self.bases = {x.base for c in chains for x in t.of_kind(c, Name)}
        self.rest: dict[Key, set[Key]] = {}
        for left, chain in self.lefts:
            used = {_key(x) for m in chain.members[1:] for x in t.of_kind(m, Name)}
            later = {stem for m in chain.members[1:] for stem in _of_another_step(m)}
            self.rest.setdefault(_key(left), set()).update(used - later)

    def layers(self) -> Iterator[_Layer]:
        """The definitions that go back to themselves by a sum over another letter."""
        for defined in self.lefts:
            for total in (x for m in defined[1].members[1:] for x in t.of_kind(m, t.BigSum)):
                letter = _bound(total)
                found = None if letter is None else self._layer(defined, total, letter)
                if found is not None:
                    yield found

    def _layer(self, defined: Defined, total: t.BigSum, letter: Name) -> _Layer | None:
        left, _ = defined
        below = frozenset(_places(total.body, letter))
        steps = set(_of_another_step(total.body))
        for stem, n in (place for place in below if place[0] not in steps):
            letters = {entries_of(x)[n] for x, _ in self.lefts if _key(x) == stem and len(entries_of(x)) > n}
            typed_out = len(letters) > 2  # each layer has a line of its own, `L_i = ..`, `L_j = ..`, `L_k = ..`
            mine = letters & set(entries_of(left)) if letter not in letters and not typed_out else set()
            one = next(iter(mine)) if len(mine) == 1 else None
            around = self._reached(stem)
            if isinstance(one, Name) and _key(left) in around:
                circle = {x for x in around if stem in self._reached(x)}
                others = [c for x, c in self.lefts if one in self.letters(c) and one not in entries_of(x)]
                mine_first = [(x, c) for x, c in self.lefts if not any(c is d for d in others)]
                first = {_key(x): c for x, c in reversed(mine_first) if _key(x) in circle}
                first |= self._names_of_derivatives(circle)
                chains = tuple(c for c in first.values() if one in self.letters(c))
                units = frozenset(p for c in chains for p in _places(c, one))
                return _Layer(one, letter, total, units, below, chains)
        return None

    def _names_of_derivatives(self, circle: set[Key]) -> dict[Key, Chain]:
        r"""What says the names for derivatives by what a unit computes, `\delta_j = \partial E/\partial net_j`."""
        found: dict[Key, Chain] = {}
        for x, c in self.lefts:
            by = t.of_kind(c.members[1], t.Wrt) if len(c.members) == 2 and _is_one(c.members[1]) else ()
            if any(isinstance(y.body, Name) and _key(y.body) in circle for y in by):
                found.setdefault(_key(x), c)
        return found

    def _reached(self, stem: Key) -> set[Key]:
        found: set[Key] = {stem}
        todo = [stem]
        while todo:
            new = self.rest.get(todo.pop(), set()) - found
            found |= new
            todo += new
        return found

    def _named(self) -> Iterator[Chain]:
        """The equations with a name on the left."""
        return (c for c in self.chains if len(c.members) > 1 and isinstance(without_arguments(c.members[0]), Name))

    def letters(self, c: Chain) -> set[Name]:
        """The letters that stand above and below the names of a chain."""
        return {e for x in t.of_kind(c, Name) for e in entries_of(x) if isinstance(e, Name)}

    def above(self, layer: _Layer) -> Name | None:
        """The letter of units that sum over those of the layer."""
        found = {k for c in self.chains for k in self._over(c, layer)}
        others = {k for k in found if replace(k, primes=0) != layer.unit}  # j' is another unit of j's layer
        if len(found) > 1 and all(self.defines(k, layer) for k in others):
            found = others
        return next(iter(found)) if len(found) == 1 else None

    def defines(self, above: Name, layer: _Layer) -> bool:
        r"""Does the page say what the units above compute, under the name of the layer or one of their own?

        The `y_k = \sum_j w_{kj} z_j` beside `a_j = \sum_i w_{ji} z_i` does where no name of the layer has a k.
        """
        own = {_key(x) for x, c in self.lefts if any(c is d for d in layer.chains) and not _is_one(c.members[1])}
        names = (x for c in self.chains for x in t.of_kind(c, Name))
        if not any(above in entries_of(x) and _key(x) in own for x in names):
            return any(above in entries_of(x) and self._adds_up(c, above, layer) for x, c in self.lefts)
        return any(above in entries_of(x) and _key(x) in own for x, _ in self.lefts)

    def _adds_up(self, c: Chain, above: Name, layer: _Layer) -> bool:
        """Does a chain add up units of the layer with weights that lead to those above, and differentiate nothing?"""
        sums = [x for m in c.members[1:] for x in t.of_kind(m, t.BigSum) if _bound(x) == layer.unit]
        led = any(above in self._over(Chain((x.body,), (), span=c.span), layer) for x in sums)
        return led and not any(True for _ in t.of_kind(c, t.Derivative))

    def alike(self, units: Sequence[Name], layer: _Layer) -> tuple[frozenset[Name], bool]:
        """The letters of units that run over one set, and whether some run as far as the letter below."""
        sums = [x for c in self.chains for x in t.of_kind(c, t.BigSum)]
        pairs = {_set_of(x, units) for x in sums} - {None}
        sets = [pair[0] for pair in pairs if pair is not None]
        ends = _ends(layer.total)
        parted = ends is not None and any(_bound(x) in units and _ends(x) == ends for x in sums)
        return frozenset(k for k in sets if sets.count(k) == 1), parted

    def is_one_set(self, units: Sequence[Name], layer: _Layer, ranged: Iterable[Chain]) -> bool:
        r"""May units be those below: all layers as wide, or a `b_i` where the units have a `b_j`?"""
        ends = _ends(layer.total)
        alike = {_bound(x) for c in self.chains for x in t.of_kind(c, t.BigSum) if _ends(x) == ends}
        told = (x for c in ranged if ends is not None and ends[1] in t.walk(c) for x in c.members)
        carried = {stem for c in self.chains for (stem, _), _ in _places(c, layer.summed)}
        below = {stem for (stem, _), _ in layer.below}
        return alike.union(told) >= {*units} or not carried.isdisjoint({stem for (stem, _), _ in layer.units} - below)

    def is_above_all(self, above: Name, layer: _Layer) -> bool:
        """Is it the letter, and not the one of the layer, by which the rest of the page says what is computed?"""
        rest = [c for c in self._named() if not any(c is d for d in layer.chains) and above not in self._over(c, layer)]
        letters = [self.letters(c) & {above, layer.unit} for c in rest]
        return {above} in letters or {layer.unit} not in letters

    def _over(self, c: Chain, layer: _Layer) -> Iterator[Name]:
        for x in t.of_kind(c, Name):
            entries = list(enumerate(entries_of(x)))
            if any(e == layer.unit and (_key(x), n) in layer.below for n, e in entries):
                for n, e in entries:
                    if isinstance(e, Name) and (_key(x), n) in layer.units and e not in (layer.unit, layer.summed):
                        yield e

    def ranges(self, units: Sequence[Name], layer: _Layer, told: set[str], parted: bool) -> Ranges:
        """The ranges of the letters of layers; none at all where a size for one of them has no letter.

        If `parted`, the letter below has a size of its own, whatever the page calls it.
        """
        found: dict[str, Ends] = {}
        taken = set(self.bases)
        ends = _ends(layer.total)
        for letter in (*units, layer.summed):
            mine = letter == layer.summed
            if (letter.base in told or (mine and ends is not None)) and not (mine and parted):
                continue
            size = free_size(letter.base, taken)
            if size is None:
                return []
            taken.add(size)
            found[letter.base] = ends[0] if mine and ends else Number("1"), Name(size)
        low_high = (None if parted else ends) or found.get(layer.summed.base)
        for other in self._in_place_of(layer):
            if low_high is not None and other not in told | found.keys() | {x.base for x in units}:
                found[other] = low_high
        frame = parse("1 = 1")
        return [(frame, Chain((low, Name(x), high), (r"\le", r"\le"))) for x, (low, high) in found.items()]

    def _in_place_of(self, layer: _Layer) -> Iterator[str]:
        """The other letters that stand where the letter that is summed over does."""
        for name in (x for c in self.chains for x in t.of_kind(c, Name)):
            for n, e in enumerate(entries_of(name)):
                if (_key(name), n) in layer.below - layer.units and isinstance(e, Name) and letter_of(e) is not None:
                    yield e.base


def _key(x: Name) -> Key:
    r"""The name, with its primes: the `h'_i` that a layer makes of `h_j` is no `h_i`, nor is `h_{prev,i}`."""
    base, accents, font = stem_of(x)
    return (base + "'" * x.primes, accents, font), (*entries_above(x), *filter(_is_word, entries_below(x)))


def _is_word(x: Node | Chain) -> bool:
    """Is it a word below a name, however it is set?"""
    return isinstance(x, Name) and len(x.base) > 1 and x.base.isalpha()


def _bound(x: t.BigSum) -> Name | None:
    """The one letter of a sum."""
    if (letter := open_letter(x)) is not None:
        return letter
    one = x.below[0] if len(x.below) == 1 and x.operator == r"\sum" else None
    first = one.members[0] if isinstance(one, Chain) else None
    return first if isinstance(first, Name) and letter_of(first) is not None and len(first.base) == 1 else None


def _is_one(x: Node) -> bool:
    """Is it one derivative, or the opposite of one?"""
    term = x.terms[0].body if isinstance(x, t.Terms) and len(x.terms) == 1 else x
    return isinstance(term, t.Derivative)


def _ends(x: t.BigSum) -> Ends | None:
    one = x.below[0]
    return (one.members[1], x.above) if isinstance(one, Chain) and x.above is not None else None


def _of_another_step(x: object) -> Iterator[Key]:
    """The names whose indices are not all letters: `h_{t-1,i}`, `h_i(t-1)`."""
    for name in t.of_kind(x, Name):
        if any(letter_of(e) is None for e in entries_of(name)):
            yield _key(name)
    for product in t.of_kind(x, t.Product):
        bodies = [f.body for f in product.factors]
        for one, behind, f in zip(bodies, bodies[1:], product.factors[1:], strict=False):
            if isinstance(one, Name) and f.joined and any(letter_of(e) is None for e in _items(behind)):
                yield _key(one)


def _items(x: Node) -> tuple[Node | Chain, ...]:
    return x.items if isinstance(x, t.Group) else ()


def _places(x: object, letter: Name) -> Iterator[Place]:
    for name in t.of_kind(x, Name):
        yield from ((_key(name), n) for n, e in enumerate(entries_of(name)) if e == letter)
