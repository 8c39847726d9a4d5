r"""What stands in braces and parentheses of a formula: a script, a word inside a font or accent, or neither.

Above an e stand values, so names are read there as they are on the line: `e^{-h2}` holds h2.
"""

from __future__ import annotations

from .lexer import Token


def opened(tokens: list[Token], at: int, context: list[str]) -> str:
    """What stands in the brace or parenthesis at a position: a script, a word inside a font or accent, or neither."""
    owner = tokens[at - 1].kind if at else ""
    outer = context[-1] if context else ""
    inner = {"script": "script", "font": "word", "accent": "word"}.get(owner, outer if outer != "word" else "")
    return inner if tokens[at].kind == "{" else outer


def raises_e(tokens: list[Token], at: int) -> bool:
    """Whether a brace opens what stands above an e."""
    if at < 2 or tokens[at - 1].kind != "script" or tokens[at - 1].text != "^":
        return False
    return tokens[at - 2].kind == "run" and tokens[at - 2].text[-1:] == "e"
