r"""Sums of terms: `weight * product of factor powers`, summed over the integer points of a domain.

A *term* lists its bound letters; every other letter is free. An equality in the domain that fixes a bound letter is
used up at once: the letter is replaced everywhere (a Kronecker delta is nothing else). A *factor* is an entry of a
variable, a derivative that is not expanded further, a function of sums of terms, or a sum of terms under a power that
is not a positive integer. Sums of terms inside a factor are a `Normal`, kept in canonical form (see `terms`), so that
factors can be looked up and compared.

Bound letters are `~1`, `~2`, ... while a list of terms is worked on, unique in the process; in a `Normal` they are
`#h.0`, `#h.1`, ..., where `h` is its height (how deep it nests), so a sum inside a factor never captures one outside.
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache
from itertools import count
from typing import TypeAlias, Union

from ..affine import Affine, Sym, unshared
from ..domain import TRUE, Domain
from ..expr import Variable
from ..node import node
from .poly import ONE, Exponent, Poly


@node
class Rate:
    r"""The head of a derivative that stays: `\partial of / \partial wrt`, its indices those of `of`, then of `wrt`."""

    of: Variable
    wrt: Variable
    direct: bool


Head: TypeAlias = Union[Variable, Rate]


@node
class Entry:
    """One entry of a variable or of a derivative."""

    head: Head
    indices: tuple[Affine, ...]


@node
class Call:
    """A function of sums of terms; `order` counts primes by argument."""

    function: str
    order: tuple[int, ...]
    args: tuple[Normal, ...]


@node
class Base:
    """A sum of terms that stands under a power which is not a positive integer."""

    inner: Normal


Factor: TypeAlias = Union[Entry, Call, Base]
Powers: TypeAlias = tuple[tuple[Factor, Exponent], ...]


@node
class Term:
    """`weight * product(factor ** exponent)`, summed over the values of the bound letters in the domain."""

    weight: Poly
    powers: Powers = ()
    bound: tuple[Sym, ...] = ()
    domain: Domain = TRUE


@node
class Normal:
    """Terms in canonical form. `free` are its free letters, `height` how deep it nests."""

    terms: tuple[Term, ...]
    free: frozenset[Sym] = field(default=frozenset(), compare=False)
    height: int = field(default=1, compare=False)


Terms: TypeAlias = list[Term]

UNIT = Term(ONE)
_numbers = count(1)


def fresh() -> Sym:
    """A bound letter that nothing else uses."""
    return unshared(f"~{next(_numbers)}")


def level(s: Sym) -> int:
    """The height of the normal form that binds the letter; 0 for any other letter."""
    return int(s.name[1 : s.name.index(".")]) if s.name[0] == "#" else 0


def is_placeholder(s: Sym) -> bool:
    """Is it a letter of this package, whose name means nothing?"""
    return s.name[0] in "~#$@"


@lru_cache(maxsize=1 << 12)
def letters(f: Factor) -> frozenset[Sym]:
    """The free letters of a factor."""
    if isinstance(f, Entry):
        return frozenset(s for i in f.indices for s in i.letters())
    if isinstance(f, Call):
        return frozenset().union(*(a.free for a in f.args))
    return f.inner.free


@lru_cache(maxsize=1 << 12)
def heads(f: Factor) -> frozenset[Head]:
    """The variables and derivatives of which entries stand in a factor."""
    if isinstance(f, Entry):
        return frozenset((f.head,))
    inside = (f.inner,) if isinstance(f, Base) else f.args
    return frozenset().union(*(heads(g) for n in inside for t in n.terms for g, _ in t.powers))


def term_letters(t: Term) -> frozenset[Sym]:
    """Every letter of a term, bound ones included."""
    return t.weight.letters().union(t.domain.letters(), *(letters(f) for f, _ in t.powers))


def height(f: Factor) -> int:
    """How deep a factor nests."""
    if isinstance(f, Entry):
        return 0
    return f.inner.height if isinstance(f, Base) else max((a.height for a in f.args), default=0)


@lru_cache(maxsize=1 << 12)
def size(f: Factor) -> int:
    """How many factors it takes to write a factor out, those inside of it included: what is shared counts each time."""
    if isinstance(f, Entry):
        return 1
    inner = (f.inner,) if isinstance(f, Base) else f.args
    return 1 + sum(size(g) for n in inner for t in n.terms for g, _ in t.powers)
