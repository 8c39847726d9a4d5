r"""What words say that signs say too: ranges, `from $1$ to $T$`, and letters that are equal or differ.

They are put in the place of the words before formulas are looked for; every other position of the text stays.
"""

from __future__ import annotations

import re

from ..pattern import lazily

FROM_TO = lazily(
    r"\$(?P<letter>\\?[A-Za-z]+)\$ (?:(?:runs|running|ranges|ranging|goes|going) )?from \$(?P<first>[^$=\n]{1,30})\$"
    r" (?:down |up )?to \$(?:(?P=letter) ?= ?)?(?P<last>[^$=\n]{1,30})\$"
    r"|\$(?P<start>(?P<name>\\?[A-Za-z]+) ?= ?[^$=,\n]{1,30})\$ (?:down |up )?to "
    r"\$(?:(?P=name) ?= ?)?(?P<end>[^$=,\n]{1,30})\$"
)
"""`$t$ from $T-1$ down to $1$`, `$l = L-1$ down to $1$`."""


def ranges_in_words(text: str) -> str:
    """The text with ranges that words state as formulas, every other position kept.

    >>> ranges_in_words("For $l = L-1$ down to $1$ we have")
    'For $l = L-1,…,1        $ we have'
    """

    def formula(m: re.Match[str]) -> str:
        start = m["start"] or f"{m['letter']} = {m['first']}"
        return f"${start},…,{m['last'] or m['end']}".ljust(len(m[0]) - 1) + "$"

    return FROM_TO.sub(formula, text)


_LETTER = r"\$(?P<{0}>[A-Za-z]'*)\$"
_SAME = r"(?:equals|is (?:equal|identical) to|coincides with|is the same as)"
_OTHER = (
    r"(?:does not equal|is (?:not equal|unequal) to|differs from|is (?:different|distinct) from|does not coincide with)"
)
_WHEN = r"\b(?:if|when|whenever|where|case|for|suppose|assume|that|case\s*\w{0,3}\s*[:.)])\s+"
EQUAL = lazily(
    rf"(?P<when>{_WHEN}){_LETTER.format('a')} (?:(?P<same>{_SAME})|{_OTHER}) {_LETTER.format('b')}"
    rf"|(?P<when_both>{_WHEN}){_LETTER.format('one')} and {_LETTER.format('two')} "
    r"(?:(?P<both>are equal|are the same|coincide|agree)|differ|are (?:different|distinct|unequal|not equal))(?![\w-])"
    rf"|(?P<when_not>\b(?:if|when|whenever|where|case|for)\s+){_LETTER.format('this')} (?:is not|isn['’]t) "
    rf"{_LETTER.format('that')}",
    re.I,
)
"""Words between two letters that say what a sign does: `When $j$ equals $k$`, `if $j$ and $k$ differ`."""
SAYING = ("equal", "identical", "coincide", "same", "differ", "distinct", "agree", "$ is not $", "$ isn")
"""One of these stands in all such words."""
EQUAL_JA = lazily(
    rf"{_LETTER.format('a')}\s?[とがはも]\s?{_LETTER.format('b')}\s?[がはとに](?:は)?\s?"
    r"(?:(?P<same>等しい|一致する|同じ(?:である)?)|異なる|等しくない|一致しない|違う)(?=(?:とき|時|場合|ならば|なら))"
)
"""`$j$ と $k$ が等しいとき`."""


_NEGATION = r"(?P<no>nicht|niet|n[’']est pas|ne vaut pas|non|no|não|не|nie)"
EQUAL_ABROAD = lazily(
    r"(?P<when>\b(?:unless|wenn|falls|sofern|si|se|если|при|jeśli|als|indien|tenzij|lorsque|quand|cuando|quando)\s+)"
    rf"{_LETTER.format('a')}\s(?:ist\s)?"
    rf"(?:{_NEGATION.replace('<no>', '<alone>')}(?=\s+\$)"
    rf"|(?:{_NEGATION}\s+)?(?P<same>equals|is equal to|gleich|(?:(?:est|es|é|è|jest)\s)?(?:égal(?:e)? à|igual a"
    r"|uguale a|równ[eay]|равн[оа])|gelijk (?:is )?aan)|(?:(?:est|es|é|è)\s)?(?:ungleich|verschieden von|différente? de"
    rf"|distint[oa] de|diferente de|divers[oa] da|ongelijk aan))\s+{_LETTER.format('b')}",
    re.I,
)
"""`Sofern $i$ nicht gleich $j$ ist`."""


NO_SUCH_SET = lazily(
    r"\$(?P<set>[A-Z][^$=<>{}\\]{0,12}|\\[A-Za-z]+\s*\{[^$={}]{1,12}\}[^$={}]{0,6})\$"
    r"(?: (?:is(?: not|n[’']t)|ist nicht|n[’']est pas|no es|non è|não é|не)(?: equal to| gleich| égale? à)?"
    r"(?: (?:the|die|el|il|o)| l[’'])?(?: ?(?:set|Menge|ensemble|conjunto|insieme))? "
    r"| (?:differs from|is different from) )"
    r"\$(?P<list>\\\{[^$]{1,60}\\\})\$"
    r"|\$(?P<set_ja>[A-Z][^$=<>]{0,12})\$ ?(?:は|不是|不等于) ?\$(?P<list_ja>\\\{[^$]{1,60}\\\})\$"
    r"(?P<end> ?(?:ではない|でない|と異なる|とは異なる))?",
)
"""`$S$ is not $\\{1, 2\\}$`."""


def _no_such_set(m: re.Match[str]) -> str:
    """What words say of a set and a list, by the sign; what does not deny it stays."""
    if m["set"]:
        return f"${m['set']} \\ne {m['list']}$".ljust(len(m[0]))
    denied = m["end"] or "不" in m[0]
    return f"${m['set_ja']}\\ne{m['list_ja']}$".ljust(len(m[0])) if denied else m[0]


def equalities_in_words(text: str) -> str:
    r"""The text with what words say of two letters as formulas, every other position kept.

    >>> equalities_in_words("When $j$ equals $k$, so"), equalities_in_words("$j$ と $k$ が異なる場合")
    ('When $j = k$       , so', '$j \\ne k$の    場合')
    """

    def formula(m: re.Match[str]) -> str:
        lead = m["when"] or m["when_both"] or m["when_not"] or ""
        a, b = m["a"] or m["one"] or m["this"], m["b"] or m["two"] or m["that"]
        sign = "=" if m["same"] or m["both"] else r"\ne"
        return f"{lead}${a} {sign} {b}$".ljust(len(m[0]))

    def formula_ja(m: re.Match[str]) -> str:
        sign = "=" if m["same"] else r"\ne"
        return f"${m['a']} {sign} {m['b']}$の".ljust(len(m[0]))

    def formula_abroad(m: re.Match[str]) -> str:
        sign = "=" if m["same"] and not m["no"] else r"\ne"
        return f"{m['when']}${m['a']} {sign} {m['b']}$".ljust(len(m[0]))

    lowered = text.lower()
    if any(word in lowered for word in SAYING):
        text = EQUAL.sub(formula, text)
    if r"$\{" in text:
        text = NO_SUCH_SET.sub(_no_such_set, text)
    return EQUAL_ABROAD.sub(formula_abroad, EQUAL_JA.sub(formula_ja, text))
