r"""Loops of a recurrence as a scan: one step from what is carried, and the rows at hand, to new rows.

A loop that sets `h[t]` from `h[t - 1]` and `x[t]` carries the row `h_before`, is handed the row `x_t`, and gives `h_t`;
the rows that all steps give are put into the array at the end. What does not have this form is left to a plain loop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..affine import ZERO, Affine, Sym, affine
from .arrays import Along, Array, At, Counter, Looked, Mask, Read, Whole, Window, axes, rebuilt
from .layout import Layout
from .lines import commented
from .names import fresh, identifier
from .places import ADD
from .program import Assign, Loop, Storage, Store


class _NoScan(Exception):
    """The loop is not one step after another along one position of each array."""


@dataclass
class _Scan:
    """What is known of a loop so far: for each array the position that the loop runs along."""

    loop: Loop
    storages: dict[str, Storage]
    places: dict[str, int] = field(default_factory=dict)  # the position of each array that is made
    starts: dict[str, Affine] = field(default_factory=dict)  # where its rows lie: offset of the loop's letter
    lags: dict[str, int] = field(default_factory=dict)  # how many rows of it are carried
    rows: dict[tuple[str, Affine], str] = field(default_factory=dict)  # rows handed in, by array and offset
    current: set[str] = field(default_factory=set)  # the arrays whose row at this step was made already
    names: dict[tuple[str, int], str] = field(default_factory=dict)  # rows of an array: of this step, of one before ...

    def row(self, array: str, lag: int) -> str:
        """The name of a row of an array that the loop makes."""
        if (array, lag) not in self.names:
            wanted = f"{array}_before" if lag else f"{array}_{identifier(self.loop.letter.name)}"
            self.names[array, lag] = self._named(wanted, array, self.places[array])
        return self.names[array, lag]

    def handed(self, array: str, place: int, offset: Affine) -> str:
        """The name of a row of an array that the loop only reads."""
        if (array, offset) not in self.rows:
            wanted = f"{array}_{identifier(self.loop.letter.name)}"
            self.rows[array, offset] = self._named(wanted, array, place)
            self.places.setdefault(array, place)
        if self.places[array] != place:
            raise _NoScan
        return self.rows[array, offset]

    def _named(self, wanted: str, array: str, place: int) -> str:
        name = fresh(wanted, self.storages)
        ranges = self.storages[array].ranges
        self.storages[name] = Storage(name, "", (*ranges[:place], *ranges[place + 1 :]))
        return name

    def value(self, a: Array) -> Array:
        """The array of one step, rows instead of arrays."""
        letter = self.loop.letter
        if isinstance(a, Read):
            return self.read(a)
        if isinstance(a, Whole) and letter in a.form.letters():
            raise _NoScan
        if isinstance(a, Counter) and letter in (a.lower.letters() | a.count.letters()):
            raise _NoScan
        if isinstance(a, Mask) and any(letter in c.letters() for c in a.where):
            raise _NoScan
        return rebuilt(a, self.value)

    def read(self, a: Read) -> Read:
        """A read of a row, if it depends on the step."""
        letter = self.loop.letter
        at = [n for n, d in enumerate(a.dims) if isinstance(d, At) and d.offset.coefficient(letter) == 1]
        moving = [n for n, d in enumerate(a.dims) if letter in _letters(d)]
        if not moving and a.name not in self.lags:
            return a
        if at != moving or len(at) != 1 or any(letter in f.letters() for pad in a.pads for f in pad):
            raise _NoScan
        (place,) = at
        if a.pads and a.pads[place] != (ZERO, ZERO):
            raise _NoScan
        dim = a.dims[place]
        assert isinstance(dim, At)
        offset = dim.offset - affine(letter)
        dims = (*a.dims[:place], *a.dims[place + 1 :])
        pads = (*a.pads[:place], *a.pads[place + 1 :])
        if a.name not in self.lags:
            return Read(self.handed(a.name, place, offset), dims, pads)
        behind = (offset - self.starts[a.name]) if self.loop.down else (self.starts[a.name] - offset)
        if place != self.places[a.name] or not behind.is_constant or behind.const < 0:
            raise _NoScan
        if behind.const == 0:
            return Read(self.now(a.name), dims, pads)
        self.lags[a.name] = max(self.lags[a.name], behind.const)
        return Read(self.row(a.name, behind.const), dims, pads)

    def now(self, array: str) -> str:
        """The row of this step: made before in the step, or as it was before the loop."""
        if array in self.current:
            return self.row(array, 0)
        self.names[array, 0] = self.handed(array, self.places[array], self.starts[array])
        return self.names[array, 0]


def _letters(d: At | Along | Window | Looked) -> frozenset[Sym]:
    if isinstance(d, At):
        return d.offset.letters()
    if isinstance(d, Along):
        return d.start.letters() | d.count.letters()
    if isinstance(d, Window):
        return d.start.letters().union(*(n.letters() for _, n, _ in d.parts))
    return d.form.letters()


def _begun(loop: Loop, storages: Mapping[str, Storage]) -> _Scan:
    """The arrays that the loop makes, each whole rows at one offset."""
    scan = _Scan(loop, dict(storages))
    for s in loop.body:
        if isinstance(s, Assign):
            continue
        if not isinstance(s, Store):
            raise _NoScan
        places = [n for n, d in enumerate(s.dims) if loop.letter in _letters(d)]
        counts = storages[s.name].counts
        others = [(d, c) for n, (d, c) in enumerate(zip(s.dims, counts, strict=True)) if n not in places]
        whole = all(isinstance(d, Along) and (d.start, d.step, d.count) == (ZERO, 1, c) for d, c in others)
        dim = s.dims[places[0]] if len(places) == 1 else None
        if not whole or not isinstance(dim, At) or dim.offset.coefficient(loop.letter) != 1:
            raise _NoScan
        offset = dim.offset - affine(loop.letter)
        if scan.places.setdefault(s.name, places[0]) != places[0] or scan.starts.setdefault(s.name, offset) != offset:
            raise _NoScan
        scan.lags.setdefault(s.name, 0)
    return scan


def scan_lines(loop: Loop, storages: Mapping[str, Storage], layout: Layout) -> list[str] | None:
    """The loop as `lax.scan`, or None if it has another form."""
    known = layout.storages
    try:
        scan = _begun(loop, storages)
        layout.storages = scan.storages
        body: list[str] = []
        for s in loop.body:
            assert isinstance(s, (Assign, Store))
            value = scan.value(s.value)
            if isinstance(s, Assign):
                body.append(f"{s.name} = {layout.text(value, s.letters)}")
                continue
            if set(axes(value)) != set(s.letters):
                return None
            before = scan.now(s.name) if s.add else ""
            scan.current.add(s.name)
            row = scan.row(s.name, 0)
            body += [line for note in s.comments if note for line in commented(note)]
            body.append(f"{row} = " + (f"{before} + " if before else "") + layout.text(value, s.letters, ADD))
        return _printed(scan, body, layout)
    except _NoScan:
        return None
    finally:
        layout.storages = known


def _printed(scan: _Scan, body: list[str], layout: Layout) -> list[str]:
    made = list(scan.lags)
    carried = [(a, lag) for a in made for lag in range(1, scan.lags[a] + 1)]
    for a, lag in carried:
        scan.row(a, lag)
    first = [_row(scan, a, lag, layout) for a, lag in carried]
    given = [_rows(scan, a, offset, layout) for a, offset in scan.rows]
    names = [scan.names[c] for c in carried], list(scan.rows.values())
    parameters = [own[0] if len(own) == 1 else wanted for own, wanted in zip(names, ("carried", "rows"), strict=True)]
    lines = ["", f"def step({', '.join(parameters)}):"]
    lines += [f"    {', '.join(own)} = {p}" for own, p in zip(names, parameters, strict=True) if len(own) > 1]
    lines += ["    " + line for line in body]
    after = [scan.row(a, lag - 1) for a, lag in carried]
    lines += [f"    return {_tuple(after)}, {_tuple([scan.row(a, 0) for a in made])}", ""]
    count = layout.form(scan.loop.upper - scan.loop.lower + 1)
    rest = (f", length={count}" if not given else "") + (", reverse=True" if scan.loop.down else "")
    slices = [_slice(scan, a, scan.starts[a], layout) for a in made]
    whole = [not w and not scan.places[a] for a, w in zip(made, slices, strict=True)]
    results = [a if w else fresh(f"{a}_rows", scan.storages) for a, w in zip(made, whole, strict=True)]
    lines.append(f"_, {_tuple(results)} = lax.scan(step, {_tuple(first)}, {_tuple(given) if given else None}{rest})")
    for a, result, where in zip(made, results, slices, strict=True):
        rows = f"jnp.moveaxis({result}, 0, {scan.places[a]})" if scan.places[a] else result
        if where or rows != a:
            lines.append(f"{a} = {a}.at[{where}].set({rows})" if where else f"{a} = {rows}")
    return lines


def _tuple(items: list[str]) -> str:
    """Nothing, one, or several in parentheses."""
    return items[0] if len(items) == 1 else f"({', '.join(items)})"


def _slice(scan: _Scan, array: str, offset: Affine, layout: Layout) -> str:
    """The places of the rows of all steps; nothing if they are the whole array."""
    loop, place = scan.loop, scan.places[array]
    total = scan.storages[array].counts[place]
    text = layout.place(Along(loop.letter, loop.lower + offset, loop.upper - loop.lower + 1), total)
    return "" if text == ":" else ":, " * place + text


def _rows(scan: _Scan, array: str, offset: Affine, layout: Layout) -> str:
    """An array's rows of all steps, handed in one by one."""
    place, where = scan.places[array], _slice(scan, array, offset, layout)
    text = f"{array}[{where}]" if where else array
    return f"jnp.moveaxis({text}, {place}, 0)" if place else text


def _row(scan: _Scan, array: str, lag: int, layout: Layout) -> str:
    """The row that is carried into the first step."""
    loop, offset = scan.loop, scan.starts[array]
    at = loop.upper + offset + lag if loop.down else loop.lower + offset - lag
    return f"{array}[{':, ' * scan.places[array]}{layout.form(at)}]"
