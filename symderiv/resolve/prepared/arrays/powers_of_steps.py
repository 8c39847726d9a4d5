r"""Powers of a square matrix whose exponent is how far two steps are apart, `(W^\top)^{T-i}`, by what they are made of.

`P_k = P_{k-1} W` with `P_0 = I` is the power k of W; so the page gets a name for these, and a power is one of its
entries. It is done for one matrix of a page that says its shape, where no exponent can be negative: below a sum that
runs between the two steps, or as far as the last step of all sums. And it is done where all that is differentiated is
defined: of anything else nobody knows whether it depends on the powers. What stands above the bare name, `W^{T-t}`, is
such a power where nothing else ever stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from ....latex import tree as t
from ....latex.tree import (
    ONE,
    ZERO,
    BigSum,
    Chain,
    Factor,
    Formula,
    Group,
    Name,
    Node,
    Product,
    Script,
    Scripted,
    Statement,
    Term,
    Terms,
)
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from ...shapes.declared import space
from ...spelled.shape import is_mark
from .typed_cells import TURNED

LETTERS = ("k", "m", "r", "s", "n", "u", "v")
"""One of these numbers the powers."""
CAPITALS = ("P", "M", "B", "G", "Z")
"""One of these is their name."""
IDENTITY = "I"


@dataclass(frozen=True, slots=True)
class _Power:
    """A matrix that is raised, whether it is turned, and the two letters of its exponent."""

    matrix: Name
    turned: bool
    high: Name
    low: Name


def _has_powers(s: Statement) -> bool:
    return any(True for _ in _powers(s.chain))


@where(_has_powers)
def with_powers_of_steps(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such powers as entries of a name of their own.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$W \in \mathbb{R}^{n \times n}$ $$ L = \sum_{t=1}^T x_t $$ $$ g_t = (W^\top)^{T-t} b $$"
    >>> [len(f.statements) for _, f in with_powers_of_steps(read_formulas(parse_document(page)))]
    [4, 1, 1]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    found = [(s, p) for s in statements for p in _powers(s.chain)]
    names = {x for s in statements for x in t.of_kind(s, Name)}
    matrices = {_plain(p.matrix) for _, p in found}
    ends = {x.above for s in statements for x in t.of_kind(s.chain, BigSum) if isinstance(x.above, Name)}
    if len(matrices) != 1 or len(ends) != 1 or any(is_given(d) for d, _ in located):
        return list(located)
    (matrix,), (end,) = matrices, ends
    declared = [s for s in statements if _size(s.chain, matrix) is not None]
    letters = {x.base for x in names}
    letter, capital = (next((x for x in some if x not in letters), None) for some in (LETTERS, CAPITALS))
    fits = all(_is_apart(s.chain, p, end) for s, p in found) and _has_objective([s.chain for s in statements])
    fits = fits and len(declared) == 1 and IDENTITY not in letters
    if not fits or letter is None or capital is None or _is_raised_otherwise(names, matrix):
        return list(located)
    name = Name(capital, font=matrix.font)
    (said,) = declared
    size = _size(said.chain, matrix)
    assert size is not None

    def written(s: Statement) -> Statement:
        return rebuilt(s, lambda x: _entry(x, name)) if _has_powers(s) else s

    def changed(f: Formula) -> Formula:
        told = tuple(_told(said, name, matrix, size, Name(letter), end))
        beside = (x for s in f.statements for x in ((written(s), *told) if s is said else (written(s),)))
        return replace(f, statements=tuple(beside))

    return [(d, changed(f) if isinstance(f, Formula) else f) for d, f in located]


def _powers(x: Chain) -> Iterator[_Power]:
    return (p for y in t.walk(x) if (p := _power(y)) is not None)


def _power(x: object) -> _Power | None:
    r"""The power that a tree is: `(W^\top)^{T-i}`, or `W^{T-i}` with two letters above the bare name."""
    if isinstance(x, Scripted):
        apart = _apart(x.scripts)
        group = x.base
        while isinstance(group, Group) and len(group.items) == 1 and group.open in ("(", "{"):
            group = group.items[0]
        if apart is None or not isinstance(group, Name) or group is x.base or group.primes:
            return None
        marks = [s for s in group.scripts if s.above]
        turned = len(marks) == 1 and all(map(is_mark, marks[0].entries))
        return _Power(_plain(group), turned, *apart) if turned or not marks else None
    if isinstance(x, Name) and not x.primes and not x.accents:
        apart = _apart(tuple(s for s in x.scripts if s.above))
        return _Power(_plain(x), False, *apart) if apart is not None else None
    return None


def _apart(scripts: tuple[Script, ...]) -> tuple[Name, Name] | None:
    """The two letters of which the difference stands above."""
    if len(scripts) != 1 or not scripts[0].above or scripts[0].bracket or len(scripts[0].entries) != 1:
        return None
    (whole,) = scripts[0].entries
    if not isinstance(whole, Terms) or [x.sign for x in whole.terms] != ["", "-"]:
        return None
    one, two = (x.body for x in whole.terms)
    plain = isinstance(one, Name) and isinstance(two, Name) and not one.scripts and not two.scripts
    return (one, two) if plain and isinstance(one, Name) and isinstance(two, Name) else None


def _plain(x: Name) -> Name:
    """A name without what stands above it."""
    return replace(x, scripts=tuple(s for s in x.scripts if not s.above), span=t.SPAN)


def _size(chain: Chain, matrix: Name) -> Node | None:
    """The size of a square matrix whose shape an equation says."""
    if chain.relations != (r"\in",) or not any(isinstance(x, Name) and x == matrix for x in t.listed(chain.members[0])):
        return None
    found = space(chain.members[1])
    square = found is not None and found[0] == "m" and found[1][0] == found[1][1]
    return found[1][0] if found is not None and square else None


def _is_apart(chain: Chain, p: _Power, end: Name) -> bool:
    """Is the exponent of a power never negative: by the sum around it, or as far as the last step?"""
    around = [x for x in t.of_kind(chain, BigSum) if any(_power(y) == p for y in t.walk(x.body))]
    bounds = [(b.members[0], b.members[-1], x.above) for x in around for b in x.below if isinstance(b, Chain)]
    if len(bounds) != len(around):
        return False
    between = any((y == p.low and high == p.high) or (y == p.high and _begins(low, p.low)) for y, low, high in bounds)
    return between or (p.high == end and all(y != p.low for y, *_ in bounds))


def _has_objective(chains: Sequence[Chain]) -> bool:
    """Is everything defined that is differentiated? Of what is not, it is open whether it depends on the powers."""
    of = {x.of.base for c in chains for x in t.walk(c) if isinstance(x, (t.Derivative, t.Nabla)) and _is_name(x.of)}
    told = [c for c in chains if c.relations and c.relations[0] in EQUALITIES]
    return of <= {c.members[0].base for c in told if isinstance(c.members[0], Name)}


def _is_name(x: object) -> TypeGuard[Name]:
    return isinstance(x, Name)


def _begins(low: Node, at: Name) -> bool:
    """Does a sum begin at a step, or behind it?"""
    if isinstance(low, Terms) and [x.sign for x in low.terms] == ["", "+"]:
        return low.terms[0].body == at and isinstance(low.terms[1].body, t.Number)
    return low == at


def _is_raised_otherwise(names: set[Name], matrix: Name) -> bool:
    """Does anything else than such an exponent, or the mark of a transpose, stand above the name?"""
    above = [s for x in names if _plain(x) == matrix and _power(x) is None for s in x.scripts if s.above]
    return any(s.bracket or not all(map(is_mark, s.entries)) for s in above)


def _entry(x: object, name: Name) -> Node | None:
    p = _power(x)
    if p is None:
        return None
    span = x.span if isinstance(x, (Name, Scripted)) else t.SPAN
    below = Script(False, (Terms((Term("", p.high), Term("-", p.low)), span),))
    return replace(name, scripts=(below, TURNED) if p.turned else (below,), span=span)


def _told(said: Statement, name: Name, matrix: Name, size: Node, letter: Name, end: Name) -> Iterator[Statement]:
    """What tells the powers: their shape, the first one, and how the next one is made."""

    def power(n: Node) -> Name:
        return replace(name, scripts=(Script(False, (n,)),))

    def equation(left: Node, right: Node, *conditions: Chain) -> Statement:
        chain = replace(said.chain, members=(left, right), relations=("=",), relation_spans=())
        return replace(said, chain=chain, conditions=conditions, separator=",")

    one = Name(IDENTITY, font="mathbf", scripts=(Script(False, (size,)),))
    before = power(Terms((Term("", letter), Term("-", ONE))))
    run = replace(
        said.chain,
        members=(letter, t.Listing((ONE, t.Symbol(r"\dots"), end))),
        relations=("=",),
        relation_spans=(),
    )
    yield replace(said, chain=replace(said.chain, members=(power(letter), said.chain.members[1])), separator=",")
    yield equation(power(ZERO), one)
    yield equation(power(letter), Product((Factor("", before), Factor("", matrix))), run)
