r"""Remarks between two displays, `(diagonal, $i = j$)`, that may be about the one above as well as about the one below.

A page that has such a remark behind its last display and none before its first has them behind; one that has them the
other way round has them before. Any other leaves both lines open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..pattern import lazily
from .clauses import APART, FORMULA, REST_ENCLOSED, STOP
from .grouping import Beat, Group
from .grouping import grouped as grouped_by_words

__all__ = ["Beat", "Group", "grouped", "stands_in_a_row"]

LONGEST = 80
"""So many letters a remark has at most."""
_GOES_ON = r"(?:[\s,;.。．、，；]|(?:and|but|while|whereas|und|et|y|e)\b)*"
REMARK = lazily(
    rf"(?:\(\w{{1,2}}\)\s*)?(?:[(（\[［][^()（）\[\]]*[)）\]］](?:\s*[(\[]\w{{1,2}}[)\]])?{_GOES_ON}"
    r"|(?:[,;，；|/#%*→⇒←…↑]|<-+|[-=]+>|\.\.\.|--+|[–—]|\\(?:left|right|Left|Right|up|long)?arrow)[^.。:：]*[.。,;]?"
    rf"|(?:(?:if|when|for|in|on|si|pour|falls|wenn|für|para|se|per)\b[^$.。:：()（）]*)?"
    rf"(?:\$|[(（]\$[)）])\s*(?:[(（\[][^()（）$]*[)）\]])?{_GOES_ON}"
    rf"|[a-z][^$.。:：()（）]*[(（]\$[)）]{_GOES_ON})"
)
"""All that such a paragraph says, with a dollar for each formula."""
BULLET = lazily(r"\s*[-*+•・]\s")
"""An item of a list leads to what it holds."""
BREAK = lazily(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class _Remark:
    """A remark: its group, the displays above it and below it (None where there is none), and its words; `joined`: it
    stands in the paragraph of the one above, which ends with it; `answered`: `(otherwise)` stands behind that below."""

    group: Group
    above: int | None
    below: int | None
    words: str
    joined: bool
    answered: bool


def grouped(beats: Sequence[Beat], tail: str = "") -> list[Group]:
    """Every group of conditions with the equations that it belongs to (`grouping`), remarks with those that they are
    possibly of."""
    groups = grouped_by_words(beats, tail)
    remarks = [r for g in groups if (r := _remark(beats, g, tail)) is not None]
    for remark in remarks:
        group, targets = remark.group, _targets(remark, remarks)
        if not targets or group.doubt not in ("", "word") or group.assumed:
            continue
        group.near, group.leading, group.local = True, targets == [remark.below], False
        group.targets, group.consequent, group.perhaps = targets, [], []
        if len(targets) > 1:
            group.doubt, group.word = "word", remark.words
    return groups


def stands_in_a_row(beats: Sequence[Beat], group: Group, target: int) -> bool:
    """Is it a display behind the one that a group announces, with nothing but displays, and no word, between?"""
    first = group.targets[-1] if group.leading and group.targets else target
    between = beats[first + 1 : target + 1]
    return bool(between) and not beats[first].inline and all(not b.inline and not b.gap.strip() for b in between)


def said_apart(beats: Sequence[Beat], group: Group, target: int) -> bool:
    r"""Does the sentence of a group end in front of its display: `Units $M < i \le N$ are hidden. $$ .. $$`?"""
    between = beats[group.members[-1] + 1 : target + 1]
    return group.leading and any(STOP.search(b.gap) is not None for b in between)


def _targets(remark: _Remark, remarks: Sequence[_Remark]) -> list[int]:
    """The displays that a remark is of, both where that is open; none where other words say it."""
    around = [n for n in (remark.above, remark.below) if n is not None]
    if remark.joined or (remark.answered and len(around) > 1):
        return around[:1] if remark.above is not None else []
    run = _run(remarks, remark)
    if len(run) == 1:
        return around if len(around) > 1 and remark.group.leading else []
    before, behind = run[0].above is None, run[-1].below is None
    if before == behind:
        return around
    kept = remark.below if before else remark.above
    return [] if kept is None else [kept]


def _run(remarks: Sequence[_Remark], one: _Remark) -> list[_Remark]:
    """The remarks in a row to which one belongs: each between two displays next to one another."""
    at = next(n for n, r in enumerate(remarks) if r is one)
    first = last = at
    while first and remarks[first].above is not None and remarks[first - 1].below == remarks[first].above:
        first -= 1
    while last + 1 < len(remarks) and remarks[last].below is not None:
        if remarks[last + 1].above != remarks[last].below:
            break
        last += 1
    return list(remarks[first : last + 1])


def _remark(beats: Sequence[Beat], group: Group, tail: str) -> _Remark | None:
    """The remark that a group is; None where it is not all that its paragraph says."""
    first, last = group.members[0], group.members[-1]
    here = beats[first]
    if here.in_heading or all(beats[m].whole for m in group.members):
        return None
    behind = beats[last + 1] if last + 1 < len(beats) else None
    before, after = here.gap, behind.gap if behind is not None else tail
    inner = (b.gap for b in beats[first + 1 : last + 1])
    own = BREAK.split(before)[-1]
    words = FORMULA.join([own, *inner, APART.split(after)[0]]).strip()
    if BULLET.match(own) or len(words) > LONGEST or REMARK.fullmatch(words) is None:
        return None
    joined = BREAK.search(before) is None and first > 0 and beats[first - 1].paragraph == here.paragraph
    if joined and behind is not None and behind.paragraph == here.paragraph:
        return None
    alone = before.strip() == own.strip()
    above = first - 1 if first and alone and _is_shown(beats, first - 1, here) else None
    led = not APART.split(after)[1:] or not "".join(APART.split(after)[1:]).strip()
    below = last + 1 if led and _is_shown(beats, last + 1, here) else None
    said = {x for m in group.members for x in beats[m].names if x.islower()}
    above, below = (n if n is not None and said <= beats[n].names else None for n in (above, below))
    rest = False
    if below is not None:
        rest = REST_ENCLOSED.match(beats[below + 1].gap if below + 1 < len(beats) else tail) is not None
    return _Remark(group, above, below, " ".join(words.replace(FORMULA, "..").split()), joined, rest)


def _is_shown(beats: Sequence[Beat], n: int, here: Beat) -> bool:
    """Is a formula a display of an equation, in the section of another one?"""
    if not 0 <= n < len(beats):
        return False
    return beats[n].equation and not beats[n].inline and beats[n].section == here.section
