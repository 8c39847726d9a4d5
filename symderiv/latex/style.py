r"""What the writer may take for granted about the document around a formula.

Nothing, by default: then every formula reads back by itself. Within a network more is known, and the writing becomes as
plain as on a slide: `\partial E/\partial o_k` without its plus where nothing else uses `o`, `r_i^2` where `r_i` is
known to be a name, `\beta (a+b)` where `\beta` is known to be no function.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ..affine import Sym
from ..expr import Partial, Var, Variable, variables
from ..memo import of_this_object
from ..system import Piece, System

NOTHING: Mapping[Variable, str] = MappingProxyType({})


@dataclass(frozen=True)
class Style:
    r"""Facts that make the writing plainer.

    - `known`: variables that the reader knows to be variables, whatever follows them.
    - `plain_powers`: variables whose superscript can only be a power.
    - `kronecker`: may a delta be written `\delta_{i,j}`? (Not where `\delta` names errors.)
    - `delta_comma`: are its two indices parted by a comma? (Single letters need none.)
    - `in_scripts`: are all indices written in scripts, also those that the author types behind a name?
    - `typed`: templates of variables that the author types in another way than they are usually written.
    - `plain`: pieces whose entries have only a direct effect on the `objective`, written without the plus.
    - `first`, `last`: letters that a condition is preferably said of, and those it is said of only if it must.
    """

    known: frozenset[Variable] = frozenset()
    plain_powers: frozenset[Variable] = frozenset()
    kronecker: bool = True
    delta_comma: bool = True
    in_scripts: bool = False
    typed: Mapping[Variable, str] = field(default_factory=lambda: NOTHING, hash=False)
    plain: tuple[Piece, ...] = ()
    objective: Variable | None = None
    first: tuple[Sym, ...] = ()
    last: frozenset[Sym] = frozenset()

    def inside(self, letter: Sym) -> Style:
        """The style within a sum over a letter: conditions are said of the innermost one."""
        return replace(self, first=(letter, *self.first))

    def about(self, *last: Sym) -> Style:
        """The style where some letters are given: conditions are said of the others."""
        return replace(self, last=self.last.union(last))

    def writes_plus(self, e: Partial) -> bool:
        r"""Is a direct derivative to be told from a total one? Not where both mean the same."""
        of = e.of.variable if isinstance(e.of, Var) else None
        return of is None or of != self.objective or not any(_covers(piece, e.wrt) for piece in self.plain)


PLAIN = Style()
"""Nothing is taken for granted."""


@of_this_object(64)
def style_of(system: System, names: tuple[Variable, ...] = ()) -> Style:
    """The style for formulas about a network; `names` are further names introduced on the way."""
    defined = frozenset(p.variable for p in system.pieces if p.body is not None)
    everything = [*system.variables(), *names, *(v for f in system.functions for v in f.parameters)]
    return Style(
        known=defined.union(names),
        plain_powers=frozenset(v for v in system.variables() if _only_power(v, everything)),
        kronecker=not any(_is_delta(v) for v in everything),
        plain=_undoubted(system),
        objective=system.objective,
        last=system.sizes,
    )


def _only_power(variable: Variable, everything: list[Variable]) -> bool:
    """Without a superscript, and no other variable differs by a superscript only."""
    if "^" in variable.key:
        return False
    clash = re.compile(re.escape(_base(variable.key)) + r"(\^|$|_)")
    return not any(v != variable and clash.match(v.key) and "^" in v.key for v in everything)


def _base(key: str) -> str:
    return re.split(r"(?<!\\)[_^]", key, maxsplit=1)[0]


def _is_delta(variable: Variable) -> bool:
    return _base(variable.key) == r"\delta" and variable.key.count("#") + variable.key.count("(") >= 2


def _undoubted(system: System) -> tuple[Piece, ...]:
    """Pieces whose entries only the objective uses: for them the direct effect on it is the total one."""
    if system.objective is None:
        return ()
    used: set[Variable] = {system.objective}
    for piece in system.pieces:
        if piece.body is not None and piece.variable != system.objective:
            used |= variables(piece.body)
    unused = tuple(p for p in system.pieces if p.variable not in used)
    return (*unused, *system.outputs) if system.generic else unused


def _covers(piece: Piece, entry: Var) -> bool:
    """Is the entry visibly one of the piece's (of its equalities; ranges are the claim's business)?"""
    if piece.variable != entry.variable:
        return False
    guard, _ = piece.at(entry.indices)
    return not any(c.rel == "==" or c.is_false for c in guard.constraints)
