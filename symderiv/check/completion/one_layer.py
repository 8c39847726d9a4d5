r"""Words by which an equation is about one layer that a letter names: `In layer $m$, $a^m_k = z^m_k$`."""

from __future__ import annotations

import re

from ...pattern import lazily

_LAYER = r"(?:layers?|Schicht|Lage|couche|capa|camada|strato|livello|сло[йяею])"
_ONE = r"\$\s*(?P<{0}>\\?[A-Za-z])\s*(?:(?:<|>|\\[lg]eq?(?![a-z])|\\ne)[^$]*)?\$"
_AT = r"\$\s*\\?[A-Za-z]+\s*=\s*(?P<{0}>\\?[A-Za-z]|\d+)\s*\$"
BEFORE = lazily(
    rf"(?:\b{_LAYER}\s+(?:{_ONE.format('a')}|{_AT.format('b')})|第\s*{_ONE.format('c')}\s*[層层]"
    rf"|\b(?:for|at|in|für|pour|para|per|при)\s+{_AT.format('d')})[^$.;。]{{0,40}}\$*\s*\Z",
    re.I,
)
"""Such words before it,"""
BEHIND = lazily(
    rf"[\s.,$]*\b(?:in|at|for|of|bei|für|dans|pour|en|para|per)\s+(?:the\s+|der\s+|la\s+)?{_LAYER}\s+{_ONE.format('a')}",
    re.I,
)
"""or behind it."""


def is_of_one_layer(words: tuple[str, str], general: str) -> bool:
    r"""Do the words around an equation name a layer by another letter than that of the general equation, as typed?

    >>> [is_of_one_layer((x, "."), "a^l_k = f(z^l_k)") for x in ("In layer $m$, ", "In layer $l$, ", "For $l = L$, ")]
    [True, False, True]
    """
    named = names_a_layer(words)
    return bool(named) and re.search(rf"\^\s*\{{?\s*\(?\s*{re.escape(named)}(?![A-Za-z])", general) is None


def names_a_layer(words: tuple[str, str]) -> str:
    """The letter, or the number, of the layer that the words around an equation name; nothing if there is none."""
    found = BEFORE.search(words[0]) or BEHIND.match(words[1])
    return next((x for x in found.groupdict().values() if x), "") if found is not None else ""
