r"""Linear inequalities between real unknowns: can they all hold?

An inequality is a linear form that is positive: coefficients by unknown, that of `None` is the constant. Unknowns are
anything that can be looked up, and are taken to be independent. Decided by Fourier and Motzkin's elimination: an
unknown is removed by adding up every pair of inequalities in which it stands with opposite signs.
(J. Fourier, Histoire de l'Academie royale des sciences de l'Institut de France, 1827; T. Motzkin, Beitraege zur
Theorie der linearen Ungleichungen, 1936.)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias

Form: TypeAlias = Mapping[Hashable, Fraction]
"""A linear form, `{x: 2, None: -1}` for `2 x - 1`; zeros may be left out."""

MOST = 400
"""So many inequalities are looked at; more of them count as possible."""


def negative(form: Form) -> dict[Hashable, Fraction]:
    """Minus a form."""
    return {x: -c for x, c in form.items()}


def possible(positive: Iterable[Form]) -> bool:
    """Can all the forms be positive at once? Never a false no.

    >>> x = {"x": Fraction(1)}
    >>> possible([x]), possible([x, negative(x)]), possible([x, {"x": Fraction(-1), None: Fraction(1)}])
    (True, False, True)
    """
    forms = [{x: c for x, c in f.items() if c} for f in positive]
    while True:
        constant = [f for f in forms if f.keys() <= {None}]
        if any(f.get(None, Fraction(0)) <= 0 for f in constant):
            return False
        forms = [f for f in forms if f not in constant]
        if not forms or len(forms) > MOST:
            return True
        forms = _without(forms)


def _without(forms: list[dict[Hashable, Fraction]]) -> list[dict[Hashable, Fraction]]:
    """What the forms say of the others once the unknown that costs least is removed."""
    unknowns = dict.fromkeys(x for f in forms for x in f if x is not None)
    chosen = min(unknowns, key=lambda x: _pairs(forms, x))
    up = [f for f in forms if f.get(chosen, 0) > 0]
    down = [f for f in forms if f.get(chosen, 0) < 0]
    found = {tuple(sorted(f.items(), key=repr)): f for f in forms if not f.get(chosen)}
    for a in up:
        for b in down:
            new = _added(a, -b[chosen], b, a[chosen])
            found[tuple(sorted(new.items(), key=repr))] = new
    return list(found.values())


def _pairs(forms: list[dict[Hashable, Fraction]], x: Hashable) -> int:
    return sum(f.get(x, 0) > 0 for f in forms) * sum(f.get(x, 0) < 0 for f in forms)


def _added(
    a: dict[Hashable, Fraction], m: Fraction, b: dict[Hashable, Fraction], n: Fraction
) -> dict[Hashable, Fraction]:
    """`m a + n b`, scaled so that equal inequalities look alike."""
    total = {x: m * a.get(x, Fraction(0)) + n * b.get(x, Fraction(0)) for x in {**a, **b}}
    total = {x: c for x, c in total.items() if c}
    size = max((abs(c) for c in total.values()), default=Fraction(1))
    return {x: c / size for x, c in total.items()}
