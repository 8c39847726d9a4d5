r"""LaTeX lines for a slide: sentences and displays, without a preamble."""

from __future__ import annotations

import re

from ..step import Derivation
from .blocks import Line, Sentence, blocks

_SPECIAL = {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "↑": r"\textuparrow{}"}


def displays(derivation: Derivation, lang: str = "en") -> list[str]:
    """The displayed lines alone, one string a display, in order."""
    return [b.latex for b in blocks(derivation, lang) if isinstance(b, Line)]


def render(derivation: Derivation, lang: str = "en") -> str:
    r"""Sentences as paragraphs, lines as `\[ .. \]`, refuted ones inside `\cancel`."""
    return body(derivation, lang) + "\n"


def body(derivation: Derivation, lang: str) -> str:
    """The paragraphs of a derivation."""
    return "\n\n".join(words(b.text) if isinstance(b, Sentence) else display(b) for b in blocks(derivation, lang))


def display(line: Line) -> str:
    r"""One display.

    >>> print(display(Line("a = b", refuted=True)))
    \[
      \cancel{a = b}
    \]
    """
    latex = rf"\cancel{{{line.latex}}}" if line.refuted else line.latex
    return f"\\[\n  {latex}\n\\]"


def words(text: str) -> str:
    r"""A sentence as LaTeX text: what is special outside of mathematics is escaped.

    >>> print(words("100 % of $w_i$"))
    100 \% of $w_i$
    """
    parts = re.split(r"(\$[^$]*\$)", text)
    return "".join(p if p.startswith("$") else _escaped(p) for p in parts)


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(c, c) for c in text)
