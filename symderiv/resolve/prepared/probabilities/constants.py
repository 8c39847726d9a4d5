r"""The number pi on a page that also has entries of a name `\pi`: `\frac{1}{\sqrt{2\pi}\,\sigma_k}` beside `\pi_k`.

Right behind a number a bare `\pi` is the constant; there it gets the upright letter that printers give to constants, so
that it is a name of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Node
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, read_of

NORMAL = frozenset(["normcdf", "normpdf"])
"""Functions whose formulas have the number pi in them."""
UPRIGHT = r"\uppi"
"""The upright letter."""


@some(t.Name)
def _numbers_pi(x: t.Name) -> bool:
    return bool(x.base == r"\pi" and x.scripts)


@where(_numbers_pi)
def with_constants_apart(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the constant told apart from the name."""
    if not any(x.base == r"\pi" and x.scripts for f in read_of(located) for x in t.of_kind(f, t.Name)):
        return list(located)
    return [(display, f if isinstance(f, ReadError) else rebuilt(f, _apart)) for display, f in located]


def _apart(x: object) -> Node | None:
    if not isinstance(x, t.Product):
        return None
    at = [n for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False), 1) if _is_pi(a, b)]
    if not at:
        return None
    factors = [rebuilt(f, _apart) for f in x.factors]
    for n in at:
        factors[n] = replace(factors[n], body=replace(factors[n].body, base=UPRIGHT))
    return replace(x, factors=tuple(factors))


def _is_pi(before: t.Factor, f: t.Factor) -> bool:
    plain = isinstance(f.body, t.Name) and f.body.base == r"\pi" and not f.body.scripts and not f.body.font
    return isinstance(before.body, t.Number) and plain and f.operator != "/"


def with_pi_known(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with `4 \arctan 1` for a bare `\pi` that nothing defines, beside a normal distribution."""
    located = _without_errors(located)
    formulas = read_of(located)
    if not any(x.function in NORMAL for f in formulas for x in t.of_kind(f, t.Call)):
        return list(located)
    letters = [x for f in formulas for x in t.of_kind(f, t.Name) if x.base == r"\pi"]
    taken = {s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations}
    taken |= {w.body for f in formulas for w in t.of_kind(f, t.Wrt)}
    if any(x.scripts or x in taken for x in letters):
        return list(located)
    return [(display, f if isinstance(f, ReadError) else rebuilt(f, _number)) for display, f in located]


def _number(x: object) -> Node | None:
    if not isinstance(x, t.Name) or x.base != r"\pi" or x.accents or x.primes:
        return None
    one = t.Call("arctan", (t.Number("1", span=x.span),), span=x.span)
    product = t.Product((t.Factor("", t.Number("4", span=x.span)), t.Factor("", one)), x.span)
    return t.Group("(", (product,), ")", (), x.span)


def _without_errors(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with the error function as what it is of the normal distribution, `2 \Phi(\sqrt{2} u) - 1`."""

    def change(x: object) -> Node | None:
        if not isinstance(x, t.Call) or x.function != "erf" or len(x.args) != 1 or x.scripts or x.primes:
            return None
        argument = rebuilt(x.args[0], change)
        root = t.Root(t.Number("2", span=x.span), span=x.span)
        inner = t.Product((t.Factor("", root), t.Factor("", t.Group("(", (argument,), ")", (), x.span))), x.span)
        twice = t.Factor("", t.Number("2", span=x.span)), t.Factor("", t.Call("normcdf", (inner,), span=x.span))
        terms = t.Term("", t.Product(twice, x.span)), t.Term("-", t.Number("1", span=x.span))
        return t.Group("(", (t.Terms(terms, x.span),), ")", (), x.span)

    if not any(x.function == "erf" for f in read_of(located) for x in t.of_kind(f, t.Call)):
        return list(located)
    return [(display, f if isinstance(f, ReadError) else rebuilt(f, change)) for display, f in located]
