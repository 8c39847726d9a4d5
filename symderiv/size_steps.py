r"""Sizes of layers that an equation of the page gives by others: `N_l = N_{l-1} - W + 1` for `1 \le l \le K`.

With a stride, `N_l = \frac{N_{l-1} - W}{2} + 1`, it says what `N_{l-1}` is. Where `N_l` also bounds an index, such an
equation is no node but says what lengths there are. It holds for each l of its range, so no finite context says it:
sizes are drawn so that it holds (`evaluate.stepped`), and what a line needs of it is put beside the line
(`check.judge`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import lcm, prod

from .affine import Affine, IntFn, Sym, affine
from .domain.constraint import TRUE, Constraint, Domain, eq
from .expr import Add, Div, Expr, Index, Mul, Num, Sum, Var, free, of_kind
from .node import node
from .system import Piece, System


@node
class SizeStep:
    """`name(letter) = value` for the points of `domain`.

    `back` is how far away the one entry of the same name in `value` stands, -1 or 1; 0 if there is none.
    """

    name: str
    letter: Sym
    value: Affine
    domain: Domain
    back: int

    @property
    def letter_form(self) -> Affine:
        """Its letter as a form."""
        return affine(self.letter)

    def at(self, place: Affine) -> tuple[Domain, Constraint]:
        """Where it says something of the size at a place, and what."""
        put = {self.letter: place}
        return self.domain.substitute(put), eq(affine(IntFn(self.name, (place,))), self.value.substitute(put))


@lru_cache(maxsize=64)
def size_steps(system: System) -> tuple[SizeStep, ...]:
    """What the equations of a network say of its sizes; those that step from size to size come first."""
    found = [s for p in system.pieces if p.body is not None and (s := _step(p, system)) is not None]
    names = [s.name for s in found]
    return tuple(sorted((s for s in found if names.count(s.name) == 1), key=lambda s: s.back == 0))


def open_size(system: System, sides: Iterable[Expr] = ()) -> str | None:
    r"""The name of a size of which the equation that says how large it is was not understood.

    One that is a number throughout, `M = \\frac{N - K}{2} + 1`, is a node then, and no context says what its size is.
    That does not matter where a letter in it may be as it likes, since nothing else names that, nor do the `sides` of a
    line; and where M nowhere stands for a value.
    """
    return next((n for n in _open_sizes(system) if not _is_free(system, n, sides)), None)


@lru_cache(maxsize=64)
def _open_sizes(system: System) -> tuple[str, ...]:
    known = {s.name for s in size_steps(system)}
    told = {x.name for x, _ in single_sizes(system)}
    names = [p.variable.name for p in system.pieces if p.body is not None and not _is_itself(p)]
    functions = [n for n in names if n in system.size_functions and n not in known and n not in told]
    return (*functions, *(p.variable.name for p in _computed_sizes(system)))


def _is_itself(p: Piece) -> bool:
    r"""Does it say nothing but that a size is written in two ways, `r^k = r_k`?"""
    return len(p.indices) == 1 and p.body == Index(affine(IntFn(p.variable.name, (affine(p.indices[0]),))))


def _computed_sizes(system: System) -> Iterator[Piece]:
    """The sizes that are also defined, by an equation in numbers alone."""
    sizes = {_bare(s.name) for s in system.sizes}
    for p in system.pieces:
        if p.body is None or p.indices or _bare(p.variable.name) not in sizes:
            continue
        if all(not x.indices for x in of_kind(p.body, Var)) and not of_kind(p.body, Sum):
            yield p


def _is_free(system: System, name: str, sides: Iterable[Expr]) -> bool:
    """Does a letter stand in what such a size is, but nowhere else, so that the size may be any number?"""
    piece = next((p for p in _computed_sizes(system) if p.variable.name == name), None)
    if piece is None or piece.body is None:
        return False
    bodies = [p.body for p in system.pieces if p is not piece and p.body is not None]
    if any(x.variable == piece.variable for e in (*bodies, *sides) for x in of_kind(e, Var)):
        return False
    others = {_bare(s.name) for p in system.pieces for s in p.domain.letters()}
    others |= {x for e in (*bodies, *sides) for x in _letters(e)}
    return any(_reaches_all(piece.body, x) for x in _letters(piece.body) - others)


def _reaches_all(e: Expr, letter: str) -> bool:
    """Is each number the value of a sum, with a letter as one of its terms, or of such a sum over something else?"""
    if isinstance(e, Var):
        return _bare(e.variable.name) == letter
    if isinstance(e, Index):
        return any(k == 1 and isinstance(a, Sym) and _bare(a.name) == letter for a, k in e.form.terms)
    if isinstance(e, Div):
        return _reaches_all(e.numerator, letter) and letter not in _letters(e.denominator)
    with_it = [x for x in e.terms if letter in _letters(x)] if isinstance(e, Add) else []
    return len(with_it) == 1 and _reaches_all(with_it[0], letter)


def _letters(e: Expr) -> set[str]:
    """The sizes and the numbers that an expression names."""
    return {_bare(s.name) for s in free(e)} | {_bare(x.variable.name) for x in of_kind(e, Var)}


def _bare(name: str) -> str:
    return name.replace("{", "").replace("}", "")


@lru_cache(maxsize=64)
def single_sizes(system: System) -> tuple[tuple[IntFn, int], ...]:
    """The sizes that are given by a number, where nothing else is said of any: `N_L = 1`."""
    found = [p for p in system.pieces if p.body is not None and p.variable.name in system.size_functions]
    names = [p.variable.name for p in found]
    return tuple(
        (IntFn(p.variable.name, p.indices), int(p.body.value))
        for p in found
        if isinstance(p.body, Num)
        and p.body.value.denominator == 1
        and not p.letters
        and names.count(p.variable.name) == 1
    )


def _step(p: Piece, system: System) -> SizeStep | None:
    name = p.variable.name
    if name not in system.size_functions or len(p.letters) != 1 or p.indices != (affine(p.letters[0]),):
        return None
    (letter,) = p.letters
    found = None if p.body is None else _quotient(p.body, system.size_functions)
    if found is None:
        return None
    value, by = found
    if by > 1:
        return _turned(p, value, by)
    own = [(a, k) for a, k in value.terms if isinstance(a, IntFn) and a.name == name and len(a.args) == 1]
    backs = [(a.args[0] - letter).const if k == 1 and (a.args[0] - letter).is_constant else 0 for a, k in own]
    if len(own) > 1 or any(abs(b) != 1 for b in backs):
        return None
    return SizeStep(name, letter, value, p.domain, backs[0] if own else 0)


def _turned(p: Piece, value: Affine, by: int) -> SizeStep | None:
    r"""Of `N_l = \frac{N_{l-1} - W}{2} + 1`, as `value` over `by`, what it says of `N_{l-1}`: `2 N_l + W - 2`."""
    name, (letter,) = p.variable.name, p.letters
    own = [(a, k) for a, k in value.terms if isinstance(a, IntFn) and a.name == name]
    if len(own) != 1 or own[0][1] != 1:
        return None
    back = own[0][0].args[0] - letter
    if not back.is_constant or abs(back.const) != 1:
        return None
    put = {letter: affine(letter) - back.const}
    said = by * affine(IntFn(name, (affine(letter),))) - value + affine(own[0][0])
    return SizeStep(name, letter, said.substitute(put), p.domain.substitute(put), -back.const)


def _quotient(e: Expr, names: frozenset[str]) -> tuple[Affine, int] | None:
    """An expression in sizes as a form over a number, if it is one."""
    if isinstance(e, Index):
        return e.form, 1
    if isinstance(e, Num):
        return affine(e.value.numerator), e.value.denominator
    if isinstance(e, Var):
        return (affine(IntFn(e.variable.name, e.indices)), 1) if e.variable.name in names else None
    if isinstance(e, Div):
        above, below = _quotient(e.numerator, names), _quotient(e.denominator, names)
        if above is None or below is None or not below[0].is_constant or below[0].const < 1 or below[1] > 1:
            return None
        return above[0], above[1] * below[0].const
    if not isinstance(e, (Add, Mul)):
        return None
    found = [_quotient(x, names) for x in (e.terms if isinstance(e, Add) else e.factors)]
    parts = [x for x in found if x is not None]
    if len(parts) < len(found):
        return None
    if isinstance(e, Mul):
        product = _product([form for form, _ in parts])
        return None if product is None else (product, prod(by for _, by in parts))
    by = lcm(*(by for _, by in parts))
    return sum((by // k * form for form, k in parts), affine(0)), by


def _product(factors: list[Affine]) -> Affine | None:
    """The product, if all factors but one are numbers."""
    found = affine(1)
    for x in factors:
        if not (x.is_constant or found.is_constant):
            return None
        found = x.const * found if x.is_constant else found.const * x
    return found


def said_of_sizes(system: System, forms: Iterable[Affine]) -> Iterator[tuple[Domain, Constraint]]:
    """What is said of the sizes that some forms name, and in which case: of `N_{l-1}` by `N_l`, too."""
    steps = size_steps(system)
    forms = tuple(forms)
    named = dict.fromkeys(a for f in forms for a in f.atoms() if isinstance(a, IntFn) and len(a.args) == 1)
    yield from ((TRUE, eq(affine(x), n)) for x, n in single_sizes(system) if any(a.name == x.name for a in named))
    for s in steps:
        places = [a.args[0] for a in named if a.name == s.name]
        yield from map(s.at, dict.fromkeys((*places, *(x - s.back for x in places))))
