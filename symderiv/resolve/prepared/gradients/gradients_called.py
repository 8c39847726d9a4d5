r"""Derivatives that words give names behind them: `The gradients are called $\partial L/\partial V = \zeta_1, \dots$`.

Each such equation says what the name is, so it is turned round, `\zeta_1 := \partial L/\partial V`: the name was met
nowhere above, and what lines below say of it is claimed. Where words or a sign say more (`after division by the batch
size`), such equations are not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import sentences
from ....latex.denials import denies, weakens
from ....latex.hedged import is_hedged
from ....latex.statement_forms import turned_round
from ....latex.tree import Derivative, Formula, Name, Number, Script, Statement, of_kind
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ..said_in_place import gaps_of
from .derivatives_in_words import WORDS
from .gradients_by_d_told import TURNED

GIVING = lazily(
    r"\b(?:(?:are|is|be|get|gets)\s+(?:(?:now|here|also|simply|all)\s+)?(?:called|denoted|named|abbreviated|written)"
    r"(?:\s+(?:by|as))?|(?:we|let us)\s+(?:will\s+|shall\s+)?(?:call|denote|name|abbreviate|write)(?:\s+them)?"
    r"|(?:call|denote|name|abbreviate)(?:\s+(?:the|all)\s+[\w\s]*)?(?:\s+(?:by|as))?)\s*:?\s*\Z"
    r"|(?:と|のように)(?:書く|呼ぶ|表す|おく|書き|呼び|表し)[、，:：。]?\s*\Z",
    re.I,
)
"""Words right before such equations that give names;"""
ALTERED = lazily(r"\b(?:up to|except|apart from|instead|elsewhere|sometimes|some|often|half|twice)\b", re.I)
"""words in the same sentence by which the names are of something else, or of others."""
FURTHER = lazily(
    r"\b(?:after|before|divi\w+|multipl\w+|factors?|batch\w*|per|over|signs?|constants?|weighted|rescaled|evaluated|unless"
    r"|if|when|only|transpose\w*)\b|割|除|倍|転置",
    re.I,
)
"""Words behind the names by which they are of something else,"""
THESE = lazily(
    r"\s*(?:(?:here|all(?: of)?|each(?: of)?|both)\s+)*(?:these|they|those|this|it|all|each|both|every)\b", re.I
)
"""perhaps in a sentence about them."""
Key: TypeAlias = tuple[str, tuple[Script, ...]]


def _is_turned(s: Statement) -> bool:
    c = s.chain
    named = len(c.members) == 2 and c.relations[0] in EQUALITIES and isinstance(c.members[1], Name)
    return named and isinstance(c.members[0], Derivative) and not s.conditions and not s.struck


def _names_one(s: Statement) -> bool:
    c = s.chain
    named = bool(c.relations) and isinstance(c.members[-1], Name)
    return named and any(True for _ in of_kind(c.members[0], Derivative))


@where(_names_one)
def with_gradients_called(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, names that words give to derivatives in front of them."""
    found = list(located)
    gaps = gaps_of(found, blocks)
    naming = [(n, _calls(gap, behind)) for (n, gap), (_, behind) in pairwise(gaps) if _names(gap)]
    for n, plainly in naming:
        display, f = found[n]
        if isinstance(f, Formula) and not (plainly and all(map(_is_turned, f.statements))):
            found[n] = display, _unread(f)
        elif isinstance(f, Formula):
            above = {_key(x) for g in read_of(found[:n]) for s in g.statements for x in of_kind(s.chain, Name)}
            if _are_new(f, above):
                found[n] = display, replace(f, statements=tuple(map(turned_round, f.statements)))
    return found


def _names(gap: str) -> bool:
    """Do words give names to gradients, or to what they make of these?"""
    sentence = sentences.last(gap.rstrip())
    return GIVING.search(sentence) is not None and WORDS.search(sentence) is not None


def _unread(f: Formula) -> Formula | ReadError:
    """A formula, or why it is not read where it would give a name to something made of a derivative."""
    named = any(map(_names_one, f.statements))
    return ReadError("words say more of these derivatives than the equations do", f.here) if named else f


def _calls(gap: str, behind: str) -> bool:
    """Do such words call gradients what stands behind them, and nothing takes it back?"""
    sentence = sentences.last(gap.rstrip())
    same, *more = (*re.split(r"[.;。；](?=\s|\Z)|\n[ \t]*\n", behind), "")
    rest = " ".join((same, *(x for x in more[:2] if THESE.match(x))))
    told = not any(x.search(f"{sentence} ; {rest}") for x in (TURNED, ALTERED)) and FURTHER.search(rest) is None
    return told and not (denies(gap, behind) or weakens(gap, behind) or is_hedged(gap, behind))


def _are_new(f: Formula, met: set[Key]) -> bool:
    """Are the names all different, none of them met, or differentiated, or by, in these equations?"""
    named = [_key(x) for s in f.statements if isinstance(x := s.chain.members[1], Name)]
    inside = {_key(x) for s in f.statements for x in of_kind(s.chain.members[0], Name)}
    known = met | inside
    return max(Counter(named).values()) == 1 and all(known.isdisjoint({key, (key[0], ())}) for key in named)


def _key(x: Name) -> Key:
    r"""What a name is met by: its letter, with the numbers that it has for labels, those of `\zeta_1`."""
    labelled = all(isinstance(e, Number) for script in x.scripts for e in script.entries)
    return x.base, x.scripts if labelled else ()
