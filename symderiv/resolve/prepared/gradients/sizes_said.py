r"""Sizes that words give to gradients and Jacobians: `The Jacobian is $n \times m$`, `The gradient $\partial L/\partial
x$ is an $n \times 1$ vector`.

They say how it stands where the space is known of what it is taken by. Where they do not, or words around them are not
understood, it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from ....latex import sentences
from ....latex.denials import denies
from ....latex.tree import Derivative, Group, Name, Node
from ....latex.walking import of_kind
from ....notation import ACROSS, BY_VECTORS, LAID, OF_NUMBERS
from ....pattern import lazily
from ...chosen import SHAPED, TRANSPOSED
from ...located import Located, chains_of
from ...shapes.rows_told import ASIDE
from ..said_in_place import value_alone
from .layout_grammar import is_of_others
from .sizes_below_gradients import ONE, Sizes, crossed, sizes_of_space, spaces_of

Gaps: TypeAlias = Sequence[tuple[int, str]]
IS_OF = lazily(
    r"\s*(?:(?:is|are|will\s+be|becomes?)\s+(?:then\s+|thus\s+|also\s+)?(?:an?\s+)?"
    r"(?:an?|the|(?:(?:matrix|vector)\s+)?of\s+(?:the\s+)?(?:shape|size|dimensions?))?"
    r"|(?:has|have)\s+(?:the\s+)?(?:shape|size|dimensions?)|ist\s+eine?|hat\s+die\s+(?:Form|Größe)|est\s+une?(?:\s+matrice|\s+vecteur)?"
    r"|es\s+una?(?:\s+matriz|\s+vector)?|は|是(?:一个)?)\s*",
    re.I,
)
"""Between one derivative and its sizes."""
HAS_SHAPE = lazily(r"shape|size|dimension|Form|Größe|matrice|matriz|vecteur", re.I)
PERHAPS = lazily(
    r"[^.;,§]{0,20}\b(?:is|are|be|becomes?|has|have|of|ist|hat|est|es|tiene|with|having)\b"
    r"(?:\s+(?!product|sum|times)\w+){0,5}\s*",
    re.I,
)
"""The same in words that may mean something else."""
_BY = r"(?:of|by|with\s+respect\s+to|wrt|von|nach|de|par|por)"
JACOBIAN = lazily(
    r"(?:\bJacobi\w*(?:[ -]?matri\w+)?|jacobienne|jacobian[ao]|ヤコビ(?:行列|アン)|雅[可克]比(?:矩阵)?)(?:\s*§)?"
    rf"(?:\s+{_BY}\s+§)*(?P<rest>[^§]*)\Z",
    re.I,
)
"""Words before the sizes of a Jacobian,"""
OF_BY = lazily(r"\s(?:of|von|de)\s+§\s+(?:by|with\s+respect\s+to|wrt|nach|par(?:\s+rapport\s+à)?)\s+§[^§]*\Z", re.I)
GRADIENT = lazily(rf"\b(?:gradient|derivative|Gradient|Ableitung|dérivée|derivada)\w*[^.;]{{0,30}}\s{_BY}\s*\Z")
"""and before what a gradient is taken by."""


ALONE = lazily(
    rf"\b(?:gradients?|derivatives?|Ableitung|dérivée|derivada|gradiente|勾配|梯度)(?:{IS_OF.pattern})\Z", re.I
)
"""Words before the sizes of a gradient that is not named."""
ROWS = lazily(r"\brows?\b|行ベクトル|行向量|Zeile|ligne|fila", re.I)
ELSE = lazily(r"transpos|transponier|spuest|\binvers|転置|转置|轉置", re.I)
"""Words by which these may be the sizes of something else."""


class Said(NamedTuple):
    """Sizes of the Jacobian of one vector by another, or of any (None); is it said for certain?"""

    of: tuple[Name, Name] | None
    sizes: Sizes
    sure: bool


def sizes_of_jacobians(located: Sequence[Located], gaps: Gaps) -> Iterator[Said]:
    r"""What a page says of the sizes of Jacobians.

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.resolve.prepared.said_in_place import gaps_of
    >>> page = parse_document(r"The Jacobian is $n \times m$.")
    >>> found = read_formulas(page)
    >>> [x.sure for x in sizes_of_jacobians(found, gaps_of(found, page.blocks))]
    [True]
    """
    for c in chains_of(located):
        whole, spaces = of_vectors(c.members[0]), [*sizes_of_space(c.members[-1])]
        if c.relations == (r"\in",) and len(spaces) == 1 and _are_of_matrix(*spaces) and whole is not None:
            yield Said(whole, spaces[0], True)
    sentence = ""
    for at, (n, gap) in enumerate(gaps[:-1]):
        sentence = sentences.last(sentence + gap)
        sizes = sizes_typed(located[n], gap)
        if _are_of_matrix(sizes):
            values = [value_alone(located[m]) for m, _ in gaps[max(at - 2, 0) : at]]
            whole = of_vectors(values[-1]) if values else None
            yield from _sizes_behind(whole or _named(values, sentence), sentence, gap, sizes)
        sentence += "§"


def _named(values: Sequence[Node | None], sentence: str) -> tuple[Name, Name] | None:
    """The z and x of `the Jacobian of z with respect to x`."""
    if not OF_BY.search(sentence) or len(values) != 2:
        return None
    of, by = values
    return (of, by) if isinstance(of, Name) and isinstance(by, Name) else None


def _sizes_behind(whole: tuple[Name, Name] | None, sentence: str, gap: str, sizes: Sizes) -> Iterator[Said]:
    named = JACOBIAN.search(sentence)
    if whole is None and named is None:
        return
    words = gap if named is None else named["rest"]
    understood = IS_OF.fullmatch(words) is not None
    if (understood or PERHAPS.fullmatch(words)) and not is_of_others(sentence):
        is_this = whole is not None or (named is not None and "§" not in named[0])
        yield Said(whole, sizes, understood and is_this and not _is_doubtful(sentence))


def _is_doubtful(words: str) -> bool:
    return denies(words, "") or ASIDE.search(words) is not None or ELSE.search(words) is not None


def _are_of_matrix(sizes: Sizes) -> bool:
    return len(sizes) > 1 and ONE not in sizes


def layout_by_sizes(whole: tuple[Name, Name], said: Said, located: Sequence[Located]) -> str:
    """How the derivative stands of which these are the sizes: '' where it is none of a vector by a vector."""
    if any(map(_are_of_matrix, spaces_of(whole[1], located))):
        return ""
    above, below = (_lengths_of(x, located) for x in whole)
    straight, mirrored = (
        all(len(known) < 2 and known <= {size} for known, size in zip((above, below), sizes, strict=True))
        for sizes in (said.sizes, said.sizes[::-1])
    )
    return BY_VECTORS if not said.sure or straight is mirrored else LAID if straight else ACROSS


def layout_of_all(pairs: Sequence[tuple[Name, Name]], said: Said, located: Sequence[Located]) -> str:
    """The same of one that is not named: of which it is said is known where there is only one."""
    found = {layout_by_sizes(x, said, located) for x in pairs} - {""}
    return next(iter(found)) if len(found) == 1 and (len(pairs) == 1 or found == {LAID}) else BY_VECTORS


def _lengths_of(x: Name, located: Sequence[Located]) -> set[Node]:
    found = (tuple(s for s in space if s != ONE) for space in spaces_of(x, located))
    return {size for space in found for size in space[:1]}


def of_vectors(x: Node | None) -> tuple[Name, Name] | None:
    """What is differentiated by what, in a derivative of the first order of one name by one; not in one that was typed
    as an operator, of which all is told."""
    if not isinstance(x, Derivative) or x.order != 1 or len(x.wrt) != 1 or (x.unclear and LAID in x.layout):
        return None
    of, by = x.of, x.wrt[0].body
    return (of, by) if isinstance(of, Name) and isinstance(by, Name) else None


def sizes_typed(pair: Located, gap: str) -> Sizes:
    r"""The sizes `n \times m`, and behind words for a shape `(n, m)`."""
    x = value_alone(pair)
    if isinstance(x, Group) and x.open == "(" and len(x.items) == 2 and HAS_SHAPE.search(gap):
        return x.items
    return crossed(x) if x is not None else ()


def sizes_of_gradients(located: Sequence[Located], gaps: Gaps) -> Iterator[tuple[str, str]]:
    r"""The letter of each vector whose gradient has its sizes told, and how it stands by them (`chosen`).

    >>> from symderiv.document import parse_document, read_formulas
    >>> from symderiv.resolve.prepared.said_in_place import gaps_of
    >>> page = parse_document(r"$x \in \mathbb{R}^n$. The gradient $\partial L/\partial x$ is a $1 \times n$ vector.")
    >>> [*sizes_of_gradients(found := read_formulas(page), gaps_of(found, page.blocks))]
    [('x', 'transposed')]
    """
    for c in chains_of(located):
        by, spaces = _taken_by(c.members[0], ""), [*sizes_of_space(c.members[-1])]
        if by is not None and c.relations == (r"\in",) and len(spaces) == 1 and ONE in spaces[0] and len(spaces[0]) > 1:
            yield by.base, _standing(spaces[0], by, located, gaps)
    for (one, lead), (two, gap) in pairwise(gaps[:-1]):
        sizes = sizes_typed(located[two], gap)
        if ONE in sizes and ALONE.search(gap):
            yield "", OF_NUMBERS
        by = _taken_by(value_alone(located[one]), lead) if ONE in sizes else None
        understood = IS_OF.fullmatch(gap) is not None
        if by is None or not (understood or PERHAPS.fullmatch(gap)) or is_of_others(sentences.last(lead)):
            continue
        words = f"{sentences.last(lead)} {gap}"
        standing = _standing(sizes, by, located, gaps)
        yield by.base, standing if understood and not _is_doubtful(words) else OF_NUMBERS


def _taken_by(x: Node | None, lead: str) -> Name | None:
    """By what a gradient is taken that stands there, or of which the words in front speak."""
    if isinstance(x, Name):
        return x if GRADIENT.search(lead) else None
    by = x.wrt[0].body if isinstance(x, Derivative) and x.order == 1 and len(x.wrt) == 1 else None
    return by if isinstance(by, Name) else None


def _standing(sizes: Sizes, by: Name, located: Sequence[Located], gaps: Gaps) -> str:
    spaces = {s if len(s) > 1 else (*s, ONE) for s in spaces_of(by, located)}
    way = _way_of_all(located, gaps) if not spaces else None
    if way is not None:
        spaces = {sizes if (sizes[0] == ONE) is way else sizes[::-1]}
    if spaces == {sizes}:
        return SHAPED
    return TRANSPOSED if spaces == {sizes[::-1]} else OF_NUMBERS


def _way_of_all(located: Sequence[Located], gaps: Gaps) -> bool | None:
    """Are all vectors of the page rows, or columns? None where there are both."""
    chains = (c for c in chains_of(located) if c.relations[-1:] == (r"\in",) and not _has_derivative(c.members[0]))
    spaces = {s for c in chains for s in sizes_of_space(c.members[-1]) if not _are_of_matrix(s)}
    ways = {len(s) > 1 and s[0] == ONE for s in spaces} or {False}
    is_told = any(ROWS.search(gap) for _, gap in gaps)
    return next(iter(ways)) if len(ways) == 1 and (True in ways or not is_told) else None


def _has_derivative(x: Node) -> bool:
    return any(True for _ in of_kind(x, Derivative))
