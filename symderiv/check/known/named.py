r"""Names for parts of a formula: `y = \sigma(\sum_i w_i x_i)` and, beside it, `u = \sum_i w_i x_i`.

An author who gives the argument of a function a name of its own differentiates by it, `dy/du`, though nothing on the
page uses the name. Where no definition does, a definition that holds the same formula is taken to use it: its value is
the same, and what is nudged is what the author means.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace

from ...affine import Sym
from ...calculus.match import Binding, Pattern
from ...draft import Draft, RawDefinition
from ...expr import (
    MINUS_ONE,
    ONE,
    Add,
    Expr,
    Mul,
    Num,
    Sum,
    Var,
    Variable,
    add,
    children,
    holds_derivative,
    mul,
    rebuild,
    variables,
    walk,
)
from .regrouped import from_the_right, gathered

MOST_TERMS = 6
"""Of so many terms or factors some are looked for in any order."""


def with_named_parts(draft: Draft, by: Container[Variable] = ()) -> Draft:
    """The draft with every name that nothing uses put in where its formula stands inside another definition.

    A name that the page differentiates `by` may stand there in another order, with a minus, or in the names of its own
    parts.
    """
    found = list(draft.definitions)
    lefts = [d.left.variable for d in draft.definitions]
    for d in draft.definitions:
        once = lefts.count(d.left.variable) == 1
        if once and _names_a_part(d) and not _is_used(d, found):
            new = _with_name(_Part(d), found)
            new = _freely(d, found) if new == found and d.left.variable in by else new
            found = found if new != found and leaves_rest(d, new) else new
    return draft if found == [*draft.definitions] else replace(draft, definitions=tuple(found))


def leaves_rest(d: RawDefinition, found: Iterable[RawDefinition]) -> bool:
    r"""Does a name for a function of one variable leave that variable beside it, as `\eta = \log \lambda` does in
    `y \log \lambda - \lambda`? What varies with the name is not told then: for most authors `\lambda` does, too."""
    if any(isinstance(e, Sum) for e in walk(d.body)) or len({e for e in walk(d.body) if isinstance(e, Var)}) != 1:
        return False
    (made_of,) = variables(d.body)
    return any(made_of in variables(o.body) for o in found if o.left.variable != d.left.variable)


def named_part(d: RawDefinition) -> Callable[[Expr], Expr] | None:
    """What puts the name of a definition into a formula where its own formula stands, in any order; None if it names
    no part of one."""
    if not _names_a_part(d):
        return None
    typed = _Part(d, freely=True)
    ordered = _Part(replace(d, body=_ordered(d.body)), freely=True)

    def put(e: Expr) -> Expr:
        found = typed.within(e)
        other = found if d.left.variable in variables(found) else ordered.within(_ordered(e))
        return other if d.left.variable in variables(other) else e

    return put


def named_at_any_letters(d: RawDefinition) -> Callable[[Expr], Expr] | None:
    """What puts the name of a definition into a formula where its own formula stands as it is, at any letters; None if
    it names no part of one."""
    return _Part(d).within if _names_a_part(d) else None


def named_wherever(d: RawDefinition) -> Callable[[Expr], Expr] | None:
    """What puts the name of a definition into a formula wherever its own formula stands, in any order and association;
    None if it names no part of one."""
    if not _names_a_part(d):
        return None
    ways = (gathered, lambda e: _ordered(gathered(e)), from_the_right, lambda e: _ordered(from_the_right(e)))
    parts = [(way, _Part(replace(d, body=way(d.body)), freely=True)) for way in ways]

    def put(e: Expr) -> Expr:
        found = e
        for way, part in parts:
            new = part.within(way(found))
            found = new if _times_in(new, d.left.variable) > _times_in(found, d.left.variable) else found
        return found

    return put


def _times_in(e: Expr, v: Variable) -> int:
    """How often a variable stands in an expression."""
    return sum(isinstance(x, Var) and x.variable == v for x in walk(e))


def named_whole(d: RawDefinition) -> Callable[[Expr], Expr]:
    """What puts the name of a definition in the place of the same formula, if that is all of an expression: the net
    input of a linear unit is its output."""
    part = _Part(d)
    return lambda e: part.matched(e) or e


def _ordered(e: Expr) -> Expr:
    """An expression with the factors of its products in the order of their names."""
    e = rebuild(e, _ordered)
    return Mul(tuple(sorted(e.factors, key=_place))) if isinstance(e, Mul) else e


def _place(e: Expr) -> str:
    return e.variable.key if isinstance(e, Var) else ""


def _freely(d: RawDefinition, found: list[RawDefinition]) -> list[RawDefinition]:
    """The definitions with the name where its formula stands in other words."""
    new = _with_name(_Part(d, freely=True), found)
    if new != found:
        return new
    folded = d
    for other in found:
        if other.left.variable != d.left.variable and _names_a_part(other):
            folded = replace(folded, body=_Part(other).within(folded.body))
    new = _with_name(_Part(folded, freely=True), [folded if o == d else o for o in found])
    return new if _is_used(d, new) else found


def _is_used(d: RawDefinition, found: Iterable[RawDefinition]) -> bool:
    return any(d.left.variable in variables(o.body) for o in found)


def _with_name(part: _Part, found: list[RawDefinition]) -> list[RawDefinition]:
    name = part.definition.left.variable
    return [o if o.left.variable == name else replace(o, body=part.within(o.body)) for o in found]


def _names_a_part(d: RawDefinition) -> bool:
    letters = [i.letter for i in d.left.indices]
    plain = None not in letters and len(set(letters)) == len(letters)
    return plain and not isinstance(d.body, (Var, Num)) and not holds_derivative(d.body)


@dataclass(slots=True)
class _Part:
    """A formula with a name; `freely`: also some terms of a sum or factors of a product, in any order."""

    definition: RawDefinition
    freely: bool = False

    @property
    def letters(self) -> tuple[Sym, ...]:
        return tuple(s for i in self.definition.left.indices if (s := i.letter) is not None)

    def within(self, body: Expr) -> Expr:
        """A formula with the name for every part of it that it names; what is the formula as a whole stays."""
        whole = self.matched(body) is not None
        return (None if whole else self._among(body)) or rebuild(body, self._named)

    def matched(self, x: Expr) -> Var | None:
        """The name where an expression is its formula at some letters; else None."""
        return self._entry(Pattern(frozenset(self.letters)).match(self.definition.body, x, {}, {}))

    def _entry(self, values: Binding | None) -> Var | None:
        if values is None or not all(s in values for s in self.letters):
            return None
        return Var(self.definition.left.variable, tuple(values[s] for s in self.letters))

    def _named(self, x: Expr) -> Expr:
        return self.matched(x) or self._among(x) or rebuild(x, self._named)

    def _among(self, x: Expr) -> Expr | None:
        """The name, or minus it, in the place of the terms or factors that it is made of."""
        body = self.definition.body
        if not self.freely or type(x) is not type(body) or not isinstance(x, (Add, Mul)):
            return None
        parts = [*children(x)]
        for sign in (ONE, MINUS_ONE) if isinstance(x, Add) else (ONE,):
            wanted = [mul(sign, t) if isinstance(x, Add) else t for t in children(body)]
            ways = Pattern(frozenset(self.letters)).take(wanted, parts, {}, {}) if len(parts) <= MOST_TERMS else ()
            found = [(entry, rest) for values, rest in ways if (entry := self._entry(values)) is not None]
            if len({entry for entry, _ in found}) == 1:  # of several entries nobody can tell which is meant
                entry, rest = found[0]
                others = map(self._named, rest)
                return add(mul(sign, entry), *others) if isinstance(x, Add) else mul(entry, *others)
        return None
