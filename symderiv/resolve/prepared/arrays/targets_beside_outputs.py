r"""Targets that share their letter with the outputs: `E = \frac12 \sum_k (y - y_k)^2` beside `y_k = f(h_k)`.

The y without an index is a number of its own, no column of the outputs, where it stands nowhere but in such differences
and a definition adds up squares of them. Were it their mean, it would depend on them. So words have to call it a
target, in the clause in which it is named; or they say nothing of it, nor anything of means or of what is spread
around them, and what adds up the squares has a letter of errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....document.blocks import Display
from ....latex import tree as t
from ....latex.statement_forms import is_mention
from ....latex.tree import Chain, Group, Name, Number, Scripted, Statement, Terms
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, is_given, read_of, with_statements
from ...spelled.shape import APART, letter_of

TWO = 2
OPEN = ("(", "[")
TARGET = lazily(
    r"\b(?:target|desired|label|true|truth|expected|correct|teacher|supervis\w+)|期望|期待|目标|目標|真实|真實|真值|标签|標籤"
    r"|教師|正解|理想|목표|정답|실제",
    re.I,
)
"""Words that call a name the target, somewhere in its sentence."""
AVERAGED = lazily(
    r"\b(?:averag\w+|mean(?!s\b|[- ]squared?\b)|varian\w*|covarian\w*|deviat\w*|spread\w*|dispers\w*|scatter\w*|inertia"
    r"|divers\w*|cent(?:er|re|roid|ral|rali[sz]\w*)s?|centered|centred|barycent\w*|mass|consensus|committee|ensembles?"
    r"|pool(?:ed|ing)|median|combin\w+|aggregat\w+|vot(?:e|es|ed|ing)|majority|total|sum of the outputs|clusters?)\b"
    r"|平均(?!二乗|平方|方)|均值|均方差|分散|方差|偏差|散布|重心|中心|質心|质心|合意|共识|共識|集成|アンサンブル|委員会|委员会"
    r"|多数決|多数决|总和|総和|합의|앙상블|분산|편차|중심|중앙값|중앙|총합|평균(?! ?제곱)|mittelwert|varianz|streuung"
    r"|schwerpunkt|moyenne|écart|centre|media\b|varianza|centro",
    re.I,
)
"""Words of what depends on all outputs, and of what is measured from it."""
PARTS = lazily(r"[,;:.()、，；：。（）]|\b(?:whose|which|where|while|and|but|und|et|y|と)\b")
"""What ends a clause."""
ERRORS = frozenset(
    ["E", "L", "J", "C", "e", r"\ell", "MSE", "SSE", "RSS", "Loss", "loss", "Error", "error", "err", "cost"]
)
"""Letters of errors."""


def _has_difference(s: Statement) -> bool:
    return any(True for _ in _squared(s.chain))


@where(_has_difference)
def with_targets_beside_outputs(located: Sequence[Located], words: str) -> list[Located]:
    r"""The formulas of a document, of which `words` are all those beside them, with such targets told apart.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ y_k = f(h_k) $$ $$ E = \sum_k (y - y_k)^2 $$"))
    >>> _, (_, f) = with_targets_beside_outputs(page, "")
    >>> [x.font for x in t.of_kind(f, Name) if x.base == "y"]
    ['mathord', '']
    """
    if any(is_given(d) for d, _ in located):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    outputs = {x for s in statements if (x := _output(s.chain)) is not None}
    squared = [(_is_error(s.chain), x) for s in statements for x in _squared(s.chain)]
    named = {id(s) for d, f in located if _is_called_target(d) for s in getattr(f, "statements", ())}
    called = {x for s in statements if id(s) in named and is_mention(s) for x in _letters(s)}
    spread = AVERAGED.search(words) or any(AVERAGED.search(f"{d.before} {d.after}") for d, _ in located)
    found = {x for error, x in squared if x in called or (error and not spread)} & outputs
    found -= {x for s in statements for x in _elsewhere(s, found) if not (id(s) in named and is_mention(s))}

    def change(x: object) -> Name | None:
        return replace(x, font=APART) if isinstance(x, Name) and letter_of(x) in found else None

    return with_statements(located, lambda s: rebuilt(s, change)) if found else list(located)


def _is_called_target(d: Display) -> bool:
    """Do words call a name a target in its own clause, in a sentence that speaks of no mean?"""
    clause = f"{PARTS.split(d.before)[-1]} {PARTS.split(d.after)[0]}"
    return TARGET.search(clause) is not None and AVERAGED.search(f"{d.before} {d.after}") is None


def _is_error(c: Chain) -> bool:
    """Does an equation define what has a letter of errors, also with an argument, `E(w)`?"""
    left = c.members[0]
    first = left.factors[0].body if isinstance(left, t.Product) else left
    return isinstance(first, Name) and first.base in ERRORS


def _letters(s: Statement) -> Iterator[str]:
    return (x.base for x in t.of_kind(s, Name) if not x.scripts)


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
        for x in t.of_kind(big.body, Scripted):
            power = len(x.scripts) == 1 and x.scripts[0].above and x.scripts[0].entries == (Number(str(TWO)),)
            inside = x.base.items[0] if power and isinstance(x.base, Group) and x.base.open in OPEN else None
            pair = _difference(inside)
            if pair is not None and _index(pair[1]) in letters_under(big):
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
