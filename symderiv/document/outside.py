r"""Mathematics that stands outside every delimiter: words cannot hold a formula unnoticed.

An equation typed without `$` (`∂E/∂w_j = δ_j`), or shown as code, is not read, since words and formulas cannot be told
apart safely. It is not passed over in silence either: what looks like an equation is told with its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..errors import Place, ReadError
from ..pattern import lazily
from .find import codes

RELATION = lazily(r"[=＝≡≠]")
OPERATOR = lazily(r"[∂∇Σ∑]|\\(?:partial|[dt]?frac|sum|nabla)(?![A-Za-z])|(?<![A-Za-z])d[A-Za-z]+(?:_\w+)?/d[A-Za-z]")
SCRIPT = lazily(r"[A-Za-z)][_^]\{")
"""Braces after a subscript are LaTeX's; in a LaTeX document they also stand in file names and options."""
OPTIONS = lazily(r"\\[A-Za-z]+\*?\[[^\[\]]*\]")
WORDS_ONLY = frozenset(["", "text", "txt", "plain", "latex", "tex", "md", "markdown"])
"""What is said behind the marks of a fence that holds no program."""


CLAUSE = lazily(r"[.,;:](?=\s)|[、。，．；]")


def equations_in(text: str, latex: bool) -> Iterator[tuple[int, int]]:
    """Where rows of a text look like equations: offsets of their first character and their end.

    >>> list(equations_in("so ∂E/∂w = 0.", latex=False)), list(equations_in("we want ∂E/∂w; let n = 3", latex=False))
    ([(0, 13)], [])
    """
    at = 0
    for row in text.split("\n"):
        if any(looks_like_an_equation(clause, latex) for clause in CLAUSE.split(row)):
            stripped = row.strip()
            start = at + row.index(stripped)
            yield start, start + len(stripped)
        at += len(row) + 1


@lru_cache(maxsize=256)
def looks_like_an_equation(clause: str, latex: bool) -> bool:
    """Is there a relation beside a derivative, a sum or a fraction (in Markdown: or a script in braces)?

    >>> looks_like_an_equation("y_{i} = 0", latex=False), looks_like_an_equation("y_{i} = 0", latex=True)
    (True, False)
    """
    if latex:
        clause = OPTIONS.sub("", clause)
    operator = OPERATOR.search(clause) or (None if latex else SCRIPT.search(clause))
    return operator is not None and RELATION.search(clause) is not None


def equations_in_code(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Where rows of Markdown's code look like equations, if the code is no program.

    >>> list(equations_in_code("use `∂E/∂w = 0` here", 0)), list(equations_in_code("<!-- `∂E/∂w = 0` -->", 0))
    ([(4, 15)], [])
    """
    for m, start, end in codes(text, latex=False):
        if (
            start < first
            or m["comment"]
            or m["note"]
            or m["hidden"]
            or (m["fence"] and m["info"].strip() not in WORDS_ONLY)
        ):
            continue
        for a, b in equations_in(text[start:end], latex=False):
            yield start + a, start + b


def outside(place: Place) -> ReadError:
    """What is said of an equation outside mathematics."""
    return ReadError(
        "this looks like an equation, but it does not stand between `$` signs, so it is not read",
        place,
        r"write it between `$$` and `$$`; where it is not meant as mathematics, say it in words",
    )
