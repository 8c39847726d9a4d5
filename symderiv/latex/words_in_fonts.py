r"""Words before a condition in an upright font, `x & \mathrm{if}\ x > 0 \\ 0 & \mathrm{otherwise}`: as in `\text{if }`.

They stand behind what parts a condition from its value. With a script, or anywhere else, such a word is a name. So
it is with the word of `\text{si} \; i = j`: elsewhere the spaces inside tell that a word of another language is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..notation import CONDITION_WORDS, OTHERWISE, WORD_FONTS
from .joining import makes_a_condition
from .lexer import Token
from .tokens import BEGINNING, is_word

PARTING = frozenset(["amp", "quad", "gap", "comma"])
"""Kinds of what parts a condition from a value."""
WIDE = PARTING - {"comma"}
"""Those that do not part the names of a list."""


def with_words_in_fonts(tokens: Sequence[Token]) -> list[Token]:
    r"""The tokens with words in the place of such letters.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.source import Source
    >>> [x.kind for x in with_words_in_fonts(tokenize(Source(r"& \mathrm{if} x")))][:3]
    ['amp', 'text', 'run']
    >>> [x.kind for x in with_words_in_fonts(tokenize(Source(r"a \mathrm{if} x")))][:3]
    ['run', 'font', '{']
    >>> [x.text for x in with_words_in_fonts(tokenize(Source(r"\text{si} & \text{si} i")))]
    ['si', '&', 'si ', 'i']
    """
    found: list[Token] = []
    rest = list(tokens)
    while rest:
        if found and found[-1].kind in WIDE and _is_abroad(rest):
            found.append(rest[0]._replace(text=f"{rest[0].text} "))
            rest.pop(0)
            continue
        word = rest[2] if _is_word(rest) and found and found[-1].kind in PARTING else None
        if word is None:
            found.append(rest.pop(0))
            continue
        found.append(Token("text", f"{word.text} ", rest[0].start, rest[3].end))
        rest = rest[4:]
    return found


def _is_word(tokens: Sequence[Token]) -> bool:
    """Is it a font around such a word, and nothing that makes a name of it?"""
    if len(tokens) < 4 or [x.kind for x in tokens[:4]] != ["font", "{", "run", "}"]:
        return False
    known = tokens[0].text in WORD_FONTS and tokens[2].text.lower() in CONDITION_WORDS | OTHERWISE
    return known and (len(tokens) == 4 or tokens[4].kind not in ("script", "prime", "rel"))


def _is_abroad(tokens: Sequence[Token]) -> bool:
    """Is it a word of another language that makes a condition of the comparison behind it?"""
    first, behind = tokens[0], tokens[1].kind if len(tokens) > 1 else ""
    return first.kind == "text" and behind in BEGINNING and is_word(first.text) and makes_a_condition(first.text)
