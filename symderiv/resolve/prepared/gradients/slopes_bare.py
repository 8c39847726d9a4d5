r"""Slopes of functions without their arguments: `\frac{\partial h_j}{\partial w_{ji}} = f' x_i` beside `h_j = f(..)`.

Such an `f'` is the slope where the value has it that the line is about: the value by which a derivative beside it is
taken, else the one that the line differentiates, or that has the argument by which it does. In `f' (\delta_{ij} x + v
\frac{\partial h}{\partial w})` the parenthesis is a factor, for nothing applies f to a derivative, or to what it is not
made of. Where several values are as near, or one of them is already differentiated, the slope is left unread; so is
that of a value with its step behind it (`y_k(t + 1) = f(..)`), and one of which a sentence says where it is taken, or
something else than that it is a derivative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.tree import Derivative, Factor, Group, Name, Node, Product, Statement
from ....latex.walking import moved
from ....pattern import lazily
from ...asked import any_of, where
from ...located import Located, read_of, with_statements
from ...shapes.declared import instance
from ...spelled.function_letters import FUNCTION_LETTERS
from ...spelled.scripts import letters_in_scripts
from ...spelled.shape import Stem, letter_of, shifted, stem_of
from ..applied import applied_alone, head_of
from ..said_in_place import gaps_of, value_alone
from .slopes_asked import behind, has_bare, has_slope, is_name

SENTENCE = lazily(r"[.;。；](?!\d)|\n[ \t]*(?:\n|[-+*] )")
"""The end of what is said of a slope."""
DERIVED = lazily(
    r"derivative|differentia|\bslopes?\b|導関数|微分|导数|導數|미분|도함수|dériv|Ableitung|derivada|derivata|производн",
    re.I,
)
"""Words that call it one,"""
TAKEN = lazily(
    r"\bnot\b|n[’']t\b|\bno\b|\b(?:at|in|bei|en|an|im|für)\s*\Z|evaluat|(?:での?|における|に)\s*\Z|在\s*\Z|ない|不|nicht|kein",
    re.I,
)
"""and words that deny it, or before a formula say where it is taken."""
Values: TypeAlias = dict[str, Node]
Letters: TypeAlias = frozenset[str]
Key: TypeAlias = "tuple[Stem, tuple[t.Script, ...]]"


@dataclass(frozen=True, slots=True)
class _Head:
    """What a page defines as a function of something: `h_j = f(a_j)`."""

    name: Name
    function: Key
    argument: Node

    def at(self, name: Name) -> Node | None:
        """The argument in the value with other indices."""
        values = _values(self.name, name)
        return None if values is None else _put(self.argument, values)

    def of_argument(self, name: Name) -> Name | None:
        """The value whose argument is a name."""
        values = _values(self.argument, name) if isinstance(self.argument, Name) else None
        made = None if values is None else _put(self.name, values)
        return made if isinstance(made, Name) else None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands around a slope: the letters of sums, and the factors, each with the letters bound there."""

    bound: Letters = frozenset()
    factors: tuple[tuple[Node, Letters], ...] = ()

    def under(self, x: t.BigSum) -> _Beside:
        return replace(self, bound=self.bound | _bound(x))

    def among(self, factors: Sequence[Factor], n: int) -> _Beside:
        more = tuple((f.body, self.bound) for k, f in enumerate(factors) if k != n)
        return replace(self, factors=(*self.factors, *more))


@where(has_slope)
def with_slopes_at_values(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas of a document with such slopes at their arguments.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$h_j = f(w_j x)$ $\frac{\partial h_k}{\partial w_k} = f' x$"
    >>> (_, line) = with_slopes_at_values(read_formulas(parse_document(page)), [])[-1]
    >>> len(t.of_kind(line.statements[0].chain.members[1], Group)[0].items[0].factors)
    2
    """
    if not any_of(located, has_bare):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    page = _Page(statements, frozenset(_told_otherwise(located, gaps_of(located, blocks))))
    return with_statements(located, page.written) if page.bare else list(located)


def _told_otherwise(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[Key]:
    """The slopes of which a sentence says something else than that they are derivatives, each at its own argument."""
    for at, (n, _) in enumerate(gaps):
        value = value_alone(located[n]) if n >= 0 else None
        if isinstance(value, Name) and value.primes == 1:
            told = SENTENCE.split(" $ ".join(gap for _, gap in gaps[at + 1 :]))[0]
            if not DERIVED.search(told) or any(map(TAKEN.search, told.split(" $ "))):
                yield _key(value)


class _Page:
    """The functions of a page: where they are applied, and which of their slopes stand without arguments."""

    def __init__(self, statements: Sequence[Statement], otherwise: frozenset[Key]) -> None:
        chains = [s.chain for s in statements]
        lines = [c for c in chains if c.relations]
        self.heads = [h for c in lines for h in _heads(c)]
        self.deltas = [(c.members[0], d) for c in lines if (d := next(_derivatives(c.members[1:]), None))]
        defined = {letter_of(c.members[0]) for c in lines}
        self.numbers = frozenset(y for c in lines for y in letters_in_scripts(c) if y not in defined)
        said = {_key(m) for c in lines if not any(_derivatives(c.members)) for m in c.members if isinstance(m, Name)}
        mine = {*(h.function for h in self.heads), *(y for c in lines for y in _of_applied(c))} - said - otherwise
        self.made: dict[Stem, frozenset[Stem]] = {}
        for left, c in ((head_of(c.members[0]), c) for c in lines):
            if left is not None:
                self.made[stem_of(left)] = self.made.get(stem_of(left), frozenset()) | _stems(c.members[1:])
        self.inner = {key: self._inner(chains, key) for key in mine}
        inside = {key: _stems([y for g in found for y in g.items]) for key, found in self.inner.items()}
        self.beside = {key: _made_with(lines, found) for key, found in inside.items()}
        slopes = {key: list(_slopes(lines, key)) for key in mine}
        self.typed = {key for key, found in slopes.items() if any(g is None for g in found)}
        self.reach = {key: self._reach(key) for key in mine}
        values = frozenset(stem_of(h.name) for h in self.heads)
        self.renamed = {key: _renamed(lines, found) - values for key, found in self.reach.items()}
        self.bare = {
            key for key, found in slopes.items() if any(g is None or not self._is_argument(key, g) for g in found)
        }

    def written(self, s: Statement) -> Statement:
        """A statement with the slopes at their arguments."""
        if not s.chain.relations or not any(_key(x) in self.bare for x in t.of_kind(s, Name) if x.primes == 1):
            return s
        about = self._about(s.chain.members)
        members = tuple(self._node(m, _Beside(), about) for m in s.chain.members)
        return replace(s, chain=replace(s.chain, members=members))

    def _about(self, members: Sequence[Node]) -> Derivative | None:
        """The derivative that a line is about, also under its name."""
        found = next(_derivatives(members), None)
        if found is not None or not isinstance(members[0], Name):
            return found
        told = [(d, v) for left, d in self.deltas if isinstance(left, Name) and (v := _values(left, members[0]))]
        made = _put(*told[0]) if len(told) == 1 else None
        return made if isinstance(made, Derivative) else None

    def _node(self, x: Node, beside: _Beside, about: Derivative | None) -> Node:
        if isinstance(x, Name):
            return self._slope(x, beside, about) or x
        if isinstance(x, Product):
            return self._product(x, beside, about)
        if isinstance(x, t.Terms):
            return replace(x, terms=tuple(replace(y, body=self._node(y.body, beside, about)) for y in x.terms))
        if isinstance(x, t.BigSum):
            return replace(x, body=self._node(x.body, beside.under(x), about))
        if isinstance(x, Group) and len(x.items) == 1:
            return replace(x, items=(self._node(x.items[0], beside, about),))
        return x

    def _product(self, x: Product, beside: _Beside, about: Derivative | None) -> Node:
        factors = list(x.factors)
        left = set()
        for n, (a, b) in enumerate(pairwise(x.factors)):
            group = behind(b) if isinstance(a.body, Name) and a.body.primes == 1 else None
            if group is None or not isinstance(a.body, Name) or _key(a.body) not in self.bare:
                left |= {n} if b.joined else set()
            elif self._is_argument(_key(a.body), group):
                left |= {n, n + 1}
            else:
                factors[n + 1] = replace(b, joined=False)
                left |= {n} if self._may_be_argument(_key(a.body), group) else set()
        for n, f in enumerate(factors):
            if n not in left:
                factors[n] = replace(f, body=self._node(f.body, beside.among(x.factors, n), about))
        return replace(x, factors=tuple(factors))

    def _is_argument(self, key: Key, group: Group) -> bool:
        """Is a parenthesis behind a slope its argument? None is made of what is computed from the function alone."""
        if t.of_kind(group, Derivative):
            return any(t.of_kind(g, Derivative) for g in self.inner[key])
        names = _stems(group.items)
        if any(_stems(g.items) == names for g in self.inner[key]):
            return True
        computed = any(y in self.made for y in self._values_in(group) - self.reach[key] - self.renamed[key])
        return key not in self.typed and (is_name(group) or not computed)

    def _may_be_argument(self, key: Key, group: Group) -> bool:
        """Does nothing stand in a parenthesis but what arguments of the function are made of?"""
        if t.of_kind(group, Derivative):
            return False
        names = _stems(group.items)
        return is_name(group) or names <= self.reach[key] or bool(names & self.beside[key])

    def _inner(self, chains: Sequence[t.Chain], key: Key) -> list[Group]:
        """What a function is applied to; not the factor `(y - t)` behind it that has a value of the function in it."""
        heads = [h for h in self.heads if h.function == key]
        values = frozenset(stem_of(h.name) for h in heads)
        inside = self._all_of(_stems([h.argument for h in heads]))
        found = [g for c in chains for g in _arguments(c, key, 0)]
        return [g for g in found if is_name(g) or not (self._all_of(self._values_in(g) - inside) & values)]

    def _values_in(self, group: Group) -> frozenset[Stem]:
        """The names in a parenthesis that stand for values: the h of `[h = 1] c_1` beside `h_j` is an index."""
        return frozenset(stem_of(y) for x in group.items for y in _named(x) if letter_of(y) not in self.numbers)

    def _reach(self, key: Key) -> frozenset[Stem]:
        """What the arguments of a function are made of."""
        return self._all_of(frozenset(y for g in self.inner[key] for y in _stems(g.items)))

    def _all_of(self, more: frozenset[Stem]) -> frozenset[Stem]:
        """Names with all that these are made of."""
        known: frozenset[Stem] = frozenset()
        while more - known:
            known |= more
            more = frozenset(y for x in known for y in self.made.get(x, ()))
        return known

    def _slope(self, x: Name, beside: _Beside, about: Derivative | None) -> Node | None:
        """A slope at its argument, if it is known which that is."""
        key = _key(x)
        if x.primes != 1 or key not in self.bare or _has_any(beside, key):
            return None
        found = self._value(key, beside, about)
        if found is None or any(_is_met(found[0], y) for y, _ in beside.factors):
            return None
        group = Group("(", (moved(found[1], x.span),), ")", (), x.span)
        return Product((Factor("", x), Factor("", group, True)), x.span)

    def _value(self, key: Key, beside: _Beside, about: Derivative | None) -> tuple[Name, Node] | None:
        """The value whose slope is meant, and its argument."""
        heads = [h for h in self.heads if h.function == key]
        by = [(w, b) for y, b in beside.factors if (w := _by(y)) is not None and _at(heads, w)]
        if by:
            (name, bound) = by[-1]
            return _free(_at(heads, name), beside.bound - bound) if len({_sorted(n) for n, _ in by}) == 1 else None
        if about is None or not isinstance(about.of, Name):
            return None
        valued = [v for h in heads if (w := _by(about)) is not None and (v := h.of_argument(w)) is not None]
        if valued:
            return _free(_at(heads, valued[0]), beside.bound) if len(valued) == 1 else None
        if _at(heads, about.of):
            return _free(_at(self._direct(heads, about), about.of), beside.bound)
        return self._inside(heads, about.of, beside.bound)

    def _direct(self, heads: Sequence[_Head], about: Derivative) -> list[_Head]:
        """Of several values of a function those whose arguments hold what the line differentiates by."""
        by = _by(about)
        if len({stem_of(h.name) for h in heads}) == 1 or by is None:
            return list(heads)
        held = [h for h in heads if stem_of(by) in _stems((h.argument,))]
        return held if len({stem_of(h.name) for h in held}) == 1 else []

    def _inside(self, heads: Sequence[_Head], of: Name, bound: Letters) -> tuple[Name, Node] | None:
        """The one value of a function within the argument of another, under a sum over the same letters as there."""
        outer = _at(self.heads, of)
        if len(outer) != 1:
            return None
        argument = outer[0][1]
        sums = frozenset(y for x in t.of_kind(argument, t.BigSum) for y in _bound(x))
        found = {_sorted(x): x for x in t.of_kind(argument, Name) if _at(heads, x)}
        if len(found) != 1:
            return None
        (name,) = found.values()
        return _at(heads, name)[0] if _letters(name) & sums == _letters(name) & bound else None


def _renamed(lines: Sequence[t.Chain], arguments: frozenset[Stem]) -> frozenset[Stem]:
    r"""Names for parts of arguments and nothing else: `R_{kp} = \delta_{kp} net_p`, `G_i = w_i x_i`."""
    made = [(stem_of(c.members[0]), _valued(c.members[1:])) for c in lines if isinstance(c.members[0], Name)]
    known: frozenset[Stem] = frozenset()
    while more := {y for y, names in made if names and names <= arguments | known} - known - arguments:
        known |= more
    others = {y for y, names in made if not names or not names <= arguments | known}
    return known - others


def _made_with(lines: Sequence[t.Chain], arguments: frozenset[Stem]) -> frozenset[Stem]:
    """Names in whose definition an argument stands outside of functions and derivatives: `u_j = a_j + b_j`."""
    made = ((c.members[0], m) for c in lines for m in c.members[1:])
    return frozenset(stem_of(y) for y, m in made if isinstance(y, Name) and arguments & _outside(m)) - arguments


def _outside(x: object) -> frozenset[Stem]:
    if isinstance(x, Name):
        return frozenset([stem_of(x)])
    if isinstance(x, (t.Script, t.Call, Derivative)):
        return frozenset()
    inner = t.parts(x)
    if isinstance(x, t.BigSum):
        inner = (x.body,)
    elif isinstance(x, Product):
        applied = [b for a, b in pairwise(x.factors) if isinstance(a.body, Name) and behind(b)]
        inner = tuple(f.body for f in x.factors if f not in applied)
    return frozenset[Stem]().union(*map(_outside, inner))


def _valued(members: Sequence[Node]) -> frozenset[Stem]:
    """The names of a line but for Kronecker deltas."""
    return frozenset(stem_of(y) for x in members for y in _named(x) if not _is_kronecker(y))


def _is_kronecker(x: Name) -> bool:
    return x.base == r"\delta" and len(x.scripts) == 1 and not x.scripts[0].above and len(x.scripts[0].entries) == 2


def _at(heads: Sequence[_Head], name: Name) -> list[tuple[Name, Node]]:
    return [(name, a) for h in heads if (a := h.at(name)) is not None]


def _free(found: list[tuple[Name, Node]], bound: Letters) -> tuple[Name, Node] | None:
    """What was found, if that is one, and no sum in between takes its letters."""
    return found[0] if len(found) == 1 and not _letters(found[0][0]) & bound else None


def _heads(c: t.Chain) -> Iterator[_Head]:
    left = c.members[0]
    for m in c.members[1:]:
        found = applied_alone(m)
        if isinstance(left, Name) and found is not None and _is_function(found[0]) and len(found[1].items) == 1:
            yield _Head(left, _key(found[0]), found[1].items[0])


def _of_applied(c: t.Chain) -> Iterator[Key]:
    """The functions of values that are themselves shown with arguments, `y_k(t + 1) = f(s_k(t))`: none is a `_Head`."""
    applied = (applied_alone(m) for m in c.members[1:]) if applied_alone(c.members[0]) else ()
    yield from (_key(x[0]) for x in applied if x is not None and _is_function(x[0]))


def _is_function(x: Name) -> bool:
    return x.base in FUNCTION_LETTERS and not x.primes


def _key(x: Name) -> Key:
    return stem_of(x), x.scripts


def _sorted(x: Name) -> Name:
    """A name whose scripts do not tell in which order they were typed."""
    return replace(x, scripts=tuple(sorted(x.scripts, key=lambda s: (s.above, s.bracket))))


def _values(pattern: Node, name: Node) -> Values | None:
    """Which indices a name has for the letters of another one of its kind; None if it is none."""
    if not isinstance(pattern, Name) or not isinstance(name, Name):
        return None
    one, other = _sorted(pattern), _sorted(name)
    if (stem_of(one), one.primes, *map(_form, one.scripts)) != (
        stem_of(other),
        other.primes,
        *map(_form, other.scripts),
    ):
        return None
    values: Values = {}
    for a, b in (
        (a, b)
        for s, r in zip(one.scripts, other.scripts, strict=True)
        for a, b in zip(s.entries, r.entries, strict=True)
    ):
        letter = letter_of(a)
        known = letter is not None and shifted(b)[0] is not None
        if (not known and a != b) or (known and values.setdefault(letter or "", b) != b):
            return None
    return values


def _form(s: t.Script) -> tuple[bool, str, int]:
    return s.above, s.bracket, len(s.entries)


def _put(x: Node, values: Values) -> Node | None:
    """A formula with indices for its letters, unless a sum in it has one of these letters."""
    bound = {y for b in t.of_kind(x, t.BigSum) for y in _bound(b)}
    taken = {y for v in values.values() for y in _letters(v)} | set(values)
    return None if bound & taken else instance(x, values)


def _bound(x: t.BigSum) -> Letters:
    return frozenset(letter for y in x.below for letter in _letters(y))


def _letters(x: Node) -> Letters:
    return frozenset(letter for y in t.of_kind(x, Name) if (letter := letter_of(y)) is not None)


def _stems(nodes: Sequence[Node]) -> frozenset[Stem]:
    return frozenset(stem_of(y) for x in nodes for y in _named(x))


def _named(x: object) -> Iterator[Name]:
    """The names of a formula that stand for values: none of a script, or of what stands below a sum."""
    if isinstance(x, Name):
        yield x
    elif not isinstance(x, t.Script):
        for y in (x.body,) if isinstance(x, t.BigSum) else t.parts(x):
            yield from _named(y)


def _derivatives(members: Sequence[Node]) -> Iterator[Derivative]:
    return (m for m in members if isinstance(m, Derivative) and m.order == 1)


def _by(x: Node) -> Name | None:
    """What a derivative is taken by."""
    by = x.wrt[0].body if isinstance(x, Derivative) and x.order == 1 and len(x.wrt) == 1 else None
    return by if isinstance(by, Name) else None


def _arguments(x: Node, key: Key, primes: int) -> Iterator[Group]:
    for p in t.of_kind(x, Product):
        for a, b in pairwise(p.factors):
            group = behind(b)
            if isinstance(a.body, Name) and (_key(a.body), a.body.primes) == (key, primes) and group is not None:
                yield group


def _slopes(chains: Sequence[t.Chain], key: Key) -> Iterator[Group | None]:
    """What stands directly behind the slopes of a function, None where that is no parenthesis."""
    for c in chains:
        groups = list(_arguments(c, key, 1))
        yield from groups
        count = sum(_key(x) == key and x.primes == 1 for x in t.of_kind(c, Name))
        yield from [None] * (count - len(groups))


def _has_any(beside: _Beside, key: Key) -> bool:
    """Does the same slope stand among the factors, too?"""
    return any(_key(x) == key and x.primes for y, _ in beside.factors for x in t.of_kind(y, Name))


def _is_met(name: Name, x: Node) -> bool:
    """Is a value differentiated in a formula, or does its slope stand there written out, `y (1 - y)`?"""
    alike = [y for y in t.of_kind(x, Name) if _sorted(_without_power(y)) == _sorted(name)]
    above = {id(d.of) for d in t.of_kind(x, Derivative)}
    slopes = {id(y.body) for z in t.of_kind(x, t.Terms) if _is_of_one(z) for y in z.terms}
    return any(id(y) in above | slopes for y in alike)


def _is_of_one(x: t.Terms) -> bool:
    """Is it made of one name and numbers, as `1 - y^2` is?"""
    return len(x.terms) > 1 and all(isinstance(y.body, (Name, t.Number)) for y in x.terms) and len(_stems((x,))) == 1


def _without_power(x: Name) -> Name:
    return replace(
        x, scripts=tuple(s for s in x.scripts if not (s.above and not s.bracket and isinstance(s.entries[0], t.Number)))
    )
