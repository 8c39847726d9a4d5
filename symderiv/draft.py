r"""What a door (LaTeX, SymPy) hands over: definitions as written, ranges as far as stated.

A draft is not yet a network: sums may lack bounds, left sides may lack ranges, nothing is checked.
`network.complete(draft)` infers what is missing, checks everything and gives a `System`, or raises.
"""

from __future__ import annotations

from dataclasses import field

from .affine import Affine, Sym
from .domain import Constraint
from .errors import Place
from .expr import Expr, Var, Variable
from .node import node
from .system import Assumption, Display, Function, Span, Values


@node
class RawDefinition:
    r"""`left = body` as written, with the ranges and conditions that stand beside it.

    A `Sum` in `body` without bounds has empty `lowers` and `uppers`: its range is to be inferred. `restated` marks an
    identical repetition of an earlier definition.
    """

    left: Var
    body: Expr
    ranges: tuple[Span, ...] = ()
    where: tuple[Constraint, ...] = ()
    place: Place | None = field(default=None, compare=False)


@node
class Counted:
    """How many entries a sentence says that a variable has: where the indices `at` have these values, those in `sizes`
    run over so many."""

    variable: Variable
    at: tuple[tuple[int, Affine], ...]
    sizes: tuple[tuple[int, Affine], ...]
    line: int = field(default=0, compare=False)


@node
class Draft:
    r"""Everything a document says about its network.

    - `ranges`: ranges of letters that hold for the whole document (front matter, sentences that belong to no display).
    - `objective`: the scalar to differentiate, defined or generic (`E`), None if to be guessed.
    - `data`: variables that the author calls data; other given variables are parameters.
    - `sizes`: letters the author calls sizes; others are recognised by where they stand.
    - `looked_up`: the ranges that it states of given integers (`c_t \in \{1, \dots, C\}`), each by its letter.
    - `relations`: what is assumed of sizes (`N = M + A - 1`).
    - `mentioned`: what else it says of sizes, of the page or of a case.
    - `values`: the values that it says some data take (`y_i \in \{0, 1\}`).
    - `positive`: data of which it says that all their entries are positive (`\lambda > 0`).
    - `differentiated`: scalars that its equations differentiate, in order; one that nothing defines is the objective;
      `by`: the entries by which they do; `by_where`: those with what is stated of their letters;
      `among`: what is differentiated by an entry of the same variable; `free`: arrays that they take for free, each
      entry for itself.
    - `vanishing`: entries that it calls 0 beyond the ranges of their letters; `by_letters`: they go as far as their
      letters do beside a definition.
    - `inputs_end`: where everything beyond a range is 0, what is only used at a distance, `x_{t-s}`, ends where its
      letters do.
    - `start_given`: where everything beyond a range is 0, what lies before a first step is given for all that;
      `start_named`: the page may name what the first step starts from.
    - `wholes`: arrays that it names as wholes, so that they have the entries of a box.
    - `counted`: how many entries sentences say that a variable has, or one of its layers.
    - `abbreviations`: names that only shorten its lines: an objective that nothing defines does not depend on them.
    - `put_in`: names that were put in where their formulas stand, and that the page does not type there.
    - `named`: where the entries of `objective`, `wrt` and `data` are named.
    - `notes`: what of the document takes no part in the network, and readings that were chosen.
    - `page`: the text of the document.
    """

    definitions: tuple[RawDefinition, ...]
    ranges: tuple[Span, ...] = ()
    objective: Var | None = None
    wrt: tuple[Var, ...] = ()
    data: tuple[Var, ...] = ()
    sizes: frozenset[Sym] = frozenset()
    size_functions: frozenset[str] = frozenset()
    lookups: frozenset[str] = frozenset()
    looked_up: tuple[Span, ...] = ()
    relations: tuple[Constraint, ...] = ()
    mentioned: tuple[Constraint, ...] = ()
    functions: tuple[Function, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    values: tuple[Values, ...] = ()
    positive: tuple[Variable, ...] = ()
    outside_zero: bool = False
    start_given: bool = False
    start_named: bool = False
    errors_end: bool = False
    vanishing: tuple[Var, ...] = ()
    by_letters: bool = False
    inputs_end: bool = False
    displays: tuple[Display, ...] = ()
    title: str = ""
    differentiated: tuple[Variable, ...] = ()
    by: tuple[Var, ...] = ()
    by_where: tuple[tuple[Var, tuple[Constraint, ...]], ...] = ()
    among: tuple[Var, ...] = ()
    free: tuple[Variable, ...] = ()
    wholes: tuple[Variable, ...] = ()
    counted: tuple[Counted, ...] = ()
    abbreviations: tuple[Variable, ...] = ()
    put_in: frozenset[Variable] = field(default=frozenset(), compare=False)
    named: tuple[tuple[Var, Place], ...] = field(default=(), compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)
    page: str = field(default="", compare=False)
