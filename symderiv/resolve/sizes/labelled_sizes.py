r"""Sizes with a label, `H_\text{out} = H_\text{in} - K + 1` beside `h = 0, \dots, H_\text{out} - 1`: they are letters.

A size that carries an index is one for each, `n_l`; one with a label is a single one. Where an equation says what it
is, that is said of sizes, as `M = N - K + 1` is, and defines no value. And where its letter is also that of an array,
`W_{m,c,p,q}`, only the name as a whole tells which is meant. A word is a label; a number is one where nothing else
stands below that letter on the page, a letter or a run of them where none runs or stands below other names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Formula, Listing, Name, Node, Statement
from ...notation import EQUALITIES
from ..asked import any_of, remembered
from ..located import Located, read_of
from ..spelled.letter_keys import WORDS, is_upright, is_word, key_of, keys_typed, label_of_key, without_power
from ..spelled.scripts import entries_of
from ..spelled.shape import letters_in

BELOW = frozenset([r"\le", "<"])
"""Relations of a range that ends with its last member."""


def labelled_sizes(located: Sequence[Located], ranges: Mapping[str, object]) -> Set[str]:
    """The keys of the names that are such sizes; `ranges` are those of the front matter, as typed."""
    typed = {key for text in ranges.values() for key in keys_typed(str(text))}
    if not typed and not any_of(located, _ends_somewhere):
        return frozenset()
    formulas = read_of(located)
    ends = [x for f in formulas for s in f.statements for x in _ends(s)]
    keys = typed | {_key(x) for x in ends} - {""}
    page = _Page(formulas, frozenset(ranges))
    plain = {x.base for x in ends if not x.scripts} | {str(r).rsplit("..", 1)[-1].strip() for r in ranges.values()}
    chains = [c for f in formulas for s in f.statements for c in (s.chain, *s.conditions)]
    told = [c for c in chains if _is_told(c, keys) or _is_equated(c, keys, plain)]
    found = {key for c in told if page.are_labels(names := _named(c)) for key in map(_key, names)}
    words = {_key(x) for x in ends if page.is_label(x)} | {key for key in typed if is_word(label_of_key(key))}
    indexed = {x.base for x in ends if x.scripts and not _has_word(x)}
    arrays = page.arrays() - indexed
    return found | {key for key in words if is_word(label_of_key(key)) and key.partition("_")[0] in arrays}


@dataclass(frozen=True)
class _Page:
    """The formulas of a page; `ranged` are the letters with a range in the front matter."""

    formulas: Sequence[Formula]
    ranged: frozenset[str]

    def are_labels(self, names: Sequence[Name]) -> bool:
        return bool(names) and all(map(self.is_label, names))

    def is_label(self, x: Name) -> bool:
        """Is what stands below a name a label?"""
        label = label_of_key(_key(x))
        if is_word(label):
            return _has_word(x) or self._running(x.base).isdisjoint(label)
        if label.isdigit():
            alike = (y for f in self.formulas for y in t.of_kind(f, Name) if y.base == x.base)
            return all(label_of_key(_key(y)).isdigit() for y in alike)
        return len(label) == 1 and label not in self._running(x.base)

    def _running(self, base: str) -> set[str]:
        """The letters that run, or stand below other names than those of a base."""
        under = (y for f in self.formulas for big in t.of_kind(f, BigSum) for y in big.below)
        heads = [y.members[0] if isinstance(y, Chain) else y for y in under]
        names = (y for f in self.formulas for y in t.of_kind(f, Name) if y.base != base)
        found = {z for y in names for e in entries_of(y) for z in letters_in(e)}
        return found | {z for y in heads for z in letters_in(y)} | self.ranged

    def arrays(self) -> set[str]:
        """The letters of what carries indices, or stands right before a bracket."""
        every = (y for f in self.formulas for y in t.of_kind(f, Name) if y.scripts)
        found = {y.base for y in every if not _has_word(y)}
        for product in (y for f in self.formulas for y in t.of_kind(f, t.Product)):
            for one, two in zip(product.factors, product.factors[1:], strict=False):
                bracket = two.joined and isinstance(two.body, t.Group) and two.body.open == "["
                if bracket and isinstance(one.body, Name) and not one.body.scripts:
                    found.add(one.body.base)
        return found


def _key(x: Name) -> str:
    return key_of(without_power(x))


def _has_word(x: Name) -> bool:
    """Does a word stand below a name, and no run of indices?"""
    label = label_of_key(_key(x))
    return is_word(label) and (label in WORDS or is_upright(without_power(x)))


@remembered
def _ends_somewhere(s: Statement) -> bool:
    return any(key_of(x) for x in _ends(s))


def _ends(s: Statement) -> Iterator[Name]:
    """The names in what ranges and sums end at."""
    for big in t.of_kind(s, BigSum):
        last: list[Node] = [m for c in big.below if isinstance(c, Chain) for m in c.members[1:]]
        yield from _names((*last, *(() if big.above is None else (big.above,))))
    for c in (s.chain, *s.conditions):
        lists = [m for m in c.members if isinstance(m, Listing)]
        if lists:
            yield from _names(lists)
        elif len(c.members) > len("ij") and BELOW.issuperset(c.relations):
            yield from _names(c.members[-1:])


def _names(nodes: Sequence[Node]) -> Iterator[Name]:
    return (x for n in nodes for x in t.of_kind(n, Name))


def _is_told(c: Chain, keys: Set[str]) -> bool:
    """Does an equation say what a size with a label is?"""
    return bool(c.relations) and EQUALITIES.issuperset(c.relations) and key_of(c.members[0]) in keys


def _is_equated(c: Chain, keys: Set[str], plain: Set[str]) -> bool:
    """Does an equation say that a size is one with a label, `d = d_{ff}`, and no more?"""
    equates = bool(c.relations) and EQUALITIES.issuperset(c.relations)
    return equates and all(key_of(x) in keys or (isinstance(x, Name) and _is_plain(x, plain)) for x in c.members)


def _is_plain(x: Name, plain: Set[str]) -> bool:
    return x.base in plain and not (x.scripts or x.accents or x.font or x.primes)


def _named(c: Chain) -> list[Name]:
    """The names with something below or above them in an equation, those inside of others left out."""
    found = [x for m in c.members for x in t.of_kind(m, Name) if x.scripts]
    inside = {id(y) for x in found for e in entries_of(x) for y in t.of_kind(e, Name)}
    return [x for x in found if id(x) not in inside]


__all__ = ["labelled_sizes"]
