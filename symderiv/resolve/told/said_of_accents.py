r"""Words near a name with an accent by which it may be no data: `the estimate $\hat{y}$`, `maps $h$ to $\hat{h}$`.

Beside a computed y it is data for all that formulas show. What words say of it has to be that it is data, where it lies
or that it is a number or an array; and all else leaves open what it depends on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...latex import tree as t
from ...latex.joining import AND
from ...latex.tree import Formula, Name
from ...pattern import lazily
from ..located import Located
from ..spelled.shape import shape_of
from .words_for_data import are_called_data

_MATH = r"\$[^$]*\$"
_JOIN = rf"(?:\s*(?:,\s*(?:{AND})?|{AND}|[、，と和및]|/)\s*)"
NEUTRAL_BEFORE = lazily(
    rf"(?:\A|[.;:(。；：（]|,|，|、|{_MATH})\s*"
    r"(?:(?:where|with|here|let|for|and|all|both|each|the|vectors?|arrays?|numbers?|rows?|columns?|matri(?:x|ces)"
    r"|wobei|mit|und|dabei|sind|où|avec|et|soit|donde|con|y|sea|dove|e|onde|com|где|и|ここで|ただし|其中"
    r"|设|設|여기서)\b,?\s*)*"
    r"(?:\(\s*)?\Z",
    re.I,
)
"""What may stand before it, or before a list that it is in,"""
NEUTRAL_BEHIND = lazily(
    r"\s*(?:\Z|[.;:)。；）,，、]"
    r"|(?:(?:are|is|be|sind|ist|sont|est|son|es|sono|è|são|é|は|는|은|为|為|是)(?!\w)\s*)?(?:(?:all|both"
    r"|each|an?|also|real|alle|beide|des|un|une)\s+)*"
    r"(?:numbers?|scalars?|vectors?|arrays?|rows?|columns?|matri(?:x|ces)|entries|Zahlen|Vektoren"
    r"|Zeilen\w*|Spalten\w*|Matrizen"
    r"|nombres?|vecteurs?|números?|vector(?:es)?|numeri|vettori|vetores|числа|векторы|行?ベクトル|数"
    r"|列?向量|벡터|수)(?!\w*\s+(?:of|by|that|which|made|from))"
    r"|(?:have|has|lie|lies|haben|having|of)\s+(?:the\s+)?(?:same\s+)?(?:size|length|shape|in|dimension))",
    re.I,
)
"""and behind it."""
COMPUTED = lazily(
    r"\b(?:de|en|auto)-?coder|\b(?:decod|encod|reconstruct|estimat|predict|smooth|filter|approximat"
    r"|dropout|sampled?|transform|normali[sz]"
    r"|corrupt|nois|denois|averag|pseudo|teacher|student|second|other|another|updat|project|clip|round"
    r"|quanti|cop(?:y|ies)|output"
    r"|response|produc|generat|comput|function|depend|rekonstru|schätz|geglätt|vorher|berechn|ausgabe"
    r"|prédi|estim|sortie|calcul|liss"
    r"|predic|reconstru|salida|suaviz|stim|uscita|saída|предсказ|оцен|восстанов|выход|сглаж)\w*"
    r"|推定|予測|復元|再構成|出力|平滑|計算|擬似|估计|估計|预测|預測|重构|重構|重建|输出|輸出|平滑|计算"
    r"|伪标签|偽標籤|추정|예측|복원|출력|평활|계산",
    re.I,
)
"""Words of what is computed,"""
DATA_ABROAD = lazily(
    r"\s*(?:は|が|を|も|是|为|為|表示|는|은|이|가)?[^。，；、$]{0,12}?"
    r"(?:教師|目標|正解|ラベル|観測|与えられ|データ|真の?値|标签|標籤|目标|真实值|真值|观测|給定|给定|数据|정답|목표|레이블|라벨|관측|주어진|데이터)"
)
"""of data in languages without spaces,"""
MADE_DATA = lazily(
    r"\bpseudo|擬似|疑似|伪|偽|의사\s*(?:라벨|레이블)|유사\s*(?:라벨|레이블)"
    r"|\b(?:given|made|computed|produced|estimated|predicted|returned|set|generated|from|of|by)\s+(?:by\s+|from\s+)?"
    r"(?:an?|the|its|another|our)\s+(?:\w+\s+){0,2}(?:networks?|nets?|models?|decoder|encoder|teacher|layers?|copy)\b",
    re.I,
)
"""and of data that is computed all the same."""


def is_said_otherwise(base: str, located: Sequence[Located]) -> bool:
    r"""Do words beside a name say something of it by which it may be computed?

    >>> from symderiv.document import parse_document, read_formulas
    >>> def told(text):
    ...     return is_said_otherwise(r"\hat{y}", read_formulas(parse_document(text)))
    >>> told(r"where $\hat{y}$ is the target."), told(r"$y$ and $\hat{y}$ are rows.")
    (False, False)
    >>> told(r"the estimate $\hat{y}$."), told(r"It maps $y$ to $\hat{y}$."), told(r"$\hat{y}$ is what it gives.")
    (True, True, True)
    """
    return any(
        _is_more(d.before, d.after)
        for d, f in located
        if d.inline and not d.struck and isinstance(f, Formula) and any(_begins(s, base) for s in f.statements)
    )


def _begins(s: t.Statement, base: str) -> bool:
    first = s.chain.members[0]
    shape = shape_of(first) if isinstance(first, Name) else None
    return shape is not None and shape.base == base


def _is_more(before: str, after: str) -> bool:
    if are_called_data(before, after) or DATA_ABROAD.match(after):
        return MADE_DATA.search(f"{before} {after}") is not None
    before = re.sub(rf"(?:{_MATH}{_JOIN})+\Z", "", before)
    after = re.sub(rf"\A(?:{_JOIN}{_MATH})+", "", after)
    if NEUTRAL_BEFORE.search(before) is None or NEUTRAL_BEHIND.match(after) is None:
        return True
    return COMPUTED.search(re.split(r"[.;。；]\s", before)[-1]) is not None or COMPUTED.search(after) is not None
