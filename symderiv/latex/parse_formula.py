r"""One formula: its statements, and the formulas inside its words."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import ReadError
from ..pattern import lazily
from .characters import with_accents
from .evaluated import unplaced, with_numbers_put_in
from .lexer import RELATION, Limits, Token, fail
from .parse_cases import CaseRows
from .parse_statements import Reader
from .source import Source
from .tree import Chain, Formula, Text

MATH_IN_TEXT = lazily(r"\$([^$]+)\$|\\\((.+?)\\\)")


class Parser(CaseRows):
    """Everything that one formula says; `inner` reads the formulas inside its texts, which are then `asides`."""

    def __init__(
        self,
        tokens: list[Token],
        partner: list[int],
        relational: set[int],
        source: Source,
        limits: Limits,
        inner: Callable[[Source], Formula],
    ) -> None:
        super().__init__(tokens, partner, relational, source, limits)
        self.inner = inner
        self.asides: list[Formula] = []

    def formula(self) -> Formula:
        """Everything, to the last token."""
        if not self.tokens:
            fail(self.source, (0, max(1, len(self.source.text))), "an empty formula")
        statements, words = Reader(self).read()
        if self.numbers_put_in:
            if (place := unplaced(statements, self.numbers_put_in)) is not None:
                self.unread_bar(place)
            statements = with_numbers_put_in(statements, self.numbers_put_in)
        asides = tuple(f for f in self.asides if any(s.chain.relations for s in f.statements))
        return Formula(self.source, statements, words, asides)

    def text_node(self, token: Token) -> Text:
        """The words of a text and the formulas inside it."""
        formulas = []
        for found in MATH_IN_TEXT.finditer(token.text):
            inner = (found[1] or found[2] or "").strip()
            at = self.source.text.find(inner, token.start)
            place = self.source.place((max(at, token.start), token.end))
            before = place.text[: place.column - 1]
            source = Source(inner, place.line, before, "", self.source.file)
            try:
                formulas.append(self.inner(source))
            except ReadError:
                if RELATION.search(inner):  # what neither equates nor compares is no more than a word
                    raise
        self.asides += formulas
        return Text(with_accents(MATH_IN_TEXT.sub("", token.text)), tuple(formulas), token.span)

    def beside(self) -> tuple[list[Chain], list[Text]]:
        statements, words = Reader(self, conditional=True).read()
        chains = [c for s in statements for c in (s.chain, *s.conditions)]
        return chains, [*words, *(w for s in statements for w in s.words)]
