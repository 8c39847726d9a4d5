r"""Functions defined of a square: `\mathcal{N}(x \mid \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi} \sigma} \exp(..)`.

The square is the parameter, a letter that only this equation knows. Where its right side has the letter without the
square, it is the root of the parameter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....latex.tree import Group, Name, Node, Number, Product, Root, Script, Scripted, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from .variances import EVEN


def _squares_left(s: Statement) -> bool:
    return _told(s) is not s


@where(_squares_left)
def with_squares_as_parameters(located: Sequence[Located]) -> Sequence[Located]:
    r"""The formulas of a document with a letter of its own for such a parameter.

    What is applied to nothing else is no function but a value that shows what it depends on, `\ell(\mu, \sigma^2)`.
    """
    applied: dict[str, set[Node]] = {}
    for f in read_of(located):
        for x in (x for s in f.statements for x in of_kind(s, Product)):
            for a, b in pairwise(x.factors):
                if b.joined and isinstance(a.body, Name):
                    applied.setdefault(a.body.base, set()).add(b.body)
    functions = {base for base, groups in applied.items() if len(groups) > 1}
    return with_statements(located, lambda s: _told(s) if _called(s) in functions else s)


def _called(s: Statement) -> str:
    """The letter of the function that a statement defines, or seems to."""
    left = s.chain.members[0]
    head = left.factors[0].body if isinstance(left, Product) else left
    return head.base if isinstance(head, Name) else ""


def _told(s: Statement) -> Statement:
    left = s.chain.members[0]
    if not isinstance(left, Product) or not EQUALITIES.issuperset(s.chain.relations[:1]):
        return s
    squared = frozenset(_squared(left))
    if not squared:
        return s
    inside = [x for x in of_kind(s, Name) if x.base in squared]
    if any(x.primes or x.accents or x.font or _power(x) is None for x in inside):
        return s  # `\\sigma_k` is another, and so may `\\sigma^n` be

    def change(x: object) -> Node | None:
        return _in_terms_of_square(x) if isinstance(x, Name) and x.base in squared else None

    told: Statement = rebuilt(s, change)
    return told


def _squared(left: Product) -> list[str]:
    r"""The letters whose squares stand among the parameters of `f(..)`."""
    if len(left.factors) != 2 or not left.factors[1].joined:
        return []
    name, group = (f.body for f in left.factors)
    if not isinstance(name, Name) or not isinstance(group, Group) or len(group.items) < 2:
        return []
    bases = [x.base for x in group.items if isinstance(x, Name)]
    squares = [x for x in group.items if isinstance(x, Name) and _power(x) == "2"]
    plain = all(isinstance(x, Name) and (letter_of(x) or x in squares) for x in group.items)
    return [x.base for x in squares if bases.count(x.base) == 1] if plain else []


def _power(x: Name) -> str | None:
    """The number above a letter, `1` where nothing stands around it, None where it carries anything else."""
    if not x.scripts:
        return "1"
    (script, *more) = x.scripts
    entry = script.entries[0] if len(script.entries) == 1 else None
    fit = not more and script.above and not script.bracket and isinstance(entry, Number)
    return entry.text if fit and isinstance(entry, Number) else None


def _in_terms_of_square(x: Name) -> Node:
    """A power of the letter in terms of its square, which is a name."""
    square = Name(f"{x.base}^2", span=x.span)
    power = _power(x) or "1"
    if power == "2":
        return square
    if power == "1":
        return Root(square, span=x.span)
    if power in EVEN:
        return _to_the(square, str(EVEN[power]), x)
    return _to_the(Root(square, span=x.span), power, x)


def _to_the(base: Node, power: str, x: Name) -> Node:
    exponent = Script(True, (Number(power, x.span),), "", False, True, x.span)
    return Scripted(Group("(", (base,), ")", (), x.span), (exponent,), 0, x.span)
