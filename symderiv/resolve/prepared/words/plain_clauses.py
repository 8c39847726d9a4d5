r"""Is all that stands in front of a name in its sentence known to say no more of it than what the verb behind it does?

`Here the labels $t_i$ are ..` speaks of `t_i`. `The mean and variance of $t_i$ are ..`, `Rounded to integers, $t_i$ is
..`, `At the ends $t_i$ is ..` speak of something else, or of some of it; there is no end of such words. So a clause is
plain only if every word of it is one of those listed here, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....latex.hedged import without_abbreviations
from ....latex.tree import Formula, Listing
from ....pattern import lazily
from ...located import Located
from ..said_in_place import value_alone

LETTER, CLAIM, DISPLAYED = "$", "§", "¶"
"""What stands for a formula: an index or a value alone or a range of an index; any other; a display."""
STOP = lazily(r"[.;!?。；！？](?=[\s$§¶]|\Z)|[。；！？]|\n[ \t]*\n|\n\s*[-*+•]\s|#")
_WHERE = r"(?:where|with|wobei|mit|où|avec|donde|con|dove|onde|ここで|ただし|其中|这里|這裡)"
BEGINS = lazily(rf"{DISPLAYED}(?=\s*,?\s*(?:(?i:{_WHERE})|\n\s*[A-Z]))|{CLAIM}(?=\s*,\s*{_WHERE})", re.I)
"""A formula behind which a new clause begins."""
_LEAD = (
    r"(?:here|where|with|and|that|which|note|notice|recall|remember|so|then|thus|hence|now|also|again|moreover"
    r"|since|because|as|assume|suppose|let us|we (?:have|assume|suppose|know)|it is known|known|say"
    r"|hier|dabei|wobei|und|mit|dass|da|weil|also|es|gilt|nun|ici|où|avec|et|or|on a|que|car|aquí|donde|con|y|ya|pues)"
)
_EACH = r"(?:all|each|every|any|both|the|a|an|our|these|this|its|their)"
_EACH_ABROAD = (
    r"(?:alle|jede[rsn]?|die|der|das|dem|den|ein|eine|chaque|tous|toutes|les|le|la|l['’]|une?"
    r"|cada|tod[oa]s|los|las|el)"
)
_OF_ALL = rf"(?:(?:{_EACH}|{_EACH_ABROAD})\s*)"
_NOUN = (
    r"(?:labels?|targets?|class(?:es)?|outcomes?|responses?|ratings?|masks?|indicators?|flags?|bits?|entry|entries"
    r"|elements?|components?|data|observations?|inputs?|pixels?|units?|neurons?|nodes?|states?|spins?|variables?"
    r"|features?|values?|examples?|samples?|points?|items?|pairs?|users?|votes?|answers?|choices?"
    r"|Zielwerte?|Ziele?|Klassen?|Werte?|Daten|Maske|Einträge|Eintrag|étiquettes?|cibles?|classes|données|valeurs?"
    r"|masque|etiquetas?|objetivos?|clases?|datos|valores?)"
)
_KIND = (
    r"(?:binary|boolean|one-hot|true|given|known|observed|correct|desired|hidden|visible|class|target|training|data"
    r"|label|binäre[nrs]?|binaires?|binari[oa]s?)"
)
_OVER = (
    rf"(?:(?:for|of each|für|pour|para)\s+(?:{_OF_ALL}|given\s+)*(?:{_KIND}\s+)*(?:{_NOUN}\s+)?"
    rf"\{LETTER}(?:\s*(?:,|and|und|et|y)\s*\{LETTER})*(?=\s*[,:]|\s+(?:{_EACH}|{_EACH_ABROAD})\s))"
)
_VALUES_OF = rf"(?:(?:values?|entries|elements|each|all|both|one)\s+of\s+{_OF_ALL}*)"
_PLAIN = (
    rf"[\s,:(*_]*(?:(?:{_LEAD}(?!\w)|{_OVER})[\s,:(]*)*{_OF_ALL}*{_VALUES_OF}?(?:{_KIND}\s+)*(?:{_NOUN}(?!\w)[\s,(:]*)?"
)
_PLAIN_CJK = (
    r"(?:ここで|ただし|なお|また|そして|この|各|すべての|全ての|正解|教師|二値|目標|観測|評価|ラベル|データ|マスク|値"
    r"|其中|这里|這裡|每个|每個|所有|且|并且|标签|標籤|目标|数据|掩码|[\s、，,：:（(]"
    rf"|[各]?\{LETTER}(?:に対して|について|に対し|、)+|对(?:所有|每个|任意)?\{LETTER}[，,])*"
)
PLAIN = lazily(rf"{_PLAIN}|{_PLAIN_CJK}", re.I)


def clause_in_front(found: Sequence[Located], gaps: Sequence[tuple[int, str]], at: int) -> str:
    """The sentence in front of the formula at a place of the gaps, with a sign for each formula in it."""
    text, paragraph = gaps[at][1], found[gaps[at][0]][0].paragraph
    for k in range(at - 1, -1, -1):
        if STOP.search(text) or found[gaps[k][0]][0].paragraph != paragraph:
            break
        text = f"{gaps[k][1]}{_sign(found[gaps[k][0]])}{text}"
    begin = max(
        (m.end() for pattern in (STOP, BEGINS) for m in pattern.finditer(without_abbreviations(text))), default=0
    )
    return without_abbreviations(text)[begin:]


def _sign(located: Located) -> str:
    display, formula = located
    if not display.inline:
        return DISPLAYED
    if value_alone(located) is not None:
        return LETTER
    if isinstance(formula, Formula) and len(formula.statements) == 1:
        chain = formula.statements[0].chain
        return LETTER if any(isinstance(m, Listing) for m in chain.members) else CLAIM
    return CLAIM


def is_plain(clause: str) -> bool:
    """Are all words of a clause in front of a name, and their order, known to leave it what it is?

    >>> is_plain("Here the labels "), is_plain("For each example $, the class label "), is_plain("すべての ")
    (True, True, True)
    >>> is_plain("The mean of "), is_plain("Rounded, "), is_plain("The labels of "), is_plain("The label for each ")
    (False, False, False, False)
    """
    return PLAIN.fullmatch(clause) is not None
