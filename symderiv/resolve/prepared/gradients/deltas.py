r"""A sign before a name for the derivative by it: `\delta h^t = \partial E / \partial h^t` explains `\delta o^t`, too.

So does `dy_i = \partial L / \partial y_i` for `dx_i`. Where a page says so of one name, and nothing else of another,
the sign means the same before every name. Beside a mean over examples, though, a d before what carries the number of
one (`dz^{(i)} = a^{(i)} - y^{(i)}` beside `dw = \partial J/\partial w`) is mostly the gradient of its own loss: such a
name is what the page says it is. A nabla does so, `\nabla a_{ij} = \partial C/\partial a_{ij}`, before what
the page differentiates by, or makes others of and does not define: before a function it is the gradient of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex.tree import (
    BigSum,
    Chain,
    Derivative,
    Factor,
    Fraction,
    Group,
    Nabla,
    Name,
    Node,
    Product,
    Statement,
    Wrt,
    of_kind,
)
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, OBJECTIVES
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS
from ...spelled.shape import Stem, is_mark, letter_of, stem_of
from .gradients_by_d import divided_by, is_mean, loss_of, named_once, with_own_names

NABLA = r"\nabla"
SIGNS = {r"\delta": ("",), "d": ("", "mathrm"), NABLA: ()}
"""The signs, with the fonts in which they are set as names."""


def _may_sign(s: Statement) -> bool:
    return any(signed(s.chain.members[0], sign) is not None for sign in SIGNS)


@where(_may_sign)
def with_deltas_written_out(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with derivatives for such signs."""
    found = list(located)
    for sign in SIGNS:
        found = _written_out(found, sign)
    return found


def _written_out(located: list[Located], sign: str) -> list[Located]:
    chains = [s.chain for f in read_of(located) for s in f.statements]
    told = {of for c in chains if (name := signed(c.members[0], sign)) is not None for of in _explained(name, c)}
    (of,) = told if len(told) == 1 else (None,)
    if sign == "d" and of is not None and (letters := _of_one_example(chains, of)):
        located = named_once(with_own_names(located, letters))
    return located if of is None else with_sign_meant(located, sign, of)


def _of_one_example(chains: Sequence[Chain], of: Node) -> set[str]:
    """The letters behind a d that equations define for each example of a mean, and do not explain."""
    means = [c for c in chains if is_mean(c) and loss_of(c) == of]
    sums = [x for c in means for x in of_kind(c, BigSum) if x.above is None or x.above in _shares(c)]
    numbers = {y for x in sums for y in letters_under(x)}
    lefts = [(name, c) for c in chains if numbers and (name := signed(c.members[0], "d")) is not None]
    explained = {stem_of(name) for name, c in lefts if any(True for _ in _explained(name, c))}
    names = [x for x, c in lefts if c.relations and stem_of(x) not in explained]
    return {x.base for x in names if numbers & {letter_of(e) for s in x.scripts for e in s.entries}}


def _shares(c: Chain) -> set[Node]:
    r"""Of how many something is a share: the m of `1/m`, `\frac{1}{2m}`."""
    below = [*(x.denominator for x in of_kind(c, Fraction)), *(x.body for x in divided_by(c))]
    return {*below, *(name for x in below for name in of_kind(x, Name))}


def with_sign_meant(located: list[Located], sign: str, of: Node) -> list[Located]:
    """The formulas with derivatives of `of` in the place of the sign and a name, unless the sign is a value, too."""
    chains = [s.chain for f in read_of(located) for s in f.statements]
    alone = [c for c in chains if any(_is_sign(m, sign) for m in c.members)]
    if any(c.relations for c in alone) or (alone and not _is_only_sign(chains, sign)):
        return located

    if sign == NABLA:
        return _with_nablas_meant(located, chains, of)
    lefts = {m.base for c in chains if isinstance(m := c.members[0], Name)}
    named = {base for base in lefts if any(_explains(base, c, sign) for c in chains)}

    def change(x: Any) -> Node | None:
        if isinstance(x, Name) and x.base not in named and (name := _within(x, sign)) is not None:
            return Derivative(of, (Wrt(name),), span=x.span)
        if not isinstance(x, Product) or not any(_is_sign(f.body, sign) for f in x.factors):
            return None
        factors = _merged(x.factors, of, sign)
        if len(factors) == len(x.factors):
            return None
        factors = tuple(Factor(f.operator, rebuilt(f.body, change), f.joined) for f in factors)
        return factors[0].body if len(factors) == 1 else Product(factors, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_nablas_meant(located: list[Located], chains: Sequence[Chain], of: Node) -> list[Located]:
    """The same for a nabla, before what the page differentiates by, and what it does not define."""
    tops = {stem_of(x) for x in of_kind(of, Name)}
    meant = {stem_of(x) for c in chains for w in of_kind(c, Wrt) for x in of_kind(w, Name)} - tops
    meant |= _used_only(chains, tops)

    def change(x: Any) -> Node | None:
        name = signed(x, NABLA) if isinstance(x, Nabla) else None
        return None if name is None or stem_of(name) not in meant else Derivative(of, (Wrt(name),), span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _used_only(chains: Sequence[Chain], tops: set[Stem]) -> set[Stem]:
    """What the page makes others of and does not define; what only an objective is made of may be a function."""
    equations = [c for c in chains if c.relations and c.relations[0] in EQUALITIES]
    lefts = [(stem_of(x), c) for c in equations if isinstance(x := c.members[0], Name)]
    outer = {x for x, _ in lefts if x in tops or x[0] in OBJECTIVES}
    made = [c for x, c in lefts if x not in outer and not of_kind(c, Nabla) and not of_kind(c, Derivative)]
    used = {stem_of(x) for c in made for m in c.members[1:] for x in of_kind(m, Name)}
    return {x for x in used - tops - {x for x, _ in lefts} if x[0] not in FUNCTION_LETTERS}


def _is_only_sign(chains: Sequence[Chain], sign: str) -> bool:
    """Does what a sentence names by itself stand nowhere but before names, in lines that begin with such a name?"""
    for c in (c for c in chains if c.relations):
        signs = [x for x in of_kind(c, Name) if _is_sign(x, sign)]
        before = [f.body for p in of_kind(c, Product) for f, g in pairwise(p.factors) if isinstance(g.body, Name)]
        led = signed(c.members[0], sign) is not None
        if signs and not (led and all(any(x is y for y in before) for x in signs)):
            return False
    return True


def _merged(factors: Sequence[Factor], of: Node, sign: str) -> tuple[Factor, ...]:
    found: list[Factor] = []
    at = 0
    while at < len(factors):
        one, two = factors[at], factors[at + 1] if at + 1 < len(factors) else None
        if _is_sign(one.body, sign) and two is not None and isinstance(two.body, Name) and not two.operator:
            span = (one.body.span[0], two.body.span[1])
            found.append(Factor(one.operator, Derivative(of, (Wrt(two.body),), span=span)))
            at += 2
        else:
            # nothing is applied to a derivative: `\delta a^t (x^t)^T` is a product
            joined = one.joined and not isinstance(found[-1].body, Derivative)
            found.append(Factor(one.operator, one.body, joined))
            at += 1
    return tuple(found)


def _is_sign(x: Node, sign: str) -> bool:
    """Whether it is the sign alone; where it is the whole of a member, it is a name."""
    plain = isinstance(x, Name) and x.base == sign and not (x.scripts or x.accents or x.primes)
    return plain and isinstance(x, Name) and x.font in SIGNS[sign]


def _within(x: Name, sign: str) -> Name | None:
    """The y of the one name `dy_i`."""
    if len(x.base) != 2 or x.base[0] != sign or x.accents or x.font not in SIGNS[sign] or x.primes:
        return None
    return replace(x, base=x.base[1:], font="")


def signed(x: Node, sign: str) -> Name | None:
    r"""The name of `\delta h^t`."""
    if isinstance(x, Name):
        return _within(x, sign)
    if sign == NABLA:
        return _under_nabla(x)
    if not isinstance(x, Product) or len(x.factors) != 2 or x.factors[1].operator or x.factors[1].joined:
        return None
    name = x.factors[1].body
    return name if _is_sign(x.factors[0].body, sign) and isinstance(name, Name) else None


def _under_nabla(x: Node) -> Name | None:
    """The name behind a nabla that has nothing below it; none that is transposed."""
    if not isinstance(x, Nabla) or x.by is not None or x.order != 1 or not isinstance(x.of, Name):
        return None
    return None if any(is_mark(e) for s in x.of.scripts if s.above for e in s.entries) else x.of


def explained_by_equations(chains: Sequence[Chain], sign: str) -> dict[Stem, Node | None]:
    """What equations explain the sign by: what is differentiated, for each name that they explain it before."""
    found = (
        (name, of) for c in chains if (name := signed(c.members[0], sign)) is not None for of in _explained(name, c)
    )
    return {stem_of(name): of for name, of in found}


def _explains(base: str, chain: Chain, sign: str) -> bool:
    """Does an equation explain such a name in one piece? Then it is one, and stands for the derivative anyway."""
    left = chain.members[0]
    name = signed(left, sign) if isinstance(left, Name) and left.base == base else None
    return name is not None and any(True for _ in _explained(name, chain))


def _explained(name: Name, chain: Chain) -> Iterator[Node | None]:
    """What is differentiated by the name, where the next member is a derivative; None if it is one by another name."""
    right = chain.members[1] if len(chain.members) > 1 and chain.relations[0] in ("=", ":=", r"\equiv") else None
    if isinstance(right, Group) and len(right.items) == 1 and right.close:
        right = right.items[0]  # `\delta h_t = (\partial E/\partial h_t)`
    if isinstance(right, Derivative) and right.of is not None and right.order == 1 and not right.direct:
        yield right.of if right.wrt == (Wrt(name),) else None
