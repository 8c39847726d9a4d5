r"""Transposes typed with a prime, as in econometrics: `x_i'\beta`, `X'X`, `(y - X\beta)'(y - X\beta)`.

A prime is one where the page says so, on one name where it says so of that one (beside `W'`, the transpose of W, a `b'`
is another bias), and not on what it declares to be another array, `b' \in \mathbb{R}^n`. Without a word it has to show:
two columns are no product, so one stands for its transpose in `x_i'\beta`, and so does a parenthesis with a prime
before another array. Even then no array with a prime may stand alone, or be transposed itself: that would be another
array, the W' of a decoder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ...document.blocks import Block
from ...latex import tree as t
from ...latex.tree import Node
from ...latex.walking import rebuilt
from ..asked import any_of
from ..located import Located, read_of, with_statements
from ..spelled.shape import named
from ..stated import is_told_by_letter, matrix_told, whole_and_entry
from .declared import BOLD, FONTS, Declared, declarations, split
from .primes_told import names_told, primes_are_transposes, tells_of_another
from .small import transposed_base
from .spaces_behind import spaces_apart
from .typed_out import declared_where_typed_out
from .words import called_vectors, said_in_words

ESTIMATES = frozenset(["hat", "tilde", "bar", "widehat", "widetilde", "overline"])
"""Accents under which an array stays one of the same shape."""


def _has_primes(s: t.Statement) -> bool:
    return any(x.primes == 1 for x in t.of_kind(s, t.Name)) or any(x.primes == 1 for x in t.of_kind(s, t.Scripted))


def _has_none_applied(s: t.Statement) -> bool:
    """Does a prime stand on something else than a name right before a parenthesis, `f'(z)`?"""
    if any(x.primes == 1 for x in t.of_kind(s, t.Scripted)):
        return True
    pairs = (pair for p in t.of_kind(s, t.Product) for pair in pairwise(p.factors))
    applied = {id(a.body) for a, b in pairs if b.joined and isinstance(b.body, t.Group)}
    return any(x.primes == 1 and id(x) not in applied for x in t.of_kind(s, t.Name))


def with_primes_turned(located: Sequence[Located], blocks: Sequence[Block] = ()) -> Sequence[Located]:
    """The formulas with `^T` for such primes."""
    if not any_of(located, _has_primes):
        return located
    told = primes_are_transposes(located, blocks)
    letters = frozenset(map(_letter, names_told(located, blocks))) if not told else frozenset()
    told = told or (any(_is_for_any(x, located) for x in letters) and not tells_of_another(located, letters))
    if not (told or letters) and not any_of(located, _has_none_applied):
        return located
    formulas = read_of(located)
    if not any(_has_primes(s) for f in formulas for s in f.statements):
        return located
    page = _seen(located, told)
    shown = [f for f in formulas if not _is_of(f, letters)]
    if not told and not (page.shows_it(shown) and page.fits_all(shown)):
        if not letters:
            return located
        page = _Page(_seen(located, True).arrays & letters, page.columns)

    def change(x: Any) -> Node | None:
        if isinstance(x, t.Name) and page.is_primed(x):
            return replace(x, primes=0, scripts=(*x.scripts, _mark(x)))
        if isinstance(x, t.Scripted) and page.is_primed_group(x):
            return t.Scripted(rebuilt(x.base, change), (_mark(x),), 0, x.span)
        return None

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_of(f: t.Formula, letters: frozenset[str]) -> bool:
    """Is it nothing but the name that a sentence is about?"""
    members = [m for s in f.statements for m in s.chain.members]
    return len(members) == 1 and isinstance(members[0], t.Name) and _letter(members[0]) in letters


def _is_for_any(letter: str, located: Sequence[Located]) -> bool:
    r"""Does a letter stand nowhere but by itself? The A of `$A'$ denotes the transpose of $A$` is any matrix then."""
    using = (f for f in read_of(located) if any(_letter(x) == letter for x in t.of_kind(f, t.Name)))
    return all(_is_of(f, frozenset([letter])) for f in using)


def _mark(x: t.Name | t.Scripted) -> t.Script:
    return t.Script(True, (t.Symbol(r"\top", x.span),), "", False, True, x.span)


def _letter(x: t.Name) -> str:
    """The letter of a name, also under the hat of an estimate."""
    kept = tuple(a for a in x.accents if a not in ESTIMATES)
    return split(named(x if kept == x.accents else replace(x, accents=kept)))[0].rstrip("'")


@dataclass(frozen=True, slots=True)
class _Page:
    """The letters of a page that are arrays; `columns` are its vectors, each with how many scripts it has."""

    arrays: frozenset[str]
    columns: frozenset[tuple[str, int]]

    def is_primed(self, x: t.Name) -> bool:
        """Is it the name of an array with one prime?"""
        return x.primes == 1 and not any(s.above for s in x.scripts) and _letter(x) in self.arrays

    def is_primed_group(self, x: t.Scripted) -> bool:
        """Is it a parenthesis of arrays with one prime, or a list of entries with one?"""
        single = x.primes == 1 and not x.scripts and isinstance(x.base, t.Group)
        return single and (_is_list(x) or (self.holds(x.base) and not _is_composed(x.base)))

    def holds(self, x: Node) -> bool:
        return any(_letter(n) in self.arrays for n in t.of_kind(x, t.Name))

    def is_column(self, x: Node) -> bool:
        """Is it a vector, as far as words, its font, or a list of its entries tell?"""
        if not isinstance(x, t.Name):
            return False
        letter = _letter(x)
        thin = BOLD.sub(r"\1", letter).lstrip("\\")
        bold = letter.startswith(FONTS) and thin[:1].islower()
        return letter in self.arrays and (bold or (letter, sum(len(s.entries) for s in x.scripts)) in self.columns)

    def shows_it(self, formulas: Sequence[t.Formula]) -> bool:
        """Does a prime stand where only a transpose lets the shapes fit?"""
        for f in formulas:
            if any(_is_list(x) for x in t.of_kind(f, t.Scripted)):
                return True
            for factors in _runs(f):
                if any(self._fits_turned(factors[n:]) for n in range(len(factors) - 1)):
                    return True
        return False

    def _fits_turned(self, factors: Sequence[tuple[str, Node, bool]]) -> bool:
        """Does a run of factors begin with a column, or a parenthesis, that is a transpose?"""
        (_, first, _), (operator, second, joined) = factors[:2]
        if operator:
            return False
        if isinstance(first, t.Scripted):  # `(y - X\\beta)'(y - X\\beta)`
            turned = any(map(transposed_base, t.of_kind(first, t.Name)))
            return second == first.base and self.is_primed_group(first) and not _is_list(first) and not turned
        if joined:
            return False
        if not isinstance(first, t.Name) or first.primes != 1 or not self.is_column(first):
            return False
        if self.is_column(second) and not _is_primed(second):
            return True
        last = next((b for op, b, _ in factors[2:3] if not op), None)  # `w'\Sigma w`
        return last is not None and _is_same(first, last)

    def fits_all(self, formulas: Sequence[t.Formula]) -> bool:
        """Do all arrays with a prime stand beside arrays, or below a derivative, none of them transposed besides?"""
        for f in formulas:
            for s in f.statements:
                if any(isinstance(m, t.Name) and self.is_primed(m) for m in s.chain.members) or self._stands_alone(s):
                    return False
            primed = [x for x in t.of_kind(f, t.Name) if x.primes and _letter(x) in self.arrays]
            if any(transposed_base(x) or x.primes > 1 for x in primed):
                return False
        return True

    def _stands_alone(self, s: t.Statement) -> bool:
        """Does a name with a prime stand where no array is beside it, and nothing is differentiated by it?"""
        pairs = (pair for factors in _runs(s) for pair in pairwise(factors))
        both = ((a, b) for (_, a, _), (operator, b, _) in pairs if not operator and self.holds(a) and self.holds(b))
        beside = {id(x) for pair in both for x in pair}
        beside |= {id(x) for d in t.of_kind(s, t.Derivative) if len(d.wrt) > 1 for w in d.wrt[1:] for x in t.walk(w)}
        return any(self.is_primed(x) and id(x) not in beside for x in t.of_kind(s, t.Name))


def _seen(located: Sequence[Located], told: bool) -> _Page:
    """The arrays of a page; where primes are `told`, what carries one before something else is one, too."""
    said = list(_declared(located))
    formulas = read_of(located)
    matrices = {base for base, d in said if d.kind == "m"}
    columns = {(base, len(d.pieces)) for base, d in said if d.kind in ("c", "r")} | called_vectors(located)
    arrays = matrices | {base for base, _ in columns}
    told_as, sure = frozenset(arrays), set(arrays)
    names = [x for f in formulas for x in t.of_kind(f, t.Name)]
    arrays |= {b for x in names if (b := _letter(x)).startswith(FONTS)}
    runs = [factors for f in formulas for factors in _runs(f)]
    before = {
        _letter(a)
        for factors in runs
        for (_, a, _), (_, _, joined) in pairwise(factors)
        if isinstance(a, t.Name) and a.primes == 1 and not joined
    }
    # `X'X`
    sure |= {
        _letter(a)
        for run in runs
        for (_, a, _), (_, b, joined) in pairwise(run)
        if not joined and isinstance(a, t.Name) and _is_same(a, b)
    }
    before -= {_letter(x) for f in formulas for x in _indices(f)}
    if told:
        arrays |= before | {_letter(x) for f in formulas for x in _second_of_two(f)}
        sure |= before
    applied = {
        (_letter(a), a.primes > 0)
        for factors in runs
        for (_, a, _), (_, b, joined) in pairwise(factors)
        if joined
        and isinstance(a, t.Name)
        and isinstance(b, (t.Group, t.Scripted))
        and not _holds_itself(a, b, told_as)
    }
    functions = {letter for letter, primed in applied if not primed and letter not in matrices}
    arrays -= {letter for letter, primed in applied if primed and (letter in functions or letter not in sure)}
    arrays -= functions - {base for base, _ in columns} if told else set()
    arrays -= {_letter(x) for f in formulas for s in f.statements for c in _chains(s) for x in _declared_with_primes(c)}
    return _Page(frozenset(arrays), frozenset(columns))


def _holds_itself(a: t.Name, group: Node, arrays: frozenset[str]) -> bool:
    """Does an array stand in the parenthesis behind it, too? No function has itself for an argument: `w(y - Xw)'`."""
    return (x := _letter(a)) in arrays and any(_letter(n) == x for n in t.of_kind(group, t.Name))


def _declared(located: Sequence[Located]) -> Iterator[tuple[str, Declared]]:
    """What the page says of shapes, in formulas and in words."""
    located, behind = spaces_apart(with_statements(located, _with_lists_turned))
    chains = [c for f in read_of(declared_where_typed_out(located)) for s in f.statements for c in _chains(s)]
    yield from behind
    yield from declarations(chains)
    yield from said_in_words(located)
    yield from filter(None, map(_of_entries, chains))


def _chains(s: t.Statement) -> tuple[t.Chain, ...]:
    return (s.chain, *(c for c in s.conditions if isinstance(c, t.Chain)))


def _declared_with_primes(c: t.Chain) -> Iterator[t.Name]:
    r"""The b' of `b, b' \in \mathbb{R}^n`."""
    if r"\in" in c.relations:
        yield from (x for m in c.members for x in t.of_kind(m, t.Name) if x.primes == 1)


def _of_entries(c: t.Chain) -> tuple[str, Declared] | None:
    """What `x_i = (x_{ij})` and `X = (x_{ij})` say."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, t.Name):
        return None
    if matrix_told(c) is None and not is_told_by_letter(whole, entry):
        return None
    base, pieces, _ = split(named(whole))
    kind = {1: "c", 2: "m"}.get(len(named(entry).pieces) - len(pieces))
    return (base, Declared(pieces, kind, ())) if kind is not None else None


def _with_lists_turned(s: t.Statement) -> t.Statement:
    found: t.Statement = rebuilt(s, _turned_list)
    return found


def _turned_list(x: Any) -> Node | None:
    return t.Scripted(x.base, (_mark(x),), 0, x.span) if isinstance(x, t.Scripted) and _is_list(x) else None


def _is_list(x: t.Scripted) -> bool:
    r"""Is it `(x_1, \dots, x_n)'`?"""
    group = x.base
    listed = isinstance(group, t.Group) and group.open in ("(", "[") and len(group.items) > 1
    return listed and x.primes == 1 and not x.scripts


def _is_composed(x: Node) -> bool:
    return any(f.operator == r"\circ" for f in t.of_kind(x, t.Factor))


def _is_primed(x: Node) -> bool:
    return isinstance(x, t.Name) and x.primes > 0


def _is_same(a: t.Name, b: Node) -> bool:
    """Is b the name that a is with a prime?"""
    return a.primes == 1 and b == replace(a, primes=0)


def _indices(x: t.Formula) -> Iterator[t.Name]:
    """What stands under sums, below names, and alone above them."""
    for s in t.of_kind(x, t.BigSum):
        yield from (n for b in s.below for n in t.of_kind(b, t.Name))
    for script in t.of_kind(x, t.Script):
        if not script.above or len(script.entries) == 1:
            yield from (e for e in script.entries if isinstance(e, t.Name))


def _second_of_two(x: t.Formula) -> Iterator[t.Name]:
    r"""The `\beta'` of `\partial \beta \partial \beta'`."""
    for d in t.of_kind(x, t.Derivative):
        for a, b in pairwise(d.wrt):
            one, two = a.body, b.body
            if isinstance(one, t.Name) and isinstance(two, t.Name) and two.primes == 1 and one.base == two.base:
                yield two


def _runs(x: t.Tree) -> Iterator[list[tuple[str, Node, bool]]]:
    """Factors that follow one another, also in an exponent: the sign before each, and whether there is no space."""
    for p in t.of_kind(x, t.Product):
        yield [(f.operator, f.body, f.joined) for f in p.factors]
    for s in t.of_kind(x, t.Script):
        if s.above and len(s.entries) > 1 and not s.commas:
            yield [("", e, False) for e in s.entries]
