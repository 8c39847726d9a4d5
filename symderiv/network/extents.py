r"""How far a given variable goes: every use of it must say the same, as far as sizes can be compared.

`\sum_{j=1}^{J} w_j x_j` beside `\sum_{k=1}^{K} v_k x_k` gives x the length J here and K there. Either is a slip, or the
author knows how J and K are related and has not said so; a vector that is as long as the longer of the two is what
nobody means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from ..affine import Affine, IntFn, Sym, affine
from ..domain import bounds, ge, implies, is_empty, le, simplify
from ..domain.constraint import TRUE, Domain
from ..errors import RangeClash
from ..expr import Variable
from ..latex import scripts
from .entries import coordinates
from .images import halves
from .inference import State
from .uses import Use

Reached = tuple[int, Use, Domain]
"""The number of a definition, a use in it, and the entries that the use reaches (in coordinates)."""


def check_extents(state: State, variable: Variable, found: Iterable[Reached]) -> None:
    """Raise `RangeClash` where two uses give an index position ends that cannot be compared."""
    found = list(found)
    for one, two in combinations(found, 2):
        for c in coordinates(variable.arity):
            for side, (a, b) in enumerate(zip(_ends(state, one[2], c), _ends(state, two[2], c), strict=True)):
                if a is None or b is None or not _is_open(state, a, b, one[2], two[2]):
                    continue
                if not any(_goes_on(state, found, x, c, side, end) for x, end in ((one, a), (two, b))):
                    raise _clash(state, c, one, two, a, b)


def _goes_on(state: State, found: Iterable[Reached], one: Reached, c: Sym, side: int, end: Affine) -> bool:
    r"""Does another use in the same definition go further for certain, as by the j of `\sum_{i=1}^{N} \sum_{j=i+1}^{N}`
    x goes to N, and not to N - 1?"""
    others = [tuple(_ends(state, d, c))[side] for number, _, d in found if number == one[0] and d is not one[2]]
    further = [x for x in others if x is not None and x != end]
    return any(implies(TRUE, ge(x, end) if side else le(x, end), state.letters.known) for x in further)


def is_between_sizes(domain: Domain, state: State) -> bool:
    r"""Are they the units from a size up to the width of any layer, `C < i \le d_k`? No step begins there: what is
    said is how wide the last layer is, and not whether others are as wide."""
    sizes = state.letters.sizes
    said = sizes - state.presumed
    ends = [bounds(domain, c, state.letters.known) for c in domain.letters() - sizes]
    return any(
        any(x.letters() and x.letters() <= said and not _has_widths(x) for x in e.lowers)
        and any(_has_widths(x) and not x.letters() <= sizes for x in e.uppers)
        for e in ends
    )


def _has_widths(x: Affine) -> bool:
    return any(isinstance(a, IntFn) for a in x.atoms())


def _ends(state: State, domain: Domain, c: Sym) -> Iterator[Affine | None]:
    """The lower and the upper end of a coordinate where they are a matter of sizes alone."""
    for sign in (1, -1):
        forms = [x.form for x in halves(domain) if x.form.coefficient(c) == sign]
        ends = [affine(c) - f if sign == 1 else f + affine(c) for f in forms]
        plain = [e for e in ends if not e.letters() - state.letters.sizes]
        yield plain[0] if len(plain) == len(ends) == 1 else None


def _is_open(state: State, a: Affine, b: Affine, one: Domain, two: Domain) -> bool:
    """Can either end lie before the other, while both domains have entries in common?"""
    known = state.letters.known
    if (a - b).is_constant or implies(TRUE, ge(a, b), known) or implies(TRUE, le(a, b), known):
        return False
    return not is_empty(one & two, known)


def _clash(state: State, c: Sym, one: Reached, two: Reached, a: Affine, b: Affine) -> RangeClash:
    (here, this), (there, that) = (_spell(state, c, found) for found in (one, two))
    relation = f"{scripts.index(a)} = {scripts.index(b)}"
    p = coordinates(len(one[1].entry.indices)).index(c)
    single = any(not use.entry.indices[p].letters() - state.letters.sizes for _, use, _ in (one, two))
    return RangeClash(
        f"{here} in the definition of `{this}`, but {there} in that of `{that}`, and nothing says which goes further",
        state.entries[two[0]].place,
        f'correct one of the two, or state what relates them: `relations = ["{relation}"]`',
        (a, b),
        single,
    )


def _spell(state: State, c: Sym, found: Reached) -> tuple[str, str]:
    """What a use says of the index, and where it stands."""
    number, use, domain = found
    p = coordinates(len(use.entry.indices)).index(c)
    letter = use.entry.indices[p].letter
    own = Domain(tuple(x for x in domain.constraints if x.letters() - state.letters.sizes == {c}))
    place = "its index" if use.entry.variable.arity == 1 else f"index {p + 1}"
    shown = letter or Sym("i")
    said = scripts.domain(simplify(own.substitute({c: affine(shown)}), state.letters.known), [shown])
    of = "" if letter is not None else f" ({place} as `i`)"
    return f"`{scripts.var(use.entry)}`{of} has `{said}`", scripts.var(state.entries[number].written)
