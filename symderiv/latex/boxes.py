r"""Boxes around formulas in the middle of one: `\colorbox{yellow}{$x_i$}`, `\fbox{$a = b$}`.

A box sets text, so that what stands in it needs dollar signs of its own; they only bring back mathematics. So does
`\textrm{$\delta_k$}`, words that are none. Where such words begin with a switch to bold, they are a name in bold:
`\mbox{\boldmath $\mu$}` is how bold Greek was typed before there was a command for it, `\mbox{\bf x}` a bold letter.
A tag that holds a condition, `\tag{$b = 0$}`, stands for that in parentheses behind its line.
"""

from __future__ import annotations

import re

from ..pattern import lazily

BOX = lazily(r"\\(?:f?colorbox|fbox|framebox)(?![A-Za-z])\s*(?:\[[^\]]*\]\s*)*(?:\{[^{}$]*\}\s*)*\{(?=\s*\$)")
"""A box up to the brace before a dollar sign; colours stand before it."""
NAMED = lazily(r"\\(?:text(?:rm|normal|it|up)?|mbox|hbox)\s*\{(\s*\$(?:[^$=<>,{}]|\{[^$=<>,{}]*\})*\$\s*)\}")
"""Words that are nothing but a name or a value, as below a brace."""
BOLD = lazily(
    r"\\(?:text(?:rm|normal|bf|it|up)?|mbox|hbox)\s*\{(?P<more>\s*\{)?\s*"
    r"\\(?:(?P<math>boldmath)(?![A-Za-z])\s*(?P<brace>\{\s*)?\$(?P<name>(?:[^$=<>,{}]|\{[^$=<>,{}]*\})*)\$"
    r"|(?:bf|bfseries)(?![A-Za-z])\s*(?P<letter>[A-Za-z]))\s*(?(brace)\}\s*)(?(more)\}\s*)\}"
)
"""Words that are nothing but a name behind a switch to bold, or one letter behind `\\bf`."""
TAG = lazily(
    r"\\tag\*?\s*\{\s*[(（]?\s*\$\s*(?P<paren>\()?(?P<said>(?:[^$(){}]|\{[^$(){}]*\})*"
    r"(?:[=<>≤≥≠]|\\(?:leq?|geq?|neq?)(?![A-Za-z]))(?:[^$(){}]|\{[^$(){}]*\})*)(?(paren)\))\s*\$\s*[)）]?\s*\}"
)
"""A tag that holds nothing but for what its line is: `\\tag{$\\lambda = 0$}`."""
RELATION = lazily(r"\\(?:leq?|geq?|neq?|in|sim|to|approx)(?![A-Za-z])|[≤≥≠∈→]")
BRACE = lazily(r"\\.|[{}]", re.DOTALL)


def without_boxed_dollars(text: str) -> str:
    r"""The formula with spaces for dollar signs around all that a box holds; positions kept.

    >>> without_boxed_dollars(r"y = \colorbox{red}{$w x$} + b")
    'y = \\colorbox{red}{ w x } + b'
    >>> without_boxed_dollars(r"a = \mbox{\bf w}^T \mbox{\boldmath $\mu$}_k")
    'a = \\mathbf  {w}^T \\boldsymbol     {\\mu }_k'
    >>> without_boxed_dollars(r"a = b \tag{$c = 0$}")
    'a = b \\quad(c = 0) '
    """
    for found in BOX.finditer(text):
        end = _closing(text, found.end())
        inside = text[found.end() : end]
        if end and inside.rstrip().endswith("$") and inside.count("$") == 2:
            text = text[: found.end()] + inside.replace("$", " ") + text[end:]
    if r"\tag" in text:
        text = TAG.sub(_beside, text)
    return NAMED.sub(_plain, BOLD.sub(_in_bold, text))


def _beside(m: re.Match[str]) -> str:
    """The condition of a tag in parentheses behind its line."""
    return r"\quad(".rjust(m.start("said") - m.start()) + m["said"] + ")".ljust(m.end() - m.end("said"))


def _in_bold(m: re.Match[str]) -> str:
    """The name in the bold font; each of its characters stays where it was."""
    which, font = ("name", r"\boldsymbol") if m["math"] else ("letter", r"\mathbf")
    if RELATION.search(m[which]):
        return m[0]
    before = m.start(which) - m.start() - 1
    return f"{font:<{before}}{{{m[which]}{' ' * (m.end() - m.end(which) - 1)}}}" if len(font) <= before else m[0]


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
