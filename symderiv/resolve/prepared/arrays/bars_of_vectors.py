r"""The length of a vector between single bars: `|\vec{r}_k - \vec{r}_j|` is `\|\vec{r}_k - \vec{r}_j\|`.

What stands under an arrow is a vector, so these are no absolute values. But on a page that speaks of such, of the
one-norm or of how many entries something has, and where `\vec{w}_i` may be an entry of `\vec{w}`, they may be
anything: no formula with such bars is read then, but for those with a label below, `|\vec{w}|_1`. Nor is one with bars
around a letter in bold beside words that count (`$|\mathbf{x}|$ is the number of elements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Block, Heading, Prose
from ....latex import tree as t
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import has_below
from ...spelled.shape import Stem, stem_of
from ..left_unread import without_doubtful

COUNTED = lazily(
    r"\b(?:cardinality|how (?:many|long)|(?:its|the) sizes?|sizes? of|counts?|counted"
    r"|numbers? of (?:\w+ )?(?:entries|components|elements|values|samples|examples|data|numbers|items|members|words"
    r"|points|observations|features|terms|dimensions|coordinates)"
    r"|lengths? of (?:the|a|each|this) (?:sample|list|sequence|sentence|text|document|series|array|word)"
    r"|Anzahl|Mächtigkeit|wie viele|nombre d|taille|cardinal\w*|número de|tamaño|tamanho|quantos|cuántos|combien)"
    r"|количеств|числ[оа] |размер|個数|要素数|サイズ|濃度|いくつ|个数|個數|元素数|大小|기수|개수|크기",
    re.I,
)
"""Words of pages on which bars may count,"""
OTHERS = lazily(
    r"\b(?:absolut\w*|absolues?|(?:entry|element|component)-?wise|elementweise|komponentenweise|Manhattan|taxicab|lasso"
    r"|sub-?gradients?|sub-?differential|spars\w+|determinant\w*|sign functions?|(?:entry|entries|elements?"
    r"|components?|coordinates?) of|-\s*th (?:entry|component|element|coordinate)|(?:one|1)-norm)\b"
    r"|\b(?:\\ell|ℓ|[Ll])_?\^?\{?1\b|ℓ₁"
    r"|L¹|Betragsnorm|絶対値|要素ごと|成分ごと|劣勾配|スパース|行列式|番目の(?:成分|要素)|绝对值|逐元素|稀疏|절댓값",
    re.I,
)
"""or may be no lengths otherwise."""
ONE = lazily(r"(?:\\ell|[Ll])\s*[_^]\s*\{?1(?!\d)")
"""The one-norm as it is typed between words."""
BOLD = frozenset(["mathbf", "boldsymbol", "bm", "bf"])
SIGNS = frozenset(["sign", "sgn"])
BAR, DOUBLE = "|", r"\|"
DOUBTFUL = "these bars may be a length, a sum of absolute values, or count something"
HINT = r"write `\|\vec{x}\|` for a length"


def _has_lengths(s: t.Statement) -> bool:
    return any(_is_length(x) or _is_in_bold(x) for x in t.of_kind(s, t.Group))


@where(_has_lengths)
def with_lengths_of_vectors(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    r"""The formulas, the bars around vectors doubled."""
    words = " ".join(b.text for b in blocks if isinstance(b, (Prose, Heading)))
    told = COUNTED.search(words) or OTHERS.search(words) or any(d.inline and ONE.search(d.latex) for d, _ in located)
    if told or _may_be_entries(located):
        is_counted = COUNTED.search(words) is not None
        return without_doubtful(located, lambda s: next(_bare(s, is_counted), None), DOUBTFUL, HINT)
    return with_statements(located, lambda s: rebuilt(s, _doubled))


def _doubled(x: object) -> object:
    return replace(x, open=DOUBLE, close=DOUBLE) if isinstance(x, t.Group) and _is_length(x) else None


def _is_length(x: t.Group) -> bool:
    """Are they single bars around a vector, or vectors that are added?"""
    return all(isinstance(a, t.Name) and "vec" in a.accents for a in _added(x))


def _is_in_bold(x: t.Group) -> bool:
    r"""Are they single bars around one name in bold, `|\mathbf{x}|`?"""
    inner = x.items[0] if x.open == BAR and len(x.items) == 1 else None
    return isinstance(inner, t.Name) and inner.font in BOLD


def _added(x: t.Group) -> list[object]:
    """What single bars stand around; something else than a name for all others."""
    inner = x.items[0] if x.open == BAR and len(x.items) == 1 else None
    return [term.body for term in inner.terms] if isinstance(inner, t.Terms) else [inner]


def _may_be_entries(located: Sequence[Located]) -> bool:
    """Is the sign of something taken, or does a vector with indices between bars stand without them, too?"""
    statements = [s for f in read_of(located) for s in f.statements]
    bare = [x for s in statements for x in _bare(s)]
    names = [x for s in statements for x in t.of_kind(s, t.Name)]
    single = [y for x in bare for y in _added(x) if isinstance(y, t.Name)]
    numbered = {_vector(x) for x in single if has_below(x)}
    whole = {_vector(x) for x in names if "vec" in x.accents and not has_below(x)}
    signs = any(x.base in SIGNS for x in names) or any(
        x.function in SIGNS for s in statements for x in t.of_kind(s, t.Call)
    )
    return bool(numbered & whole) or (signs and any(len(_added(x)) == 1 for x in bare))


def _vector(x: t.Name) -> Stem:
    return stem_of(replace(x, scripts=()))


def _bare(s: t.Statement, in_bold: bool = False) -> Iterator[t.Group]:
    """The bars around vectors without a label below; those around letters in bold, too."""
    labelled = {id(x.base) for x in t.of_kind(s, t.Scripted) if any(not y.above for y in x.scripts)}
    yield from (
        x for x in t.of_kind(s, t.Group) if (_is_length(x) or (in_bold and _is_in_bold(x))) and id(x) not in labelled
    )
