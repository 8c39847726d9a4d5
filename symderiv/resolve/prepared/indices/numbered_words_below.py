r"""Words and letters with a number, below names: the in1 of `h_{in1}`, the k2 and l1 of `W_{k2l1}`; the `in_1` of
`h_{in_1}` and the `k_2` and `l_1` of `W_{k_2l_1}` likewise.

So people tell the units of a small network apart that they write out in full: nothing runs, and each name is a number.
No letter of such a run is an index on the page: it always has a number behind it, or stands in a word, and no sum and
no range has it; a single one is no value, either. Then the run is a label.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Node, Number, Script, Symbol, Text
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import label_of, letter_of, letters_in, values_in

WORD = 3
"""So many letters are a word; two are two indices."""
ALONE = lazily(r"(?<![A-Za-z])[A-Za-z](?=_?\d)")
"""A letter with a number behind it that may be the value of an index, and no part of a word."""

PART = lazily(r"[A-Za-z]_\d+")
"""One with the number below it."""


@some(Script)
def _has_numbered(x: Script) -> bool:
    return _run(x) is not None


@where(_has_numbered)
def with_numbered_words_as_labels(located: Sequence[Located], ranges: Iterable[str]) -> list[Located]:
    """The formulas of a document with such runs as labels; `ranges` are the letters of the front matter."""
    formulas = read_of(located)
    scripts = [x for f in formulas for x in t.of_kind(f, Script)]
    counting = {*ranges, *(x[0] for x in ranges if "_" in x), *(letter for f in formulas for letter in _counting(f))}
    words = [{letter for e in x.entries for letter in letters_in(e)} for x in scripts if _is_word(x)]
    counting = counting.union(*(word for word in words if not counting.isdisjoint(word)))
    values = {x.letter for f in formulas for s in f.statements for x in values_in(s.chain) if not x.pieces}
    runs = {run for x in scripts if (run := _run(x)) is not None}
    meant = {x for x in runs if counting.isdisjoint(x) and values.isdisjoint(ALONE.findall(x))}
    if not meant:
        return list(located)
    parts = {part for run in meant for part in PART.findall(run)}

    def change(x: Any) -> Node | None:
        run = (_run(x) or _alone(x, parts)) if isinstance(x, Script) else None
        if run is None or run not in meant | parts:
            return None
        label: Node = Symbol(run, span=x.span) if "_" in run else Text(run, span=x.span)
        made: Node = replace(x, entries=(label,))
        return made

    return with_statements(located, lambda s: rebuilt(s, change))


def _run(x: Script) -> str | None:
    """The text of letters and numbers that run together, each number behind a letter; None for anything else."""
    if x.above or x.bracket or len(x.entries) < len(("in", "1")):
        return None
    if x.commas:
        parts = [_number_below(e) for e in x.entries]
        return ",".join(p for p in parts if p) if all(parts) else None
    first, last = x.entries[0], x.entries[-1]
    numbered = isinstance(last, Number) or _number_below(last) is not None
    whole = isinstance(first, Name) and numbered and all(_is_plain(e) or _number_below(e) for e in x.entries)
    return "".join(_number_below(e) or label_of(e) or "" for e in x.entries) if whole else None


def _alone(x: Script, parts: Collection[str]) -> str | None:
    """The label of a script that is part of such runs elsewhere, the `k_1` of `b_{k_1}` beside `W_{k_1l_1}`."""
    label = _number_below(x.entries[0]) if len(x.entries) == 1 and not (x.above or x.bracket) else None
    return label if label in parts else None


def _number_below(x: object) -> str | None:
    """A letter with nothing on it but a whole number below, `k_1`."""
    script = x.scripts[0] if isinstance(x, Name) and len(x.scripts) == 1 else None
    number = script.entries[0] if script is not None and not script.above and len(script.entries) == 1 else None
    if not isinstance(number, Number) or not isinstance(x, Name) or not _is_plain(replace(x, scripts=())):
        return None
    return f"{x.base}_{number.text}" if number.text.isdecimal() else None


def _is_plain(x: Node) -> bool:
    """Is it a letter without anything on it, or a whole number?"""
    if isinstance(x, Name):
        return x.base.isalpha() and x.base.isascii() and not (x.scripts or x.primes or x.accents or x.font)
    return isinstance(x, Number) and x.text.isdecimal()


def _counting(f: Formula) -> Iterator[str]:
    """The letters that may be indices: those under sums, those that stand alone, in a range or a condition, and in
    scripts those that have no number behind them and are in no word."""
    for x in t.walk(f):
        if isinstance(x, t.BigSum):
            yield from (y for item in x.below for z in t.walk(item) for y in letters_in(z))
            yield from _numbered(z for item in x.below for z in t.walk(item))
        elif isinstance(x, Chain):
            yield from (y for m in x.members for i in t.listed(m) if (y := letter_of(i)) is not None)
            if x.relations[:1] != ("=",) or isinstance(x.members[1], (Number, t.Listing)):
                yield from _numbered(i for m in x.members for i in t.listed(m))
        elif isinstance(x, Script) and _run(x) is None and not _is_word(x):
            yield from (y for e in x.entries for y in letters_in(e))


def _numbered(nodes: Iterable[object]) -> Iterator[str]:
    """The letters of those that are a letter with a number below it, `k_1`."""
    yield from (y[0] for x in nodes if (y := _number_below(x)) is not None)


def _is_word(x: Script) -> bool:
    """Do letters stand there that make a word?"""
    return len(x.entries) >= WORD and not x.commas and all(isinstance(e, Name) and _is_plain(e) for e in x.entries)
