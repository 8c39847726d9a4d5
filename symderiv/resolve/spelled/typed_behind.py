r"""How indices were typed that do not stand in a script: `_{j}(t)` of `d_j(t)`, for the writer to put them back there.

A `#` stands for each entry of the script that holds them once the name is read (`Script.typed`). What was written so of
a network is read back by its names (`with_names_of`): no page has to show that they are indices.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ...errors import SymderivError
from ...expr import Variable
from ...latex import scripts
from ...latex.parse import parse
from ...latex.source import Source
from ...latex.tree import Factor, Formula, Group, Name, Node, Product, Script, Scripted
from ...latex.walking import rebuilt
from ...memo import of_this_object
from ...pattern import lazily
from ...system import System
from .shape import Stem, stem_of

CLOSING = {"(": ")", "[": "]"}
HELD = lazily(r"#\d+")
Key: TypeAlias = tuple[Stem, int, int, str]
"""A name, how many things stand below it, how many behind it, and in what bracket."""
_Use: TypeAlias = tuple[Name, Group, Factor]
"""A name, the bracket right behind it, and the factor that this is."""


def typed_behind(name: Name, count: int, opening: str = "(", shown: str = "", above: bool = False) -> str:
    r"""How a name's own entries below, the letter that is only `shown` there, and `count` entries behind it are typed.

    Where these stand `above` the name when it is read, its own entries are in another script.

    >>> from symderiv.latex.tree import Name, Script
    >>> d = Name("d", scripts=(Script(False, (Name("j"),)),))
    >>> typed_behind(d, 1), typed_behind(d, 2, "[", above=True), typed_behind(Name(r"\pi"), 2, shown=r"\theta")
    ('_#(#)', '[#,#]', '_\\theta(#,#)')
    """
    own = shown
    for s in (s for s in name.scripts if not s.above and not above):
        own = s.typed or ("," if s.commas else "").join("#" * len(s.entries))
    below = (f"_{own}" if len(own) == 1 or own == shown else f"_{{{own}}}") if own else ""
    return f"{below}{opening}{','.join('#' * count)}{CLOSING[opening]}"


# ------------------------------------------------------------------------------------------------------ reading it back


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of a name with indices behind it: do they stand `above` it, or below it in parentheses (`wrapped`),
    when it is read, and is what stands below it only `shown`?"""

    above: bool
    wrapped: bool
    shown: bool

    def entry(self, use: _Use) -> Node:
        """The entry that is meant, raised to what the bracket is raised to."""
        name, group, behind = use
        span, many = (name.span[0], behind.body.span[1]), len(group.items) > 1
        own = tuple(s for s in name.scripts if not s.above)
        above = tuple(s for s in name.scripts if s.above)
        found: Node
        if self.wrapped:
            script = Script(False, group.items, "", many, True, group.span)
            found = Scripted(Group("(", (name,), ")", (), name.span), (script,), 0, span)
        elif self.above:
            script = Script(True, group.items, "(", many, True, group.span)
            found = replace(name, scripts=(*(() if self.shown else own), script), span=span)
        else:
            below = (*(e for s in own for e in s.entries if not self.shown), *group.items)
            script = Script(False, below, "", len(below) > 1, True, group.span)
            found = replace(name, scripts=(script, *above), span=span)
        raised = behind.body.scripts if isinstance(behind.body, Scripted) else ()
        return Scripted(Group("(", (found,), ")", (), span), raised, 0, span) if raised else found


def with_names_of(formula: Formula, system: System) -> Formula:
    """A formula about a network, with the indices that the network types behind its names where they are read."""
    told = _told(system)
    if not told:
        return formula

    def change(x: Any) -> Any:
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        met = False
        for f in x.factors:
            use = _use(factors[-1].body, f) if factors else None
            known = told.get(_key_of(use)) if use is not None else None
            if use is None or known is None:
                factors.append(replace(f, body=rebuilt(f.body, change)))
                continue
            met = True
            factors[-1] = replace(factors[-1], body=known.entry(use))
        if not met:
            return None
        return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))

    statements = tuple(rebuilt(s, change) for s in formula.statements)
    return formula if statements == formula.statements else replace(formula, statements=statements)


def _use(a: Node, b: Factor) -> _Use | None:
    body = b.body.base if isinstance(b.body, Scripted) and all(s.above for s in b.body.scripts) else b.body
    fits = b.joined and isinstance(a, Name) and not a.primes and isinstance(body, Group) and body.open in CLOSING
    return (a, body, b) if fits and isinstance(a, Name) and isinstance(body, Group) and body.items else None


def _key_of(use: _Use) -> Key:
    name, group, _ = use
    return stem_of(name), sum(len(s.entries) for s in name.scripts if not s.above), len(group.items), group.open


@of_this_object(64)
def _told(system: System) -> Mapping[Key, _Told]:
    """The names of a network that have indices behind them."""
    found: dict[Key, _Told] = {}
    for v in filter(scripts.typed_behind, {*system.variables()}):
        try:
            typed = parse(Source(scripts.fill(v.spelling, ("i",) * v.arity))).statements[0].chain.members[0]
        except SymderivError:
            continue
        use = _use(typed.factors[0].body, typed.factors[-1]) if isinstance(typed, Product) else None
        if use is not None:
            found[_key_of(use)] = _told_of(v, use)
    return found


def _told_of(v: Variable, use: _Use) -> _Told:
    """What the key of a variable says of the indices behind it."""
    behind = HELD.findall(v.spelling[v.spelling.rindex(use[1].open) :])
    above = v.key.find("^{(#") >= 0 and behind[:1] == ["#1"]
    before = v.spelling[: v.spelling.rindex(use[1].open)]
    shown = "_" in before and "#" not in before and "_" not in v.key.replace("_{#", "")
    return _Told(above, v.key.startswith("("), shown)


__all__ = ["typed_behind", "with_names_of"]
