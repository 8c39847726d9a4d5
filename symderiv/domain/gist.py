"""What remains to be said about a domain, given what is known: the gist."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from ..affine import IntFn, Sym
from .constraint import FALSE, TRUE, Constraint, Context, ContextLike, Domain
from .emptiness import as_context, consistent, holds_throughout


def simplify(domain: Domain, context: ContextLike = TRUE) -> Domain:
    """The least to be said, given the context: the gist. `simplify(d, c) & c` has the points of `d & c`.

    Bounds that coincide become an equality, a disequality at the end of a range tightens the range, and what the
    context and the rest imply is dropped (longer constraints first). A domain without a point becomes `FALSE`.

    >>> from symderiv.domain.constraint import ge, interval, ne
    >>> simplify(interval("i", 1, "I") & ge("I", 1) & ne("i", 0), Domain.of(ge("I", 1)))
    {I - i >= 0, i - 1 >= 0}
    >>> simplify(Domain.of(ge("i", "j"), ne("i", "j")))
    {i - j - 1 >= 0}
    """
    return _simplify(domain, as_context(context))


@lru_cache(maxsize=1 << 12)
def _simplify(domain: Domain, known: Context) -> Domain:
    if not consistent(domain.constraints, known):
        return FALSE
    domain = _tighten(domain, known)
    kept = list(domain.constraints)
    said = set(kept)
    grip = _Grip([*kept, *(c for c in known.known.constraints if c not in said)])
    for c in sorted(kept, key=_weight, reverse=True):
        if grip.alone(c) and c not in known.known.constraints:
            continue
        others = tuple(x for x in kept if x is not c)
        if holds_throughout(others, c, known):
            kept.remove(c)
            grip.drop(c)
    return domain if len(kept) == len(domain.constraints) else Domain(tuple(kept))


class _Grip:
    """How often each letter is held from below, from above, and fixed: shows at a glance that a constraint is needed.

    Where a letter of a constraint is held in that direction by nothing else, moving the letter far enough that way
    keeps all the others (a disequality is stepped over) and breaks this one.
    """

    def __init__(self, constraints: list[Constraint]) -> None:
        self.sides: Counter[tuple[Sym, bool]] = Counter()
        self.fixed: Counter[Sym] = Counter()
        for c in constraints:
            self._count(c, 1)

    def drop(self, c: Constraint) -> None:
        """A constraint is said no more."""
        self._count(c, -1)

    def _count(self, c: Constraint, step: int) -> None:
        for atom, k in c.form.terms:
            if isinstance(atom, IntFn):
                for s in {x for arg in atom.args for x in arg.letters()}:
                    self.fixed[s] += step
            elif c.rel == ">=":
                self.sides[atom, k > 0] += step
            elif c.rel != "!=":
                self.fixed[atom] += step

    def alone(self, c: Constraint) -> bool:
        """Is the constraint surely not implied by the others? False means: ask."""
        if c.rel == "!=":
            return False
        for atom, k in c.form.terms:
            if not isinstance(atom, Sym):
                continue
            if c.rel == ">=":
                if not self.fixed[atom] and self.sides[atom, k > 0] == 1:
                    return True
            elif self.fixed[atom] == 1 and not (self.sides[atom, True] and self.sides[atom, False]):
                return True
        return False


def _weight(c: Constraint) -> tuple[bool, bool, int, int, tuple[object, ...]]:
    """What to drop first: disequalities, congruences, what is long or has large numbers; equalities last."""
    size = sum(abs(k) for _, k in c.form.terms)
    return (c.rel == "!=", c.rel != "==", size, abs(c.form.const), c.key)


def _tighten(domain: Domain, known: Context) -> Domain:
    """Inequalities that hold with equality throughout become equalities; touched disequalities become inequalities."""
    while True:
        made = [*_turned(domain, known), *_touched(domain, known)]
        tightened = Domain(domain.constraints + tuple(made)) if made else domain
        if tightened == domain:
            return domain
        domain = tightened


def _turned(domain: Domain, known: Context) -> list[Constraint]:
    """The equalities that inequalities amount to. None, as a rule, and one point inside all of them shows it."""
    ranges = [c for c in domain.constraints if c.rel == ">="]
    others = tuple(c for c in domain.constraints if c.rel != ">=")
    inside = tuple(Constraint(">=", c.form - 1) for c in ranges)
    if not ranges or consistent(others + inside, known):
        return []
    return [
        Constraint("==", c.form)
        for c, strict in zip(ranges, inside, strict=True)
        if not consistent((*domain.constraints, strict), known)
    ]


def _touched(domain: Domain, known: Context) -> list[Constraint]:
    """The inequalities that disequalities at the end of a range amount to."""
    made: list[Constraint] = []
    for c in domain.constraints:
        if c.rel != "!=":
            continue
        rest = tuple(x for x in domain.constraints if x is not c)
        if not consistent((*rest, Constraint("==", c.form)), known):
            continue  # it excludes nothing
        for form in (c.form, -c.form):
            strict = Constraint(">=", form - 1)
            if strict not in rest and holds_throughout(rest, Constraint(">=", form), known):
                made.append(strict)
                break
    return made
