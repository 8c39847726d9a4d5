r"""Sizes that only lines name and that count the units of a layer: the K of `\sum_{k=1}^{K} \delta_k^{(l+1)} w_{kj}`.

Where a page leaves open how many units its layers have, each has a number of its own, `n_{l+1}`. A line that sums over
such a layer up to a size of which nothing else is said means that number. Whatever else words say of the size, they
have to speak of that layer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..affine import Affine, IntFn, Sym, affine
from ..errors import ReadError
from ..expr import Expr, Sum, bound, children, free, own_forms, rebuild, walk
from ..latex.scripts import index
from ..network.uses import uses
from ..read import Reading
from ..resolve.written import Written
from ..system import Piece, System

_MATHS = re.compile(r"\$\$.*?\$\$|\\\[.*?\\\]|\\begin\{(equation|align)\*?\}.*?\\end\{\1\*?\}|\$[^$]*\$", re.DOTALL)
_SENTENCE = re.compile(r"[.。．;；](?:\s|\Z|(?=[^\x00-\x7f]))|\n\s*\n")
_NEXT = re.compile(r"(?<![A-Za-z])l\s*\+\s*1|\\ell\s*\+\s*1")
"""How the layer behind a layer is written."""
NOTE = "`{}` counts the units of a layer: `{}` is taken"
OPEN = "it is not understood which units `{}` counts"


def with_units_of_layers(reading: Reading, system: System, text: str) -> Reading:
    """The reading with numbers of units of layers in the place of such sizes; unread where words say more of one."""
    made_up = system.size_functions - reading.draft.size_functions
    if not made_up:
        return reading
    found: dict[Sym, set[Affine]] = {}
    for w in reading.claims:
        for m in (m for m in w.members if not isinstance(m, ReadError)):
            for size, units in _counted(system, m, made_up):
                found.setdefault(size, set()).add(units)
    said = {s for p in system.pieces for s in _letters(p)} | {
        s for r in reading.draft.ranges for s in r.upper.letters()
    }
    told = {size: next(iter(units)) for size, units in found.items() if len(units) == 1 and size not in said}
    if not told:
        return reading
    meant = {size: units if _is_of_that_layer(size, units, text) else None for size, units in told.items()}
    notes = tuple(NOTE.format(size.name, index(units)) for size, units in meant.items() if units is not None)
    claims = tuple(_with_units(w, meant) for w in reading.claims)
    return replace(reading, claims=claims, notes=(*reading.notes, *notes))


def _letters(piece: Piece) -> Iterator[Sym]:
    yield from piece.domain.letters()
    for e in walk(piece.body) if piece.body is not None else ():
        yield from (s for form in own_forms(e) for s in form.letters())


def _counted(system: System, e: Expr, made_up: frozenset[str]) -> Iterator[tuple[Sym, Affine]]:
    """The sizes up to which sums over a layer go, each with the number of units that it has."""
    for x in walk(e):
        if isinstance(x, Sum) and len(x.uppers) == 1 and x.uppers[0].letter is not None:
            units = _units(system, x, made_up)
            if units is not None and x.uppers[0] == affine(x.uppers[0].letter):
                yield x.uppers[0].letter, units


def _units(system: System, e: Sum, made_up: frozenset[str]) -> Affine | None:
    """The number of units of the layer that all entries in a sum are of, if it is one that nobody named."""
    lasts = {
        last
        for use in uses(e.body, frozenset([e.letter]))
        for p, form in enumerate(use.entry.indices)
        if form == affine(e.letter)
        for piece in system.of(use.entry.variable)
        for last in _lasts(piece, use.entry.indices, p)
    }
    units = lasts.pop() if len(lasts) == 1 else None
    size = next(iter(units.atoms()), None) if units is not None else None
    return units if isinstance(size, IntFn) and size.name in made_up and units == affine(size) else None


def _lasts(piece: Piece, indices: tuple[Affine, ...], p: int) -> Iterator[Affine]:
    letter = piece.indices[p].letter
    pairs = [(own.letter, own, form) for own, form in zip(piece.indices, indices, strict=True)]
    if letter is None or any(s is None and own != form for s, own, form in pairs):
        return
    values = {s: form for s, _, form in pairs if s is not None and s != letter}
    for c in piece.domain.constraints:
        if c.rel == ">=" and c.form.coefficient(letter) == -1:
            yield (c.form + affine(letter)).substitute(values)


def _is_of_that_layer(size: Sym, units: Affine, text: str) -> bool:
    """Does nothing that words say of a size speak of anything but that layer?"""
    name = re.escape(size.name)
    alone = re.compile(rf"\$\s*{name}\s*\$|(?<![A-Za-z0-9\\_^]){name}(?![A-Za-z0-9_^(])")
    said = [s for s in _SENTENCE.split(_without_formulas(text, name)) if alone.search(s)]
    behind = any(
        form.const == 1 and len(form.letters()) == 1 for a in units.atoms() if isinstance(a, IntFn) for form in a.args
    )
    return all(behind and _NEXT.search(s) for s in said)


def _without_formulas(text: str, name: str) -> str:
    """The text without its formulas but those that name the size alone or a layer."""

    def kept(m: re.Match[str]) -> str:
        inner = m[0].strip("$")
        return m[0] if re.fullmatch(rf"\s*{name}\s*", inner) or _NEXT.fullmatch(inner.strip()) else " "

    return _MATHS.sub(kept, text)


def _with_units(w: Written, meant: dict[Sym, Affine | None]) -> Written:
    members = tuple(m if isinstance(m, ReadError) else _put(m, meant) for m in w.members)
    return w if members == w.members else replace(w, members=members)


def _put(e: Expr, meant: dict[Sym, Affine | None]) -> Expr | ReadError:
    """A formula with the numbers of units; what is wrong with it where these are not known."""
    ends = {u.letter for x in walk(e) if isinstance(x, Sum) for u in x.uppers if u.letter is not None} & meant.keys()
    unknown = sorted(s.name for s in ends if meant[s] is None)
    if unknown:
        return ReadError(OPEN.format(unknown[0]))
    known = {s: units for s in ends if (units := meant[s]) is not None and units.letters() <= free(e) | bound(e)}
    return _replaced(e, known) if known else e


def _replaced(e: Expr, known: dict[Sym, Affine]) -> Expr:
    new = rebuild(e, lambda x: _replaced(x, known)) if children(e) else e
    if not isinstance(new, Sum) or not any(u.letter in known for u in new.uppers):
        return new
    uppers = tuple(u.substitute({s: n for s, n in known.items() if u == affine(s)}) for u in new.uppers)
    return Sum(new.letter, new.lowers, uppers, new.body, new.where)
