r"""Sizes that a page leaves to its reader and that must be one: in `x_{id} - x_{jd}` i and j run over one range.

A presumed size stands for what is not known. Where a given variable would have it as its length beside another length,
or a letter would run to both, the two are the same. Any size is as large at least as the number of a single entry that
a definition uses, `\pi = w_2 x` beside `\sum_{i=1}^N w_i`. Either is said among the notes.
"""

from __future__ import annotations

from dataclasses import replace

from ..affine import Affine, Sym
from ..domain import is_empty
from ..domain.constraint import Context, ge
from ..errors import RangeClash, UncoveredUse
from ..expr import substitute
from ..latex import scripts
from .inference import State


def identified(state: State, clash: RangeClash | UncoveredUse) -> str | None:
    """Put the one size for the other if one of the two that clash is presumed, and say so; None if none is."""
    if len(clash.sizes) != 2:
        return None
    sizes = _bare(state, *clash.sizes)
    if _is_made_up(state, sizes[1]) and not _is_made_up(state, sizes[0]):
        sizes = sizes[::-1]
    for one, two in (sizes, sizes[::-1]):
        if not isinstance(one, Affine) or not isinstance(two, Affine) or one.letter is None:
            continue
        numbered = isinstance(clash, RangeClash) and clash.single and two.is_constant
        if not (numbered or one.letter in state.presumed):
            continue
        if one.letter in two.letters() or not two.letters() <= state.letters.sizes:
            continue
        if isinstance(clash, RangeClash) and clash.single:
            return _at_least(state, one, two)
        _put(state, one.letter, two)
        return f"`{scripts.index(one)} = {scripts.index(two)}` is taken, for one index runs over both"
    return None


def _is_made_up(state: State, size: object) -> bool:
    """Has a size a name that no page would give it, `N_{i}`? The other one stays, as it is easier to read."""
    return isinstance(size, Affine) and size.letter in state.presumed and "{" in size.letter.name


def _at_least(state: State, one: Affine, two: Affine) -> str | None:
    """Take the one size for no smaller than the other, if it can be."""
    letters = state.letters
    known = letters.known & ge(one, two)
    if is_empty(known.known, known):
        return None
    state.letters = replace(letters, known=known)
    return f"`{scripts.index(one)} \\ge {scripts.index(two)}` is taken, for that entry is named"


def _bare(state: State, one: object, two: object) -> tuple[object, object]:
    """Two lengths, as many less than two sizes of which nothing is said (`I - 1` and `N - 1`), as these sizes."""
    if isinstance(one, Affine) and isinstance(two, Affine) and one.const == two.const:
        bare = one - one.const, two - two.const
        return bare if {x.letter for x in bare} <= state.presumed else (one, two)
    return one, two


def _put(state: State, size: Sym, value: Affine) -> None:
    values: dict[Sym, Affine] = {size: value}
    state.entries = tuple(
        replace(e, stated=e.stated.substitute(values), body=substitute(e.body, values)) for e in state.entries
    )
    state.bodies = [substitute(body, values) for body in state.bodies]
    state.found = {n: tuple(d.substitute(values) for d in domains) for n, domains in state.found.items()}
    letters = state.letters
    known = Context(letters.known.known.substitute(values), letters.size_functions)
    state.letters = replace(letters, sizes=letters.sizes - {size}, known=known)
