"""One file taken apart: headings, prose and mathematics in order, with lines, paragraphs and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import islice, pairwise

from ..errors import LimitExceeded, Place, ReadError
from ..latex.hedged import TAKEN_BACK
from ..latex.joining import FOR, IF_ABROAD, IN_CASE
from ..latex.source import WINDOW, Source
from ..pattern import lazily
from .blocks import Block, Broken, Display, Heading, Prose
from .bullets import with_plain_bullets
from .find import LISTED, Found, find
from .outside import equations_in, outside
from .parentheses_apart import with_parentheses_inside
from .rows import NUMBERED, rows_of
from .strikes import STRIKE, strikes, without_words

HEADING = lazily(r"^[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
DELIMITER = lazily(r"(?<!\\)\\([()\[\]])")
SECTION = lazily(r"\\(part|chapter|section|subsection|subsubsection|paragraph)\*?\s*\{([^{}]*)\}")
LEVELS = {"part": 1, "chapter": 1, "section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 4}
PARAGRAPH = lazily(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+■●・]|\d+[.)])[ \t])|\\par\b|\\item\b")
BLOCK = lazily(
    r"\\(?:begin|end)\s*\{(?:theorem|lemma|proposition|corollary|claim|definition|remark|example|exercise|problem|question"
    r"|solution|answer|proof|part|subpart|parts|subparts|questions|frame|block|alertblock|exampleblock|itemize|enumerate"
    r"|description|abstract|figure|table)\*?\}|\\(?:question|subpart|subsubpart|pause|frametitle)\b|\\part\b(?!\s*\*?\s*\{)"
)
"""What begins or ends a block of text in LaTeX."""
GOING_ON = lazily(
    r"\s*(?:for|when|if|where|with|whenever|provided|unless|as long as|except|and|or|"
    rf"(?![\u3000-\u9fff])(?:{IF_ABROAD}|{FOR}|{IN_CASE}))\b(?=[^.!?\n]*\$)"
    rf"|\s*\([ ]?(?:\$[^$\n]+\$|{LISTED})[ ]?\)[.,]?[ \t]*(?=\n|\Z)"
)
"""How a sentence goes on in a new paragraph behind a display, or a formula in parentheses does that is all there is in
one; Chinese words for `if` lead on to what follows."""
LEADING_ON = lazily(r"\s*(?:and|but|while|whereas)\s+(?:for|when|if|in|with|where)\b[^.!?。]*")
"""A paragraph that joins a condition to what is displayed below it."""
OPEN_END = lazily(r"[A-Za-z,]\Z")
"""How a text ends that goes on in the display below it."""
SENTENCE = lazily(
    r"[。．！？.!?\n](?:(?<=[。．！？])"
    r"|(?<=[.!?])(?<![\d\s].)(?<!\b[eE]\.g.)(?<!\b[iI]\.e.)(?<!\b[cC]f.)(?<!\bvs.)(?<!\bresp.)(?=\s|$)"
    r"|(?<=\n)[ \t]*\n)"
)
"""Where a sentence ends. The pattern begins with one class of characters: all others are passed over at once."""


class Scanner:
    """Takes one text apart; `include` reads another file (LaTeX only), `paragraph` counts over all files."""

    def __init__(
        self,
        text: str,
        shown: str,
        latex: bool,
        file: str,
        first: int,
        limit: int,
        include: Callable[[str, Place], list[Block]],
    ) -> None:
        self.limit = limit
        self.text = text
        self.shown = shown
        self.latex = latex
        self.file = file
        self.include = include
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.first = first
        self.number = 0
        self.outside: list[ReadError] = []

    def line(self, at: int) -> int:
        return bisect_right(self.starts, at)

    def place(self, start: int, end: int) -> Place:
        line = self.line(start)
        begin = self.starts[line - 1]
        first = max(begin, start - WINDOW)
        row = self.shown[first : start + WINDOW].split("\n")[0]
        width = max(1, min(end, first + len(row)) - start)
        return Place(line, start - begin + 1, row, width, self.file, first - begin)

    def blocks(self, paragraph: int) -> list[Block]:
        """Every block of the text from offset `first` on."""
        maths = list(islice((f for f in find(self.text) if f.start >= self.first), self.limit + 1))
        if len(maths) > self.limit:
            where = self.place(maths[-1].start, maths[-1].start + 1)
            raise LimitExceeded(f"the document has more than {self.limit:,} formulas", where)
        struck = strikes(self.text, maths, self.first)
        self.text = without_words(self.text, struck, maths) if struck else self.text
        if not self.latex and "+ " in self.text:
            self.text = with_plain_bullets(self.text, maths)
        self.text, maths = with_parentheses_inside(self.text, maths)
        edges = self.edges(maths)
        out: list[Block] = []
        at = self.first
        for math in [*maths, None]:
            end = len(self.text) if math is None else math.start
            self.prose(at, end, paragraph, edges, struck, out)
            if math is None:
                break
            at = math.end
            number = paragraph + bisect_right(edges, math.start)
            if math.included:
                out += self.include(math.included, self.place(math.start, math.end))
            elif math.error:
                place = self.place(math.start, max(math.inner, math.start + 1))
                out.append(Broken(ReadError(math.error, place, "close it, or write `\\$` for a dollar"), place.line))
            elif self.text[math.inner : math.outer].strip() or "\\" not in self.shown[math.inner : math.outer]:
                out.append(self.display(math, number, struck))
        return out

    def edges(self, maths: list[Found]) -> list[int]:
        """Where a new paragraph begins, outside mathematics."""
        starts = [m.start for m in maths]
        found = []
        for pattern in (PARAGRAPH, *((BLOCK, SECTION) if self.latex else (HEADING,))):
            for m in pattern.finditer(self.text, self.first):
                n = bisect_right(starts, m.start()) - 1
                if n >= 0 and maths[n].end > m.start():
                    continue
                if pattern is BLOCK:
                    found.append(m.end())
                elif pattern is not PARAGRAPH:
                    found += [m.start(), m.end()]
                elif not self.goes_on(m, maths[max(n, 0) : n + 2]):
                    found.append(m.end())
        return sorted(found)

    def goes_on(self, empty: re.Match[str], around: list[Found]) -> bool:
        """Does a sentence go on across an empty line, into a display or behind one: `.. for $l < L$`?"""
        if empty[0].strip():
            return False
        before = [m for m in around if m.end <= empty.start()]
        behind = [m for m in around if m.start >= empty.end()]
        if behind and not behind[0].inline and not self.text[empty.end() : behind[0].start].strip():
            start = before[-1].end if before else self.first
            text = self.text[start : empty.start()].rstrip()
            own = self.text[self.text.rfind("\n\n", self.first, empty.start()) + 1 : empty.start()]
            return (bool(text) and OPEN_END.search(text) is not None) or LEADING_ON.fullmatch(own) is not None
        if not before or before[-1].inline:
            return False
        between = self.text[before[-1].end : empty.start()]
        return not between.strip(" \t,") and GOING_ON.match(self.text, empty.end()) is not None

    def prose(
        self, at: int, end: int, paragraph: int, edges: list[int], struck: list[tuple[int, int]], out: list[Block]
    ) -> None:
        cuts = [at, *edges[bisect_right(edges, at) : bisect_left(edges, end)], end]
        for start, stop in pairwise(cuts):
            piece = self.text[start:stop]
            text = STRIKE.sub("", piece)
            if not text.strip():
                continue
            begin = start + len(piece) - len(piece.lstrip())
            heading = (SECTION if self.latex else HEADING).match(self.text, begin)
            if heading is not None and heading.start() >= start:
                level = LEVELS[heading[1]] if self.latex else len(heading[1])
                out.append(Heading(heading[2], level, self.line(begin), self.file))
                continue
            for a, b in equations_in(piece, self.latex):
                self.outside.append(outside(self.place(start + a, start + b)))
            crossed = within(struck, begin)
            number = paragraph + bisect_right(edges, begin)
            out.append(Prose(text, self.line(begin), number, crossed, self.file))

    def display(self, math: Found, number: int, struck: list[tuple[int, int]]) -> Display:
        content = self.text[math.inner : math.outer]
        lead = len(content) - len(content.lstrip())
        begin = math.inner + lead
        body = content.strip()
        last = begin + len(body)
        if self.shown[begin:last] != body:  # said in words, which are longer
            last = max(last, math.outer)
        line = self.line(begin)
        first = max(self.starts[line - 1], begin - WINDOW)
        before = self.shown[first:begin]
        after = self.shown[last : last + WINDOW].split("\n", 1)[0]
        numbers: tuple[str, ...] = ()
        if self.latex and math.environment in NUMBERED and not math.starred:
            numbers = self.numbers(math.environment, body)
        left, right = self.sentence(math)
        return Display(
            Source(body, line, before, after, self.file, first - self.starts[line - 1]),
            self.line(math.start),
            math.start - self.starts[self.line(math.start) - 1] + 1,
            self.line(max(math.start, math.end - 1)),
            math.inline,
            within(struck, math.start),
            math.bare,
            math.environment,
            left,
            right,
            number,
            numbers,
        )

    def sentence(self, math: Found) -> tuple[str, str]:
        """What stands in the same sentence before and after a formula, and in the next one if that takes it back."""
        window = 400
        start = max(self.first, math.start - window)
        left = self.text[start : math.start]
        cuts = [m.end() for m in SENTENCE.finditer(left)] + [m.end() for m in PARAGRAPH.finditer(left)]
        left = left[max(cuts, default=0) :]
        right = self.text[math.end : math.end + window]
        ends = [m.start() for pattern in (SENTENCE, PARAGRAPH) for m in [pattern.search(right)] if m is not None]
        end = min(ends, default=len(right))
        taken_back = TAKEN_BACK.match(right, end)
        right = right[: taken_back.end() if taken_back is not None else end]
        return with_dollars(STRIKE.sub("", left).lstrip()), with_dollars(STRIKE.sub("", right).rstrip())

    def numbers(self, environment: str, body: str) -> tuple[str, ...]:
        """LaTeX's numbers of the rows (the whole of `equation` is one row)."""
        found = []
        for _, row in rows_of(environment, body):
            tag = re.search(r"\\tag\*?\s*\{([^{}]*)\}", row)
            if tag is not None:
                found.append(tag[1])
            elif re.search(r"\\(?:nonumber|notag)\b", row):
                found.append("")
            else:
                self.number += 1
                found.append(str(self.number))
        return tuple(found)


def with_dollars(words: str) -> str:
    r"""Words with dollar signs around their formulas, however these are typed: so words about them are looked for.

    >>> with_dollars(r"is the \(d\)-th entry of \(w_c\), \[ a \\[2pt] b \]")
    'is the $d$-th entry of $w_c$, $$ a \\\\[2pt] b $$'
    """
    return DELIMITER.sub(lambda m: "$" if m[1] in "()" else "$$", words) if "\\" in words else words


def within(ranges: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of some ordered ranges."""
    n = bisect_right(ranges, at, key=lambda r: r[0]) - 1
    return n >= 0 and ranges[n][0] <= at < ranges[n][1]
