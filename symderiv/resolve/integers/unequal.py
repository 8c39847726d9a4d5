r"""Sums over two letters that differ: `Z = \sum_{k \ne l} w_{kl}`, `\sum_{i<j} d_{ij}`.

The sign says nothing but how the two compare. Where both index the summand and neither is bound around the sum, on the
left of the equation, or a fixed entry on the page (`L = -\log p_y`), the sum runs over both; but `\sum_{j \ne i}`,
the later letter first, runs over j alone where the page has other such sums for a given i. So does the sum of what is
given i, `\sum_{j \ne i} p_{j|i}`, and one that keeps the true class out: where words call its letter so, and where it
is one that few mean anything else by (`\sum_{j \ne y}`), unless both are meant (`check.ambiguities.classes_in_pairs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Chain
from ...memo import in_slot
from ..spelled.shape import letter_of, letters_in
from .conditions import INEQUALITIES

Letters = frozenset[str]
Pairs = frozenset[tuple[str, str]]
SINGLED_OUT = frozenset("yco")
"""Letters by which pages name the one entry that is looked at: the true class, the word that is seen."""


def bound_by_differing(equations: Sequence[Chain], given: Pairs) -> frozenset[str]:
    """The letters that such sums bind, on a page with these equations; `given` as in `for_given`."""
    if not any(len(pair_of(x)) == 2 for c in equations for x in t.of_kind(c, t.BigSum)):
        return frozenset()
    found = {x for c in equations for x in _pairs(c, frozenset(loose_letters(c.members[0])), given)}
    return frozenset(found - {x for c in equations for x in _loose(c)})


def given_elsewhere(chains: Iterable[Chain]) -> Letters:
    r"""The letters that stand second in a sum, `\sum_{k \ne i}`, and that a sum around it or the left side has."""
    found: set[str] = set()
    for c in chains:
        if all(_unequal(x) is None for x in t.of_kind(c, t.BigSum)):
            continue
        left = frozenset(loose_letters(c.members[0]))
        found.update(x for m in c.members[1:] for x in _given(m, left))
        found.update(_given(c.members[0], frozenset()))
    return frozenset(found)


def for_given(chains: Sequence[Chain], called: Letters, *, both: bool) -> Pairs:
    r"""The pairs of which sums run over the first letter alone; words call those of `called` the true class. With
    `both` a letter that is mostly one does not make them so by itself.

    >>> from symderiv.latex.parse import parse
    >>> chains = [s.chain for s in parse(r"L = \sum_{j \ne y} a_j a_y").statements]
    >>> sorted(for_given(chains, frozenset(), both=False)), sorted(for_given(chains, frozenset(), both=True))
    ([('j', 'y')], [])
    """
    pairs = {p for c in chains for x in t.of_kind(c, t.BigSum) if (p := _unequal(x)) is not None}
    letters = given_elsewhere(chains) if pairs else frozenset[str]()
    singled = letters if both else SINGLED_OUT
    return frozenset(
        (one, two)
        for one, two in pairs
        if two in called or (two in letters and one > two) or (two in SINGLED_OUT and two in singled)
    )


def _given(x: object, around: Letters) -> Iterator[str]:
    if isinstance(x, t.BigSum):
        pair = _unequal(x)
        if pair is not None and pair[1] in around and pair[0] not in around:
            yield pair[1]
        around |= letters_under(x)
    for part in t.parts(x):
        yield from _given(part, around)


def _unequal(x: t.BigSum) -> tuple[str, str] | None:
    r"""The two letters of `\sum_{k \ne l}`."""
    item = x.below[0] if len(x.below) == 1 and x.above is None else None
    if not isinstance(item, Chain) or item.relations != (r"\ne",):
        return None
    one, two = map(letter_of, item.members)
    return None if one is None or two is None else (one, two)


def _pairs(x: object, around: Letters, given: Pairs) -> Iterator[str]:
    if isinstance(x, t.BigSum):
        pair = pair_of(x, given)
        if len(pair) == 2 and not pair & around:
            yield from pair
        yield from _pairs(x.body, around | letters_under(x), given)
        return
    for part in t.parts(x):
        yield from _pairs(part, around, given)


def is_for_given(pair: Sequence[str | None], given: Pairs) -> bool:
    r"""Does `\sum_{j \ne i}` run over j alone, where `given` are the pairs of which that is known?"""
    return tuple(pair) in given


def adds_up_given(pair: Sequence[str | None], body: object) -> bool:
    r"""Is it a conditional probability, given the second letter, that a sum adds up: `\sum_{j \ne i} p_{j|i}`?"""
    scripts = [s for s in body.scripts if not s.above] if isinstance(body, t.Name) else []
    bars = [n for s in scripts for n, e in enumerate(s.entries) if isinstance(e, t.Symbol) and e.name == "|"]
    return bool(bars) and pair[1] in [letter_of(e) for s in scripts for e in s.entries[bars[0] + 1 :]]


def pair_of(x: t.BigSum, given: Pairs = frozenset()) -> Letters:
    r"""The two letters of `\sum_{k \ne l}` or `\sum_{i<j}`, both of which index the summand."""
    if x.above is not None or len(x.below) != 1:
        return frozenset()
    unequal = _unequal(x)
    if unequal is not None and (is_for_given(unequal, given) or adds_up_given(unequal, x.body)):
        return frozenset()
    (item,) = x.below
    if not isinstance(item, Chain) or len(item.relations) != 1 or item.relations[0] not in INEQUALITIES:
        return frozenset()
    scripts = [e for y in t.walk(x.body) if isinstance(y, t.Script) for e in y.entries]
    inside = {letter for e in scripts if (letter := letter_of(e)) is not None}
    return frozenset(letter for m in item.members if (letter := letter_of(m)) is not None and letter in inside)


def letters_under(x: t.BigSum) -> Letters:
    """The letters that stand under a sum sign."""
    items = [m for item in x.below for m in (item.members if isinstance(item, Chain) else (item,))]
    return frozenset(letter for m in items for letter in letters_in(m))


def _loose(chain: Chain) -> Iterator[str]:
    """The letters that index something on the right of an equation, no sum binding them, and nothing on its left."""
    left = frozenset(loose_letters(chain.members[0]))
    for member in chain.members[1:]:
        yield from (x for x in loose_letters(member) if x not in left)


def stands_unbound(letter: str, x: object) -> bool:
    r"""Does a letter stand in a formula other than in a sum over it: the t of `x_i(t)`?"""
    if isinstance(x, t.BigSum) and letter in letters_under(x):
        return False
    if isinstance(x, t.Name) and letter_of(x) == letter:
        return True
    return any(stands_unbound(letter, part) for part in t.parts(x))


def _free(x: object, bound: Letters) -> Iterator[str]:
    """The letters of scripts outside the sums that name them."""
    if isinstance(x, t.Script):
        named = bound.union(*(letters_under(big) for big in t.of_kind(x, t.BigSum)))  # in an exponent
        yield from (letter for e in x.entries for letter in letters_in(e) if letter not in named)
    if isinstance(x, t.BigSum):
        yield from _free(x.body, bound | letters_under(x))
        return
    for part in t.parts(x):
        yield from _free(part, bound)


@in_slot("_loose")
def loose_letters(x: t.Tree) -> tuple[str, ...]:
    """The letters of scripts in a formula that no sum in it names."""
    return tuple(_free(x, frozenset()))
