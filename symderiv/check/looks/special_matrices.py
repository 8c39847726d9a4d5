r"""Square matrices that words call of a special kind: `$Q$ is an orthogonal matrix`, `$S$ is skew-symmetric`.

A line may rest on that and be right, as `\nabla \|Q x\|^2 = 2 x`. It is open then, unless it is wrong for one matrix
that is surely of such a kind, the identity, or for those that change their sign if they are transposed. Nor is one open
that is right for all symmetric matrices: it rests on that, and orthogonal or triangular ones are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from ...domain import eq
from ...expr import Bracket, Num, Variable, mul
from ...memo import of_this_object
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...step import Judgement, Verdict
from ...system import Role, System
from ..cases.assuming import Judge
from ..known.symmetric import antisymmetrised, mirrored
from ..known.symmetry_told import INLINE, called, near_names, sentences
from ..known.tables import differentiates_by, square_tables
from ..link import Link

OF_IDENTITY = lazily(
    r"\b(?:orthogonal(?!ly|\s+(?:to|initiali\w+|complement)\b)|orthonormal|unitary|idempotent|involut(?:ory|ion)|projectors?"
    r"|(?:rotation|permutation|identity|unit) matri\w+"
    r")"
    r"|直交行列|直交する行列|回転行列|置換行列|単位行列|射影行列|[冪べ]き?等"
    r"|正交矩阵|正交阵|旋转矩阵|置换矩阵|单位矩阵|单位阵|投影矩阵|幂等"
    r"|직교 ?행렬|단위 ?행렬|orthogonale Matri\w+|Einheitsmatrix|matrices? (?:orthogonale|identité)",
    re.I,
)
"""Kinds of matrices of which the identity is one."""
OF_DIAGONAL = lazily(
    r"\b(?:triangular(?!\s+inequ)|tridiagonal"
    r"|(?<!off-)(?<!off )diagonal(?=\s+(?:\$\s+)?(?:[a-z]+\s+)?(?:matri\w+|one)\b|\s*[.,;)]|\s+(?:with|and|having)\b))"
    r"|三角行列|対角行列|三角矩阵|对角矩阵|对角阵|대각 ?행렬|삼각 ?행렬|Diagonalmatrix|matrices? diagonale",
    re.I,
)
"""Those of which all diagonal ones are some, also the identity times a number."""
TURNING = lazily(
    r"\b(?:skew|anti)[- ]?(?:symmetric|hermitian)\b|反対称|歪対称|交代行列|反对称|斜对称|반대칭|schiefsymmetrisch"
    r"|antisymétrique",
    re.I,
)
"""Those that change their sign if they are transposed."""
NOT_SYMMETRIC = lazily(r"orthogonal|orthonormal|unitary|triangular|rotation|直交|回転|三角|正交|旋转|직교|삼각", re.I)
"""Kinds that say nothing of symmetry."""
MAYBE_SYMMETRIC = lazily(
    r"symm|project|reflect|mirror|Householder|Hadamard|involut|Hermit|self[- ]?(?:inverse|adjoint)|\b(?:DCT|DST)\b"
    r"|対称|射影|鏡映|反射|エルミート|对称|投影|镜|대칭|투영|반사|projekt|Spiegel|projet|réfle|symétr",
    re.I,
)
"""Words by which such a matrix may be symmetric, an orthogonal projection."""
SINGULAR = lazily(r"\s+is\b[^$]*\Z")
"""What stands between the one name that a kind is said of and the kind."""
DENIED = lazily(r"(?:\b(?:not|non|never|nor|neither|without|nichts?)\b[\s\w-]{0,24}|非|不是|不)\Z", re.I)
SIZE = lazily(r"\$(?:(?!\\in(?![a-z]))[^$=:])*\\times[^$]*\$")
"""A size between a name and such a word."""
OPEN = "it is wrong in general but not for all matrices of the kind that words call `{}`"


OF_ONES = lazily(
    r"\\pm\b|±|\b[01]s?\b|\b(?:zeros?|ones|units?|binary|masks?|signs?|indicators?|projections?|orthogonal|permut\w+)\b"
    r"|マスク|符号|射影|直交|掩码|符号",
    re.I,
)
"""Words or signs by which the entries of one may be 0 and 1 or signs: of the multiples only the identity is one."""
Kind: TypeAlias = "Num | None"
"""By what the identity is multiplied; None for what changes its sign."""
IDENTITY, MULTIPLE = Num(Fraction(1)), Num(Fraction(3, 2))


def unless_special(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is not wrong of a matrix of the kind that words call one of it."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    for v, system, rests in _with_special(link.system, link.page):
        if any(differentiates_by(e, frozenset([v])) for e in (link.left, link.right)):
            continue
        if judge(replace(link, system=system)).judgement is Judgement.WRONG:
            continue
        if rests is None or judge(replace(link, system=rests)).judgement is not Judgement.RIGHT:
            return Verdict(Judgement.UNPROVED, detail=OPEN.format(split_key(v.key)[0]))
    return verdict


def _told(text: str, system: System) -> Iterator[tuple[Variable, Kind, bool]]:
    """The square data that words call of such a kind, each with its kind, and whether that says nothing of symmetry."""
    plain = MAYBE_SYMMETRIC.search(text) is None
    for kinds, kind in ((OF_IDENTITY, IDENTITY), (OF_DIAGONAL, MULTIPLE), (TURNING, None)):
        for _, typed in sentences(text) if kinds.search(text) else ():
            said = INLINE.sub(lambda m: " " if SIZE.fullmatch(m[0]) else m[0], typed)
            for m in kinds.finditer(said):
                if DENIED.search(said, 0, m.start()) is not None:
                    continue
                this = IDENTITY if kind is MULTIPLE and OF_ONES.search(typed) else kind
                any_other = plain and NOT_SYMMETRIC.search(m[0]) is not None
                names = near_names(_of_one(said, m.start()), m)
                yield from ((v, this, any_other) for name in names for v in called(name, system))


def _of_one(said: str, at: int) -> str:
    """A sentence without the names before the one that the kind at a place is said of, `$W = ..$ and $I$ is the ..`."""
    before = [f for f in INLINE.finditer(said) if f.end() <= at]
    if not before or SINGULAR.match(said[:at], before[-1].end()) is None:
        return said
    start = before[-1].start()
    return " " * start + said[start:]


@of_this_object(64)
def _with_special(system: System, text: str) -> tuple[tuple[Variable, System, System | None], ...]:
    """Such matrices, each with the network where that is the identity, a multiple of it, or turns its sign; and with
    that where it is symmetric, if its kind says nothing of that."""
    if not square_tables(system):
        return ()
    found = dict.fromkeys(x for x in _told(text, system) if x[0] in square_tables(system))
    return tuple((v, _with(system, v, one), mirrored(system, [v]) if other else None) for v, one, other in found)


def _with(system: System, v: Variable, kind: Kind) -> System:
    if kind is None:
        return antisymmetrised(system, v)
    pieces = (
        replace(p, body=mul(kind, Bracket((eq(*p.indices[-2:]),))), role=Role.NODE) if p.variable == v else p
        for p in system.pieces
    )
    return replace(system, pieces=tuple(pieces))
