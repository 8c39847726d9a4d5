r"""Names that words call a derivative: `Let $\delta_j$ denote the derivative of $E$ with respect to $a_j$`.

The name then is an equation in its place, `\delta_j = \partial E/\partial a_j`, so that what a line says of it is a
claim. Without it the first line would say what the name is, right or wrong. A loss that is only called so is what the
page differentiates, if that is one name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....document.blocks import Block
from ....latex.alterations import goes_on
from ....latex.denials import denies, weakens
from ....latex.joining import AND
from ....latex.tree import Derivative, Formula, Name, Node, Wrt, of_kind
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import shape_of
from ..applied import head_of
from ..said_in_place import gaps_of, value_alone, with_equation

_OF = (
    r"(?:the\s+)?(?:(?:partial|total|first|ordinary|usual|corresponding|error)\s+)*(?:derivatives?|gradients?)\s+of\s+"
    r"(?:the\s+)?(?:(?:loss|error|cost|objective|energy|total|training|log|likelihood|log-likelihood|function"
    r"|output)\s+)*"
)
_ARRAY = r"(?:(?:(?:the|an?)\s+)?(?:column\s+)?(?:vector|matrix|array)\s+of\s+(?:all\s+)?)?"
_LOSS = r"(?:loss|error|cost|objective|energy)(?:\s+function)?\s+"
_BY = (
    r"(?:with\s+respect\s+to|w\.?\s?r\.?\s?t\.?|by)\s+(?:the\s+)?"
    r"(?:(?:entries|elements|components|coordinates)\s+of\s+(?:the\s+)?)?"
    r"(?:(?!(?:and|square|log|root|inverse|negative|of|sum)\b)[\w-]+\s+){0,4}?"
)
_IS = r"\s*,?\s*(?:denotes?|be|is|are|as|represents?|means|for|:|to be)\s+"
_NAMED = (
    r"\s*,?\s*(?:is\s+)?(?:(?:denoted|called|written)\s+)?(?:by|as|the\s+(?:error|delta)(?:[\s-]+(?:signal|term))?)?"
    r"(?:\s+(?:of|for)\s+unit)?\s*"
)
_NAMING = r"\b(?:denote|call|write|name|let|define|abbreviate)\b[^.;$]*"
_JA_OF = r"(?:に(?:よる|関する|ついての)|での)?(?:偏)?(?:微分(?!可能)|導関数|勾配)"
_JA_DONE = r"で(?:偏)?微分した(?:もの|値)"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words around three formulas, or two where the loss is only called so; which of them is what: the name, what is
    differentiated (-1 for what the page differentiates), and by what."""

    words: tuple[str, ...]
    name: int
    of: int
    by: int


WORDINGS = (
    Wording((r"", rf"{_IS}{_ARRAY}{_OF}", rf"\s*{_BY}", r""), 0, 1, 2),
    Wording((r"", rf"{_IS}{_ARRAY}{_OF}{_LOSS}{_BY}", r""), 0, -1, 1),
    Wording((rf"{_NAMING}\b{_OF}\Z", rf"\s*{_BY}", _NAMED, r""), 2, 0, 1),
    Wording((rf"{_NAMING}\b{_OF}{_LOSS}{_BY}\Z", _NAMED, r""), 1, -1, 0),
    Wording((r"", r"\s*を\s*", rf"\s*{_JA_DONE}を\s*", r"\s*と"), 2, 0, 1),
    Wording((r"", r"\s*の\s*", rf"\s*{_JA_OF}を\s*", r"\s*と"), 2, 0, 1),
    Wording((r"", r"\s*(?:は|を)[、,]?\s*", r"\s*の\s*", rf"\s*{_JA_OF}"), 0, 1, 2),
    Wording((r"", r"\s*(?:は|を)[、,]?\s*", r"\s*を\s*", rf"\s*{_JA_DONE}"), 0, 1, 2),
)
PATTERNS = tuple(
    tuple(lazily(w if n in (0, len(x.words) - 1) else rf"{w}\Z", re.I) if w else None for n, w in enumerate(x.words))
    for x in WORDINGS
)
TURNED = lazily(r"\b(?:negative|minus|not|never|opposite|second|relative|normali[sz]ed|scaled)\b|符号|2\s*階", re.I)
"""Words by which something else than the derivative is meant."""
ALTERED = lazily(
    r"[^.。]{0,40}?(?:\b(?:sign|in other books|in the book|flipped|reversed|times two|plus one)\b"
    r"|微分(?:の\s*[\d二三]|に負|では|でな)|勾配(?:の\s*[\d二三]|に負|では|でな))",
    re.I,
)
"""Words behind it by which it is another."""
LISTED = lazily(rf"\s*(?:,|、|,?\s*{AND})\s*")
"""Between two formulas of one list."""
WORDS = lazily(r"derivative|gradient|微分|導関数|勾配", re.I)


def with_derivatives_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, names that words call derivatives as equations that say so."""
    found = list(located)
    gaps = gaps_of(found, blocks)
    if not any(WORDS.search(gap) for _, gap in gaps):
        return found
    for at in range(len(gaps)):
        for wording, patterns in zip(WORDINGS, PATTERNS, strict=True):
            here = gaps[at : at + len(patterns)]
            if len(here) == len(patterns) and not _is_list(here) and _fits([gap for _, gap in here], patterns):
                _tell(found, [n for n, _ in here[:-1]], wording)
    return found


def _is_list(gaps: Sequence[tuple[int, str]]) -> bool:
    """Does the sentence go on from a list of names to a list of what they are taken by, or are two of them in one?"""
    listed = [LISTED.fullmatch(gap) is not None for _, gap in gaps]
    return (listed[0] and listed[-1]) or any(listed[1:-1])


def _fits(gaps: Sequence[str], patterns: Sequence[re.Pattern[str] | None]) -> bool:
    """Do the words around formulas have their forms? The first ends where a formula begins, the last begins behind."""
    if any(TURNED.search(gap) for gap in gaps[:-1]):
        return False
    first, *between, last = zip(gaps, patterns, strict=True)
    if first[1] is not None and first[1].search(first[0]) is None:
        return False
    if goes_on("", last[0]) or denies("", last[0]) or weakens("", last[0]) or ALTERED.match(last[0]):
        return False
    return all(p is None or p.match(gap) is not None for gap, p in (*between, last))


def _tell(found: list[Located], numbers: Sequence[int], wording: Wording) -> None:
    """Put the equation in the place of the name, if the formulas are such and nothing above says what it is."""
    values = [value_alone(found[n]) for n in numbers]
    name, by = values[wording.name], values[wording.by]
    of = values[wording.of] if wording.of >= 0 else _differentiated(found)
    number = numbers[wording.name]
    if not isinstance(name, Name) or of is None or not isinstance(by, Name) or shape_of(name) is None:
        return
    if any(_says_of(f, name) for f in read_of(found[:number])):
        return
    told = Derivative(of, (Wrt(by, span=name.span),), span=name.span)
    found[number] = with_equation(found[number], name, told)


def _differentiated(found: Sequence[Located]) -> Node | None:
    """What the page differentiates, if that is one name without indices."""
    tops = {d.of for f in read_of(found) for d in of_kind(f, Derivative) if isinstance(d.of, Name) and not d.of.scripts}
    return tops.pop() if len(tops) == 1 else None


def _says_of(f: Formula, name: Name) -> bool:
    """Does an equation begin with a name of these letters?"""
    heads = (head_of(s.chain.members[0]) for s in f.statements if s.chain.relations)
    return any(isinstance(h, Name) and h.base == name.base and len(h.scripts) == len(name.scripts) for h in heads)
