r"""Letters that are read as numbers, and that a page gives a slope: `\frac12 \mu(\sum_j w_j x_j)^2` beside `\mu'`.

Before a parenthesis such a letter may be a function. Lines that rest on it are open where the page also writes it with
a prime, or calls it a function.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...expr import variables
from ...network.graph import upstream
from ...pattern import lazily
from ...step import Judgement, Verdict
from ..link import Link

OPENS = lazily(r"((?:\\|(?<![A-Za-z\\]))[A-Za-z]++)\s*(?:\\left|\\[bB]igl?)?\s*[(\[]")
PRIMED = lazily(r"(\\[A-Za-z]+|(?<![A-Za-z\\])[A-Za-z])\s*(?:'|\^\s*\{?\s*\\prime)")
CALLED = lazily(
    r"\$\s*(\\?[A-Za-z]+)\s*(?:\([^$()]*\))?\s*\$\s*,?\s*(?:(?:is|denotes|being|as|ist|est|es)\s+)?(?:(?:the|an?|our|die|eine"
    r"|la|une|una)\s+)?(?:\w+\s+)?(?:function|activation|nonlinearity|Funktion|fonction|función)\b",
    re.I,
)
OPEN = "is `{}` a number or a function?"


def unless_a_function(link: Link, verdict: Verdict) -> Verdict:
    """The verdict; open for a line that rests on a letter which may be a function."""
    letters = may_be_functions(link.page)
    if verdict.judgement not in (Judgement.RIGHT, Judgement.WRONG) or not letters:
        return verdict
    made = {v for side in (link.left, link.right) for v in variables(side)}
    reached = made | {u for v in made for u in upstream(link.system, v)}
    given = (v.key for v in reached if v.key in letters and all(p.body is None for p in link.system.of(v)))
    found = min(given, default=None)
    return verdict if found is None else Verdict(Judgement.UNPROVED, detail=OPEN.format(found))


@lru_cache(maxsize=64)
def may_be_functions(page: str) -> frozenset[str]:
    r"""The letters before parentheses that a page writes with a prime too, or calls functions.

    >>> sorted(may_be_functions(r"$E = \mu(a + b)$ with $\mu' = 1$")), sorted(may_be_functions("$E = c(a + b)$"))
    (['\\mu'], [])
    >>> sorted(may_be_functions(r"$E = \mu(a + b)$, where $\mu(s)$ is the activation function"))
    ['\\mu']
    """
    if "'" not in page and r"\prime" not in page and CALLED.search(page) is None:
        return frozenset()
    named = {*PRIMED.findall(page), *CALLED.findall(page)}
    return frozenset(named.intersection(OPENS.findall(page)) if named else ())
