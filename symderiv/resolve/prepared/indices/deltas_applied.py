r"""A Kronecker delta with its letters in parentheses, `\delta(i, j)`: it is `\delta_{i,j}`.

`\delta(l, j)` may as well be the error of unit j in layer l, or a distance. So it is one where the page calls it
Kronecker's, or says that it is 1 if `k = l`, or where every line with it is about a derivative and some name has both
letters in one place, as `x_i` and `x_j` have. Letters that are values somewhere number nothing, and what a line
defines is defined there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from ....errors import ReadError
from ....latex import tree as t
from ....latex.joining import FOR, WHEN
from ....latex.joining import IF as ONLY_IF
from ....latex.statement_forms import replace_statement
from ....latex.tree import Chain, Formula, Group, Name, Node, Product, Script
from ....latex.turned_round import turns_round
from ....latex.walking import parts, rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import with_names_for_two
from ..words.words_of_cases import NOT_UNDERSTOOD

DELTA = r"\delta"
CALLED = lazily(r"Kronecker|Кронекер|クロネッカー|克罗内克|克罗尼克|克羅內克|크로네커", re.I)
"""How authors call it, right before or behind a formula."""
IF = rf"(?:{ONLY_IF}|{FOR})"
SAID = lazily(
    rf"\s*(?:which )?(?:is|equals|=|ist|est|vaut|es|vale|è|为|是|等于)\s*\$?\s*1\s*\$?,? {{0,2}}{IF}\s*"
    r"\$\s*(\S+?)\s*=\s*(\S+?)\s*\$"
    rf"|\s*(?:は|が)[、,]?\s*\$\s*(\S+?)\s*=\s*(\S+?)\s*\$\s*{WHEN}(?:に)?(?:だけ|のみ)?[、,]?\s*\$?\s*1\s*\$?"
)
r"""How a sentence goes on behind `\delta(k, l)` that says what it is; the two letters are held."""
CONDITION = lazily(rf"\s*,? {{0,2}}{IF}\s*\$\s*(\S+?)\s*=\s*(\S+?)\s*\$")
r"""How it goes on behind `\delta(k, l) = 1`."""

CASE_AHEAD = lazily(rf"\$\s*(\S+?)\s*=\s*(\S+?)\s*\$\s*{WHEN}[、,，]?\s*\Z")
"""How it begins ahead of that;"""
TOLD_BEHIND = lazily(rf"[^$.;。]{{0,40}}(?<![^\W\d_]){IF}[^$.;。]{{0,20}}\$", re.I)
r"""How it goes on behind a `\delta(k, l) = 0` whose case is told,"""
TOLD_AHEAD = lazily(
    rf"\$[^$.;。]{{0,20}}{WHEN}[^$.;。]{{0,10}}\$?\s*\Z"
    rf"|(?<![^\W\d_]){IF}[^$.;。]{{0,20}}\$[^$.]*\$[^$.;。]*\Z"
)
"""and what stands before one."""


def _has_any(s: t.Statement) -> bool:
    return any(True for x in t.of_kind(s, Product) for _ in _pairs(x))


@where(_has_any)
def with_deltas_below(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with the letters of such deltas below.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$\frac{\partial x_i}{\partial x_j} = \delta(i, j)$"
    >>> found = with_deltas_below(read_formulas(parse_document(page)))
    >>> [len(x.scripts) for _, f in found for x in t.of_kind(f, Name) if x.base == DELTA]
    [1]
    """
    chains = [s.chain for f in read_of(located) for s in f.statements if s.chain.relations]
    called = any(CALLED.search(f"{d.before} {d.after}") or _is_explained(d.after, f) for d, f in located)
    explaining = [
        f.statements[0].chain for d, f in located if isinstance(f, Formula) and _is_one_if(d.before, d.after, f)
    ]
    called = called or bool(explaining)
    chains = [c for c in chains if not any(c is x for x in explaining)]
    if not _is_meant(chains, called):
        return [_left_open(x) if _is_told_in_words(x) else x for x in located]

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named: dict[int, Node] = {n: _below(name, group) for n, name, group in _pairs(x)}
        return with_names_for_two(x, named, change) if named else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _is_told_in_words(located: Located) -> bool:
    r"""Is it a `\delta(k, l) = 0` whose case the sentence tells?"""
    display, f = located
    if isinstance(f, ReadError) or not display.inline or len(f.statements) != 1 or not _is_left(f.statements[0].chain):
        return False
    chain = f.statements[0].chain
    a_number = len(chain.members) == 2 and isinstance(chain.members[1], (t.Number, t.Terms))
    beside = TOLD_BEHIND.match(display.after) or TOLD_AHEAD.search(display.before)
    return a_number and beside is not None and bool(t.of_kind(chain, Product)) and _has_any(f.statements[0])


def _left_open(located: Located) -> Located:
    """The formula, what it is equal to left open."""
    display, f = located
    assert isinstance(f, Formula)
    left, right = f.statements[0].chain.members
    made = replace(f.statements[0].chain, members=(left, t.Misfit(NOT_UNDERSTOOD, span=right.span)))
    return display, replace(f, statements=(replace_statement(f.statements[0], chain=made, conditions=()),))


def _is_explained(behind: str, f: Formula | ReadError) -> bool:
    r"""Is it `\delta(k, l)` alone, and does the sentence go on with what it is?"""
    found = SAID.match(behind)
    if found is None or isinstance(f, ReadError) or len(f.statements) != 1 or f.statements[0].chain.relations:
        return False
    pairs = [g for x in t.of_kind(f, Product) for _, _, g in _pairs(x)]
    two = [x for x in found.groups() if x is not None]
    return len(pairs) == 1 and sorted(letter_of(i) or "" for i in pairs[0].items) == sorted(two)


def _is_one_if(before: str, behind: str, f: Formula) -> bool:
    r"""Is it `\delta(k, l) = 1`, and does the sentence say `if k = l`?"""
    chain = f.statements[0].chain if len(f.statements) == 1 else None
    found, ahead = CONDITION.match(behind), CASE_AHEAD.search(before)
    if chain is None or chain.members[1:] != (t.Number("1"),) or not _is_left(chain):
        return False
    if found is not None and turns_round("", behind[found.end() :]):
        return False
    found = found or (ahead if ahead is not None and not turns_round(before[: ahead.start()]) else None)
    if found is None:
        return False
    pairs = [g for x in t.of_kind(chain, Product) for _, _, g in _pairs(x)]
    return len(pairs) == 1 and sorted(letter_of(i) or "" for i in pairs[0].items) == sorted(found.groups())


def _is_meant(chains: Sequence[Chain], called: bool) -> bool:
    """Does nothing on the page speak against it, and enough for it?"""
    deltas = sum(x.base == DELTA for c in chains for x in t.of_kind(c, Name))
    uses = [(c, g) for c in chains for x in t.of_kind(c, Product) for _, _, g in _pairs(x)]
    if not uses or deltas != len(uses) or any(_is_left(c) for c in chains):
        return False
    pairs = {tuple(letter_of(i) for i in g.items) for _, g in uses}
    letters = {x for pair in pairs for x in pair if x is not None}
    valued = [c for c in chains if not _is_condition(c)]
    if letters & set(_values(valued)) or not letters <= set(_scripted(chains)):
        return False
    if called:
        return True
    lettered = {frozenset(p) for p in pairs if None not in p}
    differentiated = all(t.of_kind(c, t.Derivative) or t.of_kind(c, t.Nabla) for c, _ in uses)
    return differentiated and bool(lettered) and lettered <= set(_in_one_place(chains))


def _pairs(x: Product) -> Iterator[tuple[int, Name, Group]]:
    """The deltas before two letters or numbers in parentheses, with their places."""
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if isinstance(a.body, Name) and a.body.base == DELTA and b.joined and isinstance(b.body, Group):
            plain = not (a.body.scripts or a.body.primes or a.body.accents)
            if plain and b.body.open == "(" and b.body.separators == (",",) and all(map(_is_index, b.body.items)):
                yield n, a.body, b.body


def _is_index(x: Node) -> bool:
    r"""Is it a letter, a number, or a name with nothing but these below, the `o_t` of `\delta(o_t, k)`?"""
    if letter_of(x) is not None or isinstance(x, t.Number):
        return True
    below = isinstance(x, Name) and not x.primes and bool(x.scripts) and not any(s.above for s in x.scripts)
    return isinstance(x, Name) and below and all(_is_plain(e) for s in x.scripts for e in s.entries)


def _is_plain(x: Node) -> bool:
    """Is it made of letters and numbers, `t + 1`?"""
    if isinstance(x, t.Terms):
        return all(_is_plain(term.body) for term in x.terms)
    return letter_of(x) is not None or isinstance(x, t.Number)


def _is_left(c: Chain) -> bool:
    left = c.members[0]
    return isinstance(left, Product) and isinstance(left.factors[0].body, Name) and left.factors[0].body.base == DELTA


def _is_condition(c: Chain) -> bool:
    """Is it `k = l`, and not what a letter is?"""
    return len(c.members) == 2 and None not in map(letter_of, c.members)


def _values(x: object) -> Iterator[str]:
    """The letters that stand by themselves, and neither in a script, below a sum nor in such parentheses."""
    if isinstance(x, (Script, t.Indicator)):
        return
    if isinstance(x, Name) and (letter := letter_of(x)) is not None:
        yield letter
    passed: list[object] = []
    if isinstance(x, Product):
        passed = [x.factors[n + 1] for n, _, _ in _pairs(x)]
    elif isinstance(x, t.BigSum):
        passed = list(x.below)
    elif isinstance(x, Chain) and (
        not set(x.relations) <= EQUALITIES or any(isinstance(m, t.Listing) for m in x.members)
    ):
        passed = [m for m in x.members if letter_of(m) is not None or _are_letters(m)]  # `j, k = 1, \dots, n`
    for y in x if isinstance(x, (list, tuple)) else parts(x):
        if not any(y is z for z in passed):
            yield from _values(y)


def _are_letters(x: Node) -> bool:
    return isinstance(x, t.Listing) and all(letter_of(i) is not None for i in x.items)


def _scripted(chains: Sequence[Chain]) -> Iterator[str]:
    for c in chains:
        for s in t.of_kind(c, Script):
            yield from (letter for e in s.entries if (letter := letter_of(e)) is not None)


def _in_one_place(chains: Sequence[Chain]) -> Iterable[frozenset[str | None]]:
    """The pairs of letters that some name has in one and the same place."""
    places: dict[tuple[Stem, bool, int], set[str]] = {}
    for c in chains:
        for x in t.of_kind(c, Name):
            for s in x.scripts:
                for n, e in enumerate(s.entries):
                    if (letter := letter_of(e)) is not None:
                        places.setdefault((stem_of(x), s.above, n), set()).add(letter)
    return {frozenset(pair) for found in places.values() for pair in combinations(sorted(found), 2)}


def _below(name: Name, group: Group) -> Name:
    script = Script(False, group.items, "", True, True, group.span)
    return replace(name, scripts=(script,), span=(name.span[0], group.span[1]))
