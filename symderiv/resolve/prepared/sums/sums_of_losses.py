r"""A sum over examples beside names of one of them: `E(w) = \sum_n E_n(w)`, and `\delta_j = \partial E_n/\partial a_j`.

Textbooks leave the number of the example out wherever it is not needed: on units, weights and their deltas. The n of
`E_n` then is a label, not an index that `\delta_j` lacks. So the sum is only mentioned, where nothing else is said of
the whole loss or of n, and a name without n is called the derivative of `E_n`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....latex.tree import BigSum, Chain, Derivative, Factor, Formula, Group, Name, Node, Product, Statement, of_kind
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import letter_of


@dataclass(frozen=True, slots=True)
class Whole:
    """A loss that is the sum of those of the examples."""

    loss: Name
    example: Name
    letter: str


def _adds_up(s: Statement) -> bool:
    return _whole(s) is not None


@where(_adds_up)
def without_sums_of_losses(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document without such sums.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$E = \sum_n E_n$ $\delta_j = \partial E_n/\partial a_j$"
    >>> [len(f.statements) for _, f in without_sums_of_losses(read_formulas(parse_document(page)))]
    [0, 1]
    >>> page += " $t_n = E$"
    >>> [len(f.statements) for _, f in without_sums_of_losses(read_formulas(parse_document(page)))]
    [1, 1, 1]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    found = [s for s in statements if (whole := _whole(s)) is not None and _is_beside(whole, s, statements)]
    if len(found) != 1:
        return list(located)

    def kept(f: Formula) -> Formula:
        return replace(f, statements=tuple(s for s in f.statements if s is not found[0]))

    return [(d, kept(f) if isinstance(f, Formula) and found[0] in f.statements else f) for d, f in located]


def _whole(s: Statement) -> Whole | None:
    r"""What `E = \sum_n E_n` says, with arguments or without."""
    chain = s.chain
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES or s.conditions or s.struck:
        return None
    loss, sums = _unapplied(chain.members[0]), of_kind(chain.members[1], BigSum)
    if loss is None or loss.scripts or len(sums) != 1 or sums[0].operator != r"\sum":
        return None
    (total,) = sums  # `\frac{1}{N} \sum_n E_n` is one, too
    example = _unapplied(total.body)
    letter = _running(total)
    if example is None or letter is None or len(example.scripts) != 1 or example.base != loss.base:
        return None
    (script,) = example.scripts
    own = len(script.entries) == 1 and letter_of(script.entries[0]) == letter and (script.bracket or not script.above)
    return Whole(loss, example, letter) if own else None


def _unapplied(x: Node) -> Name | None:
    """The name of `E` and of `E(w)`."""
    match x:
        case Name():
            return x
        case Product(factors=(Factor(operator="", body=Name() as name), Factor(body=Group(open="("), joined=True))):
            return name
    return None


def _running(x: BigSum) -> str | None:
    """The letter that a sum runs over."""
    if len(x.below) != 1:
        return None
    (below,) = x.below
    return letter_of(below.members[0] if isinstance(below, Chain) else below)


def _is_beside(whole: Whole, total: Statement, statements: Sequence[Statement]) -> bool:
    """Is nothing else said of the loss or of the letter, and a name without it a derivative of the loss of one?"""
    others = [s for s in statements if s is not total and (s.chain.relations or s.conditions)]
    names = [x for s in others for x in of_kind(s, Name)]
    letters = sum(letter_of(x) == whole.letter for x in names)
    if any(x == whole.loss for x in names) or letters != sum(x == whole.example for x in names):
        return False
    return any(_calls(s, whole) for s in others)


def _calls(s: Statement, whole: Whole) -> bool:
    """Does a line say of a name that it is a derivative of the loss of one example?"""
    return isinstance(s.chain.members[0], Name) and any(
        d.of is not None and _unapplied(d.of) == whole.example
        for m in s.chain.members[1:]
        for d in of_kind(m, Derivative)
    )
