r"""The names of a formula that stand for values: the a of `a_i`, and not the i."""

from __future__ import annotations

from collections.abc import Iterator

from ....latex import tree as t
from ....latex.enclosed import CONTEXT_WORDS
from ....latex.tree import BigSum, Name, Script, Scripted
from ....latex.walking import parts


def valued(x: object) -> Iterator[Name]:
    r"""The names that stand outside of scripts, bounds and conditions; what e is raised to is a value.

    >>> from symderiv.latex.parse import parse
    >>> [x.base for x in valued(parse(r"\sum_{i=1}^{n} a_i e^{b}").statements[0].chain)]
    ['a', 'e', 'b']
    """
    if isinstance(x, Name):
        yield x
        if x.base in ("e", "exp"):
            yield from (n for s in x.scripts if s.above for e in s.entries for n in valued(e))
    elif isinstance(x, BigSum):
        yield from valued(x.body)
    elif isinstance(x, t.CaseRow):
        yield from valued(x.value)
    elif isinstance(x, t.Nabla):
        yield from (n for e in (x.by.entries if x.by else ()) for n in valued(e))
        yield from valued(x.of)
    elif isinstance(x, Scripted) and isinstance(x.base, t.Number):
        yield from (n for s in x.scripts for e in s.entries for n in valued(e))
    elif not isinstance(x, (t.Indicator, t.Text, Script)):
        for part in parts(x):
            yield from valued(part)


def of_contexts(x: t.Tree) -> Iterator[Name]:
    r"""The words in `Context(w)`, and beside it in `p(w | Context(w))`: these are no values.

    >>> from symderiv.latex.parse import parse
    >>> [x.base for x in of_contexts(parse(r"p(w | \mathrm{Context}(w)) f(u)"))]
    ['w', 'Context', 'w', 'w']
    """
    for y in t.of_kind(x, t.Product):
        for a, b in zip(y.factors, y.factors[1:], strict=False):
            beside = b.joined and any(n.base in CONTEXT_WORDS for f in (a, b) for n in t.of_kind(f.body, Name))
            yield from t.of_kind(b.body, Name) if beside else ()
