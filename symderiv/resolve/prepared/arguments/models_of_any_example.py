r"""Models that a sentence gives without the number of an example: `a line $y = wx + b$ through points $(x_n, y_n)$`.

Where the names stand elsewhere with one index only, the sentence speaks of any example. If the loss has the formula in
it, `\sum_n (w x_n + b - y_n)^2`, the equation says nothing more and defines no y; else it says what each `y_n` is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ....latex.tree import Derivative, Formula, Name, Node, Script, Statement, of_kind
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import letter_of


def _is_model(s: Statement) -> bool:
    """Does it equate a bare name with something that is made of bare names?"""
    chain = s.chain
    bare = len(chain.members) == 2 and chain.relations == ("=",) and isinstance(chain.members[0], Name)
    return bare and not any(x.scripts or x.primes for x in of_kind(s, Name))


@where(_is_model)
def with_models_of_any_example(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document, such equations without what they say, or of each example."""
    statements = [s for f in read_of(located) for s in f.statements]
    models = [s for s in statements if _is_model(s)]
    numbered = _numbered_only(statements, models)
    told = {id(s): made for s in models if (made := _told(s, numbered, statements)) is not None}
    found: list[Located] = []
    for d, f in located:
        if isinstance(f, Formula) and d.inline and any(id(s) in told for s in f.statements):
            f = replace(f, statements=tuple(x for s in f.statements for x in told.get(id(s), (s,))))
        found.append((d, f))
    return found


def _numbered_only(statements: Sequence[Statement], models: Sequence[Statement]) -> Mapping[str, Name]:
    """The letters that stand with one letter below wherever an equation or a sum holds them, and that letter."""
    mine = {id(s) for s in models}
    letters: dict[str, set[Name | None]] = {}
    for s in (s for s in statements if id(s) not in mine and s.chain.relations):
        for x in of_kind(s, Name):
            letters.setdefault(x.base, set()).add(_index(x))
    return {base: next(iter(found)) for base, found in letters.items() if len(found) == 1 and None not in found}  # type: ignore[misc]


def _index(x: Name) -> Name | None:
    """The one letter below a name, spans left out."""
    entries = x.scripts[0].entries if len(x.scripts) == 1 and not x.scripts[0].above else ()
    fit = len(entries) == 1 and isinstance(entries[0], Name) and letter_of(entries[0]) is not None
    return Name(entries[0].base) if fit and isinstance(entries[0], Name) else None


def _told(s: Statement, numbered: Mapping[str, Name], others: Sequence[Statement]) -> tuple[Statement, ...] | None:
    """What stands in the place of such an equation; None where it is to be left alone."""
    left, right = s.chain.members
    assert isinstance(left, Name)
    inside = {x.base for x in of_kind(right, Name) if x.base in numbered}
    if left.base not in numbered or not inside or {numbered[x] for x in inside} != {numbered[left.base]}:
        return None
    losses = [o for o in others if o.chain.relations and not of_kind(o, Derivative) and o is not s]
    names = [{x.base for x in of_kind(o, Name)} for o in losses]
    if any({left.base, *inside} <= there for there in names):
        return ()
    if not any(left.base in there for there in names):
        return None
    script = Script(False, (numbered[left.base],), "", False, False)

    def change(x: object) -> Node | None:
        return replace(x, scripts=(script,)) if isinstance(x, Name) and x.base in {left.base, *inside} else None

    return (rebuilt(s, change),)
