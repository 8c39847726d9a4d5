r"""Where displays stand in a page as it was typed: `$$ .. $$`, `\[ .. \]`, `\begin{align} .. \end{align}`."""

from __future__ import annotations

import re

from ..pattern import lazily

SHOWN = lazily(r"\$\$.*?\$\$|\\\[.*?\\\]|\\begin\{(\w+\*?)\}.*?\\end\{\1\}", re.S)
"""What is displayed,"""
DISPLAYED = lazily(r"\$\$|\\\[|\\begin\{")
"""where it begins,"""
CLOSED = lazily(r"(?<=.)(?:\$\$|\\\]|\\end\{(?:equation|align|gather|multline|eqnarray)\*?\})", re.S)
"""and where it ends."""
