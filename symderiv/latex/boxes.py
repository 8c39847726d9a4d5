r"""Boxes around formulas in the middle of one: `\colorbox{yellow}{$x_i$}`, `\fbox{$a = b$}`.

A box sets text, so that what stands in it needs dollar signs of its own; they only bring back mathematics. So does
`\textrm{$\delta_k$}`, words that are none.
"""

from __future__ import annotations

import re

BOX = re.compile(r"\\(?:f?colorbox|fbox|framebox)(?![A-Za-z])\s*(?:\[[^\]]*\]\s*)*(?:\{[^{}$]*\}\s*)*\{(?=\s*\$)")
"""A box up to the brace before a dollar sign; colours stand before it."""
NAMED = re.compile(r"\\(?:text(?:rm|normal|it|up)?|mbox|hbox)\s*\{(\s*\$(?:[^$=<>,{}]|\{[^$=<>,{}]*\})*\$\s*)\}")
"""Words that are nothing but a name or a value, as below a brace."""
RELATION = re.compile(r"\\(?:leq?|geq?|neq?|in|sim|to|approx)(?![A-Za-z])|[≤≥≠∈→]")
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def without_boxed_dollars(text: str) -> str:
    r"""The formula with spaces for dollar signs around all that a box holds; positions kept.

    >>> without_boxed_dollars(r"y = \colorbox{red}{$w x$} + b")
    'y = \\colorbox{red}{ w x } + b'
    """
    for found in BOX.finditer(text):
        end = _closing(text, found.end())
        inside = text[found.end() : end]
        if end and inside.rstrip().endswith("$") and inside.count("$") == 2:
            text = text[: found.end()] + inside.replace("$", " ") + text[end:]
    return NAMED.sub(_plain, text)


def _plain(m: re.Match[str]) -> str:
    """A name without the command that sets it as text; a condition stays one."""
    if RELATION.search(m[1]):
        return m[0]
    return " " * (m.start(1) - m.start() - 1) + "{" + m[1].replace("$", " ") + "}"


def _closing(text: str, at: int) -> int:
    """Where the brace that is open at `at` is closed; 0 where it is not."""
    depth = 0
    for m in BRACE.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(m[0], 0)
        if depth < 0:
            return m.start()
    return 0
