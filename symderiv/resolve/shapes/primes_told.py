r"""Sentences that call a prime the transpose: `a prime denotes the transpose`, `$'$ は転置を表す`, `撇号表示转置`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block, Display, Heading, Prose
from ...latex.tree import Formula, Name, of_kind
from ...pattern import lazily
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
OF_NAME = lazily(
    r"\$\s*(?P<name>[^$']{1,40}?)\s*(?:'|\^\s*\{?\s*\\prime\s*\}?)\s*\$\s*"
    r"(?:(?:denotes?|is|means?|indicates?|stands\s+for|bezeichnet|ist|désigne|est|denota|es)\s+(?:the\s+|die\s+|la\s+)?|は|表示|是|为)"
    rf"\s*(?:\$\s*(?P=name)\s*\$\s*[の的]\s*{TRANSPOSE}"
    rf"|{TRANSPOSE}\w*(?:\s+(?:of|von|de)\s+(?:the\s+\w+\s+)?\$\s*(?P=name)\s*\$|\s*(?:[.,;)。、，]|\Z)))",
    re.IGNORECASE,
)
"""Of one name: `$x'$ denotes the transpose of $x$`."""
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
            if OF_NAME.search(s) or (TOLD.search(s) and ON_NAME.search(s)):
                yield from (x for x in of_kind(f, Name) if x.primes == 1 or ON_NAME.search(s))


def _speaks_of_it(words: Sequence[str]) -> bool:
    spoken = "".join(words).lower()
    return any(stem in spoken for stem in STEMS)


def _sentence(d: Display) -> str:
    return f"{d.before.rstrip(' $')} ${d.latex}$ {d.after.lstrip(' $')}"
