r"""Powers by entries, written with the sign of the product: `h_t^{\odot 2}`, `(y - t)^{\circ 2}` as `h_t \odot h_t`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....latex.tree import (
    Factor,
    Group,
    Misfit,
    Name,
    Node,
    Number,
    Product,
    Script,
    Scripted,
    Symbol,
)
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, with_statements
from ...spelled.powers_by_entries import BY_ENTRIES

COMPOSED = r"\circ"
"""Before the number of times that a function is applied, too."""


@some(Script)
def _has_powers(x: Script) -> bool:
    return _power(x) is not None


@where(_has_powers)
def with_powers_by_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such powers as products."""
    return with_statements(located, lambda s: rebuilt(s, _changed))


def _changed(x: object) -> Node | None:
    if isinstance(x, Product):
        return _applied_twice(x)
    for n, script in enumerate(x.scripts if isinstance(x, (Name, Scripted)) else ()):
        found = _power(script)
        if found is not None and isinstance(x, (Name, Scripted)):
            others = (*x.scripts[:n], *x.scripts[n + 1 :])
            bare = isinstance(x, Scripted) and not others and not x.primes
            base: Node = rebuilt(x.base if bare and isinstance(x, Scripted) else replace(x, scripts=others), _changed)
            sign, times = found
            factors = (Factor("", base), *(Factor(sign, base) for _ in range(times - 1)))
            return Group("(", (Product(factors, x.span),), ")", (), x.span)
    return None


def _applied_twice(x: Product) -> Node | None:
    r"""What stands for a product with `f^{\circ 2} (x)`, which may be `f(f(x))`."""
    for f, following in zip(x.factors, x.factors[1:], strict=False):
        powers = [_power(s) for s in f.body.scripts] if isinstance(f.body, Name) and following.joined else []
        if any(p is not None and p[0] == COMPOSED for p in powers):
            return Misfit("a power by entries, or a function applied several times", "write the product", span=x.span)
    return None


def _power(s: Script) -> tuple[str, int] | None:
    r"""The sign and the number in `^{\odot 2}`."""
    match s.entries:
        case (Symbol(name=sign), Number(text=text)) if s.above and sign in BY_ENTRIES and text.isdigit():
            return sign, int(text)
    return None
