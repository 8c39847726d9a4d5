r"""Equations in sentences that neither define nor claim: `we want $t = y$`, `at convergence $t = y$`, `for $t = y$`.

The names stand further up. A wish is no more than that, and what holds at some point is a condition of the line beside.
Nor does a number that tells which things are counted or gathered, `the number of $n$ with $z_{nk} = 1$`,
or says where there is no derivative, `$|w|$ has none at $w = 0$`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ...latex.clauses import FORMULA, STOP
from ...latex.grouping import Beat, Group
from ...latex.joining import IF, IF_IN_FRONT
from ...latex.tree import Derivative, Nabla, Name, of_kind
from ...pattern import lazily
from ..stated import Beside, Stated, names_of, names_of_left, shown

WISH = lazily(
    r"(?:\b(?:wants?|wish(?:es)?|hopes?|would like|aims?|trying|tr(?:y|ies)|desires?|goal|should|ought to|ideal(?:ly)?"
    r"|perfect\w*|in order to|so as to|ensures?|enforces?|until|closer? to|push\w*|pull\w*|driv\w+|forc\w+)\b"
    r"|理想|目標)[^.;:。$]{0,60}\Z",
    re.I,
)
"""Words before what is only wished for."""
WISHED = lazily(
    r"\s*(?:に近づけ|となるように|になるように|としたい|にしたい|になってほしい|(?:と|に)なることが(?:理想|目標|望ましい))"
)
"""Words behind it."""
RIGHT_BEHIND = lazily(rf"\s*[,，]?\s*(?:[(（]|{IF})?\s*", re.I)
"""Between a line and a condition that is surely its own."""
FOR = lazily(r"\bfor\W*\Z", re.I)
"""Words before two names that are equal in a case."""
AT_A_POINT = lazily(
    r"(?:\bwhere(?:ver)? (?:we have|it holds that)"
    r"|\bat (?:an? |the |its |our |this )?(?:[a-z]+ )?"
    r"(?:optim\w+|minim\w+|maxim\w+|convergence|equilibrium|solution|point|end)"
    r"|(?:最適解|最小点|収束後?|収束時|平衡点)(?:では|において|で|に)(?:は)?)"
    r"[\s,、]*(?:we have|one has|it holds that)?[\s,、]*\Z",
    re.I,
)
"""Words before what holds in one place."""
IN_CASE = lazily(
    r"\b(?:if|when|whenever|unless|were|had)\b(?:(?! then\b)[^.;:$])*?,\s*(?:i\.\s?e\.,?|that is,?|say)?\s*\Z"
    rf"|(?:{IF_IN_FRONT}|場合|とき)[^。$]{{0,6}}[、，(（]\s*\Z|[^\W\d_$]{IF_IN_FRONT}\s*\Z",
    re.I,
)
"""Words before what only explains the case that a sentence speaks of: `if the weights are tied, $B = A^T$, ..`."""
CASE = lazily(
    r"\b(?:case|situation|setting|assum\w+|suppos\w+|consider\w*|let|take|set|put|fix|choose|now|restrict\w*|given)\b[^.;。]*\Z"
    r"|場合|とき|仮定|考え",
    re.I,
)
"""Words before a condition that is a sentence of its own, or ends one."""
CONSIDERED = lazily(
    r"(?:(?:である|の)?(?:場合|とき|時)[をに]?[ぁ-ん一-龥]*|とする|とします|とおく|とおきます|と仮定(?:する|します))"
)
"""All of the words behind one that is."""
ADDED = lazily(
    r"(?:to (?:keep|simplify|save|avoid|shorten)\b[^.$]*|for (?:simplicity|convenience|brevity|clarity|now"
    r"|the moment|(?:all|every|each"
    r"|any) \$(?: and \$)?)|here|below|throughout"
    r"|everywhere|from (?:now|here) on|in (?:what follows|the following|(?:this|our) \w+))",
    re.I,
)
"""All of the words behind one that say no more than for how long."""
LEAVING = lazily(
    r"\b(?:in general|generally|the general|general \w+|in any case|in all cases|otherwise"
    r"|for (?:all|every|any|other|arbitrary)"
    r"|other \w+)\b|一般|その他|それ以外|任意の",
    re.I,
)
"""Words behind it that leave the case."""

LETTER = lazily(r"\\[A-Za-z]+|[A-Za-z]")
_TYPED = r"\$([^$]*)\$"
GATHERING = (
    lazily(
        rf"\b(?:numbers?|counts?|sets?|subsets?) of (?:all |the |those )*(?:[a-z-]+ ){{0,3}}{_TYPED},?"
        r" (?:with|for which|such that|that (?:have|has)|having|where)\s*\$?\Z"
        rf"|\b(?:Anzahl|Menge|Zahl) (?:der|aller) (?:\w+ )?{_TYPED},? (?:mit|für die)\s*\$?\Z"
        rf"|\b(?:nombre|ensemble) (?:de |des |d[’'])(?:\w+ )?{_TYPED}"
        r" (?:avec|tels? que|pour lesquels)\s*\$?\Z"
        rf"|\b(?:número|conjunto) (?:de|dos|das) (?:los |las )?(?:\w+ )?{_TYPED}"
        r" (?:con|com|tales que|tais que)\s*\$?\Z",
        re.I,
    ),
    lazily(r"\bnumber of (?:all |the )?[a-z-]+ (?:with|for which|such that|that (?:have|has)|having)\s*\$?\Z", re.I),
)
"""Words before a number that tells which things are counted or gathered;"""
_COUNT = r"(?:個数|総数|数(?![値列式学])|集合|件数|人数)"
_COUNTED = r"(?:个数|個數|数量|數量|数目|數目|总数|集合)"
GATHERED = (
    lazily(
        rf"\$?\s*(?:(?:と|に)なる|である|(?:であ|とな)るような|を(?:満た|みた)す|の)\s*[^\s。、$]{{0,12}}\s*{_TYPED}\s*の\s*{_COUNT}"
        rf"|\$?\s*的\s*(?:所有|全部)?[^\s。，、的$]{{0,8}}\s*{_TYPED}\s*的?\s*{_COUNTED}"
        rf"|\$?\s*(?:인|[을를] 만족하는|[이가] 되는)\s*[^\s.,$]{{0,8}}\s*{_TYPED}\s*(?:의|들의)?"
        r"\s*(?:개수|갯수|수|집합)(?:[를을이가는의])"
    ),
    lazily(
        rf"\$?\s*(?:(?:と|に)なる|である|(?:であ|とな)るような|を(?:満た|みた)す)\s*[^\s。、の$]{{1,12}}の{_COUNT}"
        rf"|\$?\s*的\s*(?:所有|全部)?[^\s。，、的$]{{1,8}}\s*的?\s*(?:个数|個數|数量|數量|数目|數目|总数)"
    ),
)
"""such words behind it."""

_ROUGH = (
    r"(?:(?:not|n[’']t|cannot be|never|nowhere|non)[- ]?(?:\w+ )?differentiable|undifferentiable|not smooth"
    r"|(?:no|not have an?|lacks an?|without an?) (?:\w+ )?(?:derivative|gradient|slope)|kinks?|corners?"
    r"|(?:derivative|gradient|slope)s? (?:\w+ ){0,4}(?:not exist|undefined|not defined|not unique|jumps?)"
    r"|(?:nicht|nirgends) (?:\w+ )?differenzierbar|keine Ableitung|Knick"
    r"|(?:pas|non) dérivable|(?:pas|aucune) de dérivée"
    r"|(?:no|não) (?:es|é) (?:derivable|diferenciable|derivável|diferenciável)|non è (?:derivabile|differenziabile))"
)
ROUGH_AT = lazily(
    rf"\b{_ROUGH}[^.,;:$]{{0,20}}\b(?:at|in|where|when(?:ever)?|if|for|bei|an|für|en|para|em|per|quando)\W*\Z", re.I
)
"""Words before a value at which something has no derivative;"""
AT_ROUGH = lazily(r"(?:\A|[.;,]\s|\s)(?:at|where|when(?:ever)?|if|for|bei|für|en|em|pour|para)\W*\Z", re.I)
ROUGH_BEHIND = lazily(rf"[^.;:$]{{0,60}}\b{_ROUGH}", re.I)
"""where such words stand behind it,"""
ROUGH_THERE = lazily(
    r"\s*(?:では|で|において|における|の(?:点|とき|場合|ところ|箇所)[でに]?|に)[はも、]?[^。；$]{0,16}"
    r"(?:微分(?:が|は)?(?:(?:可能|できる)?で(?:は)?(?:ない|ありません|なく)|でき(?:ない|ません|ず)|不可|不能|係数(?:が|は|を)(?:存在し|定義され|持た)ない)"
    r"|(?:滑らか|なめらか)で(?:は)?(?:ない|なく)|折れ曲が|尖って)"
    r"|\s*(?:处|處|时|時|点|點|的点|的地方)?[^。；，$]{0,8}(?:不可[导導微]|没有(?:导数|梯度)|沒有(?:導數|梯度)|不光滑"
    r"|导数不存在|導數不存在)"
    r"|\s*(?:에서|일 때|인 점에서)(?:는|은)?[^.;$]{0,10}"
    r"(?:미분\s?불가능|미분(?:할 수 없|이 불가능|가능하지 않)|도함수가 없)"
)
"""and in languages in which it stands before them."""
GOING_ON_THERE = lazily(
    r"\b(?:there|here|at (?:this|that|such|it|the (?:point|kink))|in (?:this|that|such) (?:a )?case|then|we (?:\w+ )?"
    r"(?:use|take|set|define|choose|put)|sub-?\w+|dort|dann|là|allí|ahí)\b"
    r"|そこ|(?:この|その|あの)(?:点|場合|とき|時|箇所|値)|ここ|とする|とおく|と定義|便宜|劣|此[时時处處]|这时|這時|次[微梯]|令|取为|取為|이때|서브",
    re.I,
)
"""Words by which the text goes on about that place."""


def is_said_for_itself(before: str, until: str) -> bool:
    """Has a condition about values a sentence of its own that says something else, or is it left before its line?

    `until` is the text up to the line.
    """
    until = re.sub(r"(?<=[.!?])[)）]", "", until)
    stop = STOP.search(until)
    if stop is None:
        return False
    rest = until[: stop.start()].strip(" \t\n)）")
    said = not rest or ADDED.fullmatch(rest)
    alone = CONSIDERED.fullmatch(rest) or (said and CASE.search(STOP.split(before)[-1]))
    return not alone or LEAVING.search(until[stop.start() :]) is not None


def right_behind(
    conditions: Iterable[tuple[Group, Beside]], beats: Sequence[Beat], stated: Iterable[Stated]
) -> Iterator[int]:
    """The conditions, by identity, that are of their line whatever is said elsewhere: in it, or right behind it in
    parentheses or with `if`."""
    yield from (id(chain) for group, (_, chain) in conditions if stands_right_behind(group, beats))
    yield from (id(c) for s in stated for c in s.statement.conditions)


def stands_right_behind(group: Group, beats: Sequence[Beat]) -> bool:
    """Do conditions stand right behind their line?"""
    first = group.members[0]
    own = not group.leading and list(group.targets) == [first - 1]
    return own and RIGHT_BEHIND.fullmatch(beats[first].gap) is not None


def last_right_behind(
    groups: Iterable[Group], beats: Sequence[Beat], alone: Mapping[int, Sequence[Beside]]
) -> dict[str, int]:
    """Where conditions, as typed, stand right behind a line for the last time: none lasts from one such line to it."""
    behind = [g for g in groups if stands_right_behind(g, beats)]
    return {shown(c): m for g in behind for m in g.members for c in alone[beats[m].number]}


def said_for_itself(group: Group, beats: Sequence[Beat]) -> bool:
    """Is that so of a group of conditions before its line?"""
    last = group.members[-1]
    if not group.leading or not group.targets or min(group.targets) < last:
        return False
    until = FORMULA.join(b.gap for b in beats[last + 1 : min(group.targets) + 1])
    return is_said_for_itself(beats[group.members[0]].gap, until)


def equates_names(s: Stated, used: Collection[str]) -> bool:
    """Does it equate two plain names, both of which stand further up?"""
    members = s.statement.chain.members
    plain = len(members) == 2 and all(isinstance(m, Name) for m in members)
    return plain and s.statement.chain.relations == ("=",) and _all_used(s, used)


def says_what_data_are(s: Stated, used: Collection[str], inside: Collection[str]) -> bool:
    """Does it say what something is that others are computed with (`inside`), by names that all stand further up?"""
    return names_of_left(s) <= set(inside) and bool(names_of_left(s)) and _all_used(s, used)


def _all_used(s: Stated, used: Collection[str]) -> bool:
    return all(names_of(m) and names_of(m) <= set(used) for m in s.statement.chain.members)


def is_in_case(before: str) -> bool:
    """Does an equation explain the case that its sentence speaks of?

    >>> is_in_case("If the weights are tied, "), is_in_case("The weights are tied, ")
    (True, False)
    """
    return IN_CASE.search(STOP.split(before)[-1]) is not None


def is_wished(before: str, behind: str) -> bool:
    """Do the words around an equation say that it is only wished for?"""
    return WISH.search(before) is not None or WISHED.match(behind) is not None


def is_gathered(before: str, behind: str, letters: Collection[str | None]) -> bool:
    """Do the words around a number, that of names with some letters, tell which things are counted or gathered?

    >>> [is_gathered(f"the {x} with $", "$", "nk") for x in ("number of $n$", "set of $j$", "inputs $x_n$")]
    [True, False, False]
    """
    found = (p.search(before) for p in GATHERING), (p.match(behind) for p in GATHERED)
    for told in (m for each in found for m in each if m is not None):
        typed = [x for x in told.groups() if x is not None]
        if not typed or any(x in letters for x in LETTER.findall(typed[0])):
            return True
    return False


def has_no_derivative(before: str, behind: str, until: str) -> bool:
    """Do the words around a value say that something has no derivative there, and no more, `until` the next formula?

    >>> [has_no_derivative("It is not differentiable at ", ".", x) for x in (". Elsewhere", ". There we take")]
    [True, False]
    """
    said = (
        ROUGH_AT.search(before) or (AT_ROUGH.search(before) and ROUGH_BEHIND.match(behind)) or ROUGH_THERE.match(behind)
    )
    sentence = STOP.split(behind)[0]
    return said is not None and "=" not in sentence and GOING_ON_THERE.search(f"{until} {sentence}") is None


def is_of_one_place(s: Stated, used: Collection[str], before: str) -> bool:
    """Do the words before an equation of values that all stand further up say that it holds in one place?"""
    if FOR.search(before) is not None and equates_names(s, used):
        return True
    derived = bool(of_kind(s.statement.chain, Derivative) or of_kind(s.statement.chain, Nabla))
    return AT_A_POINT.search(before) is not None and not derived and _all_used(s, used)
