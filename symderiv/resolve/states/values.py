r"""Which values the units of a state take: by a set, `\mathbf{x} \in \{0, 1\}^n`, or in words, `each $x_i$ is 0 or 1`.

Sums over all states can only be drawn where that is known. Two sets on a page, one of a case, or words by which not all
states count (one-hot units) leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...document.blocks import Block, Display, Prose
from ...latex import tree as t
from ...latex.hedged import is_hedged
from ...latex.tree import BigSum, Chain, Formula, Group, Name, Node, Number, Statement, Term, Terms
from ...pattern import lazily
from ..comparisons.valued import is_conditional, numbers_listed
from ..located import Located
from .letters import State, values_in

AND = r"\$?[\s,、]*(?:or|and|または|もしくは|あるいは|か|と|oder|und|ou|et|或|或者|和)[\s]*\$?"
ZERO_ONE = lazily(rf"(?<![\w.-])(?:0{AND}1|1{AND}0|zero{AND}one|off{AND}on|on{AND}off)(?![\w.])", re.I)
"""Words for two values,"""
SIGNS = lazily(rf"\\pm\s*1|±\s*1|-\s*1{AND}\+?\s*1|\+?1{AND}-\s*1|\bminus one\b")
"""for two others,"""
BINARY = lazily(r"\b(?:binary|Bernoulli|bin[äa]re?n?|binaires?)\b|二値|2値|バイナリ|二元|二进制|二进位", re.I)
"""and for 0 and 1 where nothing says anything else."""
NOT_ALL = lazily(
    r"one[- ]?hot|1[- ]of[- ]|one[- ]of[- ]|exactly|\bat (?:most|least)\b|no more than|(?:fewer|more|less) than"
    r"|\bmay not\b|\bcannot\b|only one|mutually exclusive|softmax|categorical"
    r"|ワンホット|どれか(?:一|1)つ|(?:一|1)つだけ|独热|except|restricted to|subset|以外",
    re.I,
)
"""Words by which not all states count."""
REAL = lazily(r"\breal\b|real[- ]valued|gaussian|gauss|continuous|\\mathbb\{R\}|実数|連続|ガウス", re.I)
"""Words by which some units take any values."""
Told = tuple[str, ...]


def values_told(located: Sequence[Located], blocks: Sequence[Block], states: Sequence[State]) -> Mapping[str, Told]:
    """The values of the units of each state, as far as the page says which.

    What it says of the others by sets is read where it stands.
    """
    text = "".join(_text(blocks))
    if NOT_ALL.search(text) is not None:
        return {}
    words = _in_words(text)
    found: dict[str, Told] = {}
    for s in (s for s in states if not s.summed):
        if words and REAL.search(text) is None and not any(True for x in _said(located, s)):
            found[s.base] = words
    for s in (s for s in states if s.summed):
        sets = set(_said(located, s))
        told = next(iter(sets)) if len(sets) == 1 else words if not sets else ()
        if told and not _adds_up(located, s):
            found[s.base] = told
    return found


def _said(located: Sequence[Located], state: State) -> Iterator[Told]:
    for d, f in located:
        for s in f.statements if isinstance(f, Formula) else ():
            yield from _sets(d, s, state)


def _text(blocks: Sequence[Block]) -> Iterator[str]:
    for b in blocks:
        if isinstance(b, Prose):
            yield b.text
        elif isinstance(b, Display):
            yield f"${b.latex}$" if b.inline else " "


def _in_words(text: str) -> Told:
    zero, signs = ZERO_ONE.search(text) is not None, SIGNS.search(text) is not None
    if zero or signs:
        return () if zero and signs else ("0", "1") if zero else ("-1", "1")
    return ("0", "1") if BINARY.search(text) else ()


def _sets(display: Display, s: Statement, state: State) -> Iterator[Told]:
    """The sets in a statement, none of it for one of a case."""
    case = is_conditional(display.before) or is_hedged(display.before, display.after)
    for c in t.of_kind(s, Chain):
        head = c.members[0]
        if c.relations == (r"\in",) and isinstance(head, Name) and _is_of(state, head):
            listed = values_in(c.members[1])
            numbers = numbers_listed(replace(c, members=(Name(state.base), listed))) if listed is not None else None
            in_sum = any(c is b for x in t.of_kind(s, BigSum) for b in x.below)
            said = tuple(map(str, numbers)) if numbers is not None else ()
            yield said if in_sum or not (case or c is not s.chain) else ()


def _is_of(state: State, x: Name) -> bool:
    return state.is_whole(x) or state.unit_of(x) is not None


def _adds_up(located: Sequence[Located], state: State) -> bool:
    r"""Does a formula say what the units add up to, `\sum_k z_k = 1`?"""
    for _, f in located:
        for s in f.statements if isinstance(f, Formula) else ():
            for c in t.of_kind(s, Chain):
                sums = [m for m in c.members if isinstance(m, BigSum) and isinstance(m.body, Name)]
                if c.relations and any(_is_of(state, m.body) for m in sums if isinstance(m.body, Name)):
                    return True
    return False


def as_set(told: Told, span: tuple[int, int]) -> Group:
    """The values as a set."""
    return Group(r"\{", tuple(_number(x, span) for x in told), r"\}", (",",) * (len(told) - 1), span)


def _number(x: str, span: tuple[int, int]) -> Node:
    if not x.startswith("-"):
        return Number(x, span)
    return Terms((Term("-", Number(x[1:], span), span),), span)
