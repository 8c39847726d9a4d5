r"""Arrays that a page names as a whole, `W = (W_{ij})` or `W \in \mathbb{R}^{n \times n}`: they have all the entries of
a box, also where its sums use half of them, `\sum_{j=1}^{i} W_{ij} x_i z_j`.

Where words speak of parts of arrays, of triangles, bands, masks or symmetry, nothing is said of how far they go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block
from ...draft import RawDefinition
from ...expr import Variable, variables
from ...pattern import lazily
from ..located import Located, read_of
from ..prepared import words_of
from ..shapes.declared import BOLD, declarations
from ..spelled.keys import split_key

PARTS = lazily(
    r"triang|dreieck|tri[aá]ng|треуголь|三角|삼각|\b(?:strictly |lower|upper|band|diagonal|mask|causal|sparse|cholesky)"
    r"|symm?[eé]t|\bpairs?\b|対称|对称|對稱|対角|对角|대칭|симметр|マスク|帯行列|因果",
    re.I,
)
"""Words for arrays of which some entries are not there, or not their own."""

NAME = r"(?:\\[A-Za-z]+\s*\{\s*\\?[A-Za-z]+\s*\}|\\?[A-Za-z]+)"
TOLD = lazily(
    rf"\s*{NAME}\s*=\s*(?:\\left)?\s*[(\[]\s*(?P<entry>{NAME})\s*_\s*\{{[^{{}}]*\}}\s*(?:\\right)?\s*[)\]]\s*"
)
"""`W = (w_{ij})` as typed: where ranges of i and j are known, it is written out by entries when this is asked."""


def named_wholes(
    located: Sequence[Located], blocks: Sequence[Block], definitions: Sequence[RawDefinition]
) -> Iterator[Variable]:
    """The variables with two indices below, and no other script, that a page names so."""
    used = dict.fromkeys(v for d in definitions for v in variables(d.body) if _is_table(v))
    if not used or PARTS.search(words_of(blocks)) is not None:
        return
    chains = (s.chain for f in read_of(located) for s in f.statements)
    declared = {BOLD.sub(r"\1", base) for base, d in declarations(chains) if d.kind == "m" and not d.pieces}
    declared |= {m["entry"].replace(" ", "") for d, _ in located if d.inline and (m := TOLD.fullmatch(d.latex))}
    yield from (v for v in used if split_key(v.key)[0] in declared)


def _is_table(v: Variable) -> bool:
    _, above, below, behind = split_key(v.key)
    return v.arity == len(below) == len("ij") and not above and not behind
