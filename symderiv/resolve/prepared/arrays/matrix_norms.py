r"""Which norm `\|W\|_2` of a matrix is: its largest singular value, or the root of the sum of all squares.

Both are written so. Where the page speaks of squares or of weight decay, or writes the sum out, and of no singular
values, it is the second, `\|W\|_F`; else it is not read (`resolve.shapes`). For vectors both are the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....document.blocks import Block, Heading, Prose
from ....latex import tree as t
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import NORMS

SQUARES = lazily(
    r"\b(?:Frobenius|weight[- ]decay|ridge|Tikhonov|Euclidean|squared (?:weights|entries|norms?|error|loss)"
    r"|sums? of (?:\w+ ){0,3}squares"
    r"|regulari[sz]\w+|penal\w+|shrinkage|L_?2|sommes? des carrés|Summe der Quadrate|Quadratsumme"
    r"|suma de (?:los )?cuadrados|somma dei quadrati|soma dos quadrados|сумм\w+ квадратов)\b"
    r"|正則化|荷重減衰|重み減衰|二乗|フロベニウス|罰則|リッジ|平方(?:之|的)?和|正则化"
    r"|权重衰减|弗罗贝尼乌斯|제곱의?\s?합|가중치 감쇠",
    re.I,
)
"""Words of pages that mean the sum of all squares,"""
SINGULAR = lazily(
    r"\b(?:spectral|operator norm|induced norm|singular|eigen\w*|Lipschitz)\b|スペクトル|作用素ノルム|特異値|固有値"
    r"|\b(?:valeurs? (?:singulière|propre)s?|norme (?:spectrale|d'opérateur)|Singulärwert\w*|Eigenwert\w*|Spektralnorm"
    r"|valore?s? singular\w*|norma espectral)\b|谱范数|奇异值|特征值|算子范数|특잇값|특이값|고윳값",
    re.I,
)
"""and of those that may mean the largest singular value."""


def _has_second(s: t.Statement) -> bool:
    return any(map(_is_second, t.of_kind(s, t.Scripted)))


@where(_has_second)
def with_norms_of_matrices(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas, `\|W\|_2` as `\|W\|_F` where the page means that."""
    words = " ".join(b.text for b in blocks if isinstance(b, (Prose, Heading)))
    told = SQUARES.search(words) or any(_writes_out(s.chain) for f in read_of(located) for s in f.statements)
    if not told or SINGULAR.search(words):
        return list(located)
    return with_statements(located, lambda s: rebuilt(s, _with_letter))


def _is_second(x: object) -> bool:
    r"""Is it `\|..\|_2`, with or without a power?"""
    if not isinstance(x, t.Scripted) or not isinstance(x.base, t.Group) or x.base.open not in NORMS:
        return False
    below = [s for s in x.scripts if not s.above]
    return len(below) == 1 and below[0].entries == (t.Number("2"),)


def _with_letter(x: object) -> object:
    if not _is_second(x):
        return None
    assert isinstance(x, t.Scripted)
    scripts = (s if s.above else replace(s, entries=(t.Name("F", span=s.span),)) for s in x.scripts)
    return replace(x, scripts=tuple(scripts))


def _writes_out(chain: t.Chain) -> bool:
    """Does an equation say that such a norm is a double sum?"""
    double = any(sum(max(len(x.below), 1) for x in t.walk(m) if isinstance(x, t.BigSum)) > 1 for m in chain.members)
    return double and any(map(_is_second, chain.members))
