r"""Names that words call zero beyond the last step: `all $\delta$ and $\epsilon$ terms are zero at $t = T+1$`.

It is said of every entry that the page has of them, so for each way in which one is typed with that letter the equation
`\delta_k^{T+1} = 0` takes the place of the condition. Only one step beyond a size is told so: at a step that there is
it would be a claim, and where a case is considered (`if all $\delta$ are zero at ..`) it would be none at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Formula, Name, Node, Number, Statement
from ....latex.walking import moved, rebuilt
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of
from ..said_in_place import gaps_of, value_alone
from .zeros_in_words import CASE, END, TAKEN, is_beyond

_WHAT = r"(?:-|\s)*(?:(?:terms?|errors?|values?|derivatives?|deltas?|quantities|signals?)\b)?\s*(?:の値|の項)?"
_ZERO = (
    r"\s*(?:are|is)\s+(?:(?:all|both|always|then|simply|by (?:definition|convention))\s+)?"
    rf"(?:{TAKEN}\s+(?:to be|as|to|equal to)?\s*)?(?:identically )?(?:zero|0)"
)
AND = lazily(r"\s*(?:,|and|, and|、|と|および|及び|や)\s*", re.I)
"""Words between two such names."""
ZERO_AT = lazily(rf"{_WHAT}{_ZERO}\s*,?\s*(?:at|for|when|where|in step)\s*", re.I)
"""Words between the names and the step."""
AT = lazily(r"(?:\A|[\s.,;:(])(?:at|for|when|in step)\s*\Z", re.I)
THEN = lazily(r"\s*(?:,\s*)?(?:(?:all|both|the|of|each)\s+)*", re.I)
ZERO_BEHIND = lazily(
    rf"{_WHAT}(?:{_ZERO}{END}|\s*(?:は|を|が)\s*(?:すべて|全て)?\s*(?:0|０|ゼロ|零)\s*(?:とする|とおく|である))", re.I
)
"""Words before the step, between it and the names, and behind these."""
WHERE_JAPANESE = lazily(r"\s*(?:において|では|のとき|で)[、，]?\s*")
ENDS = lazily(rf"{END}|\s*のとき", re.I)


def with_zeros_at_an_end(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such a step as equations that say what is zero there."""
    found = list(located)
    gaps = gaps_of(found, blocks)
    for n in range(len(gaps) - 1):
        step = _step(found[gaps[n][0]])
        names = [] if step is None else [*_before(found, gaps, n), *_behind(found, gaps, n)]
        if step is not None and names:
            at = gaps[n][0]
            told = _equations(found, found[at], step, {stem_of(x) for x in names})
            found[at] = told if told is not None else found[at]
    return found


def _step(located: Located) -> tuple[Name, Node] | None:
    """The letter and the end of an inline `t = T + 1`."""
    display, f = located
    if not isinstance(f, Formula) or not display.inline or len(f.statements) != 1 or f.statements[0].conditions:
        return None
    c = f.statements[0].chain
    told = c.relations == ("=",) and isinstance(letter := c.members[0], Name) and letter_of(letter) is not None
    return (letter, c.members[1]) if told and is_beyond(c.members[1]) else None  # type: ignore[return-value]


def _before(located: Sequence[Located], gaps: Sequence[tuple[int, str]], at: int) -> list[Name]:
    """The names of which words before a step say so."""
    if ENDS.match(gaps[at + 1][1]) is None or ZERO_AT.fullmatch(gaps[at][1]) is None:
        return []
    first = at - 1
    while first > 0 and AND.fullmatch(gaps[first][1]) and _bare(located, gaps, first - 1):
        first -= 1
    return _unless_hedged(located, gaps, first, at, gaps[at + 1][1])


def _behind(located: Sequence[Located], gaps: Sequence[tuple[int, str]], at: int) -> list[Name]:
    """The names of which words behind a step say so."""
    led = THEN.fullmatch(gaps[at + 1][1]) if AT.search(gaps[at][1]) else WHERE_JAPANESE.fullmatch(gaps[at + 1][1])
    if led is None:
        return []
    last = at + 1
    while last < len(gaps) - 2 and AND.fullmatch(gaps[last + 1][1]):
        last += 1
    told = last < len(gaps) - 1 and ZERO_BEHIND.match(gaps[last + 1][1]) is not None
    return _unless_hedged(located, gaps, at + 1, last + 1, gaps[last + 1][1], gaps[at][1]) if told else []


def _unless_hedged(
    located: Sequence[Located], gaps: Sequence[tuple[int, str]], first: int, end: int, behind: str, before: str = ""
) -> list[Name]:
    """The names in a row, none where words keep what is said of them from holding throughout."""
    names = [_bare(located, gaps, n) for n in range(max(first, 0), end)]
    before = before if before else gaps[max(first, 0)][1]
    if None in names or CASE.search(AT.sub(" ", before)) or is_hedged(before, behind):
        return []
    return [x for x in names if x is not None]


def _bare(located: Sequence[Located], gaps: Sequence[tuple[int, str]], n: int) -> Name | None:
    name = value_alone(located[gaps[n][0]])
    return name if isinstance(name, Name) and not name.scripts and not name.primes else None


def _equations(located: Sequence[Located], here: Located, step: tuple[Name, Node], stems: set[Stem]) -> Located | None:
    """The formula with an equation for each way in which such names are typed with the letter of the step."""
    display, f = here
    assert isinstance(f, Formula)
    typed = dict.fromkeys(x for g in read_of(located) for s in g.statements for x in _entries(s, step[0], stems))
    span = step[0].span

    def beyond(x: Any) -> Node | None:
        return step[1] if isinstance(x, Name) and x == step[0] else None

    chains = [Chain((moved(rebuilt(x, beyond), span), Number("0", span=span)), ("=",), (span,), span) for x in typed]
    told = tuple(replace_statement(f.statements[0], chain=c) for c in chains)
    return (display, replace(f, statements=told)) if told else None


def _entries(s: Statement, letter: Name, stems: set[Stem]) -> Iterator[Name]:
    for x in t.of_kind(s, Name):
        if stem_of(x) in stems and not x.primes and any(e == letter for y in x.scripts for e in y.entries):
            yield x
