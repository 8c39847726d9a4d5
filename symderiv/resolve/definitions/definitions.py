r"""Definition or claim: which links of which equations introduce a name.

An equation whose left side nothing defines yet defines it; a second one is a claim, unless it says the same again or
holds for other indices. A constant where another definition has a letter is a definition of its own outside the range
of that letter (`x_0`, `o_{I+1}`), a claim inside. A name that stands bare in a chain or under a brace and that nothing
defines or uses is introduced there (`\frac{\partial E}{\partial net_j} = \delta_j`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ...affine import Affine, Sym, affine
from ...domain import is_empty
from ...domain.constraint import Constraint, Domain, eq, ge, le
from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import Expr, Labelled, Partial, Var, Variable, free, holds_derivative, of_kind, substitute, variables
from ...latex.excepted import BESIDE, DOUBTED, FOLLOWS, INNER, PERHAPS, SURELY
from ...notation import EQUALITIES
from ...system import Span
from ..integers.index import span_domain
from ..meaning import Meaning
from ..spelled.keys import split_key
from ..spelled.ties import connected, reversed_tie
from ..statements import Equation, differentiates, holds, is_named
from ..told.untold import Untold
from .circles import layers_in_a_circle, letters_of_layers
from .defined_behind import circular, told_behind
from .definitions_compared import (
    Decided,
    any_derivative,
    but_for_repeated,
    but_for_units_of_layers,
    is_constant_diagonal,
    made_of_derivatives,
    repeats,
    same_definition,
    says_start,
    with_ranges_of,
    without_labels,
)
from .derived import is_derived
from .exceptions import Around, Exceptions, nothing_around, told_in_words, without
from .named_derivatives import claims_number, naming_first
from .solved import solved


@dataclass(slots=True)
class Decider:
    """Sorts the links of equations.

    `known` are the variables that a network already defines. `told_apart` is set where two definitions of one name,
    with letters of different ranges (`kinds`), show that the letters tell variables apart: then everything has to be
    read again that way. `unread` are definitions that could not be read: what they use is not new below them.
    `derives` is the line below which the page derives (`begins_to_derive`). `alike`: letters of no range that run then
    as another one does, or as none else does if that is the letter itself. `again`: what defines a name once more.
    `functions`: those of which the page says what they are; `around`: the words before and behind an equation;
    `layered`: letters that run up to a size of some layer, with that size.
    """

    equations: list[Equation]
    meaning: Meaning
    ranges: tuple[Span, ...]
    known: frozenset[Variable] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Untold, ...] = ()
    derives: int | None = None
    told_apart: bool = False
    alike: dict[str, str] = field(default_factory=dict)
    functions: Collection[str] = ()
    around: Around = nothing_around
    layered: dict[str, str] = field(default_factory=dict)
    decided: Decided = field(default_factory=Decided)
    lefts: set[Variable] = field(default_factory=set)
    again: list[RawDefinition] = field(default_factory=list)

    def run(self) -> Decided:
        """Mark the defining links of every equation and collect the definitions."""
        candidates = [e for e in self.equations if self._may_define(e)]
        diagonal = [e for e in candidates if is_constant_diagonal(e)]
        candidates = [e for e in candidates if e not in diagonal]
        claimed = list(solved(candidates))
        candidates = [e for e in candidates if e not in claimed]
        general = but_for_repeated([e for e in candidates if self._is_general(e, 0)], self.equations)
        self.lefts = {e.left.variable for e in general if e.left is not None}
        for e in naming_first(general):
            self._general(e, 0)
            self._inner_links(e)
        for e in candidates:
            if not self._is_general(e, 0):
                self._special(e, 0)
                self._inner_specials(e)
        for e in diagonal:
            self._diagonal(e)
        self._behind_unread()
        for e in self.equations:
            self._introduced(e)
            self._struck(e)
        self.decided.definitions.sort(key=lambda pair: pair[0])
        definitions = [d for _, d in self.decided.definitions]
        self.told_apart |= layers_in_a_circle(definitions, self.kinds)
        layers = letters_of_layers(definitions, () if self.told_apart else self.again) - self.kinds.keys()
        self.alike |= {x: x for x in layers}
        self.told_apart |= bool(layers)
        return self.decided

    # ---------------------------------------- candidates

    def _may_define(self, e: Equation) -> bool:
        left = e.left
        if left is None or left.variable in self.known or e.dummies or e.stated.struck or e.conditional:
            return False
        if len(e.members) < 2 or e.relations[0] not in EQUALITIES or isinstance(e.members[1], ReadError):
            return False
        if holds(e.members[1], left):
            return False  # `x = x + 1` says nothing of what x is
        return is_named(e.stated.statement.chain.members[0], self.meaning)

    def _letters(self, entry: Var) -> tuple[Sym | None, ...]:
        """For each index its letter, None for a constant."""
        names = self.meaning.names
        found: list[Sym | None] = []
        for form in entry.indices:
            letters = [s for s in form.letters() if not names.is_size(s.name)]
            found.append(letters[0] if letters else None)
        return tuple(found)

    def _is_general(self, e: Equation, link: int) -> bool:
        left = e.members[link]
        assert isinstance(left, Var)
        return None not in self._letters(left)

    # ---------------------------------------- general

    def _general(self, e: Equation, link: int) -> None:
        left, body = e.members[link], e.members[link + 1]
        assert isinstance(left, Var)
        assert not isinstance(body, ReadError)
        raw = self._raw(e, left, body)
        earlier = list(self.decided.of(left.variable))
        if any(self._other_kind(old, raw) for old in earlier):
            self.told_apart = True
        for old in earlier:
            if same_definition(old, raw) and (not self._apart(old, raw) or is_derived(e, self.equations, self.derives)):
                self._restate(e, link, old, raw)
                return
        if self._is_tie(raw):
            self._tie(e, link, raw)
        elif not earlier or all(self._apart(old, raw) or says_start(e, raw, old) for old in earlier):
            self._define(e, link, raw)
        elif len(earlier) == 1 and not is_derived(e, self.equations, self.derives):
            self._put(earlier[0], with_ranges_of(raw, earlier[0]))
            self.again.append(raw)

    def _other_kind(self, old: RawDefinition, new: RawDefinition) -> bool:
        """Do two definitions of one name differ in the range of a letter?

        Names of derivatives are no evidence, but where they differentiate by different variables, or by one that goes
        as far as only one letter does: `\\delta_j = \\partial E / \\partial a_j` beside `\\delta_k = y_k - t_k`.
        """
        one, two = old.body, new.body
        named = isinstance(one, Partial) and isinstance(two, Partial) and one.wrt.variable != two.wrt.variable
        derived = not named and any(holds_derivative(d.body) for d in (old, new))
        if derived and not self._is_beyond(old, new) and not self._goes_as_far(new):
            return False
        for a, b in but_for_units_of_layers(self._letters(old.left), self._letters(new.left), self.layered):
            kinds = [self.kinds.get(s.name) if s is not None else None for s in (a, b)]
            if derived and b is not None and kinds[1] is None:
                kinds[1] = self._kind_inside(b, new.body)
                self.alike |= {b.name: kinds[1]} if kinds[1] is not None else {}
            if None not in kinds and kinds[0] != kinds[1]:
                return True
        return False

    def _goes_as_far(self, raw: RawDefinition) -> bool:
        """Is it the derivative by an entry with the same letters, each of the kind that the entry is typed with?"""
        if not isinstance(raw.body, Partial) or raw.body.wrt.indices != raw.left.indices:
            return False
        letters = [(s, self._kind_inside(s, raw.body.wrt)) for s in self._letters(raw.left) if s is not None]
        return bool(letters) and all(kind is not None and kind == self.kinds.get(s.name) for s, kind in letters)

    def _kind_inside(self, letter: Sym, body: Expr) -> str | None:
        """The kind of a letter with no range of its own, as the places of known names tell that it fills."""
        names, found = self.meaning.names, set()
        for x in of_kind(body, Var):
            typed = names.letters.get(x.variable.key, ())
            pairs = zip(x.indices, typed, strict=False) if len(typed) == len(x.indices) else ()
            found |= {self.kinds.get(own) for form, own in pairs if form == affine(letter)}
        return found.pop() if len(found) == 1 else None

    def _is_beyond(self, old: RawDefinition, new: RawDefinition) -> bool:
        r"""Is a new `\delta_j` no entry of `\delta_k = \partial E/\partial y_k`, since no y has a j?"""
        if not isinstance(old.body, Partial) or not isinstance(old.body.wrt, Var) or holds_derivative(new.body):
            return False
        by = old.body.wrt
        lefts = [e.left for e in self.equations if e.left is not None and e.left.variable == by.variable]
        letters = {tuple(s.name if s is not None else "" for s in self._letters(left)) for left in lefts}
        known = self.meaning.names.letters.get(by.variable.key)
        letters |= {known} if known is not None else set()
        kinds = {tuple(self.kinds.get(x) for x in own) for own in letters}
        typed = tuple(self.kinds.get(s.name) if s is not None else None for s in self._letters(by))
        return kinds == {typed} and None not in typed

    def _tie(self, e: Equation, link: int, raw: RawDefinition) -> None:
        """One more tie: new names, or the same again (a claim where it ties the names in another order)."""
        assert isinstance(raw.body, Var)
        found = connected(self._ties(), raw.left, raw.body.variable)
        if found is None:
            self._define(e, link, raw)
        elif found == raw.body:
            e.restates.add(link)
            for n, (number, old) in enumerate(self.decided.definitions):
                back = reversed_tie(raw, old)
                if back is not None and raw.ranges and not old.ranges:
                    ranges = tuple(s.renamed(back) for s in raw.ranges)
                    better = RawDefinition(old.left, old.body, ranges, old.where, old.place)
                    self.decided.definitions[n] = (number, better)

    def _ties(self) -> list[tuple[Var, Var]]:
        found = []
        for _, d in self.decided.definitions:
            if isinstance(d.body, Var) and set(self._letters(d.left)) == set(self._letters(d.body)):
                found.append((d.left, d.body))
        return found

    def _struck(self, e: Equation) -> None:
        """A struck equation defines nothing, but it may repeat what is defined."""
        left, body = e.left, e.members[1] if len(e.members) > 1 else None
        if not e.stated.struck or left is None or body is None or isinstance(body, ReadError):
            return
        raw = self._raw(e, left, body)
        if any(same_definition(old, raw) for old in self.decided.of(left.variable)) or (
            isinstance(body, Var) and connected(self._ties(), left, body.variable) == body
        ):
            e.restates.add(0)

    def _raw(self, e: Equation, left: Var, body: Expr) -> RawDefinition:
        about = tuple(c for c in e.where if any(s.name not in self.meaning.names.sizes for s in c.letters()))
        return RawDefinition(left, without_labels(body), e.ranges, about, e.place)

    def _define(self, e: Equation, link: int, raw: RawDefinition) -> None:
        e.defines[link] = raw.left
        self.decided.definitions.append((e.number, raw))

    def _restate(self, e: Equation, link: int, old: RawDefinition, new: RawDefinition) -> None:
        """A definition said again: a claim where it is displayed among what is derived, else a reminder."""
        derived = is_derived(e, self.equations, self.derives)
        if not derived:
            e.restates.add(link)
        narrowed = derived and isinstance(old.body, Partial)  # a line about some entries of `\delta_j^k`
        if new.ranges and not old.ranges and old.left == new.left and not narrowed:
            self._put(old, RawDefinition(old.left, old.body, new.ranges, old.where, old.place))

    def _put(self, old: RawDefinition, better: RawDefinition) -> None:
        self.decided.definitions[:] = [(n, better if d is old else d) for n, d in self.decided.definitions]

    def _is_tie(self, raw: RawDefinition) -> bool:
        """Is it one more equation between bare names, all of whose definitions are such equations?"""
        if not isinstance(raw.body, Var) or set(self._letters(raw.left)) != set(self._letters(raw.body)):
            return False
        general = [d for v in (raw.left.variable, raw.body.variable) for d in self.decided.of(v)]
        return all(isinstance(d.body, Var) for d in general if None not in self._letters(d.left))

    def _apart(self, old: RawDefinition, new: RawDefinition) -> bool:
        """Do two definitions hold for different indices, as stated beside them, or even and odd ones?"""
        values = {s: affine(t.name + "@") for s, t in ((x, x) for x in self._letters(new.left) if x is not None)}
        one = Domain.of(*span_domain(old.ranges), *old.where)
        two = Domain.of(*span_domain(new.ranges), *new.where).substitute(values)
        pairs = zip(old.left.indices, new.left.indices, strict=True)
        same = Domain.of(*(Constraint("==", a - b.substitute(values)) for a, b in pairs))
        unsaid = (one.is_true or two.is_true) and not (repeats(old.left) or repeats(new.left))
        return same.is_false or (not unsaid and is_empty(one & two & same, self._positive(old, new)))

    def _positive(self, *raws: RawDefinition) -> Domain:
        letters = {s for r in raws for e in (r.left, r.body) for s in free(e)}
        letters |= {s for r in raws for span in r.ranges for form in (span.lower, span.upper) for s in form.letters()}
        return Domain.of(*(ge(s, 1) for s in letters if s.name in self.meaning.names.sizes))

    def _behind_unread(self) -> None:
        for e in self.equations:
            told = told_behind(e, self.equations, self.derives, self.meaning)
            if told is not None and told[1].variable not in self.known and not any(self.decided.of(told[1].variable)):
                self._define(e, told[0], self._raw(e, *told[1:]))

    # ---------------------------------------- special

    def _special(self, e: Equation, link: int) -> None:
        left, body = e.members[link], e.members[link + 1]
        assert isinstance(left, Var)
        assert not isinstance(body, ReadError)
        raw = self._raw(e, left, body)
        for old in self.decided.of(left.variable):
            derived = made_of_derivatives(old, self.decided.of) and is_derived(e, self.equations, self.derives)
            covered = old.left.indices == left.indices or self._covers(old, raw, derived)
            if covered and self._is_exception(e, old, raw):
                continue
            if covered and same_definition(old, raw):
                self._restate(e, link, old, raw)
            if covered:
                return
            e.excepted = e.excepted or told_in_words(e, raw, old, self.equations, self.around)
        self._define(e, link, raw)

    def _inner_specials(self, e: Equation) -> None:
        """`h_0 = c_0 = 0` says what both are."""
        for link in range(1, len(e.members) - 1):
            left, body = e.members[link], e.members[link + 1]
            if link - 1 not in e.defines or not isinstance(left, Var) or isinstance(body, ReadError):
                return
            if left.variable in self.known or e.relations[link] not in EQUALITIES:
                return
            if not self._is_general(e, link):
                self._special(e, link)
            elif left.variable not in self.lefts and not left.indices:
                self._general(e, link)

    def _is_exception(self, e: Equation, general: RawDefinition, special: RawDefinition) -> bool:
        """Is it one, above what is derived? To a definition with a range of its own only where words say so."""
        if is_derived(e, self.equations, self.derives) or any(x.rel != "!=" for x in general.where):
            return False
        values, lefts = self._values(general, special), [x.left for x in self.equations if x.left is not None]
        told = Exceptions(lefts, self.functions, (*general.ranges, *self.ranges), self._positive(general, special))
        said = told_in_words(e, special, general, self.equations, self.around)
        another = said in (SURELY, INNER, PERHAPS) and bool(values) and not self._instance(general, special, values)
        surely, ends = another and said != PERHAPS, told.at_an_end(values)
        said = DOUBTED if said == INNER or (surely and not ends and len(values) > 1) else said
        apart = not any(x.place == general.place and x.stated.formula is e.stated.formula for x in self.equations)
        claimed = said in ("", FOLLOWS) or (said == BESIDE and apart)
        if (general.ranges and claimed) or not (another or told.holds(general, special, values)):
            return False
        e.excepted = said
        self._put(general, without(general, values, ends))
        return True

    def _values(self, general: RawDefinition, special: RawDefinition) -> dict[Sym, Affine]:
        """The constants that stand in the special definition for letters of the general one."""
        values = {}
        for letter, other, form, value in self._pairs(general.left, special.left):
            shift = form - affine(letter) if letter is not None else form
            if letter is not None and other is None and not shift.letters():
                values[letter] = value - shift
        return values

    def _covers(self, general: RawDefinition, special: RawDefinition, derived: bool = False) -> bool:
        """Does a definition with letters already hold at the constants of another one, as for what is `derived`?"""
        pairs = [*self._pairs(general.left, special.left)]
        if any(a is None and (b is not None or x != y) for a, b, x, y in pairs):
            return False
        values = self._values(general, special)  # no t makes `a_{0|0}` of `a_{t|t-1}`
        known = [eq(x.substitute(values), y) for a, b, x, y in pairs if a in values and b is None]
        unknown = False
        for letter, value in values.items():
            span = self._span(letter, general.ranges)
            if span is None:
                unknown = True
            else:
                known += [ge(value, span.lower), le(value, span.upper)]
        known += (c.substitute(values) for c in general.where)
        if known and is_empty(Domain.of(*known), self._positive(general, special)):
            return False
        if derived or holds_derivative(general.body):
            return True
        return bool(values) and (not unknown or self._instance(general, special, values))

    def _pairs(self, a: Var, b: Var) -> Iterable[tuple[Sym | None, Sym | None, Affine, Affine]]:
        return zip(self._letters(a), self._letters(b), a.indices, b.indices, strict=True)

    def _instance(self, general: RawDefinition, special: RawDefinition, values: dict[Sym, Affine]) -> bool:
        """Is the special equation just the general one at those constants?"""
        at = dict(values)
        for a, b, _, form in self._pairs(general.left, special.left):
            if a is not None and b is not None:
                at[a] = form
        return substitute(general.body, at) == special.body

    def _span(self, letter: Sym, own: tuple[Span, ...]) -> Span | None:
        return next((span for span in (*own, *self.ranges) if span.letter == letter), None)

    def _diagonal(self, e: Equation) -> None:
        """`p_{ii} = 0` beside what defines the other entries; of data that nothing defines it is left to `premises`."""
        left, body = e.members[0], e.members[1]
        assert isinstance(left, Var)
        assert not isinstance(body, ReadError)
        raw = self._raw(e, left, body)
        earlier = list(self.decided.of(left.variable))
        others = [x for x in earlier if not isinstance(x.body, Var)]
        within = [x for x in others if not self._apart(x, raw)]
        early = all(e.place.line < x.place.line for x in self.equations if not x.defines and differentiates(x))
        if any(same_definition(old, raw) and old.left.indices == left.indices for old in earlier):
            e.restates.add(0)
        elif others and (not within or (early and not claims_number(e, within, self.decided.of))):
            self._define(e, 0, raw)

    # ---------------------------------------- names inside of chains

    def _inner_links(self, e: Equation) -> None:
        r"""`\hat y_k = o_k = f(net_k)` defines both names, where nothing else defines them; ties come in chains."""
        if 0 not in e.defines and 0 not in e.restates:
            return
        for link in range(1, len(e.members) - 1):
            left, body = e.members[link], e.members[link + 1]
            if not isinstance(left, Var) or isinstance(body, ReadError) or left.variable in self.known:
                return
            if None in self._letters(left) or e.relations[link] not in EQUALITIES:
                return
            raw = self._raw(e, left, body)
            if left.variable in self.lefts and not self._is_tie(raw):
                if any(same_definition(old, raw) for old in self.decided.of(left.variable)):
                    e.restates.add(link)
                return
            self._general(e, link)

    def _introduced(self, e: Equation) -> None:
        """A bare name beside a formula, or under a brace, that nothing defines and nothing else uses as a value."""
        first = e.members[0]
        for link, member in enumerate(e.members[1:]):
            before, relation = e.members[link], e.relations[link]
            if not isinstance(member, Var) or isinstance(before, (Var, ReadError)) or relation not in EQUALITIES:
                continue
            if isinstance(first, Var) and relation != "=:":
                continue
            if (
                member.variable not in variables(before)
                and self._is_new(member, e, sure=relation == "=:")
                and (relation in (":=", "=:") or any_derivative(e.members[: link + 1]))
            ):
                self._define(e, link, self._raw(e, member, before))
        for member in e.members:
            if isinstance(member, ReadError):
                continue
            for x in of_kind(member, Labelled):
                if isinstance(x.label, Var) and self._is_new(x.label, e):
                    own = frozenset(s for s in free(x.body) if s.name not in self.meaning.names.sizes)
                    if own <= free(x.label):
                        raw = RawDefinition(x.label, without_labels(x.body), e.ranges, (), e.place)
                        self.decided.definitions.append((e.number, raw))

    def _is_new(self, entry: Var, e: Equation, sure: bool = False) -> bool:
        """Does nothing else say what it is? Where a sign makes it a name for `sure`, others may compute with it."""
        letters = self._letters(entry)
        if entry.variable in self.known or None in letters or len(set(letters)) != len(letters):
            return False
        if any(True for _ in self.decided.of(entry.variable)):
            return False
        base = split_key(entry.variable.key)[0]
        if any(u.line < e.place.line and u.mentions(base) for u in self.unread):
            return False
        used = set() if sure else {v for _, d in self.decided.definitions for v in variables(d.body)}
        used = used.union(*(circular(other) for other in self.equations))
        derived = {
            x.wrt.variable
            for other in self.equations
            for m in other.members
            if not isinstance(m, ReadError)
            for x in of_kind(m, Partial)
        }
        return entry.variable not in used | derived
