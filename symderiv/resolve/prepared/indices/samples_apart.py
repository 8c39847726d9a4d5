r"""Points of the letter of a variable, `\|x - x_i\|^2` and `x_j - x_{ij}`, `k(x, x^{(i)})`: names of their own.

Here `x_j` is an entry of x, and `x_i` is a whole point: what stands beside x is as long as x is. The points are written
in another font, so that nothing takes x for one of them, or `x_j` for the point number j. Letters are left as they are
where they are met in any other way, or where something is differentiated by a point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeGuard

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Statement
from ....latex.walking import rebuilt
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

FONT = "mathsf"
Point: TypeAlias = tuple[Stem, str, bool]
"""The letter of a point, the one that numbers it, and whether that stands above it."""


def _has_any(s: Statement) -> bool:
    return bool(_beside(s))


@where(_has_any)
def with_samples_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with another font for such points."""
    statements = [s for f in read_of(located) for s in f.statements]
    points = {p for s in statements for p in _beside(s)}
    names = [x for s in statements for x in t.of_kind(s, Name)]
    met = {stem_of(x) for x in names}
    apart = {stem: p for stem in {p[0] for p in points} if (p := _points(stem, points, statements, names, met))}
    if not apart:
        return list(located)

    def change(x: Any) -> Node | None:
        is_point = apart.get(stem_of(x)) if isinstance(x, Name) else None
        return _below(x) if is_point is not None and is_point(x) in ("point", "entry of a point") else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _below(x: Name) -> Name:
    """A point, or an entry of it, in the font of points, with all its indices below."""
    first = sorted(x.scripts, key=lambda s: not s.above)
    entries = tuple(e for s in first for e in s.entries)
    return replace(x, font=FONT, scripts=(replace(first[0], above=False, bracket="", entries=entries, commas=True),))


def _points(
    stem: Stem, points: set[Point], statements: Sequence[Statement], names: Sequence[Name], met: set[Stem]
) -> Callable[[Name], str] | None:
    """What each name of a letter is; None where that is not sure."""
    ways = {above for s, _, above in points if s == stem}
    letters = {x for s, x, _ in points if s == stem}
    if len(ways) != 1 or stem[2] or (*stem[:2], FONT) in met:
        return None
    above = ways == {True}

    def kind(x: Name) -> str:
        return _kind(x, letters, above)

    kinds = {kind(x) for x in names if stem_of(x) == stem}
    by = [w.body for s in statements for w in t.of_kind(s, t.Wrt) if isinstance(w.body, Name)]
    moved = any(stem_of(x) == stem and "point" in kind(x) for x in by)
    mixed = any({"point", "entry"} <= {kind(x) for x in row if _is(x, stem)} for s in statements for row in _rows(s))
    entries = {_last(x) for x in names if stem_of(x) == stem and kind(x) == "entry"}
    known = {_last(x) for x in names if stem_of(x) == stem and kind(x) == "entry of a point"}
    known |= {_last(x) for x in by if stem_of(x) == stem and kind(x) == "entry"} | _compared(stem, statements)
    if moved or mixed or not entries <= known:
        return None
    sure = above or "entry of a point" in kinds or any(x[0] == stem for s in statements for x in _in_norms(s))
    return kind if sure and {"", "point", "entry"} <= kinds and "?" not in kinds else None


def _kind(x: Name, letters: set[str], above: bool) -> str:
    """What a name is; `?` where it may be anything."""
    up = [letter_of(e) for s in x.scripts if s.above for e in s.entries]
    down = [letter_of(e) for s in x.scripts if not s.above for e in s.entries]
    if x.primes or None in (*up, *down) or (up and not above):
        return "?"
    if not up and not down:
        return ""
    numbering, rest = (up, down) if above else (down[:1], down[1:])
    if above and not up:
        return "entry" if len(down) == 1 else "?"
    if len(numbering) != 1 or len(rest) > 1:
        return "?"
    if not above and not rest:
        return "point" if down[0] in letters else "entry"
    return ("entry of a point" if rest else "point") if numbering[0] in letters else "?"


@remembered
def _in_norms(s: Statement) -> frozenset[Point]:
    r"""The points that are taken from the bare letter in a norm, `\|x - x_i\|`: they are arrays."""
    norms = [g for g in t.of_kind(s, Group) if g.open == r"\|"]
    return frozenset(p for g in norms for y in g.items if isinstance(y, t.Terms) for p in _among(_row(y)))


@remembered
def _beside(s: Statement) -> frozenset[Point]:
    return frozenset(_found(s))


def _found(s: Statement) -> Iterator[Point]:
    """What is added to a bare letter, or stands with it in a list of arguments, and is that letter with one index."""
    for row in _rows(s):
        yield from _among(row)


@remembered
def _rows(s: Statement) -> tuple[tuple[Node, ...], ...]:
    """What is added up, and what stands in one list."""
    lists = (x.items for x in t.of_kind(s, Group) if len(x.items) > 1)
    return (*map(_row, t.of_kind(s, t.Terms)), *lists)


def _is(x: Node, stem: Stem) -> TypeGuard[Name]:
    return isinstance(x, Name) and stem_of(x) == stem


def _last(x: Name) -> str | None:
    return letter_of(x.scripts[-1].entries[-1])


def _compared(stem: Stem, statements: Sequence[Statement]) -> set[str | None]:
    r"""The indices that a letter shares with one that is listed beside it: the d of `x_d - y_d` and `k(x, y)`."""
    lists = [g.items for s in statements for g in t.of_kind(s, Group) if any(x == Name(*stem) for x in g.items)]
    others = {stem_of(x) for items in lists for x in items if isinstance(x, Name) and not x.scripts} - {stem}
    rows = [row for s in statements for row in _rows(s)] if others else []
    rows += [tuple(f.body for f in x.factors) for s in statements for x in t.of_kind(s, t.Product)] if others else []
    found: set[str | None] = set()
    for row in rows:
        single = [x for x in row if isinstance(x, Name) and len(x.scripts) == 1 and len(x.scripts[0].entries) == 1]
        mine = {_last(x) for x in single if stem_of(x) == stem}
        found |= mine & {_last(x) for x in single if stem_of(x) in others}
    return found


def _row(x: t.Terms) -> tuple[Node, ...]:
    return tuple(y.body for y in x.terms)


def _among(row: Sequence[Node]) -> Iterator[Point]:
    """The points in a row of what stands beside each other."""
    bare = {stem_of(x) for x in row if isinstance(x, Name) and not x.scripts and not x.primes}
    for x in row if bare else ():
        if isinstance(x, Name) and stem_of(x) in bare and len(x.scripts) == 1 and not x.primes:
            (script,) = x.scripts
            letter = letter_of(script.entries[0]) if len(script.entries) == 1 else None
            if letter is not None and (script.bracket == "(" or not script.above):
                yield stem_of(x), letter, script.above
