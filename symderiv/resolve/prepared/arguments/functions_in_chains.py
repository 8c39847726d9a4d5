r"""Functions that a chain says on the way: `h(x) = g(w^\top x) = \tanh(w^\top x)` tells that `g(z) = \tanh(z)`.

The value of g stands in the chain with the value that follows it. Where this holds the same argument and nothing else
of what the argument is made of, and no formula of the page says what g is, it is what g is of anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....document.blocks import Display
from ....latex.source import Source
from ....latex.tree import Chain, Factor, Formula, Group, Name, Node, Product, Statement, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, is_given, read_of
from ..functions_in_words import defined

ARGUMENT = Name(r"\xi")


def _may_say(s: Statement) -> bool:
    return any(True for _ in _said(s))


@where(_may_say)
def with_functions_in_chains(located: Sequence[Located]) -> list[Located]:
    """The formulas, with what chains say of functions as definitions of these in front."""
    known = set(defined(read_of(located)))
    found = list(located)
    beside = any(is_given(display) for display, _ in located)  # what a solution says of a network's functions it claims
    for display, formula in located:
        if beside and not is_given(display):
            continue
        for s in formula.statements if isinstance(formula, Formula) else ():
            for name, value in _said(s):
                if name.base not in known:
                    known.add(name.base)
                    found.insert(0, _definition(name, value, display))
    return found


def _said(s: Statement) -> Iterator[tuple[Name, Node]]:
    r"""The functions of a chain of three members or more, each with its value at `\xi`."""
    if len(s.chain.members) < 3 or s.conditions or s.struck or any(r != "=" for r in s.chain.relations):
        return
    for one, two in pairwise(s.chain.members[1:]):
        if not isinstance(one, Product) or len(one.factors) != 2 or not one.factors[1].joined:
            continue
        name, group = one.factors[0].body, one.factors[1].body
        inside = group.items[0] if isinstance(group, Group) and len(group.items) == 1 else None
        if not isinstance(name, Name) or name.scripts or name.primes or inside is None or isinstance(inside, Name):
            continue
        value = _of_anything(two, inside)
        made_of = {x.base for x in of_kind(inside, Name)} | {name.base}
        if value is not two and made_of.isdisjoint(x.base for x in of_kind(value, Name)):
            yield name, value


def _of_anything(value: Node, argument: Node) -> Node:
    found: Node = rebuilt(value, lambda x: ARGUMENT if x == argument else None)
    return found


def _definition(name: Name, value: Node, display: Display) -> Located:
    r"""`g(\xi) = ..`, in the place of its chain."""
    source = Source("", display.line, file=display.source.file)
    left = Product((Factor("", name), Factor("", Group("(", (ARGUMENT,), ")"), True)))
    statement = Statement(Chain((left, value), ("=",), ((0, 0),)))
    shown = Display(source, display.line, 1, display.line, True, paragraph=display.paragraph)
    return shown, Formula(source, (statement,))
