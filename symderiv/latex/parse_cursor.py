r"""The position in the tokens of a formula, and what every layer of the reader needs from the layers above it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import NoReturn

from ..errors import ReadError
from ..pattern import lazily
from .bound_primes import bound_primes
from .hedges import changes_meaning
from .lexer import Limits, Token, ambiguous, exceeded, fail, unreadable
from .pairing import CASES
from .source import Offsets, Source
from .tree import Chain, Derivative, Name, Node, Number, Text

NOTHING = Token("", "", 0, 0)
OPERANDS = frozenset(
    [
        "name",
        "num",
        "func",
        "big",
        "frac",
        "sqrt",
        "accent",
        "font",
        "fontdecl",
        "brace",
        "cancel",
        "(",
        "{",
        "partial",
        "nabla",
        "set",
        "sym",
        "uroot",
    ]
)
"""Kinds of tokens with which a factor begins."""
TIMES = frozenset([r"\cdot", r"\times", "*"])
FACTORS = frozenset(["name", "num", "script", "(", "{", "}"])
r"""What may stand before `\partial` below: `\frac{\partial E}{T \cdot \partial w}`."""
WORDLESS = lazily(r"[\s,;:.]*")
"""What is left of words that are but a formula."""


class Cursor(ABC):
    """The tokens, where we are (`at`), where the part that is being read ends (`end`), and how deep we are."""

    def __init__(
        self, tokens: list[Token], partner: list[int], relational: set[int], source: Source, limits: Limits
    ) -> None:
        self.tokens = tokens
        self.partner = partner
        self.relational = relational
        self.source = source
        self.limits = limits
        self.at = 0
        self.end = len(tokens)
        self.depth = 0
        self.bars: list[str] = []
        self.in_script = False
        self.numbers_put_in: dict[Offsets, tuple[Derivative, Chain]] = {}
        self.has_over = any(t.kind == "over" for t in tokens)

    @cached_property
    def bound_primes(self) -> frozenset[tuple[str, int]]:
        """Letters with primes that a sum of the formula binds."""
        return bound_primes(self.tokens, self.partner)

    @property
    def token(self) -> Token:
        """The next token; a token of kind '' at the end of the part."""
        return self.tokens[self.at] if self.at < self.end else NOTHING

    def peek(self, n: int = 1) -> Token:
        return self.tokens[self.at + n] if self.at + n < self.end else NOTHING

    def here(self) -> Offsets:
        """The span of the next token, or of the last one at the end."""
        if self.at < self.end:
            return self.tokens[self.at].span
        last = self.tokens[self.at - 1].end if self.at else len(self.source.text)
        return (max(0, last - 1), last)

    def since(self, start: int) -> Offsets:
        """The span from the token at position `start` to the last one read."""
        first = self.tokens[start].start if start < len(self.tokens) else len(self.source.text)
        return (first, max(first, self.tokens[self.at - 1].end)) if self.at > start else (first, first)

    def fail(self, cause: str, hint: str = "") -> NoReturn:
        fail(self.source, self.here(), cause, hint)

    def unreadable(self, cause: str, hint: str = "") -> ReadError:
        return unreadable(self.source, self.here(), cause, hint)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > self.limits.depth:
            exceeded(
                self.source,
                self.here(),
                f"nested more than {self.limits.depth} deep",
                "name a part of it in an equation of its own",
            )

    def found(self) -> str:
        """The next token for an error message."""
        token = self.token
        if not token.kind:
            after = self.tokens[self.end].text if self.end < len(self.tokens) else ""
            return f"`{after}`" if after and after != CASES else "the end"
        return f"`{self.source.text[token.start : token.end]}`"

    # what the layers above provide

    @abstractmethod
    def text_node(self, token: Token) -> Text:
        """Words, with the formulas inside them."""

    def words(self, token: Token) -> Text:
        """Words inside a formula. Raises where they change what it says."""
        return self.unchanged(self.text_node(token))

    def unchanged(self, node: Text, excepting: bool = False) -> Text:
        """The words as they are, if the formula means the same with and without them; raises if not.

        `excepting`: they take out a condition that is read.
        """
        if changes_meaning(self.source.text[node.span[0] : node.span[1]] if node.math else node.content, excepting):
            hint = "write what is added or multiplied as a formula; leave words out that only explain"
            fail(self.source, node.span, "words that change what the formula says are not read", hint)
        related = any(s.chain.relations for f in node.math for s in f.statements)
        if node.math and not related and WORDLESS.fullmatch(node.content):
            hint = "write the formula outside of `\\text`"
            fail(self.source, node.span, "a formula without words among the words would be skipped", hint)
        return node

    @abstractmethod
    def items(self) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        """A list parted by commas up to `end`, and its separators."""

    @abstractmethod
    def nothing(self, token: Token) -> Node:
        """Say that no factor begins with this token."""

    @abstractmethod
    def member(self) -> Node:
        """A sum of terms."""

    @abstractmethod
    def factor(self) -> Node:
        """One factor with its scripts."""

    @abstractmethod
    def over(self, stop: int) -> Node | None:
        """`a \\over b` up to the brace at `stop`, which is passed; None if there is no `\\over`."""

    @abstractmethod
    def call(self, function: str, start: int) -> Node:
        """A well-known function whose name has been read."""

    def inside(self, stop: int) -> tuple[tuple[Node, ...], tuple[str, ...]]:
        """The list between here and the delimiter at `stop`, which is passed."""
        self.deeper()
        outer, bars = self.end, self.bars
        self.end, self.bars = stop, []
        found = self.items() if self.at < stop else ((), ())
        if self.at < stop:
            self.fail(f"expected an operator or the end of the group, found {self.found()}")
        self.end, self.bars, self.at = outer, bars, stop + 1
        self.depth -= 1
        return found

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the content of the braces at `at` begins and ends; an empty range if there are none."""
        if at < self.end and self.tokens[at].kind == "{":
            return at + 1, self.partner[at]
        return at, at

    def bars_inside(self) -> list[int]:
        r"""Where bars part the parenthesis ahead as commas do: every `\mid`, and a `|` or `\|` without a partner."""
        found: list[int] = []
        at, stop = self.at + 1, self.partner[self.at]
        while at < stop:
            if self.tokens[at].kind in ("bar", "mid"):
                found.append(at)
            at = self.partner[at] + 1 if self.partner[at] > at else at + 1
        bars = [self.tokens[n].text for n in found if self.tokens[n].kind == "bar"]
        return [n for n in found if self.tokens[n].kind == "mid" or bars.count(self.tokens[n].text) == 1]

    def set_cut(self) -> list[int]:
        r"""Where `\{i \mid y_i = k\}` and `\{i : y_i = k\}` go on with a condition; nothing for other braces."""
        if self.token.text != r"\{":
            return []
        cuts = self.bars_inside()
        at, stop = self.at + 1, self.partner[self.at]
        while at < stop and not cuts:
            if self.tokens[at].kind == "colon":
                cuts = [at]
            at = self.partner[at] + 1 if self.partner[at] > at else at + 1
        return cuts[:1] if len(cuts) == 1 else []

    def behind_factors(self, bounds: tuple[int, int]) -> int:
        r"""Where the sign of `T \cdot \partial w` stands in a range of tokens; 0 if none does behind factors."""
        at, stop = bounds
        while at < stop and not self.is_sign(at) and (self.tokens[at].kind in FACTORS or self.tokens[at].text in TIMES):
            at = self.partner[at] + 1 if self.partner[at] > at else at + 1
        return at if bounds[0] < at < stop and self.is_sign(at) else 0

    def is_sign(self, at: int) -> bool:
        r"""Does `\partial` or `\mathrm{d}` stand there?"""
        words = [x.text for x in self.tokens[at : at + 3]]
        return self.tokens[at].kind == "partial" or words in (["mathrm", "{", "d"], ["mathrm", "d", words[-1]])

    def part(self, bounds: tuple[int, int]) -> Node:
        """The one expression in a range of tokens."""
        outer, bars = self.end, self.bars
        self.at, self.end, self.bars = bounds[0], bounds[1], []
        self.deeper()
        found = self.member()
        self.depth -= 1
        if self.at < self.end:
            self.fail(f"expected an operator or the end, found {self.found()}")
        self.end, self.bars = outer, bars
        return found

    def argument(self, owner: str) -> Node:
        """One argument: `{..}`, or a single token. Raises where it is empty."""
        token = self.token
        if token.kind == "{":
            stop = self.partner[self.at]
            self.at += 1
            if self.at == stop:
                self.fail(f"the argument of `{owner}` is empty")
            return self.single(stop, owner)
        if token.kind == "num" and len(token.text) > 1:
            return self.digit(owner)
        if token.kind not in OPERANDS:
            self.fail(f"expected the argument of `{owner}`, found {self.found()}", f"write `{owner}{{..}}`")
        if token.kind in ("name", "num"):
            self.at += 1
            return Number(token.text, token.span) if token.kind == "num" else Name(token.text, span=token.span)
        self.deeper()
        node = self.factor()
        self.depth -= 1
        return node

    def digit(self, owner: str) -> Node:
        """The first digit of a longer number, as TeX reads `\\frac12`."""
        token = self.token
        if owner != r"\frac":
            cause = f"`{owner}{token.text}` takes the digit {token.text[0]} alone, or the number {token.text}"
            ambiguous(
                self.source, token.span, cause, f"write `{owner}{{{token.text}}}`, or `{owner}{{{token.text[0]}}}`"
            )
        self.tokens[self.at] = Token("num", token.text[1:], token.start + 1, token.end)
        return Number(token.text[0], (token.start, token.start + 1))

    def single(self, stop: int, owner: str) -> Node:
        """The one expression (or chain, or `a \\over b`) between here and `stop`."""
        start = self.at
        if self.has_over:
            over = self.over(stop)
            if over is not None:
                return over
        items, _ = self.inside(stop)
        if len(items) != 1:
            fail(self.source, self.since(start), f"`{owner}` takes one expression here, found {len(items)}")
        return items[0]
