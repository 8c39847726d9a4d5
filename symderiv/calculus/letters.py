"""Which letter a new index gets: the one that a lecturer would take.

The author's own letter if it is free; else another letter that the document uses for the same range; else the first of
the usual letters that is neither a size, nor a variable, nor the document's letter for another range.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..affine import Affine, IntFn, Sym, affine
from ..domain import Domain
from ..expr import Variable, fresh
from ..system import System

USUAL = ("k", "h", "l", "m", "n", "p", "q", "r", "s", "u", "v", "a", "b", "c", "d", "e", "g")
ALTERNATIVES: dict[str, tuple[str, ...]] = {
    "t": ("s", r"\tau", "r"),
    "l": ("m", "r"),
    r"\ell": ("m", "r"),
    "n": ("m",),
    "u": ("v",),
    "v": ("u",),
}
"""What stands beside a letter in the field: time steps, layers, examples, words."""


LOOKS_LIKE = {r"\ell": "l", r"\nu": "v", r"\kappa": "k", "l": r"\ell"}
"""A letter beside which another one would be read for it."""


class Letters:
    """Picks letters for one derivation, one letter to one kind of range throughout.

    `reserved` are the letters of the goal, which mean the same on the whole page.
    """

    def __init__(self, system: System) -> None:
        self._system = system
        self.reserved: frozenset[Sym] = frozenset()
        self._ranges: dict[Sym, frozenset[str]] = {}
        for span in system.spans:
            self._ranges.setdefault(span.letter, _kind(span.upper, system.sizes))
        self._spans = dict(self._ranges)
        self._names = {base(v) for v in system.variables()} | {f.name for f in system.functions}
        self._names |= {LOOKS_LIKE[name] for name in self._names & LOOKS_LIKE.keys()}

    def pick(self, like: Sym, upper: Affine | None, taken: Iterable[Sym]) -> Sym:
        """A letter not taken, for an index that the author calls `like` and that ends at `upper`."""
        avoid = frozenset(taken) | self.reserved
        kind = _kind(upper, self._system.sizes)
        found = next((s for s in self._candidates(like, kind) if s not in avoid and self._fits(s, kind)), None)
        if found is None:
            found = fresh(avoid | self._system.sizes, like)
        self._ranges.setdefault(found, kind)
        return found

    def plain(self, letter: Sym) -> Sym:
        """A letter without the primes that renaming gave it; the author's own primes stay."""
        return letter if letter in self._spans else Sym(letter.name.rstrip("'"))

    def _candidates(self, like: Sym, kind: frozenset[str]) -> Iterable[Sym]:
        yield like
        yield from (s for s, known in self._spans.items() if known == kind and kind)
        for name in (*ALTERNATIVES.get(like.name, ()), *USUAL):
            if name not in self._names and Sym(name) not in self._system.sizes:
                yield Sym(name)

    def _fits(self, letter: Sym, kind: frozenset[str]) -> bool:
        known = self._ranges.get(letter)
        return known is None or not known or not kind or known == kind


def base(variable: Variable) -> str:
    r"""The name of a variable without its scripts.

    >>> base(Variable("net^{(3)}_{#}")), base(Variable(r"\\hat{y}_{#}"))
    ('net', '\\\\hat{y}')
    """
    return variable.key[: scripts_at(variable.key)]


def scripts_at(template: str) -> int:
    """Where the scripts of a template begin."""
    depth = 0
    for n, c in enumerate(template):
        if (c in "^_" or (n and c in "([")) and depth == 0:
            return n
        depth += (c == "{") - (c == "}")
    return len(template)


def _kind(upper: Affine | None, sizes: frozenset[Sym]) -> frozenset[str]:
    """What a range is about: the sizes in its upper end. One that ends at another index may be about anything."""
    if upper is None:
        return frozenset()
    return frozenset(a.name for a, _ in upper.terms if isinstance(a, IntFn) or a in sizes)


def upper_end(domain: Domain, letter: Sym) -> Affine | None:
    """An upper end of the letter's range, as the domain states it."""
    for c in domain.constraints:
        if c.rel == ">=" and c.form.coefficient(letter) == -1:
            return c.form + affine(letter)
    return None
