r"""Components whose number stands before a step: `o_{i,t}` is the i-th component of `o_t`, and is read as `o_{t,i}`.

What numbers vectors comes first everywhere else, so that the entries of `o_t` are `o_{t,1}`, `o_{t,2}`. A page that
types them the other way round has to show it: by a sentence, `$o_{i,t}$ is the $i$-th component of $o_t$`, or by a
letter t in which it goes on from vector to vector, `h_t = .. h_{t-1} ..`. That letter then stands behind everywhere,
and before it what numbers no vector of that name. A bare letter, the X of `X w` beside `X_{i,t}` or `x_{i,t}`, is a
matrix, and the order is that of its rows and columns. Where a sentence says that the number of the component stands
first, an entry with the two the other way round is not read beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.tree import Formula, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import any_of, where
from ...located import Located, is_given, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, shifted, stem_of
from .components_above import component_told

PAIR = 2
OTHER_ORDER = "the text says that the number of the component stands first"


def _has_any(s: Statement) -> bool:
    return any(len(_below(x)) == PAIR for x in t.of_kind(s, Name))


def _goes_on(s: Statement) -> bool:
    """Does a name stand in it with `t-1` below?"""
    return any(len(below := _below(x)) == 1 and shifted(below[0])[1] for x in t.of_kind(s, Name))


@where(_has_any)
def with_components_behind(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such components behind the step.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$o_{i,t}$ is the $i$-th component of $o_t$: $$L_t = \sum_i o_{i,t}$$"
    >>> found = with_components_behind(read_formulas(parse_document(text)))
    >>> [letter_of(x) for x in _below(next(x for x in t.of_kind(found[-1][1], Name) if x.base == "o"))]
    ['t', 'i']
    """
    turned = _turned_in(located) if any_of(located, _goes_on) or any(True for _ in _told(located)) else set()
    if turned and (given := [pair for pair in located if is_given(pair[0])]):
        read = {stem_of(x) for x in _names(given) if len(_below(x)) == PAIR}
        turned = (turned - read) | _turned_in(given)  # as the network was read
    if not turned:
        return _without_others(located)

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in turned or len(_below(x)) != PAIR:
            return None
        return replace(x, scripts=tuple(_turned(s) if not s.above else s for s in x.scripts))

    return with_statements(located, lambda s: rebuilt(s, change))


def _without_others(located: Sequence[Located]) -> list[Located]:
    """The formulas without entries that a sentence contradicts, where the vectors stand beside their matrix."""
    told = set(_told(located))
    names = _names(located) if told else []
    equations = (s for f in read_of(located) for s in f.statements if r"\in" not in s.chain.relations)
    bare = _bare(equations) if told else set()
    numbers = {(stem_of(x), letter_of(y)) for x in names for y in _below(x) if len(_below(x)) == 1} if told else set()
    as_told = {
        stem
        for x in names
        if len(y := _below(x)) == PAIR and letter_of(y[1]) in told and x.base.lower() in bare
        if ((stem := stem_of(x)), letter_of(y[1])) in numbers and (stem, letter_of(y[0])) not in numbers
    }

    def change(x: Any) -> Node | None:
        below = _below(x) if isinstance(x, Name) and stem_of(x) in as_told else ()
        if len(below) != PAIR or not isinstance(x, Name):
            return None
        first, last = ((stem_of(x), letter_of(y)) in numbers for y in below)
        return t.Misfit(OTHER_ORDER, "write its indices as the text says", span=x.span) if first and not last else None

    return with_statements(located, lambda s: rebuilt(s, change)) if as_told else list(located)


def _turned_in(located: Sequence[Located]) -> set[Stem]:
    """The letters of names that formulas type so."""
    names = _names(located)
    steps = {*_told(located), *_stepping(names)}
    bare = _bare(s for f in read_of(located) for s in f.statements) if steps else set()
    return {x for x in _paired(names, steps) if x[0].lower() not in bare} if steps else set()


def _names(located: Sequence[Located]) -> list[Name]:
    return [x for f in read_of(located) for s in f.statements for x in t.of_kind(s, Name)]


def _turned(s: Script) -> Script:
    return replace(s, entries=s.entries[::-1], commas=True)


def _told(located: Sequence[Located]) -> Iterator[str]:
    """The letters that number vectors behind the number of a component, as sentences say."""
    for d, f in located:
        x = f.statements[0].chain.members[0] if d.inline and isinstance(f, Formula) and f.statements else None
        below = _below(x) if isinstance(x, Name) else ()
        said = component_told(d.before, d.after) if len(below) == PAIR else None
        if said is None or not isinstance(x, Name):
            continue
        first, last = map(letter_of, below)
        whole = replace(x, scripts=(Script(False, below[1:]),))
        if first and last and said[0] in ("", first) and _typed(whole) in map(_plain, said[1]):
            yield last


def _typed(x: Name) -> str:
    return f"{x.base}_{letter_of(_below(x)[0])}" if not x.accents else ""


def _plain(latex: str) -> str:
    return re.sub(r"[\s{}]", "", latex)


def _stepping(names: Iterable[Name]) -> Iterator[str]:
    """The letters t in which a page goes on from vector to vector, `h_{t-1}` beside `h_t`."""
    alone = {(stem_of(x), below[0]) for x in names if len(below := _below(x)) == 1}
    for stem, index in alone:
        letter, shift = shifted(index)
        if letter and shift and (stem, Name(letter)) in alone:
            yield letter


def _paired(names: Sequence[Name], steps: set[str]) -> Iterator[Stem]:
    """The letters of vectors numbered by such a letter, whose components have theirs before it everywhere."""
    wholes: dict[Stem, set[str]] = {}
    pairs: dict[Stem, list[tuple[Node, ...]]] = {}
    for x in names:
        below = _below(x)
        if len(below) == 1:
            wholes.setdefault(stem_of(x), set()).update(letters_in(below[0]))
        elif len(below) == PAIR:
            pairs.setdefault(stem_of(x), []).append(below)
    for stem, found in pairs.items():
        numbers = wholes.get(stem, set())
        behind = {y for _, last in found for y in letters_in(last)}
        before = {y for first, _ in found for y in letters_in(first)}
        if not all(letters_in(first) for first, _ in found):
            continue  # `y_{2i}` is a product
        if steps & numbers & behind and behind <= numbers | steps and not before & (numbers | steps):
            yield stem


def _bare(statements: Iterable[Statement]) -> set[str]:
    """The small letters of names that carry nothing below, or more than two indices, in an equation."""
    names = (x for s in statements if s.chain.relations for x in t.of_kind(s, Name))
    return {x.base.lower() for x in names if len(_below(x)) not in (1, PAIR)}


def _below(x: Name) -> tuple[Node, ...]:
    """What stands below a name."""
    below = [s for s in x.scripts if not s.above]
    return below[0].entries if len(below) == 1 and not below[0].bracket and not below[0].typed else ()
