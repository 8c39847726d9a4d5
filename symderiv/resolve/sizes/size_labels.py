r"""Sizes that carry a letter for a label: the `d_k` of `\frac{1}{\sqrt{d_k}} \sum_{a=1}^{d_k} q_{ia} k_{ja}`.

Where k is an index of the page, too, `d_k` might be a size for each k. It is not if k is free in every equation in
which `d_k` stands: nothing would say which k is meant.

And a size may be the label of a value, the `y_m` of a model beside the y that it should be, and `\sum_{j=1}^m`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex import tree as t
from ...latex.tree import Chain
from ...notation import EQUALITIES
from ..facts import Facts
from ..spelled.shape import letter_of, letters_in, shape_of
from ..stated import Stated


def free_size_labels(facts: Facts) -> Iterator[tuple[str, str]]:
    """The names of sizes with the letters that nothing binds wherever they stand."""
    for base, letters in facts.size_names.items():
        places = [(x, _scope(s)) for s in facts.stated if _is_equation(s.statement.chain) for x in _sizes(s, base)]
        entries = [(e, scope) for x, scope in places for script in x.scripts for e in script.entries]
        if any(letter_of(e) is None for e, _ in entries):
            continue  # `d_{l-1}` is a size for each l
        free = {x for x in letters - facts.range_ends if _is_free(x, entries)}
        for letter in free:
            if letter.islower() or letter.lower() not in letters - free:  # the L of `n_L` is the last l of `n_l`
                yield base, letter


def sizes_as_labels(facts: Facts) -> Iterator[tuple[str, str]]:
    r"""The names of values with a size below that tells them from what they are taken from, the `y_m` of `y - y_m`.

    Both are numbers there. So it is where an equation defines `y_m`, and no other script stands on a y anywhere: those
    of a list `y_1, \dots, y_m` would make it the last one.
    """
    shapes = [o.shape for o in facts.occurrences]
    names = {(base, letter) for base, letter in _taken_apart(facts.stated) if letter in facts.sizes()}
    for base, letter in names:
        scripts = {(s.below, s.letters) for s in shapes if s.base == base and s.pieces}
        defined = any(o.left and o.shape.base == base and o.shape.pieces for o in facts.occurrences)
        if defined and scripts == {(1, (letter,))}:
            yield base, letter


def _taken_apart(stated: Sequence[Stated]) -> Iterator[tuple[str, str]]:
    """The names that are added, or taken from one another, one bare and one with a letter below it, and that letter."""
    for x in (x for s in stated for x in t.of_kind(s.statement.chain, t.Terms)):
        shapes = [shape for term in x.terms if (shape := shape_of(term.body)) is not None]
        bare = {s.base for s in shapes if not s.pieces and not s.primes}
        labelled = ((s.base, s.letters[0]) for s in shapes if s.below == len(s.pieces) == 1)
        yield from ((base, letter) for base, letter in labelled if base in bare and letter is not None)


def _is_free(letter: str, entries: list[tuple[t.Node, frozenset[str]]]) -> bool:
    """Does a letter stand below a size, and nothing binds it there?"""
    scopes = [scope for e, scope in entries if letter_of(e) == letter]
    return bool(scopes) and all(letter not in scope for scope in scopes)


def _is_equation(chain: Chain) -> bool:
    r"""Is it one, and not a range by itself, `1 \le j \le n_l` or `j = 1, \dots, n_l`, which binds nothing?"""
    ranges = any(isinstance(m, t.Listing) for m in chain.members)
    return bool(chain.relations) and chain.relations[0] in EQUALITIES and not ranges


def _sizes(s: Stated, base: str) -> Iterator[t.Name]:
    return (x for x in t.of_kind(s.statement.chain, t.Name) if x.base == base and x.scripts)


def _scope(s: Stated) -> frozenset[str]:
    """The letters that an equation binds, has on its left, or states a range of."""
    found: set[str] = set()
    for x in t.walk(s.statement.chain):
        if isinstance(x, t.BigSum):
            for item in x.below:
                found.update(letters_in(item.members[0] if isinstance(item, Chain) else item))
    for x in t.walk(s.statement.chain.members[0]):
        if isinstance(x, t.Script):
            found.update(letter for e in x.entries for letter in letters_in(e))
    for chain in s.statement.conditions:
        found.update(letters_in(chain))
    return frozenset(found)
