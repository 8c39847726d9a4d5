r"""Equations in sentences that neither define nor claim: `we want $t = y$`, `at convergence $t = y$`, `for $t = y$`.

The names stand further up. A wish is no more than that, and what holds at some point is a condition of the line beside.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ..latex.clauses import FORMULA, STOP
from ..latex.grouping import Beat, Group
from ..latex.joining import IF, IF_IN_FRONT
from ..latex.tree import Derivative, Nabla, Name, of_kind
from .stated import Beside, Stated, names_of, names_of_left

WISH = re.compile(
    r"(?:\b(?:wants?|wish(?:es)?|hopes?|would like|aims?|trying|tr(?:y|ies)|desires?|goal|should|ought to|ideal(?:ly)?"
    r"|perfect\w*|in order to|so as to|ensures?|enforces?|until|closer? to|push\w*|pull\w*|driv\w+|forc\w+)\b"
    r"|理想|目標)[^.;:。$]{0,60}\Z",
    re.I,
)
"""Words before what is only wished for."""
WISHED = re.compile(
    r"\s*(?:に近づけ|となるように|になるように|としたい|にしたい|になってほしい|(?:と|に)なることが(?:理想|目標|望ましい))"
)
"""Words behind it."""
RIGHT_BEHIND = re.compile(rf"\s*[,，]?\s*(?:[(（]|{IF})?\s*", re.I)
"""Between a line and a condition that is surely its own."""
FOR = re.compile(r"\bfor\W*\Z", re.I)
"""Words before two names that are equal in a case."""
AT_A_POINT = re.compile(
    r"(?:\bwhere(?:ver)? (?:we have|it holds that)"
    r"|\bat (?:an? |the |its |our |this )?(?:[a-z]+ )?"
    r"(?:optim\w+|minim\w+|maxim\w+|convergence|equilibrium|solution|point|end)"
    r"|(?:最適解|最小点|収束後?|収束時|平衡点)(?:では|において|で|に)(?:は)?)"
    r"[\s,、]*(?:we have|one has|it holds that)?[\s,、]*\Z",
    re.I,
)
"""Words before what holds in one place."""
IN_CASE = re.compile(
    r"\b(?:if|when|whenever|unless|were|had)\b(?:(?! then\b)[^.;:$])*?,\s*(?:i\.\s?e\.,?|that is,?|say)?\s*\Z"
    rf"|(?:{IF_IN_FRONT}|場合|とき)[^。$]{{0,6}}[、，(（]\s*\Z|[^\W\d_$]{IF_IN_FRONT}\s*\Z",
    re.I,
)
"""Words before what only explains the case that a sentence speaks of: `if the weights are tied, $B = A^T$, ..`."""
CASE = re.compile(
    r"\b(?:case|situation|setting|assum\w+|suppos\w+|consider\w*|let|take|set|put|fix|choose|now|restrict\w*|given)\b[^.;。]*\Z"
    r"|場合|とき|仮定|考え",
    re.I,
)
"""Words before a condition that is a sentence of its own, or ends one."""
CONSIDERED = re.compile(
    r"(?:(?:である|の)?(?:場合|とき|時)[をに]?[ぁ-ん一-龥]*|とする|とします|とおく|とおきます|と仮定(?:する|します))"
)
"""All of the words behind one that is."""
ADDED = re.compile(
    r"(?:to (?:keep|simplify|save|avoid|shorten)\b[^.$]*|for (?:simplicity|convenience|brevity|clarity|now"
    r"|the moment|(?:all|every|each"
    r"|any) \$(?: and \$)?)|here|below|throughout"
    r"|everywhere|from (?:now|here) on|in (?:what follows|the following|(?:this|our) \w+))",
    re.I,
)
"""All of the words behind one that say no more than for how long."""
LEAVING = re.compile(
    r"\b(?:in general|generally|the general|general \w+|in any case|in all cases|otherwise"
    r"|for (?:all|every|any|other|arbitrary)"
    r"|other \w+)\b|一般|その他|それ以外|任意の",
    re.I,
)
"""Words behind it that leave the case."""


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
    for group, (_, chain) in conditions:
        first = group.members[0]
        if not group.leading and list(group.targets) == [first - 1] and RIGHT_BEHIND.fullmatch(beats[first].gap):
            yield id(chain)
    yield from (id(c) for s in stated for c in s.statement.conditions)


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


def is_of_one_place(s: Stated, used: Collection[str], before: str) -> bool:
    """Do the words before an equation of values that all stand further up say that it holds in one place?"""
    if FOR.search(before) is not None and equates_names(s, used):
        return True
    derived = bool(of_kind(s.statement.chain, Derivative) or of_kind(s.statement.chain, Nabla))
    return AT_A_POINT.search(before) is not None and not derived and _all_used(s, used)
