r"""The words by which sentences tell a value in one case, and in all others, in many languages.

`$t_j = 1$ if $j = c$, otherwise $t_j = 0$`, `si .., sinon ..`, `wenn .., sonst ..`, `当 .. 时 .., 否则 ..`.
"""

from __future__ import annotations

import re

from ....latex import sentences
from ....latex.joining import ELSE as IN_ALL_OTHERS
from ....latex.joining import FOR, WHEN
from ....latex.joining import IF as ONLY_IF
from ....latex.turned_round import turns_round
from ....pattern import lazily

_MORE = r"(?:elsewhere|everywhere else|if not|for (?:all |any )?(?:the )?others?|ailleurs|si no|anders)\b"
ELSE_WORDS = rf"(?:{IN_ALL_OTHERS}|{_MORE})"
ELSE_ANYWHERE = lazily(rf"(?<![^\W\d_]){ELSE_WORDS}", re.I)
"""Such words anywhere."""
_SEP = r"\s*[,;，、；]?\s*"
_IF = rf"(?:{ONLY_IF}|{FOR}|where)"
_NOUN = r"(?:(?:the\s+)?(?:(?:true|correct|target|right|gold|actual)\s+)?(?:class|label|index|unit)?\s*)"
_AND = r"(?:(?:and|or|but|und|oder|et|ou|y|o|e|и|và|en|i|ve|而)(?![^\W\d_])\s*)?"
_IS = (
    r"(?:(?:(?:it|this|sie|es|il|elle)\s+)?(?:is|equals?|takes|ist|gilt|est|vaut|es|vale|é|è|равно|bằng|là|wynosi|取|为|為|是|等于|有|は|が|に)"
    r"(?![a-z])\s*)?"
)
_ZERO = r"(?:zero|zéro|null|cero|nula?|ноль|ゼロ|[0０](?![\d.]*\d))"
_ONE = r"(?:one|unity|[1１](?![\d.]*\d))"

IF = lazily(rf"{_SEP}{_IF}\s+{_NOUN}|{_SEP}{_IF}\s*", re.I)
"""All of the words between a value and its case;"""
BEFORE_CASE = lazily(rf"(?<![^\W\d_]){_IF}\s*\Z", re.I)
"""the last of those before a case that comes first,"""
THEN = lazily(
    rf"{_SEP}(?:(?:then|we have|we set|let|dann|so|ist|gilt|setzen wir|alors|on a|entonces|então|allora|то|thì"
    rf"|dan|wtedy|则|則|那么|有|则有|取|令){_SEP})*",
    re.I,
)
"""and all between it and its value there;"""
BEHIND_CASE = lazily(rf"\s*{WHEN}(?:は|に|には|のみ|だけ)*{THEN.pattern}")
"""those behind a case that make it one."""
_BEHIND = r"\s*(?:(?:ist|gilt|sind|est)\b)?[。.]?"
ELSE_ZERO = lazily(rf"{_BEHIND}{_SEP}{_AND}{_IS}(?:{_ZERO}{_SEP}{ELSE_WORDS}|{ELSE_WORDS}{_SEP}{_IS}{_ZERO})", re.I)
"""Words that say that a value is 0 in all other cases;"""
ELSE = lazily(rf"{_BEHIND}{_SEP}{_AND}(?:{_IS}{ELSE_WORDS}{_SEP}{_IS})", re.I)
"""all of those before the other value,"""
ZERO_IF = lazily(rf"{_SEP}{_AND}{_IS}{_ZERO}(?:{IF.pattern})", re.I)
"""those that say that it is 0 in the case behind them,"""
AND = lazily(rf"{_BEHIND}{_SEP}{_AND}{_IS}", re.I)
"""also where words behind it say that it is the other."""
ELSE_BEHIND = lazily(rf"\s*,?\s*{ELSE_WORDS}", re.I)
IS = lazily(
    r"\s*,?\s*(?:(?:which|that)\s+)?(?:is|equals|is equal to|being|(?:which\s+)?takes(?: on)?|has|having|with"
    r"|ist|est|vaut|es|vale)\s+"
    r"(?:(?:the|a)\s+)?(?:value\s+(?:of\s+)?)?",
    re.I,
)
"""Words between a name and its value;"""
IS_ONE = lazily(rf"{IS.pattern}{_ONE}(?:{IF.pattern})", re.I)
"""so do these say that it is 1 in the case behind them,"""
OF = lazily(r"\s*(?:は|が|在|当|當)[、,，]?\s*")
ONE_THERE = lazily(
    r"(?:\s*(?:の|である)?(?:とき|時|場合)(?:は|に|だけ|のみ|には|、|,)*|\s*(?:时|時)\s*(?:取?值?为|取|是|等于))\s*\$?[1１]\$?(?!\d|\.\d)"
)
"""and these, with the case between them."""
ONLY_FOR = lazily(r"\A\W*(?:only\s+)?(?:for|on|in|among|within)\b(?!\s*\$)", re.I)
"""How a sentence begins that tells both values for some indices only,"""
BUT_FOR = lazily(r";\s*(?:(?:but|and|while|whereas)\s+)?(?:for|on|in)\b", re.I)
"""and how it goes on that tells others for some."""
END = lazily(r"\s*(?:[.;)]|\Z|\n[ \t]*\n)")
"""The end of what a sentence says."""
_BACK = (
    r"instead|rather than|unlike|contrast|contrary|no longer|not|never|often|sometimes|usually|would|could|might"
    r"|used to"
    r"|statt|anstelle|anstatt|gegensatz|unterschied|anders als|nicht|nie|oft|häufig|manchmal|meist|meistens"
    r"|üblicherweise"
    r"|gewöhnlich|au lieu|contrairement|différence|souvent|parfois|pas|jamais|d[’']habitude|en lugar|en vez|diferencia"
    r"|no|nunca|a menudo|a veces|suele|invece|anziché|differenza|non|spesso|di solito|em vez|ao contrário|não|nunca"
    r"|muitas vezes|отличие|вместо|не|часто|обычно|иногда|zamiast|przeciwieństwie|nie|często|zwykle|in plaats"
    r"|in tegenstelling|niet|vaak|meestal|thay vì|khác với|thường"
)
BACK_AHEAD = lazily(
    rf"(?<![^\W\d_])(?:{_BACK})(?![^\W\d_])|n[’']t\b|不是|[并並]非|而非|[与與]\s*\Z|不同[于於]|不像|有[时時]|通常|常常|一般"
    r"|往往|よく|しばしば|例えば|たとえば|대신|달리|보통",
    re.I,
)
"""Words in a sentence ahead of both values that take them back, or weaken them;"""
BACK_BEHIND = lazily(
    r"\s*,?\s*(?:or|oder|ou|o|u|of|lub|или|hoặc|veya|eller)(?![^\W\d_])|\s*[、，,]?\s*(?:或|または|혹은|또는)"
    r"|.*?(?:(?<![^\W\d_])(?:probabilit\w*|wahrscheinlichkeit|probabilité|probabilidad\w*|probabilità|вероятност\w*"
    r"|was|were"
    r"|would|instead|but|however|not|no longer|only|here|later|später|plus tard|más tarde|war"
    r"|waren|wäre|nicht|sondern|hier|pas|mais|était"
    r"|sino|no|era|ma"
    r"|non|mas|não|но|не|было|ale|nie|maar|niet)(?![^\W\d_])|不|而是|[概確]率|ではな|ではあり|でな|とは限|아니|않)",
    re.I | re.DOTALL,
)
"""and those behind both that do."""
NOT_UNDERSTOOD = "what the sentence says of its cases is not understood"
"""Why a name is left open whose values words tell."""


def are_taken_back(before: str, behind: str) -> bool:
    """Do the words before and behind two values and their cases take these back?

    >>> are_taken_back("Not ", ", but .."), are_taken_back("Let ", " otherwise, and"), are_taken_back("", " else or ")
    (True, False, True)
    """
    for typed in (ELSE_ZERO, ELSE_BEHIND):
        found = typed.match(behind)
        behind = behind[found.end() :] if found else behind
    ahead = sentences.last(before)
    return turns_round(ahead) or bool(BACK_AHEAD.search(ahead) or BACK_BEHIND.match(sentences.first(behind)))
