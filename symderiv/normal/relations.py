r"""Equations between terms, used from left to right: what divides, and what the network assumes.

`D` times `D^{-1}` is 1, so with `D = a + b` a leading term of `D` is rewritten, `a D^{-1} = 1 - b D^{-1}`; a leading
sum is rewritten as a whole, `\sum_k e_k S^{-1} = 1`, one over several letters where no other term can lead; what is
divided by both is parted into fractions, `a^{-1} (1 - a)^{-1} = a^{-1} + (1 - a)^{-1}`. An assumption `\sum_k t_k = 1`
is a relation of the same kind. A sum that lacks a few of its points is completed (`\sum_{k \ne i} = \sum_k - (k =
i)`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from ..affine import Affine, Sym, affine
from ..domain import Domain, subtract
from .factors import Base, Factor, Powers, Term, Terms, letters
from .known import Known
from .poly import ONE, Exponent, number, whole
from .shape import shape, slots
from .terms import combine, freshened, multiply, opened, restrict, scale, substitute_powers, substitute_term

MOST_STEPS = 400


@dataclass(frozen=True)
class Relation:
    """`sum over lead.bound of lead = rest`, for all values of its `letters`. The weight of `lead` is 1."""

    lead: Term
    rest: tuple[Term, ...]
    letters: frozenset[Sym] = frozenset()


def relation(terms: Sequence[Term], free: frozenset[Sym] = frozenset()) -> Relation | None:
    """`terms = 0` as a relation, solved for its leading term; None if no term can lead."""
    return _solved_for(_lead(terms), terms, (), (), free)


def of_base(base: Base, e: Exponent) -> Relation | None:
    """`D^e * D = D^{e+1}`, solved for the leading term of D."""
    terms = opened(base.inner)
    up = Term(ONE, combine([(base, whole(e + 1))]))
    return _solved_for(_lead(terms, plain_first=True), terms, ((base, e),), (up,), frozenset())


def _solved_for(
    lead: Term | None, terms: Sequence[Term], times: Powers, equal: Sequence[Term], free: frozenset[Sym]
) -> Relation | None:
    """`times * terms = equal`, solved for one of the terms."""
    inverse = lead.weight.power(-1) if lead is not None else None
    if lead is None or inverse is None:
        return None
    down = [Term(-t.weight * inverse, combine([*t.powers, *times]), t.bound, t.domain) for t in terms if t is not lead]
    up = scale(equal, inverse)
    return Relation(Term(ONE, combine([*lead.powers, *times]), lead.bound, lead.domain), (*up, *down), free)


def _lead(terms: Sequence[Term], plain_first: bool = False) -> Term | None:
    """The term of highest degree (rewriting must lower it), of single products and sums; sums over several letters
    lead where there is no other."""
    known = (t for t in terms if t.weight.letters().isdisjoint(t.bound))
    candidates = [t for t in known if t.powers and t.weight.is_monomial]
    candidates = [t for t in candidates if len(t.bound) < 2] or candidates
    if plain_first:
        candidates = [t for t in candidates if not t.bound] or candidates
    return max(candidates, key=lambda t: (_degree(t), len(t.powers)), default=None)


def _degree(t: Term) -> float:
    return sum(abs(float(e)) for _, e in t.powers)


def reduced(terms: Sequence[Term], assumed: Sequence[Relation], known: Known) -> Terms | None:
    """The terms rewritten by every relation as far as they go; None if none applies."""
    todo, done, steps = list(terms), [], 0
    while todo:
        t = todo.pop()
        new = next(_rewritings(t, assumed, known), None)
        if new is None:
            done.append(t)
        else:
            steps += 1
            if steps > MOST_STEPS:
                return None
            todo += known.prune_all(new)
    return done if steps else None


def _rewritings(t: Term, assumed: Sequence[Relation], known: Known) -> Iterator[Terms]:
    for f, e in t.powers:
        if isinstance(f, Base) and e < 0 and (r := of_base(f, e)) is not None:
            new = _apply(t, r, known)
            if new is not None:
                yield new
        if isinstance(f, Base) and e < 0 and (new := _parted(t, f, e)) is not None:
            yield new
    for r in assumed:
        new = _apply(t, r, known)
        if new is not None:
            yield new


def _parted(t: Term, base: Base, e: Exponent) -> Terms | None:
    """With `D = c + k a`, a term that both `D` and `a` divide: `c a^p D^e = a^p D^{e+1} - k a^{p+1} D^e`."""
    terms = opened(base.inner)
    if len(terms) != 2 or any(x.bound or x.domain.constraints for x in terms):
        return None
    constant, other = sorted(terms, key=lambda x: len(x.powers))
    inverse = constant.weight.power(-1) if not constant.powers else None
    if inverse is None or len(other.powers) != 1 or other.powers[0][1] != 1:
        return None
    a = other.powers[0][0]
    if dict(t.powers).get(a, 0) >= 0:
        return None
    up = Term(t.weight * inverse, combine([*t.powers, (base, whole(1))]), t.bound, t.domain)
    weight = -t.weight * inverse * other.weight
    return [up, Term(weight, combine([*t.powers, (a, whole(1))]), t.bound, t.domain)]


def _apply(t: Term, r: Relation, known: Known) -> Terms | None:
    """The term rewritten by a relation, if its leading term is a factor of it."""
    lead = freshened(r.lead)
    for values in _matches(lead, r.letters, t):
        new = _apply_at(t, r, lead, values, known)
        if new is not None:
            return new
    return None


def _apply_at(t: Term, r: Relation, lead: Term, values: dict[Sym, Affine], known: Known) -> Terms | None:
    taken = substitute_powers(lead.powers, values)
    others = _without(t.powers, taken)
    if others is None:
        return None
    outer = {s: v for s, v in values.items() if s not in lead.bound}
    rest = [x for y in r.rest if (x := substitute_term(freshened(y), outer)) is not None]
    if not lead.bound:
        return multiply([Term(t.weight, others, t.bound, t.domain)], rest)
    return _complete(t, lead, values, others, rest, known)


def _complete(
    t: Term, lead: Term, values: dict[Sym, Affine], others: Powers, rest: Terms, known: Known
) -> Terms | None:
    """A sum in the term is replaced by the relation; the few points by which it differs are put right."""
    summed = frozenset(k for s in lead.bound if (k := values[s].letter) is not None)
    if len(summed) < len(lead.bound) or not summed.issubset(t.bound):
        return None
    if not summed.isdisjoint(t.weight.letters()) or any(not summed.isdisjoint(letters(f)) for f, _ in others):
        return None
    outside = reduce(Domain.without, sorted(summed, key=t.bound.index), t.domain)
    full = lead.domain.substitute(values) & outside
    missing = subtract(full, t.domain, known.context)
    extra = subtract(t.domain, full, known.context)
    if not all(any(_is_thin(d, k) for k in summed) for d in (*missing, *extra)):
        return None
    bound = tuple(b for b in t.bound if b not in summed)
    replaced = multiply([Term(t.weight, others, bound, outside)], rest)
    fixed: Terms = []
    for part, sign in ((missing, -1), (extra, 1)):
        whole_line = Term(t.weight * number(sign), t.powers, t.bound)
        fixed += [r for d in part if (r := restrict(whole_line, d)) is not None]
    return replaced + fixed


def _is_thin(d: Domain, k: Sym) -> bool:
    """Does an equality fix the letter?"""
    return any(c.rel == "==" and c.form.coefficient(k) in (1, -1) for c in d.constraints)


def _without(powers: Powers, taken: Powers) -> Powers | None:
    """The factors without those taken; None if they are not all there."""
    have = dict(powers)
    for f, e in taken:
        old = have.get(f)
        if old is None or float(old * e) < 0 or abs(float(old)) < abs(float(e)) or (old - e) % 1 != 0:
            return None
    return combine([*powers, *((f, -e) for f, e in taken)])


def _matches(lead: Term, free: frozenset[Sym], t: Term) -> Iterator[dict[Sym, Affine]]:
    """Values of the letters of the leading term that may make its factors ones of the term."""
    unknown = frozenset(lead.bound) | free
    anchors = [f for f, _ in lead.powers if not letters(f).isdisjoint(unknown)]
    if anchors or not unknown:
        yield from _matched(anchors, {}, unknown, t)


def _matched(
    anchors: Sequence[Factor], values: dict[Sym, Affine], unknown: frozenset[Sym], t: Term
) -> Iterator[dict[Sym, Affine]]:
    """The values with those of the letters that are still unknown, factor by factor."""
    left = unknown - values.keys()
    if not left:
        yield values
        return
    anchor = next((f for f in anchors if not letters(f).isdisjoint(left)), None)
    if anchor is None:
        return
    ((pattern, _),) = substitute_powers(((anchor, 1),), values)
    for f, _ in t.powers:
        if shape(f) == shape(pattern) and (more := unified(pattern, f, left)):
            yield from _matched(anchors, {**values, **more}, unknown, t)


def unified(pattern: Factor, f: Factor, unknown: frozenset[Sym]) -> dict[Sym, Affine] | None:
    """Values of letters by which the slots of a factor become those of another, each letter from a slot of its own."""
    values: dict[Sym, Affine] = {}
    theirs = slots(f)
    for n, s in enumerate(slots(pattern)):
        s = s.substitute(values)
        here = [a for a, _ in s.terms if isinstance(a, Sym) and a in unknown and a not in values]
        if len(here) == 1 and n < len(theirs):
            k = s.coefficient(here[0])
            if k in (1, -1):
                values[here[0]] = (theirs[n] - (s - k * affine(here[0]))) * k
    return values
