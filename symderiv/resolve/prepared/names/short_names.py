r"""Names that words make short for an entry: `$E$ is short for $E_{ij}$`, `we write $z$ for $z^{(n)}$`.

Behind such words the bare name is the entry, wherever it stands. It is none if a sum there binds an index that it
lacks, or if the page says of the bare name what it is: before those words, or in terms of its entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....document.blocks import Block
from ....latex import tree as t
from ....latex.doubted import is_doubted
from ....latex.tree import Formula, Group, Name, Node, Number, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...integers.unequal import letters_under
from ...located import Located, read_of
from ...spelled.scripts import entries_of, has_below, is_index
from ...spelled.shape import Stem, is_mark, letter_of, stem_of
from ..said_in_place import gaps_of, has_values, value_alone
from .named_in_words import ABROAD, is_naming, sentence_before


def with_short_names(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas of a page with the entries in the place of such names."""
    found = list(located)
    gaps = gaps_of(found, blocks) if has_values(found) else []
    for at in range(len(gaps) - 2):
        (name, before), (value, between), (_, behind) = gaps[at : at + 3]
        sentence = sentence_before(gaps, at)
        if value < 0 or ABROAD.search(sentence) or is_doubted(before, behind):
            continue
        short, entry = value_alone(found[name]), value_alone(found[value])
        if not isinstance(short, Name) or entry is None or not is_naming(between, sentence, before):
            continue
        if _is_entry(entry, short) and not _has_own(found, value, short) and _fits(found[value + 1 :], short, entry):
            display, f = found[name]
            assert isinstance(f, Formula)  # `value_alone`
            found[name] = display, replace(f, statements=())
            found[value + 1 :] = [_written_out(x, short, entry) for x in found[value + 1 :]]
    return found


def _is_entry(x: Node, short: Name) -> bool:
    r"""Is it the name with indices, `E_{ij}`, `E[i][j]`?"""
    if isinstance(x, Name):
        entries: Sequence[Node] = entries_of(x)
    elif isinstance(x, Product) and all(f.joined and _is_bracket(f.body) for f in x.factors[1:]):
        entries = [i for f in x.factors[1:] if isinstance(f.body, Group) for i in f.body.items]
        x = x.factors[0].body
    else:
        return False
    bare = isinstance(x, Name) and stem_of(x) == stem_of(short) and not (x.primes or short.primes or short.scripts)
    above = [s for s in x.scripts if s.above and not s.bracket] if isinstance(x, Name) else []
    raised = any(is_mark(e) or isinstance(e, Number) for s in above for e in s.entries)
    return bare and bool(entries) and all(map(is_index, entries)) and not raised


def _is_bracket(x: Node) -> bool:
    return isinstance(x, Group) and x.open == "["


def _has_own(located: Sequence[Located], at: int, short: Name) -> bool:
    """Does the page say of the bare name what it is? What a sentence recalls behind it, `since $E = R - p$`, leaves off
    the indices of others, too."""
    indexed = {y for f in read_of(located) for s in f.statements for y in _indexed(s)}
    for n, (d, f) in enumerate(located):
        for c in (s.chain for s in f.statements if s.chain.relations) if isinstance(f, Formula) else ():
            first, *others = c.members
            if not isinstance(first, Name) or stem_of(first) != stem_of(short) or first.scripts or first.primes:
                continue
            names = [x for m in others for x in t.of_kind(m, Name)]
            recalled = n > at and d.inline and bool(names) and not any(t.of_kind(c, t.BigSum))
            alike = all(not x.scripts and stem_of(x) in indexed - {stem_of(short)} for x in names)
            if not (recalled and alike and EQUALITIES.issuperset(c.relations)):
                return True
    return False


def _indexed(s: Statement) -> Iterator[Stem]:
    """The names with indices below them, or in brackets behind them."""
    yield from (stem_of(x) for x in t.of_kind(s, Name) if has_below(x))
    for x in t.of_kind(s, Product):
        pairs = zip(x.factors, x.factors[1:], strict=False)
        yield from (stem_of(a.body) for a, b in pairs if isinstance(a.body, Name) and b.joined and _is_bracket(b.body))


def _written_out(located: Located, short: Name, entry: Node) -> Located:
    display, f = located
    if not isinstance(f, Formula):
        return located
    return display, replace(f, statements=tuple(_with_entry(s, short, entry) for s in f.statements))


def _with_entry(s: Statement, short: Name, entry: Node) -> Statement:
    apart = {id(x) for x in _no_values(s)}

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or not _is_short(x, short) or id(x) in apart:
            return None
        return Scripted(Group("(", (entry,), ")", (), x.span), x.scripts, 0, x.span) if x.scripts else entry

    found: Statement = rebuilt(s, change)
    return found


def _is_short(x: Name, short: Name) -> bool:
    """Is it the bare name, or a power of it by a number?"""
    power = [e for y in x.scripts for e in y.entries if y.above and not y.bracket]
    bare = not x.scripts or (len(x.scripts) == len(power) == 1 and isinstance(power[0], Number))
    return bare and not x.primes and stem_of(x) == stem_of(short)


def _fits(located: Sequence[Located], short: Name, entry: Node) -> bool:
    """Does no sum bind an index of the entry around the short name, and does nothing raise this to a letter?"""
    letters = {x for y in t.of_kind(entry, Name) if (x := letter_of(y)) is not None} - {letter_of(short)}
    for s in (s for f in read_of(located) for s in f.statements):
        apart = {id(x) for x in _no_values(s)}
        own = [x for x in t.of_kind(s, Name) if stem_of(x) == stem_of(short) and id(x) not in apart]
        bound = {y for x in t.of_kind(s, t.BigSum) for y in letters_under(x)} & letters
        if bound and any(_is_short(x, short) for x in own):
            return False
        raised = [x for x in own if x.scripts and all(y.above and not y.bracket for y in x.scripts)]
        if not all(_is_short(x, short) for x in raised):
            return False
    return True


def _no_values(s: Statement) -> Iterator[object]:
    """The names in scripts, and those before what they are applied to or that tells the entry."""
    yield from (x for y in t.of_kind(s, t.Script) for x in t.of_kind(y, Name))
    for x in t.of_kind(s, Product):
        yield from (a.body for a, b in zip(x.factors, x.factors[1:], strict=False) if b.joined)
