"""Words by which matrices are symmetric: for symmetry itself in other languages, and for kinds of such matrices."""

from __future__ import annotations

import re

from ...pattern import lazily

_SYMMETRIC = (
    r"\bsymmetrisch\w*|\bsymétriques?|\bsim[ée]tric[ao]s?\b|\bsimmetric\w*|\bсимметричн\w*|\bсиметричн\w*"
    r"|\bsymetryczn\w*|\bsymmetrisk\w*|\bsymetrick\w*|\bsimetrik\b|(?<![반비])대칭|(?<![反非斜])對稱"
    r"|(?<!phản )\bđối xứng"
    r"|\b(?:equals?|equal\s+to|coincides\s+with|agrees\s+with|the\s+same\s+as|identical\s+(?:to|with))\s+(?:its|their)"
    r"\s+(?:own\s+)?transposes?\b|\b(?:invariant|unchanged)\s+(?:under|by)\s+transpos(?:ition|ing)"
    r"|転置(?:行列)?(?:に|と)(?:等し|一致|同じ)|等于(?:其|它的|自身的?)转置|\bgleich\s+(?:ihrer|der)\s+Transponierten"
    r"|\bégale?\s+à\s+sa\s+transposée|\bigual\s+a\s+su\s+(?:propia\s+)?tran?spuesta|\buguale\s+alla\s+(?:sua\s+)?trasposta"
)
"""Words for symmetric in other languages, and what says it in other words."""
_ADJOINT = (
    r"(?<!skew-)(?<!skew )(?<!anti-)\bhermit(?:ian|esch\w*|sch\w*|ienne?s?|ian[ao]s?|ic[ao]s?)\b|\bhermítica?s?\b"
    r"|\bэрмитов\w*|エルミート行列|厄米|埃尔米特|\bself[- ]?adjoint\b|\bselbstadjungiert\w*"
    r"|\bauto-?adjoint\w*|\bautoadjunt\w*|\bautoaggiunt\w*|\bсамосопряж\w*|自己共役|自己随伴|自伴"
)
_DEFINITE = (
    r"\bpositi(?:v|ef)[ -]+\(?(?:semi-?\)?)?\s*defini\w+|\b(?:semi-?)?d[ée]fini(?:e|d[ao]|ta)s?\s+positiv\w+"
    r"|\bположительно\s+(?:полу)?определ\w*|\bdodatnio\s+(?:pół)?określon\w*|正定|정부호|(?-i:\b(?:SPD|PSD)\b|\bs\.\s?p\.\s?d\.)"
)
_KINDS_ABROAD = (
    r"\bKovarianz\w*|\bcovarianzas?\b|\bcovariância\w*|\bcovariantie\w*|\bковар[иі]ац\w*|\bkowariancj\w*|\bkovarian\w*"
    r"|\bkovaryans\w*|공분산|協方差|hiệp phương sai|\b(?:Korrelations|Präzisions|Distanz|Abstands|Ähnlichkeits|Kern"
    r"|Gram)-?matri\w+"
    r"|\bGramsche\w*|\bmatri\w+\s+d[ei]\s+(?:Gram|corr[ée]la\w+|correlação|precisi[óo]n\w*|précision)\b|\bкорреляционн\w+"
    r"|(?<!cross-)(?<!cross )\bcorrelation\s+matri\w+|相関行列|相关矩阵|精度行列|精度矩阵"
    r"|\b(?:stiffness|similarity|inertia)\s+matri\w+|\bgraph\s+Laplacians?\b|\bLaplacian\s+matri\w+"
    r"|\borthogonal\s+project\w+|\bprojection\s+matri\w+|\bprojectors?\b|射影行列|投影矩阵"
)
ABROAD = f"{_SYMMETRIC}|{_ADJOINT}|{_DEFINITE}|{_KINDS_ABROAD}"
_BOTH_WAYS = r"(?:mutual|reciprocal|bidirectional|two-way)"
_TIES = r"(?:neighbou?r\w*|edges?|links?|adjacen\w*|friend\w*)"
_MUTUAL = (
    rf"\b{_TIES}(?:\s+\w+){{0,4}}?\s+(?:{_BOTH_WAYS}|in both directions|both ways|of each other)\b"
    rf"|\b{_BOTH_WAYS}(?:ly)?\s+(?:\w+\s+)?{_TIES}\b"
)
"""Words for ties that go both ways: `neighbours are mutual`."""
IMPLIED = lazily(
    r"\bkernel (?:function|ridge|matrix|machine|regression|method)|\bGram matrix|\bpositive[ -](?:semi-?)?definite"
    r"|\bcovariances?\b|\b(?:precision|distance|affinity|scatter) matri(?:x|ces)|\badjacency matri(?:x|ces)"
    rf"|{_MUTUAL}|互いに隣|相互に隣|双方向の?(?:グラフ|辺|枝)|互为邻|互相相邻|双向(?:图|边)"
    r"|서로 이웃|무방향|양방향 그래프"
    r"|\bundirected|カーネル(?:行列|関数)|正定値|共分散行列|协方差|隣接行列|無向|邻接矩阵|无向|\bAdjazenzmatri|\bungerichtet"
    r"|\bStreumatri|変動行列|散布行列|散度矩阵|散布矩阵"
    rf"|{ABROAD}",
    re.IGNORECASE,
)
"""What is symmetric by its kind."""
KINDS = (
    *("kernel", "covariance", "matri", "definite", "undirected", "カーネル", "正定値", "共分散", "协方差"),
    *(
        "隣接",
        "無向",
        "邻接",
        "无向",
        "ungerichtet",
        "mutual",
        "reciprocal",
        "directional",
        "two-way",
        "both",
        "each other",
    ),
    *("互", "双", "서로", "방향", "変動行列", "散布行列", "散度矩阵", "散布矩阵"),
    *("symm", "symétri", "simétr", "simetr", "simm", "симм", "симе", "symetr", "대칭", "對稱", "đối xứng"),
    *("transpos", "transpuest", "traspuest", "traspost", "転置", "转置"),
    *("hermit", "hermít", "эрмит", "エルミ", "厄米", "埃尔", "adjoint", "adjungiert", "adjunt", "aggiunt", "самосо"),
    *("自己", "自伴", "defini", "défini", "положит", "dodatnio", "正定", "정부호", "spd", "psd", "s.p.d", "s. p"),
    *(
        "kov",
        "covar",
        "kow",
        "ковар",
        "공분산",
        "協方差",
        "hiệp",
        "gramsche",
        "коррел",
        "laplacian",
        "project",
        "射影",
        "投影",
    ),
    *("相関", "相关", "精度"),
)
"""One of these stands in the name of each kind."""
NAMED_KINDS = lazily(
    r"\bHess(?:ians?(?:\s+matri\w+)?|e-?matri\w+)\b|\bmatri\w+\s+hessien\w+|\bmatri\w+\s+hessian[ao]\b|\b(?:Fisher|observed)"
    r"(?:['’]s)?(?:\s+information)?\s+matri\w+|\bFisher\s+information\b|\bFisher-?Information\w*|\bmetric tensors?\b"
    r"|ヘッセ行列|フィッシャー情報行列|黑塞矩阵|海森矩阵|费[雪舍]尔?信息矩阵|\bматриц\w+\s+Гессе|гессиан\w*|헤세 ?행렬",
    re.I,
)
"""Kinds of symmetric matrices that many pages speak of beside their weights: they are said of one matrix alone."""
OF_NAMED = ("hess", "fisher", "metric t", "observed", "ヘッセ", "フィッシャ", "黑塞", "海森", "费", "гесс", "헤세")
"""One of these stands in the name of each."""
_LETTER = r"([A-Za-z]|\\[A-Za-z]+(?:\s*\{\\?[A-Za-z]+\})?)"
SIGNS = lazily(
    rf"(?<![A-Za-z\\]){_LETTER}\s*\}}?\s*(?:\\(?:succ|prec)(?:eq|curlyeq)?(?![a-z])|[≻≽⪰≺≼⪯])\s*\{{?\s*(?:0|\\mathbf\s*\{{?0)"
    rf"|(?<![A-Za-z\\]){_LETTER}\s*\\in\s*\\(?:math\w+|operatorname)\s*\{{?\s*(?:S(?:ym)?|SPD|PSD)\b"
)
"""Signs of a definite matrix, `P \\succ 0`, and of a space of symmetric ones."""
_DENIED = lazily(
    r"\b(?:nicht|kein\w*|non|pas|no|não|не|nie|inte|ikke|niet|not|nor|never)\b[\s\w-]{0,24}\Z"
    r"|\b(?:nothing|nowhere|nobody|nichts|nirgends|rien|nada)\b[^.;]{0,40}\Z|(?:不|未必|并非|不一定|非)[是为為]?\s*\Z",
    re.I,
)
_SYMMETRY_ABROAD = lazily(_SYMMETRIC, re.I)


def is_denied_abroad(text: str, kind: re.Match[str]) -> bool:
    """Do words say that something is not symmetric, `nicht symmetrisch`?

    >>> words = ("eine symmetrische Matrix", "nicht symmetrisch", "une matrice non symétrique", "no covariance")
    >>> [is_denied_abroad(x, m) for x in words for m in IMPLIED.finditer(x)]
    [False, True, True, False]
    """
    named = _SYMMETRY_ABROAD.match(text, kind.start()) is not None
    return named and _DENIED.search(text, max(kind.start() - 40, 0), kind.start()) is not None
