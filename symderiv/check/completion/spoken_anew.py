r"""Words that speak of something new before a second definition of a name: `Next consider the lasso, $J = ..$`.

Where something was derived from the first definition above, a sentence that names what the page did not name before is
hardly a slip in the same loss said again, and nobody can tell. One that says what follows (`hence the loss is`) or that
has no words of its own (`the loss is`, `we minimise`) is about what stands above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...latex.asserted import FORMULA
from ...latex.excepted import FOLLOWING
from ...latex.headed import DERIVING, GOES_ON, OF_PAGE
from ...pattern import lazily
from ...read import Written
from .of_others import is_of_others, is_taken_instead
from .one_layer import is_of_one_layer
from .sections_alike import EMPTY, OF_A_PART, are_of_two, are_sections_alike, derives

SAME = lazily(
    r"\b(?:(?:re)?writ\w+|express\w*|expand\w*|substitut\w*|insert\w*|plug\w*|equivalent\w*|simplif\w*|definitions?"
    r"|recall\w*|becomes?|that is|i\.e|hence|therefore|thus|again|above|as before|namely|in other words)\b"
    r"|\bwie (?:oben|zuvor|vorher|bisher)\b|\bcomme (?:ci-dessus|avant|précédemment)\b|\bcomo (?:antes|arriba)\b"
    r"|上記|再び|もう一度|代入|展開|書き直|書け|定義(?:より|から)|すなわち|つまり|したがって",
    re.I,
)
"""Words by which it is the same in another form."""
TASK = lazily(
    r"\b(?:(?P<multiclass>(?:multi-?(?:class|label)|multinomial|softmax)[- ](?:classification|regression|case))"
    r"|(?P<binary>(?:binary|two-class|2-class|logistic)[- ](?:classification|regression|case))"
    r"|(?P<regression>regression|regresión|régression)|(?P<classification>classification|klassifikation|clasificación))\b"
    r"|(?P<multiclass_>多クラス分類|多分类|多分類)|(?P<binary_>2クラス分類|二値分類|二分类|二分類)"
    r"|(?P<regression_>回帰|回归|迴歸)|(?P<classification_>分類|分类)",
    re.I,
)
"""A task that a heading may name: each takes an output and an error of its own."""
NAMES_NOTHING = lazily(
    r"\b(?:this|that|these|those|here|there|then|where|which|with|from|into|when|what|also|only|just|both|each|every"
    r"|them|they|their|your|have|has|had|been|being|does|will|shall|must|should|would|could|such|same|thus|next|first"
    r"|second|last|finally|note|notice|observe|remember|consider\w*|take\w*|uses?|using|used|define\w*|denot\w*|giv\w+"
    r"|mini-?mi[sz]\w*|maxi-?mi[sz]\w*|optimi[sz]\w*|compute\w*|calculat\w*|look\w*|want|need\w*|start\w*|turn\w*|make\w*"
    r"|made|let|call\w*|know\w*|seen?|show\w*|total|whole|full|overall|all|sum\w*|activations?|predictions?|targets?"
    r"|net\w*|values?|equations?|formulas?|functions?|terms?|expressions?|respect|chain|rule|product|apply\w*|more"
    r"|(?:haben|sind|wird|werden|dann|dies\w*|jetzt|hier|auch|nous|avons|donc|cette|dans|pour|avec|tenemos|para|este|esta)"
    r"|loss\w*|costs?|errors?|objectives?|criteri\w+|energy|risk)\b|関数|函数|考え|用い|使用|定義|定义|最小化|我们|我們|次に",
    re.I,
)
"""Words of such a sentence that name nothing new."""
DECLARING = lazily(
    r"(?:(?<=\A)|(?<=[.;:]\s)|(?<=[。；\n]))\s*(?:(?:where|here|let|with|où|ici|wobei|hier|donde)\s+)?(?:\$[^$]*\$[\s,]*(?:and|et|und|y)?\s*)+"
    r"(?:\b(?:is|are|be|denotes?|est|sont|désigne|ist|sind|bezeichnet|es|son)\b|は|表示|是|为)[^.。]*(?:[.。]|\Z)",
    re.I,
)
"""A sentence that only says what a letter stands for."""
NAMING = lazily(r"\b\d-[^\W\d_]{3,}|\b[^\W\d_]\d\b|[^\W\d_]{4,}|[ァ-ヴー]{3,}|[一-龯]{2,}")


def is_of_another(
    both: tuple[Written, Written], said: tuple[str, str], above: Sequence[Written], rows: Sequence[str]
) -> bool:
    """Do the words before two equations of one name, or the headings above them, say that they are of two things?

    `above` are the chains up to the second one, `rows` the rows of the page.
    """
    first, w = both
    if is_of_one_layer(w.words, first.latex) or are_of_two(*said) or are_sections_alike(first, w, above, rows, TASK):
        return True
    if SAME.search(said[1]) is not None:
        return is_of_others(w.words[0])
    return _is_of_other_network(first, w, *said) or is_spoken_anew(first, w, said[1], above, rows)


def _is_of_other_network(first: Written, w: Written, before: str, words: str) -> bool:
    """Do words say that one of two equations is of another network than that of the page?"""
    one, other = first.words[0] if first.inline else before, w.words[0] if w.inline else words
    return is_of_others(other) or (is_taken_instead(one, other) and (is_of_others(one) or (first.inline and w.inline)))


def is_spoken_anew(first: Written, w: Written, words: str, above: Sequence[Written], rows: Sequence[str]) -> bool:
    """Do words behind what is derived from a first definition name what was not named before?

    `words` are those before the second one; `above` are the chains up to the second one, `rows` the rows of the page.
    """
    derived = next((x.line for x in above if x.line > first.line and derives(x)), None)
    if derived is None or any(x.place.file != first.place.file for x in above if x.line >= derived):
        return False
    row = w.place.text[: w.place.start] if w.inline else ""  # sentences of its row
    if "\n".join((*rows[: w.place.line - 1], row)).count("$$") % 2:
        return False  # within a display, `\tag{$o_k = ..$}`
    return names_more(f"{words}\n{row}", "\n".join(rows[: derived - 1]))


def names_more(words: str, seen: str) -> bool:
    """Do words name more than a text has named?

    >>> names_more("The lasso uses ", "Ridge regression"), names_more("The loss is hence ", "Ridge regression")
    (True, False)
    >>> names_more("Regression has the loss ", "Ridge regression"), names_more("We minimise ", "Ridge regression")
    (False, False)
    >>> names_more("$X$ is the design matrix, $y$ the vector of all values.", "Ridge regression")
    False
    """
    said = FORMULA.sub(" ", DECLARING.sub(" ", words))
    if FOLLOWING.search(said) is not None:
        return False
    for known in (NAMES_NOTHING, EMPTY, OF_A_PART, DERIVING, GOES_ON, OF_PAGE, TASK):
        said = known.sub(" ", said)
    text = seen.lower()
    return any(x.lower() not in text for x in NAMING.findall(said))
