r"""Upright letters in scripts with which a page counts: the L of `\text{H}_{\text{L}}` beside `\text{L} - 1`.

An upright letter below a name is a word as a rule, the o of `w_{\text{o}}`, and one that is all of a script a text. One
that numbers are added to, that ends a range or a sum, or that a sum binds, is a number there as it is elsewhere.

Where sums bind the plain letter alone, `b_{\mathrm{i}}` beside `\sum_i` is a label if another upright letter stands
below the same name (`m_{\mathrm{i}}`, `m_{\mathrm{o}}`) and the plain one never does; else it is not clear which it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ....latex import tree as t
from ....latex.tree import Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import PLAIN_FONTS, Stem, stem_of
from ..extremum import bound_by
from ..left_unread import without_doubtful

UPRIGHT = PLAIN_FONTS - {""}
ENDING = lazily(rf"\.\s*\\(?:{'|'.join(sorted(UPRIGHT))})\s*\{{\s*([A-Za-z])\s*\}}")
"""Such a letter at the end of a range in the front matter, `1..\\text{L}`."""
CAUSE = "`{}` set upright may be a label, or the index `{}`"
HINT = "write `\\text{in}` or a word for a label, and set an index as it is set below the sum"


@some(Script)
def _has_upright(x: Script) -> bool:
    return any(_upright(e) for e in x.entries)


@where(_has_upright)
def with_upright_letters_counting(located: Sequence[Located], ranges: Mapping[str, object]) -> Sequence[Located]:
    """The formulas of a document with upright letters that it, or its front matter, counts with as plain in scripts."""
    counting = {x for f in read_of(located) for s in f.statements for x in _counting(s)}
    counting |= {letter for r in ranges.values() for letter in ENDING.findall(str(r))}
    located = _with_labels_apart(located, counting)
    if not counting:
        return located

    def plain(x: Any) -> Node | None:
        return Name(letter, span=x.span) if (letter := _upright(x)) in counting else None

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not x.scripts:
            return None
        scripts = tuple(s if s.above else rebuilt(s, plain) for s in x.scripts)
        return None if scripts == x.scripts else replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_labels_apart(located: Sequence[Located], counting: set[str]) -> Sequence[Located]:
    """The formulas with upright letters that sums bind plain as labels, or without those where they may be either."""
    statements = [s for f in read_of(located) for s in f.statements]
    bound = {b.base for s in statements for b in _bound(s) if not (b.font or b.accents or b.primes)} - counting
    upright, plain = defaultdict[Stem, set[str]](set), defaultdict[Stem, set[str]](set)
    for x in (x for s in statements for x in t.of_kind(s, Name) if x.scripts):
        for e in _below(x):
            if isinstance(e, Name) and (letter := _upright(e) or e.base):
                (upright if _upright(e) else plain)[stem_of(x)].add(letter)
    met = {stem for stem, letters in upright.items() if letters & bound}
    if not met:
        return located
    labelled = {stem for stem in met if upright[stem] - bound - plain[stem] and not upright[stem] & plain[stem]}
    for stem in sorted(met - labelled, key=repr):
        letter = min(upright[stem] & bound)
        located = without_doubtful(located, partial(_with_upright, stem, bound), CAUSE.format(letter, letter), HINT)

    def label(e: Node) -> Node:
        return t.Text(letter, (), span=e.span) if isinstance(e, Name) and (letter := _upright(e)) else e

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in labelled:
            return None
        scripts = tuple(s if s.above else replace(s, entries=tuple(map(label, s.entries))) for s in x.scripts)
        return None if scripts == x.scripts else replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change)) if labelled else located


def _with_upright(stem: Stem, letters: set[str], s: Statement) -> Name | None:
    """A name in which one of the letters stands upright."""
    names = (x for x in t.of_kind(s, Name) if x.scripts and stem_of(x) == stem)
    return next((x for x in names if any(isinstance(e, Name) and _upright(e) in letters for e in _below(x))), None)


def _below(x: Name) -> Iterator[Node]:
    yield from (e for s in x.scripts if not s.above for e in s.entries)


def _bound(s: Statement) -> Iterator[Name]:
    """The letters that sums run over."""
    yield from (b for x in t.of_kind(s, t.BigSum) for y in x.below if (b := bound_by(y)) is not None)


def _upright(x: Any) -> str:
    """The upright letter that something is, alone in a script or as an entry."""
    if isinstance(x, t.Text) and not x.math:
        letter = x.content.strip()
    else:
        letter = x.base if isinstance(x, Name) and x.font in UPRIGHT and not (x.scripts or x.accents) else ""
    return letter if len(letter) == 1 and letter.isalpha() else ""


def _counting(s: Statement) -> Iterator[str]:
    """The upright letters that end ranges and sums, those that sums bind, and those that numbers are added to there and
    in scripts."""
    ends: list[Node] = [x.above for x in t.of_kind(s, t.BigSum) if x.above is not None]
    ends += [x.items[-1] for x in t.of_kind(s, t.Listing)]
    entries = (e for x in t.of_kind(s, Script) if not x.above for e in x.entries)
    sums = (x for e in (*ends, *entries) for x in t.of_kind(e, t.Terms))
    added = (y.body for x in sums if any(isinstance(y.body, t.Number) for y in x.terms) for y in x.terms)
    yield from (letter for x in (*ends, *added, *_bound(s)) if (letter := _upright(x)))
