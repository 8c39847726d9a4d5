r"""Macros written out in a piece of LaTeX, for those who read it: the text, where `macros` works on tokens.

What cannot be written out (a macro without its arguments, one that goes on for ever) stays as it was typed.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .macros import Macros
from .packages import PACKAGES, STARRED

DEEPEST = 8
"""Macros within macros are written out so far."""
LONGEST = 20_000
"""A text that grows beyond this stays as it was typed."""
COMMAND = lazily(r"\\(?:[A-Za-z]+|.)", re.DOTALL)
BRACE = lazily(r"\\.|[{}]", re.DOTALL)
ONE = lazily(r"\\(?:[A-Za-z]+|.)|[^\s{}]", re.DOTALL)
PARAMETER = lazily(r"#([1-9])")


def written_out(latex: str, macros: Macros) -> str:
    r"""The text with the macros of a document and of known packages replaced by what they stand for.

    >>> from .macros import Macro
    >>> written_out(r"\D{E}{w} = \pdv{E}{w}", {r"\D": Macro(r"\D", 2, r"\frac{d #1}{d #2}")})
    '\\frac{d E}{d w} = \\frac{\\partial E}{\\partial w}'
    """
    text = latex
    for _ in range(DEEPEST):
        found = _once(text, macros)
        if found == text:
            return text
        if len(found) > LONGEST:
            return latex
        text = found
    return latex


def _once(text: str, macros: Macros) -> str:
    pieces: list[str] = []
    done = 0
    for found in COMMAND.finditer(text):
        if found.start() < done:
            continue
        filled = _filled(text, found, macros)
        if filled is not None:
            body, end = filled
            pieces += [text[done : found.start()], body]
            if body[-1:].isalpha() and text[end : end + 1].isalpha() and re.search(r"\\[A-Za-z]+\Z", body):
                pieces.append(" ")
            done = end
    return "".join(pieces) + text[done:]


def _filled(text: str, found: re.Match[str], macros: Macros) -> tuple[str, int] | None:
    """The body of a macro with its arguments, and where the last of them ends."""
    name, at = found[0], found.end()
    macro = macros.get(name)
    if macro is None:
        return _of_package(text, name, at) if name in PACKAGES else None
    if macro.twice:
        return None
    arguments: list[str] = []
    if macro.default is not None:
        given = _bracket(text, at)
        arguments.append(macro.default if given is None else given[0])
        at = at if given is None else given[1]
    while len(arguments) < macro.arity:
        one = _argument(text, at)
        if one is None:
            return None
        arguments.append(one[0])
        at = one[1]
    return _put(macro.body, arguments), at


def _of_package(text: str, name: str, at: int) -> tuple[str, int] | None:
    bodies = PACKAGES[name]
    if text[at : at + 1] == "*" and name in STARRED:
        at += 1
    given = _bracket(text, at) if any(bracket for _, bracket in bodies) else None
    arguments = [] if given is None else [given[0]]
    at = at if given is None else given[1]
    counts = sorted((n for n, bracket in bodies if bracket == (given is not None)), reverse=True)
    braced = 0
    while counts and braced < counts[0] and text[at:].lstrip()[:1] == "{" and (one := _argument(text, at)):
        arguments.append(one[0])
        at, braced = one[1], braced + 1
    return (_put(bodies[braced, given is not None], arguments), at) if braced in counts else None


def _put(body: str, arguments: list[str]) -> str:
    return PARAMETER.sub(lambda m: arguments[int(m[1]) - 1] if int(m[1]) <= len(arguments) else m[0], body)


def _bracket(text: str, at: int) -> tuple[str, int] | None:
    """The argument in brackets that begins at an offset."""
    start = at + len(text[at:]) - len(text[at:].lstrip())
    end = text.find("]", start)
    return (text[start + 1 : end], end + 1) if text[start : start + 1] == "[" and end >= 0 else None


def _argument(text: str, at: int) -> tuple[str, int] | None:
    """The next argument: what stands in braces, else one character or command."""
    at += len(text[at:]) - len(text[at:].lstrip())
    if text[at : at + 1] != "{":
        one = ONE.match(text, at)
        return None if one is None else (one[0], one.end())
    depth = 0
    for brace in BRACE.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return text[at + 1 : brace.start()], brace.end()
    return None
