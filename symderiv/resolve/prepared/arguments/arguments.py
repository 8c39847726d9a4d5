r"""What stands in parentheses only to show on what a name depends: `h_\theta(x^{(i)}) = \sum_j \theta_j x_j^{(i)}`.

Where a name is always applied to the same data, index by index, it is a variable with those indices: `h_\theta^{(i)}`
here, `K^{(i,j)}` for `K(x_i, x_j)`, `\phi_k^{(n)}` for features `\phi_k(x_n)`, `a^{(2)(i)}_j` for the units
`a^{(2)}_j(x^{(i)})` of a layer, `f^{(n)}` for `f(x_n; w)` that is differentiated by entries of w. It has to be defined
so, or, with nothing above it, be given: then nothing may define its arguments or differentiate by them. `L = L(y)` says
of L what it depends on, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.source import Offsets
from ....latex.tree import Chain, Formula, Group, Name, Node, Product, Script, Statement
from ....latex.walking import rebuilt
from ...asked import remembered
from ...located import Located, read_of, with_statements
from ...spelled.function_letters import FUNCTION_LETTERS
from ...spelled.scripts import places_of
from ...spelled.shape import Stem, is_mark, letter_of, stem_of
from ..applied import DOTS, arguments_of


def without_arguments(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with indices in the place of arguments that only show them."""
    formulas = read_of(located)
    found = _Found(formulas)
    names = {key: found.kept(key) for key in found.applied if found.is_variable(key)}

    def change(x: Any) -> Node | None:
        found: Node | None = None
        if isinstance(x, Chain):
            found = _undeclared(x)
        elif isinstance(x, Product):
            found = _product(x, names)
        return None if found is None else rebuilt(found, change)

    def changed(s: Statement) -> Statement:
        concerned = any(_product(x, names) is not None for x in t.of_kind(s, Product)) if names else False
        concerned = concerned or _has_undeclared(s)
        return rebuilt(s, change) if concerned else s

    return with_statements(located, changed)


Kind: TypeAlias = tuple[Stem, tuple[tuple[bool, int], ...]]
"""A name and how many entries stand above and below it: the size p is nothing beside `p_j(x)`."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A name applied to arguments; `raised` where what is applied is raised to a power, `f(x_n)^2`."""

    name: Name
    args: tuple[Node, ...]
    raised: bool


@remembered
def _uses(s: Statement) -> tuple[tuple[Kind, _Use], ...]:
    """The names of a statement that are applied to arguments."""
    uses = (_use(x, n) for x in t.of_kind(s, Product) for n in _applied(x))
    return tuple((places_of(use.name), use) for use in uses)


@remembered
def _has_undeclared(s: Statement) -> bool:
    return any(_undeclared(x) is not None for x in t.of_kind(s, Chain))


class _Found:
    """How the names of a document that stand before arguments are used."""

    def __init__(self, formulas: list[Formula]) -> None:
        self.applied: dict[Kind, list[_Use]] = {}
        said = [s for f in formulas for s in f.statements if s.chain.relations]  # `a model $f(x; w)$` is no use
        for kind, use in (pair for s in said for pair in _uses(s)):
            self.applied.setdefault(kind, []).append(use)
        self.count: dict[Kind, int] = {}
        self.below: set[Stem] = set()
        self.defined: set[Kind] = set()
        self.fixed: set[Stem] = set()
        self.arrays: set[Kind] = set()
        self.moved: dict[Kind, set[Stem]] = {}
        self.applied = {key: uses for key, uses in self.applied.items() if _may_show_data(uses)}
        for s in said if self.applied else ():
            self._note(s)

    def _note(self, s: Statement) -> None:
        bases = {key[0] for key in self.applied}
        scripts = {id(y) for x in t.of_kind(s, Script) for y in t.of_kind(x, Name)}  # the a of `J_{basic}` is no name
        for x in t.of_kind(s, Name):
            if stem_of(x) in bases:
                self.count[places_of(x)] = self.count.get(places_of(x), 0) + 1
                alone = id(x) in scripts and not x.scripts
                self.below |= set() if alone or _is_labelled(x) else {stem_of(x)}
        for product in t.of_kind(s, Product):
            self.arrays |= {places_of(name) for name in _multiplied(product)}
        for d in t.of_kind(s, t.Derivative):
            if isinstance(d.of, Product) and len(d.of.factors) == 2 and 0 in _applied(d.of):
                entries = {stem_of(w.body) for w in d.wrt if isinstance(w.body, Name) and w.body.scripts}
                self.moved.setdefault(places_of(_use(d.of, 0).name), set()).update(entries)
        for wrt in t.of_kind(s, t.Wrt):
            inside = {id(y) for z in t.of_kind(wrt.body, Product) for y in _shown_in(z)}
            self.fixed |= {stem_of(y) for y in t.of_kind(wrt.body, Name) if id(y) not in inside}
        left = s.chain.members[0]
        if isinstance(left, Product) and len(left.factors) == 2 and 0 in _applied(left):
            self.defined.add(places_of(_use(left, 0).name))
        elif isinstance(left, Name):
            self.fixed.add(stem_of(left))

    def is_variable(self, key: Kind) -> bool:
        """Is a name with arguments a variable with indices?"""
        uses = self.applied[key]
        first = uses[0]
        if self.count[key] != len(uses):
            return False
        if any(s.above for s in first.name.scripts):
            return key in self.defined and key[0] not in self.below
        if key in self.defined:
            return True
        indexed = (
            bool(first.name.scripts)
            or key in self.arrays
            or (len(first.args) > 1 and key[0][0] not in FUNCTION_LETTERS)
        )
        shown = {stem_of(a) for a in first.args if isinstance(a, Name) and not a.scripts}
        arrays = shown & self.moved.get(
            key, set()
        )  # the w of `f(x_i, w)`, by the entries of which it is differentiated
        others = {stem_of(a) for a in first.args if isinstance(a, Name)} - arrays
        return (indexed or bool(arrays)) and self.fixed.isdisjoint(others)

    def kept(self, key: Kind) -> tuple[int, ...]:
        """Which of the indices of its arguments a name carries: one of those that are the same everywhere."""
        every = [[e for a in u.args for e in _entries(a)] for u in self.applied[key]]
        count = min(map(len, every))
        return tuple(n for n in range(count) if not any(all(x[n] == x[m] for x in every) for m in range(n)))


def _may_show_data(uses: Sequence[_Use]) -> bool:
    """Are the arguments of a name the same data everywhere, and may it carry their indices?"""
    if any(u.name.primes for u in uses) or all(u.raised for u in uses):
        return False  # `c_m (x_n)^m` is a product with a power
    if any(isinstance(a, t.Symbol) and a.name in DOTS for a in uses[0].args):
        return False  # `f(x_1, \dots, x_n)` is of all entries, not of the first and the last
    first = _pattern(uses[0])
    return all(_pattern(u) == first for u in uses) and any(map(_entries, uses[0].args))


def _applied(x: Product) -> Iterator[int]:
    """Where a name stands right before its arguments, all of them names."""
    for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
        if isinstance(a.body, Name) and arguments_of(b) is not None:
            yield n


def _shown_in(x: Product) -> Iterator[object]:
    """All that stands in the arguments of names, the `x_n` of `f(x_n)`."""
    for n in _applied(x):
        yield from t.walk(x.factors[n + 1].body)


def _use(x: Product, n: int) -> _Use:
    name, group = x.factors[n].body, arguments_of(x.factors[n + 1])
    assert isinstance(name, Name)
    assert group is not None
    return _Use(name, group.items, _is_raised(x.factors[n + 1].body))


def _is_raised(x: Node) -> bool:
    """Is the value raised to a power, and not transposed?"""
    return isinstance(x, t.Scripted) and not all(is_mark(e) for s in x.scripts for e in s.entries)


def _multiplied(x: Product) -> Iterator[Name]:
    r"""Names whose value is transposed, `\phi(x_n)^T w`, or stands right behind what is, `w^T \phi(x_n)`."""
    for n in _applied(x):
        name, before = x.factors[n].body, x.factors[n - 1].body if n else None
        behind = x.factors[n + 1].body
        row = isinstance(before, Name) and any(s.above and any(map(is_mark, s.entries)) for s in before.scripts)
        turned = isinstance(behind, t.Scripted) and not _is_raised(behind)
        if isinstance(name, Name) and (turned or (row and not x.factors[n].operator)):
            yield name


def _entries(x: Node) -> tuple[Node, ...]:
    return tuple(e for s in x.scripts for e in s.entries) if isinstance(x, Name) else ()


def _pattern(use: _Use) -> tuple[object, ...]:
    """What every use has in common: the letters of the arguments and how many indices each has."""
    args = [(*stem_of(a), a.primes, len(_entries(a))) if isinstance(a, Name) else a for a in use.args]
    return len(use.name.scripts), tuple(args), all(isinstance(a, Name) for a in use.args)


def _is_labelled(x: Name) -> bool:
    """Does it carry something in parentheses above, the layer of `a^{(2)}_j(x_n)`?

    Beside an f without it, `f^{(2)}` is a derivative; and `f^2(x_n)` is a power.
    """
    above = [s for s in x.scripts if s.above]
    return len(above) == 1 and above[0].bracket == "(" and not x.primes


def _product(x: Product, names: Mapping[Kind, Collection[int]]) -> Node | None:
    """The product with indices for arguments; None where there are none."""
    here = [n for n in _applied(x) if places_of(_use(x, n).name) in names]
    if not here:
        return None
    factors: list[t.Factor] = []
    for n, f in enumerate(x.factors):
        if n in here:
            use = _use(x, n)
            every = [e for a in use.args for e in _entries(a)]
            entries = tuple(e for n, e in enumerate(every) if n in names[places_of(use.name)])
            span = (use.name.span[0], getattr(x.factors[n + 1].body, "span", use.name.span)[1])
            name = replace(use.name, scripts=_with_above(use.name.scripts, entries, span), span=span)
            behind = x.factors[n + 1].body
            if isinstance(behind, t.Scripted):  # a power of the value
                held = Group("(", (name,), ")", (), span)
                factors.append(replace(f, body=replace(behind, base=held)))
            else:
                factors.append(replace(f, body=name))
        elif n - 1 not in here:
            factors.append(f)
    return factors[0].body if len(factors) == 1 else replace(x, factors=tuple(factors))


def _with_above(scripts: tuple[Script, ...], entries: tuple[Node, ...], span: Offsets) -> tuple[Script, ...]:
    """The scripts with indices in parentheses above, behind a layer that stands there: `a^{(2)(i)}_j`."""
    numbers = Script(True, entries, "(", len(entries) > 1, True, span)
    if not any(s.above for s in scripts):
        return (*scripts, numbers)
    both = [Group("(", s.entries, ")", (",",) * (len(s.entries) - 1), s.span) for s in (*scripts, numbers) if s.above]
    return (Script(True, tuple(both), "", False, True, span), *(s for s in scripts if not s.above))


def _undeclared(x: Chain) -> Chain | None:
    r"""`L = L(y)` and `t_n = \pm 1` without the second member; None where there is nothing of the kind."""
    if len(x.members) == 2 and x.relations == ("=",) and _is_choice(x.members[1]):
        return replace(x, members=x.members[:1], relations=(), relation_spans=())
    for n, (a, b) in enumerate(zip(x.members, x.members[1:], strict=False)):
        if x.relations[n] != "=" or not isinstance(a, Name) or not isinstance(b, Product) or len(b.factors) != 2:
            continue
        if 0 not in _applied(b) or not all(isinstance(i, (Name, t.Symbol)) for i in _use(b, 0).args):
            continue
        if b.factors[0].body == a or (n == 0 and len(x.members) > 2 and _is_same_entry(a, _use(b, 0))):
            return replace(
                x,
                members=x.members[: n + 1] + x.members[n + 2 :],
                relations=x.relations[:n] + x.relations[n + 1 :],
                relation_spans=x.relation_spans[:n] + x.relation_spans[n + 1 :],
            )
    return None


def _is_same_entry(a: Name, use: _Use) -> bool:
    r"""Is `P_j(\\theta_i)` another way to write `P_{ij}`, the same letter with the same indices?"""
    if stem_of(a) != stem_of(use.name) or a.primes or use.name.primes:
        return False
    mine = [letter_of(e) for e in _entries(a)]
    theirs = [letter_of(e) for e in (*_entries(use.name), *(e for i in use.args for e in _entries(i)))]
    return len(mine) > 1 and None not in mine and sorted(map(str, mine)) == sorted(map(str, theirs))


def _is_choice(x: Node) -> bool:
    r"""Is it `\pm 1`, one value or the other? Then it is no equation."""
    single = isinstance(x, t.Terms) and len(x.terms) == 1 and x.terms[0].sign in (r"\pm", r"\mp")
    return single and isinstance(x, t.Terms) and isinstance(x.terms[0].body, t.Number)
