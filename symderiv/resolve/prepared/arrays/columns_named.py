r"""Columns of a matrix with a name of their own: `$W_{fa}$ are the first $n_a$ columns of $W_f$` beside `W_f [a, x]`.

Below the part stand the label of the whole and the name of the vector that it is multiplied by; both have to fit what
the words say. It is the part that the matrix is parted into (`concatenations`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import tree as t
from ....latex.joining import AND
from ....latex.tree import Name, Node
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, with_statements
from ...spelled.shape import spelled_label
from ..said_in_place import gaps_of
from .concatenations import part_of, stacks

LISTED = lazily(rf"\s*(?:,|;|、|，|,?\s*{AND})\s*\Z")
"""Between two names of one list."""
FIRST = lazily(
    r"\s*(?:is|are|be|denotes?)\s+(?:the|their|its)\s+(?:first|left(?:most)?)\s*\Z|\s*は[^。]*(?:最初|左)の\s*\Z"
)
LAST = lazily(
    r"\s*(?:is|are|be|denotes?)\s+(?:the|their|its)\s+(?:last|right(?:most)?|remaining|other)\s*\Z"
    r"|\s*は[^。]*(?:最後|右|残り)の\s*\Z"
)
"""Words between such names and how many columns it is."""
COLUMNS = lazily(r"\s*(?:columns?\b|列)")


def with_columns_named(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with the parts of the matrices in the place of such names."""
    if not any(_label(x) for pair in located for x in _names(pair)):
        return list(located)
    told = dict(_told(located, gaps_of(located, blocks)))
    parts = {x: part for s in stacks(located) for x, part in _meant(s, told)}
    if not parts:
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, lambda x: _replaced(x, parts)))


def _names(pair: Located) -> tuple[Name, ...]:
    """The names of an inline formula that lists nothing else."""
    display, f = pair
    if not display.inline or isinstance(f, ReadError):
        return ()
    found = [s.chain.members[0] for s in f.statements if len(s.chain.members) == 1 and not s.conditions]
    names = tuple(x for x in found if isinstance(x, Name))
    return names if len(names) == len(f.statements) else ()


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[tuple[Name, bool]]:
    """The names that words call columns of a matrix, with whether these are the first ones."""
    run: list[Name] = []
    for at, (n, gap) in enumerate(gaps):
        if run and not LISTED.fullmatch(gap):
            count = n >= 0 and at + 1 < len(gaps) and COLUMNS.match(gaps[at + 1][1])
            if count and (FIRST.fullmatch(gap) or LAST.fullmatch(gap)):
                yield from ((x, FIRST.fullmatch(gap) is not None) for x in run)
            run = []
        names = _names(located[n]) if n >= 0 else ()
        run = [*run, *names] if names else []


def _meant(stack: tuple[Name, Sequence[Node]], told: Mapping[Name, bool]) -> Iterator[tuple[Name, Name]]:
    """The names that are parts of a matrix before vectors in one bracket, with these parts."""
    matrix, items = stack
    for n, item in enumerate(items):
        for x in told:
            alike = (x.base, x.accents, x.font) == (matrix.base, matrix.accents, matrix.font)
            fits = isinstance(item, Name) and _label(x) == _label(matrix) + item.base
            if alike and fits and n == (0 if told[x] else len(items) - 1):
                yield x, part_of(matrix, n + 1)


def _label(x: Name) -> str:
    """What stands below a name."""
    entries = [e for s in x.scripts if not s.above for e in s.entries]
    letters = [f.body for e in entries for f in (e.factors if isinstance(e, t.Product) else [t.Factor("", e)])]
    return "".join(map(spelled_label, letters))


def _replaced(x: Any, parts: Mapping[Name, Name]) -> Node | None:
    """The part that a name is, with the mark of a transpose that stands on it."""
    if not isinstance(x, Name):
        return None
    above = tuple(s for s in x.scripts if s.above)
    part = parts.get(replace(x, scripts=tuple(s for s in x.scripts if not s.above)))
    return None if part is None else replace(part, scripts=(*part.scripts, *above), span=x.span)
