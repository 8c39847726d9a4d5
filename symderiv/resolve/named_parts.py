r"""Names for a part of a definition: `h_t = f(w h_{t-1} + u x_t)` beside `s_t = w h_{t-1} + u x_t`.

The page differentiates by such a name (`\partial L/\partial s_t`), but nothing is computed with it as it stands: read
to the letter, nothing depends on it. What is meant is `h_t = f(s_t)`. So where a name is differentiated by, no other
definition uses it, and its body stands in another definition as it is, that part is the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..affine import Affine
from ..calculus.match import Pattern
from ..draft import RawDefinition
from ..errors import ReadError
from ..expr import Add, Div, Expr, Mul, Partial, Sum, Var, Variable, holds_derivative, of_kind, rebuild, variables
from .definitions import standard
from .statements import Equation


def with_named_parts(definitions: Sequence[RawDefinition], equations: Iterable[Equation]) -> list[RawDefinition]:
    """The definitions with names put where their bodies stand."""
    derived = set(_derived(equations))
    found = list(definitions)
    for typed in definitions if derived else ():
        part = _with_ends(typed, definitions)
        if part.left.variable in derived and _is_unused(part, found) and _is_part(part):
            kept = [d is typed or holds_derivative(d.body) for d in found]
            named = [d if keep else replace(d, body=_named(d.body, part)) for d, keep in zip(found, kept, strict=True)]
            met = any(a is not b and a.body != b.body for a, b in zip(named, found, strict=True))
            found = [part if met and d is typed else d for d in named]
    return found


def _with_ends(part: RawDefinition, definitions: Sequence[RawDefinition]) -> RawDefinition:
    r"""The part with the ends of `\sum_k` that all other sums over k have, as in `\sum_{k=1}^{n}`."""
    sums = [x for d in definitions for x in of_kind(d.body, Sum)]
    if not any(isinstance(x, Sum) and not x.lowers and not x.uppers for x in of_kind(part.body, Sum)):
        return part
    ends: dict[object, set[tuple[tuple[Affine, ...], tuple[Affine, ...]]]] = {}
    for x in sums:
        if x.lowers and x.uppers:
            ends.setdefault(x.letter, set()).add((x.lowers, x.uppers))

    def change(e: Expr) -> Expr:
        known = ends.get(e.letter, set()) if isinstance(e, Sum) and not e.lowers and not e.uppers else set()
        new = rebuild(e, change)
        if len(known) != 1 or not isinstance(new, Sum):
            return new
        ((lowers, uppers),) = known
        return replace(new, lowers=lowers, uppers=uppers)

    return replace(part, body=change(part.body))


def _derived(equations: Iterable[Equation]) -> Iterable[Variable]:
    """What the page differentiates by."""
    for e in equations:
        for m in e.members:
            if not isinstance(m, ReadError):
                yield from (x.wrt.variable for x in of_kind(m, Partial))


def _is_unused(part: RawDefinition, definitions: Sequence[RawDefinition]) -> bool:
    name = part.left.variable
    return all(name not in variables(d.body) for d in definitions if not holds_derivative(d.body))


def _is_part(part: RawDefinition) -> bool:
    """Does it name something computed, entry by entry, under letters of its own, or these with a number added?"""
    letters = [tuple(form.letters()) for form in part.left.indices]
    own = all(len(x) == 1 for x in letters) and len(set(letters)) == len(letters)
    own = own and all(form.coefficient(x) == 1 for form, (x,) in zip(part.left.indices, letters, strict=True))
    return own and isinstance(part.body, (Add, Sum, Mul, Div)) and not holds_derivative(part.body)


def _named(body: Expr, part: RawDefinition) -> Expr:
    r"""The body with the name where its formula stands; if it does, then at other letters, too.

    The z of `e^{z_k} / \\sum_j e^{\\sum_m w_{jm} x_m}` is in the denominator, as well.
    """
    wanted = standard(part.body)
    plain = all(form.letter is not None for form in part.left.indices)
    letters = tuple(s for form in part.left.indices if plain and (s := form.letter) is not None)

    def change(e: Expr) -> Expr:
        return part.left if type(e) is type(part.body) and standard(e) == wanted else rebuild(e, change)

    def everywhere(e: Expr) -> Expr:
        found = Pattern(frozenset(letters)).match(part.body, e, {}, {}) if type(e) is type(part.body) else None
        if found is None or any(s not in found for s in letters):
            return rebuild(e, everywhere)
        return Var(part.left.variable, tuple(found[s] for s in letters))

    # a definition that is nothing but that part is another name of it
    named = rebuild(body, change) if not isinstance(body, Var) else body
    return named if named == body or not letters else rebuild(named, everywhere)
