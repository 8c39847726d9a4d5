r"""Does a sentence assert the equation between sizes in it: `Here $C = H$.`, and not `Often $C = H$.`?

There is no end of words by which it is a case, a wish, or said of something else. So only sentences count that hold
nothing but the words listed here, and formulas.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .clauses import STOP
from .neutral_words import COMMAND, DISPLAY, FORMULA, LETTER

BREAK = lazily(r"\n\s*\n|(?m:^\s*#.*$)")
"""What no sentence goes on across."""
ASKING = lazily(r"\W*(?:Is|Are|Has|Have|Ist|Sind|Hat|Haben|Gilt|Est|Sont|Es|Son|È|Sono)\b[^$]{0,20}\Z")
"""How a question begins in front of it;"""
QUESTION = lazily(r"[^.。]{0,40}[?？]")
"""and how one ends."""
PHRASES = lazily(
    r"\bso that\b|\bof the same\b|\bas many\b"
    r"|\bwithout (?:any )?loss of generality\b|\bil y a\b",
    re.I,
)
WORDS = lazily(
    r"\b(?:here|where|with|and|so|thus|hence|throughout|let|we|set|take|choose|use|have|has|is|are|be|assume|that|the|an?"
    r"|our|of|by|to|as|for simplicity|simplicity|same|equals?|both|there|denotes?|numbers?|sizes?|dimensions?"
    r"|lengths?|batch"
    r"|inputs?|outputs?|hidden|units?|neurons?|layers?|class(?:es)?|filters?|kernel"
    r"|hier|wobei|mit|und|sei(?:en)?|wir|setzen|nehmen|wählen|haben|hat|ist|sind|gilt|also|gleich|beide|die|der|das|Anzahl"
    r"|ici|où|avec|et|soit|soient|on|nous|pose|posons|prend|prenons|choisit|choisissons|est|sont|ont|même|égal(?:e|es)?|le|la"
    r"|les|aquí|donde|con|sea|sean|y|tomamos|elegimos|ponemos|tenemos|es|son|misma?|igual(?:es)?|el|los"
    r"|qui|dove|sia|siano|poniamo|prendiamo|scegliamo|è|sono|stess[ao]|uguali?|i)\b",
    re.I,
)
"""Words that only say so,"""
ASIAN = lazily(
    r"ここで|ただし|とする|とします|とおく|とおきます|である|です|および|と"
    r"|は|が|の|、|其中|这里|這裡|设|設|令|取|我们|我們|有|为|為|和|且|，"
)
"""and so in Japanese and Chinese."""


def asks_of_sizes(before: str, behind: str) -> bool:
    """Do the words around an equation ask whether it holds?

    >>> asks_of_sizes("Is ", "?"), asks_of_sizes("Here ", ".")
    (True, False)
    """
    return QUESTION.match(behind) is not None or ASKING.match(before) is not None


def are_sizes_said(before: str, behind: str) -> bool:
    """Does the sentence around an inline equation between sizes assert it?

    >>> are_sizes_said("Here ", "."), are_sizes_said("Often ", "."), are_sizes_said("Is ", "?")
    (True, False, False)
    """
    lead = STOP.split(FORMULA.sub(" ", BREAK.split(DISPLAY.split(before)[-1])[-1]))[-1]
    rest = FORMULA.sub(" ", BREAK.split(DISPLAY.split(behind)[0])[0])
    if asks_of_sizes(lead, rest):
        return False
    words = COMMAND.sub(" ", f"{lead} | {STOP.split(rest)[0]}")
    for neutral in (PHRASES, WORDS, ASIAN):
        words = neutral.sub(" ", words)
    return LETTER.search(words) is None
