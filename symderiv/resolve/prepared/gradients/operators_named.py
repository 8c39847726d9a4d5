r"""Operators that a page names: `D_j S_i = \partial S_i/\partial a_j`, `$D_{ij}$ is the derivative w.r.t. $W_{ij}$`.

Then `\sum_k D_k S_t D_{ij} g_k` has two derivatives, each of what stands right behind the operator, as behind a nabla.
What an equation or words say of an operator before a name, they say of that name with any indices; said of the operator
alone, it holds before everything of which nothing else is said. How many indices it has is part of its name. A letter
that stands anywhere else, or means two things, is a name like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.alterations import goes_on
from ....latex.denials import denies, weakens
from ....latex.doubted import is_doubted
from ....latex.hedged import is_hedged
from ....latex.tree import Chain, Derivative, Factor, Formula, Name, Node, Product, Statement, Wrt
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import remembered
from ...located import Located, read_of
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import arguments_of
from ..said_in_place import gaps_of, has_values, value_alone
from .derivatives_in_words import ALTERED, TURNED

_BY = (
    r"(?:with\s+respect\s+to|w\.?\s?r\.?\s?t\.?|by)\s+(?:the\s+)?"
    r"(?:(?:entry|entries|weights?|inputs?|outputs?|parameters?|variables?|components?)\s+)?"
)
_IS = r"\s*,?\s*(?:denotes?|be|is|are|represents?|means|stands\s+for|for)\s+"
_DERIVATIVE = r"(?:the\s+)?(?:partial\s+)?(?:derivatives?|differentiation)\s+"
ALONE = lazily(rf"{_IS}{_DERIVATIVE}{_BY}", re.I)
"""Words between an operator and what it differentiates by."""
OF = lazily(rf"{_IS}{_DERIVATIVE}of\s+(?:the\s+)?(?:(?:loss|function)\s+)?", re.I)
"""Words between an operator before a name and that name,"""
BY = lazily(rf"\s*{_BY}", re.I)
"""and between that and what it differentiates by."""
ASIDE = lazily(r"\s*\([^()]*\)")
"""Something in parentheses behind the operator, formulas left out."""
CALLED = lazily(r"\s*for\s+(?:the|its|their|these|all)\s+(?:partial\s+|first\s+)*derivatives?\b", re.I)
"""What an equation is written for."""
Key: TypeAlias = tuple[str, int]
"""The letter of an operator, and how many indices it has."""
ANY: Stem = ("", (), "")
"""In the place of the letter of what is differentiated: whatever that is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an operator differentiates by, in the indices with which it was told; the letter of what it is said of."""

    operator: Name
    of: Stem
    by: Name


def with_operators_named(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with derivatives in the place of such operators."""
    told = [*_equations(located), *_in_words(located, blocks)]
    meant: dict[Key, dict[Stem, Told]] = {}
    for x in told:
        if meant.setdefault(_key(x.operator), {}).setdefault(x.of, x) != x:
            return list(located)
    letters = {x.operator.base for x in told}
    if not told or any(_is_value(f, letters) for f in read_of(located)):
        return list(located)

    def change(x: Any) -> Node | None:
        if isinstance(x, Chain) and _by_equation(x) is not None:
            return replace(x, members=(rebuilt(x.members[1], change),), relations=(), relation_spans=())
        return _written(x, meant, change) if isinstance(x, Product) else None

    return [(d, rebuilt(f, change) if isinstance(f, Formula) else f) for d, f in located]


def _key(x: Name) -> Key:
    return (x.base, len(x.scripts[0].entries))


def _is_operator(x: object) -> bool:
    """Is it a letter that has nothing but different letters below it?"""
    if not isinstance(x, Name) or x.accents or x.primes or len(x.scripts) != 1 or x.scripts[0].above:
        return False
    letters = [letter_of(e) for e in x.scripts[0].entries]
    return None not in letters and len({*letters}) == len(letters)


def _equations(located: Sequence[Located]) -> Iterator[Told]:
    """What equations say that define nothing else."""
    for display, f in located:
        told = [x for s in f.statements if (x := _by_statement(s)) is not None] if isinstance(f, Formula) else []
        behind = CALLED.sub("", display.after) if told and CALLED.match(display.after) else display.after
        if told and not is_doubted(display.before, behind):
            yield from told


@remembered
def _by_statement(s: Statement) -> Told | None:
    return None if s.struck else _by_equation(s.chain)


def _by_equation(c: Chain) -> Told | None:
    r"""What `D_j S_i = \partial S_i/\partial a_j` or `D_j = \partial/\partial a_j` says."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    left, right = c.members
    if not isinstance(right, Derivative) or len(right.wrt) != 1 or right.order != 1 or right.direct:
        return None
    by = right.wrt[0].body
    factors = left.factors if isinstance(left, Product) else (Factor("", left),)
    operator, *behind = (x.body for x in factors)
    of = behind[0] if len(behind) == 1 else Product(tuple(factors[1:])) if behind else None
    if of != right.of or any(x.operator for x in factors) or not isinstance(operator, Name):
        return None
    return _told(operator, _letter(factors[1:]) if behind else ANY, by)


def _in_words(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Told]:
    """What sentences say."""
    gaps = gaps_of(located, blocks) if has_values(located) else []
    for at, (number, before) in enumerate(gaps[:-2]):
        value = value_alone(located[number]) if number >= 0 else None
        factors = value.factors if isinstance(value, Product) else (Factor("", value),) if value is not None else ()
        if not factors or not _is_operator(factors[0].body) or denies(before, "") or is_hedged(before, ""):
            continue
        words, at = _behind_aside(gaps, at + 1)
        of = ANY if len(factors) == 1 else _letter(factors[1:])
        if of != ANY and OF.fullmatch(words) and _named(located, gaps[at][0]) == of:
            words, at = gaps[at + 1][1], at + 1
            told = BY.fullmatch(words)
        else:
            told = ALONE.fullmatch(words) if of == ANY else None
        if told is None or TURNED.search(words) or gaps[at][0] < 0:
            continue
        by, behind, operator = value_alone(located[gaps[at][0]]), gaps[at + 1][1], factors[0].body
        altered = goes_on("", behind) or denies("", behind) or weakens("", behind) or ALTERED.match(behind)
        found = _told(operator, of, by) if isinstance(operator, Name) and not altered else None
        if found is not None:
            yield found


def _behind_aside(gaps: Sequence[tuple[int, str]], at: int) -> tuple[str, int]:
    """The words behind a formula up to the next one, and the number of their gap; what stands in parentheses is no
    part of these."""
    words, end = gaps[at][1], at
    while words.lstrip().startswith("(") and ")" not in words and end + 1 < len(gaps) and gaps[end][0] >= 0:
        end += 1
        words += gaps[end][1]
    return ASIDE.sub("", words, count=1) if words.lstrip().startswith("(") else words, end


def _named(located: Sequence[Located], number: int) -> Stem | None:
    value = value_alone(located[number]) if number >= 0 else None
    return stem_of(value) if isinstance(value, Name) else None


def _told(operator: Name, of: Stem | None, by: Node | None) -> Told | None:
    """What is told, where the operator has the very indices of what it differentiates by."""
    if of is None or not _is_operator(operator) or not isinstance(by, Name) or by.primes:
        return None
    below = [s for s in by.scripts if not s.above]
    return Told(operator, of, by) if len(below) == 1 and below[0].entries == operator.scripts[0].entries else None


def _letter(factors: Sequence[Factor]) -> Stem | None:
    """The letter of a name and of nothing else, with its arguments."""
    first, *rest = factors
    if not isinstance(first.body, Name) or first.operator or first.joined:
        return None
    return stem_of(first.body) if not rest or (len(rest) == 1 and arguments_of(rest[0]) is not None) else None


def _is_value(f: Formula, letters: set[str]) -> bool:
    """Does such a letter stand where an operator cannot: behind everything, before a sign, or without indices?"""
    if not any(isinstance(x, Name) and x.base in letters for x in t.of_kind(f, Name)):
        return False
    operators = [x for x in t.of_kind(f, Name) if x.base in letters]
    before = [
        a.body
        for x in t.of_kind(f, Product)
        for a, b in zip(x.factors, x.factors[1:], strict=False)
        if isinstance(a.body, Name) and a.body.base in letters and not b.operator
    ]
    mentioned = [
        c.members[0]
        for s in f.statements
        if not (c := s.chain).relations or _by_equation(c) is not None
        if isinstance(c.members[0], Name) and c.members[0].base in letters
    ]
    plain = [len(x.scripts) == 1 and not (x.accents or x.primes or x.scripts[0].above) for x in operators]
    return not all(plain) or len(operators) != len(before) + len(mentioned)


def _written(x: Product, meant: Mapping[Key, Mapping[Stem, Told]], change: Any) -> Node | None:
    """A product with the derivatives that stand in it; None where none does."""
    rest, found = list(x.factors), False
    done: list[Factor] = []
    while rest:
        one = rest.pop()
        told = _meaning(one, done, meant)
        if told is None:
            done.insert(0, replace(one, body=rebuilt(one.body, change)))
            continue
        found = True
        taken = 2 if len(done) > 1 and arguments_of(done[1]) is not None and isinstance(done[0].body, Name) else 1
        of, done = done[:taken], done[taken:]
        body = of[0].body if taken == 1 else Product(tuple(of), (_span(of[0].body)[0], _span(of[1].body)[1]))
        span = (_span(one.body)[0], _span(of[-1].body)[1])
        by = _placed(told, one.body)
        done.insert(0, replace(one, body=Derivative(body, (Wrt(by, span=by.span),), span=span)))
    if not found:
        return None
    return done[0].body if len(done) == 1 and not done[0].operator else replace(x, factors=tuple(done))


def _meaning(one: Factor, behind: Sequence[Factor], meant: Mapping[Key, Mapping[Stem, Told]]) -> Told | None:
    """What is told of an operator before the factors behind it."""
    x = one.body
    if not isinstance(x, Name) or len(x.scripts) != 1 or not behind or behind[0].operator:
        return None
    told = meant.get(_key(x), {})
    of = behind[0].body
    return told.get(stem_of(of) if isinstance(of, Name) else ANY, told.get(ANY))


def _placed(told: Told, x: Node) -> Name:
    """What is differentiated by, with the indices that the operator has here."""
    assert isinstance(x, Name)
    scripts = tuple(
        s if s.above else replace(s, entries=x.scripts[0].entries, commas=x.scripts[0].commas) for s in told.by.scripts
    )
    return replace(told.by, scripts=scripts, span=x.span)


def _span(x: Node) -> tuple[int, int]:
    return x.span
