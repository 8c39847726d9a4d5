r"""Which condition belongs to which equation, by the words around the formulas of a page (`clauses`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .below_headings import others_below
from .cases_begun import begins_a_case
from .clause_around import said_elsewhere, text_until
from .clauses import (
    AHEAD,
    AMONG,
    APART,
    ASSUMING,
    BELOW_FOR,
    CAPITAL,
    CASE_OF_ITS_OWN,
    CHOOSING,
    CONDITION_AHEAD,
    CONNECTING,
    CONSEQUENT,
    DRAWING,
    ELSEWHERE,
    ENCLOSED_CASE,
    FOLLOWED,
    FOR_THE_NEXT,
    FORMULA,
    FORWARD,
    GENERALLY,
    GOING_FORWARD,
    HELD_BEHIND,
    INTRODUCING,
    JOINING,
    LACKING,
    LASTING,
    LEADING,
    LOCALLY,
    LOOKING_BACK,
    MENTIONED,
    NAMING,
    NEW_CASE,
    NEW_CLAUSE,
    OF_ALL,
    OWN_SENTENCE,
    POSTPOSITION,
    SAID_BRIEFLY,
    SAID_OF_A_LINE,
    STOP,
    TREATED,
    WHICH,
    WORD,
    says_its_case,
)
from .led_elsewhere import range_left
from .likened import is_likened
from .numbered_cases import is_of_a_number, is_told_otherwise, number_said
from .restricting import EXAMPLE
from .said_plainly import said_plainly
from .turned_round import concedes, restricting, turns_round, widens
from .values_by_case import is_case_of_a_value, is_of_a_value


@dataclass(slots=True)
class Beat:
    """One formula in the order of the page.

    `gap` is the text since the formula before, `equation` and `condition` what it is (neither: only mentioned);
    `section`, `paragraph`: where it stands; `of_data`: an equation that says something of what nothing defines;
    `whole`: a condition that only says how far a letter runs, `compared`: that compares one, `equal`: as the same;
    `headed`: the words around it in its heading; `names`: the letters of its names.
    """

    number: int
    gap: str = ""
    paragraph: int = 0
    section: int = 0
    equation: bool = False
    condition: bool = False
    inline: bool = False
    in_heading: bool = False
    headed: tuple[str, str] = ("", "")
    of_data: bool = False
    whole: bool = False
    compared: bool = False
    equal: bool = False
    names: frozenset[str] = frozenset()


@dataclass(slots=True)
class Group:
    """Conditions that are said together: of the equations `targets`, possibly of those of `perhaps`.

    `consequent` are equations that the sentence draws from its targets. `doubt` says why they cannot be used as they
    stand, `word` is a word around them by which they cannot; `near`: whether they stand in the paragraph of their
    equation; `lasting`: whether they surely hold for those of `perhaps`, too; `local`: whether they are said of the
    whole section that they begin; `which`: of which equation of the formula alone; `below`: whether they are those of
    all lines below that have no range of their own; `others`: the lines below its heading that may be of another case,
    each with the word by which they may.
    """

    members: list[int]
    targets: list[int] = field(default_factory=list)
    perhaps: list[int] = field(default_factory=list)
    consequent: list[int] = field(default_factory=list)
    doubt: str = ""
    word: str = ""
    near: bool = False
    leading: bool = False
    assumed: bool = False
    lasting: bool = False
    local: bool = False
    which: int | None = None
    below: bool = False
    others: dict[int, str] = field(default_factory=dict)

    def leads_to(self, target: int) -> bool:
        """Is it said right before an equation, and of that alone?"""
        return self.leading and self.members[-1] == target - 1 and target in self.targets


def grouped(beats: Sequence[Beat], tail: str = "") -> list[Group]:
    """Every group of conditions with the equations that it belongs to; `tail` is the text behind the last formula."""
    found: list[Group] = []
    at = 0
    while at < len(beats):
        if not beats[at].condition:
            at += 1
            continue
        end = at + 1
        group = Group([at])
        while end < len(beats) and beats[end].condition and beats[end].paragraph == beats[at].paragraph:
            if CHOOSING.match(beats[end].gap):
                group.doubt = "or"
            elif not CONNECTING.match(beats[end].gap) and not NAMING.match(beats[end].gap):
                break
            group.members.append(end)
            end += 1
        if (
            at
            and beats[at - 1].condition
            and beats[at - 1].paragraph == beats[at].paragraph
            and OF_ALL.fullmatch(beats[at].gap)
        ):
            at = end  # it is said of all, not of the line
            continue
        behind = beats[end].gap if end < len(beats) else tail
        number = _is_of_a_number(beats, group, tail)
        in_all_cases = number and is_told_otherwise(behind)
        if not (in_all_cases or is_of_a_value(beats, at, tail)):
            _place(beats, group, found, tail)
            if group.doubt in BY_WORDS:
                _weigh(beats, group, behind)
            if group.leading and number:
                group.doubt = group.doubt or "elsewhere"
        if is_case_of_a_value(beats, at) and STOP.match(behind.strip()):
            group.doubt = group.doubt or "value"  # `The derivative is $0$ if $i \\ne j$.`
        last = found[-1] if found else group
        if group.doubt == "example" and not (group.leading or last.leading) and last.targets == group.targets:
            last.doubt = last.doubt or "any"  # `a = b for $k = l$ and also for $k \\ne l$`
        found.append(group)
        at = end
    _carried(beats, found)
    return found


def _weigh(beats: Sequence[Beat], group: Group, said_behind: str) -> None:
    """Whether a word beside a group may make something else of it than conditions."""
    first, last = beats[group.members[0]], beats[group.members[-1]]
    before, behind = APART.split(first.gap)[-1], APART.split(said_behind)[0]
    if all(beats[m].whole for m in group.members):
        group.word = (
            range_left(before, text_until(beats, group, said_behind)) if first.compared and group.leading else ""
        )
    elif first.in_heading:
        group.word = restricting(first.headed[0].lstrip("#* "), last.headed[1].rstrip("* "))
    else:
        group.word = number_said(before, behind) or said_plainly(before, behind, group.leading)
        group.word = group.word or (said_elsewhere(beats, group, said_behind) if first.compared else "")
    group.doubt = group.doubt or ("word" if group.word else "")


def _is_of_a_number(beats: Sequence[Beat], group: Group, tail: str) -> bool:
    """Is it the case of which a sentence says a number, `$x_{ij}$ is 1 when $i = j$`?"""
    first, last = group.members[0], group.members[-1]
    gaps = [b.gap for b in beats[last + 1 : last + 3]] + [tail, ""]
    around = [beats[n] if 0 <= n < len(beats) else None for n in (first - 1, last + 1)]
    mentioned = [
        b is not None and b.inline and not (b.equation or b.condition) and b.paragraph == beats[first].paragraph
        for b in around
    ]
    if mentioned[0] and first > 1 and is_case_of_a_value(beats, first):
        name = beats[first - 2]
        if len(beats[first - 1].gap.split()) == 1 and name.inline and not name.equation:
            return True
    return is_of_a_number((mentioned[0], mentioned[1]), (beats[first].gap, gaps[0], gaps[1]))


EITHER = "either"
"""The doubt of a condition that may be of the display above or of that below."""
BY_WORDS = ("", "not", "any", "example")
"""Doubts, or none, that words give that may stand right beside a group."""


def _place(beats: Sequence[Beat], group: Group, earlier: list[Group], tail: str) -> None:
    first, last, here = group.members[0], group.members[-1], beats[group.members[0]]
    before, after = here.gap, beats[last + 1].gap if last + 1 < len(beats) else tail
    if last + 1 < len(beats) and beats[last + 1].paragraph != here.paragraph and not after.strip():
        after = ""
    if turns_round(LACKING.sub(" (", APART.split(before)[-1]), after):
        group.doubt = group.doubt or "not"
    group.lasting = LASTING.search(STOP.split(before)[-1]) is not None
    group.assumed = group.lasting or ASSUMING.search(before) is not None or ASSUMING.match(after.strip()) is not None
    if group.assumed and BELOW_FOR.search(STOP.split(before)[-1]):
        behind = (n for n, b in enumerate(beats) if n > last and b.equation)
        group.leading = group.below = True
        group.targets = [n for n in behind if beats[n].section == here.section]
        return
    same = [n for n, b in enumerate(beats) if b.equation and b.paragraph == here.paragraph]
    previous = max((n for n in same if n < first), default=None)
    following = min((n for n in same if n > last), default=None)
    display = max((n for n in range(first) if beats[n].equation), default=None)
    ordinal = WHICH.match(after) if display is not None and not beats[display].inline else None
    if ordinal is not None and display is not None and beats[display].section == here.section:
        group.near, group.targets = True, [display]
        group.which = (next(n for n, word in enumerate(ordinal.groups()) if word)) % 3
        return
    goes_on = after.strip() in (":", "：") or (not after.strip() and DRAWING.search(before) is not None)
    if following is None and goes_on and beats[last + 1 : last + 2] and not beats[last + 1].inline:
        following = last + 1 if beats[last + 1].equation else None  # `and go back for t < T:` before a display
    if group.doubt == "not" and not same and _goes_on_with(beats, first):
        group.near, group.targets = True, [first - 1]
        return
    said_of_one = SAID_OF_A_LINE.fullmatch(before) is not None
    if _looks_back(beats, group, same, before, after):
        group.near, group.targets = True, [first - 1, *(_drawn_from(beats, last) if said_of_one else ())]
        group.assumed = False  # what is said of the line above is not supposed of those below
        return
    with_it = list(_drawn_from(beats, last)) if previous == first - 1 and said_of_one else []
    group.leading = not with_it and _leads(beats, group, previous, following, before, after, earlier)
    group.doubt = group.doubt or _beside_the_point(beats, group, previous, following, before, after)
    if not group.leading:
        group.near = True
        assert previous is not None
        group.targets, group.perhaps = [previous, *with_it], _joined(beats, previous, -1)
        if group.doubt == EITHER and following is not None:
            group.targets.append(following)
        return
    group.near = following is not None
    group.local = not group.near and (LOCALLY.search(before) is not None or _goes_on(beats, group, earlier))
    if following is None:
        later = (n for n, b in enumerate(beats) if n > last and b.equation and not b.inline)
        following = next((n for n in later if beats[n].section == here.section), None)
    if here.in_heading:
        below = (n for n, b in enumerate(beats) if n > last and b.equation and b.section == here.section)
        group.others = others_below(beats, group.members, tail)
        group.targets = [n for n in below if n not in group.others]
    elif following is not None:
        group.targets = [following, *_joined(beats, following, 1)]
        group.consequent = list(_drawn_from(beats, group.targets[-1]))


def _looks_back(beats: Sequence[Beat], group: Group, same: list[int], before: str, after: str) -> bool:
    """Is a group said of the display right above it? `same` are the equations of its paragraph."""
    first, last = group.members[0], group.members[-1]
    above = beats[first - 1] if first else None
    if above is None or not above.equation or above.inline or above.section != beats[first].section:
        return False
    following = beats[last + 1] if last + 1 < len(beats) else None
    led = following is not None and following.equation and following.section == beats[first].section
    ends = following is None or following.paragraph != beats[last].paragraph or last + 1 in same
    if ends and set(same) <= {last + 1} and says_its_case(before, after, led):
        return True
    drawn = last + 1 in same and set(same) <= {first - 1, last + 1} and beats[last + 1].inline
    drawn = drawn and CONSEQUENT.match(after) is not None
    if same and not (drawn and not CAPITAL.match(before)):  # `for $i = 0, \\dots, n$, so $M_n = 0$.`
        return False
    back = LOOKING_BACK.match(before)
    brief = back is not None and (back[2] is None or SAID_BRIEFLY.fullmatch(after) is not None)
    brief = brief and AHEAD.search(STOP.split(after)[0]) is None
    return back is not None and brief and bool(back[1] or back[2] or drawn or STOP.search(after) is not None)


def _goes_on_with(beats: Sequence[Beat], first: int) -> bool:
    """Does a sentence that begins in small letters go on with the display right above it, `$$a = b$$`, `sauf si ..`?"""
    above = beats[first - 1] if first else None
    shown = above is not None and above.equation and not above.inline and above.section == beats[first].section
    return shown and beats[first].gap.lstrip()[:1].islower()


def _goes_on(beats: Sequence[Beat], group: Group, earlier: list[Group]) -> bool:
    """Does a group go on with what the one before it says of the section, `here $i = 1, \\dots, n$, and $p = ..$`?"""
    first = group.members[0]
    last = earlier[-1] if earlier else None
    if last is None or not last.local or last.members[-1] + 1 != first:
        return False
    return beats[first].paragraph == beats[first - 1].paragraph and STOP.search(beats[first].gap) is None


def _beside_the_point(
    beats: Sequence[Beat], group: Group, previous: int | None, following: int | None, before: str, after: str
) -> str:
    """Do the words around a group say that its equation is not meant for it alone?"""
    sentence = STOP.split(before)[-1]
    if widens(sentence, after) or concedes(sentence):
        return "any"
    if is_likened(sentence, after):
        return "likened"
    if not group.leading:
        begins = STOP.search(before) is not None or (previous is not None and not beats[previous].inline)
        forward = begins and following is None and FORWARD.search(before.strip())
        return "example" if EXAMPLE.search(before) or forward else ""
    if AMONG.search(before):
        return "example"
    if STOP.search(after) and TREATED.search(STOP.split(after)[0]):
        return "elsewhere"
    if ELSEWHERE.search(f"{sentence} {STOP.split(after)[0]}") or (STOP.search(after) and MENTIONED.match(after)):
        return "elsewhere"
    last = group.members[-1]
    to = following if following is not None else min(last + 1, len(beats) - 1)
    between = "".join(b.gap for b in beats[last + 1 : to + 1])
    return "general" if GENERALLY.search(between) else ""


def _leads(
    beats: Sequence[Beat],
    group: Group,
    previous: int | None,
    following: int | None,
    before: str,
    after: str,
    earlier: list[Group],
) -> bool:
    """Does a group stand before its equation?"""
    if previous is None or beats[group.members[0]].in_heading:
        return True
    if following is not None and not beats[following].inline and AHEAD.search(STOP.split(after)[0]):
        return True
    first, last = group.members[0], group.members[-1]
    display = not beats[previous].inline and previous + 1 == first
    since = FORMULA.join([*(b.gap for b in beats[previous + 1 : first]), before])
    if previous + 1 < first and HELD_BEHIND.fullmatch(since):
        return False
    begins = STOP.search(since) is not None or (display and CAPITAL.match(before) is not None)
    begins = begins or ("\n" in before and OWN_SENTENCE.search(before) is not None)
    enclosed = before.rstrip(" \t\n当當若").endswith(("(", "（"))
    until = FORMULA.join([after, *(b.gap for b in beats[last + 2 : (following or last) + 1])])
    ends = STOP.search(until) is not None
    announced = following is not None and not beats[following].inline and until.rstrip().endswith((":", "："))
    if announced and not ends and (display or FOR_THE_NEXT.search(before)):
        return True
    if display and following is not None and CASE_OF_ITS_OWN.match(before.lower()):
        return True
    if display and following is not None and ends:
        begun = begins_a_case(before, until)
        if begun is None:
            group.doubt = group.doubt or EITHER
        if begun or begun is None or OWN_SENTENCE.search(STOP.split(before)[-1]):
            return begun is True
    if enclosed:
        again = display and any(g.leading and previous in g.targets for g in earlier)
        postposed = ENCLOSED_CASE.search(before) is not None and STOP.search(until) is None
        another = NEW_CLAUSE.search(before) is not None and not ends and GOING_FORWARD.match(after) is not None
        another = another or (NEW_CASE.search(before) is not None and not ends)
        return (begins or again or postposed or another) and following is not None and before.strip()[:1] not in "(（"
    if POSTPOSITION.match(after) or (display and CONDITION_AHEAD.fullmatch(before)):
        return not ends
    if following is None:
        goes_on = group.assumed or FORWARD.search(before.strip()) is not None
        return begins and (not ends or (goes_on and beats[previous].of_data))  # `where $\sum_i y_i = 1$. Let $T = 1$.`
    if begins != ends:
        return begins
    if begins:
        own = OWN_SENTENCE.search(STOP.split(before)[-1]) is not None
        return own or FOLLOWED.match(STOP.split(until, maxsplit=1)[-1]) is not None
    lately = any(g.leading and previous in g.targets for g in earlier)
    more = any(b.condition for b in beats[following + 1 : following + 2])
    return _leads_by_words(before, after, lately, more)


def _leads_by_words(before: str, after: str, lately: bool, more: bool) -> bool:
    """Do the words beside a group lead to the equation behind it? `lately`: the one before did to the equation above;
    `more`: another condition stands behind that equation."""
    words = [w.lower() for w in WORD.findall(before)]
    while words and words[-1] in INTRODUCING:
        words.pop()
    if words and words[-1] in JOINING:
        return True
    follows = [w.lower() for w in WORD.findall(after)]
    if follows and follows[0] in JOINING - {"then"}:
        return False
    return LEADING.match(after.strip()) is not None or lately or (bool(words) and not more)


def _joined(beats: Sequence[Beat], start: int, step: int) -> list[int]:
    """The equations before or behind one that are said together with it: only a word such as `and` lies between."""
    found: list[int] = []
    n = start
    while 0 <= n + step < len(beats):
        gap = beats[max(n, n + step)].gap
        other = beats[n + step]
        if not other.equation or other.paragraph != beats[start].paragraph or not CONNECTING.match(gap):
            break
        if STOP.search(gap):
            break
        found.append(n + step)
        n += step
    return found


def _drawn_from(beats: Sequence[Beat], start: int) -> Iterator[int]:
    """The equations that a sentence draws from one of it: `for the sigmoid $f$, $f' = f(1 - f)$, so [display]`."""
    for n in range(start + 1, len(beats)):
        if not beats[n].equation or not CONSEQUENT.match(beats[n].gap) or not beats[n - 1].inline:
            return
        yield n


def _carried(beats: Sequence[Beat], groups: list[Group]) -> None:
    """What stands before an equation, or is assumed, may go on to hold for those behind, to the end of the section; to
    that of the page where what is assumed ends its section."""
    for number, group in enumerate(groups):
        if not (group.leading or group.assumed):
            continue
        start = group.members[-1]
        end = next((g.members[0] for g in groups[number + 1 :] if g.leading), len(beats))
        if group.assumed:
            end = len(beats)
        elif group.local:
            here_said = beats[start].paragraph
            others = (g.members[0] for g in groups[number + 1 :] if g.local)
            end = next((n for n in others if beats[n].paragraph != here_said), len(beats))
        behind = [n for n in range(start + 1, end) if beats[n].equation and n not in group.targets]
        here = [n for n in behind if beats[n].section == beats[start].section]
        group.perhaps += behind if group.assumed and not here else here
        group.perhaps += [n for n in group.others if n not in group.perhaps]
