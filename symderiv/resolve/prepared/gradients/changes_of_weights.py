r"""Changes of a weight as names: `\Delta w_{ji} = \eta (t_j - y_j) x_i`.

A page that says several times what such a change is, or says it without a gradient, means a quantity: the first
equation defines it and the others are about it; so it is with `\Delta S_i = \frac{\partial L}{\partial S_i}` where
other equations make use of it. One equation with a gradient, `\Delta w_{ji} = -\eta \frac{\partial
E}{\partial w_{ji}}`, stays the rule of an update.

A small delta may be a number, or a sign for derivatives. So `\delta y_1 = (y_1 - t_1) y_1 (1 - y_1)` is about a name
only where the page has that sign nowhere but before names, says what every one of these is, and of none that it is the
derivative by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial

from ....latex.statement_forms import derives
from ....latex.tree import Derivative, Factor, Nabla, Name, Node, Product, Statement, of_kind
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of

DELTA = r"\Delta"
SMALL = r"\delta"


def _says_change(s: Statement) -> bool:
    return _is_equation(s) and any(changed(s.chain.members[0], sign) is not None for sign in (DELTA, SMALL))


@where(_says_change)
def with_changes_named(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with names for such changes."""
    statements = [s for f in read_of(located) for s in f.statements]
    for sign in (DELTA, SMALL):
        if named := _named(statements, sign):
            located = with_statements(located, partial(fused_throughout, sign, named))
    return located


def _named(statements: Sequence[Statement], sign: str) -> set[Stem]:
    """The names before which the sign makes another name."""
    left = [(x, s) for s in statements if (x := changed(s.chain.members[0], sign)) is not None and _is_equation(s)]
    count = Counter(stem_of(name) for name, _ in left)
    named = {stem_of(name) for name, s in left if count[stem_of(name)] > 1 or not derives(s.chain.members[1])}
    if sign == SMALL:
        told = any(_is_derivative(name, s) for name, s in left)
        named |= {stem_of(name) for name, s in left if isinstance(s.chain.members[1], Derivative)}
        return named if named and not told and _is_only_before(statements, sign, named) else set()
    used = Counter(stem_of(name) for s in statements if _is_equation(s) for name in _changes(s, sign))
    return named | {stem_of(name) for name, s in left if _is_derivative(name, s) and used[stem_of(name)] > 1}


def _is_only_before(statements: Sequence[Statement], sign: str, named: set[Stem]) -> bool:
    """Does the sign stand nowhere but before such names?"""
    signs = sum(x.base == sign and not x.scripts for s in statements for x in of_kind(s, Name))
    return signs == sum(stem_of(name) in named for s in statements for name in _changes(s, sign))


def fused_throughout(sign: str, named: Set[Stem], s: Statement, font: str = "") -> Statement:
    r"""A statement with one name for the sign and such a name behind it.

    >>> from symderiv.latex import parse
    >>> from symderiv.latex.source import Source
    >>> s = parse.parse(Source(r"a = c \Delta w")).statements[0]
    >>> [x.base for x in of_kind(fused_throughout(DELTA, {("w", (), "")}, s), Name)]
    ['a', 'c', '\\Delta w']
    """

    def change(x: object) -> Node | None:
        if isinstance(x, Nabla) and x.by is not None and len(x.by.entries) > 1 and not x.by.commas:
            typed = Product(tuple(Factor("", e) for e in x.by.entries), x.by.span)  # `\nabla_{\Delta W} L`
            whole = _fused(typed, sign, named, font)
            return replace(x, by=replace(x.by, entries=(whole,)), of=rebuilt(x.of, change)) if whole else None
        return _fused(x, sign, named, font) if isinstance(x, Product) else None

    changed_throughout: Statement = rebuilt(s, change)
    return changed_throughout


def _is_equation(s: Statement) -> bool:
    return bool(s.chain.relations) and s.chain.relations[0] in EQUALITIES


def _changes(s: Statement, sign: str) -> Iterator[Name]:
    """All that stands behind such a sign."""
    for x in of_kind(s, Product):
        yield from (name for n in range(len(x.factors) - 1) if (name := name_behind(x, n, sign)) is not None)


def _is_derivative(name: Name, s: Statement) -> bool:
    r"""Is it `\Delta S_i = \frac{\partial L}{\partial S_i}`, without a rate? That changes nothing."""
    right = s.chain.members[1]
    return isinstance(right, Derivative) and len(right.wrt) == 1 and right.wrt[0].body == name


def changed(x: Node, sign: str = DELTA) -> Name | None:
    r"""The name behind a bare `\Delta` that is all of a formula, if it is an entry: the w of `\Delta w_{ji}`."""
    if not isinstance(x, Product) or len(x.factors) != 2:
        return None
    return name_behind(x, 0, sign)


def name_behind(x: Product, n: int, sign: str, font: str = "") -> Name | None:
    r"""The name behind a `\Delta`, the p of `\Delta_p w_{ji}` before its own indices; `\delta_p w` is a product."""
    first, second = x.factors[n].body, x.factors[n + 1].body
    if not isinstance(first, Name) or not isinstance(second, Name) or x.factors[n + 1].operator:
        return None
    below = first.scripts[0] if len(first.scripts) == 1 and not first.scripts[0].above else None
    if replace(first, scripts=()) != Name(sign, font=font) or (first.scripts and (below is None or sign == SMALL)):
        return None
    if below is None:
        return second
    own = second.scripts[0] if second.scripts and not second.scripts[0].above else None
    joined = below if own is None else replace(own, entries=(*below.entries, *own.entries))
    return replace(second, scripts=(joined, *second.scripts[0 if own is None else 1 :]))


def _fused(x: Product, sign: str, named: Set[Stem], font: str) -> Node | None:
    def inside(y: object) -> Node | None:
        return _fused(y, sign, named, font) if isinstance(y, Product) else None

    factors: list[Factor] = []
    found = False
    n = 0
    while n < len(x.factors):
        name = name_behind(x, n, sign, font) if n + 1 < len(x.factors) else None
        if name is not None and stem_of(name) in named:
            span = (x.factors[n].body.span[0], name.span[1])
            body: Node = replace(name, base=f"{sign} {name.base}", span=span)
            factors.append(replace(x.factors[n], body=body))
            found, n = True, n + 2
        else:
            factors.append(rebuilt(x.factors[n], inside))
            n += 1
    if not found:
        return None
    return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))
