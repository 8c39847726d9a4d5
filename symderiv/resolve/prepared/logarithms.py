r"""A likelihood of which a page only ever speaks by its logarithm: `\log p = -\sum_n (x_n - \mu)^2` names `\log p`.

Nothing says what p itself is, so the two words are one name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Name, Node
from ...latex.walking import rebuilt
from ...notation import LOGARITHMS
from ..located import Located, read_of, with_statements
from ..shape import Stem, stem_of


def with_logarithms_named(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document in which `\log p` is one name where p never stands without the logarithm."""
    formulas = read_of(located)
    defined = {left for f in formulas for s in f.statements if (left := _left(s)) is not None}
    if not defined:
        return list(located)
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    within = [x for f in formulas for y in t.walk(f) if (x := _of(y)) is not None]
    alone = {b for b in defined if sum(stem_of(x) == b for x in names) == sum(stem_of(x) == b for x in within)}

    def change(x: Any) -> Node | None:
        name = _of(x)
        return _named(x, name) if name is not None and stem_of(name) in alone else None

    return with_statements(located, lambda s: rebuilt(s, change) if alone else s)


def _left(s: t.Statement) -> Stem | None:
    """The name under the logarithm on the left of an equation."""
    name = _of(s.chain.members[0]) if s.chain.relations[:1] == ("=",) else None
    return None if name is None else stem_of(name)


def _of(x: object) -> Name | None:
    r"""The name in `\log p` and `\log p(x)`."""
    if not isinstance(x, t.Call) or x.function not in LOGARITHMS or x.scripts or x.primes or len(x.args) != 1:
        return None
    arg = x.args[0]
    if isinstance(arg, t.Product) and len(arg.factors) == 2 and arg.factors[1].joined:
        arg = arg.factors[0].body
    return arg if isinstance(arg, Name) and not arg.primes else None


def _named(x: t.Call, name: Name) -> Node:
    new = Name(rf"\{x.function} {name.base}", name.accents, name.font, 0, name.scripts, x.span)
    arg = x.args[0]
    if isinstance(arg, t.Product):
        return replace(arg, factors=(replace(arg.factors[0], body=new), *arg.factors[1:]), span=x.span)
    return new
