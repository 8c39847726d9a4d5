r"""From a network to an array program: what is needed, prepared, put in order, lowered, and made short.

The pipeline: the definitions that the wanted variables need; bodies prepared and resolved; a store for every variable;
recurrences found; every definition lowered, what does not change in a loop moved out of it; shared parts named once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Context, Domain, ge, implies, le, simplify
from ..expr import Apply, Index, Num, Partial, Var, Variable, add, of_kind
from ..functions import is_analytic
from ..latex.write import write
from ..system import Piece, Role, System
from .arrays import Along, Array, Dim, Mask, Read, Select
from .errors import CompileError
from .gather import shared
from .lookups import Granted, granted_ranges, in_range, lookup_pieces
from .lowering import Lowering
from .mentioned import letters_in
from .names import comment, fresh, identifier
from .prepare import prepared
from .program import Allocate, Argument, Assign, Program, Statement, Storage, Store, When
from .resolve import Resolver
from .schedule import Circle, cyclic, ordered
from .scope import Scope
from .simplify import renamed_store, shortened, whole
from .steps import Recurrences
from .stores import along_letters, box, hull, one_array, solved_sizes
from .wanted import entry_name, function_names, needed, said, size_name


def assembled(
    system: System,
    pieces: Sequence[Piece],
    values: Sequence[tuple[str, Variable]],
    gradients: Sequence[tuple[str, Variable, Variable]],
    keys: Mapping[Variable, str],
) -> Program:
    """The program that computes `values`, and `gradients` (LaTeX name, the variable, its adjoint)."""
    return _Assembly(system, pieces, values, gradients, keys).program()


class _Assembly(Recurrences):
    def __init__(
        self,
        system: System,
        pieces: Sequence[Piece],
        values: Sequence[tuple[str, Variable]],
        gradients: Sequence[tuple[str, Variable, Variable]],
        keys: Mapping[Variable, str],
    ) -> None:
        self.system = system
        self.known = Context(system.context, system.size_functions)
        self.values, self.gradients, self.keys = values, gradients, keys
        # what is asked for is an argument even where nothing depends on it: its gradient is zero
        wanted = [v for _, v in values] + [v for _, _, v in gradients] + [v for _, v, _ in gradients]
        complete = needed(prepared(needed(pieces, wanted), system.functions), wanted)
        granted = granted_ranges(complete, system.lookups, self.known)
        complete = _numbers(in_range(complete, granted, self.known), {v for _, v in values})
        self.circling = cyclic(complete)
        resolver = Resolver(tuple(complete), self.known, system.sizes, self.stored, system.outside_zero)
        resolved = [
            q for p in complete for q in ([p] if p.body is None else resolver.piece(p) if self.stored(p) else [])
        ]
        self.pieces = [p if p.variable in self.circling else along_letters(p) for p in needed(resolved, wanted)]
        self.bases: dict[Variable, Piece] = {}  # what several definitions of a variable have in common
        self.notes: dict[Piece, tuple[str, ...]] = {}
        self.pieces = in_range(self._gathered(self.pieces, granted), granted, self.known)
        self.storages: dict[str, Storage] = {}
        self.of: dict[Variable, str] = {}
        self.arguments: list[Argument] = []
        self.statements: list[Statement] = []
        self.functions = function_names(self.pieces, self.storages)
        self.by: dict[Variable, list[Piece]] = {}
        for p in self.pieces:
            _refuse_ragged(p, system.lookups)
            self.by.setdefault(p.variable, []).append(p)
        self.slopes: dict[Variable, tuple[str, tuple[int, ...]]] = {}
        lookups = lookup_pieces(self.pieces, system.lookups, system.sizes)
        self.lookups = {name: self.name(name) for name in lookups}
        for name, pieces_ in lookups.items():
            own, p = self.lookups[name], pieces_[0]
            latex = comment(write(Index(affine(IntFn(name, p.indices, p.variable.name)))))
            self.storages[own] = Storage(own, latex, hull(pieces_, self.known))
            self.arguments.append(Argument(self.storages[own], name, "lookup", p.lhs))
        self.granted = granted
        self.lowering = Lowering(self.storages, self.of, self.lookups, self.slopes, granted=granted)

    def stored(self, piece: Piece) -> bool:
        """Has the piece a place in an array? Aliases and constants have none, but in recurrences and results."""
        if piece.role in (Role.ALIAS, Role.CONSTANT):
            results = {v for _, _, v in self.gradients} | {v for _, v in self.values}
            return piece.variable in self.circling | results
        return True

    def _gathered(self, pieces: list[Piece], granted: Granted) -> list[Piece]:
        """The pieces; what all definitions of a variable have in common is a piece of its own, before the others."""
        by: dict[Variable, list[Piece]] = {}
        for p in pieces:
            by.setdefault(p.variable, []).append(p)
        found: list[Piece] = []
        for v, own in by.items():
            both = shared(own, self.known, granted) if v not in self.circling else None
            if both is None:
                found += own
                continue
            self.bases[v] = both.base
            more = [replace(p, body=add(*terms)) for p, terms in both.more.items() if terms]
            self.notes[both.base] = tuple(dict.fromkeys(said(p) for p, terms in both.more.items() if not terms))
            self.notes |= {new: (said(p),) for new, p in zip(more, (p for p, t in both.more.items() if t), strict=True)}
            found += [both.base, *more]
        return found

    def program(self) -> Program:
        """Everything in order."""
        for v, pieces in self.by.items():
            self._store(v, pieces)
        self._slopes()
        defined = [p for p in self.pieces if p.body is not None]
        last = {v for _, v in self.values}
        defined.sort(key=lambda p: p.variable in last)
        for item in ordered(defined, self.known):
            if isinstance(item, Circle):
                self.circle(item)
            else:
                self._piece(item)
        sizes, unsolved = solved_sizes(self.arguments, self.system.sizes)
        values = [(key, self.of[v]) for key, v in self.values if v in self.of]
        outputs = frozenset(n for _, n in values) | {self.of[v] for _, _, v in self.gradients if v in self.of}
        statements = shortened(tuple(self.statements), outputs, self.storages, frozenset(n for _, n in values))
        mentioned = letters_in(statements, self.storages)
        mentioned |= {x for a in self.arguments for c in a.storage.counts for x in c.letters()}
        calls = [x for p in defined if p.body is not None for x in of_kind(p.body, Apply)]
        return Program(
            title=comment(self.system.title),
            arguments=tuple(self.arguments),
            functions=self.functions,
            sizes=sizes,
            asked=tuple(s for s in unsolved if s in mentioned),
            storages=self.storages,
            statements=statements,
            values=tuple(values),
            gradients=tuple((key, self.of.get(bar, "")) for key, _, bar in self.gradients),
            objective=self.system.objective.name if self.system.objective is not None else "",
            generic=self.system.generic,
            known=self.system.context,
            bases={self.lookups[name]: base for name, base in self.lowering.bases.items()},
            analytic=all(is_analytic(c.function) and c.function != "softplus" for c in calls),
        )

    def name(self, latex: str) -> str:
        """A new identifier."""
        taken = {*self.storages, *(n for f in self.functions for _, n in f.orders), *map(size_name, self.system.sizes)}
        return fresh(identifier(latex), taken)

    def _store(self, v: Variable, pieces: list[Piece]) -> None:
        given = [p for p in pieces if p.body is None]
        plain = len(pieces) == 1 and len(pieces[0].letters) == len(pieces[0].indices)
        if plain or not v.arity or (len(given) == len(pieces) and one_array(pieces, self.known)):
            name = self.name(self.keys.get(v, v.name))
            self._new(name, v, pieces[0], hull(pieces, self.known))
            if given:
                p = max(given, key=lambda p: len(p.letters))
                self.arguments.append(Argument(self.storages[name], self.keys.get(v, v.name), str(p.role), p.lhs))
            elif not v.arity:
                return
            return
        name = self.name(self.keys.get(v, v.name))
        base = self.bases.get(v)
        self._new(name, v, base or pieces[0], hull([base] if base else pieces, self.known))
        if base is None:
            self.statements.append(Allocate(name))
        for p in given:
            self._given(p, name)

    def _given(self, p: Piece, name: str) -> None:
        """A given piece among others: an argument of its own, copied into its place."""
        ranges = box(p, self.known)
        key = entry_name(p)
        own = self.name(key)
        letters = tuple(i.letter for i in p.indices if i.letter in p.letters and i.letter is not None)
        self.storages[own] = Storage(own, write(p.lhs), tuple(ranges[s] for s in letters))
        self.arguments.append(Argument(self.storages[own], key, str(p.role), p.lhs))
        dims = tuple(Along(s, affine(0), ranges[s][1] - ranges[s][0] + 1) for s in letters)
        target = self.dims(name, p.indices, ranges)
        self.statements.append(Store(name, target, letters, Read(own, dims)))

    def _new(self, name: str, v: Variable, p: Piece, ranges: tuple[tuple[Affine, Affine], ...]) -> None:
        self.storages[name] = Storage(name, comment(write(p.lhs)), ranges, v)
        self.of[v] = name

    def _slopes(self) -> None:
        """The derivatives of a generic objective, by the nodes that it is a function of."""
        objective = self.system.objective
        wanted = {
            x.wrt.variable for p in self.pieces if p.body is not None for x in of_kind(p.body, Partial) if x.direct
        }
        for v in sorted(wanted, key=lambda v: v.key):
            pieces = [p for p in self.system.outputs if p.variable == v]
            if not pieces or objective is None:
                raise CompileError(f"a derivative by {v.name} is left in the network")
            key = rf"\partial {objective.name}/\partial {v.name}"
            name = fresh(f"d{identifier(objective.name)}_d{identifier(v.name)}", self.storages)
            ranges = hull(pieces, self.known)
            kept = tuple(n for n, i in enumerate(pieces[0].indices) if len(pieces) > 1 or i.letter in pieces[0].letters)
            latex = comment(write(Partial(Var(objective), pieces[0].lhs)))
            self.storages[name] = Storage(name, latex, tuple(ranges[n] for n in kept))
            self.slopes[v] = (name, kept)
            self.arguments.append(Argument(self.storages[name], key, "slope", pieces[0].lhs))

    def dims(
        self,
        name: str,
        indices: Iterable[Affine],
        ranges: Mapping[Sym, tuple[Affine, Affine]],
        known: Context | None = None,
    ) -> tuple[Dim, ...]:
        """The places of an array that some indices name."""
        read = self.lowering.read(name, tuple(indices), Scope(ranges, known or self.known))
        assert isinstance(read, Read)
        if read.pads:
            raise CompileError(f"a definition of {name} lies outside of its array")
        return read.dims

    def _piece(self, p: Piece) -> None:
        """One definition, as a new array or as part of one."""
        assert p.body is not None
        name = self.of[p.variable]
        outside, self.statements = self.statements, []
        value, ranges = self.value(p, self.known)
        first, self.statements = self.statements, outside
        letters = tuple(s for s in dict.fromkeys(s for i in p.indices for s in i.letters()) if s in ranges)
        note = self.notes.get(p, (said(p),))
        if self.covers(p):
            filled = isinstance(value, Read) and Allocate(value.name) in first
            if isinstance(value, Read) and filled and whole(value, self.storages[value.name]) == letters:
                self.statements += renamed_store(first, value.name, name, note)
            else:
                self.statements += first
                self.statements.append(Assign(name, letters, value, note, copy=isinstance(value, Read)))
        else:
            if p.variable not in self.bases and Allocate(name) not in self.statements:
                self.statements.append(Allocate(name))
            dims = self.dims(name, p.indices, ranges, self.known & p.domain)
            made = Store(name, dims, letters, value, note, self.beside_others(p, value))
            self.statements += self.when(p, ranges, (*first, made))

    def beside_others(self, p: Piece, value: Array) -> bool:
        """Must the value be added, since it is 0 at places that other definitions of the variable fill?"""
        return p.variable in self.bases or (isinstance(value, Select) and len(self.by[p.variable]) > 1)

    def when(
        self,
        p: Piece,
        ranges: Mapping[Sym, tuple[Affine, Affine]],
        body: tuple[Statement, ...],
        known: Context | None = None,
    ) -> tuple[Statement, ...]:
        """The statements, under the conditions on sizes that the piece has, or needs not to be empty."""
        known = known or self.known
        left = simplify(p.domain, known).constraints
        where = [c for c in left if c.letters() and c.letters() <= self.system.sizes]
        held = known & Domain.of(*where)
        for lower, upper in ranges.values():
            if not implies(held.known, ge(upper, lower), Context(Domain(()), held.positive)):
                where.append(ge(upper, lower))
        return (When(tuple(where), body),) if where else body

    def covers(self, p: Piece) -> bool:
        """Is the piece the whole array?"""
        alone = len(self.by[p.variable]) == 1 and len(p.letters) == len(p.indices)
        return alone or p == self.bases.get(p.variable)

    def value(
        self, p: Piece, known: Context, scalars: frozenset[Sym] = frozenset()
    ) -> tuple[Array, dict[Sym, tuple[Affine, Affine]]]:
        """The body of a piece as an array, and the ranges of its letters that are axes."""
        assert p.body is not None
        ranges = {s: r for s, r in box(p, known).items() if s not in scalars}
        sizes_only = Domain(tuple(c for c in p.domain.constraints if not c.letters() & set(p.letters)))
        inside = known & Domain.of(*(c for s, (lo, hi) in ranges.items() for c in (ge(s, lo), le(s, hi)))) & sizes_only
        rest = simplify(p.domain, inside)
        scope = Scope(ranges, inside)
        value = self.lowering.array(p.body, scope)
        rest = Domain(tuple(c for c in rest.constraints if c.letters() & set(ranges)))
        if not rest.is_true:
            mask = self.lowering.mask(rest, scope)
            assert isinstance(mask, Mask)
            value = Select(mask, value)
        self.statements += self.lowering.before
        self.lowering.before.clear()
        return value, ranges


def _numbers(pieces: list[Piece], kept: set[Variable]) -> list[Piece]:
    """The pieces; nodes that are numbers everywhere (the adjoint of what is only added up is 1) are constants."""
    fixed = {p.variable for p in pieces} - kept - {p.variable for p in pieces if not isinstance(p.body, Num)}
    return [replace(p, role=Role.CONSTANT) if p.variable in fixed else p for p in pieces]


def _refuse_ragged(p: Piece, lookups: frozenset[str]) -> None:
    """Raises `CompileError` for a range whose end depends on an index: its array would be no box."""
    for c in p.domain.constraints:
        for atom in c.form.atoms():
            if isinstance(atom, IntFn) and atom.name not in lookups:
                raise CompileError(
                    f"{p.variable.name} has a range that depends on an index ({atom!r}): it is no array of one shape",
                    hint="compile a network with a letter for each size, its layers written out",
                )
