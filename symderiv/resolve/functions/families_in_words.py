r"""Names of one letter that words call different: `$w_{h\iota}$ and $w_{hc}$ are different weights from the peepholes`.

Where the letters of two such names run over different lengths they tell the names apart by themselves. Here h and c may
number the same cells, and only the sentence says that `w_{h\iota}` is no entry of `w_{c\iota}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block
from ...latex.hedged import is_hedged
from ...latex.tree import Name
from ...pattern import lazily
from ..layers.letters_apart import Place
from ..located import Located
from ..prepared.said_in_place import gaps_of, value_alone
from ..spelled.shape import Shape, letter_of, shape_of

_WHAT = (
    r"(?:weights?|parameters?|coefficients?|matri(?:x|ces)|arrays?|variables|ones|poids|paramètres|matrices|Gewichte?"
    r"|Parameter|Matrizen|pesos|parámetros|pesi|parametri)"
)
DIFFERENT = lazily(
    r"\s*(?:[^.;:!?$]{0,40}?\s)?(?:"
    r"(?:is|are)\s+(?:(?:all|completely|entirely|therefore|thus|then)\s+)?"
    r"(?:a |an )?(?:different|distinct|separate|other|another|independent|new)\s+"
    rf"(?:(?:sets?|famil(?:y|ies)) of )?{_WHAT}\b"
    rf"|(?:is|are)\s+(?:different|distinct|separate)\s+from\b|(?:is|are)\s+not\s+(?:the\s+same\b|to be confused with\b)"
    rf"|sont\s+(?:d'autres|des)\s+{_WHAT}(?:\s+(?:différents|distincts))?\b|sind\s+(?:andere|eigene|verschiedene)\s+{_WHAT}"
    rf"|son\s+otros\s+{_WHAT}|sono\s+altri\s+{_WHAT})"
    r"|\s*(?:—|–|-|\()?\s*(?:это\s+)?(?:друг(?:ие|ой|ая)|отдельн(?:ые|ый))\s+(?:набор\s+)?(?:веса|весов|параметр\w*|матриц\w*)"
    r"|\s*(?:は[^。．$]{0,40}|とは)(?:別の|異なる)(?:重み|パラメータ|行列)",
    re.I,
)
"""Words behind such names that call them others."""
DENIED = lazily(
    r"\b(?:not|nicht|pas|no|non|не)\s+(?:a |an |d'|des )?(?:different|distinct|separate|other|andere)", re.I
)
LISTED = lazily(r"(?:\s|,|and|the|und|et|y|e|и|、|と|[A-Za-zà-ÿ-]+){0,8}", re.I)
"""Words between names in a row, `, $w_{hc}$ and the weights $w_{hk}$`."""


def families_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> tuple[tuple[Place, str], ...]:
    """The letters, each with its place, that all names in a row have which words call different from others."""
    gaps = gaps_of(located, blocks)
    found: list[tuple[Place, str]] = []
    for n in range(1, len(gaps)):
        behind = gaps[n][1]
        if DIFFERENT.match(behind) is not None and DENIED.search(behind.partition(".")[0]) is None:
            first, shapes = _row(located, gaps, n)
            if shapes and not is_hedged(gaps[first][1], ""):
                found += _common(shapes)
    return tuple(dict.fromkeys(found))


def _row(located: Sequence[Located], gaps: Sequence[tuple[int, str]], end: int) -> tuple[int, list[Shape]]:
    """The names of one letter that stand in a row before some words, and where they begin."""
    shapes: list[Shape] = []
    at = end
    while at > 0 and (shape := _shape(located[gaps[at - 1][0]])) is not None:
        if shapes and (shape.base != shapes[0].base or LISTED.fullmatch(gaps[at][1]) is None):
            break
        shapes.append(shape)
        at -= 1
    return at, shapes


def _shape(located: Located) -> Shape | None:
    name = value_alone(located)
    shape = shape_of(name) if isinstance(name, Name) else None
    return shape if shape is not None and shape.below > 1 and not shape.uppers else None


def _common(shapes: Sequence[Shape]) -> Iterator[tuple[Place, str]]:
    widths = {len(s.pieces) for s in shapes}
    for n in range(widths.pop() if len(widths) == 1 else 0):
        letters = {letter_of(s.pieces[n]) for s in shapes}
        letter = letters.pop() if len(letters) == 1 else None
        if letter is not None:
            yield (shapes[0].base, 0, shapes[0].below, n), letter
