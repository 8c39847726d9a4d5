r"""Words by which a density is not the normal one, whatever its sign: `log-normal`, `without its normalizing constant`.

Where any of them stands on a page, nothing is known of its `\mathcal{N}(x \mid \mu, \sigma^2)`. A precision is a
square there only: of `\mathcal{N}(x \mid \mu, \beta^{-1})` it says what everyone takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....latex import tree as t
from ....latex.tree import Number, Product, Statement
from ....pattern import lazily
from ...asked import any_of
from ...located import Located
from ..applied import before_parentheses
from .densities_of_vectors import is_of_vectors
from .normals import is_fit

_NOT_NORMALISED = (
    r"\b(?:constants?|prefactors?|factors?|normali[sz]ation)\s+(?:(?:is|are|was|has\s+been|have\s+been|being)\s+)?"
    r"(?:(?:just|simply|here|also)\s+)?(?:dropped|omitted|left\s+(?:out|off)|ignored|missing|neglected|absorbed|removed)"
    r"|\b(?:kernel|exponential(?:\s+part)?|exponent|shape|logarithm|log)\s+of\s+(?:the|a)\s+(?:normal|gauss)\w*"
    r"|\bproportional\b|\bcumulative\b|\bdistribution\s+functions?\b"
    r"|\b(?:un|non-?|not\s+)normali[sz]ed\b|\bimproper\b|\b(?:nicht\s+|un)normiert\w*"
    r"|\bohne\s+(?:\w+\s+)?Normierung\w*"
    r"|\b(?:without|no|drop\w*|omit\w*|leav\w+\s+out|ignor\w+|neglect\w*|less|except|but\s+for|up\s+to|not)\s+"
    r"(?:(?:the|its|a|any|their|all)\s+)?(?:normali[sz]\w+|constants?\b|prefactors?\b|factors?\b|multiplicative)"
    r"|\bnon\s+normali[sz]\w+|\bno\s+normalizad\w+|\bnão\s+normalizad\w+|\b(?:sans|sin|sem"
    r"|senza)\s+(?:\w+\s+)?(?:constante|costante"
    r"|facteur|factor|fator|fattore|normali[sz]\w+)|ненормир\w*|без\s+(?:\w+\s+)?(?:нормир\w+|множител\w+"
    r"|констант\w+)"
    r"|(?:非|未)正規化|正規化(?:され|し)(?:てい)?な|(?:定数|係数|因子)(?:項)?(?:を|は)(?:除|省|無視|落と)"
    r"|(?:定数|係数|因子)(?:の)?(?:ない|なし)"
    r"|(?:未|非|没有|沒有|不)(?:做|作|被|经|經)?(?:归一|歸一|规范|標準)化|(?:不含|省略|忽略|去掉|略去"
    r"|没有|除去|除了)[^。，；]{0,8}(?:常数|常數|系数|因子)"
    r"|비정규화|정규화(?:하지|되지)\s*않|(?:상수|계수|인자)(?:를|는|항을)?\s*(?:없|제외|뺀|생략|무시)"
)
_OTHERS = (
    r"\blog[- ]?normal\w*|\blog[- ]?gauss\w*|\blogarithmisch\w*\s+normal\w*|логнормальн\w*|対数正規"
    r"|対数ガウス|对数正态|對數常態|对数高斯|로그\s*정규"
    r"|\btruncat\w+|\bcensor\w+|\b(?:re)?cut\s+off\b|\bgestutzt\w*|\btrunkiert\w*|\babgeschnitten\w*"
    r"|\btronqu\w+|\btruncad\w+|\btroncat\w+|ус[еe]ч[её]нн\w*"
    r"|усечен\w*|切断|打ち切り|截断|截斷|截尾|절단"
    r"|\bfolded\b|\bwrapped\b|\breflected\b|\brectified\s+(?:normal|gauss)\w*|\bgefaltete\w*\s+normal\w*"
    r"|\brepliée\b|\bplegad\w+|\bripiegat\w+"
    r"|折り返し|折り畳み|折叠|折疊|접힌"
    r"|\bhalf[- ]?(?:normal|gauss)\w*|\bone-sided\b|\bhalbnormal\w*|\b(?:demi|semi|meia)-?\s?normal\w*"
    r"|полунормальн\w*|半正規|半ガウス|半正态|半常態|반정규"
    r"|\bskew\w*|\bschiefe?\w*\s+normal\w*|\bas[iy]m+[eé]tri\w+|скошенн\w*|асимметричн\w*|歪正規|非対称"
    r"|偏态|偏正态|偏斜|비대칭|왜도"
    r"|\blaplac(?:e|ian)\b(?!\s+approx\w*)|\bstudent(?:['’]?s)?[- ]?(?:t\b|distrib|densit)"
    r"|\bt[- ]?(?:distribution|density|Verteilung)\b"
    r"|\bStudent\b|\bcauchy\b|\blogistic\s+(?:density|distribution)|ラプラス(?!近似)|スチューデント"
    r"|ステューデント|t\s*分布|コーシー|拉普拉斯(?!近似)|学生氏|柯西"
    r"|라플라스(?!\s*근사)|스튜던트|코시|лаплас\w*|стьюдент\w*"
    r"|\binverse[- ]gauss\w*|\bgenerali[sz]ed\s+(?:normal|gauss)\w*|\bcomplex\s+(?:normal|gauss)\w*"
    r"|\bq-gauss\w*|\bdiscret\w+\s+(?:normal|gauss)\w*"
    r"|\btempered\b|\bcontaminated\b|逆ガウス|一般化(?:正規|ガウス)|逆高斯|广义(?:正态|高斯)"
)
_ANY = (
    r"\b(?:any|some|an?\s+arbitrary|arbitrary|another|an?\s+unknown|unknown|unspecified|an?\s+general"
    r"|general|whatever|which\s*ever|other)\s+"
    r"(?:\w+\s+){0,3}?(?:densit(?:y|ies)|distributions?|kernels?|pdfs?)\b"
    r"|\b(?:not|no|never|nicht|kein\w*|pas|instead\s+of|rather\s+than|unlike)\s+(?:\w+\s+){0,3}?(?:normal"
    r"|gaussian?|gauß\w*|gauss\w*)\b"
    r"|\b(?:beliebige\w*|irgendeine)\s+(?:\w+\s+)?(?:Dichte|Verteilung)\w*|\bdensité\s+quelconque"
    r"|\bn['’]importe\s+quelle\s+densité"
    r"|\b(?:cualquier|qualquer|qualsiasi|qualunque)\s+(?:\w+\s+)?(?:densi\w+|distribu\w+)|(?:люб"
    r"|произвольн)\w+\s+(?:\w+\s+)?плотност\w*"
    r"|任意の[^。、]{0,8}(?:密度|分布)|任意(?:的)?[^。，]{0,6}(?:密度|分布)|임의의\s*[^.,]{0,8}(?:밀도|분포)"
    r"|(?:正規|ガウス)(?:分布|密度)?(?:では|で)?な|不是[^。，]{0,4}(?:正态|高斯|常態)|정규\s*(?:분포"
    r"|밀도)[가는]?\s*아니"
)
OTHER = lazily(rf"{_NOT_NORMALISED}|{_OTHERS}|{_ANY}", re.I)
"""Words that say that a density is another one, or is not written with all that makes it one,"""
PRECISION = lazily(
    r"\bprecisions?\b|\binverse\s+(?:of\s+(?:the|its)\s+)?(?:co)?varian\w+|\breciprocal\s+(?:of\s+(?:the"
    r"|its)\s+)?varian\w+"
    r"|\bPräzision\w*|\binverse[nr]?\s+Varianz\w*|\bKehrwert\w*\s+der\s+Varianz|\bprécisions?\b"
    r"|\bprecisi[óo]n(?:es)?\b"
    r"|\bprecisão\b|\bprecisione\b|\binvers[aeo]\s+(?:de|della|da)\s+(?:la\s+)?varia\w+|точност\w*"
    r"|обратн\w+\s+дисперси\w*"
    r"|精度|逆分散|分散の逆数|逆方差|方差的(?:倒数|逆)|정밀도|역분산|분산의\s*역수",
    re.I,
)
"""and those by which a square is the inverse of a variance;"""
FACTOR = lazily(
    r"\bconcentration\s+matri\w+|\bChole[sz]k\w+|\bsquare[- ]?roots?\s+of\s+(?:the|its|a|their|each)\s+(?:\w+\s+)?"
    r"(?:co)?varianc\w+|\b(?:information|scale|scaling)\s+matri\w+"
    r"|\b(?:matrix|covariance)\s+(?:square[- ]?)?(?:roots?|factors?)\b"
    r"|\b(?:factors?|roots?|logarithms?|inverses?|halves|half)\s+of\s+(?:the|its|a|their|each)\s+covarianc\w+"
    r"|\bKonzentrationsmatri\w+|\bWurzeln?\s+der\s+Kovarianz\w*|\bracine\s+carrée\s+de\s+la\s+covariance"
    r"|コレスキー|共分散(?:行列)?の(?:平方根|逆)|协方差(?:矩阵)?的(?:平方根|逆)|集中行列|乔里斯基|공분산(?:\s*행렬)?의\s*(?:제곱근|역)"
    r"|Холецк\w+|кор\w+\s+из\s+ковариац",
    re.I,
)
"""those by which a matrix is what makes a covariance, or its inverse."""


def is_other(said: str, squares: bool) -> bool:
    r"""Do words of a page say that its densities are no normal ones, with the last argument for a variance? `squares`:
    some are written with a square there.

    >>> is_other("with the log-normal density", True), is_other("the normal density truncated to positive x", True)
    (True, True)
    >>> is_other("a precision", True), is_other("a precision", False), is_other("the normal density", True)
    (True, False, False)
    """
    return OTHER.search(said) is not None or (squares and PRECISION.search(said) is not None)


def _is_made_of(said: str) -> bool:
    """Do words say that a matrix is not a covariance, but what makes one?"""
    return FACTOR.search(said) is not None


def has_other_densities(located: Sequence[Located], said: str) -> bool:
    """Do words of a page say so of what is written like one on it?"""
    if not any_of(located, _has_any):
        return False
    return is_other(said, any_of(located, _has_square)) or (_is_made_of(said) and any_of(located, _has_matrix))


def _has_any(s: Statement) -> bool:
    return any(True for _ in _variances(s))


def _has_square(s: Statement) -> bool:
    """Is any written with a square, or with a matrix, there?"""
    names = [x for x in _variances(s) if isinstance(x, t.Name)]
    return any(not any(y.above for y in x.scripts) or any(Number("2") in y.entries for y in x.scripts) for x in names)


def _has_matrix(s: Statement) -> bool:
    calls = (group for x in t.of_kind(s, Product) for _, group in before_parentheses(x))
    return any(is_of_vectors(group) for group in calls)


def _variances(s: Statement) -> Iterator[t.Node]:
    """The last arguments of what stands before those of a normal density."""
    calls = (group for x in t.of_kind(s, Product) for _, group in before_parentheses(x))
    yield from (group.items[2] for group in calls if is_fit(group) or is_of_vectors(group))
