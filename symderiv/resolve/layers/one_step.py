r"""Definitions of every step beside a value at one: `h_t = f(w h_{t-1})` and `E = (y - h_t)^2`.

The letter on the left of a recurrence stands for every step; where a definition uses it without carrying it, and
nothing runs over it, it is the one step that the page is about. The two are told apart: the recurrence, and what else
is defined for every step, gets a letter of its own; lines of the derivation are about the one step. If both were the
one step, `h_{t-1}` would be data, and w would not reach E through it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ...errors import ReadError
from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Derivative, Formula, Name, Node, Statement
from ...latex.walking import rebuilt
from ...notation import EQUALITIES
from ..located import Located, read_of, with_statements
from ..spelled.shape import Shape, label_of, letter_of, letters_in, shape_of
from .layers_written_out import is_written_out

NAMING = 2
"""So many members name something."""
LAYERS = frozenset(["l", r"\ell"])
"""Letters of layers. With weights that they do not number a page is about one layer, and the one below is given."""
Place: TypeAlias = tuple[str, int, int, int]
"""A name by its letter and how many pieces stand above and below, and one of these."""


def single_steps(located: Sequence[Located], ranges: Sequence[Chain] = ()) -> frozenset[str]:
    """The letters that are one step of what is defined for every step; `ranges` are those of the front matter."""
    formulas = read_of(located)
    steps = _recurring([s for f in formulas for s in f.statements])
    steps -= {x for x in steps & LAYERS if any(_is_shared(x, s) for f in formulas for s in f.statements)}
    if steps:
        steps -= set(_run_over([*formulas, *ranges]))
    defining = _definitions(located) if steps else ()
    steps = {x for x in steps if not is_written_out(x, defining, [s for f in formulas for s in f.statements])}
    return frozenset(x for x in steps if any(x not in _carried(left) and _stands_free(x, s) for left, s in defining))


def with_every_step_apart(located: Sequence[Located], steps: frozenset[str]) -> list[Located]:
    """The formulas with another letter for every step in the definitions that hold for all of them."""
    if not steps:
        return list(located)
    # what is said again of a name is a claim, about the one step
    first = {id(s) for s in {_kind(left): s for left, s in reversed(_definitions(located))}.values()}
    parted = [(d, f if isinstance(f, ReadError) else _parted(f, first)) for d, f in located]
    return with_statements(parted, lambda s: _apart(s, steps) if id(s) in first else s)


def _parted(f: Formula, first: set[int]) -> Formula:
    r"""The formula with what names a derivative, `\delta^L_j = \frac{\partial E}{\partial z^L_j}`, before the whole of
    a chain that begins with it: what follows is claimed of the one step."""
    found: list[Statement] = []
    for s in f.statements:
        names = s.chain.members[1:2]
        if id(s) in first and len(s.chain.members) > NAMING and names and t.of_kind(names[0], Derivative):
            chain = replace(
                s.chain,
                members=s.chain.members[:NAMING],
                relations=s.chain.relations[: NAMING - 1],
                relation_spans=s.chain.relation_spans[: NAMING - 1],
            )
            found.append(replace(s, chain=chain))
            first.add(id(found[-1]))
            first.discard(id(s))
        found.append(s)
    return f if len(found) == len(f.statements) else replace(f, statements=tuple(found))


def _definitions(located: Sequence[Located]) -> list[tuple[Shape, Statement]]:
    """The statements that may define a name, with that."""
    return [(left, s) for f in read_of(located) for s in f.statements if (left := _left(s)) is not None]


def _left(s: Statement) -> Shape | None:
    """The name that a statement may define."""
    chain = s.chain
    return shape_of(chain.members[0]) if chain.relations and chain.relations[0] in EQUALITIES else None


def _kind(left: Shape) -> tuple[str | None, ...]:
    """What tells left sides apart: the name, and the pieces of its scripts that are no letters."""
    upper = sum(map(len, left.uppers))
    return (left.base, str(upper), *("#" if letter_of(p) is not None else label_of(p) or "" for p in left.pieces))


def _alone(shape: Shape) -> set[str]:
    return {x for x, _ in shape.placed}


def _carried(shape: Shape) -> set[str]:
    r"""The letters that a left side carries, also as `\delta^{l-1}`."""
    return {x for p in shape.pieces for x in letters_in(p)}


def _places(shape: Shape) -> Iterator[tuple[Place, Node]]:
    for n, piece in enumerate(shape.pieces):
        yield (shape.base, len(shape.uppers), shape.below, n), piece


def _recurring(statements: Sequence[Statement]) -> set[str]:
    """The letters on left sides by which names are carried from one step to another."""
    carried: dict[str, set[Place]] = {}
    for s in statements:
        left = _left(s)
        for place, piece in _places(left) if left is not None else ():
            if (letter := letter_of(piece)) is not None:
                carried.setdefault(letter, set()).add(place)
    found: set[str] = set()
    for s in statements:
        left = _left(s)
        own = _alone(left) & carried.keys() if left is not None else set()
        shapes = (shape_of(x) for m in s.chain.members[1:] for x in t.of_kind(m, Name)) if own else ()
        for place, piece in (p for shape in shapes if shape is not None for p in _places(shape)):
            moved = set(letters_in(piece)) if letter_of(piece) is None else set()
            found |= {x for x in moved & own if place in carried[x]}
    return found


def _run_over(nodes: Sequence[Any]) -> Iterator[str]:
    """The letters of which something says what they run over or what they are."""
    for x in (x for node in nodes for x in t.walk(node)):
        if isinstance(x, Chain) and x.relations:  # a letter alone is a mention of it
            yield from filter(None, map(letter_of, x.members))
        elif isinstance(x, BigSum):
            yield from (letter for item in x.below for letter in letters_in(item))


def _stands_free(letter: str, s: Statement) -> bool:
    shapes = (shape_of(x) for m in s.chain.members[1:] for x in t.of_kind(m, Name))
    return any(letter in _alone(shape) for shape in shapes if shape is not None)


def _is_shared(letter: str, s: Statement) -> bool:
    """Does a recurrence sum over something with indices below that does not carry its letter?"""
    left = _left(s)
    if left is None or letter not in _alone(left):
        return False
    names = (x for m in s.chain.members[1:] for y in t.of_kind(m, BigSum) for x in t.of_kind(y.body, Name))
    shapes = (shape for x in names if (shape := shape_of(x)) is not None)
    return any(x.lowers and letter not in {y for p in x.pieces for y in letters_in(p)} for x in shapes)


def _apart(s: Statement, steps: frozenset[str]) -> Statement:
    left = _left(s)
    mine = _alone(left) & steps if left is not None else set()
    if not mine:
        return s
    taken = {str(letter_of(x)) for x in t.walk(s) if isinstance(x, Name)}

    def change(x: Any) -> Name | None:
        if not isinstance(x, Name) or letter_of(x) not in mine:
            return None
        new = replace(x, primes=x.primes + 1)
        while letter_of(new) in taken:
            new = replace(new, primes=new.primes + 1)
        return new

    return rebuilt(s, change)  # type: ignore[no-any-return]
