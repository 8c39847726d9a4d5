r"""Bars over a letter with its power, `\overline{x^2} = \frac{1}{N} \sum_n x_n^2`: the mean of the squares, a name of
its own beside the square `\bar{x}^2` of the mean.

Where something else than a number from 2 on stands there, too, `\bar{h^1}` or `\bar{h^l}`, the numbers are labels, and
the bar over all is the bar over the letter. So it is where the bar over the letter stands nowhere without that number:
`\bar{\sigma}^2` may be typed for `\overline{\sigma^2}` then.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import ReadError
from .lexer import Token
from .tokens import after_argument, is_letter

POWERS = frozenset("234")


def with_powers_below_bars(formulas: Sequence[list[Token] | ReadError]) -> list[list[Token] | ReadError]:
    r"""The formulas of a page with a name for each such mean; those that have none are the same lists as before.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> page = [tokenize(Source(r"v = \overline{x_j^2} - \bar{x}_j^2 - \bar{x}_k + \bar{h^2} \bar{h^1}"))]
    >>> ["".join(x.text for x in tokens) for tokens in with_powers_below_bars(page)]
    ['v=bar{x2_j}-bar{x}_j^2-bar{x}_k+bar{h^2}bar{h^1}']
    """
    found = {n: places for n, x in enumerate(formulas) if not isinstance(x, ReadError) and (places := _places(x))}
    if not found:
        return list(formulas)
    every = [y for places in found.values() for y in places.values()]
    labels = {letter for letter, power, _ in every if power not in POWERS}
    labels |= _only_raised([x for x in formulas if not isinstance(x, ReadError)], {letter for letter, _, _ in every})
    return [
        _named(x, {at: y for at, y in found[n].items() if y[0] not in labels})
        if n in found and not isinstance(x, ReadError)
        else x
        for n, x in enumerate(formulas)
    ]


def _places(tokens: Sequence[Token]) -> dict[int, tuple[str, str, tuple[int, int]]]:
    """Where a letter below a bar has a script above: the letter, what stands there, and from where to where."""
    found: dict[int, tuple[str, str, tuple[int, int]]] = {}
    for at, (bar, brace, letter) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if bar.kind != "accent" or bar.text != "bar" or brace.kind != "{" or not is_letter(letter):
            continue
        n = at + 3
        while n + 1 < len(tokens) and tokens[n].kind == "script":
            end = after_argument(tokens, n + 1)
            if tokens[n].text == "^":
                above = "".join(x.text for x in tokens[n + 1 : end] if x.kind not in ("{", "}"))
                found[at + 2] = letter.text, above, (n, end)
            n = end
        if n < len(tokens) and tokens[n].kind != "}":
            found.pop(at + 2, None)
    return found


def _only_raised(formulas: Sequence[Sequence[Token]], letters: set[str]) -> set[str]:
    """Those of the letters that stand below a bar of their own, and each time with a power behind it."""
    raised: set[str] = set()
    plain: set[str] = set()
    for tokens in formulas:
        for at in (n for n, x in enumerate(tokens) if x.text in letters and n > 1 and tokens[n - 2].text == "bar"):
            n, powers = at + 2, []
            if [x.kind for x in tokens[at + 1 : at + 2]] != ["}"]:
                continue
            while n + 1 < len(tokens) and tokens[n].kind == "script":
                powers += [tokens[n + 1].text] if tokens[n].text == "^" else []
                n = after_argument(tokens, n + 1)
            (raised if powers and powers[0] in POWERS else plain).add(tokens[at].text)
    return raised - plain


def _named(tokens: list[Token], places: dict[int, tuple[str, str, tuple[int, int]]]) -> list[Token]:
    """The tokens with letter and power as one name."""
    if not places:
        return tokens
    left_out = {n for _, _, (start, end) in places.values() for n in range(start, end)}
    named = {at: Token("name", letter + power, *tokens[at].span) for at, (letter, power, _) in places.items()}
    return [named.get(n, x) for n, x in enumerate(tokens) if n not in left_out]
