r"""Names for a part of a definition: `h_t = f(w h_{t-1} + u x_t)` beside `s_t = w h_{t-1} + u x_t`.

The page differentiates by such a name (`\partial L/\partial s_t`), but nothing is computed with it as it stands: read
to the letter, nothing depends on it. What is meant is `h_t = f(s_t)`. So where a name is differentiated by, no other
definition uses it, and its body stands in another definition as it is, that part is the name. Of a name for a root,
`d_{ij} = \|y_i - y_j\|`, the square stands there: `\|y_i - y_j\|^2` is `d_{ij}^2`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ...affine import Affine
from ...bound_letters import by_depth
from ...calculus.match import Pattern
from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import (
    ONE,
    Add,
    Div,
    Expr,
    Mul,
    Num,
    Partial,
    Pow,
    Sum,
    Var,
    Variable,
    holds_derivative,
    of_kind,
    rebuild,
    variables,
)
from ..statements import Equation

HALF = Num(Fraction(1, 2))
TWO = Num(Fraction(2))


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands in other definitions, and the name that is put there, or its square."""

    left: Var
    body: Expr
    squared: bool = False

    def named(self, entry: Var) -> Expr:
        """What is put where the part stands, of one entry of the name."""
        return Pow(entry, TWO) if self.squared else entry

    def rooted(self, e: Expr) -> Expr:
        r"""The powers of that square, `\sqrt{s^2}`, as powers of the name, since no root is less than 0."""
        e = rebuild(e, self.rooted)
        if not isinstance(e, Pow) or not isinstance(e.base, Pow) or not isinstance(e.exponent, Num):
            return e
        inner = e.base.base
        if not isinstance(inner, Var) or inner.variable != self.left.variable or e.base.exponent != TWO:
            return e
        power = Num(e.exponent.value * 2)
        return inner if power == ONE else Pow(inner, power)


def with_named_parts(definitions: Sequence[RawDefinition], equations: Iterable[Equation]) -> list[RawDefinition]:
    """The definitions with names put where their bodies stand."""
    derived: dict[Variable, set[Variable]] = {}
    for one, by in _derived(equations):
        derived.setdefault(by, set()).update(one)
    found = list(definitions)
    for typed in definitions if derived else ():
        part = _with_ends(typed, definitions)
        if part.left.variable not in derived or not _is_part(part):
            continue
        if _is_unused(part, found):
            found = _put_in(found, typed, part, None)
        for top in sorted(derived[part.left.variable], key=lambda v: v.key):
            below = _below(top, found)
            if part.left.variable not in below:
                found = _put_in(found, typed, part, below)
    return found


def names_put_in(typed: Sequence[RawDefinition], named: Sequence[RawDefinition]) -> frozenset[Variable]:
    """The names that stand in definitions where the page does not type them."""
    changed = ((a, b) for a, b in zip(typed, named, strict=True) if a is not b)
    return frozenset(v for a, b in changed for v in variables(b.body) - variables(a.body))


def _put_in(
    definitions: list[RawDefinition], typed: RawDefinition, part: RawDefinition, below: Container[Variable] | None
) -> list[RawDefinition]:
    """The definitions with the name where its formula stands; if `below` is given, in those, at any letters."""
    meant = _part(part)

    def put(d: RawDefinition) -> Expr:
        body = put_as_typed(d)
        return meant.rooted(body) if meant.squared and body != d.body else body

    def put_as_typed(d: RawDefinition) -> Expr:
        if d is typed or d is part or holds_derivative(d.body):
            return d.body
        if below is None:
            return _named(d.body, meant)
        return _anywhere(d.body, meant) if d.left.variable in below else d.body

    named = [replace(d, body=body) if (body := put(d)) != d.body else d for d in definitions]
    met = any(a is not b for a, b in zip(named, definitions, strict=True))
    return [part if met and d is typed else d for d in named]


def _below(top: Variable, definitions: Sequence[RawDefinition]) -> set[Variable]:
    """All that a variable is computed from, and itself."""
    found, more = {top}, True
    while more:
        using = {v for d in definitions if d.left.variable in found for v in variables(d.body)}
        more = not using <= found
        found |= using
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


def _derived(equations: Iterable[Equation]) -> Iterable[tuple[set[Variable], Variable]]:
    """What the page differentiates, if it is a name, and by what."""
    for e in equations:
        for m in e.members:
            if not isinstance(m, ReadError):
                for x in of_kind(m, Partial):
                    yield {x.of.variable} if isinstance(x.of, Var) else set(), x.wrt.variable


def _is_unused(part: RawDefinition, definitions: Sequence[RawDefinition]) -> bool:
    name = part.left.variable
    return all(name not in variables(d.body) for d in definitions if not holds_derivative(d.body))


def _is_part(part: RawDefinition) -> bool:
    """Does it name something computed, entry by entry, under letters of its own, or these with a number added?"""
    letters = [tuple(form.letters()) for form in part.left.indices]
    own = all(len(x) == 1 for x in letters) and len(set(letters)) == len(letters)
    own = own and all(form.coefficient(x) == 1 for form, (x,) in zip(part.left.indices, letters, strict=True))
    return own and isinstance(_part(part).body, (Add, Sum, Mul, Div)) and not holds_derivative(part.body)


def _part(d: RawDefinition) -> _Part:
    """What a definition names; of a root, what it is the root of."""
    if isinstance(d.body, Pow) and d.body.exponent == HALF:
        return _Part(d.left, d.body.base, squared=True)
    return _Part(d.left, d.body)


def _named(body: Expr, part: _Part) -> Expr:
    r"""The body with the name where its formula stands; if it does, then at other letters, too.

    The z of `e^{z_k} / \\sum_j e^{\\sum_m w_{jm} x_m}` is in the denominator, as well.
    """
    wanted = by_depth(part.body)

    def change(e: Expr) -> Expr:
        here = type(e) is type(part.body) and by_depth(e) == wanted
        return part.named(part.left) if here else rebuild(e, change)

    # a definition that is nothing but that part is another name of it
    named = rebuild(body, change) if not isinstance(body, Var) else body
    return named if named == body else _anywhere(named, part)


def _anywhere(body: Expr, part: _Part) -> Expr:
    r"""The body with the name where its formula stands at any letters, `\\theta_y^T x` beside `t_j = \\theta_j^T x`."""
    plain = all(form.letter is not None for form in part.left.indices)
    letters = tuple(s for form in part.left.indices if plain and (s := form.letter) is not None)

    def everywhere(e: Expr) -> Expr:
        found = Pattern(frozenset(letters)).match(part.body, e, {}, {}) if type(e) is type(part.body) else None
        if found is None or any(s not in found for s in letters):
            return rebuild(e, everywhere)
        return part.named(Var(part.left.variable, tuple(found[s] for s in letters)))

    return rebuild(body, everywhere) if letters and not isinstance(body, Var) else body
