r"""A likelihood of which a page only ever speaks by its logarithm: `\log p = -\sum_n (x_n - \mu)^2` names `\log p`.

Nothing says what p itself is, so the two words are one name. So are those of an angle in `\cos \theta_j = ..`. Nor does
`\sigma_j = \exp(\log \sigma_j)` say more of sigma: beside `\log \sigma_j = ..` that defines it by the name. What stands
above the letter has to be the same everywhere: in `\log p^2` it is a power of p, and none of the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node
from ....latex.walking import rebuilt
from ....notation import LOGARITHMS
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of

NAMING = LOGARITHMS | {"cos"}
"""Functions by which alone a page may speak of something."""
Key: TypeAlias = tuple[str, Stem]


def with_logarithms_named(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document in which `\log p` is one name where p never stands without the logarithm."""
    formulas = read_of(located)
    defined = {left for f in formulas for s in f.statements if (left := _left(s)) is not None}
    if not defined:
        return list(located)
    names = [x for f in formulas for x in t.of_kind(f, Name)]
    within = [(_function(y), x) for f in formulas for y in t.of_kind(f, t.Call) if (x := _of(y)) is not None]
    told = {stem for f in formulas for s in f.statements if (stem := _undone(s)) is not None}
    alone = {
        b
        for b in defined
        if sum(stem_of(x) == b[1] for x in names) == sum((f, stem_of(x)) == b for f, x in within)
        or (b[0] == "log" and b[1] in told)
    }
    alone = {b for b in alone if len({_above(x) for f, x in within if (f, stem_of(x)) == b}) == 1}

    def change(x: Any) -> Node | None:
        name = _of(x)
        return _named(x, name) if name is not None and (_function(x), stem_of(name)) in alone else None

    return with_statements(located, lambda s: rebuilt(s, change) if alone else s)


def _left(s: t.Statement) -> Key | None:
    """The function and the name under it on the left of an equation."""
    left = s.chain.members[0]
    name = _of(left) if s.chain.relations[:1] == ("=",) else None
    return (_function(left), stem_of(name)) if name is not None and isinstance(left, t.Call) else None


def _undone(s: t.Statement) -> Stem | None:
    r"""The name in `\sigma_j = \exp(\log \sigma_j)`."""
    left, right = s.chain.members if s.chain.relations == ("=",) else (None, None)
    if not isinstance(left, Name) or not isinstance(right, t.Call) or right.function != "exp" or right.scripts:
        return None
    inner = right.args[0] if len(right.args) == 1 and not right.primes else None
    same = isinstance(inner, t.Call) and inner.function in LOGARITHMS and _of(inner) == left
    return stem_of(left) if same else None


def _above(x: Name) -> tuple[t.Script, ...]:
    return tuple(s for s in x.scripts if s.above)


def _function(x: t.Call) -> str:
    """What is applied; all logarithms are one."""
    return "log" if x.function in LOGARITHMS else x.function


def _of(x: object) -> Name | None:
    r"""The name in `\log p` and `\log p(x)`."""
    if not isinstance(x, t.Call) or x.function not in NAMING or x.scripts or x.primes or len(x.args) != 1:
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
