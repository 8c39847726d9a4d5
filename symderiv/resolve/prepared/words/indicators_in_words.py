r"""Data of which words give both values: `$t_k = 1$ if $k = c$, and zero otherwise` is `t_k = [k = c]`.

Where the second value is typed in an equation of its own, `$t_k = 0$ otherwise`, the two are definitions on parts of a
range, and nothing has to be done. The first value may be a word, too: `$t_k$ is 1 if $k = c$, and zero otherwise`. Of a
Kronecker delta, `$\delta_{y_i j}$, with value 1 when $y_i = j$`, and of an indicator that says nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ....document.blocks import Block
from ....latex.parse import parse
from ....latex.statement_forms import index_like, replace_statement
from ....latex.tree import Chain, Formula, Indicator, Name, Node, Number
from ...located import Located
from ..said_in_place import gaps_of, value_alone, with_equation

IF = re.compile(
    r"\s*,?\s*(?:if and only if|only if|if|iff|for|when|whenever|where)\s+(?:the\s+)?"
    r"(?:(?:true|correct|target|right|gold|actual)\s+)?(?:class|label|index|unit)?\s*"
    r"|\s*,?\s*(?:si|quand|lorsque|pour|wenn|falls|für|cuando|para|se|quando|per)\s*",
    re.I,
)
ONE = re.compile(
    r"\s*,?\s*(?:(?:which|that)\s+)?(?:is|equals|is equal to|being|(?:which\s+)?takes(?: on)?|has|having|with)\s+"
    rf"(?:(?:the|a)\s+)?(?:value\s+(?:of\s+)?)?(?:1|one|unity)(?:{IF.pattern})",
    re.I,
)
"""Words between a name and its case that say that it is 1 there."""
_ELSE = (
    r"(?:sinon|autrement|ailleurs|sonst|andernfalls|ansonsten|en otro caso|en caso contrario|altrimenti"
    r"|caso contrário)\b"
)
END = re.compile(r"\s*(?:[.;)]|\Z|\n[ \t]*\n)")
ELSE = re.compile(
    r"\s*[,;]?\s*(?:(?:and|or|but)\s+)?(?:(?:it\s+)?is\s+)?(?:(?:zero|0)\s*(?:otherwise|else\b|elsewhere|if not"
    r"|in all other cases|for (?:all |any )?(?:the )?others?\b|everywhere else)"
    r"|(?:otherwise|else)\s*,?\s*(?:(?:it\s+)?is\s+)?"
    r"(?:zero|0)(?![\d.]*\d))"
    r"|\s*(?:(?:ist|gilt|est)\b)?\s*[,;]?\s*(?:(?:et|ou|und|oder|y|e|o)\s+)?(?:(?:zéro|null|cero|zero|0)\s*,?\s*"
    rf"{_ELSE}|{_ELSE}\s*,?\s*(?:zéro|null|cero|zero|0)(?![\d.]*\d))",
    re.I,
)
"""Words between the equation and its case, and behind the case."""
THEN = re.compile(
    r"\s*[,;]\s*|\s*(?:(?:ist|gilt|est)\b\s*)?[,;]?\s*"
    rf"(?:(?:and|or|but|otherwise|else\b|et|ou|und|oder|y|e|o|{_ELSE})[\s,]*(?:(?:it\s+)?is\s+)?)+",
    re.I,
)
OTHERWISE = re.compile(
    r"\s*(?:otherwise|else\b|elsewhere|if not|in all other cases|for (?:all |any )?(?:the )?others?\b"
    rf"|{_ELSE})",
    re.I,
)
"""Words before a 0 in a formula of its own, and behind it."""
JA_IF = re.compile(r"\s*(?:の|である)?(?:とき|時|場合)(?:は|に|には)?[、,，]?\s*")
_JA_REST = r"\s*[、,，。]?\s*(?:それ以外|そうでない|その他)(?:の?(?:とき|時|場合))?(?:は|では|に)?[、,，]?\s*"
JA_REST = re.compile(_JA_REST)
JA_ELSE = re.compile(rf"{_JA_REST}(?:0|０|ゼロ)(?![\d.]*\d)")
JA_OF = re.compile(r"\s*(?:は|が|在|当|當)[、,，]?\s*")
JA_ONE = re.compile(
    rf"(?:{JA_IF.pattern}(?:に|だけ|のみ|、)*|\s*(?:时|時)\s*(?:取?值?为|取|是|等于))\s*\$?(?:1|１)\$?(?!\d|\.\d)"
)
"""Words between a name and its case, and behind the case."""


def with_indicators_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such equations with an indicator for their value; their cases are gone."""
    found = list(located)
    gaps = gaps_of(found, blocks)
    for at, ((one, _), (two, gap), (_, behind)) in enumerate(zip(gaps, gaps[1:], gaps[2:], strict=False)):
        if IF.fullmatch(gap) and (ELSE.match(behind) or _is_zero(found, gaps, at + 2)):
            if _tell(found, one, two):
                if not ELSE.match(behind):
                    _forget(found, gaps[at + 2][0])
            elif _is_told(found, one, two):
                _forget(found, two)
        elif ONE.fullmatch(gap) and (ELSE.match(behind) or END.match(behind)):
            _tell_of_name(found, one, two, bool(ELSE.match(behind)))
        elif JA_OF.fullmatch(gap) and JA_ONE.match(behind) and _is_indicator(found, one, two):
            _forget(found, two)
        elif JA_IF.fullmatch(gap) and JA_ELSE.match(behind):
            _tell(found, two, one)
        elif JA_IF.fullmatch(gap) and JA_REST.fullmatch(behind) and _is_other(found, two, gaps[at + 2][0]):
            _tell(found, two, one)
            _forget(found, gaps[at + 2][0])
    return found


def _is_other(found: Sequence[Located], one: int, other: int) -> bool:
    """Do two equations say that one name is 1, and that it is 0?"""
    first, second = _single(found[one][1]), _single(found[other][1]) if other >= 0 else None
    if first is None or second is None or not isinstance(first.members[0], Name):
        return False
    return first.members[1] == Number("1") and second.members == (first.members[0], Number("0"))


def _is_zero(found: Sequence[Located], gaps: Sequence[tuple[int, str]], at: int) -> bool:
    """Does a formula that is nothing but 0 say what the value is otherwise?"""
    if at + 1 >= len(gaps) or THEN.fullmatch(gaps[at][1]) is None:
        return False
    first = re.search(rf"otherwise|else|{_ELSE}", gaps[at][1], re.I) is not None
    return found[gaps[at][0]][0].latex.strip() == "0" and (first or OTHERWISE.match(gaps[at + 1][1]) is not None)


def _tell(found: list[Located], number: int, case: int) -> bool:
    """Put an indicator in the place of the value 1; whether there is one."""
    (display, formula), (beside, condition) = found[number], found[case]
    value, compared = _single(formula), _single(condition)
    if value is None or compared is None or not (display.inline and beside.inline):
        return False
    left, right = value.members
    if not isinstance(left, Name) or right != Number("1") or not all(map(index_like, compared.members)):
        return False
    assert isinstance(formula, Formula)
    made = replace(value, members=(left, replace(_indicator(), conditions=(compared,), span=right.span)))
    statement = replace_statement(formula.statements[0], chain=made, conditions=())
    found[number] = display, replace(formula, statements=(statement,))
    _forget(found, case)
    return True


def _tell_of_name(found: list[Located], number: int, case: int, otherwise: bool) -> None:
    """Make an equation of a name that is 1 in a case, and 0 `otherwise`; forget the case of an indicator."""
    name, compared = value_alone(found[number]), _single(found[case][1])
    if compared is None or not found[case][0].inline:
        return
    if _is_indicator(found, number, case):
        _forget(found, case)
    elif otherwise and isinstance(name, Name) and name.scripts and all(map(index_like, compared.members)):
        found[number] = with_equation(found[number], name, replace(_indicator(), conditions=(compared,)))
        _forget(found, case)


def _is_told(found: list[Located], number: int, case: int) -> bool:
    """Does it say of a Kronecker delta when it is 1? Then it is forgotten."""
    value, compared = _single(found[number][1]), _single(found[case][1])
    if (
        value is None
        or compared is None
        or value.members[1] != Number("1")
        or not _is_delta(value.members[0], compared)
    ):
        return False
    _forget(found, number)
    return True


def _is_delta(x: Node, compared: Chain) -> bool:
    r"""Is it the `\delta_{y_i j}` of `y_i = j`?"""
    if not isinstance(x, Name) or x.base != r"\delta" or x.primes or len(x.scripts) != 1 or x.scripts[0].above:
        return False
    entries = x.scripts[0].entries
    return len(entries) == len(compared.members) and all(m in entries for m in compared.members)


def _is_indicator(found: Sequence[Located], number: int, case: int) -> bool:
    r"""Is it the `\mathbb{1}[y_i = j]` of `y_i = j`, or the `\delta_{y_i j}`?"""
    x, compared = value_alone(found[number]), _single(found[case][1])
    if compared is None or x is None:
        return False
    return x.conditions == (compared,) if isinstance(x, Indicator) else _is_delta(x, compared)


def _single(f: object) -> Chain | None:
    """The equation that a formula is, if it is one of two members."""
    if not isinstance(f, Formula) or len(f.statements) != 1:
        return None
    chain = f.statements[0].chain
    return chain if chain.relations == ("=",) else None


def _forget(found: list[Located], number: int) -> None:
    display, formula = found[number]
    if isinstance(formula, Formula):
        found[number] = display, replace(formula, statements=())


@lru_cache(maxsize=1)
def _indicator() -> Indicator:
    made = parse("y = [i = j]").statements[0].chain.members[1]
    assert isinstance(made, Indicator)
    return made
