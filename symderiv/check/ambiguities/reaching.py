r"""How far operators in front go: the page is judged with `\frac{d}{dx}[u] v` differentiating u alone, and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ...latex.macro_text import written_out
from ...pattern import lazily
from ...read import Reading
from ...resolve.spelled.operators_in_front import Reach
from ...system import System
from ..completion.clashes import Whole
from ..link import Line, Stance
from .struck import in_another_reading

_MARK = r"(?:\\partial|\\mathrm\s*\{?\s*d\s*\}?|d)"
OPERATORS = lazily(rf"frac\s*(?:\{{\s*{_MARK}\s*\}}|{_MARK}\s*\{{)|\\(?:partial|nabla)\s*[/_]|∂\s*/|∇\s*_")
SIGNED = lazily(r"\*|\\(?:cdot|times|ast)\b|[·×∗]")
_BY = r"\s*\{(?:[^{}]|\{[^{}]*\})*\}\s*"
BRACKETED = lazily(
    rf"frac\s*(?:\{{\s*{_MARK}\s*\}}|{_MARK}\s*(?=\{{)){_BY}(?:\\(?!partial)[A-Za-z]+\s*)?(?:[(\[]|\\\{{)"
)
BEHIND = lazily(
    r"\s*(?:\\(?:cdot|times|ast)\b|\\[,;:! ]|\*|\s)*"
    r"(?:[A-Za-z0-9(\[{]|\\(?!(?:right|big|Big|quad|qquad|le|leq|ge|geq|end|text|to)(?![A-Za-z]))[A-Za-z{])"
)
BELOW = lazily(r"\\(?:partial|nabla)\s*_|∇\s*_")
"""An operator in front of what it differentiates, signs of a product, something in brackets, an operator with what it
differentiates by below it."""
FRONT = lazily(r"[\s&{]*(?:\\(?:partial|nabla)|∂|∇)\s*_\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\?[A-Za-z]+)")
EQUALS = lazily(r"=|\\(?:equiv|coloneqq)(?![a-z])")
OPERATOR = lazily(r"\\(?:partial|nabla)|∂|∇|frac\s*\{\s*\\?(?:mathrm\s*\{)?d[\s{}]")
LOSS = lazily(r"(?:\\[,;:! ]|[\s{(])*(?:[EJLCF]|\\ell|\\(?:mathcal|mathscr)\s*\{?[A-Z]\}?)(?![A-Za-z])")
"""An operator at the beginning of a side, signs of equality, any operator, a loss."""
SUMMED = lazily(
    rf"(?:frac\s*(?:\{{\s*{_MARK}\s*\}}|{_MARK}\s*(?=\{{)){_BY}"
    r"|(?:\\(?:partial|nabla)|∂|∇)\s*_?\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\?[A-Za-z]+))[^=+]{0,60}?\\sum"
    r"(?:[^={}]|\{(?:[^{}]|\{[^{}]*\})*\})*[+-]"  # in braces `p=1` begins
)
"""A sum behind an operator, and a sign behind it."""
CLOSING = {"(": ")", "[": "]", "{": "}"}


def has_delimited(latex: str) -> bool:
    r"""Does a bracket stand right behind an operator, and something behind that?

    >>> has_delimited(r"\frac{d}{dx}[f(x)] g(x)"), has_delimited(r"\frac{d}{dx}[f(x) g(x)] + 1")
    (True, False)
    """
    return any(BEHIND.match(latex, _closed(latex, m.end() - 1)) for m in BRACKETED.finditer(latex))


def _closed(latex: str, at: int) -> int:
    """Where the bracket that opens at a place is closed; the end if it is not."""
    depth, opened, closed = 0, latex[at], CLOSING[latex[at]]
    for n in range(at, len(latex)):
        depth += (latex[n] == opened) - (latex[n] == closed)
        if not depth:
            return n + 1
    return len(latex)


def _has_sign(latex: str) -> bool:
    return OPERATORS.search(latex) is not None and SIGNED.search(latex) is not None


def _has_operator(latex: str) -> bool:
    return OPERATORS.search(latex) is not None


def _has_subscript(latex: str) -> bool:
    return BELOW.search(latex) is not None


def has_sum_behind(latex: str) -> bool:
    r"""Does a sum stand behind an operator in front, and more terms behind it?

    >>> has_sum_behind(r"\nabla_w \sum_i a_i + b"), has_sum_behind(r"\frac{\partial}{\partial w} \sum_i a_i + b")
    (True, True)
    >>> has_sum_behind(r"\frac{\partial}{\partial w} \sum_{i=1}^{n} a_i + b")
    True
    >>> has_sum_behind(r"\frac{\partial E}{\partial w} = \sum_i a + b"), has_sum_behind(r"\nabla_w \sum_i a_i = b + 1")
    (False, False)
    """
    return SUMMED.search(latex) is not None


def may_take_all(latex: str) -> bool:
    r"""Does a line begin with an operator, with no other one in it, no sum on that side, and no loss right behind it?

    Such a side is mostly all that is differentiated: nobody begins with `(\nabla_w a) b`. Behind, `\partial_y z \, x`
    is a chain rule.

    >>> may_take_all(r"\nabla_w \frac p2 \|w\|^2 = p w"), may_take_all(r"\partial_w E = \partial_z E \, x")
    (True, False)
    >>> may_take_all(r"\partial_w u v + u \partial_w v"), may_take_all(r"\partial_w z = \partial_y z \partial_w y")
    (False, False)
    """
    left, *others = EQUALS.split(latex)
    return _begins_alone(left) and not any(map(OPERATOR.search, others))


def _begins_alone(side: str) -> bool:
    front = FRONT.match(side)
    if front is None:
        return False
    behind = side[front.end() :]
    depth = 0
    for c in behind:
        depth += (c in "([{") - (c in ")]}")
        if c in "+-" and not depth:
            return False
    return OPERATOR.search(behind) is None and LOSS.match(behind) is None


REACHING = (
    (Reach.BRACKET, Stance.RATHER, has_delimited),
    (Reach.DELIMITED, Stance.OTHER, has_delimited),
    (Reach.SIGN, Stance.DOUBTFUL, _has_sign),
    (Reach.FACTOR, Stance.OTHER, _has_operator),
    (Reach.TERM, Stance.OTHER, _has_subscript),
    (Reach.SIDE, Stance.OTHER, has_sum_behind),
    (Reach.APART, Stance.OTHER, has_sum_behind),
)
"""How operators may reach, how that reading stands to the page, and what a line has that is asked for it."""


def with_operators_reaching(
    lines: Sequence[Line], page: Whole, read: Callable[[Reach], Reading], network: System | None
) -> Iterator[Whole]:
    r"""The page in the readings that `read` gives, in which operators in front of a product go otherwise than as typed,
    for lines with such a product that are wrong: what a bracket around no sum delimits is rather meant, and is asked
    for right ones too, and so is whether `\nabla_w` at the beginning of a side takes all of it."""
    macros = page.reading.macros
    typed = [(x, written_out(x.written.latex, macros)) for x in lines if any(o.wrong or o.right for o in x.outcomes)]
    for reach, stance, is_so in REACHING:
        of = frozenset(x.written.number for x, latex in typed if _is_asked(x, latex, reach, is_so))
        found = in_another_reading(page, partial(read, reach), network) if of else None
        if found is not None:
            yield replace(found, stance=stance, of=of)


def _is_asked(x: Line, latex: str, reach: Reach, is_so: Callable[[str], bool]) -> bool:
    right = is_so is has_delimited or (reach is Reach.TERM and may_take_all(latex))
    return any(o.wrong or (right and o.right) for o in x.outcomes) and is_so(latex)
