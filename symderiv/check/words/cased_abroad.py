# ruff: noqa: E501
r"""Words of other languages beside a line that may name a case: `falls der Hinge aktiv ist`, `マージン違反のとき`, `对支持向量`.

So do kinds of examples in English, `for support vectors`. What the case is, is not read (`cased`).
"""

from __future__ import annotations

import re

from ...pattern import lazily

_NO_CASE = r"(?!\s+(?:we|one|you|i|wir|man|on|nous|se|мы|(?:utili[sz]|appli[ck]|aplic|usa)\w*)\b)"
_STATE_ABROAD = (
    r"(?:stützvektor\w*|verletz\w*|(?:in)?aktiv\w*|positiv\w*|negativ\w*|(?:falsch|korrekt|richtig) klassifiziert\w*|gesättigt\w*"
    r"|vecteurs? (?:de )?supports?|viol\w+|(?:in)?acti[fv]\w*|positi\w+|négati\w+|mal classé\w*|bien classé\w*"
    r"|vector(?:es)? (?:de )?soporte|inactiv\w+|negativ\w+|mal clasificad\w+|опорн\w+|нарушен\w+|активн\w+|положительн\w+|отрицательн\w+)"
)
_STATE_EAST = (
    r"(?:サポート・?ベクト[ルー]+|正例|負例|正のサンプル|負のサンプル|違反|誤分類|活性|マージン内|支持向量|正样本|负样本|违反|误分类|错分|激活|活跃|间隔内|间隔之内"
    r"|서포트\s*벡터|위반|양성|음성)"
)
BEHIND = lazily(
    rf"\A[\s,;，、；(（]*(?:(?:wenn|falls|sofern|solange|si|lorsqu\w*|quand|cuando|quando|se|если|когда){_NO_CASE}(?![^\W\d_])"
    rf"|(?:for|on|at|für|bei|im fall\w*|pour|para|en|per|для|при|на|в случае)(?: [^\W\d_]+){{0,2}}? (?:support vectors?|(?:(?:margin )?violations?"
    rf"|violated|misclassified|active|inactive|positive|negative)|{_STATE_ABROAD})(?![^\W\d_])"
    r"|[^。．；;.$]{1,28}(?:とき|場合|ならば|경우)"
    rf"|(?:当|當|若|如果|假如)(?!我们|使用|采用|应用|用|把|将)[^。；;$]{{1,28}}|[^。．；;.$]{{0,16}}{_STATE_EAST}[^。．；;.$]{{0,12}}(?=[。．.)）,，]|\Z))",
    re.I,
)
"""Words right behind a line;"""
BEFORE = lazily(
    rf"(?<![^\W\d_])(?:solange|cuando|если|когда){_NO_CASE}(?![^\W\d_])[^.;]*\Z"
    rf"|(?:\A|[.;:,\n(])\s*(?:für|bei|pour|para|per|для|при)(?: [^\W\d_]+){{0,3}}? {_STATE_ABROAD}(?![^\W\d_])[^.;$]*\Z"
    rf"|(?:当|當|若|如果|假如)(?!我们|使用|采用|应用|用|把|将)[^。；$]{{1,28}}\Z|(?:对于?|對於?)[^。；$]{{0,12}}{_STATE_EAST}[^。；$]{{0,16}}\Z"
    r"|경우[^.$]*\Z",
    re.I,
)
"""and before it."""


def may_name_a_case_abroad(before: str, behind: str) -> bool:
    """May the words around a line, in another language, say that it is said of a case?

    >>> may_name_a_case_abroad("", " falls die Marge verletzt ist."), may_name_a_case_abroad("", " für alle $i$.")
    (True, False)
    >>> may_name_a_case_abroad("", "（マージン違反のとき）"), may_name_a_case_abroad("如果我们使用链式法则，", "")
    (True, False)
    """
    return BEFORE.search(before) is not None or BEHIND.match(behind) is not None
