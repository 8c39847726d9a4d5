r"""A derivative that is named for every layer, `\delta^{[l]} = \partial J/\partial z^{[l]}`, where layers are numbered.

Where the name stands with numbers everywhere else, the one equation is one for each of these numbers that what is
differentiated by has, too. So it is with a factor before the derivative, `\delta^{(l)} = -\partial E/\partial z^{(l)}`,
and where both show the example that they are of, `\delta^{(l)}(x^{(r)})`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Name, Node, Number, Product, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...kinds import integral
from ...located import Located, read_of
from ...shape import letter_of, stem_of
from ...sizes_equated import TIMES
from ..applied import before_parentheses
from ..arrays.wholes_in_bold import is_bold, without_bold
from .gradients_by_d import DEFINING


def _layered(s: Statement) -> tuple[Name, Name, str] | None:
    """The name, what is differentiated by, and the letter of the layer that both have above."""
    c = s.chain
    if len(c.members) != 2 or c.relations[0] not in DEFINING:
        return None
    left, right = _name(c.members[0]), _derivative(c.members[1])
    if left is None or right is None or len(right.wrt) != 1:
        return None
    by = _name(right.wrt[0].body)
    if by is None or right.order != 1:
        return None
    both = {text for _, text in _above(left)} & {text for _, text in _above(by)}
    letters = {x for x in both if not x.isdigit()}
    return (left, by, letters.pop()) if len(letters) == 1 else None


def _name(x: Node) -> Name | None:
    """A name, also before the arguments that it shows."""
    if isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined:
        return next((name for name, _ in before_parentheses(x)), None)
    return x if isinstance(x, Name) else None


def _derivative(x: Node) -> t.Derivative | None:
    """The derivative that a side is, also behind a sign and behind numbers and letters."""
    if isinstance(x, t.Terms) and len(x.terms) == 1:
        return _derivative(x.terms[0].body)
    if isinstance(x, Product):
        *factors, last = (f.body for f in x.factors)
        plain = all(f.operator in TIMES and not f.joined for f in x.factors) and all(map(_is_plain, factors))
        return last if plain and isinstance(last, t.Derivative) else None
    return x if isinstance(x, t.Derivative) else None


def _is_plain(x: Node) -> bool:
    r"""Is it made of numbers and plain letters, the `\frac{1}{m}` before a derivative?"""
    return all(map(integral, (x.numerator, x.denominator) if isinstance(x, t.Fraction) else (x,)))


def _above(x: Name) -> Iterator[tuple[Script, str]]:
    r"""The scripts `^{[l]}`, `^{(l)}` and `^l` of a name with their letter or number."""
    for s in x.scripts:
        entry = s.entries[0] if s.above and len(s.entries) == 1 else None
        text = entry.text if isinstance(entry, Number) else letter_of(entry) if entry is not None else None
        if text:
            yield s, text


@where(lambda s: _layered(s) is not None)
def with_layers_in_numbers(located: Sequence[Located]) -> list[Located]:
    """The formulas with such an equation for each layer."""
    claimed = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    names = [(s, x) for s in claimed for x in t.of_kind(s, Name)]

    def numbered(s: Statement) -> tuple[Statement, ...]:
        found = _layered(s)
        if found is None:
            return (s,)
        left, by, letter = found
        others = {text for one, x in names if one is not s and _fits(x, left) for _, text in _above(x)}
        beside = {text for _, x in names if _fits(x, by) for _, text in _above(x)}
        layers = sorted(x for x in others & beside if x.isdigit())
        if not layers or not all(x.isdigit() for x in others) or _stands_in(claimed, s, letter):
            return (s,)
        return tuple(replace_statement(s, chain=rebuilt(s.chain, _at(letter, n))) for n in layers)

    return [(d, f if isinstance(f, ReadError) else _each(f, numbered)) for d, f in located]


def _fits(x: Name, whole: Name) -> bool:
    """Is it the same name, or an entry of it?"""
    entry = any(not s.above for s in x.scripts) and not is_bold(x)
    return stem_of(x) == stem_of(without_bold(whole) if entry else whole)


def _each(f: t.Formula, numbered: Any) -> t.Formula:
    found = tuple(x for s in f.statements for x in numbered(s))
    return f if found == f.statements else replace(f, statements=found)


def _stands_in(claimed: Sequence[Statement], s: Statement, letter: str) -> bool:
    """Does another equation have the letter?"""
    return any(letter_of(x) == letter for one in claimed if one is not s for x in t.of_kind(one, Name))


def _at(letter: str, layer: str) -> Any:
    def change(x: Any) -> Script | None:
        if not isinstance(x, Script) or not x.above or len(x.entries) != 1 or letter_of(x.entries[0]) != letter:
            return None
        return replace(x, entries=(Number(layer, x.entries[0].span),))

    return change
