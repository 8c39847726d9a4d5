r"""Constants that end a formula, `+ \text{const.}`, `+ const.`, `+ \text{定数}`: one name, as `\mathrm{const}` is."""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token

WORDS = frozenset(["const", "Const", "constant", "constants", "定数", "consts"])


def with_constants_named(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with such a constant as a text without its full stop.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> [x.text for x in with_constants_named(tokenize(Source(r"a + \text{const.}")))]
    ['a', '+', 'const']
    """
    out: list[Token] = []
    for n, x in enumerate(tokens):
        before = tokens[n - 1] if n else None
        word = x.text.strip(" .~")
        if word in WORDS and x.kind in ("text", "run") and before is not None and before.kind == "sign":
            out.append(Token("text", "const", x.start, x.end))
        elif _ends_constant(tokens, n):
            continue
        else:
            out.append(x)
    return out


def _ends_constant(tokens: Sequence[Token], n: int) -> bool:
    """Is it the full stop behind the word?"""
    if tokens[n].text != "." or not n or tokens[n - 1].text not in WORDS:
        return False
    at = n - 2
    while at >= 0 and tokens[at].kind in ("{", "font"):
        at -= 1
    return at >= 0 and tokens[at].kind == "sign"
