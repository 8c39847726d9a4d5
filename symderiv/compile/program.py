"""An array program: what is computed, in which order, for no particular backend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from ..affine import Affine, Sym
from ..domain import TRUE, Constraint, Domain
from ..expr import Var, Variable
from .arrays import Array, Dim


@dataclass(frozen=True)
class Storage:
    """An array: its identifier and the range of each position; `latex` is the entry that it holds."""

    name: str
    latex: str
    ranges: tuple[tuple[Affine, Affine], ...]
    variable: Variable | None = None

    @property
    def counts(self) -> tuple[Affine, ...]:
        """How many places each position has."""
        return tuple(upper - lower + 1 for lower, upper in self.ranges)


@dataclass(frozen=True)
class Argument:
    """An array handed over: its storage, the LaTeX name that it goes by, and what its entry at some letters is."""

    storage: Storage
    key: str
    kind: str  # parameter, input, or slope: the derivative of a generic objective
    entry: Var


@dataclass(frozen=True)
class Assign:
    """A new array; `letters` in the order of its positions."""

    name: str
    letters: tuple[Sym, ...]
    value: Array
    comments: tuple[str, ...] = ()
    copy: bool = False


@dataclass(frozen=True)
class Allocate:
    """A new array of zeros, to be filled."""

    name: str


@dataclass(frozen=True)
class Store:
    """Part of an array set, or added to; `letters` in the order of `dims`."""

    name: str
    dims: tuple[Dim, ...]
    letters: tuple[Sym, ...]
    value: Array
    comments: tuple[str, ...] = ()
    add: bool = False


@dataclass(frozen=True)
class Integer:
    """An integer computed on the way: the largest (or least) of some forms."""

    symbol: Sym
    largest: bool
    forms: tuple[Affine, ...]


@dataclass(frozen=True)
class Loop:
    """`letter` from `lower` to `upper`, or downwards."""

    letter: Sym
    lower: Affine
    upper: Affine
    down: bool
    body: tuple[Statement, ...]


@dataclass(frozen=True)
class When:
    """Statements that are carried out only at sizes for which the conditions hold."""

    where: tuple[Constraint, ...]
    body: tuple[Statement, ...]


Statement: TypeAlias = Union[Assign, Allocate, Store, Integer, Loop, When]


@dataclass(frozen=True)
class FunctionName:
    """A function handed over: its LaTeX name, the derivatives that are used, and their identifiers."""

    latex: str
    orders: tuple[tuple[tuple[int, ...], str], ...]


@dataclass(frozen=True)
class Program:
    """What `value_and_grad` does.

    - `sizes`: each size with the argument and position that it is read from: `factor * size + rest = extent`.
    - `bases`: the range that the places held by each array of integers lie in.
    - `value`: the array that holds the objective, or the outputs of a generic one; `gradients`: by LaTeX name.
    """

    title: str
    arguments: tuple[Argument, ...]
    functions: tuple[FunctionName, ...]
    sizes: tuple[tuple[Sym, str, int, int, Affine], ...]
    asked: tuple[Sym, ...]
    storages: dict[str, Storage]
    statements: tuple[Statement, ...]
    values: tuple[tuple[str, str], ...]
    gradients: tuple[tuple[str, str], ...]
    objective: str
    generic: bool
    analytic: bool
    known: Domain = TRUE
    bases: Mapping[str, tuple[Affine, Affine]] = field(default_factory=dict)
