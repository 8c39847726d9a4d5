r"""Definitions beside one another: do two say the same, does one give a diagonal only?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...affine import Affine, Sym, affine
from ...bound_letters import by_depth
from ...draft import RawDefinition
from ...errors import ReadError
from ...expr import Expr, Labelled, Num, Var, Variable, holds_derivative, of_kind, rebuild, substitute, variables
from ..spelled.keys import split_key
from ..statements import Equation, Member, differentiated_by


@dataclass(slots=True)
class Decided:
    """The definitions of a document in order, with the number of the equation that each comes from."""

    definitions: list[tuple[int, RawDefinition]] = field(default_factory=list)

    def of(self, variable: Variable) -> Iterator[RawDefinition]:
        """The definitions of one variable."""
        return (d for _, d in self.definitions if d.left.variable == variable)


def is_constant_diagonal(e: Equation) -> bool:
    """Does it give the entries of which two indices are equal a number, `w_{ii} = 0`?"""
    return e.left is not None and repeats(e.left) and len(e.members) == 2 and isinstance(e.members[1], Num)


def but_for_repeated(general: Sequence[Equation], equations: Sequence[Equation]) -> list[Equation]:
    r"""The definitions without those of arrays that say the same as one by entries behind them but for one name, the B
    of `Y = W X + B` beside `y_{pq} = \sum_k w_{pk} x_{kq} + b_p`: in each column of B stands b.

    No other line speaks of B, and one differentiates by b.
    """
    by = {x.variable for x in differentiated_by(equations)}
    return [e for e in general if not any(_repeats_a_name(e, f, by, equations) for f in general if f.number > e.number)]


def but_for_units_of_layers(
    one: Sequence[Sym | None], other: Sequence[Sym | None], layered: Mapping[str, str]
) -> list[tuple[Sym | None, Sym | None]]:
    r"""Pairs of letters of two left sides, but for those that number the units of one layer, whatever their ends.

    Of `\delta_i^l` and `\delta_j^l` with i up to `n_L` and j up to `n_{l-1}`, both are of layer l.
    """
    pairs = list(zip(one, other, strict=True))
    if not any(a is not None and a == b for a, b in pairs):
        return pairs
    sizes = [tuple(layered.get(s.name) if s is not None else None for s in pair) for pair in pairs]
    return [pair for pair, (a, b) in zip(pairs, sizes, strict=True) if a is None or a != b]


def made_of_derivatives(d: RawDefinition, of: Callable[[Variable], Iterable[RawDefinition]]) -> bool:
    """Is it made of names for derivatives, and not of itself at another step? `of` gives the definitions of a name."""
    made_of = {x.variable for x in of_kind(d.body, Var)}
    return d.left.variable not in made_of and any(holds_derivative(x.body) for v in made_of for x in of(v))


def _repeats_a_name(e: Equation, f: Equation, by: set[Variable], equations: Sequence[Equation]) -> bool:
    if e.left is None or f.left is None or e.left.variable != f.left.variable:
        return False
    first, second = _names(e), _names(f)
    whole, entry = first - second, second - first
    if len(whole) != 1 or len(entry) != 1 or not entry <= by:
        return False
    (one,), (other,) = whole, entry
    alike = split_key(one.key)[0].lower() == split_key(other.key)[0] != split_key(one.key)[0]
    places = (one.key.count("#"), other.key.count("#"))
    return alike and places[0] > places[1] and not any(one in _names(x) for x in equations if x is not e)


def _names(e: Equation) -> set[Variable]:
    return {v for m in e.members if not isinstance(m, ReadError) for v in variables(m)}


def repeats(entry: Var) -> bool:
    """Does one letter stand in two places?"""
    letters = [i.letter for i in entry.indices if i.letter is not None]
    return len(set(letters)) < len(letters)


def without_labels(e: Expr) -> Expr:
    """The expression without the labels of its braces."""
    if isinstance(e, Labelled):
        return without_labels(e.body)
    return rebuild(e, without_labels)


def same_definition(a: RawDefinition, b: RawDefinition) -> bool:
    """Do two definitions say the same, letters renamed?"""
    if a.left.variable != b.left.variable:
        return False
    values: dict[Sym, Affine] = {}
    for x, y in zip(a.left.indices, b.left.indices, strict=True):
        letter = x.letter
        if letter is not None and y.letter is not None:
            values[letter] = y
        elif x != y:
            return False
    renamed = substitute(a.body, values)
    return by_depth(renamed) == by_depth(b.body)


def with_ranges_of(new: RawDefinition, old: RawDefinition) -> RawDefinition:
    r"""A definition with the ranges of a later one of the same entry in the same names, where it has none itself.

    `x_{l+1} = x_0 x_l^T w_l + x_l` in a sentence is meant for the l of the display that says it by entries.
    """
    if old.where or set(variables(old.body)) != set(variables(new.body)) or holds_derivative(old.body):
        return old
    values: dict[Sym, Affine] = {}
    for x, y in zip(old.left.indices, new.left.indices, strict=True):
        one, two = tuple(x.letters()), tuple(y.letters())
        if len(one) != 1 or len(two) != 1 or x - y.substitute({two[0]: affine(one[0])}) != affine(0):
            return old
        values[two[0]] = affine(one[0])
    own = {span.letter for span in old.ranges}
    more = tuple(span for s in new.ranges if s.letter in values and (span := s.renamed(values)).letter not in own)
    return RawDefinition(old.left, old.body, (*old.ranges, *more), old.where, old.place) if more else old


def says_start(e: Equation, new: RawDefinition, old: RawDefinition) -> bool:
    r"""Does a sentence say what is before the first step, `$h_t = 0$ for $t \le 0$`, of what has no range else?"""
    return e.stated.inline and isinstance(new.body, Num) and bool(new.where) and not (old.ranges or old.where)


def any_derivative(members: Iterable[Member]) -> bool:
    """Does one of them hold a derivative?"""
    return any(not isinstance(m, ReadError) and holds_derivative(m) for m in members)
