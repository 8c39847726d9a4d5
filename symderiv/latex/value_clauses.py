r"""Are all words around one value of data known, so that it is the case of its line, and of nothing less?

`If $y_k = 1$, then`, `for the right class $y_k = 1$, so`. Beside any other word the value may be that of another case,
of one entry, or none at all: `As $y_k = 0$ or $y_k = 1$`, `正解ならば $y_k = 1$ であるが、一般には`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..pattern import lazily
from .neutral_words import COMMAND, DISPLAY, FORMULA, JAPANESE, LETTER, PHRASES, WORDS

JOINED = lazily(
    r"\b(?:or|but|oder|ou|sondern|mais|pero|o|u)\b|または|又は|もしくは|或|が、|だが|けれど|しかし|但是|一般", re.I
)
"""Words that are known, and tell of more than one case."""
CASE = lazily(
    r"\b(?:if|when|whenever|case|in|on|at|right|correct|true|wrong|incorrect|false|other|others|positive|negative|not"
    r"|only|not|same|single|particular|active|inactive|rated|unrated|labell?ed|belongs?|does|do|has|holds?|otherwise"
    r"|consider(?:ing)?|look|see|follows?|becomes?|gives?|giving|yields?|simplif(?:y|ies)|reduces?|which|it|this|its"
    r"|derivatives?|gradients?|loss|term|terms|cost|error|sum|softmax|sigmoid|cross-entropy|remaining|left|using|rule"
    r"|first|second|next|therefore|consequently|there|one|two|zero|only|no|words?|category|hence|say"
    r"|wenn|falls|fall|bei|folgt|dann|also|so|wir|erhalten|bekommen|haben|ist|gleich|im|den|der|die|das"
    r"|si|lorsque|quand|cas|alors|on|obtient|trouve|le|la|les|un|une|cuando|caso|entonces|tenemos|obtenemos|el"
    r"|se|allora|abbiamo|quando|então|temos|при|если|то|когда|получаем|имеем)\b"
    r"|と(?:き|なり|なる)|時|場合|なら(?:ば)?|であれば|であり|である|です|だから|なので|ので|ため|から|より|よって|したがって|従って"
    r"|ゆえに|故に|すると|つまり|すなわち|このとき|次(?:のように|式)?|なる|正解|不正解|正し(?:い|ければ|くなければ)|違えば|違う|クラス"
    r"|誤差|損失|勾配|微分|考え(?:る|ます)|仮定|特に|まず|次に|同様に|一方|当|若|如果|时|情况下?|則|则|时候|有|得(?:到)?|所以|因此|于是|故|即|就|此时"
    r"|일\s?때|이면|인\s?경우|이므로|따라서|그러면|경우|다음",
    re.I,
)
"""Words of cases and of what is drawn from them."""
_LEFT_OUT = lazily(r"\b(?:except|unless|without|even|although|though|only)\b", re.I)
_SUPPOSED = lazily(
    r"[$\s)）]*(?:for (?:all|each|every|any) \$[^$]*\$)?(?:の(?:とき|場合)|を(?:考え(?:る|ます)|仮定(?:する|します))"
    r"|と(?:する|します|仮定する))*"
    r"[\s)）]*"
)
"""All that stands behind a value before a stop behind which its line is led to: `Suppose $y_k = 1$. Then`."""
FOR_GOOD = lazily(
    r"(?:\b(?:let|set|put|take|fix|assum\w+|suppos\w+|choose|use|throughout|simplicity)\b|簡単のため|全て|すべて)", re.I
)
EVERYWHERE = lazily(r"\$?\s*(?:for|für|pour) (?:all|every|each|any|alle|tout)\b", re.I)
"""Words before a value, and behind it, by which it is that of all entries."""
_SENTENCE = lazily(r"[.;!?。；！？](?=\s|\Z|[^\x00-\x7f])|\n[ \t]*\n|\\end\{\w+\*?\}|\$\$|\\[\[\]]")


@lru_cache(maxsize=512)
def is_known_case(before: str, behind: str) -> bool:
    """Are all words of the sentence known in which a value stands, and those up to the display that it leads to?

    >>> is_known_case("If $", "$, then we have"), is_known_case("正解ならば $", "$ だから")
    (True, True)
    >>> is_known_case("Because $y_k = 0$ or $", "$, we have"), is_known_case("正解ならば $", "$ であるが、一般には")
    (False, False)
    """
    leads = _SENTENCE.split(before.rstrip("$"))[-1]
    until = re.split(r"\$\$|\\\[|\\begin", behind.lstrip("$"))[0]
    own, *rest = _SENTENCE.split(until, maxsplit=1)
    ended = any(x.strip(" \t\n)）") for x in rest) and not _SUPPOSED.fullmatch(own)
    return not ended and _is_known(leads) and _is_known(until)


def is_for_good(before: str, behind: str) -> bool:
    """Do the words around a value say that all entries have it?

    >>> is_for_good("We set ", "."), is_for_good("", " for all $i$."), is_for_good("($j$ such that ", ")")
    (True, True, False)
    """
    leads = _SENTENCE.split(before.rstrip("$"))[-1]
    if JOINED.search(leads) or _LEFT_OUT.search(leads):
        return False
    return FOR_GOOD.search(leads) is not None or EVERYWHERE.match(behind) is not None


def _is_known(words: str) -> bool:
    if JOINED.search(words) or _LEFT_OUT.search(words):
        return False
    words = COMMAND.sub(" ", FORMULA.sub(" ", DISPLAY.split(words)[-1]))
    for known in (PHRASES, CASE, WORDS, JAPANESE):
        words = known.sub(" ", words)
    return LETTER.search(words) is None
