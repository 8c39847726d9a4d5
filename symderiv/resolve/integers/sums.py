r"""Sum and product signs as typed: `\sum_{i=1}^{I}`, `\sum_{i,j}`, `\sum_{j=1, j \ne i}^{N}`, `\sum_{i<j}`, `\sum_k`.

A sum over several letters is nested; conditions stand at the innermost. A letter without bounds keeps none: its range
is inferred when the network is completed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Protocol

from ...affine import Affine, Sym
from ...domain.constraint import Constraint
from ...errors import ReadError
from ...expr import Apply, Expr, Mul, Sum, add, free, mul
from ...functions import FACTOR, PRODUCT
from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...system import Span
from ..meaning import signature
from ..spelled.names import Names
from ..spelled.shape import letter_of, letters_in, shape_of
from .conditions import COMPARISONS
from .distances import Where, holds_distance
from .steps import Reader as Comparing
from .steps import is_about_values, step_of
from .unequal import adds_up_given, is_for_given, loose_letters


class Reader(Comparing, Protocol):
    """What reading a sum needs of its reader."""

    names: Names
    left: frozenset[Sym]
    loose: frozenset[str]
    beside: frozenset[str]

    def expr(self, x: Node, bound: frozenset[str] = frozenset()) -> Expr: ...
    def bounds(self, x: Node, function: str) -> tuple[Affine, ...]: ...
    def conditions(self, chain: Chain) -> tuple[tuple[Span, ...], Where]: ...
    def choices(self, chain: Chain) -> tuple[tuple[tuple[Span, ...], Where], ...]: ...
    def source(self, x: Node) -> str: ...
    def error(self, cause: str, node: object, hint: str = "") -> ReadError: ...
    def ambiguous(self, cause: str, node: object, hint: str) -> ReadError: ...


@dataclass(slots=True)
class _Below:
    """What stands under a sum sign: letters with bounds, in order, other conditions; is it bounded above (`ended`)?

    Of each of the `choices` one holds at a time.
    """

    bounds: dict[str, tuple[tuple[Affine, ...], tuple[Affine, ...]]] = field(default_factory=dict)
    where: list[Constraint] = field(default_factory=list)
    choices: list[list[Where]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    ended: bool = False


def read_product(r: Reader, x: t.BigSum, bound: frozenset[str]) -> Expr:
    r"""`\prod` with its bounds.

    Where it ends makes a difference, other than for a sum: how often is `q` multiplied in `\prod_i p_i q`? So what it
    multiplies must end with a factor that has one of its letters. Another product sign without them stands behind it.
    """
    apart = _without_next(x)
    if apart is not None:
        first, second = apart
        return mul(read_product(r, first, bound), r.expr(second, bound))
    summed = read_sum(r, x, bound, lambda e: Apply(FACTOR, (e,)))
    if not _ends_with_its_letter(x.body, summed):
        last = r.source(x.body.factors[-1].body) if isinstance(x.body, t.Product) else r.source(x.body)
        raise r.ambiguous(
            f"is `{last}` a part of what is multiplied, or does it stand behind the product?",
            x,
            rf"write `\prod_{{i}} (..)` around what is multiplied, or put `{last}` in front of `\prod`",
        )
    return Apply(PRODUCT, (summed,))


def _without_next(x: t.BigSum) -> tuple[t.BigSum, Node] | None:
    r"""`\prod_j a_j` and `\prod_i b_i` where one stands right behind the other and has none of its letters."""
    if not isinstance(x.body, t.Product) or not isinstance(last := x.body.factors[-1].body, t.BigSum):
        return None
    letters = _letters_below(x)
    own = {y for z in t.of_kind(last, t.BigSum) for y in _letters_below(z)}
    alone = {n.base for n in t.of_kind(last, t.Name)} - own
    kept = x.body.factors[:-1]
    body = kept[0].body if len(kept) == 1 else replace(x.body, factors=kept)
    plain = last.operator == r"\prod" and x.body.factors[-1].operator in ("", r"\cdot", r"\times")
    if (
        not plain
        or None in letters
        or letters & (alone | {*loose_letters(last)})
        or not letters & {*loose_letters(body)}
    ):
        return None
    return replace(x, body=body), last


def _letters_below(x: t.BigSum) -> set[str | None]:
    return {letter_of(c.members[0] if isinstance(c, Chain) else c) for c in x.below}


def _ends_with_its_letter(body: Node, summed: Expr) -> bool:
    letters: set[Sym] = set()
    e = summed
    while isinstance(e, Sum):
        letters.add(e.letter)
        e = e.body
    if not isinstance(body, t.Product):
        return True
    last = body.factors[-1]
    if last.operator == "/" or isinstance(last.body, t.Number):
        return bool({s.name for s in letters} & set(loose_letters(last.body)))
    assert isinstance(e, Apply)
    whole = e.args[0]
    return bool(letters & free(whole.factors[-1] if isinstance(whole, Mul) else whole))


def read_sum(
    r: Reader,
    x: t.BigSum,
    bound: frozenset[str],
    of: Callable[[Expr], Expr] = lambda e: e,
    body_of: Callable[[frozenset[str]], Expr] | None = None,
) -> Expr:
    """The sum with its bounds; `bound` are the letters bound around it, `of` is what is summed of its body.

    `body_of` gives the body where it is not the reader's to read, from the letters that are bound in it.
    """
    below = _Below()
    others: list[Chain] = []
    for item in x.below:
        if not isinstance(item, Chain):
            for letter in _letters(r, item):
                below.bounds[letter] = ((), ())
                below.waiting.append(letter)
        elif _compares(r, item, below, bound) or not _bounds(r, x, item, below):
            others.append(item)
    if not x.below:
        raise r.error(f"a {_named(x)} without a letter", x, _ranged(x))
    if any(isinstance(c, Chain) and c.relations.count(r"\ne") > 1 for c in x.below):
        raise r.ambiguous("are all of these different, or each from the next?", x, r"write `i \ne j, j \ne k, i \ne k`")
    if below.waiting and x.above is not None:
        letter = below.waiting[0]
        raise r.ambiguous(
            f"where does the {_named(x)} over `{letter}` begin?",
            x,
            f"write `{x.operator}_{{{letter}=1}}` or `{x.operator}_{{{letter}=0}}`",
        )
    plain = bool(below.bounds) and x.operator == r"\sum"
    about = (c for c in others if plain and (_is_product_compared(c) or _is_computed_compared(r, c)))
    steps = [c for c in about if is_about_values(r, c, bound)]
    for chain in (c for c in others if c not in steps):
        _condition(r, chain, below, bound, x)
    if not below.bounds or (x.above is not None and not below.ended):
        # nothing here may be left out: neither what is summed over nor where it ends
        raise r.error("a sum runs over letters", x, _ranged(x))
    if any(_runs_down(*ends) for ends in below.bounds.values()):
        cause = f"this {_named(x)} runs downwards, or is over nothing"
        raise r.ambiguous(cause, x, "write the smaller end below the sign")
    letters = frozenset(below.bounds)
    inner = r.expr(x.body, bound | letters) if body_of is None else body_of(bound | letters)
    body = mul(*(step_of(r, c, bound | letters) for c in steps), of(inner))
    cases = [tuple(c for where in chosen for c in where) for chosen in product(*below.choices)]
    return add(*(_summed(below, body, (*below.where, *case)) for case in cases))


def _runs_down(lowers: tuple[Affine, ...], uppers: tuple[Affine, ...]) -> bool:
    r"""Does it go from a letter to 1 or 0, `\sum_{t=T}^1`, or from a number to one that is smaller by 2?"""
    if len(lowers) != 1 or len(uppers) != 1 or not uppers[0].is_constant:
        return False
    low, up = lowers[0], uppers[0]
    if low.is_constant:
        return low.const > up.const + 1
    return up.const in (0, 1) and all(a > 0 for _, a in low.terms)


def _summed(below: _Below, body: Expr, where: Where) -> Expr:
    """The sum of a body under conditions."""
    for letter in reversed(below.bounds):
        lowers, uppers = below.bounds[letter]
        body = Sum(Sym(letter), lowers, uppers, body, where)
        where = ()
    return body


def _is_product_compared(chain: Chain) -> bool:
    r"""Is it `\sum_{n : t_n y_n < 1}`, a product or a sum of such, which asks no integer?"""
    return any(isinstance(m, (t.Product, t.BigSum)) for m in chain.members) and all(
        x in COMPARISONS for x in chain.relations
    )


def _is_computed_compared(r: Reader, chain: Chain) -> bool:
    r"""Is it `\sum_{i : z_i \le \eta}` of a z that the page computes, which is no integer?"""
    names = (shape_of(m) for m in chain.members if isinstance(m, t.Name) and m.scripts)
    computed = any(s is not None and signature(s) in r.meaning.lefts for s in names)
    return computed and all(x in COMPARISONS for x in chain.relations)


def _named(x: t.BigSum) -> str:
    return "sum" if x.operator == r"\sum" else "product"


def _ranged(x: t.BigSum) -> str:
    return f"write `{x.operator}_{{i=1}}^{{n}}`"


def _letters(r: Reader, item: Node) -> list[str]:
    """The letters of `\\sum_{i,j}` or `\\sum_{ij}`."""
    parts: tuple[Node, ...] = (item,)
    if isinstance(item, t.Product):
        parts = tuple(f.body for f in item.factors)
    elif isinstance(item, t.Listing):
        parts = item.items
    found = [letter_of(p) for p in parts]
    if any(letter is None for letter in found):
        raise r.error("a sum runs over letters", item, r"write `\sum_{i=1}^{n}`")
    return [letter for letter in found if letter is not None]


def _compares(r: Reader, chain: Chain, below: _Below, bound: frozenset[str]) -> bool:
    r"""Is it a letter from outside that equals something of the sum's own letter, `\sum_{p=1, j = 2p}` about `a_j`?"""
    letter = letter_of(chain.members[0])
    outside = bound | {s.name for s in r.left} | r.beside
    own = below.bounds.keys() & set(letters_in(chain)) - {letter}
    return chain.relations == ("=",) and letter in outside and letter not in below.bounds and bool(own)


def _bounds(r: Reader, x: t.BigSum, chain: Chain, below: _Below) -> bool:
    """Take an item that states the bounds of letters; False if it is another condition."""
    if holds_distance(chain):
        return False
    first = chain.members[0]
    names = [letter_of(m) for m in t.listed(first)]
    again = any(n in below.bounds and n not in below.waiting for n in names if n is not None)
    if again and chain.relations == ("=",):
        return False  # `\\sum_{i=1, i = j}`: a letter that has its bounds is compared
    if chain.relations == ("=",) and all(names) and not isinstance(chain.members[1], t.Listing):
        if x.above is None:
            return _equal(r, chain, x)
        lowers, uppers = r.bounds(chain.members[1], "max"), r.bounds(x.above, "min")
        for letter in (*below.waiting, *(n for n in names if n)):
            below.bounds[letter] = (lowers, uppers)
        below.waiting.clear()
        below.ended = True
        return True
    if len(chain.members) < 3 and (chain.relations[0] in COMPARISONS or chain.relations[0] == r"\ne"):
        return False
    spans, where = r.conditions(chain)
    for s in spans:
        below.bounds[s.letter.name] = ((s.lower,), (s.upper,))
    return bool(spans) and not where


def _equal(r: Reader, chain: Chain, x: t.BigSum) -> bool:
    if all(letter_of(m) is not None for m in chain.members):
        return False
    raise r.error(f"the {_named(x)} has no upper bound", x, _ranged(x))


def _condition(r: Reader, chain: Chain, below: _Below, bound: frozenset[str], x: t.BigSum) -> None:
    """A condition; where nothing else says what is summed over, those of its letters that only the summand has."""
    if not below.bounds and holds_distance(chain):
        cause = f"this {_named(x)} runs over one of the letters, or over both"
        raise r.ambiguous(cause, x, rf"say over which: `{x.operator}_{{j : |i-j| \le m}}`")
    if not below.bounds:
        letters = list(dict.fromkeys(letters_in(chain)))
        outside = bound | {s.name for s in r.left} | r.loose | r.names.sizes
        inside = {letter for y in t.walk(x.body) if isinstance(y, t.Name) and (letter := letter_of(y)) is not None}
        pair = tuple(map(letter_of, chain.members))
        given = chain.relations == (r"\ne",) and pair[0] not in outside
        if given and (is_for_given(pair, r.names.given) or adds_up_given(pair, x.body)):
            letters = letters[:1]
        new = [s for s in letters if s not in outside and s in inside] or letters[:1]
        for letter in new:
            below.bounds[letter] = ((), ())
    found = r.choices(chain)
    if len(found) == 1:
        below.where.extend(found[0][1])
    elif x.operator == r"\sum":
        below.choices.append([where for _, where in found])
    else:
        r.conditions(chain)  # the error that it is
