"""Plain text for a terminal, readable on a Japanese console too."""

from __future__ import annotations

import re

from .. import captions
from ..step import Derivation
from .blocks import Block, Line, blocks, heading
from .plain import plain
from .wrap import wrapped


def render(derivation: Derivation, lang: str = "en") -> str:
    """The derivation as text: a title, sentences flush left, lines indented."""
    title = words(heading(derivation, lang))
    return "\n\n".join((title, *(paragraph(b, lang) for b in blocks(derivation, lang)))) + "\n"


def paragraph(block: Block, lang: str) -> str:
    """One sentence or display."""
    if not isinstance(block, Line):
        return words(block.text)
    text = plain(block.latex)
    if block.refuted:
        text += f"   [{captions.word('wrong', lang)}]"
    return "\n".join(f"    {line}" for row in text.splitlines() for line in wrapped(row))


def words(text: str) -> str:
    """A sentence with its mathematics as plain text.

    >>> words(r"for $k \\neq j$")
    'for k ≠ j'
    """
    return re.sub(r"\$([^$]*)\$", lambda m: plain(m[1]), text)
