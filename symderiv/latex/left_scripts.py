r"""Labels in front of a name: `{}_T w^2` beside `{}_S w^2`, which is `w_{\text{T}}^2` beside `w_{\text{S}}^2`."""

from __future__ import annotations

from .lexer import Token
from .tokens import after_argument, past_scripts

EMPTY = ("{", "}", "script")
BASES = frozenset(["run", "name"])


def with_left_labels_behind(tokens: list[Token]) -> list[Token]:
    """The tokens of a formula with such labels behind their names.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> "".join(t.text for t in with_left_labels_behind(tokenize(Source(r"{}_Tw^2 + {}_{S}v_{ij}"))))
    'w_{T}^2+v_{Sij}'
    """
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        if tuple(t.kind for t in tokens[at : at + 3]) == EMPTY and tokens[at + 2].text == "_":
            found = _turned(tokens, at)
            if found is not None:
                new, at = found
                out += new
                continue
        out.append(tokens[at])
        at += 1
    return out


def _turned(tokens: list[Token], at: int) -> tuple[list[Token], int] | None:
    """The name with its label behind it, and where the rest begins."""
    argument = at + 3
    if argument >= len(tokens):
        return None
    first = tokens[argument]
    if first.kind == "run" and len(first.text) > 1:
        label, bases = first.text[0], [_cut(first, 1)]
        behind = argument + 1
    else:
        behind = after_argument(tokens, argument)
        inside = [t for t in tokens[argument:behind] if t.kind not in "{}"]
        if len(inside) != 1 or inside[0].kind not in ("run", "name", "num", "text") or behind >= len(tokens):
            return None
        label, bases = inside[0].text, [tokens[behind]]
        behind += 1
    base = bases[0]
    if base.kind not in BASES:
        return None
    rest = [_cut(base, 1)] if base.kind == "run" and len(base.text) > 1 else []
    name = Token(base.kind, base.text[0], base.start, base.start + 1) if rest else base
    word = Token("text", label, first.start, first.start + len(label))
    if rest:
        return [name, *_script(word), *rest], behind
    return [name, *_labelled(tokens, behind, word)], past_scripts(tokens, behind)


def _labelled(tokens: list[Token], at: int, word: Token) -> list[Token]:
    """The scripts from `at` on, the label in front of what stands below."""
    scripts = tokens[at : past_scripts(tokens, at)]
    below = next((n for n, t in enumerate(scripts) if t.kind == "script" and t.text == "_"), None)
    if below is None:
        return [*_script(word), *scripts]
    end = after_argument(scripts, below + 1)
    inside = scripts[below + 1 : end]
    inside = inside[1:-1] if inside and inside[0].kind == "{" else inside
    return [*scripts[:below], *_script(word, inside), *scripts[end:]]


def _script(word: Token, inside: list[Token] | None = None) -> list[Token]:
    start, end = word.start, word.end
    braces = Token("{", "{", start, start), Token("}", "}", end, end)
    return [Token("script", "_", start, start), braces[0], word, *(inside or ()), braces[1]]


def _cut(token: Token, n: int) -> Token:
    return Token(token.kind, token.text[n:], token.start + n, token.end)
