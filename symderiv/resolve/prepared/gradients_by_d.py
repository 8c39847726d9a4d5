r"""Gradients named by a d before what they are taken by: `dz^{[2]} = a^{[2]} - y`, `dW^{[2]} = dz^{[2]} a^{[1]T}`.

Code calls them so (`dW`), and pages about it do too. A line `dz = ..` without a d on its right shows it: it is no
equation of differentials, which is linear in what changes. So do lines that lead from what is computed later to what
is computed before, `dh = dy \, W^T` beside `y = h W`, also where d is a length besides. What is differentiated is the
one loss that the page defines. Where it has several, or a mean over examples, such a name may stand for the gradient of
another one: then it is a name of its own, of which nothing is judged; so it is where the page says itself what some of
them are, `dy_i = \frac{\partial L}{\partial y_i}`, and nothing is called so without the d.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import Chain, Name, Node
from ...latex.walking import rebuilt
from ...notation import OBJECTIVES
from ..asked import where
from ..located import Located, read_of, with_statements
from ..shape import is_mark
from ..shapes.differentials import CHANGE, changed, changes, fused

DEFINING = frozenset(["=", ":="])
SIGNS = {"d"}
OWN = "operatorname{d}"
"""The accent of a name that is no derivative of the loss of the page."""


def _names_gradient(s: t.Statement) -> bool:
    defining = bool(s.chain.relations) and s.chain.relations[0] in DEFINING
    return defining and isinstance(changed(s.chain.members[0], SIGNS), Name)


@where(_names_gradient)
def with_gradients_named_by_d(located: Sequence[Located]) -> list[Located]:
    """The formulas with derivatives in the place of such names."""
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    lefts = [x for c in chains if c.relations[0] in DEFINING and isinstance(x := changed(c.members[0], SIGNS), Name)]
    if not lefts:
        return list(located)
    shown = any(map(_is_gradient, chains))
    if shown and has_plain_d(chains) and _is_length(chains) and not any(map(_says_so, chains)):
        return _with_those_computed(located, chains, lefts)
    if _go_backwards(chains) and (not shown or has_plain_d(chains)) and not any(map(_says_so, chains)):
        return _with_those_computed(located, chains, lefts)
    if not shown or has_plain_d(chains):
        return list(located)
    if any(map(_says_so, chains)):
        return _with_own_names(located, chains)
    values = values_of(chains)
    if not any(x.base in values for x in lefts):
        return list(located)
    if any(x in losses_of(chains) for x in map(bare, lefts)):
        return list(located)
    loss = only_loss(chains)

    def named(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.accents[:1] != (CHANGE,):
            return None
        if x.base not in values:
            return _own(x)  # a step `dt`
        return _own(x) if loss is None else _derivative(x, loss)

    return with_statements(located, lambda s: rebuilt(rebuilt(s, lambda x: fused(x, SIGNS)), named))


def _go_backwards(chains: Sequence[Chain]) -> bool:
    r"""Do changes follow from those of what is computed later, and never from those of what is computed before?

    `dh = dy \, W^T` beside `y = h W` is no equation of differentials: h does not change because y does.
    """
    made = made_of(chains)
    found = {_direction(c, made) for c in chains if c.relations[0] in DEFINING}
    return "back" in found and "forth" not in found


def _direction(c: Chain, made: Mapping[str, Collection[str]]) -> str:
    left = changed(c.members[0], SIGNS)
    if not isinstance(left, Name):
        return ""
    inner = [x.base for m in c.members[1:] for x in changes(rebuilt(m, lambda y: fused(y, SIGNS)))]
    if not inner:
        return ""
    if any(x in made.get(left.base, ()) or x == left.base for x in inner):
        return "forth"
    return "back" if all(left.base in made.get(x, ()) for x in inner) else ""


def made_of(chains: Sequence[Chain]) -> dict[str, set[str]]:
    """The letters from which each letter that a line defines is computed."""
    made: dict[str, set[str]] = {}
    for c in chains:
        left = c.members[0]
        if c.relations[0] in DEFINING and isinstance(left, Name):
            within = {id(x) for s in t.of_kind(c, t.Script) for e in s.entries for x in t.of_kind(e, Name)}
            inner = {x.base for m in c.members[1:] for x in t.of_kind(m, Name) if id(x) not in within}
            made.setdefault(left.base, set()).update(inner - {left.base})
    for _ in made:
        for found in made.values():
            found.update(*(made.get(x, ()) for x in tuple(found)))
    return made


def _with_those_computed(located: Sequence[Located], chains: Sequence[Chain], lefts: Sequence[Name]) -> list[Located]:
    """The formulas with derivatives by what is computed, and by what stands on a left side behind a d."""
    loss = only_loss(chains)
    letters = {x.base for x in lefts} | set(made_of(chains))
    if loss is None or loss.base in {x.base for x in lefts}:
        return list(located)
    return with_derivatives(located, loss, letters - {loss.base, "d"})


def with_derivatives(located: Sequence[Located], loss: Name, letters: Collection[str]) -> list[Located]:
    """The formulas with derivatives of a loss by names of these letters in the place of those with a d."""
    return _with_changes(located, letters, lambda x: _derivative(x, loss))


def with_own_names(located: Sequence[Located], letters: Collection[str]) -> list[Located]:
    """The formulas with those of these letters as names of their own."""
    return _with_changes(located, letters, _own)


def _with_changes(located: Sequence[Located], letters: Collection[str], meant: Callable[[Name], Node]) -> list[Located]:
    def named(x: Any) -> Node | None:
        return meant(x) if isinstance(x, Name) and x.accents[:1] == (CHANGE,) else None

    def change(x: Any) -> Node | None:
        found = fused(x, SIGNS, lambda name: name.base in letters)
        return None if found is None or found == x else rebuilt(found, named)

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_own_names(located: Sequence[Located], chains: Sequence[Chain]) -> list[Located]:
    r"""The formulas with names for changes of what stands nowhere else, `d\hat{x}'_i` without a `\hat{x}'`."""
    every = [x for c in chains for x in t.of_kind(rebuilt(c, lambda y: fused(y, SIGNS)), Name)]
    known = {(x.base, x.accents, x.primes) for x in every if x.accents[:1] != (CHANGE,)}
    changed_ = {(x.base, x.accents[1:], x.primes) for x in every if x.accents[:1] == (CHANGE,)}
    if changed_ <= known:
        return list(located)

    def named(x: Any) -> Node | None:
        told = not isinstance(x, Name) or x.accents[:1] != (CHANGE,)
        return None if told or (x.base, x.accents[1:], x.primes) in known else _own(x)

    def change(x: Any) -> Node | None:
        found = fused(x, SIGNS)
        new = rebuilt(found, named) if found is not None else None
        return None if new == found or any(y.accents[:1] == (CHANGE,) for y in t.of_kind(new, Name)) else new

    return with_statements(located, lambda s: rebuilt(s, change))


def values_of(chains: Sequence[Chain]) -> set[str]:
    """The letters of what stands somewhere as a value, and in no script."""
    within = {id(x) for c in chains for s in t.of_kind(c, t.Script) for e in s.entries for x in t.of_kind(e, Name)}
    names = [x for c in chains for x in t.of_kind(rebuilt(c, lambda y: fused(y, SIGNS)), Name)]
    return {x.base for x in names if id(x) not in within and x.accents[:1] != (CHANGE,)}


def _is_gradient(c: Chain) -> bool:
    r"""Is it `dz = a - y`, with no d on the right?"""
    name = changed(c.members[0], SIGNS) if c.relations[0] in DEFINING else None
    return isinstance(name, Name) and not any(_holds_change(m) for m in c.members[1:])


def _holds_change(x: Node) -> bool:
    return next(changes(rebuilt(x, lambda y: fused(y, SIGNS))), None) is not None


def _says_so(c: Chain) -> bool:
    r"""Is it `dh = \frac{\partial E}{\partial h}`? Then the page says itself what such names are."""
    name = changed(c.members[0], SIGNS)
    return isinstance(name, Name) and any(isinstance(m, t.Derivative) for m in c.members[1:])


def has_plain_d(chains: Sequence[Chain]) -> bool:
    """Does a d stand for itself: as an index, a size, or a value?"""
    names = [x for c in chains for x in t.of_kind(rebuilt(c, lambda y: fused(y, SIGNS)), Name)]
    return any(x.base == "d" and x.accents[:1] != (CHANGE,) for x in names)


def _is_length(chains: Sequence[Chain]) -> bool:
    r"""Does a d stand for nothing but a length, in `\mathbb{R}^d` and above a sum?

    Then it is no factor of a left side, `d\mathbf{w} = ..`.
    """
    spaces = [s for c in chains for x in t.of_kind(c, Name) if x.font == "mathbb" for s in x.scripts]
    ends = [x.above for c in chains for x in t.of_kind(c, t.BigSum) if x.above is not None]
    listed = [x for c in chains for x in t.of_kind(c, t.Listing)]
    lengths = {id(x) for y in (*spaces, *ends, *listed) for x in t.of_kind(y, Name)}
    signs = {
        id(f.body)
        for c in chains
        for x in t.of_kind(c, t.Product)
        for f, g in zip(x.factors, x.factors[1:], strict=False)
        if isinstance(g.body, Name) and not g.operator
    }
    plain = [x for c in chains for x in t.of_kind(c, Name) if x.base == "d" and x.accents[:1] != (CHANGE,)]
    return all(id(x) in lengths or id(x) in signs for x in plain)


def losses_of(chains: Sequence[Chain]) -> list[Name]:
    """The losses that equations define."""
    return list(dict.fromkeys(x for c in chains if (x := loss_of(c)) is not None))


def only_loss(chains: Sequence[Chain]) -> Name | None:
    """The one loss that a page defines, if it is no mean over examples."""
    losses = losses_of(chains)
    defined = [c for c in chains if loss_of(c) is not None]
    return losses[0] if len(losses) == 1 and not any(map(_is_mean, defined)) else None


def loss_of(c: Chain) -> Name | None:
    r"""The loss that an equation defines, the L of `L(a, y) = ..`."""
    left = c.members[0]
    if isinstance(left, t.Product) and len(left.factors) == 2 and left.factors[1].joined:
        left = left.factors[0].body
    drawn = isinstance(left, Name) and (left.base in OBJECTIVES or left.font in ("mathcal", "mathscr"))
    return bare(left) if drawn and isinstance(left, Name) and c.relations[0] in DEFINING else None


def bare(x: Name) -> Name:
    return Name(x.base, x.accents, x.font)


def _is_mean(c: Chain) -> bool:
    r"""Does it add up over examples, `\frac{1}{m} \sum_i ..`?"""
    return any(_is_share(x) for m in c.members[1:] for x in t.of_kind(m, t.Fraction)) and bool(t.of_kind(c, t.BigSum))


def _is_share(x: t.Fraction) -> bool:
    return isinstance(x.numerator, t.Number) and not isinstance(x.denominator, t.Number)


def _parted(x: Name) -> tuple[Name, tuple[t.Script, ...]]:
    """The name without its d, and the transposition that stands on it."""
    marks = tuple(s for s in x.scripts if s.above and not s.bracket and s.entries and all(map(is_mark, s.entries)))
    return replace(x, accents=x.accents[1:], scripts=tuple(s for s in x.scripts if s not in marks)), marks


def _derivative(x: Name, loss: Name) -> Node:
    by, marks = _parted(x)
    found: Node = t.Derivative(replace(loss, span=x.span), (t.Wrt(by),), span=x.span)
    return t.Scripted(t.Group("(", (found,), ")", (), x.span), marks, 0, x.span) if marks else found


def _own(x: Name) -> Name:
    """The name as one of its own."""
    return replace(x, accents=(OWN, *x.accents[1:]))
