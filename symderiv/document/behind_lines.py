r"""Which conditions about arrays, sizes and data stand behind one displayed line: `$$ .. $$ ( $W = W^T$, $n = m$ )`.

What stands in parentheses, or in the rest of the sentence, right behind a display is said of that line, whatever the
page makes of it elsewhere. Conditions on indices, `( $k = j$ )`, and what says what a name is, `with $e = t - y$`, are
none of these: letters have ranges, and names meanings, on the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from ..latex.asserted import is_asserted
from ..notation import CASES_ENVIRONMENTS
from ..pattern import lazily
from .cases_of_lines import (
    ANEW,
    ASKED,
    BEGUN,
    CASE,
    CASE_BEHIND,
    ENDED,
    PAGEWIDE,
    PARTED,
    REFERRING,
    RESULT,
    SYMMETRIC,
    begin_of_case,
    begin_of_lead,
    closes,
    is_of_line,
)
from .find import Found, find
from .kinds_of_conditions import BRACED, EQUAL, NAME, SIGN, TOTAL, kind_of_condition

Offsets: TypeAlias = tuple[int, int]
Gone: TypeAlias = tuple[int, int, str]
"""From where to where something is not said, and what stands there then."""

STOP = lazily(r"[.。．!?？！;；]|\n[ \t]*\n|\n[ \t]*(?:[-*#]|\d+[.)])")
"""Where the sentence of a display ends."""
NO_LINE = (0, 0)
OPENS = lazily(r"\s*[.,;:。、，]?\s*(?!\((?:[a-zA-Z\d]|[ivx]+)\))[（(\[]")
"""Parentheses right behind a display;"""
DERIVES = lazily(r"\\partial(?![A-Za-z])|\\nabla(?![A-Za-z])|∂|∇|\\d?frac\s*\{\s*(?:\\mathrm\s*\{?\s*)?d\b")
MOST_LEAD = 80
SHORT = 40
"""A display with so few characters may be a condition itself, `$$ t_1 + t_2 = 1 $$`."""
LONGEST = 120
"""No condition is longer."""
_ENCLOSED = r"\((?:[^()\\]|\\(?!\\)|\([^()]*\))*\)"
INSIDE = lazily(
    r"(?<!\s)(?:(?P<apart>(?:\s|\\[,;:! ]|[,;])*(?:\\q?quad(?![A-Za-z])|(?<!\\)&)"
    r"(?:\s|\\[,;:! ]|\\q?quad(?![A-Za-z])|[,;&])*)"
    r"|(?P<spaced>(?:\\[;: ]|\s|,)*(?:\\[;: ]|\\,\s*\\,)(?:\\[,;: ]|\s)*)"
    r"|\s*(?=\\(?:text|mbox|mathrm|tag)\*?\s*\{\s*[,($]{0,2}\s*\\?\w))"
    rf"(?P<tail>\\(?:text|mbox|mathrm|tag)\*?\s*{BRACED}(?:(?!\\\\).)*?|(?(apart){_ENCLOSED}|(?(spaced){_ENCLOSED}|(?!)))"
    r"|(?(apart)(?:(?!\\\\|&|\\q?quad).)*?|(?!)))(?=[\s.,;]*(?:\\\\|\\end|\Z))",
    re.DOTALL,
)
"""A condition at the end of a displayed row."""
SPACED = lazily(r"quad|\\(?:text|mbox|mathrm|tag|[;: ])|&(?!\s*=)")
"""What may stand before such a condition."""
ROWS = lazily(r"\\\\")
"""What ends a row of a display."""
TAGS = (r"\tag{$", r"\tag*{$", r"\tag{($", r"\tag*{($")
OVERS = (r"\overset", r"\stackrel", r"\underset")
OVER = lazily(
    rf"\\(?:overset|underset|stackrel)\s*\{{((?:[^{{}}]|{BRACED})*)\}}\s*\{{?\s*(=|\\equiv(?![A-Za-z]))\s*\}}?"
)
"""A condition over or below the sign of a link."""
BRACES = (r"\underbrace", r"\overbrace")
BELOW = lazily(rf"(?<=\}})\s*(?P<sign>[_^])\s*\{{(?P<note>(?:[^{{}}]|{BRACED})*=(?:[^{{}}]|{BRACED})*)\}}")
"""A condition below or over a brace."""
PARENTHESES = lazily(r"\s*[(\[](?P<said>[^()\[\]]*)[)\]]\s*")
"""What stands over a sign in parentheses."""
TWO_LINES = lazily(r"\\\\(?:\[[^\[\]]*\])?(?:\s|&|\\,)*(?!\s|&|=|\\(?:,|overset|underset|stackrel|end|equiv)|\Z)")
"""A row of a display that goes on with no chain."""
OPENED = lazily(r"\\(begin|end)\s*\{[dr]?cases\*?\}")
"""Where values by cases begin and end."""
WORDS = lazily(r"\\(?:text|mbox|mathrm|tag)\*?\s*\{(?:[^{}]|\{[^{}]*\})*\}|\\(?:[,;:! ]|q?quad(?![A-Za-z]))")


@dataclass(frozen=True, slots=True)
class OfALine:
    """A condition that belongs to one displayed line of a page.

    `first` and `last` are the rows of the text in which the display stands (0: of no line, as in a question), `typed`
    is the condition without spaces, `gone` is what to take away so that it is not said; `told` says that it may be what
    a name is; `sure`: no other line of its display, and none next to it, may be meant.
    """

    first: int
    last: int
    typed: str
    gone: Gone
    told: bool = False
    sure: bool = True


@lru_cache(maxsize=16)
def conditions_of_lines(text: str) -> tuple[OfALine, ...]:
    r"""The conditions about arrays, sizes and data that belong to one line each, as they stand.

    >>> page = "$$ z = W x $$\n\n$$ a = W b $$ ( $k = j$, $W = W^T$ )"
    >>> [(c.first, c.typed, page[slice(*c.gone[:2])]) for c in conditions_of_lines(page)]
    [(3, 'W=W^T', '= W^T')]
    >>> conditions_of_lines("$$ a = W b $$ ( $k = j$ )\n\nHere $W = W^T$.")
    ()
    """
    if "$$" not in text and r"\[" not in text and r"\begin" not in text:
        return ()
    maths = [x for x in find(text) if not x.error and not x.included]
    short = (m for m in maths if m.inline or m.outer - m.inner < SHORT)
    if not _may_say(text) and not any(SIGN.search(text, m.inner, m.outer) for m in short):
        return ()
    return tuple(_found(text, maths))


def _may_say(text: str) -> bool:
    """May a condition stand in a display or in words?"""
    return "quad" in text or any(x in text for x in (*TAGS, *OVERS, *BRACES)) or _tells_of_symmetry(text)


def _tells_of_symmetry(text: str) -> bool:
    return any(x in text for x in ("metri", "métri", "対称", "对称", "對稱"))


def without_conditions(text: str, gone: Collection[Gone]) -> str:
    """The text without these conditions, everything else where it was.

    >>> without_conditions("a ( $W = I$ )", [(7, 10, "")])
    'a ( $W    $ )'
    """
    for start, end, instead in gone:
        spaces = "".join("\n" if c == "\n" else " " for c in text[start + len(instead) : end])
        text = f"{text[:start]}{instead}{spaces}{text[end:]}"
    return text


def _found(text: str, maths: Sequence[Found]) -> Iterator[OfALine]:
    over, braced = (any(word in text for word in words) for words in (OVERS, BRACES))
    for x in maths:
        if not x.inline and SPACED.search(text, x.inner, x.outer):
            rows, several = _rows(text, x), ROWS.search(text, x.inner, x.outer) is not None
            for m in INSIDE.finditer(text, x.inner, x.outer):
                if not _is_of_cases(text, x, m.start()):
                    yield from _conditions(_inside(text, m), text, rows, not several)
        for m in BELOW.finditer(text, x.inner, x.outer) if braced and not x.inline else ():
            pieces = tuple(_pieces(text, m.start("note"), m.end("note")))
            yield from _conditions(_Formula(pieces, m.span()), text, _rows(text, x))
        for m in OVER.finditer(text, x.inner, x.outer) if over and not x.inline else ():
            inner = PARENTHESES.fullmatch(text, *m.span(1))
            pieces = tuple(_pieces(text, *(m.span(1) if inner is None else inner.span("said"))))
            formula = _Formula(pieces, (m.start(), m.end()), instead=m[2])
            yield from _conditions(formula, text, _rows(text, x), TWO_LINES.search(text, x.inner, x.outer) is None)
    asks, at_first = "?" in text or "？" in text, DERIVES.search(text)
    said = {x.start: f for x in maths if _may_be_told(text, x) and _says(f := _formula(text, x), text)}
    if not said and not _tells_of_symmetry(text):
        return
    for x in maths:
        asked = x.start in said and asks and x.inline and not x.bare and ASKED.match(text, x.end) is not None
        late = x.start in said and at_first is not None and x.start > at_first.start()
        if asked or (late and _is_found_out(text, x)):
            yield from _conditions(said[x.start], text, NO_LINE)
    yield from _around(text, maths, said)


def _around(text: str, maths: Sequence[Found], said: Mapping[int, _Formula]) -> Iterator[OfALine]:
    """What stands behind lines and in front of them; `said` are the conditions, by where their formulas begin."""
    behind: dict[int, bool] = {}
    symmetric = _tells_of_symmetry(text)
    for n, x in enumerate(maths):
        if x.inline and not _claims(text, x):
            continue
        lead = _begin_in_front(text, x, maths[:n])
        before = [y for y in reversed(maths[:n]) if y.start >= lead and y.start in said]
        for y in before:
            sure = behind.get(y.start)
            if sure is None:
                yield from _conditions(said[y.start], text, _rows(text, x))
            elif not sure and _is_between(text, y, x):
                yield from _conditions(said[y.start], text, NO_LINE)  # of this line, or of the one before
        if symmetric and (before or begin_of_case(text, _above(maths[:n]), x.start) < x.start):
            for m in SYMMETRIC.finditer(text, lead, x.start):
                yield OfALine(*_rows(text, x), m[0], (*m.span(), ""))
        enclosed = OPENS.match(text, x.end) is not None
        for y in _behind(text, x, maths[n + 1 :], enclosed):
            if not enclosed and _leads_on(text, x, y, maths[n + 1 :]):
                break
            behind[y.start] = enclosed
            if y.start in said:
                yield from _conditions(said[y.start], text, _rows(text, x))


def _leads_on(text: str, display: Found, x: Found, later: Sequence[Found]) -> bool:
    """Does a formula behind a display stand in a sentence of its own that leads to the next line?"""
    following = next((y for y in later if not y.inline or _claims(text, y)), None)
    if following is None or BEGUN.match(text, display.end) is None:
        return False
    return STOP.search(text[x.end : following.start].rstrip()) is None


def _is_between(text: str, x: Found, display: Found) -> bool:
    """Does a formula behind one display begin the case of the next one?"""
    lead = STOP.split(text[max(0, x.start - MOST_LEAD) : x.start])[-1]
    case = CASE.search(lead) is not None or CASE_BEHIND.match(text, x.end) is not None
    return case and PARTED.search(text, x.start, display.start) is None


def _rows(text: str, x: Found) -> Offsets:
    first = text.count("\n", 0, x.start) + 1
    return first, first + text.count("\n", x.start, x.end)


def _may_be_told(text: str, x: Found) -> bool:
    """Is it short, and equates or compares something?"""
    return x.outer - x.inner < LONGEST and SIGN.search(text, x.inner, x.outer) is not None


def _says(formula: _Formula, text: str) -> bool:
    return any(kind_of_condition(p, text) is not None for p, _, _ in formula.pieces)


def _claims(text: str, x: Found) -> bool:
    """May a formula among words be a line, as it equates a derivative?"""
    return DERIVES.search(text, x.inner, x.outer) is not None and EQUAL.search(text, x.inner, x.outer) is not None


def _is_of_cases(text: str, x: Found, at: int) -> bool:
    """Does something stand in a row of values by cases?"""
    marks = [m[1] for m in OPENED.finditer(text, x.inner, at)]
    return marks.count("begin") > marks.count("end") or x.environment.rstrip("*") in CASES_ENVIRONMENTS


def _is_found_out(text: str, x: Found) -> bool:
    """Is it a sum of few entries, `t_1 + t_2 = 1`, that may be a result, and nothing that is given?"""
    left, *others = EQUAL.split(text[x.inner : x.outer])
    if len(others) != 1 or "sum" in left or TOTAL.fullmatch(left.strip()) is None:
        return False
    lead = STOP.split(text[max(0, x.start - 2 * MOST_LEAD) : x.start])[-1]
    return not x.inline or RESULT.search(lead) is not None or not is_asserted(lead, "")


def _conditions(formula: _Formula, text: str, rows: Offsets, sure: bool = True) -> Iterator[OfALine]:
    """The pieces of a formula that are conditions about arrays, sizes or data."""
    kinds = [kind_of_condition(p, text) for p, _, _ in formula.pieces]
    for k, told in enumerate(kinds):
        if told is not None and not (told and formula.beside):
            typed = "".join(formula.pieces[k][0].split())
            told = told and not _is_used(formula.pieces[k][0], text[: formula.pieces[k][1]])
            yield OfALine(*rows, typed, formula.gone(k, None not in kinds), told, sure and rows != NO_LINE)


def _is_used(piece: str, before: str) -> bool:
    """Are two names equated, the first of which stands before it: it says of what was there already what it is?"""
    name, *others = (NAME.fullmatch(member.strip()) for member in EQUAL.split(piece))
    if name is None or None in others:
        return False
    return re.search(rf"(?<![A-Za-z\\]){re.escape(name['base'].strip())}(?![A-Za-z])", before) is not None


def _formula(text: str, x: Found) -> _Formula:
    return _Formula(tuple(_pieces(text, x.inner, x.outer)), bare=x.bare)


@dataclass(frozen=True, slots=True)
class _Formula:
    """A formula in pieces, each as typed with where it stands; what is blanked where each piece is a condition.

    One that stands `beside` another in a display may as well say what a name is. One that stands `bare` among words
    goes on saying something, as all that stands so does: `N = N`; `instead` of one over a sign the sign stays.
    """

    pieces: tuple[tuple[str, int, int], ...]
    whole: Offsets | None = None
    bare: bool = False
    beside: bool = False
    instead: str = ""

    def gone(self, k: int, alone: bool) -> Gone:
        """What is not there without the piece; `alone`: all pieces are conditions, and the formula stays a mention."""
        typed, start, end = self.pieces[k]
        sign = SIGN.search(typed)
        if alone and self.whole is not None:
            return *self.whole, self.instead
        if self.bare and sign is not None:
            return start, end, "=".join([typed[: sign.start()].strip()] * 2)[: end - start]
        if k:
            return start - 1, end, ""
        return (start + sign.start(), end, "") if sign and alone else (start, self.pieces[1][1], "")


def _inside(text: str, m: re.Match[str]) -> _Formula:
    r"""The pieces of a condition at the end of a displayed row, `\quad (W = I)`."""
    tail = m["tail"]
    opened = tail[:1] in ("(", "[")
    tail = f" {tail[1:-1]} " if opened else tail
    spaced = text[: m.start("tail")] + WORDS.sub(_without_words, tail)
    bare = not opened and not tail.startswith("\\")
    return _Formula(tuple(_pieces(spaced, m.start("tail"), len(spaced))), (m.start(), m.end()), beside=bare)


def _without_words(m: re.Match[str]) -> str:
    """Spaces for words, but for a formula among them."""
    words, dollar, rest = m[0].partition("$")
    formula, other, behind = rest.partition("$")
    return " " * len(words + dollar) + formula + " " * len(other + behind)


def _behind(text: str, display: Found, later: Sequence[Found], enclosed: bool) -> Iterator[Found]:
    """The formulas in the rest of the sentence behind a display."""
    at = display.end
    back = REFERRING.match(text, at)
    ended = ENDED.search(text, display.inner, display.outer) is not None
    if not enclosed and back is None and (ANEW.match(text, at) or ended):
        return
    at = at if back is None else back.end()
    for x in later:
        gap = text[at : x.start].lstrip() if at == display.end else text[at : x.start]
        if not x.inline or STOP.search(gap) or PAGEWIDE.search(gap) or (enclosed and closes(gap)):
            return
        yield x
        at = x.end


def _above(before: Sequence[Found]) -> int:
    return next((x.end for x in reversed(before) if not x.inline), 0)


def _begin_in_front(text: str, display: Found, before: Sequence[Found]) -> int:
    """Where the sentence begins that leads to a display, `If $W = W^T$, then`, or the first of those of its case."""
    above = _above(before)
    lead = begin_of_lead(text, above, display.start, STOP)
    lead = lead if is_of_line(text[lead : display.start]) else display.start
    return min(lead, begin_of_case(text, above, display.start))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """What stands between commas, other than in parentheses and braces, each with where it stands."""
    depth, begin = 0, start
    for at in range(start, end):
        depth += (text[at] in "({[") - (text[at] in ")}]")
        if depth == 0 and text[at] in ",;" and text[at - 1] != "\\":
            yield text[begin:at], begin, at
            begin = at + 1
    yield text[begin:end], begin, end
