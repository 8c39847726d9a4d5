r"""What is known so far while ranges are inferred, and what can be asked of it.

A `State` holds the definitions in standard form; `found` maps the number of a definition to its domain (in coordinates,
a union of conjunctions) as soon as that is known. Rules (`ranges`) only ever add to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from ..affine import IntFn, Sym
from ..digraph import components
from ..domain import Domain, eq, ge, is_empty, le, ne, simplify, subset, subtract
from ..draft import Draft
from ..expr import Expr, Num, Variable, variables
from ..system import Span
from .entries import Entry, coordinates, one_range_each
from .images import about_indices, apart, image, looked_up, pinned, strays, union
from .sizes import Letters
from .uses import Use, uses

Ranges = dict[Sym, Span]


def is_numbered(reached: Domain, at: Sym) -> bool:
    """Does an entry only stand by number in one position?"""
    return any(c.rel == "==" and c.letters() == {at} for c in reached.constraints)


@dataclass(slots=True)
class State:
    """The definitions, their bodies as far as their sums have bounds, the domains found.

    - `strong`: ranges that hold for a letter in the whole document; `weak`: ranges stated beside one definition, which
      suggest what the letter runs over elsewhere, where they agree.
    - `presumed`: sizes that stand for ranges of which the document says nothing.
    - `judged`: lines about the network are to be judged; what they leave to the reader is presumed.
    """

    draft: Draft
    letters: Letters
    entries: tuple[Entry, ...]
    bodies: list[Expr]
    strong: Ranges
    weak: Ranges
    of: dict[Variable, list[int]]
    component: dict[Variable, int] = field(default_factory=dict)
    found: dict[int, tuple[Domain, ...]] = field(default_factory=dict)
    computed: dict[int, tuple[Expr, dict[Variable, list[Use]]]] = field(default_factory=dict)
    mentioning: dict[Variable, list[int]] = field(default_factory=dict)
    presumed: set[Sym] = field(default_factory=set)
    judged: bool = False

    def uses(self, n: int) -> tuple[Use, ...]:
        """The uses in the body of a definition."""
        return uses(self.bodies[n], frozenset(self.entries[n].letters))

    def users(self, variable: Variable, looked_up_too: bool = False) -> list[tuple[int, Use]]:
        """Every place where a network computes with the variable, by the number of the definition.

        A fixed index by which its definitions are named, the level r of `X^r_i` beside `X^{r+1}_i`, looks nothing up.
        """
        entries = [self.entries[n].fixed for n in self.of.get(variable, ())]
        named = frozenset.intersection(*entries) if entries else frozenset()
        return [
            (n, use)
            for n in self._mentioning().get(variable, ())
            for use in self._computed_with(n).get(variable, ())
            if looked_up_too or looked_up(use, self.letters) <= named
        ]

    def _mentioning(self) -> dict[Variable, list[int]]:
        """The definitions in which each variable stands; what is found out about sums changes none of that."""
        if not self.mentioning:
            for n, body in enumerate(self.bodies):
                for v in variables(body):
                    self.mentioning.setdefault(v, []).append(n)
        return self.mentioning

    def _computed_with(self, n: int) -> dict[Variable, list[Use]]:
        """What a definition computes with, by variable; kept for as long as its body stays the same."""
        body = self.bodies[n]
        kept = self.computed.get(n)
        if kept is not None and kept[0] is body:
            return kept[1]
        found: dict[Variable, list[Use]] = {}
        for use in () if self.entries[n].nominal else self.uses(n):
            if not use.nominal:
                found.setdefault(use.entry.variable, []).append(use)
        self.computed[n] = body, found
        return found

    def is_ready(self, n: int, use: Use) -> bool:
        """Is it known which entries the use reaches?"""
        return not use.open and (n in self.found or self._is_settled(n, use))

    def _is_settled(self, n: int, use: Use) -> bool:
        """Is what the use reaches independent of the letters of its definition whose range is still unknown?"""
        if len(self.of[self.entries[n].variable]) > 1:
            return False
        met = {s for form in use.entry.indices for s in form.letters()}
        said = [c.letters() for c in (*use.where.constraints, *self.stated(n).constraints)]
        while more := set().union(*(s for s in said if s & met)) - met - self.letters.sizes:
            met |= more
        return not met & self.unknown(n)

    def images(self, n: int, use: Use) -> list[Domain]:
        """The entries that a use reaches, from every piece of its definition."""
        entry = self.entries[n]
        domains = self.found.get(n) or (entry.in_coordinates(self.stated(n)),)
        return [image(use, entry.from_coordinates(d), self.letters) for d in domains]

    def reached(
        self, variable: Variable, without: frozenset[Use] = frozenset(), *, lettered: Sym | None = None
    ) -> list[Domain]:
        """The entries of a variable that are used, as far as is known, leaving out some uses, and those that stand by
        number at the coordinate `lettered`."""
        ready = [(n, use) for n, use in self.users(variable) if self.is_ready(n, use) and use not in without]
        found = [self.not_looked_up(d) for n, use in ready for d in self.images(n, use)]
        found = [d for d in found if lettered is None or not is_numbered(d, lettered)]
        return list(union(map(about_indices, found), self.letters.known))

    def not_looked_up(self, domain: Domain) -> Domain:
        r"""The domain without what looked-up values say: `1\{y^{(i)} = k\} \log h_k^{(i)}` means every h."""
        lookups = self.letters.lookups
        if not lookups:
            return domain
        return Domain(tuple(c for c in domain.constraints if not any(_name(a) in lookups for a in c.form.atoms())))

    def applicable(self, n: int, ranges: Ranges) -> Ranges:
        """Of the ranges those of letters of the definition without a range beside it, in terms of its letters."""
        entry = self.entries[n]
        scope = self.letters.sizes | set(entry.letters)
        spans = {s: entry.at_position(ranges[s]) for s in entry.unstated if s in ranges}
        return {s: r for s, r in spans.items() if r.lower.letters() | r.upper.letters() <= scope}

    def stated(self, n: int) -> Domain:
        """What the document says of the letters of a definition: what stands beside it, and ranges that allow it.

        `x_t = 0` for `t <= 0` beside the range `1 <= t <= T` of the page is about other entries.
        """
        own = self.entries[n].stated
        found = own & within(self.applicable(n, self.strong))
        beyond = not own.is_true and isinstance(self.bodies[n], Num) and is_empty(found, self.letters.known)
        return own if beyond else found

    def unknown(self, n: int) -> frozenset[Sym]:
        """The letters of a definition of which the document states no range."""
        return self.entries[n].unstated - set(self.applicable(n, self.strong))

    def settle(self, n: int, domains: list[Domain]) -> bool:
        """Keep the domains of a definition (in coordinates) less those of special ones; False if none is left."""
        entry, known = self.entries[n], self.letters.known
        for special in self.specials(n):
            if entry.unstated or any(self.entries[m].diagonal for m in self.of[entry.variable] if m != n):
                domains = [part for d in domains for part in without(d, special, entry.variable.arity, self.letters)]
        left = union(domains, known)
        lone = strays(left, entry.variable.arity, self.letters)
        left = tuple(d for d in left if d not in lone)
        if not left:
            return False
        self.found[n] = tuple(simplify(d, known) for d in apart(left, known))
        return True

    def specials(self, n: int) -> list[Domain]:
        """The domains of the definitions of the same variable that go before this one, as far as they are known."""
        found: list[Domain] = []
        for m in self.of[self.entries[n].variable]:
            if m != n and goes_before(self.entries[m], self.entries[n]):
                found.extend(self.found.get(m, (self.entries[m].in_coordinates(self.stated(m)),)))
        return found


def _name(atom: object) -> str:
    return atom.name if isinstance(atom, IntFn) else ""


def start(draft: Draft, entries: tuple[Entry, ...], letters: Letters) -> State:
    """The state before anything is inferred. Raises `RangeClash` where the document gives a letter two ranges."""
    strong = {span.letter: span for span in one_range_each(draft.ranges, None)}
    beside: dict[Sym, set[Span]] = {}
    for raw in draft.definitions:
        for span in raw.ranges:
            beside.setdefault(span.letter, set()).add(span)
    weak = {s: next(iter(spans)) for s, spans in beside.items() if len(spans) == 1}
    of: dict[Variable, list[int]] = {}
    for n, entry in enumerate(entries):
        of.setdefault(entry.variable, []).append(n)
    state = State(draft, letters, entries, [e.body for e in entries], strong, weak, of)
    graph: dict[Variable, list[Variable]] = {v: [] for v in of}
    for n, entry in enumerate(entries):
        if not entry.nominal:
            graph[entry.variable] += [u.entry.variable for u in state.uses(n) if u.entry.variable in of]
    for number, part in enumerate(components(graph)):
        state.component.update(dict.fromkeys(part, number))
    return state


def within(ranges: Ranges) -> Domain:
    """The ranges as a domain."""
    return Domain.of(*(c for r in ranges.values() for c in (ge(r.letter, r.lower), le(r.letter, r.upper))))


def goes_before(special: Entry, general: Entry) -> bool:
    """Does a definition take precedence where both could apply? `o_{I+1} = 1` goes before `o_i = f(net_i)`."""
    if special.diagonal != general.diagonal and special.fixed == general.fixed:
        return special.diagonal
    if special.fixed != general.fixed:
        if special.fixed > general.fixed:
            return True
        if special.fixed < general.fixed:
            return False
    if bool(special.unstated) != bool(general.unstated):
        return bool(general.unstated)
    return bool(special.fixed) and special.constant and not general.constant


def without(domain: Domain, special: Domain, arity: int, letters: Letters) -> list[Domain]:
    """The domain less a special one; where that would fall in two around one value, the value is excluded by `!=`."""
    known = letters.known
    if is_empty(domain & special, known):
        return [domain]
    parts = subtract(domain, special, known)
    if len(parts) < 2:
        return list(parts)
    for one, two in combinations(coordinates(arity), 2):
        same = eq(one, two)
        said = [f for c in special.constraints if c.rel == "==" for f in (c.form, -c.form)]
        if same.form in said and subset(domain & same, [special], known):
            return [simplify(domain & ne(one, two), known)]
    for c in coordinates(arity):
        value = pinned(special, c, letters)
        if value is None or not subset(domain & eq(c, value), [special], known):
            continue
        if all(pinned(part, c, letters) is None for part in parts):
            return [simplify(domain & ne(c, value), known)]
    return list(parts)
