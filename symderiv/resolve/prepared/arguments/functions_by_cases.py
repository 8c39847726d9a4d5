r"""Functions of which words give both values: `$H(x) = 1$ if $x > 0$ and $0$ if $x < 0$` is H by cases.

The conditions compare the argument of the function, so that they can be of nothing else. Data with two values are
another matter (`cases_in_words`), and so are two definitions in two sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....document.blocks import Block
from ....latex.joining import AND as BOTH
from ....latex.joining import FOR, WHEN
from ....latex.joining import IF as ONLY_IF
from ....latex.statement_forms import replace_statement
from ....latex.tree import CaseRow, Cases, Chain, Formula, Group, Misfit, Name, Node, Number, of_kind
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located
from ..applied import applied_alone
from ..said_in_place import gaps_of, value_alone
from ..words.words_of_cases import ELSE_WORDS, NOT_UNDERSTOOD, are_taken_back

_IF = rf"(?:{ONLY_IF}|{FOR})"
_IS = r"(?:(?:is|it is|ist|est|es|vaut|vale|equals)\s+)?"
_AND = rf"(?:(?:or|but|while|oder|ou|а|или|i|oraz|và|ve|而|{BOTH})\b\s*,?\s*)?{_IS}"
IF = lazily(rf"\s*,?\s*{_IF}\s*", re.I)
"""Words between an equation and its condition,"""
AND = lazily(rf"\s*[,;]?\s*{_AND}", re.I)
"""between that and the other value,"""
OR_ELSE = lazily(rf"\s*[,;]?\s*{_AND}{ELSE_WORDS}\s*,?\s*{_IS}", re.I)
"""the same where they say that the other value is for the rest,"""
ELSE = lazily(rf"\s*,?\s*{ELSE_WORDS}(?!\w)", re.I)
"""behind the other value,"""
TYPED = lazily(
    rf"\s*[,;]?\s*(?:{_AND}(?P<one>0|1|zero|one)\s*,?\s*{ELSE_WORDS}|{_AND}{ELSE_WORDS}\s*,?\s*(?P<two>0|1|zero|one))"
    r"(?![\w.]*\d)",
    re.I,
)
"""and where the other value is no formula."""
_MATH = r"(?:\$[^$]*\$|\\\(.*?\\\))"
CASES_BEHIND = lazily(
    rf"{IF.pattern}{_MATH}(?:{TYPED.pattern}|{OR_ELSE.pattern}{_MATH}"
    rf"|{AND.pattern}{_MATH}(?:{IF.pattern}{_MATH}|{ELSE.pattern}))",
    re.I,
)
"""All that behind an equation."""
CJK_WHEN = lazily(rf"\s*{WHEN}(?:は|に|には)?[、,，]?\s*")
CJK_ELSE = lazily(rf"\s*[、,，；;]?\s*{ELSE_WORDS}(?:为|為|是|时|時)?[、,，]?\s*")
CJK_AND = lazily(r"\s*[、,，；;]?\s*(?:当|當|若)?\s*")
CASE_BEFORE = lazily(rf"{CJK_AND.pattern}{_MATH}{CJK_WHEN.pattern}\Z")
NUMBERS = {"zero": "0", "one": "1"}


def with_functions_by_cases(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, such an equation with both values; the other value and the conditions are gone."""
    found = list(located)
    gaps = gaps_of(found, blocks)
    texts = [gap for _, gap in gaps]
    order = [n for n, _ in gaps]
    for at in range(len(order) - 2):
        rows = _behind(found, order[at:], texts[at:]) or _in_front(found, order[at:], texts[at:])
        if rows is not None:
            places = [n for n, number in enumerate(order) if number in (rows[0], *rows[3])]
            doubted = are_taken_back(texts[places[0]], texts[places[-1] + 1])
            _tell(found, rows[0], rows[1], () if doubted else rows[2], rows[3])
    return found


def without_cases(before: str, behind: str) -> tuple[str, str]:
    """The words around an equation without those that give its cases.

    >>> without_cases("where ", " if $x>0$, and $0$ if $x<0$. So"), without_cases("", " if $x > 0$, else 0")
    (('where ', '. So'), ('', ''))
    """
    found, first = CASES_BEHIND.match(behind), CASE_BEFORE.search(before)
    return before[: first.start()] if first else before, behind[found.end() :] if found else behind


_Told = tuple[int, Chain, tuple[CaseRow, ...], list[int]]
"""The equation by its number, what it equates, both values, and the formulas that are said by these."""


def _behind(found: Sequence[Located], order: Sequence[int], texts: Sequence[str]) -> _Told | None:
    """`$f(x) = a$ if $x > 0$ and $b$ otherwise`."""
    if IF.fullmatch(texts[1]) is None:
        return None
    equation, first = _equation(found[order[0]]), _condition(found[order[1]])
    if equation is None or first is None:
        return None
    typed = TYPED.match(texts[2])
    if typed is not None:
        text = (typed["one"] or typed["two"]).lower()
        return _told(order[0], equation, first, Number(NUMBERS.get(text, text)), None, [order[1]])
    if order[2] < 0 or len(order) < 4:
        return None
    other = _other(found[order[2]], equation)
    if other is None:
        return None
    if OR_ELSE.fullmatch(texts[2]) or (AND.fullmatch(texts[2]) and ELSE.match(texts[3])):
        return _told(order[0], equation, first, other, None, list(order[1:3]))
    if AND.fullmatch(texts[2]) and IF.fullmatch(texts[3]) and order[3] >= 0:
        second = _condition(found[order[3]])
        return None if second is None else _told(order[0], equation, first, other, second, list(order[1:4]))
    return None


def _in_front(found: Sequence[Located], order: Sequence[int], texts: Sequence[str]) -> _Told | None:
    """`$x > 0$ のとき $f(x) = a$、それ以外は $b$`."""
    if CJK_WHEN.fullmatch(texts[1]) is None or order[1] < 0 or order[2] < 0:
        return None
    first, equation = _condition(found[order[0]]), _equation(found[order[1]])
    if first is None or equation is None:
        return None
    if CJK_ELSE.fullmatch(texts[2]):
        other = _other(found[order[2]], equation)
        return None if other is None else _told(order[1], equation, first, other, None, [order[0], order[2]])
    second = _condition(found[order[2]])
    if second is None or len(order) < 4 or order[3] < 0 or not CJK_AND.fullmatch(texts[2]):
        return None
    other = _other(found[order[3]], equation) if CJK_WHEN.fullmatch(texts[3]) else None
    return None if other is None else _told(order[1], equation, first, other, second, [order[0], *order[2:4]])


def _told(
    number: int, equation: Chain, first: Chain, other: Node, second: Chain | None, gone: list[int]
) -> _Told | None:
    """The two values, if the conditions compare the argument of the function with what it is not made of."""
    letter = argument_of(equation)
    conditions = [c for c in (first, second) if c is not None]
    if letter is None or not all(_compares(c, letter) for c in conditions):
        return None
    rows = (CaseRow(equation.members[1], (first,)), CaseRow(other, (second,) if second else (), otherwise=not second))
    return number, equation, rows, gone


def _equation(located: Located) -> Chain | None:
    r"""An inline equation that says what a function of one letter is.

    >>> from symderiv.document import parse_document, read_formulas
    >>> [_equation(x) is not None for x in read_formulas(parse_document("$f(x) = 1$ $f_x = 1$ $f(x) > 0$"))]
    [True, False, False]
    """
    display, f = located
    if not isinstance(f, Formula) or not display.inline or len(f.statements) != 1 or f.statements[0].conditions:
        return None
    chain = f.statements[0].chain
    one = len(chain.members) == 2 and chain.relations[0] in EQUALITIES
    return chain if one and argument_of(chain) is not None else None


def argument_of(chain: Chain) -> Name | None:
    """The x of `f(x) = ..`, a letter that carries nothing."""
    applied = applied_alone(chain.members[0])
    items = applied[1].items if applied is not None else ()
    letter = items[0] if len(items) == 1 else None
    return letter if isinstance(letter, Name) and letter == Name(letter.base) else None


def _condition(located: Located) -> Chain | None:
    """What an inline formula compares, if it is an inequality."""
    display, f = located
    if not isinstance(f, Formula) or not display.inline or len(f.statements) != 1 or f.statements[0].conditions:
        return None
    chain = f.statements[0].chain
    return chain if chain.relations and not set(chain.relations) & EQUALITIES else None


def _compares(c: Chain, letter: Name) -> bool:
    """Does a condition compare that letter itself with something else?"""
    others = [m for m in c.members if m != letter]
    return len(others) + 1 == len(c.members) and all(x != letter for m in others for x in of_kind(m, Name))


def _other(located: Located, equation: Chain) -> Node | None:
    """The other value, alone or behind the same left side, typed or taken over from the equation."""
    alone = value_alone(located)
    f = located[1]
    if alone is not None or not isinstance(f, Formula) or len(f.statements) != 1 or f.statements[0].conditions:
        return alone
    chain = f.statements[0].chain
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES:
        return None
    left, value = chain.members
    left = left.items[0] if isinstance(left, Group) and len(left.items) == 1 else left
    return value if left == equation.members[0] else None


def _tell(found: list[Located], number: int, equation: Chain, rows: tuple[CaseRow, ...], gone: list[int]) -> None:
    """Put the values in the place of the one; without any, what it is is left open."""
    display, f = found[number]
    assert isinstance(f, Formula)
    span = equation.members[1].span
    value = Cases(rows, span) if rows else Misfit(NOT_UNDERSTOOD, span=span)
    made = replace(equation, members=(equation.members[0], value))
    found[number] = display, replace(f, statements=(replace_statement(f.statements[0], chain=made),))
    for n in gone:
        beside, formula = found[n]
        assert isinstance(formula, Formula)
        found[n] = beside, replace(formula, statements=())
