r"""A program printed as a module: readable, self-contained, importing only its backend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..affine import ZERO, Affine, Sym
from ..domain import ge, implies
from .arrays import Along, Fork, Looked, axes
from .checking import check_source, literal
from .dialect import Dialect, Ends
from .jax import DIALECT as JAX
from .layout import Layout
from .lines import WIDTH, commented, whole
from .names import comment, docstring, fresh, identifier
from .numpy import DIALECT as NUMPY
from .program import Allocate, Argument, Assign, Integer, Loop, Program, Statement, Storage, Store, When
from .scan import scan_lines
from .torch import DIALECT as TORCH

BACKENDS: dict[str, Dialect] = {d.name: d for d in (NUMPY, JAX, TORCH)}
"""Every backend by name."""

COMPLAIN = '''
def complain(arrays):
    """Say which argument does not fit the others; arrays are in the order of ARGUMENTS."""
    sizes = {}
    for (name, latex, shape), x in zip(ARGUMENTS, arrays):
        if not hasattr(x, "shape"):
            raise TypeError(f"{name} ({latex}) must be an array, not {type(x)}")
        said = f"{name} ({latex}) needs the shape ({', '.join(shape)})"
        if len(x.shape) != len(shape):
            raise ValueError(f"{said}, not {tuple(x.shape)}")
        for size, extent in zip(shape, x.shape):
            if sizes.setdefault(size, (extent, name))[0] != extent:
                raise ValueError(f"{said}: {size} is {sizes[size][0]} in {sizes[size][1]}, but {extent} in {name}")
        LOOKED
        if IS_INTEGER:
            raise TypeError(f"{name} ({latex}) holds integers ({x.dtype}): give floating-point or complex numbers")
        if x.dtype != arrays[0].dtype:
            first = ARGUMENTS[0][0]
            raise TypeError(f"{name} ({latex}) is {x.dtype}, but {first} is {arrays[0].dtype}: convert one of them")
    raise ValueError(f"the shapes {[tuple(x.shape) for x in arrays]} do not fit together: {ARGUMENTS}")
'''


OVER = 'over="ignore"'
SATURATED = "the logistic function of a large negative number: 1 / infinity is right"

LOOKED = """
        if name in INTEGERS:
            if not (IS_INTEGER):
                raise TypeError(f"{name} ({latex}) must hold integers: places counted from 0, not {x.dtype}")
            continue
"""


def printed(program: Program, backend: str | Dialect = "numpy") -> str:
    """The module as text, in a backend's dialect. Raises `KeyError` for an unknown backend."""
    return _Printer(program, BACKENDS[backend] if isinstance(backend, str) else backend).module()


class _Printer:
    def __init__(self, program: Program, dialect: Dialect) -> None:
        self.program, self.dialect = program, dialect
        taken = {*program.storages, *(n for f in program.functions for _, n in f.orders)}
        integers: dict[Sym, str] = {}
        sizes = [s for s, *_ in program.sizes] + list(program.asked)
        shown = [x for st in program.storages.values() for lo, hi in st.ranges for x in sorted_letters(lo, hi)]
        for s in (*sizes, *_symbols(program.statements), *shown):
            if s not in integers:
                integers[s] = fresh(identifier(s.name.replace("@", "")), taken | set(integers.values()))
        functions = {(f.latex, order): name for f in program.functions for order, name in f.orders}
        self.layout = Layout(dialect, program.storages, functions, integers)

    def module(self) -> str:
        """Everything."""
        lines = [part for s in self.program.statements for line in self.statement(s) for part in whole(line)]
        main = self.function(lines)
        helpers = [
            self.dialect.helpers[h].strip("\n") for h in sorted(self.layout.helpers) if h in self.dialect.helpers
        ]
        complain = COMPLAIN.strip("\n").replace("IS_INTEGER", self.dialect.is_integer.format("x"))
        looked = LOOKED.strip("\n").replace("IS_INTEGER", self.dialect.is_integer.format("x"))
        has = any(a.kind == "lookup" for a in self.program.arguments)
        complain = complain.replace("        LOOKED\n", looked + "\n" if has else "")
        parts = [
            self.docstring(),
            "\n".join(self.dialect.imports),
            self.table(),
            *([] if not self.program.arguments else ["\n" + complain]),
            *("\n" + h for h in helpers),
            "\n" + main,
            *(["\n" + self.check()] if self.checkable else []),
        ]
        return "\n\n".join(parts) + "\n"

    # what stands around the function

    def docstring(self) -> str:
        """What the module computes, and what each name is."""
        p = self.program
        asked = ", ".join(key for key, _ in p.gradients)
        what = (
            f"The derivatives of {p.objective} by {asked}"
            if asked
            else "The value of " + ", ".join(k for k, _ in p.values)
        )
        rows = [self.row(a.storage, a.kind) for a in p.arguments]
        inner = {n for n, s in p.storages.items() if s.latex} - {a.storage.name for a in p.arguments}
        used = set(_names(p.statements))
        rows += [self.row(p.storages[n], "") for n in p.storages if n in inner & used]
        for f in p.functions:
            for order, name in f.orders:
                primes = (
                    "'" * sum(order) if len(order) == 1 else (f" differentiated {order} times" if any(order) else "")
                )
                rows.append(
                    (
                        name,
                        f.latex + primes,
                        "a function of arrays, entry by entry" + ", the indices first" * ("#" in f.latex),
                    )
                )
        widths = [max((len(r[n]) for r in rows), default=0) for n in (0, 1)]
        table = [f"    {a:{widths[0]}}  {b:{widths[1]}}  {c}".rstrip() for a, b, c in rows]
        title = f"{p.title}\n\n" if p.title else ""
        text = title + what + ".\n\nMade by symderiv. Arrays count from 0: the table says which index lies first.\n\n"
        return 'r"""' + docstring(text + "\n".join(table)) + '\n"""'

    def row(self, s: Storage, kind: str) -> tuple[str, str, str]:
        """One line of the table: identifier, LaTeX, shape and first indices."""
        shape = self.shape(s.counts)
        ones = all(lower == Affine((), 1) for lower, _ in s.ranges)
        first = "" if ones else f", from ({', '.join(self.form(lo) for lo, _ in s.ranges)})"
        return s.name, s.latex, f"{kind + ', ' if kind else ''}shape {shape}{first}"

    def form(self, f: Affine) -> str:
        """A size as text."""
        return self.layout.form(f)

    def shape(self, counts: Iterable[Affine]) -> str:
        """A shape as a tuple."""
        shown = [self.form(c) for c in counts]
        return f"({shown[0]},)" if len(shown) == 1 else f"({', '.join(shown)})"

    def table(self) -> str:
        """The arguments with their shapes, for messages."""
        rows = []
        for a in self.arrays:
            extents = self.several([literal(self.form(c)) for c in a.storage.counts])
            rows.append(f"    ({literal(a.storage.name)}, {literal(a.key)}, {extents}),")
        found = "ARGUMENTS = (\n" + "\n".join(rows) + "\n)" if rows else "ARGUMENTS = ()"
        looked = [literal(a.storage.name) for a in self.program.arguments if a.kind == "lookup"]
        return found + (f"\nINTEGERS = {self.several(looked)}" if looked else "")

    @property
    def arrays(self) -> list[Argument]:
        """The arguments that have positions, those that hold integers last."""
        found = [a for a in self.program.arguments if a.storage.ranges]
        return sorted(found, key=lambda a: a.kind == "lookup")

    @property
    def scalars(self) -> list[Argument]:
        """The arguments that are plain numbers."""
        return [a for a in self.program.arguments if not a.storage.ranges]

    # the function

    def function(self, lines: list[str]) -> str:
        """`value_and_grad`."""
        p = self.program
        given = [a.storage.name for a in p.arguments] + [self.form(Affine(((s, 1),), 0)) for s in p.asked]
        given += [n for f in p.functions for _, n in f.orders]
        told = "The outputs and the derivatives" if p.generic else f"{comment(p.objective)} and its derivatives"
        told = f"{told}, by LaTeX name." if p.gradients else "The value, and no derivatives."
        head = [
            *self.quiet(lines),
            f"def value_and_grad({', '.join(given)}):",
            f'    r"""{docstring(told)}"""',
        ]
        body = self.checks(lines) + lines + whole(self.returned())
        return "\n".join(head + [("    " + line).rstrip() for line in body])

    def quiet(self, lines: list[str]) -> list[str]:
        """The line that keeps warnings quiet which do not matter."""
        text = "\n".join(lines)
        if not self.dialect.decorator:
            return []
        if f"-{self.dialect.module}.inf" in text:
            return [
                self.dialect.decorator.format(f'{OVER}, invalid="ignore"', "what a condition leaves out is not used")
            ]
        return [self.dialect.decorator.format(OVER, SATURATED)] if "1 / (1 + np.exp(" in text else []

    def checks(self, lines: list[str]) -> list[str]:
        """Arrays converted, their shapes and types compared, sizes read off."""
        arrays, found = self.arrays, []
        names = [a.storage.name for a in arrays]
        if names:
            every = self.several(names)
            if self.dialect.asarray:
                found += [f"{n} = {self.dialect.asarray.format(n)}" for n in names]
            reads, unpacked = self.sizes()
            fits = [f"{a.storage.name}.shape == {self.shape(a.storage.counts)}" for a in arrays if a not in unpacked]
            numbers = [a.storage.name for a in arrays if a.kind != "lookup"]
            fits += [self.dialect.is_integer.format(a.storage.name) for a in arrays if a.kind == "lookup"]
            fits += [self.dialect.is_number.format(n) for n in numbers[:1]]
            rows = [numbers[n : n + 7] for n in range(0, len(numbers) - 1, 6)]
            fits += [" == ".join(f"{n}.dtype" for n in row) for row in rows]
            found += ["try:", *("    " + line for line in [*reads, *self.every(fits)])]
            found += ["except (AttributeError, IndexError, TypeError, ValueError):", "    fits = False"]
            found += ["if not fits:", f"    complain({every})"]
        text = "\n".join(lines)
        wants = self.scalars or re.search(r"\bdtype\b", text)
        if wants and names:
            found.append(f"dtype = {names[0]}.dtype")
        if names and ("device" in text or (self.scalars and "device" in self.dialect.scalar)):
            found.append(f"device = {names[0]}.device")
        if names:
            found += [f"{a.storage.name} = {self.dialect.scalar.format(a.storage.name)}" for a in self.scalars]
        return found

    @staticmethod
    def several(items: list[str]) -> str:
        """A tuple's display."""
        return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"

    @staticmethod
    def every(conditions: list[str]) -> list[str]:
        """Whether all hold, on several lines where one is too long."""
        line = f"fits = {' and '.join(conditions)}"
        if len(line) <= WIDTH - 4:
            return [line]
        return ["fits = (", f"    {conditions[0]}", *(f"    and {c}" for c in conditions[1:]), ")"]

    def sizes(self) -> tuple[list[str], list[Argument]]:
        """The sizes read off the shapes, and the arguments of whose shapes nothing is left to compare."""
        found: list[str] = []
        whole: list[Argument] = []
        plain = {(name, n): self.layout.atom(s) for s, name, n, k, rest in self.program.sizes if (k, rest) == (1, ZERO)}
        for a in self.arrays:
            own = [plain.get((a.storage.name, n), "") for n in range(len(a.storage.counts))]
            if all(own):
                whole.append(a)
                found.append(f"{self.several(own)[1:-1] if own[1:] else f'({own[0]},)'} = {a.storage.name}.shape")
            else:
                found += [f"{s} = {self.extent(a.storage.name, n)}" for n, s in enumerate(own) if s]
        for s, name, n, factor, rest in self.program.sizes:
            if (name, n) not in plain:
                extent, over = self.extent(name, n), self.form(rest)
                if rest != ZERO:
                    single = len(rest.terms) + bool(rest.const) < 2 and over[0] != "-"
                    extent = f"{extent} - {over}" if single else f"{extent} - ({over})"
                found.append(f"{self.layout.atom(s)} = " + (extent if factor == 1 else f"({extent}) // {factor}"))
        return found, whole

    @staticmethod
    def extent(name: str, position: int) -> str:
        """How long an array is along a position."""
        return f"{name}.shape[{position}]" if position else f"len({name})"

    def returned(self) -> str:
        """The last line."""
        p = self.program
        rows = []
        for key, name in p.gradients:
            zero = next((a.storage for a in p.arguments if a.key == key), None)
            if not name and zero is not None:
                name = self.dialect.zeros.format(self.shape(zero.counts)).replace("dtype", f"{zero.name}.dtype")
                name = name.replace("device=device", f"device={zero.name}.device")
            rows.append(f"{literal(key)}: {name}")
        values = [name for _, name in p.values]
        value = values[0] if len(values) == 1 else "{" + ", ".join(f"{literal(k)}: {n}" for k, n in p.values) + "}"
        return f"return {value}, {{{', '.join(rows)}}}"

    # statements

    def statement(self, s: Statement) -> list[str]:
        """One statement, its formulas as comments above it."""
        if isinstance(s, (Assign, Store)) and isinstance(s.value, Fork):
            return self.forked(s, s.value)
        if isinstance(s, Assign):
            text = self.layout.text(s.value, s.letters)
            missing = [x for x in s.letters if x not in self._own(s)]
            if missing:
                return self.statement(Allocate(s.name)) + self.statement(self._as_store(s))
            text = self.dialect.copy.format(text) if s.copy else text
            return [*self.comments(s.comments), f"{s.name} = {text}"]
        if isinstance(s, Allocate):
            return [f"{s.name} = {self.dialect.zeros.format(self.shape(self.program.storages[s.name].counts))}"]
        if isinstance(s, Store):
            return self.stored(s)
        if isinstance(s, Integer):
            forms = ", ".join(map(self.form, s.forms))
            return [f"{self.layout.atom(s.symbol)} = {'max' if s.largest else 'min'}({forms})"]
        body = [line for x in s.body for line in self.statement(x)]
        if isinstance(s, When):
            where = " and ".join(self.layout.condition(c, {}, ()) for c in dict.fromkeys(s.where))
            return [f"if {where}:", *("    " + line for line in body)]
        ends = Ends(
            lower=self.form(s.lower),
            upper=self.form(s.upper),
            before=self.form(s.lower - 1),
            after=self.form(s.upper + 1),
            count=self.form(s.upper - s.lower + 1),
            some=self.layout.condition(ge(s.upper, s.lower), {}, ()),
        )
        if self.dialect.scan:
            scan = scan_lines(s, self.program.storages, self.layout)
            if scan is not None:
                sure = implies(self.program.known, ge(s.upper, s.lower))
                return scan if sure else [f"if {ends.some}:", *("    " + line for line in scan)]
        changed = sorted(set(_stored(s.body)) - set(_made(s.body)))
        return self.dialect.loop(self.layout.atom(s.letter), ends, s.down, body, changed)

    def forked(self, s: Assign | Store, value: Fork) -> list[str]:
        """A statement whose value is the cheapest of several ways: each way under its condition."""
        lines = self.comments(s.comments)
        for n, (condition, option) in enumerate(self.layout.ways(value)):
            made = self.statement(replace(s, value=option, comments=()))
            lines.append(f"{'elif' if n else 'if'} {condition}:" if condition else "else:")
            lines += ["    " + line for line in made]
        return lines

    @staticmethod
    def _own(s: Assign) -> tuple[Sym, ...]:
        return axes(s.value)

    def _as_store(self, s: Assign) -> Store:
        """An array whose value does not have all of its letters: filled by broadcasting."""
        counts = self.program.storages[s.name].counts
        dims = tuple(Along(x, Affine((), 0), n) for x, n in zip(s.letters, counts, strict=True))
        return Store(s.name, dims, s.letters, s.value, s.comments)

    def stored(self, s: Store) -> list[str]:
        """Part of an array set or added to."""
        counts = self.program.storages[s.name].counts
        first = s.dims[0] if s.dims else None
        if s.add and isinstance(first, Looked) and first.lookups and not any(isinstance(d, Looked) for d in s.dims[1:]):
            shown = self.layout.place(first, counts[0]), self.layout.text(s.value, s.letters)
            return [*self.comments(s.comments), self.dialect.scatter.format(s.name, *shown)]
        if any(isinstance(d, Looked) for d in s.dims):
            places = self.layout.picks(s.dims, s.letters)
        else:
            places = [self.layout.place(d, n) for d, n in zip(s.dims, counts, strict=True)]
        while len(places) > 1 and places[-1] == ":":
            places.pop()
        where = "[...]" if places in ([":"], []) else f"[{', '.join(places)}]"
        template = self.dialect.add_to if s.add else self.dialect.store
        value = self.layout.text(s.value, s.letters)
        return [*self.comments(s.comments), template.format(s.name, where, value)]

    @staticmethod
    def comments(texts: Iterable[str]) -> list[str]:
        """Comment lines."""
        return [line for t in texts if t for line in commented(comment(t))]

    # the check

    @property
    def checkable(self) -> bool:
        """Can the gradient be checked by values: is there a gradient, of one value or of a generic objective?"""
        p = self.program
        plain = all(len(order) == 1 and order[0] <= 2 for f in p.functions for order, _ in f.orders)
        slopes = [a for a in p.arguments if a.kind == "slope"]
        return bool(
            p.gradients and p.values and plain and not p.asked and (not p.generic or len(slopes) == len(p.values))
        )

    def check(self) -> str:
        """`check_gradient` and what runs it."""
        return check_source(self.program, self.dialect, self.form, self.shape)


def sorted_letters(*forms: Affine) -> list[Sym]:
    """The letters of some forms, by name."""
    return sorted({s for f in forms for s in f.letters()}, key=lambda s: s.name)


def _symbols(statements: Iterable[Statement]) -> list[Sym]:
    found: list[Sym] = []
    for s in statements:
        if isinstance(s, Integer):
            found.append(s.symbol)
        elif isinstance(s, (Loop, When)):
            found += [*([s.letter] if isinstance(s, Loop) else []), *_symbols(s.body)]
    return found


def _stored(statements: Iterable[Statement]) -> list[str]:
    found: list[str] = []
    for s in statements:
        if isinstance(s, (Store, Assign)):
            found.append(s.name)
        elif isinstance(s, (Loop, When)):
            found += _stored(s.body)
    return found


def _made(statements: Iterable[Statement]) -> list[str]:
    """The arrays that are new at each step."""
    found: list[str] = []
    for s in statements:
        if isinstance(s, (Allocate, Assign)):
            found.append(s.name)
        elif isinstance(s, (Loop, When)):
            found += _made(s.body)
    return found


def _names(statements: Iterable[Statement]) -> list[str]:
    return [s.name for s in statements if isinstance(s, Allocate)] + _stored(statements)
