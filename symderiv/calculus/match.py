"""One-sided matching of expressions: for which values of its letters is a pattern the given tree?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..affine import Affine, Sym, affine
from ..expr import Apply, Bracket, Cases, Expr, Index, Num, Partial, Sum, Var, children, free, substitute

Binding = Mapping[Sym, Affine]


class Pattern:
    """A tree with letters to be found; sums match up to their letter."""

    def __init__(self, letters: frozenset[Sym]) -> None:
        self.letters = letters

    def match(self, p: Expr, e: Expr, found: Binding, inside: Binding) -> Binding | None:
        """The binding that makes `p` the tree `e`, extending `found`; `inside` maps letters that sums of `p` bind."""
        if type(p) is not type(e):
            return None
        if isinstance(p, Partial):
            assert isinstance(e, Partial)
            if p.direct != e.direct:
                return None
        if isinstance(p, (Bracket, Cases)):
            free_here = free(p) - inside.keys() - found.keys() - self.letters
            placed = None if free_here & {a.letter for a in inside.values()} else substitute(p, {**found, **inside})
            return found if placed == e else None
        if isinstance(p, Num):
            return found if p == e else None
        if isinstance(p, Index):
            assert isinstance(e, Index)
            return self.form(p.form, e.form, found, inside)
        if isinstance(p, Var):
            assert isinstance(e, Var)
            return self.forms(p.indices, e.indices, found, inside) if p.variable == e.variable else None
        if isinstance(p, Sum):
            assert isinstance(e, Sum)
            return self._sum(p, e, found, inside)
        if isinstance(p, Apply):
            assert isinstance(e, Apply)
            if p.function != e.function or p.order != e.order:
                return None
        parts, others = children(p), children(e)
        if len(parts) != len(others):
            return None
        result: Binding | None = found
        for a, b in zip(parts, others, strict=True):
            result = None if result is None else self.match(a, b, result, inside)
        return result

    def form(self, p: Affine, e: Affine, found: Binding, inside: Binding) -> Binding | None:
        """The same for an index."""
        bound = {a.letter for a in inside.values()}
        if (p.letters() - inside.keys() - found.keys() - self.letters) & bound:
            return None  # a free letter of the pattern is not the letter that a sum of the tree binds
        letter = p.letter
        if letter is not None and letter in self.letters and letter not in inside and letter not in found:
            return None if bound & e.letters() else {**found, letter: e}
        known = {**found, **inside}
        if (p.letters() & self.letters) - known.keys():
            return None
        return found if p.substitute(known) == e else None

    def forms(self, ps: tuple[Affine, ...], es: tuple[Affine, ...], found: Binding, inside: Binding) -> Binding | None:
        """The same for several indices."""
        result: Binding | None = found
        for p, e in zip(ps, es, strict=True):
            result = None if result is None else self.form(p, e, result, inside)
        return result

    def _sum(self, p: Sum, e: Sum, found: Binding, inside: Binding) -> Binding | None:
        if len(p.lowers) != len(e.lowers) or len(p.uppers) != len(e.uppers):
            return None
        result = self.forms(p.lowers + p.uppers, e.lowers + e.uppers, found, inside)
        within = {**inside, p.letter: affine(e.letter)}
        if result is None or not self._same_conditions(p, e, result, within):
            return None
        return self.match(p.body, e.body, result, within)

    def _same_conditions(self, p: Sum, e: Sum, found: Binding, within: Binding) -> bool:
        """Are the conditions of two sums the same, every letter of the pattern in them being known?"""
        known = {**found, **within}
        own = frozenset(s for c in p.where for s in c.letters()) - known.keys()
        if own & (self.letters | {a.letter for a in within.values()}):
            return False
        return {c.substitute(known) for c in p.where} == set(e.where)

    def take(
        self, wanted: list[Expr], among: list[Expr], found: Binding, inside: Binding
    ) -> Iterator[tuple[Binding, list[Expr]]]:
        """Every way to match all of `wanted` with different members of `among`: the binding, and what is left."""
        if not wanted:
            yield found, among
            return
        for n, e in enumerate(among):
            result = self.match(wanted[0], e, found, inside)
            if result is not None:
                yield from self.take(wanted[1:], among[:n] + among[n + 1 :], result, inside)


def same(a: Expr, b: Expr) -> bool:
    """Is it the same tree up to the letters that sums bind?

    >>> from symderiv.expr import Variable, total
    >>> x = Variable("x_{#}")
    >>> same(total("k", 1, "K", x("k")), total("h", 1, "K", x("h"))), same(x("k"), x("h"))
    (True, False)
    """
    return Pattern(frozenset()).match(a, b, {}, {}) is not None
