r"""A loss that is only said to be a sum, `E = \sum_n E_n`, and a page that derives for one of its parts, `E_n`.

Where nothing but the part carries the number n, no equation says what the part is, and nothing differentiates the sum,
the page is about one part: its number is set upright as a label, and the sum is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Formula, Name, Node, Product, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, OBJECTIVES
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import letter_of


def _is_whole(s: Statement) -> bool:
    return _whole(s) is not None


@where(_is_whole)
def with_one_of_many(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such a part as the loss."""
    statements = [s for f in read_of(located) for s in f.statements]
    parts = [x for s in statements if (x := _whole(s)) is not None]
    meant = parts[0] if len(parts) == 1 and _is_alone(parts[0], statements) else None
    if meant is None:
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or x != meant:
            return None
        upright = (Text(_number(meant) or "", span=x.span),)
        return replace(x, scripts=tuple(replace(s, entries=upright) for s in x.scripts))

    def told(f: Formula) -> Formula:
        found = tuple(rebuilt(s, change) for s in f.statements if _whole(s) is None)
        return f if found == f.statements else replace(f, statements=found)

    return [(d, told(f) if isinstance(f, Formula) else f) for d, f in located]


def _whole(s: Statement) -> Name | None:
    """The part of `E = \\sum_n E_n`; None for any other equation."""
    c = s.chain
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES or s.struck:
        return None
    left, right = _called(c.members[0]), c.members[1]
    if not isinstance(right, BigSum) or right.operator != r"\sum" or left is None or left.scripts or left.primes:
        return None
    part = _called(right.body)
    number = _number(part) if part is not None else None
    bound = {y.base for b in right.below for y in t.of_kind(b.members[0] if isinstance(b, t.Chain) else b, Name)}
    same = part is not None and (part.base, part.font) == (left.base, left.font) and _is_objective(left)
    return part if same and number is not None and bound == {number} else None


def _called(x: Node) -> Name | None:
    r"""A name, or that of `E(\mathbf{w})`."""
    if isinstance(x, Product) and len(x.factors) == 2 and x.factors[1].joined:
        x = x.factors[0].body
    return x if isinstance(x, Name) else None


def _number(x: Name) -> str | None:
    """The one letter below a name that carries nothing else."""
    entries = x.scripts[0].entries if len(x.scripts) == 1 and not x.scripts[0].above and not x.primes else ()
    return letter_of(entries[0]) if len(entries) == 1 else None


def _is_objective(x: Name) -> bool:
    return x.base in OBJECTIVES or rf"\{x.font}{{{x.base}}}" in OBJECTIVES


def _is_alone(part: Name, statements: Sequence[Statement]) -> bool:
    """Does nothing else carry its number, or say what it or the sum is?"""
    number = _number(part)
    others = [s for s in statements if _whole(s) is None]
    differentiated = {d.of for s in others for d in t.of_kind(s, t.Derivative) if d.of is not None}
    bare = replace(part, scripts=())
    if part not in differentiated or bare in differentiated:
        return False
    if any(_called(s.chain.members[0]) in (part, bare) for s in others if s.chain.relations):
        return False
    return number not in set(_letters(others, part))


def _letters(statements: Sequence[Statement], part: Name) -> Iterator[str]:
    """All letters of names but those of the part."""
    for s in statements:
        inside = {id(y) for x in t.of_kind(s, Name) if x == part for z in x.scripts for y in t.of_kind(z, Name)}
        yield from (y.base for y in t.of_kind(s, Name) if id(y) not in inside)
