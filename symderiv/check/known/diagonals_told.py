r"""What a page may mean by words on symmetric data without a diagonal: "symmetric, with no self-connections"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...pattern import lazily
from ...system import System
from .symmetric import hollowed, mirrored, widened
from .symmetry_told import EQUALS_TRANSPOSE, Told
from .tables import half_tables, halves_with_diagonals, square_tables

NOTHING = r"(?:zeros?|vanish\w*|hollow|no|null\w*|empty|without|ohne|keine|sans|sin|nulle?|ноль|нулев\w*)"
HOLLOW = lazily(
    r"\bself[- ]?(?:connect|coupl|interact|loop|feedback|weight|excit|edge)"
    r"|(?:自己|自)(?:結合|ループ|相互作用|连接|連接|环|反馈)|\b(?:Selbst|auto-?|bucle|boucle)(?:kopplung|verbindung|wechselwirkung|connexion"
    r"|connection|interac|coupl|conexi|s? sur)"
    rf"|\b{NOTHING}\b[^.;。]{{0,40}}\b(?:diagonal|Diagonal|диагонал)|(?:diagonal|диагонал)[^.;。]{{0,40}}(?:\b{NOTHING}\b|(?<![\d.])0)"
    r"|対角[^。]{0,20}(?:0|ゼロ|零)|对角[^。]{0,20}(?:0|零)|diag[^.;。]{0,24}=\s*(?:\\\w+\s*\{?)?\s*0",
    re.IGNORECASE,
)
"""Words and signs by which a matrix has no diagonal,"""
TYPED = lazily(r"_\s*\{?\s*([a-z])\s*,?\s*\1\s*\}?\s*&?=\s*0")
"""and a formula: that is read, but for the name of a half."""


def meant_by_words(text: str, system: System, found: Told) -> Iterator[System]:
    r"""The networks that a page with such words may mean beside the one that is read.

    Half of a matrix with its diagonal, `\sum_{i \le j}`, may be that of a symmetric one; where a diagonal is not used
    or said to be 0, a line may name it.
    """
    strict, wide = half_tables(system), halves_with_diagonals(system)
    squares = (square_tables(system) | strict | wide) - found.denied
    named = squares if squares and HOLLOW.search(text) else strict | wide if TYPED.search(text) else frozenset()
    without = named - found.denied
    if not squares or not (without or _speaks_of_symmetry(text, found)):
        return
    both = mirrored(system, (strict | wide | found.maybe(system) | found.always) - found.denied)
    made = (both, hollowed(both, without or strict - found.denied), hollowed(system, without))
    yield from (widened(x) for x in dict.fromkeys(made) if x.assumptions != system.assumptions)


def _speaks_of_symmetry(text: str, found: Told) -> bool:
    told = found.vague or found.kinds or found.always or found.perhaps or found.cases
    return bool(told) or any(pattern.search(text) for pattern in EQUALS_TRANSPOSE)
