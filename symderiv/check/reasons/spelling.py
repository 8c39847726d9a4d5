r"""How the author of a page spells what a reason adds to a line: deltas, and where the bounds of a sum stand.

`\delta_{kl}` is written where two indices stand side by side on the page and none apart by a comma; `[k = l]` where
the page compares indices in that way and has no delta of two indices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...expr import Sum
from ...latex.style import Style, style_of
from ...pattern import lazily
from ..link import Link
from .as_typed import templates
from .locate import Offsets

SIDE_BY_SIDE = lazily(r"_\s*\{\s*[A-Za-z]\s*[A-Za-z]\s*\}")
APART = lazily(r"_\s*\{\s*[A-Za-z]\s*,\s*[A-Za-z]\s*\}")
DELTA = r"\\delta\s*"
COMPARED = lazily(
    r"(?:\[|\\lbrack\s*|(?:\\mathbb|\\mathbf|\\mathds)\s*\{?1\}?\s*(?:_\s*)?[\[({\\]*)\s*[A-Za-z]\s*=\s*[A-Za-z]\s*\\?[\])}]"
)
SUM = lazily(r"\\sum\s*(?:\\(?:no)?limits\s*)?")
SCRIPT = lazily(r"\s*([_^])\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[^\s\\])")

ALL_SCRIPTS = lazily(r"[_^]\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[^\s\\])|(?<=[A-Za-z}])\(([^()]{1,9})\)")
LETTER = lazily(r"\\[A-Za-z]+'*|[A-Za-z]'*")


def letters_typed(text: str) -> frozenset[str]:
    r"""The letters in the scripts of a text, and behind names: what it numbers things by.

    >>> sorted(letters_typed(r"p_{uf} x^{(l)} \delta_i(t)"))
    ['f', 'i', 'l', 't', 'u']
    """
    return frozenset(y for a, b in ALL_SCRIPTS.findall(text) for y in LETTER.findall(a or b))


def style_at(link: Link) -> Style:
    """The style in which a reason for a line is written."""
    style, (comma, iverson) = style_of(link.system), _deltas(link.page)
    kronecker = style.kronecker and not iverson
    return replace(style, delta_comma=comma, kronecker=kronecker, typed=templates(link.beside))


@lru_cache(maxsize=64)
def _deltas(page: str) -> tuple[bool, bool]:
    """Does the page part the indices of a delta by a comma, and does it write `[k = l]` instead?"""
    ours = [bool(re.search(DELTA + p.pattern, page)) for p in (SIDE_BY_SIDE, APART)]
    together, apart = ours if any(ours) else [bool(p.search(page)) for p in (SIDE_BY_SIDE, APART)]
    return apart or not together, not any(ours) and bool(COMPARED.search(page))


def at_bound(latex: str, span: Offsets, old: Sum, new: Sum) -> Offsets:
    r"""The bound in which two sums differ, if one is typed; else the span of the sum.

    >>> from symderiv.expr import Variable, total
    >>> x = Variable("x_{#}")
    >>> at_bound(r"\sum_{i=1}^{J} x_i", (0, 18), total("i", 1, "J", x("i")), total("i", 1, "I", x("i")))
    (12, 13)
    """
    found = [
        s for s in _sums(latex, span) if re.search(rf"(?<![A-Za-z\\]){re.escape(old.letter.name)}(?![A-Za-z])", s[0])
    ]
    if len(found) != 1:
        return span
    _, below, above = found[0]
    parts = [below] * (old.lowers != new.lowers) + [above] * (old.uppers != new.uppers)
    if not parts or None in parts:
        return span
    known = [p for p in parts if p is not None]
    return min(a for a, _ in known), max(b for _, b in known)


def _sums(latex: str, span: Offsets) -> Iterator[tuple[str, Offsets | None, Offsets | None]]:
    """For every sum in a span what stands below it, and where its bounds stand."""
    for sign in SUM.finditer(latex, *span):
        places: dict[str, Offsets] = {}
        end = sign.end()
        while (script := SCRIPT.match(latex, end)) is not None and script[1] not in places:
            inner = script[2].startswith("{")
            places[script[1]] = (script.start(2) + inner, script.end(2) - inner)
            end = script.end()
        below = places.get("_")
        yield ("" if below is None else latex[slice(*below)]), below, places.get("^")
