"""Projection: "there is an integer k with ..." without the k.

`solve` and `eliminate` are exact or answer None; `shadow` and `widen` contain what they stand for and may be larger.
"""

from __future__ import annotations

from math import gcd

from ..affine import Affine, IntFn, Sym, affine
from .constraint import FALSE, TRUE, Constraint, Context, ContextLike, Domain
from .emptiness import as_context, consistent, holds_throughout, subset


def solve(domain: Domain, sym: Sym) -> tuple[Affine, Domain] | None:
    """The value that an equality with coefficient 1 gives the letter, and the other constraints with it put in.

    The range of the letter thereby becomes conditions on the other letters. None if no such equality is stated, or the
    value would contain the letter (inside the argument of a term).

    >>> from symderiv.domain.constraint import eq, interval
    >>> solve(interval("k", 1, "J") & eq("k", affine("j") + 1), Sym("k"))
    (j + 1, {J - j - 1 >= 0, j >= 0})
    """
    best: tuple[tuple[int, int], Constraint, Affine] | None = None
    for c in domain.constraints:
        if c.rel != "==":
            continue
        a = c.form.coefficient(sym)
        if a not in (1, -1):
            continue
        found = affine(sym) - c.form * a
        if sym in found.letters():
            continue
        cost = (sum(isinstance(x, IntFn) for x, _ in found.terms), len(found.terms))
        if best is None or cost < best[0]:
            best = (cost, c, found)
    if best is None:
        return None
    _, used, found = best
    rest = Domain(tuple(c for c in domain.constraints if c is not used))
    return found, rest.substitute({sym: found})


def eliminate(domain: Domain, sym: Sym, context: ContextLike = TRUE) -> Domain | None:
    """Exactly "there is an integer `sym` such that ..." as one domain without the letter, or None where that is not
    one.

    What the context says about the letter takes part. Ways: an equality (with coefficient c it leaves a congruence
    modulo c); a congruence (the letter runs in steps); inequalities whose shadow is exact, visibly or because what the
    dark shadow misses is empty in the context; disequalities that are idle, or leave a value where the range is long
    enough.

    >>> from symderiv.domain.constraint import eq, interval, le
    >>> eliminate(interval("k", 1, "J") & le("k", "j"), Sym("k"))
    {J - 1 >= 0, j - 1 >= 0}
    >>> eliminate(interval("k", 1, "J") & eq(2 * affine("k"), "n"), Sym("k"))
    {2*J - n >= 0, n - 2 >= 0, n == 0 mod 2}
    """
    known = as_context(context)
    about = tuple(c for c in known.known.constraints if c.mentions(sym))
    if about:
        domain = domain & Domain(about)
        known = Context(Domain(tuple(c for c in known.known.constraints if c not in about)), known.positive)
    return _eliminate(domain, sym, known)


def _eliminate(domain: Domain, sym: Sym, known: Context) -> Domain | None:
    if not any(c.mentions(sym) for c in domain.constraints):
        return domain
    solved = solve(domain, sym)
    if solved is not None:
        return solved[1]
    if any(c.mentions(sym) and _inside_term(c.form, sym) for c in domain.constraints):
        return None
    own = [c for c in domain.constraints if c.form.coefficient(sym)]
    rest = Domain(tuple(c for c in domain.constraints if not c.form.coefficient(sym)))
    fixed = [c for c in own if c.rel == "=="]
    if fixed:
        return rest & _by_equality(own, min(fixed, key=lambda c: abs(c.form.coefficient(sym))), sym)
    steps = [c for c in own if c.rel == "mod"]
    if steps:
        stepped = _by_congruence(domain, steps[0], sym, known)
        return None if stepped is None else _eliminate(stepped[0], stepped[1], known)
    if not (_bounded(own, sym, 1) and _bounded(own, sym, -1)):
        return rest  # open on one side: far enough out everything holds, disequalities too
    for c in own:
        if c.rel == "!=" and holds_throughout(_but(domain, c), c, known):
            return _eliminate(Domain(_but(domain, c)), sym, known)
    holes = [c for c in own if c.rel == "!="]
    ranges = [c for c in own if c.rel == ">="]
    if holes:
        return _with_holes(rest, ranges, holes, sym, known)
    real, dark = rest & _pairwise(ranges, sym, 0), rest & _pairwise(ranges, sym, 1)
    if real == dark or subset(real, [dark], known):
        return real
    return None


def _but(domain: Domain, c: Constraint) -> tuple[Constraint, ...]:
    return tuple(x for x in domain.constraints if x is not c)


def _inside_term(form: Affine, sym: Sym) -> bool:
    """Does the letter occur in the argument of a term?"""
    return any(isinstance(a, IntFn) and any(sym in x.letters() for x in a.args) for a, _ in form.terms)


def _bounded(own: list[Constraint], sym: Sym, sign: int) -> bool:
    return any(c.rel == ">=" and c.form.coefficient(sym) * sign > 0 for c in own)


def _by_equality(own: list[Constraint], fixed: Constraint, sym: Sym) -> Domain:
    """Put in `c * sym = e`: the others times c, and e ≡ 0 (mod c)."""
    c = fixed.form.coefficient(sym)
    form = fixed.form if c < 0 else -fixed.form
    c = abs(c)
    e = form + c * affine(sym)  # c * sym = e
    made = [Constraint("mod", e, c)]
    for other in own:
        if other is not fixed:
            a = other.form.coefficient(sym)
            new = (other.form - a * affine(sym)) * c + e * a
            made.append(Constraint(other.rel, new, other.modulus * c))
    return Domain(tuple(made))


def _by_congruence(domain: Domain, step: Constraint, sym: Sym, known: Context) -> tuple[Domain, Sym] | None:
    """With `a * sym ≡ -r (mod m)` and a invertible, sym = m t - r/a for a new letter t: the domain in t, and t."""
    a, m = step.form.coefficient(sym), step.modulus
    if gcd(a, m) != 1:
        return None
    t = Sym(sym.name + "'")
    taken = domain.letters() | known.known.letters()
    while t in taken:
        t = Sym(t.name + "'")
    r = step.form - a * affine(sym)
    instead = m * affine(t) - pow(a, -1, m) * r
    return Domain(_but(domain, step)).substitute({sym: instead}), t


def _pairwise(ranges: list[Constraint], sym: Sym, dark: int) -> Domain:
    """Every lower bound against every upper bound: the real shadow, or with dark = 1 the dark one."""
    made: list[Constraint] = []
    for low in ranges:
        a = low.form.coefficient(sym)
        if a <= 0:
            continue
        for up in ranges:
            b = -up.form.coefficient(sym)
            if b > 0:
                made.append(Constraint(">=", low.form * b + up.form * a - dark * (a - 1) * (b - 1)))
    return Domain(tuple(made))


def _with_holes(
    rest: Domain, ranges: list[Constraint], holes: list[Constraint], sym: Sym, known: Context
) -> Domain | None:
    """Projection past disequalities: the union over the cases below and above each hole, where that is one domain."""
    if len(holes) > 3:
        return None
    cases = [Domain(tuple(ranges)) & rest]
    for hole in holes:
        cases = [
            case & side
            for case in cases
            for side in (Constraint(">=", hole.form - 1), Constraint(">=", -hole.form - 1))
        ]
    projected: list[Domain] = []
    for case in cases:
        shade = FALSE if not consistent(case.constraints, known) else _eliminate(case, sym, known)
        if shade is None:
            return None
        if not shade.is_false:
            projected.append(shade)
    if not projected:
        return FALSE
    for room in range(len(holes) + 1):
        made = [c.form for c in _pairwise(ranges, sym, 0).constraints]
        candidate = rest & Domain(tuple(Constraint(">=", form - room) for form in made))
        if all(subset(p, [candidate], known) for p in projected) and subset(candidate, projected, known):
            return candidate
    return None


def shadow(domain: Domain, sym: Sym) -> Domain:
    """A domain without the letter that contains the projection: for may-depend questions only, never for equality.

    >>> from symderiv.domain.constraint import ge, le
    >>> shadow(Domain.of(ge(2 * affine("k"), "n"), le(3 * affine("k"), "n")), Sym("k"))
    {-n >= 0}
    """
    solved = solve(domain, sym)
    if solved is not None:
        return solved[1]
    seen = Domain(tuple(c for c in domain.constraints if not _inside_term(c.form, sym)))
    own = [c for c in seen.constraints if c.form.coefficient(sym)]
    rest = Domain(tuple(c for c in seen.constraints if not c.form.coefficient(sym)))
    fixed = [c for c in own if c.rel == "=="]
    if fixed:
        return rest & _by_equality(own, min(fixed, key=lambda c: abs(c.form.coefficient(sym))), sym)
    return rest & _pairwise([c for c in own if c.rel == ">="], sym, 0)


def widen(d: Domain, e: Domain, context: ContextLike = TRUE) -> Domain:
    """What `d` says that is still true of `e`: contains both, and a chain of widenings ends.

    >>> from symderiv.domain.constraint import eq
    >>> widen(Domain.of(eq("t", 3), eq("k", 2)), Domain.of(eq("t", 4), eq("k", 2)))
    {k - 2 == 0, t - 3 >= 0}
    """
    known = as_context(context)
    said: list[Constraint] = []
    for c in d.constraints:
        if holds_throughout(e.constraints, c, known):
            said.append(c)
        elif c.rel == "==":
            halves = (Constraint(">=", c.form), Constraint(">=", -c.form))
            said.extend(h for h in halves if holds_throughout(e.constraints, h, known))
    return Domain(tuple(said))
