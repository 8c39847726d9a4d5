r"""Errors that words call zero at the step behind the last one: `All the deltas at time $T+1$ are zero`.

No network has such entries, so derivatives, and names for them, are 0 beyond their range (`resolve.beyond`). Values
have no entries there, whatever is said of all that has that index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...document.blocks import Display
from ...latex.hedged import is_hedged
from ...pattern import lazily

_ERRORS = (
    r"(?:deltas?|errors?(?:[\s-]+(?:signals?|terms?|vectors?))?|(?:partial\s+)?derivatives?|gradients?|adjoints?"
    r"|sensitivit(?:y|ies)|\$\\delta\$(?:['’\s-]*s)?(?:[\s-]+terms?)?)"
)
BEFORE = lazily(
    rf"(?:\b(?:all|the|both|every|any|these|our|that|and|where|with)\s+(?:(?:the|of|these|other|such)\s+)*{_ERRORS}"
    r"|\b(?:everything|anything|all(?:\s+that\s+(?:has|carries))?)(?:\s+(?:else|here))?"
    rf"|(?:\A|[.;:(\n])\s*{_ERRORS})\s+"
    r"(?:at|with|for|in|of|from|beyond)\s+(?:(?:the|an?|any)\s+)?"
    r"(?:(?:time[\s-]*steps?|time[\s-]*ind(?:ex|ices)|times?|steps?|superscripts?|subscripts?|ind(?:ex|ices)|frames?|layers?)\s+)?\Z"
    r"|(?:時刻|ステップ|添字|时刻|时间步?|第|시각|시점|시간|스텝|타임스텝|단계)\s*\Z"
    r"|(?:\A|[.;:。；：，(\n])\s*(?:(?:其中|这里|記|规定|约定|그리고|여기서|단|또한),?\s*)?[在于]?\s*\Z",
    re.I,
)
"""Words before the step: what is zero, and that it is at that step;"""
STEP = lazily(r"(?:[a-z]\s*=\s*)?[A-Z]\s*\+\s*1")
"""the step;"""
BEHIND = lazily(
    r"\s*,?\s*(?:(?:are|is)\s+(?:all\s+|then\s+|always\s+|by\s+(?:definition|convention)\s+)*"
    r"(?:(?:defined|taken|set|assumed|understood|initiali[sz]ed|put|equal)\s+(?:to\s+be|as|to|equal\s+to)?\s*)?"
    r"(?:identically\s+)?(?:zero|\$?\s*(?:0|\\mathbf\s*\{?0\}?)\s*\$?)|vanish(?:es)?)(?:\s+vectors?)?\s*(?=[.,;:)]|\Z|\n|and\b|so\b)"
    r"|\s*(?:における|での|の)\s*(?:すべての|全ての)?\s*(?:誤差|勾配|微分|デルタ|\$\\delta\$)(?:項)?\s*は\s*(?:すべて|全て)?\s*"
    r"\$?\s*(?:0|０|ゼロ|零)\s*\$?\s*(?:とする|とおく|である|です)"
    r"|\s*(?:번째\s*)?(?:(?:시점|시각|시간|스텝|타임\s?스텝|단계)\s*)?(?:에서의|에서|에서는|의)\s*(?:(?:모든|전체)\s*)?"
    r"(?:오차|오류|그래디언트|그라디언트|기울기|경사|편?미분|델타|\$\\delta\$)\s*(?:항|신호|값)?들?\s*(?:는|은|이|가)\s*"
    r"(?:(?:모두|전부|다|항상)\s*)?(?:\$\s*0\s*\$|0|영)\s*(?:이다|입니다|이라고?\s*(?:하자|한다|둔다|정의한다|가정한다)"
    r"|으?로\s*(?:둔다|두자|놓는다|놓자|한다|하자|정의한다|가정한다|잡는다|설정한다|초기화한다))\s*(?=[.,;)]|\Z|\n)"
    r"|\s*(?:时刻|时间步|时间|时|步|处)?\s*(?:上|处)?的?\s*(?:所有|全部)?的?\s*(?:误差|梯度|偏?导数|\$\\delta\$)(?:项|信号)?\s*"
    r"(?:都|均|全|全部|恒)?\s*(?:[为是取]|等于|设为|定义为|取为|视为|规定为|初始化为|记为|置为)\s*(?:\$\s*0\s*\$|0|零)\s*(?=[.,;)。，；）]|\Z|\n)",
    re.I,
)
"""and words behind it."""
CASE = lazily(
    r"\b(?:if|when|whenever|unless|provided|suppos\w+|once|until|whether|not|never|would|were)\b"
    r"|如果|若|假如|假设|并非|不是|当|만약|만일|라면|(?<![가-힣])단,|경우|아니|않|もし|場合|ではな",
    re.I,
)
"""Words in front by which it is so in a case only."""


def errors_end(displays: Iterable[Display]) -> bool:
    """Do words call all errors zero at the step behind the last one?"""
    return any(_says_so(d) for d in displays if d.inline and STEP.fullmatch(d.latex.strip()))


def _says_so(d: Display) -> bool:
    led = BEFORE.search(d.before)
    if led is None or BEHIND.match(d.after) is None:
        return False
    sentence = re.split(r"[.;。](?=\s|\Z)", d.before)[-1]
    return CASE.search(sentence) is None and not is_hedged(d.before, d.after)
