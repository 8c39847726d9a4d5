r"""Equations to resolved chains: members as expressions, conditions as ranges and constraints, nothing decided yet.

A chain that cannot be read in one member keeps the error in its place; the other members are still read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TypeAlias, Union

from ..affine import Sym
from ..domain import Domain, ge, le
from ..domain.constraint import Constraint
from ..errors import Place, ReadError
from ..expr import Expr, Partial, Var, Variable, children, free, holds_derivative, of_kind, variables
from ..inverted import inverted
from ..latex import tree as t
from ..latex.scripts import domain as domain_latex
from ..latex.source import Offsets
from ..latex.tree import Node
from ..notation import EQUALITIES
from ..system import Span
from .arrays.matrices import Matrices
from .formulas import Resolver
from .integers.conditions import INEQUALITIES
from .integers.distances import Choice
from .integers.implicit import placed, summed_on_left, with_implicit_sums
from .integers.index import span_domain
from .integers.unequal import loose_letters
from .meaning import Meaning
from .read_beside import OfSums, Reader, about, letters_of, parted
from .spelled.keys import split_key
from .spelled.shape import is_norm, letters_in, shape_of
from .stated import Stated, names_of, names_of_left, shown
from .told.said_doubtfully import Doubted
from .values import MatrixNotation

Member: TypeAlias = Union[Expr, ReadError]


@dataclass(slots=True)
class Equation:
    """One chain of the document, resolved.

    - `members` with the `spans` of each in the formula; a member that cannot be read is its error;
    - `places`: every part of the members with the span it was read from;
    - `ranges` and `where`: what stands beside it, as far as its letters occur in it; `perhaps`: what may hold besides;
      `given`: conditions, as typed, that could not be used, `conditional`: some of them about more than the left side;
      `choice`: that one of these that leaves a choice, `doubtful`: those that words may widen or turn round; `of_sums`:
      what is said of letters that only its sums have;
    - `defines`: the links that introduce a name; `restates`: those that repeat a definition; `function`: the one that
      it defines; `excepted`: how words make it an exception to a definition, if it is one (`latex.excepted`).
    """

    number: int
    stated: Stated
    members: list[Member]
    spans: list[Offsets]
    relations: tuple[str, ...]
    ranges: tuple[Span, ...] = ()
    where: tuple[Constraint, ...] = ()
    perhaps: tuple[Constraint, ...] = ()
    given: tuple[str, ...] = ()
    doubtful: tuple[Doubted, ...] = ()
    choice: Choice | None = None
    of_sums: tuple[OfSums, ...] = ()
    conditional: bool = False
    dummies: frozenset[str] = frozenset()
    places: tuple[tuple[Expr, Offsets], ...] = ()
    defines: dict[int, Var] = field(default_factory=dict)
    restates: set[int] = field(default_factory=set)
    function: str = ""
    excepted: str = ""

    @property
    def left(self) -> Var | None:
        """The first member, if it is the entry of a variable."""
        first = self.members[0]
        return first if isinstance(first, Var) else None

    @property
    def place(self) -> Place:
        """Where the chain stands."""
        return self.stated.formula.place(self.stated.statement.span)

    @property
    def errors(self) -> Iterator[ReadError]:
        """What could not be read."""
        return (m for m in self.members if isinstance(m, ReadError))


@dataclass(frozen=True, slots=True)
class Style:
    """How the author writes: sums left out (`implicit`) but for those over `steps`, matrices explained by a sentence
    (`arrays`, by letter), and those of them that have two different lengths (`oblong`)."""

    implicit: bool = False
    arrays: Mapping[str, Variable] = field(default_factory=dict)
    oblong: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()


def resolve_equation(
    number: int, stated: Stated, meaning: Meaning, style: Style, problems: list[ReadError] | None = None
) -> Equation:
    """Resolve the members and the conditions of one chain; conditions that cannot be read go to `problems`."""
    chain = stated.statement.chain
    dummies = meaning.dummies.get(number, frozenset())
    ranged = frozenset(s for _, c in stated.conditions for s in letters_in(c)) - meaning.names.sizes
    resolver = Resolver(stated.formula, meaning.names, meaning, number, dummies=dummies, beside=ranged)
    members: list[Member] = []
    for n, member in enumerate(chain.members):
        resolver.loose = frozenset(loose_letters(member))  # the j of `a_{jj} x_j + \sum_{i \ne j} a_{ji} x_i`
        try:
            found = resolver.expr(member)
            if n == 0:
                resolver.left = frozenset(s for s in free(found) if s.name not in meaning.names.sizes)
            members.append(found)
        except ReadError as error:
            members.append(error)
    if any(isinstance(m, MatrixNotation) for m in members):
        members = Matrices(resolver, dict(style.arrays), oblong=style.oblong).members(chain.members)
    members = _all_summed(members, chain.members, resolver, style.steps) if style.implicit else members
    for n, relation in enumerate(chain.relations):
        if relation not in EQUALITIES and relation not in INEQUALITIES:
            place = stated.formula.place(chain.relation_spans[n] if chain.relation_spans else chain.span)
            members[n + 1] = ReadError(f"`{relation}` is not an equation", place, "only equations are judged")
    spans = [getattr(m, "span", (0, 0)) for m in chain.members]
    found_equation = Equation(number, stated, members, spans, chain.relations, dummies=dummies)
    found_equation.places = tuple(resolver.places)
    _give_conditions(found_equation, resolver, problems)
    return found_equation


def _all_summed(
    members: Sequence[Member], typed: Sequence[Node], resolver: Resolver, steps: frozenset[str]
) -> list[Member]:
    """The members of a chain with the sums that its page leaves out; what may be meant in two ways is an error.

    Nobody sums over `steps` so, the t of `h_{t,i}` beside `h_{t-1,k}`.
    """
    first, *others = members
    index, unsure = resolver.names.index - steps, frozenset[Sym]()
    if isinstance(first, ReadError):
        kept = resolver.left | frozenset(Sym(x) for x in placed(typed[0]))
    else:
        own = frozenset(s for s in free(first) if s.name not in resolver.names.sizes)
        index |= frozenset(s.name for s in own)  # also those that stand in no other line
        index -= steps
        summed, unsure = summed_on_left(first, [m for m in others if not isinstance(m, ReadError)], index)
        kept = (resolver.left | own) - summed
    found: list[Member] = []
    for e, node in zip(members, typed, strict=False):
        if isinstance(e, ReadError):
            found.append(e)
            continue
        found.append(with_implicit_sums(e, kept, index))
        if unsure and found[-1] != with_implicit_sums(e, kept - unsure, index):
            cause = "a letter is repeated on the left: it is summed over, or stands for each of its values"
            hint = r"write `\sum` for the sum, or name what stands on the left"
            found[-1] = resolver.ambiguous(cause, node, hint)
    return found


def _give_conditions(e: Equation, resolver: Resolver, problems: list[ReadError] | None) -> None:
    """The ranges and conditions beside a chain whose letters occur in it; the others are remarks."""
    stated = e.stated
    reader = Reader(resolver, letters_of(e.members, resolver.names), problems)
    loose = reader.letters.loose
    own = reader.read((stated.formula, c) for c in stated.statement.conditions)
    beside = [(c[0], said) for c in stated.conditions for said in reader.read([c])]
    around = [said for _, said in beside]
    sure = list(reader.choices)
    e.given = tuple(dict.fromkeys(shown(c) for c in (*stated.given, *reader.unread, *reader.strange)))
    if len(sure) == 1 and all(c.letters() <= loose for where in sure[0].cases for c in where):
        e.choice = sure[0]
    e.conditional = bool(reader.unread) or any(names_of(c) != names_of_left(stated) for _, c in stated.given)
    of_sums = list(reader.of_sums)  # without what may be said here or elsewhere
    perhaps = reader.read(stated.perhaps)
    e.given = tuple(dict.fromkeys((*e.given, *(c.typed for c in reader.choices[len(sure) :]))))
    nearby = [s for spans, _ in around for s in spans]
    mine = [s for spans, _ in own for s in spans]
    found = parted(mine) or parted(nearby)
    if found:  # `1 \le t \le T-3` and `T-1 \le t \le T`: the line is meant for both
        both = Choice(domain_latex(Domain(span_domain(found))), tuple(span_domain((x,)) for x in found))
        e.given, e.conditional = tuple(dict.fromkeys((*e.given, both.typed))), True
        e.choice = both if not sure else None
        mine, nearby = ([s for s in spans if s.letter != found[0].letter] for spans in (mine, nearby))
    in_formulas = ([s for g, (spans, _) in beside if g is f for s in spans] for f, _ in beside)
    crossed = _crossed(in_formulas, loose - reader.letters.sizes)
    if crossed:
        typed = domain_latex(Domain(span_domain(crossed)))
        e.given, e.conditional = tuple(dict.fromkeys((*e.given, typed))), True
    e.ranges = _nearest(mine, nearby)
    related = _related(nearby, e.ranges, loose)
    e.where = tuple(dict.fromkeys((*(c for _, where in own + around for c in where), *related)))
    e.perhaps = tuple(dict.fromkeys(about(perhaps, loose)))
    apart = Reader(resolver, reader.letters, None)
    e.doubtful = tuple(Doubted(typed, w, tuple(about(apart.read([c]), loose))) for c, w, typed in stated.doubtful)
    e.of_sums = tuple(dict.fromkeys((*of_sums, *(replace(x, doubted=True) for x in apart.of_sums))))


def _crossed(told: Iterable[Sequence[Span]], loose: Set[Sym]) -> tuple[Span, ...]:
    r"""Two ranges of one letter in one formula, `(1 \le i \le m, 1 \le i \le n)`: one of them is meant for another, but
    where one lies within the other, as `1 \le t \le T-1` does in `1 \le t \le T`."""
    pairs = ((a, b) for spans in told for a, b in combinations(spans, 2) if a.letter == b.letter and a != b)
    apart = (x for x in pairs if not any((s.lower.letters() | s.upper.letters()) & loose for s in x))
    return next((x for x in apart if not _are_compared(*x)), ())


def _are_compared(a: Span, b: Span) -> bool:
    return (a.lower - b.lower).is_constant and (a.upper - b.upper).is_constant


def _nearest(own: list[Span], around: list[Span]) -> tuple[Span, ...]:
    """The ranges beside a chain; of those that the text around it gives one letter the last, if none is its own."""
    mine = {s.letter for s in own}
    last = {s.letter: s for s in around if s.letter not in mine}
    return tuple(dict.fromkeys((*own, *last.values())))


def _related(around: list[Span], kept: tuple[Span, ...], loose: Set[Sym]) -> tuple[Constraint, ...]:
    r"""What the others say that begin and end at another letter of the chain.

    `2k \le i \le 2k+1` holds beside `0 \le i \le m`.
    """
    ends = ((s, s.lower.letters() & s.upper.letters()) for s in around if s not in kept)
    found = [s for s, letters in ends if letters & loose]
    return tuple(c for s in found for c in (ge(s.letter, s.lower), le(s.letter, s.upper)))


def holds(e: Expr, entry: Var) -> bool:
    """Does an expression hold an entry as a value?"""
    return e == entry or (not isinstance(e, Partial) and any(holds(x, entry) for x in children(e)))


def differentiates(e: Equation) -> bool:
    """Does a derivative stand in it?"""
    return any(holds_derivative(m) for m in e.members if not isinstance(m, ReadError))


def is_named(x: Node, meaning: Meaning) -> bool:
    """May a tree be the left side of a definition: one name, or a name that shows its arguments or an index list?"""
    if isinstance(x, t.Product) and len(x.factors) == 2 and x.factors[1].joined:
        shape = shape_of(x.factors[0].body)
        return shape is not None and shape.base in meaning.index_lists | meaning.shown
    shape = shape_of(x)
    if shape is None:
        return False
    return not meaning.is_power(shape) and not (is_norm(shape) and not shape.pieces and isinstance(x, t.Scripted))


def differentiated(equations: Sequence[Equation]) -> Iterator[Variable]:
    """The scalars above a derivative's line, in order, each once."""
    members = (m for e in equations for m in e.members if not isinstance(m, ReadError))
    scalars = (x.of.variable for m in members for x in of_kind(m, Partial) if isinstance(x.of, Var))
    yield from dict.fromkeys(v for v in scalars if not v.arity)


def nudged(equations: Sequence[Equation]) -> frozenset[Variable]:
    """The variables by which the page differentiates."""
    return frozenset(x.variable for x in differentiated_by(equations))


def differentiated_by(equations: Sequence[Equation]) -> Iterator[Var]:
    """The entries below a derivative's line, in order, each once."""
    members = (m for e in equations for m in e.members if not isinstance(m, ReadError))
    yield from dict.fromkeys(x.wrt for m in members for x in of_kind(m, Partial))


def inverses_named(equations: Sequence[Equation]) -> frozenset[Variable]:
    """The inverses and determinants that equations name: what they are no equation defines."""
    members = (m for e in equations for m in e.members if not isinstance(m, ReadError))
    return frozenset(v for m in members for v in variables(m) if inverted(split_key(v.key)[0]) is not None)
