r"""Arrays beside one another in brackets, and no product: `[1 \; X]`, `[X \; \mathbf{1}]`, `[a_1^T a_2^T \dots]`.

Nobody types the product with 1; it is a column of ones beside the columns of X.
"""

from __future__ import annotations

from ...latex import tree as t


def has_one_beside(x: t.Group) -> bool:
    r"""Does it put a 1 in front of something, or behind it, without a sign between them?

    >>> from symderiv.latex.parse import parse
    >>> def first(x): return parse(x).statements[0].chain.members[0]
    >>> [has_one_beside(first(x)) for x in (r"[1 \; X]", r"[X \mathbf{1}]", "[2 X]", "(1 X)")]
    [True, True, False, False]
    """
    inside = x.items[0] if x.open == "[" and len(x.items) == 1 else None
    if not isinstance(inside, t.Product) or any(f.operator or f.joined for f in inside.factors):
        return False
    return any(_is_one(inside.factors[n].body) for n in (0, -1))


def goes_on(x: t.Group) -> bool:
    r"""Is it a row of arrays that goes on with dots?

    >>> from symderiv.latex.parse import parse
    >>> [goes_on(parse(x).statements[0].chain.members[0]) for x in (r"[a_1^T a_2^T \dots a_m^T]", "[a b]")]
    [True, False]
    """
    dots = any(isinstance(i, t.Symbol) and i.name in (r"\dots", r"\ldots", r"\cdots") for i in x.items)
    beside = (f for i in x.items if isinstance(i, t.Product) for f in i.factors[1:])
    return x.open == "[" and dots and any(not f.operator and not f.joined for f in beside)


def _is_one(x: t.Node) -> bool:
    return (isinstance(x, t.Number) and x.text == "1") or (isinstance(x, t.Name) and x.base == "1" and not x.scripts)
