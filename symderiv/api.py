r"""The Python face: networks from text or from SymPy objects, and derivations that show themselves.

    import symderiv as sd
    I, J = sd.sizes("I J")
    i, j = sd.indices("i j")
    w, x, y = sd.variables("w x y")
    net = sd.Network()
    net.define(y[i], f(sympy.Sum(w[i, j] * x[j], (j, 1, J))), (i, 1, I))
    net.derive("w_{i,j}")

A `Network` collects definitions and is completed and checked the first time something is asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from .affine import Sym
from .check.options import Options
from .check.page import check
from .check.report import Report as Judged
from .compile import Compiled, compile_network
from .compile import lambdify as compile_expression
from .compile.compiled import Functions
from .derivation import Derived
from .derive import derive
from .domain import Constraint
from .draft import Draft, RawDefinition
from .errors import DerivationError, FreeIndex, ReadError
from .expr import Expr, Partial, Var, free
from .latex.scripts import var
from .load import apart, load, objective_of, of_entry
from .network import complete, unknown_name
from .network.alike import same_network
from .read import read_draft
from .read_part import read_variable
from .show import describe
from .step import Route
from .sympy_door.names import letter_of, sympy
from .sympy_door.read import conditions_of, entry_of, form_of, from_sympy
from .system import Assumption, Span, System

Entry = Any
"""Where an entry of a variable is asked for: LaTeX text (`w_{j,i}`) or a SymPy `Indexed` (`w[j, i]`)."""


def sizes(names: str) -> Any:
    """SymPy symbols for sizes: positive integers. Names are parted by spaces; a single name gives a single symbol.

    >>> I, J = sizes("I J")
    >>> I.is_positive, I.is_integer
    (True, True)
    """
    return _several(names, lambda name: sympy().Symbol(name, integer=True, positive=True))


def indices(names: str) -> Any:
    """SymPy symbols for indices: integers.

    >>> i, j = indices("i j")
    >>> i.is_integer, i.is_positive
    (True, None)
    """
    return _several(names, lambda name: sympy().Symbol(name, integer=True))


def variables(names: str) -> Any:
    r"""SymPy indexed bases, named by their LaTeX names; `#` marks an index that stands elsewhere than below.

    >>> w, net, h = variables(r"w net^{(2)} h^{(#)}_#")
    >>> print(w, net, h)
    w net^{(2)} h^{(#)}_#
    """
    return _several(names, lambda name: sympy().IndexedBase(name))


def _several(names: str, make: Any) -> Any:
    made = [make(name) for name in names.split()]
    if not made:
        raise ReadError("no name is given", hint='write `sd.indices("i j")`')
    return made[0] if len(made) == 1 else tuple(made)


def read_network(text: str, *, file: str = "", folder: Path | None = None) -> Network:
    """The network that a document in Markdown or LaTeX describes. Raises `SymderivError`.

    >>> net = read_network("$$E = \\\\sum_{i=1}^{I} w_i x_i$$")
    >>> [piece.role.value for piece in net.system.pieces]
    ['node', 'parameter', 'parameter']
    """
    net = Network(read_draft(text, file=file, folder=folder))
    _ = net.system
    return net


def load_network(name: str) -> Network:
    """The network of a page of the catalogue, or of a file. Raises `UnknownName` if there is neither."""
    return Network(load(name))


class Network:
    """Definitions, collected one by one or read from a text; completed and checked when first asked.

    Two networks are equal if they say the same up to the names of letters and the order of factors, terms and pieces.
    """

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, source: Draft | System | None = None) -> None:
        self._draft = source if isinstance(source, Draft) else Draft(())
        self._system = source if isinstance(source, System) else None
        self._read_only = isinstance(source, System)

    @property
    def system(self) -> System:
        """The completed network. Raises a `NetworkError` that says what does not hold together."""
        if self._system is None:
            self._system = complete(self._draft)
        return self._system

    def _change(self, **changes: Any) -> Network:
        if self._read_only:
            raise ReadError("this network is complete", hint="define further equations on a network of your own")
        self._draft = replace(self._draft, **changes)
        self._system = None
        return self

    # ---------------------------------------- defining

    def define(self, left: Any, body: Any, *ranges: Any) -> Network:
        """Define an entry: `define(o[i], f(net[i]), (i, 1, I))`; ranges `(letter, lower, upper)` or conditions.

        Raises `ReadError` for what cannot stand in a network, `FreeIndex` for an index that nothing binds.
        """
        entry, e = entry_of(left), from_sympy(body)
        spans, where = _ranges(ranges)
        _check_free(entry, e, (left, body))
        found = RawDefinition(entry, e, spans, where)
        declared = self._draft.sizes | _sizes_in((left, body, *ranges))
        return self._change(definitions=(*self._draft.definitions, found), sizes=declared)

    def objective(self, target: Any, body: Any = None) -> Network:
        """Name what is differentiated: a generic function of the last nodes, or defined by `body`."""
        if body is not None:
            self.define(target, body)
        return self._change(objective=entry_of(target))

    def data(self, *entries: Any) -> Network:
        """Call given variables data rather than parameters."""
        return self._change(data=(*self._draft.data, *map(entry_of, entries)))

    def assume(self, relation: Any) -> Network:
        """Take for granted a relation between sizes (`Eq(N, M + A - 1)`) or values (`Eq(Sum(t[k], (k, 1, K)), 1)`)."""
        sp = sympy()
        if isinstance(relation, sp.core.relational.Relational) and not relation.has(sp.Indexed, sp.Sum):
            return self._change(
                relations=(*self._draft.relations, *conditions_of(relation)),
                sizes=self._draft.sizes | _sizes_in((relation,)),
            )
        if not isinstance(relation, sp.Eq):
            raise ReadError(f"`{relation}` cannot be assumed", hint="assume an equation: `Eq(Sum(t[k], (k, 1, K)), 1)`")
        made = Assumption(from_sympy(relation.lhs), from_sympy(relation.rhs))
        return self._change(assumptions=(*self._draft.assumptions, made))

    # ---------------------------------------- asking

    def derive(self, wrt: Entry = None, *, route: str | Route | None = None, objective: Entry = None) -> Derived:
        r"""The derivation of `\partial objective / \partial wrt`, on the expanded route where it ends.

        Raises `UnknownName` if the network has no such variable, `DerivationError` if there is nothing to derive.
        """
        system = self.system
        of = None if objective is None else self._entry(objective, system)
        if of is not None:
            system = self._with_objective(of)
        if system.objective is None:
            raise DerivationError("the network has no objective", hint='name it: `derive(..., objective="E")`')
        if wrt is None:
            if len(system.wrt) != 1:
                raise DerivationError("what to differentiate by is not said", hint='name it: `derive("w_{j,i}")`')
            entry = system.wrt[0] if of is None else apart(system.wrt[0], of, system)
        else:
            entry = self._entry(wrt, system)
        goal = Partial(objective_of(system) if of is None else of, entry)
        return Derived(derive(system, goal, None if route is None else Route(route)))

    def _with_objective(self, entry: Var) -> System:
        if self.system.objective == entry.variable:
            return self.system
        if entry.indices:
            return of_entry(self.system, entry)
        if self._read_only:
            return replace(self.system, objective=entry.variable, generic=False, outputs=())
        return complete(replace(self._draft, objective=entry))

    def _entry(self, asked: Entry, system: System) -> Var:
        entry = read_variable(asked, system) if isinstance(asked, str) else entry_of(asked)
        there = [*system.variables(), *([system.objective] if system.objective else [])]
        if entry.variable not in there:
            raise unknown_name(entry, tuple(there), "`derive` is asked for")
        return entry

    def compile(
        self, wrt: Iterable[Entry] | None = None, backend: str = "numpy", functions: Functions | None = None
    ) -> Compiled:
        r"""The objective and its gradients as one function of arrays, `value, grads = f({"w": w, ...})`.

        `wrt` are entries or LaTeX names, all parameters if None; `functions` gives abstract functions as `(f, f')`.
        Raises `CompileError` for what cannot be compiled.
        """
        system = self.system
        asked = None if wrt is None else [self._entry(w, system) for w in wrt]
        return compile_network(system, asked, backend, functions)

    def show(self) -> str:
        """What was understood, as a table of text: every symbol with its role, its range and its definition."""
        rows = [("symbol", "role", "range", "definition")]
        rows += [(r.entry, r.role, r.where, r.body) for r in describe(self.system).rows]
        widths = [max(len(row[n]) for row in rows) for n in range(4)]
        return "\n".join(
            "  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows
        )

    def check(self, text: str, *, seconds: float = 60.0, seed: int = 0, lang: str = "en") -> Judged:
        """Judge a hand derivation against this network."""
        return check(text, network=self.system, options=Options(seconds, seed, lang))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Network) and same_network(self.system, other.system)

    def __repr__(self) -> str:
        definitions = ", ".join(var(p.lhs) for p in self.system.pieces if p.body is not None)
        return f"Network({definitions})"


def lambdify(
    what: Any, backend: str = "numpy", *, network: Network | None = None, functions: Functions | None = None
) -> Compiled:
    """A function of arrays that computes what is given, as `sympy.lambdify` does, but with whole arrays.

    `what` is what `Network.derive` returns, or a SymPy expression in the variables of `network`, which knows the ranges
    of its indices. Raises `CompileError` for what cannot be compiled, `ReadError` for an expression without a network.
    """
    if isinstance(what, Derived):
        return compile_expression(what.derivation, backend=backend, functions=functions)
    if network is None:
        raise ReadError("an expression alone does not say over what its indices run", hint="pass `network=net`")
    return compile_expression(from_sympy(what), network.system, backend, functions)


def _ranges(ranges: Iterable[Any]) -> tuple[tuple[Span, ...], tuple[Constraint, ...]]:
    """Ranges and conditions that stand beside a definition."""
    spans: list[Span] = []
    where: list[Constraint] = []
    for r in ranges:
        if isinstance(r, (tuple, list)) or type(r).__name__ == "Tuple":
            if len(r) != 3:
                raise ReadError(f"`{r}` is no range", hint="write `(i, 1, I)`: the index, its first and its last value")
            spans.append(_span(*r))
        else:
            where.extend(conditions_of(r))
    return tuple(spans), tuple(where)


def _span(letter: Any, lower: Any, upper: Any) -> Span:
    named = form_of(letter).letter
    if named is None:
        raise ReadError(
            f"`{letter}` is no index letter", hint="write `(i, 1, I)`: the index, its first and its last value"
        )
    return Span(named, form_of(lower), form_of(upper))


def _sizes_in(parts: Iterable[Any]) -> frozenset[Sym]:
    """The positive integer symbols of SymPy objects."""
    found: set[Sym] = set()
    for part in parts:
        nested = part if isinstance(part, (tuple, list)) else [part]
        for e in nested:
            found |= {letter_of(s) for s in getattr(e, "free_symbols", ()) if s.is_integer and s.is_positive}
    return frozenset(found)


def _check_free(entry: Var, body: Expr, parts: tuple[Any, ...]) -> None:
    """Raise `FreeIndex` for an index on the right side that neither a sum nor the left side binds."""
    left = {s for i in entry.indices for s in i.letters()}
    for s in sorted(free(body) - left - _sizes_in(parts), key=lambda s: s.name):
        raise FreeIndex(
            f"`{s.name}` stands free on the right side of `{var(entry)}`",
            None,
            f"sum over it (`Sum(..., ({s.name}, 1, N))`), put it on the left side,"
            f' or make it a size: `sd.sizes("{s.name}")`',
        )
