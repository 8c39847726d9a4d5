r"""Over what the letters of a claim run, where the page does not say.

A letter runs over the range of the position that it fills, the left side first; else over the range that the page gives
it anywhere. A sum without bounds likewise. What cannot be told stays open, and the claim is then not judged as true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations

from ...affine import Affine, Sym, affine
from ...domain import bounds, eq, ge, is_empty, le, ne, subset, subtract
from ...domain.constraint import TRUE, Constraint, Context, Domain
from ...domain.project import eliminate
from ...errors import DomainTooHard
from ...expr import Bracket, Expr, Mul, Partial, Sum, Var, Variable, free, of_kind, rebuild, variables, walk
from ...memo import of_this_object
from ...network.images import union
from ...network.uses import Use, uses
from ...system import Piece, Span, System
from ...work import Memory


def stated(spans: Iterable[Span], letter: Sym) -> Domain | None:
    """The range that some spans give a letter."""
    for s in spans:
        if s.letter == letter:
            return Domain.of(ge(letter, s.lower), le(letter, s.upper))
    return None


DOMAINS = Memory[Domain]()
"""What was found of claims: the same lines stand on many pages about a network."""


class Ranges:
    """Ranges of letters in one system, with the ranges that the page states for letters anywhere."""

    def __init__(self, system: System, spans: tuple[Span, ...] = ()) -> None:
        self.system = system
        self.spans = spans
        self.known = Context(system.context, system.size_functions)

    def domain(
        self,
        members: Sequence[Expr],
        said: tuple[Span, ...],
        where: tuple[Constraint, ...] = (),
        about: object = None,
    ) -> Domain:
        """The range of every free letter of a claim, as far as it can be told, but where `where` sets it outside.

        `about` is what the claim says something of, its left side.
        """
        about = about if isinstance(about, Partial) else None
        key = (self.system, self.spans, tuple(members), said, where, about)
        return DOMAINS.recall(key, lambda: self._domain(members, said, where, about))

    def _domain(
        self,
        members: Sequence[Expr],
        said: tuple[Span, ...],
        where: tuple[Constraint, ...],
        about: Partial | None,
    ) -> Domain:
        scope = frozenset().union(*map(free, members)) - self.system.sizes
        fixed = self._fixed(where)
        found = Domain.of()
        for letter in sorted(scope, key=lambda s: s.name):
            given = self._narrowest(said, letter)
            whole = given is not None or any(self._says_where(c, letter) for c in where)
            if given is None or self._is_condition(given, letter):
                wide = whole or self._is_meant_by_number(letter, members, scope)
                given = (given or Domain.of()) & (self._of(letter, members, scope, whole=wide) or Domain.of())
            if letter not in fixed or self._allows(given, where):
                found &= given
            if not whole and letter not in fixed:
                found &= self._existing(letter, about, scope)
        off = Domain.of(*(self._off_diagonal(members, scope)))
        return found & off if self._allows(found & off, where) else found

    def _narrowest(self, said: tuple[Span, ...], letter: Sym) -> Domain | None:
        r"""The range that is said of a letter: of `1 \le t \le T` and `1 \le t \le T - 1` the second, in any order."""
        found: Domain | None = None
        for other in (Domain.of(ge(letter, s.lower), le(letter, s.upper)) for s in said if s.letter == letter):
            try:
                found = other if found is None or subset(other, [found], self.known) else found
            except DomainTooHard:
                continue
        return found

    def _off_diagonal(self, members: Sequence[Expr], scope: frozenset[Sym]) -> Iterator[Constraint]:
        r"""That two free letters differ where the members name an entry that is only there if they do.

        `C_{ij}` of a page that defines it for `i \ne j` says so by itself, wherever it stands in a line.
        """
        hollow = _hollow(self.system)
        for by in (x.wrt for m in members for x in of_kind(m, Partial) if x.wrt.variable in hollow):
            a, b = (i.letter for i in by.indices[-2:])
            if a is not None and b is not None and a != b and {a, b} <= scope:
                yield ne(a, b)  # `k_{ii} = 0` is no entry that anything is differentiated by
        guarded = _off_the_diagonal(self.system)
        for use in (use for m in members for use in uses(m, scope)) if guarded else ():
            if use.entry.variable not in guarded:
                continue
            letters = [i.letter for i in use.entry.indices]
            pairs = [(a, b) for a, b in combinations(letters, 2) if a in scope and b in scope and a != b]
            guards = [p.at(use.entry.indices)[0] for p in self.system.of(use.entry.variable)] if pairs else []
            for a, b in pairs:
                if a is None or b is None or not guards:
                    continue
                if all(any(keeps_apart(c, a, b) for c in d.constraints) for d in guards):
                    yield ne(a, b)

    def _is_meant_by_number(self, letter: Sym, members: Sequence[Expr], scope: frozenset[Sym]) -> bool:
        """Does the page give a letter a range that holds entries which otherwise only stand by number?"""
        span = stated(self.spans, letter)
        if span is None:
            return False
        few, all_ = (self._of(letter, members, scope, whole=w) for w in (False, True))
        try:
            return few is None or all_ is None or not subset(span & all_, [few], self.known)
        except DomainTooHard:
            return True

    def _existing(self, letter: Sym, about: Partial | None, scope: frozenset[Sym]) -> Domain:
        r"""Where there is what a line is about: `\partial h_{t+1}/\partial h_t = ..` says nothing of the last t."""
        entries = [e for e in (about.of, about.wrt) if isinstance(e, Var)] if about is not None else []
        found = Domain.of()
        for entry in () if self.system.outside_zero else entries:
            for p, form in enumerate(entry.indices):
                if form.coefficient(letter) and form.letters() - self.system.sizes == {letter}:
                    found &= self._position(entry, p, letter, scope) or Domain.of()
        return found

    def _allows(self, given: Domain, where: tuple[Constraint, ...]) -> bool:
        """May a letter that a condition fixes lie in its range? At a boundary (`i = I + 1`) it never does."""
        try:
            return not is_empty(given & Domain(where), self.known)
        except DomainTooHard:
            return False

    def _says_where(self, c: Constraint, letter: Sym) -> bool:
        r"""Does a condition say itself where a letter runs? `k \ne j` and `k < j` do not, `j \ne 1` takes one away."""
        return c.rel != "!=" and c.form.letters() - self.system.sizes == {letter}

    def _fixed(self, where: tuple[Constraint, ...]) -> frozenset[Sym]:
        """The letters that an equality sets to a number or a size (`j = 1`, `t = T`), which may be a boundary."""
        equalities = [c.form.letters() - self.system.sizes for c in where if c.rel == "=="]
        return frozenset(next(iter(letters)) for letters in equalities if len(letters) == 1)

    def _is_condition(self, given: Domain, letter: Sym) -> bool:
        r"""Does what is said relate a letter to another index (`m - A + 1 \le i \le m`)? Its range holds besides."""
        atoms = {a for c in given.constraints for a, _ in c.form.terms if isinstance(a, Sym)}
        return bool(atoms - self.system.sizes - {letter})

    def filled(self, e: Expr, scope: frozenset[Sym], where: Domain = TRUE) -> Expr:
        """The expression with bounds for every sum that states none; `where` is what is known of the letters around."""
        if all(x.lowers or x.uppers for x in of_kind(e, Sum)):
            return e
        if isinstance(e, Sum):
            inner = scope | {e.letter}
            around = Domain(tuple(c for c in where.constraints if not c.mentions(e.letter)))
            ends = (*(ge(e.letter, x) for x in e.lowers), *(le(e.letter, x) for x in e.uppers))
            body = self.filled(e.body, inner, around & Domain.of(*ends))
            if e.lowers or e.uppers:
                return Sum(e.letter, e.lowers, e.uppers, body, e.where)
            said = self._summed(e.letter, body, inner, around)
            if said is None:
                return Sum(e.letter, e.lowers, e.uppers, body, e.where)
            found = bounds(said, e.letter, self.known)
            return Sum(e.letter, found.lowers, found.uppers, body, (*e.where, *found.rest.constraints))
        if isinstance(e, Partial):
            return Partial(self.filled(e.of, scope, where), e.wrt, e.direct)
        return rebuild(e, lambda x: self.filled(x, scope, where))

    def _summed(self, letter: Sym, body: Expr, scope: frozenset[Sym], where: Domain) -> Domain | None:
        r"""The range of the letter of a sum without bounds.

        A `v_0` that only stands by number belongs to it, unless another name has no such entry, `\sum_m v_m z_m`, or
        the network sums over the same entries without it, `\lambda \sum_m v_m^2`. Where the network sums further, over
        a last entry with a definition of its own, so does this one if another name in it goes as far or it is a sum of
        the network over the same names, `\sum_h o_h w_{kh}`; else it is open.
        """
        whole = self._of(letter, (body,), scope, around=where)
        less = self._of(letter, (body,), scope, whole=False, around=where)
        if whole is None or less is None:
            return whole
        entries = list(self._entries(letter, (body,), scope))
        typed = list(self._typed(letter, entries))
        filled = ((e, p) for e in entries for p, form in enumerate(e.indices) if form.letter == letter)
        own = [d for e, p in filled if (d := self._position(e, p, letter, scope, where)) is not None]
        if any(not subset(d, [whole], self.known) for d in typed):
            wide = [d for d in own if all(subset(x, [d], self.known) for x in typed)]
            return wide[0] if wide else self._same_sum({e.variable for e in entries}, letter)
        if whole == less:
            return whole
        if self._sums_alike({e.variable for e in entries}, letter, less):
            return less
        return whole if all(subset(whole, [d], self.known) for d in own) else less

    def _typed(self, letter: Sym, entries: Sequence[Var]) -> Iterator[Domain]:
        """The ranges of the network's sums over such entries, of variables that have some by number there."""
        filled = {(e.variable, p) for e in entries for p, form in enumerate(e.indices) if form.letter == letter}
        split = {(v, p) for v, p in filled if any(x.indices[p].letter not in x.letters for x in self.system.of(v))}
        for x, of in _sums(self.system) if split else ():
            ends = frozenset().union(*(form.letters() for form in (*x.lowers, *x.uppers)))
            if not of.isdisjoint(split) and ends <= self.system.sizes:
                yield Domain.of(*(ge(letter, a) for a in x.lowers), *(le(letter, b) for b in x.uppers))

    def _same_sum(self, variables: Set[Variable], letter: Sym) -> Domain | None:
        """The range of the network's sums over entries of just these variables, if they all have one range."""
        alike = [x for x, of in _sums(self.system) if {v for v, _ in of} == variables]
        ends = frozenset().union(*(form.letters() for x in alike for form in (*x.lowers, *x.uppers)))
        found = {(x.lowers, x.uppers, x.where) for x in alike}
        if len(variables) < 2 or len(found) != 1 or not ends <= self.system.sizes or alike[0].where:
            return None
        return Domain.of(*(ge(letter, a) for a in alike[0].lowers), *(le(letter, b) for b in alike[0].uppers))

    def _sums_alike(self, variables: Set[Variable], letter: Sym, over: Domain) -> bool:
        """Has the network sums over entries of these variables alone, all of them over one range?"""
        found: list[Domain] = []
        for x in (x for p in self.system.pieces if p.body is not None for x in of_kind(p.body, Sum)):
            of = {y.variable for y in of_kind(x.body, Var) if any(x.letter in i.letters() for i in y.indices)}
            if of and of <= variables:
                found.append(Domain.of(*(ge(letter, a) for a in x.lowers), *(le(letter, b) for b in x.uppers)))
        return bool(found) and all(subset(d, [over], self.known) and subset(over, [d], self.known) for d in found)

    def _of(
        self,
        letter: Sym,
        members: Sequence[Expr],
        scope: frozenset[Sym],
        *,
        whole: bool = True,
        around: Domain = TRUE,
    ) -> Domain | None:
        """The range of a letter of a claim; `whole`: with the entries that only stand by number; `around`: where."""
        for alone in (True, False):
            for entry in self._entries(letter, members, scope):
                for p, form in enumerate(entry.indices):
                    if form.letter == letter or (not alone and form.coefficient(letter) in (1, -1)):
                        found = self._position(entry, p, letter, scope, around)
                        if found is not None:
                            return found if whole else self._less_numbered(found, entry, p, letter)
            if alone and (said := stated(self.spans, letter)) is not None:
                return said
        return self._usual(letter)

    def _less_numbered(self, found: Domain, entry: Var, p: int, letter: Sym) -> Domain:
        r"""Without the given entries that only ever stand by number, no letter of the network running over them.

        Beside `h = \theta_0 + \sum_{j=1}^{n} \theta_j x_j` the j of a line about `\theta_j` is not 0.
        """
        if any(piece.body is not None for piece in self.system.of(entry.variable)):
            return found
        numbers, lettered = forms_of_use(self.system, entry.variable, p)
        for n in numbers:
            if all(is_empty(where & eq(form, n), self.known) for form, where in lettered):
                left = subtract(found, Domain.of(eq(letter, n)), self.known)
                found = left[0] if len(left) == 1 else found
        return found

    def _usual(self, letter: Sym) -> Domain | None:
        """The range that a letter has wherever the network binds it, if that is the same everywhere."""
        found: list[Domain] = []
        for piece in self.system.pieces:
            if letter in piece.letters:
                found.append(Domain(tuple(c for c in piece.domain.constraints if letter in c.letters())))
            for e in walk(piece.body) if piece.body is not None else ():
                if isinstance(e, Sum) and e.letter == letter and (e.lowers or e.uppers):
                    found.append(Domain.of(*(ge(letter, x) for x in e.lowers), *(le(letter, x) for x in e.uppers)))
        different = list(dict.fromkeys(found))
        if not different or any(d == TRUE or d.letters() - self.system.sizes != {letter} for d in different):
            return None
        first = different[0]
        same = all(subset(first, [d], self.known) and subset(d, [first], self.known) for d in different[1:])
        return first if same else None

    def _entries(self, letter: Sym, members: Sequence[Expr], scope: frozenset[Sym]) -> Iterator[Var]:
        for member in members:
            for use in uses(member, scope):
                if any(letter in i.letters() for i in use.entry.indices):
                    yield use.entry

    def _position(self, entry: Var, p: int, letter: Sym, scope: frozenset[Sym], around: Domain = TRUE) -> Domain | None:
        """What the pieces that are general in one position say of the letter that fills it, without those that are
        never met where its other letters run (`around`): beside `x^0` an `x^l` with `1 \\le l`."""
        allowed = scope | self.system.sizes | {letter}
        found: list[tuple[Domain, Domain]] = []
        pieces = self.system.of(entry.variable)
        for piece in pieces:
            if piece.indices[p].letter not in piece.letters or (len(pieces) > 1 and _is_diagonal(piece, p)):
                continue
            guard, _ = piece.at(entry.indices)
            if len(pieces) > 1 and not self._is_met(guard, around):
                continue
            about = tuple(c for c in guard.constraints if letter in c.letters() and c.letters() <= allowed)
            if about:
                found.append((Domain(about), guard))
        for candidate, _ in found:
            if all(subset(guard, [candidate], self.known) for _, guard in found):
                return candidate
        joined = union([d for d, _ in found], self.known) if found else ()
        return joined[0] if len(joined) == 1 else None

    def _is_met(self, guard: Domain, around: Domain) -> bool:
        """May a piece be one of those that an entry means?"""
        try:
            return around == TRUE or not is_empty(guard & around, self.known)
        except DomainTooHard:
            return True


@of_this_object(1 << 6)
def _sums(system: System) -> tuple[tuple[Sum, frozenset[tuple[Variable, int]]], ...]:
    """The sums of a network, each with the positions of variables that its letter fills."""
    sums = (x for p in system.pieces if p.body is not None for x in of_kind(p.body, Sum) if x.lowers and x.uppers)
    return tuple((x, frozenset(_filled(x))) for x in sums)


def _filled(x: Sum) -> Iterator[tuple[Variable, int]]:
    for y in of_kind(x.body, Var):
        yield from ((y.variable, p) for p, form in enumerate(y.indices) if form.letter == x.letter)


@of_this_object(1 << 6)
def _off_the_diagonal(system: System) -> frozenset[Variable]:
    """The variables of which some piece is there only where two forms differ, or that have two halves, `i < j`."""
    halves = {p.variable for p in system.pieces if len(p.letters) > 1 and len(system.of(p.variable)) > 1}
    return frozenset(
        p.variable
        for p in system.pieces
        if any(c.rel == "!=" or (p.variable in halves and len(c.letters()) > 1) for c in p.domain.constraints)
    )


@of_this_object(1 << 6)
def _hollow(system: System) -> frozenset[Variable]:
    """The arrays of data of which the page says that their diagonal is 0."""
    found = ((p, p.body) for p in system.pieces if isinstance(p.body, Mul) and len(p.letters) > 1)
    return frozenset(
        p.variable
        for p, body in found
        if any(Bracket((ne(*p.letters[-2:]),)) == f for f in of_kind(body, Bracket))
        and any(v.key == rf"\mathring{{{p.variable.key}}}" for v in variables(body))
    )


def keeps_apart(c: Constraint, a: Sym, b: Sym) -> bool:
    """Does a condition say that two letters differ, `a \\ne b` or `a < b`?"""
    apart = affine(a) - b
    if c.rel == "!=":
        return c.form in (apart, -apart)
    beyond = (c.form - apart, c.form + apart)
    return c.rel == ">=" and any(x.is_constant and x.const < 0 for x in beyond)


@of_this_object(1 << 8)
def forms_of_use(system: System, variable: Variable, p: int) -> tuple[tuple[Affine, ...], list[tuple[Affine, Domain]]]:
    """What stands in one position of a variable where a network uses it: numbers, and forms of letters with where."""
    numbers: list[Affine] = []
    lettered: list[tuple[Affine, Domain]] = []
    for piece in system.pieces:
        for use in uses(piece.body, frozenset(piece.letters)) if piece.body is not None else ():
            if use.entry.variable == variable:
                form = use.entry.indices[p]
                if form.letters() <= system.sizes:
                    numbers.append(form)
                else:
                    lettered.append((form, piece.domain & use.where))
    return tuple(dict.fromkeys(numbers)), lettered


def _is_diagonal(piece: Piece, p: int) -> bool:
    r"""Does an index equal another one throughout (`w_{ii} = 0`)? Then its range is that of the whole array or less."""
    letter = piece.indices[p].letter
    return any(c.rel == "==" and c.mentions(letter) for c in piece.domain.constraints if letter is not None)


def presumed(system: System, members: Sequence[Expr], full: Domain) -> Domain:
    """What an entry with a fixed index says of the sizes by being named: of `x_2` and `w_{i,2}` there are at least two.

    Nothing where it never exists, where that is more than one conjunction, where it compares two sizes (that `o_I`
    exists for J entries is a claim; the c of `y_c` that ends no range is one of the indices), or within a sum that may
    be empty at some of these sizes or a bracket that holds nowhere at some sizes. A letter with one value in `full` is
    that value, the l of `z^{l+1}` beside `l = 1`.
    """
    sizes, pins = system.sizes, _pinned(full, system.sizes)
    if not pins and not any(i.letters() <= sizes for m in members for e in of_kind(m, Var) for i in e.indices):
        return TRUE
    known = Context(system.context & full, system.size_functions)
    ends = _ends(system)
    found = TRUE
    for use in (use for m in members for use in uses(m, full.letters())):
        put = {s: x for s, x in pins.items() if s not in use.bound}
        indices = tuple(i.substitute(put) for i in use.entry.indices)
        guards = [
            Domain(tuple(c for c in p.at(indices)[0].constraints if c.letters() <= system.sizes))
            for p in system.of(use.entry.variable)
        ]
        if not any(i.letters() <= sizes for i in indices) or not _is_somewhere(system, use, full, guards):
            continue
        if subset(TRUE, guards, known):
            continue
        news = [Domain(tuple(c for c in g.constraints if not subset(TRUE, [Domain((c,))], known))) for g in guards]
        meant = union([g for g in news if not is_empty(g & found, known)], known)
        if len(meant) == 1 and all(len(c.letters() & ends) < 2 for c in meant[0].constraints):
            found &= meant[0]
    return found


@of_this_object(1 << 6)
def _ends(system: System) -> frozenset[Sym]:
    """The sizes at which a range or a sum begins or ends."""
    ends = {c for p in system.pieces for c in p.domain.constraints if c.rel == ">="}
    bodies = [p.body for p in system.pieces if p.body is not None]
    bounds_ = (form for b in bodies for x in of_kind(b, Sum) for form in (*x.lowers, *x.uppers))
    return system.sizes & frozenset().union(*(c.letters() for c in ends), *(form.letters() for form in bounds_))


def _pinned(full: Domain, sizes: frozenset[Sym]) -> dict[Sym, Affine]:
    """The letters that an equality sets to a number."""
    equalities = [c.form for c in full.constraints if c.rel == "==" and not c.form.letters() & sizes]
    alone = ((form, form.terms[0]) for form in equalities if len(form.terms) == 1)
    return {s: affine(-form.const * n) for form, (s, n) in alone if isinstance(s, Sym) and abs(n) == 1}


def _is_somewhere(system: System, use: Use, full: Domain, guards: Sequence[Domain]) -> bool:
    """Are the sums around a use never empty, and do the brackets around it hold for some value of the free letters?

    A sum may be empty at sizes of which the guards of the entry do not speak.
    """
    known = Context(system.context, system.size_functions)
    outer = Domain(tuple(c for c in use.where.constraints if not any(c.mentions(s) for s in use.bound)))
    free_letters = sorted(full.letters() - system.sizes, key=lambda s: s.name)
    try:
        around = _projected(outer & full, free_letters, known)
        where = _projected(use.where & full, (*reversed(use.bound), *free_letters), known)
        if around is None or where is None or not subset(TRUE, [around], known) or is_empty(where, known):
            return False
        left = [c for c in where.constraints if not subset(TRUE, [Domain((c,))], known)]
    except DomainTooHard:
        return False
    spoken_of = frozenset[Sym]().union(*(d.letters() for d in guards))
    return all(spoken_of.isdisjoint(c.letters()) for c in left)


def _projected(where: Domain, letters: Iterable[Sym], known: Context) -> Domain | None:
    """What is left of conditions without some letters."""
    found: Domain | None = where
    for letter in letters:
        found = None if found is None else eliminate(found, letter, known)
    return found


def open_sums(e: Expr) -> bool:
    """Is there a sum without bounds in it?"""
    return any(not x.lowers and not x.uppers for x in of_kind(e, Sum))
