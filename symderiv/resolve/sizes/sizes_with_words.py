r"""Sizes told apart by words, `H_{in}` and `W_{out}`, and sizes of two letters, `HH` and `WW`: the ends of sums, and of
ranges of the front matter.

No size is numbered by i and n: where `C_{in}` and `C_{out}` both are such ends, in is a word, although i and n are
indices of the page. So it is in the space of an array without indices, `X \in \mathbb{R}^{N \times C_{in}}`. Sizes in
the letter of an array, the `W_{out}` beside `W_{c,k,m,n}`, are those of `labelled_sizes`.
Large numbers that are sizes (`sizes_by_number`) get their names here, too.

Two capitals side by side may be a product, and no sum ends at one. Where neither stands anywhere on the page but in
such pairs, the pair is one size: whatever holds for any size holds for any product of two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Listing, Name, Number, Product, Statement
from ...latex.walking import rebuilt
from ...pattern import lazily
from ..asked import any_of
from ..choices import AS_TYPED, Choices
from ..front import Front, front_changed
from ..located import Located, read_of, with_statements
from ..shapes.declared import space
from ..spelled.letter_keys import WORDS, keys_typed, word_of
from ..spelled.shape import Stem, stem_of
from .sizes_by_number import large_sizes, named

BESIDE = {"in": "out"}
"""A word that may as well be two indices, and the one beside which it is none."""
PAIR = lazily(r"(?<![A-Za-z\\_^{])([A-Z]{2})(?![A-Za-z_^'({])")
"""Two capitals in a range of the front matter,"""
LETTER = lazily(r"(?<![A-Za-z\\])([A-Z])(?![A-Za-z_'])")
"""and one alone in its words."""


@dataclass(frozen=True, slots=True)
class Worded:
    """Such sizes by their letters and words, the large numbers that are sizes, and the sizes of two letters."""

    sizes: frozenset[tuple[Stem, str]] = frozenset()
    numbers: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.sizes or self.numbers or self.pairs)

    def changed(self, x: Any) -> Name | None:
        """A size with its word as a label, or named."""
        if isinstance(x, Number):
            return named(x) if x.text in self.numbers else None
        if isinstance(x, Product):
            return Name(pair, font="mathrm", span=x.span) if (pair := _pair(x)) in self.pairs and pair else None
        size = _size(x)
        if size is None or size not in self.sizes:
            return None
        label = Name(size[1], font="text", span=x.scripts[0].span)
        name: Name = replace(x, scripts=(replace(x.scripts[0], entries=(label,)),))
        return name


def sizes_with_words(
    located: Sequence[Located],
    ranges: Mapping[str, object],
    notes: list[str] | None = None,
    choices: Choices = AS_TYPED,
    sized: Collection[str] = (),
) -> Worded:
    r"""The sizes of a page that words tell apart, or of two letters, where they would be taken for something else.

    Large numbers are such too if that is chosen and there are `notes` to say so. `sized` are letters called sizes.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$y_i = \sum_{n=1}^{C_{in}} w_{in} x_n$ $E = \sum_{i=1}^{C_{out}} y_i$"
    >>> sorted(word for _, word in sizes_with_words(read_formulas(parse_document(page)), {}).sizes)
    ['in', 'out']
    """
    keys = (key.partition("_") for r in ranges.values() for key in keys_typed(str(r)))
    typed: set[tuple[Stem, str]] = {((base, (), ""), word) for base, _, word in keys if word in WORDS}
    numbers = frozenset[str]()
    if notes is not None and choices.named_sizes:
        numbers = large_sizes(located, ranges)
        notes += [f"lines are judged for any size `N_{{{x}}}` in the place of {x}" for x in sorted(numbers, key=int)]
    pairs = _pairs_alone(located, ranges, sized)
    if not typed and not any_of(located, _has_size):
        return Worded(numbers=numbers, pairs=pairs)
    statements = [s for f in read_of(located) for s in f.statements]
    ends = typed | {size for s in statements for size in _ends(s)}
    sure = {size for s in statements for size in _of_spaces(s)} if any(word in BESIDE for _, word in ends) else set()
    ends = {x for x in ends if x[1] not in BESIDE or (x[0], BESIDE[x[1]]) in ends or x in sure}
    indices = {stem for stem, word in ends if word in BESIDE}
    arrays = {stem_of(x) for s in statements for x in t.of_kind(s, Name) if _is_entry(x)}
    arrays -= {stem_of(x) for s in statements for end in _ending(s) for x in t.of_kind(end, Name) if _is_entry(x)}
    return Worded(frozenset(x for x in ends if x[0] in indices - arrays), numbers, pairs)


def with_sizes_labelled(located: Sequence[Located], sizes: Worded) -> Sequence[Located]:
    """The formulas with the words of these sizes as labels."""
    return with_statements(located, lambda s: rebuilt(s, sizes.changed)) if sizes else located


def front_with_sizes_labelled(front: Front, sizes: Worded) -> Front:
    """The front matter with the words of these sizes as labels."""
    return front_changed(front, lambda x: rebuilt(x, sizes.changed)) if sizes else front


def _pairs_alone(located: Sequence[Located], ranges: Mapping[str, object], sized: Collection[str]) -> frozenset[str]:
    """The pairs of capitals at which something ends, whose letters stand nowhere but in such pairs."""
    typed = [str(r) for r in ranges.values()]
    ends = {pair for r in typed for pair in PAIR.findall(r)}
    if any_of(located, _ends_at_pairs):
        found = (
            x for f in read_of(located) for s in f.statements for end in _ending(s) for x in t.of_kind(end, Product)
        )
        ends |= {pair for x in found if (pair := _pair(x))}
    if not ends:
        return frozenset()
    taken = {x for r in (*ranges, *typed, *sized) for x in LETTER.findall(r)}
    for f in read_of(located):
        inside = {id(factor.body) for x in t.of_kind(f, Product) if _pair(x) in ends for factor in x.factors}
        taken |= {x.base for x in t.of_kind(f, Name) if id(x) not in inside and _is_bare(x)}
    return frozenset(pair for pair in ends if taken.isdisjoint(pair))


def _ends_at_pairs(s: Statement) -> bool:
    return any(_pair(x) for end in _ending(s) for x in t.of_kind(end, Product))


def _pair(x: Product) -> str:
    """The two capitals of a product of nothing else, without a sign between them."""
    names = [f.body for f in x.factors if not f.operator and not f.joined and isinstance(f.body, Name)]
    plain = all(len(y.base) == 1 and y.base.isupper() and replace(y, span=x.span) == Name(y.base) for y in names)
    return "".join(y.base for y in names) if len(names) == len(x.factors) == len("HH") and plain else ""


def _is_bare(x: Name) -> bool:
    """Is it a letter without anything below it, be it squared?"""
    return not x.primes and not x.accents and all(s.above for s in x.scripts)


def _has_size(s: Statement) -> bool:
    return any(True for _ in _ends(s))


def _ends(s: Statement) -> Iterator[tuple[Stem, str]]:
    return (size for end in _ending(s) for x in t.of_kind(end, Name) if (size := _size(x)) is not None)


def _of_spaces(s: Statement) -> Iterator[tuple[Stem, str]]:
    r"""Such sizes of arrays that carry no index: in `X \in \mathbb{R}^{N \times C_{in}}` no i and no n runs."""
    for c in (s.chain, *s.conditions):
        told = space(c.members[-1]) if c.relations[-1:] == (r"\in",) else None
        if told is not None and not any(x.scripts for x in t.of_kind(c.members[0], Name)):
            yield from (size for x in told[1] if (size := _size(x)) is not None)


def _ending(s: Statement) -> Iterator[t.Node]:
    r"""The ends of sums, and those of `i = 1, \dots, C_{in}`."""
    yield from (x.above for x in t.of_kind(s, BigSum) if x.above is not None)
    chains = (c for c in (s.chain, *s.conditions, *t.of_kind(s, Chain)) if len(c.members) > 1)
    yield from (c.members[-1].items[-1] for c in chains if isinstance(c.members[-1], Listing))


def _size(x: object) -> tuple[Stem, str] | None:
    """The letter and the word below it."""
    if not isinstance(x, Name) or x.primes or len(x.scripts) != 1 or x.scripts[0].above or x.scripts[0].commas:
        return None
    word = word_of(x.scripts[0].entries)
    return (stem_of(x), word) if word in WORDS else None


def _is_entry(x: Name) -> bool:
    """Does it have several indices below?"""
    below = [s.entries for s in x.scripts if not s.above]
    return any(len(entries) > 1 and word_of(entries) not in WORDS for entries in below)
