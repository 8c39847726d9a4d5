# ruff: noqa: E501
r"""Does the clause of a condition speak of another case as well, or of all: `For $i = j$ .., and off the diagonal we get`?

What leads from a condition to its display may be any words (`conditional_clause`). But where they name the contrary of
the condition, another case by its number, or all cases, the display may be of these.
"""

from __future__ import annotations

import re

from ..pattern import lazily


def _words(*patterns: str) -> re.Pattern[str]:
    return lazily(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.I)


_DIFFERENT = (
    r"off[ -]?(?:the[ -])?(?:main[ -])?diagonals?|non[ -]?diagonals?|off it|(?:different|differing|distinct|unequal)(?! (?:cases|ways|rules?))|differs?|not (?:the same|equal)",
    r"cross[ -](?:terms?|derivatives?|entries)|(?:lower|upper) triang\w+|(?:wrong|incorrect) class(?:es)?|negative (?:samples?|class(?:es)?|pairs?)|(?:outside|away from|far from) the diagonal",
    r"(?:neben|außer|nicht)-?diagonal\w*|(?:außerhalb|abseits) der (?:haupt)?diagonalen?|verschieden\w*|ungleich\w*|unterschiedlich\w*",
    r"hors (?:de la )?diagonale?|(?:non|extra)[ -]?diagona\w+|distinct[es]*|différent[es]*|fuera de la diagonal|no diagonal\w*|distint[oaie]s?|diferentes?",
    r"fuori (?:dalla |della )?diagonale|divers[ie]|fora da diagonal|вне диагонали|недиагональн\w+|разн(?:ых|ые|ыми)|различн(?:ых|ые|ыми)",
)
DIFFERENT = lazily(
    _words(*_DIFFERENT).pattern
    + r"|非対角|非对角|不等|不同|異な|異なれば|依存しない|비대각|서로\s*다른|다르|같지\s*않",
    re.I,
)
"""Words for two indices that are not the same,"""
ALIKE = lazily(
    _words(
        r"(?:main )?diagonals?|same (?:index|indices|class(?:es)?|word|unit|logit)|(?:equal|identical) (?:index|indices|class(?:es)?)|own (?:terms?|derivatives?|class(?:es)?)",
        r"(?:haupt)?diagonal\w*|gleiche[nr]? (?:indi|klass)\w*|diagona(?:l|le|les|ux|li|is)|диагонал\w+",
    ).pattern
    + r"|(?<!非)[对対]角|相等|(?<!비)대각",
    re.I,
)
"""and for those that are."""
_LAST = _words(
    r"(?:very )?(?:last|final|terminal) (?:time[ -]?)?(?:step|layer)|output(?: layer| units?| neurons?)?|last|final|base case|start",
    r"letzte[mnrs]?(?: (?:zeit)?schritt\w*| schicht)?|ausgabeschicht|anfang|derni(?:er|ère)(?: (?:pas|couche))?|couche de sortie|départ|últim[oa](?: (?:paso|capa|passo|camada))?|inicio|ultim[oa](?: (?:passo|strato))?|последн\w+(?: (?:шаг\w*|сло\w+))?",
)
LAST = lazily(
    _LAST.pattern + r"|最后(?:一步|一层|时刻)|输出层|出力層|最終(?:時刻|層)|初期条件|起点|마지막|출력층", re.I
)
"""Words for the end that `t = T` is,"""
LAST_STEP = lazily(
    r"(?<![^\W_])(?:last|final|terminal) (?:time[ -]?)?(?:step|layer)|output layer|letzte[mnrs]? (?:(?:zeit)?schritt|schicht)"
    r"|ausgabeschicht|derni(?:er|ère) (?:pas|couche)|couche de sortie|últim[oa] (?:paso|capa|passo|camada)|ultimo (?:passo|strato)"
    r"|последн\w+ (?:шаг|сло)|最后(?:一步|一层|时刻)|输出层|出力層|最終(?:時刻|層)|마지막 (?:단계|층)|출력층",
    re.I,
)
"""The same where no other words say so,"""
BEFORE_IT = lazily(
    _words(
        r"hidden(?: layers?| units?)?|(?:previous|earlier|remaining|other) (?:time[ -]?)?(?:steps?|layers?|ones)|recurr\w+|recursi\w+|others",
        r"rekursion|verborgene\w*|versteckte\w*|frühere\w*|récurrence|couches? cachées?|recursión|capas? ocultas?",
    ).pattern
    + r"|漸化式|递推|隠れ層|中間層|隐藏层|은닉층",
    re.I,
)
"""and for what is before it."""
_NOT = lazily(
    r"\b(?:not|no|nicht|pas|non|but|except|before|until|unlike|sauf|avant|antes|vor|außer)\b(?: [^\W\d_]+){0,3} ?\Z|(?:以外|ではな)",
    re.I,
)
_TO_THE = r"(?:for|at|in|on|and|then|with|au|à la|al|am|im|en el|en la|no|na|na|und|et|y|e|и|на)(?: (?:the|der|die|den|dem|le|la|el|il|o|a))? "
_THEN = lazily(
    rf"(?:\b(?:then|and|so|und|et|y|e|dann|puis)(?: for)?(?: (?:the|die|les|las))? |[，、]){BEFORE_IT.pattern}", re.I
)
_BUT = lazily(rf"(?:\b{_TO_THE}|[，、])(?:{LAST_STEP.pattern})", re.I)
_AS_LAST = lazily(rf"\s*\$?\s*(?:as|als|comme|como|come) (?:[^\W\d_]+ )?{LAST_STEP.pattern}", re.I)
_UP_TO = lazily(rf"\b(?:up to|bis(?: zum)?|jusqu['’]\w+|hasta|fino)(?: \w+)? {_LAST.pattern}", re.I)
_CASE = r"(?:cases?|parts?|kinds?|fall|fälle[n]?|cas|casos?|casi|случа\w+|situations?)"
OTHER_CASE = _words(
    rf"(?:second|third|other|both|two|either|remaining|zweite[nrs]?|beiden?|deux(?:ième)?|second|dos|segund[oa]|ambos|entrambi(?: i)?|second[oa]|due|dois|обо?их|втор\w+) (?:other )?{_CASE}",
    r"(?:in|for) the (?:second|other|third)(?=\W*\Z)|(?:for|in|of|hence|so|fact for) both(?! (?:terms|factors|the))|(?:if|when) not|remaining (?:ones|entries|elements)|(?:any|every) pair(?! (?:with|of))",
)
"""Words behind a condition for the next case, or both."""
_THING = r"(?:jacobian|derivatives?|matrix|formula|gradient|expression|results?|jacobi\w*|jacobienne|jacobiana)"
ALL = lazily(
    _words(
        rf"(?:full|whole|complete|entire|unified|final) (?:[^\W\d_]+ )?{_THING}|combined|combining|(?:all )?together|altogether|whatever|regardless|irrespective|no matter|matter what",
        "in the identity",
        r"(?:so|thus|hence|therefore)(?: that)?(?: for)? the (?:jacobian|matrix)|free ind\w+|ind\w+ (?:is |are )?free|for two indices|know the ind\w+|zusammen(?:gefasst)?",
    ).pattern
    + r"|どちら|いずれ|残り|デルタを|(?:倣|なら)って|次いで|結果を(?:用|使|利用)|含まれ|合起来|两种情|두\s*경우|모두|델타|결과를",
    re.I,
)
"""Words of a clause for all cases."""
GENERAL = _words("(?:in )?general(?:ly)?|allgemein(?:e[nrs]?)?|général(?:e|ement)?|generale?s?")
"""Words for what is said of all."""
DELTA = _words(
    r"(?:with|using|through|by|which|mit|con|avec|com|usando) (?:the|an?|dem|la|le|l['’]|una?|o|el) ?(?:kronecker )?(?:delta|indicator|indicatrice|kronecker)\w*"
)
"""Words by which what is 1 in one case stands for both."""
_WHOLE = lazily(
    _words(
        r"full|whole|complete|entire|both(?! ind)|all(?! other)|two (?:cases|kinds|parts|terms|entries)|ganze[nrs]?|gesamt\w*|beide[nr]?|alle[nr]?|deux|complète|tou[ts]e?s?|complet[oa]|ambos|ambas|todos|todas|entrambi|tutti|всех?|complementary|converse|counterpart"
    ).pattern
    + r"|全|すべて|所有|모든",
    re.I,
)
"""The same outside of parentheses that name the condition."""
_ORDINAL = lazily(
    r"(?<![^\W_])(?:case|step|part|fall|teil|schritt|cas|étape|caso|paso|passo|случай|шаг)\s*[(（]?([1-9]|[a-d]|one|two|three|i{1,3})(?![^\W_])"
    r"|(?:情况|情形|步骤|경우|ケース|場合)\s*([1-9]|[一二三])"
    r"|(?<![^\W_])(first|second|third|erste[nrs]?|zweite[nrs]?|premi[eè]re?|deuxième|primer[oa]?|segund[oa]) (?:case|part|step|kind|fall|teil|cas|caso)",
    re.I,
)
"""The number of a case,"""
_STEP = lazily(r"step|part|kind|schritt|teil|étape|paso|passo|шаг|步骤", re.I)
_BARE = lazily(r"(?<![^\W_])(first|second|third|one|two|erste[rs]?|zweite[rs]?)(?![^\W_])", re.I)
"""and such a number in parentheses."""
_NUMBERS: dict[str, int | str] = {
    **dict.fromkeys(("1", "a", "one", "i", "一", "first", "ers", "pri", "pre"), 1),
    **dict.fromkeys(("2", "b", "two", "ii", "二", "second", "zwe", "deu", "seg"), 2),
}


def another_case(head: str, until: str, equal: bool | None = None) -> str:
    """Words around a condition by which its display may be of another case, or of all; "" where there are none.

    `head`: the sentence in front of it, `until`: the text behind it; `equal`: whether it says that two are the same
    (None where that is not known).

    >>> another_case("For ", " we have the diagonal, and the off-diagonal:", True), another_case("Case 2 (case 1: ", "):")
    ('off-diagonal', 'case 1')
    >>> another_case("If ", ", there is one more term, so in both cases we get"), another_case("Case 1 (", "):", True)
    ('in both', '')
    """
    inside, outside = "", f"{head} {until}"
    opened = re.search(r"[(（\[]([^()（）\[\]]*)\Z", head)
    if opened:
        closed = [*re.split(r"[)）\]]", until, maxsplit=1), ""]
        inside, outside = f"{opened[1]} {closed[0]}", f"{head[: opened.start()]} {closed[1]}"
    found = (
        OTHER_CASE.search(until)
        or ALL.search(until)
        or DELTA.search(f"{head} {until}")
        or _contrary(f"{outside} {inside}", equal)
        or _other_end(head, until, equal)
    )
    if not found and opened:
        found = _WHOLE.search(head[: opened.start()]) or _two_ends(inside, outside)
    if found:
        return found[0].strip()
    return _two_numbers(outside, inside)


def _contrary(text: str, equal: bool | None) -> re.Match[str] | None:
    """Words for indices that are, or are not, the same, where the condition says the contrary."""
    different = _said(DIFFERENT, text)
    alike = _said(ALIKE, DIFFERENT.sub(" ", text))
    if equal is None:
        return different if alike else None
    return different if equal else alike


def _other_end(head: str, until: str, equal: bool | None) -> re.Match[str] | None:
    """The same for the end of a range and what is before it."""
    if equal:
        return (
            _AS_LAST.match(until)
            or _THEN.search(until)
            or _UP_TO.search(head)
            or (_said(LAST, until) and _said(BEFORE_IT, until))
        )
    if equal is None:
        return None
    return _said(LAST_STEP, head) or _BUT.search(until)


def _two_ends(inside: str, outside: str) -> re.Match[str] | None:
    for one, other in ((LAST, BEFORE_IT), (BEFORE_IT, LAST)):
        if _said(one, outside) and (found := _said(other, inside)):
            return found
    return None


def _said(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first such words that nothing denies."""
    return next((m for m in pattern.finditer(text) if not _NOT.search(text[: m.start()])), None)


def _two_numbers(outside: str, inside: str) -> str:
    """Another case than that which is named first, by its number."""
    found = [m for text in (outside, inside) for m in _ORDINAL.finditer(text)]
    if found and inside:
        found += _BARE.finditer(inside)
    numbers = [_number(next(x for x in m.groups() if x)) for m in found]
    return next((m[0] for m, n in zip(found, numbers, strict=True) if n != numbers[0]), "")


def numbers_said(text: str) -> list[tuple[str, int | str]]:
    """The numbers of cases in a text, each as typed; none of steps and parts.

    >>> numbers_said("Case 2 and the first case"), numbers_said("Step 2")
    ([('Case 2', 2), ('first case', 1)], [])
    """
    found = (m for m in _ORDINAL.finditer(text) if not _STEP.search(m[0]))
    return [(m[0], _number(next(x for x in m.groups() if x))) for m in found]


def _number(word: str) -> int | str:
    word = word.lower()
    return _NUMBERS.get(word, _NUMBERS.get(word[:3], word))
