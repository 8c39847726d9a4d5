r"""Where mathematics begins and ends in Markdown and LaTeX, and what stands between.

`scan` takes one file apart into blocks: what is no document (code, comments, verbatim) is blanked first; positions
are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from ..errors import LimitExceeded, Place, ReadError
from ..latex.source import WINDOW, Source
from ..notation import CASES_ENVIRONMENTS, LAYOUT_ENVIRONMENTS
from .blocks import Block, Broken, Display, Heading, Prose

ENVIRONMENTS = sorted((LAYOUT_ENVIRONMENTS | CASES_ENVIRONMENTS) - {"subequations"}, key=len, reverse=True)
OPENING = re.compile(
    r"(?P<code>\$`)|(?P<display>\$\$)|(?P<inline>\$)|(?P<bracket>\\\\?\[)|(?P<paren>\\\\?\()"
    rf"|\\begin\s*\{{(?P<environment>{'|'.join(ENVIRONMENTS)})(?P<star>\*?)\}}"
    r"|(?P<fence>^[ \t]*```+[ \t]*math[ \t]*\n)|\\(?:input|include|subfile)\s*\{(?P<file>[^{}]*)\}",
    re.MULTILINE,
)
ENVIRONMENT = re.compile(rf"\\(begin|end)\s*\{{((?:{'|'.join(ENVIRONMENTS)})\*?)\}}")
BLANKED_MARKDOWN = re.compile(
    r"(?P<keep>^[ \t]*(`{3,}+)[ \t]*math[ \t]*\n.*?^[ \t]*\2[ \t]*$)|<!--.*?(?:-->|\Z)"
    r"|^[ \t]*(`{3,}+|~{3,}+)(?![ \t]*math[ \t]*$)[^\n]*\n.*?(?:^[ \t]*\3[`~]*[ \t]*$|\Z)"
    r"|(?<![\\`$])(`{1,2})(?!`)(?:(?!\n[ \t]*\n).){1,2000}?(?<!`)\4(?!`)",
    re.DOTALL | re.MULTILINE,
)
BLANKED_LATEX = re.compile(
    r"\\begin\{(verbatim|lstlisting|comment|minted)\*?\}.{0,20000}?\\end\{\1\*?\}|\\verb\*?([^\w\s])[^\n]*?\2|(?<!\\)%[^\n]*",
    re.DOTALL,
)
STRIKE = re.compile(r"~~|</?(?:del|s|strike)>")
HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
SECTION = re.compile(r"\\(part|chapter|section|subsection|subsubsection|paragraph)\*?\s*\{([^{}]*)\}")
LEVELS = {"part": 1, "chapter": 1, "section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 4}
PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+■●・]|\d+[.)])[ \t])|\\par\b|\\item\b")
SENTENCE = re.compile(r"[。．！？]|(?<=[^\d\s])[.!?](?=\s|$)|\n[ \t]*\n")
NUMBERED = frozenset(["equation", "align", "gather", "eqnarray", "multline", "flalign", "alignat"])
PER_ROW = NUMBERED - {"equation", "multline"}
MONEY = re.compile(r"\d[\d.,]*(?:\s+[A-Za-z]{2,}[^\\_^={}$]*)?\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of mathematics: offsets of delimiters and content."""

    start: int
    inner: int
    outer: int
    end: int
    inline: bool = False
    environment: str = ""
    starred: bool = False
    included: str = ""
    error: str = ""


def blank(text: str, latex: bool) -> str:
    """The text with comments, code and verbatim replaced by spaces."""
    pattern = BLANKED_LATEX if latex else BLANKED_MARKDOWN
    return pattern.sub(lambda m: m[0] if m.groupdict().get("keep") else re.sub(r"[^\n]", " ", m[0]), text)


def find(text: str) -> Iterator[Found]:
    """Every piece of mathematics of a blanked text, in order."""
    pairs = _pairs(text)
    last = {close: text.rfind(close) for close in (r"\]", r"\)", "$$", "`$", "```", r"\\]", r"\\)")}
    at = 0
    while True:
        m = OPENING.search(text, at)
        if m is None:
            return
        if m.start() and text[m.start() - 1] == "\\" and (m.lastgroup in ("inline", "display", "code")):
            at = m.end() if m.lastgroup != "display" else m.start() + 1
            continue
        found = _match(text, m, pairs, last)
        if found is None:
            at = m.end()
            continue
        yield found
        at = max(found.end, m.end())


def _pairs(text: str) -> dict[int, re.Match[str]]:
    r"""For the offset of each `\begin` of an environment of mathematics its `\end`."""
    opened: dict[str, list[int]] = {}
    pairs = {}
    for m in ENVIRONMENT.finditer(text):
        if m[1] == "begin":
            opened.setdefault(m[2], []).append(m.start())
        elif opened.get(m[2]):
            pairs[opened[m[2]].pop()] = m
    return pairs


def _match(text: str, m: re.Match[str], pairs: dict[int, re.Match[str]], last: dict[str, int]) -> Found | None:
    kind = m.lastgroup if m.lastgroup != "star" else "environment"
    start, inner = m.span()
    if kind == "file":
        return Found(start, inner, inner, inner, included=m["file"].strip())
    if kind == "environment":
        return _environment(m, pairs)
    if kind == "inline":
        return _inline(text, start, inner)
    close = {"display": "$$", "code": "`$", "bracket": r"\]", "paren": r"\)"}.get(kind or "", "```")
    if kind in ("bracket", "paren") and text[start + 1] == "\\":
        close = "\\" + close
    pattern = rf"(?<!\\){re.escape(close)}" if kind != "fence" else r"^[ \t]*```+[ \t]*$"
    closing = re.compile(pattern, re.MULTILINE).search(text, inner) if last[close] >= inner else None
    if closing is None:
        if kind in ("bracket", "paren"):
            return None
        return Found(start, inner, inner, inner, error=f"expected `{close}` for this `{m[0].strip()}`")
    return Found(start, inner, closing.start(), closing.end(), kind in ("paren", "code"))


def _environment(m: re.Match[str], pairs: dict[int, re.Match[str]]) -> Found:
    name = m["environment"]
    end = pairs.get(m.start())
    if end is None:
        full = name + m["star"]
        return Found(
            m.start(), m.end(), m.end(), m.end(), error=rf"expected `\end{{{full}}}` for this `\begin{{{full}}}`"
        )
    inner, outer = m.end(), end.start()
    if name in CASES_ENVIRONMENTS or name in ("alignat", "alignedat", "IEEEeqnarray"):
        inner, outer = m.start(), end.end()  # the reader needs its \begin and \end
    return Found(m.start(), inner, outer, end.end(), False, name, bool(m["star"]))


def _inline(text: str, start: int, inner: int) -> Found | None:
    """`$..$` within one paragraph; sums of money are no mathematics."""
    at = inner
    while True:
        end = text.find("$", at)
        if end < 0:
            break
        if text[end - 1] != "\\":
            content = text[inner:end]
            if "\n\n" in content or not content.strip() or re.search(r"\n[ \t]*\n", content):
                break
            if MONEY.match(content) and not re.fullmatch(r"[\d.]+", content):
                return None
            return Found(start, inner, end, end + 1, True)
        at = end + 1
    if MONEY.match(text[inner : inner + 12].split("\n")[0].split(" ")[0]):
        return None
    return Found(start, inner, inner, inner, error="expected `$` for this `$`")


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
        struck = self.strikes(maths)
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
            else:
                out.append(self.display(math, maths, number, struck))
        return out

    def strikes(self, maths: list[Found]) -> list[tuple[int, int]]:
        """The ranges between `~~` and `~~` (or `<del>` and `</del>`) outside mathematics."""
        inside = [(m.start, m.end) for m in maths]
        starts = [a for a, _ in inside]
        marks = []
        for m in STRIKE.finditer(self.text, self.first):
            n = bisect_right(starts, m.start()) - 1
            if n < 0 or inside[n][1] <= m.start():
                marks.append(m)
        return [(a.end(), b.start()) for a, b in zip(marks[::2], marks[1::2], strict=False)]

    def edges(self, maths: list[Found]) -> list[int]:
        """Where a new paragraph begins, outside mathematics."""
        starts = [m.start for m in maths]
        found = []
        for pattern in (PARAGRAPH, SECTION if self.latex else HEADING):
            for m in pattern.finditer(self.text, self.first):
                n = bisect_right(starts, m.start()) - 1
                if n < 0 or maths[n].end <= m.start():
                    found += [m.start(), m.end()] if pattern is not PARAGRAPH else [m.end()]
        return sorted(found)

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
            crossed = within(struck, begin)
            number = paragraph + bisect_right(edges, begin)
            out.append(Prose(text, self.line(begin), number, crossed, self.file))

    def display(self, math: Found, maths: list[Found], number: int, struck: list[tuple[int, int]]) -> Display:
        content = self.text[math.inner : math.outer]
        lead = len(content) - len(content.lstrip())
        begin = math.inner + lead
        body = content.strip()
        last = begin + len(body)
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
            math.environment,
            left,
            right,
            number,
            numbers,
        )

    def sentence(self, math: Found) -> tuple[str, str]:
        """What stands in the same sentence before and after a formula."""
        window = 400
        start = max(self.first, math.start - window)
        left = self.text[start : math.start]
        cuts = [m.end() for m in SENTENCE.finditer(left)] + [m.end() for m in PARAGRAPH.finditer(left)]
        left = left[max(cuts, default=0) :]
        right = self.text[math.end : math.end + window]
        ends = [m.start() for pattern in (SENTENCE, PARAGRAPH) for m in [pattern.search(right)] if m is not None]
        right = right[: min(ends, default=len(right))]
        return STRIKE.sub("", left).lstrip(), STRIKE.sub("", right).rstrip()

    def numbers(self, environment: str, body: str) -> tuple[str, ...]:
        """LaTeX's numbers of the rows (the whole of `equation` is one row)."""
        rows = re.split(r"\\\\", body) if environment in PER_ROW else [body]
        if environment in PER_ROW and re.search(r"\\begin", body):
            rows = _outer_rows(body)
        if len(rows) > 1 and not rows[-1].strip():
            rows.pop()
        found = []
        for row in rows:
            tag = re.search(r"\\tag\*?\s*\{([^{}]*)\}", row)
            if tag is not None:
                found.append(tag[1])
            elif re.search(r"\\(?:nonumber|notag)\b", row):
                found.append("")
            else:
                self.number += 1
                found.append(str(self.number))
        return tuple(found)


def _outer_rows(body: str) -> list[str]:
    """The rows of a body in which other environments stand."""
    rows, depth, start = [], 0, 0
    for m in re.finditer(r"\\begin\b|\\end\b|\\\\", body):
        if m[0] == r"\\":
            if depth == 0:
                rows.append(body[start : m.start()])
                start = m.end()
        else:
            depth += 1 if m[0] == r"\begin" else -1
    return [*rows, body[start:]]


def within(ranges: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of some ordered ranges."""
    n = bisect_right(ranges, at, key=lambda r: r[0]) - 1
    return n >= 0 and ranges[n][0] <= at < ranges[n][1]


def renumber(blocks: list[Block], shift: int) -> list[Block]:
    """The blocks with their paragraph numbers shifted (for an included file)."""
    return [replace(b, paragraph=b.paragraph + shift) if isinstance(b, (Display, Prose)) else b for b in blocks]
