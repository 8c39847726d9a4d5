r"""Names whose entries sentences call those of the identity matrix: `where $I_{kj}$ are the elements of the identity
matrix`, `$I_{jj'}$ is the $j, j'$ element of the identity matrix`.

Then they are Kronecker deltas also where a definition uses them, as data would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block
from ...latex.hedged import is_hedged
from ...latex.tree import Formula, Name
from ...pattern import lazily
from ..located import Located
from ..prepared.said_in_place import gaps_of, value_alone
from ..spelled.shape import Shape, letter_of, shape_of

_ENTRY = (
    r"(?:elements?|entr(?:y|ies)|components?|Elemente?|Eintr(?:ag|äge)|éléments?|coefficients?|elementos?|элементы?)"
)
_MATRIX = (
    r"(?:(?:identity|unit) matrix|Einheitsmatrix|matrice (?:identité|unité|identità)|matriz identidad(?:e)?"
    r"|единичн\w+ матриц\w+|単位行列|单位矩?阵|單位矩?陣)"
)
_IS = r"(?:is|are|being|denotes?|stands? for|ist|sind|bezeichnet|est|sont|désigne|es|son|—|-|は|が|是|为|為)"
CALLED = lazily(
    rf"\s*,?\s*{_IS}(?![A-Za-z])\s*(?:[^.;:!?$。]{{0,30}}?\s)?(?:{_ENTRY}\s[^.;:!?$。]{{0,30}}?)?{_MATRIX}", re.I
)
"""Words behind such a name."""
BEGUN = lazily(rf"\s*,?\s*{_IS}\s+(?:(?:the|das|der|le|el|l'|o)\s*)?\Z", re.I)
ENDED = lazily(rf"\s*(?:-?th|-te[sr]?|-ième)?\s*{_ENTRY}\s[^.;:!?$。]{{0,30}}?{_MATRIX}", re.I)
"""Words before and behind the letters of its entry, `is the $j, j'$ element of the identity matrix`."""
BEFORE = lazily(rf"(?:{_MATRIX}|{_ENTRY})\s*\Z", re.I)
OF_IT = lazily(rf"\s*(?:of|der|de|di|da|из)?\s*(?:the|la|le)?\s*{_MATRIX}", re.I)
"""Words around it, `the entries $I_{kj}$ of the identity matrix`."""
DENIED = lazily(r"\b(?:not|no|nicht|keine?|pas|non|не|instead of|unlike|except|ではな)", re.I)


def identities_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> frozenset[str]:
    """The letters of such names."""
    return frozenset(_found(located, gaps_of(located, blocks)))


def _found(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[str]:
    for n in range(len(gaps) - 1):
        shape = _entry(located[gaps[n][0]])
        if shape is None:
            continue
        before, behind = gaps[n][1], gaps[n + 1][1]
        last = behind
        told = CALLED.match(behind) is not None
        if not told and n + 2 < len(gaps) and BEGUN.fullmatch(behind) and _holds(located[gaps[n + 1][0]], shape):
            last = gaps[n + 2][1]
            told = ENDED.match(last) is not None
        if not told and BEFORE.search(before):
            told = OF_IT.match(behind) is not None or re.search(rf"{_MATRIX}\s*\Z", before, re.I) is not None
        said = f"{re.split(r'[.;。]', before)[-1]} {behind} {last.partition('.')[0]}"
        if told and not is_hedged(before, last) and DENIED.search(said) is None:
            yield shape.base


def _entry(located: Located) -> Shape | None:
    """The name of an entry that stands alone, with two different letters below."""
    name = value_alone(located)
    shape = shape_of(name) if isinstance(name, Name) else None
    if shape is None or shape.below != len(shape.pieces) or len(shape.pieces) != 2:
        return None
    one, two = shape.letters
    return shape if one is not None and two is not None and one != two else None


def _holds(located: Located, shape: Shape) -> bool:
    """Does a formula consist of the letters of an entry, `j, j'` or `(j, j')`?"""
    display, f = located
    if not isinstance(f, Formula) or not display.inline:
        return False
    letters = re.findall(r"\\?[A-Za-z]+'*", f.source.text.replace(r"\prime", "'").replace("^", "").replace("{", ""))
    return letters == [letter_of(p) for p in shape.pieces]
