r"""Names that words give to a value: `I write $\Sigma$ for $\sum_k e^{a_k}$`, `$Z$ stands for $\sum_k e^{a_k}$`.

The name then is an equation in its place, `\Sigma = \sum_k e^{a_k}`. The value has to be more than a name and may have
no index that the name lacks, and no equation of the page may say what the name is (none above it, where the value is a
derivative: then lines below are claims). Words that leave it to others, or doubt it, name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....document.blocks import Block
from ....latex.alterations import goes_on
from ....latex.doubted import is_doubted
from ....latex.tree import BigSum, Call, Derivative, Formula, Name, Node, Number, Script, of_kind
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of
from ...spelled.shape import letter_of, stem_of
from ..applied import head_of
from ..said_in_place import gaps_of, has_values, value_alone, with_equation

_KIND = r"(?:the\s+(?:sum|product|quantity|value|expression|ratio|difference|factor|normali[sz]er|denominator)\s+)?"
WRITE = lazily(
    r"(?:\b(?:I|we|us|to|and|shall|will|here|below|now|then|also)|[.,:;(]|\A)\s*(?:also\s+|simply\s+|just\s+)?"
    r"(?:write|use|put)\s*\Z",
    re.I,
)
"""Words before a name that is given,"""
FOR = lazily(rf"\s*for\s+{_KIND}", re.I)
"""between it and its value,"""
MEANS = lazily(
    rf"\s*(?:,\s*)?(?:(?:always|will|here)\s+)*(?:stands?\s+for|denotes?|abbreviates?"
    rf"|is\s+(?:an?\s+)?(?:short(?:hand)?|abbreviation)\s+(?:for|of))\s+{_KIND}|\s*は\s*",
    re.I,
)
"""between them where the sentence begins with the name,"""
SHORTEN = lazily(rf"\b(?:abbreviate|denote|write)\s+{_KIND}\Z", re.I)
"""before a value that is given a name,"""
BY = lazily(r"\s*(?:by|as)\s+|\s*を\s*", re.I)
"""between that and the name."""
LISTED = lazily(r"[^.:$]*?(?:[,;]\s*(?:and\s+)?|\s+and\s+)", re.I)
"""Between a formula of the sentence and the next name that it gives."""
GOING_ON = lazily(r"\n\s*\n|[.:]\s|\.\Z")
"""Where a sentence ends."""
ENDING = lazily(r"\s*(?:[.,;)）。、]|\Z|\n[ \t]*\n|(?:and|so|in|here|below|throughout)\b)")
"""How the sentence goes on behind the last formula,"""
JA_ENDING = lazily(r"\s*(?:を(?:表す|意味する|指す)|の(?:略|略記|こと)(?:である|とする|。))")
"""in Japanese behind a value,"""
JA_NAMING = lazily(r"\s*と(?:書|表|記|略|お[くき])")
"""and behind a name."""
ABROAD = lazily(
    r"\b(?:some|other|others|many|most|authors?|books?|texts?|papers?|people|students?|not|never|n't|could|might|may"
    r"|would|if|often|usually|sometimes|elsewhere|one|instead|wrong\w*|mistaken\w*)\b",
    re.I,
)
"""Words of the sentence by which others name it so, or nobody."""


def with_names_in_words(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a page with an equation in the place of each such name."""
    found = list(located)
    gaps = gaps_of(found, blocks) if has_values(found) else []
    for at in range(len(gaps) - 2):
        (first, before), (second, between), (_, behind) = gaps[at : at + 3]
        sentence = sentence_before(gaps, at)
        if ABROAD.search(sentence) or is_doubted(before, behind):
            continue
        if goes_on("", behind) or not (is_naming(between, sentence, before) or _is_shortening(between, before, behind)):
            continue
        name, value = (first, second) if is_naming(between, sentence, before) else (second, first)
        ends = ENDING if "は" not in between else JA_ENDING
        if ("を" in between or ends.match(behind)) and _is_value(found, name, value):
            left, right = value_alone(found[name]), value_alone(found[value])
            assert isinstance(left, Name)  # `_is_value`
            assert right is not None
            found[name] = with_equation(found[name], left, right)
    return found


def sentence_before(gaps: Sequence[tuple[int, str]], at: int) -> str:
    """The words of the sentence before a formula, a dollar sign for each formula in it."""
    words = gaps[at][1]
    while at > 0 and GOING_ON.search(words) is None:
        at -= 1
        words = gaps[at][1] + "$" + words
    return GOING_ON.split(words)[-1]


def is_naming(between: str, sentence: str, before: str) -> bool:
    """Is the first formula given to the second as a name?"""
    if MEANS.fullmatch(between):
        return True
    if not FOR.fullmatch(between):
        return False
    written = [WRITE.search(part) is not None or MEANS.fullmatch(part) is not None for part in sentence.split("$")]
    return written[-1] or (any(written) and LISTED.fullmatch(GOING_ON.split(before)[-1]) is not None)


def _is_shortening(between: str, before: str, behind: str) -> bool:
    """Is the second formula given to the first as a name?"""
    if not BY.fullmatch(between):
        return False
    return JA_NAMING.match(behind) is not None if "を" in between else SHORTEN.search(before) is not None


def _is_value(found: Sequence[Located], name: int, value: int) -> bool:
    """Are they a name and a formula of no other indices, and does no equation say otherwise?"""
    left, right = (value_alone(found[n]) if n >= 0 else None for n in (name, value))
    if not isinstance(left, Name) or right is None or isinstance(right, Number):
        return False
    if isinstance(right, Name) and not any(s.above and _raises(right, e) for s in right.scripts for e in s.entries):
        return False
    names = list(of_kind(right, Name))
    if stem_of(left) in map(stem_of, names) or not names or any(x.function == "argmax" for x in of_kind(right, Call)):
        return False
    bound = {x for s in of_kind(right, BigSum) for b in s.below for x in of_kind(b, Name)}
    if not set(_indices(right)) - {letter_of(x) for x in bound} <= set(_indices(left)):
        return False
    upto = found[:name] if any(of_kind(right, Derivative)) else found
    return not any(_says_of(f, left) for f in read_of(upto))


def _raises(x: Name, above: Node) -> bool:
    """Is it more than a name for what stands above it, `a_1^2`, `e^{a_i}`?"""
    return isinstance(above, Number) or (x.base == "e" and len(x.scripts) == 1)


def _indices(x: Node) -> Iterator[str]:
    """The letters in scripts."""
    return (letter for s in of_kind(x, Script) for e in s.entries if (letter := letter_of(e)) is not None)


def _says_of(f: Formula, name: Name) -> bool:
    """Does an equation begin with such a name?"""
    heads = (head_of(s.chain.members[0]) for s in f.statements if EQUALITIES & {*s.chain.relations})
    return any(h is not None and stem_of(h) == stem_of(name) for h in heads)
