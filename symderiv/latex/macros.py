r"""User macros: `\newcommand`, `\renewcommand`, `\def`, `\let`, `\DeclareMathOperator`, `\DeclarePairedDelimiter`.

Definitions are taken out of the text (blanked, so that positions stay) and calls are expanded token by token, as TeX
does: what comes out of the body carries the position of its call, arguments keep their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from ..node import node
from ..notation import SIZING
from ..pattern import lazily
from .lexer import LIMITS, Limits, Token, bold, exceeded, fail, is_letter, tokenize, unreadable
from .packages import PACKAGES, STARRED
from .source import Source


@node
class Macro:
    r"""One macro: how many arguments, the default of the first if it is optional, and the body with `#1`, `#2`, ..."""

    name: str
    arity: int
    body: str
    default: str | None = None
    twice: bool = False
    """Does the document define it again in another way? Then nobody knows which is meant where."""
    kept: bool = False
    r"""Is the body one command as it was before the document defined it anew (`\let\oldsum\sum`)?"""


Macros: TypeAlias = Mapping[str, Macro]

NAME = r"\s*(?:\{\s*(\\[A-Za-z]+|\\.)\s*\}|(\\[A-Za-z]+|\\.))\s*"
DEFINITION = lazily(
    rf"\\(?P<how>newcommand|renewcommand|providecommand|DeclareMathOperator|DeclareRobustCommand)\*?{NAME}"
    r"(?:\[\s*(?P<arity>[0-9])\s*\]\s*)?(?:\[(?P<default>[^\]]*)\]\s*)?(?:(?=\{)|(?P<lone>\\[A-Za-z]+))"
    r"|\\(?:New|Renew|Provide|Declare)DocumentCommand\s*\{?\s*(?P<document>\\[A-Za-z]+)\s*\}?\s*"
    r"\{(?P<args>(?:[^{}]|\{[^{}]*\})*)\}\s*(?=\{)"
    r"|\\(?:g|e|x)?def\s*(?P<def>\\[A-Za-z]+|\\.)\s*(?P<params>(?:\#[1-9])*)\s*(?=\{)"
    r"|\\let\s*(?P<let>\\[A-Za-z]+)\s*=?\s*(?P<as>\\[A-Za-z]+|.)"
    r"|\\DeclarePairedDelimiter\s*(?:\{\s*(?P<pair>\\[A-Za-z]+)\s*\}|(?P<bare>\\[A-Za-z]+))\s*(?=\{)"
)


ARGUMENTS = lazily(r"\s*(?:O\s*\{(?P<default>[^{}]*)\}|(?P<none>o))?(?P<plain>[\s+m]*)")
r"""The arguments of `\NewDocumentCommand`: an optional one at most, then those in braces."""
BRACES = lazily(r"\\.|[{}]", re.DOTALL)


def _braces(text: str) -> dict[int, int]:
    """For each opening brace the offset of the one that closes it."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for found in BRACES.finditer(text):
        if found.group() == "{":
            stack.append(found.start())
        elif found.group() == "}" and stack:
            pairs[stack.pop()] = found.start()
    return pairs


def take_definitions(text: str) -> tuple[str, dict[str, Macro]]:
    r"""The text with its macro definitions blanked, and the macros.

    >>> take_definitions(r"\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} x")[1][r"\pd"].arity
    2
    """
    if "\\" not in text or not any(w in text for w in ("command", "def\\", "def ", r"\let", r"\Declare", "Command")):
        return text, {}
    macros: dict[str, Macro] = {}
    before: dict[str, str] = {}
    spare: dict[str, int] = {}  # what only stands in for a definition, and which piece of the text begins behind it
    braces = _braces(text)
    pieces: list[str] = []
    done = 0
    for found in DEFINITION.finditer(text):
        if found.start() < done:
            continue
        macro, end = _macro(found, text, braces)
        if macro is None:
            continue
        if macro.name in spare and found["how"] != "providecommand":
            between = "".join((*pieces[spare.pop(macro.name) :], text[done : found.start()]))
            if not re.search(re.escape(macro.name) + "(?![A-Za-z])", between):
                del macros[macro.name]  # nobody used it before it is defined anew
        if found["how"] != "providecommand" or macro.name not in macros:
            if found["how"] == "providecommand":
                spare[macro.name] = len(pieces) + 2
            note(macros, macro)
        if found["let"] is not None and macro.body not in macros:
            before[macro.name] = macro.body
        blank = re.sub(r"[^\n]", " ", text[found.start() : end])
        pieces += [text[done : found.start()], blank]
        done = end
    for name, body in before.items():
        if body in macros:
            macros[name] = replace(macros[name], kept=True)
    return "".join(pieces) + text[done:], macros


def note(macros: dict[str, Macro], new: Macro) -> None:
    """Adds a macro to those known so far."""
    old = macros.get(new.name, new)
    macros[new.name] = new if old == new else replace(new, twice=True)


def _macro(found: re.Match[str], text: str, braces: dict[int, int]) -> tuple[Macro | None, int]:
    end = found.end()
    if found["let"] is not None:
        return Macro(found["let"], 0, found["as"]), end
    if found["lone"] is not None:
        return Macro(found[2] or found[3] or "", int(found["arity"] or 0), found["lone"], found["default"]), end
    if end not in braces:
        return None, end
    body, end = text[end + 1 : braces[end]], braces[end] + 1
    if found["def"] is not None:
        return Macro(found["def"], len(found["params"]) // 2, body), end
    if found["document"] is not None:
        arguments = ARGUMENTS.fullmatch(found["args"])
        if arguments is None:
            return None, end
        optional = arguments["default"] is not None or arguments["none"] is not None
        count = arguments["plain"].count("m") + optional
        return Macro(found["document"], count, body, (arguments["default"] or "") if optional else None), end
    if found["how"] is None:  # a pair of delimiters
        if end not in braces:
            return None, end
        last = braces[end]
        return Macro(found["pair"] or found["bare"], 1, rf"{body} #1 {text[end + 1 : last]}"), last + 1
    name = found[2] or found[3] or ""
    if found["how"] == "DeclareMathOperator":
        return Macro(name, 0, rf"\operatorname{{{body}}}"), end
    return Macro(name, int(found["arity"] or 0), body, found["default"]), end


def names_and_sizing(macros: Macros) -> tuple[frozenset[str], dict[str, str]]:
    r"""The names of the macros, and which of them are only short for a command that sizes a delimiter, `\left`: that is
    one token with the delimiter, so it has to be known before there are tokens."""
    sizing = {m.name: m.body.strip() for m in macros.values() if not m.arity and not m.twice}
    return frozenset(macros), {name: body for name, body in sizing.items() if body in SIZING}


def expand(tokens: list[Token], macros: Macros, source: Source, limits: Limits = LIMITS) -> list[Token]:
    """The tokens with every macro expanded. Raises `LimitExceeded` for macros that never end."""
    if not any(t.kind == "cmd" and (t.text in macros or t.text in PACKAGES) for t in tokens):
        return tokens
    return _without_braces_of_orders(_Expander(macros, source, limits).expand(tokens, 0))


def _without_braces_of_orders(tokens: list[Token]) -> list[Token]:
    r"""`\partial {^2 E}` and `\partial {x \partial y}`, as macros with braces in their body have it, without those."""
    out: list[Token] = []
    waiting: list[str] = []
    for at, token in enumerate(tokens):
        if token.kind == "{":
            drop = at > 0 and tokens[at - 1].kind == "partial" and _holds_order(tokens, at)
            waiting.append("" if drop else token.kind)
        if token.kind not in ("{", "}") or not waiting or waiting[-1]:
            out.append(token)
        if token.kind == "}" and waiting:
            waiting.pop()
    return out


def _holds_order(tokens: list[Token], opening: int) -> bool:
    """Do braces begin with an exponent, or hold another sign of differentiation?"""
    if opening + 1 < len(tokens) and tokens[opening + 1].text == "^":
        return True
    depth = 0
    for token in tokens[opening:]:
        depth += {"{": 1, "}": -1}.get(token.kind, 0)
        if depth == 0:
            return False
        if token.kind == "partial" and depth == 1:
            return True
    return False


def _without_empty_scripts(tokens: list[Token]) -> list[Token]:
    r"""`\partial^{#1}` with nothing for its argument has no script."""
    out: list[Token] = []
    for token in tokens:
        out.append(token)
        if [t.kind for t in out[-3:]] == ["script", "{", "}"]:
            del out[-3:]
    return out


class _Expander:
    def __init__(self, macros: Macros, source: Source, limits: Limits) -> None:
        self.macros, self.source, self.limits = macros, source, limits
        self.names, self.sizing = names_and_sizing(macros)
        self.count = 0
        self.read = 0  # how far the arguments of the call at hand reach

    def expand(self, tokens: list[Token], depth: int) -> list[Token]:
        out: list[Token] = []
        rest = tokens[::-1]
        while rest:
            token = rest.pop()
            macro = self.macros.get(token.text) if token.kind == "cmd" else None
            if macro is None and token.kind == "cmd" and token.text in PACKAGES:
                out += self.expand(self.of_package(token, rest), depth + 1)
                continue
            if macro is None:
                out.append(token)
                continue
            if macro.twice:
                cause = f"the macro `{token.text}` is defined twice, in different ways"
                fail(self.source, token.span, cause, "give the second one another name")
            if depth >= self.limits.macro_depth:
                exceeded(self.source, token.span, f"the macro `{token.text}` calls itself without end")
            body = self.call(macro, token, rest)
            out += body if macro.kept else self.expand(body, depth + 1)
        return out

    def call(self, macro: Macro, token: Token, rest: list[Token]) -> list[Token]:
        """The body of a macro with its arguments, which are taken off `rest` (the tokens to come, last first)."""
        arguments: list[list[Token]] = []
        self.read = token.end
        if macro.default is not None:
            arguments.append(self.optional(macro.default, rest))
        while len(arguments) < macro.arity:
            arguments.append(self.argument(macro, token, rest))
        return self.filled(macro, arguments, token._replace(end=self.read))

    def of_package(self, token: Token, rest: list[Token]) -> list[Token]:
        """The body of a macro that a package defines: the one for the arguments that stand there."""
        bodies = PACKAGES[token.text]
        self.read = token.end
        if rest and rest[-1].text == r"\ast" and token.text in STARRED:
            rest.pop()
        arguments: list[list[Token]] = []
        bracket = bool(rest) and rest[-1].text == "[" and any(b for _, b in bodies)
        if bracket:
            arguments.append(self.optional("", rest))
        counts = sorted((n for n, b in bodies if b == bracket), reverse=True)
        given = 0
        while given < counts[0] and rest and rest[-1].kind == "{":
            arguments.append(self.argument(Macro(token.text, given + 1, ""), token, rest))
            given += 1
        if given not in counts:
            fail(self.source, token.span, f"expected `{{` after `{token.text}`", f"write `{token.text}{{..}}`")
        macro = Macro(token.text, len(arguments), bodies[given, bracket])
        return self.filled(macro, arguments, token._replace(end=self.read))

    def filled(self, macro: Macro, arguments: list[list[Token]], token: Token) -> list[Token]:
        """The body of a macro with its arguments put in."""
        out: list[Token] = []
        names = self.names - ({macro.body} if macro.kept else set())
        body = tokenize(Source(macro.body), self.limits, names, self.sizing)
        at = 0
        while at < len(body):
            piece = body[at]
            at += 1
            if piece.kind == "hash" and at < len(body) and body[at].kind == "num":
                number = body[at]
                at += 1
                if not 1 <= int(number.text[0]) <= len(arguments):
                    fail(self.source, token.span, f"the macro `{macro.name}` has no argument #{number.text[0]}")
                out += arguments[int(number.text[0]) - 1]
                if number.text[1:]:
                    out.append(Token("num", number.text[1:], *token.span))
            elif piece.kind == "text" and "#" in piece.text:
                filled = self.fill(piece.text, arguments)
                heavy = macro.body.startswith(r"\textbf", piece.start) and is_letter(filled)
                out += bold(filled, *token.span) if heavy else [Token("text", filled, *token.span)]
            else:
                out.append(Token(piece.kind, piece.text, *token.span))
        out = _without_empty_scripts(out)
        self.count += len(out)
        if self.count > self.limits.expansion:
            exceeded(
                self.source,
                token.span,
                f"the macros of this formula expand to more than {self.limits.expansion:,} tokens",
            )
        return out

    def fill(self, text: str, arguments: list[list[Token]]) -> str:
        return re.sub(r"#([1-9])", lambda m: "".join(t.text for t in arguments[int(m[1]) - 1]), text)

    def optional(self, default: str, rest: list[Token]) -> list[Token]:
        if not rest or rest[-1].text != "[":
            return tokenize(Source(default), self.limits, self.names, self.sizing)
        rest.pop()
        taken: list[Token] = []
        while rest and rest[-1].text != "]":
            taken.append(rest.pop())
        if rest:
            self.read = max(self.read, rest.pop().end)
        return taken

    def argument(self, macro: Macro, token: Token, rest: list[Token]) -> list[Token]:
        while rest and rest[-1].kind in ("quad", "gap"):
            rest.pop()
        if not rest:
            cause = f"the macro `{macro.name}` takes {macro.arity} arguments, and the formula ends before them"
            fail(self.source, token.span, cause)
        first = rest.pop()
        if first.kind in ("run", "num") and len(first.text) > 1:
            self.read = max(self.read, first.start + 1)
            rest.append(Token(first.kind, first.text[1:], first.start + 1, first.end))
            return [Token(first.kind, first.text[0], first.start, first.start + 1)]
        self.read = max(self.read, first.end)
        if first.kind != "{":
            return [first]
        depth = 1
        taken: list[Token] = []
        while rest:
            piece = rest.pop()
            self.read = max(self.read, piece.end)
            depth += {"{": 1, "}": -1}.get(piece.kind, 0)
            if depth == 0:
                return taken
            taken.append(piece)
        raise unreadable(self.source, first.span, "expected `}` for this `{`")
