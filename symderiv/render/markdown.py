r"""Markdown that GitHub renders: displays between lines of `$$`, sentences with `$..$`.

GitHub's MathJax has `\cancel` but no `\operatorname` (https://qiita.com/Yarakashi_Kikohshi/items/8aad73b8f78184bf9b90).
"""

from __future__ import annotations

from .. import captions
from ..step import Derivation
from .blocks import Block, Line, blocks, derivation_style, heading, title
from .page import network_blocks

UNSUPPORTED = {r"\operatorname{": r"\mathrm{"}
"""Commands that GitHub refuses, and what prints the same."""


def render(derivation: Derivation, lang: str = "en") -> str:
    """The page as text."""
    network = network_blocks(derivation.system, derivation_style(derivation), lang)
    parts = (
        f"# {title(derivation, lang)}",
        f"## {captions.word('network', lang)}",
        *(paragraph(b, lang) for b in network),
        f"## {heading(derivation, lang)}",
        *(paragraph(b, lang) for b in blocks(derivation, lang)),
    )
    return "\n\n".join(parts) + "\n"


def paragraph(block: Block, lang: str) -> str:
    """One sentence or display."""
    if not isinstance(block, Line):
        return _supported(block.text)
    latex = _supported(block.latex)
    if block.refuted:
        return f"$$\n\\cancel{{{latex}}}\n$$\n\n({captions.word('wrong', lang)})"
    return f"$$\n{latex}\n$$"


def _supported(latex: str) -> str:
    for old, new in UNSUPPORTED.items():
        latex = latex.replace(old, new)
    return latex
