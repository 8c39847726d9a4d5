r"""Differences of matrices of which a page only counts some entries: `R - \hat R` beside `\sum_{(i,j) \in D}`.

Authors who add up over the recorded entries of R mean by `(\hat R - R) Q^T` what the recorded ones make of it. Where
words say that the others count as zero, the difference is `D \odot (R - \hat R)` in the lines of matrices; without
such words a line is read both ways (`choices`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.hedged import is_hedged
from ....latex.tree import BigSum, Chain, Factor, Formula, Group, Name, Node, Product, Statement, Term, Terms
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, shape_of
from ..said_in_place import gaps_of, value_alone

PAIR = 2
_UNSEEN = (
    r"(?:un(?:observed|rated|recorded|known|seen|available)|missing"
    r"|(?:(?:is|are|was|were|has been|have been)\s+)?not\s+(?:been\s+)?"
    r"(?:observed|rated|recorded|known|seen|available|given)"
    r"|(?:has|have|with)\s+no\s+(?:ratings?|records?|observations?|entry|entries|values?)"
    r"|without\s+(?:an?\s+)?(?:ratings?|records?|observations?)"
    r"|(?:没有|沒有|无|無|未)(?:被)?(?:记录|記錄|评分|評分|观测|觀測|打分)|缺失|缺值|未知"
    r"|(?:観測|評価|記録)(?:されて|して)?(?:い)?ない|(?:評価|記録|観測値?)[がの]ない|未観測|未評価|欠損)"
)
UNSEEN = lazily(_UNSEEN, re.I)
_ZERO = (
    r"(?:(?:is|are|be|as|to|by|count|counts|counted|set|taken)\s+(?:(?:as|to|be)\s+)*(?:zeros?|0)(?!\.?\d)"
    r"|(?:按|为|為|取|记为|視為|视为|当作|當作|置|设为|設為)\s*(?:0|０|零)(?!\.?\d)"
    r"|(?:0|０|ゼロ|零)\s*(?:とする|とし|とみなす|とみなし|として|である|とおく|とおき|で置き換え))"
)
_WITHIN = r"[^.,;:。，；：\n]*?"
BEHIND = lazily(rf"(?:{_WITHIN}{_UNSEEN}{_WITHIN}{_ZERO}|{_WITHIN}{_ZERO}{_WITHIN}{_UNSEEN})", re.I)
"""Words behind such a difference by which the entries that are not recorded are zero;"""
BEFORE = lazily(
    rf"{_UNSEEN}{_WITHIN}(?:of|in|のうち|の中で?)\s*(?:the\s+(?:\w+\s+)?(?:matrix|difference|error)\s*)?\Z", re.I
)
ZERO_BEHIND = lazily(rf"{_WITHIN}{_ZERO}", re.I)
"""or such entries before it and the zero behind it."""
DENIED = lazily(r"\b(?:not|never|n[’']t|if|unless)\b|不|并非|ではな|とは限ら", re.I)
"""Words besides that take it back."""


def _may_have(s: Statement) -> bool:
    return any(_difference_of(x) for x in t.of_kind(s, Terms))


@where(_may_have)
def with_recorded_differences(
    located: Sequence[Located], masks: Mapping[str, Name], blocks: Sequence[Block], chosen: bool
) -> Sequence[Located]:
    """The formulas with such differences multiplied by which entries are recorded, the `masks` by the letter of the
    matrix: those of which words say so, all of them if it is `chosen`.
    """
    meant = set(masks) if chosen else set(_told(located, blocks)) & masks.keys() if masks else set()

    def change(x: Any) -> Node | None:
        base = _difference_of(x) if isinstance(x, Terms) else ""
        if base not in meant:
            return None
        factors = Factor("", masks[base]), Factor(r"\odot", Group("(", (x,), ")", (), x.span))
        return Product(factors, x.span)

    def changed(s: Statement) -> Statement:
        return rebuilt(s, change) if s.chain.relations else s

    return with_statements(located, changed) if meant else located


def masks_of(located: Sequence[Located]) -> dict[str, Name]:
    r"""The sets of pairs over which all differences of an entry are added up, by the capital of the entry.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$$E = \sum_{(i,j) \in D} (r_{ij} - \sum_k p_{ik} q_{kj})^2$$"
    >>> {base: name.base for base, name in masks_of(read_formulas(parse_document(page))).items()}
    {'R': 'D'}
    """
    found: dict[str, set[Name]] = {}
    for f in read_of(located):
        for x in t.of_kind(f, BigSum):
            asked = _pairs(x)
            for base in _entries(x.body, asked[1]) if asked is not None else ():
                found.setdefault(base, set()).add(asked[0])  # type: ignore[index]
    return {base: next(iter(names)) for base, names in found.items() if len(names) == 1}


def _pairs(x: BigSum) -> tuple[Name, tuple[str, ...]] | None:
    """The set of pairs that a sum runs over, and its letters."""
    if len(x.below) != 1 or x.above is not None or not isinstance(c := x.below[0], Chain) or c.relations != (r"\in",):
        return None
    pair, name = c.members
    if not isinstance(pair, Group) or not isinstance(name, Name) or name.scripts:
        return None
    letters = tuple(letter_of(y) or "" for y in pair.items)
    return (name, letters) if len(letters) == PAIR and all(letters) else None


def _entries(body: Node, letters: tuple[str, ...]) -> Iterator[str]:
    """The capitals of what carries the letters and stands in a difference of two."""
    for x in t.of_kind(body, Terms):
        if len(x.terms) == PAIR and "-" in {term.sign for term in x.terms}:
            for name in (term.body for term in x.terms if isinstance(term.body, Name)):
                shape = shape_of(name)
                if shape is not None and not shape.uppers and shape.letters == letters and not name.accents:
                    yield name.base.upper()


def _difference_of(x: Terms) -> str:
    """The capital of which a difference of two is, nothing where it is none."""
    if len(x.terms) != PAIR or [term.sign == "-" for term in x.terms].count(True) != 1:
        return ""
    return next((b for term in x.terms if (b := _capital(term))), "")


def _capital(term: Term) -> str:
    x = term.body
    plain = isinstance(x, Name) and not (x.scripts or x.accents or x.primes)
    return x.base if plain and isinstance(x, Name) and len(x.base) == 1 and x.base.isupper() else ""


def _told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[str]:
    """The matrices in whose differences words let count only what is recorded."""
    gaps = gaps_of(located, blocks)
    for (number, before), (_, behind) in pairwise(gaps):
        alone = value_alone(located[number])
        base = _difference_of(alone) if isinstance(alone, Terms) else ""
        if not base or not isinstance(located[number][1], Formula):
            continue
        words = BEHIND.match(behind)
        words = words or (ZERO_BEHIND.match(behind) if BEFORE.search(before) else None)
        rest = UNSEEN.sub("", before), UNSEEN.sub("", behind)
        here = re.split(r"[.。]", rest[0])[-1] + re.split(r"[.。]", rest[1])[0]
        if words is not None and not is_hedged(*rest) and DENIED.search(here) is None:
            yield base
