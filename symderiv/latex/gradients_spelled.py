r"""Gradients spelled out: `\operatorname{grad}_W C` and `\mathrm{grad}_W C` are `\nabla_W C`.

So is only one that says by what, right before what it is of: `\mathrm{grad}_W = ..` is a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .sums_spelled import LETTERS
from .tokens import BEGINNING, after_argument

SPELLED = len(r"f{x}_")


def with_gradients_plain(tokens: list[Token]) -> list[Token]:
    r"""The tokens of a formula with `\nabla` for such words.

    >>> from .lexer import tokenize
    >>> from .source import Source
    >>> def shown(text): return "".join(x.text for x in with_gradients_plain(tokenize(Source(text))))
    >>> shown(r"\operatorname{grad}_{w} C"), shown(r"\operatorname{grad}_{w} = C")
    ('\\nabla_{w}C', 'operatorname{grad}_{w}=C')
    """
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        if _is_spelled(tokens, at):
            out.append(Token("nabla", r"\nabla", tokens[at].start, tokens[at + 3].end))
            at += SPELLED - 1
        else:
            out.append(tokens[at])
            at += 1
    return out


def _is_spelled(tokens: Sequence[Token], at: int) -> bool:
    here = tokens[at : at + SPELLED]
    kinds = [x.kind for x in here]
    if kinds[:2] != ["font", "{"] or kinds[3:] != ["}", "script"] or kinds[2] not in LETTERS:
        return False
    if here[0].text not in ("operatorname", "mathrm") or here[2].text != "grad" or here[4].text != "_":
        return False
    end = after_argument(tokens, at + SPELLED)
    return end < len(tokens) and tokens[end].kind in BEGINNING
