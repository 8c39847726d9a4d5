r"""Lines that are right in one case, where words without a formula may name it: `If the margin is violated, ..`.

What the words mean is not read. But where a function with a kink is on one side of it throughout (`max(0, a)` is a, or
0), or data have one of the few values that they take, a line may hold that is wrong in general. Beside words that may
name such a case it is left open then. A line that holds in no case is wrong, whatever the words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace as changed
from itertools import chain, combinations

from ...domain import eq, ne
from ...expr import MINUS_ONE, ONE, ZERO, Apply, Expr, Num, Variable, mul, of_kind, replace
from ...latex.clauses import GENERALLY, STOP
from ...latex.joining import ELSE
from ...memo import of_this_object
from ...pattern import lazily
from ...step import Judgement, Verdict
from ...system import Role, System
from ..link import Link
from ..words.cased_abroad import may_name_a_case_abroad
from .assuming import Judge
from .fixed_data import with_data_computed
from .headed_cases import HEADING

_STATE = (
    r"(?:positive|negative|(?:in)?active|activated|violat\w+|satisf\w+|saturated|dead|alive|non-?zero|zero|off|on|firing"
    r"|fires?|misclassified|correct|correctly|incorrect\w*|wrong\w*|inside|outside|beyond|within|exceeds?|larger|smaller"
    r"|greater|less|below|above|clipped|support|true|false|label\w*|class|equal|same|different|off-diagonal|diagonal)"
)
BEFORE = lazily(
    r"\b(?:if|when|whenever|as long as|provided|in case|wenn|falls|sofern|si|lorsque|quand|quando|se)\b"
    r"(?!\s+(?:we|one|you|i|wir|man|on|nous)\b)[^.;]*\Z"
    rf"|\b(?:for|on|in|at|with|where|case|otherwise|else)\b[^.;]{{0,60}}?\b{_STATE}\b[^.;]*\Z"
    r"|\bcase\s*\w{0,3}\s*[:.)][^.;]*[.:]?\s*\Z|\b(?:otherwise|else)\b[^.;]*\Z"
    r"|\b(?:off-)?diagonal\b[^.;]*\Z"
    r"|(?:とき|時|場合|なら|では|ケース|対角)[^。．]*\Z",
    re.I,
)
"""Words before a line that may name a case."""
SAME = lazily(r"(?<!not )\b(?:same|equals?|coincid\w+)\b|(?<!off-)\bdiagonal\b|等しい|一致する|同じ|(?<!非)対角", re.I)
DIFFERENT = lazily(
    r"\b(?:different|differ\w*|distinct|unequal|other|not (?:the same|equal)|off-diagonal)\b"
    r"|等しくな|異な|一致しな|非対角",
    re.I,
)
"""Words that may compare indices."""
OTHERWISE = lazily(rf"[(（]\s*{ELSE}\s*[)）]", re.I)
"""Words beside a line for all cases but the one above."""
BEHIND = lazily(
    r"\A[\s,;(（]*(?:but\s+|only\s+|and\s+(?:it is\s+)?(?:0|zero|nothing)\s+)*"
    r"(?:if|when|whenever|as long as|provided|otherwise|in case|for (?:an?|the|all|each|every) (?:\w+ )?"
    rf"{_STATE}|(?:のとき|の場合|ならば))"
    rf"|\A[\s,;(（]*(?:and|but)\s+(?:it is\s+|is\s+)?(?:0|zero|nothing)\b|\A[\s,;，；(（]*{ELSE}",
    re.I,
)
"""The same behind it."""
DISPLAY = lazily(r"\$\$.*?\$\$|\\\[.*?\\\]|\\begin\{\w+\*?\}.*?\\end\{\w+\*?\}", re.S)
"""What begins a section; what stands between the texts that lead to displays."""
LASTING = lazily(
    r"\W*(?:(?:and|but|so|now|then|next)\W+)?"
    r"(?:(?:if|when|whenever|where|wherever|as long as|provided|assuming|suppose|assume|in (?:the )?case|wenn|falls"
    r"|sofern|si|lorsque|quand|quando|se)\b|case\s+\w{1,3}\s*[:.)])[^$]*\Z"
    r"|[^$、。]*(?:とき|時|場合|なら)[^$]{0,12}\Z",
    re.I,
)
"""A sentence of a case that may go on for displays further down."""
IN_A_CASE = "it is wrong in general and right in a case that the words beside it may name"


def of_some_case(link: Link, words: tuple[str, str], verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong link that is right in a case, beside words that may name one."""
    if verdict.judgement is not Judgement.WRONG or not may_name_a_case(*words):
        return verdict
    found = chain(cases(link), of_indices(link, " ".join(words)))
    if any(judge(case).judgement is Judgement.RIGHT for case in found):
        return Verdict(Judgement.UNPROVED, detail=IN_A_CASE)
    return verdict


def holds_in_no_case(link: Link, judge: Judge) -> bool:
    """Is the network one with a single kink, and the link right on neither side of it?"""
    bodies = (*(p.body for p in link.system.pieces), *(f.body for f in link.system.functions))
    kinks = [x for b in bodies if b is not None for x in of_kind(b, Apply) if _beside(x, True) is not None]
    return len(kinks) == 1 and all(judge(case).judgement is Judgement.WRONG for case in cases(link))


def may_name_a_case(before: str, behind: str) -> bool:
    """May the words around a line say that it is said of a case?

    >>> may_name_a_case("If the margin is violated,", ""), may_name_a_case("For the hidden layer we get", "")
    (True, False)
    >>> may_name_a_case("If we apply the chain rule, we get", ""), may_name_a_case("So", " and zero otherwise")
    (False, True)
    """
    told = BEFORE.search(before) is not None or BEHIND.match(behind) is not None
    return told or may_name_a_case_abroad(before, behind)


def case_above(link: Link) -> str:
    """The sentence without a formula that names a case for displays further up, the nearest one of the section.

    Nothing says how far a case goes. What is right in it may be meant there.
    """
    above = link.page.split("\n")[: link.written.line - 1]
    start = max((n + 1 for n, row in enumerate(above) if HEADING.match(row)), default=0)
    texts = DISPLAY.split("\n".join(above[start:])) if not link.written.inline else []
    for n, text in enumerate(reversed(texts)):
        sentence = STOP.split(text)[-1]
        if n and LASTING.match(sentence) and BEFORE.search(sentence):
            return sentence
        if GENERALLY.search(f".{text}"):
            break
    return ""


def cases(link: Link) -> Iterator[Link]:
    """The link with all kinks on one side, then on the other; with data at each of their values."""
    for kinks in (True, False) if _kinked(link.system) else ():
        sides = [_beside_kinks(e, kinks) for e in (link.left, link.right)]
        yield changed(link, left=sides[0], right=sides[1], system=_one_side(link.system, kinks))
    for values in link.system.values:
        for number in values.numbers:
            yield changed(link, system=_with_value(link.system, values.variable, Num(number)))


def of_indices(link: Link, words: str) -> Iterator[Link]:
    """The link for two of its indices equal, or unequal, as words may say."""
    other = OTHERWISE.search(words) is not None
    same, different = (other or pattern.search(words) is not None for pattern in (SAME, DIFFERENT))
    letters = sorted(link.domain.letters() - link.system.sizes, key=lambda s: s.name)
    for a, b in combinations(letters, 2):
        if same:
            yield link.under((eq(a, b),))
        if different:
            yield link.under((ne(a, b),))


def _beside_kinks(e: Expr, above: bool) -> Expr:
    return replace(e, lambda x: _beside(x, above))


def _beside(e: Expr, above: bool) -> Expr | None:
    """A function with a kink as it is `above` it, or below."""
    if not isinstance(e, Apply) or any(e.order):
        return None
    if e.function == "step":
        return ONE if above else ZERO
    if e.function == "relu":
        return e.args[0] if above else ZERO
    if e.function in ("abs", "sign"):
        sign = ONE if above else MINUS_ONE
        return sign if e.function == "sign" else mul(sign, e.args[0])
    if e.function in ("max", "min") and len(e.args) == 2:
        number = next((a for a in e.args if isinstance(a, Num)), e.args[0])
        other = e.args[1] if e.args[0] == number else e.args[0]
        return other if above == (e.function == "max") else number
    return None


@of_this_object(64)
def _kinked(system: System) -> bool:
    return _one_side(system, True) != system


@of_this_object(64)
def _one_side(system: System, above: bool) -> System:
    """The network with every kink on one side."""
    pieces = tuple(
        p if p.body is None else changed(p, body=_beside_kinks(p.body, above))  # a nominal one stays what it is
        for p in system.pieces
    )
    functions = tuple(f if f.body is None else changed(f, body=_beside_kinks(f.body, above)) for f in system.functions)
    return changed(system, pieces=pieces, functions=functions)


def _with_value(system: System, name: Variable, number: Num) -> System:
    return with_data_computed(system, name, lambda _: number, Role.CONSTANT)
