r"""A document's equations of arrays as equations of entries: what is said of shapes, then the equations, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeAlias

from ...latex import tree as t
from ...latex.tree import Chain, Formula, Statement
from ...latex.walking import rebuilt
from ...notation import SETTLED
from ..chosen import Layouts
from ..located import Located, is_given, read_of, with_statements
from ..spelled.shape import letters_in
from ..stated import Stated
from .algebra import ELEMENTWISE
from .alike import OneLength, one_length
from .bilinear import told_by_forms, told_by_numbers_before
from .components import declared_by_components, dotted
from .declared import Declared, Shapes, Way, declarations
from .design import designed, examples, mentions, numbered_names, stacks, vectors_beside
from .diagonals import called_diagonal, diagonals_defined, diagonals_sized, letters_told, with_diagonals
from .entries_of_given import with_entries_of_given
from .errors_as_rows import with_errors_as_rows
from .explained import explained
from .grids import has_grids
from .hinted import hints_at_arrays
from .labelled_capitals import labelled_capitals
from .layers_of_arrays import layers_of_arrays
from .layers_of_entries import layers_of_entries
from .layers_with_ranges import errors_called_rows, layers_with_ranges, rows_of_layers_by_entries
from .letters_of_rows import with_letters_of_rows
from .listed_before_spaces import listed_before_spaces
from .neighbours import rows_before_capitals
from .other_lengths import without_other_lengths
from .rewrite import Document, Rewritten
from .rows_of_entries import rows_of_entries
from .rows_of_layers import rows_of_layers
from .rows_told import as_told, listed_rows, lying, rows_of_entries_told, ways_told
from .shifts_as_numbers import Shifts, with_shifts_as_numbers
from .sizes import only_sizes, sizes_of_letters
from .slices_named import slices_apart
from .spaces_behind import spaces_apart
from .stacked_in_words import as_told as as_told_in_words
from .typed_out import as_typed_out, declared_where_typed_out, turned_where_typed_out
from .unsaid import Said, with_turned
from .wholes_beside_entries import wholes_beside_entries
from .words import called_squares, called_symmetric, called_vectors, said_in_words

DOTS = frozenset([r"\cdot", r"\times", r"\otimes"])
"""Signs that some authors put between vectors for the product by entries, without a word."""


Lengths: TypeAlias = Mapping[tuple[str, int], tuple[str | None, ...]]
"""The sizes up to which the places of a name run, by its letter and number of places."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the formulas of a document.

    `ranges` are those of its front matter, `words` all that it says in words. With `alike` all arrays are as long, and
    it is told how long. `lengths` are those of a network that is given, `arrays` says whether its page has any,
    `of_network` are the names of its numbers, `objectives` those that the front matter calls the objective, `lying`
    those that words call rows, `relations` what the front matter says of sizes; `layouts` those of derivatives that are
    chosen where words leave them open.
    """

    ranges: tuple[Chain, ...] = ()
    words: str = ""
    alike: Callable[[OneLength], None] | None = None
    lengths: Lengths = field(default_factory=dict)
    arrays: bool = True
    of_network: frozenset[str] = frozenset()
    objectives: frozenset[str] = frozenset()
    lying: Mapping[tuple[str, tuple[t.Node, ...]], Way] = field(default_factory=dict)
    relations: tuple[Chain, ...] = ()
    layouts: Layouts = field(default_factory=Layouts)

    def document(
        self, stated: list[Stated], declared: list[Said], *, rows: bool = False, unsaid: bool = False
    ) -> Document:
        """Some statements with the shapes of their names; with `rows` vectors are rows, `unsaid`: nothing says how long
        some are."""
        numbers: set[tuple[str, tuple[t.Node, ...]]] = {(base, ()) for base in self.of_network | self.objectives}
        shapes = Shapes(lying=self.lying)
        known = self.objectives
        made = Document(stated, declared, rows, self.ranges, unsaid, self.words, shapes, numbers=numbers, totals=known)
        made.relations = self.relations
        return made


def in_indices(located: Sequence[Located], around: Around) -> list[Located]:
    """The formulas of a document with their equations of arrays turned into equations of entries.

    Where definitions only fit with `\\cdot` (or `\\otimes`) as a product by entries, and other lines fit no worse then,
    it is one.
    """
    located = with_entries_of_given(located, around.lengths) if around.lengths else located
    written, found = _written(located, around)
    if written is None or not written.misfits[0] or (other := _by_entries(located)) is None:
        return _put_back(written, found)
    again, read = _written(other, around)
    worse = again is None or again.misfits[0] or again.misfits[1] > written.misfits[1]
    return _put_back(written, found) if worse else _put_back(again, read)


def stated_in(located: Iterable[Located]) -> list[Stated]:
    """The statements of the formulas that could be read."""
    pairs = ((d, f) for d, f in located if isinstance(f, Formula))
    return [Stated(f, s, inline=d.inline) for d, f in pairs for s in f.statements]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a document says of its arrays: its statements, the shapes of names, and those that nothing says, `unsaid`,
    with lengths of which some are `invented`, whether some stack examples; no `columns` where it has none; `called` are
    vectors by words."""

    located: Sequence[Located]
    stated: list[Stated]
    declared: list[Said]
    unsaid: list[Said]
    invented: bool
    stacked: bool
    columns: Document | None
    called: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Named:
    """What a document says of shapes before any is looked for: its statements without slices, what it declares, what
    entries show of their arrays; `layered`: that of layers was told by their entries, `is_said`: a shape is known."""

    located: Sequence[Located]
    stated: list[Stated]
    declared: list[Said]
    shown: list[Said]
    layered: bool
    is_said: bool


def _named(located: Sequence[Located], around: Around, before: Sequence[Said]) -> _Named:
    """The shapes that formulas and words declare, and those that entries show; `before` are known before."""
    ranges = around.ranges
    located, behind = spaces_apart(located)
    located, listed = listed_rows(located)
    backwards = turned_where_typed_out(located)
    located = declared_by_components(declared_where_typed_out(located))
    located = with_letters_of_rows(located, backwards, ranges)
    stated = stated_in(located)
    chains = [s.statement.chain for s in stated]
    declared = list(declarations(c for s in stated for c in (s.statement.chain, *s.statement.conditions)))
    declared = [(base, replace(d, turned=d.turned or backwards.get((base, d.pieces), False))) for base, d in declared]
    declared += [*behind, *listed, *before]
    declared += said_in_words(located)
    declared += [*listed_before_spaces(located, {(base, d.pieces) for base, d in declared})]
    declared += told_by_forms(chains, declared)
    declared += told_by_numbers_before(chains, declared)
    declared += dotted(chains, declared, called_vectors(located))
    declared = list(as_told(located, list(with_turned(declared, chains, backwards))))
    declared += rows_of_layers(located, stated, declared)
    ends = sizes_of_letters([*(s.statement for s in stated), *ranges])
    declared += rows_of_entries_told(located, ends)
    located, declared = slices_apart(located, declared, {**only_sizes(sizes_of_letters(ranges)), **only_sizes(ends)})
    stated = stated_in(located)
    told = [(base, d) for base, d in declared if (base, d.pieces) in backwards]
    declared += [(base, as_typed_out(base, d, told)) for base, d in explained(s.statement.chain for s in stated)]
    declared = without_other_lengths(declared)
    known = {(base, d.pieces) for base, d in declared}
    layered: list[Said] = []
    called = {base for (base, _), way in around.lying.items() if way is Way.ROW}
    if not any(d.kind for _, d in declared):
        layered = [*layers_of_entries(stated, ranges)] or [*layers_with_ranges(stated, ranges)]
        layered = layered or [*layers_of_arrays(located, stated)]
        rows = dict(errors_called_rows(stated, ranges, called)) if layered and called else {}
        declared += [*(said for said in layered if said[0] not in rows), *rows.items()]
    else:
        declared += rows_of_layers_by_entries(declared, stated, ranges, called)
    shown = [*rows_of_entries(stated, ranges, around.words), *labelled_capitals(stated, ranges)]
    shown += wholes_beside_entries(stated, ranges)
    is_said = any(d.kind for _, d in declared)
    declared = [(base, _of_entries(base, d, shown)) for base, d in declared]
    told = [(base, d) for base, d in declared if (base, d.pieces) in backwards]
    declared += [(base, as_typed_out(base, d, told)) for base, d in shown if (base, d.pieces) not in known]
    return _Named(located, stated, declared, shown, bool(layered), is_said)


def _said(located: Sequence[Located], around: Around, before: Sequence[Said] = (), turned: bool = False) -> _Said:
    """What a document says of its arrays; `before` are shapes that are known before.

    If `turned`, examples stand in columns where the page does not say how they stand (`design`).
    """
    found = _named(located, around, before)
    located, stated, declared, ranges = found.located, found.stated, found.declared, around.ranges
    rows = bool(around.lying) and rows_before_capitals([s.statement.chain for s in stated], Shapes(lying=around.lying))
    if not rows and not hints_at_arrays(stated, declared):
        return _Said(located, stated, declared, [], False, False, None)
    diagonal = called_diagonal(located)
    chains = [s.statement.chain for s in stated]
    bases = {base for base, _ in declared}
    declared += [(base, d) for base, d in diagonals_sized(located, diagonal) if base not in bases]
    bases = {base for base, _ in declared}
    declared += [(base, d) for base, d in diagonals_defined(diagonal, stated, ranges) if base not in bases]
    declared = list(with_diagonals(declared, diagonal, chains))
    numbered = numbered_names(stated, ranges)
    stacked = stacks(stated, numbered, declared) if numbered else {}
    declared += examples(stacked, declared)
    others = [s for s in stated if not mentions(s, stacked)]
    columns = around.document(others, declared)
    whole = around.document(stated, declared) if stacked else columns
    batch, spread = whole.of_batch(), whole.spread()
    if batch or any((base, d.pieces) in spread for base, d in declared):
        declared = [(base, replace(d, spread=spread.get((base, d.pieces)))) for base, d in declared] + batch
        columns = around.document(others, declared, unsaid=bool(batch))
    squares = called_squares(located) | called_symmetric(located) | letters_told(diagonal)
    called = called_vectors(located) | {(base, len(p)) for (base, p), way in around.lying.items() if way is Way.ROW}
    vectors = columns.lengths_unsaid(called, squares, letters_told(diagonal), stated)
    unsaid = list(with_diagonals(vectors, diagonal, chains))
    unsaid = [(base, replace(d, spread=spread.get((base, d.pieces), d.spread))) for base, d in unsaid]
    declared += unsaid
    unsaid += batch
    stacked = as_told_in_words(stacked, located, stated) if stacked else stacked
    made = list(designed(stacked, declared, turned))
    matrices = {base: n for base, n in stacked.items() if n.length is not None and base in dict(made)}
    made += vectors_beside(matrices, numbered, stated, declared) if matrices else []
    declared = [*made, *(x for x in declared if (x[0], x[1].pieces) not in {(base, d.pieces) for base, d in made})]
    sizes = {x for _, d in (*before, *unsaid) for s in d.sizes for x in letters_in(s)}
    # where all lengths are told after all, a line may be wrong about them
    invented = not sizes <= columns.shapes.sizes or (bool(unsaid or found.shown) and not found.is_said)
    if unsaid or stacked:
        columns = around.document(stated, declared, unsaid=invented)
    solved = columns.solved()
    if any(columns.shapes.find(base, d.pieces) is None for base, d in solved):
        declared = [*declared, *solved]
        invented |= not {x for _, d in solved for s in d.sizes for x in letters_in(s)} <= columns.shapes.sizes
        columns = around.document(stated, declared, unsaid=invented)
        unsaid += [] if found.layered else solved
    return _Said(located, stated, declared, [*before, *unsaid], invented, bool(made), columns, called)


def _of_entries(base: str, d: Declared, shown: Sequence[Said]) -> Declared:
    r"""A declared matrix, `P \in \mathbb{R}^{N \times K}`, as that of the entries `p_{nk}` where these are as many; as
    its transpose, `P \in \mathbb{R}^{K \times N}`, where they are the other way round."""
    if d.kind != "m" or d.entry is not None:
        return d
    for other, x in shown:
        if other == base and x.pieces == d.pieces and x.entry is not None and set(x.sizes) == set(d.sizes):
            return replace(d, entry=x.entry, turned=x.sizes != d.sizes)
    return d


def _written(located: Sequence[Located], around: Around) -> tuple[Rewritten | None, Sequence[Located]]:
    """The statements rewritten, if there are arrays, and the formulas that they are those of."""
    if not around.arrays and not _hints_beside_given(located):
        return None, located
    around = replace(around, lying=lying(located))
    before = _unsaid_of_given(located, around)
    said = _said(located, around, before)
    written = _of_said(said, around)
    if written is not None and said.stacked and written.misfits != (0, 0):
        other = _said(located, around, before, turned=True)
        columns = _of_said(other, around)
        if columns is not None and columns.misfits < written.misfits:
            return columns, other.located
    return written, said.located


def _of_said(said: _Said, around: Around) -> Rewritten | None:
    """The statements rewritten with the shapes that are known, vectors as columns or as rows."""
    if said.columns is None or not (any(said.columns.shapes.arrays()) or has_grids(said.stated)):
        return None
    stated, declared, columns = said.stated, said.declared, said.columns
    if around.alike is not None and (one := one_length(columns.shapes)) is not None:
        around.alike(one)
        stated = [replace(s, statement=one.of_statement(s.statement)) for s in stated]
        declared = [(base, one.of(d)) for base, d in declared]
        around = replace(around, ranges=tuple(map(one.put, around.ranges)))
        columns = around.document(stated, declared, unsaid=said.invented)
    written = usual = columns.written()
    if written.misfits != (0, 0):
        rows = around.document(stated, declared, rows=True, unsaid=said.invented).written()
        fewer = rows.misfits < written.misfits
        by_claims = fewer and rows.misfits[0] == written.misfits[0]
        written = rows if fewer and not (by_claims and _stands(said)) else written
    if written is usual and written.misfits != (0, 0):

        def of(every: list[Said]) -> Document:
            return around.document(stated, every, unsaid=said.invented)

        def make(more: list[Said]) -> Document:
            return of([*declared, *more])

        written = with_errors_as_rows(columns, written, columns.stated, make)
        known = Shifts(declared, said.unsaid, said.called, any(is_given(display) for display, _ in said.located))
        written = with_shifts_as_numbers(written, columns.stated, known, of)
    return written


def _stands(said: _Said) -> bool:
    """Do words call vectors columns, or name the layout of derivatives? Then no claim makes rows of all of them."""
    named = (x for s in said.stated for x in t.of_kind(s.statement, t.Derivative))
    return any(SETTLED in x.layout for x in named) or Way.COLUMN in ways_told(said.located).values()


def _hints_beside_given(located: Sequence[Located]) -> bool:
    """May a line beside the page of a given network without arrays be one of arrays?"""
    given = stated_in(pair for pair in located if is_given(pair[0]))
    own = stated_in(pair for pair in located if not is_given(pair[0]))
    return hints_at_arrays(own, declarations(s.statement.chain for s in own), given)


def have_arrays(located: Sequence[Located]) -> bool:
    """May a page have arrays, as far as its formulas show as they are typed?"""
    stated = stated_in(located)
    return hints_at_arrays(stated, declarations(s.statement.chain for s in stated))


def _unsaid_of_given(located: Sequence[Located], around: Around) -> list[Said]:
    """The shapes that nothing says on the page of a given network, with the lengths that the network gave them."""
    given = [pair for pair in located if is_given(pair[0])]
    said = _said(given, around).unsaid if given else []
    return [(base, _as_long(d, around.lengths.get((base, len(d.pieces) + len(d.sizes)), ()))) for base, d in said]


def _as_long(d: Declared, ends: Sequence[str | None]) -> Declared:
    own = [t.Name(end) for end in ends[len(d.pieces) :] if end is not None]
    return replace(d, sizes=tuple(own)) if len(own) == len(d.sizes) else d


def _by_entries(located: Sequence[Located]) -> list[Located] | None:
    r"""The formulas with such signs as products by entries between vectors; None if there are none of them."""
    chains = (s.chain for f in read_of(located) for s in f.statements if _may_multiply(s.chain))
    told = {x.operator for c in chains for x in t.of_kind(c, t.Factor)}
    if not told & DOTS or told & ELEMENTWISE:
        return None

    def change(x: object) -> t.Factor | None:
        if not isinstance(x, t.Factor) or x.operator not in DOTS:
            return None
        return replace(x, operator=r"\ast", body=rebuilt(x.body, change))

    def changed(s: Statement) -> Statement:
        chain = rebuilt(s.chain, change) if _may_multiply(s.chain) else s.chain
        return s if chain is s.chain else replace(s, chain=chain)

    return with_statements(located, changed)


def _may_multiply(chain: t.Chain) -> bool:
    r"""Is it no size, as in `W \in \mathbb{R}^{m \times n}` and `$W$ has size $m \times n$`?"""
    return bool(chain.relations) and r"\in" not in chain.relations


def _put_back(written: Rewritten | None, located: Sequence[Located]) -> list[Located]:
    """The formulas with their rewritten statements."""
    if written is None:
        return list(located)
    rest = iter(written.statements)
    return [(display, _with(f, rest) if isinstance(f, Formula) else f) for display, f in located]


def _with(f: Formula, rest: Iterator[Statement]) -> Formula:
    """The formula with as many of the statements as it has."""
    new = tuple(islice(rest, len(f.statements)))
    return replace(f, statements=new) if any(a is not b for a, b in zip(new, f.statements, strict=True)) else f
