r"""Names of a network that is already there, for reading formulas about it."""

from __future__ import annotations

from collections.abc import Iterator

from ..affine import Affine
from ..expr import Variable
from ..functions import WELL_KNOWN
from ..latex.names import Names as LetterNames
from ..system import System
from .keys import split_key, tags_of
from .names import Names


def variables_of(system: System | None) -> Iterator[Variable]:
    """Every variable of a network, its objective included."""
    if system is None:
        return
    yield from system.variables()
    if system.objective is not None:
        yield system.objective


def known_names(system: System | None) -> Names:
    """What the letters of a network mean."""
    names = Names()
    if system is None:
        return names
    names.sizes = frozenset(s.name for s in system.sizes)
    letters = {s.name for p in system.pieces for s in p.letters} | {s.letter.name for s in system.spans}
    names.index = frozenset(letters) - names.sizes
    names.size_names = system.size_functions | system.lookups
    names.indexed_sizes = names.size_names
    for variable in variables_of(system):
        names.add_known(variable)
        for p in system.of(variable):
            if len(p.letters) == variable.arity:
                names.letters.setdefault(variable.key, tuple(s.name for s in p.letters))
    return names


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


def several_names(system: System | None) -> LetterNames:
    """The names of a network for the parser: those of several letters, and the single letters."""
    several: set[str] = set()
    single: set[str] = set()
    for variable in variables_of(system):
        base = split_key(variable.key)[0].rstrip("'")
        if len(base) == 1:
            single.add(base)
        elif base.isalnum() or base.count("\\") > 1:
            several.add(base)
    return LetterNames(frozenset(several), frozenset(single))
