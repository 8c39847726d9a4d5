r"""Formulas that are torn apart: what is added to an equation, or multiplied with it, outside its dollar signs.

`$$a = b$$ + 3`, `$a = b$ $+ 3$` and `-$$a = b$$` say something else than `a = b`, and `$a$ = $b$` is an equation. Such
an equation is not read, nor is one that the text denies (`$a = b$ is wrong`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from ..document.blocks import Display
from ..errors import ReadError
from ..latex.alterations import is_another
from ..latex.clauses import AMONG, EQUAL
from ..latex.denials import denied_by_number, denies
from ..latex.grouping import Beat
from ..latex.statement_forms import derives, is_equation
from ..latex.tree import BigSum, Chain, Formula, Number, Terms, of_kind
from ..pattern import lazily
from .located import Located
from .ranges.beyond import calls_zero
from .stated import Stated

BEHIND = lazily(r"\A[ \t]*(?:[+*/×·]|plus|minus|times|divided by|multiplied by)[ \t]*\d", re.I)
"""Arithmetic behind a formula."""
LESS = lazily(r"\A[ \t]*[-−][ \t]*\d+(?:\.\d+)?[ \t]*(?:[.;]?[ \t]*(?:\n|\Z))")
BEFORE = lazily(r"(?:\A|[\s(])(?:[-−+]|\d+)\Z")
"""A sign or a number right before a formula."""
JOINED = lazily(
    r"[ \t\n]*(?:[+*/×·]|plus|minus|times|divided by|multiplied by|over|mal|かける|足す|引く)?[ \t\n]*", re.I
)
WORDLESS = lazily(r"[ \t\n]*")
GOING_ON = lazily(r"\s*(?:\\(?:cdot|times|div|ast|odot|oslash|otimes|pm|mp)(?![A-Za-z])|[*/^_×·÷])")
ACTING = lazily(
    r"\s*(?:[-+−±]|\\pm|\\mp|\\(?:sum|prod|int|log|ln|exp|sqrt|max|min|mathbb\s*\{?E\}?)(?![A-Za-z])"
    r"(?:\s*\\limits)?(?:\s*[_^]\s*(?:\{[^{}]*\}|\\?\w+))*)\s*"
)
"""A formula that is nothing but a sign acting on what stands behind it."""
CLOSE = lazily(r"[ \t]*")
FOR_ALL = ("\\forall", "∀", "\\exists", "\\text", "\\quad", "\\dots", "\\ldots", "\\cdots")
AFTER_COMMA = lazily(r"[ \t]*,?[ \t]*")
NUMBERED = lazily(r"\(\s*(?:\w{1,3}|\\ast|\*|\\star|\\dagger|\\dag)\s*\)|\\(?:square|blacksquare|Box|checkmark|qed)")
"""The number of an equation, or the end of a proof."""
SIGN = lazily(r"\s*(?:[=＝≠<>≤≥≈≡~∼]|:=|[-−+*/×·])\s*")
"""A sign between two formulas that makes one of them."""
DENYING = lazily(
    r"(?:\b(?:not|never) (?:true|correct|right|valid|the case|so|hold)\w*|\b(?:untrue|wrong|incorrect|false)"
    r"|\b(?:mistake|fallacy))\b(?:\s+(?:that|is|to|write|claim|say|conclude|think|put|for|it|would|be|in|here))*"
    r"[\s,:]*\Z|\bnot\s*\Z|(?:次|以下|下)の(?:式|等式|関係)は[^。]*(?:成り立たない|誤り|正しくない|間違い)[^。]*[。．:：]?\s*\Z",
    re.I,
)
TURNED = lazily(
    r"\s*(?:(?:の(?:とき|時|場合))?(?:に限(?:ら|定せ)ず?|を除|も含め)|であってもなくて|を仮定せず|と(?:は)?(?:異な|違))"
    r"|\s*(?:is|are)(?: not|n[’']t) (?:the (?:error|loss|cost|objective|definition)|what we)\b",
    re.I,
)
"""Words behind a definition by which it is none."""
DENIED = lazily(
    r"(?!\s*\n[ \t]*\n)[\s,;(]*(?:(?:but|and|which|this|that|it|the (?:above|line|equation))\s+)*"
    r"(?:is|are|does|do|would be|was)"
    r"(?:\s+(?:of course|clearly|obviously|simply|also))?"
    r"(?:(?:\s+not|n't)\s+(?:hold|true|correct|right|valid|the case)"
    r"|\s+(?:wrong|false|incorrect|untrue|a mistake))\b(?! (?:to|that)\b)"
    r"|[\s、,（(]*(?:(?:これ|この式)?は(?:誤り|間違い|正しくな|成り立たな|成立しな)|(?:は|が)成り立たな|ではない|ではなく)",
    re.I,
)
"""Words before and behind an equation by which it does not hold."""
REASON = lazily(
    r"(?:\\because|∵|\\(?:text|mbox|mathrm)\w*\s*\{[^{}]*\b(?:since|because|as|da|weil|denn|car|puisque)\s*\})\s*\(?\s*\Z",
    re.I,
)
"""What stands before a reason."""
HINT = "write all of it between one pair of `$`"


def torn_apart(beats: Sequence[Beat], located: Sequence[Located], tail: str) -> Iterator[tuple[int, ReadError]]:
    """What belongs to an equation and stands outside of it, with the number of the equation's formula."""
    for n, beat in enumerate(beats):
        formula = located[beat.number][1]
        if not beat.equation or isinstance(formula, ReadError):
            continue
        after = beats[n + 1].gap if n + 1 < len(beats) else tail
        if BEFORE.search(beat.gap) or BEHIND.match(after) or LESS.match(after):
            cause = "arithmetic beside this formula stands outside the `$` signs"
            yield beat.number, ReadError(cause, formula.here, HINT)
        for other, gap in ((n + 1, after), (n - 1, beat.gap)):
            if not 0 <= other < len(beats):
                continue
            if beats[other].paragraph != beat.paragraph and (other < n or beat.inline or beats[other].inline):
                continue
            part = located[beats[other].number][1]
            whole = isinstance(part, Formula) and len(part.statements) == 1 and _is_part(part, gap, behind=other > n)
            close = other > n and whole is False and isinstance(part, Formula) and beat.inline and beats[other].inline
            if (
                whole
                or (other > n and _goes_on(located[beats[other].number], gap))
                or (close and _is_close(part, gap))
                or (other < n and _operates(located[beats[other].number], gap))
            ):
                cause = "a part of this formula stands between `$` signs of its own"
                yield beat.number, ReadError(cause, formula.here, HINT)


PARTICLE = lazily(r"\s*(?:を|が|に(?!等し|なる|なり|一致)|の|から|へ|も)")
"""What makes a formula another part of its sentence than what the topic is equal to."""


def equated(beats: Sequence[Beat], located: Sequence[Located]) -> Iterator[ReadError]:
    """Equations whose sign stands outside: `$a$ = $b$`."""
    for one, two in pairwise(beats):
        second = located[two.number][1]
        if isinstance(second, Formula) and one.paragraph == two.paragraph and SIGN.fullmatch(two.gap) is not None:
            yield ReadError("the sign before this formula stands outside the `$` signs", second.here, HINT)


def in_words(beats: Sequence[Beat], located: Sequence[Located]) -> Iterator[ReadError]:
    """Equations whose sign is a word: `the derivative $..$ equals $..$`; not `$..$ は $..$ を展開すると`."""
    for one, two in pairwise(beats):
        (named, first), (display, second) = located[one.number], located[two.number]
        if EQUAL.fullmatch(two.gap) is None or PARTICLE.match(display.after) or calls_zero(named):
            continue
        if isinstance(first, ReadError) or isinstance(second, ReadError):
            continue
        if all(not s.chain.relations for f in (first, second) for s in f.statements) and derives(first):
            hint = "write it as a formula with `=`"
            yield ReadError("an equation in words is not read", second.here, hint)


def denied(beats: Sequence[Beat], located: Sequence[Located], tail: str) -> Iterator[tuple[int, ReadError]]:
    """The formulas with equations of which the text says that they do not hold, and what is to be said of it."""
    for n, beat in enumerate(beats):
        formula = located[beat.number][1]
        after = beats[n + 1].gap if n + 1 < len(beats) else tail
        if not beat.equation or isinstance(formula, ReadError):
            continue
        if DENYING.search(beat.gap) or DENIED.match(after):
            yield beat.number, _refusal(formula)


def unclaimed(beats: Sequence[Beat], located: Sequence[Located], tail: str) -> Iterator[tuple[int, ReadError]]:
    """The formulas of which the words right beside them say in any way that they do not hold, or may not."""
    by_number = denied_by_number(" ".join([*(b.gap for b in beats), tail]))
    for n, beat in enumerate(beats):
        display, formula = located[beat.number]
        after = beats[n + 1].gap if n + 1 < len(beats) else tail
        if not beat.equation or isinstance(formula, ReadError):
            continue
        names = {*display.numbers, *(x for s in formula.statements for x in (s.tag, *s.labels))} if by_number else set()
        before = beat.gap if beat.gap.strip() else display.before  # `# What is the derivative of $f(x) = x^T x$?`
        if denies(before, after) or by_number & names:
            yield beat.number, _refusal(formula)


def beside_formulas(
    beats: Sequence[Beat],
    located: Sequence[Located],
    own: Sequence[Stated],
    is_usable: Callable[[Chain], bool],
    supposed: Collection[int],
) -> Iterator[ReadError]:
    """What equates and is not read: reasons, signs that are words, and signs that stand outside of formulas."""
    yield from reasons(own, is_usable, supposed)
    yield from in_words(beats, located)
    yield from equated(beats, located)


def reasons(
    own: Sequence[Stated], is_usable: Callable[[Chain], bool], supposed: Collection[int]
) -> Iterator[ReadError]:
    r"""Equations about values that are only given as a reason: `(\because E = 0)`."""
    for n, s in enumerate(own):
        typed = [c for c in s.statement.conditions if not is_usable(c)]
        for c in (*typed, *((s.statement.chain,) if n in supposed else ())):
            if is_equation(c) and REASON.search(s.formula.source.text[: c.span[0]]):
                hint = "write it on a line of its own"
                yield ReadError("an equation that is given as a reason here is not read", s.formula.place(c.span), hint)


def altered(beats: Sequence[Beat], located: Sequence[Located], tail: str) -> Iterator[tuple[int, ReadError]]:
    """The formulas that would define something else than they say, by the words right beside them."""
    for n, beat in enumerate(beats):
        formula = located[beat.number][1]
        after = beats[n + 1].gap if n + 1 < len(beats) else tail
        if not beat.equation or isinstance(formula, ReadError):
            continue
        number = all(_is_number(s.chain) for s in formula.statements)
        among = beat.inline and ((number and AMONG.search(beat.gap)) or TURNED.match(after))
        if among or is_another(beat.gap, after, adds_up=any(of_kind(s, BigSum) for s in formula.statements)):
            cause = "the words beside this formula say that another one is meant"
            yield beat.number, ReadError(cause, formula.here, HINT)


def _is_number(chain: Chain) -> bool:
    return len(chain.members) == 2 and isinstance(chain.members[1], Number)


def _refusal(formula: Formula) -> ReadError:
    return ReadError("the text says that this does not hold", formula.here, "strike it out, or say what holds")


def _goes_on(other: tuple[Display, Formula | ReadError], gap: str) -> bool:
    r"""Does a formula that says nothing alone begin with a sign that multiplies (`$\cdot 3$`)?"""
    display, part = other
    empty = isinstance(part, ReadError) or not part.statements
    return empty and GOING_ON.match(display.latex) is not None and WORDLESS.fullmatch(gap) is not None


def _is_close(part: Formula | ReadError, gap: str) -> bool:
    """Does nothing but a space stand between a formula and one behind it that is a value, `$a = b$ $x_j$`?"""
    if isinstance(part, ReadError) or len(part.statements) != 1 or NUMBERED.fullmatch(part.source.text.strip()):
        return False
    chain = part.statements[0].chain
    signed = isinstance(chain.members[0], Terms) and chain.members[0].terms[0].sign != ""
    return (
        not (chain.relations or part.source.text.lstrip().startswith(FOR_ALL))
        and (CLOSE if not signed else AFTER_COMMA).fullmatch(gap) is not None
    )


def _operates(other: tuple[Display, Formula | ReadError], gap: str) -> bool:
    r"""Is a formula right before an equation a sign that acts on it, `$-$ $a = b$`, `$\sum_i$ $a = b$`?"""
    return ACTING.fullmatch(other[0].latex) is not None and WORDLESS.fullmatch(gap) is not None


def _is_part(part: Formula, gap: str, behind: bool) -> bool:
    """Is a formula without a relation added to the one beside it, or multiplied with it?"""
    if part.statements[0].chain.relations or JOINED.fullmatch(gap) is None:
        return False
    (member,) = part.statements[0].chain.members
    if WORDLESS.fullmatch(gap) is None:
        return behind
    if behind:
        return isinstance(member, Terms) and member.terms[0].sign != ""
    return isinstance(member, Number)


__all__ = ["altered", "beside_formulas", "denied", "torn_apart", "unclaimed"]
