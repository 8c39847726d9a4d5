r"""The expanded route, second half: the total derivative of a node by a weight, claim by claim as in a lecture.

`Nodes.total` inserts the node's definition, drops what does not depend on the weight, uses up sums ("h != i: neither
factor depends on it"), applies the product rule, splits cases where one condition decides, and goes on to the
derivatives that are left. What it returns are terms: each path's factors in order, output to input, under their sums
and conditions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .affine import Affine, Sym, affine
from .assume import settled
from .contract import Term, contracted, instantiated, joined, summed
from .domain import TRUE, Constraint, Context, Domain, implies, is_empty, ne, simplify
from .errors import DerivationError
from .expr import (
    Add,
    Apply,
    Bracket,
    Div,
    Expr,
    Labelled,
    Mul,
    Partial,
    Sum,
    Var,
    Variable,
    add,
    mul,
)
from .flow import Flow, flow
from .fold import folded
from .letters import Letters, upper_end
from .local import Reducer, Site, Wrt, definition, sites
from .products import collected, product
from .step import Bindings, Claim, Item, Step
from .system import Piece, System
from .writing import factored, positive_first, written

DEPTH = 12
"""So many definitions are gone through one inside the other before the backpropagated route is taken instead."""

Terms = tuple[Term, ...]


class Recursion(DerivationError):
    """The derivative of a variable leads back to itself: the expanded route does not end."""

    def __init__(self, variable: Variable) -> None:
        super().__init__(
            f"the derivative of {variable.name} is a recursion",
            hint="take the backpropagated route: --route backprop",
        )
        self.variable = variable


class TooDeep(DerivationError):
    """More layers than a person would write out."""


@dataclass(frozen=True)
class Found:
    """A derivative that has been derived: for this entry, these terms."""

    entry: Var
    terms: Terms


class Nodes:
    """Derives total derivatives of nodes; `items` are the claims made so far."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.flow: Flow = flow(system)
        self.letters = Letters(system)
        self.items: list[Item] = []
        self.used: list[Piece] = []
        self._found: dict[tuple[Var, Variable], list[Found]] = {}
        self._open: list[tuple[Variable, Variable]] = []

    # ------------------------------------------------------------------------------------------------------- totals

    def total(self, entry: Var, wrt: Wrt) -> Terms:
        r"""`\partial entry / \partial wrt` as terms, its claims added to the items the first time it is asked for."""
        known = self._known(entry, wrt)
        if known is not None:
            return known
        key = (entry.variable, wrt.entry.variable)
        if key in self._open:
            raise Recursion(entry.variable)
        if len(self._open) >= DEPTH:
            raise TooDeep(f"the path to {wrt.entry.variable.name} has more than {DEPTH} steps")
        asked = self.stated_at(entry, wrt)
        self._open.append(key)
        try:
            terms = tuple(t for piece in self.nodes(asked, wrt) for t in self._of_piece(piece, asked, wrt))
        finally:
            self._open.pop()
        self._found.setdefault((wrt.entry, entry.variable), []).append(Found(asked, terms))
        found = self._known(entry, wrt)
        assert found is not None
        return found

    def _known(self, entry: Var, wrt: Wrt) -> Terms | None:
        """The terms of an earlier claim, at this entry."""
        for earlier in self._found.get((wrt.entry, entry.variable), ()):
            values: dict[Sym, Affine] = {}
            for said, asked in zip(earlier.entry.indices, entry.indices, strict=True):
                if said == asked:
                    continue
                letter = said.letter
                if letter is None or letter in wrt.letters or letter in values:
                    break
                values[letter] = asked
            else:
                return tuple(instantiated(t, values) for t in earlier.terms)
        return None

    def stated_at(self, entry: Var, wrt: Wrt) -> Var:
        """The entry at which a claim is stated: as asked if its indices are letters, else at letters of its own."""
        named = [i.letter for i in entry.indices]
        if all(s is not None and s not in self.system.sizes for s in named) and len(set(named)) == len(named):
            return entry
        return self.general(entry.variable, wrt.letters)

    def general(self, variable: Variable, taken: frozenset[Sym]) -> Var:
        """A general entry of a variable."""
        pieces = [p for p in self.flow.bodies() if p.variable == variable]
        return self.entry_in(max(pieces, key=lambda p: len(p.letters)), taken)

    def entry_in(self, piece: Piece, taken: frozenset[Sym]) -> Var:
        """A general entry of a piece, its letters picked as a lecturer would."""
        values: dict[Sym, Affine] = {}
        for letter in piece.letters:
            new = self.letters.pick(letter, upper_end(piece.domain, letter), taken)
            taken |= {new}
            values[letter] = affine(new)
        return Var(piece.variable, tuple(i.substitute(values) for i in piece.indices))

    def nodes(self, entry: Var, wrt: Wrt) -> list[Piece]:
        """The definitions that may give the entry its value."""
        pieces = (p for p in self.flow.bodies() if p.variable == entry.variable)
        return [p for p in pieces if not is_empty(p.at(entry.indices)[0], wrt.known)]

    def _of_piece(self, piece: Piece, entry: Var, wrt: Wrt) -> Terms:
        guard = simplify(piece.at(entry.indices)[0], self.flow.known)
        body = definition(self.flow, self.letters, piece, entry, wrt)
        found = sites(self.flow, body, wrt, guard, entry)
        if not found:
            return ()
        self.used.append(piece)
        only = found[0]
        if isinstance(body, Apply) and len(found) == 1 and only.inner is not None and not only.term.letters:
            terms = self._through_function(entry, only, only.inner, wrt, guard)
        else:
            terms = self._by_definition(entry, body, wrt, guard)
        return tuple(replace(t, domain=t.domain & guard) for t in terms)

    # ------------------------------------------------------------------------------------------ elementwise functions

    def _through_function(self, entry: Var, site: Site, inner: Var, wrt: Wrt, guard: Domain) -> Terms:
        """`o = f(net)`: the derivative of f times what is left; both factors labelled where the second is at hand."""
        outer = self.tidy(product(*site.term.factors[1:]), guard, wrt)
        left = Partial(entry, wrt.entry)
        chain = (Partial(entry, inner), Partial(inner, wrt.entry))
        domain = self.ranges(guard, wrt)
        steps = (Step(mul(*chain), "chain rule"), Step(mul(outer, chain[1]), "elementwise derivative"))
        before = len(self.items)
        self.items.append(Claim(left, steps, domain))
        terms = self.total(inner, wrt)
        at_hand = self._at_hand(terms, self.items[before + 1 :], wrt.known & guard)
        if at_hand is not None:
            labelled = mul(Labelled(chain[0], outer), Labelled(chain[1], at_hand))
            self.items[before:] = [Claim(left, (Step(labelled, "chain rule"),), domain)]
        return tuple(replace(t, factors=(outer, *t.factors)) for t in terms)

    def _at_hand(self, terms: Terms, made: list[Item], known: Context) -> Expr | None:
        """The derivative if it is one plain product that took one claim to find."""
        if len(terms) != 1 or terms[0].letters or len(made) != 1 or not isinstance(made[0], Claim):
            return None
        if any(not implies(TRUE, c, known) for c in terms[0].domain.constraints):
            return None
        return mul(*terms[0].factors)

    # --------------------------------------------------------------------------------------------------- definitions

    def _by_definition(self, entry: Var, body: Expr, wrt: Wrt, guard: Domain) -> Terms:
        """Insert the definition, reduce it, apply the product rule, case by case where a condition decides."""
        steps = [Step(Partial(body, wrt.entry), "definition")]
        reducer = Reducer(self.flow, wrt, guard)
        kept = reducer.independent_dropped(body)
        if kept != body:
            steps.append(Step(Partial(kept, wrt.entry), "independence", _listed("dropped", reducer.dropped)))
        reduced = reducer.collapsed(kept)
        if reduced != kept:
            bindings = tuple((c.letter.name, c.value) for c in reducer.collapses)
            steps.append(Step(Partial(reduced, wrt.entry), "delta collapse", bindings))
        found = sites(self.flow, reduced, wrt, guard, entry if reduced == body else None)
        written = Written(self, reduced, found, wrt, guard)
        self._claims(Partial(entry, wrt.entry), steps, reducer, written)
        return tuple(t for site in found for t in self._completed(site, wrt, guard))

    def _claims(self, left: Expr, steps: list[Step], reducer: Reducer, written: Written) -> None:
        wrt = written.wrt
        domain = self.ranges(written.guard, wrt)
        remark = _independence(reducer, wrt)
        conditions = written.conditions
        if len(conditions) == 1 and not conditions[0].is_true:
            # one condition for everything: the claim holds under it, and there is nothing elsewhere
            steps += written.steps(conditions[0])
            self.items.append(Claim(left, tuple(steps), domain, conditions[0].constraints, *remark))
        elif written.splits:
            self.items.append(Claim(left, tuple(steps), domain, (), *remark))
            self.items += written.cases(domain)
        else:
            steps += written.steps(TRUE)
            self.items.append(Claim(left, tuple(steps), domain, (), *remark))

    def _completed(self, site: Site, wrt: Wrt, guard: Domain) -> Terms:
        """A site's term with the derivative that is left in it derived, too."""
        known = wrt.known & guard
        if site.inner is None:
            return (replace(site.term, factors=(self.tidy(product(*site.term.factors), site.term.domain, wrt),)),)
        others = self.tidy(product(*site.term.factors[1:]), site.term.domain, wrt)
        made: list[Term] = []
        for inner in self.total(site.inner, wrt):
            term = joined(Term(site.term.letters, site.term.domain, (others,)), inner)
            done = contracted(term, known)
            if done is not None:
                made.append(done)
        return tuple(made)

    # ------------------------------------------------------------------------------------------------------- writing

    def tidy(self, e: Expr, domain: Domain, wrt: Wrt) -> Expr:
        """Constants put in, definitions folded back."""
        e = self.flow.constants(e, domain, wrt.known)
        return folded(e, self.flow.foldable, domain & wrt.domain, self.flow.known)

    def ranges(self, guard: Domain, wrt: Wrt) -> Domain:
        """The ranges of a claim's letters."""
        return simplify(guard & wrt.domain, self.flow.known)

    def written(self, terms: Iterable[Term], known: Context) -> Expr:
        """Terms as one expression: guards that are not certain as brackets."""
        return written(terms, known, self.letters)

    def settled(self, terms: Iterable[Term], known: Context) -> Terms:
        """Terms contracted, with assumptions about sums used."""
        return settled(terms, self.system, known)


class Written:
    """How the sites of a reduced definition are written: by the product rule, then with what is known put in."""

    def __init__(self, nodes: Nodes, reduced: Expr, found: tuple[Site, ...], wrt: Wrt, guard: Domain) -> None:
        self.nodes, self.reduced, self.sites, self.wrt, self.guard = nodes, reduced, found, wrt, guard
        self.known = wrt.known & guard
        self.pairs = [self._pair(s) for s in found]

    def _pair(self, site: Site) -> tuple[Domain, Expr]:
        shown = site.shown
        inner = shown.factors[:1] if site.inner is not None else ()
        rest = self.nodes.tidy(product(*shown.factors[len(inner) :]), shown.domain, self.wrt)
        factors = (*inner, rest) if self._plain(site) else (rest, *inner)
        return summed(replace(shown, factors=(mul(*factors),)), self.known)

    def _plain(self, site: Site) -> bool:
        """Is it a factor of a product, so that the derived factor is written first?"""
        return isinstance(self.reduced, (Mul, Sum, Add, Var))

    @property
    def conditions(self) -> list[Domain]:
        """The different guards, in order of appearance."""
        return list(dict.fromkeys(g for g, _ in self.pairs))

    @property
    def splits(self) -> bool:
        """Does exactly one condition, a single equality, decide, with something left where it fails?"""
        guards = [g for g in self.conditions if not g.is_true]
        single = len(guards) == 1 and [c.rel for c in guards[0].constraints] == ["=="]
        return single and any(g.is_true for g, _ in self.pairs)

    def steps(self, case: Domain) -> list[Step]:
        """Product rule (where there are several factors), then what is known put in; `case` is what holds."""
        live = [n for n, (g, _) in enumerate(self.pairs) if self._holds(g, case) or not self._fails(g, case)]
        steps: list[Step] = []
        if len(live) > 1 and all(self._plain(self.sites[n]) for n in live):
            steps.append(Step(self._by_product_rule(live), "product rule"))
        terms = []
        for n in live:
            guard, e = self.pairs[n]
            terms.append(e if self._holds(guard, case) else mul(Bracket(guard.constraints), e))
        result = positive_first(collected(terms))
        if len(live) > 1 and not steps:
            result = factored(result)
        if not steps or steps[-1].right != result:
            steps.append(Step(result, self._rule(live, bool(steps))))
        return steps

    def _holds(self, guard: Domain, case: Domain) -> bool:
        return all(implies(case, c, self.known) for c in guard.constraints)

    def _fails(self, guard: Domain, case: Domain) -> bool:
        return is_empty(guard & case, self.known)

    def _rule(self, live: list[int], multiplied: bool) -> str:
        """What the last step of a claim rests on."""
        if multiplied:
            return "delta collapse"
        if len(live) < len(self.sites):
            return "independence"
        return _local_rule(self.reduced)

    def _by_product_rule(self, live: list[int]) -> Expr:
        w = self.wrt.entry
        # by identity: the factors of x_i x_i are two places that look alike
        found = list({id(self.sites[n].place): self.sites[n].place for n in live}.values())
        products = [mul(Partial(p.entry, w), product(*p.factors)) for p in found]
        if len({(p.letters, p.domain) for p in found}) == 1:
            return summed(Term(found[0].letters, found[0].domain, (add(*products),)), self.known)[1]
        terms = (Term(p.letters, p.domain, (e,)) for p, e in zip(found, products, strict=True))
        return add(*(summed(t, self.known)[1] for t in terms))

    def cases(self, domain: Domain) -> list[Item]:
        """The claim for where the condition holds, and the one for where it does not."""
        condition = next(g for g in self.conditions if not g.is_true)
        made: list[Item] = []
        for case in (condition, Domain(negated(condition.constraints[0]))):
            live = [s for s, (g, _) in zip(self.sites, self.pairs, strict=True) if not self._fails(g, case)]
            factors = list(dict.fromkeys(s.place.entry for s in live))
            everything = len(live) == len(self.sites)
            bindings: Bindings = (("condition", case), *_listed("factor", factors), ("wrt", self.wrt.entry))
            caption = "case depends" if everything else "case only"
            if not all(self._plain(s) for s in live):
                caption, bindings = "case", (("condition", case),)
            left = Partial(self.reduced, self.wrt.entry)
            made.append(Claim(left, tuple(self.steps(case)), domain, case.constraints, caption, bindings))
        return made


def negated(c: Constraint) -> tuple[Constraint, ...]:
    """The opposite of an equality, as one constraint."""
    return (Constraint("!=", c.form),)


def _listed(name: str, values: Iterable[Expr]) -> Bindings:
    return tuple((name, v) for v in values)


def _independence(reducer: Reducer, wrt: Wrt) -> tuple[str, Bindings]:
    if reducer.collapses:
        first = reducer.collapses[0]
        condition = Domain.of(*(ne(c.letter, c.value) for c in reducer.collapses[:1]))
        return "independent unless", (
            ("condition", condition),
            *_listed("factor", first.factors),
            ("wrt", wrt.entry),
        )
    if reducer.dropped:
        return "independent", (*_listed("factor", reducer.dropped), ("wrt", wrt.entry))
    return "", ()


def _local_rule(e: Expr) -> str:
    if isinstance(e, Div):
        return "quotient rule"
    return "linearity" if isinstance(e, (Mul, Sum, Add)) else "elementwise derivative"
