r"""Names in one run that begin with a d, `\mathbf{dQ}` beside `\mathbf{Q}`, `dKV` beside `KV`: the name behind the d.

Whatever the fonts are: `dW` may be of `\mathbf{W}`. The d alone may then be a size, `Q \in \mathbb{R}^{n \times d}`: a
d right before a name is still no factor, where a left side of the page is such a run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node
from ....latex.walking import parts, rebuilt
from ....notation import BOLD_FONTS, EQUALITIES
from ...located import Located, read_of, with_statements
from ...shapes.differentials import CHANGE

Value = tuple[str, str]
"""The letters and the font of a name."""
FONTS = BOLD_FONTS | {"", "mathit", "mathrm", "mathsf"}


def with_runs_parted(located: Sequence[Located]) -> list[Located]:
    """The formulas with the sign of a change before what stands behind the d."""
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    values = {(x.base, x.font) for c in chains for x in outside_scripts(c)}
    size = is_size(chains, values)
    lefts = [_fused(x, values) if isinstance(x, t.Product) else x for x in map(_left, chains)]
    if not any(isinstance(x, Name) and (behind_d(x, values, size) or x.accents[:1] == (CHANGE,)) for x in lefts):
        return list(located)

    def part(x: Any) -> Any:
        if isinstance(x, t.Script):
            return x
        if isinstance(x, Name):
            return behind_d(x, values, size)
        return rebuilt(_fused(x, values), part) if isinstance(x, t.Product) and _has_run(x, values) else None

    return with_statements(located, lambda s: rebuilt(s, part))


def with_signs(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with `\mathrm{d}\mathbf{W}` for `\mathbf{dW}`, as differentials are typed."""

    def sign(x: Any) -> Node | None:
        if isinstance(x, t.Product) and any(_is_change(f.body) for f in x.factors):
            return replace(
                x, factors=tuple(y for f in x.factors for y in _with_sign(replace(f, body=rebuilt(f.body, sign))))
            )
        return t.Product(_with_sign(t.Factor("", x)), x.span) if isinstance(x, Name) and _is_change(x) else None

    return with_statements(located, lambda s: rebuilt(s, sign))


def _is_change(x: Node) -> bool:
    return isinstance(x, Name) and x.accents[:1] == (CHANGE,)


def _with_sign(f: t.Factor) -> tuple[t.Factor, ...]:
    """A d, and the name that changes behind it."""
    body = f.body
    if isinstance(body, t.Product) and len(body.factors) == 2 and body.factors[0].body == Name("d", (), "mathrm"):
        return replace(f, body=body.factors[0].body), body.factors[1]
    if not isinstance(body, Name) or not _is_change(body):
        return (f,)
    d = Name("d", (), "mathrm", span=body.span)
    return replace(f, body=d), t.Factor("", replace(body, accents=body.accents[1:]))


def has_runs(located: Sequence[Located]) -> bool:
    r"""Does a page type such names as one run in a font, `\mathbf{dW}`?"""
    names = (x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name))
    return any(x.font == "mathit" and x.base[0] == "d" and len(x.base) > 1 for x in names)


def is_size(chains: Sequence[Chain], values: Collection[Value]) -> bool:
    """Does a d stand in scripts, roots, lists and below lines, and elsewhere at most in a run with a name?"""
    if not any(_is_d(x) for c in chains for x in t.of_kind(c, Name)):
        return False
    return not any(_is_d(x) for c in chains if r"\in" not in c.relations for x in _values_of(c, values))


def _values_of(x: Any, values: Collection[Value]) -> Iterator[Name]:
    if isinstance(x, Name):
        yield x
        return
    if isinstance(x, (t.Script, t.Root, t.Listing)):
        return
    if isinstance(x, t.Fraction):
        yield from _values_of(x.numerator, values)
        return
    if isinstance(x, t.BigSum):
        yield from _values_of(x.body, values)
        return
    for y in parts(_fused(x, values) if isinstance(x, t.Product) else x):
        yield from _values_of(y, values)


def _left(c: Chain) -> Node:
    """The left side of an equation; the name in brackets that carry indices, the dK of `[dK]_{jk}`."""
    x = c.members[0] if c.relations[0] in EQUALITIES else t.Number("0")
    inner = x.base if isinstance(x, t.Scripted) else x
    return inner.items[0] if isinstance(inner, t.Group) and len(inner.items) == 1 else inner


def outside_scripts(x: Any) -> Iterator[Name]:
    """The names of a formula that stand in no script and touch no d."""
    if isinstance(x, t.Script):
        return
    if isinstance(x, Name):
        yield x
    behind = [b for a, b in pairwise(x.factors) if _are_close(a, b)] if isinstance(x, t.Product) else []
    for y in parts(x):
        yield from outside_scripts(y) if not any(y is b for b in behind) else ()


def _is_d(x: object) -> bool:
    return isinstance(x, Name) and x.base == "d" and not x.scripts and not x.accents and not x.primes and not x.font


def behind_d(x: Name, values: Collection[Value], size: bool) -> Name | None:
    """The name behind the d of a run, in the font that it has on the page; not that of `dW` beside `W`, which others
    find, where a d is no `size`."""
    if x.base[0] != "d" or len(x.base) < 2 or x.accents or x.font not in FONTS:
        return None
    found = _on_page(replace(x, base=x.base[1:]), values)
    others = found is not None and len(found.base) == 1 and found.font == x.font == "" and not size
    return None if found is None or others else replace(found, accents=(CHANGE,))


def _on_page(x: Name, values: Collection[Value]) -> Name | None:
    """The one name of these letters that is a value, in its font; a run in bold was drawn in italics."""
    every = [font for base, font in values if base == x.base and font in FONTS]
    alike = [font for font in every if (font in BOLD_FONTS) == (x.font in (*BOLD_FONTS, "mathit"))]
    fonts = alike or every
    return replace(x, font=fonts[0]) if len(fonts) == 1 else None


def _touching(a: t.Factor, b: t.Factor, values: Collection[Value]) -> Name | None:
    """The name that a d touches."""
    return _on_page(b.body, values) if isinstance(b.body, Name) and _are_close(a, b) else None


def _are_close(a: t.Factor, b: t.Factor) -> bool:
    """Is the first a d that touches the second, a name?"""
    if not isinstance(a.body, Name) or not isinstance(b.body, Name) or b.operator or b.joined:
        return False
    return _is_d(a.body) and a.body.span[1] == b.body.span[0] != 0


def _has_run(x: t.Product, values: Collection[Value]) -> bool:
    return any(_touching(a, b, values) for a, b in pairwise(x.factors))


def _fused(x: t.Product, values: Collection[Value]) -> Node:
    """A product with each d and the name that touches it as one name."""
    factors: list[t.Factor] = []
    for f in x.factors:
        found = _touching(factors[-1], f, values) if factors else None
        if found is not None:
            factors[-1] = replace(factors[-1], body=replace(found, accents=(CHANGE, *found.accents)))
        else:
            factors.append(f)
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))
