r"""Arrays in bold whose entries stand behind a parenthesis: `\mathbf{W}_{hx}` beside `(W_{hx})_{aj}`.

Both have the same letter and the same label or step, so the whole is read in the font of its entries. A sentence that
says so, `\mathbf{W}_{hx} = ((W_{hx})_{aj})`, says no more where the letters below are a label of several letters: where
none of them counts anything on the page. Else, as of `\mathbf{x}_t = ((x_t)_j)`, the layers take care of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below, kind_of
from ...spelled.shape import Stem, letter_of, letters_in, shifted, stem_of
from ...stated import whole_and_entry, whole_of_entry

Below: TypeAlias = tuple[Node, ...]
ARROW = "vec"


def _has_any(s: Statement) -> bool:
    return any(whole_of_entry(x) is not None for x in t.of_kind(s, Scripted))


@where(_has_any)
def with_bold_wholes_plain(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such arrays in the font of their entries."""
    statements = [s for f in read_of(located) for s in f.statements]
    wholes = _wholes(statements)
    if not wholes.met:
        return list(located)
    counting = frozenset(_counting(statements, wholes))

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not is_bold(x) or not wholes.has(without_bold(x)):
            return None
        return replace(without_bold(x), scripts=tuple(rebuilt(s, change) for s in x.scripts))

    def changed(s: Statement) -> Statement:
        kept: Statement = rebuilt(s, change)
        named = _labelled(kept.chain, counting)
        return kept if named is None else replace(kept, chain=Chain((named,), (), (), kept.chain.span))

    return with_statements(located, changed)


@dataclass(frozen=True, slots=True)
class _Wholes:
    """The arrays of which entries stand behind a parenthesis, by letter and what stands below; `steps` are letters of
    those with one index below, with the letters that are in it."""

    met: frozenset[tuple[Stem, Below]]
    steps: frozenset[tuple[Stem, str]]

    def has(self, x: Name) -> bool:
        """Is a name such an array, at this step or another?"""
        stem, below = stem_of(x), entries_below(x)
        letter = shifted(below[0])[0] if len(below) == 1 else None
        step = letter is not None and any(stem == s and letter in ("", y, y.upper()) for s, y in self.steps)
        return step or (stem, below) in self.met


def _wholes(statements: Sequence[Statement]) -> _Wholes:
    """Those of a page, but for letters with as many indices that no parenthesis has: they may be entries."""
    found = {w for s in statements for x in t.of_kind(s, Scripted) if (w := whole_of_entry(x)) is not None}
    found = {w for w in found if not any(s.above for s in w.scripts)}
    names = [x for s in statements for x in t.of_kind(s, Name)] if found else []
    thin = {kind_of(x) for x in names if not is_bold(x)}
    met = {(stem_of(w), entries_below(w)) for w in found if not is_bold(w)}
    labelled = (without_bold(w) for w in found if is_bold(w) and len(entries_below(w)) > 1)
    met |= {(stem_of(w), entries_below(w)) for w in labelled if kind_of(w) not in thin}
    places = {(stem, len(below)) for stem, below in met}
    wholes = _Wholes(frozenset(met), frozenset(_steps((x for x in names if kind_of(without_bold(x)) in places), met)))
    other = {kind_of(x) for x in names if not is_bold(x) and not wholes.has(x)}
    kept = {(stem, below) for stem, below in met if (stem, len(below)) not in other}
    stems = {stem for stem, _ in kept}
    return _Wholes(frozenset(kept), frozenset((s, y) for s, y in wholes.steps if s in stems))


def _steps(names: Iterable[Name], met: set[tuple[Stem, Below]]) -> Iterator[tuple[Stem, str]]:
    r"""The letters that count steps of such arrays: of one also that before or behind is met, `\mathbf{h}_{t+1}`."""
    shifts = (shifted(below[0]) for x in names if len(below := entries_below(x)) == 1)
    counted = {letter for letter, shift in shifts if letter and shift}
    for stem, below in met:
        letter = letter_of(below[0]) if len(below) == 1 else None
        if letter in counted and letter is not None:
            yield stem, letter


def _counting(statements: Iterable[Statement], wholes: _Wholes) -> Iterator[str]:
    """The letters that sums run over, or that stand in scripts other than those of such arrays."""
    for s in statements:
        for x in t.of_kind(s, t.BigSum):
            yield from letters_under(x)
        names = (x for x in t.of_kind(s, Name) if not wholes.has(without_bold(x)))
        scripts = [*(y for x in names for y in x.scripts), *(y for x in t.of_kind(s, Scripted) for y in x.scripts)]
        yield from (letter for script in scripts for e in script.entries for letter in letters_in(e))


def _labelled(c: Chain, counting: frozenset[str]) -> Name | None:
    """The array of a sentence that only says how its entries are written."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Scripted) or whole_of_entry(entry) != whole:
        return None
    letters = [letter_of(p) for p in entries_below(whole)]
    run = len(letters) > 1 and not any(s.commas for s in whole.scripts)
    return whole if run and counting.isdisjoint(x for x in letters if x) and None not in letters else None


def is_bold(x: Name) -> bool:
    return x.font in BOLD_FONTS or ARROW in x.accents


def without_bold(x: Name) -> Name:
    """A name without the font, or the arrow, of an array."""
    font = "" if x.font in BOLD_FONTS else x.font
    return replace(x, font=font, accents=tuple(a for a in x.accents if a != ARROW)) if is_bold(x) else x
