r"""Rules in a sentence of their own: `if $y = f(u)$ and $u = g(x)$ then $\frac{dy}{dx} = \frac{dy}{du} \frac{du}{dx}$`.

The letters of a rule are those of nothing, or of everything: a network may have the same letters and another y. Where f
is no function of the page, the rule supposes something that nothing here fulfils: no line of it is wrong.
"""

from __future__ import annotations

import re

from ...pattern import lazily
from ..link import Link

_APPLIED = (
    r"\$\s*\\?[A-Za-z]+(?:_\{?\w+\}?)?\s*(?:=|:=|\\equiv)\s*(?P<NAME>\\?[A-Za-z]+)(?:_\{?\w+\}?)?\s*(?:\\left)?\("
    r"[^$=()]*(?:\\right)?\)[^$]*\$"
)
SUPPOSED = lazily(
    r"(?:\b(?:if|when|whenever|suppos\w+|assum\w+|given|let|for|si|soit|soient|supposons|quand|lorsque|wenn|falls|sei(?:en)?"
    r"|cuando|sea|dado|если|пусть)\b|如果|若|设|設|假设|假設|当|當)[^.;。]*?"
    + _APPLIED.replace("NAME", "f")
    + r"[^.;。]*\Z"
    r"|"
    + _APPLIED.replace("NAME", "g")
    + r"[^.;。]*?(?:ならば|なら|のとき|とき|とすると|の場合|이면|라면|일 때)[^.;。]*\Z",
    re.I,
)
"""A value of a function, supposed in the sentence before a formula."""
LONGEST = 300
"""So much of a sentence is looked at, from its end."""
DETAIL = "it is wrong in general, and its sentence supposes a function that the page does not have"


def is_of_a_rule(link: Link, before: str) -> bool:
    """Does the sentence before a link suppose that something is a function, which is none of the page?"""
    found = SUPPOSED.search(before[-LONGEST:])
    if found is None:
        return False
    return (found["f"] or found["g"]) not in {f.name for f in link.system.functions}
