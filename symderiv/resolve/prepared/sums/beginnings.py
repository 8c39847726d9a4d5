r"""Sums that say where they end and not where they begin, `\sum_{t}^{T}` and `\sum_{k \ne j}^{n}`.

One may run over several letters, `\sum_{ij}^{N}` and `\sum_{i,j}^{N}`: then all of them end there.

They begin where the front matter says that their letter does, all but one of many (`k \ne j`) else where all the sums
begin that end there too. Where neither says anything they begin at 1, unless something on the page is counted from 0:
then such a sum is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.parse import parse
from ....latex.tree import BigSum, Chain, Node
from ....latex.walking import rebuilt
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of

PAIR = 2
HINT = r"write `\sum_{{{0}=1}}` or `\sum_{{{0}=0}}`"


def with_stated_beginnings(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas with `\sum_k^K` begun where the front matter says that k does, 1 aside, if both end there.

    Such a sum cannot be read if it ends elsewhere, or where other sums over k begin elsewhere.
    """
    told = {x: [end.strip() for end in str(text).split("..")] for x, text in ranges.items()}
    told = {x: ends for x, ends in told.items() if len(ends) == PAIR and ends[0].isdigit() and ends[0] != "1"}
    if not told:
        return list(located)
    begun = {(x, y) for f in read_of(located) for b in t.of_kind(f, BigSum) for x, y in _begun(b)}
    unsure = {x for x, y in begun if x in told and y != told[x][0]}

    def change(x: Any) -> Node | None:
        letter = letter_of(x.below[0]) if isinstance(x, BigSum) and x.above is not None and len(x.below) == 1 else None
        if letter not in told:
            return None
        begin, end = told[letter]
        if letter in unsure or parse(end).statements[0].chain.members != (x.above,):
            return t.Misfit(f"where does the sum over `{letter}` begin?", HINT.format(letter), span=x.span)
        start = Chain((x.below[0], t.Number(begin, x.span)), ("=",), (x.span,), x.span)
        found: Node = replace(x, below=(start,), body=rebuilt(x.body, change))
        return found

    return with_statements(located, lambda s: rebuilt(s, change))


def _begun(x: BigSum) -> Iterator[tuple[str, str]]:
    """The letters of a sum with the number at which they begin."""
    begin = _begin(x) if x.below else ""
    first = x.below[0] if begin else None
    if isinstance(first, Chain):
        yield from ((letter, begin) for m in t.listed(first.members[0]) if (letter := letter_of(m)) is not None)


def with_beginnings(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a document with lower bounds for such sums; `ranges` are those of letters, as typed."""
    formulas = read_of(located)
    if not any(_open(x) for f in formulas for x in t.of_kind(f, BigSum)):
        return list(located)
    nodes = (x for f in formulas for x in t.walk(f))
    begins = {letter: str(text).split("..")[0].strip() for letter, text in ranges.items()}
    ends = {letter: str(text).split("..")[-1].strip() for letter, text in ranges.items()}
    usual = "" if any(map(_counts_from_zero, nodes)) else "1"
    alike: dict[Node, set[str]] = {}
    for x in (x for f in formulas for x in t.of_kind(f, BigSum)):
        if x.above is not None and (first := _begin(x)):
            alike.setdefault(x.above, set()).add(first)

    def change(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or not _open(x):
            return None
        if letters := _several(x):
            begun = {begins.get(letter, usual) for letter in _names(letters)}
            told = {ends[letter] for letter in _names(letters) if letter in ends}
            begin = begun.pop() if len(begun) == 1 and told <= {x.above is not None and letter_of(x.above)} else ""
            start = Chain((letters[-1], t.Number(begin, x.span)), ("=",), (x.span,), x.span)
            below = (*letters[:-1], start)
            return replace(x, below=below, body=rebuilt(x.body, change)) if begin.isdigit() else None
        first = x.below[0]
        together = alike.get(x.above, set()) if x.above is not None and isinstance(first, Chain) else set()
        begin = begins.get(_open(x), next(iter(together)) if len(together) == 1 else usual)
        if not begin.isdigit():
            return None
        letter = first.members[0] if isinstance(first, Chain) else first
        start = Chain((letter, t.Number(begin, x.span)), ("=",), (x.span,), x.span)
        below = (start, first) if isinstance(first, Chain) else (start,)
        return replace(x, below=below, body=rebuilt(x.body, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _open(x: object) -> str:
    """The letter of a sum that has an end and no beginning, or all its letters, else nothing."""
    if not isinstance(x, BigSum) or x.above is None or not x.below:
        return ""
    if letters := _several(x):
        return "".join(_names(letters))
    if len(x.below) > 1:
        return ""
    first = x.below[0]
    if isinstance(first, Chain):
        return (letter_of(first.members[0]) or "") if first.relations == (r"\ne",) else ""
    return letter_of(first) or ""


def _several(x: BigSum) -> tuple[Node, ...]:
    """Two letters or more below a sum, each once, and nothing else."""
    first = x.below[0]
    parts = tuple(f.body for f in first.factors) if isinstance(first, t.Product) and len(x.below) == 1 else x.below
    names = _names(parts)
    return parts if len(parts) > 1 and len(names) == len(parts) == len(set(names)) else ()


def _names(letters: Sequence[Node]) -> list[str]:
    return [name for x in letters if (name := letter_of(x)) is not None]


def _begin(x: BigSum) -> str:
    """The number at which a sum begins."""
    first = x.below[0]
    last = first.members[-1] if isinstance(first, Chain) and first.relations == ("=",) else None
    return last.text if isinstance(last, t.Number) else ""


def _counts_from_zero(x: object) -> bool:
    r"""Does an index of 0 stand here: `x_0`, `\sum_{i=0}`, `i = 0, \dots, n`, `0 \le i`?"""
    if isinstance(x, t.Script):
        return not x.above and t.Number("0") in x.entries
    if isinstance(x, Chain) and t.Number("0") in x.members:
        return _bare_letter(x)
    listed = [m for m in x.members if isinstance(m, t.Listing)] if isinstance(x, Chain) else []
    return any(m.items[0] == t.Number("0") for m in listed)


def _bare_letter(x: Chain) -> bool:
    return any(letter_of(m) is not None for m in x.members)
