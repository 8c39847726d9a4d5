r"""Sums over the elements of a set: `\sum_{(u,i) \in \mathcal{K}}`, `\sum_{j \in C_i}`, `\sum_{i : (u,i) \in K}`.

Which elements a set has is not said, so its indicator is given data: every term is multiplied by it. A set that every
sum over its letter names (`\sum_{i \in \mathcal{B}}`) is the whole range of that letter. Sums that stand outside the
definitions may leave it out: `\sum_k` in what is derived from `E = \sum_{k \in C} ..` runs over the same k.
How many elements a set has, `|N(u)|`, is the sum of its indicator (`_sizes`); of a whole range it is where the letter
ends (`_sizes_of_wholes`). A derivative that is stated for elements, `(j \in N(i))`, both of whose letters it leaves
free, is judged where the indicator is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from ....latex import tree as t
from ....latex.joining import WHEN
from ....latex.tree import (
    ONE,
    BigSum,
    Chain,
    Derivative,
    Formula,
    Group,
    Indicator,
    Listing,
    Name,
    Node,
    Number,
    Product,
    Script,
)
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ....pattern import lazily
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of
from ...stated import ELEMENT
from .kinds_of_units import letters_in_scripts
from .meant_for_elements import Element, elements_meant, elements_of
from .members_counted import with_members_counted
from .membership import affirmed, asks_whether, indicator, letters_of, set_of, stem_of_set, tells
from .sets_related import ALONE, Related, Sets, factored, related

THEN = lazily(rf"\s*{WHEN}")
"""Words behind a condition of what comes next."""
NO_RANGES: Mapping[str, object] = MappingProxyType({})


def without_members(
    located: Sequence[Located], ranges: Mapping[str, object] = NO_RANGES, read: Sets = Sets.DATA
) -> list[Located]:
    """The formulas of a document with indicators of sets as factors; `ranges` are those of letters, as typed.

    Where sets are whole, one that depends on nothing is the whole range wherever it stands under a sum, and lines about
    what elements of another set have are meant for these.
    """
    whole = read is Sets.WHOLE
    formulas = read_of(located)
    sums = [x for f in formulas for x in t.of_kind(f, BigSum)]
    chains = [c for x in sums for c in x.below if isinstance(c, Chain)]
    chains += [c for f in formulas for x in t.of_kind(f, Indicator) for c in _chains(x)]
    if not any(asks_whether(c) for c in chains):
        return list(located)
    sets = {stem_of_set(c.members[1]) for c in chains if asks_whether(c)}
    counted = [*chains, *(c for f in formulas for s in f.statements for c in _stated(s))]
    asked = [c.members[1] for c in counted if asks_whether(c)]
    bound = {x for s in sums for x in _under(s)}
    running = bound | {x for f in formulas for s in f.statements for x in _on_left(s)}
    alike = _plain(sums, _bare(formulas), running)

    def harmless(letter: str, s: Node) -> set[str]:
        """Letters of the same set, and those that run over something else."""
        return {x for x, y in alike if y == s} | {x for x in ranges if letter in ranges and ranges[x] != ranges[letter]}

    plain = {(letter, s) for letter, s in alike if _is_whole(letter, harmless(letter, s), sums, formulas)}
    everything = {stem_of_set(s) for _, s in plain}
    sizes = _sizes(formulas, chains, everything)
    sizes |= _sizes_of_wholes(formulas, chains, everything)
    held = [*counted, *(sizes[x] for f in formulas for x in t.of_kind(f, Group) if x in sizes)]
    taken = {key for key in sets if _count(formulas, key) > _asked_for(held, key) or len(_written(asked, key)) > 1}
    members = _Members(taken, None if whole else plain, running, sizes, bound)
    named = [c for c in counted if members.usable(c) and tells(c)]
    members.related = related(read, (indicator(c) for c in named))
    if whole:
        members.elements = tuple(elements_of(sums, [c for c in chains if members.usable(c) and tells(c)]))
    written = with_statements(_beside(located, lambda c: members.usable(c) and tells(c)), members.changed)
    names = (x for f in read_of(written) for x in t.of_kind(f, Name) if any(s.commas for s in x.scripts))
    shown = any(members.usable(c) for f in formulas for x in t.of_kind(f, Indicator) for c in _chains(x))
    shown = shown or read is Sets.DISJOINT or any(members.usable(c) for x in sums for c in _multiplied(x))
    return with_members_counted(written, (x for x in names if (x.base, x.accents, x.font) in sets - taken), shown)


@dataclass(slots=True)
class _Members:
    """Writes indicators for sets; `taken` are names of sets that the page uses otherwise, `plain` the letters with sets
    that are their whole range (None: all are), `running` the letters that run over something, `sizes` what bars around
    a set stand for, `bound` the letters below sums."""

    taken: Set[Stem]
    plain: Set[tuple[str, Node]] | None
    running: Set[str]
    sizes: Mapping[Node, Chain]
    bound: Set[str]
    seen: set[Node] = field(default_factory=set)
    elements: tuple[Element, ...] = ()
    related: Related = ALONE

    def usable(self, c: object) -> bool:
        """Is it a membership whose set is no other name?"""
        return isinstance(c, Chain) and asks_whether(c) and stem_of_set(c.members[1]) not in self.taken

    def is_everything(self, c: Chain) -> bool:
        """Is the set the whole range of the letter?"""
        found = _whole(c, self.running)
        return found is not None and (self.plain is None or found in self.plain)

    def is_numbered(self, c: Chain) -> bool:
        """Is the set the whole range of the letter, and does the page use how many elements it has?"""
        whole = self.usable(c) and not tells(c) and self.is_everything(c)
        return whole and any(stem_of_set(y.members[1]) == stem_of_set(c.members[1]) for y in self.sizes.values())

    def changed(self, s: t.Statement) -> t.Statement:
        """The statement with the indicators; what is defined for the elements of a set is only used for them."""
        meant = elements_meant(s, self.elements, s.chain.members[0] in self.seen)
        s = rebuilt(s, self._change)
        first = isinstance(s.chain.members[0], Name) and s.chain.relations and s.chain.members[0] not in self.seen
        self.seen.add(s.chain.members[0])
        kept = (c for c in s.conditions if not (first and self.usable(c) and tells(c)))
        said = (*(x for c in kept for x in self._conditional(s, c)), *(x for c in meant for x in self._is_element(c)))
        conditions = dict.fromkeys(said)
        return replace(s, conditions=tuple(conditions))

    def _change(self, x: Any) -> Node | None:
        if isinstance(x, Group) and (c := self.sizes.get(x)) is not None and self.usable(c):
            letters = letters_of(c.members[0])
            if self.is_everything(c):
                return x.items[0]  # the set as the name of its size
            return Group("(", (BigSum(r"\sum", letters, None, self._indicating(c), x.span),), ")", span=x.span)
        if isinstance(x, Indicator) and len(x.conditions) == 1 and self.usable(x.conditions[0]):
            condition = x.conditions[0]
            assert isinstance(condition, Chain)
            return self._indicating(condition)
        if not isinstance(x, BigSum) or x.above is not None:
            return None
        if len(x.below) == 1 and isinstance(only := x.below[0], Chain) and self.is_numbered(only):
            first = Chain((only.members[0], Number("1", only.span)), ("=",), only.relation_spans, only.span)
            return replace(x, below=(first,), above=only.members[1], body=rebuilt(x.body, self._change))
        kept, members = _under_sum(x, self.is_everything, self.usable)
        if members and x.operator != r"\sum":
            return self._powers(x, kept, members)
        factors = [y for m in members for y in self.related.factors(m)]
        return (
            None if kept == x.below else replace(x, below=kept, body=factored(factors, rebuilt(x.body, self._change)))
        )

    def _powers(self, x: BigSum, kept: tuple[Any, ...], members: Sequence[Name]) -> Node | None:
        """A product over a set, to the power of its indicator; nothing is made of a largest element."""
        factors = [y for m in members for y in self.related.factors(m)]
        if x.operator != r"\prod" or len(factors) != 1:
            return None
        power = Script(True, (factors[0],), span=x.span)
        inner = Group("(", (rebuilt(x.body, self._change),), ")", span=x.span)
        return replace(x, below=kept, body=t.Scripted(inner, (power,), span=x.span))

    def _conditional(self, s: t.Statement, c: Chain) -> list[Chain]:
        said, c = c, affirmed(c)
        if not (self.usable(c) and tells(c)):
            return [said]
        member = indicator(c)
        if isinstance(s.chain.members[0], Derivative) and {*letters_in_scripts(member)} <= self._left_free(s):
            return [replace(x, span=c.span) for x in self.related.elements(member, said.relations == (r"\in",))]
        return [replace(c, relations=(ELEMENT,), relation_spans=())]

    def _left_free(self, s: t.Statement) -> set[str]:
        """The letters of a left side, and those of the right that no sum of the page binds: a page about one user."""
        right = {x for m in s.chain.members[1:] for x in letters_in_scripts(m)}
        return {*_on_left(s)} | (right - self.bound)

    def _is_element(self, c: Chain) -> list[Chain]:
        return [replace(x, span=c.span) for x in self.related.elements(indicator(c))]

    def _indicating(self, c: Chain) -> Node:
        """What is 1 for the elements of a set, else 0."""
        own, *more = self.related.factors(indicator(c)) or [ONE]
        return factored([own, *more[:-1]], more[-1]) if more else own


def _under_sum(
    x: BigSum, is_everything: Callable[[Chain], bool], usable: Callable[[object], bool]
) -> tuple[tuple[Node | Chain, ...], list[Name]]:
    """What stays under a sum sign, and the indicators of the sets that stood there."""
    kept: list[Node | Chain] = []
    members: list[Name] = []
    named = any(not isinstance(item, Chain) for item in x.below)
    ranged = {item.members[0] for item in x.below if isinstance(item, Chain) and isinstance(item.members[-1], Group)}
    for item in x.below:
        if isinstance(item, Chain) and is_everything(item):
            kept.append(item.members[0])
        elif isinstance(item, Chain) and usable(item) and (named or tells(item)):
            letters = letters_of(item.members[0])
            members.append(indicator(item))
            kept += () if named else (y for y in letters if y not in ranged)
        elif isinstance(item, Group) and item.open == "(":
            kept += letters_of(item) or (item,)
        else:
            kept.append(item)
    return tuple(kept), members


def _beside(located: Sequence[Located], stated: Callable[[Chain], bool]) -> list[Located]:
    r"""The formulas with what stands alone beside a claim, `(for $j \in N(i)$)`, as a condition of the claim.

    It is one of no definition: what is defined for the elements of a set is only used for them.
    """
    found = list(located)
    seen: set[Node] = set()
    for n, f in enumerate(map(_read, located)):
        claims = [c for s in f if isinstance((c := s.chain.members[0]), Derivative) or c in seen]
        seen |= {s.chain.members[0] for s in f if s.chain.relations}
        around = (*_up_to_an_equation(_following(located, n)), *_up_to_an_equation(_leading(located, n)))
        beside = tuple(c for c in around if stated(affirmed(c)))
        if beside and claims:
            display, formula = found[n]
            assert isinstance(formula, Formula)
            told = (
                replace(s, conditions=(*s.conditions, *beside)) if s.chain.members[0] in claims else s
                for s in formula.statements
            )
            found[n] = display, replace(formula, statements=tuple(told))
    return found


def _following(located: Sequence[Located], n: int) -> Iterator[Located]:
    r"""What stands behind a formula, but for what begins a sentence below it: `For $j \in Q(i)$,` is of the next."""
    end = located[n][0].end_line
    for display, f in located[n + 1 :]:
        leads = display.before.strip()[:1].isupper() or THEN.match(display.after) is not None
        if display.line > end and leads:
            return
        yield display, f


def _leading(located: Sequence[Located], n: int) -> list[Located]:
    """What stands before a formula, backwards, but for what ends the row of the display before it."""
    last = next((m for m in range(n - 1, -1, -1) if _has_equation(located[m])), None)
    ended = None if last is None else located[last][0]
    before = located[:n] if last is None else located[last:n]
    return [x for x in before if ended is None or x[0] is ended or x[0].line > ended.end_line][::-1]


def _has_equation(x: Located) -> bool:
    return any(r in EQUALITIES for s in _read(x) for r in s.chain.relations)


def _up_to_an_equation(located: Iterable[Located]) -> Iterator[Chain]:
    """What stands in a row of formulas before the first that has an equation."""
    for chains in ([s.chain for s in _read(x)] for x in located):
        if any(r in EQUALITIES for c in chains for r in c.relations):
            return
        yield from chains


def _read(x: Located) -> tuple[t.Statement, ...]:
    return x[1].statements if isinstance(x[1], Formula) else ()


def _stated(s: t.Statement) -> list[Chain]:
    r"""What a statement says of elements, `for $j \in N(i)$`, none of which is about the set as a value."""
    said = (affirmed(c) for c in (s.chain, *s.conditions))
    return [c for c in said if c.relations == (r"\in",)]


def _sizes(formulas: Sequence[Formula], chains: Sequence[Chain], whole: Set[object]) -> dict[Node, Chain]:
    r"""The numbers of elements, `|N(u)|`, with a letter that runs over the set: `j \in N(u)`."""
    found: dict[Node, Chain] = {}
    for x in (x for f in formulas for x in t.of_kind(f, Group)):
        if x.open != "|" or len(x.items) != 1 or (told := set_of(x.items[0])) is None:
            continue
        for c in (
            c for c in chains if asks_whether(c) and tells(c) and stem_of_set(c.members[1]) == stem_of_set(x.items[0])
        ):
            letters, depends = letters_of(c.members[0]), set_of(c.members[1])
            if depends is None or len(depends[1]) != len(told[1]) or stem_of_set(c.members[1]) in whole:
                continue
            # of `j \in N(i)` j runs, in `|N(j)|` i
            for run in (letters, depends[1]):
                if len(run) == len(letters) and not set(run) & set(told[1]):
                    found.setdefault(x, replace(c, members=(_listing(run), x.items[0])))
    return found


def _sizes_of_wholes(formulas: Sequence[Formula], chains: Sequence[Chain], whole: Set[object]) -> dict[Node, Chain]:
    r"""The numbers of elements of sets that are the whole range of a letter, `|\mathcal{B}|`, each with that letter."""
    runs = {stem_of_set(c.members[1]): c for c in reversed(chains) if asks_whether(c) and not tells(c)}
    groups = (x for f in formulas for x in t.of_kind(f, Group) if x.open == "|" and len(x.items) == 1)
    keys = ((x, stem_of_set(x.items[0])) for x in groups if set_of(x.items[0]) == (x.items[0], ()))
    return {x: runs[key] for x, key in keys if key in whole and key in runs}


def _listing(letters: tuple[Node, ...]) -> Node:
    return letters[0] if len(letters) == 1 else Listing(letters)


def _chains(x: Indicator) -> list[Chain]:
    return [c for c in x.conditions if isinstance(c, Chain)]


def _multiplied(x: BigSum) -> Iterator[Chain]:
    """The memberships below a product sign."""
    return (c for c in x.below if isinstance(c, Chain) and x.operator == r"\prod")


def _written(sets: Sequence[Node], key: tuple[str, tuple[str, ...], str]) -> set[object]:
    """The ways in which a set is written, its indices apart: `R(t_i)` and `R(s_i)` are not known to be the same."""
    found: set[object] = set()
    for x in sets:
        if stem_of_set(x) == key:
            group = x.factors[1].body if isinstance(x, Product) else None
            items = group.items if isinstance(group, Group) else ()
            valued = ((i.base, i.accents, i.font) if isinstance(i, Name) and i.scripts else "" for i in items)
            found.add((isinstance(x, Product), *valued))
    return found


def _count(formulas: Sequence[Formula], key: tuple[str, tuple[str, ...], str]) -> int:
    said = (s for f in formulas for s in f.statements if s.chain.relations)
    names = (x for s in said for x in t.of_kind(s, Name))
    return sum((x.base, x.accents, x.font) == key for x in names)


def _asked_for(chains: Sequence[Chain], key: tuple[str, tuple[str, ...], str]) -> int:
    return sum(stem_of_set(c.members[1]) == key for c in chains if asks_whether(c))


def _whole(c: object, running: Set[str]) -> tuple[str, Node] | None:
    r"""The letter and the set of `i \in \mathcal{B}`."""
    if not isinstance(c, Chain) or not asks_whether(c):
        return None
    found = set_of(c.members[1])
    if found is None or any(letter_of(e) in running for e in found[1]):
        return None
    letter = letter_of(c.members[0])
    return None if letter is None else (letter, c.members[1])


def _bare(formulas: Sequence[Formula]) -> set[int]:
    """The sums without bounds that stand in no definition: not in the first line about a name."""
    seen: set[Node] = set()
    found: set[int] = set()
    for s in (s for f in formulas for s in f.statements if s.chain.relations):
        left = s.chain.members[0]
        if left in seen or any(isinstance(x, Derivative) for x in t.walk(left)):
            sums = t.of_kind(s.chain, BigSum)
            found |= {id(x) for x in sums if x.above is None and not any(isinstance(i, Chain) for i in x.below)}
        seen.add(left)
    return found


def _plain(sums: Sequence[BigSum], bare: set[int], running: Set[str]) -> set[tuple[str, Node]]:
    """The letters that every sum over them takes from the same set, those that are `bare` left out."""
    over: dict[str, set[Node | None]] = {}
    for x in (x for x in sums if id(x) not in bare):
        for c in x.below:
            first = c.members[0] if isinstance(c, Chain) else c
            found = _whole(c, running)
            for letter in map(letter_of, letters_of(first)):
                if letter is not None:
                    over.setdefault(letter, set()).add(found[1] if found is not None else None)
    return {(letter, s) for letter, found in over.items() for s in found if s is not None and len(found) == 1}


def _is_whole(letter: str, harmless: set[str], sums: Sequence[BigSum], formulas: Sequence[Formula]) -> bool:
    """Does no letter of the page but the `harmless` ones, and no range, run over what the sums over a letter run over,
    or more of it?"""
    mine = {place for x in sums if letter in _under(x) for place in _places(x.body, letter)}
    said = [s for f in formulas for s in f.statements if s.chain.relations]
    for chain in (c for s in said for c in (s.chain, *s.conditions)):
        ranged = any(isinstance(m, Listing) for m in chain.members) or len(chain.members) > 2
        if ranged and letter in {letter_of(m) for m in chain.members}:
            return False
    names = (x for s in said for x in t.of_kind(s, Name))
    filled = ((x.base, s.above, n, letter_of(e)) for x in names for s in x.scripts for n, e in enumerate(s.entries))
    others = ((base, above, n) for base, above, n, e in filled if e not in (None, letter) and e not in harmless)
    return all(place not in mine for place in others)


def _on_left(s: t.Statement) -> Iterator[str]:
    """The letters in the scripts of a left side."""
    return letters_in_scripts(s.chain.members[0])


def _under(x: BigSum) -> set[str]:
    items = [c.members[0] if isinstance(c, Chain) else c for c in x.below]
    return {
        letter
        for i in items
        for y in (i.items if isinstance(i, (Group, Listing)) else (i,))
        if (letter := letter_of(y))
    }


def _places(body: Node, letter: str) -> set[tuple[str, bool, int]]:
    """The names with the places in their scripts that a letter fills."""
    names = (x for x in t.walk(body) if isinstance(x, Name))
    places = ((x.base, s.above, n, e) for x in names for s in x.scripts for n, e in enumerate(s.entries))
    return {(base, above, n) for base, above, n, e in places if letter_of(e) == letter}
