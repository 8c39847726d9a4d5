r"""Parameters of the step before: `\phi_k^t` and `\mathcal{N}(x_n | \mu_k^t, \Sigma_k^t)` beside `Q(\theta, \theta^t)`.

Where what stands for all parameters carries a letter that is nothing else on the page, that letter is no power and no
index, but tells these parameters from those that the page differentiates by: it is a label. A density of them is then
given for each n and k, for nothing else is said of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Group, Name, Node, Product, Script, Statement, Text
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, letters_in, stem_of
from ..applied import before_parentheses, with_values_for


def _has_before(s: Statement) -> bool:
    return any(True for _ in _letters_before(s))


@where(_has_before)
def with_parameters_before(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such labels, and such densities as names."""
    statements = [s for f in read_of(located) for s in f.statements]
    idle = _idle(statements)
    letters = {x for s in statements for base, x in _letters_before(s) if base in idle}
    letters -= {x for s in statements for x in _otherwise(s)}
    if not letters:
        return list(located)
    labelled = with_statements(located, lambda s: rebuilt(s, lambda x: _labelled(x, letters)))
    return _with_densities(labelled, letters)


def _idle(statements: Sequence[Statement]) -> set[str]:
    """The letters that stand in equations nowhere but as arguments."""
    said = [s for s in statements if s.chain.relations]
    groups = [g for s in said for x in t.of_kind(s, Product) for _, g in before_parentheses(x)]
    within = Counter(i.base for g in groups for i in g.items if isinstance(i, Name))
    met = Counter(x.base for s in said for x in t.of_kind(s, Name))
    return {WHOLE, *within} - {base for base in met if met[base] != within[base]}


def _letters_before(s: Statement) -> Iterator[tuple[str, str]]:
    r"""The t of `Q(\theta, \theta^t)`, and of `\theta^t` alone, with the letter below."""
    groups = [g.items for x in t.of_kind(s, Product) for _, g in before_parentheses(x)]
    alone = s.chain.members[0] if len(s.chain.members) == 1 else None
    pairs = [g for g in groups if len(g) == len(("now", "before"))]
    for now, before in pairs:
        if isinstance(now, Name) and isinstance(before, Name) and now == replace(before, scripts=()):
            yield from ((before.base, x) for x in _above(before))
    if isinstance(alone, Name) and alone.base == WHOLE:
        yield from ((WHOLE, x) for x in _above(alone))


WHOLE = r"\theta"
"""What stands for all parameters."""


def _above(x: Name) -> Iterator[str]:
    """The letter that is all that a name carries, above it."""
    if len(x.scripts) == 1 and x.scripts[0].above and len(x.scripts[0].entries) == 1:
        letter = letter_of(x.scripts[0].entries[0])
        if letter is not None and letter != "T":
            yield letter


def _otherwise(x: Any) -> Iterator[str]:
    """The letters that stand anywhere but alone above a name: as values, below names, and below sums."""
    if isinstance(x, Name):
        yield from letters_in(replace(x, scripts=()))
        for s in x.scripts:
            alone = s.above and len(s.entries) == 1 and letter_of(s.entries[0]) is not None
            yield from () if alone else (y for e in s.entries for y in letters_in(e))
        return
    for part in t.parts(x):
        yield from _otherwise(part)


def _labelled(x: object, letters: set[str]) -> Node | None:
    if not isinstance(x, Name) or not any(_is_label(s, letters) for s in x.scripts):
        return None
    scripts = (replace(s, entries=(_text(s),), bracket="") if _is_label(s, letters) else s for s in x.scripts)
    return replace(x, scripts=tuple(scripts))


def _is_label(s: Script, letters: set[str]) -> bool:
    return s.above and len(s.entries) == 1 and letter_of(s.entries[0]) in letters


def _text(s: Script) -> Text:
    return Text(letter_of(s.entries[0]) or "", span=s.span)


def _with_densities(located: Sequence[Located], letters: set[str]) -> list[Located]:
    """With names for what is applied to parameters of the step before that stand nowhere else."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    calls = [pair for s in statements for x in t.of_kind(s, Product) for pair in before_parentheses(x)]
    within = [i for name, g in calls if _named(name, g, letters) is not None for i in g.items if _is_before(i, letters)]
    met = [x for s in statements for x in t.of_kind(s, Name) if _is_before(x, letters)]
    free = {stem_of(x) for x in met if sum(stem_of(y) == stem_of(x) for y in met) == _count(within, x)}

    def value(name: Name, group: Group) -> Node | None:
        own = [i for i in group.items if _is_before(i, letters)]
        fit = own and all(isinstance(i, Name) and stem_of(i) in free for i in own)
        return _named(name, group, letters) if fit else None

    def change(x: Any) -> Node | None:
        return with_values_for(x, value, change)

    return with_statements(located, lambda s: rebuilt(s, change) if free else s)


def _count(found: Sequence[Node], x: Name) -> int:
    return sum(isinstance(y, Name) and stem_of(y) == stem_of(x) for y in found)


def _is_before(x: Node, letters: set[str]) -> bool:
    above = [e for s in x.scripts if s.above for e in s.entries] if isinstance(x, Name) else []
    return any(isinstance(e, Text) and e.content in letters for e in above)


def _named(name: Name, group: Group, letters: set[str]) -> Name | None:
    """The density at parameters of the step before, with the indices of its arguments; None for anything else."""
    before = [i for i in group.items if _is_before(i, letters)]
    if name.scripts or name.primes or not before or len(before) == len(group.items) or len(group.items) < 2:
        return None
    if not all(isinstance(i, Name) for i in group.items):
        return None
    entries = [e for i in group.items if isinstance(i, Name) for s in i.scripts if not s.above for e in s.entries]
    label = next(s for i in before if isinstance(i, Name) for s in i.scripts if s.above)
    below = Script(False, tuple(dict.fromkeys(entries)), "", len(set(entries)) > 1, True, group.span)
    return replace(name, scripts=(label, below) if entries else (label,))
