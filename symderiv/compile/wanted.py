"""What a program needs of a network, and what its parts are called."""

from __future__ import annotations

from collections.abc import Iterable

from ..affine import Sym
from ..expr import Apply, Variable, walk
from ..functions import WELL_KNOWN
from ..latex.write import write
from ..system import Piece
from .names import comment, fresh, identifier
from .prepare import used
from .program import FunctionName


def needed(pieces: Iterable[Piece], wanted: Iterable[Variable]) -> list[Piece]:
    """The pieces of the wanted variables and of all that they use."""
    by: dict[Variable, list[Piece]] = {}
    every = list(pieces)
    for p in every:
        by.setdefault(p.variable, []).append(p)
    seen: set[Variable] = set()
    todo = list(wanted)
    while todo:
        v = todo.pop()
        if v not in seen:
            seen.add(v)
            todo.extend(u for p in by.get(v, ()) if p.body is not None for u in used(p.body))
    return [p for p in every if p.variable in seen]


def function_names(pieces: Iterable[Piece], taken: Iterable[str]) -> tuple[FunctionName, ...]:
    """The functions that must be handed over, each with the derivatives that are used."""
    orders: dict[str, set[tuple[int, ...]]] = {}
    for p in pieces:
        for x in walk(p.body) if p.body is not None else ():
            if isinstance(x, Apply) and x.function not in WELL_KNOWN:
                orders.setdefault(x.function, set()).add(x.order)
    found: list[FunctionName] = []
    names: set[str] = set(taken)
    for latex, used_orders in sorted(orders.items()):
        base = identifier(latex)
        rows = []
        for order in sorted(used_orders):
            wanted = base if not any(order) else f"{base}_prime" + ("" if order == (1,) else "_".join(map(str, order)))
            name = fresh(wanted, names)
            names.add(name)
            rows.append((order, name))
        found.append(FunctionName(latex, tuple(rows)))
    return tuple(found)


def size_name(s: Sym) -> str:
    """The identifier of a size."""
    return identifier(s.name)


def said(p: Piece) -> str:
    """The definition as a comment."""
    assert p.body is not None
    return comment(f"{write(p.lhs)} = {write(p.body)}")


def entry_name(p: Piece) -> str:
    r"""The LaTeX name of a given piece with its fixed places: `h^{(0)}` for `h^{(0)}_i`.

    >>> from symderiv.affine import affine
    >>> from symderiv.domain import TRUE
    >>> from symderiv.system import Role
    >>> h = Variable("h^{(#)}_{#}")
    >>> entry_name(Piece(h, (affine(0), affine("i")), (Sym("i"),), TRUE, None, Role.INPUT))
    'h^{(0)}'
    """
    key = p.variable.key
    for index in p.indices:
        key = key.replace("#", "" if index.letter in p.letters else repr(index), 1)
    for empty in ("_{}", "^{}", "^{()}", "_{,}"):
        key = key.replace(empty, "")
    return key.replace(",}", "}").replace("{,", "{")
