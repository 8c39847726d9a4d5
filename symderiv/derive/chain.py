r"""The expanded route, first half: the chain rule over the cut, `\sum_k dE/dc_k dc_k/dw`.

Each branch of the cut gives a sum over its entries, or a single product where the weight reaches one entry only. The
first factor is a derivative by a node, found in the same way; the second is `expand`'s. Then the pieces are put back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..affine import Affine, Sym
from ..calculus.contract import Term, contracted, instantiated, multiplied, summed
from ..calculus.depend import fixed_value
from ..calculus.fold import folded
from ..calculus.local import Wrt, definition_at, piece_of, sites, wrt_of
from ..calculus.products import product
from ..domain import TRUE, Domain, eq, implies, simplify, solve
from ..expr import ZERO, Apply, Expr, Partial, Var, Variable, add, mul
from ..step import Bindings, Claim, Definitions, Remark, Step
from ..system import Piece, Role, System, alias_of, display_of
from .asked import left_open
from .cut import Cut, cut
from .expand import Nodes, Recursion, Terms, TooDeep
from .quote import belonging, grouped

UNFOLDED = 12
"""So many derivatives of the objective are found one through the other before the other route is taken instead."""


@dataclass(frozen=True)
class Branch:
    """One variable of the cut at the entry the chain rule names, its domain, and where fewer paths would lead.

    `letters` are summed over: those that the weight leaves open, none where it reaches this one entry only. `naive` is
    the entry that the weight's own occurrence points to, if that says more of it, whether or not others depend on it.
    """

    piece: Piece
    entry: Var
    domain: Domain
    letters: tuple[Sym, ...]
    naive: Var | None

    @property
    def fixed(self) -> bool:
        """Does the weight reach this one entry only?"""
        return not self.letters


class Expansion(Nodes):
    """Derives total derivatives of the objective."""

    def __init__(self, system: System, objective: Variable) -> None:
        super().__init__(system)
        self.objective = objective
        self._gradients: dict[Piece, tuple[Var, Terms]] = {}
        self._quoted: list[Piece] = []
        self._depth = 0

    # ---------------------------------------------------------------------------------------------------- gradients

    def gradient(self, entry: Var, piece: Piece | None = None, *, top: bool = False) -> Terms:
        r"""`\partial E / \partial entry` as terms, its claims added to the items; `piece` is where the entry lies."""
        piece = piece or piece_of(self.flow, entry)
        found = self._known_gradient(entry, piece)
        if found is not None:
            return found
        if entry.variable in self.flow.downstream(self.flow.users(entry.variable)):
            raise Recursion(entry.variable)
        wrt = wrt_of(self.flow, entry, piece)
        if top:
            self.letters.reserved = wrt.letters - self.system.sizes
        crossing = cut(self.flow, entry.variable, self.objective)
        if self._depth >= UNFOLDED:
            raise TooDeep(entry.variable, UNFOLDED)
        self._depth += 1
        terms = self._gradient(wrt, crossing, top)
        self._depth -= 1
        self._gradients[piece] = (entry, terms)
        return terms

    def _known_gradient(self, entry: Var, piece: Piece) -> Terms | None:
        if piece not in self._gradients:
            return None
        said, terms = self._gradients[piece]
        values = {}
        for a, b in zip(said.indices, entry.indices, strict=True):
            if a != b and (a.letter is None or a.letter in self.system.sizes):
                return None
            if a.letter is not None:
                values[a.letter] = b
        return tuple(instantiated(t, values) for t in terms)

    def _gradient(self, wrt: Wrt, crossing: Cut, top: bool) -> Terms:
        if not crossing.variables:
            if self.flow.generic and crossing.direct and len(crossing.users) == 1:
                return self._leaf(wrt, top)
            return self._by_objective(wrt)
        branches = self.branches(crossing, wrt)
        if len(branches) == 1 and not crossing.direct and not top and _is_function(branches[0]):
            return self._through(branches[0], wrt)
        return self._over_cut(wrt, branches, crossing, top)

    def _leaf(self, wrt: Wrt, top: bool) -> Terms:
        """The derivative of a function left open, by one of its arguments."""
        found = (s.term for s in sites(self.flow, Var(self.objective), wrt, TRUE))
        terms = self.settled(found, wrt.known)
        if top:
            goal, step = Partial(Var(self.objective), wrt.entry), Step(self.written(terms, wrt.known), "definition")
            self.items.append(Claim(goal, (step,), self.ranges_of(wrt), (), *left_open(self.system, goal)))
        return terms

    def _by_objective(self, wrt: Wrt) -> Terms:
        """No cut but the objective itself: its definition is differentiated."""
        return self.as_factor(self.settled(self.total(Var(self.objective), wrt), wrt.known), wrt)

    def _through(self, branch: Branch, wrt: Wrt) -> Terms:
        r"""`\partial E/\partial net_k = \partial E/\partial o_k \; \partial o_k/\partial net_k`."""
        E = Var(self.objective)
        outer = Partial(E, branch.entry)
        before = len(self.items)
        inner = self.total(branch.entry, wrt)
        del self.items[before:]
        local = self.written(inner, wrt.known)
        steps = (
            Step(mul(self.shown(branch.entry), Partial(branch.entry, wrt.entry)), "chain rule"),
            Step(mul(self.shown(branch.entry), local), "elementwise derivative"),
        )
        self.items.append(Claim(Partial(E, wrt.entry), steps, self.ranges_of(wrt)))
        first = self.gradient(branch.entry, branch.piece)
        assert outer.of == E
        return self.as_factor(self._put_together(branch, first, inner, wrt), wrt)

    def shown(self, entry: Var) -> Expr:
        r"""`\partial E/\partial entry`, as the direct derivative where a generic objective is all that uses it."""
        only = self.flow.generic and self.flow.users(entry.variable) == {self.objective}
        return Partial(Var(self.objective), entry, direct=bool(only))

    # ------------------------------------------------------------------------------------------------------ branches

    def branches(self, crossing: Cut, wrt: Wrt) -> list[Branch]:
        """The entries over which the chain rule goes, for each piece of each variable of the cut."""
        pieces = [p for v in crossing.variables for p in self.flow.pieces[v] if p.role is Role.NODE]
        return [self._branch(p, self.entry_in(p, wrt.letters), wrt) for p in pieces]

    def _branch(self, piece: Piece, entry: Var, wrt: Wrt) -> Branch:
        domain = piece.at(entry.indices)[0]
        body = definition_at(self.flow, self.letters, piece, entry, wrt)
        found = sites(self.flow, body, wrt, domain, entry)
        reached = wrt.dependence.of(entry, wrt.entry, domain, wrt.known)
        there = self._fixed(piece, entry, reached, wrt)
        naive = self._fixed(piece, entry, tuple(x.term.domain for x in found if x.inner is None), wrt)
        letters = tuple(s for s in self._letters(there) if s not in wrt.letters)
        return Branch(piece, there, piece.at(there.indices)[0], letters, naive if naive not in (entry, there) else None)

    def _letters(self, entry: Var) -> tuple[Sym, ...]:
        """The letters of a general entry that are indices."""
        return tuple(i.letter for i in entry.indices if i.letter is not None and i.letter not in self.system.sizes)

    def _fixed(self, piece: Piece, entry: Var, parts: tuple[Domain, ...], wrt: Wrt) -> Var:
        """The entry with each letter put in of which all the conditions leave one value, if that certainly is there."""
        domain = piece.at(entry.indices)[0]
        values: dict[Sym, Affine] = {}
        for letter in self._letters(entry) if parts else ():
            value = fixed_value(parts, letter, domain, wrt.known)
            if value is None or not value.letters() <= wrt.letters | self.system.sizes:
                continue
            tried = {**values, letter: value}
            there = piece.at(tuple(i.substitute(tried) for i in entry.indices))[0]
            settled = [c for c in there.constraints if c.letters() <= wrt.letters | self.system.sizes]
            if all(implies(TRUE, c, wrt.known) for c in settled):
                values = tried
        return Var(entry.variable, tuple(i.substitute(values) for i in entry.indices))

    def _put_together(self, branch: Branch, first: Terms, second: Terms, wrt: Wrt) -> Terms:
        """First factor times second, summed over the entries of the branch."""
        if branch.fixed:
            second = self.as_factor(self.settled(second, wrt.known), wrt)
        made: list[Term] = []
        for b in second:
            for a in first:
                term = multiplied(a, b)
                whole = Term(branch.letters + term.letters, term.domain & branch.domain, term.factors)
                done = contracted(whole, wrt.known)
                if done is not None:
                    factors = product(*(self.flow.constants(f, done.domain, wrt.known) for f in done.factors))
                    made.append(replace(done, factors=(folded(factors, self.flow.foldable, done.domain, wrt.known),)))
        return tuple(made)

    def as_factor(self, terms: Terms, wrt: Wrt) -> Terms:
        """Several terms without conditions as one, so that they stay together in what is multiplied with them."""
        if len(terms) < 2 or not all(self._certain(t, wrt) for t in terms):
            return terms
        return (Term((), TRUE, (self.written(terms, wrt.known),)),)

    def _certain(self, term: Term, wrt: Wrt) -> bool:
        """Is it there for every entry, and does no equality tie its sums to the entry?"""
        own = frozenset(term.letters)
        tied = (c for c in term.domain.constraints if c.rel == "==" and own & c.letters() and c.letters() - own)
        return summed(term, wrt.known)[0].is_true and not any(c.letters() & wrt.letters for c in tied)

    # ----------------------------------------------------------------------------------------------------- chain rule

    def _over_cut(self, wrt: Wrt, branches: list[Branch], crossing: Cut, top: bool) -> Terms:
        goal = Partial(Var(self.objective), wrt.entry)
        domain = self.ranges_of(wrt)
        chain = chain_rule(self, wrt, branches, crossing.direct)
        if top:
            self._announce(wrt, branches, goal, domain)
        self.items.append(Claim(goal, (Step(chain, "chain rule"),), domain, caption="chain rule"))
        quoted = self.quoted([b.piece for b in branches], wrt) if top else []
        if quoted:
            self.items += (*quoted, Claim(goal, (Step(chain, "chain rule"),), domain))
        firsts = [self.gradient(b.entry, b.piece) for b in branches]
        seconds = [self.total(b.entry, wrt) for b in branches]
        terms: list[Term] = []
        for branch, first, second in zip(branches, firsts, seconds, strict=True):
            terms += self._put_together(branch, first, second, wrt)
        if crossing.direct:
            terms += self._direct(wrt, domain)
        steps = [Step(chain, "chain rule")]
        plain = self.written(terms, wrt.known)
        if plain != chain:
            steps.append(Step(plain, "substitution"))
        settled = self.settled(terms, wrt.known)
        result = self.written(settled, wrt.known)
        if result != plain:
            steps.append(Step(result, "collect"))
        self.items.append(Claim(goal, tuple(steps), domain, caption="result" if top else ""))
        if top:
            self.items += self.quoted(self.used, wrt)
        return self.as_factor(settled, wrt)

    def quoted(self, pieces: list[Piece], wrt: Wrt) -> list[Definitions]:
        """The definitions of some nodes and what belongs to them, as far as they have not been quoted."""
        found = [p for p in belonging(self.flow, pieces, wrt.entry.variable) if p not in self._quoted]
        items = grouped(self.flow, found)
        shown = [
            v for item in items if display_of(item.variables, self.system.displays) is None for v in item.variables
        ]
        self._quoted += (*found, *(p for v in shown for p in self.system.of(v)))
        return items

    def _direct(self, wrt: Wrt, domain: Domain) -> Terms:
        """What the weight does to the objective where it stands in it."""
        piece = next(p for p in self.flow.bodies() if p.variable == self.objective)
        assert piece.body is not None
        found = [s for s in sites(self.flow, piece.body, wrt, TRUE) if s.inner is None]
        terms = self.settled((s.term for s in found), wrt.known)
        terms = tuple(replace(t, factors=(product(*t.factors),)) for t in terms)
        direct = Partial(Var(self.objective), wrt.entry, direct=True)
        written = self.written(terms, wrt.known)
        if written not in (direct, ZERO):
            self.items.append(
                Claim(
                    direct,
                    (Step(written, "definition"),),
                    domain,
                    caption="direct branch",
                    bindings=(("objective", Var(self.objective)), ("wrt", wrt.entry)),
                )
            )
        return terms

    # ------------------------------------------------------------------------------------------------------ the page

    def ranges_of(self, wrt: Wrt) -> Domain:
        """The ranges of the letters of what is differentiated by."""
        return simplify(wrt.domain, self.flow.known)

    def _announce(self, wrt: Wrt, branches: list[Branch], goal: Partial, domain: Domain) -> None:
        """What is derived, and the tempting but wrong chain rule where there is one."""
        ties = self._copies(wrt.entry)
        if ties:
            self.items.append(Remark("ties", tuple(("tie", t) for t in (*ties, wrt.entry))))
        for copy, where in self._shifted(wrt):
            self.items.append(Remark("ties where", (("tie", copy), ("tie", wrt.entry), ("condition", where))))
        first = branches[0]
        if len(branches) > 1:
            if first.fixed:
                self._refuted(goal, chain_rule(self, wrt, [first], direct=False), domain)
                others: Bindings = tuple(("branch", b.entry) for b in branches[1:])
                self.items.append(Remark("other branches depend", (*others, ("wrt", wrt.entry))))
        elif first.naive is not None:
            at = first.naive
            self._refuted(goal, chain_rule(self, wrt, [self._naively(first, wrt)], direct=False), domain)
            more = [i for i, general in zip(at.indices, first.entry.indices, strict=True) if i != general]
            node = next((i for i in more if i.letters() & wrt.letters), more[-1])
            used = {u.place.entry.variable for u in self.flow.uses[wrt.entry.variable] if u.piece == first.piece}
            tie = [t for t in ties if t.variable not in used]
            bindings: Bindings = (("node", node), ("user", at), *(("tie", t) for t in (*tie, wrt.entry)))
            self.items.append(Remark("other nodes depend", bindings))

    def _naively(self, branch: Branch, wrt: Wrt) -> Branch:
        """The branch at the entry alone that the weight's own occurrence points to."""
        assert branch.naive is not None
        letters = tuple(s for s in self._letters(branch.naive) if s not in wrt.letters)
        return replace(branch, entry=branch.naive, domain=branch.piece.at(branch.naive.indices)[0], letters=letters)

    def _refuted(self, goal: Partial, wrong: Expr, domain: Domain) -> None:
        step = Step(wrong, "naive chain rule")
        self.items.append(Claim(goal, (step,), domain, caption="naive chain rule", refuted=True))

    def _copies(self, entry: Var) -> list[Var]:
        """The aliases that stand for the entry, each at its own indices."""
        found: list[Var] = []
        for piece in self.system.pieces:
            alias = alias_of(piece) if piece.role is Role.ALIAS else None
            if alias is None or alias[0] != 1 or alias[1].variable != entry.variable:
                continue
            values = {}
            for inner, outer in zip(alias[1].indices, entry.indices, strict=True):
                if inner.letter is not None:
                    values[inner.letter] = outer
            if set(piece.letters) <= set(values):
                found.append(Var(piece.variable, tuple(i.substitute(values) for i in piece.indices)))
        return found

    def _shifted(self, wrt: Wrt) -> Iterator[tuple[Var, Domain]]:
        """The aliases that stand for the entry at shifted indices, and where they do."""
        for piece in self.system.pieces:
            alias = alias_of(piece) if piece.role is Role.ALIAS else None
            if alias is None or alias[0] != 1 or alias[1].variable != wrt.entry.variable:
                continue
            same = Domain.of(*(eq(a, b) for a, b in zip(alias[1].indices, wrt.entry.indices, strict=True)))
            values = {letter: found[0] for letter in piece.letters if (found := solve(same, letter)) is not None}
            copy = Var(piece.variable, tuple(i.substitute(values) for i in piece.indices))
            where = simplify(piece.at(copy.indices)[0], wrt.known)
            if len(values) == len(piece.letters) and not (where.is_true or where.is_false):
                yield copy, where


def chain_rule(engine: Expansion, wrt: Wrt, branches: list[Branch], direct: bool) -> Expr:
    r"""`\partial E/\partial w = \sum_k (\partial E/\partial c_k) (\partial c_k/\partial w)`, c on every path just once.

    With a branch for each variable of the cut, and `\partial^{+} E/\partial w` where w stands in the objective itself.
    """
    objective = Var(engine.objective)
    terms: list[Expr] = []
    for b in branches:
        body = mul(Partial(objective, b.entry), Partial(b.entry, wrt.entry))
        terms.append(summed(Term(b.letters, b.domain, (body,)), wrt.known)[1])
    if direct:
        terms.append(Partial(objective, wrt.entry, direct=True))
    return add(*terms)


def _is_function(branch: Branch) -> bool:
    """Is what stands at the cut one function of what is differentiated by, entry by entry?"""
    return branch.fixed and isinstance(branch.piece.body, Apply)
