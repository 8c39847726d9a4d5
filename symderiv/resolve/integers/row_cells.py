r"""Do the rows of a `cases` about values leave nothing out, and exclude one another?

Every comparison either holds or not, and so every choice of what holds is a cell, if it is possible at all (`x > b`
and `x < a` are not, for a < b). In each cell a row must hold, or the `cases` has no value there. Two rows may not hold
in a cell of one value; where several values are compared the first row counts, for what the letters are is not known.
Absolute values are written out, by the sign of what is inside.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from ...bound_letters import by_depth
from ...expr import Add, Apply, Expr, Mul, Num, mul
from ...halfspaces import negative, possible

Form: TypeAlias = dict[Hashable, Fraction]
Chosen: TypeAlias = tuple[tuple[Expr, Form, bool], ...]
"""What was decided, each with the form that is positive if so."""

MOST_CELLS = 500


def gap(rows: Sequence[Sequence[Expr]]) -> str:
    """What is wrong with rows that hold where all their expressions are positive; nothing if they fill all cells once.

    >>> from symderiv.expr import Variable, add, neg, num
    >>> x = Variable("x")()
    >>> gap([[x], [neg(x)]]), gap([[x], [add(neg(x), num(-1))]])
    ('', 'between its rows it has no value')
    >>> gap([[x], [add(num(3), neg(x))]])
    'two of its rows hold at once'
    """
    rows = [list(map(by_depth, row)) for row in rows]  # rows that compare one sum call its letter as they like
    leads = list(dict.fromkeys(lead for row in rows for lead in row))
    inside = list(dict.fromkeys(x for lead in leads for x in _absolute(lead)))
    for n, cell in enumerate(_cells([*inside, *leads])):
        if n == MOST_CELLS:
            return "it compares too many values"
        holds = {e: yes for e, _, yes in cell}
        held = sum(all(holds[lead] for lead in row) for row in rows)
        if not held:
            return "between its rows it has no value"
        values = {frozenset(form) - {None} for _, form, _ in cell}
        if held > 1 and len(values) == 1:
            return "two of its rows hold at once"
    return ""


def _cells(questions: Sequence[Expr], chosen: Chosen = ()) -> Iterator[Chosen]:
    """Every possible choice of which expressions are positive."""
    if len(chosen) == len(questions):
        yield chosen
        return
    e = questions[len(chosen)]
    signs = {x: yes for x, _, yes in chosen}
    form = _form(e, signs)
    for yes in (True, False):
        new = (*chosen, (e, form if yes else negative(form), yes))
        if possible(f for _, f, _ in new):
            yield from _cells(questions, new)


def _absolute(e: Expr) -> Iterator[Expr]:
    """What stands in bars as a term of a value."""
    for term, _ in _terms(e, Fraction(1), {}):
        if isinstance(term, Apply) and term.function == "abs":
            yield from _absolute(term.args[0])
            yield term.args[0]


def _form(e: Expr, signs: Mapping[Expr, bool]) -> Form:
    """A value as a linear form of its terms."""
    found: Form = {}
    for term, coefficient in _terms(e, Fraction(1), signs):
        found[term] = found.get(term, Fraction(0)) + coefficient
    return {t: c for t, c in found.items() if c}


def _terms(e: Expr, times: Fraction, signs: Mapping[Expr, bool]) -> Iterator[tuple[Expr | None, Fraction]]:
    """The terms with their coefficients; None is the constant."""
    if isinstance(e, Num):
        yield None, times * e.value
    elif isinstance(e, Add):
        for x in e.terms:
            yield from _terms(x, times, signs)
    elif isinstance(e, Mul) and any(isinstance(f, Num) for f in e.factors):
        for f in e.factors:
            times *= f.value if isinstance(f, Num) else 1
        yield from _terms(mul(*(f for f in e.factors if not isinstance(f, Num))), times, signs)
    elif isinstance(e, Apply) and e.function == "abs" and e.args[0] in signs:
        yield from _terms(e.args[0], times if signs[e.args[0]] else -times, signs)
    else:
        yield e, times
