r"""Definitions at one index that are exceptions to a general one, although the range of its letter holds that index.

A page says once what l runs over (`l = 1..L`), writes `a^{(l)}_i = g(z^{(l)}_i)`, and beside it what the last layer is,
or where a recurrence begins. Read as claims such lines would be wrong; a reader takes them for what they are where

- the general definition cannot hold there, since it is made of a step before the first one (`R_i = a R_{i-1}` at 1); or
- they are about the first or the last index, and nobody could have meant the general one: g is any function, or several
  entries are joined that the general one does not join (softmax), or a function is left off (`a^{(L)}_i = z^{(L)}_i`);
  or words make it an exception (`except that`), as they must where the general one has a range of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ...affine import Affine, Sym, affine
from ...domain import is_empty
from ...domain.constraint import Domain, ge, le, ne
from ...draft import RawDefinition
from ...expr import Apply, Num, Sum, Var, Variable, of_kind
from ...functions import WELL_KNOWN
from ...latex.excepted import BESIDE, INNER, NAMED, PERHAPS, excepted
from ...system import Span
from ..statements import Equation, differentiates

Around: TypeAlias = Callable[[Equation], tuple[str, str]]
"""Gives the words before and behind an equation, displays of its sentence among them."""


def nothing_around(e: Equation) -> tuple[str, str]:
    """No words.

    >>> nothing_around(None)
    ('', '')
    """
    return "", ""


def told_in_words(
    e: Equation, special: RawDefinition, general: RawDefinition, equations: Sequence[Equation], around: Around
) -> str:
    """How words make an equation an exception to a definition, above all that is differentiated; see `excepted`.

    One that shares no name with the other, `a^{(L)}_i = \\hat{y}_i`, gives it another name.
    """
    if not isinstance(special.body, Num) and not _variables(special) & _variables(general):
        return ""
    if any(x.number < e.number and not x.defines and differentiates(x) for x in equations):
        return ""
    typed = next((x for x in equations if x.place == general.place), None)
    text = typed.stated.formula.source.text[slice(*typed.stated.statement.span)] if typed is not None else ""
    said = excepted(text, *around(e))
    if said == INNER:
        return said if _takes_function_away(general, special) else ""
    if said in ("", BESIDE) and e.stated.inline:
        plainly = isinstance(special.body, Var) and _takes_function_away(general, special)
        return PERHAPS if plainly else said
    return said if said != NAMED or general.ranges else ""


def _takes_function_away(general: RawDefinition, special: RawDefinition) -> bool:
    """Is the special one made of the same without the function, or by another one: `a^2_k = z^2_k`?"""
    outer = general.body.function if isinstance(general.body, Apply) else None
    if not _variables(special) & _variables(general) or isinstance(general.body, Var):
        return False
    if isinstance(special.body, Var):
        return True
    return outer is not None and isinstance(special.body, Apply) and special.body.function != outer


def without(general: RawDefinition, values: Mapping[Sym, Affine], at_an_end: bool = True) -> RawDefinition:
    """A definition without the first or the last index of the range that it has of its own, or without one between."""
    if not at_an_end and len(values) == 1:
        return replace(general, where=(*general.where, *(ne(x, at) for x, at in values.items())))
    ranges = []
    for span in general.ranges:
        at = values.get(span.letter)
        lower = span.lower + 1 if at == span.lower else span.lower
        upper = span.upper + -1 if at == span.upper and at != span.lower else span.upper
        ranges.append(replace(span, lower=lower, upper=upper))
    return replace(general, ranges=tuple(ranges))


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What tells exceptions from claims.

    `lefts`: the left sides of a page; `functions`: those of which it says what they are; `ranges`: what letters run
    over; `positive`: the sizes.
    """

    lefts: Collection[Var]
    functions: Collection[str]
    ranges: Collection[Span]
    positive: Domain

    def holds(self, general: RawDefinition, special: RawDefinition, values: Mapping[Sym, Affine]) -> bool:
        """Is the special one an exception? `values`: the indices at which it holds, by the general letters."""
        if any(self._precedes(general, special, span, value) for span, value in self._ranged(values)):
            return True
        return self.at_an_end(values) and self._is_another(general, special)

    def at_an_end(self, values: Mapping[Sym, Affine]) -> bool:
        """Is one of the indices the first or the last of its range?"""
        return any(value in (span.lower, span.upper) for span, value in self._ranged(values))

    def _ranged(self, values: Mapping[Sym, Affine]) -> Iterator[tuple[Span, Affine]]:
        return ((span, values[span.letter]) for span in self.ranges if span.letter in values)

    def _precedes(self, general: RawDefinition, special: RawDefinition, span: Span, value: Affine) -> bool:
        """Is the general one made of what stands before its first step, or behind its last, and the special one not?"""
        stepped = {x.variable: form for x, form in self._steps(general, span.letter)}
        beyond = {
            v: at for v, form in stepped.items() if self._is_beyond(at := form.substitute({span.letter: value}), span)
        }
        used = of_kind(special.body, Var)
        return bool(beyond) and not any(x.variable in beyond and beyond[x.variable] in x.indices for x in used)

    def _steps(self, general: RawDefinition, letter: Sym) -> Iterator[tuple[Var, Affine]]:
        """What is defined on the page, in the body of the general one at another step, with the index that says so."""
        defined = {x.variable for x in self.lefts}
        for x in of_kind(general.body, Var):
            for form in x.indices if x.variable in defined else ():
                if form != affine(letter) and form.letters() == {letter} and form.coefficient(letter) == 1:
                    yield x, form

    def _is_beyond(self, at: Affine, span: Span) -> bool:
        """Is the index of such a step outside the range? One that a definition of its own has is not."""
        said = any(at in left.indices for left in self.lefts)
        return not said and is_empty(Domain.of(ge(at, span.lower), le(at, span.upper)), self.positive)

    def _is_another(self, general: RawDefinition, special: RawDefinition) -> bool:
        """Is it certain that the special one does not restate the general one?"""
        outer = general.body.function if isinstance(general.body, Apply) else None
        if outer is None or any(x.function == outer for x in of_kind(special.body, Apply)):
            return False
        if not _variables(special) & _variables(general):
            return False  # `a^{(L)}_i = \hat{y}_i` gives it another name
        if not (outer in WELL_KNOWN or outer in self.functions) or isinstance(special.body, Var):
            return True
        return bool(_summed(special) & _variables(general)) and not any(of_kind(general.body, Sum))


def _summed(d: RawDefinition) -> set[Variable]:
    """The variables of which a definition sums over entries."""
    return {x.variable for s in of_kind(d.body, Sum) for x in of_kind(s.body, Var) if _holds(x, s.letter)}


def _holds(x: Var, letter: Sym) -> bool:
    return any(letter in form.letters() for form in x.indices)


def _variables(d: RawDefinition) -> set[Variable]:
    return {x.variable for x in of_kind(d.body, Var)}
