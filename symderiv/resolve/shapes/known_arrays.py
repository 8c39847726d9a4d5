r"""What is known of the arrays of a document: the shapes that it declares, and those of what is made of them.

Whether vectors without an orientation are columns or rows is what lets the definitions fit: `W x` or `x W`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ..spelled.function_letters import GREEK_FUNCTIONS
from ..spelled.shape import letters_in, shape_of
from ..stated import Stated
from ..told.starting_points import starting_points
from ..told.vectors_multiplied import tells
from . import forms
from .all_entries import all_entries_told
from .along import softmax_along
from .array import Letters, ShapeDoubt, letters_below
from .batches import batch_of, wholes_of, wholes_of_small
from .declared import BOLD, Declared, Shapes, split
from .entries_told import said_of_entries
from .entry_by_entry import defined_by_entry
from .entry_lengths import entries_of_steps, lengths_by_entries, lengths_of_last, name_of_entries
from .equated import equated
from .factors import factors_beside_entries, factors_of_numbers, numbers_added
from .from_zero import counted_from_zero
from .labelling import telling_apart
from .labels_apart import labels_apart
from .layers_of_arrays import of_every_layer
from .lengths_met import lengths_met
from .losses import functions_of_wholes, may_be_told_so, open_losses
from .named import IDENTITIES, NUMBERS, ONES, ZEROS
from .neighbours import Key, key_of, numbered_above, stepped, stepping
from .parenthesized import wholes_of_entries
from .presumed import entries_shown
from .reader import Reader
from .shown import Arguments, declared_as_shown, only_array, shown_arguments, without_arguments
from .sizes import only_sizes, singled_out, sizes_around_told, sizes_beside, sizes_first_told, summed_over, totals
from .slices_said import tell_of_slices
from .small import small_entries, transposed_base
from .small_batches import small_matrices
from .solved import arrays_solved
from .stacked import may_list_rows
from .units import unit_vectors, vectors_of_classes
from .unsaid import first_of_each, lengths_unsaid
from .untold import between_vectors, made_of_untold, untold_matrices
from .used_by_entries import add_used, defined_by_entries, defined_on_diagonals, is_other, shows_rows

ROUNDS = 20
"""Definitions may build on one another so many times."""


@dataclass(slots=True)
class Known:
    """What is known of the arrays of a document: what it declares, and what its definitions make of that.

    With `rows` vectors without an orientation are rows; `unsaid`: some have lengths that nothing says; `words`: what
    stands around the formulas; `perhaps`: those of the `numbers` that may be none; `by_entry`: what `C = (c_{ij})`
    says.
    """

    stated: list[Stated]
    declared: list[tuple[str, Declared]]
    rows: bool
    ranges: tuple[Chain, ...] = ()
    unsaid: bool = False
    words: str = ""
    shapes: Shapes = field(default_factory=Shapes)
    letters: Letters = field(default_factory=Letters)
    numbers: set[tuple[str, tuple[Node, ...]]] = field(default_factory=set)
    perhaps: set[tuple[str, tuple[Node, ...]]] = field(default_factory=set)
    suspicious: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    entries: dict[int, Declared] = field(default_factory=dict)
    shown: Arguments = field(default_factory=dict)
    waiting: frozenset[tuple[str, int]] | None = None
    stepwise: frozenset[tuple[str, int]] = frozenset()
    lengths: Mapping[tuple[str, int], Node] = field(default_factory=dict)
    losses: bool = False
    open: frozenset[str] = frozenset()
    entered: frozenset[str] = frozenset()
    of_wholes: frozenset[str] = frozenset()
    lefts: dict[int, tuple[str, tuple[Node, ...]] | None] = field(default_factory=dict)
    totals: frozenset[str] = frozenset()
    summed: Mapping[tuple[str, int], Node] = field(default_factory=dict)
    singled: Collection[str] = ()
    beside: dict[int, dict[str, Node]] = field(default_factory=dict)
    pooled: set[str] = field(default_factory=set)
    typed: dict[tuple[str, int], Chain] | None = None
    by_entry: list[tuple[str, Declared]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._read_arguments()
        chains = [s.statement.chain for s in self.stated]
        nodes = [x for s in self.stated for x in t.of_kind(s.statement, t.Name)]
        sizes = only_sizes(said := sizes_first_told([s.statement for s in self.stated], self.ranges))
        self._tell_names(chains, said)
        self._tell_letters(chains, nodes, said.keys(), sizes)
        mixed = {x for x, found in said.items() if len(found) > 1}
        self._pools(nodes, sizes, mixed)
        for base, d in vectors_of_classes(chains):
            self.shapes.add(base, d)
        # the slip of a sum from 1 says nothing against the range that the page states of its letter
        stated = {**only_sizes(sizes_first_told((), self.ranges)), **sizes}
        around = sizes_around_told(self.stated) | stated
        self.by_entry = [*said_of_entries(self.stated, around, self.shapes.shown, self.shapes.running)]
        for base, d in self.by_entry:
            self.shapes.add_entries(base, d)
        lefts = [x for x in self.lefts.values() if x is not None]
        entries = {base for base, pieces in lefts if pieces}
        wholes = {x for x in lefts if x[0] not in entries and (self.is_declared or BOLD.search(x[0]))}
        add_used(chains, nodes, stated, self.shapes, self.functions | self.totals, wholes)
        self._settle(chains, nodes, sizes, mixed)
        self.shown = only_array(chains, self.shapes, self.lefts.values()) | self.shown

    def _read_arguments(self) -> None:
        """The declared shapes; arguments that only show what something depends on are left out of the statements."""
        for base, d in counted_from_zero(self.declared, self.stated, self.ranges):
            self.shapes.add(base, d)
        self.shown = shown_arguments((s.statement for s in self.stated), self.shapes)
        for base, d in declared_as_shown((s.statement for s in self.stated), self.shown):
            self.shapes.add(base, d)
        self.stated = [replace(s, statement=without_arguments(s.statement, self.shown)) for s in self.stated]

    def _tell_names(self, chains: list[Chain], said: Mapping[str, Set[Node | None]]) -> None:
        """Which names are functions, numbers and entries, and what definitions are about."""
        self.lefts = {id(c): forms.name_defined(c) for c in chains}
        self.beside = {id(s.statement.chain): sizes_beside(s) for s in self.stated}
        self.functions = forms.functions_shown(chains)
        self.shapes.ends = said
        points = starting_points(chains, said.keys())
        self.totals |= totals(chains) | points
        self.summed = lengths_by_entries(first_of_each(chains), ())
        self.numbers |= {(x, ()) for x in points}
        self.lengths = lengths_of_last([*(s.statement for s in self.stated), *self.ranges])
        self.stepwise = frozenset((base, n - 1) for base, n in entries_of_steps(first_of_each(chains), self.lengths))
        self.losses, self.open, self.singled = may_be_told_so(chains), open_losses(chains), singled_out(chains)
        self.entered, self.of_wholes = frozenset(forms.defined_entries(chains)), functions_of_wholes(chains)

    def _tell_letters(
        self, chains: list[Chain], nodes: list[t.Name], said: Collection[str], sizes: Mapping[str, Node]
    ) -> None:
        """Which letters are sizes, run over them, or tell layers and steps, and what stands before arrays."""
        tell_of_slices(self.shapes, self.stated, self.words)
        self.shapes.rows, self.shapes.shown = self.rows, entries_shown(self.stated, self.ranges)
        self.shapes.stepped, self.shapes.numbered = stepped(nodes), numbered_above(nodes)
        self.shapes.layered = forms.with_entries_of_layers(nodes)
        self.shapes.own = forms.defined_and_differentiated(chains)
        self.shapes.wholes = wholes_of_entries([x for c in chains for x in t.walk(c)])
        plain = forms.plain_names(nodes, forms.mentioned_alone(chains), self.functions)
        self.shapes.plain = small_entries(nodes, forms.defined_names(chains), chains) | plain
        self.letters.taken = {x.base for x in nodes}
        self.letters.along, self.letters.bare_told = softmax_along(chains, self.words), all_entries_told(self.words)
        lengths = (*(s for _, d in self.declared for s in d.sizes), *sizes.values())
        self.letters.below = letters_below(lengths)
        counting = {*said, *summed_over([s.statement for s in self.stated]), *stepping(nodes)}
        self.shapes.labels = labels_apart(chains, nodes, counting, self.shapes.ends)
        self.shapes.running = {
            *counting,
            *({*forms.layers_running(nodes, sizes.values())} - telling_apart(chains)),
            *forms.exchanged(self.declared, nodes, sizes, self.shapes.labels),
        }
        self.shapes.sizes = {x for s in lengths for x in letters_in(s)}
        known = forms.defined_names(c for c in chains if EQUALITIES & {*c.relations})
        known |= {*self.shapes.sizes, *self.shapes.running, *IDENTITIES, *self.functions}
        self.suspicious = frozenset(filter(None, map(transposed_base, nodes)))
        self.shapes.between = between_vectors(statements := [s.statement for s in self.stated], self.shapes)
        self.suspicious |= made_of_untold(chains, self.suspicious | untold_matrices(statements, self.shapes, known))
        self.shapes.units = unit_vectors(chains, self.words, self.singled)

    def _settle(self, chains: list[Chain], nodes: list[t.Name], sizes: dict[str, Node], mixed: set[str]) -> None:
        """The shapes that formulas tell of one another, until no further one is found."""
        self._entries(chains, sizes)
        for _ in range(ROUNDS):
            inferred = False
            for c in chains:
                if self._infer(c):
                    inferred = True
                    self._pools(nodes, sizes, mixed)  # `P_{ij} = f(S_{ij})` has the shape of S
                    self._entries(chains, sizes)
            inferred = inferred or any(self._infer(c, lenient=True) for c in chains)
            inferred = inferred or any(map(self._beside, chains)) or self._thin(nodes)
            if not inferred and not add_used(
                chains, nodes, sizes, self.shapes, self.functions | self.totals, self.numbers
            ):
                break
        for c in (c for c in chains if self.lefts[id(c)] is not None):
            self.numbers |= numbers_added(c, reader := partial(self.reader, c), self._is_open)
            self.numbers |= factors_of_numbers(c, reader, self._is_open)
        self.numbers |= factors_beside_entries(chains, nodes, self.shapes, self.numbers, self._is_open)
        self.perhaps |= {x for x in self.lefts.values() if x is not None and not self._is_known(x)}

    def _entries(self, chains: list[Chain], sizes: dict[str, Node]) -> None:
        """The arrays whose entries definitions give, as far as the ranges of their letters are known."""
        partly = defined_on_diagonals(chains)
        awaited = {x[0] for x in self.lefts.values() if x is not None and not x[1] and not self._is_known(x)}
        for c in chains:
            if id(c) in self.entries or (left := self.lefts[id(c)]) is None or left[0] in partly:
                continue
            if any(x.base in awaited and x.scripts for m in c.members[1:] for x in t.of_kind(m, t.Name)):
                continue  # its shape will tell that of what is made of its entries
            own = {
                x: found.pop() for x, found in lengths_met(self.shapes, t.of_kind(c, t.Name)).items() if len(found) == 1
            }
            beside = self.beside.get(id(c), {})
            entries = defined_by_entries(c, {**sizes, **own, **beside})  # a letter may have another range elsewhere
            if entries is not None and not (
                isinstance(x := c.members[0], t.Name)
                and is_other(x.base, entries, self.shapes, self.functions | self.totals)
            ):
                self.entries[id(c)] = entries
                self.waiting = None

    def lengths_unsaid(
        self, called: Set[tuple[str, int]], squares: Set[str], diagonal: Set[str], page: Sequence[Stated]
    ) -> list[tuple[str, Declared]]:
        """What vectors without a length are, and matrices before them; `called`: names that sentences call vectors;
        `squares`: letters of matrices that they call symmetric, or not, or square; `diagonal`: of those called so;
        `page`: all statements, of which sums over entries show lengths."""
        chains = [c for s in self.stated if not forms.says_entries(c := s.statement.chain)]
        defined = {key_of(*left) for c in chains if (left := self.lefts[id(c)]) is not None}
        numbers = {key_of(*x) for x in self.numbers}
        taken = self.letters.taken | self.shapes.sizes
        entries = lengths_of_last([*(s.statement for s in page), *self.ranges])
        spread = next(iter(self.spread().values()), None)
        found = lengths_unsaid(chains, self.shapes, defined, numbers, taken, called, squares, diagonal, entries, spread)
        letters = self.shapes.sizes | self.shapes.running
        return [*found, *equated(first_of_each(chains), self.shapes, {*letters, *(base for base, _ in found)})]

    def solved(self) -> list[tuple[str, Declared]]:
        """What the equations of the page together tell of names of which nothing is declared."""
        chains = [
            c for s in self.stated if not (forms.says_entries(c := s.statement.chain) or may_list_rows(c.members[-1]))
        ]
        taken, shapes = self.letters.taken | self.shapes.sizes, self._only_said()
        return arrays_solved(chains, shapes, {*self.functions, *GREEK_FUNCTIONS}, taken)

    def _only_said(self, more: Sequence[tuple[str, Declared]] = ()) -> Shapes:
        """The shapes that are declared, those of names told by their entry, and `more`; not what is made of them."""
        known: dict[str, list[Declared]] = {}
        names = (shape_of(x) for s in self.stated for x in t.of_kind(s.statement.chain, t.Name))
        parts = ((x.base, p) for x in names if x is not None for item in x.lowers for p in item)
        sliced = {BOLD.sub(r"\1", base) for base, p in parts if isinstance(p, t.Symbol)}
        told = [] if any(BOLD.sub(r"\1", b) in sliced for b, _ in self.by_entry) else self.by_entry
        for base, d in (*counted_from_zero(self.declared, self.stated, self.ranges), *more, *told):
            known.setdefault(base, []).append(d)
        return replace(self.shapes, known=known)

    def spread(self) -> dict[Key, int]:
        """The vectors that are added to matrices of examples, with the axis along which they lie."""
        declared = {(base, d.pieces) for base, d in self.declared if d.kind == "m"}
        chains = [s.statement.chain for s in self.stated]
        said = chains, self.words, self.declared, self.shapes.lying
        batch = batch_of(chains, self.words, declared | small_matrices(*said))
        return {} if batch is None or batch.spread is None else dict.fromkeys(batch.biases, batch.spread)

    def of_batch(self) -> list[tuple[str, Declared]]:
        """What the arrays of a page are that computes a batch of examples at once."""
        chains = [s.statement.chain for s in self.stated if not forms.says_entries(s.statement.chain)]
        batch = batch_of(chains, self.words, small_matrices(chains, self.words, self.declared, self.shapes.lying))
        if batch is None:
            return []
        small = [*wholes_of_small(self.shapes, chains)]
        said = self._only_said([*wholes_of(self.shapes, chains), *small])
        taken, applied = self.letters.taken | self.shapes.sizes, {*self.functions, *GREEK_FUNCTIONS}
        found = arrays_solved(chains, said, applied, taken, batch)
        return [*small, *found] if found and not any(self._is_other(base, d) for base, d in found) else []

    def _is_other(self, base: str, d: Declared) -> bool:
        """Do definitions make an array of another kind of what is declared?"""
        known = self.shapes.find(base, d.pieces)
        return known is not None and known.kind not in ("", d.kind) and not known.weak

    def _pools(self, nodes: list[t.Name], sizes: dict[str, Node], mixed: Collection[str] = ()) -> None:
        """The letters that the document has for each size, from where they stand on declared arrays; not the `mixed`,
        which have several."""
        met = lengths_met(self.shapes, nodes, sizes)
        for name, found_sizes in met.items():
            if len(found_sizes) > 1 and name in self.pooled:  # it runs to another end in a definition read since
                self.letters.pools[sizes.pop(name)].remove(name)
                self.pooled.remove(name)
            free = name not in self.shapes.sizes  # the T of `\delta_{f,T}` is a step, whatever stands in that place
            if len(found_sizes) == 1 and name.isalpha() and free and name not in mixed and name not in self.singled:
                (size,) = found_sizes
                self.pooled |= {name} - {*sizes, *letters_in(size)}
                sizes.setdefault(name, size)
                pool = self.letters.pools.setdefault(size, [])
                pool += [] if name in pool or name in letters_in(size) else [name]  # of `a_m`, the last

    @property
    def is_declared(self) -> bool:
        """Does the document declare the shape of an array? How many ones there are says nothing of the others."""
        return any(d.kind for base, d in self.declared if base not in ONES)

    def reader(self, chain: Chain) -> Reader:
        """A reader for one equation."""
        self.letters.used = {x.base for x in t.of_kind(chain, t.Name)}
        self.letters.left = {x.base for x in t.of_kind(chain.members[0], t.Name)}
        found = Reader(self.shapes, self.letters, self.numbers, self.suspicious, self.shown)
        found.losses, found.open, found.entered = self.losses, self.open, self.entered
        found.perhaps, found.of_wholes, found.side_by_side = self.perhaps, self.of_wholes, tells(self.words)
        found.unsure = self.unsaid  # that two such lengths differ is not known, so that no line is wrong for it
        return found

    def _is_known(self, left: tuple[str, tuple[Node, ...]]) -> bool:
        """Is the shape of a name known for certain?"""
        found = self.shapes.find(*left)
        return left in self.numbers or (found is not None and not found.weak)

    def _infer(self, chain: Chain, lenient: bool = False) -> bool:
        """Is something new known of the left side of a definition?"""
        if new := self._inferred(chain, lenient):
            self.waiting = None
        return new

    def _inferred(self, chain: Chain, lenient: bool) -> bool:
        left = self.lefts[id(chain)]
        if left is None or self._is_known(left):
            return False
        whole, bare = self.entries.get(id(chain)), self.shapes.find(*left)
        weak = self.shapes.find(left[0], whole.pieces) if whole is not None else None
        if whole is not None and self._is_known((left[0], whole.pieces)):
            return False
        reader = self.reader(chain)
        if self.waiting is None:
            self.waiting = self._pending()
        reader.pending = self.waiting | self.stepwise  # `B x_t` comes to a vector, whatever x is taken for
        reader.lenient = lenient
        for member in (m for m in chain.members[1:] if not isinstance(m, t.Listing)):
            try:
                a = reader.read(member)
            except ShapeDoubt:
                continue
            if not a.kind:
                if lenient:
                    return False
                if whole is not None and weak is None:
                    self.shapes.add(left[0], whole)
                else:
                    self.numbers.add(left)
                    if forms.may_be_array(chain, member, reader.labelled or reader.lacking or reader.unsure):
                        self.perhaps.add(left)  # of what it is by nothing is known
                    if bare is not None:
                        self.shapes.drop(*left)
                return True
            if left[1] and (first := self.typed_by_entry().get((left[0], len(left[1])))) is not None:
                return first is chain and self._is_entry(left, whole if weak is None else None)
            replaced = bare is not None and (bare.presumed or shows_rows(bare, a))
            if bare is not None and not (whole is None and replaced):
                return False
            shown = self.lengths.get((left[0], len(left[1]))) if a.kind == "c" and left[1] else None
            if shown not in (None, *a.sizes) and (reader.unsure or reader.labelled or reader.lacking):
                continue  # the C of `o_t = C s_t`, of which nothing is known, is no number
            if None not in a.sizes:
                sizes = tuple(s for s in a.sizes if s is not None)
                if bare is not None:
                    self.shapes.drop(*left)
                if weak is not None:  # `a_t` is a vector itself, and no entry of one
                    self.shapes.drop(left[0], weak.pieces)
                presumed = reader.presumed or reader.labelled  # what is taken for a number may be an array
                d = Declared(left[1], a.kind, sizes, presumed=presumed, perhaps_rows=may_list_rows(member))
                self.shapes.add(left[0], of_every_layer(left[0], d, self.shapes))
                return True
        return False

    def typed_by_entry(self) -> dict[tuple[str, int], Chain]:
        """The names that the page defines entry by entry, with their definitions."""
        if self.typed is None:
            chains = [s.statement.chain for s in self.stated]
            numbers = {*self.shapes.sizes, *self.functions, *GREEK_FUNCTIONS, *NUMBERS, *self.totals}
            self.typed = defined_by_entry(chains, self.declared, self.shapes.ends.keys(), numbers)
        return self.typed

    def _is_entry(self, left: tuple[str, tuple[Node, ...]], whole: Declared | None) -> bool:
        """A name is an entry, whatever is made of what defines it; of an array, where that is known."""
        if whole is not None:
            self.shapes.add(left[0], whole)
        else:
            self.numbers.add(left)
        return True

    def _beside(self, chain: Chain) -> bool:
        r"""Is a bold name without a shape added to an array (`\mathbf{y} - \mathbf{t}`)? It has the shape of that.

        So has a plain one with as many entries, the y of `a^L - y` beside `\sum_{k=1}^{n_L} (a^L_k - y_k)^2`, `y_t`.
        """
        found = False
        for x in (x for x in t.of_kind(chain, t.Terms)):
            bold = [b for term in x.terms if (b := self._bold(term.body)) is not None]
            plain = [y for term in x.terms if (y := self._plain(term.body)) is not None]
            for term in x.terms if bold or plain else ():
                try:
                    a = self.reader(chain).read(term.body)
                except ShapeDoubt:
                    continue
                if a.kind and None not in a.sizes:
                    sizes = tuple(s for s in a.sizes if s is not None)
                    for base, pieces in bold:
                        self.shapes.add(base, Declared(pieces, a.kind, sizes))
                    lying = a.kind == ("r" if self.shapes.rows else "c")
                    long = [y for y in plain if lying and sizes == (self.summed[y[0], len(y[1])],)]
                    for base, pieces in long:
                        self.shapes.add(base, Declared(pieces, "c", sizes, True, None, True))
                    found |= bool(bold or long)
                    break
        return found

    def _plain(self, x: Node) -> tuple[str, tuple[Node, ...]] | None:
        """A name without a shape that has entries in sums."""
        found = name_of_entries(x, self.summed, self.shapes.running | self.shapes.sizes, self.stated)
        taken = found is None or found[0] in self.functions | self.totals | self.shapes.sizes or found in self.numbers
        return None if found is None or taken or self.shapes.find(*found) is not None else found

    def _thin(self, nodes: Iterable[t.Name]) -> bool:
        r"""Has a bold name without a shape entries in plain letters, the `t_k` of `\boldsymbol{t}`? So many it has."""
        found = False
        for base, pieces in filter(None, map(self._bold, nodes)):
            thin = BOLD.sub(r"\1", base)
            plain = self.shapes.find(thin, ()) if not pieces else None
            alike = plain is not None and plain.kind == ("m" if thin[:1].isupper() else "c")
            if plain is not None and alike and self.shapes.find(base, ()) is None:
                self.shapes.add(base, replace(plain, pieces=(), weak=False))
                found = True
        return found

    def _is_open(self, x: t.Name) -> bool:
        """Is nothing known of a plain name?"""
        shape = shape_of(x)
        if shape is None or shape.pieces or shape.primes or BOLD.search(shape.base):
            return False
        told = self.functions | self.shapes.sizes | self.shapes.running
        return not (shape.base in told or (shape.base, ()) in self.numbers or self.shapes.find(shape.base, ()))

    def _bold(self, x: Node) -> tuple[str, tuple[Node, ...]] | None:
        """A bold name without a shape."""
        shape = shape_of(x) if isinstance(x, t.Name) else None
        if shape is None or BOLD.search(shape.base) is None:
            return None
        base, pieces, marked = split(shape)
        known = self.shapes.find(base, pieces) is not None or (base, pieces) in self.numbers
        special = base in ONES or base in ZEROS or base in IDENTITIES
        return None if marked or known or special or (base, len(pieces)) in self._pending() else (base, pieces)

    def _pending(self) -> frozenset[tuple[str, int]]:
        """Left sides of which nothing is known yet, by letter and number of scripts."""
        found: set[tuple[str, int]] = set()
        for s in self.stated:
            left, whole = self.lefts[id(s.statement.chain)], self.entries.get(id(s.statement.chain))
            if left is None or left in self.numbers or self.shapes.find(*left) is not None:
                continue
            weak = self.shapes.find(left[0], whole.pieces) if whole is not None else None
            if weak is not None and not weak.weak:  # `z_t`, of which only the uses tell, may be a vector itself
                continue
            found |= {(left[0], len(left[1])), (left[0], len(whole.pieces) if whole is not None else len(left[1]))}
        return frozenset(found)
