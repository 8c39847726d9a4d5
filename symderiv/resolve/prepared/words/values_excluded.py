r"""Values of computed names that sentences exclude: `we ignore the case $z_i = 0$`, `we assume $z_i \ne 0$`.

Nothing is claimed there, and no line is meant where the value is taken; so the sentence only names z. A value that is
computed from others is any number, and all but one of them is as good as all. Not so a label, which is 1 if it is not
0, and what a function like `\max(0, a)` makes, which is on one side of its kink then. Of a formula that is no name,
`1 - y_i w^T x_i = 0`, nothing is left, nor where it only says of which points a sentence speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.tree import Formula, Name, Node, Statement
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import any_of
from ...located import Located, read_of
from ...spelled.shape import stem_of

_CASE = r"(?:cases?|points?|kinks?|possibilit(?:y|ies)|events?|situations?|triplets?|examples?|units?)"
BEFORE = lazily(
    rf"\b(?:ignor\w+|exclud\w+|disregard\w*|neglect\w*|leav\w+ (?:out|aside))\s+(?:(?:the|any)\s+)?(?:{_CASE}\s*)?"
    r"(?:where|when|that|of|in which|with)?\s*\Z"
    rf"|\b(?:assum\w+|suppos\w+)\s+(?:that\s+)?(?:there (?:is|are)\s+)?no\s+(?:{_CASE}\s*)?"
    r"(?:with|of|where|has|have)?\s*\Z"
    r"|(?:忽略|不考虑|排除|除去|不讨论)\s*\Z",
    re.I,
)
"""Words right before such an equation."""
NONE = lazily(r"(?:没有|不存在|不会有|不出现)\s*\Z")
OF_CASES = lazily(r"\s*的(?:情况|情形|点|时候|样本)")
"""Words before it and behind it, `没有 $z_i = 0$ 的情况`."""
BEHIND = lazily(
    r"\s*,?\s*(?:does not|doesn[’']t|do not|never|cannot|will not)\s+(?:occur|happen|arise)s?\b"
    r"|\s*(?:is|are)\s+(?:ignored|excluded|disregarded|neglected|left out|left aside|not considered)\b"
    r"|\s*(?:的(?:情况|情形))?(?:不会(?:出现|发生)|不予考虑|不考虑|忽略不计|被排除)"
    r"|\s*(?:となる|である|の|を満たす|が成り立つ)(?:よう[なに]|ところの)?(?:こと|場合|点|とき|データ点?|サンプル|事例)(?:について)?は"
    r"、?(?:ない|ありません|起こらない|起こりません|考え(?:ない|ません)|考慮し(?:ない|ません)|無視(?:する|します)|除(?:く|きます)"
    r"|除外(?:する|します)|扱(?:わない|いません))",
    re.I,
)
"""Words right behind one."""
ASSUMED = lazily(
    r"\b(?:assum\w+|suppos\w+)(?:\s+(?:that|throughout|always|everywhere|below|here|all))*\s*:?\s*\Z"
    r"|(?:假定|假设)\s*\Z",
    re.I,
)
ASSUMED_BEHIND = lazily(r"\s*(?:と(?:仮定)?する|と仮定)")
"""Words around `$z_i \\ne 0$` by which it holds from there on."""
_THINGS = r"(?:points?|samples?|examples?|data|instances?|vectors?|places|kinks?|pairs?)"
WHERE = lazily(
    rf"\b{_THINGS}\s+(?:\$[^$]*\$\s+)?(?:where|with|(?:for|at) which|(?:that|which) satisfy|satisfying|such that)\s*\Z",
    re.I,
)
"""Words before an equation by which it only says which ones are meant, `Points with $1 - t_i = 0$ are ..`,"""
OF_THOSE = lazily(
    r"\s*(?:を満たす|を満足する|となる|が成り立つ)(?:ような)?(?:点|データ|サンプル|事例|標本|例|ベクトル|もの|箇所|ところ)"
    r"|\s*的(?:点|样本|數據|数据|向量|地方)"
)
"""and words behind it."""
STOP = lazily(r"[^$]*(?:\$[^$]+\$[^$]*)*?(?:[。．]|[.](?=\s|\Z))")
"""A sentence that ends in its own line, and leads to no display."""
STEPS = frozenset(["max", "min", "sign", "sgn", "step", "relu", "abs"])
PLUS = (t.Symbol("+"), t.Symbol("-"))
NOT = frozenset([r"\ne", r"\neq", "≠"])


def with_values_excluded(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with what is excluded as a mention of the name."""
    if not any_of(located, _compares):
        return list(located)
    chains = [s.chain for f in read_of(located) for s in f.statements]
    lefts = [(c.members[0], c.members[1:]) for c in chains if c.relations and c.relations[0] in EQUALITIES]
    equated = [(stem_of(x), members) for x, members in lefts if isinstance(x, Name)]
    computed = {stem for stem, members in equated if not isinstance(members[0], t.Number)}
    computed -= {stem for stem, members in equated if any(map(_has_sides, members))}

    def excluded(d: Display, f: Formula) -> bool:
        if not d.inline or len(f.statements) != 1 or not _compares(f.statements[0]):
            return False
        if not isinstance(f.statements[0].chain.members[0], Name):
            return _is_excluded(d, differs=False) or _is_of_some(d)
        chain = f.statements[0].chain
        name = chain.members[0]
        return isinstance(name, Name) and stem_of(name) in computed and _is_excluded(d, chain.relations[0] in NOT)

    return [(d, _named(f) if isinstance(f, Formula) and excluded(d, f) else f) for d, f in located]


def _compares(s: Statement) -> bool:
    """Does it equate one name with a number, or say that they differ, or equate anything else with one?"""
    c = s.chain
    if len(c.members) != 2 or not isinstance(c.members[1], t.Number) or s.conditions:
        return False
    return c.relations[0] == "=" or (c.relations[0] in NOT and isinstance(c.members[0], Name))


def _has_sides(x: Node) -> bool:
    """May a formula have one value at many places, what a function makes and what steps or is cut off?"""
    whole = isinstance(x, t.Call) or (isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].joined)
    cut = [y for y in t.of_kind(x, t.Scripted) for s in y.scripts for e in s.entries if e in PLUS]
    steps = [y for y in t.walk(x) if isinstance(y, (t.Indicator, t.Cases))]
    return whole or bool(cut or steps) or any(y.function in STEPS for y in t.of_kind(x, t.Call))


def _is_excluded(d: Display, differs: bool) -> bool:
    before = re.sub(r"(?:\$|\\\()\s*\Z", "", d.before)
    if differs:
        return ASSUMED.search(before) is not None or ASSUMED_BEHIND.match(d.after) is not None
    none = NONE.search(before) is not None and OF_CASES.match(d.after) is not None
    return none or BEFORE.search(before) is not None or BEHIND.match(d.after) is not None


def _is_of_some(d: Display) -> bool:
    """Does it only say of which points, or examples, a sentence speaks?"""
    before = re.sub(r"(?:\$|\\\()\s*\Z", "", d.before)
    behind = re.sub(r"\A\s*(?:\$|\\\))", "", d.source.after)
    return STOP.match(behind) is not None and (WHERE.search(before) is not None or OF_THOSE.match(d.after) is not None)


def _named(f: Formula) -> Formula:
    """The formula as nothing but its name, or as nothing."""
    (s,) = f.statements
    if not isinstance(s.chain.members[0], Name):
        return replace(f, statements=())
    chain = replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=())
    return replace(f, statements=(replace(s, chain=chain),))


__all__ = ["with_values_excluded"]
