r"""Numbers for sizes that are said in passing: `Take $x \in \mathbb{R}^n$ with $n = 2$ in our toy code.`

What is defined behind such a sentence is meant for every n, or for the one of the code: no reader knows. Where a
sentence of its own fixes a size and says so (`Let $n = 2$.`, `There are $K = 2$ classes.`), it is the size of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from ...latex.asserted import is_asserted
from ...latex.clauses import STOP
from ...latex.grouping import Beat, Group
from ...latex.neutral_words import DISPLAY
from ...latex.sizes_said import are_sizes_said
from ...latex.tree import Chain, Number
from ...pattern import lazily
from ..located import Located
from ..ranges.beyond_a_range import with_ranges_doubted
from ..spelled.shape import letter_of
from .sizes_equated import NUMBERED_CASE, compares_sizes, equates_sizes, sizes_told_apart

MENTIONED = "mentioned"
"""Why a condition is of no equation: a sentence of its own speaks of sizes without asserting it."""
END = lazily(r"[.!?](?=[)\]}\s]|\Z)|[。．！？]")
"""How a sentence ends."""
GIVES = lazily(
    r"\b(?:there (?:is|are|were)|ha(?:s|ve|d)|having|consists? of|contains?|we (?:consider|restrict|work|deal|take)"
    r"|consider|suppose|assume|dimensions?|sizes?|lengths?|numbers?|case|only|just|of|throughout"
    r"|es gibt|hat|haben|mit|il y a|avec|a|ont|hay|con|tiene|têm|tem|com|network|net|model)\b|[はがを]\s*\Z|ただし"
    r"|ここで",
    re.I,
)
"""Words by which a sentence says what a size is;"""
ELSEWHERE = lazily(
    r"\b(?:code|implement\w*|experiments?|simulat\w*|scripts?|notebooks?|demos?|figures?|fig|plots?|plotted|drawn"
    r"|listings?|programs?|repo\w*|pictures?|illustrat\w*|toy|examples?|imagine\w*|visuali[sz]\w*|table|animation"
    r"|library|tutorial|default)\b|実装|コード|実験|図|デモ|プログラム|例えば|たとえば",
    re.I,
)
"""words that speak of what stands in another place,"""
PASSING = lazily(
    r"\b(?:tests?|instance|eg|think|say|like|concrete\w*|typical\w*|often|usual\w*|sometimes|popular|common\w*"
    r"|practice|exercises?|first|later|previous\w*|special|simplest|if|when|whenever|even|also|might|may|could|would"
    r"|can|now|moment|minimal|tiny|small|shown?|shows)\b|例|場合|まず|もし|仮",
    re.I,
)
"""and words that may speak of one case."""
PART = lazily(
    r"\A\s*,?\s*(?:(?:but|though|and)\s+)?(?:only|just|solely|merely)\b"
    r"|\b(?:parts?|examples?|cases?|exercises?|problems?|questions?|paragraphs?|sections?|appendix|chapters?|figures?)\b"
    r"|例|場合|問題|演習|部分|情况",
    re.I,
)
"""Words behind a comparison by which it is that of a part."""

OPENED = lazily(r"[ \t]*\n?[ \t]*[(（\[]\s*")
CLOSED = lazily(r"\s*[)）\]]\s*[.,;。，；]?\s*?(?:\n|\Z)")
"""What stands around the condition of a display right behind it, `$$..$$ ($m = n$)`; other lines have others."""


def said_in_passing(
    groups: list[Group],
    beats: Sequence[Beat],
    located: Sequence[Located],
    chains: Callable[[int], list[Chain]],
    sizes: Collection[str],
) -> list[Group]:
    """The groups of conditions; those in front of an equation that only give numbers to `sizes`, in passing, are of
    what stands elsewhere."""
    every = [c for b in beats for c in chains(b.number)]
    apart = sizes_told_apart(every, sizes)
    for group in groups:
        own = [c for m in group.members for c in chains(beats[m].number)]
        if own and all(_gives_number(c, sizes) for c in own) and _is_in_passing(group, beats, located):
            group.doubt = "elsewhere"
        elif own and all(compares_sizes(c, sizes) for c in own) and _is_of_a_part(group, beats, located):
            group.doubt = group.doubt or MENTIONED
        elif own and all(equates_sizes(c, sizes) for c in own) and not _are_said(group, beats, located, apart, own):
            group.doubt = group.doubt or (MENTIONED if _is_own_sentence(group, beats, located) else "elsewhere")
    return with_ranges_doubted(groups, beats, located, chains)


def _is_of_a_part(group: Group, beats: Sequence[Beat], located: Sequence[Located]) -> bool:
    """Does a sentence of its own compare sizes for a part of the page alone: `Here $m < N$ only in part (b).`?"""
    first, last = group.members[0], group.members[-1]
    before, behind = located[beats[first].number][0].before, located[beats[last].number][0].after
    lead, tail = END.split(DISPLAY.split(before)[-1])[-1].strip(), END.split(behind)[0]
    if not beats[first].inline or not lead[:1].isalpha() or lead[:1].islower():
        return False  # beside a display, its condition
    part = (
        PART.search(tail)
        or ELSEWHERE.search(f"{lead} {tail}")
        or NUMBERED_CASE.search(located[beats[first].number][0].source.before)
    )
    return part is not None and (END.search(behind) is not None or _ends_alone(beats, last))


def _ends_alone(beats: Sequence[Beat], last: int) -> bool:
    """Does the sentence end before the next equation or display?"""
    for beat in beats[last + 1 :]:
        if STOP.search(beat.gap) is not None:
            return True
        if beat.equation or not beat.inline:
            return False
    return True


def _is_own_sentence(group: Group, beats: Sequence[Beat], located: Sequence[Located]) -> bool:
    """Does the sentence of a group begin with it, behind a display, and end before the next formula?"""
    first, last = group.members[0], group.members[-1]
    before, behind = located[beats[first].number][0].before, located[beats[last].number][0].after
    lead = DISPLAY.split(before)[-1].strip()
    own = END.search(lead) is not None or "\n\n" in before or not lead[:1].islower()
    return own and (END.search(behind) is not None or _ends_alone(beats, last))


def _are_said(
    group: Group, beats: Sequence[Beat], located: Sequence[Located], apart: Collection[str], own: Sequence[Chain]
) -> bool:
    """Does the sentence of equations between sizes assert them, or go on with what they are a condition of?"""
    first, last = group.members[0], group.members[-1]
    if not beats[first].inline:
        return True
    before, behind = located[beats[first].number][0].before, located[beats[last].number][0].after
    if group.leading and END.search(behind) is None and not _ends_alone(beats, last):
        return True
    if not are_sizes_said(before, behind):
        return False
    bracketed = not group.leading and OPENED.fullmatch(DISPLAY.split(before)[-1]) and CLOSED.match(behind)
    return bool(bracketed) or not any(letter_of(c.members[0]) in apart for c in own)


def _is_in_passing(group: Group, beats: Sequence[Beat], located: Sequence[Located]) -> bool:
    first, last = group.members[0], group.members[-1]
    if group.doubt or not group.leading or not beats[first].inline or beats[first].in_heading:
        return False
    before, behind = located[beats[first].number][0].before, located[beats[last].number][0].after
    if END.search(behind) is None and not _ends(beats, last):
        return False  # `For $n = 2$ we have` before what is displayed
    lead, tail = END.split(before)[-1], END.split(behind)[0]
    if ELSEWHERE.search(f"{lead} {tail}") is not None:
        return True
    given = GIVES.search(lead) is not None and PASSING.search(f"{lead} {tail}") is None
    return not (given or is_asserted(before, behind))


def _ends(beats: Sequence[Beat], last: int) -> bool:
    """Does the sentence behind a group end before the next formula?"""
    return last + 1 < len(beats) and STOP.search(beats[last + 1].gap) is not None


def _gives_number(chain: Chain, sizes: Collection[str]) -> bool:
    left, right = chain.members[0], chain.members[-1]
    return chain.relations == ("=",) and isinstance(right, Number) and letter_of(left) in sizes
