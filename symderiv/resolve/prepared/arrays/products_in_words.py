r"""A sign of products that words call the one by entries: `where $\cdot$ denotes element-wise multiplication`.

It may stand in a list, `$\cdot$ is the matrix product, $\times$ the element-wise product`.

Where words behind a sign speak of a product by entries in a way that is not understood, lines with the sign are not
read, unless they speak of a matrix product as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....document.blocks import Block, Display, Prose
from ....errors import ReadError
from ....latex import sentences
from ....latex.tree import Factor, Formula, Statement, of_kind
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...located import Located, with_statements
from ...told.vectors_multiplied import BY_ENTRIES, BY_ENTRIES_ABROAD

_BY_ENTRIES_ABROAD = (
    r"(?:(?:das|die|dem|der)\s+)?(?:element|komponenten|eintrags|eintrag)weise[nrsm]?\s+(?:Produkt|Multiplikation)"
    r"|(?:das|dem)\s+Hadamard-?\s*Produkt"
    r"|(?:le|la)\s+(?:produit|multiplication)\s+(?:(?:élément|terme|composante|coefficient)\s+(?:par|à)\s+"
    r"(?:élément|terme|composante|coefficient)|de\s+Hadamard)"
    r"|(?:el|la|o|a|il|lo)\s+(?:producto|multiplicación|produto|multiplicação|prodotto|moltiplicazione)\s+"
    r"(?:(?:elemento|componente|entrada)\s+(?:a|por|per)\s+(?:elemento|componente|entrada)|d[ei]\s+Hadamard)"
    r"|поэлементн\w+(?:\s+(?:произведени|умножени)\w+)?"
)
_VERB_ABROAD = (
    r"(?:ist|bezeichnet|bedeutet|steht\s+für|meint|est|désigne|représente|dénote|es|denota|representa|indica|é|è|rappresenta"
    r"|[—–-]\s*это|[—–-]|это|обозначает|означает)"
)

BEHIND = lazily(
    r"\s*(?:denotes?|is|are|means?|stands? for|represents?|indicates?|corresponds? to|refers? to|be|は|が|表示|是)"
    rf"\s*(?:(?:the|an|a)\s+)?(?:usual\s+)?(?:(?:ベクトル|行列|向量|矩阵)(?:どうし|同士|之间)?[の的]?)?(?:{BY_ENTRIES})"
    rf"|\s*{_VERB_ABROAD}\s+(?:{_BY_ENTRIES_ABROAD})"
    r"|\s*(?:는|은|이|가)\s*(?:요소별|원소별|성분별|요소\s*단위|엘리먼트\s*와이즈|아다마르)",
    re.I,
)
BESIDE = lazily(
    rf"\s*[:=,]?\s*(?:(?:(?:the|an|a)\s+)?(?:{BY_ENTRIES})\s+(?:products?|multiplications?)\b|(?:{_BY_ENTRIES_ABROAD}))",
    re.I,
)
"""In a list of signs or in apposition, which no verb begins: `$\\cdot$ is .., $\\times$ the element-wise product`,"""
BEGINS = lazily(r"(?:\A|[.;:,。；、，(（\n]|\b(?:and|und|et|y|e|и))\s*(?:[-*]\s+)?\Z", re.I)
"""behind such words."""
SPEAKS = lazily(rf"{BY_ENTRIES}|{BY_ENTRIES_ABROAD}", re.I)
"""Words that speak of what is done by entries,"""
OTHERWISE = lazily(
    r"matri|dot\s+product|inner\s+product|scal|Skalar|matrices|行列|内積|矩阵|点积|内积|행렬|내적|матри|\b(?:not|no|never|kein|nicht|pas)\b",
    re.I,
)
"""and of other products."""
BEFORE = lazily(
    rf"(?:{BY_ENTRIES})\s+(?:multiplication|product)s?\s*"
    r"(?:(?:is|are)\s+)?(?:(?:denoted|written|indicated|marked)\s+)?(?:(?:by|as|with)\s+)?[(:,]?\s*\Z",
    re.I,
)
"""Words right behind a sign, and right before it."""
SIGNS = {s: s for s in (r"\cdot", r"\ast", r"\times", r"\circ", r"\otimes", r"\bullet", r"\star")} | {"*": r"\ast"}
"""Signs as typed, with what they are read as."""


def with_products_by_entries(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas with such signs as `\odot`, those with a sign that words leave open not read.

    >>> from symderiv.document import parse_document, read_formulas
    >>> said = ("the element-wise product", "is how things go element-wise")
    >>> pages = [parse_document(rf"$\times$ {x}. $$ c = a \times b $$") for x in said]
    >>> [type(with_products_by_entries(read_formulas(p), p.blocks)[-1][1]).__name__ for p in pages]
    ['Formula', 'ReadError']
    """
    told = frozenset(_told(blocks))
    doubted = frozenset(_doubted(blocks)) - told
    if doubted:
        located = [(d, _unread(f, doubted)) for d, f in located]
    if not told:
        return list(located)

    def change(x: Any) -> Factor | None:
        if not isinstance(x, Factor) or x.operator not in told:
            return None
        return replace(x, operator=r"\odot", body=rebuilt(x.body, change))

    def changed(s: Statement) -> Statement:
        chain = s.chain if r"\in" in s.chain.relations else rebuilt(s.chain, change)  # `W \in \mathbb{R}^{m \times n}`
        return s if chain is s.chain else replace(s, chain=chain)

    return with_statements(located, changed)


def _told(blocks: Sequence[Block]) -> Iterator[str]:
    """The signs of which words right beside them say so."""
    for before, one, two in zip([None, *blocks], blocks, blocks[1:], strict=False):
        if isinstance(one, Display) and isinstance(two, Prose):
            sign, said = SIGNS.get(one.latex.strip()), BEHIND.match(two.text)
            begins = not isinstance(before, Display) and BEGINS.search(getattr(before, "text", ""))
            said = said or (BESIDE.match(two.text) if sign and begins else None)
        elif isinstance(two, Display) and isinstance(one, Prose):
            sign, said = SIGNS.get(two.latex.strip()), BEFORE.search(one.text)
        else:
            continue
        if sign is not None and said is not None:
            yield sign


def _doubted(blocks: Sequence[Block]) -> Iterator[str]:
    """The signs behind which words speak of a product by entries, and of no other one."""
    for one, two in pairwise(blocks):
        sign = SIGNS.get(one.latex.strip()) if isinstance(one, Display) else None
        if isinstance(two, Prose) and sign == r"\times":  # others are that of matrices only where they fit so
            words = sentences.first(two.text)
            if SPEAKS.search(words) and not OTHERWISE.search(words):
                yield sign


def _unread(f: Formula | ReadError, doubted: frozenset[str]) -> Formula | ReadError:
    """A formula, or why it is not read where an equation of it has such a sign."""
    if isinstance(f, ReadError):
        return f
    equations = (s for s in f.statements if s.chain.relations and r"\in" not in s.chain.relations)
    met = next((x.operator for s in equations for x in of_kind(s, Factor) if x.operator in doubted), None)
    return f if met is None else ReadError(f"it is not understood which product `{met}` is", f.here)
