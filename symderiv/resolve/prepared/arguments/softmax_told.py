r"""Letters that a page uses for softmax: `\sigma(\mathbf{z})_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`.

A function of a name is softmax where a chain equates its entry, `\sigma(z)_i`, `\sigma_i(z)` or `\sigma(z_i)`, with
the quotient of exponentials of that very name. `\sigma(a)` without an index, or of what is no name, stays what it is:
a page may have the logistic function, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.source import Offsets
from ....latex.tree import Name, Node, Script
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from .softmaxes import SOFTMAX, exponent


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a function of a name: the index stands `behind` the parenthesis, `below` the function or `inside`."""

    function: str
    argument: Name
    index: Node
    place: str

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it: `\\sigma(z_i)` is softmax of z, and may be logistic of others."""
        return self.function, self.place, _key(self.argument) if self.place == "inside" else None


def _tells(s: t.Statement) -> bool:
    return any(True for _ in _told(s.chain))


@where(_tells)
def with_softmax_told(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with softmax by its name where another letter stands for it."""
    told = {e.key for f in read_of(located) for s in f.statements for e in _told(s.chain)}

    def named(x: Any) -> Node | None:
        if not isinstance(x, t.Product):
            return None
        factors: list[t.Factor] = []
        for f in x.factors:
            e = _entry(factors[-1], f) if factors else None
            if e is None or e.key not in told:
                factors.append(replace(f, body=rebuilt(f.body, named)))
            else:
                factors[-1] = replace(factors[-1], body=_softmax(e, (factors[-1].body.span[0], f.body.span[1])))
        if len(factors) == len(x.factors):
            return None
        return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))

    return with_statements(located, lambda s: rebuilt(s, named))


def _softmax(e: _Entry, span: Offsets) -> Node:
    return t.Scripted(t.Call(SOFTMAX, (e.argument,), span=span), (Script(False, (e.index,), span=span),), span=span)


def _told(chain: t.Chain) -> Iterator[_Entry]:
    """The entries that a chain equates with the quotient of their exponentials."""
    for one, other, relation in zip(chain.members, chain.members[1:], chain.relations, strict=False):
        for left, right in ((one, other), (other, one)):
            pair = left.factors if isinstance(left, t.Product) else ()
            e = _entry(*pair) if len(pair) == 2 else None
            if e is not None and relation in EQUALITIES and _quotient(right) == (_key(e.argument), e.index):
                yield e


def _entry(first: t.Factor, at: t.Factor) -> _Entry | None:
    f = first.body
    if not isinstance(f, Name) or f.primes or not at.joined or at.operator:
        return None
    place, group, index = "inside", at.body, None
    if isinstance(group, t.Scripted) and not group.primes and not f.scripts:
        place, index, group = "behind", _single(group.scripts), group.base
    elif f.scripts:
        place, index = "below", _single(f.scripts)
    if not isinstance(group, t.Group) or group.open != "(" or len(group.items) != 1:
        return None
    name = group.items[0]
    if not isinstance(name, Name) or name.primes:
        return None
    if place == "inside":
        index = _last(name)
        name = _without_last(name)
    return None if index is None else _Entry(f.base, name, index, place)


def _quotient(x: object) -> tuple[object, Node] | None:
    r"""The name and the index of `\frac{e^{z_i}}{\sum_j e^{z_j}}`."""
    if not isinstance(x, t.Fraction) or not isinstance(x.denominator, t.BigSum) or len(x.denominator.below) != 1:
        return None
    above, below = exponent(x.numerator), exponent(x.denominator.body)
    letter = x.denominator.below[0]
    if isinstance(letter, t.Chain):
        letter = letter.members[0]
    if above is None or below is None or _last(below) != letter or x.denominator.operator != r"\sum":
        return None
    index = _last(above)
    same = _key(_without_last(above)) == _key(_without_last(below))
    return (_key(_without_last(above)), index) if same and index is not None and index != letter else None


def _single(scripts: tuple[Script, ...]) -> Node | None:
    """The one entry of one subscript."""
    one = len(scripts) == 1 and not scripts[0].above and len(scripts[0].entries) == 1
    return scripts[0].entries[0] if one else None


def _last(x: Name) -> Node | None:
    """The last entry of the subscript of a name, that it ends with."""
    below = [s for s in x.scripts if not s.above]
    return below[0].entries[-1] if len(below) == 1 and below[0].entries else None


def _without_last(x: Name) -> Name:
    scripts = []
    for s in x.scripts:
        entries = s.entries if s.above else s.entries[:-1]
        if entries:
            scripts.append(Script(s.above, entries, s.bracket, s.commas, s.wide, s.span))
    return Name(x.base, x.accents, x.font, x.primes, tuple(scripts), x.span)


def _key(x: Name) -> object:
    """A name whatever its font."""
    return x.base, x.accents, x.scripts
