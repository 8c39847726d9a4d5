r"""Letters with a number, a layer or a word below them, `i_1`, `i_{l-1}`, `k_{in}`: what they are called here.

The letter and what stands below it are one key, `i_1`, in a formula and as typed in the front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...latex import tree as t
from ...latex.tree import Name
from ...notation import SCRIPT_WORDS, WORD_FONTS
from ...pattern import lazily
from .shape import letter_of

TYPED = lazily(r"(\\?[A-Za-z]+)_(?:(\d)|\{(\d+)\})")
LAYERED = lazily(r"(\\?[A-Za-z]+)_(?:([A-Za-z]|\\ell)|\{((?:[A-Za-z]|\\ell)(?:\s*[-+]\s*\d)?)\})")
WORDED = lazily(r"(\\?[A-Za-z]+)_(?:\{(?:\\[a-z]+\{)?([A-Za-z]{2,})\}?\}|\\[a-z]+\{([A-Za-z]{2,})\})")
"""A numbered letter, one with a layer, and one with a word, as typed in the front matter."""
WORDS = SCRIPT_WORDS | {"in"}
"""Words below a letter that need not be set upright to be one."""


def key_of(x: object) -> str:
    """The letter with a number, a layer or a word that a name is, else nothing.

    >>> from symderiv.latex.parse import parse
    >>> [key_of(parse(x).statements[0].chain.members[0]) for x in (r"k_{\\text{in}}", "i_1", "n_{l-1}", "x_{ij}^2")]
    ['k_in', 'i_1', 'n_l-1', '']
    """
    if not isinstance(x, Name) or len(x.scripts) != 1 or x.accents or x.font or x.primes:
        return ""
    (script,) = x.scripts
    if script.above or script.bracket or script.commas:
        return ""
    below = _layer(script.entries[0]) if len(script.entries) == 1 else ""
    below = below or word_of(script.entries)
    return f"{x.base}_{below}" if below else ""


def without_power(x: Name) -> Name:
    """A name without a number above it, where something stands below: `n_1^2` is a power of `n_1`."""
    below = tuple(s for s in x.scripts if not s.above)
    powers = all(
        not s.bracket and len(s.entries) == 1 and isinstance(s.entries[0], t.Number) for s in x.scripts if s.above
    )
    return replace(x, scripts=below) if below and len(below) < len(x.scripts) and powers else x


def typed_key(typed: str) -> str:
    """The letter that a key of the ranges is."""
    match = next((m for p in (TYPED, LAYERED, WORDED) if (m := p.fullmatch(typed)) is not None), None)
    return _matched(match) if match is not None else f"{typed}_"


def keys_typed(text: str) -> Iterator[str]:
    r"""Every such letter in what the front matter says of a range.

    >>> list(keys_typed(r"0..H_\text{in} - K_1"))
    ['K_1', 'H_in']
    """
    for pattern in (TYPED, LAYERED, WORDED):
        yield from map(_matched, pattern.finditer(text))


def spelled(key: str) -> str:
    """The name of the letter that a key stands for."""
    base, _, label = key.partition("_")
    return f"{base}_{label}" if len(label) == 1 else f"{base}_{{{label}}}"


def label_of_key(key: str) -> str:
    """What stands below the letter."""
    return key.partition("_")[2]


def is_word(below: str) -> bool:
    """Is it a word?"""
    return len(below) > 1 and below.isalpha()


def is_layer(below: str) -> bool:
    """Is it a letter, or `l-1`?"""
    return not (below.isdigit() or is_word(below))


def is_upright(x: Name) -> bool:
    """Is the word below a letter set upright?"""
    first = x.scripts[0].entries[0]
    return not isinstance(first, Name) or bool(first.font)


def _matched(match: re.Match[str]) -> str:
    base, *below = match.groups()
    return f"{base}_{''.join(filter(None, below)).replace(' ', '')}"


def word_of(below: Sequence[t.Node]) -> str:
    """A word that is all of a script, set upright or as a run of letters; nothing for anything else."""
    if len(below) == 1 and isinstance(below[0], t.Text):
        word = below[0].content.strip()
    elif len(below) == 1 and isinstance(below[0], Name) and below[0].font in WORD_FONTS | {""}:
        word = (letter_of(replace(below[0], font="")) or "") if not below[0].scripts else ""
    else:
        letters = [letter_of(e) for e in below]
        word = "".join(x if x is not None and len(x) == 1 else " " for x in letters)
    return word if is_word(word) and word.isascii() else ""


def _layer(x: t.Node) -> str:
    """A number, a letter, or one a number further, `l-1`; nothing for anything else."""
    if isinstance(x, t.Number):
        return x.text if x.text.isdigit() else ""
    if isinstance(x, Name):
        letter = len(x.base) == 1 or x.base == r"\ell"
        return x.base if letter and not (x.scripts or x.accents or x.font or x.primes) else ""
    if not isinstance(x, t.Terms) or len(x.terms) != 2 or x.terms[0].sign:
        return ""
    first, second = (_layer(term.body) for term in x.terms)
    return f"{first}{x.terms[1].sign}{second}" if first and not first.isdigit() and second.isdigit() else ""
