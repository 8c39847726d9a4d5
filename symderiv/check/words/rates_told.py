r"""What a page says of the rate in a line: a letter of which words say what it is, is no rate that may be any number.

A letter in words is a rate where known words call it so: `the learning rate $\eta$`, `$\eta$ is the step size`. What
any other words say of it (`$\epsilon$ denotes the error`, `the factor is folded into $\eta$`) may give it a value, and
an equation of its own does.
"""

from __future__ import annotations

import re
import unicodedata

from ...document import parse_document, printed
from ...document.blocks import Display, Prose
from ...memo import of_this_object
from ...pattern import lazily

_RATE = (
    r"(?:(?:learning|adaptation|training|update|descent|gradient)[\s-]+(?:rate|step|speed)|step(?:[\s-]?(?:size|length))?"
    r"|Lernrate|Schrittweite|taux\s+d[’']apprentissage|tasso\s+di\s+apprendimento|tasa\s+de\s+aprendizaje"
    r"|学習率|ステップ幅|学习率|學習率|步长|학습률)"
)
_ON = (
    r"\s*(?:\Z|[.;:)。、]|,?\s*(?:\$|(?:and|where|with|the|we|gives?|this|each|und|et|y)\b)"
    r"|is\s+(?:positive|small|constant|fixed|given)\b|で|の|を|と|は)"
)
CALLED = lazily(rf"\b{_RATE}\s*(?:is|of|,|\(|:|を|は)?\s*\Z", re.I)
"""Words before a letter that call it a rate,"""
ON = lazily(rf"\A{_ON}", re.I)
"""and how they may go on behind it."""
BEHIND = lazily(
    r"\A\s*[,(は]?\s*(?:is|be|denotes|being|means|stands\s+for|ist|est|es)?\s*(?:the|an?|our|some|die|le|la)?\s*"
    rf"(?:(?:small|positive|constant|fixed|scalar)\s+)*{_RATE}{_ON}",
    re.I,
)
"""Words behind a letter that call it a rate."""
SIGN = r"\s*&?\s*(?:[:=≡≈]|\\(?:equiv|approx|propto|coloneqq|triangleq)(?![A-Za-z]))"
"""What makes an equation of a letter before it."""


@of_this_object(16)
def is_told(page: str, letter: str) -> bool:
    r"""Do words or an equation say of a letter anything but that it is a rate?

    >>> is_told("With the step size $\\eta$ we get", "\\eta"), is_told("Here $\\eta$ contains the error.", "\\eta")
    (False, True)
    """
    equated = re.compile(rf"(?:\A|&|\\\\|,|quad|\$)\s*{re.escape(letter)}{SIGN}")
    for block in parse_document(printed(page)).blocks:
        if isinstance(block, Display):
            latex = block.latex.replace(_character(letter), letter).strip()
            if equated.search(latex) or (
                block.inline and latex == letter and not _is_called(block.before, block.after)
            ):
                return True
        elif isinstance(block, Prose) and _in_prose(block.text, letter):
            return True
    return False


def _is_called(before: str, behind: str) -> bool:
    called = CALLED.search(before) is not None and ON.match(behind) is not None
    return called or BEHIND.match(behind) is not None


def _in_prose(text: str, letter: str) -> bool:
    """Is it named among words, without dollar signs, where they do not call it a rate?"""
    spelled = "|".join(re.escape(x) for x in (_character(letter), letter.removeprefix("\\")) if x != letter)
    found = re.finditer(rf"(?<!\w)(?:{spelled})(?!\w)", text) if spelled else ()
    return any(not _is_called(text[: m.start()], text[m.end() :]) for m in found)


def _character(letter: str) -> str:
    r"""The character of a Greek letter, `η` for `\eta`; the letter itself if it is none."""
    name = letter.removeprefix("\\").removeprefix("var").upper()
    try:
        return unicodedata.lookup(f"GREEK SMALL LETTER {name}")
    except KeyError:
        return letter
