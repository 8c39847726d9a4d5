"""Networks as functions of arrays: the value and the gradients."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, Union

from ..affine import affine
from ..derive.adjoint import adjoints
from ..expr import Var, Variable
from ..memo import of_this_object
from ..system import Piece, Role, System
from .assemble import assembled
from .errors import CompileError
from .load import load
from .module import BACKENDS, printed
from .prepare import careful
from .program import Program

Functions: TypeAlias = Mapping[
    str, Union[Callable[..., Any], Sequence[Any], Mapping[tuple[int, ...], Callable[..., Any]]]
]


@dataclass(frozen=True)
class Parameter:
    """What a compiled function takes: by this identifier, or by its LaTeX name; its shape as text, and what it is."""

    name: str
    latex: str
    shape: tuple[str, ...]
    kind: str


class Compiled:
    """A function of arrays: call it with a dict keyed by LaTeX names (or identifiers), or with identifiers as keywords.

    `source` is the module that it runs, `arguments` what it takes.
    """

    def __init__(
        self, program: Program, backend: str, functions: Functions | None = None, *, plain: bool = False
    ) -> None:
        self.program = program
        self.backend = backend
        self.source = printed(program, backend)
        self.module = load(self.source)
        self.run: Callable[..., Any] = self.module.value_and_grad
        self.plain = plain
        self.arguments = tuple(
            Parameter(a.storage.name, a.key, tuple(map(repr, a.storage.counts)), a.kind) for a in program.arguments
        ) + tuple(Parameter(s.name, s.name, (), "size") for s in program.asked)
        self._names = {p.latex: p.name for p in self.arguments} | {p.name: p.name for p in self.arguments}
        self._functions = self._handed(functions or {})
        self._missing = {n for f in program.functions for _, n in f.orders} - set(self._functions)

    def __call__(self, arrays: Mapping[str, Any] | None = None, /, **named: Any) -> Any:
        """The value and the gradients (or the value alone, of an expression).

        Raises `TypeError` for a missing or an unknown argument, or one of another dtype, `ValueError` for a shape.
        """
        if arrays is not None:
            for key, x in arrays.items():
                name = self._names.get(key)
                if name is None:
                    raise TypeError(f"there is no argument {key}; there are {self._listed()}")
                named[name] = x
        if self._functions:
            named = {**self._functions, **named}
        try:
            return self.run(**named)[0] if self.plain else self.run(**named)
        except TypeError as e:
            self._explain(named, e)
            raise

    def _listed(self) -> str:
        return ", ".join(f"{p.name} ({p.latex})" if p.name != p.latex else p.name for p in self.arguments)

    def _explain(self, named: Mapping[str, Any], e: TypeError) -> None:
        wanted = {p.name: p for p in self.arguments}
        for name in self._missing - set(named):
            raise TypeError(
                f"the function {name} is not given: compile with functions={{LaTeX name: (f, derivative, ...)}}"
            ) from e
        for name, p in wanted.items():
            if name not in named:
                shape = ", ".join(p.shape)
                raise TypeError(f"{name} ({p.latex}) is missing: {p.kind}, shape ({shape})") from e
        for name in named:
            if name not in wanted and name not in self._functions and name not in self._missing:
                raise TypeError(f"there is no argument {name}; there are {self._listed()}") from e

    def _handed(self, functions: Functions) -> dict[str, Callable[..., Any]]:
        found: dict[str, Callable[..., Any]] = {}
        for f in self.program.functions:
            given = functions.get(f.latex)
            if given is None:
                continue
            for order, name in f.orders:
                if isinstance(given, Mapping):
                    one = given.get(order)
                elif callable(given):
                    one = None if any(order) else given
                else:
                    place = order[0] if len(order) == 1 else 0 if not any(order) else 1 + order.index(1)
                    one = given[place] if place < len(given) and (len(order) == 1 or sum(order) < 2) else None
                if one is None:
                    raise CompileError(
                        f"the derivative {order} of {f.latex} is needed and not given",
                        hint=f'functions={{"{f.latex}": (f, first derivative, second derivative ...)}}',
                    )
                found[name] = one
        return found


Wrt: TypeAlias = Union[str, Variable, Var]


def compile_network(
    system: System, wrt: Iterable[Wrt] | None = None, backend: str = "numpy", functions: Functions | None = None
) -> Compiled:
    """The objective of a network and its gradients as one function of arrays.

    `wrt` are variables, entries or LaTeX names (`w`, `\\theta^{(2)}`), all parameters if None. For a generic objective
    the value is that of its last nodes, and the derivatives by them are arguments.

    Raises `CompileError` for what cannot be compiled, `DerivationError` for a network without an objective.
    """
    return Compiled(network_program(system, tuple(wrt) if wrt is not None else None), known_backend(backend), functions)


def emit(system: System, wrt: Iterable[Wrt] | None = None, backend: str = "numpy") -> str:
    """The source of the module that computes the objective and its gradients."""
    return printed(network_program(system, tuple(wrt) if wrt is not None else None), known_backend(backend))


def known_backend(backend: str) -> str:
    """The backend's name. Raises `CompileError` if there is none of that name."""
    if backend not in BACKENDS:
        raise CompileError(f"there is no backend {backend}", hint=f"there are {', '.join(sorted(BACKENDS))}")
    return backend


@of_this_object(64)
def network_program(system: System, wrt: tuple[Wrt, ...] | None = None) -> Program:
    """The array program of a network's value and gradients."""
    single(system)
    system = careful(_with_own_objective(system))
    asked = parameters(system) if wrt is None else tuple(variable_of(system, w) for w in wrt)
    given = {p.variable for p in system.pieces if p.role is Role.PARAMETER}
    made = adjoints(replace(system, wrt=()), [v for v in asked if v not in given])
    if wrt is None:
        asked = tuple(v for v in asked if v in made.of)  # the objective depends on these
    values, parts = _outputs(system) if system.generic else ([(made.objective.name, made.objective)], [])
    gradients = [(name_of(system, v), v, made.of.get(v, Variable(f"@{n}"))) for n, v in enumerate(asked)]
    keys = {v: name_of(system, v) for v in system.variables()}
    return assembled(made.system, (*made.system.pieces, *parts), values, gradients, keys)


def _with_own_objective(system: System) -> System:
    """The network with an objective that is an entry of another variable (`E = h_T`) as a node of its own."""
    if all(p.variable != system.objective or p.role is not Role.ALIAS for p in system.pieces):
        return system
    own = (replace(p, role=Role.NODE) if p.variable == system.objective else p for p in system.pieces)
    return replace(system, pieces=tuple(own))


def _outputs(system: System) -> tuple[list[tuple[str, Variable]], list[Piece]]:
    """The nodes that a generic objective is a function of; those at one step (`h^{(T)}`) as arrays of their own."""
    values: list[tuple[str, Variable]] = []
    parts: list[Piece] = []
    for v in dict.fromkeys(p.variable for p in system.outputs):
        pieces = [p for p in system.outputs if p.variable == v]
        if len(pieces) > 1 or len(pieces[0].letters) == len(pieces[0].indices):
            values.append((v.name, v))
            continue
        (p,) = pieces
        letters = ",".join("#" * len(p.letters))
        out = Variable(f"last_{{{v.name}}}" + (f"^{{({letters})}}" if letters else ""))
        parts.append(Piece(out, tuple(map(affine, p.letters)), p.letters, p.domain, p.lhs, Role.NODE))
        values.append((v.name, out))
    return values, parts


def single(system: System) -> None:
    """Raises `CompileError` unless the objective is one number."""
    if system.objective is not None and system.objective.arity:
        raise CompileError(
            f"the objective {system.objective.name} has an index: it is not one number",
            hint="name one that is, such as the sum over the examples, as the objective",
        )


def parameters(system: System) -> tuple[Variable, ...]:
    """The variables that are trained, in document order."""
    return tuple(dict.fromkeys(p.variable for p in system.pieces if p.role is Role.PARAMETER))


def name_of(system: System, v: Variable) -> str:
    """The LaTeX name of a variable; its whole template where two variables share the name."""
    same = [u for u in system.variables() if u.name == v.name]
    return v.name if len(same) == 1 else v.key.replace("#", "\\cdot")


def variable_of(system: System, wanted: Wrt) -> Variable:
    """The variable that is meant. Raises `CompileError` if there is none of that name."""
    if isinstance(wanted, Var):
        return wanted.variable
    if isinstance(wanted, Variable):
        return wanted
    for v in system.variables():
        if wanted in (name_of(system, v), v.key):
            return v
    known = ", ".join(name_of(system, v) for v in system.variables())
    raise CompileError(f"there is no variable {wanted}", hint=f"there are {known}")
