r"""Values that show an argument where they are differentiated: `\frac{dC(y_N)}{dw}` beside `C = (y_N - t)^2`.

All that is differentiated is a name before a parenthesis: no product, which is written `C y_N`. Where one equation
gives C as a whole and has `y_N`, or a vector of what it has, or rests on the parameter w that the parenthesis shows, it
is C itself. Beside `C = \sum_n (y_n - t_n)^2` the `y_n` of `C(y_n)` may choose a term: the line is left unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex.statement_forms import is_equation
from ....latex.tree import BigSum, Derivative, Group, Misfit, Name, Node, Statement, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, stem_of
from ..applied import applied_alone, head_of
from .arguments_again import DOUBTFUL, HINT


def _differentiates(s: Statement) -> bool:
    return any(True for _ in _shown_of(s))


@where(_differentiates)
def with_differentiated_values_bare(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page without such arguments."""
    said = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    names = {shown[0] for s in said for shown in _shown_of(s)}
    given = [(s.chain.members[0], s.chain.members[1]) for s in said if is_equation(s.chain)]
    applied = {shown[0] for s in said if (shown := _shown(s.chain.members[0])) is not None}
    bodies = {name: [body for left, body in given if left == name] for name in names - applied}
    single = {name: own[0] for name, own in bodies.items() if len(own) == 1}

    def change(x: Any) -> Node | None:
        shown = _shown(x.of) if isinstance(x, Derivative) else None
        if shown is None or shown[0] not in single or not isinstance(x, Derivative):
            return None
        name, group = shown
        kinds = [_is_of(a, single[name], said) for a in group.items if isinstance(a, Name)]
        if all(kinds):
            return replace(x, of=name)
        return Misfit(DOUBTFUL, HINT, span=group.span) if False in kinds else None

    return with_statements(located, lambda s: rebuilt(s, change)) if single else list(located)


def _shown_of(s: Statement) -> Iterator[tuple[Name, Group]]:
    return (shown for x in of_kind(s, Derivative) if (shown := _shown(x.of)) is not None)


def _shown(x: object) -> tuple[Name, Group] | None:
    """A name without scripts before names in a parenthesis, if something is that and nothing more."""
    name, group = applied_alone(x) or (None, None)
    if name is None or group is None or name.scripts or name.primes:
        return None
    return (name, group) if all(isinstance(a, Name) and not a.primes for a in group.items) else None


def _is_of(a: Name, body: Node, said: Sequence[Statement]) -> bool | None:
    """Is a value made of an argument? False where that may choose a part of it, None where nothing tells."""
    own = set(of_kind(body, Name))
    summed = {y for x in of_kind(body, BigSum) for y in of_kind(x.body, Name)}
    if not a.scripts and any(y.base == a.base for y in own):
        return True
    if stem_of(a) in set(map(stem_of, own)):
        return a in own and a not in summed
    return True if stem_of(a) in _below(body, said) else None


def _below(body: Node, said: Sequence[Statement]) -> set[Stem]:
    """What a value rests on."""
    todo, found = set(_stems(body)), set[Stem]()
    while todo:
        found |= todo
        made = [s for s in said if (head := head_of(s.chain.members[0])) is not None and stem_of(head) in todo]
        todo = {stem for s in made for m in s.chain.members[1:] for stem in _stems(m)} - found
    return found


def _stems(x: Node) -> Iterator[Stem]:
    return map(stem_of, of_kind(x, Name))


__all__ = ["with_differentiated_values_bare"]
