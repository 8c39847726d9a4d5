r"""Numbers of layers below, before what numbers the units: `h_{5,k}` beside `h_5`, which is all of the fifth layer.

They are written as labels above, `h^{(5)}_k` and `h^{(5)}`. That is done where a number stands first below the name
wherever the page has it, so that nothing runs over it, and where one of the layers stands both as a whole and with what
numbers its units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Name, Script
from ....latex.walking import rebuilt
from ...asked import some, where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

PARTS = 2
"""The entries of `h_{5,k}`."""


@some(Name)
def _has_units(x: Name) -> bool:
    r"""Does a name carry a number and a letter below, and a comma between them?"""
    return bool(_is_unit(x) and letter_of(x.scripts[0].entries[1]) is not None)


@where(_has_units)
def with_numbers_of_layers_above(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such numbers above their names, in parentheses."""
    met: dict[Stem, list[Name]] = defaultdict(list)
    for x in (x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name)):
        met[stem_of(x)].append(x)
    layered = {key for key, names in met.items() if _are_layers(names)}
    if not layered or any(is_given(d) for d, _ in located):  # a network keeps its names
        return list(located)

    def change(x: object) -> Name | None:
        if not isinstance(x, Name) or stem_of(x) not in layered or not x.scripts:
            return None
        (below,) = x.scripts
        number, *units = below.entries
        above = Script(True, (number,), "(", False, True, below.span)
        left = (replace(below, entries=tuple(units), commas=False),) if units else ()
        return replace(x, scripts=(above, *left))

    return with_statements(located, lambda s: rebuilt(s, change))


def _are_layers(names: Sequence[Name]) -> bool:
    """Does a number stand first below all of them, and one both alone and before a letter?"""
    if not all(_is_whole(x) or _is_unit(x) for x in names):
        return False
    alone = {x.scripts[0].entries[0] for x in names if _is_whole(x)}
    numbered = {x.scripts[0].entries[0] for x in names if _is_unit(x) and letter_of(x.scripts[0].entries[1])}
    return bool(alone & numbered)


def _is_whole(x: Name) -> bool:
    return _below(x) == 1 and isinstance(x.scripts[0].entries[0], t.Number)


def _is_unit(x: Name) -> bool:
    if _below(x) != PARTS or not x.scripts[0].commas:
        return False
    number, unit = x.scripts[0].entries
    return isinstance(number, t.Number) and (letter_of(unit) is not None or isinstance(unit, t.Number))


def _below(x: Name) -> int:
    """How many entries stand below a name that carries nothing else."""
    alone = len(x.scripts) == 1 and not x.primes and not x.scripts[0].above and not x.scripts[0].bracket
    return len(x.scripts[0].entries) if alone else 0
