r"""Labels above arrays that a sentence makes of their entries: the hx of `W^{hx} = (W^{hx}_{ia})`, the x of
`U^x = (U^x_{ia})`.

The sentence says that what stands above is part of the name, if nothing on the page counts with its letters: no sum,
range or condition has them, and no other script but such labels, and those of sizes, `\sum_{i=1}^{N_x}`. So it is set
upright in parentheses, `W^{(\text{hx})}`. Several letters that run together are no power; a single one may be, where
the same name stands without it, or the letter is a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Script, Statement, Text
from ....latex.walking import rebuilt
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, is_mark, letter_of, letters_in, stem_of
from ...stated import whole_and_entry

Label: TypeAlias = tuple[Stem, tuple[str, ...]]
"""A name without scripts, and the letters above it."""


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_any)
def with_labels_of_wholes(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a document, such labels set upright in parentheses."""
    statements = [s for f in read_of(located) for s in f.statements]
    told = {label for s in statements if (label := _told(s.chain)) is not None}
    counting = {*_counting(statements, told), *ranges}
    told -= {label for label in told if counting.intersection(label[1])}
    told -= _powers(statements, told)
    if not told:
        return list(located)

    def change(x: object) -> Node | None:
        label = _label(x) if isinstance(x, Name) else None
        if not isinstance(x, Name) or label is None or label not in told:
            return None
        scripts = tuple(_upright(s, label) if s.above else rebuilt(s, change) for s in x.scripts)
        return replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> Label | None:
    """The label of such a sentence, which may tell the space besides; None of anything else."""
    if c.relations == ("=", r"\in"):
        c = replace(c, members=c.members[:2], relations=c.relations[:1])
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or len(whole.scripts) != 1 or whole.primes or entry.primes:
        return None
    label = _label(whole)
    below = [e for s in entry.scripts if not s.above for e in s.entries]
    return label if label is not None and below and _label(entry) == label else None


def _label(x: Name) -> Label | None:
    """A name with the letters in the one script above it, if these are no transpose and stand in no brackets."""
    above = [s for s in x.scripts if s.above]
    if len(above) != 1 or above[0].bracket or above[0].commas:
        return None
    entries = above[0].entries
    letters = tuple(letter for y in entries if (letter := letter_of(y)) is not None and not is_mark(y))
    return (stem_of(x), letters) if len(letters) == len(entries) else None


def _counting(statements: Sequence[Statement], told: set[Label]) -> Iterator[str]:
    """The letters that sums bind, that conditions are about, and that stand in scripts that are no such labels."""
    sizes = {x.base for s in statements for x in _sizes(s)} if told else set()
    for s in statements:
        for c in s.conditions:
            yield from (x.base for x in t.of_kind(c, Name))
        for total in t.of_kind(s, t.BigSum):
            yield from letters_under(total)
        for x in (x for x in t.of_kind(s, Name) if x.base not in sizes or len(_letters_below(x)) != 1):
            labelled = _label(x) in told
            yield from (y for z in x.scripts if not (labelled and z.above) for e in z.entries for y in letters_in(e))


def _sizes(s: Statement) -> Iterator[Name]:
    """The names with one letter below at which sums end."""
    for total in t.of_kind(s, t.BigSum):
        if isinstance(total.above, Name) and len(_letters_below(total.above)) == 1:
            yield total.above


def _letters_below(x: Name) -> tuple[str, ...]:
    """The letters below a name, where nothing but letters stands there."""
    below = entries_below(x)
    letters = tuple(letter for e in below if (letter := letter_of(e)) is not None)
    return letters if len(letters) == len(below) else ()


def _powers(statements: Sequence[Statement], told: set[Label]) -> set[Label]:
    """The labels of one letter that may be powers: of names that stand without it, or letters that are values."""
    single = {label for label in told if len(label[1]) == 1}
    names = [x for s in statements for x in t.of_kind(s, Name)] if single else []
    plain = {stem_of(x) for x in names if not any(s.above for s in x.scripts)}
    members = [m for s in statements if s.chain.relations for m in s.chain.members] if single else []
    values = {y for m in members for y in letters_in(m)}
    return {label for label in single if label[0] in plain or label[1][0] in values}


def _upright(s: Script, label: Label) -> Script:
    return replace(s, entries=(Text("".join(label[1]), span=s.span),), bracket="(", wide=True)
