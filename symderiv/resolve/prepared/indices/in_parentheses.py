r"""Indices in parentheses, as programs write them: `C_p(i, j)`, `Q(s, a)`, `b_j(O_{t+1})`, `I(i - u, j - v)`.

A name carries them where it stands before as many index forms wherever it stands (or for each number of them has a
definition of its own: `L(w, j)` and `L(w, u, j)` are two names): letters that run, or are scripts
elsewhere, integers, sums of these, and data with such letters (`O_t`) in a place that holds an index elsewhere. None of
these letters may be a value on the page: then the name is a function of a number. They are written below the name, or,
where that would be another name or the name is that of a vector (`\phi(s, a)` beside `\phi_k(s, a)` or behind a
transpose), above it. A capital may also stand without its two, as the matrix `W` of the `W(i, k)`. Nothing is known of
one argument with signs, `c(i - m)`: it may be a factor.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Factor, Group, Name, Node, Product, Script, Scripted, Statement
from ....latex.values_below import is_asked_of_entries, with_values_inside
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...asked import remembered
from ...front import Front, front_changed
from ...located import Located, is_given, with_statements
from ...shapes.declared import FONTS
from ...spelled.function_letters import GREEK_FUNCTIONS
from ...spelled.shape import Stem, is_mark, letter_of, shape_of, stem_of
from ...spelled.typed_behind import typed_behind
from ..applied import head_of
from .values_typed import of_contexts, valued

Key: TypeAlias = tuple[Stem, int, int]
"""A name and how many things stand below it, parameters left out, and in the parenthesis behind it."""
DELTA = r"\delta"
CAPITAL = lazily("[A-Z]")
LETTERS = 2
"""More letters than these in one script are a word."""
LETTER = lazily(r"\\?[A-Za-z]+")
ROUNDED = frozenset([r"\lceil", r"\lfloor"])
IDENTITIES = frozenset(["I", r"\mathbb{I}", r"\mathbf{I}"])
"""Names that mean a matrix with one index: `I_n`."""
SIGNS = frozenset(["", r"\cdot", r"\times"])


@dataclass(frozen=True, slots=True)
class _Use:
    """A name and the parenthesis right behind it, with what is above or below that."""

    name: Name
    group: Group
    behind: Factor
    before: Node | None

    @property
    def scripts(self) -> tuple[Script, ...]:
        """What stands above and below the parenthesis."""
        return self.behind.body.scripts if isinstance(self.behind.body, Scripted) else ()

    @property
    def turned(self) -> bool:
        """Is it transposed, or right behind what is?"""
        row = self.before.scripts if isinstance(self.before, (Name, Scripted)) else ()
        return any(s.above and any(map(is_mark, s.entries)) for s in (*self.scripts, *row))


@dataclass(frozen=True, slots=True)
class Lists:
    """The names of a page that carry what stands in their parentheses: `above` those that have it above them,
    `shown` the letter below a name that only shows on what it depends."""

    below: frozenset[Key] = frozenset()
    above: frozenset[Key] = frozenset()
    shown: Mapping[Stem, str] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        """Are there any?"""
        return bool(self.below or self.above)

    def changed_in(self, x: Any) -> Any:
        """Anything with entries for such names and their parentheses."""
        return rebuilt(x, self.changed)

    def changed(self, x: Any) -> Node | None:
        """A product with entries for such names, a sum that asks something of them; None for anything else."""
        if isinstance(x, BigSum) and any(map(is_asked_of_entries, x.below)):
            return with_values_inside(replace(x, below=self.changed_in(x.below), body=self.changed_in(x.body)))
        if not isinstance(x, Product):
            return None
        factors: list[Factor] = []
        met = False
        for before, f in zip((None, *x.factors), x.factors, strict=False):
            use = _use(before, f) if before is not None else None
            if use is None or self._key(use) not in self.below | self.above:
                factors.append(replace(f, body=rebuilt(f.body, self.changed)))
                continue
            met = True
            factors[-1] = replace(factors[-1], body=self._entry(use))
        if not met:
            return None
        return factors[0].body if len(factors) == 1 and not factors[0].operator else replace(x, factors=tuple(factors))

    def _key(self, use: _Use) -> Key:
        return _key_of(use, self.shown)

    def _entry(self, use: _Use) -> Node:
        """The entry that a name and its parenthesis mean, raised to what the parenthesis is raised to."""
        items = tuple(map(_as_index, use.group.items))
        span = (use.name.span[0], use.behind.body.span[1])
        name = _without(use.name, self.shown)
        own = tuple(e for s in use.scripts if not s.above for e in s.entries)
        raised = tuple(s for s in use.scripts if s.above)
        typed = "" if own else self._typed(use, name)
        if self._key(use) in self.above:
            script = Script(True, items, "(", len(items) > 1, True, use.group.span, typed)
            name, items, typed = replace(name, scripts=(*name.scripts, script)), (), ""
        below = (*(e for s in name.scripts if not s.above for e in s.entries), *items, *own)
        scripts = (Script(False, below, "", len(below) > 1, True, use.group.span, typed),) if below else ()
        above = tuple(s for s in name.scripts if s.above)
        if raised and not above:
            above, raised = raised, ()
        name = replace(name, scripts=(*scripts, *above), span=span)
        return Scripted(Group("(", (name,), ")", (), span), raised, 0, span) if raised else name

    def _typed(self, use: _Use, name: Name) -> str:
        shown = self.shown.get(stem_of(name), "") if name is not use.name else ""
        return typed_behind(name, len(use.group.items), shown=shown, above=self._key(use) in self.above)


NO_LISTS = Lists()


def lists_in_parentheses(
    located: Sequence[Located], ranges: Mapping[str, object], front: Mapping[str, object]
) -> Lists:
    """The names of a page that carry what stands in their parentheses.

    `ranges` are as typed, `front` is the front matter, which may call names functions. Where the page of a network is
    given, it decides of the names that it uses.
    """
    said = [(is_given(d), s) for d, f in located if isinstance(f, t.Formula) for s in f.statements]
    if not any(_may_number(s) for _, s in said):
        return NO_LISTS
    told = front.get("functions", ())
    functions = set(map(str, told)) if isinstance(told, (list, tuple)) else {str(told)}
    given = _Page([s for own, s in said if own], ranges, functions)
    whole = _Page([s for _, s in said], ranges, functions)
    first, found = given.lists(), whole.lists()
    known = {x for x, *_ in given.stems}
    return Lists(
        first.below | {k for k in found.below if k[0] not in known},
        first.above | {k for k in found.above if k[0] not in known},
        {**{x: y for x, y in found.shown.items() if x not in known}, **first.shown},
    )


def with_lists_as_indices(located: Sequence[Located], lists: Lists) -> Sequence[Located]:
    """The formulas of a page with such indices at their names."""
    return with_statements(located, lists.changed_in) if lists.found else located


def front_with_lists(front: Front, lists: Lists) -> Front:
    """The front matter with such indices at its names."""
    return front_changed(front, lists.changed_in) if lists.found else front


@remembered
def _uses(s: Statement) -> tuple[_Use, ...]:
    """The names of a statement that stand right before a parenthesis."""
    found = []
    for x in t.of_kind(s, Product):
        for n, (a, b) in enumerate(zip(x.factors, x.factors[1:], strict=False)):
            use = _use(a, b, x.factors[n - 1].body if n and not a.operator else None)
            if use is not None:
                found.append(use)
    return tuple(found)


@remembered
def _may_number(s: Statement) -> bool:
    """Does a name stand before what may be indices, numbers and letters without scripts?"""
    items = (u.group.items for u in _uses(s) if not u.name.primes)
    return any(all(not n.scripts for i in group for n in t.of_kind(i, Name)) for group in items)


def _use(a: Factor, b: Factor, before: Node | None = None) -> _Use | None:
    body = b.body.base if isinstance(b.body, Scripted) and not b.body.primes else b.body
    fits = b.joined and isinstance(body, Group) and body.open == "(" and body.items and {*body.separators} <= {","}
    if not fits or not isinstance(a.body, Name) or not isinstance(body, Group) or _is_factor(a.body, body):
        return None
    return _Use(a.body, body, b, before)


def _is_factor(x: Name, behind: Group) -> bool:
    """Does a matrix stand in the parenthesis behind a transposed name, `W^T (X - W H)`?"""
    marked = any(s.above and any(map(is_mark, s.entries)) for s in x.scripts)
    inner = behind.items[0] if marked and len(behind.items) == 1 and not isinstance(behind.items[0], Name) else None
    return any(CAPITAL.fullmatch(y.base) for y in valued(inner)) if inner is not None else False


def _bare_key_of(x: Name, shown: Mapping[Stem, str]) -> tuple[Stem, int]:
    return stem_of(x), sum(len(s.entries) for s in _without(x, shown).scripts if not s.above)


def _key_of(u: _Use, shown: Mapping[Stem, str]) -> Key:
    return *_bare_key_of(u.name, shown), len(u.group.items)


def _without(x: Name, shown: Mapping[Stem, str]) -> Name:
    """The name without the parameter that stands below it."""
    letter = shown.get(stem_of(x))
    kept = tuple(s for s in x.scripts if s.above or letter is None or [letter_of(e) for e in s.entries] != [letter])
    return x if len(kept) == len(x.scripts) else replace(x, scripts=kept)


def _as_index(x: Node) -> Node:
    r"""A form as one index: `2 \cdot i`, where `2i` may be two."""
    if not isinstance(x, Product):
        return x
    dotted = tuple(replace(f, operator=r"\cdot") if n and not f.operator else f for n, f in enumerate(x.factors))
    return replace(x, factors=dotted)


def _is_pair(u: _Use) -> bool:
    r"""Is it `\delta(k, l)`? Where nothing defines it, words tell what it is."""
    return u.name.base == DELTA and len(u.group.items) == 2


def _in_bounds(s: Statement) -> Iterator[Name]:
    r"""The names in bounds and behind `\in`: those of lengths and of sets."""
    for x in t.of_kind(s, BigSum):
        ends = (*(y for y in x.below if not is_asked_of_entries(y)), *((x.above,) if x.above is not None else ()))
        yield from (n for y in ends for n in t.of_kind(y, Name))
    for c in t.of_kind(s, Chain):
        if r"\in" in c.relations or r"\notin" in c.relations or _is_range(c):
            yield from (n for m in c.members[1:] for n in t.of_kind(m, Name))


def _left(s: Statement) -> Name | None:
    r"""The name that an equation begins with, and that is no number: `\delta(k, l) = 1` is said for some letters."""
    fits = s.chain.relations[:1] == ("=",) and not isinstance(s.chain.members[1], t.Number)
    return head_of(s.chain.members[0]) if fits else None


class _Page:
    """How names and letters are used on a page."""

    def __init__(self, said: Sequence[Statement], ranges: Mapping[str, object], functions: Collection[str]) -> None:
        self.functions = {*functions, *GREEK_FUNCTIONS}
        self.uses = [u for s in said for u in _uses(s)]
        self.ends = {x for r in ranges.values() for x in LETTER.findall(str(r))}
        self.running = set(map(str, ranges))
        self.scripted: set[str] = set()
        self.values: list[Name] = []
        self.by: set[str] = set()
        self.bounding = {id(x) for s in said for x in _in_bounds(s)}
        self.words = {id(x) for s in said for x in of_contexts(s)}
        self.defined = {_key_of(u, {}) for s in said if (x := _left(s)) for u in _uses(s) if u.name is x}
        self.declared: set[int] = set()
        for s in said if self.uses else ():
            self._note_letters(s)
        for s in said if self.uses else ():
            self._note_values(s)
        self.shown = self._parameters()
        self.bare = [x for x in self.values if id(x) not in {id(u.name) for u in self.uses}]
        self.stems = {_key_of(u, self.shown) for u in self.uses}

    def _note_letters(self, s: Statement) -> None:
        for c in (c for c in t.of_kind(s, Chain) if _is_range(c)):
            heads = _heads(c)
            self.running.update(x for h in heads for i in t.listed(h) if (x := letter_of(i)) is not None)
            self.ends.update(x for m in c.members if m not in heads for x in _letters(m))
        for total in t.of_kind(s, BigSum):
            for b in (b for b in total.below if not is_asked_of_entries(b)):
                head, *rest = b.members if isinstance(b, Chain) else (b,)
                names = [f.body for f in head.factors] if isinstance(head, Product) else [head]
                self.running.update(y for n in names if (y := letter_of(n)) is not None)
                self.ends.update(y for m in rest for y in _letters(m))
            self.ends.update(_letters(total.above) if total.above is not None else ())
        for name in t.of_kind(s, Name):
            lower = len(name.scripts) > 1 and not any(q.above and len(q.entries) > 1 for q in name.scripts)
            entries = (
                e for q in name.scripts if not q.above or q.bracket or lower for e in q.entries if not is_mark(e)
            )
            self.scripted.update(y for e in entries if (y := letter_of(e)) is not None)
        for w in t.of_kind(s, t.Wrt):
            self.by.update(n.base for n in valued(w.body))
        for nabla in t.of_kind(s, t.Nabla):
            self.by.update(n.base for e in (nabla.by.entries if nabla.by else ()) for n in valued(e))

    def _note_values(self, s: Statement) -> None:
        """Note what stands for a value, what stands in parentheses behind names included."""
        c = s.chain
        if c.relations and set(c.relations) <= EQUALITIES and not self._is_condition(c):
            self.values += valued(c)
        elif r"\in" in c.relations and not (isinstance(c.members[-1], Group) and c.members[-1].open == r"\{"):
            self.declared |= {id(x) for x in t.of_kind(c.members[0], Name)}

    def _is_condition(self, c: Chain) -> bool:
        """Is it about integers, `k = l` or `t = 1, ..., T`?"""
        if any(isinstance(m, t.Listing) for m in c.members):
            return True
        letters = {x for m in c.members for x in _letters(m)}
        return bool(letters & self.running) and all(self._is_form(m, letters) for m in c.members)

    def _parameters(self) -> dict[Stem, str]:
        r"""The letters that stand below names throughout and only show on what they depend, `\pi_\theta(s, a)`."""
        below: dict[Stem, set[str | None]] = {}
        for x in self.values:
            entries = [e for q in x.scripts if not q.above for e in q.entries]
            below.setdefault(stem_of(x), set()).add(letter_of(entries[0]) if len(entries) == 1 else None)
        found = {stem: next(iter(one)) for stem, one in below.items() if len(one) == 1}
        return {x: y for x, y in found.items() if y is not None and y in self.by - self.running}

    def _is_form(self, x: Node, letters: Collection[str]) -> bool:
        """Is it an integer, one of these letters, or made of them?"""
        if isinstance(x, t.Terms):
            return all(term.sign in ("", "+", "-") and self._is_form(term.body, letters) for term in x.terms)
        if isinstance(x, Product):
            plain = all(f.operator in SIGNS and not f.joined for f in x.factors)
            return plain and all(isinstance(f.body, t.Number) or self._is_form(f.body, letters) for f in x.factors)
        if isinstance(x, Group) and len(x.items) == 1:
            return self._is_rounded(x, letters) if x.open in ROUNDED else self._is_form(x.items[0], letters)
        return (isinstance(x, t.Number) and x.text.isdigit()) or letter_of(x) in letters

    def _is_rounded(self, x: Group, letters: Collection[str]) -> bool:
        r"""Is it `\lceil i / 2 \rceil`?"""
        (inner,) = x.items
        if isinstance(inner, t.Fraction):
            return self._is_form(inner.numerator, letters) and isinstance(inner.denominator, t.Number)
        divided = isinstance(inner, Product) and len(inner.factors) > 1 and inner.factors[-1].operator == "/"
        if not divided or not isinstance(inner, Product):
            return False
        return isinstance(inner.factors[-1].body, t.Number) and all(
            self._is_form(f.body, letters) for f in inner.factors[:-1]
        )

    def lists(self) -> Lists:
        """The names that carry what stands in their parentheses."""
        keys = {k for k in self.stems if self._may_be(k)}
        while True:
            letters = self._indices(keys)
            kept = {k for k in keys if all(self._are_indices(x, letters) for x in self._like(k))}
            if kept == keys:
                break
            keys = kept
        kept = {k for k in keys if any(self._runs(i) for u in self._of(k) for i in u.group.items)}
        if kept != keys:
            self.stems &= kept
            return self.lists()
        whole, bare = {k[0] for k in keys if self._is_whole(k, keys)}, {k[:2] for k in keys}
        above = {k for k in keys if k[0] in whole or self._clashes(k)}
        above = {k for k in above if not any(s.above for u in self._of(k) for s in u.name.scripts)}
        below = {k for k in keys - above if not self._clashes(k)}
        return Lists(frozenset(below), frozenset(above), {x: y for x, y in self.shown.items() if (x, 0) in bare})

    def _of(self, key: Key) -> list[_Use]:
        return [u for u in self.uses if _key_of(u, self.shown) == key]

    def _like(self, key: Key) -> set[Key]:
        """The name with any number of things behind it."""
        return {k for k in self.stems if k[:2] == key[:2]}

    def _may_be(self, key: Key) -> bool:
        """Does a name stand before as many things wherever it stands, and is it no function?"""
        uses = self._of(key)
        if key[0][0] in self.functions or any(u.name.primes for u in uses):
            return False
        alike = len(self._like(key)) == 1 or self._like(key) <= self.defined
        told = not any(map(_is_pair, uses)) or key in self.defined
        told = told and not any(id(u.name) in self.bounding for u in uses)
        told = told and (key[0][0] not in IDENTITIES or sum(key[1:]) > 1)
        labelled = {_label(u.name) for u in uses}
        bare = (x for x in self.bare if _label(x) in labelled)  # `E^{total}` is none of `E(t)`
        whole = key[1:] == (0, 2) and CAPITAL.fullmatch(key[0][0]) is not None
        return alike and told and (whole or not any(_bare_key_of(x, self.shown) == key[:2] for x in bare))

    def _indices(self, keys: Set[Key]) -> set[str]:
        """The letters that number things and are no values outside of the parentheses behind these names."""
        lists = [u for u in self.uses if _key_of(u, self.shown) in keys or _is_pair(u)]
        inside = self.words.union(id(x) for u in lists for x in t.of_kind(u.group, Name))
        values = {x for n in self.values if id(n) not in inside and (x := letter_of(n)) is not None}
        return (self.running | self.scripted | self.ends) - values

    def _are_indices(self, key: Key, letters: Set[str]) -> bool:
        uses = self._of(key)
        for place in range(len(uses[0].group.items)):
            own = [u.group.items[place] for u in uses]
            forms = [x for x in own if self._is_form(x, letters)]
            if not forms or not all(self._is_form(x, letters) or self._is_looked_up(x, letters) for x in own):
                return False
            if len(uses[0].group.items) == 1 and all(isinstance(x, t.Terms) for x in own):
                return False
        return True

    def _is_looked_up(self, x: Node, letters: Set[str]) -> bool:
        """Is it a name with nothing but indices below, which is no value anywhere: the `O_t` of `b_j(O_t)`?"""
        if not isinstance(x, Name) or x.primes or not x.scripts or any(s.above for s in x.scripts):
            return False
        inside = {id(y) for u in self.uses for y in t.of_kind(u.group, Name)}
        value = any(stem_of(y) == stem_of(x) and id(y) not in inside for y in self.values)
        return not value and all(self._is_form(e, letters) for s in x.scripts for e in s.entries)

    def _runs(self, x: Node) -> bool:
        return any(letter_of(n) in self.running | self.scripted for n in t.of_kind(x, Name))

    def _is_whole(self, key: Key, keys: Set[Key]) -> bool:
        """Is it the name of a vector: in bold, transposed, or with entries of the same name?"""
        uses = self._of(key)
        shape = shape_of(uses[0].name)
        bold = key[1] == 0 and shape is not None and shape.letter.startswith(FONTS)
        entries = key[1] == 0 and any(k[0] == key[0] and k[1] for k in keys)
        behind = any(not s.above for u in uses for s in u.scripts)
        return bold or entries or behind or any(u.turned or id(u.name) in self.declared for u in uses)

    def _clashes(self, key: Key) -> bool:
        """Would it be another name, or the length of something, with its indices below?"""
        others = [_bare_key_of(x, self.shown) for x in self.bare]
        return (key[0], sum(key[1:])) in others or key[0][0] in self.ends


def _label(x: Name) -> tuple[Node, ...]:
    r"""The word above a name, in one piece or letter by letter, `E^{total}`."""
    found: list[Node] = []
    for s in (s for s in x.scripts if s.above and not any(map(is_mark, s.entries))):
        word = len(s.entries) > LETTERS and all(isinstance(e, Name) for e in s.entries)
        found += s.entries if word else (e for e in s.entries if isinstance(e, t.Text))
    return tuple(found)


def _is_range(c: Chain) -> bool:
    r"""`i = 1, \dots, I`, `1 \le i \le I`, `i \in \{1, \dots, I\}`."""
    if any(isinstance(m, t.Listing) for m in c.members):
        return True
    if c.relations == (r"\in",):
        last = c.members[-1]
        return isinstance(last, Group) and last.open == r"\{"
    return len(c.relations) > 1 and {*c.relations} <= {"<", r"\le", ">", r"\ge"}


def _heads(c: Chain) -> tuple[Node, ...]:
    """The members of a range that it is about."""
    first = r"\in" in c.relations or any(isinstance(m, t.Listing) for m in c.members[1:])
    return c.members[:1] if first else c.members[1:-1]


def _letters(x: Node) -> Iterator[str]:
    yield from (letter for n in t.of_kind(x, Name) if (letter := letter_of(n)) is not None)


__all__ = ["NO_LISTS", "Lists", "lists_in_parentheses", "with_lists_as_indices"]
