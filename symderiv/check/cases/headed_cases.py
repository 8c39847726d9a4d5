r"""How far a value goes that a sentence of its own gives to what follows: `- $\lambda = 0$:`, `Sei $b = 0$. Dann`.

Behind the display to which it leads, further lines may be of the same case, until a heading, another comparison of the
name, or words that leave the case.
"""

from __future__ import annotations

import re

from ...latex.clauses import GENERALLY
from ...latex.led_elsewhere import CONTRARY
from ...pattern import lazily

HEADING = lazily(r"\s{0,3}#|\s*\\(?:sub)*(?:section|paragraph)\b|\s*\*\*[^*]+\*\*\s*\Z")
PROSE = lazily(r"(?<!\$)\$(?!\$)([^$]+)\$(?!\$)")
VALUE = lazily(r"[^=<>]+=-?[\d.]+")
COMPARED = lazily(r"=|<|>|\\(?:ne|neq|gt|lt|ge|geq|le|leq)(?![A-Za-z])")
HEADED = lazily(r"[^$]{0,40}?(?:[:：。]|\.(?=\s))[^$]{0,80}\$\$|[^$]{0,12}[:：][^$]{0,40}\\begin\{")


def goes_on_to(typed: str, page: str, line: int) -> bool:
    r"""May a value that heads a case further up still be meant at a line of a page?

    >>> page = "- $a = 0$:\n\n$$ b $$\n\nso\n\n$$ c $$\n\n- $a > 0$:\n\n$$ d $$"
    >>> [goes_on_to("a = 0", page, n) for n in (3, 7, 11)]
    [True, True, False]
    """
    said = _bare(typed)
    if VALUE.fullmatch(said) is None:
        return False
    above = "\n".join(page.split("\n")[: line - 1])
    starts = [m.end() for m in PROSE.finditer(above) if _bare(m[1]) == said]
    at = starts[-1] if starts else len(above)
    if not starts or HEADED.match(page, at) is None:
        return False
    since, name = above[at:], COMPARED.split(said)[0]
    others = (m[1] for m in PROSE.finditer(since) if COMPARED.search(m[1]))
    if any(COMPARED.split(_bare(x))[0] == name for x in others):
        return False
    return not (any(map(HEADING.match, since.split("\n"))) or GENERALLY.search(since) or CONTRARY.search(since))


def _bare(latex: str) -> str:
    return re.sub(r"\s+", "", latex)
