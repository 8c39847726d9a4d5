r"""Conditions beside an equation that cannot be read: what is wrong without them may hold under them.

`( $i \not\ge j$ )`, `if $i \lesssim j$`, `for $l = 1, \dots, last$`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...errors import ReadError
from ...latex.clauses import CAPITAL, CONDITIONAL, STOP
from ...latex.grouping import Beat
from ...latex.tree import Chain, Formula, Misfit
from ...pattern import lazily
from ..located import Located
from ..stated import Beside

SAID = lazily(
    r"(?:[(（]|\b(?:if|for|for (?:all|each)|when|whenever|where|unless|provided(?: that)?|as long as|with|case))\s*\Z",
    re.I,
)
"""What stands right before a condition."""
STRANGE = lazily(r"\\(?:n(?:less|gtr|leq|geq|mid|prec|succ)\w*|leqq|geqq|lesssim|gtrsim|neg|bmod|not)(?![a-z])")
"""Signs that compare, or say that something is not so, and are not known."""
COMPARING = lazily(r"\\(?:leq?|geq?|neq?|in)(?![a-z])|[<>≤≥≠∈]|\A[^=]*=[^=]*(?:\\[lc]?dots(?![a-z])|\.\.|…)")
"""Those that are known, and the dots of a range, beside which something else could not be read."""


def unread_conditions(
    beats: Sequence[Beat], located: Sequence[Located], tail: str, home: Sequence[int], yes: Sequence[bool]
) -> Iterator[tuple[int, Beside]]:
    """Such conditions, each with the numbers of the equations (those are `yes`) that it stands beside."""
    for n, beat in enumerate(beats):
        display, formula = located[beat.number]
        strange = _is_unread(formula) and STRANGE.search(display.latex) is not None
        if not beat.inline or not (strange or (isinstance(formula, ReadError) and COMPARING.search(display.latex))):
            continue
        after = beats[n + 1].gap if n + 1 < len(beats) else tail
        if SAID.search(beat.gap) is None and CONDITIONAL.match(after) is None:
            continue
        beside = Formula(display.source, ()), Chain((), (), (), (0, len(display.latex)))
        begins = STOP.search(beat.gap) is not None or CAPITAL.match(beat.gap) is not None
        other, between = (n + 1, after) if begins else (n - 1, beat.gap)
        near = 0 <= other < len(beats) and beats[other].equation and STOP.search(between.strip()) is None
        if near and (beats[other].paragraph == beat.paragraph or not beats[other].inline):
            yield from ((m, beside) for m, number in enumerate(home) if yes[m] and number == beats[other].number)


def _is_unread(formula: Formula | ReadError) -> bool:
    """Could nothing be read, or not what an equation begins with?"""
    if isinstance(formula, ReadError):
        return True
    lefts = [s.chain.members[0] for s in formula.statements]
    return not lefts or isinstance(lefts[0], Misfit)
