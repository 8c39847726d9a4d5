r"""The formulas of a page with the rows of a table for its states.

A letter of a sum that stands outside of it too, `x_i x_j - \sum_{\mathbf{x}} x_i x_j \, p(\mathbf{x})`, or in a sum
around it, is another letter inside. A name that a page defines by entries of a state without showing it, `E =
-\sum_i b_i x_i`, is a function of that state. By a unit of a state that is summed over nothing is differentiated: the
sum would change with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ...document.blocks import Block
from ...latex import tree as t
from ...latex.statement_forms import is_equation
from ...latex.tree import (
    BigSum,
    Chain,
    Factor,
    Formula,
    Group,
    Listing,
    Misfit,
    Name,
    Node,
    Number,
    Product,
    Script,
    Scripted,
    Statement,
    Symbol,
)
from ...latex.walking import rebuilt
from ..asked import where
from ..located import Located, read_of, with_statements
from ..prepared.applied import arguments_of
from ..spelled.shape import Stem, label_of, stem_of
from .averages import Average, average, averages_defined
from .functions import Argument, Kind, arguments, defined_of, kind_of, kinds_of, may_depend, whole_of
from .letters import State, has_state_sum, runs_over, states_of, values_in
from .marginals import with_marginals_written_out
from .values import as_set, values_told

Free = tuple[str, int]
"""The letter of a state and how many primes it has."""
Scope = Mapping[Free, Name]
"""The letters of the sums around a place."""
CAUSE = "a unit is changed by which a sum over all states is taken"
HINT = "differentiate by a parameter"
UNSAID = "nothing says over what this average is taken"
CHOSEN = "not all states count in this sum"
MULTIPLY = "multiply by what is 1 for those that do, and sum over all"
UNDEFINED = "nothing says what this function of a state is made of"
NAME_IT = "write an equation that says what it is"


@where(has_state_sum)
def with_states_numbered(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a document with the rows of a table for the states that its sums run over."""
    said = [s for f in read_of(located) for s in f.statements]
    states = states_of(said)
    if not states:
        return list(located)
    located = with_marginals_written_out(located, blocks, states, values_told(located, blocks, states))
    said = [s for f in read_of(located) for s in f.statements]
    page = _Page(states, kinds_of(said, states), defined_of(said, states), averages_defined(said, states))
    page.find_implicit([s for s in said if s.chain.relations and not s.struck])
    return [*with_statements(located, page.written), *_declarations(located, blocks, states)]


def _declarations(located: Sequence[Located], blocks: Sequence[Block], states: Sequence[State]) -> Iterator[Located]:
    """What the values of units are, as far as it is known: said of any state."""
    told = values_told(located, blocks, states)
    display, formula = next(
        (d, f) for d, f in located if isinstance(f, Formula) and any(map(has_state_sum, f.statements))
    )
    span = formula.statements[0].chain.span
    for s in (s for s in states if s.base in told):
        entry = _entry(s, Name(s.index, span=span), replace(s.unit, span=span), (), span)
        chain = Chain((entry, as_set(told[s.base], span)), (r"\in",), (span,), span)
        said = Formula(formula.source, (Statement(chain, span=span),))
        yield replace(display, inline=True, before="where ", after="."), said


@dataclass(slots=True)
class _Page:
    """The states of a page, its functions of them by letter, and the names that do not show of which they are one."""

    states: tuple[State, ...]
    kinds: dict[Stem, set[Kind]]
    defined: set[tuple[Stem, Kind]]
    averages: frozenset[str]
    implicit: dict[Stem, tuple[Free, ...]] = field(default_factory=dict)

    def find_implicit(self, said: Sequence[Statement]) -> None:
        """Find the names that are functions of states by what defines them first, or by where they show it."""
        for stem, kinds in self.kinds.items():
            shown = whole_of(next(iter(kinds)), self.states) if len(kinds) == 1 else None
            if shown is not None:
                self.implicit[stem] = tuple((x, 0) for x in shown)
        first: dict[Stem, Statement] = {}
        for s in said:
            left = s.chain.members[0]
            if isinstance(left, Name) and is_equation(s.chain) and not self._is_of_states(left):
                first.setdefault(stem_of(left), s)
        changed = True
        while changed:
            changed = False
            for stem, s in first.items():
                free = tuple(sorted(self.free_in(s.chain.members[1])))
                if stem not in self.kinds and len(self.implicit.get(stem, ())) < len(free):
                    self.implicit[stem] = free
                    changed = True

    def _is_of_states(self, x: Name) -> bool:
        return any(s.is_whole(x) or s.unit_of(x) is not None or s.number_of(x) is not None for s in self.states)

    def free_in(self, x: object) -> set[Free]:
        """The states that stand free in a tree."""
        writer = _Writer(self, frozenset())
        writer.written(x, {})
        return writer.met

    def written(self, s: Statement) -> Statement:
        """A statement with rows for states."""
        declared = self._declared(s)
        if declared is not None:
            return declared
        free = self.free_in(s.chain) | {f for c in s.conditions for f in self.free_in(c)}
        writer = _Writer(self, frozenset(free))
        derivatives: list[t.Derivative | t.Nabla] = [*t.of_kind(s.chain, t.Derivative), *t.of_kind(s.chain, t.Nabla)]
        if any(self._is_nudged(d) for d in derivatives):
            members = tuple(Misfit(CAUSE, HINT, span=m.span) for m in s.chain.members)
            return replace(s, chain=replace(s.chain, members=members))
        found: Statement = writer.written(s, {})
        if found is s or not s.chain.relations:
            return found
        return replace(found, conditions=(*found.conditions, *(self._range(f, s) for f in sorted(free))))

    def _declared(self, s: Statement) -> Statement | None:
        r"""`\mathbf{x} \in \{0, 1\}^n` said of the units; what only lists these says nothing."""
        chain = s.chain
        head = chain.members[0]
        state = next((x for x in self.states if x.is_whole(head) or (isinstance(head, Name) and x.unit_of(head))), None)
        if state is None or len(chain.relations) != 1:
            return None
        right, span = chain.members[1], chain.members[0].span
        entry = _entry(state, Name(state.index, span=span), replace(state.unit, span=span), (), span)
        if chain.relations == ("=",) and self._is_listed(right, state):
            return replace(s, chain=Chain((entry,), (), (), span))
        values = values_in(right) if chain.relations == (r"\in",) else None
        if values is None:
            return None
        return replace(
            s, chain=Chain((entry,), (), (), span) if state.summed else replace(chain, members=(entry, values))
        )

    def _is_listed(self, x: Node, state: State) -> bool:
        r"""Is it `(x_1, \dots, x_n)`?"""
        x = x.base if isinstance(x, Scripted) else x
        entries = [i for i in x.items if isinstance(i, Name)] if isinstance(x, Group) else []
        return bool(entries) and all(state.unit_of(i) is not None for i in entries)

    def _is_nudged(self, d: t.Derivative | t.Nabla) -> bool:
        """Is something differentiated by a unit of a state that a sum runs over?"""
        by = [w.body for w in d.wrt] if isinstance(d, t.Derivative) else d.by.entries if d.by is not None else ()
        names = [x for x in by if isinstance(x, Name)]
        return any(s.summed and (s.unit_of(x) is not None or s.is_whole(x)) for s in self.states for x in names)

    def _range(self, free: Free, s: Statement) -> Chain:
        """Which rows there are."""
        span = s.chain.span
        rows = next(x.rows for x in self.states if x.base == free[0])
        listing = Listing((Number("1", span), Symbol(r"\dots", span), Name(rows, span=span)), span)
        return Chain((self.letter(free, span), listing), ("=",), (span,), span)

    def letter(self, free: Free, span: tuple[int, int]) -> Name:
        """The letter of a row that is free."""
        state = next(x for x in self.states if x.base == free[0])
        return Name(state.index, primes=free[1], span=span)


@dataclass(slots=True)
class _Writer:
    """One tree with rows for states; notes which stand free in it."""

    page: _Page
    free: frozenset[Free]
    met: set[Free] = field(default_factory=set)

    def written(self, x: Any, scope: Scope) -> Any:
        """A tree with rows for states, inside of some sums."""
        return rebuilt(x, lambda y: self._changed(y, scope))

    def _changed(self, x: Any, scope: Scope) -> Node | None:
        if isinstance(x, BigSum):
            return self._sum(x, scope)
        if isinstance(x, Product):
            return self._product(x, scope)
        if isinstance(x, (Group, Scripted)) and (found := average(x, self.page.states)) is not None:
            return self._average(x, found, scope)
        return self._name(x, scope) if isinstance(x, Name) else None

    # ------------------------------------------------------------------------------------------------------- the sums

    def _sum(self, x: BigSum, scope: Scope) -> Node | None:
        bound = [pair for b in x.below if (pair := self._bound_by(b)) is not None]
        if not bound or x.above is not None:
            return None
        rest = tuple(b for b in x.below if self._bound_by(b) is None)
        if self.page.free_in(rest):
            return Misfit(CHOSEN, MULTIPLY, span=x.span)
        inner = dict(scope)
        letters: list[tuple[State, Name]] = []
        for state, name in bound:
            primes, taken = name.primes, {(n.base, n.primes) for n in inner.values()}
            while (state.base, primes) in self.free or (state.index, primes) in taken:
                primes += 1
            inner[state.base, name.primes] = letter = Name(state.index, primes=primes, span=name.span)
            letters.append((state, letter))
        made: Node = self.written(x.body, inner)
        for state, letter in reversed(letters):
            begin = Chain((letter, Number("1", letter.span)), ("=",), (letter.span,), letter.span)
            made = BigSum(x.operator, (begin,), Name(state.rows, span=letter.span), made, x.span)
        return BigSum(x.operator, self.written(rest, scope), None, made, x.span) if rest else made

    def _bound_by(self, b: Node) -> tuple[State, Name] | None:
        """The state that stands below a sum, and its letter as typed."""
        name = runs_over(b)
        if name is None:
            return None
        return next(((s, name) for s in self.page.states if s.is_whole(name)), None)

    # ------------------------------------------------------------------------------------------------------ the names

    def row(self, state: State, primes: int, number: Node | None, scope: Scope, span: tuple[int, int]) -> Name:
        """The number of the row of a state: a letter, or one that is looked up."""
        if number is not None:
            entries = (self.written(number, scope),)
            return Name(state.looked_up, scripts=(Script(False, entries, span=span),), span=span)
        return self._letter((state.base, primes), scope, span)

    def _letter(self, free: Free, scope: Scope, span: tuple[int, int]) -> Name:
        if free in scope:
            return replace(scope[free], span=span)
        self.met.add(free)
        return self.page.letter(free, span)

    def _name(self, x: Name, scope: Scope) -> Node | None:
        for s in self.page.states:
            unit, number = s.unit_of(x), s.number_of(x)
            if unit is not None:
                row = self.row(s, x.primes, number, scope, x.span)
                return _entry(s, row, self.written(unit, scope), s.others_of(x), x.span)
            if s.is_whole(x) or number is not None:
                row = self.row(s, x.primes, number, scope, x.span)
                return Name(s.base, font=s.font, scripts=(Script(False, (row,), span=x.span),), span=x.span)
        free = self.page.implicit.get(stem_of(x))
        if free is None:
            return None
        rows = tuple(self._letter(f, scope, x.span) for f in free)
        return _with_entries(replace(x, scripts=self.written(x.scripts, scope)), x.base, rows)

    def _average(self, x: Group | Scripted, found: Average, scope: Scope) -> Node:
        if found.base not in self.page.averages:
            return Misfit(UNSAID, NAME_IT, span=x.span)
        return _with_entries(Name(found.base, span=x.span), found.base, self.written(found.units, scope))

    # -------------------------------------------------------------------------------------------------- the functions

    def _product(self, x: Product, scope: Scope) -> Node | None:
        made: dict[int, Node] = {}
        for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
            group = arguments_of(b)
            args = arguments(group, self.page.states) if group is not None and isinstance(a.body, Name) else None
            if args is not None and group is not None and isinstance(a.body, Name):
                made[n] = self._applied(a.body, b, group, args, scope)
        if not made:
            return None
        factors: list[Factor] = []
        for n, f in enumerate(x.factors):
            if n - 1 not in made:
                factors.append(replace(f, body=made[n] if n in made else self.written(f.body, scope)))
        return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))

    def _applied(self, name: Name, behind: Factor, group: Group, args: Sequence[Argument], scope: Scope) -> Node:
        """The entry that a function and the states behind it are."""
        span = (name.span[0], group.span[1])
        units = tuple(self.written(a.unit, scope) for a in args if a.unit is not None)
        rows = tuple(self.row(a.state, a.primes, a.number, scope, span) for a in args if a.state is not None)
        stem, kind = stem_of(name), kind_of(group, args)
        if (stem, kind) not in self.page.defined and may_depend(stem, kind, self.page.kinds):
            return Misfit(UNDEFINED, NAME_IT, span=span)
        several = len(self.page.kinds.get(stem, ())) > 1
        base = f"{label_of(replace(name, scripts=(), primes=0))}({''.join(kind)})" if several else ""
        own = replace(name, scripts=self.written(name.scripts, scope), span=span)
        if base:
            own = replace(own, base=base, font="", accents=())
        entry = _with_entries(own, own.base, (*units, *rows))
        if isinstance(behind.body, Scripted):
            return replace(behind.body, base=Group("(", (entry,), ")", (), span))
        return entry


def _with_entries(x: Name, base: str, entries: tuple[Node, ...]) -> Name:
    """A name with more entries below."""
    below = (*(e for s in x.scripts if not s.above for e in s.entries), *entries)
    above = tuple(s for s in x.scripts if s.above)
    return replace(x, base=base, scripts=(Script(False, below, "", len(below) > 1, True, x.span), *above))


def _entry(s: State, row: Name, unit: Node, powers: tuple[Script, ...], span: tuple[int, int]) -> Name:
    """An entry of the table of states."""
    return Name(s.base, scripts=(Script(False, (row, unit), "", True, True, span), *powers), span=span)
