r"""Slopes of functions without their arguments: `$\partial f_i$ denotes the derivative of the activation function`.

Where the page applies f to what has the indices of f itself, `X_i(t) = f_i(U_i(t))`, that is the argument. An index
that f does not have is that of the left side of a line: `\partial f_j` is `f_j'(U_j(\tau))` beside `\frac{\partial
E}{\partial U_j(\tau)}`, and not read beside that of another unit.
A parenthesis behind it with a name, or with what f is applied to, is its argument: `\partial f_i(u_i)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.tree import Derivative, Factor, Group, Misfit, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..said_in_place import gaps_of, value_alone

IS = lazily(
    r"\s*(?:denotes?|is|be|means?|stands\s+for|:|bezeichnet|ist|est|désigne|表示|是|は)\s*(?:the\s+|die\s+|la\s+)?"
    r"(?:(?:first|respective|corresponding)\s+)?(?:derivation|derivative|slope|Ableitung|dérivée)\b"
    r"(?:\s+(?:of|der|de)\b(?P<of>[^.;]*))?",
    re.I,
)
"""Words behind such a sign that call it a derivative, and of what:"""
FUNCTION = lazily(r"\b(?:functions?|activations?|nonlinearity|Funktion|Aktivierungsfunktion|fonction)\b", re.I)
"""of a function."""
SENTENCE = lazily(r"[.;。](?!\d)|\n[ \t]*(?:\n|[-+*] )")
"""The end of what is said of one."""
BY = lazily(r"with\s+respect\s+to|w\.?\s?r\.?\s?t\b|\bnach\b|par\s+rapport", re.I)
"""Words by which it is one by something else."""


@dataclass(frozen=True, slots=True)
class _Argument:
    """The name to which a function is applied; which index of the function each of its own is, -1 for none."""

    head: Name
    places: tuple[int, ...]

    def at(self, name: Name, beside: Node) -> Name | None:
        """The argument of the function with other indices, in a line about what stands `beside`."""
        own, more = _indices(name), _indices(beside)
        same = isinstance(beside, Name) and stem_of(beside) == stem_of(self.head) and _fits(more, _indices(self.head))
        if (-1 in self.places and not same) or max(self.places, default=-1) >= len(own):
            return None
        entries = iter([own[n][1] if n >= 0 else more[k][1] for k, n in enumerate(self.places)])
        scripts = (replace(s, entries=tuple(next(entries) for _ in s.entries)) for s in self.head.scripts)
        made = replace(self.head, scripts=tuple(scripts))
        # of another unit it may be the slope at the time of what stands beside it
        return made if -1 not in self.places or _indices(made) == more else None


def _has_sign(s: Statement) -> bool:
    return any(_function(x) is not None for x in t.of_kind(s, Derivative))


@where(_has_sign)
def with_slopes_told(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with such slopes at their arguments."""
    meant: dict[Stem, _Argument] = {}
    for name in _called(located, gaps_of(located, blocks)):
        found = [x for f in read_of(located) for x in _applied(f, name)]
        told = [x for x in found if x is not None]
        forms = {(stem_of(x.head), x.places, tuple(above for above, _ in _indices(x.head))) for x in told}
        if len(told) == len(found) and len(forms) == 1:
            meant[stem_of(name)] = told[0]
    return with_statements(located, lambda s: _written(s, meant)) if meant else list(located)


def _function(x: Derivative) -> Name | None:
    """The name behind a sign that stands alone."""
    by = x.wrt[0].body if isinstance(x.of, Misfit) and len(x.wrt) == 1 and x.order == 1 else None
    return by if isinstance(by, Name) and not by.primes else None


def _called(located: Sequence[Located], gaps: Sequence[tuple[int, str]]) -> Iterator[Name]:
    """The functions whose slopes words call so."""
    for at, (n, before) in enumerate(gaps):
        value = value_alone(located[n]) if n >= 0 else None
        name = _function(value) if isinstance(value, Derivative) else None
        behind = SENTENCE.split(" $ ".join(gap for _, gap in gaps[at + 1 :]))[0] if name is not None else ""
        words = IS.match(behind)
        if name is None or words is None or BY.search(behind) or denies(before, behind) or weakens(before, behind):
            continue
        if words["of"] is None or FUNCTION.search(words["of"]):
            yield name


def _applied(f: t.Formula, name: Name) -> Iterator[_Argument | None]:
    """To what a function is applied; None where that does not have the indices of the function."""
    for x in t.of_kind(f, Product):
        for a, b in pairwise(x.factors):
            if b.joined and isinstance(a.body, Name) and stem_of(a.body) == stem_of(name) and not a.body.primes:
                inner = b.body.items[0] if isinstance(b.body, Group) and len(b.body.items) == 1 else None
                yield _argument(a.body, inner) if isinstance(inner, Name) and _indices(a.body) else None


def _argument(name: Name, inner: Name) -> _Argument | None:
    own = _indices(name)
    places = tuple(next((n for n, x in enumerate(own) if x == y), -1) for y in _indices(inner))
    used = [n for n in places if n >= 0]
    return _Argument(inner, places) if sorted(used) == [*range(len(own))] else None


def _indices(x: Node) -> list[tuple[bool, Node]]:
    return [(s.above, e) for s in x.scripts for e in s.entries] if isinstance(x, Name) else []


def _fits(one: list[tuple[bool, Node]], other: list[tuple[bool, Node]]) -> bool:
    return [above for above, _ in one] == [above for above, _ in other]


def _written(s: Statement, meant: dict[Stem, _Argument]) -> Statement:
    """A statement with the slopes at their arguments."""
    if not s.chain.relations:
        return s
    left = s.chain.members[0]
    beside = left.wrt[0].body if isinstance(left, Derivative) and len(left.wrt) == 1 else left

    def change(x: Any) -> Node | None:
        if isinstance(x, Product):
            return _with_arguments(x, meant, change)
        name = _function(x) if isinstance(x, Derivative) else None
        argument = meant.get(stem_of(name)) if name is not None else None
        made = argument.at(name, beside) if name is not None and argument is not None else None
        if name is None or made is None:
            return None
        group = Group("(", (replace(made, span=x.span),), ")", (), x.span)
        return Product((Factor("", replace(name, primes=1, span=x.span)), Factor("", group, True)), x.span)

    found: Statement = rebuilt(s, change)
    return found


def _with_arguments(x: Product, meant: dict[Stem, _Argument], change: Callable[[Any], Node | None]) -> Node | None:
    """A product with slopes that have their arguments behind them; one with another name there is left as it is."""
    made: list[Factor] = []
    told = False
    for a, b in zip_longest(x.factors, x.factors[1:]):
        name = _function(a.body) if isinstance(a.body, Derivative) else None
        argument = meant.get(stem_of(name)) if name is not None else None
        if made and told:
            made.append(Factor("", rebuilt(a.body, change), True))
            told = False
        elif name is not None and argument is not None and b is not None and (inner := _argument_in(b, argument)):
            told = isinstance(inner, Name) and stem_of(inner) == stem_of(argument.head)
            made.append(replace(a, body=replace(name, primes=1, span=a.body.span)) if told else a)
        else:
            made.append(replace(a, body=rebuilt(a.body, change)))
    return replace(x, factors=tuple(made))


def _argument_in(f: Factor, argument: _Argument) -> Node | None:
    """What stands in a parenthesis, if it is one name, or has what the function is applied to."""
    g = f.body
    if f.operator or not (isinstance(g, Group) and g.open == "(" and len(g.items) == 1):
        return None
    [inner] = g.items
    its = isinstance(inner, Name) or any(stem_of(y) == stem_of(argument.head) for y in t.of_kind(g, Name))
    return inner if its else None
