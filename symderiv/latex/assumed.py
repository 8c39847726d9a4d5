r"""What a page takes for granted of what is given: `Assume $\sum_k t_k = 1$`, `since $\sum_k t_k = 1$`.

Only a sum of given names that is said to be a number counts, and only where words say so; anything else is a claim.
"""

from __future__ import annotations

import re

from ..notation import EQUALITIES
from . import tree as t
from .facts import Facts
from .kinds import name_signature
from .resolve_shape import values_in
from .resolve_stated import Stated
from .tree import Node

BEFORE = re.compile(
    r"\b(?:assum\w*|suppos\w*|where|since|because|as|given|with|using|note|provided|recall|here|for|if)\b[\w\s,:]*\Z"
    r"|(?:ここで|ただし|なお|仮定)[^。]*\Z",
    re.I,
)
BEHIND = re.compile(
    r"\s*(?:と(?:仮定|する|おく)|を(?:仮定|満た|使|用い)|なので|だから|より|であるから|に注意|である|を考慮)"
)


def is_assumption(s: Stated, facts: Facts, before: str, behind: str) -> bool:
    """Does a statement, with the words around it, take for granted what a sum of given values is?"""
    chain = s.statement.chain
    if len(chain.members) != 2 or chain.relations[0] not in EQUALITIES:
        return False
    left, right = chain.members
    if not isinstance(left, t.BigSum) or not _is_number(right):
        return False
    if any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(chain)):
        return False
    names = {name_signature(shape) for shape in values_in(left)}
    if not names or names & facts.defined:
        return False
    said = s.statement.separator == r"\because" or s.statement.parenthesised
    return said or BEFORE.search(before) is not None or BEHIND.match(behind) is not None


def _is_number(x: Node) -> bool:
    if isinstance(x, t.Terms):
        return all(_is_number(term.body) for term in x.terms)
    return isinstance(x, t.Number)
