r"""Derivatives that are 0 beyond a range: `where $\partial L/\partial y_i = 0$ for $i < 0$ or $i > N - K$`.

No network has such entries, so the sentence says how sums over a page are meant that name them. A name (`x_n = 0` for
`n < 0`) is defined there instead, unless it is one for a derivative. Of any name it may be said with the range
(`$x_n = 0$ outside $1 \\le n \\le N$`) or without (`Outside its range, $x_n = 0$`). Where it is said of
derivatives alone, values have no entries there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from ...document.blocks import Display
from ...latex.clauses import OUTSIDE
from ...latex.grouping import Beat
from ...latex.joining import AND
from ...latex.tree import (
    ONE,
    ZERO,
    BigSum,
    Chain,
    Derivative,
    Formula,
    Listing,
    Name,
    Node,
    Number,
    Product,
    Term,
    Terms,
    of_kind,
    walk,
)
from ...pattern import lazily
from ..located import Located
from ..spelled.shape import letter_of
from ..told.errors_at_an_end import errors_end

BESIDE = lazily(r"\s*(?:for|if|when|whenever|where|or|and|,|\s|または|か|および|に対して|では|のとき)*\s*", re.I)
"""Words between such an equation and its conditions, and between these."""
JOINED = lazily(rf"\s*,?\s*{AND}\s*", re.I)
"""Words between two such equations that have their conditions in common."""
BELOW = {"<": ("0", "1"), r"\le": ("0",)}
"""What a letter is below no range of which begins there."""


WITHOUT_RANGE = (
    r"(?:outside|beyond)(?: of)? (?:its|their|the|this|that|these|those) (?:(?:valid|stated|index|own) )?"
    r"(?:ranges?|bounds|limits|borders?|boundar(?:y|ies)|ends)"
)
OUTSIDE_BEFORE = lazily(
    rf"(?:\A|[.;:(\n])\s*(?:(?:and|where|here),? )?{WITHOUT_RANGE}\s*,?\s*(?:we (?:set|take|put))?\s*\Z", re.I
)
OUTSIDE_BEHIND = lazily(rf"\s*,?\s*{WITHOUT_RANGE}\s*(?:[.,;)\n]|\Z)", re.I)
"""Words around `x_n = 0` by which x is 0 beyond its range: before it and behind it."""

_WHAT = (
    r"(?:terms|entries|values|quantities|elements|variables|pixels|inputs and outputs|summands|things|symbols|indices)"
)
_OUTSIDE = r"(?:out[- ]of[- ](?:range|bounds)|outside|beyond)"
_NOTHING = r"(?:zero|0|\$0\$|dropped|ignored|omitted|left out|discarded|absent)"
_TAKEN = (
    r"(?:(?:taken|set|treated|understood|interpreted|regarded|read|assumed|defined|considered)\s+(?:to be|as|to)?\s*)?"
)
EVERYTHING = lazily(
    rf"\b(?:all |any |the |such )*(?:{_WHAT}\b(?: \w+){{0,5}}? {_OUTSIDE}\b|{_OUTSIDE} {_WHAT}\b)"
    rf"[^.;]{{0,60}}?(?:are|is|count as)\s+{_TAKEN}(?:as |to be )?{_NOTHING}\s*(?=[.,;:)]|\Z|\n|and\b|here\b)"
    r"|(?:(?:超出|越出)了?(?:范围|边界)(?:之?外)?|(?:范围|边界)之?外)的(?:所有)?(?:项|值|元素|像素)[^。；]{0,12}(?:为|取|作|是)\s*(?:0|零)"
    r"|範囲外の(?:項|値|要素|添字)[^。．]{0,20}(?:は|を)\s*(?:0|０|ゼロ|零)(?:とする|とみなす|とおく|と考え|である)",
    re.I,
)
"""Words by which everything is 0 beyond its range."""


class Zeros(IntEnum):
    """What a page says to be 0 beyond its range."""

    NOTHING = 0
    ERRORS = 1  # derivatives, and names for them
    ALL = 2


def says_of_everything(words: str) -> bool:
    """Do words say that whatever lies beyond its range is 0?

    >>> says_of_everything("Terms with an index outside the range are zero."), says_of_everything("x is zero outside.")
    (True, False)
    """
    return EVERYTHING.search(words) is not None


_LIST = r"(?:(?:[、,，;；和及与とや]|and|or|of|und|the [a-z]+|\s)*\$[^$]+\$)+\s*"
_ZERO = r"(?:\$\s*0\s*\$|0|zeros?|零|ゼロ)"
_RANGE = r"(?:range|bounds|domain|index set|image|border)s?"
LISTED = lazily(
    rf"(?:{_WHAT}\s+of|out[- ]of[- ](?:range|bounds)(?:\s+{_WHAT})?|\ball)\s+(?P<en>{_LIST})"
    rf"(?:(?:that are |which are |lying |(?:with|whose) (?:an |the )?ind(?:ex|ices) (?:is |are |lies? )?)?"
    rf"(?:out[- ]of[- ](?:range|bounds)|{_OUTSIDE}(?: of)? (?:of )?(?:their|its|the)?\s*(?:valid )?{_RANGE})\s+)?"
    rf"(?:are|is|count as)\s+(?:all\s+)?{_TAKEN}(?:as |to be )?{_ZERO}"
    rf"|(?:(?:超出|越出|越过)了?(?:范围|边界)(?:之?外)?|(?:范围|边界)之?外)的(?:所有)?(?P<zh>{_LIST})(?:都|均|全)?"
    rf"(?:取|为|视为|设为|记为|当作|看作|定义为|是)\s*{_ZERO}"
    rf"|範囲外の(?P<ja>{_LIST})(?:は|を|も)\s*(?:すべて|全て|いずれも)?\s*{_ZERO}\s*(?:とする|とみなす|とおく|と考え|である)",
    re.I,
)
"""Words by which the entries of some names, and derivatives by others, are 0 beyond their range;"""
_INDEX = r"(?:\$[^$]+\$|(?:one of )?(?:an|any|one|the|its|their) ind(?:ex|ices)|it|they|that|those)"
_LEAVES = (
    rf"(?:(?:is|are|lies?|falls?|goes?|runs?)\s+(?:{_OUTSIDE}|out)(?: of)?|leaves?)\s+(?:(?:their|its|the)\s+)?"
    rf"(?:valid )?{_RANGE}\b"
)
WHENEVER = lazily(
    rf"(?P<list>{_LIST})(?:is|are|counts? as)\s+(?:all\s+)?{_TAKEN}(?:as |to be )?{_ZERO}\s*,?\s*"
    rf"(?:(?:whenever|wherever|when|where|if|as soon as|once)\s+{_INDEX}\s*{_LEAVES}"
    rf"|(?:{_OUTSIDE}|out)(?: of)?\s+(?:(?:their|its|the)\s+)?(?:valid )?{_RANGE}\b)"
    rf"(?:\s*,?\s*(?:and\s+)?so (?:is|are)\s+(?P<so>{_LIST}))?"
    rf"|(?:超出|越出|越过)了?(?:范围|边界)的?(?:时候?|的话|情况下)\s*[，,]?\s*(?P<zh>{_LIST})(?:都|均|全)?"
    rf"(?:取|为|视为|设为|记为|当作|看作|定义为|是)\s*{_ZERO}"
    rf"|範囲外(?:の(?:とき|場合)|なら|では)(?:は|に)?\s*[、,]?\s*(?P<ja>{_LIST})(?:は|を|も)\s*(?:すべて|全て|いずれも)?\s*{_ZERO}"
    r"\s*(?:とする|とみなす|とおく|と考え|である)",
    re.I,
)
"""so do `$x_n$ is $0$ whenever $n$ is out of range, and so is $w_a$`."""
DENIED = lazily(r"\b(?:if|not|never|unless|would|were)\b|如果|若|假如|もし", re.I)
DISPLAYED = lazily(r"\$\$[^$]+\$\$")
OF_ERRORS = lazily(r"\\partial|\\delta\b")


def zeros_said(words: str, displays: Iterable[Display]) -> Zeros:
    """What a page says in words to be 0 beyond its range."""
    displays = list(displays)
    errors = Zeros.ERRORS if errors_end(displays) else Zeros.NOTHING
    return Zeros.ALL if says_of_everything(words) else max(errors, says_of_listed(displays))


def says_of_listed(displays: Iterable[Display]) -> Zeros:
    """Of what do sentences with a list of names say so? One about the input alone pads it only."""
    found = [
        _of_which(listed)
        for d in displays
        if d.inline and OF_ERRORS.search(d.latex) and not DENIED.search(d.before)
        for listed in _listed(_sentence(d))
        if f"${d.latex}$" in listed
    ]
    return max(found, default=Zeros.NOTHING)


def says_of_values(text: str) -> bool:
    """Is a list of names called 0 beyond their range somewhere in a text?"""
    return any(OF_ERRORS.search(listed) is None for listed in _listed(text))


def calls_zero(d: Display) -> bool:
    """Does the sentence of a formula call a list of names 0 beyond their range, this one among them?"""
    return any(f"${d.latex}$" in listed for listed in _listed(_sentence(d)))


def names_listed(located: Iterable[Located]) -> Iterator[tuple[Formula, Node]]:
    r"""The entries in sentences that call them 0 beyond their range, the `x_{r,c}` of `$x_{r,c}$ and .. are zero
    outside their range`: each runs as its letters do."""
    for d, f in located:
        if d.inline and isinstance(f, Formula) and len(f.statements) == 1:
            chain = f.statements[0].chain
            alone = not chain.relations and isinstance(x := chain.members[0], Name) and x.scripts
            if alone and calls_zero(d):
                yield f, chain.members[0]
            left = chain.members[0] if _is_zero([chain]) and chain.relations == ("=",) else None
            if isinstance(left, Name) and left.scripts and OUTSIDE.match(d.after.split("$")[0]):
                yield f, left


def signals_end(located: Iterable[Located]) -> Iterator[str]:
    r"""The letters of ranges beyond which all signals are 0, `All signals are zero outside $1 \le k \le K$`."""
    for d, f in located:
        chain = f.statements[0].chain if d.inline and isinstance(f, Formula) and len(f.statements) == 1 else None
        if chain is None or len(chain.members) != len(("1", "k", "K")) or DENIED.search(_last_sentence(d.before)):
            continue
        letter = letter_of(chain.members[1])
        before = d.before.replace("$0$", "0")
        said = SIGNALS_BEFORE.search(before) or (FIRST.search(before) and SIGNALS_BEHIND.match(d.after))
        if letter is not None and said:
            yield letter


def _last_sentence(words: str) -> str:
    return re.split(r"(?<!\d)[.;](?!\d)|\n[ \t]*\n", words)[-1]


def _sentence(d: Display) -> str:
    before, after = (DISPLAYED.sub(";", x) for x in (d.before, d.after))
    return f"{before}${d.latex}${after}".replace("$$", "$")


def _listed(sentence: str) -> Iterator[str]:
    """The lists of names that a sentence calls 0 beyond their range."""
    for found in LISTED.finditer(sentence):
        if found["en"] is None or re.search(_OUTSIDE, found[0], re.I) is not None:
            yield found["en"] or found["zh"] or found["ja"]
    for found in WHENEVER.finditer(sentence):
        yield "".join(filter(None, (found["list"], found["so"], found["zh"], found["ja"])))


def _of_which(listed: str) -> Zeros:
    """Do values stand in a list with derivatives by others, or these alone?"""
    formulas = re.findall(r"\$([^$]+)\$", listed)
    errors = [f for f in formulas if OF_ERRORS.search(f)]
    both = Zeros.ALL if len(errors) < len(formulas) else Zeros.ERRORS
    return both if errors else Zeros.NOTHING


def zeros_by_formulas(
    beats: Sequence[Beat], tail: str, chains: Callable[[int], list[Chain]], stated: Iterable[Chain]
) -> Iterator[tuple[int, Zeros]]:
    r"""The formulas that say of a name that it is 0 beyond a range, `$x_n = 0$ outside $1 \le n \le N$`, and of what.

    `chains` are the statements of a formula, `stated` all of the page.
    """
    every = list(stated)
    named = {x for c in every if (x := _named(c)) is not None}
    for n in (*vanishing_beyond(beats, chains, every), *outside_its_range(beats, tail, chains)):
        left = chains(n)[0].members[0]
        yield n, Zeros.ERRORS if isinstance(left, Derivative) or _letter_of_entry(left) in named else Zeros.ALL
    yield from ((n, Zeros.ALL) for n in outside_a_range(beats, chains))


_SIGNALS = (
    r"\b(?:all|every|any)\s+(?:(?:the|these|such|other|of)\s+)*(?:time[- ](?:series|varying|dependent)\s+)?"
    r"(?:signals?|sequences?|variables?|quantit(?:y|ies)|values?|series)(?:\s+(?:here|below|above|involved|considered))?"
    rf"\s+(?:(?:is|are)\s+{_TAKEN}(?:as |to be |equal to |identically )*{_ZERO}|vanish(?:es)?)"
)
_INTERVAL = r"(?:\s+of)?\s*(?:the\s+)?(?:(?:time\s+)?(?:range|interval|window|steps|times)\s*)?"
SIGNALS_BEFORE = lazily(rf"{_SIGNALS}\s+{_OUTSIDE}{_INTERVAL}\Z", re.I)
SIGNALS_BEHIND = lazily(rf"\s*,?\s*{_SIGNALS}\s*(?:[.;)]|\Z)", re.I)
FIRST = lazily(rf"(?:\A|[.;:(\n])\s*(?:(?:and|where|here),?\s+)?{_OUTSIDE}{_INTERVAL}\Z", re.I)
"""Words before a range beyond which all signals are 0, and around it."""
EXCEPTED = lazily(r"[^.;]*\b(?:except\w*|apart from|but|save|other than|unless|excluding|besides)\b", re.I)
"""Words behind such a range that except something."""
ENDS = lazily(r"\s*(?:[.,;:)。、；]|\Z|\n|and\b|where\b|with\b)", re.I)


def signals_zero_outside(beats: Sequence[Beat], tail: str, chains: Callable[[int], list[Chain]]) -> Iterator[int]:
    r"""The formulas beyond which all is 0, `All signals are zero outside $1 \le k \le K$`; no conditions any more."""
    for n, beat in enumerate(beats):
        behind = beats[n + 1].gap if n + 1 < len(beats) else tail
        above = chains(beats[n - 1].number) if n else []
        zero = len(above) == 1 and above[0].members == (ZERO,)
        words = f"{beats[n - 1].gap}0{beat.gap}" if zero else beat.gap  # `set to $0$ outside ..`
        sentence = _last_sentence(words)
        if not beat.condition or not beat.inline or DENIED.search(sentence) or EXCEPTED.match(behind):
            continue
        if (SIGNALS_BEFORE.search(sentence) and ENDS.match(behind)) or (
            FIRST.search(beat.gap) and SIGNALS_BEHIND.match(behind)
        ):
            beat.condition = False
            yield beat.number


def outside_a_range(beats: Sequence[Beat], chains: Callable[[int], list[Chain]]) -> Iterator[int]:
    r"""The formulas that say of a name that it is 0 beyond a range: `$x_n = 0$ outside $1 \le n \le N$`."""
    for one, two in pairwise(beats):
        if not (one.equation and two.condition and OUTSIDE.match(two.gap)):
            continue
        own = chains(one.number)
        if len(own) == 1 and len(own[0].members) == 2:
            left, right = own[0].members
            if isinstance(left, Name) and left.scripts and right == ZERO:
                yield one.number


def outside_its_range(beats: Sequence[Beat], tail: str, chains: Callable[[int], list[Chain]]) -> Iterator[int]:
    """The formulas that say of a name that it is 0 beyond its range, where words alone tell the range."""
    for n, beat in enumerate(beats):
        behind = beats[n + 1].gap if n + 1 < len(beats) else tail
        own = chains(beat.number) if beat.equation and beat.inline else []
        if len(own) != 1 or len(own[0].members) != 2 or own[0].members[1] != ZERO:
            continue
        left = own[0].members[0]
        entry = isinstance(left, Derivative) or (isinstance(left, Name) and bool(left.scripts))
        if entry and (OUTSIDE_BEFORE.search(beat.gap) or OUTSIDE_BEHIND.match(behind)):
            yield beat.number


def vanishing_beyond(
    beats: Sequence[Beat], chains: Callable[[int], list[Chain]], stated: Iterable[Chain] = ()
) -> Iterator[int]:
    """The formulas that say so of derivatives; `chains` are the statements of a formula, `stated` all of the page."""
    zeros = [(n, x, own) for n, x in enumerate(beats) if x.equation and _is_zero(own := chains(x.number))]
    every = list(stated) if zeros else []
    named = {x for c in every if (x := _named(c)) is not None}
    ends = _ends(every)
    for n, beat, own in zeros:
        left = own[0].members[0]
        derivative = isinstance(left, Derivative) or _letter_of_entry(left) in named
        conditions = list(_beside(beats[n + 1 :], chains)) if derivative else []
        if conditions and all(_is_beyond(c, left) for c in conditions) and any(_leaves(c, ends) for c in conditions):
            yield beat.number


def _is_zero(own: Sequence[Chain]) -> bool:
    return len(own) == 1 and len(own[0].members) == 2 and own[0].members[1] == ZERO


def _letter_of_entry(left: object) -> str | None:
    r"""The letter of `\delta_i`, `\delta[i]`."""
    if isinstance(left, Product) and len(left.factors) == 2 and left.factors[1].joined:
        head = left.factors[0].body
        return head.base if isinstance(head, Name) else None
    return left.base if isinstance(left, Name) and left.scripts else None


def _named(c: Chain) -> str | None:
    r"""The letter of a name for a derivative, `\delta_i = \partial L/\partial z_i`."""
    told = len(c.members) > 1 and isinstance(c.members[1], Derivative)
    return _letter_of_entry(c.members[0]) if told else None


def _ends(stated: Sequence[Chain]) -> set[tuple[str | None, Node]]:
    """The letters that run to an end, and that end: below a sum, in a list, or between two bounds."""
    found: set[tuple[str | None, Node]] = set()
    for big in (x for c in stated for x in of_kind(c, BigSum)):
        below = (letter_of(c.members[0]) for c in big.below if isinstance(c, Chain))
        found |= {(x, big.above) for x in below} if big.above is not None else set()
    for x in (x for c in stated for x in of_kind(c, Chain)):
        if x.relations == (r"\le", r"\le"):
            found.add((letter_of(x.members[1]), x.members[2]))
        elif x.relations == ("=",) and isinstance(x.members[1], Listing):
            found.add((letter_of(x.members[0]), x.members[1].items[-1]))
    return found


def _leaves(c: Chain, ends: set[tuple[str | None, Node]]) -> bool:
    """Does it say that a letter is before the beginning of its range, or behind the end that the page gives it?"""
    letter, bound = letter_of(c.members[0]), c.members[1]
    if c.relations[0] == ">":
        return (letter, bound) in ends
    before = Terms((Term("", bound), Term("-", ONE)))
    return _is_below(c) or (c.relations[0] == r"\ge" and (letter, before) in ends)


def _beside(beats: Sequence[Beat], chains: Callable[[int], list[Chain]]) -> Iterator[Chain]:
    """The conditions behind an equation, perhaps behind others that are joined to it."""
    others = True
    for beat in beats:
        if others and beat.equation and JOINED.fullmatch(beat.gap) and _is_zero(chains(beat.number)):
            continue
        others = False
        if not beat.condition or not BESIDE.fullmatch(beat.gap):
            return
        yield from chains(beat.number)


def _is_beyond(c: Chain, left: object) -> bool:
    """Does it bound one letter of a formula on one side?"""
    letter = letter_of(c.members[0])
    inside = any(isinstance(x, Name) and letter_of(x) == letter for x in walk(left))
    return len(c.relations) == 1 and c.relations[0] in ("<", ">", r"\le", r"\ge") and letter is not None and inside


def _is_below(c: Chain) -> bool:
    """Does it say that a letter is below 1, or negative?"""
    bound = c.members[1]
    return isinstance(bound, Number) and bound.text in BELOW.get(c.relations[0], ())
