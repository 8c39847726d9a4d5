r"""Formulas in sentences that only name something: `the operator $\nabla$`, `a map $f: X \to Y$`, `$O(n^2)$`.

What neither equates nor compares claims nothing, so it is no loss where it cannot be read. A condition is none of
these: where the words around it introduce one (`when $i | j$`), it has to be read.
"""

from __future__ import annotations

import re

from ..errors import LimitExceeded, ReadError
from ..latex.macros import Macros
from ..latex.tree import Formula
from ..pattern import lazily
from .blocks import Display

SAYING = lazily(
    r"[=＝≡≈≃∝<>＜＞≤≥≦≧≠∈∉]"
    r"|\\(?:n?eq|equiv|ne|[lg]e|[lg]eq|[lg]eqslant|[lg]eqq|[lg]t|approx(?:eq)?|simeq|cong|propto|in|notin|not"
    r"|coloneqq?|triangleq|defeq|eqdef|doteq|xlongequal|asymp|pmod|gets|leftarrow)(?![A-Za-z])"
)
"""Signs by which a formula says something of what stands beside them."""
COMMAND = lazily(r"\\[A-Za-z]+|\\.")
SIGN = lazily(r"\\(?:[A-Za-z]+|.)|[^\w\s]")
"""One sign or command alone."""
OF_ANY = lazily(
    r"(?:\\[A-Za-z]+\s*\{\\?[A-Za-z]+\}|\\?[A-Za-z]+)(?:\s*[_^]\s*(?:\{[^{}]*\}|\w))*\s*"
    r"\(\s*(?:\\cdot|\\bullet|·|-)(?:\s*[,;|]\s*(?:\\cdot|\\bullet|·|-))*\s*\)"
)
"""A function of anything, `h(\\cdot)`, which is no more than its name."""
CONDITIONAL_BEFORE = lazily(
    r"\b(?:for|when|if|where|while|whenever|unless|provided|assuming|suppose|until|case|all|any|every|each)\b\W*"
    r"(?:that\b|of\b|all\b|any\b|every\b|each\b)?\W*\Z",
    re.I,
)
CONDITIONAL_BEHIND = lazily(r"\s*(?:である|の|となる)?(?:とき|時|場合|ならば|なら|であれば|に対し|について)")
DERIVES = lazily(r"∂|∇|\\(?:partial|nabla|pdv|dv)(?![A-Za-z])|\\d?frac\s*\{\s*(?:\\mathrm\s*\{?\s*)?d\b")
SAID_EQUAL = lazily(r"\b(?:equals?|equal to|is|are|gives?|becomes?)\s*\Z|(?:は|が|を|に)\s*\Z", re.I)
SAID_EQUAL_BEHIND = lazily(
    r"\s*(?:equals?\b|(?:is|are) (?:equal to|given by)\b|is\s*(?=[$\\])|に等し|(?:と|に)なる|である)"
)


def saying_of(macros: Macros) -> frozenset[str]:
    """The macros with a sign in them by which a formula says something, also through other macros."""
    found = {name for name, macro in macros.items() if SAYING.search(macro.body)}
    while more := {n for n, m in macros.items() if n not in found and not found.isdisjoint(COMMAND.findall(m.body))}:
        found |= more
    return frozenset(found)


def without_mentions(
    display: Display, found: Formula | ReadError, saying: frozenset[str] = frozenset()
) -> Formula | ReadError:
    """What was found, or an empty formula where it could not be read and claims nothing."""
    if not isinstance(found, ReadError) or isinstance(found, LimitExceeded) or SAYING.search(display.latex):
        return found
    if not saying.isdisjoint(COMMAND.findall(display.latex)):
        return found
    if isinstance(found, ReadError) and OF_ANY.fullmatch(display.latex.strip()):
        return Formula(display.source, (), ())
    alone = SIGN.fullmatch(display.latex.strip()) is not None
    half = any(display.latex.count(a) != display.latex.count(b) for a, b in ("()", "{}"))
    if half or not (display.inline or alone):
        return found
    return Formula(display.source, (), ()) if alone or not _is_told_of(display) else found


def _is_told_of(display: Display) -> bool:
    """Do the words around it make it a condition, or equal to something?"""
    before, behind = display.before, display.after
    if CONDITIONAL_BEFORE.search(before) or CONDITIONAL_BEHIND.match(behind):
        return True
    equal = SAID_EQUAL.search(before) is not None or SAID_EQUAL_BEHIND.match(behind) is not None
    return equal and DERIVES.search(f"{before} {display.latex} {behind}") is not None
