r"""Conditions and claims told apart: what a chain with relations is about.

`k \\ne j`, `1 \\le i \\le I` are about integers, and conditions.
"""

from __future__ import annotations

from ..notation import EQUALITIES
from . import tree as t
from .facts import Facts
from .resolve_shape import letter_of, letters_in
from .tree import Chain, Node

COMPARISONS = frozenset([r"\le", r"\ge", "<", ">"])
RANGING = COMPARISONS | {r"\ne", r"\in", r"\notin", r"\pmod"}


def is_condition(chain: Chain, facts: Facts) -> bool:
    """Does a statement say something about integers only: a range, an inequality, `k = j`?"""
    if not chain.relations:
        return False
    if any(r in RANGING for r in chain.relations):
        return True
    if any(isinstance(m, t.Listing) for m in chain.members):
        return True
    if not all(r in EQUALITIES for r in chain.relations) or not all(map(_integral, chain.members)):
        return False
    first = letter_of(chain.members[0])
    letters = {x for m in chain.members for x in letters_in(m)}
    indices = facts.strong | facts.left
    if first is None:
        return bool(letters & facts.strong) and letters <= indices | facts.ends | facts.range_ends
    if first in facts.strong or letters <= (facts.ends | facts.range_ends | indices):
        return True
    # a letter that only claims use (`i` of `\\partial y_i / \\partial z_k`) is an index by where it stands
    return bool(letters & facts.strong) and letters <= indices | facts.in_scripts


def _integral(x: Node) -> bool:
    """Is it made of plain letters, numbers, signs and products only?"""
    if isinstance(x, t.Number):
        return "." not in x.text
    if isinstance(x, t.Name):
        return not x.scripts
    if isinstance(x, t.Terms):
        return all(_integral(term.body) for term in x.terms)
    if isinstance(x, t.Product):
        return all(_integral(f.body) and not f.joined for f in x.factors)
    if isinstance(x, t.Group):
        return len(x.items) == 1 and _integral(x.items[0])
    return False


def is_remark(chain: Chain, facts: Facts | None) -> bool:
    r"""Does a condition say nothing about integers: `x \in \mathbb{R}^n`, `\eta > 0` of a number that is no index?"""
    if any(r in (r"\in", r"\notin") for r in chain.relations):
        return not all(isinstance(m, t.Group) and m.open in (r"\{", "[") for m in chain.members[1:])
    if facts is None:
        return False
    letters = {x for m in chain.members for x in letters_in(m)}
    integers = facts.strong | facts.left | set(facts.scripted) | facts.ends | facts.range_ends | facts.arithmetic
    return not letters & integers


def subjects(chain: Chain, known: frozenset[str] | set[str]) -> tuple[list[str], list[Node]]:
    r"""The letters that a range or condition is about, and the forms that they are compared with.

    `1 \le i \le I` is about i, `i = 1, \dots, I` about i, `k \ne j` about k (and j where j is a known index).
    """
    members = [i for m in chain.members for i in (m.items if isinstance(m, t.Listing) else (m,))]
    letters = [letter_of(m) for m in members]
    if len(chain.members) >= 3 and all(r in COMPARISONS for r in chain.relations):
        inner = chain.members[1:-1]
        names = [x for m in inner for i in (m.items if isinstance(m, t.Listing) else (m,)) if (x := letter_of(i))]
        return names, [chain.members[0], chain.members[-1]]
    found: list[str] = []
    ends: list[Node] = []
    first = chain.members[0]
    starting = first.items if isinstance(first, t.Listing) else (first,)
    if r"\in" in chain.relations or any(isinstance(m, t.Listing) for m in chain.members[1:]):
        known = frozenset()
    for m, letter in zip(members, letters, strict=True):
        if letter is not None and (letter in known or any(m is s for s in starting)):
            found.append(letter)
        else:
            ends.append(m)
    return found, ends
