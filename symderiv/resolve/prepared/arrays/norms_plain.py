r"""What an equation says that a norm is: the plain one, `\|w\|^2 = \sum_j w_j^2`, or one that the page makes up.

Made up are those with weights, factors or a matrix in between: `\frac1D \sum_j w_j^2`, `\sum_j c_j w_j^2`. Of one that
is plain but for its power or its bars, `\|w\| = \sum_j w_j^2`, nobody knows whether it is a slip.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from ....latex import tree as t
from ....latex.tree import Name, Node, Scripted
from ...shapes.declared import BOLD
from ...spelled.shape import label_of, values_in

SQUARED = 2
SIDES = {"": 2, "2": 2, "F": 2, "1": 1}
"""Which power of the entries a norm adds up, by what stands below its bars."""

_ONE, _TWO = t.Number("1"), t.Number("2")
HALVES = (
    [(t.Fraction(_ONE, _TWO),)],
    [(t.Product((t.Factor("", _ONE), t.Factor("/", _TWO))),)],
    [(t.Number("0.5"),)],
)
"""What stands above parentheses for a root."""


class Told(Enum):
    """What an equation says of a norm."""

    PLAIN = "plain"
    OWN = "own"
    DOUBTFUL = "doubtful"
    ELSE = "else"


def told_of(left: Node, inner: Name, value: Node) -> Told:
    r"""What `value` says of the norm `left` of the name `inner`.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def told(text):
    ...     left, value = read_formulas(parse_document(f"${text}$"))[0][1].statements[0].chain.members
    ...     return told_of(left, Name("w"), value).value
    >>> told(r"\|w\|^2 = \sum_j w_j^2"), told(r"\|w\|^2 = 2 \sum_j w_j^2"), told(r"\|w\| = \sum_j w_j^2")
    ('plain', 'own', 'doubtful')
    >>> told(r"\|w\| = 1"), told(r"\|w\|_1 = \sum_j |w_j|"), told(r"\|w\| = \sqrt{\sum_j c_j w_j^2}")
    ('else', 'plain', 'own')
    """
    beside = beside_of(left)
    if beside is None or beside[0] not in SIDES:
        return Told.ELSE
    side, power = SIDES[beside[0]], beside[1]
    if power == 1 and side == SQUARED and (square := _rooted(value)) is not None:
        value, power = square, SQUARED
    letter = (label_of(replace(inner, scripts=(), font="")) or "").lower()
    entries = [x for x in values_in(value) if x.spelled.lower() == letter or _letter(x.letter) == letter]
    sums = any(True for _ in t.of_kind(value, t.BigSum))
    own = _is_multiplied(value) and (sums or bool(entries))
    norms = any(g.open == r"\|" for g in t.of_kind(value, t.Group))
    if not (entries or own) or (norms and not own) or (power != side and side != SQUARED):
        return Told.ELSE
    if power != side:  # anything but a sum is a claim that can be looked at
        return Told.DOUBTFUL if isinstance(value, t.BigSum) else Told.ELSE
    if own or len(entries) < len(values_in(value)):
        return Told.OWN
    return Told.PLAIN if _degree(value) in (side, None) else Told.DOUBTFUL


def _letter(letter: str) -> str:
    """A letter without its font."""
    return BOLD.sub(r"\1", letter).lower()


def beside_of(x: Node) -> tuple[str, int] | None:
    r"""What stands below the bars of a norm, and its power; None for anything else beside them."""
    if isinstance(x, t.Group):
        return "", 1
    if not isinstance(x, Scripted) or x.primes or any(len(s.entries) != 1 for s in x.scripts):
        return None
    below = [label_of(s.entries[0]) for s in x.scripts if not s.above]
    above = [s.entries[0] for s in x.scripts if s.above]
    power = int(above[0].text) if above and isinstance(above[0], t.Number) and above[0].text.isdigit() else 0
    if None in below or (above and not power):
        return None
    return "".join(map(str, below)), power or 1


def _rooted(x: Node) -> Node | None:
    r"""Of what a value is the root, `\sqrt{x}` or `(x)^{1/2}`."""
    if isinstance(x, t.Root):
        return x.body if x.degree is None else None
    if not isinstance(x, Scripted) or not isinstance(x.base, t.Group) or len(x.base.items) != 1 or x.primes:
        return None
    return x.base.items[0] if x.base.open in ("(", "[", r"\{") and [s.entries for s in x.scripts] in HALVES else None


def _is_multiplied(value: Node) -> bool:
    """Does a number or a size stand before the sums of a value, between them or within them?"""
    while isinstance(value, t.BigSum):
        value = value.body
    if isinstance(value, t.Product):
        return any(isinstance(f.body, (t.Number, t.Fraction)) or f.operator == "/" for f in value.factors)
    return isinstance(value, t.Fraction)


def _degree(value: Node) -> int | None:
    """The power of the entries that a sum adds up, as far as that is seen."""
    if not isinstance(value, t.BigSum):
        return None
    while isinstance(value, t.BigSum):
        value = value.body
    if isinstance(value, t.Group) and value.open == "|":
        return 1
    if not isinstance(value, (Name, Scripted)):
        return None
    above = [s.entries for s in value.scripts if s.above]
    if not above:
        return 0
    return int(above[0][0].text) if len(above[0]) == 1 and isinstance(above[0][0], t.Number) else None
