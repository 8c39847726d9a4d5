"""Affine integer forms: what stands in an index, a bound or a condition.

An *atom* is an integer unknown: a letter (`Sym`: an index `i` or a size `I`) or a term (`IntFn`: a size or an index
that depends on indices, `d_{\\ell-1}`, `c_m`). An `Affine` is an integer combination of atoms plus an integer. Whether
a letter is an index or a size is not written on it: the network knows (`System.sizes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TypeAlias, Union

from .node import node

_LETTERS: dict[str, Sym] = {}
_FORMS: dict[tuple[tuple[tuple[Atom, int], ...], int], Affine] = {}
_MADE: dict[tuple[tuple[tuple[Atom, int], ...], int], Affine] = {}
"""Forms by their coefficients in the order in which they were added up, zeros included."""
_MOST_FORMS = 1 << 13


@node
class Sym:
    """An integer letter, by its LaTeX spelling.

    >>> Sym("i"), Sym(r"\\ell"), Sym("k'")
    (i, \\ell, k')
    """

    name: str

    def __new__(cls, name: str) -> Sym:
        # one object a letter: letters are the keys of most look-ups, and identity is what a look-up tries first
        found = _LETTERS.get(name)
        if found is None:
            found = object.__new__(cls)
            _LETTERS[name] = found
        return found

    def __repr__(self) -> str:
        return self.name

    @property
    def key(self) -> tuple[int, str, tuple[object, ...]]:
        """A total order on atoms: letters first, then terms."""
        return (0, self.name, ())


def unshared(name: str) -> Sym:
    """A letter that nobody will ask for by its name, a number among all that were ever made: it goes with what uses it.

    >>> unshared("~1") is unshared("~1"), Sym("i") is Sym("i")
    (False, True)
    """
    made = object.__new__(Sym)
    made.__init__(name)  # type: ignore[misc]
    return made


# letters are one object each: they are told apart by identity, which look-ups do without calling Python
Sym.__hash__ = object.__hash__  # type: ignore[method-assign]
Sym.__eq__ = object.__eq__  # type: ignore[method-assign]


@node
class IntFn:
    """An integer that depends on integers: the size `d_{\\ell-1}` or `m(l)`, the looked-up index `c_m`.

    `spelling` is how the author writes it, `#1` standing for the first argument; it does not take part in equality.
    """

    name: str
    args: tuple[Affine, ...]
    spelling: str = field(default="", compare=False)

    def __repr__(self) -> str:
        return f"{self.name}({', '.join(map(repr, self.args))})"

    @property
    def key(self) -> tuple[int, str, tuple[object, ...]]:
        """A total order on atoms: letters first, then terms."""
        return (1, self.name, tuple(a.key for a in self.args))


Atom: TypeAlias = Union[Sym, IntFn]
AffineLike: TypeAlias = "Affine | Sym | IntFn | int | str"


@node
class Affine:
    """`const + sum(coefficient * atom)`, integers throughout, atoms in canonical order, no zero coefficient.

    Build one with `affine` and arithmetic, never by hand:

    >>> i, I = affine("i"), affine("I")
    >>> i + I - 1
    I + i - 1
    >>> (2 * i + 3) - i
    i + 3
    >>> (i - i).is_constant, (i + 1).substitute({Sym("i"): I})
    (True, I + 1)
    """

    terms: tuple[tuple[Atom, int], ...]
    const: int
    _letters: frozenset[Sym] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def is_constant(self) -> bool:
        """Is it a plain integer?"""
        return not self.terms

    @property
    def letter(self) -> Sym | None:
        """The letter if the form is just one letter, else None."""
        if self.const == 0 and len(self.terms) == 1 and self.terms[0][1] == 1:
            atom = self.terms[0][0]
            return atom if isinstance(atom, Sym) else None
        return None

    @property
    def key(self) -> tuple[object, ...]:
        """A total order on forms."""
        return (tuple((a.key, c) for a, c in self.terms), self.const)

    def coefficient(self, atom: Atom) -> int:
        """The coefficient of `atom` (0 if absent); occurrences inside the arguments of a term do not count."""
        for a, c in self.terms:
            if a == atom:
                return c
        return 0

    def atoms(self) -> Iterator[Atom]:
        """Its atoms, and those inside the arguments of its terms."""
        for a, _ in self.terms:
            yield a
            if isinstance(a, IntFn):
                for arg in a.args:
                    yield from arg.atoms()

    def letters(self) -> frozenset[Sym]:
        """Every letter in it, those inside the arguments of terms included."""
        found = self._letters
        if found is None:
            found = frozenset([a for a in self.atoms() if isinstance(a, Sym)])
            object.__setattr__(self, "_letters", found)
        return found

    def substitute(self, values: Mapping[Sym, Affine]) -> Affine:
        """Replace letters simultaneously, inside the arguments of terms too."""
        if values.keys().isdisjoint(self.letters()):
            return self
        total: dict[Atom, int] = {}
        const = self.const
        for atom, c in self.terms:
            if isinstance(atom, Sym):
                new = values.get(atom)
                if new is None:
                    total[atom] = total.get(atom, 0) + c
                    continue
                const += c * new.const
                for a, k in new.terms:
                    total[a] = total.get(a, 0) + c * k
            else:
                atom = IntFn(atom.name, tuple(x.substitute(values) for x in atom.args), atom.spelling)
                total[atom] = total.get(atom, 0) + c
        return _make(total, const)

    def __add__(self, other: AffineLike) -> Affine:
        other = affine(other)
        total = dict(self.terms)
        for a, c in other.terms:
            total[a] = total.get(a, 0) + c
        return _make(total, self.const + other.const)

    __radd__ = __add__

    def __neg__(self) -> Affine:
        return self * -1

    def __sub__(self, other: AffineLike) -> Affine:
        other = affine(other)
        total = dict(self.terms)
        for a, c in other.terms:
            total[a] = total.get(a, 0) - c
        return _make(total, self.const - other.const)

    def __rsub__(self, other: AffineLike) -> Affine:
        return affine(other) - self

    def __mul__(self, factor: int) -> Affine:
        if factor == 1:
            return self
        if factor == 0:
            return ZERO
        return Affine(tuple((a, c * factor) for a, c in self.terms), self.const * factor)

    __rmul__ = __mul__

    def __repr__(self) -> str:
        text = ""
        for a, c in self.terms:
            sign = "-" if c < 0 else "+"
            body = repr(a) if abs(c) == 1 else f"{abs(c)}*{a!r}"
            text += f" {sign} {body}" if text else (f"-{body}" if c < 0 else body)
        if self.const or not text:
            c = self.const
            text += (f" {'-' if c < 0 else '+'} {abs(c)}") if text else str(c)
        return text


def _make(total: Mapping[Atom, int], const: int) -> Affine:
    """The form with these coefficients; the same object for the same form, so that comparing it is quick."""
    typed = (tuple(total.items()), const)
    made = _MADE.get(typed)
    if made is None:
        made = _ordered(total, const)
        if all(isinstance(a, Sym) for a in total):  # a term keeps its author's spelling, which equality ignores
            if len(_MADE) > _MOST_FORMS:
                _MADE.clear()
            _MADE[typed] = made
    return made


def _ordered(total: Mapping[Atom, int], const: int) -> Affine:
    found = [(a, c) for a, c in total.items() if c]
    if len(found) > 1:
        found.sort(key=_first_key)
    terms = tuple(found)
    made = _FORMS.get((terms, const))
    if made is None:
        made = Affine(terms, const)
        if all(isinstance(a, Sym) for a, _ in terms):
            if len(_FORMS) > _MOST_FORMS:
                _FORMS.clear()
            _FORMS[terms, const] = made
    return made


def _first_key(term: tuple[Atom, int]) -> tuple[int, str, tuple[object, ...]]:
    return term[0].key


ZERO = Affine((), 0)
ONE = Affine((), 1)


def affine(x: AffineLike) -> Affine:
    """The affine form of an integer, an atom, the name of a letter, or a form (returned as it is)."""
    if isinstance(x, Affine):
        return x
    if isinstance(x, int):
        return _make({}, x)
    if isinstance(x, str):
        x = Sym(x)
    return _make({x: 1}, 0)
