r"""Braces around nothing but an operator, `{\frac{\partial}{\partial x}} f`: macros in `\ensuremath` leave them.

TeX prints the same without them, and the operator is for what stands behind. So it does without those around a script,
`\theta{_k}`.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token


def without_loose_braces(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens without such braces; any others stay.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"{\frac{\partial}{\partial x}} f + {a}"))))
    'frac{\\partial}{\\partialx}f+{a}'
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"u{_k} + v{_{ij}}^2"))))
    'u_k+v_{ij}^2'
    """
    dropped: set[int] = set()
    for n in range(len(tokens) - 3):
        kinds = [x.kind for x in tokens[n : n + 6]]
        if kinds[:2] == ["{", "script"]:
            dropped |= _around_script(tokens, n)
        if kinds != ["{", "frac", "{", "partial", "}", "{"]:
            continue
        end = _closing(tokens, n + 5)
        if end is not None and end + 1 < len(tokens) and tokens[end + 1].kind == "}":
            dropped |= {n, end + 1}
    return _braced_fonts([x for n, x in enumerate(tokens) if n not in dropped])


def _braced_fonts(tokens: list[Token]) -> list[Token]:
    r"""The tokens with braces around a script in a font before another script, `\nabla_\mathbf{w}^2`.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(x.text for x in without_loose_braces(tokenize(Source(r"\nabla_\mathbf{w}^2 J"))))
    '\\nabla_{mathbf{w}}^2J'
    """
    found: list[Token] = []
    ends: set[int] = set()
    for n, x in enumerate(tokens):
        found.append(x)
        end = _closing(tokens, n + 2) if [y.kind for y in tokens[n : n + 3]] == ["script", "font", "{"] else None
        if end is not None and end + 1 < len(tokens) and tokens[end + 1].kind == "script":
            found.append(Token("{", "{", x.end, x.end))
            ends.add(end)
        if n in ends:
            found.append(Token("}", "}", x.end, x.end))
    return found


def _around_script(tokens: Sequence[Token], n: int) -> set[int]:
    """The braces at `n` and behind the script that they hold, if they hold nothing else."""
    end = _closing(tokens, n)
    single = n + 2 if tokens[n + 2].kind == "name" or len(tokens[n + 2].text) == 1 else None
    last = _closing(tokens, n + 2) if tokens[n + 2].kind == "{" else single
    return {n, end} if n and end is not None and last is not None and end == last + 1 else set()


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    """Where the brace at `at` is closed."""
    depth = 0
    for n in range(at, len(tokens)):
        depth += (tokens[n].kind == "{") - (tokens[n].kind == "}")
        if not depth:
            return n
    return None
