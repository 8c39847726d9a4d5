"""Is there an integer point? The Omega test on plain integer vectors.

A problem has `n` unknowns; a row is a tuple of `n` coefficients beside a constant. There are equalities (`row + c ==
0`), inequalities (`row + c >= 0`), and disequalities (`row + c != 0`), the last kept as they are until nothing else is
left to do, because most of them turn out to be idle. The steps are those of W. Pugh, "The Omega test" (1991):

- an equality removes an unknown; without a unit coefficient a unimodular change of unknowns (Euclid's algorithm on the
  coefficients, Pugh's "mod-hat") makes one first;
- an unknown bounded on one side only, or not at all, goes away with its constraints;
- Fourier-Motzkin elimination is exact where all lower or all upper coefficients are 1;
- otherwise the dark shadow says yes, the real shadow says no, and splinters (the lower bounds moved up, one step at a
  time) decide what lies between.

Nothing here is approximate: the answer is right or `DomainTooHard` is raised when `WORK_LIMIT` row operations are
spent.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd

from ..errors import DomainTooHard

Row = tuple[int, ...]
Rows = dict[Row, int]

SEVERAL = 3
"""So many equalities are worth a look at those that make two unknowns one."""
WORK_LIMIT = 200_000
"""Row operations one question may take (about a microsecond each) before it is called too hard."""


class Budget:
    """Counts the row operations of one question."""

    __slots__ = ("left",)

    def __init__(self, limit: int) -> None:
        self.left = limit

    def spend(self, amount: int) -> None:
        self.left -= amount
        if self.left < 0:
            raise DomainTooHard(
                "a condition on indices is too hard to decide within the work limit",
                hint="state the ranges more simply, or assume something about the sizes",
            )


class _Empty(Exception):
    """Raised as soon as a contradiction shows."""


Equality = tuple[Row, int]


def feasible(eqs: list[Equality], ges: list[Equality], nes: list[Equality], budget: Budget) -> bool:
    """Is there an integer point with every `eq == 0`, every `ge >= 0`, every `ne != 0`?

    >>> feasible([((2, -2), 1)], [], [], Budget(1000))         # 2x - 2y + 1 = 0
    False
    >>> feasible([], [((3,), -1), ((-3,), 2)], [], Budget(1000))  # 1 <= 3x <= 2
    False
    """
    try:
        if len(eqs) >= SEVERAL:
            eqs, ges, nes = _identified(eqs, ges, nes)
        rows: Rows = {}
        pending = list(eqs)
        for row, c in ges:
            _add(rows, row, c, pending)
        return _solve(pending, rows, list(nes), budget)
    except _Empty:
        return False


def _identified(
    eqs: list[Equality], ges: list[Equality], nes: list[Equality]
) -> tuple[list[Equality], list[Equality], list[Equality]]:
    """The constraints with one unknown for all those that equalities `x - y + c == 0` and `x + c == 0` make one.

    Letters that are renamed and put in for others leave a dozen of these; one at a time each takes all rows again.
    """
    whole = len(eqs[0][0])
    like: list[tuple[int, int]] = [(i, 0) for i in range(whole + 1)]  # x_i is x_j + c; the last one is the number 0

    def found(i: int) -> tuple[int, int]:
        j, c = like[i]
        if j != i:
            k, d = found(j)
            j, c = like[i] = k, c + d
        return j, c

    left: list[Equality] = []
    for row, c in eqs:
        own = [i for i, a in enumerate(row) if a]
        first, *others = own or [whole]
        if len(own) > 2 or any(abs(row[i]) != 1 for i in own) or (len(own) == 2 and row[own[0]] == row[own[1]]):
            left.append((row, c))
            continue
        (i, a), (j, b) = found(first), found(others[0] if others else whole)
        apart = b - a - (c * row[first] if own else c)  # x_i = x_j + apart
        if i != j:
            like[i if i != whole else j] = (j, apart) if i != whole else (i, -apart)
        elif apart:
            raise _Empty
    at = [found(i) for i in range(whole)]
    moved = frozenset(i for i, (j, _) in enumerate(at) if i != j)

    def changed(row: Row, c: int) -> Equality:
        if not any(row[i] for i in moved):
            return row, c
        total = [0] * (whole + 1)
        for a, (j, d) in zip(row, at, strict=True):
            if a:
                total[j] += a
                c += a * d
        return tuple(total[:whole]), c

    return [changed(*x) for x in left], [changed(*x) for x in ges], [changed(*x) for x in nes]


def _add(rows: Rows, row: Row, c: int, pending: list[Equality]) -> None:
    """Put `row + c >= 0` among the inequalities: tightened; of parallel ones the stronger; touching ones equal."""
    g = gcd(*row)
    if g != 1:
        if g == 0:
            if c < 0:
                raise _Empty
            return
        row, c = tuple([a // g for a in row]), c // g
    old = rows.get(row)
    if old is not None and old <= c:
        return
    rows[row] = c
    width = rows.get(tuple([-a for a in row]))
    if width is not None:
        width += c
        if width < 0:
            raise _Empty
        if width == 0:
            pending.append((row, c))


def _solve(pending: list[Equality], rows: Rows, nes: list[Equality], budget: Budget) -> bool:
    while True:
        while pending:
            rows, nes, pending = _use_equality(pending, rows, nes, budget)
        if nes:
            nes = _settle(nes, rows, pending)
            if pending:
                continue
        if not rows and not nes:
            return True
        rows, nes = _drop_unbounded(rows, nes)
        if not rows:
            return True  # an unknown of a disequality that nothing else bounds is free to avoid its value
        k, exact = _choose(rows, nes)
        if exact:
            budget.spend(len(rows))
            rows = _shadow(rows, k, 0, pending, budget)
        elif nes:
            return _split(rows, nes, budget)
        else:
            return _inexact(rows, k, budget)


def _use_equality(
    pending: list[Equality], rows: Rows, nes: list[Equality], budget: Budget
) -> tuple[Rows, list[Equality], list[Equality]]:
    """Remove one unknown by the equality that has the smallest coefficient."""
    row, c = pending.pop()
    g = gcd(*row)
    if g == 0:
        if c:
            raise _Empty
        return rows, nes, pending
    if c % g:
        raise _Empty
    if g > 1:
        row, c = tuple([a // g for a in row]), c // g
    budget.spend(len(rows) + len(pending) + 1)
    listed = list(rows.items())
    while True:
        k = _smallest(row)
        if row[k] in (1, -1):
            break
        pivot = row[k]
        shift = tuple([0 if i == k else (2 * a + pivot) // (2 * pivot) for i, a in enumerate(row)])
        row = _change(row, k, shift)
        pending = [(_change(r, k, shift), d) for r, d in pending]
        nes = [(_change(r, k, shift), d) for r, d in nes]
        listed = [(_change(r, k, shift), d) for r, d in listed]
    sign = row[k]
    after: list[Equality] = []
    for r, d in pending:
        f = r[k] * sign
        after.append((tuple([a - f * b for a, b in zip(r, row, strict=True)]), d - f * c) if f else (r, d))
    kept: list[Equality] = []
    for r, d in nes:
        f = r[k] * sign
        kept.append((tuple([a - f * b for a, b in zip(r, row, strict=True)]), d - f * c) if f else (r, d))
    left: Rows = {}
    for r, d in listed:
        f = r[k] * sign
        if f:
            _add(left, tuple([a - f * b for a, b in zip(r, row, strict=True)]), d - f * c, after)
        else:
            _add(left, r, d, after)
    return left, kept, after


def _smallest(row: Row) -> int:
    best, where = 0, -1
    for i, a in enumerate(row):
        if a:
            if a in (1, -1):
                return i
            if where < 0 or abs(a) < best:
                best, where = abs(a), i
    return where


def _change(row: Row, k: int, shift: Row) -> Row:
    """The row in new unknowns, x_k = y - sum(shift_i x_i)."""
    f = row[k]
    return tuple([a - f * s for a, s in zip(row, shift, strict=True)]) if f else row


def _settle(nes: list[Equality], rows: Rows, pending: list[Equality]) -> list[Equality]:
    """Disequalities that an inequality decides: outside its range they are idle, at its end they tighten it."""
    todo = nes
    while True:
        kept: dict[Equality, None] = {}
        changed = False
        for row, c in todo:
            g = gcd(*row)
            if g == 0:
                if c == 0:
                    raise _Empty
                continue
            if c % g:
                continue
            row, c = tuple([a // g for a in row]), c // g
            opposite = tuple([-a for a in row])
            low, high = rows.get(row), rows.get(opposite)
            if (low is not None and c > low) or (high is not None and -c > high):
                continue
            if low == c:
                _add(rows, row, c - 1, pending)
                changed = True
            elif high == -c:
                _add(rows, opposite, -c - 1, pending)
                changed = True
            elif (opposite, -c) not in kept:
                kept[(row, c)] = None
        if not changed or pending:
            return list(kept)
        todo = list(kept)


def _drop_unbounded(rows: Rows, nes: list[Equality]) -> tuple[Rows, list[Equality]]:
    """Unknowns bounded on one side only: far enough out all their constraints hold, disequalities too."""
    while rows:
        columns = list(zip(*rows, strict=True))
        free = [k for k, column in enumerate(columns) if (min(column) >= 0 or max(column) <= 0) and any(column)]
        idle = [k for k, column in enumerate(columns) if not any(column)]
        nes = [(r, c) for r, c in nes if not any(r[k] for k in idle) and not any(r[k] for k in free)]
        if not free:
            return rows, nes
        rows = {r: c for r, c in rows.items() if not any(r[k] for k in free)}
    return rows, nes


def _choose(rows: Rows, nes: list[Equality]) -> tuple[int, bool]:
    """The unknown whose elimination costs least, and whether it is exact. Those in disequalities cannot go yet."""
    best: tuple[int, int] | None = None
    coarse: tuple[int, int] | None = None
    for k, column in enumerate(zip(*rows, strict=True)):
        low, high = max(column), min(column)
        if low <= 0:
            continue
        ups = sum([1 for a in column if a > 0])
        downs = sum([1 for a in column if a < 0])
        cost = ups * downs - ups - downs
        if (low == 1 or high == -1) and not any(r[k] for r, _ in nes):
            if best is None or cost < best[0]:
                best = (cost, k)
        elif coarse is None or cost + low - high < coarse[0]:
            coarse = (cost + low - high, k)
    if best is not None:
        return best[1], True
    assert coarse is not None
    return coarse[1], False


def _shadow(rows: Rows, k: int, dark: int, pending: list[Equality], budget: Budget) -> Rows:
    """Eliminate unknown `k`: the real shadow, or with dark = 1 the dark one."""
    left: Rows = {}
    lowers: list[Equality] = []
    uppers: list[Equality] = []
    for r, c in rows.items():
        a = r[k]
        if a == 0:
            left[r] = c
        elif a > 0:
            lowers.append((r, c))
        else:
            uppers.append((r, c))
    budget.spend(len(lowers) * len(uppers))
    for r, c in lowers:
        a = r[k]
        for s, d in uppers:
            b = -s[k]
            total = b * c + a * d - dark * (a - 1) * (b - 1)
            if a == b == 1:
                _add(left, tuple([p + q for p, q in zip(r, s, strict=True)]), total, pending)
            else:
                _add(left, tuple([b * p + a * q for p, q in zip(r, s, strict=True)]), total, pending)
    return left


def _split(rows: Rows, nes: list[Equality], budget: Budget) -> bool:
    """Case split on a disequality, after making sure that there is anything without them."""
    budget.spend(len(rows) * 2 + 8)
    if not _branch([], dict(rows), [], budget):
        return False
    (row, c), rest = nes[0], nes[1:]
    for side, const in ((row, c - 1), (tuple([-a for a in row]), -c - 1)):
        more = dict(rows)
        pending: list[Equality] = []
        try:
            _add(more, side, const, pending)
            if _solve(pending, more, rest, budget):
                return True
        except _Empty:
            continue
    return False


def _branch(pending: list[Equality], rows: Rows, nes: list[Equality], budget: Budget) -> bool:
    try:
        return _solve(pending, rows, nes, budget)
    except _Empty:
        return False


def _shadow_feasible(rows: Rows, k: int, dark: int, budget: Budget) -> bool:
    pending: list[Equality] = []
    try:
        return _solve(pending, _shadow(rows, k, dark, pending, budget), [], budget)
    except _Empty:
        return False


def _inexact(rows: Rows, k: int, budget: Budget) -> bool:
    """No elimination is exact: dark shadow, real shadow, splinters."""
    budget.spend(len(rows) * 2 + 8)
    if _shadow_feasible(rows, k, 1, budget):
        return True
    if not _shadow_feasible(rows, k, 0, budget):
        return False
    return any(_branch([cut], dict(rows), [], budget) for cut in splinters(rows, k))


def splinters(rows: Rows, k: int) -> Iterator[Equality]:
    """Equalities of which one holds at every point over the real shadow that the dark shadow misses.

    Lower bounds moved up until the largest upper coefficient is spent, or upper bounds moved down: whichever is fewer.
    """
    sides = []
    for sign in (1, -1):
        near = [(r, c) for r, c in rows.items() if r[k] * sign > 0]
        most = max(-r[k] * sign for r in rows)
        steps = [(most * abs(r[k]) - most - abs(r[k])) // most + 1 for r, _ in near]
        sides.append((sum(steps), sign, list(zip(near, steps, strict=True))))
    for (row, c), count in min(sides)[2]:
        for i in range(count):
            yield row, c - i
