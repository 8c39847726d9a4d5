"""What is known while a proof goes on: the context, with a cheap test for what it says outright.

Most conditions that arise (`1 <= i` where `1 <= i <= I` is known, `i = I + 1` where `i <= I` is) are decided by one
constraint with the same terms; they must not cost an emptiness test each.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from ..affine import Affine, Sym, affine
from ..domain import TRUE, Constraint, Context, Domain
from .factors import Term, Terms
from .sample import Sample, samples

Bounds = dict[tuple[object, ...], int]


class Known:
    """A context, indexed by the terms of its constraints."""

    def __init__(self, context: Context, sizes: frozenset[Sym] = frozenset()) -> None:
        self.context = context
        self.sizes = sizes
        self._low: dict[object, int] = {}
        self._said: set[Constraint] = set(context.known.constraints)
        for c in context.known.constraints:
            if c.rel in (">=", "=="):
                self._note(c.form)
            if c.rel == "==":
                self._note(-c.form)

    def _note(self, form: Affine) -> None:
        old = self._low.get(form.terms)
        if old is None or form.const < old:
            self._low[form.terms] = form.const

    def _at_least(self, form: Affine) -> int | None:
        """The greatest `m` with `form >= m`, if the context has such a bound outright."""
        c = self._low.get(form.terms)
        if c is not None:
            return form.const - c
        if len(form.terms) == 1 and form.terms[0][1] == 1 and getattr(form.terms[0][0], "name", "") in self._positive:
            return form.const + 1
        return None

    @cached_property
    def samples(self) -> tuple[Sample, ...]:
        """A few small points at which the context holds."""
        return samples(self.context.known, self.sizes, self.context.positive)

    @property
    def _positive(self) -> frozenset[str]:
        return self.context.positive

    def decide(self, c: Constraint) -> bool | None:
        """True or False if one known constraint says so, None otherwise."""
        if c in self._said:
            return True
        low, high = self._at_least(c.form), self._at_least(-c.form)
        if c.rel == ">=":
            if low is not None and low >= 0:
                return True
            return False if high is not None and high > 0 else None
        if c.rel in ("==", "!="):
            apart = (low is not None and low > 0) or (high is not None and high > 0)
            if apart:
                return c.rel == "!="
            if low == 0 and high == 0:
                return c.rel == "=="
            if Constraint("!=", c.form) in self._said or Constraint("!=", -c.form) in self._said:
                return c.rel == "!="
        return None

    def prune(self, t: Term) -> Term | None:
        """The term without the conditions that are known; None if one is known to fail."""
        if not t.domain.constraints:
            return t
        kept: list[Constraint] = []
        for c in t.domain.constraints:
            said = self.decide(c)
            if said is False:
                return None
            if said is None:
                kept.append(c)
        if len(kept) == len(t.domain.constraints):
            return t
        return Term(t.weight, t.powers, t.bound, Domain(tuple(kept)))

    def prune_all(self, terms: Terms) -> Terms:
        """`prune` on each, the empty ones gone."""
        return [p for t in terms if (p := self.prune(t)) is not None]


@lru_cache(maxsize=1 << 10)
def knowing(context: Context, sizes: frozenset[Sym] = frozenset()) -> Known:
    """The index of a context; `sizes` are the letters that are sizes."""
    return Known(context, sizes)


NOTHING = Known(Context(TRUE))


def solved(where: Domain, sizes: frozenset[Sym] = frozenset()) -> tuple[dict[Sym, Affine], Domain]:
    """Letters that equalities of a condition fix, with their values, and the other conditions with these put in."""
    values: dict[Sym, Affine] = {}
    rest = where
    while True:
        chosen = _fixed_letter(rest, sizes)
        if chosen is None:
            return values, rest
        sym, value, used = chosen
        step = {sym: value}
        rest = Domain(tuple(c for c in rest.constraints if c is not used)).substitute(step)
        values = {s: v.substitute(step) for s, v in values.items()}
        values[sym] = value


def _fixed_letter(d: Domain, sizes: frozenset[Sym]) -> tuple[Sym, Affine, Constraint] | None:
    for want_size in (False, True):
        for c in d.constraints:
            if c.rel != "==":
                break
            for atom, k in reversed(c.form.terms):
                if k in (1, -1) and isinstance(atom, Sym) and (atom in sizes) == want_size:
                    value = affine(atom) - c.form * k
                    if atom not in value.letters():
                        return atom, value, c
    return None
