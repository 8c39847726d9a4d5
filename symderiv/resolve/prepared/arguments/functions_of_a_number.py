r"""What a page says of a function of one number, `\frac{d \sigma(x)}{d x} = \sigma(x) (1 - \sigma(x))`.

A line in which nothing but functions of one bare letter stands, functions that the page tells in such a line, is about
a number, even where that letter is an array elsewhere, or has entries. The letter gets the look of one in it
(`dummies`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....functions import EXTREMA, KNOWN
from ....latex import tree as t
from ....latex.tree import Call, Chain, Derivative, Group, Name, Product, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.forms import shows_arrays
from ...spelled.shape import APART, letter_of

SIGMOID = r"\sigma"


def _is_about_a_number(s: Statement) -> bool:
    return _letter(s.chain) is not None


@where(_is_about_a_number)
def with_functions_of_a_number(located: Sequence[Located]) -> list[Located]:
    """The formulas with such letters told apart from the arrays."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    told = {SIGMOID, *(head for s in statements for head in _tells(s.chain))}
    own = {id(s.chain) for s in statements if _letter(s.chain) is not None and _named(s.chain) <= told}
    arrays = {x.base for s in statements if id(s.chain) not in own for x in _arrays(s.chain)}

    def apart(s: Statement) -> Statement:
        letter = _letter(s.chain)
        if letter is None or letter not in arrays or id(s.chain) not in own:
            return s
        chain = rebuilt(s.chain, lambda x: replace(x, font=APART) if _is(x, letter) else None)
        return replace(s, chain=chain)

    return with_statements(located, apart)


def _is(x: object, letter: str) -> bool:
    return isinstance(x, Name) and letter_of(x) == letter and not x.font


def _letter(c: Chain) -> str | None:
    """The letter of which alone all members of an equation are functions, one of them named, or a derivative."""
    if not c.relations or not EQUALITIES.issuperset(c.relations):
        return None
    heads = {id(x) for x in _heads(c)}
    found = {letter_of(x) for x in t.of_kind(c, Name) if id(x) not in heads and x.base != "e"}
    letter = next(iter(found)) if len(found) == 1 else None
    if letter is None or shows_arrays(c):
        return None
    left = c.members[0]
    told = any(_is_applied_to(x, letter) for x in t.of_kind(left, Product)) or isinstance(left, Derivative)
    calls = [x.function for m in c.members for x in t.of_kind(m, Call)]
    if not all(f in KNOWN and f not in EXTREMA for f in calls):
        return None
    told = told or any(True for _ in t.of_kind(left, Call))
    return letter if told and not letter.isupper() else None


def _named(c: Chain) -> set[str]:
    return {x.base for x in _heads(c)}


def _tells(c: Chain) -> Iterator[str]:
    """The function of which an equation says what it is without another one that has a name of the page."""
    left = c.members[0]
    if _letter(c) is not None and isinstance(left, Product) and len(left.factors) == 2:
        name = left.factors[0].body
        bodies = (m for m in c.members[1:] if not any(t.of_kind(m, Derivative)))
        plain = any(not any(True for _ in _heads(Chain((m,), ()))) for m in bodies)
        if isinstance(name, Name) and not name.primes and plain:
            yield name.base


def _heads(c: Chain) -> Iterator[Name]:
    """The names of functions: those right before a parenthesis, and those that are differentiated."""
    for x in t.of_kind(c, Product):
        for a, b in zip(x.factors, x.factors[1:], strict=False):
            if isinstance(a.body, Name) and not a.body.scripts and b.joined and isinstance(b.body, Group):
                yield a.body
    for d in t.of_kind(c, Derivative):
        if isinstance(d.of, Name) and not d.of.scripts:
            yield d.of


def _is_applied_to(x: Product, letter: str | None) -> bool:
    groups = (f.body for f in x.factors if f.joined and isinstance(f.body, Group))
    return any(len(g.items) == 1 and letter_of(g.items[0]) == letter for g in groups)


def _arrays(c: Chain) -> Iterator[Name]:
    """The names of an equation with signs that only arrays have, and those with indices."""
    arrays = shows_arrays(c)
    yield from (x for x in t.of_kind(c, Name) if not x.font and (arrays or any(not y.above for y in x.scripts)))
