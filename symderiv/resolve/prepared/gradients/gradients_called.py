r"""Derivatives that words give names behind them: `The gradients are called $\partial L/\partial V = \zeta_1, \dots$`.

Each such equation says what the name is, so it is turned round, `\zeta_1 := \partial L/\partial V`: the name was met
nowhere above, and what lines below say of it is claimed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ....document.blocks import Block
from ....latex.denials import denies, weakens
from ....latex.hedged import is_hedged
from ....latex.tree import Derivative, Formula, Name, Number, Script, Statement, of_kind
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of
from ..said_in_place import gaps_of
from .derivatives_in_words import WORDS
from .gradients_by_d_told import TURNED

GIVING = re.compile(
    r"\b(?:(?:are|is|be|get|gets)\s+(?:(?:now|here|also|simply|all)\s+)?(?:called|denoted|named|abbreviated|written)"
    r"(?:\s+(?:by|as))?|(?:we|let us)\s+(?:will\s+|shall\s+)?(?:call|denote|name|abbreviate|write)(?:\s+them)?"
    r"|(?:call|denote|name|abbreviate)(?:\s+(?:the|all)\s+[\w\s]*)?(?:\s+(?:by|as))?)\s*:?\s*\Z"
    r"|(?:と|のように)(?:書く|呼ぶ|表す|おく|書き|呼び|表し)[、，:：。]?\s*\Z",
    re.I,
)
"""Words right before such equations that give names;"""
ALTERED = re.compile(r"\b(?:up to|except|apart from|instead|elsewhere|sometimes|some|often|half|twice)\b", re.I)
"""words in the same sentence by which the names are of something else, or of others."""
SENTENCE = re.compile(r"[.;。；](?=\s|\Z)")
Key: TypeAlias = tuple[str, tuple[Script, ...]]


def _is_turned(s: Statement) -> bool:
    c = s.chain
    named = len(c.members) == 2 and c.relations[0] in EQUALITIES and isinstance(c.members[1], Name)
    return named and isinstance(c.members[0], Derivative) and not s.conditions and not s.struck


@where(_is_turned)
def with_gradients_called(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, names that words give to derivatives in front of them."""
    found = list(located)
    gaps = gaps_of(found, blocks)
    calling = [n for (n, gap), (_, behind) in pairwise(gaps) if _calls(gap, behind)]
    if not calling:
        return found
    for n in calling:
        display, f = found[n]
        if isinstance(f, Formula) and f.statements and all(map(_is_turned, f.statements)):
            above = {_key(x) for g in read_of(found[:n]) for s in g.statements for x in of_kind(s.chain, Name)}
            if _are_new(f, above):
                found[n] = display, replace(f, statements=tuple(map(_turned, f.statements)))
    return found


def _calls(gap: str, behind: str) -> bool:
    """Do words call gradients what stands behind them, and nothing takes it back?"""
    sentence = SENTENCE.split(gap.rstrip())[-1]
    told = GIVING.search(sentence) is not None and WORDS.search(sentence) is not None
    told = told and TURNED.search(sentence) is None and ALTERED.search(sentence) is None
    return told and not (denies(gap, behind) or weakens(gap, behind) or is_hedged(gap, behind))


def _are_new(f: Formula, met: set[Key]) -> bool:
    """Are the names all different, none of them met, or differentiated, or by, in these equations?"""
    named = [_key(x) for s in f.statements if isinstance(x := s.chain.members[1], Name)]
    inside = {_key(x) for s in f.statements for x in of_kind(s.chain.members[0], Name)}
    known = met | inside
    return max(Counter(named).values()) == 1 and all(known.isdisjoint({key, (key[0], ())}) for key in named)


def _turned(s: Statement) -> Statement:
    return replace(s, chain=replace(s.chain, members=s.chain.members[::-1], relations=(":=",)))


def _key(x: Name) -> Key:
    r"""What a name is met by: its letter, with the numbers that it has for labels, those of `\zeta_1`."""
    labelled = all(isinstance(e, Number) for script in x.scripts for e in script.entries)
    return x.base, x.scripts if labelled else ()
