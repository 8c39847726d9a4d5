r"""Names that nothing defines beside one that is computed, of the same letter in another case or font or without their
accent or prime: `k_{ij}` beside `K = X W_K`, `h_j` beside `\mathbf{h} = \tanh(\mathbf{z})`, `\tilde{h}_j` beside `h_j`.

Most likely they are the entries of that, and depend on what it depends on; but no line says so, and taken for data
their derivatives would be 0. Words that call them data or parameters tell them apart, and so does a formula for another
name in which both stand, or sizes that are others (`weights_apart`). Where they differ by an accent, so does a list of
names that has both, as in `$Y = (y_j)$ and $\hat{Y} = (\hat{y}_j)$ are rows`, and a loss that takes what is made of the
one from the other, `\hat{y}_j - f(y_j)`. None of these does where words say something else of the one with the accent:
`the estimate $\hat{y}$`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...digraph import reachable
from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import Add, Mul, Var, Variable, num, of_kind, variables
from ...latex import tree as t
from ...latex.tree import Formula
from ...pattern import lazily
from ...system import Span
from ..facts import Facts
from ..front import Front
from ..located import Located
from ..shapes.rows_told import lists_in_words
from ..spelled.keys import split_key
from ..spelled.shape import shape_of
from ..statements import Equation
from ..told.called_data import called_data
from ..told.said_of_accents import is_said_otherwise
from ..told.untold import ALIKE, Untold
from .weights_apart import are_weights_apart

FONT = lazily(r"\\(?:mathbf|boldsymbol|bm|bf|mathsf|mathrm|mathit|mathcal|mathscr|vec|underline)\{([^{}]*)\}")
MARKS = lazily(r"\\(?:hat|tilde|bar|dot|ddot|check|breve|mathring)\{([^{}]*)\}|(?<=\S)'+")
"""Accents and primes."""


def lookalikes(
    definitions: Sequence[RawDefinition],
    equations: Sequence[Equation],
    located: Sequence[Located],
    front: Front,
    ranges: Sequence[Span],
    facts: Facts,
) -> Iterator[Untold]:
    """The names in the equations of a page which nothing defines, or tells apart from what they look like."""
    lines = {d.left.variable: d.place.line if d.place is not None else 0 for d in reversed(definitions)}
    alike: dict[tuple[object, ...], list[Variable]] = {}
    for u in lines:
        alike.setdefault(_folded(u.key), []).append(u)
    members = (m for e in equations for m in e.members if not isinstance(m, ReadError))
    given = [v for v in dict.fromkeys(v for m in members for v in variables(m)) if v not in lines]
    pairs = [(v, u) for v in given for u in _like(v, alike) if split_key(u.key)[0] != split_key(v.key)[0]]
    if not pairs:
        return
    told, listed = called_data(located, front), called_data((), front)
    lists = list(_lists(located))
    bodies = [variables(d.body) for d in definitions]
    made: dict[Variable, set[Variable]] = {}
    for d, body in zip(definitions, bodies, strict=True):
        made.setdefault(d.left.variable, set()).update(body)
    for v, u in pairs:
        base, above, below, tail = split_key(v.key)
        if v in reachable(made, u):
            continue
        if _is_marked(v, u) and base not in listed and is_said_otherwise(base, located):
            yield Untold(base, lines[u], None if tail else (above, below), split_key(u.key)[0], kind=ALIKE)
            continue
        if base in told or not v.arity or any({u, v} <= body for body in bodies):
            continue
        if _differ_by_marks(u, v) and (_listed(u, v, lists) or _compared(u, v, definitions, made)):
            continue
        if are_weights_apart(u, v, definitions, made, ranges, facts):
            continue
        yield Untold(base, lines[u], None if tail else (above, below), split_key(u.key)[0], kind=ALIKE)


def _like(v: Variable, alike: Mapping[tuple[object, ...], Sequence[Variable]]) -> Iterator[Variable]:
    """The computed names that a name looks like, as it is and without its marks."""
    plain = MARKS.sub(r"\1", v.key)
    yield from alike.get(_folded(v.key), ())
    if plain != v.key:
        yield from alike.get(_folded(plain), ())


def _differ_by_marks(u: Variable, v: Variable) -> bool:
    one, two = (split_key(MARKS.sub(r"\1", x.key))[0] for x in (u, v))
    return one == two


def _is_marked(v: Variable, u: Variable) -> bool:
    """Is the one name the other with an accent?"""
    base = split_key(v.key)[0]
    return MARKS.search(base) is not None and MARKS.sub(r"\1", base) == split_key(u.key)[0]


def _lists(located: Sequence[Located]) -> Iterator[list[frozenset[str]]]:
    """The letters in each of the formulas that sentences list one after another."""
    for run, _ in lists_in_words(located):
        formulas = [f for _, f in (located[n] for n in run) if isinstance(f, Formula)]
        if len(formulas) > 1:
            yield [
                frozenset(shape.base for s in f.statements for x in t.of_kind(s, t.Name) if (shape := shape_of(x)))
                for f in formulas
            ]


def _listed(u: Variable, v: Variable, lists: Sequence[Sequence[frozenset[str]]]) -> bool:
    """Does a list have the two as different things?"""
    one, two = split_key(u.key)[0], split_key(v.key)[0]
    apart = ([x for x in found if (one in x) != (two in x)] for found in lists)
    return any(any(one in x for x in found) and any(two in x for x in found) for found in apart)


def _compared(
    u: Variable, v: Variable, definitions: Sequence[RawDefinition], made: Mapping[Variable, set[Variable]]
) -> bool:
    """Does a number that is defined hold the difference of the one and of what is made of the other?"""
    sums = (x for d in definitions if not d.left.indices for x in of_kind(d.body, Add))
    for one, two in filter(None, map(_difference, sums)):
        other = two.variable if one.variable == v else one.variable if two.variable == v else None
        if other is not None and one.indices == two.indices and u in reachable(made, other):
            return True
    return False


def _difference(x: Add) -> tuple[Var, Var] | None:
    """The two entries of which it is the difference."""
    taken = [term.factors[1] for term in x.terms if isinstance(term, Mul) and term.factors[:1] == (num(-1),)]
    entries = [e for e in (*x.terms, *taken) if isinstance(e, Var)]
    return (entries[0], entries[1]) if len(x.terms) == len(entries) == 2 and len(taken) == 1 else None


def _folded(key: str) -> tuple[object, ...]:
    r"""A name whatever its case and font, with the number of its indices: `\mathbf{K}_{#,#}` as `k_{#,#}`."""
    base, *parts = split_key(key)
    plain = FONT.sub(r"\1", base)
    return plain.lower(), *parts
