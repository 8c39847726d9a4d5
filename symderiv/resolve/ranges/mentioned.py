r"""Ranges said of one name: `入力を $x_{ij}$（$0 \le i \le H-1$）とする` beside `$u_{ij} = ..$ ($0 \le i \le H-F$)`.

A range in a sentence holds for the page. One right behind a name that is only mentioned is that of its indices; where
an equation gives the same letter another range, it says nothing of the other names with that letter. Nor does one that
is said only of what is mentioned before it, `$\partial E/\partial w_{ji}$ is taken only for $j = 1, \dots, J-1$`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document.blocks import Display
from ...latex.clauses import STOP
from ...latex.grouping import Beat
from ...latex.tree import Chain, Formula, Name, Node
from ...pattern import lazily
from ..facts import Facts
from ..integers.conditions import INEQUALITIES, is_remark, subjects
from ..located import Located
from ..spelled.shape import letters_in
from ..stated import Beside, Stated, names_of, names_of_left

ASIDE = frozenset(["(", "（", ",", "、", "，", "for", "für", "pour", "para"])
"""What stands between a name and its range."""
ONLY = lazily(r"\b(?:only|nur|seulement|uniquement|sólo|solo|solamente|soltanto|apenas|alleen)\b|только|仅|僅|只", re.I)
"""Words of a sentence by which a range is only that of what stands before it,"""
ONLY_BEHIND = lazily(
    r"\s*(?:(?:について|に対して|に関して|の範囲で|の(?:とき|場合)に?|で)?(?:のみ|だけ)|에 대해서?만|only\b)", re.I
)
"""and such words behind the range."""


def without_mentioned(
    ranges: Sequence[Beside], beats: Sequence[Beat], located: Sequence[Located], beside: Sequence[Chain]
) -> list[Beside]:
    """The ranges of the page without those of one name whose letters have another range beside an equation."""
    own = set(of_mentions(beats, located)) if ranges else set()
    if not own:
        return list(ranges)
    return [r for r in ranges if id(r[0]) not in own or not any(_differ(r[1], c) for c in beside)]


def of_mentions(beats: Sequence[Beat], located: Sequence[Located]) -> Iterator[int]:
    """The formulas that stand aside right behind a name with indices."""
    for n, (one, two) in enumerate(pairwise(beats)):
        formula, here = located[one.number][1], located[two.number][1]
        behind = beats[n + 2].gap if n + 2 < len(beats) else ""
        if two.condition and _is_said_only(one, two, behind) and _numbered_alike(located[one.number][0], here):
            yield id(here)
            continue
        if not two.condition or not isinstance(formula, Formula) or not _is_aside(two.gap.strip(), here):
            continue
        chains = [s.chain for s in formula.statements]
        name = chains[0].members[0] if len(chains) == 1 and not chains[0].relations else None
        if isinstance(name, Name) and any(letters_in(e) for s in name.scripts for e in s.entries):
            yield id(here)


def _is_said_only(one: Beat, two: Beat, behind: str) -> bool:
    """Does a sentence say a range only of what it mentions right before?"""
    mentioned = one.inline and not one.equation and not one.condition and one.paragraph == two.paragraph
    if not mentioned or STOP.search(two.gap):
        return False
    return ONLY.search(two.gap) is not None or ONLY_BEHIND.match(behind) is not None


def _numbered_alike(display: Display, here: object) -> bool:
    r"""Has what is mentioned a letter of the range? It may be no formula by itself, `\partial/\partial w_{ji}`."""
    chains = [s.chain for s in here.statements] if isinstance(here, Formula) else []
    letters = {x for c in chains for x in subjects(c, set())[0]}
    return any(re.search(rf"(?<![A-Za-z\\]){re.escape(x)}(?![A-Za-z])", display.latex) for x in letters)


def _is_aside(gap: str, here: object) -> bool:
    r"""Does it stand in a parenthesis, `$x_i$ ($i = ..$)` or `$x_i$ $(i = ..)$`, behind a comma, or `for`?"""
    alone = isinstance(here, Formula) and all(s.parenthesised for s in here.statements)
    return gap in ASIDE or (not gap and alone)


def _differ(one: Chain, two: Chain) -> bool:
    """Are two conditions ranges of one letter that are not the same?"""
    letters = [set(subjects(c, set())[0]) for c in (one, two)]
    return bool(letters[0] & letters[1]) and (one.members, one.relations) != (two.members, two.relations)


def in_headings(beats: Sequence[Beat], own: Sequence[Stated], home: Sequence[int]) -> set[int]:
    """The formulas of headings, by number, that only name what a section is about: `# Chain rule for $y = Wx$`, where
    nothing else on the page speaks of y."""
    headed = {b.number for b in beats if b.in_heading and b.equation}
    below = frozenset(x for n, s in enumerate(own) if home[n] not in headed for x in names_of(s.statement.chain))
    if not below:
        return set()
    said = ((home[n], names_of_left(s)) for n, s in enumerate(own) if home[n] in headed)
    return {number for number, left in said if left and left.isdisjoint(below)}


def says_nothing_of(chain: Chain, own: Sequence[Stated], facts: Facts) -> bool:
    r"""Does a comparison say nothing of when a line (`own`) holds: `x \in \mathbb{R}^n`, `E \le F` beside F?"""
    if not all(r in INEQUALITIES for r in chain.relations) or not is_remark(chain, facts):
        return False
    met = any(names_of(chain) & names_of(s.statement.chain) for s in own)
    return not met or _is_bound(chain, [s.statement.chain.members[0] for s in own], facts)


def _is_bound(chain: Chain, defined: Sequence[Node], facts: Facts) -> bool:
    """Does it say which of two values is the larger, of which one is `defined` there, the other elsewhere?"""
    lefts = [s.statement.chain.members[0] for s in facts.stated if s.statement.chain.relations[:1] in (("=",), (":=",))]
    names = [m for m in chain.members if isinstance(m, Name) and not m.scripts]
    apart = len(names) == len(chain.members) == len({*names}) and any(m in defined for m in names)
    return apart and all(m in lefts for m in names)
