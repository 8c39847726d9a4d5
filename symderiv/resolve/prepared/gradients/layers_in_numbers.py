r"""A derivative that is named for every layer, `\delta^{[l]} = \partial J/\partial z^{[l]}`, where layers are numbered.

Where the name stands with numbers everywhere else, the one equation is one for each of these numbers that what is
differentiated by has, too. So it is with a factor before the derivative, `\delta^{(l)} = -\partial E/\partial z^{(l)}`,
and where both show the example that they are of, `\delta^{(l)}(x^{(r)})`. Beside `$l = 1, 2, 3$` it is about these.
Where a sentence excepts a layer (`except for the hidden layer`), nothing says which number it has: it is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Display
from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Name, Node, Number, Product, Script, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...integers.kinds import integral
from ...located import Located, read_of
from ...sizes.sizes_equated import TIMES
from ...spelled.shape import letter_of, stem_of
from ..applied import DOTS, before_parentheses
from ..arrays.wholes_in_bold import is_bold, without_bold
from ..left_unread import without_doubtful
from .gradients_by_d import DEFINING

STEPS = {r"\le": 0, "<": 1}
"""How far behind the end that a comparison has a range begins, or stops before it."""

EXCEPTED = lazily(
    r"\b(?:except\w*|excluding|(?:apart|aside) from|other than|all (?:the )?(?:layers )?but|but for)\s+"
    r"[^.;!?$]*\blayers?\b"
    r"|\b(?:außer|ausgenommen|mit Ausnahme)\b[^.;!?$]*schicht"
    r"|\b(?:sauf|excepté|hormis|excepto|salvo|exceto|tranne)\b[^.;!?$]*\b(?:couche|capa|camada|strato|strati)"
    r"|кроме[^.;!?$]*сло|層(?:を除|以外)|层(?:以外|之外|外)|除(?:了|去)?[^，。$]*层|층(?:을|은)? ?제외",
    re.I,
)
"""Words that except a layer,"""
UNSAID = "the words beside it except a layer, and nothing says which number that has"
HINT = "write for which layers it holds: `\\quad (l \\ne 2)`"


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
    located = _without_excepted(located)
    claimed = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    names = [(s, x) for s in claimed for x in t.of_kind(s, Name)]

    def numbered(s: Statement) -> tuple[Statement, ...]:
        found = _layered(s)
        if found is None:
            return (s,)
        left, by, letter = found
        others = {text for one, x in names if one is not s and _fits(x, left) for _, text in _above(x)}
        beside = {text for _, x in names if _fits(x, by) for _, text in _above(x)}
        told = {x for c in (*s.conditions, *(c.chain for c in claimed if c is not s)) if (x := _listed(c, letter))}
        kept = tuple(c for c in s.conditions if not _listed(c, letter))
        layers = sorted(x for x in others & beside if x.isdigit() and all(x in one for one in told))
        if not layers or len(told) > 1 or not all(x.isdigit() for x in others) or _stands_in(claimed, s, letter):
            return (s,)
        return tuple(replace_statement(s, chain=rebuilt(s.chain, _at(letter, n)), conditions=kept) for n in layers)

    return [(d, f if isinstance(f, ReadError) else _each(f, numbered)) for d, f in located]


def _without_excepted(located: Sequence[Located]) -> list[Located]:
    """The formulas without such an equation in a sentence that excepts a layer, and without what has its name."""
    read = [(d, s) for d, f in located if isinstance(f, t.Formula) for s in f.statements]
    found = {id(s) for d, s in read if _layered(s) is not None and not s.conditions and _excepts(d)}
    if not found:
        return list(located)
    return without_doubtful(located, lambda s: s.chain.members[0] if id(s) in found else None, UNSAID, HINT)


def _excepts(d: Display) -> bool:
    """Do words of its sentence except a layer?"""
    before, behind = sentences.last(d.before), sentences.first(d.after)
    return EXCEPTED.search(before) is not None or EXCEPTED.search(behind) is not None


def _listed(c: t.Chain, letter: str) -> frozenset[str]:
    r"""The numbers that a condition lets a letter be, `l = 1, 2`, `1 \le l \le 3`, `l \in \{2, 3\}`, if
    they are several.

    >>> from symderiv.latex.parse import parse
    >>> texts = r"l = 2, 3", r"1 \le l < 3", r"l \in \{1, 4\}", r"l = 2, \dots, 4", r"1 \le l \le L", "l = 2"
    >>> [sorted(_listed(parse(x).statements[0].chain, "l")) for x in texts]
    [['2', '3'], ['1', '2'], ['1', '4'], ['2', '3', '4'], [], []]
    """
    first, *others = c.members
    if c.relations in (("=",), (r"\in",)) and letter_of(first) == letter:
        (list_,) = others
        items = list_.items if isinstance(list_, (t.Listing, t.Group)) else (list_,)
        numbers = [int(x.text) for x in items if isinstance(x, Number) and x.text.isdigit()]
        dotted = [x for x in items if isinstance(x, t.Symbol) and x.name in DOTS]
        if len(numbers) + len(dotted) < len(items) or (dotted and (len(dotted) > 1 or items[-2] is not dotted[0])):
            return frozenset()
        return _several(range(numbers[0], numbers[-1] + 1) if dotted else numbers)
    ends = [int(x.text) for x in (first, *others[1:]) if isinstance(x, Number) and x.text.isdigit()]
    if len(others) != 2 or len(ends) != 2 or letter_of(others[0]) != letter or not STEPS.keys() >= {*c.relations}:
        return frozenset()
    low, high = (STEPS[x] for x in c.relations)
    return _several(range(ends[0] + low, ends[1] - high + 1))


def _several(numbers: Sequence[int]) -> frozenset[str]:
    return frozenset(map(str, numbers)) if len(numbers) > 1 else frozenset()


def _fits(x: Name, whole: Name) -> bool:
    """Is it the same name, or an entry of it?"""
    entry = any(not s.above for s in x.scripts) and not is_bold(x)
    return stem_of(x) == stem_of(without_bold(whole) if entry else whole)


def _each(f: t.Formula, numbered: Any) -> t.Formula:
    found = tuple(x for s in f.statements for x in numbered(s))
    return f if found == f.statements else replace(f, statements=found)


def _stands_in(claimed: Sequence[Statement], s: Statement, letter: str) -> bool:
    """Does another equation have the letter, and does not only say what it ranges over?"""
    others = (one for one in claimed if one is not s and not _listed(one.chain, letter))
    return any(letter_of(x) == letter for one in others for x in t.of_kind(one, Name))


def _at(letter: str, layer: str) -> Any:
    def change(x: Any) -> Script | None:
        if not isinstance(x, Script) or not x.above or len(x.entries) != 1 or letter_of(x.entries[0]) != letter:
            return None
        return replace(x, entries=(Number(layer, x.entries[0].span),))

    return change
