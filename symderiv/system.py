r"""A network as data: pieces of variables on domains, validated elsewhere, immutable here.

Every variable is a list of *pieces* on disjoint domains. A piece with a body is a definition
(`o^{(2)}_i = f(net^{(2)}_i)`, `o^{(2)}_{I+1} = 1`); a piece without one is given from outside (a parameter, an input).
So the lecture's `o^{(1)}` has two pieces: given for `1 <= j <= J`, and defined as 1 at `J + 1`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction

from .affine import Affine, Sym
from .domain import TRUE, Constraint, Domain, eq
from .errors import Place
from .expr import Expr, Num, Var, Variable, holds_derivative, neg, substitute
from .memo import of_this_object
from .node import node


class Role(StrEnum):
    """What a piece is."""

    NODE = "node"  # defined by an equation
    ALIAS = "alias"  # defined as (minus) an entry of another variable: a tie
    CONSTANT = "constant"  # defined as a number: a bias unit, an initial state
    PARAMETER = "parameter"  # given, and what one differentiates by
    INPUT = "input"  # given, data


@node
class Piece:
    """One variable on one domain: `variable[indices] = body` for the points of `domain`, or given if `body` is None.

    `letters` are the letters of `indices` (each position is a letter of its own or an affine form without them);
    `domain` constrains them, in terms of sizes. `place` is where it was written.
    """

    variable: Variable
    indices: tuple[Affine, ...]
    letters: tuple[Sym, ...]
    domain: Domain
    body: Expr | None
    role: Role
    place: Place | None = field(default=None, compare=False)

    @property
    def lhs(self) -> Var:
        """The left-hand side."""
        return Var(self.variable, self.indices)

    @property
    def nominal(self) -> bool:
        r"""Does it name a derivative (`\delta_k = \partial E/\partial net_k`)? Then it is no node of the network."""
        return self.body is not None and holds_derivative(self.body)

    def at(self, indices: tuple[Affine, ...]) -> tuple[Domain, Expr | None]:
        """The piece at given indices: the guard under which it applies there, and its body there.

        >>> from symderiv.affine import affine
        >>> from symderiv.domain import ge
        >>> from symderiv.expr import Variable
        >>> x, y = Variable("x_{#}"), Variable("y_{#}")
        >>> i = Sym("i")
        >>> piece = Piece(y, (affine(i),), (i,), Domain.of(ge(i, 1), ge("I", i)), x(i), Role.ALIAS)
        >>> guard, body = piece.at((affine("k") + 1,))
        >>> body == x(affine("k") + 1), guard == Domain.of(ge("k", 0), ge(affine("I") - 1, "k"))
        (True, True)
        """
        return _at(self, indices)


HIDDEN = "\0"
"""With this begin the names that judging gives to what has none: no page can hold it, and nobody is told of them."""


ALL_STATES = r"\#"
"""With this begin the sizes that count all states of some units (`evaluate.all_states`): no page can name a size so."""


@node
class Function:
    r"""A function of the network: abstract (`body` None), or defined by the author (`f(x) = ...`)."""

    name: str
    arity: int = 1
    parameters: tuple[Variable, ...] = ()
    body: Expr | None = None


@node
class Assumption:
    r"""An equation taken for granted (`\sum_k t_k = 1`), for every value of its free letters in their ranges."""

    left: Expr
    right: Expr


@node
class Values:
    r"""The only values that the entries of a given variable take: -1 and 1 for `y_i \in \{-1, +1\}`."""

    variable: Variable
    numbers: tuple[Fraction, ...]


@node
class Inverse:
    r"""A matrix with its `inverse` and its `determinant`, and with names for the values of both.

    The values are given: whoever asks for one gets that of the matrix as it is. What becomes of inverse and determinant
    where the matrix is moved say their definitions (see `network.inverses`); the oracle does not ask these. The indices
    of the matrix run from `lower` to `upper`; an index in front of them tells which one of a family it is.
    """

    matrix: Variable
    inverse: Variable
    determinant: Variable
    inverse_value: Variable
    determinant_value: Variable
    lower: Affine
    upper: Affine


@node
class Span:
    """A letter with the range it usually has in the document; helps naming and reading, never narrows a claim."""

    letter: Sym
    lower: Affine
    upper: Affine

    def renamed(self, values: Mapping[Sym, Affine]) -> Span:
        """The range with its letters replaced; its own letter only by another letter."""
        letter = values[self.letter].letter if self.letter in values else None
        return Span(letter or self.letter, self.lower.substitute(values), self.upper.substitute(values))


@node
class Display:
    """One display of the source: its LaTeX as typed and the variables and left sides it defines, for quoting it."""

    latex: str
    defines: tuple[Var, ...]
    line: int = 0


@node
class System:
    r"""A validated network.

    - `pieces`: every piece of every variable, in document order; given pieces (parameters, inputs) after.
    - `sizes`: the letters that are positive integers fixed from outside; every other letter is an index.
    - `size_functions`: names of `IntFn` that are sizes (`d` of `d_{\ell-1}`), hence >= 1.
    - `lookups`: names of `IntFn` that are given integers (`c_m`), with no sign known.
    - `context`: what is known of the sizes (`I >= 1`, `N = s(M-1) + A` ...); every domain question is asked within it.
    - `objective`: the scalar variable that is differentiated; `generic` says that nothing defines it, and then
      `outputs` are the last nodes it is a function of, each with the domain of its entries.
    - `inverses`: matrices of which there are inverses and determinants.
    - `values`: the few values that some given variables take; `positive`: given variables with positive entries only.
    - `outside_zero`: a variable beyond its range is 0.
    - `presumed`: the sizes that stand for ranges of which the page says nothing; `inferred`: the defined variables of
      which it states no ranges, so that they go as far as they are used.
    - `mentioned`: what the page says of sizes that may hold of it, or of a case only: nothing is refuted without it.
    - `put_in`: the names that were put in where their formulas stand, and that the page does not type there.
    - `page`: the text that it was read from, if it was: what else is typed about it is read as on that page.
    """

    pieces: tuple[Piece, ...]
    sizes: frozenset[Sym] = frozenset()
    size_functions: frozenset[str] = frozenset()
    lookups: frozenset[str] = frozenset()
    context: Domain = TRUE
    objective: Variable | None = None
    generic: bool = False
    outputs: tuple[Piece, ...] = ()
    functions: tuple[Function, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    values: tuple[Values, ...] = ()
    inverses: tuple[Inverse, ...] = ()
    positive: tuple[Variable, ...] = ()
    outside_zero: bool = False
    wrt: tuple[Var, ...] = field(default=(), compare=False)
    ties: tuple[tuple[Variable, ...], ...] = ()
    spans: tuple[Span, ...] = field(default=(), compare=False)
    displays: tuple[Display, ...] = field(default=(), compare=False)
    title: str = field(default="", compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)
    presumed: frozenset[Sym] = frozenset()
    inferred: frozenset[Variable] = field(default=frozenset(), compare=False)
    mentioned: tuple[Constraint, ...] = field(default=(), compare=False)
    put_in: frozenset[Variable] = field(default=frozenset(), compare=False)
    page: str = field(default="", compare=False)

    def of(self, variable: Variable) -> tuple[Piece, ...]:
        """The pieces of one variable."""
        return _by_variable(self).get(variable, ())

    def variables(self) -> KeysView[Variable]:
        """Every variable, in document order."""
        return _by_variable(self).keys()

    def function(self, name: str) -> Function | None:
        """The declared or defined function of that name, None for a well-known one."""
        return next((f for f in self.functions if f.name == name), None)


def display_of(variables: Iterable[Variable], displays: Iterable[Display]) -> Display | None:
    """The author's display that defines just these variables, if there is one."""
    wanted = set(variables)
    return next((d for d in displays if {v.variable for v in d.defines} == wanted), None)


@of_this_object(1 << 12)
def _at(piece: Piece, indices: tuple[Affine, ...]) -> tuple[Domain, Expr | None]:
    values: dict[Sym, Affine] = {}
    guard: list[Constraint] = []
    for written, actual in zip(piece.indices, indices, strict=True):
        letter = written.letter
        if letter is not None and letter in piece.letters:
            values[letter] = actual
        else:
            guard.append(eq(actual, written))
    domain = piece.domain.substitute(values) & Domain.of(*guard)
    return domain, None if piece.body is None else substitute(piece.body, values)


@of_this_object(64)
def _by_variable(system: System) -> dict[Variable, tuple[Piece, ...]]:
    found: dict[Variable, list[Piece]] = {}
    for piece in system.pieces:
        found.setdefault(piece.variable, []).append(piece)
    return {variable: tuple(pieces) for variable, pieces in found.items()}


def alias_of(piece: Piece) -> tuple[int, Var] | None:
    r"""For an alias piece, its sign and the entry it stands for: `(-1, \theta_j)` for `w_{j,I+1} = -\theta_j`.

    >>> from symderiv.affine import affine
    >>> from symderiv.expr import Variable, neg
    >>> theta, w = Variable(r"\\theta_{#}"), Variable("w_{#}")
    >>> alias_of(Piece(w, (affine("j"),), (Sym("j"),), TRUE, neg(theta("j")), Role.ALIAS)) == (-1, theta("j"))
    True
    """
    body = piece.body
    if isinstance(body, Var):
        return 1, body
    if body is not None and not isinstance(body, Num):
        for entry in _negated(body):
            return -1, entry
    return None


def _negated(body: Expr) -> Iterator[Var]:
    flipped = neg(body)
    if isinstance(flipped, Var):
        yield flipped
