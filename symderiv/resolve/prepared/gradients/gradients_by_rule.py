r"""Gradients named by a d before any name, as one equation says: `for any vector v write $\mathbf{dv} =
\frac{\partial L}{\partial \mathbf{v}}$`.

The v of the rule stands nowhere else as a value, so it is said of every name; the rule itself claims nothing. A d in
bold, or in one run with what it stands before, is the sign then, also where a plain d is a size: `\mathbf{d}q_k` and
`\mathbf{dq}` beside `\frac{1}{d}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....errors import ReadError
from ....latex import sentences
from ....latex import tree as t
from ....latex.denials import denies, weakens
from ....latex.hedged import is_hedged
from ....latex.tree import Chain, Derivative, Factor, Formula, Name, Node, Product, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.differentials import CHANGE
from .gradients_by_d import bare, with_marks_kept
from .runs_by_d import Value, behind_d, outside_scripts

ANY = lazily(
    r"\b(?:any|every|each|all|arbitrary|jede[rnms]?|beliebig\w*|alle|tout(?:es?)?|chaque|cualquier\w*|cada|tod[oa]s"
    r"|qualsiasi|qualunque|ogni|qualquer)\b|любо|всяк|кажд|任意|任何|各|所有|すべて|全て|모든|임의",
    re.I,
)
"""Words by which a letter stands for many."""
RUN = "mathit"
"""The font in which runs of letters are drawn, whatever theirs was."""


def _may_be_rule(s: Statement) -> bool:
    return _rule(s) is not None


@where(_may_be_rule)
def with_gradients_by_rule(located: Sequence[Located]) -> list[Located]:
    """The formulas with derivatives in the place of all such names."""
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    rules = [r for pair in located for r in _rules(pair)]
    free = [r for r in rules if all(_is_told_by(r, c) or not _holds(r.by, c) for c in chains)]
    losses = {r.loss for r in free}
    if free and any(_is_otherwise(c) for c in chains):
        return [(d, _unread(f)) for d, f in located]
    if len(losses) != 1 or not _is_sign(chains):
        return list(located)
    (loss,) = losses
    told = {r.by.base for r in free}
    values = {(x.base, x.font) for c in chains for x in outside_scripts(c) if x.base not in told}

    def change(x: Any) -> Node | None:
        if isinstance(x, t.Script):
            return None
        if isinstance(x, Name):
            found = behind_d(x, values, size=True) if x.font == RUN else None
            return None if found is None else with_marks_kept(found, loss)
        return _behind_signs(x, values, loss, change) if isinstance(x, Product) else None

    def without_rules(f: Formula) -> Formula:
        kept = tuple(s for s in f.statements if (r := _rule(s)) is None or r not in free)
        return f if len(kept) == len(f.statements) else replace(f, statements=kept)

    bare_of_rules = [(d, f if isinstance(f, ReadError) else without_rules(f)) for d, f in located]
    return with_statements(bare_of_rules, lambda s: rebuilt(s, change))


@dataclass(frozen=True, slots=True)
class _Rule:
    """The letter that stands for any name, and what is differentiated by it."""

    by: Name
    loss: Name


def _rule(s: Statement) -> _Rule | None:
    return None if s.conditions or s.struck else _rule_in(s.chain)


def _rule_in(c: Chain) -> _Rule | None:
    r"""What `\mathbf{dv} = \frac{\partial L}{\partial \mathbf{v}}` says, if it is such an equation."""
    if len(c.members) != len(("dv", "L")) or not EQUALITIES.issuperset(c.relations):
        return None
    left, right = c.members
    of_loss = isinstance(right, Derivative) and right.order == 1 and len(right.wrt) == 1
    if not of_loss or not isinstance(right, Derivative) or not isinstance(right.of, Name) or right.of.scripts:
        return None
    by = right.wrt[0].body
    if not isinstance(by, Name) or by.scripts or by.primes or by.accents:
        return None
    run = isinstance(left, Name) and left.font == RUN and left.base == f"d{by.base}" and not left.scripts
    parted = isinstance(left, Product) and [f.body for f in left.factors[1:]] == [by] and _is_bold_d(left.factors[0])
    return _Rule(by, bare(right.of)) if run or parted else None


def _is_bold_d(f: Factor) -> bool:
    x = f.body
    return isinstance(x, Name) and x.base == "d" and x.font in BOLD_FONTS and not (x.scripts or x.accents or x.primes)


def _is_otherwise(c: Chain) -> bool:
    r"""Does it say that a name is more than the derivative, `\mathbf{dM} = -\eta \frac{\partial L}{\partial M}`?"""
    left, right = c.members[0], c.members[1]
    own = (x for x in t.of_kind(right, Derivative) if x is not right and len(x.wrt) == 1)
    return any(_rule_in(Chain((left, x), ("=",))) is not None for x in own)


def _unread(f: Formula | ReadError) -> Formula | ReadError:
    """A formula, or why it is not read where a d stands before a name."""
    if isinstance(f, ReadError) or not any(_has_d(s) for s in f.statements):
        return f
    return ReadError("words say more than one thing of the sign `d`", f.here)


def _has_d(s: Statement) -> bool:
    runs = any(x.font == RUN and x.base[:1] == "d" and x.base != "d" for x in t.of_kind(s, Name))
    return runs or any(True for x in t.of_kind(s, Product) for _ in _signs(x))


def _is_told_by(r: _Rule, c: Chain) -> bool:
    return _rule_in(c) == r


def _holds(name: Name, c: Chain) -> bool:
    """Does a letter stand in a formula?"""
    return any(x.base == name.base for x in t.of_kind(c, Name))


def _rules(pair: Located) -> Iterator[_Rule]:
    """The rules of a formula, where words say them of any name, and do not deny them."""
    display, f = pair
    found = [] if isinstance(f, ReadError) else [r for s in f.statements if (r := _rule(s)) is not None]
    before, behind = sentences.last(display.before), sentences.first(display.after)
    unsure = found and (is_hedged(before, behind) or denies(before, behind) or weakens(before, behind))
    yield from () if unsure or ANY.search(f"{before} {behind}") is None else found


def _is_sign(chains: Sequence[Chain]) -> bool:
    """Does every bold d stand right before a name?"""
    every = sum(_is_bold_d(Factor("", x)) for c in chains for x in t.of_kind(c, Name))
    return every == sum(True for c in chains for x in t.of_kind(c, Product) for _ in _signs(x))


def _signs(x: Product) -> Iterator[int]:
    """The places of a bold d right before a name."""
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if _is_bold_d(a) and isinstance(b.body, Name) and not b.operator:
            yield n


def _behind_signs(x: Product, values: set[Value], loss: Name, change: Any) -> Node | None:
    """A product with the derivative by what stands behind each bold d."""
    signs = {n for n in _signs(x) if _base(x.factors[n + 1]) in {base for base, _ in values}}
    if not signs:
        return None
    made: list[Factor] = []
    for n, f in enumerate(x.factors):
        if n in signs:
            continue
        if n - 1 in signs and isinstance(f.body, Name):
            by = replace(f.body, accents=(CHANGE, *f.body.accents))
            made.append(replace(x.factors[n - 1], body=with_marks_kept(by, loss)))
        else:
            made.append(replace(f, body=rebuilt(f.body, change)))
    return made[0].body if len(made) == 1 else replace(x, factors=tuple(made))


def _base(f: Factor) -> str:
    return f.body.base if isinstance(f.body, Name) else ""
