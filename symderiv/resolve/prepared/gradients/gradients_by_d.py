r"""Gradients named by a d before what they are taken by: `dz^{[2]} = a^{[2]} - y`, `dW^{[2]} = dz^{[2]} a^{[1]T}`.

Code calls them so (`dW`), and pages about it do too. A line `dz = ..` without a d on its right shows it: it is no
equation of differentials, which is linear in what changes. So do lines that lead from what is computed later to what is
computed before (`flow_of_changes`). What is differentiated is the one loss that the page defines. Where it has several,
or a mean over examples, such a name may stand for the gradient of another one: then it is a name of its own, of which
nothing is judged; so it is where the page says itself what some of them are, `dy_i = \frac{\partial L}{\partial y_i}`,
and nothing is called so without the d. So it may be where a page only defines one, by `:=`. A d that is the length of
something (`x \in \mathbb{R}^d`) stands in no such name. What words say of such names is read before
(`gradients_by_d_told`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.tree import Chain, Name, Node
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, OBJECTIVES
from ....pattern import lazily
from ...asked import where
from ...located import Located, chains_of, with_statements
from ...shapes.differentials import CHANGE, changed, changes, fused
from ...spelled.shape import is_mark
from .flow_of_changes import flows_back, flows_on, leads_back, made_of
from .runs_by_d import has_runs, is_size, with_runs_parted, with_signs

DEFINING = frozenset(["=", ":="])
IN_WORDS = lazily(
    r"\b(?:define|let|set|introduce|denote|abbreviate|(?:wir )?definieren?|sei|setze|soit|posons|sea)\s*\Z"
    r"|(?:定义|定義|令|设|設)\s*\Z",
    re.I,
)
"""Words right before an equation by which it only defines."""
SIGNS = {"d"}
OWN = "operatorname{d}"
"""The accent of a name that is no derivative of the loss of the page."""
UNTOLD = "which loss this is the gradient of is not told"


def _names_gradient(s: t.Statement) -> bool:
    left = s.chain.members[0]
    defining = bool(s.chain.relations) and s.chain.relations[0] in DEFINING
    run = isinstance(left, Name) and left.base[0] == "d" and len(left.base) > 1
    return defining and (run or isinstance(changed(left, SIGNS), Name))


@where(_names_gradient)
def with_gradients_named_by_d(located: Sequence[Located]) -> list[Located]:
    """The formulas with derivatives in the place of such names."""
    parted = with_runs_parted(located)
    chains = chains_of(parted)
    size, plain = is_size(chains, ()), has_plain_d(chains)
    signs = set[str]() if size and plain else SIGNS
    lefts = _changed_lefts(chains, signs)
    multiplied = bool(signs) and plain
    shown = _shows_gradients(located, chains, signs)
    if not lefts or not shown or (multiplied and not _is_length(chains)):
        if (size or has_runs(located)) and flows_on(chains, signs):
            return with_signs(parted)
        return _left_open(located, chains) if not signs else list(located)
    if any(map(_says_so, chains)):
        return _with_own_names(located, chains_of(located)) if signs else list(located)
    values = values_of(chains)
    if not any(x.base in values for x in lefts):
        return list(located)
    losses = _last_losses(_losses(chains), lefts, chains)
    if any(x in losses for x in map(bare, lefts)):
        return list(located)
    defined = [c for c in chains if loss_of(c) is not None]
    is_open = multiplied or any(map(is_mean, defined)) or _are_defined(parted, signs)
    loss = losses[0] if len(losses) == 1 and not is_open else None

    def named(x: Any) -> Node | None:
        if not isinstance(x, Name) or x.accents[:1] != (CHANGE,):
            return None
        if x.base not in values:
            return _own(x)  # a step `dt`
        return _own(x) if loss is None else with_marks_kept(x, loss)

    found = with_statements(parted, lambda s: rebuilt(rebuilt(s, lambda x: fused(x, signs)), named))
    return found if loss is not None else named_once(found)


def _changed_lefts(chains: Sequence[Chain], signs: set[str]) -> list[Name]:
    """The names behind a d that equations define."""
    defining = (c for c in chains if c.relations[0] in DEFINING)
    return [x for c in defining if isinstance(x := changed(c.members[0], signs), Name)]


def _left_open(located: Sequence[Located], chains: Sequence[Chain]) -> list[Located]:
    """The formulas with names of their own for `dz`, where d is a length that stands as a value, too: such a name may
    be a gradient or a product."""
    values = values_of(chains)
    if not any(x.base in values for x in _changed_lefts(chains, SIGNS)) or not any(map(_is_gradient, chains)):
        return list(located)

    def named(x: Any) -> Node | None:
        return _own(x) if isinstance(x, Name) and x.accents[:1] == (CHANGE,) else None

    return with_statements(located, lambda s: rebuilt(rebuilt(s, lambda x: fused(x, SIGNS)), named))


def named_once(located: Sequence[Located]) -> list[Located]:
    """The formulas in which no second line says what such a name of its own is: which loss it is of is not told."""
    seen: set[Node] = set()

    def first(s: t.Statement) -> t.Statement:
        left = s.chain.members[0]
        if not s.chain.relations or not isinstance(left, Name) or left.accents[:1] != (OWN,):
            return s
        if left not in seen:
            seen.add(left)
            return s
        unsure = t.Misfit(UNTOLD, r"write `\frac{\partial L}{\partial W}`", span=left.span)
        return replace(s, chain=replace(s.chain, members=(unsure, *s.chain.members[1:])))

    return with_statements(located, first)


def _shows_gradients(located: Sequence[Located], chains: Sequence[Chain], signs: set[str]) -> bool:
    """Do lines show that such names are gradients? Where a d is a size, `d Y = X` may be a product, `\\mathbf{dY} = X`
    not."""
    lefts = [c.members[0] for c in chains_of(located)]
    sure = (c for c, x in zip(chains, lefts, strict=True) if signs or (isinstance(x, Name) and x.font))
    return any(map(_is_gradient, sure)) or flows_back(chains, signs)


def with_derivatives(located: Sequence[Located], loss: Name, letters: Collection[str]) -> list[Located]:
    """The formulas with derivatives of a loss by names of these letters in the place of those with a d."""
    return _with_changes(located, letters, lambda x: with_marks_kept(x, loss))


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


def _are_defined(located: Sequence[Located], signs: set[str]) -> bool:
    r"""Does a page only define such a name, `(du)_k := 2 u_k`, and lead from none of them to that of what is computed
    before? It may be any name then."""
    defined = [c for d, f in located if isinstance(f, t.Formula) for c in _defining(d, f)]
    named = any(isinstance(changed(c.members[0], signs), Name) for c in defined)
    return named and not leads_back(chains_of(located), signs)


def _defining(display: Display, f: t.Formula) -> Iterator[Chain]:
    """The chains of a formula that only define, by their sign or by the words before it."""
    chains = [s.chain for s in f.statements if s.chain.relations]
    told = IN_WORDS.search(display.before) is not None
    yield from (c for n, c in enumerate(chains) if c.relations[0] == ":=" or (told and n == 0))


def _holds_change(x: Node) -> bool:
    return next(changes(rebuilt(x, lambda y: fused(y, SIGNS))), None) is not None


def _says_so(c: Chain) -> bool:
    r"""Is it `dh = \frac{\partial E}{\partial h}`, or a multiple of it? Then it says itself what such names are."""
    name = changed(c.members[0], SIGNS)
    if not isinstance(name, Name):
        return False
    by_it = (x for m in c.members[1:] for x in t.of_kind(m, t.Derivative) if x.wrt == (t.Wrt(name),))
    return any(isinstance(m, t.Derivative) for m in c.members[1:]) or any(True for _ in by_it)


def _is_length(chains: Sequence[Chain]) -> bool:
    r"""Is d the length of something, `x \in \mathbb{R}^d`? Then `dz` may be either, and nothing of it is judged."""
    spaces = [c.members[-1] for c in chains if r"\in" in c.relations]
    return any(x.base == "d" for m in spaces for x in t.of_kind(m, Name))


def has_plain_d(chains: Sequence[Chain]) -> bool:
    """Does a d stand for itself: as an index, or a value? As the length of something it stands in spaces alone."""
    fused_ = [rebuilt(c, lambda y: fused(y, SIGNS)) for c in chains if r"\in" not in c.relations]
    names = [x for c in fused_ for x in t.of_kind(c, Name)]
    return any(x.base == "d" and x.accents[:1] != (CHANGE,) for x in names)


def _losses(chains: Sequence[Chain]) -> list[Name]:
    """The losses that equations define."""
    return list(dict.fromkeys(x for c in chains if (x := loss_of(c)) is not None))


def only_loss(chains: Sequence[Chain]) -> Name | None:
    """The one loss that a page defines, if it is no mean over examples."""
    losses = _losses(chains)
    return losses[0] if len(losses) == 1 and not any(is_mean(c) for c in chains if loss_of(c) is not None) else None


def _last_losses(losses: list[Name], lefts: Sequence[Name], chains: Sequence[Chain]) -> list[Name]:
    """Those but for what has a gradient of its own and goes into another, the Q of `Q = X W`: an array on the way."""
    made, taken = made_of(chains), set(map(bare, lefts))
    return [x for x in losses if x not in taken or not any(x.base in made[y.base] for y in losses if y != x)]


def loss_of(c: Chain) -> Name | None:
    r"""The loss that an equation defines, the L of `L(a, y) = ..`."""
    left = c.members[0]
    if isinstance(left, t.Product) and len(left.factors) == 2 and left.factors[1].joined:
        left = left.factors[0].body
    value = isinstance(left, Name) and left.accents[:1] != (CHANGE,) and left.font not in BOLD_FONTS
    drawn = value and isinstance(left, Name) and (left.base in OBJECTIVES or left.font in ("mathcal", "mathscr"))
    return bare(left) if drawn and isinstance(left, Name) and c.relations[0] in DEFINING else None


def bare(x: Name) -> Name:
    return Name(x.base, x.accents, x.font)


def is_mean(c: Chain) -> bool:
    r"""Does it add up over examples, `\frac{1}{m} \sum_i ..`, `\frac{1}{m} \|..\|^2`?"""
    added = t.of_kind(c, t.BigSum) or any(x.open == r"\|" for x in t.of_kind(c, t.Group))
    shares = (x for m in c.members[1:] for found in (t.of_kind(m, t.Fraction), divided_by(m)) for x in found)
    return bool(added) and any(map(_is_share, shares))


def divided_by(x: Node | Chain) -> tuple[t.Factor, ...]:
    """What follows a slash, the m of `(1/m) \\sum_i ..`."""
    return tuple(f for product in t.of_kind(x, t.Product) for f in product.factors if f.operator == "/")


def _is_share(x: t.Tree) -> bool:
    if isinstance(x, t.Factor):
        return not isinstance(x.body, t.Number)
    if not isinstance(x, t.Fraction) or isinstance(x.denominator, t.Number):
        return False
    return isinstance(x.numerator, (t.Number, t.BigSum))


def _parted(x: Name) -> tuple[Name, tuple[t.Script, ...]]:
    """The name without its d, and the transposition that stands on it."""
    marks = tuple(s for s in x.scripts if s.above and not s.bracket and s.entries and all(map(is_mark, s.entries)))
    return replace(x, accents=x.accents[1:], scripts=tuple(s for s in x.scripts if s not in marks)), marks


def with_marks_kept(x: Name, loss: Name) -> Node:
    """The derivative that a name with an accent stands for; a transposition of the name is one of the derivative."""
    by, marks = _parted(x)
    found: Node = t.Derivative(replace(loss, span=x.span), (t.Wrt(by),), span=x.span)
    return t.Scripted(t.Group("(", (found,), ")", (), x.span), marks, 0, x.span) if marks else found


def _own(x: Name) -> Name:
    """The name as one of its own."""
    return replace(x, accents=(OWN, *x.accents[1:]))
