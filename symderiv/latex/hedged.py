"""Words by which a sentence does not say of a page what its formula says: `often ..`, `we do not assume ..`."""

from __future__ import annotations

import re
from functools import lru_cache

from ..pattern import lazily
from .likened import is_likened

BEFORE = lazily(
    r"\b(?:(?<!as )often|sometimes|usually|typical(?:ly)?|mostly|occasionally|traditionally|historically"
    r"|formerly|originally"
    r"|initially|initiali[sz]\w+|at the (?:start|beginning)|(?:last|previous|earlier) (?:lecture|section"
    r"|chapter|week|time|post)"
    r"|in (?:many|some|most|certain|other) \w+|some(?: \w+)? (?:use|assume|require|take|set|choose|define|write|demand)"
    r"|for (?:example|instance)|such as"
    r"|(?:most|many|some) (?:people|authors|books|texts)|myths?"
    r"|(?:wrong|mistaken|false) to (?:assume|suppose|think)|false that"
    r"|in (?:the|an?|our) (?:\w+ )?(?:example|figure)|another"
    r"|like|could|might|may be|would|unlike|compare|think of|instead of|rather than|not|never|cannot|nothing|nobody"
    r"|without|unless|neither"
    r"|only (?:if|when|for|in)|an? (?:common|popular|typical|usual|simple|possible) (?:choice|assumption|example|case)"
    r"|an? [\w-]+ (?:unit|neuron|network|model|layer|function) (?:has|uses|is)|in (?:the|an?) (?:[\w-]+ )?[\w-]+ case"
    r"|in (?:binary )?(?:classification|regression)|drop(?:s|ped|ping)?|restricted to)\b[^.;。]*\Z"
    r"|\A\W*(?-i:Is|Are|Was|Were)\W*(?:the \w+\W*)?\Z|n[’']t\b[^.;。]*\Z|\beg\b[^;。]{0,20}\Z|\bsay\W*\Z"
    r"|(?:よく|しばしば|例えば|たとえば|通常は?|一般には?)[^。]*\Z",
    re.I,
)
"""Before it, in its sentence."""
_TAKEN_BACK = (
    r"[.;]\s+(?:but|however|yet|in fact|of course)?,?\s*(?:this|that|it|the latter|this assumption)\s+"
    r"(?:(?:is|was)\s+(?:of course |simply |clearly |however |in fact )*(?:false|wrong|untrue|incorrect"
    r"|not (?:true|the case|so|right|correct|assumed|needed|required))\b"
    r"|(?:does not|doesn[’']t|did not|cannot|can[’']t|need not|will not|won[’']t)\s+(?:hold|be)\b"
    r"|fails\b|never holds\b)"
    r"|。\s*(?:これ|それ|この仮定|この式|上式)は(?:誤り|間違い|正しくな|成り立たな|成立しな|偽)"
)
TAKEN_BACK = lazily(_TAKEN_BACK, re.I)
"""A sentence of its own that takes the one before it back."""
BEHIND = lazily(
    rf"[^.;。$]*(?:{_TAKEN_BACK})|"
    r"(?:(?!\band (?:an?|the|we|it|its|our|no)\b)[^.;。$])*\b(?:need not|(?:does|do|is|are|was|were|must"
    r"|should|will|can)(?: not|n[’']t)|cannot|would|or not"
    r"|but (?:any|not|here|ours|we|others?)|here (?:they|it|we) (?:are|is)|unless|otherwise|also possible"
    r"|(?:is|are|was|were) (?:rarely|seldom|hardly|almost|nearly|sometimes|often|usually|mostly|no longer)"
    r"|were(?=[^.;]*\b(?:last|previous|earlier))|is (?:false|wrong|untrue)|could|might"
    r"|not (?:needed|required|assumed|here))\b|\W*(?:ours?\b"
    r"|for (?=[a-z])(?!(?:all|every|each|any|an?|the|given|both|our|convenience|simplicity)\b)"
    r"|only (?:if|when|for|in)\b|at (?:first|the)\b"
    r"|(?:it|this|that|things?|everything) (?:gets?|is|becomes?|reduces?)\b"
    r"|is (?:it|this|one)\b(?![- ]?(?:hot|of))|or\b)"
    r"|[^。]*(?:とは限ら|ではない|ではありません|ではなかった|不要|仮定しない|必要はない|仮定は(?:置か|し)ない)"
    r"|\s*(?:で初期化"
    r"|だったと)",
    re.I,
)
"""Behind it."""

GENERALITY = lazily(r"\bwithout (?:any )?loss of generality\b|\bw\.?l\.?o\.?g\b\.?", re.I)
"""Words by which what is said does hold."""
ABBREVIATED = lazily(r"\b(?:e\.\s?g|i\.\s?e|w\.\s?l\.\s?o\.\s?g|w\.\s?r\.\s?t|cf|resp|vs|Eqs?|Figs?|Secs?)\.", re.I)
"""Stops that end no sentence."""


@lru_cache(maxsize=256)
def is_hedged(before: str, behind: str) -> bool:
    """Do the words around a formula in a sentence keep it from holding throughout?

    >>> is_hedged("Often ", "."), is_hedged("The labels are ", ", here they are real"), is_hedged("with ", " for all i")
    (True, True, False)
    """
    words = GENERALITY.sub(
        "", without_abbreviations(before.rpartition("$$")[2])
    )  # what a display on the same line holds are no words
    return BEFORE.search(words) is not None or BEHIND.match(behind) is not None or is_likened(words, behind)


def without_abbreviations(text: str) -> str:
    """The text without stops that end no sentence.

    >>> without_abbreviations("Without a bias, i. e. ")
    'Without a bias, ie '
    """
    return ABBREVIATED.sub(lambda m: re.sub(r"[.\s]", "", m[0]), text)
