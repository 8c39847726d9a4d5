r"""Nablas with an index below: `F_i = -\nabla_i U`, where `$\nabla_i$ denotes the gradient with respect to $r_i$`.

A sentence says by what the gradient with one letter is taken. It is the same of every letter that stands so below that
name on the page. A page that says two things, and one that denies it or only supposes it, is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.alterations import goes_on
from ....latex.doubted import is_doubted
from ....latex.tree import Formula, Misfit, Nabla, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import any_of, remembered
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of, stem_of
from ..said_in_place import gaps_of, value_alone
from .nablas_told import says_by_what


@remembered
def _is_alone(s: Statement) -> bool:
    return _numbered(s.chain.members[0], alone=True) is not None


def with_nablas_numbered(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas with such names below the nablas, without the signs that only the sentences have."""
    told = dict(_told(located, blocks)) if any_of(located, _is_alone) else {}
    if len(set(map(stem_of, told.values()))) != 1:
        return list(located)
    (name, *_) = told.values()
    stem = stem_of(name)
    names = (x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name))
    letters = {y for x in names if stem_of(x) == stem and (y := _below(x)) is not None}

    def change(x: object) -> Node | None:
        letter = _numbered(x)
        if letter not in letters or not isinstance(x, Nabla) or x.by is None:
            return None
        below = replace(name, scripts=(Script(False, x.by.entries, "", False),), span=x.span)
        return replace(x, by=replace(x.by, entries=(below,)), of=rebuilt(x.of, change))

    found = with_statements(located, lambda s: s if _is_alone(s) else rebuilt(s, change))
    silent = {n for n, (_, f) in enumerate(found) if isinstance(f, Formula) and any(map(_is_alone, f.statements))}
    return [
        (d, replace(f, statements=()) if n in silent and isinstance(f, Formula) and len(f.statements) == 1 else f)
        for n, (d, f) in enumerate(found)
    ]


def _told(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[tuple[str, Name]]:
    """What sentences say: a letter below a nabla, and the name with that letter."""
    gaps = gaps_of(located, blocks)
    for (one, before), (two, words), (_, behind) in zip(gaps, gaps[1:], gaps[2:], strict=False):
        letter = _numbered(value_alone(located[one]), alone=True) if one >= 0 else None
        by = value_alone(located[two]) if two >= 0 else None
        if letter is None or not isinstance(by, Name) or _below(by) != letter or by.primes:
            continue
        if says_by_what(words, behind) and not goes_on("", behind) and not is_doubted(before, f"{words} {behind}"):
            yield letter, replace(by, span=(0, 0))


def _numbered(x: object, alone: bool = False) -> str | None:
    """The letter that is all that stands below a nabla, which is `alone` where nothing stands behind it."""
    if not isinstance(x, Nabla) or x.by is None or x.order != 1 or isinstance(x.of, Misfit) is not alone:
        return None
    return letter_of(x.by.entries[0]) if len(x.by.entries) == 1 else None


def _below(x: Name) -> str | None:
    """The letter that is all that stands at a name, below it."""
    entries = [e for s in x.scripts for e in s.entries] if not any(s.above for s in x.scripts) else []
    return letter_of(entries[0]) if len(entries) == 1 else None
