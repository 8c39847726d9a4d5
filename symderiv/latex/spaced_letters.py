r"""Names and functions typed letter by letter, `f'(n e t_k)` beside `net_k`, `t a n h(z)`: as machines read print.

Such letters are the word where a page has it as a name, or where they are a well-known function before its parenthesis.
Where nothing has it solid, `n e t_j = ..` is a name if no letter but the last stands anywhere else. A page that uses
each of the letters by itself may multiply them: there a name is open, and a function is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from ..notation import BARE_FUNCTIONS
from ..pattern import lazily
from .left_sides import left_side
from .lexer import Token, ambiguous
from .names import Names
from .source import Source
from .tokens import is_word

LETTERS = lazily(r"(?<![A-Za-z\\])[A-Za-z](?:\s+[A-Za-z]){2,}(?![A-Za-z])")
"""Three letters or more with nothing but blanks between."""
SHORTEST = 3
"""So many letters make a word."""
LONGEST = max(map(len, BARE_FUNCTIONS))
"""So many letters has the longest word for a function."""
FRESH = frozenset(["row", "quad", "comma", "arrow", "text"])
"""Kinds of what parts statements."""
Word = tuple[int, int, str]
"""Where a word begins and ends, and the word."""


def spelled_words(
    formulas: Sequence[tuple[Source, list[Token]]], known: Names, scan: Callable[[list[Token]], Names]
) -> Names:
    r"""The words that a page spells so; `known` are its names as `scan` finds them in its formulas.

    >>> from symderiv.latex.lexer import tokenize
    >>> from symderiv.latex.names import NO_NAMES, scan
    >>> page = [Source(x) for x in (r"net_j = \sum_i w_{ji} x_i", r"o_j = f(n e t_j)", "z = t a n h(a)")]
    >>> formulas = [(x, tokenize(x)) for x in page]
    >>> sorted(spelled_words(formulas, scan(formulas[0][1]), scan).spelled)
    ['net', 'tanh']
    """
    spaced = [bool(LETTERS.search(source.text)) for source, _ in formulas]
    if not any(spaced):
        return Names()
    solid = {x for x in known.several | frozenset(_texts(t for _, t in formulas)) if len(x) >= SHORTEST}
    lefts = {x for (s, t), there in zip(formulas, spaced, strict=True) if there for x in _lefts(t, s)} - solid
    alone: set[str] = set()
    met: set[str] = set()
    for (source, tokens), there in zip(formulas, spaced, strict=True):
        words = [*_words(tokens, source, solid | lefts)] if there else []
        met.update(x for _, _, x in words)
        alone |= scan(_joined(tokens, words)).single
    named = {x for x in lefts if alone.isdisjoint(x[:-1])}
    doubtful = frozenset(x for x in met & solid if alone.issuperset(x))
    functions = {x for x in met - solid - lefts if not (alone.issuperset(x) if len(x) > SHORTEST else alone & set(x))}
    spelled = frozenset((met & solid) | (met & named) | functions)
    return Names(several=frozenset(met & named), spelled=spelled, doubtful=doubtful)


def with_words_joined(tokens: list[Token], names: Names, source: Source) -> list[Token]:
    """The tokens with such words as one; a word that may be a product is an error."""
    words = [*_words(tokens, source, names.spelled)]
    for start, stop, word in words:
        if word in names.doubtful:
            cause = f"`{' '.join(word)}` is the name `{word}`, or a product of {len(word)} letters"
            product = r" \cdot ".join(word)
            hint = f"write `{word}` for the name, `{product}` for the product"
            ambiguous(source, (tokens[start].start, tokens[stop - 1].end), cause, hint)
    return _joined(tokens, [x for x in words if x[2] in names.spelled])


def _texts(formulas: Iterable[Sequence[Token]]) -> Iterator[str]:
    r"""The words set as such that carry a script, `\text{net}_j`."""
    for tokens in formulas:
        for x, behind in pairwise(tokens):
            if x.kind == "text" and behind.text == "_" and x.text.isalpha() and is_word(x.text):
                yield x.text


def _runs(tokens: Sequence[Token], source: Source) -> Iterator[tuple[int, int]]:
    """Where single letters stand side by side, with blanks between."""
    start = 0
    while start < len(tokens):
        stop = start
        while stop < len(tokens) and _is_letter(tokens[stop]) and (stop == start or _is_apart(tokens, stop, source)):
            stop += 1
        if stop - start >= SHORTEST:
            yield start, stop
        start = max(stop, start + 1)


def _is_letter(token: Token) -> bool:
    return token.kind == "run" and len(token.text) == 1


def _is_apart(tokens: Sequence[Token], at: int, source: Source) -> bool:
    return source.text[tokens[at - 1].end : tokens[at].start].isspace()


def _words(tokens: Sequence[Token], source: Source, names: Iterable[str]) -> Iterator[Word]:
    """The words of some names, and functions before a parenthesis, that single letters spell."""
    wanted = sorted(names, key=len, reverse=True)
    for start, stop in _runs(tokens, source):
        text = "".join(x.text for x in tokens[start:stop])
        called = stop < len(tokens) and tokens[stop].kind == "("
        at = 0
        while at < len(text):
            applied = called and len(text) - at <= LONGEST and text[at:] in BARE_FUNCTIONS
            word = text[at:] if applied else next((x for x in wanted if text.startswith(x, at)), "")
            if len(word) >= SHORTEST:
                yield start + at, start + at + len(word), word
            at += max(len(word), 1)


def _lefts(tokens: list[Token], source: Source) -> Iterator[str]:
    """The words that single letters spell on whole left sides."""
    for start, stop in _runs(tokens, source):
        fresh = start == 0 or tokens[start - 1].kind in FRESH
        if fresh and left_side(tokens, stop - 1):
            yield "".join(x.text for x in tokens[start:stop])


def _joined(tokens: Sequence[Token], words: Iterable[Word]) -> list[Token]:
    """The tokens with words in the place of letters."""
    found = list(tokens)
    for start, stop, word in sorted(words, reverse=True):
        found[start:stop] = [Token("run", word, tokens[start].start, tokens[stop - 1].end)]
    return found
