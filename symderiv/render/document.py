r"""A complete LaTeX document of a derivation: the network's equations, then the derivation.

The Japanese document is made for LuaLaTeX (`ltjsarticle`) and falls back on `bxjsarticle`, which serves every other
engine; the English one compiles with any engine. A struck-out line needs `cancel`; where that is not installed it is
ruled out.
"""

from __future__ import annotations

from .. import captions
from ..step import Derivation
from .blocks import Sentence, derivation_style, heading, title
from .latex import body, display, words
from .page import network_blocks

CLASSES: dict[str, str] = {
    "en": r"\documentclass[11pt]{article}",
    "ja": r"""\RequirePackage{iftex}
\ifluatex
  \documentclass[11pt]{ltjsarticle}
\else
  \documentclass[11pt,autodetect-engine,dvi=dvipdfmx,ja=standard]{bxjsarticle}
\fi""",
}
"""The class of the document, by language."""

PREAMBLE = r"""\usepackage{amsmath,amssymb}
\newcommand{\ruledout}[1]{\setbox0\hbox{$\displaystyle #1$}\rlap{\raisebox{.6ex}{\rule{\wd0}{.4pt}}}\box0}
\IfFileExists{cancel.sty}{\usepackage{cancel}}{\expandafter\let\csname cancel\endcsname\ruledout}
\allowdisplaybreaks
\setlength{\parindent}{0pt}"""


def render(derivation: Derivation, lang: str = "en") -> str:
    """The document as text."""
    style = derivation_style(derivation)
    network = "\n\n".join(
        words(b.text) if isinstance(b, Sentence) else display(b) for b in network_blocks(derivation.system, style, lang)
    )
    return "\n".join(
        (
            CLASSES[lang],
            PREAMBLE,
            rf"\title{{{words(title(derivation, lang))}}}",
            r"\author{}",
            r"\date{}",
            r"\begin{document}",
            r"\maketitle",
            rf"\section*{{{captions.word('network', lang)}}}",
            network,
            "",
            rf"\section*{{{words(heading(derivation, lang))}}}",
            body(derivation, lang),
            r"\end{document}",
            "",
        )
    )
