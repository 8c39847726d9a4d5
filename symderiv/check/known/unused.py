r"""Definitions that look like claims: `y' = x` beside `y = x^2` defines a name y' that nothing uses.

What is defined is not judged. A name that takes no part in anything, and has the letter of another one, is told, since
it may have been meant as that one, or as its derivative.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...errors import ReadError
from ...expr import Variable, variables
from ...latex.scripts import variable_latex
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...resolve.written import Written

ACCENT = lazily(r"\\(?:operatorname\{d\}|[a-z]+)\{(.*)\}\Z")


def unused(lines: Iterable[Written], known: frozenset[Variable] = frozenset()) -> Iterator[str]:
    """A note for every name that is only defined, beside a name with the same letter that is used or `known`.

    A chain says more of what it defines, and that is judged.
    """
    lines = list(lines)
    defined = {v.variable: w.line for w in lines for n, v in w.defines if not w.struck and len(w.members) < 3}
    used = set(known)
    for w in lines:
        own = {n for n, _ in w.defines}
        for n, m in enumerate(w.members):
            if not isinstance(m, ReadError) and n not in own:
                used |= variables(m)
    beside: dict[str, list[Variable]] = {}
    for v in dict.fromkeys((*defined, *used)):
        beside.setdefault(letter(v), []).append(v)
    for v in defined:
        alike = [*beside[letter(v)], *(beside.get(letter(v)[1:], []) if letter(v).startswith("d") else [])]  # `dE = ..`
        other = next((x for x in sorted(alike, key=lambda x: x.key) if x != v), None)
        if v not in used and other is not None:
            name, same = variable_latex(v), variable_latex(other)
            yield f"line {defined[v]}: `{name}` is a name of its own beside `{same}`; it is defined here, not judged"


@lru_cache(maxsize=1 << 10)
def letter(v: Variable) -> str:
    r"""The letter of a name without accents and primes.

    >>> letter(Variable(r"\dot{y}_{#}")), letter(Variable("E'")), letter(Variable(r"\operatorname{d}{z}"))
    ('y', 'E', 'z')
    """
    base = split_key(v.key)[0].rstrip("'")
    found = ACCENT.match(base)
    return found[1].rstrip("'") if found is not None else base


__all__ = ["unused"]
