r"""Tables of probabilities that share a letter: `p(w_j | z_k)`, `p(z_k | d_i)` and `p(d_i)` of one page.

What stands in the parentheses tells the tables apart, and its indices number the entries. So it is where a letter
always stands before such a list, one with a bar among them, and what is listed is never a value by itself: the word
`w_j` is no number.

So are those of one table of which a side is an index and the other something with an index, `p(c | x_i)` where the page
says what it is: the class c of the example i. What depends on `x_i` does so by that definition. And so is one table of
things of one kind, `p(v_j | v_i)` for two vertices, or words, that the page defines for any two. A number below the
letter is part of it: `p_1` and `p_2` are two tables. So is a letter that stands in no other script and that nothing
runs over, the parameter of `p_\theta`.

So is each of several probabilities of one letter where the page says what each of them is: `p(x_n) = \sum_k ..` beside
`p(k | x_n) = ..` and `\ln p(X | \mu, \Sigma) = \sum_n ..`. What is listed without an index and runs nowhere, as X does,
then only shows what the value is about.

Without a bar it is one where all that is listed has indices: `\gamma(z_{nk})`, `E(y_{nk})` and `\xi(z_{n-1,j}, z_{nk})`
of states that stand nowhere else. Whether that is a function of z or a product, it is given for each n and k.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Factor, Formula, Group, Name, Node, Product, Script, Scripted
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, EXPECTATIONS, LOGARITHMS, PROBABILITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS
from ...spelled.scripts import entries_of
from ...spelled.shape import Stem, label_of, letter_of, letters_in, stem_of
from ..applied import applied_alone, arguments_of

Kind: TypeAlias = tuple[tuple[bool, Stem, int], ...]
"""For each thing listed whether it is behind the bar, its letter, and how many indices it has."""
Head: TypeAlias = tuple[Stem, tuple[str, ...]]
"""A letter with the numbers and parameters below it."""


ONE_NUMBERED = ([(False, False), (True, True)], [(False, True), (True, False)])
"""One thing on each side of a bar, one of them with an index: for each whether it is behind, and whether it has one."""


NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Use:
    """A letter right before a list of names."""

    head: Name
    items: tuple[Name, ...]
    bar: int

    @property
    def of(self) -> Head:
        """Which table it is of."""
        return stem_of(self.head), _marks(self.head) or ()

    @property
    def kind(self) -> Kind:
        return tuple((n >= self.bar, stem_of(x), len(entries_of(x))) for n, x in enumerate(self.items))

    @property
    def is_of_states(self) -> bool:
        """Does it list things with indices alone, behind an expectation or a Greek letter that is no usual one for
        functions?"""
        greek = self.head.base[:1] == "\\" and self.head.base not in FUNCTION_LETTERS
        plain = not self.head.scripts and (greek or self.head.base in EXPECTATIONS)
        return plain and self.bar == len(self.items) > 0 and all(map(entries_of, self.items))

    @property
    def base(self) -> str:
        """What the table is called by what is listed here."""
        labels = [label_of(replace(x, scripts=(), primes=0)) or "?" for x in self.items]
        before, behind = ",".join(labels[: self.bar]), ",".join(labels[self.bar :])
        return f"{label_of(self.head)}({before}{'|' + behind if behind else ''})"

    def name(self, base: str, shown: Set[str] = frozenset()) -> Name:
        """The name of the table with the indices of what is listed; those of `shown` are none."""
        alone = ((x,) if x.base not in shown else () for x in self.items)
        entries = tuple(e for x, own in zip(self.items, alone, strict=True) for e in entries_of(x) or own)
        scripts = (Script(False, entries, "", len(entries) > 1, True, self.head.span),) if entries else ()
        return Name(base, scripts=scripts, span=self.head.span)


def _has_table(s: t.Statement) -> bool:
    return any(u.bar < len(u.items) or u.is_of_states for x in t.of_kind(s, Product) for u in _uses(x).values())


@where(_has_table)
def with_tables_named(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas of a document with a name for each such table."""
    formulas = [f for f in read_of(located) if any(s.chain.relations for s in f.statements)]
    uses = [u for f in formulas for x in t.of_kind(f, Product) for u in _uses(x).values()]
    uses = [u for u in uses if not u.head.scripts or _indices(formulas, stem_of(u.head)).isdisjoint(u.of[1])]
    by_head: dict[Head, list[_Use]] = {}
    for u in uses:
        by_head.setdefault(u.of, []).append(u)
    several = {
        h for h, found in by_head.items() if len({u.kind for u in found}) > 1 or _is_of_pairs(h, found, formulas)
    }
    barred = {head for head in several if any(u.bar < len(u.items) for u in by_head[head])}
    heads = {head for head in barred if not _is_one(by_head[head]) and _is_table(head, by_head[head], formulas)}
    numbered = {h: u[0].base for h, u in by_head.items() if _is_of_examples(u) and _is_numbered(h, u, formulas)}
    heads |= numbered.keys()
    heads |= {h for h, u in by_head.items() if _is_table(h, u, formulas) and _is_of_states(u, located)}
    defined = {h: shown for h in barred - heads if (shown := _shown(h, by_head[h], formulas)) is not None}
    heads |= defined.keys()
    if not heads:
        return located

    def change(x: Any) -> Node | None:
        if not isinstance(x, Product):
            return None
        named = {
            n: u.name(numbered.get(u.of, u.base), defined.get(u.of, NOTHING))
            for n, u in _uses(x).items()
            if u.of in heads
        }
        if not named:
            return None
        factors = [f for n, f in enumerate(x.factors) if n - 1 not in named]
        kept = [n for n in range(len(x.factors)) if n - 1 not in named]
        made = [
            _named(f, named.get(n), x.factors[n + 1] if n in named else None, change)
            for n, f in zip(kept, factors, strict=True)
        ]
        return made[0].body if len(made) == 1 else replace(x, factors=tuple(made))

    return with_statements(located, lambda s: rebuilt(s, change))


def _named(f: Factor, name: Name | None, behind: Factor | None, change: Any) -> Factor:
    """A factor, or the name for it and the list behind it, raised to what that is raised to."""
    if name is None or behind is None:
        return replace(f, body=rebuilt(f.body, change))
    if isinstance(behind.body, Scripted):
        return replace(f, body=replace(behind.body, base=Group("(", (name,), ")", (), name.span)))
    return replace(f, body=name)


def _indices(formulas: Sequence[Formula], stem: Stem) -> set[str]:
    """The letters under sums and in the scripts of all names but one."""
    names = (x for f in formulas for x in t.of_kind(f, Name) if stem_of(x) != stem)
    return _met(formulas)[1].union(y for x in names for e in entries_of(x) for y in letters_in(e))


def _is_one(found: list[_Use]) -> bool:
    r"""Is it one table: parted alike, nothing ever in two places? `\\pi(a | s)` beside `\\sum_b \\pi(b | s)` is."""
    places: dict[str, set[int]] = {}
    for u in found:
        for n, x in enumerate(u.items):
            places.setdefault(x.base, set()).add(n)
    alike = len({(u.bar, len(u.items)) for u in found}) == 1
    return alike and all(len(at) == 1 for at in places.values())


def _is_of_pairs(head: Head, found: list[_Use], formulas: Sequence[Formula]) -> bool:
    r"""Is it a table of things of one kind, each with an index, defined for any two: `p(v_j | v_i) = ..`?"""
    if len({u.kind for u in found}) > 1 or any(not entries_of(x) for x in found[0].items):
        return False
    letters = [tuple(letter_of(e) for x in u.items for e in entries_of(x)) for u in _defining(formulas) if u.of == head]
    return len({stem_of(x) for x in found[0].items}) == 1 and any(len({*x}) == len(x) > 1 for x in letters)


def _shown(head: Head, found: list[_Use], formulas: Sequence[Formula]) -> Set[str] | None:
    """Of several probabilities that the page defines, each by an equation, the letters that only show what they are
    about; None of anything else."""
    met, bound = _met(formulas)
    if head[0][0] not in PROBABILITIES or met[head] != len(found) or _is_one(found):
        return None
    told = [u for u in _defining(formulas, logarithms=True) if u.of == head]
    if {u.kind for u in told} != {u.kind for u in found}:
        return None
    indices = {y for f in formulas for s in t.of_kind(f, Script) for e in s.entries for y in letters_in(e)}
    return {x.base for u in found for x in u.items if not entries_of(x)} - bound - indices


def _defining(formulas: Sequence[Formula], logarithms: bool = False) -> Iterator[_Use]:
    """The uses that stand alone on the left of an equation, or also in a logarithm there."""
    lefts = [s.chain.members[0] for f in formulas for s in f.statements if s.chain.relations[:1] in (("=",), (":=",))]
    if logarithms:
        lefts = [x.args[0] if isinstance(x, t.Call) and x.function in LOGARITHMS else x for x in lefts]
    yield from (u for x in lefts if isinstance(x, Product) and applied_alone(x) for u in _uses(x).values())


def _is_of_examples(found: list[_Use]) -> bool:
    r"""Is it one table whose rows or columns are things with an index: `p(c | x_i)`, and `p(k | x_j)`?"""
    patterns = {tuple((behind, stem if count else None, count) for behind, stem, count in u.kind) for u in found}
    return len(patterns) == 1 and [(behind, bool(count)) for behind, _, count in found[0].kind] in ONE_NUMBERED


def _is_numbered(head: Head, found: list[_Use], formulas: Sequence[Formula]) -> bool:
    """Does the page define it, and it stands before such lists alone? Is what has no index there one itself?"""
    met, bound = _met(formulas)
    letters = {x for u in found for x in u.items if not x.scripts}
    values = {stem_of(x) for f in formulas for s in f.statements if _is_equation(s.chain) for x in _values(s.chain)}
    index = {x.base for x in letters} <= bound and values.isdisjoint(map(stem_of, letters))
    return index and met[head] == len(found) and any(u.of == head for u in _defining(formulas))


def _is_equation(chain: t.Chain) -> bool:
    """Is it one, and no range of a letter?"""
    return all(r in EQUALITIES for r in chain.relations) and not any(isinstance(x, t.Listing) for x in chain.members)


def _is_table(head: Head, found: list[_Use], formulas: Sequence[Formula]) -> bool:
    """Does a letter stand before such lists alone, and what is listed nowhere but in lists and under sums?"""
    met, bound = _met(formulas)
    if met[head] != len(found):
        return False
    plain = {x.base for u in found for x in u.items if not x.scripts}
    return plain <= bound and not any(met[stem_of(x)] for u in found for x in u.items)


def _is_of_states(found: list[_Use], located: Sequence[Located]) -> bool:
    """Does it stand before lists of things with indices, of which nothing else is said, also in what is not read?"""
    listed = {x.base for u in found for x in u.items}
    for display, f in located:
        if not isinstance(f, Formula) or any(True for _ in t.of_kind(f, t.Misfit)):
            said = any(x in display.latex for x in listed)
        else:
            said = any(x.base in listed for s in f.statements for x in _values(s.chain))
        if said:
            return False
    return all(u.is_of_states for u in found)


def _met(formulas: Sequence[Formula]) -> tuple[Counter[Stem | Head], set[str]]:
    """How often each name stands as a value, also with its numbers, and the letters under sums."""
    met: Counter[Stem | Head] = Counter()
    bound: set[str] = set()
    for f in formulas:
        names = [x for s in f.statements for x in _values(s.chain)]
        met.update(map(stem_of, names))
        met.update((stem_of(x), _marks(x) or ()) for x in names)
        for x in t.of_kind(f, t.BigSum):
            bound.update(letter for i in x.below for y in t.walk(i) if isinstance(y, Name) and (letter := letter_of(y)))
    return met, bound


def _values(x: object) -> Iterator[Name]:
    """The names outside of lists, scripts and the bounds of sums; what `[y_i = c]` compares without an index is one."""
    if isinstance(x, Name):
        yield x
        return
    if isinstance(x, t.BigSum):
        yield from _values(x.body)
        return
    if isinstance(x, t.Indicator):
        yield from (y for part in t.parts(x) for y in _values(part) if y.scripts)
        return
    lists = {n + 1 for n, _ in _listed(x)} if isinstance(x, Product) else set()
    parts = x.factors if isinstance(x, Product) else t.parts(x)
    for n, part in enumerate(parts):
        if n not in lists and not isinstance(part, Script):
            yield from _values(part.body if isinstance(part, Factor) else part)


def _listed(x: Product) -> Iterator[tuple[int, Group]]:
    """The lists of names that stand right behind a name, by its place."""
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        group = arguments_of(b) if isinstance(a.body, Name) else None
        if group is not None and all(isinstance(i, Name) for i in group.items):
            yield n, group


def _uses(x: Product) -> dict[int, _Use]:
    found: dict[int, _Use] = {}
    for n, group in _listed(x):
        head = x.factors[n].body
        items = [i for i in group.items if isinstance(i, Name) and _is_entry(i)]
        bars = [m + 1 for m, s in enumerate(group.separators) if s == "|"]
        plain = isinstance(head, Name) and _marks(head) is not None and not head.primes
        if isinstance(head, Name) and plain and len(items) == len(group.items) and len(bars) < 2:
            found[n] = _Use(head, tuple(items), bars[0] if bars else len(items))
    return found


def _marks(x: Name) -> tuple[str, ...] | None:
    """The numbers and letters below a name; None where anything else stands there, or something above."""
    found = [e.text if isinstance(e, t.Number) else letter_of(e) for e in entries_of(x)]
    fit = not any(s.above for s in x.scripts)
    return tuple(e for e in found if e is not None) if fit and None not in found else None


def _is_entry(x: Name) -> bool:
    """Is it a letter alone, or one with indices below?"""
    below = len(x.scripts) == 1 and not x.scripts[0].above and not x.primes
    numbered = len(entries_of(x)) > 1 and any(letter_of(e) is not None for e in entries_of(x))
    return not x.scripts or (
        below and all(_is_index(e) or (numbered and isinstance(e, t.Number)) for e in entries_of(x))
    )


def _is_index(x: Node) -> bool:
    """Is it a letter, or a sum of letters and numbers, `t + j`?"""
    if isinstance(x, t.Terms):
        return all(isinstance(y.body, t.Number) or letter_of(y.body) is not None for y in x.terms)
    return letter_of(x) is not None
