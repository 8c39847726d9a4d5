r"""A document's definitions, ranges and functions as a `Draft`, once it is decided what its letters mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from ..affine import IntFn, Sym, affine
from ..document.blocks import Block
from ..domain.constraint import Constraint
from ..draft import Draft, RawDefinition
from ..errors import Place, ReadError
from ..expr import Apply, Partial, Var, Variable, of_kind, own_forms, walk
from ..functions import WELL_KNOWN
from ..latex.tree import Chain, Formula, Name, Node
from ..system import Assumption, Display, Function, Span
from .comparisons.assumed_comparisons import assumed_comparisons, assumed_positive, is_equation
from .comparisons.bounded import bounded_data
from .comparisons.compared import Compared
from .comparisons.valued import positive_data, ranges_looked_up, value_sets
from .definitions.taken_for_free import taken_for_free
from .entry import entry_of
from .facts import Facts
from .formulas import Resolver
from .front import Front
from .integers.conditions import equates_labelled_sizes
from .integers.index import span_domain
from .letters import fixed_letters
from .located import Located
from .meaning import Meaning, function_name
from .ranges.beyond import names_listed, signals_end
from .sizes.parts_listed import parts_listed
from .sizes.sizes_equated import compares_sizes, equates_sizes
from .sizes.values_of_sizes import values_of_sizes
from .spelled.shape import shape_of
from .stated import Stated, whole_and_entry
from .statements import Equation, Style, differentiated, differentiated_by, nudged, resolve_equation


@dataclass(slots=True)
class Resolved:
    """All equations resolved under one decision about what the letters mean."""

    meaning: Meaning
    functions: dict[str, Function]
    ranges: tuple[Span, ...]
    fixed: tuple[Span, ...]
    equations: list[Equation]
    definitions: list[RawDefinition]
    premises: tuple[Assumption, ...]
    told_apart: bool
    alike: Mapping[str, str]
    put_in: frozenset[Variable]


@dataclass(slots=True)
class Drafting:
    """Makes the draft of a document; what cannot be read of its front matter is one of the `problems`.

    `home`: in which of the `located` formulas each statement stands; `sizes`: letters declared as sizes;
    `outside_zero`: the page says that what lies beyond a range is 0; `perhaps` it does, of anything.
    """

    front: Front
    located: Sequence[Located]
    home: Sequence[int]
    sizes: frozenset[str]
    outside_zero: bool
    problems: list[ReadError]
    perhaps: bool = False
    blocks: Sequence[Block] = ()
    named: list[tuple[Var, Place]] = field(default_factory=list)

    def draft(self, facts: Facts, found: Resolved) -> Draft:
        """The draft; `facts` hold the statements in order, those that are assumed last."""
        meaning, definitions = found.meaning, found.definitions
        objective = None if self.front.objective is None else self._entries([self.front.objective], meaning)
        fixed = (*self.sizes, *(x for x in fixed_letters(facts) if x in meaning.names.sizes))
        terms = dict.fromkeys(atom.name for d in definitions for atom in _terms(d))
        return Draft(
            definitions=tuple(definitions),
            ranges=found.ranges,
            objective=objective[0] if objective else None,
            wrt=self._entries(self.front.wrt, meaning),
            data=self._entries(self.front.data, meaning),
            sizes=frozenset(map(Sym, fixed)),
            size_functions=frozenset(n for n in terms if n in meaning.names.size_names),
            lookups=frozenset(n for n in terms if n not in meaning.names.size_names),
            looked_up=tuple(s for s in ranges_looked_up(facts.stated, meaning) if s.letter.name in terms),
            relations=(*self._relations(meaning), *span_domain(found.fixed), *_of_sizes(found)),
            mentioned=tuple(dict.fromkeys(self._mentioned(facts, meaning))),
            functions=tuple(self._functions(definitions, found.functions)),
            differentiated=tuple(differentiated(found.equations)),
            by=tuple(differentiated_by(found.equations)),
            by_where=tuple(dict.fromkeys(_by_where(found))),
            among=tuple(dict.fromkeys(_among(found.equations))),
            free=tuple(taken_for_free(self.located, found.equations, meaning.names.sizes)),
            assumptions=(*self._assumptions(facts, meaning), *found.premises),
            values=tuple(value_sets(facts.stated, (*self._beside(), *self._no_words(facts)), meaning)),
            positive=tuple(self._positive(facts, found)),
            outside_zero=self.front.outside_zero or self.outside_zero,
            vanishing=tuple(self._vanishing(meaning, definitions)) if self.outside_zero else (),
            displays=tuple(self._displays(found.equations)),
            title=self.front.title,
            put_in=found.put_in,
            named=tuple(self.named),
        )

    def bounds(self, facts: Facts, meaning: Meaning, moved: Collection[Variable]) -> Iterator[Compared]:
        """The comparisons that bound data; those by which lines differentiate (`moved`) may lie so in a case only."""
        yield from bounded_data(facts, self._beside(), meaning, moved)
        yield from assumed_comparisons(self._assumed(facts), len(self.home), meaning)

    def _beside(self) -> Iterator[tuple[str, str]]:
        """The words before and behind the formula of each statement."""
        return ((self.located[h][0].before, self.located[h][0].after) for h in self.home)

    def _assumed(self, facts: Facts) -> Sequence[Stated]:
        """What the page assumes."""
        return facts.stated[len(self.home) :]

    def _no_words(self, facts: Facts) -> list[tuple[str, str]]:
        return [("", "")] * len(self._assumed(facts))

    def _positive(self, facts: Facts, found: Resolved) -> Iterator[Variable]:
        said = positive_data(facts.stated, self._beside(), found.meaning, nudged(found.equations))
        yield from dict.fromkeys((*said, *assumed_positive(self._assumed(facts), found.meaning)))

    def _entries(self, found: Sequence[tuple[Formula, Node]], meaning: Meaning) -> tuple[Var, ...]:
        entries: list[Var] = []
        for formula, node in found:
            try:
                entries.append(entry_of(formula, node, meaning))
                self.named.append((entries[-1], formula.place(node.span)))
            except ReadError as error:
                self.problems.append(error)
        return tuple(entries)

    def _vanishing(self, meaning: Meaning, definitions: Sequence[RawDefinition]) -> Iterator[Var]:
        """The entries that sentences call 0 beyond their range, as far as they can be read."""
        ends = set(map(Sym, signals_end(self.located)))
        if self.perhaps and not ends:  # `all signals are zero outside their range`: that of what is made of them
            ends = {letter for d in definitions for i in d.left.indices if (letter := i.letter) is not None}
        for x in dict.fromkeys(x for d in definitions for x in of_kind(d.body, Var) if ends):
            own = [i.letters() & ends for i in x.indices]
            if all(len(letters) < len("tu") for letters in own):
                yield replace(x, indices=tuple(affine(*e) if e else i for i, e in zip(x.indices, own, strict=True)))
        for formula, node in names_listed(self.located):
            try:
                yield entry_of(formula, node, meaning)
            except ReadError:
                continue

    def _relations(self, meaning: Meaning) -> Iterator[Constraint]:
        sizes = meaning.names.sizes
        said = values_of_sizes(self.located, sizes, self.blocks)
        parts = parts_listed(self.located, self.front.ranges, sizes)
        for formula, chain in (*self.front.relations, *said, *parts):
            try:
                yield from Resolver(formula, meaning.names, meaning).conditions(chain)[1]
            except ReadError as error:
                self.problems.append(error)

    def _mentioned(self, facts: Facts, meaning: Meaning) -> Iterator[Constraint]:
        """What the sentences of the page say of sizes, whether they assert it or not."""
        for s, (before, _) in zip(facts.stated, self._beside(), strict=False):
            sizes, c = meaning.names.sizes, s.statement.chain
            labelled = equates_labelled_sizes(c, facts) and not (
                _numbers_sizes(c) and before.count("(") > before.count(")")
            )
            equated = equates_sizes(c, sizes) or labelled
            if s.inline and c.relations and not _is_told_by_entry(c) and (equated or compares_sizes(c, sizes)):
                with suppress(ReadError):
                    yield from Resolver(s.formula, meaning.names, meaning).conditions(s.statement.chain)[1]

    def _functions(self, definitions: Sequence[RawDefinition], defined: Mapping[str, Function]) -> Iterator[Function]:
        """Declared functions, then those that are used, each with its definition if it has one."""
        used = {a.function: len(a.args) for d in definitions for a in of_kind(d.body, Apply)}
        for name in dict.fromkeys((*declared_functions(self.front, self.problems), *defined, *used)):
            if name in defined:
                yield defined[name]
            elif name not in WELL_KNOWN:
                yield Function(name, used.get(name, 1))

    def _assumptions(self, facts: Facts, meaning: Meaning) -> Iterator[Assumption]:
        for number, s in enumerate(self._assumed(facts), len(self.home)):
            if not is_equation(s.statement.chain):
                continue
            found = resolve_equation(number, s, meaning, Style(self.front.implicit), self.problems)
            self.problems += found.errors
            for left, right in zip(found.members, found.members[1:], strict=False):
                if not isinstance(left, ReadError) and not isinstance(right, ReadError):
                    yield Assumption(left, right)

    def _displays(self, equations: Sequence[Equation]) -> Iterator[Display]:
        for n, (display, _) in enumerate(self.located):
            defines: tuple[Var, ...] = tuple(
                v for e in equations if self.home[e.number] == n for v in e.defines.values()
            )
            if defines:
                yield Display(display.latex, defines, display.line)


def declared_functions(front: Front, problems: list[ReadError]) -> list[str]:
    """The functions that front matter declares; what is no name of one is a problem."""
    return [name for f, node in front.functions if (name := _function(f, node, problems)) is not None]


def _function(formula: Formula, node: Node, problems: list[ReadError]) -> str | None:
    shape = shape_of(node)
    name = function_name(shape) if shape is not None else None
    if name is None and getattr(node, "function", None):
        name = "\\" + str(node.function)  # type: ignore[union-attr]
    if name is None:
        place = formula.here
        problems.append(ReadError("this is not the name of a function", place, 'write functions = ["f"]'))
    return name


def _by_where(found: Resolved) -> Iterator[tuple[Var, tuple[Constraint, ...]]]:
    """The entries that lines differentiate by, with what stands beside the lines."""
    for e in found.equations:
        yield from ((x, (*span_domain(e.ranges), *e.where)) for x in differentiated_by([e]))


def _among(equations: Sequence[Equation]) -> Iterator[Var]:
    r"""What is differentiated by an entry of the same variable, `\partial \pi_K / \partial \pi_k`."""
    members = (m for e in equations for m in e.members if not isinstance(m, ReadError))
    found = ((x.of, x.wrt) for m in members for x in of_kind(m, Partial))
    yield from (a for a, b in found if isinstance(a, Var) and a.variable == b.variable)


def _of_sizes(found: Resolved) -> Iterator[Constraint]:
    """What is said of sizes alone beside definitions."""
    sizes = {Sym(s) for s in found.meaning.names.sizes}
    for e in found.equations:
        if e.defines:
            yield from (c for c in e.where if c.letters() <= sizes)


def _terms(d: RawDefinition) -> Iterator[IntFn]:
    forms = [f for e in (d.left, *walk(d.body)) for f in own_forms(e)]
    forms += [f for s in d.ranges for f in (s.lower, s.upper)]
    return (a for f in forms for a in f.atoms() if isinstance(a, IntFn))


def _numbers_sizes(c: Chain) -> bool:
    """Are some sizes that it equates those of one layer, `n_1` or `n_{L-1}`? In brackets that is the case of a line."""
    return any(not isinstance(e, Name) for m in c.members if isinstance(m, Name) for x in m.scripts for e in x.entries)


def _is_told_by_entry(c: Chain) -> bool:
    """Is it `H = (H_{nj})`, which says what the entries of a matrix are, though H is a size as well?"""
    found = whole_and_entry(c)
    return found is not None and isinstance(found[1], Name) and bool(found[1].scripts)
