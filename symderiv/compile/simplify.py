"""Programs made short: what is computed twice gets a name, what is used once goes where it is used.

Both keep the order of computing: a shared part is computed right before its first use, and only arrays that are whole,
outside of loops, and not part of the result are put into the one line that uses them.
"""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import replace

from ..affine import ONE, ZERO, Affine, Sym
from .algebra import is_root
from .arrays import (
    Along,
    Array,
    At,
    Call,
    Contract,
    Counter,
    Dim,
    Elementwise,
    Fork,
    Largest,
    Looked,
    Mask,
    Number,
    Read,
    Select,
    Window,
    axes,
    canonical,
    is_plain,
    parts,
    rebuilt,
    renamed,
    walk,
)
from .names import fresh, identifier
from .program import Allocate, Assign, Integer, Loop, Statement, Storage, Store, When


def shortened(
    statements: tuple[Statement, ...], outputs: frozenset[str], storages: dict[str, Storage], last: frozenset[str]
) -> tuple[Statement, ...]:
    """The program with shared parts named and single uses filled in; `last` arrays were put at the end for that."""
    return _early(_shared(_filled(_shared(statements, storages), outputs, storages), storages), last)


def _early(statements: tuple[Statement, ...], last: frozenset[str]) -> tuple[Statement, ...]:
    """Each array of `last` moved to where all that it reads is there: so it does not keep temporaries till the end."""
    found = list(statements)
    for s in [s for s in statements if isinstance(s, Assign) and s.name in last]:
        found.remove(s)
        reads = _reads(s.value)
        ready = [n for n, x in enumerate(found) if _makes(x) & reads]
        found.insert(max(ready, default=-1) + 1, s)
    return tuple(found)


def _makes(s: Statement) -> set[str]:
    """The arrays, and computed integers, that a statement makes or changes."""
    if isinstance(s, (Loop, When)):
        return set().union(*(_makes(x) for x in s.body))
    return {s.symbol.name} if isinstance(s, Integer) else {s.name}


def values(statements: tuple[Statement, ...]) -> list[Array]:
    """Every right-hand side, those in loops too."""
    found: list[Array] = []
    for s in statements:
        if isinstance(s, (Assign, Store)):
            found.append(s.value)
        elif isinstance(s, (Loop, When)):
            found.extend(values(s.body))
    return found


def whole(read: Array, storage: Storage | None) -> tuple[Sym, ...] | None:
    """The letters of a read of a whole array, each position along a letter of its own; else None."""
    if not isinstance(read, Read) or storage is None or read.pads:
        return None
    letters: list[Sym] = []
    for d, count in zip(read.dims, storage.counts, strict=True):
        if not isinstance(d, Along) or d.start != ZERO or d.step != 1 or d.count != count:
            return None
        letters.append(d.letter)
    return tuple(letters) if len(set(letters)) == len(letters) else None


def renamed_store(
    statements: tuple[Statement, ...] | list[Statement], old: str, new: str, comments: tuple[str, ...]
) -> list[Statement]:
    """The statements that fill an array, which has another name now, with comments on the last."""
    found: list[Statement] = []
    for s in statements:
        found.append(replace(s, name=new) if isinstance(s, (Allocate, Store)) and s.name == old else s)
    last = max(n for n, s in enumerate(found) if isinstance(s, Store) and s.name == new)
    made = found[last]
    assert isinstance(made, Store)
    found[last] = replace(made, comments=(*made.comments, *comments))
    return found


def _filled(
    statements: tuple[Statement, ...], outputs: frozenset[str], storages: dict[str, Storage]
) -> tuple[Statement, ...]:
    """Arrays that one elementwise operation uses, whole, are computed there."""
    reads: Tally[str] = Tally()
    good: Tally[str] = Tally()

    def count(a: Array, parent: Array | None) -> None:
        if isinstance(a, Read):
            reads[a.name] += 1
            alike = parent is None or (
                not isinstance(parent, (Contract, Largest)) and set(axes(parent)) == set(axes(a))
            )
            if alike and whole(a, storages.get(a.name)) is not None:
                good[a.name] += 1
        for part in parts(a):
            count(part, a)

    for s in statements:
        if isinstance(s, (Assign, Store)):
            count(s.value, None)
        elif isinstance(s, (Loop, When)):
            for a in values(s.body):
                count(a, Largest(a, ()))
    stored = _changed(statements)
    single = {n for n in reads if reads[n] == 1 == good[n] and n not in outputs and n not in stored}
    written: dict[str, Assign] = {}
    result: list[Statement] = []
    number = 0

    def fill(a: Array, notes: list[str]) -> Array:
        nonlocal number
        if isinstance(a, Read) and a.name in written:
            made = written.pop(a.name)
            letters = whole(a, storages[a.name])
            assert letters is not None
            notes.extend(made.comments)
            names = dict(zip(made.letters, letters, strict=True))
            for x in _bound(made.value):
                number += 1
                names.setdefault(x, Sym(f"{x.name.split('@')[0]}@f{number}"))
            return renamed(made.value, names)
        return rebuilt(a, lambda x: fill(x, notes))

    for s in statements:
        if isinstance(s, (Assign, Store)):
            notes: list[str] = []
            value = fill(s.value, notes)
            new = replace(s, value=value, comments=(*notes, *s.comments))
            if isinstance(new, Assign) and new.name in single and isinstance(value, (Elementwise, Call, Contract)):
                written[new.name] = new
            else:
                result.append(new)
        else:
            result.append(s)
    return tuple(result)


def _changed(statements: tuple[Statement, ...]) -> set[str]:
    """The arrays that are changed after they were made."""
    found: set[str] = set()
    for s in statements:
        if isinstance(s, Store):
            found.add(s.name)
        elif isinstance(s, (Loop, When)):
            found |= _changed(s.body)
    return found


def _bound(a: Array) -> list[Sym]:
    own = list(a.letters) if isinstance(a, (Contract, Largest)) else []
    return own + [s for p in parts(a) for s in _bound(p)]


def _shared(statements: tuple[Statement, ...], storages: dict[str, Storage]) -> tuple[Statement, ...]:
    """Parts that occur more than once (and are more than a read) get a name before their first use."""
    tally: Tally[Array] = Tally()
    for s in statements:
        if isinstance(s, (Assign, Store)):
            _count(s.value, tally)
    sharing = _Sharing(tally, storages)
    for number, s in enumerate(statements):
        sharing.statement(s, _changed(statements[number:]))
    return tuple(sharing.result)


def _within(s: Statement, storages: dict[str, Storage]) -> tuple[Statement, ...]:
    """A statement of a loop: parts that occur in it more than once get a name for this step."""
    if isinstance(s, (Loop, When)):
        return (replace(s, body=tuple(x for y in s.body for x in _within(y, storages))),)
    if not isinstance(s, (Assign, Store)):
        return (s,)
    tally: Tally[Array] = Tally()
    _count(s.value, tally)
    sharing = _Sharing(tally, storages)
    sharing.statement(s, set())
    return tuple(sharing.result)


class _Sharing:
    """Names given to shared parts so far, and the statements that result."""

    def __init__(self, tally: Tally[Array], storages: dict[str, Storage]) -> None:
        self.tally, self.storages = tally, storages
        self.known: dict[Array, str] = {}
        self.result: list[Statement] = []
        self.changing: set[str] = set()

    def statement(self, s: Statement, changing: set[str]) -> None:
        """Adds a statement; `changing` arrays are not what they will be yet."""
        self.changing = changing
        if isinstance(s, (Loop, When)):
            self.result.append(replace(s, body=tuple(x for y in s.body for x in _within(y, self.storages))))
            return
        if not isinstance(s, (Assign, Store)):
            self.result.append(s)
            return
        key, letters = canonical(s.value) if _worth(s.value) else (None, ())
        whole_of = self.known.get(key) if key is not None else None
        value = self.named(key, letters) if whole_of and key is not None else rebuilt(s.value, self.shared)
        if isinstance(s, Assign) and key is not None and letters == s.letters and s.name not in changing:
            self.known.setdefault(key, s.name)
        self.result.append(replace(s, value=value))

    def named(self, key: Array, letters: tuple[Sym, ...]) -> Read:
        """The array that holds a part."""
        return _read(self.known[key], letters, self.storages[self.known[key]])

    def shared(self, a: Array) -> Array:
        """The part, or a read of the array that holds it."""
        if not (_worth(a) or isinstance(a, Fork)):
            return rebuilt(a, self.shared)
        key, letters = canonical(a)
        if key not in self.known:
            new = rebuilt(a, self.shared)
            if not isinstance(a, Fork) and (self.tally[key] < 2 or _reads(a) & self.changing):
                return new
            counts = _lengths(a)
            found = fresh(_called(new), self.storages)
            self.storages[found] = Storage(found, "", tuple((ONE, counts[x]) for x in letters))
            self.result.append(Assign(found, letters, new, ()))
            self.known[key] = found
        return self.named(key, letters)


def _called(a: Array) -> str:
    """What a shared part is called: by what it is, and of what."""
    inner = next((x for x in walk(a) if isinstance(x, Read) and not x.name.startswith("largest")), None)
    of = f"_{inner.name}" if inner is not None else ""
    if isinstance(a, Largest):
        return f"largest{of}"
    if is_root(a):
        return f"sqrt{of}"
    if isinstance(a, Call) and not any(a.order):
        return identifier(a.function).rstrip("_") + of
    if isinstance(a, Fork):
        return "product"
    if isinstance(a, Contract):
        return f"total{of}" if len(a.factors) == 1 else "product"
    return "part"


def _read(name: str, letters: tuple[Sym, ...], storage: Storage) -> Read:
    return Read(name, tuple(Along(s, ZERO, n) for s, n in zip(letters, storage.counts, strict=True)))


def _worth(a: Array) -> bool:
    """More than a read, and a pass over an array or a function: sums and products of numbers are cheap."""
    if isinstance(a, (Contract, Largest, Call)):
        return not all(map(is_plain, parts(a)))
    if not isinstance(a, (Elementwise, Select)) or not (axes(a) or any(map(_is_function, walk(a)))):
        return False
    # a minus, or a factor, belongs to where the array is used
    return not (isinstance(a, Elementwise) and a.op == "mul" and len(a.args) == 2 and isinstance(a.args[0], Number))


def _is_function(a: Array) -> bool:
    return isinstance(a, Call) or is_root(a)


def _count(a: Array, tally: Tally[Array]) -> None:
    if _worth(a):
        key = canonical(a)[0]
        tally[key] += 1
        if tally[key] > 1:
            return
    for part in () if isinstance(a, Fork) else parts(a):  # only one way of a fork is taken
        _count(part, tally)


def _reads(a: Array) -> set[str]:
    own: set[str] = set()
    if isinstance(a, Read):
        own = {a.name} | {s.name for d in a.dims for s in _letters_of(d)}
        own |= {s.name for pad in a.pads for form in pad for s in form.letters()}
    return own.union(*(_reads(p) for p in parts(a)))


def _letters_of(d: Dim) -> set[Sym]:
    """The letters in the places of a position: sizes, and integers computed before."""
    if isinstance(d, At):
        return set(d.offset.letters())
    if isinstance(d, Along):
        return set(d.start.letters() | d.count.letters())
    if isinstance(d, Window):
        return set(d.start.letters()).union(*(n.letters() for _, n, _ in d.parts))
    return set(d.form.letters() | d.lower.letters())


def _lengths(a: Array) -> dict[Sym, Affine]:
    """How far each letter of an array runs."""
    found: dict[Sym, Affine] = {}
    for x in walk(a):
        if isinstance(x, Read):
            for d in x.dims:
                if isinstance(d, Along):
                    found[d.letter] = d.count
                elif isinstance(d, Window):
                    found.update({s: n for s, n, _ in d.parts})
                elif isinstance(d, Looked):
                    found.update({s: n for s, _, n in d.ranges})
        elif isinstance(x, Counter):
            found[x.letter] = x.count
        elif isinstance(x, Mask):
            found.update({s: n for s, _, n in x.ranges})
    return found
