r"""Cases in front of values in Japanese and Chinese: `評価したとき $r_{ij} = 1$、未評価のとき $r_{ij} = 0$`.

The words of a case name people and things, no numbers: of what is compared with others a value may be computed, as the
step that `$z_i$ が正のとき $m_i = 1$、負のとき $m_i = 0$` defines.
"""

from __future__ import annotations

from ....latex.joining import IF_IN_FRONT
from ....pattern import lazily

IF_JAPANESE = lazily(rf"[^\W\d_$]{IF_IN_FRONT}[、，]?\s*\Z")
"""Words in front of a value that say when it is one, `良ければ $y_i = 0$、悪ければ $y_i = 1$`;"""
COMMAS = "、，。．;；"
_COMMA = rf"[{COMMAS}]"
STARTS = lazily(rf"\A|{_COMMA}")
WHEN = lazily(
    rf"(?:\A|{_COMMA})(?P<case>[^{COMMAS}]*(?:[たるいな]|[^\W\d_]の)(?:とき|時|場合)(?:は|に|には)?)[、，]?\s*\Z"
    rf"|(?:\A|{_COMMA})\s*(?:如果|若|当|當)(?P<clause>[^{COMMAS}]+)[，,]?\s*[则則]?\s*\Z"
    rf"|(?:\A|,|{_COMMA})\s*(?:否则|否則)\s*\Z"
)
"""the same with a noun for time or case, `若已评分，则 $r_{ij} = 1$，否则 $r_{ij} = 0$`,"""
OF_NUMBERS = lazily(
    r"\A\s*の?(?:とき|時|場合)|\A\s*の?である|\$\s*(?:の(?:とき|時|場合)|である|と(?:なる|なった)|を満た|が成り立)"
    r"|正の|負の|[がは](?:正(?!解)|負(?!例))|以上|以下|未満|超え|大き|小さ|ゼロ|零|[0-9０-９]|活性|等し|一致|異な|最大|最小"
    r"|大于|小于|等于|不等|为正|为负|激活|满足|成立|相同|不同"
)
"""if it is none of numbers."""
FORMULA = lazily(r"\$[^$]*\$")
RELATED = lazily(r"[=<>]|\\(?:ne|neq|le|leq|ge|geq|in|notin)\b")
DOLLAR = lazily(r"\$\s*\Z")
FIRST = lazily(r"\$[^$]*=\s*[-−]?\d+\s*\$\s*[、，,；;]?\s*\Z")
"""A value with its sign, behind which the next case begins."""


def is_of_a_case(before: str) -> bool:
    """Is a value that of a case that the words before it tell, without numbers?

    >>> is_of_a_case("ユーザ $u$ が商品 $i$ を評価したとき $"), is_of_a_case("若已评分，则 $")
    (True, True)
    >>> is_of_a_case("$z_i$ が正のとき $"), is_of_a_case("$x_i > 0$ のとき $"), is_of_a_case("ここで $")
    (False, False, False)
    """
    return _begins(before) is not None


def without_cases_in_front(before: str) -> str:
    """The words before a value without those of its case, and of cases with values before it.

    >>> without_cases_in_front("ここで、合格したとき $t_i = 1$、不合格のとき $"), without_cases_in_front("ここで $")
    ('ここで、', 'ここで $')
    """
    while (at := _begins(before)) is not None:
        before = before[:at]
        first = FIRST.search(before)
        before = before[: first.start()] if first is not None else before
    return before


def _begins(before: str) -> int | None:
    """Where the words of such a case begin."""
    before = DOLLAR.sub("", before)
    if IF_JAPANESE.search(before):
        return max(x.end() for x in STARTS.finditer(before.rstrip(" 、，")))
    found = WHEN.search(before)
    if found is None:
        return None
    case = found["case"] or found["clause"] or ""
    numbers = OF_NUMBERS.search(case) or OF_NUMBERS.search(FORMULA.sub(" ", case))
    told = numbers is None and not any(map(RELATED.search, FORMULA.findall(case)))
    return (found.start() + (found[0][:1] in COMMAS)) if told else None


__all__ = ["IF_JAPANESE", "is_of_a_case", "without_cases_in_front"]
