r"""Names for parts of a formula: `y = \sigma(\sum_i w_i x_i)` and, beside it, `u = \sum_i w_i x_i`.

An author who gives the argument of a function a name of its own differentiates by it, `dy/du`, though nothing on the
page uses the name. Where no definition does, a definition that holds the same formula is taken to use it: its value is
the same, and what is nudged is what the author means.
"""

from __future__ import annotations

from dataclasses import replace

from ..affine import Sym
from ..calculus.match import Pattern
from ..draft import Draft, RawDefinition
from ..expr import Expr, Num, Partial, Var, rebuild, variables, walk


def with_named_parts(draft: Draft) -> Draft:
    """The draft with every name that nothing uses put in where its formula stands inside another definition."""
    found = list(draft.definitions)
    lefts = [d.left.variable for d in draft.definitions]
    for d in draft.definitions:
        once = lefts.count(d.left.variable) == 1
        if once and _names_a_part(d) and not any(d.left.variable in variables(o.body) for o in found):
            found = [o if o.left.variable == d.left.variable else replace(o, body=_within(o.body, d)) for o in found]
    return draft if found == [*draft.definitions] else replace(draft, definitions=tuple(found))


def _names_a_part(d: RawDefinition) -> bool:
    letters = [i.letter for i in d.left.indices]
    plain = None not in letters and len(set(letters)) == len(letters)
    return plain and not isinstance(d.body, (Var, Num)) and not any(isinstance(x, Partial) for x in walk(d.body))


def _within(body: Expr, d: RawDefinition) -> Expr:
    """A formula with the part that a definition names replaced by the name; what is the formula as a whole stays."""
    letters = tuple(s for i in d.left.indices if (s := i.letter) is not None)
    return rebuild(body, lambda x: _named(x, d, letters))


def _named(x: Expr, d: RawDefinition, letters: tuple[Sym, ...]) -> Expr:
    values = Pattern(frozenset(letters)).match(d.body, x, {}, {})
    if values is not None and all(s in values for s in letters):
        return Var(d.left.variable, tuple(values[s] for s in letters))
    return rebuild(x, lambda y: _named(y, d, letters))
