r"""The letter of a share that a loss singles out, `p_i = e^{z_i} / \sum_j e^{z_j}` and `L = -\log p_i`.

The first equation says what p is for each of its entries, so it is given another letter than the one that the loss has
picked, together with the definitions of what it is made of (`z_i = w_i^T x`). Then the i of the loss is one fixed
index, and other lines may have a `p_k`. A page that sums over that letter, too, is left as it is. So it is with the i
of `L = y_i y_j`, beside a j that no left side carries, and `y_i = \tanh a_i`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Name, Node, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...chosen import Chosen
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, letters_in, stem_of
from ...told.shares import NONE, shares_in, totals_in
from .partners import HELD, as_given, is_surely_defined, typed_of

Kind: TypeAlias = tuple[object, int]
"""A letter, and how many indices it carries."""
FREE = "mlnpqrsuvw"
"""The letters that shares are given, in this order, as far as a page does not have them."""


def _has_share(s: Statement) -> bool:
    return any(True for _ in _own_shares(s)) or _divides_by_a_name(s) or bool(_of_several(s))


def _divides_by_a_name(s: Statement) -> bool:
    r"""May it be a share of a sum that has a name, `p_i = \frac{e^{z_i}}{Z}` and `q_i = z_i - \log Z`?"""
    left = _left(s)
    wholes = [x.denominator for x in t.of_kind(s.chain, t.Fraction)]
    wholes += [f.body for x in t.of_kind(s.chain, t.Product) for f in x.factors if f.operator == "/"]
    wholes += [x.args[0] for x in t.of_kind(s.chain, t.Call) if x.function == "log" and len(x.args) == 1]
    return left is not None and any(_indices(left)) and any(isinstance(x, Name) for x in wholes)


@where(_has_share)
def with_letters_of_shares_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with another letter in the definitions of such shares."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = _defined(statements)
    bound = {x for s in statements for x in _bound(s)}
    totals = totals_in(s.chain for s in statements if not s.conditions)
    beside = _beside(statements, defined, bound)
    own = {kind: {*_own_shares(s, totals), *beside.get(kind, "")} for kind, s in defined.items()}
    letters = {x for found in own.values() for x in found} - bound
    taken = {y for s in statements for x in t.of_kind(s, Name) for y in (x.base, *_indices(x))}
    free = iter(x for x in FREE if not {x, x.upper()} & taken)
    changed: dict[int, tuple[str, str]] = {}
    for letter in sorted(letters):
        meant = _made_of(letter, defined, own) if _is_singled_out(letter, defined) else []
        new = next(free, None) if meant else None
        if new is not None and not any(id(s) in changed for s in meant):
            changed |= {id(s): (letter, new) for s in meant}
    if not changed:
        return list(located)

    def change(s: Statement) -> Statement:
        if id(s) not in changed:
            return s
        return rebuilt(s, partial(_with_letter, *changed[id(s)]))  # type: ignore[no-any-return]

    return with_statements(located, change)


@where(lambda s: bool(_of_several(s)))
def with_partners_given(located: Sequence[Located], words: str, chosen: Chosen) -> list[Located]:
    r"""The formulas of a document in which the `y_j` of `L = y_i y_j` beside `y_i = \tanh a_i` is given, if that may
    be and is chosen (None: if words tell of such things); `words` are all that it says in words."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = _defined(statements)
    beside = _beside(statements, defined, {x for s in statements for x in _bound(s)})
    names = {x for s in statements for x in t.of_kind(s, Name) if len(x.scripts) == 1 and not x.scripts[0].above}
    own = [(x, beside[_kind(x)]) for x in names if _kind(x) in beside]
    totals = totals_in(s.chain for s in statements if not s.conditions)
    others = [(x, letter) for x, letter in own if _indices(x) != (letter,)]
    made = [
        _with_letters(letter, _indices(x)[0], y)
        for x, letter in others
        if not any(True for _ in _own_shares(defined[_kind(x)], totals))  # a share is one of entries of one vector
        for y in t.of_kind(defined[_kind(x)].chain.members[1], Name)
    ]
    found = {typed_of(x) for x, _ in others}
    if not found or is_surely_defined(statements, found, made, words):
        return list(located)
    given = chosen.ask()
    if given is False or (given is None and HELD.search(words) is None):
        return list(located)

    def change(x: object) -> Node | None:
        return as_given(x) if isinstance(x, Name) and typed_of(x) in found else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_letters(old: str, new: str, x: Name) -> Name:
    return rebuilt(x, partial(_with_letter, old, new))  # type: ignore[no-any-return]


def _beside(statements: Sequence[Statement], defined: Mapping[Kind, Statement], bound: Set[str]) -> dict[Kind, str]:
    """The names of which a number has several entries, each with the letter that alone defines it."""
    lefts = [left for s in statements if (left := _left(s)) is not None]
    several = [(kind, own) for s in defined.values() for kind, own in _of_several(s).items() if not own & bound]
    return {kind: x for kind, own in several if (x := _only_defined(kind, own, defined, lefts)) is not None}


def _with_letter(old: str, new: str, x: object) -> Node | None:
    return Name(new, span=x.span) if isinstance(x, Name) and letter_of(x) == old else None


def _own_shares(s: Statement, totals: Mapping[Name, Node] = NONE) -> Iterator[str]:
    """The letters of shares that the left side carries."""
    left = _left(s)
    return (x for x in shares_in(s.chain, totals) if x in _indices(left)) if left is not None else iter(())


def _left(s: Statement) -> Name | None:
    plain = s.chain.relations and EQUALITIES.issuperset(s.chain.relations) and not s.conditions
    left = s.chain.members[0]
    return left if plain and isinstance(left, Name) else None


def _defined(statements: Sequence[Statement]) -> dict[Kind, Statement]:
    """The first equation for each name."""
    found: dict[Kind, Statement] = {}
    for s in statements:
        if (left := _left(s)) is not None:
            found.setdefault(_kind(left), s)
    return found


def _is_singled_out(letter: str, defined: Mapping[Kind, Statement]) -> bool:
    """Has a definition the letter on its right side alone?"""
    return any(letter not in _indices(s.chain.members[0]) and letter in _on_right(s) for s in defined.values())


def _of_several(s: Statement) -> dict[Kind, set[str]]:
    r"""The names with several entries on the right side of an equation for a number, each with their letters: y with i
    and j for `L = y_i y_j`."""
    left = _left(s)
    if left is None or left.scripts:
        return {}
    found: dict[Kind, set[str]] = {}
    for x in (x for m in s.chain.members[1:] for x in t.of_kind(m, Name)):
        found.setdefault(_kind(x), set()).update(_indices(x))
    return {kind: own for kind, own in found.items() if kind[1] == 1 < len(own)}


def _only_defined(
    kind: Kind, letters: Set[str], defined: Mapping[Kind, Statement], lefts: Sequence[Name]
) -> str | None:
    """The letter with which such a name is defined, if no left side carries another one of them."""
    mine = set(_indices(defined[kind].chain.members[0])) if kind in defined else set()
    carried = {x for left in lefts for x in _indices(left)} & letters
    return next(iter(mine)) if mine and mine == carried and mine <= _on_right(defined[kind]) else None


def _made_of(letter: str, defined: Mapping[Kind, Statement], own: Mapping[Kind, Set[str]]) -> list[Statement]:
    """The definitions of the shares with that letter, and of all entries with it that they are made of; none where one
    has a derivative, or what the letter is singled out in."""
    found = [s for kind, s in defined.items() if letter in own[kind]]
    singled = {k for k, s in defined.items() if letter not in _indices(s.chain.members[0]) and letter in _on_right(s)}
    for s in found:
        used = [x for m in s.chain.members[1:] for x in t.of_kind(m, Name)]
        if singled & {_kind(x) for x in used} or t.of_kind(s.chain, t.Derivative):
            return []
        made = (defined.get(_kind(x)) for x in used if letter in _indices(x))
        found += [d for d in dict.fromkeys(made) if d is not None and d not in found]
    return [s for s in found if letter in _indices(s.chain.members[0])]


def _kind(x: Name) -> Kind:
    return stem_of(x), sum(1 for _ in _indices(x))


def _indices(x: Node) -> tuple[str, ...]:
    scripts = x.scripts if isinstance(x, Name) else ()
    return tuple(y for s in scripts for e in s.entries if (y := letter_of(e)) not in (None, "T") and y is not None)


def _on_right(s: Statement) -> set[str]:
    return {y for m in s.chain.members[1:] for x in t.of_kind(m, Name) for y in _indices(x)}


def _bound(s: Statement) -> Iterator[str]:
    """The letters over which sums run."""
    for x in t.of_kind(s, t.BigSum):
        for below in x.below:
            first = below.members[0] if isinstance(below, t.Chain) else below
            yield from letters_in(first)
