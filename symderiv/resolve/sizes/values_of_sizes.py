r"""Sizes of which a sentence says how large they are, far from any equation: `The number of children is $M = 3$.`

Beside a definition such an equation is a condition of it. In a section of its own it belongs to no equation, and holds
on the whole page: where the sentence says so without a case, before any display, and the page says no other number.
So do comparisons of sizes in a sentence of their own, `Here $m < N$.`, or in one that tells which part of things is
meant, `The first $m$ of the $N$ units are visible.`, and what is said of the length of an array right
behind its shape, `$x \in \mathbb{R}^H$ with $H = 2(N - 1) + K$`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from ...document.blocks import Block, Display
from ...latex.clauses import STOP
from ...latex.parts_said import are_parts_said, part_and_whole
from ...latex.tree import Chain, Formula, Name, Number, Statement
from ...pattern import lazily
from ..located import Located
from ..spelled.shape import letter_of
from .parts_headed import in_parts
from .sizes_equated import NUMBERED_CASE, compares_sizes, is_linear
from .sizes_of_cases import ELSEWHERE

NUMBER_OF = lazily(
    r"(?:\bnumber of (?:[a-z]+\s+){1,4}(?:is|be|equals)|\b(?:there are|we (?:have|use|take))|\bLet|数[はが])\s*\Z", re.I
)
"""Words right before such an equation."""
IN_A_CASE = lazily(
    r"\b(?:if|when|whenever|where|for|suppose|say|e\.\s?g|i\.\s?e|case|example|instance|unless|first|now|then|not|no)\b"
    r"|もし|例えば|たとえば|場合|とき|なら|仮に|まず|ではな",
    re.I,
)
"""Words by which it is a case, or one of several."""

BEHIND_A_SHAPE = lazily(r"\$([^$]*\\in\b[^$]*)\$\s*,?\s*[(（]?\s*(?:with|where)\s*\Z")
"""What stands right before an equation about the shape of an array;"""
CLAUSE = lazily(r"[^,;)）]*(?:[,;)）]\s*\w*)?")
"""so far behind it goes what may be said of that equation."""

HERE = lazily(r"[\s,]*(?:here|throughout|hier|ici|aquí|qui|здесь|ここで(?:は)?|这里|此处|여기서)[\s,，、:]*", re.I)
"""What begins a sentence about the page, in a paragraph without displays;"""
ENDED = lazily(r"\s*(?:[.;。；]|\Z)")
"""where a comparison of sizes is all that it says."""


Stated = tuple[Display, Formula, Statement]


def values_of_sizes(
    located: Sequence[Located], sizes: Collection[str], blocks: Sequence[Block]
) -> Iterator[tuple[Formula, Chain]]:
    """The equations of such sentences, each with its formula; `blocks` are those of the page."""
    every = [(d, f, s) for d, f in located if isinstance(f, Formula) for s in f.statements]
    said = [(letter_of(s.chain.members[0]), s.chain.members[-1]) for _, _, s in every if _tells_size(s.chain, sizes)]
    for d, f, s in takewhile(lambda x: x[0].inline, every):
        letter = letter_of(s.chain.members[0])
        if not d.inline or len(f.statements) != 1 or s.conditions or not _tells_size(s.chain, sizes):
            continue
        before, behind = STOP.split(d.before)[-1], STOP.split(d.after)[0]
        others = [value for x, value in said if x == letter and value != s.chain.members[-1]]
        number = _is_value(s.chain) and NUMBER_OF.search(before.rstrip("$ ")) is not None
        shape = BEHIND_A_SHAPE.search(before)
        if shape is not None and re.search(rf"\^.*(?<![A-Za-z\\]){re.escape(letter or '')}(?![A-Za-z])", shape[1]):
            clause = CLAUSE.match(behind)
            number, before, behind = True, before[: shape.start()], clause[0] if clause is not None else ""
            number = ELSEWHERE.search(f"{before} {behind}") is None  # `with $n = 2$ in our code`
        if number and not IN_A_CASE.search(f"{before} {behind}") and not others:
            yield f, s.chain
    yield from _compared(every, sizes, blocks)


def _compared(
    every: Sequence[Stated], sizes: Collection[str], blocks: Sequence[Block]
) -> Iterator[tuple[Formula, Chain]]:
    """What sentences of their own say of which sizes are smaller than others."""
    displayed = {d.paragraph for d, *_ in every if not d.inline}
    told: list[tuple[Display, Formula, Chain]] = []
    parts: list[tuple[Display, Formula, Chain]] = []
    for d, f, s in every:
        if not d.inline or len(f.statements) != 1 or s.conditions:
            continue
        if (letter := letter_of(s.chain.members[0])) in sizes and not s.chain.relations:
            found = part_and_whole(d.before, letter or "")
            if (
                found is not None
                and set(found) <= set(sizes)
                and found[0] != found[1]
                and not ELSEWHERE.search(d.before)
            ):
                one, two = map(Name, found)
                parts.append((d, f, Chain((one, two), (r"\le",), (s.chain.span,), s.chain.span)))
        elif d.paragraph not in displayed and compares_sizes(s.chain, sizes) and _is_of_page(d):
            told.append((d, f, s.chain))
    apart = in_parts(blocks) if told or parts else ()
    if len(told) == 1:  # several may be those of several cases
        parts += told
    yield from ((f, c) for d, f, c in parts if id(d) not in apart)


def _is_of_page(d: Display) -> bool:
    """Is a formula all that a sentence about the page says, but for which part of things is meant?"""
    return _stands_alone(d) or (are_parts_said(d.before, d.after) and NUMBERED_CASE.search(d.source.before) is None)


def _stands_alone(d: Display) -> bool:
    """Is a formula all that a sentence about the page says?"""
    here = HERE.fullmatch(STOP.split(d.before)[-1]) is not None and NUMBERED_CASE.search(d.source.before) is None
    return here and ENDED.match(d.after) is not None


def _tells_size(c: Chain, sizes: Collection[str]) -> bool:
    """Is it `M = 3`, or `M = 2N + 1`?"""
    letter = letter_of(c.members[0])
    return letter in sizes and (_is_value(c) or (c.relations == ("=",) and is_linear(c.members[-1], sizes)))


def _is_value(c: Chain) -> bool:
    """Is it `M = 3`?"""
    last = c.members[-1]
    return c.relations == ("=",) and isinstance(last, Number) and last.text.isdigit() and last.text != "0"
