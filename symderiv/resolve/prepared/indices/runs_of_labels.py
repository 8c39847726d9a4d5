r"""Labels of some letters that no table knows: the lin of `J_{lin} = \frac{1}{n} \sum_{i=1}^{n} (z_i - y_i)^2`.

A letter of a run below or above a left side that stands on the right only as what a sum runs over is no index there.
Where none of the run is free on the right of any definition, and the name carries such runs wherever it carries as many
letters, the run is a word; two letters only where the name stands in no sum over one of them, `\sum_n E_{in}`. The j of
`z_{ij} = \sum_{k \ne j} w_k x_{kj}` is free there: what k is not has a value. So is one of four letters at least of
which none stands bare anywhere else, the `y^{wahr}_i` of a page: nothing says what these would run over. One of them
has to be a letter that few take for an index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import some, where
from ...integers.unequal import letters_under, loose_letters
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of

Run: TypeAlias = tuple[Stem, bool, str]
"""A name, whether the run stands above it, and its letters."""


SIDES = (False, True)
WORD = 3
"""So many letters above a name may be a word; two are a product."""
LONG = 4
"""So many letters that stand nowhere else are one,"""
SELDOM = frozenset("efhowxyz")
"""with one of these, which are no usual indices, but in a row."""
SHOWN = len(("E", "(w)"))
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@some(Name)
def _has_run(x: Name) -> bool:
    return any(_run(x, above) is not None for above in SIDES)


def _has_any(s: Statement) -> bool:
    return _has_run(s) and _has_word(s)


def _has_word(s: Statement) -> bool:
    return any(True for _ in _captured(s.chain)) or any(len(run) >= LONG for _, _, run in _carried(s))


@where(_has_any)
def with_runs_as_labels(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such words as one entry each."""
    statements = [s for f in read_of(located) for s in f.statements]
    chains = [s.chain for s in statements]
    found = {run for c in chains for run in _captured(c)} - {run for c in chains for run in _meant(c)}
    found |= set(_alone(statements))
    carried: dict[tuple[Stem, bool, int], set[str]] = {}
    for x, above in ((x, above) for c in chains for x in t.of_kind(c, Name) for above in SIDES):
        entries = sum(len(s.entries) for s in x.scripts if s.above == above)
        carried.setdefault((stem_of(x), above, entries), set()).add(_run(x, above) or "")
    found = {
        (stem, above, run)
        for stem, above, run in found
        if all((stem, above, x) in found for x in carried[stem, above, len(run)])
    }
    if not found:
        return list(located)

    words = {run for _, _, run in found if len(run) >= WORD}

    def is_meant(x: Name, above: bool) -> bool:
        run = _run(x, above)
        return (stem_of(x), above, run) in found or run in words

    def change(x: Any) -> Node | None:
        meant = (
            {above for above in SIDES if (stem_of(x), above, _run(x, above)) in found} if isinstance(x, Name) else ()
        )
        return replace(x, scripts=tuple(_worded(s) if s.above in meant else s for s in x.scripts)) if meant else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _carried(s: Statement) -> Iterator[Run]:
    for x in t.of_kind(s, Name):
        yield from ((stem_of(x), above, run) for above in SIDES if (run := _run(x, above)) is not None)


def _alone(statements: Sequence[Statement]) -> Iterator[Run]:
    """The runs of which no letter stands bare on a page, but in the same run."""
    long = {run for s in statements for run in _carried(s) if len(run[2]) >= LONG and run[0][0] != "e"}
    bare = (x for s in statements for x in t.of_kind(s, Name) if not x.scripts) if long else ()
    met = Counter(x.base for x in bare)  # indices, and what an exponent is made of
    words = Counter(run[2] for s in statements for run in _carried(s))
    for run in long:
        word = run[2]
        usual = SELDOM.isdisjoint(word) or "".join(sorted(word)) in ALPHABET
        if not usual and all(met[x] == word.count(x) * words[word] for x in word):
            yield run


def _captured(c: Chain) -> Iterator[Run]:
    """The runs below and above a left side, where some of its letters are what sums run over, and none is free."""
    left = _defined(c)
    if c.relations[:1] != ("=",) or left is None:
        return
    for above in SIDES:
        run = _run(left, above)
        if run is None or (above and len(run) < WORD):
            continue
        summed = {x for m in c.members[1:] for s in t.of_kind(m, t.BigSum) for x in letters_under(s)} - _excluded(c)
        if summed.intersection(run) and not _free(c, run).intersection(run):
            yield stem_of(left), above, run


def _meant(c: Chain) -> Iterator[Run]:
    """The runs below and above a left side of which a letter is an index on the right."""
    left = _defined(c)
    for above in SIDES if EQUALITIES & {*c.relations} else ():
        run = _run(left, above) if left is not None else None
        if run is not None and left is not None and _free(c, run).intersection(run):
            yield stem_of(left), above, run
    for big in t.of_kind(c, t.BigSum):
        named = ((x, above, _run(x, above)) for x in t.of_kind(big.body, Name) for above in SIDES)
        for x, above, run in named:
            if run is not None and len(run) < WORD and letters_under(big).intersection(run):
                yield stem_of(x), above, run


def _defined(c: Chain) -> Name | None:
    """The name on the left side, `E_{in}`, also where it shows what it depends on, `E_{in}(w)`."""
    left = c.members[0]
    behind = left.factors[1].body if isinstance(left, t.Product) and len(left.factors) == SHOWN else None
    if isinstance(left, t.Product) and isinstance(behind, t.Group) and all(map(_is_plain, behind.items)):
        left = left.factors[0].body
    return left if isinstance(left, Name) else None


def _is_plain(x: Node) -> bool:
    return isinstance(x, Name) and not x.scripts


def _free(c: Chain, run: str) -> set[str]:
    """The letters that are free on the right, but for names that carry the same run, `T_{ant}` beside `L^{ant}`."""

    def change(x: Any) -> Node | None:
        same = isinstance(x, Name) and len(run) >= WORD and any(_run(x, above) == run for above in SIDES)
        return replace(x, scripts=()) if same else None

    return _excluded(c) | {x for m in c.members[1:] for x in loose_letters(rebuilt(m, change))}


def _excluded(c: Chain) -> set[str]:
    r"""The letters that letters of sums are not, the j of `\sum_{k \ne j}`."""
    items = (i for m in c.members[1:] for s in t.of_kind(m, t.BigSum) for i in s.below if isinstance(i, Chain))
    return {x for i in items if i.relations == (r"\ne",) and (x := letter_of(i.members[1])) is not None}


def _run(x: Name, above: bool) -> str | None:
    """The letters that stand below or above a name without a comma."""
    below = [s for s in x.scripts if s.above == above]
    letters = [letter_of(e) for s in below for e in s.entries if isinstance(e, Name) and not e.font and not e.primes]
    several = len(below) == 1 and not below[0].commas and not below[0].bracket and len(below[0].entries) > 1
    whole = several and len(letters) == len(below[0].entries) and all(x is not None and len(x) == 1 for x in letters)
    return "".join(x or "" for x in letters) if whole else None


def _worded(s: Script) -> Script:
    """The word as an entry; above a name that has an index there elsewhere a plain name would be one, too."""
    word = "".join(letter_of(e) or "" for e in s.entries)
    return replace(s, entries=(t.Text(word, span=s.span) if s.above else Name(word, span=s.span),))
