r"""Words beside an equation that change what it says: `= 2 x_i \text{ plus three}`, `\text{ up to a factor}`, `3 倍`.

Words are prose, and prose is skipped. Where it adds, multiplies, takes back a part of what is claimed, or denies it,
the claim is another one than the formula's, and is not read. Words that explain (`constant multiple rule`, `the factor
2 cancels`, `up to time T`) are left alone.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .altered_abroad import averages_abroad, scales_abroad, sums_abroad
from .denials import ALTERNATIVES, FEW, denies, weakens
from .restricting import EXCEPTING

NUMBER = r"(?:\d|\$|\\\(|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|minus)\b)"
COUNTED = rf"(?:{NUMBER}|(?:an?|some|the|something)\b|const)"
EXPLAINING = lazily(
    r"\brules?\b|\bcancel|\bcom(?:es?|ing) from\b|\bfactor(?:ed|ing)?(?: \S+){0,2} out\b|\bin front\b|\bdepends?\b"
    r"|定数倍の(?:微分|公式|法則|性質|規則)",
    re.I,
)
"""What is said of a factor or a constant in a reason."""
STARTING = lazily(
    r"[\s,;:(\[~–—-]*(?:(?:and|then|but|all|this|everything|which is|is)\s+)*"
    r"(?:plus|minus|times|divided|multiplied|added|subtracted|squared|cubed|doubled|halved|negated|inverted"
    r"|increased|decreased|scaled|summed|averaged)\b(?! rule)",
    re.I,
)
"""Arithmetic with which words begin goes on with the formula before them."""
COUNTING = lazily(
    rf"\b(?:plus|minus|times|divided by|multiplied (?:by|with)|scaled by)\s+{COUNTED}|\bover\s+{NUMBER}"
    rf"|\b(?:add(?:ed|ing)?|subtract(?:ed|ing)?|less)\s+{NUMBER}"
    r"|\b(?:(?:multiplied|divided|scaled) (?:by|with)|plus|minus|times|without|together with)\s*(?:\}|\$)"
    r"|[2-9二三]\s*乗(?!誤差|和|損失|の微分|ノルム|平均)"
    r"|[+×·*/]\s*(?:\d|const)",
    re.I,
)
PARTLY = lazily(
    r"\b(?:missing|constant|some|additional|extra|overall|common|numeric\w*)\s+(?:\w+\s+)?factors?\b"
    rf"|\bfactors?\s+(?:of\s+)?{NUMBER}"
    r"|\b(?:except|apart from|aside from|but for|save for)\b.*\b(?:sign|scal\w*|terms?|order|factors?|constants?)\b",
    re.I,
)
"""What may be missing, unless a reason speaks of it."""
HEDGED = lazily(
    r"\bapprox|\broughly\b|\bmodulo\b|\bnearly\b|\balmost\b(?!\s+(?:everywhere|surely|all))|\bproportional\b"
    r"|\bto (?:first|second|leading|lowest) order\b|\b(?:ignor|neglect|omit|disregard)\w*"
    r"|\bup to\b(?!\s+(?:and including\b|(?:the )?(?:current |last |final |present )?(?:time|layer|step|index|node"
    r"|position|here|now|there|then|this)\b|\$|(?!a\b)[A-Za-z]\b|\Z))"
    rf"|\b{ALTERNATIVES}"
    r"|符号を(?:変え|反転)|またはその逆"
    r"|倍|近似|(?<![制要契規縮節予簡集誓])約(?![分束])|(?:を)?除いて|を除き|を(?:足|引|加え|掛|かけ|乗じ|減じ)|で割|比例|おおよそ|ほぼ",
    re.I,
)
_OTHER_NUMBERS = (
    r"(?:ein(?:s|halb)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|six|sept|huit"
    r"|neuf|dix|dos"
    r"|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dois|duas"
    r"|três|quatro"
    r"|oito|dez|twee|drie|vijf|un|une|uno|una|um|uma|een|\d+)"
)
OTHER_TONGUES = lazily(
    rf"\b(?:mal|hoch|fois|por|per|veces|vezes|volte|keer|plus|minus|moins|menos|meno|más|mais|più|durch|par"
    rf"|entre)\s+{_OTHER_NUMBERS}\b"
    rf"|\b{_OTHER_NUMBERS}\s*(?:mal|fois|veces|vezes|volte|keer)\b|\b(?:moins|menos|meno)\s*\Z"
    r"|\b(?:au carré|au cube|al cuadrado|al cubo|al quadrato|ao quadrado|zum Quadrat|im Quadrat|doppelt"
    r"|das Doppelte|le double"
    r"|la moitié|die Hälfte|el doble|la mitad|il doppio|la metà|o dobro|a metade)\b"
    r"|\b(?:nicht (?:gleich|wahr|richtig|korrekt)|nicht\s*\Z|n[’']est pas|non è|no es|não é|proportional zu"
    r"|ungefähr|environ"
    r"|aproximadamente|circa)\b"
    r"|[乘除]以|加上|[减減]去|平方(?!根)|立方|[一二三四五六七八九十\d]倍|一半|[约約]等于|不等于|不成立|不是|곱하기|나누기|더하기|빼기|제곱|아니",
    re.I,
)
"""The same in other languages, as far as numbers and signs go."""
DENIED = lazily(
    r"\b(?:not|never)\s*(?:=|\Z|(?:equal|true|correct|right|hold|valid|so)\b)|\b(?:is|are|does|do)(?: not|n't)\W*\Z"
    r"|\b(?:does|do)(?: not|n't) hold|\bfails?\b(?! to)|\b(?:wrong|false|incorrect|mistaken|untrue)\b(?!ly)"
    r"|では(?:ない|なく)|でない|と(?:は)?(?:異な|等しくな)|成り立たな|成立しな|誤り(?!率)|間違",
    re.I,
)
"""What is said not to hold."""
CHANGED = lazily(
    r"\A\W*(?:twice|half|double|triple|thrice|halved|(?:the )?negative|the inverse)"
    r"(?:\W*\Z| (?:of )?(?:this|that|it|the (?:above|value|result|sum))\b| of\W*\Z)"
    r"|\(\s*(?:twice|half|doubled?|tripled?)\s*\)|\b(?:opposite|other|wrong|reversed?|flipped) sign\b"
    r"|\b(?:dropp?|forget|forgot|skipp?|lack|lost?)\w* (?:an? |the )?(?:factor\b|sign\b|\$|\d|minus|constant)"
    r"|半分|符号(?:が|は)?(?:逆|反対)",
    re.I,
)
COMMAND = lazily(r"\A\s*\\[A-Za-z]+\s*\{")
"""`\\text{` before the words."""


_ELSE = r"(?:else|otherwise|sonst|andernfalls|sinon|autrement|en otro caso|de lo contrario|altrimenti|caso contrário)"
ELSEWHERE = lazily(
    rf"\b{_ELSE}\b[\W_]*(?:\w+\s+){{0,4}}(?:0\b|zero|nulle?\b|cero|nulla)"
    rf"|\b(?:0|zero|nulle?|cero|nulla)\b\W*(?:text\W*|mbox\W*)?\b{_ELSE}\b"
    r"|(?:それ以外|その他|他)(?:は|では|の(?:とき|場合)は?)[\s、,]*(?:[0０]|ゼロ|零)|(?:否[则則]|其他|其它)[^。]{0,4}(?:0|零)"
    r"|(?:그 외|아니면)[^.]{0,6}(?:0|영)",
    re.I,
)
"""What holds where the condition of the equation does not."""


def excepts(words: str) -> bool:
    r"""Do words turn round the condition behind them?

    >>> excepts("unless "), excepts("sauf si $i = j$"), excepts("if ")
    (True, True, False)
    """
    return EXCEPTING.search(COMMAND.sub("", words)) is not None


def changes_meaning(words: str, excepting: bool = False) -> bool:
    """Do words beside an equation say more, or less, than the equation?

    `excepting`: they may turn round the condition behind them.

    >>> [changes_meaning(w) for w in ("plus three", "up to a factor of three", "roughly", "の 3 倍")]
    [True, True, True, True]
    >>> [changes_meaning(w) for w in ("(chain rule)", "for t up to T", "the factor 2 cancels", "as $x$ is constant")]
    [False, False, False, False]
    """
    words = COMMAND.sub("", words)
    if (
        (EXCEPTING.search(words) and not excepting)
        or OTHER_TONGUES.search(words)
        or (words.strip("? ") and denies("", f" {words}"))
        or weakens("", f" {words}$")
        or any(alters(f" {words}") for alters in (scales_abroad, sums_abroad, averages_abroad))
        or FEW.search(words)
    ):
        return True
    if ELSEWHERE.search(words.replace("}", " ").replace("$", " ")):
        return True
    if STARTING.match(words) or COUNTING.search(words) or DENIED.search(words) or CHANGED.search(words):
        return True
    if HEDGED.search(EXPLAINING.sub(" ", words)):
        return True
    return PARTLY.search(words) is not None and EXPLAINING.search(words) is None
