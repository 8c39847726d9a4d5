"""Cases that a sentence only likens its own to: `Analogously to the case $j = k$ we find for the other entries`.

A condition has a word that makes it one right before it (`for`, `if`, `in the case`). Where another word stands before
that, which sets it beside something else (`as for`, `similarly to the case`, `more generally than for`), or the
sentence begins with what is done to a case (`Having dealt with`, `Extending the case`), the line is not said of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..notation import words_of
from ..pattern import lazily

CHAIN = frozenset(
    words_of(
        "for when if where whenever in case cases the of that any all each every this our special particular first"
        " second third last other simple simplest easy trivial previous above situation with fall falls den dem für im"
        " dans le la cas pour el caso en"
    )
)
"""Words that lead to a condition."""
LIKENING = frozenset(
    words_of(
        "as than like to from after before by beyond following together alongside along analogy versus vs resemblance"
        " compared opposed contrary wie comme zum zur gegenüber außer como than beside next besides addition"
    )
)
"""Words before these by which it is set beside something else."""
AT_ONCE = frozenset(words_of("by from after before along"))
"""Those that only do so before a word for a case: letters are indexed `by $i, j$`, and run `from $t = 1$`."""
TURNING = lazily(
    r"\b(?:turn\w*|mov\w+|com(?:e|ing)|go|back|on|restrict\w*|speciali[sz]\w*|appl\w+|proceed\w*|reduc\w+|limit\w*"
    r"|return\w*|attention|now|corresponds?|amounts?|due|belongs?|switch\w*|pass(?:ing)?|leads?|thanks|owing|according|set|equal|tends?)\s+to\W*\Z",
    re.I,
)
"""Words by which `to` goes over to it."""
REASON = lazily(r"\A\W*(?:and\s+|but\s+|so\s+)?as\W*\Z", re.I)
"""`As $j = k$, ..` gives a reason."""
DEALT_WITH = lazily(
    r"\A\W*(?:(?:and|but|so|then|now|next)\W+)?(?:having|knowing|extending|generali[sz]ing|repeating|combining|comparing"
    r"|recalling|dropping|excluding|ignoring|skipping|leaving|following|contrasting|mirroring|copying|imitating|reusing"
    r"|transferring|adapting|modifying|compared|contrasted|unlike)\b[^,]*\Z"
    r"|\A\W*using (?:the|that|this|our) (?:result|case|formula|expression|computation|derivation|calculation|argument"
    r"|value)s?\b[^,]*\Z"
    r"|\A\W*(?:(?:just|much|exactly)\s+)?(?:like|similar(?:ly)? to|the same as|as (?:with|in))\b[^,]*\Z"
    r"|\bnow that\W*\Z|\bmore generally\b[^,]*\Z|\b(?:not (?:just|only)|in addition|as (?:well|opposed))\b[^,]*\Z",
    re.I,
)
"""How a sentence begins that says what becomes of a case."""
BEHIND = lazily(
    r"\s*(?:である)?の?(?:場合|とき|時|ケース)?(?:と|に)(?:同様|同じ|同一|比べ|比較|類似|似|対照|違|異な|並)"
    r"|\s*(?:である)?の?(?:場合|とき|時)の(?:結果|計算|議論|式)(?:と|を|に|から|より)"
    r"|\s+to (?:an? |the )?(?:general|arbitrary|any|all)\b"
    r"|\W*(?:is|are|being|having been)\s+(?:now\s+)?(?:settled|done|dealt with|out of the way|finished|behind us)\b",
    re.I,
)
"""What stands behind such a case."""
TOKEN = lazily(r"[^\W\d_]+|[,;:()（]")


@lru_cache(maxsize=256)
def is_likened(before: str, behind: str = "") -> bool:
    """Does a sentence speak of the case between `before` and `behind` only to liken another one to it?

    >>> is_likened("Analogously to the case "), is_likened("Just as for "), is_likened("", " の場合と同様に")
    (True, True, True)
    >>> is_likened("Similarly, for "), is_likened("We turn to the case "), is_likened("As "), is_likened("In the case ")
    (False, False, False, False)
    """
    if BEHIND.match(behind) or DEALT_WITH.search(before):
        return True
    tokens = [w.lower() for w in TOKEN.findall(before)]
    count = len(tokens)
    while tokens and tokens[-1] in CHAIN:
        tokens.pop()
    if not tokens or tokens[-1] not in LIKENING or REASON.match(before):
        return False
    if len(tokens) == count and tokens[-1] in AT_ONCE:
        return False
    lead = before
    for found in reversed(list(TOKEN.finditer(before))):
        if found[0].lower() not in CHAIN:
            lead = before[: found.end()]
            break
    return TURNING.search(lead) is None
