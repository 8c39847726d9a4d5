r"""Labels by which arrays of one letter differ, so that what is said of one holds for that alone: the h and the o of
`W_h \in \mathbb{R}^{n \times n}` and `W_o`.

Labels are letters over which nothing runs, and that are no usual index; and those of arrays that the page has,
the i and the o of `W_i` and `W_o` beside `i_t` and `o_t`, even if sums about others run over such a letter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from ...latex import tree as t
from ...latex.tree import Chain, Node
from ...notation import EQUALITIES
from ..spelled.shape import letter_of, letters_in, shape_of

INDICES = frozenset("ijklmnst")
"""The usual letters of indices and steps."""
LAYERS = frozenset(["l", r"\ell", "L"])


@dataclass(frozen=True, slots=True)
class LabelsApart:
    """The letters that number something on a page, the letters of its arrays, and how far letters run."""

    counting: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    ends: Mapping[str, Set[Node | None]] = field(default_factory=dict)

    def are(self, one: str, two: str) -> bool:
        """Do two letters in the place of an index tell two arrays apart?

        >>> page = LabelsApart(frozenset("i"), frozenset("io"))
        >>> [page.are(*pair) for pair in ("ho", "io", "ih", "jn")]
        [True, True, False, False]
        """
        if one.lower() == two.lower() or any(letter_of(x) == two for x in self.ends.get(one, ()) if x is not None):
            return False
        pair = {one, two}
        if pair <= self.named:
            return True
        last = two.isupper() and two not in self.named  # the `h_T` of `h_t`
        return self.counting.isdisjoint(pair) and not pair <= INDICES and "\\" not in one + two and not last

    def differ(self, one: Sequence[Node], two: Sequence[Node]) -> bool:
        """Do the scripts of two names have such letters in one place?"""
        pairs = ((letter_of(p), letter_of(x)) for p, x in zip(one, two, strict=False))
        return any(a is not None and b is not None and a != b and self.are(a, b) for a, b in pairs)


def labels_apart(
    chains: Sequence[Chain], names: Iterable[t.Name], running: Collection[str], ends: Mapping[str, Set[Node | None]]
) -> LabelsApart:
    """What tells labels on a page; letters that are `running` number something."""
    named = {x.base for x in names if any(not s.above for s in x.scripts)} | {*_defined(chains)}
    letters = {y for base in named for y in (base, base.lower())}
    return LabelsApart(frozenset({*running, *LAYERS, *_of_any(chains)}), frozenset(letters), ends)


def _defined(chains: Sequence[Chain]) -> Iterator[str]:
    """The bare letters of arrays that equations make of others: the Q of `Q = X W_q`."""
    for c in chains:
        left, *right = c.members
        made = (
            bool(right) and c.relations[0] in EQUALITIES and any(x.scripts for m in right for x in t.of_kind(m, t.Name))
        )
        if made and isinstance(left, t.Name) and not left.scripts:
            yield left.base


def _of_any(chains: Sequence[Chain]) -> Iterator[str]:
    """The letters that stand below both sides of an equation, and at no capital alone, the a of `z_a = W x_a`."""
    for c in chains:
        if len(c.members) < 2 or t.of_kind(c, t.Wrt):
            continue
        left = {*_below(t.of_kind(c.members[0], t.Name))}
        names = [x for m in c.members[1:] for x in t.of_kind(m, t.Name)] if left else []
        capitals = {*_below(x for x in names if x.base.isupper())}
        yield from left & {*_below(names)} - capitals


def _below(names: Iterable[t.Name]) -> Iterator[str]:
    shapes = (shape for x in names if (shape := shape_of(x)) is not None)
    yield from (y for shape in shapes for p in shape.pieces for y in letters_in(p))
