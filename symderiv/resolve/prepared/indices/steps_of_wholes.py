r"""Steps and layers that stand above entries and below their arrays: `s_t = (s_i^t)`, `W_l = (w_{ij}^l)`.

The sentence says that the letter above an entry is no exponent, and that the one below the array is no index of it. So
entries are read with the step below, in front of their own indices, `s_{t,i}`. That is done to all entries of such a
name, `s_i^{t-1}` and `s_i^\tau` too, if all that carries the name on the page is clearly one or the other: an entry has
one of the letters below that stand there beside the step, an array another letter, a number or a step before, and at
most a transpose above. A square `s_i^2` and an entry without a step leave the page as it is; so does a `s_i^T`, unless
T is a step on the page, `s_T`, and no transpose: it stands above nothing else.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Number, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_above, entries_below, letter_below
from ...spelled.shape import Stem, is_mark, letter_of, shifted, stem_of
from ...stated import is_told_by_letter, whole_and_entry

MOST = 2
"""So many indices an entry has at most."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The names of such entries, the letter of the step and how many indices they have; the letters of these; whether
    a T above is a transpose."""

    steps: Mapping[Stem, tuple[str, int]]
    indices: frozenset[str]
    marks: bool = True


def _tells(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_tells)
def with_steps_of_wholes_below(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the steps of such entries below.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$s_t = (s_i^t)$ and $s_i^{t-1}$ beside $s_{t-1}^T$"))
    >>> [[(x.base, len(x.scripts), len(x.scripts[0].entries)) for x in t.of_kind(f, Name) if x.base == "s"]
    ...  for _, f in with_steps_of_wholes_below(page)]
    [[('s', 1, 1), ('s', 1, 2)], [('s', 1, 2)], [('s', 2, 1)]]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    found = [x for s in statements if (x := _told(s.chain)) is not None]
    steps = {stem: (letter, count) for stem, letter, count in found}
    names = [x for s in statements for x in t.of_kind(s, Name) if stem_of(x) in steps]
    told = _Told(steps, indices := frozenset(_indices(names, steps)), _may_be_transpose(statements, steps, indices))
    clear = len(steps) == len({*found}) and told.indices.isdisjoint(letter for letter, _ in steps.values())
    if not clear or any(_is_entry(x, told) is None for x in names):
        return list(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in steps or not _is_entry(x, told):
            return None
        (step,) = (rebuilt(e, change) for e in entries_above(x))
        below = Script(False, (step, *entries_below(x)), commas=True, span=x.span)
        return replace(x, scripts=(below,))

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> tuple[Stem, str, int] | None:
    """The name of the entry of such a sentence, the letter of its step, and how many indices it has."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not isinstance(entry, Name) or not is_told_by_letter(whole, entry) or entry.primes:
        return None
    step, above, below = letter_below(whole), entries_above(entry), [letter_of(e) for e in entries_below(entry)]
    alone = len(whole.scripts) == 1 and not whole.primes and len(above) == 1 and not is_mark(above[0])
    plain = None not in below and len({*below}) == len(below) and 1 <= len(below) <= MOST
    if step is None or not alone or not plain or letter_of(above[0]) != step or step in below:
        return None
    return stem_of(entry), step, len(below)


def _indices(names: Sequence[Name], steps: Mapping[Stem, tuple[str, int]]) -> Iterator[str]:
    """The letters that stand below entries with the letter of the step above."""
    for x in names:
        above = entries_above(x)
        if len(above) == 1 and shifted(above[0])[0] == steps[stem_of(x)][0]:
            yield from (letter for e in entries_below(x) if (letter := letter_of(e)) is not None)


def _may_be_transpose(
    statements: Sequence[Statement], steps: Mapping[Stem, tuple[str, int]], indices: Container[str]
) -> bool:
    """May a letter T above be a transpose? Not where it stands above such entries alone, and not above, too."""
    above = [e for s in statements for y in t.of_kind(s, Script) if y.above for e in _marks(y)]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    entries = [x for x in names if stem_of(x) in steps and all(letter_of(e) in indices for e in entries_below(x))]
    on_entries = [e for x in entries for y in x.scripts if y.above for e in _marks(y)]
    return len(on_entries) < len(above) or sum(x.base in {e.base for e in above} for x in names) <= len(above)


def _marks(s: Script) -> list[Name]:
    """The letter T that is all that stands in a script."""
    return [e for e in s.entries if isinstance(e, Name) and is_mark(e)] if len(s.entries) == 1 else []


def _is_entry(x: Name, told: _Told) -> bool | None:
    """Is it an entry, or an array? None where neither is clear."""
    letter, count = told.steps[stem_of(x)]
    above, below = entries_above(x), entries_below(x)
    marked = bool(above) and is_mark(above[0]) and (told.marks or letter_of(above[0]) is None)
    if x.primes or len(x.scripts) > 2 or len(above) > 1 or any(s.bracket and s.above for s in x.scripts):
        return None
    own = [letter_of(e) in told.indices or isinstance(e, Number) for e in below]
    if above and not marked:
        of_step = shifted(above[0])[0] == letter or not any(isinstance(e, Number) for e in below)
        squared = isinstance(above[0], Number) and above[0].text not in ("0", "1")
        return True if len(below) == count and all(own) and of_step and not squared else None
    array = len(below) == 1 and letter_of(below[0]) not in told.indices and shifted(below[0])[0] is not None
    return False if array and not (above and isinstance(below[0], Number)) else None
