r"""Indices in brackets, as programs write them: `A_l[r, 0] = f(Z_l[r, 0])` with the layer below the name.

They are read as `(A_l)_{r, 0}`, those of a name without a subscript as `X_{r, 0}`. Brackets hold arguments too,
`f[x_i, \phi]`, and factors, `w [a + b]`; so indices are only what can be nothing else: wherever a name stands before a
bracket there are as many things in it, each of them made of numbers, letters that run, ends of ranges and letters that
are nowhere a value, perhaps in parentheses, `X[c, (h + p)]`. One index alone (`b_l[r]`) is one only where that name
never stands without a bracket, on a page that writes two for other names. What is in the exponent of an exponential,
`e^{x[n]}`, is a value as it is elsewhere; what is in any other script is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Factor, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.walking import parts, rebuilt
from ...asked import remembered, where
from ...functions.calls import EULER
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, is_mark, letter_of, stem_of
from ...spelled.typed_behind import typed_behind

OPERATORS = frozenset(["operatorname", "mathbb"])
"""Fonts of what takes arguments in brackets: `\\mathbb{E}[x, y]`."""
TIMES = frozenset(["", r"\cdot", r"\times", r"\ast"])


@dataclass(frozen=True)
class Letters:
    """What the letters of a page do: run, end ranges (by their stems), stand for values."""

    running: frozenset[Name]
    ends: frozenset[Stem]
    values: frozenset[str]

    def are_index(self, x: Node) -> bool:
        """Is it made of what an index is made of, with no sign but of a sum?"""
        x = _without_parentheses(x)
        if isinstance(x, t.Terms):
            return all(term.sign in ("", "+", "-") and self.are_index(term.body) for term in x.terms)
        if isinstance(x, t.Number):
            return x.text.isdigit()
        if isinstance(x, Product):  # `2 * j + k`
            others = [f for f in x.factors if not isinstance(f.body, t.Number)]
            multiplied = all(f.operator in TIMES and not f.joined for f in x.factors)
            return multiplied and len(others) == 1 and all(self.are_index(f.body) for f in x.factors)
        if not isinstance(x, Name):
            return False
        if x in self.running or stem_of(x) in self.ends:
            return True
        return letter_of(x) is not None and x.base not in self.values

    def run(self, x: Node) -> bool:
        """Does a letter that runs stand in it?"""
        return not self.running.isdisjoint(t.of_kind(x, Name))


def _has_indices(s: Statement) -> bool:
    return any(len(group.items) > 1 for _, _, group in uses_of(s))


@where(_has_indices)
def with_indices_below(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with such indices below their names."""
    formulas = [f for f in read_of(located) if f.statements]
    uses = [use for f in formulas for s in f.statements for use in uses_of(s)]
    stems = {stem_of(name) for name, _, _ in uses}
    letters = letters_of([s for f in formulas for s in f.statements])
    groups = {stem: [g for name, _, g in uses if stem_of(name) == stem] for stem in stems}
    fit = {stem for stem in stems if _are_entries(stem, groups[stem], letters)}
    fit -= {stem_of(name) for name, behind, _ in uses if not _may_be_whole(name, behind)}
    lettered = {stem for stem in fit if any(t.of_kind(g, Name) for g in groups[stem])}  # none of `U[0, 1]` is an index
    several = {stem for stem in lettered if len(groups[stem][0].items) > 1}
    if not any(letters.run(g) for stem in several for g in groups[stem]):
        return list(located)
    names = [stem_of(x) for f in formulas for s in f.statements for x in (*_names(s), *in_exponents(s))]
    single = {
        stem for stem in fit - several if all(_is_one_index(n, g, letters) for n, _, g in uses if stem_of(n) == stem)
    }
    single = {stem for stem in single if any(map(letters.run, groups[stem]))}
    alone = {stem for stem in single if names.count(stem) == len(groups[stem])}
    return with_entries_of(several | alone, located)


def with_entries_of(below: Set[Stem], located: Sequence[Located]) -> list[Located]:
    """The formulas with entries for such names and their brackets wherever they are values."""

    def change(x: Any) -> Any:
        if isinstance(x, Script):
            return x
        if isinstance(x, Name) and (exponent := _exponent(x)) is not None:
            return replace(x, scripts=(replace(exponent, entries=rebuilt(exponent.entries, change)),))
        return _with_entries(x, below, change) if isinstance(x, Product) else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _exponent(x: Name) -> Script | None:
    r"""What stands above the e of an exponential, `e^{x[n]}`.

    >>> _exponent(Name("e")) is None
    True
    """
    if x.base != EULER or x.primes or x.font not in ("", "mathrm") or len(x.scripts) != 1:
        return None
    (script,) = x.scripts
    return script if script.above and not script.bracket and len(script.entries) == 1 else None


def in_exponents(s: Statement) -> Iterator[Name]:
    """The names that are values in the exponents of exponentials."""
    for exponent in filter(None, map(_exponent, t.of_kind(s, Name))):
        yield from valued(exponent.entries[0], _brackets)


def _are_entries(stem: Stem, groups: Sequence[Group], letters: Letters) -> bool:
    """Do as many indices stand in each of these brackets?"""
    alike = len({len(g.items) for g in groups}) == 1 and stem[2] not in OPERATORS
    return alike and all(letters.are_index(i) for g in groups for i in g.items)


def _is_one_index(name: Name, group: Group, letters: Letters) -> bool:
    """Is it a number, or made with one letter that runs and does not number the name? `c_k [n - k]` is a product."""
    runs = [n for n in t.of_kind(group, Name) if n in letters.running]
    below = {n for s in name.scripts for n in t.of_kind(s, Name)}
    return isinstance(group.items[0], t.Number) or (len(runs) == 1 and runs[0] not in below)


def brackets_behind(s: Statement) -> bool:
    """Does a name stand right before a bracket somewhere?"""
    return bool(uses_of(s))


def _may_be_whole(name: Name, behind: Factor) -> bool:
    """No prime, no transpose, and nothing below the bracket."""
    marked = any(is_mark(e) for s in name.scripts if s.above for e in s.entries)
    scripts = behind.body.scripts if isinstance(behind.body, Scripted) else ()
    return not name.primes and not marked and all(s.above for s in scripts)


@remembered
def uses_of(s: Statement) -> tuple[tuple[Name, Factor, Group], ...]:
    """The names that stand right before brackets, with what they hold; in scripts none but in those of exponentials."""
    pairs = ((x, a.body, b) for x in t.of_kind(s, Product) for a, b in pairwise(x.factors) if b.joined)
    found = [(x, a, b, g) for x, a, b in pairs if isinstance(a, Name) and (g := _bracket(b)) is not None]
    scripts = _indexing(s) if found else ()
    inside = {id(x) for script in scripts for x in t.of_kind(script, Product)}  # `W_{h[i,j]}`
    return tuple((a, b, g) for x, a, b, g in found if id(x) not in inside)


def _indexing(s: Statement) -> list[Script]:
    """The scripts of a statement but for the exponents of exponentials."""
    exponents = {id(e) for x in t.of_kind(s, Name) if (e := _exponent(x)) is not None}
    return [script for script in t.of_kind(s, Script) if id(script) not in exponents]


def _bracket(f: Factor) -> Group | None:
    """The bracket right behind a name, also where it is raised to a power."""
    body = f.body.base if isinstance(f.body, Scripted) and not f.body.primes else f.body
    fits = f.joined and isinstance(body, Group) and body.open == "[" and body.close == "]" and body.items
    return body if fits and isinstance(body, Group) else None


def _with_entries(x: Product, below: Set[Stem], change: Any) -> Node:
    """A product with entries for such names and their brackets."""
    factors: list[Factor] = []
    for f in x.factors:
        before = factors[-1] if factors else None
        group = _bracket(f)
        name = before.body if before is not None and isinstance(before.body, Name) else None
        if before is None or name is None or group is None or stem_of(name) not in below:
            factors.append(replace(f, body=rebuilt(f.body, change)))
        else:
            factors[-1] = replace(before, body=_entry(name, f, group))
    if len(factors) == 1:
        return factors[0].body
    return x if tuple(factors) == x.factors else replace(x, factors=tuple(factors))


def _without_parentheses(x: Node) -> Node:
    """What an index is without the parentheses around all of it, `X[c, (h + p)]`."""
    while isinstance(x, Group) and (x.open, x.close) == ("(", ")") and len(x.items) == 1:
        x = x.items[0]
    return x


def _entry(name: Name, behind: Factor, group: Group) -> Node:
    """The entry of a name that its indices tell, raised to what the bracket is raised to."""
    span = (name.span[0], group.span[1])
    typed = typed_behind(replace(name, scripts=()), len(group.items), "[")
    indices = tuple(map(_without_parentheses, group.items))
    script = Script(False, indices, "", len(group.items) > 1, True, group.span, typed)
    whole: Node = replace(name, scripts=(*name.scripts, script), span=span)
    if any(not s.above for s in name.scripts):
        whole = Scripted(Group("(", (name,), ")", (), name.span), (script,), 0, span)
    if not isinstance(behind.body, Scripted):
        return whole
    return Scripted(Group("(", (whole,), ")", (), span), behind.body.scripts, 0, (span[0], behind.body.span[1]))


def letters_of(statements: Sequence[Statement]) -> Letters:
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    sums = [x for s in statements for x in t.of_kind(s, t.BigSum)]
    ranges = [b for x in sums for b in x.below if isinstance(b, Chain)]
    ranges += [c for c in chains if any(isinstance(m, t.Listing) for m in c.members)]
    heads = [c.members[0] for c in ranges] + [b for x in sums for b in x.below if not isinstance(b, Chain)]
    running = {n for h in heads for n in t.listed(h) if isinstance(n, Name)}
    last: list[object] = [x.above for x in sums if x.above is not None]
    last += [m for c in ranges for m in c.members[1:]]
    ends = {stem_of(n) for x in last for n in t.walk(x) if isinstance(n, Name) and n not in running}
    # a sentence that merely names `$h$` does not say what it is
    said = [s for s in statements if s.chain.relations or not isinstance(s.chain.members[0], Name)]
    values = {n.base for s in said for n in _names(s) if letter_of(n) is not None}
    return Letters(frozenset(running), frozenset(ends), frozenset(values))


def _names(s: Statement) -> Iterator[Name]:
    """The names of a statement where values stand: not in scripts, brackets behind names, ranges and conditions."""
    if not any(isinstance(m, t.Listing) for m in s.chain.members):
        yield from valued(s.chain, _brackets)


def valued(x: object, passed: Callable[[Product], Set[int]]) -> Iterator[Name]:
    """The names where values stand, but for the factors of products that are `passed` over."""
    if isinstance(x, Name):
        yield x
    elif isinstance(x, t.BigSum):
        yield from valued(x.body, passed)
    elif isinstance(x, t.CaseRow):
        yield from valued(x.value, passed)
    elif isinstance(x, Product):
        over = passed(x)
        yield from (n for at, f in enumerate(x.factors) if at not in over for n in valued(f.body, passed))
    elif not isinstance(x, (t.Indicator, t.Text, Script)):
        for part in parts(x):
            yield from valued(part, passed)


def _brackets(x: Product) -> Set[int]:
    """The places of the brackets behind names."""
    pairs = enumerate(pairwise(x.factors), 1)
    return {n for n, (a, b) in pairs if isinstance(a.body, Name) and _bracket(b) is not None}


__all__ = [
    "Letters",
    "brackets_behind",
    "in_exponents",
    "letters_of",
    "uses_of",
    "valued",
    "with_entries_of",
    "with_indices_below",
]
