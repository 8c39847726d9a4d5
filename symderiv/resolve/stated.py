r"""A statement of a document with what stands beside it, and what its outward form already tells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from ..latex import tree as t
from ..latex.tree import Chain, Formula, Node, Statement
from ..memo import of_this_object
from ..notation import EQUALITIES
from .located import Located
from .spelled.shape import Shape, is_norm, is_transpose, letter_of, shape_of, values_in

Beside: TypeAlias = tuple[Formula, Chain]
"""A condition and the formula in which it was typed."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of the document, the conditions that stand beside it (each with the formula it was typed in).

    `conditions` are those about integers; `perhaps` such that may hold here too; `given`: those that no reading covers,
    such as conditions about values, or parts of a choice; `doubtful`: those about integers that words beside them may
    widen or turn round, with such a word, and as typed.
    """

    formula: Formula
    statement: Statement
    conditions: tuple[Beside, ...] = ()
    perhaps: tuple[Beside, ...] = ()
    given: tuple[Beside, ...] = ()
    doubtful: tuple[tuple[Beside, str, str], ...] = ()
    struck: bool = False
    inline: bool = False


OTHERWISE = "otherwise"
"""A relation that no page types: of what holds where conditions do not."""

ELEMENT = "an element of the set"
"""A relation that no page types: of what is only said for the elements of a set of which nothing is known."""


def shown(c: Beside) -> str:
    """A condition as it was typed, or as it would be."""
    formula, chain = c
    text = formula.source.text
    if chain.relations[:1] in ((OTHERWISE,), (ELEMENT,)):
        return chain.relations[0]
    if chain.relations and not chain.relation_spans:
        sides = [text[slice(*getattr(m, "span", (0, 0)))].strip() for m in chain.members]
        return " ".join(x for pair in zip_longest(sides, chain.relations, fillvalue="") for x in pair if x)
    return " ".join(text[slice(*chain.span)].split())


def not_used(typed: str) -> str:
    """The remark on a condition about values, as it was typed."""
    return f"`{typed}` is not used: it is no condition about indices and sizes"


def left_shape(s: Statement) -> Shape | None:
    """The name on the left of an equation (also `X_i` of `X_i(t)`), None where the left side is anything else."""
    if len(s.chain.members) < 2 or s.chain.relations[0] not in EQUALITIES:
        return None
    left = s.chain.members[0]
    if isinstance(left, t.Product) and len(left.factors) == 2 and left.factors[1].joined:
        if not isinstance(left.factors[1].body, t.Group):
            return None
        left = left.factors[0].body
    return shape_of(left)


def matrix_of(s: Stated) -> tuple[str, Node] | None:
    r"""The letter and the entry of `C = (c_{i,j})`, which says what a matrix is made of; None for anything else."""
    return matrix_told(s.statement.chain)


def matrix_told(chain: Chain) -> tuple[str, Node] | None:
    """The same of a chain."""
    left, item = whole_and_entry(chain) or (None, None)
    entry = shape_of(item) if isinstance(item, t.Name) else None
    whole = shape_of(left) if left is not None else None
    if item is None or entry is None or whole is None or not entry.pieces or whole.lowers:
        return None
    return (whole.base, item) if _is_alike(whole, entry) or _is_of_entries(whole, entry) else None


def is_told_turned(chain: Chain) -> bool:
    r"""Does it say so of the transpose, `U^T = (u_{ij})`? The entry i, j of U is `u_{ji}` then."""
    told = matrix_told(chain)
    left = shape_of(chain.members[0])
    entry = shape_of(told[1]) if told is not None else None
    if entry is None or left is None or entry.uppers or not is_transpose(left):
        return False
    return entry.base != left.base  # `W^T = (W_{ji})` says what a transpose is


def whole_and_entry(chain: Chain) -> tuple[t.Name, Node] | None:
    """The name and the one item of `name = (item)`; None for anything else."""
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES:
        return None
    left, right = chain.members
    grouped = isinstance(right, t.Group) and right.open in ("(", "[") and len(right.items) == 1
    return (left, right.items[0]) if isinstance(left, t.Name) and isinstance(right, t.Group) and grouped else None


def whole_of_entry(x: t.Scripted) -> t.Name | None:
    """The name in parentheses that carries indices, the `W_1` of `(W_1)_{ij}`; there may be a power, `(W_1)_{ij}^2`."""
    group = x.base
    inner = group.items[0] if isinstance(group, t.Group) and group.open == "(" and len(group.items) == 1 else None
    below = len([s for s in x.scripts if not s.above]) == 1 and not x.primes
    return inner if below and isinstance(inner, t.Name) and inner.scripts else None


def is_told_by_letter(whole: t.Name, entry: t.Name) -> bool:
    """Are an array and its entries called by one letter, `X` and `x`, whatever the font?"""
    one, two = shape_of(whole), shape_of(entry)
    return one is not None and two is not None and _is_alike(one, two)


def _is_alike(whole: Shape, entry: Shape) -> bool:
    return _plain_letter(whole.letter).lower() == _plain_letter(entry.letter).lower()


def _is_of_entries(whole: Shape, entry: Shape) -> bool:
    """Is it a bare capital, and an entry with two letters, `F = (e_{ui})`? Of numbers that would say nothing."""
    letters = [letter_of(p) for p in entry.pieces]
    thin = _plain_letter(whole.letter)
    capital = (len(thin) == 1 and thin.isupper()) or (thin.startswith("\\") and thin[1:2].isupper())
    matrix = capital and not whole.pieces and not whole.primes
    return matrix and entry.below == len(letters) == 2 and None not in letters and letters[0] != letters[1]


def _plain_letter(letter: str) -> str:
    return letter.rsplit("{", 1)[-1].rstrip("}")


def wrt_of(w: t.Wrt, x: t.Derivative) -> tuple[Node, int]:
    r"""What is differentiated by, and how often: the 2 of `\partial \sigma^2` may be part of the name."""
    if w.order == 1 or sum(v.order for v in x.wrt) == x.order:
        return w.body, w.order
    script = t.Script(True, (t.Number(str(w.order)),))
    if isinstance(w.body, t.Name):
        body = w.body
        return t.Name(body.base, body.accents, body.font, body.primes, (*body.scripts, script), w.span), 1
    return t.Scripted(w.body, (script,), 0, w.span), 1


def is_indexed(x: Node) -> bool:
    """Is it a name in parentheses with indices, `(W_h)_{ij}`, rather than the arguments of what stands before?"""
    return isinstance(x, t.Scripted) and (shape := shape_of(x)) is not None and not is_norm(shape)


@of_this_object(1 << 12)
def names_of(x: object) -> frozenset[str]:
    """The letters of the names in a tree where a value is meant, scripts left out."""
    return frozenset(shape.base for shape in values_in(x))


def a_wish(s: Stated) -> str:
    """The remark on what a page only wishes, as it was typed."""
    return f"`{shown((s.formula, s.statement.chain))}` is not used: it is a wish"


def among_words(located: Sequence[Located], home: Sequence[int]) -> set[int]:
    """The statements of comparisons that stand among words without delimiters: nobody claims them."""
    return {n for n, number in enumerate(home) if located[number][0].bare}


def names_of_left(s: Stated) -> frozenset[str]:
    """The letter of the name on the left of an equation."""
    left = left_shape(s.statement)
    return frozenset() if left is None else frozenset([left.base])


def by_place(
    own: Sequence[Stated],
    home: Sequence[int],
    equations: Container[int],
    conditions: Callable[[int, Stated], list[Beside]],
) -> tuple[dict[int, list[tuple[int, Beside]]], dict[int, list[Beside]]]:
    """The conditions of statements by the formulas in which they stand: beside equations, each with the number of its
    statement, and in a formula without any. `home` has the formula of each statement."""
    beside: dict[int, list[tuple[int, Beside]]] = {}
    alone: dict[int, list[Beside]] = {}
    for n, s in enumerate(own):
        found = conditions(n, s)
        if found and home[n] in equations:
            beside.setdefault(home[n], []).extend((n, c) for c in found)
        elif found:
            alone.setdefault(home[n], []).extend(found)
    return beside, alone


def oblong(stated: Sequence[Stated], uppers: Mapping[str, Collection[object]]) -> Iterator[str]:
    """The matrices whose two indices end at different sizes; `uppers` are the ends of letters."""
    for s in stated:
        said = matrix_of(s)
        shape = shape_of(said[1]) if said is not None else None
        ends = [uppers.get(x or "", ()) for x in shape.letters] if shape is not None else []
        if said is not None and len(ends) == 2 and all(len(e) == 1 for e in ends) and ends[0] != ends[1]:
            yield said[0]
