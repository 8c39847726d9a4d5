r"""Ties: equations between bare indexed names, in whichever direction they are written.

`w^{(2)}_{j,i} = w^{(1)}_{i,j} = w_{j,i}` says that three names mean one weight. Where nothing else defines the names,
such equations have no direction; each class of them gets a *root*, and every other member becomes an alias of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..affine import Affine, Sym
from ..draft import RawDefinition
from ..expr import Num, Var, Variable, substitute
from ..node import node
from ..system import Piece, Role, alias_of
from .uses import uses


@node
class _Tie:
    """`left = right`, both with the same letters, one for each position."""

    raw: RawDefinition
    left: Var
    right: Var

    def other(self, variable: Variable) -> tuple[Var, Var]:
        """The side of the variable, then the other."""
        return (self.left, self.right) if self.left.variable == variable else (self.right, self.left)


def directed(definitions: tuple[RawDefinition, ...], sizes: frozenset[Sym]) -> tuple[RawDefinition, ...]:
    r"""The definitions with every class of ties pointing at one root; nothing changes where they do already.

    The root is the member without labels (`w` beside `w^{(1)}`), else the only one that is never on a left side, else
    the right side of the last equation.
    """
    definitions = tuple(_said_once(definitions))
    ties = list(_ties(definitions, sizes))
    if not ties:
        return definitions
    replaced: dict[RawDefinition, RawDefinition | None] = {}
    for members in _classes(ties):
        own = [t for t in ties if t.left.variable in members]
        root = _root(members, own)
        if not _point_at(root, own):
            replaced.update({t.raw: None for t in own})
            replaced.update(_aliases(root, own))
    found = (replaced.get(d, d) for d in definitions)
    return tuple(d for d in found if d is not None)


def _said_once(definitions: tuple[RawDefinition, ...]) -> Iterator[RawDefinition]:
    """The definitions without `x_i = a^{(1)}_i` beside `a^{(1)}_i = x_i`, where others define an a, and none an x."""
    lefts = Counter(d.left.variable for d in definitions)
    sides = {(d.left, d.body) for d in definitions}
    for d in definitions:
        own = isinstance(d.body, Var) and lefts[d.left.variable] == 1 < lefts[d.body.variable]
        if not own or not any(_in_letters_of(d, a, b) for a, b in sides if isinstance(b, Var)):
            yield d


def _in_letters_of(d: RawDefinition, left: Var, body: Var) -> bool:
    """Do the sides of another equation make up this one, turned round, up to letters?"""
    if not isinstance(d.body, Var) or (left.variable, body.variable) != (d.body.variable, d.left.variable):
        return False
    theirs, mine = (*left.indices, *body.indices), (*d.body.indices, *d.left.indices)
    values = {one.letter: two for one, two in zip(theirs, mine, strict=True) if one.letter is not None}
    return all(one.substitute(values) == two for one, two in zip(theirs, mine, strict=True))


def _ties(definitions: tuple[RawDefinition, ...], sizes: frozenset[Sym]) -> Iterator[_Tie]:
    candidates = [d for d in definitions if isinstance(d.body, Var) and _same_letters(d.left, d.body, sizes)]
    kept = set(candidates)
    general = {d.left.variable for d in definitions if d not in kept and not _is_boundary(d, sizes)}
    for d in candidates:
        if isinstance(d.body, Var) and not {d.left.variable, d.body.variable} & general:
            yield _Tie(d, d.left, d.body)


def _is_boundary(d: RawDefinition, sizes: frozenset[Sym]) -> bool:
    """Does it define only some entries, as `w_{j,I+1} = -\\theta_j` does?"""
    return any(not i.letters() - sizes for i in d.left.indices)


def _same_letters(a: Var, b: Var, sizes: frozenset[Sym]) -> bool:
    one, two = ([i.letter for i in e.indices] for e in (a, b))
    plain = None not in one and None not in two and not {s for s in one if s is not None} & sizes
    return bool(one) and plain and len(set(one)) == len(one) == len(two) and set(one) == set(two) and a != b


def _classes(ties: list[_Tie]) -> list[set[Variable]]:
    found: list[set[Variable]] = []
    for t in ties:
        new = {t.left.variable, t.right.variable}
        joined = [c for c in found if c & new]
        found = [c for c in found if not c & new]
        found.append(new.union(*joined))
    return found


def _root(members: set[Variable], own: list[_Tie]) -> Variable:
    plain = [v for v in members if not is_labelled(v) and all(base(m) == base(v) for m in members)]
    if len(plain) == 1:
        return plain[0]
    never_left = members - {t.left.variable for t in own}
    return next(iter(never_left)) if len(never_left) == 1 else own[-1].right.variable


def _point_at(root: Variable, own: list[_Tie]) -> bool:
    """Does every equation already say that a member is the root, each member once?"""
    lefts = [t.left.variable for t in own]
    return root not in lefts and len(set(lefts)) == len(lefts) and all(t.right.variable == root for t in own)


def _aliases(root: Variable, own: list[_Tie]) -> dict[RawDefinition, RawDefinition]:
    """For every member but the root its definition as an alias of the root, keyed by the equation it comes from."""
    found: dict[RawDefinition, RawDefinition] = {}
    known: dict[Variable, RawDefinition | None] = {root: None}
    waiting = list(own)
    while waiting:
        for t in waiting:
            ends = [v for v in (t.left.variable, t.right.variable) if v in known]
            if ends:
                break
        waiting.remove(t)
        if len(ends) == 2 or not ends:
            continue
        there, here = t.other(ends[0])
        through = known[ends[0]]
        new = _through(t.raw, here, there, through)
        known[here.variable] = new
        found[t.raw] = new
    return found


def _through(raw: RawDefinition, here: Var, there: Var, through: RawDefinition | None) -> RawDefinition:
    """`here = root` from the equation `here = there` and what `there` is."""
    if through is None:
        return RawDefinition(here, there, raw.ranges, raw.where, raw.place)
    values: dict[Sym, Affine] = {}
    for written, actual in zip(through.left.indices, there.indices, strict=True):
        if written.letter is not None:
            values[written.letter] = actual
    body = substitute(through.body, values)
    ranges = raw.ranges or tuple(s.renamed(values) for s in through.ranges)
    return RawDefinition(here, body, ranges, raw.where, raw.place)


def base(variable: Variable) -> str:
    r"""The letter of a variable with its accents, without scripts.

    >>> base(Variable("w^{(2)}_{#,#}")), base(Variable(r"\hat{y}_{#}"))
    ('w', '\\hat{y}')
    """
    ends = [n for n in (variable.key.find("^{"), variable.key.find("_{")) if n > 0]
    return variable.key[: min(ends)] if ends else variable.key


def is_labelled(variable: Variable) -> bool:
    """Does its name carry a script that is no index, as `w^{(2)}_{j,i}` does?"""
    return variable.name != base(variable)


def unrooted(pieces: Iterable[Piece], data: frozenset[Variable]) -> tuple[tuple[Variable, ...], ...]:
    r"""The classes of ties without a named root: `w^{(1)}_{i,j} = w^{(2)}_{j,i}` and nothing more.

    All members carry labels on the same letter, nothing else defines them, and the one that the others are aliases of
    is itself a weight of some layer: then no member is the original, and `\partial` by any means by all.
    """
    pieces = tuple(pieces)
    used = {u.entry.variable for p in pieces if p.body is not None and p.role is Role.NODE for u in uses(p.body)}
    nodes = {p.variable for p in pieces if p.role is Role.NODE}
    classes: dict[Variable, dict[Variable, None]] = {}
    for p in pieces:
        alias = alias_of(p) if p.role is Role.ALIAS and not isinstance(p.body, Num) else None
        if alias is None or alias[0] != 1:
            continue
        member, root = p.variable, alias[1].variable
        same = base(member) == base(root) and is_labelled(member) and is_labelled(root)
        if same and root in used and not {member, root} & (nodes | data):
            classes.setdefault(root, {})[member] = None
    return tuple((root, *members) for root, members in classes.items())
