r"""What was before a step as one vector: `\sum_k A_{ki} v_{k,<t}`, a variable of its own beside `v_{i,t}`.

Where nothing defines v, and a sum runs over the other index, `v_{k,<t}` is an entry of data for each t. It is made of
earlier `v_{i,t}`: so a page that differentiates by v has to say that it is not to be varied (`the history is clamped`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Formula, Misfit, Name, Script, Statement, Symbol
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, letters_in, named

KEPT = lazily(
    r"\s*(?:is|are)\s+(?:(?:treated|regarded|considered|kept|held|taken|as|to be)\s+)*"
    r"(?:independent\s+of|clamped|fixed|constants?|held\s+fixed)\b"
)
"""Words behind a name: `$v_{k,<t}$ is treated as independent of every $v_{i,t}$`."""
FEWEST = 2
"""Indices that such an entry has: its own, and the step."""


@remembered
def _has_several(s: Statement) -> bool:
    return any(x.beside for x in t.of_kind(s, Misfit))


@where(_has_several)
def with_histories(located: Sequence[Located]) -> list[Located]:
    r"""The formulas with `v^{<}_{k,t}` for such names."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s.chain, Name) if _is_history(x)]
    made = {_base(x) for s in statements for x in _defined(s)}
    by = {_base(x) for s in statements for x in _differentiated_by(s)}
    summed = {_base(x) for s in statements for x in _under_sums(s)}
    bases = summed - made - (by - set(_kept(located)))
    bases -= {_base(x) for x in names if _entries(x) is None}

    def change(x: object) -> Name | None:
        return _own_name(x) if isinstance(x, Name) and _is_history(x) and _base(x) in bases else None

    return with_statements(located, lambda s: rebuilt(s, change)) if bases else list(located)


def _base(x: Name) -> str:
    return named(x).base


def _differentiated_by(s: Statement) -> Iterator[Name]:
    yield from (x for d in t.of_kind(s, t.Derivative) for w in d.wrt for x in t.of_kind(w, Name))
    yield from (x for d in t.of_kind(s, t.Nabla) for x in t.of_kind(d, Name))


def _is_history(x: Name) -> bool:
    return any(isinstance(e, Misfit) and e.beside for s in x.scripts for e in s.entries)


def _entries(x: Name) -> tuple[str, tuple[t.Node, ...]] | None:
    """The sign of such a script and its entries, all of them indices; None if they are not, or others stand above."""
    if len(x.scripts) != 1 or x.scripts[0].above or x.primes:
        return None
    found: list[t.Node] = []
    signs: list[str] = []
    for e in x.scripts[0].entries:
        several = isinstance(e, Misfit) and bool(e.beside)
        found += e.beside if isinstance(e, Misfit) and several else (e,)
        signs += [e.cause.split("`")[1]] if isinstance(e, Misfit) and several else []
    fits = (
        len(signs) == 1 and len(found) >= FEWEST and all(isinstance(e, t.Number) or any(letters_in(e)) for e in found)
    )
    return (signs[0], tuple(found)) if fits else None


def _own_name(x: Name) -> Name | None:
    entries = _entries(x)
    if entries is None:
        return None
    below = replace(x.scripts[0], entries=entries[1], commas=True)
    return replace(x, scripts=(Script(True, (Symbol(entries[0]),), "", False, True, below.span), below))


def _defined(s: Statement) -> Iterator[t.Name]:
    """The name on the left of an equation, also where it is one of a list or before its arguments."""
    if len(s.chain.members) > 1 and s.chain.relations[0] in EQUALITIES:
        left = s.chain.members[0]
        if not any(isinstance(x, (t.Derivative, t.Nabla)) for x in t.walk(left)):
            yield from t.of_kind(left, Name)


def _under_sums(s: Statement) -> Iterator[t.Name]:
    """Such names under a sum over the index that is not the step."""
    for total in t.of_kind(s, t.BigSum):
        bound = {letter_of(c.members[0] if isinstance(c, t.Chain) else c) for c in total.below}
        for x in filter(_is_history, t.of_kind(total.body, Name)):
            entries = _entries(x)
            own = {letter_of(e) for e in entries[1]} - {None} if entries is not None else set()
            if own & bound and not own <= bound:
                yield x


def _kept(located: Sequence[Located]) -> Iterator[str]:
    """The letters of which words say that what was before is not varied."""
    for display, f in located:
        if display.inline and isinstance(f, Formula) and len(f.statements) == 1 and KEPT.match(display.after):
            x = f.statements[0].chain.members[0]
            if isinstance(x, Name) and not f.statements[0].chain.relations and _is_history(x):
                yield _base(x)
