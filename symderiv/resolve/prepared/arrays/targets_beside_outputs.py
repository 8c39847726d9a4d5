r"""Targets that share their letter with the outputs: `E = \frac12 \sum_k (y - y_k)^2` beside `y_k = f(h_k)`.

The y without an index is a number of its own, no column of the outputs, where it stands nowhere but in such differences
and a definition adds up squares of them. Were it their mean, it would depend on them, so on a page that says mean or
average of anything but a squared error, or calls it anything but a target, it is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Number, Scripted, Statement, Terms
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, is_given, read_of, with_statements
from ...shape import APART, letter_of
from ...unequal import letters_under

TWO = 2
OPEN = ("(", "[")
TARGET = re.compile(
    r"\b(?:target|desired|label|true|truth|expected|correct|teacher|supervis\w+)|期望|期待|目标|目標|真实|真實|真值|标签|標籤"
    r"|教師|正解|理想|목표|정답|실제",
    re.I,
)
"""Words that call a name the target, somewhere in its sentence."""
AVERAGED = re.compile(
    r"\b(?:averag\w+|mean(?!s\b|[- ]squared?\b))|平均(?!二乗|平方|方)|均值|평균(?! ?제곱)|mittelwert|moyenne|media\b",
    re.I,
)
"""Words of what depends on all outputs."""


def _has_difference(s: Statement) -> bool:
    return any(True for _ in _squared(s.chain))


@where(_has_difference)
def with_targets_beside_outputs(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such targets told apart from the outputs.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ y_k = f(h_k) $$ $$ E = \sum_k (y - y_k)^2 $$"))
    >>> _, (_, f) = with_targets_beside_outputs(page)
    >>> [x.font for x in t.of_kind(f, Name) if x.base == "y"]
    ['mathord', '']
    """
    if any(is_given(d) or AVERAGED.search(f"{d.before} {d.after}") for d, _ in located):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    outputs = {x for s in statements if (x := _output(s.chain)) is not None}
    found = {x for s in statements for x in _squared(s.chain)} & outputs
    named = {id(s) for d, f in located if TARGET.search(f"{d.before} {d.after}") for s in getattr(f, "statements", ())}
    found -= {x for s in statements for x in _elsewhere(s, found) if not (id(s) in named and _is_mention(s))}

    def change(x: object) -> Name | None:
        return replace(x, font=APART) if isinstance(x, Name) and letter_of(x) in found else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _output(c: Chain) -> str | None:
    """The letter of what an equation defines for each index below it."""
    left = c.members[0]
    return left.base if c.relations[:1] == ("=",) and isinstance(left, Name) and _index(left) is not None else None


def _index(x: Name) -> str | None:
    """The only script of a plain name, a letter below it."""
    plain = not (x.accents or x.font or x.primes) and len(x.scripts) == 1 and not x.scripts[0].above
    return letter_of(x.scripts[0].entries[0]) if plain and len(x.scripts[0].entries) == 1 else None


def _squared(c: Chain) -> Iterator[str]:
    """The letters of differences whose squares an equation adds up over the index."""
    for big in t.of_kind(c, t.BigSum) if c.relations[:1] == ("=",) else ():
        under = letters_under(big)
        for x in t.of_kind(big.body, Scripted):
            power = len(x.scripts) == 1 and x.scripts[0].above and x.scripts[0].entries == (Number(str(TWO)),)
            inside = x.base.items[0] if power and isinstance(x.base, Group) and x.base.open in OPEN else None
            pair = _difference(inside)
            if pair is not None and _index(pair[1]) in under:
                yield pair[0].base


def _difference(x: object) -> tuple[Name, Name] | None:
    """The bare name and the one with an index of which a term is the difference."""
    if not isinstance(x, Terms) or len(x.terms) != TWO or x.terms[0].sign == x.terms[1].sign:
        return None
    if {y.sign for y in x.terms} - {"", "+", "-"} or all(y.sign != "-" for y in x.terms):
        return None
    one, two = (y.body for y in x.terms)
    for bare, entry in ((one, two), (two, one)):
        if isinstance(bare, Name) and isinstance(entry, Name) and bare == Name(entry.base) and _index(entry):
            return bare, entry
    return None


def _elsewhere(s: Statement, letters: set[str]) -> Iterator[str]:
    """The letters that stand without an index in anything but such differences of numbers."""
    within = {id(pair[0]) for x in t.of_kind(s, Terms) if (pair := _difference(x)) is not None}
    measured = {id(x) for g in t.of_kind(s, Group) if g.open not in (*OPEN, "{") for x in t.of_kind(g, Name)}
    turned = {id(x) for y in t.of_kind(s, Scripted) if not _is_power(y) for x in t.of_kind(y.base, Name)}
    for x in t.of_kind(s, Name):
        bare = x.base in letters and all(z.above for z in x.scripts)
        if bare and (id(x) not in within or id(x) in measured | turned):
            yield x.base


def _is_power(x: Scripted) -> bool:
    return all(s.above and isinstance(e, Number) for s in x.scripts for e in s.entries)


def _is_mention(s: Statement) -> bool:
    """Does a formula consist of a name?"""
    return not s.chain.relations and isinstance(s.chain.members[0], Name)
