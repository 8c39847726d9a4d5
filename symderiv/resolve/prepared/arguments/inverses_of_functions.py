r"""Inverse functions with a -1, `\tanh^{-1} m_k` beside `m_k = \tanh(\theta_k)`, as `\operatorname{artanh} m_k`.

Nobody takes one over the function of what the same function has made. So it is where words speak of inverse functions.
Else the -1 may be a power, and the line is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.inverse_functions import INVERSE, inverse_of
from ....latex.tree import Call, Name, Node
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import kind_of

INVERSES = lazily(
    r"\binverse (?:hyperbolic|trigonometric|functions?|sine|cosine|tangent)\b|\b(?:ar|arc|a)tanh\b|\bUmkehrfunktion"
    r"|\bfonctions? réciproques?\b|逆双曲線|逆三角関数|逆関数|反双曲|反三角|反函数"
)
DENIED = lazily(r"\b(?:not|never|no)\b[^.]{0,40}\binverse\b|\breciprocal\b|逆数|ではな|不是|Kehrwert")


@some(Call)
def _has_inverses(x: Call) -> bool:
    return bool(inverse_of(x.function))


@where(_has_inverses)
def with_inverses_of_functions(located: Sequence[Located], words: str) -> list[Located]:
    """The formulas of a page with such functions by their own names; `words` are all between the formulas."""
    told = INVERSES.search(words) is not None and DENIED.search(words) is None
    chains = [s.chain for f in read_of(located) for s in f.statements]
    pairs = ((c.members[0], c.members[1]) for c in chains if c.relations[:1] == ("=",))
    made = {(kind_of(x), y.function) for x, y in pairs if isinstance(x, Name) and isinstance(y, Call) and not y.scripts}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Call) or not (name := inverse_of(x.function)):
            return None
        args = rebuilt(x.args, change)
        only = args[0].items[0] if isinstance(args[0], t.Group) and len(args[0].items) == 1 else args[0]
        own = isinstance(only, Name) and (kind_of(only), x.function.removesuffix(INVERSE)) in made
        return replace(x, function=name if told or own else x.function, args=args)

    return with_statements(located, lambda s: rebuilt(s, change))
