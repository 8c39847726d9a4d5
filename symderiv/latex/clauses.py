r"""Which words tie a condition to which equation: the clauses of a paragraph.

`a = b for k = j and c = d for k \ne j`, `for k = j, a = b`, `k = j のとき a = b`: a condition belongs to the equation
of its clause. Whether it stands before or behind that equation is told by the words around it (the tables below), else
by how its neighbours do it. Words that turn a condition round (`unless`) or leave a choice (`or`) are no condition that
can be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INTRODUCING = _words(
    "for when if where with whenever in case cases the of that any all each every provided assuming assume suppose "
    "consider given let only at since as holds valid unless except"
)
"""Words directly before a condition: without any other word, the condition belongs to what stands before them."""
JOINING = _words("and also but while whereas then finally similarly likewise next otherwise or ;")
"""Words that begin a new clause."""
CASE_OF_ITS_OWN = re.compile(
    r"\s*(?:(?:and|but|or)\s+)?(?:[-*+•]\s+|\(?(?:[ivx]{1,4}|[a-c]|\d)[.)]\s+)?"
    r"(?:(?:the |our )?(?:(?:first|second|third|next|last|other|opposite|remaining|easy|hard) )?(?:case|situation)\b"
    r"|(?:in|on|for) (?:the |all )?(?:other|opposite|second|third|remaining)\b|on the other\b|suppose\b|assume\b"
    r"|now (?:suppose|assume|let|take|consider)\b|場合|次に)"
)
"""How a sentence begins with whose condition a case of its own begins, whatever stands above it."""
ENCLOSED_CASE = re.compile(r"(?:とき|時|場合|ならば|なら|では|点で)[は、,，]?\s*[（(]\s*\Z")
"""Words before a condition in parentheses that is one of what follows."""
LEADING = re.compile(
    r"[,、]?\s*(?:then|we|it|this|that|the|there|one|gives?|yields?|is|becomes|so|only|hence)\b|[:：]|は|には|では",
    re.I,
)
"""How a text goes on behind a condition that belongs to what follows."""
POSTPOSITION = re.compile(
    r"\s*(?:である|の)?(?:とき|時|場合|ならば|なら|であれば|については?|において|に対して|に対し)"
)
"""Japanese words that make what stands before them a condition of what follows."""
CONDITIONAL = re.compile(
    r"\s*(?:[（(][^（()）]{1,30}[）)]\s*)?(?:(?:である|の)?(?:とき|時|場合|ならば|なら|であれば)"
    r"|が[^、。，．,.$]{1,20}?(?:とき|場合|ならば|であれば))"
)
"""Those that make even an equation between values a condition, behind a remark too (`$f(u) = u$（恒等写像）のとき`)."""
SUPPOSED_FUNCTION = re.compile(
    r"(?:\b(?:for|e\.\s?g\.|for (?:example|instance)|such as|like|say|(?:special|linear) case)|例えば|たとえば)\W*\Z",
    re.I,
)
"""Words before what a function is in one line, or by way of example, only."""
ASSUMING = re.compile(
    r"\b(?:assum\w*|suppos\w*|consider|let|henceforth|from (?:now|here) on|throughout|in the following"
    r"|(?:in|for|consider\w*|take|treat|study) (?:the|this|a) special case)\b"
    r"|以下|以降|今後|仮定|として考え|とする|とおく",
    re.I,
)
"""Words by which something is assumed from there on."""
FIXING = re.compile(r"\b(?:set(?:ting)?|put(?:ting)?|tak(?:e|ing)|with|let|for|fix(?:ing)?|choos(?:e|ing))\W*\Z", re.I)
FIXED = re.compile(r"\s*(?:と(?:する|し|すれば|すると|おく|仮定)|を仮定|に固定)")
"""Words that fix a value, before it and behind it."""
LACKING = re.compile(r"\b(?:without|no) [A-Za-z -]+\s*[(（:,]\s*\Z", re.I)
"""What is left out where the condition in parentheses holds: `without weight decay ($\\lambda = 0$)`."""
UPENDING = re.compile(
    r"\b(?:unless|except|excluding|apart from|not|no|never|otherwise|outside|beyond|without|drop\w*|abandon\w*|forget"
    r"|give up|lift\w*)\b\W*(?:\w+\W+){0,2}\Z|\bnot the case that\W*\Z"
    r"|\b(?:contrary to|besides|in contrast to|unlike|other than|rather than|instead of)\W*(?:\w+\W+){0,2}\Z"
    r"|\b(?:start|begin)\w*\s+(?:with|from|at)\W*\Z",
    re.I,
)
APART = re.compile(r"\n[ \t]*\n(?=\s*\S)")
"""What parts paragraphs, of which one does not turn round what stands in the next."""
UPENDED = re.compile(
    r"\s*(?:(?:の(?:とき|時|場合))?(?:に限(?:ら|定せ)ず?|を除|も含め)|であってもなくて|を仮定せず|と(?:は)?異な"
    r"|で(?:は)?な(?:い|く|け)|以外|を除|が成り立たな|とは限ら|かどうか|(?:である)?の?(?:とき|場合)(?:に限ら[ずな]"
    r"|だけで(?:は)?な|以外|のみなら)|を仮定し(?:な|ず)|とし(?:な|ませ))"
    r"|\W*(?:does|do|is|are)(?: not|n't)\b"
    r"|\W*plays? no\b|\W*is (?:irrelevant|immaterial|superfluous|unnecessary)\b"
    r"|\W*(?:fails|(?:is|be) false)\b|\s*(?:nicht|n[’']est pas)\b"
    r"|\s*,?\s*(?:or|oder)\s+(?:this|that|not)\b"
)
"""Words that turn a condition round, before it and behind it."""
OUTSIDE = re.compile(r"\A\W*(?:\w+\W+){0,2}(?:outside|beyond|except)\b\W*(?:\w+\W+){0,2}\Z", re.I)
"""Words between `x_n = 0` and a range by which x is 0 beyond the range."""
WIDENING = re.compile(
    r"\b(?:regardless|irrespective|independent(?:ly)? of|whether|whatever|no matter)\b[^.。]*\Z"
    r"|\b(?:を問わず|によらず)",
    re.I,
)
"""Words by which what is said holds outside the condition too, before it;"""
WIDENED = re.compile(
    r"[\s,(（]*(?:and|or|but|as well as|yet)\s+(?:(?:also|even|equally|likewise|just as well|for|in|at|with)\s+)*"
    r"(?:elsewhere|everywhere|anywhere|in general|general\b|generally|always|otherwise|others?\b|not\b"
    r"|(?:all|every|any) (?:the )?(?:other|remaining|else)|the (?:others?|rest|remaining))"
    r"|[\s、,]*(?:(?:だけで(?:は)?な|のみなら)|(?:と|および|及び)?それ以外)",
    re.I,
)
"""the same behind it;"""
EXAMPLE = re.compile(
    r"\b(?:also|even|particular|e\.\s?g\.?|(?<=[,(] )for (?:example|instance)|for (?:example|instance)(?!\s*\Z)"
    r"|especially|notably|including"
    r"|as well as|just as|too)\b"
    r"\W*(?:(?:holds?|true|valid|right|for|if|when|with|case|in|the|where)\W+){0,4}\Z|例えば|たとえば|特に",
    re.I,
)
"""such words before a condition behind its equation;"""
FORWARD = re.compile(
    r"(?:\A|[.。:])\W*(?:then|now|next|later|afterwards|finally)\b|次に|今度は|\b(?:set|put|take|let|choose|fix)\W*\Z",
    re.I,
)
"""and words that begin a sentence about what comes, behind an equation."""
ELSEWHERE = re.compile(
    r"\b(?:later|afterwards?|above|(?:previous|earlier)(?! (?:ones?|(?:time[ -]?)?steps?|times?|states?|layers?)\b)"
    r"|previously|already|separately|elsewhere|not needed|below|nothing"
    r"|(?:was|were|been|be) (?:done|treated|discussed|handled|seen|shown|considered|skipped|omitted|left)"
    r"|(?:we|i|you|they) (?:did|saw|treated|discussed|handled|covered|skipped|omitted)"
    r"|in (?:class|(?:the|a|an earlier) (?:lecture|tutorial|course|exercise))|last (?:week|time|lecture))\b"
    r"|授業|講義|前回|先週|省略|後で|後述|(?:すでに|既に)(?![^。．]{0,4}(?:与え|知ら))|上で|前に",
    re.I,
)
"""Words that say that a case is treated in another place."""
MENTIONED = re.compile(
    r"\A\s*(?:is|was|would|may|might|can|could|has|does|makes?|needs?|requires?)\b"
    r"(?! (?:assumed|given|fixed|supposed|meant|understood|considered|taken))",
    re.I,
)
"""How a sentence goes on that says something of a condition."""
GENERALLY = re.compile(
    r"[.。,;](?:[^.。]*?(?:\b(?:in general|generally|in any case|in all cases|again for (?:all|any|every)"
    r"|(?:the )?general (?:case|formula|result|solution|expression|answer))\b|一般に|一般の場合)"
    r"|[\s*_-]*general\s*[:：])|\n[-*\s]*general\s*[:：]",
    re.I,
)
"""What leaves a case again."""
TREATED = re.compile(
    r"\b(?:see|cf|trivial(?:ly)?|eas(?:y|ily)|clear(?:ly)?|obvious(?:ly)?|well[- ]known|known|similar|analogous"
    r"|exercise|skip|nothing|reader|book|immediate|straightforward)\b|自明|明らか|同様|参照",
    re.I,
)
"""Words of a sentence by which nothing more is said of a case."""
AMONG = re.compile(
    r"[(（][^()（）]*(?:\b(?:in particular|especially|including|also|even|e\.\s?g\.|for example|for instance)\b"
    r"|特に|とくに|例えば|たとえば)[^()（）]*\Z",
    re.I,
)
"""Words in parentheses by which a case is one of those that are meant."""
CHOOSING = re.compile(r"\A[\s,、]*(?:or|either|または|又は|あるいは|もしくは|か)\b[\s\w,、]*\Z", re.I)
"""Words that leave a choice between two conditions."""
CONNECTING = re.compile(
    r"\A[\s,、;()（）]*(?:and|with|かつ|および|及び|ただし|where|for|when|if|as well as|また)*[\s,、()（）]*\Z", re.I
)
"""What may stand between two things that are said together."""
REMAINING = re.compile(r"(?:^|[\s;,.:])(?:otherwise|else|in all other cases)\b|それ以外|そうでな|その他", re.I)
"""Words that make the contrary of a condition one."""
REMAINING_ALONE = re.compile(
    r"(?:and |but |or )?(?:otherwise|else|in all other cases)\b,?(?: (?:we|it|is|are|have|get|obtain)){0,3}[:,]?"
    r"|(?:それ以外|その他|そうでない)(?:の?(?:とき|場合))?(?:は|では)?[、,:：]?",
    re.I,
)
"""All that stands between one case and the next: `Otherwise:`."""
POSTPOSED = re.compile(r"\A\s+(?:otherwise|else)\s*(?:[.,;]|and\b)", re.I)
"""Such a word behind what it is said of: `.. and $c = d$ otherwise, and`."""
CONSEQUENT = re.compile(
    r"[\s,，、]*(?:(?:である|となる|になる|が成り立つ|な)?(?:から|ので|ため)|だから|より"
    r"|(?:and\s+)?(?:so|hence|thus|therefore|consequently)(?:\s+that)?(?:\s+we\s+(?:get|have|obtain|find))?"
    r"|(?:and\s+)?we\s+(?:get|have|obtain|find)|which\s+gives)[\s,，、:：]*\Z",
    re.I,
)
"""Words behind an equation by which the next one follows from it: `.. であるから`, `.., so`."""
SUPPOSING = re.compile(
    r"\b(?:if|when|whenever|provided|assuming|assume|suppose|supposing|unless|until|case)\b\W*(?:that\b|of\b)?\W*\Z",
    re.I,
)
"""Words that make an equation before which they stand a condition."""
ONLY_NEXT = (
    *("for", "when", "if", "where", "pour", "für", "para", "のとき", "の時", "とき", "ならば", "なら", "場合"),
    *("において", "について", "に対し", "では"),
)
"""Words that tie a range to what follows."""


def is_said_of_next(words: str) -> bool:
    """Do the words around a range tie it to what follows?"""
    words = words.lower()
    return any(w in words.split() if w.isascii() else w in words for w in ONLY_NEXT)


WHICH = re.compile(
    r"\s*(?:in|for|of)\s+the\s+(?:(first|former)|(second|latter)|(third))\b"
    r"(?=\s*(?:[,.;)]|\Z|(?:and|one|equation|formula|line|definition|expression)\b))"
    r"|\s*[はがに]?[、,]?\s*(?:(前者|1つ目|一つ目|第一式)|(後者|2つ目|二つ目|第二式)|(3つ目|三つ目|第三式))"
)
"""Words behind a range that say which equation of the display above it is of."""
EQUAL = re.compile(r"\s*(?:(?:is|are)?\s*(?:equals?|equal to|given by|nothing but)|is|becomes|に等しい|は)\s*", re.I)
"""Words between two formulas that say what a sign of equality says."""
LOOKING_BACK = re.compile(r"\s*[(（]?\s*(?:(where|ただし)(?![A-Za-z])|(?:[Hh]ere|with|for)\b|(ここで))")
"""How a paragraph goes on with what is displayed above it: `where $n = 1, \\dots, N$.`, ただし.., ここで.."""
SAID_BRIEFLY = re.compile(r"\s*(?:です|とする|とします|である)?\s*[。．.]?\s*[)）]?\s*")
"""What stands behind a condition that says no more: `ここで $l < L$ です。`"""
STOP = re.compile(r"[。．！？]|(?<![\d\s])[.!?](?=\s|$)|\A[.!?](?=\s|$)")
FORMULA = "$"
"""What stands for a formula between two texts: a stop right behind it ends a sentence."""
CAPITAL = re.compile(r"\s*[A-Z]")
WORD = re.compile(r"[A-Za-z]+|;")


@dataclass(slots=True)
class Beat:
    """One formula in the order of the page.

    `gap` is the text since the formula before, `equation` and `condition` what it is (neither: only mentioned);
    `section`, `paragraph`: where it stands.
    """

    number: int
    gap: str = ""
    paragraph: int = 0
    section: int = 0
    equation: bool = False
    condition: bool = False
    inline: bool = False
    in_heading: bool = False


@dataclass(slots=True)
class Group:
    """Conditions that are said together: of the equations `targets`, possibly of those of `perhaps`.

    `consequent` are equations that the sentence draws from its targets. `doubt` says why they cannot be used as they
    stand; `near`: whether they stand in the paragraph of their equation; `which`: of which equation of the formula
    alone.
    """

    members: list[int]
    targets: list[int] = field(default_factory=list)
    perhaps: list[int] = field(default_factory=list)
    consequent: list[int] = field(default_factory=list)
    doubt: str = ""
    near: bool = False
    leading: bool = False
    assumed: bool = False
    which: int | None = None


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
            elif not CONNECTING.match(beats[end].gap):
                break
            group.members.append(end)
            end += 1
        _place(beats, group, found, tail)
        found.append(group)
        at = end
    _carried(beats, found)
    return found


def _place(beats: Sequence[Beat], group: Group, earlier: list[Group], tail: str) -> None:
    first, last = group.members[0], group.members[-1]
    here = beats[first]
    before, after = here.gap, beats[last + 1].gap if last + 1 < len(beats) else tail
    if last + 1 < len(beats) and beats[last + 1].paragraph != here.paragraph and not after.strip():
        after = ""
    if UPENDING.search(LACKING.sub(" (", APART.split(before)[-1])) or UPENDED.match(after):
        group.doubt = group.doubt or "not"
    group.assumed = ASSUMING.search(before) is not None or ASSUMING.match(after.strip()) is not None
    same = [n for n, b in enumerate(beats) if b.equation and b.paragraph == here.paragraph]
    previous = max((n for n in same if n < first), default=None)
    following = min((n for n in same if n > last), default=None)
    display = max((n for n in range(first) if beats[n].equation), default=None)
    ordinal = WHICH.match(after) if display is not None and not beats[display].inline else None
    if ordinal is not None and display is not None and beats[display].section == here.section:
        group.near, group.targets = True, [display]
        group.which = (next(n for n, word in enumerate(ordinal.groups()) if word)) % 3
        return
    if following is None and after.strip() in (":", "：") and beats[last + 1 : last + 2]:
        following = last + 1 if beats[last + 1].equation else None  # `and go back for t < T:` before a display
    above = beats[first - 1] if first else None
    if not same and above is not None and above.equation and not above.inline and above.section == here.section:
        back = LOOKING_BACK.match(before)
        brief = back is not None and (back[2] is None or SAID_BRIEFLY.fullmatch(after) is not None)
        if back is not None and brief and (back[1] or back[2] or STOP.search(after) is not None):
            group.near, group.targets = True, [first - 1]
            group.assumed = False  # what is said of the line above is not supposed of those below
            return
    group.leading = _leads(beats, group, previous, following, before, after, earlier)
    group.doubt = group.doubt or _beside_the_point(beats, group, previous, following, before, after)
    if not group.leading:
        group.near = True
        assert previous is not None
        group.targets, group.perhaps = [previous], _joined(beats, previous, -1)
        return
    group.near = following is not None
    if following is None:
        later = (n for n, b in enumerate(beats) if n > last and b.equation and not b.inline)
        following = next((n for n in later if beats[n].section == here.section), None)
    if here.in_heading:
        group.targets = [n for n, b in enumerate(beats) if n > last and b.equation and b.section == here.section]
    elif following is not None:
        group.targets = [following, *_joined(beats, following, 1)]
        group.consequent = list(_drawn_from(beats, group.targets[-1]))


def _beside_the_point(
    beats: Sequence[Beat], group: Group, previous: int | None, following: int | None, before: str, after: str
) -> str:
    """Do the words around a group say that its equation is not meant for it alone?"""
    sentence = STOP.split(before)[-1]
    if WIDENING.search(sentence) or WIDENED.match(after):
        return "any"
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
    first, last = group.members[0], group.members[-1]
    display = not beats[previous].inline and previous + 1 == first
    since = FORMULA.join([*(b.gap for b in beats[previous + 1 : first]), before])
    begins = STOP.search(since) is not None or (display and CAPITAL.match(before) is not None)
    enclosed = before.rstrip().endswith(("(", "（"))
    until = FORMULA.join([after, *(b.gap for b in beats[last + 2 : (following or last) + 1])])
    ends = STOP.search(until) is not None
    if display and following is not None and CASE_OF_ITS_OWN.match(before.lower()):
        return True
    if enclosed:
        again = display and any(g.leading and previous in g.targets for g in earlier)
        postposed = ENCLOSED_CASE.search(before) is not None and STOP.search(until) is None
        return (begins or again or postposed) and following is not None and before.strip()[:1] not in "(（"
    if POSTPOSITION.match(after):
        return not ends
    if following is None:
        return begins and not ends
    if begins != ends:
        return begins
    if begins:
        return False
    words = [w.lower() for w in WORD.findall(before)]
    while words and words[-1] in INTRODUCING:
        words.pop()
    if words and words[-1] in JOINING:
        return True
    follows = [w.lower() for w in WORD.findall(after)]
    if follows and follows[0] in JOINING - {"then"}:
        return False
    if LEADING.match(after.strip()):
        return True
    if any(g.leading and previous in g.targets for g in earlier):
        return True
    return bool(words) and not any(b.condition for b in beats[following + 1 : following + 2])


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
    """What stands before an equation, or is assumed, may go on to hold for those behind, to the end of the section."""
    for number, group in enumerate(groups):
        if not (group.leading or group.assumed):
            continue
        start = group.members[-1]
        end = next((g.members[0] for g in groups[number + 1 :] if g.leading), len(beats))
        if group.assumed:
            end = len(beats)
        section = beats[start].section
        group.perhaps += [
            n
            for n in range(start + 1, len(beats))
            if n < end and beats[n].equation and beats[n].section == section and n not in group.targets
        ]
