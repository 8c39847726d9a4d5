r"""The layout of a derivative of a vector by a vector told by its entries: `the entry in row $i$ and column $j$ of
$\frac{\partial a}{\partial b}$ is $\frac{\partial a_j}{\partial b_i}$`.

Formulas and words alternate in such a sentence; an equation, `(\partial a/\partial b)_{ij} = \partial a_j/\partial
b_i`, says the same. It speaks of any two vectors where words in front of it say so; of the derivative of one vector by
another it says nothing of others, and what is said of other texts is no layout. `(\partial L/\partial V)_{ji} =
\partial L/\partial V_{ij}` among words says of a number by a matrix that it stands as the transpose does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ....document.blocks import Block
from ....latex.tree import Chain, Derivative, Formula, Group, Name, Node, Scripted
from ....latex.walking import of_kind
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, chains_of
from ...shapes.rows_told import ASIDE, DENIED
from ...spelled.scripts import entries_of
from ...spelled.shape import letter_of
from ..said_in_place import gaps_of, value_alone
from .layout_grammar import Layout
from .layouts_by_entries import STATING

NUMERATOR, DENOMINATOR, OPEN = "numerator", "denominator", ""
_ENTRY = r"(?:entry|element|component)"
BEHIND_IT = (
    lazily(r"\s*(?:的|の)?\s*第?\s*"),
    lazily(r"\s*行[，,]?\s*第?\s*"),
    lazily(r"\s*列(?:的)?(?:元素|元|分量|成分|要素)?(?:为|為|是|等于|等於|は|を|が)\s*"),
)
"""Words behind such a derivative, between the letters, and in front of its entry;"""
BEHIND_IT_IN_ENGLISH = (
    lazily(rf"\s*(?:has|with)\s+(?:the\s+)?{_ENTRY}\s+(?:in|at)\s+row\s*", re.I),
    lazily(r"\s*(?:,|and)\s*column\s*", re.I),
    lazily(r"\s*(?:is|equal\s+to|being)?\s*", re.I),
)
BEHIND_IT_ABROAD = (
    (
        lazily(r"\s*(?:hat|besitzt|mit)\s+(?:dabei\s+|also\s+)?in\s+(?:der\s+)?Zeile\s*", re.I),
        lazily(r"\s*(?:,|und)\s*(?:in\s+)?(?:der\s+)?Spalte\s*", re.I),
        lazily(r"\s*(?:als\s+)?(?:den|das|die)?\s*(?:Eintrag|Element|Komponente)?\s*", re.I),
    ),
    (
        lazily(r"\s*(?:a|ont|contient)\s*,?\s*(?:à|en|sur|dans)\s+(?:la\s+)?ligne\s*", re.I),
        lazily(r"\s*(?:,|et)\s*(?:(?:à|en|sur|dans)\s+)?(?:la\s+)?colonne\s*", re.I),
        lazily(r"\s*,?\s*(?:pour\s+|comme\s+)?(?:le\s+|l['’]\s*)?(?:coefficient|terme|élément|entrée)?\s*", re.I),
    ),
    (
        lazily(r"\s*tiene\s+en\s+(?:la\s+)?fila\s*", re.I),
        lazily(r"\s*(?:,|y)\s*(?:(?:en\s+)?la\s+)?columna\s*", re.I),
        lazily(r"\s*(?:el|la)?\s*(?:elemento|entrada|componente|coeficiente)?\s*", re.I),
    ),
)
"""The same in other languages;"""
IN_FRONT = (
    lazily(r"\s*(?:,|and|und|et)?\s*(?:in\s+)?(?:column|Spalte|colonne)\s*", re.I),
    lazily(r"\s*(?:of|von|de)\s+(?:(?:the\s+)?(?:derivative|Jacobian(?:\s+matrix)?)\s+)?", re.I),
    lazily(r"\s*(?:is|equals|ist|est|vaut)\s*", re.I),
)
"""and behind the letters, where these come first."""
ROW = lazily(r"(?:\brow|\bZeile|\bligne)\s*\Z", re.I)
GENERAL = lazily(
    r"\bvectors?\b[^.;]{0,40}\b(?:by|respect\s+to|wrt)\b[^.;]{0,30}\bvectors?\b|\bjacobi|\blayout\b|向量(?:对|對|关于|關於)(?:列)?向量"
    r"|(?:分子|分母)(?:布局|佈局|レイアウト)|雅可比|ベクトル(?:の|を)(?:列|縦)?ベクトル|ヤコビ|\bVektors?\b[^.;]{0,40}\bVektor\b",
    re.I,
)
"""Words by which it is one of any two vectors."""


class _Jacobian(NamedTuple):
    """A derivative of a name by a name."""

    of: Name
    by: Name


def layouts_by_entry(located: Sequence[Located], blocks: Sequence[Block]) -> frozenset[str]:
    r"""The layouts that such sentences tell; '' for one that may be about something else.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(
    ...     r"The derivative of a vector by a vector $\frac{\partial a}{\partial b}$ has the entry in row $i$ and "
    ...     r"column $j$ $\frac{\partial a_j}{\partial b_i}$."
    ... )
    >>> layouts_by_entry(read_formulas(page), page.blocks)
    frozenset({'denominator'})
    """
    equated = frozenset(_equated(located))
    if not any(_jacobian(value_alone(pair)) is not None for pair in located if pair[0].inline):
        return equated
    return equated | frozenset(_told(located, gaps_of(located, blocks)))


def of_matrices_by_entry(located: Sequence[Located]) -> tuple[list[Located], frozenset[Layout]]:
    r"""The formulas without equations among words that tell the layout of a number by a matrix, and what they tell.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"where $(\frac{\partial L}{\partial V})_{ji} = \frac{\partial L}{\partial V_{ij}}$")
    >>> [x.value for x in of_matrices_by_entry(read_formulas(page))[1]]
    ['transposed']
    """
    told: set[Layout] = set()
    found: list[Located] = []
    for display, f in located:
        if display.inline and isinstance(f, Formula):
            said = {s: layout for s in f.statements if (layout := _layout_by_matrix(s.chain)) is not None}
            sure = not DENIED.search(display.before) and not ASIDE.search(display.before)
            told |= set(said.values()) if sure else {Layout.OPEN} & {Layout.OPEN for _ in said}
            f = replace(f, statements=tuple(s for s in f.statements if s not in said)) if said else f
        found.append((display, f))
    return found, frozenset(told)


def _layout_by_matrix(c: Chain) -> Layout | None:
    """What an equation tells of the entry of such a derivative and the derivative by an entry."""
    whole, indices = _whole_and_indices(c) or (None, ())
    one, two = (_jacobian(whole), _jacobian(c.members[1])) if whole is not None else (None, None)
    if one is None or two is None or len(indices) != 2 or one.of != two.of or entries_of(one.by):
        return None
    below, letters = [letter_of(e) for e in entries_of(two.by)], [letter_of(e) for e in indices]
    if one.by.base != two.by.base or None in letters or letters[0] == letters[1]:
        return None
    return Layout.AS_VARIABLE if below == letters else Layout.TRANSPOSED if below == letters[::-1] else None


def _equated(located: Sequence[Located]) -> Iterator[str]:
    r"""The layouts told by an equation, `(\partial y/\partial x)_{ij} = \partial y_j/\partial x_i`."""
    for display, formula in located:
        for s in formula.statements if isinstance(formula, Formula) else ():
            found = _layout_of_chain(s.chain)
            if found is None:
                continue
            used = {x.base for c in chains_of(located) if c != s.chain for x in of_kind(c, Name)}
            of, by = found[1]
            is_said = STATING.fullmatch(display.before) is not None or GENERAL.search(display.before) is not None
            if DENIED.search(display.before) or ASIDE.search(display.before) or not is_said:
                yield OPEN
            elif GENERAL.search(display.before) or used.isdisjoint({of.base, by.base}):
                yield found[0]
            elif found[0] == DENOMINATOR:
                yield OPEN


def _layout_of_chain(c: Chain) -> tuple[str, _Jacobian] | None:
    inner, indices = _whole_and_indices(c) or (None, ())
    jacobian = _jacobian(inner)
    layout = _layout(inner, *indices, c.members[1]) if jacobian is not None and len(indices) == 2 else None
    return (layout, jacobian) if layout is not None and jacobian is not None else None


def _whole_and_indices(c: Chain) -> tuple[Node, tuple[Node, ...]] | None:
    """What carries indices in parentheses on the left of an equation of two members, and these."""
    whole = c.members[0]
    if len(c.members) != 2 or not isinstance(whole, Scripted) or c.relations[0] not in EQUALITIES or whole.primes:
        return None
    inner = whole.base.items[0] if isinstance(whole.base, Group) and len(whole.base.items) == 1 else whole.base
    return inner, whole.scripts[0].entries if len(whole.scripts) == 1 and not whole.scripts[0].above else ()


def _told(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[str]:
    for n in range(len(gaps) - len("aij")):
        run = gaps[n : n + len("aijd")]
        if any(number < 0 for number, _ in run):
            continue
        values = [value_alone(located[number]) for number, _ in run]
        words = [text for _, text in run]
        lead = re.split(r"[.;!?。；！？\n]", words[0])[-1]
        for whole, row, column, patterns in (
            (0, 1, 2, BEHIND_IT),
            (0, 1, 2, BEHIND_IT_IN_ENGLISH),
            *((0, 1, 2, patterns) for patterns in BEHIND_IT_ABROAD),
            (2, 0, 1, IN_FRONT),
        ):
            if not all(p.fullmatch(w) for p, w in zip(patterns, words[1:], strict=True)):
                continue
            if whole and not ROW.search(lead):
                continue
            layout = _layout(values[whole], values[row], values[column], values[-1])
            if layout is not None:
                if DENIED.search(lead) or ASIDE.search(lead):
                    yield OPEN
                elif GENERAL.search(lead) or GENERAL.search(words[whole]):
                    yield layout
                elif layout == DENOMINATOR:  # the other one is what all others are, too
                    yield OPEN


def _layout(whole: Node | None, row: Node | None, column: Node | None, entry: Node | None) -> str | None:
    """Whose index is the row, that of what is differentiated or of what it is taken by?"""
    one, two = _jacobian(whole), _jacobian(entry)
    i, j = (None if x is None else letter_of(x) for x in (row, column))
    if one is None or two is None or i is None or j is None or i == j or entries_of(one.of) or entries_of(one.by):
        return None
    places = [[letter_of(e) for e in entries_of(x)] for x in (two.of, two.by)]
    if one.of.base != two.of.base or one.by.base != two.by.base:
        return None
    return NUMERATOR if places == [[i], [j]] else DENOMINATOR if places == [[j], [i]] else None


def _jacobian(x: Node | None) -> _Jacobian | None:
    if not isinstance(x, Derivative) or x.order != 1 or len(x.wrt) != 1:
        return None
    of, by = x.of, x.wrt[0].body
    return _Jacobian(of, by) if isinstance(of, Name) and isinstance(by, Name) else None
