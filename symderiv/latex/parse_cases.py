r"""The rows of `cases`: a value each, and under which conditions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from ..notation import OTHERWISE
from .lexer import exceeded, fail
from .parse_lists import Lists
from .tree import CaseRow, Cases, Chain, Formula, Node, Text


class CaseRows(Lists):
    """Reads `cases`; what stands beside a value is read by the layer above, which keeps what words hold (`asides`)."""

    asides: list[Formula]

    @abstractmethod
    def beside(self) -> tuple[list[Chain], list[Text]]:
        """The conditions and words up to the end of the part."""

    def cases(self) -> Node:
        start = self.at
        stop = self.partner[start]
        outer = self.end, self.bars
        self.deeper()
        rows = []
        for row in self.split_at("row", start + 1, stop):
            begin, end = self.within_spaces(*row)
            if begin < end:
                rows.append(self.case_row(begin, end))
                if len(rows) > self.limits.rows:
                    exceeded(
                        self.source, self.since(start), f"more than {self.limits.rows:,} cases", "state a condition"
                    )
        self.depth -= 1
        self.end, self.bars = outer
        self.at = stop + 1
        if not rows:
            fail(self.source, self.since(start), "`cases` without a row")
        return Cases(tuple(rows), self.since(start))

    def case_row(self, begin: int, end: int) -> CaseRow:
        while end - begin > 1 and self.tokens[end - 1].kind in ("stop", "comma", "quad"):
            end -= 1
        spaced = (self.within_spaces(*c) for c in self.split_at("amp", begin, end))
        columns = [c for c in spaced if c[0] < c[1]]
        told = [c for c in columns if any(t.kind != "text" for t in self.tokens[slice(*c)])]  # `& if & i = j`
        if len(told) > 2:
            self.at = told[2][0]
            self.fail("a row of `cases` has a value and a condition", "put the condition into one column")
        self.at, self.end, self.bars = *columns[0], []
        value = self.value(len(columns) > 1)
        if self.token.kind == "comma":
            self.at += 1
        conditions: list[Chain] = []
        words: list[Text] = []
        for column in [(self.at, columns[0][1]), *columns[1:]]:
            self.at, self.end = column
            if self.at < self.end:
                found, more = self.beside()
                conditions += found
                words += more
        self.at = end
        otherwise = any(w.content.strip(" .,。()（）").lower() in OTHERWISE for w in words) or not (conditions or words)
        if words and not any(c.relations for c in conditions):
            conditions = []  # `if user $u$ is new`: names in words are no conditions
        span = (self.tokens[begin].start, self.tokens[end - 1].end)
        return CaseRow(value, tuple(conditions), otherwise, tuple(words), span)

    def within_spaces(self, begin: int, end: int) -> tuple[int, int]:
        """A range of tokens without the wide spaces at its ends, which only lay out."""
        while begin < end and self.tokens[begin].kind == "quad":
            begin += 1
        while begin < end and self.tokens[end - 1].kind == "quad":
            end -= 1
        return begin, end

    def value(self, told: bool) -> Node:
        """The value of a row; one that is `told` apart from its condition may be worked out, `p - p^2 = p (1 - p)`."""
        start = self.at
        members, spans = [self.member()], []
        while told and self.at < self.end and self.token.kind == "rel" and self.token.text == "=":
            spans.append(self.token.span)
            self.at += 1
            members.append(self.member())
        return Chain(tuple(members), ("=",) * len(spans), tuple(spans), self.since(start)) if spans else members[0]

    def split_at(self, kind: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a range of tokens between tokens of a kind, at its own level."""
        at = begin
        while at < end:
            if self.tokens[at].kind == kind:
                yield begin, at
                begin = at + 1
            at = self.partner[at] + 1 if self.partner[at] > at else at + 1
        yield begin, end
