r"""Identity matrices of another name, in words: `$\mathbf{E}$ is the $D \times D$ identity matrix`, `$E$ は単位行列`.

The page is read with an I, where it has none, and where the name stands for nothing else: it carries nothing below or
above, and no equation begins with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.denials import denies
from ....latex.hedged import is_hedged
from ....latex.tree import Name, Node
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..said_in_place import gaps_of, value_alone

MATRIX = (
    r"(?:(?:identity|unit)\s+matrix|Einheitsmatrix|matrice\s+(?:identité|unité|identità)|matriz\s+identidad(?:e)?"
    r"|единичн\w+\s+матриц\w+|単位行列|单位矩?阵|單位矩?陣|단위\s?행렬)"
    r"(?=\s*(?:[.,;:)。、，；]|\Z|(?:of|with|and|und|mit|et|y|e|и)\b|です|である|とする|とし|を表す|で[、。]))"
)
IS = r"\s*(?:,?\s*(?:is|denotes?|ist|sei|bezeichnet|est|désigne|es|é|è|—|-|は|が|を|是|为|為|은|는))\s*"
ARTICLE = r"(?:(?:an?|the|die|eine|la|une|una|uma|a)\s+)?"
CALLED = lazily(rf"{IS}{ARTICLE}{MATRIX}")
"""Words behind such a name,"""
BEGUN = lazily(rf"{IS}{ARTICLE}")
ENDED = lazily(rf"\s*-?\s*(?:の|次の?|次元の?|的|阶|維)?\s*{MATRIX}")
"""and those around its size."""
MENTIONED = ("dentit", "dentid", "unit m", "inheitsm", "единичн", "単位", "单位", "單位", "단위")
BOUNDED = lazily(r"[^.。;；]*")


def with_identities_named(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such a matrix by the letter I."""
    if not any(_mentions(d.after) for d, _ in located if d.inline):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    lefts = {stem_of(x) for s in statements if s.chain.relations and isinstance(x := s.chain.members[0], Name)}
    used = {stem_of(x) for x in names if x.scripts or x.primes}
    called = set(_called(located, gaps_of(located, blocks))) - lefts - used
    if len(called) != 1 or any(x.base == "I" for x in names):
        return list(located)

    def change(x: Any) -> Node | None:
        return replace(x, base="I", font="") if isinstance(x, Name) and stem_of(x) in called else None

    return with_statements(located, lambda s: rebuilt(s, change) if s.chain.relations else s)


def _mentions(words: str) -> bool:
    return any(
        x in words for x in ("dentit", "dentid", "unit m", "inheitsm", "единичн", "単位", "单位", "單位", "단위")
    )


def _is_size(located: Located) -> bool:
    r"""Is it a letter, or `D \times D`?"""
    size = value_alone(located)
    crossed = isinstance(size, t.Product) and [f.operator for f in size.factors[1:]] == [r"\times"]
    return isinstance(size, Name) or crossed


def _called(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[Stem]:
    """The single capitals of which a sentence says so."""
    for at in range(len(gaps) - 1):
        name = value_alone(located[gaps[at][0]]) if gaps[at][0] >= 0 else None
        if (
            not isinstance(name, Name)
            or name.scripts
            or name.accents
            or not (len(name.base) == 1 and name.base.isupper())
        ):
            continue
        behind = gaps[at + 1][1]
        told = CALLED.match(behind) is not None
        sized = at + 2 < len(gaps) and BEGUN.fullmatch(behind) is not None and _is_size(located[gaps[at + 1][0]])
        if not told and sized:
            behind = gaps[at + 2][1]
            told = ENDED.match(behind) is not None
        rest = BOUNDED.match(behind)
        said = rest[0] if rest is not None else behind
        if told and not denies(gaps[at][1], said) and not is_hedged(gaps[at][1], said):
            yield stem_of(name)
