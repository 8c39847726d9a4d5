r"""A letter that stands for any of several parameters: `the hyper-parameters are $\sigma$ and $l_1, \dots, l_m$;
$\theta_i$ stands for any one of them`.

Where a page does nothing but differentiate by it, an equation with `\partial \theta_i` is one for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....latex import tree as t
from ....latex.statement_forms import replace_statement
from ....latex.tree import Formula, Name, Statement, Wrt
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import remembered, where
from ...located import Located, read_of
from ...spelled.shape import letter_of, named
from ...told.words_for_data import ENUMERATED

STANDS = lazily(
    r"\s*(?:stands?\s+for|denotes?|represents?|refers?\s+to|is|be)\s+(?:any(?:\s+one)?|an\s+arbitrary(?:\s+one)?|each|either)"
    r"\s+of\s+(?:(?P<before>them|these|those)\b|the\s+(?:hyper-?)?parameters\s*(?=\$|\\\(|\Z))",
    re.I,
)
"""Words behind the letter: the parameters are listed right before it, or right behind these words."""
NEXT = lazily(r"(?:,\s*and|,|and|or)\s*\Z")
DOTS = lazily(r"\\[lc]?dots|\.\.\.|…")
CLOSED = lazily(r"\s*(?:[.;:)]|\Z)")
"""Between those that are listed behind, and behind the last."""


@remembered
def _by_letter(s: Statement) -> bool:
    return not isinstance(s.chain.members[0], Name) and any(isinstance(x, Wrt) for x in t.walk(s.chain))


@where(_by_letter)
def with_any_parameter_told(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a page, each equation with such a letter once for each of the parameters."""
    for n, (display, formula) in enumerate(located):
        name = _bare(formula) if display.inline else None
        said = STANDS.match(display.after) if name is not None else None
        if name is None or said is None or not _only_differentiated_by(name, located):
            continue
        listed = _before(located, n) if said["before"] else _behind(located, n)
        parameters = list(dict.fromkeys(_any_entry(x, located) for x in listed))
        if parameters and None not in parameters:
            located = [(d, _parted(f, name, parameters) if isinstance(f, Formula) else f) for d, f in located]
    return located


def _bare(formula: object) -> Name | None:
    """The name that a formula consists of."""
    names = _names(formula)
    return names[0] if len(names) == 1 and isinstance(formula, Formula) and len(formula.statements) == 1 else None


def _names(formula: object) -> list[Name]:
    r"""The names that a formula lists, `\sigma, l_1, \dots, l_m > 0`; none where it is something else."""
    found: list[Name] = []
    for s in formula.statements if isinstance(formula, Formula) else ():
        first = s.chain.members[0]
        items = first.items if isinstance(first, t.Listing) else (first,)
        positive = s.chain.relations == (">",) and s.chain.members[1:] == (t.Number("0"),)
        if not all(isinstance(x, (Name, t.Symbol)) for x in items) or (s.chain.relations and not positive):
            return []
        found += [x for x in items if isinstance(x, Name)]
    return found


def _before(located: Sequence[Located], n: int) -> list[Name]:
    """The names listed before a formula, each called a parameter."""
    found: list[Name] = []
    here = located[n][0]
    for display, formula in reversed(located[:n]):
        if not display.inline or display.paragraph != here.paragraph or not ENUMERATED.search(display.before):
            break
        names = _names(formula)
        if not names:
            return []
        found += names
    return found


def _behind(located: Sequence[Located], n: int) -> list[Name]:
    """The names listed behind a formula and the words that stand there, if a full stop or the like ends the list."""
    found: list[Name] = []
    after = ""
    for display, formula in located[n + 1 :]:
        if (
            not display.inline
            or display.paragraph != located[n][0].paragraph
            or (found and not NEXT.search(display.before))
        ):
            break
        names = _names(formula)
        if not names:
            break
        found += names
        after = display.after
    return found if CLOSED.match(after) else []


def _any_entry(x: Name, located: Sequence[Located]) -> Name | None:
    r"""The `l_d` of a page for a name of a list `l_1, \dots, l_m`; other names are themselves."""
    typed = [y for y in _typed_with_dots(located) if y.base == x.base]
    if x not in typed:
        return x
    ends = {named(y).letters for y in typed}
    for f in (f for d, f in located if not d.inline and isinstance(f, Formula)):
        for y in (y for s in f.statements for y in t.of_kind(s, Name) if y.base == x.base):
            below = tuple(s for s in y.scripts if not s.above)
            letters = tuple(letter_of(e) for s in below for e in s.entries)
            if len(letters) == 1 and letters[0] is not None and letters not in ends:
                return replace(y, scripts=below)
    return None


def _typed_with_dots(located: Sequence[Located]) -> Iterator[Name]:
    r"""The names in lists with dots that words hold, the `l_m` of `l_1, \dots, l_m`."""
    for f in (f for d, f in located if d.inline and isinstance(f, Formula) and DOTS.search(f.source.text)):
        yield from (x for x in _names(f) if len(x.scripts) == 1 and not x.scripts[0].above)


def _only_differentiated_by(name: Name, located: Sequence[Located]) -> bool:
    """Does the page do nothing else with a name, and have no other entry of it?"""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    by = {id(w.body) for s in statements for w in t.of_kind(s, Wrt)}
    alike = [
        x
        for s in statements
        for x in t.of_kind(s, Name)
        if x.base == name.base and bool(x.scripts) == bool(name.scripts)
    ]
    firsts = [s.chain.members[0] for s in statements]
    given = any(isinstance(x, Name) and name in t.of_kind(s, Name) for s, x in zip(statements, firsts, strict=True))
    return not given and bool(alike) and all(x == name and id(x) in by for x in alike)


def _parted(f: Formula, name: Name, parameters: Sequence[Name | None]) -> Formula:
    return replace(f, statements=tuple(x for s in f.statements for x in _each(s, name, parameters)))


def _each(s: Statement, name: Name, parameters: Sequence[Name | None]) -> Iterator[Statement]:
    """The equations that a statement is; only itself where it has no such letter, or one of theirs already."""
    names = t.of_kind(s, Name)
    letters = {x.base for p in parameters if p is not None for y in p.scripts for x in t.of_kind(y, Name)}
    if name not in names or letters.intersection(x.base for x in names):
        yield s
        return
    for p in parameters:

        def change(y: Any, p: Name | None = p) -> Any:
            return replace(y, body=replace(p, span=name.span)) if isinstance(y, Wrt) and y.body == name and p else None

        yield replace_statement(s, chain=rebuilt(s.chain, change))
