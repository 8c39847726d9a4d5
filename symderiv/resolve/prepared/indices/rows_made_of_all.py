r"""Rows with a label that a definition makes of all others: `x_{w_0,d} = \frac{1}{2c} \sum_{m=1}^{2c} x_{m,d}`.

The mean of the rows that m numbers is none of them: it would be made of itself. So the label, a word or a letter with a
number, tells a name apart, as the star of `x_{*,d}` does. Where it stands in the body of the definition, below a sum or
in a condition, it may be an index, and all stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.statement_forms import derives
from ....latex.tree import BigSum, Formula, Name, Node, Product, Statement, Symbol, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import is_word, label_of, letter_of, spelled_label

Row = tuple[Name, Node]
"""A name with a mark in the place of the label, and the label."""
HOLE = Symbol("#")


def _has_rows(s: Statement) -> bool:
    return any(True for _ in _made_of_all(s))


@where(_has_rows)
def with_rows_made_of_all(located: Sequence[Located]) -> list[Located]:
    """The formulas, labels of such rows as signs that are part of the name."""
    formulas = read_of(located)
    found = dict.fromkeys(row for f in formulas for s in f.statements for row in _made_of_all(s))
    rows = {(x.base, x.accents, x.font, label) for x, label in found if _is_label(label, formulas)}
    if not rows:
        return list(located)

    def change(x: object) -> Name | None:
        if not isinstance(x, Name) or not x.scripts:
            return None
        mine = {label for *name, label in rows if tuple(name) == (x.base, x.accents, x.font)}
        return _with_signs(x, mine) if mine else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _made_of_all(s: Statement) -> Iterator[Row]:
    """The row that an equation makes of a sum over all rows of the same name."""
    chain = s.chain
    if not chain.relations or chain.relations[0] not in EQUALITIES or derives(s):
        return
    left, body = chain.members[:2]
    if not isinstance(left, Name):
        return
    for x, label in _with_labels(left):
        for total in t.of_kind(body, BigSum):
            letter = _letter_of(total)
            if letter is not None and not _stands_in(label, body) and _with_letter(x, letter) in _names(total.body):
                yield x, label


def _with_labels(x: Name) -> Iterator[Row]:
    for script in x.scripts:
        for e in script.entries if not script.above else ():
            if _may_be_label(e):
                yield _with(x, e, HOLE), e


def _may_be_label(e: Node) -> bool:
    """Is it a word (`avg` as it stands, too), or a letter with a number below?"""
    if isinstance(e, Text):
        return not e.math and e.content.strip().isalpha()
    if isinstance(e, Product):
        return len(e.factors) > 2 and all(f.joined is False and not f.operator and letter_of(f.body) for f in e.factors)
    if isinstance(e, Name) and is_word(e):
        return True
    inner = [y for s in e.scripts for y in s.entries if not s.above] if isinstance(e, Name) else []
    return len(inner) == 1 and isinstance(inner[0], t.Number) and label_of(e) is not None


def _with(x: Name, old: Node, new: Node) -> Name:
    scripts = (replace(s, entries=tuple(new if e == old else e for e in s.entries)) for s in x.scripts)
    return replace(x, scripts=tuple(scripts))


def _with_letter(x: Name, letter: str) -> Name:
    return _with(x, HOLE, Name(letter))


def _letter_of(total: BigSum) -> str | None:
    r"""The letter of a sum that leaves nothing out: `\sum_m`, `\sum_{m=1}^{M}`."""
    below = total.below[0] if total.operator == r"\sum" and len(total.below) == 1 else None
    if isinstance(below, t.Chain):
        numbered = below.relations == ("=",) and isinstance(below.members[1], t.Number)
        return letter_of(below.members[0]) if numbered else None
    return letter_of(below) if below is not None and total.above is None else None


def _names(x: Node) -> frozenset[Name]:
    return frozenset(t.of_kind(x, Name))


def _stands_in(label: Node, x: Node) -> bool:
    return any(e == label for e in t.walk(x))


def _is_label(label: Node, formulas: Sequence[Formula]) -> bool:
    """Does the label stand in scripts alone, so that nothing runs over it or compares it?"""
    statements = [s for f in formulas for s in f.statements]
    entries = sum(label in s.entries for x in statements for y in t.of_kind(x, Name) for s in y.scripts)
    return entries == sum(e == label for x in statements for e in t.of_kind(x, type(label)))


def _with_signs(x: Name, labels: set[Node]) -> Name | None:
    for e in [e for s in x.scripts for e in s.entries if e in labels]:
        return _with(x, e, Symbol(_typed(e)))
    return None


def _typed(label: Node) -> str:
    if isinstance(label, Product):
        return "".join(spelled_label(f.body) for f in label.factors)
    return spelled_label(label)
