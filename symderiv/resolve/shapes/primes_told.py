r"""Sentences that call a prime the transpose: `a prime denotes the transpose`, `$'$ は転置を表す`, `撇号表示转置`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from ...document.blocks import Block, Display, Heading, Prose
from ...latex.said_of_names import behind
from ...latex.tree import Formula, Name, of_kind
from ...pattern import is_by, lazily
from ..located import Located

SIGN = r"(?:\$\s*(?:\{\s*\})?\s*\^?\s*\{?\s*(?:'|\\prime)\s*\}?\s*\$|[`\"“(]\s*['′’]\s*[`\"”)])"
"""The prime itself, in a sentence."""
WORD = (
    r"(?:(?<![a-z])(?:primes?|primas?|ap[oó]stro(?:ph|f)\w*|strich\w*)(?![a-z])"
    rf"|プライム|ダッシュ|アポストロフィ|撇号?|프라임|{SIGN})"
)
"""Its name."""
OTHERWISE = (
    r"not\b|n't\b|never\b|other\b|nicht\b|kein|\bpas\b|\bno\b|不|非|ない|ではなく|아니"
    r"|deriv|differen|ableitung|dériv|微分|导|導|미분"
    r"|(?<![a-z\\'’])t(?![a-z'’])|\\top\b|\\intercal|daggers?\b|†"
)
"""Words between the two by which the sentence says something else, and other signs of a transpose."""
BETWEEN = rf"(?:(?!{OTHERWISE})[^.;。；！？!?]){{0,40}}"
TRANSPOSE = r"(?:transpos|transponier|traspuest|traspos|transpuest|転置|转置|轉置|전치)"
STEMS = ("transpo", "transpuest", "traspuest", "traspos", "転置", "转置", "轉置", "전치")
"""One of these stands in all such words."""
ARTICLE = r"(?:(?:an?|the|einen?|une?|una?)\s+)?"
BY = rf"(?:(?<![a-z])(?:by|with|as|using|durch|mit|par|con)\s+{ARTICLE}|[をは]|用|以|记为|记作)\s*"
"""Behind the transpose, before the sign that it is written with."""
TOLD = lazily(
    rf"{WORD}{BETWEEN}{TRANSPOSE}(?!{BETWEEN}(?:ではな|でない|아니))|{TRANSPOSE}{BETWEEN}{BY}{WORD}", re.IGNORECASE
)
_PRIME = r"\s*(?:['′’]|\^\s*\{?\s*\\prime\s*\}?)\s*\$\s*"
_ASIDE = r"(?:\((?:(?!\b(?:not|nicht|pas|no)\b)[^()])*\)\s*)?"
_IS = (
    r"(?:(?:denotes?|is|means?|indicates?|represents?|stands\s+for|being|bezeichnet|ist|désigne|est|étant|représente"
    r"|denota|es|representa|è|indica|é)\s+(?:the\s+|die\s+|la\s+|a\s+)?|は|表示|是|为)"
)
OF_NAME = lazily(
    rf"\$\s*(?P<name>[^$'′’]{{1,40}}?){_PRIME}{_ASIDE}{_IS}\s*"
    rf"(?:\$\s*(?-i:(?P=name))\s*\$\s*[の的]\s*{TRANSPOSE}"
    rf"|{TRANSPOSE}\w*(?:\s+(?:of|von|de|di)\s+(?:the\s+\w+\s+)?\$\s*(?-i:(?P=name))\s*\$|\s*(?:[.,;)。、，]|\Z)))",
    re.IGNORECASE,
)
"""Of one name: `$x'$ denotes the transpose of $x$`."""
ITS = lazily(
    rf"\$\s*(?P<name>[^$'′’=]{{1,40}}?)\s*(?:(?:=|\\in\b)[^$]*)?\$(?P<between>[^.;]*?)"
    rf"\$\s*(?-i:(?P=name)){_PRIME}{_ASIDE}(?:{_IS}\s*)?"
    rf"(?:(?:its|seine|ihre|sa|su|sua)\s+|(?:その|它的|其)){TRANSPOSE}\w*\s*(?:[.,;)。、，]|\$|\Z|である|です)",
    re.IGNORECASE,
)
"""Of the name before it: `$X$ is the matrix of the rows $x_i$, $X'$ is its transpose`."""
CALLED = lazily(
    rf"\s*{_ASIDE}(?:{_IS}\s*)?(?:(?:the|its|die|seine|la|sa|su|sua)\s+)?(?:\$[^$]*\$\s*[の的]\s*)?{TRANSPOSE}(?!{BETWEEN}(?:ではな|でない|아니))",
    re.I,
)
"""Behind a name with a mark that is called a transpose, `$X^t$ is the transpose`."""
ON_NAME = lazily(
    rf"{WORD}\s+(?:on|of|behind|after|at|an|auf|bei)\s+(?:the\s+)?(?:(?!an?\b)\w+\s+)?\$(?!\s*'\s*\$)", re.I
)
"""Of one name: `a prime on $W$ denotes the transpose`."""


def primes_are_transposes(located: Sequence[Located], blocks: Sequence[Block]) -> bool:
    """Does a sentence of the document say so of any name?

    >>> from symderiv.document import parse_document
    >>> says = ("A prime denotes the transpose.", "A prime denotes the derivative, and T transposes.")
    >>> [primes_are_transposes((), parse_document(text).blocks) for text in says]
    [True, False]
    """
    words = [b.text for b in blocks if isinstance(b, (Prose, Heading))]
    if not _speaks_of_it(words):
        return False
    sentences = (_sentence(d) for d, _ in located if d.inline)
    return any(map(TOLD.search, words)) or any(TOLD.search(s) and not ON_NAME.search(s) for s in sentences)


def names_told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Name]:
    """The names of which alone a sentence says so; others with a prime may be something else."""
    if _speaks_of_it([b.text for b in blocks if isinstance(b, (Prose, Heading))]):
        for d, f in located:
            s = _sentence(d) if d.inline and isinstance(f, Formula) else ""
            if not s:
                continue
            primed = [x for x in of_kind(f, Name) if x.primes == 1]
            if primed and any(_is_told(d, m) for told in (OF_NAME, ITS) for m in told.finditer(s) if _ends(s, m)):
                yield from primed
            elif TOLD.search(s) and ON_NAME.search(s):
                yield from of_kind(f, Name)


def tells_of_another(located: Sequence[Located], letters: Container[str]) -> bool:
    r"""Do sentences have a name with a prime for another thing, `$w'$ is the updated vector`, without a word of
    transposes, where none of the letters is that name's?"""
    for d, f in located:
        s = f.statements[0] if d.inline and isinstance(f, Formula) and len(f.statements) == 1 else None
        x = s.chain.members[0] if s is not None and not s.chain.relations else None
        if isinstance(x, Name) and x.primes == 1 and x.base not in letters and not _transposes(d):
            return True
    return False


def _transposes(d: Display) -> bool:
    """Does the sentence of a formula speak of transposes?"""
    return _speaks_of_it((d.before, d.after))


def _is_told(d: Display, m: re.Match[str]) -> bool:
    """Is a formula the name with a prime that a sentence tells of?"""
    return re.sub(r"[\s'′’{}^]|\\prime", "", d.latex) == re.sub(r"[\s{}^]", "", m["name"])


def _ends(sentence: str, m: re.Match[str]) -> bool:
    """Does nothing that may change it stand behind what is told of the name?"""
    if m[0].endswith("$") and is_by(m, ITS):
        return True  # `its transpose $X^T$`
    end = m.end() - (m[0][-1] in ".,;)。、，")
    return behind(sentence[end:]).is_understood


def _speaks_of_it(words: Sequence[str]) -> bool:
    spoken = "".join(words).lower()
    return any(stem in spoken for stem in STEMS)


def _sentence(d: Display) -> str:
    return f"{d.before.rstrip(' $')} ${d.latex}$ {d.after.lstrip(' $')}"
