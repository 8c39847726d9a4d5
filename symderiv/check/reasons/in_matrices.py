r"""A reason for a line in matrices, told in matrices: what was typed, what should stand there, the right line.

The formula in indices is written in matrices (`as_matrices`), and the page is judged again with it in the place of the
line: only what is right there is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from ...affine import Sym
from ...expr import Expr, Partial, Sum, Var, free, neg, of_kind
from ...latex.style import Style
from ...latex.write import group, write
from ...pattern import lazily
from ..link import Link
from .as_matrices import Notation
from .locate import located
from .matrices import MARK, mark_in
from .respell import turned, typed
from .slips import Patch, Slip, at
from .spelling import letters_typed

Again: TypeAlias = Callable[[str], bool]
"""Is a line right if it is typed so?"""
OF_OBJECTIVE = frozenset({"penalty-missing", "part-missing"})
OF_SUMS = frozenset({"bound", "captured"})
"""Kinds of which the range or the letter of a sum is told."""
MOST_TRIED = 4
UPPER_END = lazily(r"\\(?:sum|prod|int)(?:\\limits)?\s*(?:_(?:\{[^{}]*\}|\S))?\s*\^(?:\{[^{}]*\}|\S)")
NORM = r"\|_F"
BY_ENTRIES = lazily(r"\\(?:odot|circ|otimes|ast)(?![A-Za-z])")


def in_matrices(
    link: Link, slip: Slip, target: Expr, written: Expr, style: Style, again: Again | None
) -> tuple[dict[str, str], str] | None:
    """What fills the holes of the sentence, and the right line; None for a line whose indices are typed."""
    n = link.number + (written == link.right)
    other = typed(link, 2 * link.number + 1 - n)
    notation = notation_of(link, style, slip.repaired, target, *(e for e in (slip.old, slip.new) if e is not None))
    if again is None or other is None or notation is None:
        return None
    rows = rows_of(target, notation)
    latex, (start, end) = link.written.latex, link.written.spans[n]
    for text in islice(dict.fromkeys(_ways(link, slip, written, n, notation, rows)), MOST_TRIED):
        if again(f"{latex[:start]} {text} {latex[end:]}"):
            shown = " ".join(text.split())
            right = f"{other} = {shown}" if written == link.right else f"{shown} = {other}"
            return _told(notation, slip, target, rows), right
    return None


def terms_in_matrices(
    link: Link,
    parts: Mapping[str, Sequence[Expr]],
    target: Expr,
    whole: Expr,
    written: Expr,
    style: Style,
    again: Again | None,
) -> tuple[dict[str, list[str]], str] | None:
    """Terms of a line that are right, missing and too many, and the right line; None as for a slip."""
    n = link.number + (written == link.right)
    other = typed(link, 2 * link.number + 1 - n)
    terms = [e for found in parts.values() for e in found]
    notation = notation_of(link, style, whole, target, *terms)
    if again is None or other is None or notation is None or whole == target:
        return None
    rows = rows_of(target, notation)
    shown = {hole: [notation.written(e, rows) for e in found] for hole, found in parts.items()}
    right = notation.written(whole, rows)
    latex, (start, end) = link.written.latex, link.written.spans[n]
    if right is None or not again(f"{latex[:start]} {right} {latex[end:]}"):
        return None
    told = {hole: [x for x in found if x is not None] for hole, found in shown.items() if None not in found}
    return told, f"{other} = {right}" if written == link.right else f"{right} = {other}"


def notation_of(link: Link, style: Style, *sides: Expr) -> Notation | None:
    """How to write what is told of a line whose indices, or some of them, are not typed."""
    hidden = _hidden(link, *sides)
    if not hidden:
        return None
    return Notation(hidden, _transposed(link), _by_entries(link.page), "_F" if NORM in link.page else "", style)


def _ways(link: Link, slip: Slip, written: Expr, n: int, notation: Notation, rows: tuple[Sym, ...]) -> Iterator[str]:
    """Ways to type the right side: the text with the slip put right in it, else the formula written anew."""
    latex, (start, end) = link.written.latex, link.written.spans[n]
    if slip.new is not None and not isinstance(slip.made, Patch):
        new = notation.written(slip.new, rows)
        if new is not None:
            yield f"{latex[start:end]} - {new[1:]}" if new.startswith("-") else f"{latex[start:end]} + {new}"
    elif isinstance(slip.made, Patch) and slip.covers == 1 and slip.path == slip.made.path:
        a, b = located(written, slip.path, link.written.places, (start, end))
        before, old, after = latex[start:a], latex[a:b], latex[b:end]
        if slip.kind == "sign" and slip.made.part == neg(at(slip.made.whole, slip.path)):
            yield from turned(before, old, after)
        part = notation.written(slip.made.part, () if slip.old is None else notation.order(slip.old))
        if part is not None and (before.strip() or after.strip()):
            mark = re.search(rf"{MARK}\Z", old.rstrip()) if isinstance(slip.old, Var) else None
            yield before + part + ("" if mark is None else mark[0]) + after
            yield before + group(part) + after
    whole = notation.written(slip.repaired, rows)
    if whole is not None:
        yield whole


def _told(notation: Notation, slip: Slip, target: Expr, rows: tuple[Sym, ...]) -> dict[str, str]:
    order = rows if slip.old is None else notation.order(slip.old)
    holes = {"old": (slip.old, ()), "new": (slip.new, order), "route": (slip.route, ()), "by": (_by(target), ())}
    told = {name: notation.written(e, order) for name, (e, order) in holes.items() if e is not None}
    if slip.kind in OF_OBJECTIVE and slip.old is not None and told.get("old") is None:
        told["old"] = write(slip.old, notation.style)  # its author typed it in indices
    if slip.kind in OF_SUMS:
        told = {"by": told.get("by")}
    same = told.get("old") == told.get("new")
    found = {name: text for name, text in told.items() if text is not None and not (same and name in ("old", "new"))}
    if slip.kind == "transposed" and {"old", "new"} <= found.keys():
        if isinstance(slip.old, Var):
            found |= {"matrix": found["old"], "flipped": found["new"]}
        else:
            found["product"] = found["old"]
    if "route" in found and slip.new == slip.repaired:
        found["alone"] = found["route"]
    return found


def _by(target: Expr) -> Expr | None:
    return target.wrt if isinstance(target, Partial) else None


def rows_of(target: Expr, notation: Notation) -> tuple[Sym, ...]:
    """The letters of the rows and columns of what a line is about."""
    e = _by(target) or target
    indices = e.indices if isinstance(e, Var) else ()
    return tuple(i.letter for i in indices if i.letter is not None and i.letter in notation.hidden)


def _hidden(link: Link, *sides: Expr) -> frozenset[Sym]:
    """The letters of two sides that the line does not hold as typed."""
    letters = {s for e in sides for s in (*free(e), *(x.letter for x in of_kind(e, Sum)))} - link.system.sizes
    known = letters_typed(link.written.latex[slice(*link.span)])
    return frozenset(s for s in letters if s.name not in known)


def _transposed(link: Link) -> str:
    """How a transposition is marked in the line, else on its page; an upper end of a sum is none."""
    line, page = (UPPER_END.sub("", text) for text in (link.written.latex, link.page))
    return mark_in(line if re.search(MARK, line) else page)


def _by_entries(page: str) -> str:
    found = BY_ENTRIES.search(page)
    return r"\odot" if found is None else found[0]
