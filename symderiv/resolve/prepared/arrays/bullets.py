r"""What `\bullet` stands for: the product by entries, or, where a chain says so, the inner product.

`x_{ui} = w_u \bullet h_i = \sum_f w_{uf} h_{if}` says what it is: between two names what the sum over the products of
their entries is. So it is where words call it the matrix product, or that of vectors. Elsewhere it is `\odot`, as
backpropagation is typed with it, but for a sentence that calls it anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex.tree import BigSum, Factor, Name, Node, Product, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...told.vectors_multiplied import BY_ENTRIES as ENTRYWISE

BULLET, INNER, BY_ENTRIES = r"\bullet", r"\cdot", r"\odot"

CALLED = lazily(
    r"\s*,?\s*(?:denotes?|is|stands?\s+for|means?|represents?|bezeichnet|steht\s+für|désigne|は|表示)"
    r"\s*(?:(?:the|an?|here|das|die|le|usual|ordinary|standard|gewöhnliche)\s+)*(?P<what>[^.;。$]*)"
)
"""Behind a bullet alone: what it is called."""
PRODUCT = lazily(
    r"(?:(?:matrix(?:-vector)?|inner|dot|scalar)[ -](?:product|multiplication)|multiplication of matrices"
    r"|Matri(?:x|zen)(?:produkt|multiplikation)|Skalarprodukt|produit (?:matriciel|scalaire)|行列の?積|内積|矩阵乘法"
    r"|内积)"
    r"(?!\s+(?:of|with|by)\b)",
    re.I,
)


def _has_bullet(s: Statement) -> bool:
    return any(f.operator == BULLET for f in of_kind(s, Factor))


@where(_has_bullet)
def with_bullets_read(located: Sequence[Located]) -> list[Located]:
    """The formulas with the product that the sign stands for."""
    statements = [s for f in read_of(located) for s in f.statements]
    called = [m["what"] for d, _ in located if d.latex.strip() == BULLET and (m := CALLED.match(d.after)) is not None]
    inner = any(_says_inner(s) for s in statements) or (bool(called) and all(map(PRODUCT.match, called)))
    if not inner and not all(re.search(ENTRYWISE, what, re.I) for what in called):
        return list(located)
    sign = INNER if inner else BY_ENTRIES

    def change(x: Any) -> Factor | None:
        if not isinstance(x, Factor) or x.operator != BULLET:
            return None
        return replace(x, operator=sign, body=rebuilt(x.body, change))

    return with_statements(located, lambda s: rebuilt(s, change))


def _says_inner(s: Statement) -> bool:
    """Does a chain equate such a product of two names with the sum over the products of their entries?"""
    chain = s.chain
    pairs = (p for p, relation in zip(pairwise(chain.members), chain.relations, strict=True) if relation in EQUALITIES)
    return any(_is_summed(a, b) or _is_summed(b, a) for a, b in pairs)


def _is_summed(dotted: Node, total: Node) -> bool:
    if not (isinstance(dotted, Product) and len(dotted.factors) == 2 and dotted.factors[1].operator == BULLET):
        return False
    if not isinstance(total, BigSum) or total.operator != r"\sum":
        return False
    letters = letters_under(total)
    wholes = [f.body for f in dotted.factors if isinstance(f.body, Name)]
    entries = [x for x in _factors(total.body) if isinstance(x, Name) and len(_indices(x)) > 0]
    if len(wholes) != 2 or len(entries) != 2:
        return False
    return all(
        w.base == e.base and _indices(w) == _indices(e)[:-1] and _indices(e)[-1] in letters
        for w, e in zip(sorted(wholes, key=lambda x: x.base), sorted(entries, key=lambda x: x.base), strict=True)
    )


def _factors(x: Node) -> Iterator[Node]:
    yield from (f.body for f in x.factors) if isinstance(x, Product) else (x,)


def _indices(x: Name) -> list[str]:
    entries = (e for script in x.scripts if not script.above for e in script.entries)
    return [e.base if isinstance(e, Name) else "" for e in entries]
