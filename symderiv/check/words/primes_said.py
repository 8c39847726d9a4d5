r"""Words that make a prime part of a name: `$$\ell' = ..$$ (the prime is only a name, not a derivative)`.

A sentence speaks of the names with a prime in it; else, where it has `a prime` or `primes`, of all of the page, and of
the one above it where it has `the prime`. It says nothing where it hedges, or calls the prime a mark of a derivative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from ...pattern import lazily

T = TypeVar("T")

NAMED = r"(?P<letter>\\[A-Za-z]+|[A-Za-z])\s*(?:'|\^\s*\{?\s*\\prime)"
NAME = rf"(?<!\$)\$[^$]*?{NAMED}[^$]*\$(?!\$)"
WORD = (
    r"(?P<general>(?<![a-z])(?:an?\s+prime|(?:the\s+)?primes|striche|des\s+primes)(?![a-z])|プライム|撇号?)"
    r"|(?<![a-z])(?:prime|dash|apostrophe|strich|apostroph)(?![a-z])"
)
BETWEEN = r"(?:(?!\n\s*\n|\$\$|deriv|differen|ableit|dériv|微分|导数|導関数|\bnot\b|n't\b|\bno\b)[^.;。；!?]){0,40}?"
ON = lazily(r"(?:prime|strich)s?\s+(?:of|on|in|behind|at|an|bei|von)\s+\$\s*(\\[A-Za-z]+|[A-Za-z])(?![A-Za-z])", re.I)
"""A prime on a name that stands without it."""
END = r"(?=\s*(?:[.,;:!)、。，；）]|\Z|\$\$|here\b|hier\b|ici\b|but\s+(?:just|only|merely|simply|a\s+(?:name|label))))"
A = r"(?:an?\s+|the\s+|its\s+|their\s+)?"
SAID = lazily(
    rf"(?:{WORD}|{NAME.replace('letter', 'subject')}){BETWEEN}(?:"
    rf"\b(?:only|just|merely|simply|purely)\s+{A}(?:part\s+of\s+{A})?(?:name|label|decoration|another\s+name)s?\b{END}"
    rf"|\b(?:is|are|belongs?\s+to)\s+(?:part\s+of\s+)?(?:the|its|their)\s+names?\b{END}"
    rf"|\b(?:is|are)\s+{A}(?:name|label)s?(?:\s+of\s+(?:its|their)\s+own)?\b{END}"
    rf"|(?:\bnot|n't|\bnever|\bno)\s+(?:(?:denotes?|means?|stands?\s+for|indicates?|marks?|be|used\s+for)\s+)?{A}"
    rf"(?:any\s+)?(?:derivatives?|differentiation)\b{END}"
    rf"|\b(?:nur|bloß|lediglich)\s+(?:ein(?:en)?\s+|zum\s+|teil\s+des\s+)namens?\b{END}"
    rf"|\bkeine\s+(?:ableitung(?:en)?)\b{END}"
    rf"|\b(?:pas|aucune)\s+(?:une\s+)?dérivées?\b{END}"
    r"|(?:導関数|微分)(?:を表す(?:もの)?)?で(?:は)?な[いく]|名前(?:の一部)?(?:であ|で，|で、|にすぎ|です)"
    r"|(?:并?不是|不表示|并非)导数)",
    re.IGNORECASE,
)
"""A prime, or a name with one, and that it is no derivative."""
UNSURE = lazily(
    r"\b(?:if|whether|unless|unlike|may|might|could|would|often|some\w*|usually|elsewhere|other|think|thought|believe|wrong"
    r"|respect|w\.?r\.?t|but\s+(?:of|by|with|the\s+deriv)|not\s+(?:only|just|merely|simply|part|a\s+name|a\s+label)"
    r"|necessarily|always|falls|wenn|si\b)|\?|か[?？。]|場合|とは限ら|如果|不一定",
    re.IGNORECASE,
)
"""Words in the sentence by which it does not say so."""
DERIVED = lazily(
    rf"(?:{WORD.replace('general', 'other')})"
    r"(?:(?!\bnot\b|n't\b|\bno\b|\bnever\b|kein|不|非|ない|なく)[^.;。；]){0,40}"
    r"(?:deriv|differen|ableit|dériv|导数|導関数|微分)",
    re.IGNORECASE,
)
"""Words by which a prime is a derivative somewhere on the page."""
STOPS = lazily(r"\$\$|[.;:。；](?=\s|\Z)|\n\s*\n|[。；]|\(|（")
ENDS = lazily(r"\$\$|[.;。；](?=\s|\Z)|[。；]|\n\s*\n|\)|）")
NEAR = 4
"""Within so many lines below it words are about a formula."""


def named_by_primes(text: str, lines: Mapping[T, tuple[str, int]]) -> frozenset[T]:
    r"""Those of some names, each with its letter and the line where it is defined, of which words say that the prime
    is part of them.

    >>> named_by_primes("$$E' = w^2$$ (the prime is only a name)", {1: ("E", 1)})
    frozenset({1})
    >>> [len(named_by_primes(f"$$E' = w^2$$\n\n{words}.", {1: ("E", 1)})) for words in (
    ...     "Here $E'$ is not a derivative", "Here $F'$ is not a derivative", "The prime is not only a name")]
    [1, 0, 0]
    """
    return frozenset(n for m in SAID.finditer(text) for n in _about(text, m, lines))


def _about(text: str, said: re.Match[str], lines: Mapping[T, tuple[str, int]]) -> Iterator[T]:
    """The names that a sentence is about."""
    begin = max((m.end() for m in STOPS.finditer(text, 0, said.start())), default=0)
    found = ENDS.search(text, said.end())
    clause = text[begin : found.end() if found else len(text)]
    if UNSURE.search(clause):
        return
    inline = (part for part in clause.split("$")[1::2])
    letters = {m["letter"] for part in inline for m in re.finditer(NAMED, part)} | {m[1] for m in ON.finditer(clause)}
    line = text.count("\n", 0, said.start()) + 1
    above = max((at for _, at in lines.values() if line - NEAR <= at <= line), default=0)
    general = said["general"] is not None and DERIVED.search(text) is None
    for n, (letter, at) in lines.items():
        if letter in letters if letters else general or at == above:
            yield n


__all__ = ["named_by_primes"]
