"""Letters that words call the true class: `the correct class $c$`, `soit $c$ la vraie classe`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....pattern import lazily
from ...located import Located

_CLASS = r"(?:class|category|label|word|token|answer|index)(?:\s+(?:label|index|number))?"
OF_CLASS = lazily(
    rf"\b(?:correct|true|target|right|gold|actual|observed)\s+{_CLASS}\s*(?:is|be|being|,|denoted by)?\s*\Z"
    r"|\bone[- ]hot\s+(?:vector|encoding|code)?\s*(?:of|for|at|with)\s+(?:the\s+)?(?:class|label|index)\s*\Z"
    r"|\bbelongs to (?:the )?class\s*\Z|(?:正解|正しい|真の)(?:の)?(?:クラス|ラベル|カテゴリ)(?:を|は|が)?\s*\Z",
    re.I,
)
ABROAD = (
    r"(?:(?:richtige|wahre|korrekte|tatsächliche)[nr]? klasse|zielklasse"
    r"|(?:vraie|bonne|véritable) classe|classe (?:correcte|réelle|cible)"
    r"|(?:clase|classe) (?:corret|correct|verdadeir)[ao]"
    r"|clase (?:verdadera|real)|classe (?:corretta|vera|real)|(?:правильн|истинн|верн)(?:ый|ого) класс(?:а|ом)?)"
)
"""The true class in other languages."""
OF_CLASS_ABROAD = lazily(rf"{ABROAD}\s*(?:ist|sei|est|soit|es|sea|è|sia|é|seja|,|—)?\s*\Z", re.I)
IS_CLASS_ABROAD = lazily(rf"\s*(?:ist|sei|est|es|è|é|,|—)?\s*(?:die|la|l['’]|a)?\s*{ABROAD}(?!\w)", re.I)
IS_CLASS = lazily(
    rf"\s*(?:is|be|denotes?|being|for)\s+the\s+(?:index of the\s+)?(?:correct|true|target|right|gold|actual)"
    rf"\s+{_CLASS}\b"
    r"|\s*(?:を|は|が)(?:正解|正しい|真の)(?:の)?(?:クラス|ラベル)",
    re.I,
)
"""Words before and behind the letter of the class."""

TYPED = lazily(r"\$\$.*?\$\$|\\\[.*?\\\]|\$([^$]*)\$|\\\((.*?)\\\)", re.S)
LETTER = lazily(r"\\?[A-Za-z]+'*(?:\^(?:\*|\{\*\}))?")
"""Formulas among words, and a letter."""
ONE = lazily(r"(?:[A-Za-z]|\\[a-z]+)_(?:\{([a-z])(?:\^(?:\*|\{\*\}))?\}|([a-z]))\s*=\s*1\s*[.,]?\s*")
"""One entry that is 1, `t_c = 1`."""
SUPPOSED = lazily(r"\b(?:if|when|wenn|falls|si|cuando|quando)\s*\Z", re.I)
"""Words right before an entry by which it is a case."""
NEAR = 100
"""Words beside a letter stand within so many characters."""


def classes_called(words: str) -> Iterator[str]:
    """The letters that words call the true class.

    >>> [*classes_called("for the true class $i$")], [*classes_called("where $c$ is the correct class")]
    (['i'], ['c'])
    >>> [*classes_called("for each class $i$")]
    []
    """
    for m in TYPED.finditer(words):
        typed = (m[1] or m[2] or "").strip()
        before, behind = words[max(0, m.start() - NEAR) : m.start()], words[m.end() : m.end() + NEAR]
        if LETTER.fullmatch(typed) and is_called_class(before, behind):
            yield typed.replace("{*}", "*")


def singled_out(words: str) -> Iterator[str]:
    """The letters of entries that inline formulas among words say to be 1 and no more, and do not suppose to be so.

    >>> [*singled_out("Here $t_c = 1$.")], [*singled_out("Here $t_c = 1 + a$ and $$t_k = 1$$")]
    (['c'], [])
    >>> [*singled_out("If $t_c = 1$, then")]
    []
    """
    for m in TYPED.finditer(words) if "= 1" in words or "=1" in words else ():
        one = ONE.fullmatch((m[1] or m[2] or "").strip())
        if one is not None and not SUPPOSED.search(words[max(0, m.start() - NEAR) : m.start()]):
            yield one[1] or one[2]


def classes_on(located: Sequence[Located]) -> frozenset[str]:
    """Those that the words beside the formulas of a page call so."""
    said = {x for d, _ in located for words in (d.before, d.after) for x in classes_called(words)}
    alone = (d for d, _ in located if d.inline and LETTER.fullmatch(d.latex.strip()))
    return frozenset(said | {d.latex.strip() for d in alone if is_called_class(d.before[-NEAR:], d.after[:NEAR])})


def is_called_class(before: str, behind: str) -> bool:
    """Do the words around a letter call it the true class?

    >>> is_called_class("the true class ", ""), is_called_class("soit ", " la vraie classe"), is_called_class("a ", "")
    (True, True, False)
    """
    told = OF_CLASS.search(before) or IS_CLASS.match(behind)
    return bool(told or OF_CLASS_ABROAD.search(before) or IS_CLASS_ABROAD.match(behind))
