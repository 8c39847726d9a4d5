"""Does a sentence say, before a value, only in some places it is one: `Along the edges, $w_{ij} = 1$`?

There is no end of words for places, so these are those that name none; any other word may name one.
"""

from __future__ import annotations

import re

from ..pattern import lazily
from .clauses import SUPPOSING

DISPLAY = lazily(r"\$\$|\\[\[\]]|\\(?:begin|end)\s*\{\w+\*?\}|```")
FORMULA = lazily(r"\$[^$]*\$|\\\(.*?\\\)", re.DOTALL)
COMMAND = lazily(r"\\[A-Za-z]+\*?(?:\{[^{}]*\})?")
PHRASES = lazily(
    r"\bin (?:this \w+|what follows|the following|addition|short|our \w+)\b|\bfrom (?:now|here) on\b|\bsake of\b"
    r"|\bwithout (?:any )?loss of generality\b|\bso that\b|\bof course\b|\bthat is\b|\bpour (?:tout(?:e?s)?|chaque)\b"
    r"|\bon (?:pose|a|prend|note)\b|\bpara (?:tod[oa]s?|cada)\b",
    re.I,
)
WORDS = lazily(
    r"\b(?:and|or|but|also|here|now|then|thus|so|hence|therefore|that|where|with|moreover|further(?:more)?|finally"
    r"|throughout|henceforth|since|because|as|such|namely|again|simply|just|always|only if"
    r"|we|us|it|i|they|let|set|put|take|use|have|has|assum(?:e|ing)|suppos(?:e|ing)|choose|fix|defin(?:e|ing)|write"
    r"|denote|recall|note|get|obtain|find|know|given|known|fixed|constant|will|can|is|are|be|being|equals?"
    r"|the|an?|our|its|their|this|these|all|each|every|any|both|arbitrary|for|of|to|by"
    r"|simplicity|convenience|brevity|clarity|simplify|definition|assumption|notation"
    r"|weights?|bias(?:es)?|targets?|labels?|values?|inputs?|outputs?|data|ratings?|parameters?|coefficients?|entries"
    r"|entry|elements?|components?|masses|mass|rates?|factors?|variances?|probabilities|derivatives?|activations?|errors?"
    r"|units?|users?|items?|neurons?|nodes?|examples?|samples?|points?|class(?:es)?|pairs?|ind(?:ices|ex)|times?|steps?"
    r"|für|alle|jede[sn]?|sei(?:en)?|ist|sind|gilt|setzen|wir|und|mit|wobei|soit|et|avec|où|sea|sean|con|donde|y|e)\b",
    re.I,
)
"""Words that name no place,"""
JAPANESE = lazily(
    r"簡単のため|簡潔のため|ここで|また|ただし|いま|今|以下|すべて|全て|全|任意|各|に対して|に対し|について|では|重み|値|入力|出力"
    r"|対所有|对所有|对任意|任意|其中|令|设|取|的|和|の|は|が|を|と|し|て|、|，|で|に"
)
"""and so in Japanese and Chinese."""
MARKS = lazily(
    r"(?:\A|[.;:,(\n])\s*(?:(?:and|but|so|then|also)\s+)?(?:for|between|along|on|within|inside|in|at|among|across|over|if|when"
    r"|whenever|unless|case|in\s+case|only|für|zwischen|auf|innerhalb|pour|entre|sur|dans|para|sobre|per|tra)\b"
    r"|\A[^$]*:\s*\Z|に対し|場合|間で|以外|上で|对于|當|当",
    re.I,
)
"""Words or signs by which such words may be those for places."""
LETTER = lazily(r"[^\W\d_]")


def may_name_places(before: str) -> bool:
    """May the words before a value in its sentence name places?

    >>> may_name_places("Along the edges, "), may_name_places("For all $i$ and $j$ we set "), may_name_places("辺上で ")
    (True, False, True)
    """
    if SUPPOSING.search(before) or MARKS.search(before) is None:
        return False
    words = COMMAND.sub(" ", FORMULA.sub(" ", DISPLAY.split(before)[-1]))
    for neutral in (PHRASES, WORDS, JAPANESE):
        words = neutral.sub(" ", words)
    return LETTER.search(words) is not None
