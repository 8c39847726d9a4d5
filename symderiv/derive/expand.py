r"""The expanded route, second half: the total derivative of a node by a weight, claim by claim as in a lecture.

`Nodes.total` inserts the node's definition, drops what does not depend on the weight, uses up sums ("h != i: neither
factor depends on it"), applies the product rule, splits cases where one condition decides, and goes on to the
derivatives that are left. What it returns are terms: each path's factors in order, output to input, under their sums
and conditions.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..affine import Affine, Sym, affine
from ..calculus.contract import Term, contracted, instantiated, joined
from ..calculus.flow import Flow, flow
from ..calculus.letters import Letters, upper_end
from ..calculus.local import Site, Wrt, sites
from ..calculus.products import product
from ..domain import TRUE, Context, Domain, implies, is_empty, simplify
from ..errors import DerivationError
from ..expr import Expr, Labelled, Partial, Var, Variable, mul
from ..step import Bindings, Claim, Item, Remark, Step
from ..system import Piece, System
from . import laws
from .assume import settled
from .laws import Rewrite, Setting, Sites
from .vanish import vanishes
from .writing import written

DEPTH = 12
"""So many definitions are gone through one inside the other before the backpropagated route is taken instead."""

SPELT_OUT = 4
"""So many terms that do not depend on the weight are named one by one; with more, they are the others."""

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

    def __init__(self, variable: Variable, steps: int) -> None:
        super().__init__(
            f"the chain rule goes through more than {steps} definitions, one inside the other (up to {variable.name})",
            hint="take the backpropagated route: --route backprop",
        )
        self.variable = variable


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
            raise TooDeep(wrt.entry.variable, DEPTH)
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
        s = Setting(self.flow, self.letters, wrt, simplify(piece.at(entry.indices)[0], self.flow.known), entry)
        inserted = laws.definition(s, Partial(entry, wrt.entry), piece)
        assert isinstance(inserted.right, Partial)
        found = sites(self.flow, inserted.right.of, wrt, s.domain, entry)
        if not found:
            return ()
        self.used.append(piece)
        only = laws.function_of_one(inserted.right.of, found)
        terms = self._by_definition(s, inserted) if only is None else self._through_function(s, entry, only)
        return tuple(replace(t, domain=t.domain & s.domain) for t in terms)

    # ------------------------------------------------------------------------------------------ elementwise functions

    def _through_function(self, s: Setting, entry: Var, site: Site) -> Terms:
        """`o = f(net)`: the derivative of f times what is left; both factors labelled where the second is at hand."""
        inner = site.inner
        assert inner is not None
        outer = s.tidy(product(*site.term.factors[1:]), s.domain)
        left, domain = s.by(entry), self.ranges(s)
        chain = laws.elementwise_chain(s, entry, inner).right
        steps = (
            Step(chain, "chain rule"),
            _step(laws.elementwise_derivative(s, inner, outer), "elementwise derivative"),
        )
        before = len(self.items)
        self.items.append(Claim(left, steps, domain))
        terms = self.total(inner, s.wrt)
        at_hand = _at_hand(terms, self.items[before + 1 :], s.known)
        if at_hand is not None:
            labelled = mul(Labelled(Partial(entry, inner), outer), Labelled(s.by(inner), at_hand))
            self.items[before:] = [Claim(left, (Step(labelled, "chain rule"),), domain)]
        return tuple(replace(t, factors=(outer, *t.factors)) for t in terms)

    # --------------------------------------------------------------------------------------------------- definitions

    def _by_definition(self, s: Setting, inserted: Rewrite) -> Terms:
        """Insert the definition, reduce it, apply the product rule, case by case where a condition decides."""
        steps = [_step(inserted, "definition")]
        e = inserted.right
        for name, law in (("independence", laws.independence), ("delta collapse", laws.delta_collapse)):
            assert isinstance(e, Partial)
            found = law(s, e)
            if found is not None:
                steps.append(_step(found, name))
                e = found.right
        assert isinstance(e, Partial)
        places = Sites(s if e == inserted.right else replace(s, value=None), e)
        self._claim(s, steps, e, places)
        return tuple(t for site in places.sites for t in self._completed(s, site))

    def _claim(self, s: Setting, steps: list[Step], e: Partial, places: Sites) -> None:
        assert s.value is not None
        left, domain = s.by(s.value), self.ranges(s)
        (caption, bindings), *more = _remarks(steps, s.wrt)
        split = laws.case_split(places)
        governed = laws.under_one_condition(places)
        if governed is not None:
            steps.append(_step(governed, "delta collapse"))
        elif split is None:
            steps += self._differentiated(s, e, places, TRUE)
        self.items.append(Claim(left, tuple(steps), domain, (), caption, bindings))
        self.items += (Remark(*said) for said in more)
        for case in split or ():
            self.items.append(self._case(s, e, places, case, domain))

    def _differentiated(self, s: Setting, e: Partial, places: Sites, case: Domain) -> list[Step]:
        """The product rule where there are several factors, then what is known put in; `case` is what holds."""
        live = places.live(case)
        itself = all(x.inner is None for x in live) and any(x.place.entry == s.wrt.entry for x in live)
        multiplied = None if itself else laws.product_rule(s, e, places, case)
        value = laws.value_put_in(places, case)
        fewer = len(live) < len(places.sites)
        steps = [_step(value, "independence" if fewer else laws.value_rule(e.of))]
        if multiplied is not None:
            put_in = [] if value.right == multiplied.right else [_step(value, "delta collapse")]
            steps = [_step(multiplied, "product rule"), *put_in]
        left = laws.value_put_in(places, case, self._vanishes)
        return steps if left.right == value.right else [*steps, _step(left, "collect")]

    def _vanishes(self, site: Site, known: Context) -> bool:
        """Does a sum that is 0 stand beside the derivative that is left?"""
        return site.inner is not None and vanishes(
            replace(site.shown, factors=site.shown.factors[1:]), self.system, known
        )

    def _case(self, s: Setting, e: Partial, places: Sites, case: Domain, domain: Domain) -> Claim:
        """The claim for one of two cases."""
        live = places.live(case)
        caption = "case"
        bindings: Bindings = (("condition", case),)
        if places.is_product:
            caption = "case depends" if len(live) == len(places.sites) else "case only"
            factors = dict.fromkeys(site.place.entry for site in live)
            bindings = (*bindings, *(("factor", f) for f in factors), ("wrt", s.wrt.entry))
        steps = self._differentiated(s, e, places, case)
        return Claim(e, tuple(steps), domain, case.constraints, caption, bindings)

    def _completed(self, s: Setting, site: Site) -> Terms:
        """A site's term with the derivative that is left in it derived, too."""
        if site.inner is None:
            return (replace(site.term, factors=(s.tidy(product(*site.term.factors), site.term.domain),)),)
        others = s.tidy(product(*site.term.factors[1:]), site.term.domain)
        if vanishes(replace(site.term, factors=(others,)), self.system, s.known):
            return ()
        made: list[Term] = []
        for inner in self.total(site.inner, s.wrt):
            done = contracted(joined(Term(site.term.letters, site.term.domain, (others,)), inner), s.known)
            if done is not None:
                made.append(done)
        return tuple(made)

    # ------------------------------------------------------------------------------------------------------- writing

    def ranges(self, s: Setting) -> Domain:
        """The ranges of a claim's letters."""
        return simplify(s.domain & s.wrt.domain, self.flow.known)

    def written(self, terms: Iterable[Term], known: Context) -> Expr:
        """Terms as one expression: guards that are not certain as brackets."""
        return written(terms, known, self.letters)

    def settled(self, terms: Iterable[Term], known: Context) -> Terms:
        """Terms contracted, with assumptions about sums used."""
        return settled(terms, self.system, known)


def _step(rewrite: Rewrite, rule: str) -> Step:
    return Step(rewrite.right, rule, rewrite.bindings)


def _at_hand(terms: Terms, made: list[Item], known: Context) -> Expr | None:
    """The derivative if it is one plain product that took one claim to find."""
    if len(terms) != 1 or terms[0].letters or len(made) != 1 or not isinstance(made[0], Claim):
        return None
    if any(not implies(TRUE, c, known) for c in terms[0].domain.constraints):
        return None
    return mul(*terms[0].factors)


def _remarks(steps: list[Step], wrt: Wrt) -> list[tuple[str, Bindings]]:
    """What a claim's steps have to say: what does not depend on the weight, and unless what."""
    used = {step.rule: step.bindings for step in steps}
    made: list[tuple[str, Bindings]] = []
    if len(used.get("independence", ())) > SPELT_OUT:
        made.append(("independent others", (("wrt", wrt.entry),)))
    elif used.get("independence"):
        made.append(("independent", (*(("factor", e) for _, e in used["independence"]), ("wrt", wrt.entry))))
    groups = [tuple(g) for _, g in itertools.groupby(used.get("delta collapse", ()), key=lambda b: b[0])]
    for unless, factors in zip(groups[::2], groups[1::2], strict=True):
        made.append(("independent unless", (*unless, *factors, ("wrt", wrt.entry))))
    return made or [("", ())]
