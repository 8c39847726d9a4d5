r"""Names for derivatives called after what they are taken by: `\epsilon_s^t = \partial O/\partial s_c^t` beside
`\epsilon_c^t = \partial O/\partial b_c^t`.

The s says which of the two is meant, and nothing runs over it; the index c of `s_c^t` is left off and is the c of the
same formula. So the name is read as `\epsilon_{\text{s} c}^t` wherever that letter is bound or free beside it;
elsewhere nothing says which entry is meant.

Where the whole name stands there, with scripts or accents of its own, `G^{\hat{h}_i} = \partial L/\partial \hat{h}_i`
and `G^{W_{hy}} = \partial L/\partial W_{hy}`, each such name is that derivative, for any index that it has: `G^{h_s}`
is by `h_s`, and of `L_s` where `G^{h_t} = \partial L_t/\partial h_t`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Derivative, Name, Node, Script, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...integers.unequal import loose_letters
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..extremum import letters_bound


@dataclass(frozen=True, slots=True)
class _Named:
    """A name for a derivative: its letters, the one that says by what it is taken, and the indices left off."""

    stem: Stem
    label: str
    missing: tuple[Name, ...]


def _names_one(s: Statement) -> bool:
    return _named(s.chain) is not None


@where(_names_one)
def with_indices_of_derived_put_back(located: Sequence[Located], ranges: Sequence[Chain] = ()) -> list[Located]:
    """The formulas of a document with the indices that such names leave off; `ranges` are those of the front matter."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = [x for s in statements if (x := _named(s.chain)) is not None]
    bound = {x for s in statements for y in t.of_kind(s, BigSum) for x in letters_bound(y)}
    bound |= {x for c in ranges for m in c.members for x in _letters(m)}
    found = [x for x in found if x.label not in bound and all(y.base in bound for y in x.missing)]
    found = [x for x in found if not any(_stands_alone(s, x.label) for s in statements)]
    if not found:
        return list(located)
    return with_statements(located, lambda s: _completed(s, found))


def _named(chain: Chain) -> _Named | None:
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES or not isinstance(chain.members[0], Name):
        return None
    left, right = chain.members[0], chain.members[1]
    if not isinstance(right, Derivative) or right.order != 1 or len(right.wrt) != 1:
        return None
    by, of = right.wrt[0].body, right.of
    if not isinstance(by, Name) or not isinstance(of, Name) or of.scripts or not by.scripts or by.base == left.base:
        return None
    mine, theirs = _indices(left), _indices(by)
    label = [x for x in mine if x.base == by.base and x not in theirs]
    missing = tuple(x for x in theirs if x not in mine)
    if len(label) != 1 or not missing or [x for x in mine if x not in theirs] != label:
        return None
    below = any(label[0] in s.entries for s in left.scripts if not s.above)
    return _Named(stem_of(left), by.base, missing) if below and not by.accents and not by.primes else None


def _indices(x: Name) -> list[Name]:
    return [e for s in x.scripts for e in s.entries if isinstance(e, Name) and letter_of(e) is not None]


def _letters(x: Node) -> Iterator[str]:
    yield from (y.base for y in t.of_kind(x, Name))


def _stands_alone(s: Statement, letter: str) -> bool:
    """Does a letter stand where a value does, or as the subject of a range?"""
    within = {id(e) for x in t.of_kind(s, Script) for e in x.entries}
    return any(x.base == letter and not x.scripts and id(x) not in within for x in t.of_kind(s, Name))


def _completed(s: Statement, found: Sequence[_Named]) -> Statement:
    if not any(stem_of(x) == n.stem for x in t.of_kind(s, Name) for n in found):
        return s
    own = _named(s.chain)
    free = {x for m in s.chain.members for x in loose_letters(m)} if own is None else {x.base for x in own.missing}
    return rebuilt(s, _Completing(found, frozenset(free)))  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class _Completing:
    """What such a name is within a statement in which some letters are known."""

    found: Sequence[_Named]
    known: frozenset[str]

    def __call__(self, x: Any) -> Node | None:
        if isinstance(x, BigSum):
            inner = replace(self, known=self.known | frozenset(letters_bound(x)))
            body = rebuilt(x.body, inner)
            return x if body is x.body else replace(x, body=body)
        if not isinstance(x, Name) or (named := next((n for n in self.found if _is(x, n)), None)) is None:
            return None
        more = named.missing if self.known.issuperset(y.base for y in named.missing) else ()
        return replace(x, scripts=tuple(_with(s, named.label, more) for s in x.scripts))


def _is(x: Name, named: _Named) -> bool:
    """Is it that name, without the indices that it leaves off?"""
    entries = _indices(x)
    inside = {y for s in x.scripts for e in s.entries for y in letters_in(e)}
    label = any(e.base == named.label for s in x.scripts if not s.above for e in _indices(Name("", scripts=(s,))))
    return stem_of(x) == named.stem and label and not any(y.base in inside for y in named.missing) and bool(entries)


def _with(s: Script, label: str, missing: Sequence[Name]) -> Script:
    if s.above or not any(letter_of(e) == label for e in s.entries):
        return s
    entries: list[Node] = []
    for e in s.entries:
        if letter_of(e) == label:
            span = getattr(e, "span", t.SPAN)
            entries += [Text(label, span=span), *(replace(y, span=span) for y in missing)]
        else:
            entries.append(e)
    return replace(s, entries=tuple(entries))


@dataclass(frozen=True, slots=True)
class _Whole:
    """A name for a derivative with all of what it is taken by above or below it."""

    name: Name
    derivative: Derivative

    @property
    def by(self) -> Name:
        found = self.derivative.wrt[0].body
        assert isinstance(found, Name)
        return found


def _names_whole(s: Statement) -> bool:
    return _whole(s.chain) is not None


@where(_names_whole)
def with_names_of_derivatives_written_out(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the derivatives for such names, if all with their letter are of that form."""
    statements = [s for f in read_of(located) for s in f.statements]
    found = [x for s in statements if (x := _whole(s.chain)) is not None]
    stems = {stem_of(x.name) for x in found}
    names = [x for s in statements for c in (s.chain, *s.conditions) for x in t.of_kind(c, Name)]
    stems -= {stem_of(x) for x in names if stem_of(x) in stems and _derivative(x, found) is None}
    stems = {x for x in stems if len({y.derivative.of for y in found if stem_of(y.name) == x}) == 1}
    found = [x for x in found if stem_of(x.name) in stems]

    def change(x: Any) -> Node | None:
        return _derivative(x, found) if isinstance(x, Name) else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _whole(chain: Chain) -> _Whole | None:
    """The name and the derivative of an equation of the two, if what that is taken by is the script of the name."""
    if len(chain.members) < 2 or not isinstance(chain.members[0], Name) or chain.relations[0] not in EQUALITIES:
        return None
    left, right = chain.members[0], chain.members[1]
    if not isinstance(right, Derivative) or right.order != 1 or len(right.wrt) != 1:
        return None
    by = right.wrt[0].body
    own = isinstance(by, Name) and bool(by.scripts or by.accents)
    return _Whole(left, right) if own and _script(left) == by and isinstance(right.of, Name) else None


def _script(x: Name) -> Name | None:
    """The name that is the one script of a name."""
    entries = [e for s in x.scripts for e in s.entries]
    plain = len(x.scripts) == len(entries) == 1 and not x.scripts[0].bracket and not x.primes
    return entries[0] if plain and isinstance(entries[0], Name) else None


def _derivative(x: Name, found: Sequence[_Whole]) -> Derivative | None:
    """The derivative that a name is: that by what it is called after, which may have other indices."""
    by = _script(x)
    for one in found if by is not None else ():
        same = stem_of(x) == stem_of(one.name) and x.scripts[0].above == one.name.scripts[0].above
        if by is not None and same and (by == one.by or _differs_in_indices(by, one.by)):
            of = one.derivative.of if by == one.by else _of_the_same(one, by)
            wrt = (replace(one.derivative.wrt[0], body=by),)
            return None if of is None else replace(one.derivative, of=of, wrt=wrt, span=x.span)
    return None


def _of_the_same(one: _Whole, by: Name) -> Node | None:
    r"""What is derived by what has other indices, the `L_s` of `G^{h_s}` where `G^{h_t}` is by `h_t`; None in doubt."""
    of = one.derivative.of
    if not isinstance(of, Name) or not of.scripts:
        return of
    if of.scripts == one.by.scripts:  # a number, too, is the same index of both
        return replace(of, scripts=by.scripts)
    mine, theirs = ([e for s in x.scripts for e in s.entries] for x in (by, one.by))
    pairs = list(zip(theirs, mine, strict=True))
    meant = {letter: b for a, b in pairs if (letter := letter_of(a)) is not None}
    if any(meant.get(letter_of(a) or "", a) != b for a, b in pairs):
        return None  # a number that is another, or two letters for one
    return replace(of, scripts=rebuilt(of.scripts, lambda x: meant.get(letter_of(x) or "") if _is_one(x) else None))


def _is_one(x: Any) -> bool:
    return isinstance(x, Name) and letter_of(x) is not None


def _differs_in_indices(x: Name, other: Name) -> bool:
    """Are they one name but for letters and numbers in its scripts?"""
    shapes = [[(s.above, s.bracket, len(s.entries)) for s in y.scripts] for y in (x, other)]
    entries = [e for s in x.scripts for e in s.entries]
    plain = all(isinstance(e, t.Number) or (letter_of(e) or "").islower() for e in entries)
    return stem_of(x) == stem_of(other) and x.primes == other.primes and shapes[0] == shapes[1] and plain
