r"""Vectors on top of one another with a name of their own, `\hat{\mathbf{w}} = (\mathbf{w}; b)`, that is computed with.

Where no line has both the whole (or what is made of it) and its parts (or what is made of these, or of another whole
with some of the same parts), it does not matter what the whole is made of: it is a vector, and the equation says no
more than that. So it is left out, or what it says of the space of the whole is left. A page that brings both together,
defines either otherwise, or takes an entry of the whole, is left as it stands. To a network that is given such a line
may be added: it is not read then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from operator import is_
from typing import Any, TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Chain, Formula, Group, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from ...shapes.declared import space
from ...shapes.grids import rows_of
from ...spelled.shape import is_mark
from .one_more import Letter, letter_of_any_font, unmarked

UNREAD = "a matrix typed entry by entry is not read"
Key: TypeAlias = tuple[Letter, tuple[Script, ...]]
"""A letter, with the scripts of it that are no indices: the `{(w, b)}` of `E_{(w, b)}`."""
Sides: TypeAlias = tuple[set[Key], set[Key]]
"""What no line may have something of both of."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """A vector, and what stands on top of one another in it."""

    whole: Name
    parts: tuple[Node, ...]


def _is_stack(s: Statement) -> bool:
    return _stack(s.chain) is not None


@where(_is_stack)
def with_stacks_as_wholes(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document without the equations of such vectors.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ \mathbf{v} = (\mathbf{w}; b) $$ $$ E = \mathbf{v}^T \mathbf{v} $$"))
    >>> [len(f.statements) for _, f in with_stacks_as_wholes(page)]
    [0, 1]
    >>> page = read_formulas(parse_document(r"$$ \mathbf{v} = (\mathbf{w}; b) $$ $$ E = b \mathbf{v}^T \mathbf{v} $$"))
    >>> [len(f.statements) for _, f in with_stacks_as_wholes(page)]
    [1, 1]
    """
    every = [s for f in read_of(located) for s in f.statements]
    given = [s for d, f in located if is_given(d) and isinstance(f, Formula) for s in f.statements]
    stacks = [x for s in given or every if (x := _stack(s.chain)) is not None]
    if not stacks or not _are_apart(stacks, given or every):
        return list(located)
    wholes, parts = _letters(stacks)
    mixed = partial(_is_mixed, sides=_sides(stacks, every), either=wholes | parts)
    return [(d, _written(f, stacks, mixed) if isinstance(f, Formula) else f) for d, f in located]


# ------------------------------------------------------------------------------------------------------ what is typed


def _stack(chain: Chain) -> _Stack | None:
    """The vector that an equation makes of others, or of a vector and numbers; None for any other equation."""
    relations = chain.relations
    if not relations or relations[0] not in EQUALITIES or relations[1:] not in ((), (r"\in",)):
        return None
    whole, made = chain.members[0], chain.members[1]
    if not isinstance(whole, Name) or not _is_vector(whole) or (relations[1:] and space(chain.members[2]) is None):
        return None
    parts = _parts(made)
    plain = all(isinstance(x, (Name, t.Number)) for x in parts)
    return _Stack(whole, parts) if len(parts) > 1 and plain and any(map(_is_vector, parts)) else None


def _parts(x: Node) -> tuple[Node, ...]:
    """What stands on top of one another; nothing where it is in a row."""
    if isinstance(x, t.Scripted):
        turned = len(x.scripts) == 1 and x.scripts[0].above and not x.primes and all(map(is_mark, x.scripts[0].entries))
        return _turned(x.base) if turned and isinstance(x.base, Group) else ()
    if not isinstance(x, Group):
        return ()
    if (rows := rows_of(x)) is not None:
        return tuple(row[0] for row in rows) if all(len(row) == 1 for row in rows) else ()
    return x.items if x.open in ("(", "[") and {*x.separators} == {";"} else ()


def _turned(x: Group) -> tuple[Node, ...]:
    r"""The parts of a row with the mark of a transpose: `[\mathbf{w}^T, b]^T`, `[\mathbf{w}^T \; b]^T`."""
    if (rows := rows_of(x)) is not None:
        items = rows[0] if len(rows) == 1 else ()
    elif x.open == "[" and len(x.items) == 1 and isinstance(product := x.items[0], t.Product):
        items = tuple(f.body for f in product.factors) if all(not f.operator for f in product.factors) else ()
    else:
        items = x.items if x.open in ("(", "[") and {*x.separators} == {","} else ()
    marked = all(unmarked(y) != y for y in items if isinstance(y, Name) and _is_vector(y))
    return tuple(unmarked(y) if isinstance(y, Name) else y for y in items) if marked else ()


def _is_vector(x: Node) -> bool:
    """Is it a small letter in bold, or with an arrow?"""
    if not isinstance(x, Name) or x.base.isupper():
        return False
    return x.font in BOLD_FONTS or any(a.strip("\\") == "vec" for a in x.accents)


# ------------------------------------------------------------------------------------- what else stands on the page


def _letters(stacks: Sequence[_Stack]) -> tuple[set[Letter], set[Letter]]:
    """The letters of the wholes, and of their parts."""
    parts = {letter_of_any_font(x) for y in stacks for x in y.parts if isinstance(x, Name)}
    return {letter_of_any_font(y.whole) for y in stacks}, parts


def _are_apart(stacks: Sequence[_Stack], statements: Sequence[Statement]) -> bool:
    """Are the wholes whole throughout, wholes and parts defined nowhere else, and both never in one line?"""
    wholes, parts = _letters(stacks)
    others = [s for s in statements if _stack(s.chain) is None]
    named = {x for s in others for x in t.of_kind(s, Name)}
    plain = all(any(_is_like(x, y.whole) for y in stacks) for x in named if letter_of_any_font(x) in wholes)
    defined = {letter_of_any_font(x) for s in others if (x := _defined(s)) is not None}
    if wholes & parts or not plain or defined & (wholes | parts):
        return False
    sides = _sides(stacks, others)
    return not any(_is_mixed(s, sides, wholes | parts) for s in others)


def _defined(s: Statement) -> Name | None:
    left = s.chain.members[0]
    equated = s.chain.relations[:1] and s.chain.relations[0] in EQUALITIES
    return left if equated and isinstance(left, Name) else None


def _is_like(x: Name, whole: Name) -> bool:
    """Is it the whole, perhaps of another example, perhaps transposed?"""
    one, other = ([(s.above, s.bracket, len(s.entries)) for s in unmarked(y).scripts] for y in (x, whole))
    return letter_of_any_font(x) == letter_of_any_font(whole) and x.font == whole.font and one == other


def _sides(stacks: Sequence[_Stack], statements: Sequence[Statement]) -> list[Sides]:
    """What is made of a whole, and what is made of the parts, or of another whole with some of the same parts; what
    is made of something are this itself, and what lines about it begin with."""
    wholes, parts = _letters(stacks)
    others = [s for s in statements if s.chain.relations and _stack(s.chain) is None]
    own = {x: _letters([y for y in stacks if letter_of_any_font(y.whole) == x])[1] for x in wholes}
    made = {x: _made_of({x}, wholes | parts, others) for x in wholes}
    rest = _made_of(parts, wholes | parts, others)
    twice = [(made[x], made[y]) for x, y in combinations(sorted(wholes), 2) if own[x] & own[y]]
    return [*((made[x], rest) for x in sorted(wholes)), *twice]


def _made_of(start: Set[Letter], either: Set[Letter], others: Sequence[Statement]) -> set[Key]:
    known: set[Key] = {(x, ()) for x in start}
    while True:
        more = {key for s in others if known & {*_keys(s, either)} for key in _keys(s.chain.members[0], either)}
        if more <= known:
            return known
        known |= more


def _keys(x: t.Tree, either: Set[Letter]) -> list[Key]:
    """The names in a formula, but for those in scripts."""
    found: list[Key] = []

    def note(y: Any) -> Node | None:
        if not isinstance(y, Name):
            return None
        found.append(_key(y, either))
        return y

    rebuilt(x, note)
    return found


def _key(x: Name, either: Set[Letter]) -> Key:
    """A name, without its scripts but for those that name what it is made of."""
    if letter_of_any_font(x) in either:
        return letter_of_any_font(x), ()
    told = tuple(replace(s, span=t.SPAN) for s in x.scripts if any(_tells(e, s, either) for e in s.entries))
    return letter_of_any_font(x), told


def _tells(entry: Node, script: Script, either: Set[Letter]) -> bool:
    """Is it no index, but names what something is a function of: one in `(w, b)`, a vector?"""
    if not isinstance(entry, Name):
        return False
    return letter_of_any_font(entry) in either and (bool(script.bracket) or _is_vector(entry))


def _is_mixed(s: Statement, sides: Sequence[Sides], either: Set[Letter]) -> bool:
    """Does a line have something of both sides?"""
    keys = {*_keys(s, either)} if s.chain.relations else set()
    return any(keys & one and keys & other for one, other in sides)


# ---------------------------------------------------------------------------------------------- what is written for it


def _written(f: Formula, stacks: Sequence[_Stack], mixed: Callable[[Statement], bool]) -> Formula | ReadError:
    """A formula without such equations; unread where it brings wholes and parts together."""
    found: list[Statement] = []
    for s in f.statements:
        if _stack(s.chain) in stacks:
            found += (_in_its_space(s),) if s.chain.relations[1:] else ()
        elif mixed(s):
            return ReadError(UNREAD, f.place(s.chain.span), "define its entries: `w_{i,j} = ..`")
        else:
            found.append(s)
    same = len(found) == len(f.statements) and all(map(is_, found, f.statements))
    return f if same else replace(f, statements=tuple(found))


def _in_its_space(s: Statement) -> Statement:
    """What an equation says of the space of its whole."""
    members = (s.chain.members[0], s.chain.members[2])
    return replace(s, chain=replace(s.chain, members=members, relations=(r"\in",), relation_spans=()))
