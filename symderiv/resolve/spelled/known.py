r"""Names of a network that is already there, for reading formulas about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ...affine import Affine
from ...expr import Variable, variables
from ...functions import WELL_KNOWN
from ...latex.names import Names as LetterNames
from ...memo import of_this_object
from ...notation import BOLD_FONTS
from ...pattern import lazily
from ...system import Piece, System
from .keys import split_key, tags_of
from .names import Names

BOLD = lazily(rf"\\(?:{'|'.join(sorted(BOLD_FONTS))})\{{([A-Za-z])\}}")
"""A letter set in bold."""


def variables_of(system: System | None) -> Iterator[Variable]:
    """Every variable of a network, its objective included."""
    if system is None:
        return
    yield from system.variables()
    if system.objective is not None:
        yield system.objective


def known_names(system: System | None) -> Names:
    """What the letters of a network mean, for a page to learn more."""
    known = _known(system)
    return replace(
        known,
        labels=set(known.labels),
        families={family: set(patterns) for family, patterns in known.families.items()},
        known=dict(known.known),
        defined=set(known.defined),
        letters=dict(known.letters),
        kinds=dict(known.kinds),
        begins=dict(known.begins),
        apart={where: set(kinds) for where, kinds in known.apart.items()},
        together={},
        met={},
        finals={},
    )


@of_this_object(64)
def _known(system: System | None) -> Names:
    names = Names()
    if system is None:
        return names
    names.sizes = frozenset(s.name for s in system.sizes)
    letters = {s.name for p in system.pieces for s in p.letters} | {s.letter.name for s in system.spans}
    names.index = frozenset(letters) - names.sizes
    names.size_names = system.size_functions | system.lookups
    names.looked_up = names.number = system.lookups
    names.indexed_sizes = names.size_names
    for variable in variables_of(system):
        names.add_known(variable)
        for p in system.of(variable):
            if len(p.letters) == variable.arity:
                names.letters.setdefault(variable.key, tuple(s.name for s in p.letters))
    labels = {(letter, above) for _, letter, above in names.labels if letter not in names.index}
    names.labels |= {(family[0], letter, above) for family in names.families for letter, above in labels}
    return names


@of_this_object(64)
def signatures_of(system: System | None) -> tuple[Names, frozenset[tuple[str, int, int]]]:
    """What the letters of a network mean, to be looked at only, and the signatures of its variables."""
    names = _known(system)
    return names, frozenset(map(names.signature_of, variables_of(system)))


def lengths_of(system: System) -> dict[tuple[str, int], tuple[str | None, ...]]:
    r"""The sizes up to which the places of each name run, by its letter and number of places; None where that is open.

    >>> from symderiv.load import load_text
    >>> lengths_of(load_text("$$E = \\sum_{i=1}^{I} w_i^2$$"))
    {('E', 0): (), ('w', 1): ('I',)}
    """
    found: dict[tuple[str, int], tuple[str | None, ...]] = {}
    for p in system.pieces:
        key = split_key(p.variable.key)
        rest = iter(map(partial(_end, p), p.indices))
        places = tuple(None if x is not None else next(rest) for part in key[1:] for x in part)
        old = found.setdefault((key[0], len(places)), places)
        found[key[0], len(places)] = tuple(a if a == b else None for a, b in zip(old, places, strict=True))
    return found


def numbers_of(system: System) -> frozenset[str]:
    r"""The letters of a network that are numbers for sure: what is computed without an index, and what is given so and
    used by such alone. The c of `z_k = \\sum_j v_{kj} h_j + c` may be a vector of which the page shows no index.

    >>> from symderiv.load import load_text
    >>> page = "$$z_k = w_k x + c \\quad (1 \\le k \\le K)$$ $$s = \\sum_{k=1}^K z_k$$ $$E = (s - r)^2$$"
    >>> sorted(numbers_of(load_text(page)))
    ['E', 'r', 's']
    """
    bases: dict[str, bool] = {}
    for v in system.variables():
        base, above, below, _ = split_key(v.key)
        bases[base] = bases.get(base, True) and not above and not below
    computed = {split_key(p.variable.key)[0] for p in system.pieces if p.body is not None}
    by_arrays = {
        split_key(v.key)[0] for p in system.pieces if p.body is not None and p.indices for v in variables(p.body)
    }
    return frozenset(base for base, bare in bases.items() if bare and (base in computed or base not in by_arrays))


def _end(piece: Piece, index: Affine) -> str | None:
    """The size up to which a place of a piece runs."""
    letter = index.letter
    if letter is None:
        return None
    below = [c.form + index for c in piece.domain.constraints if c.rel == ">=" and c.form.coefficient(letter) == -1]
    last = below[0].letter if len(below) == 1 else None
    return last.name if last is not None else None


@of_this_object(64)
def ends_of(system: System | None) -> tuple[tuple[str, frozenset[str]], ...]:
    """The letters of a network with what their ranges end with; those that tell its variables apart come first."""
    if system is None:
        return ()
    tags = {tag for v in variables_of(system) for tag in tags_of(v.key)}
    spans = sorted(system.spans, key=lambda s: s.letter.name not in tags)
    return tuple((s.letter.name, frozenset(_names(s.upper)) or frozenset([str(s.upper.const)])) for s in spans)


def _names(form: Affine) -> Iterator[str]:
    return (a.name for a in form.atoms())


def known_functions(system: System | None) -> frozenset[str]:
    """The functions of a network, well-known ones left out."""
    if system is None:
        return frozenset()
    return frozenset(f.name for f in system.functions if f.name not in WELL_KNOWN)


@of_this_object(64)
def several_names(system: System | None) -> LetterNames:
    """The names of a network for the parser: those of several letters, and the single letters."""
    several: set[str] = set()
    single: set[str] = set()
    bold: set[str] = set()
    for variable in variables_of(system):
        base, above, below, _ = split_key(variable.key)
        base = base.rstrip("'")
        font = BOLD.fullmatch(base)
        if font is not None:
            single.add(font[1])
            bold.add(font[1])
        elif len(base) == 1:
            single.add(base)
        letter = base if font is None else font[1]
        if (above or below) and len(letter) == 1:
            several.add(f"{letter}1")  # `x1` is an entry of x, `W1` the matrix with that label
        if font is None and len(base) > 1 and (base.isalnum() or base.count("\\") > 1):
            several.add(base)
    return LetterNames(frozenset(several), frozenset(single), frozenset(bold))
