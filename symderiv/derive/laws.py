r"""Laws that rewrite a derivative `\partial e/\partial w`: one named function a law, its docstring the law.

Each takes a `Setting` and the derivative and returns the rewritten expression, or None where it does not apply; each
leaves less to differentiate, so applying them ends. The free letters and the value are the same before and after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from ..affine import Affine, Sym
from ..calculus.contract import Term, summed
from ..calculus.depend import Parts, fixed_value
from ..calculus.finish import joined_constants, positive_first
from ..calculus.flow import Flow
from ..calculus.fold import folded
from ..calculus.letters import Letters
from ..calculus.local import Site, Wrt, definition_at, places, relettered, sites
from ..calculus.products import coefficient, factors_of, is_constant, product
from ..domain import TRUE, Context, Domain, eq, implies, is_empty, ne, solve
from ..expr import (
    ZERO,
    Add,
    Apply,
    Cases,
    Div,
    Expr,
    Mul,
    Num,
    Partial,
    Sum,
    Var,
    add,
    bound,
    children,
    free,
    mul,
    num,
    substitute,
)
from ..step import Bindings
from ..system import Piece
from .writing import together


@dataclass(frozen=True)
class Setting:
    """Where a law is applied: the network, what is differentiated by, and what holds.

    `value` is the entry whose definition is being differentiated, for derivatives expressed through the value.
    """

    flow: Flow
    letters: Letters
    wrt: Wrt
    domain: Domain = TRUE
    value: Expr | None = None

    @property
    def known(self) -> Context:
        """All that is known of the free letters."""
        return self.wrt.known & self.domain

    def under(self, case: Domain) -> Setting:
        """The setting where something more holds."""
        return replace(self, domain=self.domain & case)

    def by(self, e: Expr) -> Partial:
        """The derivative of an expression."""
        return Partial(e, self.wrt.entry)

    def tidy(self, e: Expr, domain: Domain) -> Expr:
        """Constants put in, definitions folded back."""
        e = self.flow.constants(e, domain, self.wrt.known)
        return folded(e, self.flow.foldable, domain & self.wrt.domain, self.flow.known)


@dataclass(frozen=True)
class Rewrite:
    """What a law makes of a derivative, with what it used."""

    right: Expr
    bindings: Bindings = ()


# ------------------------------------------------------------------------------------------------ what depends at all


def definition(s: Setting, e: Partial, piece: Piece) -> Rewrite:
    r"""`\partial y/\partial w = \partial (\text{definition of } y)/\partial w`, bound letters clashing with none."""
    assert isinstance(e.of, Var)
    return Rewrite(s.by(definition_at(s.flow, s.letters, piece, e.of, s.wrt)), (("of", e.of),))


def independence(s: Setting, e: Partial) -> Rewrite | None:
    r"""`\partial (a + b)/\partial w = \partial a/\partial w` where b does not depend on w."""
    if not isinstance(e.of, Add):
        return None
    marked = [(t, bool(depending(s, t, TRUE))) for t in e.of.terms]
    kept, dropped = [t for t, stays in marked if stays], [t for t, stays in marked if not stays]
    if not dropped or not kept:
        return None
    # of a number nobody says that it does not depend
    numbers = (coefficient(t) for t in dropped if not isinstance(t, Num))
    return Rewrite(s.by(add(*kept)), tuple(("dropped", mul(num(abs(c)), rest)) for c, rest in numbers))


def delta_collapse(s: Setting, e: Partial) -> Rewrite | None:
    r"""`\partial (\sum_h a_h)/\partial w = \partial a_i/\partial w` where for h != i no factor of a_h depends on w.

    The bindings are the reasons: conditions, one of which must hold, and the factors that do not depend on w then.
    """
    reasons: dict[tuple[Domain, ...], dict[Var, None]] = {}
    _reasons(s, e.of, TRUE, (), reasons)
    if not reasons:
        return None
    bindings: list[tuple[str, Expr | Domain]] = []
    for unless, factors in reasons.items():
        bindings += [("condition", d) for d in unless]
        bindings += [("factor", v) for v in factors]
    return Rewrite(s.by(_collapsed(s, e.of, TRUE)), tuple(bindings))


def _collapsed(s: Setting, e: Expr, around: Domain) -> Expr:
    """With every sum used up that has one entry that may depend on w."""
    if isinstance(e, Add):
        return add(*(_collapsed(s, t, around) for t in e.terms))
    if isinstance(e, Mul):
        moving = [f for f in e.factors if depending(s, f, around)]
        return e if len(moving) != 1 else mul(*(_collapsed(s, f, around) if f is moving[0] else f for f in e.factors))
    if not isinstance(e, Sum):
        return e
    value = _only_value(s, e, around)
    if value is not None:
        return _collapsed(s, substitute(e.body, {e.letter: value}), around)
    body = _collapsed(s, e.body, around & e.domain)
    return e if body == e.body else Sum(e.letter, e.lowers, e.uppers, body, e.where)


def _reasons(
    s: Setting, e: Expr, around: Domain, unless: tuple[Domain, ...], found: dict[tuple[Domain, ...], dict[Var, None]]
) -> None:
    """Why sums are used up: the factors that do not depend on w if one of the conditions around them holds."""
    moving = [f for f in e.factors if depending(s, f, around)] if isinstance(e, Mul) else []
    if isinstance(e, Add):
        for term in e.terms:
            _reasons(s, term, around, unless, found)
    elif len(moving) == 1:
        _reasons(s, moving[0], around, unless, found)
    elif isinstance(e, Sum):
        value = _only_value(s, e, around)
        here = around & e.domain
        if value is None:
            _reasons(s, e.body, here, unless, found)
        else:
            _reasons(s, e.body, here & eq(e.letter, value), (*unless, Domain.of(ne(e.letter, value))), found)
    elif unless:
        found.setdefault(unless, {}).update(dict.fromkeys(v for v, _ in depending(s, e, around)))


def _only_value(s: Setting, e: Sum, around: Domain) -> Affine | None:
    """The one value of the letter for which the body may depend on w, if it certainly is among those summed over."""
    parts = tuple(p for _, each in depending(s, e, around) for p in each)
    value = fixed_value(parts, e.letter, around & e.domain & s.domain, s.wrt.known)
    if value is None or value.letters() & bound(e.body):
        return None
    there = e.domain.substitute({e.letter: value})
    certain = all(implies(around & s.domain, c, s.wrt.known) for c in there.constraints)
    return value if certain else None


def depending(s: Setting, e: Expr, around: Domain) -> list[tuple[Var, Parts]]:
    """The occurrences in `e` that may depend on w, each with the conditions under which it may."""
    found: list[tuple[Var, Parts]] = []
    for place in places(s.flow, e, s.wrt):
        inside = place.domain & around & s.domain
        parts = s.wrt.dependence.of(place.entry, s.wrt.entry, inside, s.wrt.known)
        if parts:
            found.append((place.entry, parts))
    return found


# ----------------------------------------------------------------------------------------------------- differentiating


class Sites:
    """The places of a derivative's argument that depend on w, each with its guard and what it contributes."""

    def __init__(self, s: Setting, e: Partial) -> None:
        self.s, self.e = s, e
        self.sites = sites(s.flow, e.of, s.wrt, s.domain, s.value)
        self.pairs = [self._pair(site) for site in self.sites]

    def _pair(self, site: Site) -> tuple[Domain, Expr]:
        shown = site.shown
        inner = shown.factors[:1] if site.inner is not None else ()
        rest = self.s.tidy(product(*shown.factors[len(inner) :]), shown.domain)
        factors = (*inner, rest) if self.is_product else (rest, *inner)
        return summed(replace(shown, factors=(mul(*factors),)), self.s.known)

    @property
    def is_product(self) -> bool:
        """Do only sums and products stand around the places, so that the derived factor is written first?"""
        return isinstance(self.e.of, (Mul, Sum, Add, Var))

    @cached_property
    def guards(self) -> list[Domain]:
        """The different guards, in order of appearance."""
        return list(dict.fromkeys(g for g, _ in self.pairs))

    def live(self, case: Domain = TRUE) -> list[Site]:
        """The sites that contribute where `case` holds."""
        return [x for x, (g, _) in zip(self.sites, self.pairs, strict=True) if not self._fails(g, case)]

    def value(self, case: Domain = TRUE, dropped: Callable[[Site, Context], bool] | None = None) -> Expr:
        """What they contribute together where `case` holds, but for those `dropped`; other guards as brackets."""
        terms = [
            (TRUE if self._holds(g, case) else g, e)
            for site, (g, e) in zip(self.sites, self.pairs, strict=True)
            if not self._fails(g, case) and not (dropped is not None and dropped(site, self.s.known))
        ]
        return together(terms, self.s.known & case, self.s.letters, plain=self.is_product)

    def _holds(self, guard: Domain, case: Domain) -> bool:
        return all(implies(case, c, self.s.known) for c in guard.constraints)

    def _fails(self, guard: Domain, case: Domain) -> bool:
        return is_empty(guard & case, self.s.known)


def case_split(found: Sites) -> tuple[Domain, Domain] | None:
    r"""One equality that decides what contributes (k = j), where something is left if it fails, and its opposite."""
    guards = [g for g in found.guards if not g.is_true]
    if len(guards) != 1 or len(guards) == len(found.guards):
        return None
    (guard,) = guards
    if [c.rel for c in guard.constraints] != ["=="]:
        return None
    return guard, Domain.of(ne(guard.constraints[0].form, 0))


def product_rule(s: Setting, e: Partial, found: Sites, case: Domain = TRUE) -> Rewrite | None:
    r"""`\partial (a b)/\partial w = (\partial a/\partial w) b + (\partial b/\partial w) a`, derived factors first."""
    live = found.live(case)
    if len(live) < 2 or not found.is_product:
        return None
    # by identity: the factors of x_i x_i are two places that look alike
    at = list({id(x.place): x.place for x in live}.values())
    products = [_derived_first(s.by(p.entry), product(*p.factors)) for p in at]
    if len({(p.letters, p.domain) for p in at}) == 1:
        whole = summed(Term(at[0].letters, at[0].domain, (add(*products),)), s.known)[1]
    else:
        terms = (Term(p.letters, p.domain, (x,)) for p, x in zip(at, products, strict=True))
        whole = positive_first(add(*(summed(t, s.known)[1] for t in terms)))
    return Rewrite(relettered(whole, s.letters, free(whole)))


def _derived_first(derived: Expr, others: Expr) -> Expr:
    """The derived factor before the others, constants before it."""
    factors = factors_of(joined_constants(others))
    return mul(*(f for f in factors if is_constant(f)), derived, *(f for f in factors if not is_constant(f)))


def value_put_in(found: Sites, case: Domain = TRUE, dropped: Callable[[Site, Context], bool] | None = None) -> Rewrite:
    r"""`\partial w_b/\partial w_b = 1`, `\partial w_c/\partial w_b = 0` for c != b, `\partial (c x) = c \partial x`.

    Where a condition makes two letters of the value one, the value is written with the weight's letter (not where the
    product rule has named the factors).
    """
    value = found.value(case, dropped)
    return Rewrite(value if found.is_product else _in_letters_of_the_weight(value, case, found.s))


def _in_letters_of_the_weight(value: Expr, case: Domain, s: Setting) -> Expr:
    """`p_l (1 - p_e)` for l = e as `p_e (1 - p_e)`; what stands below a derivative sign does not count."""
    standing = _standing(value)
    for letter in sorted(standing - s.wrt.letters - s.flow.system.sizes, key=lambda x: x.name):
        solved = solve(case, letter)
        if solved is not None and solved[0].letters() & s.wrt.letters & standing:
            return substitute(value, {letter: solved[0]})
    return value


def _standing(e: Expr) -> frozenset[Sym]:
    if isinstance(e, Partial):
        return free(e.of)
    inner = frozenset().union(*(_standing(x) for x in children(e))) if children(e) else free(e)
    return inner & free(e)


def under_one_condition(found: Sites) -> Rewrite | None:
    """Where one condition governs every contribution: the value under it, else 0."""
    if len(found.guards) != 1 or found.guards[0].is_true:
        return None
    (guard,) = found.guards
    return Rewrite(Cases(((found.value(guard), guard.constraints), (ZERO, ()))))


def value_rule(e: Expr) -> str:
    """The name under which `value_put_in` goes, by what is differentiated."""
    if isinstance(e, Div):
        return "quotient rule"
    return "linearity" if isinstance(e, (Mul, Sum, Add)) else "elementwise derivative"


# --------------------------------------------------------------------------------------------------------------- chains


def elementwise_chain(s: Setting, entry: Var, inner: Var) -> Rewrite:
    r"""`\partial f(x)/\partial w = \partial f(x)/\partial x \; \partial x/\partial w`, for a function of one entry."""
    return Rewrite(mul(Partial(entry, inner), s.by(inner)))


def elementwise_derivative(s: Setting, inner: Var, outer: Expr) -> Rewrite:
    r"""`\partial f(x)/\partial x = f'(x)`, through the value where that is customary."""
    return Rewrite(mul(outer, s.by(inner)))


def function_of_one(body: Expr, found: tuple[Site, ...]) -> Site | None:
    """The only place of a function of one entry that depends on w through its own definition."""
    if len(found) != 1 or not isinstance(body, Apply) or found[0].inner is None or found[0].term.letters:
        return None
    return found[0]
