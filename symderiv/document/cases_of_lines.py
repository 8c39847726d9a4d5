r"""Where the case of one displayed line begins: in the sentence that leads to it, or in sentences before that one.

`If $W$ is symmetric ($W = W^T$), then` and `With $W = W^T$ this becomes` tell of the line that they lead to, whatever
their words are, unless they give a cause, `Since $W = W^T$,`: a cause holds on the whole page. What is assumed in a
sentence of its own holds on the page, too, other than in a case that is called one, `Case 1: $W = W^T$.`, or where the
page goes on with what is so in general.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..pattern import lazily

CASE = lazily(
    r"\b(?:if|when|whenever|for|in (?:the |this )?(?:special )?case(?: that| where| when| of)?|wenn|falls|für|si|pour"
    r"|cuando|para|se|per|当|若|如果|當)\b[^$]{0,40}\Z|(?:当|若|如果|當|もし)[^$]{0,10}\Z",
    re.I,
)
"""Words before the condition of a case,"""
CASE_BEHIND = lazily(r"\s*(?:である|の|となる|が成り立つ)?(?:とき|時|場合|ならば|なら)|\s*(?:时|時|的情况)")
"""and behind it."""
CAUSE = lazily(
    r"\b(?:since|because|recall|remember|note|here|throughout|always|everywhere|from now on|da|weil|hier|überall|stets"
    r"|puisque|car|parce|rappel\w*|comme|ici|partout|porque|ya que|dado que|como|puesto|aquí|siempre|poiché|siccome)\b"
    r"|ので|から(?!の)|ため[、,に]|ここで|以下|これから|因为|因為|由于|由於|其中|这里|這裡",
    re.I,
)
"""Words of what is so on the whole page."""
CALLED = lazily(
    r"(?:[-*_#>\s]|\d+[.)]|\([a-z\d]+\))*"
    r"(?:(?:the|a|an|our|first|second|one|simple|special|symmetric|simplest|trivial)\s+)*"
    r"(?:(?:special|particular|symmetric|simple|limiting)?\s*cases?|spezialfall|sonderfall|fall|cas(?:\s+particulier)?|caso"
    r"|example|beispiel|exemple|ejemplo|esempio|special(?:is|iz)ing)\b(?!\s+stud)"
    r"|(?:[-*_#>\s])*(?:場合|ケース|特別な場合|例|情况|情形|特例|特殊情况)"
    r"|[^.。]{0,40}\b(?:for (?:a|the) moment|for now|temporarily|first consider|für den moment|zunächst|pour l'instant"
    r"|por ahora|de momento)\b",
    re.I,
)
"""What a case is called where it begins."""
GENERAL = lazily(
    r"\b(?:in (?:the |full )?general|generally|general(?:\s+\w+)? (?:case|formula|result)|untied"
    r"|for (?:a |an )?(?:general|arbitrary|any)"
    r"|without (?:this|the|that)(?: \w+)? (?:assumption|restriction|condition|symmetry)|otherwise|im allgemeinen"
    r"|allgemein\w*|sonst|(?:en|dans le cas) général|en general|caso general|in generale|caso generale|sinon)\b"
    r"|一般|任意|さもなければ|否则|否則",
    re.I,
)
"""What is said of what is not in that case."""
BEGUN = lazily(r"\s*[.,;]?\s*[*_]*(?:[A-ZÀ-Þ]|\([a-z\d]+\)|[^\x00-\u024f]|\$[^$]*\$\s*[^\x00-\u024f])")
"""What begins a sentence of its own that may lead to the next display."""
SYMMETRIC = lazily(r"[Ss]ymm?[ée]tri\w*|[Ss]im[ée]tric[oa]s?|[Ss]immetric[oa]|対称(?:行列)?|对称|對稱")
RESULT = lazily(
    r"\b(?:gives?|yields?|obtain\w*|get|gets|hence|thus|therefore|so|follows?|implies|optim\w+|minim\w+|maxim\w+|convergence"
    r"|solution|solv\w+|zero|also|ergibt|folgt|erhalten|donc|obtient|luego|obtenemos)\b|得|従って|したがって|よって|故|因此|所以",
    re.I,
)
"""Words before what is found out, and not given."""
REFERRING = lazily(
    r"[\s.,;]*(?:(?:This|That|It|The (?:last|latter|above|previous|second)\b[^.$]{0,30})\s[^.$]{0,40}"
    r"\b(?:if|when|for|since|because)\b"
    r"|(?:Here|Above|In the (?:last|second) step),?\s+(?:we|I)\s+(?:have\s+)?(?:used|assumed)\b"
    r"|(?:We|I)\s+(?:have\s+)?(?:used|assumed)\b)"
)
"""What begins a sentence that says of the line before it under which condition it holds."""
ANEW = lazily(r"\s*(?!If\b|When\b|For\b|Falls\b|Wenn\b|Si\b|Cuando\b|Assuming\b|Provided\b)[*_]*[A-ZÀ-Þ]")
"""words that begin a sentence of their own."""
PAGEWIDE = lazily(r"ここで|以下|以降|これから|其中|这里|這裡|以下|\b(?:throughout|from now on|everywhere|always)\b")
"""words that say it of everything."""
ENDED = lazily(r"[.。](?:\\[,; ]|\s|\})*\Z")
"""A display that ends its sentence."""
ASKED = lazily(r"[^.。!！$\n]{0,60}[?？]")
"""Behind a formula: its sentence asks."""
PARTED = lazily(r"\n[ \t]*\n")


def is_of_line(lead: str) -> bool:
    """Does a sentence that leads to a line tell of that line, and no cause?

    >>> is_of_line("With $W = W^T$ this becomes"), is_of_line("Since $W = W^T$, we get")
    (True, False)
    """
    return CAUSE.search(lead) is None


def begin_of_lead(text: str, above: int, start: int, stop: re.Pattern[str]) -> int:
    """Where the sentence begins that leads to a display at `start`; `above`: where the display before it ends.

    >>> begin_of_lead("It is so. If $W = I$,  ", 0, 23, re.compile("[.]"))
    9
    """
    end = above + len(text[above:start].rstrip())
    return max([above, *(m.end() for m in stop.finditer(text, above, end))])


def begin_of_case(text: str, above: int, start: int) -> int:
    """Where the paragraph before a display begins that tells of its case; `start` where it tells of none.

    >>> text = "Let it be.\\n\\nCase 1: $W = I$. Then "
    >>> text[begin_of_case(text, 0, len(text)):]
    'Case 1: $W = I$. Then '
    """
    end = above + len(text[above:start].rstrip())
    begin = max([above, *(m.end() for m in PARTED.finditer(text, above, end))])
    own = above < begin or text[above:begin].strip() == ""
    called = own and CALLED.match(text, begin, end) is not None
    return begin if called or (own and _last_general(text) > start) else start


@lru_cache(maxsize=16)
def _last_general(text: str) -> int:
    """Where a text says last what is so in general; -1 where it does not."""
    return max((m.start() for m in GENERAL.finditer(text)), default=-1)


def closes(gap: str) -> bool:
    """Are more parentheses closed than opened?

    >>> closes("a) b"), closes("(a) b")
    (True, False)
    """
    return gap.count(")") + gap.count("）") + gap.count("]") > gap.count("(") + gap.count("（") + gap.count("[")
