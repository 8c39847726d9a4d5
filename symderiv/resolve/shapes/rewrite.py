r"""A document's equations of arrays as equations of entries, tree by tree.

Only documents that declare shapes (`W \in \mathbb{R}^{m \times n}`) are touched, and in them only equations in which an
array stands without its indices. What a definition makes of declared arrays is known too (`z = W x + b`). Whether
vectors without an orientation are columns or rows is what lets the definitions fit: `W x` or `x W`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Node, Statement
from ...notation import EQUALITIES
from ...pattern import lazily
from ..layers.at_one_value import with_readings
from ..stated import Stated
from ..updates import behind_changes
from .algebra import unify
from .array import Array, ShapeDoubt, spelled
from .differentials import change, differential, is_of_changes, names_derivative
from .forms import (
    defines_of_numbers,
    is_about_any,
    is_known_function,
    name_defined,
    of_a_layer,
    says_entries,
    shows_arrays,
    takes_traces,
    turns_brackets,
)
from .inequalities import with_numbers_compared
from .known_arrays import Known
from .parenthesized import with_entries_named
from .placing import in_layout, in_place, no_fit, runs
from .reader import Reader
from .stacked import stacked
from .turned_entries import with_turned_entries

AXES = 2
Pair: TypeAlias = tuple[Node, Node]
"""Two names."""
GOES_ON = lazily(r"\$\s*,\s*\$\s*\Z")
"""Between two conditions in one pair of parentheses."""
READ_ALIKE = frozenset([*EQUALITIES, r"\propto"])
"""Relations of lines whose arrays are read, so that what they are made of is known; the last is not judged."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The statements of a document, rewritten; `misfits`: how many definitions do not fit, how many other equations."""

    statements: list[Statement]
    misfits: tuple[int, int]


@dataclass(slots=True)
class Document(Known):
    """A document with its equations of arrays turned into equations of entries.

    With `names_derivatives` it says of a `dh` that it is the derivative by h, so that no line is one of differentials.
    `relations` are those between sizes in its front matter, `equated` the pairs that are equal (see `_equated`).
    """

    names_derivatives: bool = False
    of_line: int = 0
    equated: dict[int, tuple[Pair, ...]] = field(default_factory=dict)
    relations: tuple[Chain, ...] = ()

    def written(self) -> Rewritten:
        """The statements with the equations of arrays among them rewritten."""
        self.names_derivatives = any(names_derivative(s.statement.chain) for s in self.stated)
        self.equated = _equated(self.stated)
        self.equated[0] = (*self.equated.get(0, ()), *(p for c in self.relations for p in _pairs(c)))
        counts = [0, 0]
        found = []
        for s in self.stated:
            self.of_line = s.formula.source.last_line
            new = behind_changes(s.statement, self.statement)
            counts[name_defined(s.statement.chain) is None] += any(isinstance(m, t.Misfit) for m in new.chain.members)
            new = with_readings(s.statement, new, self.stated, self.statement)
            found.append(with_entries_named(new, self.shapes))
        return Rewritten(found, (counts[0], counts[1]))

    def statement(self, s: Statement) -> Statement:
        """The statement, rewritten if it is an equation of arrays."""
        original = s.chain
        s = with_turned_entries(with_numbers_compared(s, self.reader), self.shapes)
        chain = s.chain
        if not chain.relations or not READ_ALIKE.issuperset(chain.relations) or says_entries(chain):
            return s
        reader = self.reader(chain)
        own = self.equated.get(self.of_line, ())
        reader.equated = tuple((spelled(a), spelled(b)) for a, b in (*self.equated.get(0, ()), *own))
        reader.same = _alike(own)
        if self._is_named_stack(chain, reader):
            space = t.Name("R", (), "mathbb", 0, (), chain.span)
            return replace(s, chain=replace(chain, members=(chain.members[0], space), relations=(r"\in",)))
        found: list[Array | ShapeDoubt] = []
        taken = self.shapes.sizes | {x[0] for x in self.lefts.values() if x is not None}
        changed = None if self.names_derivatives else differential(chain, taken)
        if changed is None and not self.names_derivatives and is_of_changes(chain, taken):
            doubt = ShapeDoubt("several things change in this chain", chain.span, "write one equation for each of them")
            return replace(s, chain=replace(chain, members=tuple(no_fit(doubt, m, reader) for m in chain.members)))
        chain = chain if changed is None else changed.chain
        for n, m in enumerate(chain.members):
            before, reader.lacking = reader.lacking, False
            try:
                if changed is not None and reader.change is None:
                    reader.change = change(changed, self.letters, reader.read)
                led = reader.change is not None and n < len(reader.change.left)
                found.append(reader.change.left[n] if reader.change and led else reader.read(m))
            except ShapeDoubt as doubt:
                doubt.lacking = reader.lacking  # what does not fit by itself does not rest on the other side
                found.append(doubt)
            reader.lacking |= before
        if not reader.met:
            return s
        members, indices = self._members(chain, found, reader)
        doubts = [m for m in members if isinstance(m, t.Misfit)]
        if doubts and self._is_typed_by_entry(original):
            return s
        open_ = reader.unsure or any(not d.known for d in doubts)
        within = any(isinstance(x, ShapeDoubt) for x in found) and turns_brackets(chain, self.shapes.sizes)
        shown = within or shows_arrays(chain) or takes_traces(chain)
        open_ |= bool(doubts) and not shown
        known = is_known_function(chain.members[0]) or defines_of_numbers(chain)
        of_number = doubts or known or not self.is_declared
        if (open_ and not (self.is_declared and not self._is_by_entries(chain))) or (
            of_number and is_about_any(chain, reader)
        ):
            return s
        spans = chain.span
        indices += reader.change.ranges if reader.change is not None else []
        ranges = tuple(Chain((first, i, last), (r"\le", r"\le"), (), spans) for i, first, last in runs(indices))
        return replace(s, chain=replace(chain, members=tuple(members)), conditions=(*s.conditions, *ranges))

    def _is_by_entries(self, chain: Chain) -> bool:
        """Has an equation arrays of layers of no known shape, and the page the entries of each? It is read by them."""
        known = self.shapes.find
        wholes = {key for x in t.of_kind(chain, t.Name) if (key := of_a_layer(x, 0)) and known(key[0], key[1:]) is None}
        names = (x for s in self.stated for x in t.of_kind(s.statement, t.Name)) if wholes else ()
        return bool(wholes) and wholes <= {of_a_layer(x, AXES) for x in names}

    def _is_typed_by_entry(self, chain: Chain) -> bool:
        """Is it a definition entry by entry, which is no equation of arrays whatever lines behind it make of one?"""
        left = self.lefts.get(id(chain))
        return left is not None and self.typed_by_entry().get((left[0], len(left[1]))) is chain

    def _is_named_stack(self, chain: Chain, reader: Reader) -> bool:
        r"""Does it type out a matrix of known shape by rows that are named nowhere else, `X = [x_1, \dots, x_N]^T`?"""
        left = self.lefts.get(id(chain)) or name_defined(chain)
        found = stacked(chain.members[1]) if left is not None and len(chain.members) == 2 else None
        if left is None or found is None or self.shapes.find(*left) is None:
            return False
        base = found.first.base
        others = (x for s in self.stated if s.statement.chain != chain for x in t.walk(s.statement))
        return not any(isinstance(x, t.Name) and x.base == base for x in others)

    def _members(
        self, chain: Chain, found: list[Array | ShapeDoubt], reader: Reader
    ) -> tuple[list[Node], list[tuple[Node, Node]]]:
        """The members as entries at the same indices, and what these run over."""
        first = next((a for a in found if isinstance(a, Array)), None)
        if first is None:
            return [no_fit(a, m, reader) for a, m in zip(found, chain.members, strict=True)], []
        strict = any(d.single for _, d in self.declared)  # a transpose that is missing may be a slip there
        placed = [
            a if isinstance(a, ShapeDoubt) else in_layout(first, a, m, strict)
            for a, m in zip(found, chain.members, strict=True)
        ]
        if reader.askew and first.gradient and first.kind == "m":
            doubt = ShapeDoubt(
                "are the rows of this derivative those of what it is taken by?", chain.span, "write indices"
            )
            placed = [a if a is first else doubt for a in placed]
        sizes = first.sizes
        for a in placed:
            if isinstance(a, Array) and a.kind:
                sizes = unify(sizes, a.sizes) or sizes
        if None in sizes:
            doubt = ShapeDoubt("the size of the two sides is not known", chain.span, "say the shape of the left side")
            return [no_fit(doubt, m, reader) for m in chain.members], []
        known = [s for s in sizes if s is not None]
        indices = [self.letters.fresh(s, chain.span) for s in known]
        members: list[Node] = []
        outside = set(self.letters.used)
        for a, m in zip(placed, chain.members, strict=True):
            self.letters.used = set(outside)
            try:
                members.append(
                    no_fit(a, m, reader)
                    if isinstance(a, ShapeDoubt)
                    else in_place(a.entry(*(indices if a.kind else ())), m)
                )
            except ShapeDoubt as doubt:
                members.append(no_fit(doubt, m, reader))
        return members, list(zip(indices, known, strict=True))


def _equated(stated: Sequence[Stated]) -> dict[int, tuple[Pair, ...]]:
    """The pairs of names that a page says to be the same (they may be sizes), by the last line of the claim
    that has that for a condition; 0 for all that are told of everything, or of what a name is."""
    found: dict[int, tuple[Pair, ...]] = {}
    claims: set[int] = set()
    lefts: set[str] = set()
    behind = False
    for s in stated:
        source, left = s.formula.source, s.statement.chain.members[0]
        base = left.base if isinstance(left, t.Name) else ""
        if not s.inline and (not base or base in lefts):
            claims.add(source.last_line)
        lefts |= {base} if not s.inline else set()
        own = source.last_line if source.last_line in claims else 0
        gone_on = behind and GOES_ON.search(source.before) is not None
        behind = s.inline and own > 0 and (gone_on or source.before.rstrip(" $").endswith("("))
        for c, line in ((s.statement.chain, own if behind else 0), *((c, own) for c in s.statement.conditions)):
            pairs = tuple(_pairs(c))
            found |= {line: (*found.get(line, ()), *pairs)} if pairs else {}
    return found


def _pairs(c: Chain) -> Iterator[Pair]:
    if set(c.relations) == {"="} and all(isinstance(m, t.Name) for m in c.members):
        yield from pairwise(c.members)


def _alike(pairs: Sequence[Pair]) -> dict[str, Node]:
    """For each name that is the same as others, as typed, the one that stands for them all."""
    found: dict[str, Node] = {}
    for one, two in pairs:
        kept, gone = found.get(spelled(one), one), found.get(spelled(two), two)
        found = {x: kept if y == gone else y for x, y in found.items()} | {spelled(one): kept, spelled(two): kept}
    return found
