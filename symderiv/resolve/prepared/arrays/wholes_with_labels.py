r"""Arrays with a label that a page has as wholes, `W_2^T \delta_2`, and by entries in parentheses, `(W_2)_{ij}`.

Parentheses around a name with indices behind them are the entry of what the name is, by convention: the page need not
say `W_2 = ((W_2)_{ij})`. It is read as if it did where it says so of others, `x = (x_j)`, or declares shapes, for then
all arrays have to have one; and where a matrix has a small letter, the `w_1` of `w_1^T \delta`, which is no vector
then. All of such arrays have to be known by that; else, and on other pages, the names are read by their entries.

Not where a sentence or a declared shape tells what the name is, nor where the letter has an index of these entries for
its label elsewhere (`x_i` beside `(x_1)_i`): then the label may be an index, too. Layers and steps that definitions
show to be some, `(w_l)_{jk}` in that of `z_k^{(l)}`, are read without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Group, Name, Scripted, Statement
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below, transposes
from ...spelled.shape import Stem, letter_of, stem_of
from ...stated import whole_and_entry, whole_of_entry
from .arrays_of_layers import with_arrays_of_layers
from .wholes_defined import wholes_defined
from .wholes_in_bold import is_bold, without_bold
from .wholes_of_entries import wholes_of_entries

Labelled: TypeAlias = tuple[Stem, tuple[t.Node, ...]]
"""A letter and the labels below it."""


def _has_any(s: Statement) -> bool:
    return any(_entry(x) is not None for x in t.of_kind(s, Scripted))


@where(_has_any)
def with_wholes_told_by_entries(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such arrays by the names of their entries, or of a shape that is declared.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = parse_document(r"$$y_i = \sum_{j=1}^n (w_1)_{ij} x_j$$ $$\frac{\partial y}{\partial x} = w_1$$")
    >>> found = with_wholes_told_by_entries(read_formulas(page))
    >>> [len(x.scripts) for _, f in found for x in t.of_kind(f, Name) if x.base == "w"]
    [1, 2, 1]
    """
    whole = list(located)
    located = _with_bold_entries_plain(located)
    statements = [s for f in read_of(located) for s in f.statements]
    found = _untold(statements)
    if not found or not _needs_shapes(statements, found) or wholes_defined(statements):
        return whole
    telling = [*located]
    for entry in found.values():
        n = next(n for n, (_, f) in enumerate(telling) if isinstance(f, Formula) and entry in t.of_kind(f, Scripted))
        telling.insert(n, _sentence(telling[n], entry))
    bold = any(is_bold(x) for x in map(whole_of_entry, found.values()) if x is not None)
    read = with_arrays_of_layers(wholes_of_entries(telling, always=bold))  # an entry in bold would be a vector
    left = any(_told(s.chain) in found for f in read_of(read) for s in f.statements)
    return whole if left else read


def _with_bold_entries_plain(located: Sequence[Located]) -> Sequence[Located]:
    r"""The formulas without bold, where entries are in bold as their arrays are, `(\mathbf{w}_1)_{ij} \mathbf{x}_j`.

    A `\mathbf{x}_j` may be one of several vectors. It is none where j is an index of such entries, and x stands whole,
    too. So it has to be for all bold names of a page with an index, and no letter may stand without bold besides.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    held = [(whole, x) for s in statements for x in t.of_kind(s, Scripted) if (whole := _entry(x)) is not None]
    if not any(is_bold(whole) for whole, _ in held):
        return located
    names = [x for s in statements for x in t.of_kind(s, Name)]
    bold, thin = {stem_of(without_bold(x)) for x in names if is_bold(x)}, {stem_of(x) for x in names if not is_bold(x)}
    labelled, indices = {_labelled(whole) for whole, _ in held}, {letter_of(p) for _, x in held for p in _below(x)}
    bare = {stem_of(x) for x in names if is_bold(x) and not entries_below(x)}
    indexed = [x for x in names if is_bold(x) and entries_below(x) and _labelled(x) not in labelled]
    entries = all(stem_of(x) in bare and {*map(letter_of, entries_below(x))} <= indices for x in indexed)
    letters = all(base.lstrip("\\").isalpha() for base, *_ in bold)  # `\mathbf{1}` is no name without it
    if not bold.isdisjoint(thin) or not indexed or not entries or not letters:
        return located
    return with_statements(located, lambda s: rebuilt(s, _plain))


def _plain(x: Any) -> Any:
    """A name in bold without it, but for scripts, which are none of these."""
    return without_bold(x) if isinstance(x, Name) and is_bold(x) else None


def _sentence(there: Located, entry: Scripted) -> Located:
    """`W_2 = ((W_2)_{ij})`, as it would stand in front of where the entry is met."""
    display, f = there
    assert isinstance(f, Formula)
    name, span = whole_of_entry(entry), entry.span
    assert name is not None
    bare = replace(entry, scripts=tuple(s for s in entry.scripts if not s.above))
    chain = Chain((name, Group("(", (bare,), ")", span=span)), ("=",), (), span)
    alone = replace(display, before="", after="", numbers=())
    return alone, Formula(f.source, (Statement(chain),))


def _untold(statements: Sequence[Statement]) -> dict[Labelled, Scripted]:
    """Such arrays of which nothing is told, each with an entry that stands in an equation without derivatives: a page
    that defines them in one piece tells by that what they are."""
    lines = [s.chain for s in statements if s.chain.relations and EQUALITIES.issuperset(s.chain.relations)]
    plain = [c for c in lines if not t.of_kind(c, t.Derivative) and not t.of_kind(c, t.Nabla)]
    entries = {_labelled(x): e for c in plain for e in t.of_kind(c, Scripted) if (x := _entry(e)) is not None}
    if not entries:
        return {}
    told = {_told(c) for c in lines} | {x for s in statements for x in _declared(s.chain)} | {*map(_total, plain)}
    bare = {_labelled(x) for c in lines if _told(c) is None for x in _bare_in(c)}
    numbered = {stem for stem, below in bare for p in below if (stem, letter_of(p)) in {*_indices(entries)}}
    return {x: e for x, e in entries.items() if x in bare - told and x[0] not in numbered}


def _needs_shapes(statements: Sequence[Statement], found: Mapping[Labelled, Scripted]) -> bool:
    """Does a page tell the shapes of other arrays, or has it a matrix in a small letter?"""
    small = any(key[0][0].islower() and len(below) > 1 for key, e in found.items() if (below := _below(e)))
    said = (x for s in statements for x in (_told(s.chain), *_declared(s.chain)) if x is not None)
    return small or any(not base.isdigit() for (base, *_), _ in said)  # the ones tell of no other array


def _below(x: Scripted) -> tuple[t.Node, ...]:
    """The indices behind a parenthesis."""
    return tuple(p for s in x.scripts if not s.above for p in s.entries)


def _indices(entries: Mapping[Labelled, Scripted]) -> Iterator[tuple[Stem, str | None]]:
    """The letters that are indices of such entries, each with the letter of the array."""
    for (stem, _), entry in entries.items():
        yield from ((stem, letter_of(p)) for p in _below(entry))


def _total(c: Chain) -> Labelled | None:
    r"""The name that is made of entries in its own letter, and so is none of their array: `E_1 = \sum_i (E_1)_i`."""
    left = c.members[0]
    own = {whole_of_entry(x) for m in c.members[1:] for x in t.of_kind(m, Scripted)}
    return _labelled(left) if isinstance(left, Name) and left in own else None


def _entry(x: Scripted) -> Name | None:
    """The array of an entry whose indices are one or two letters, each another one."""
    whole = whole_of_entry(x)
    letters = [letter_of(p) for p in _below(x)]
    if whole is None or None in letters or len({*letters}) != len(letters) or not 1 <= len(letters) <= len("ij"):
        return None
    return whole if not whole.primes and all(not s.above for s in whole.scripts) else None


def _labelled(x: Name) -> Labelled:
    return stem_of(x), entries_below(x)


def _bare_in(x: object) -> Iterator[Name]:
    """The names of a formula that stand as they are, with labels below and at most a transpose above."""
    if isinstance(x, Scripted) and whole_of_entry(x) is not None:
        return
    if isinstance(x, Name):
        if not x.primes and all(not s.above or transposes(s) for s in x.scripts):
            yield x
        return
    for child in parts(x):
        if not isinstance(child, t.Script):
            yield from _bare_in(child)


def _told(c: Chain) -> Labelled | None:
    """The array of a sentence `W_2 = ((W_2)_{ij})`, or `W_2 = (w_{ij})`."""
    whole, entry = whole_and_entry(c) or (None, None)
    return _labelled(whole) if whole is not None and isinstance(entry, (Name, Scripted)) else None


def _declared(c: Chain) -> Iterator[Labelled]:
    r"""The arrays of `W_2, W_3 \in \mathbb{R}^{h \times d}`."""
    yield from (_labelled(x) for x in t.listed(c.members[0]) if isinstance(x, Name) and c.relations == (r"\in",))
