r"""Powers of a matrix beside others that are numbered below: `W^2` beside W and `W_2` is `W W`, and not the second.

That is so of capitals that stand as factors or are said to be matrices, without a number too, and that nowhere carry
anything else above that would tell them apart: a letter, something in brackets, a 1, or a number in what is defined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Group, Listing, Name, Node, Number, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, stem_of

SAID = EQUALITIES | {r"\in"}
"""Relations of which the left side is what is defined or declared."""


@some(Name)
def _has_power(x: Name) -> bool:
    return _power(x) is not None


@where(_has_power)
def with_powers_beside_numbers(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such matrices in parentheses.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ y = W u + W_2 x $$ $$ d = W^2 x $$"))
    >>> _, (_, f) = with_powers_beside_numbers(page)
    >>> type(f.statements[0].chain.members[1].factors[0].body).__name__
    'Scripted'
    """
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    found = {stem_of(x) for x in names if _power(x) is not None}
    found &= {stem_of(x) for x in names if len(x.scripts) == 1 and _numbers(x.scripts[0]) and not x.scripts[0].above}
    found -= {stem_of(x) for x in names if any(s.above and _tells_apart(s) for s in x.scripts)}
    found -= {stem_of(y) for s in statements for y in _said(s.chain) if any(z.above and _numbers(z) for z in y.scripts)}
    found &= {key for s in statements for key in _wholes(s)}
    found -= {key for s in statements for key in found if _lists(s.chain, key)}
    if not found:
        return list(located)

    def change(x: object) -> Node | None:
        above = _power(x) if isinstance(x, Name) and stem_of(x) in found else None
        if above is None or not isinstance(x, Name):
            return None
        return Scripted(Group("(", (replace(x, scripts=()),), ")", (), x.span), (above,), 0, x.span)

    return with_statements(located, lambda s: rebuilt(s, change))


def _power(x: Name) -> Script | None:
    """The number above a capital that carries nothing else."""
    capital = x.base.lstrip("\\")[:1].isupper() and not x.primes and len(x.scripts) == 1
    above = x.scripts[0] if capital and x.scripts[0].above and _numbers(x.scripts[0]) else None
    return None if above is None or above.entries == (Number("1"),) else above


def _numbers(s: Script) -> bool:
    """Is a number alone in a script?"""
    return len(s.entries) == 1 and isinstance(s.entries[0], Number) and not s.bracket


def _tells_apart(s: Script) -> bool:
    """Does what is above a name make another one of it?"""
    return (
        bool(s.bracket) or s.entries == (Number("1"),) or any(t.of_kind(e, Name) and not is_mark(e) for e in s.entries)
    )


def _said(c: Chain) -> Iterator[Name]:
    """The names that a formula defines or declares."""
    if c.relations and c.relations[0] in SAID:
        left = c.members[0]
        yield from (x for x in (left.items if isinstance(left, Listing) else (left,)) if isinstance(x, Name))


def _wholes(s: Statement) -> Iterator[Stem]:
    """The names without scripts that a statement defines or declares, or has as factors."""
    yield from (stem_of(x) for x in _said(s.chain) if not x.scripts)
    for product in t.of_kind(s, t.Product):
        yield from (stem_of(f.body) for f in product.factors if isinstance(f.body, Name) and not f.body.scripts)


def _lists(c: Chain, key: Stem) -> bool:
    """Is it a formula that says that a name is all of those with its letter, `W = (W_1, W_2)`?"""
    mine = any(stem_of(x) == key and not x.scripts for x in _said(c))
    lists = (x for m in c.members[1:] if isinstance(m, (Group, Listing)) for x in t.of_kind(m, Name))
    return mine and any(_numbers(s) and not s.above for x in lists if stem_of(x) == key for s in x.scripts)
