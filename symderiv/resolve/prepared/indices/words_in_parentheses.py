r"""Words in parentheses above a name that nobody set upright: the in of `w_{ji}^{(in)}`, beside `w_{kj}^{(out)}`.

What runs together there is an entry for each letter, and the i of `(in)` numbers units. A run with a letter that stands
nowhere else for a whole number is a word if it is a known one, or has another word beside it, above the same name:
`(ih)` and `(ho)`. Where all of its letters number something, it has to be both. No index stands above that name
elsewhere, and no sum around it binds a letter of a run that is not below it, too; and unless it is both, no letter of
the run stands above other names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import BigSum, Name, Script, Statement, Text
from ....latex.walking import parts, rebuilt
from ....notation import words_of
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, is_word, letter_of, letters_in, stem_of

SHORT_WORDS = frozenset(words_of("in inp hid con ctx fw bw fwd bwd ih hh ho xh hx hy"))
"""What is mostly a label in parentheses above weights: words, and pairs of layers."""
LETTER = lazily(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])")


@some(Script)
def _has_run(s: Script) -> bool:
    return bool(_run(s))


@where(_has_run)
def with_words_in_parentheses(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    """The formulas of a page with such words as one entry each; `ranges` are those of letters, as typed."""
    page = _Page([s for f in read_of(located) for s in f.statements], ranges)
    words = page.words()

    def change(x: Any) -> Script | None:
        if not isinstance(x, Script) or _run(x) not in words:
            return None
        return replace(x, entries=(Text(_run(x), span=x.span),))

    return with_statements(located, lambda s: rebuilt(s, change)) if words else list(located)


def _run(s: Script) -> str:
    """The letters that run together in parentheses above a name."""
    if not s.above or s.bracket != "(" or s.commas or len(s.entries) < 2:
        return ""
    letters = [letter_of(e) or "" for e in s.entries]
    return "".join(letters) if all(len(x) == 1 and x.isalpha() for x in letters) else ""


@dataclass(slots=True)
class _Above:
    """What stands in parentheses above a name: `words` that are set as such, `runs`, and whether there is anything else
    but numbers, of which nobody knows that it is no index."""

    words: set[str] = field(default_factory=set)
    runs: set[str] = field(default_factory=set)
    indices: bool = False

    def note(self, s: Script) -> None:
        """Note one more."""
        only = s.entries[0] if len(s.entries) == 1 else None
        if _run(s):
            self.runs.add(_run(s))
        elif isinstance(only, Text):
            self.words.add(only.content)
        elif isinstance(only, Name) and is_word(only):
            self.words.add(only.base)
        elif not isinstance(only, t.Number):
            self.indices = True


class _Page:
    """Where the letters of such runs stand on a page."""

    def __init__(self, said: Sequence[Statement], ranges: Mapping[str, object]) -> None:
        self.above: dict[Stem, _Above] = {}
        for x in (x for s in said for x in t.of_kind(s, Name)):
            for script in (q for q in x.scripts if q.above and q.bracket == "("):
                self.above.setdefault(stem_of(x), _Above()).note(script)
        self.counting = {y for s in said for y in _bare(s)} | {*ranges}
        self.counting |= {y for x in ranges.values() for y in LETTER.findall(str(x))}
        scripts = (q for s in said for q in t.of_kind(s, Script) if q.above and not _run(q))
        self.raised = {y for q in scripts for e in q.entries for y in letters_in(e)}
        self.bound = {run for s in said for x in t.of_kind(s, BigSum) for run in _bound(x)}

    def words(self) -> set[str]:
        """The runs that are words, wherever they stand."""
        found = {run for x in self.above.values() for run in x.runs if self._is_word(run, x)}
        return found - {run for x in self.above.values() if self._has_indices(x) for run in x.runs}

    def _has_indices(self, x: _Above) -> bool:
        counted = (run for run in x.runs if run not in SHORT_WORDS and set(run) <= self.counting)
        return x.indices or any(counted) or not self.bound.isdisjoint(x.runs)

    def _is_word(self, run: str, x: _Above) -> bool:
        others = x.words.union(y for y in x.runs if not set(y) <= self.counting) - {run}
        if run in SHORT_WORDS and any(y in SHORT_WORDS or len(y) > 2 for y in others):
            return True
        told = run in SHORT_WORDS or bool(others)
        return told and not set(run) <= self.counting and self.raised.isdisjoint(run)


def _bare(x: t.Tree) -> Iterator[str]:
    """The letters that stand without anything below or above them, but for those of runs."""
    for y in parts(x):
        if isinstance(y, Script) and _run(y):
            continue
        if isinstance(y, Name) and (letter := letter_of(y)) is not None:
            yield letter
        yield from _bare(y)


def _bound(x: BigSum) -> Iterator[str]:
    """The runs under a sum that binds one of their letters, unless that stands below the same name, too."""
    letters = {y for item in x.below for y in letters_in(item)}
    for name in t.of_kind(x.body, Name):
        loose = letters.difference(y for e in entries_below(name) for y in letters_in(e))
        yield from (run for q in name.scripts if loose.intersection(run := _run(q)))


__all__ = ["with_words_in_parentheses"]
