r"""Facts that a whole document states about its letters, gathered before any name is resolved.

Whether `i` is an index, `L` a size and `f` a function cannot be seen where they stand; it follows from every place
where they are used. One walk over the trees gathers those places; nothing is decided here that needs a network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from ..latex import tree as t
from ..latex.tree import Chain, Node
from ..notation import EQUALITIES
from .facts import Bound, Facts, Occurrence, Signature
from .integers.conditions import COMPARISONS, compares_numbers, is_condition, is_declaration, subjects
from .integers.distances import holds_distance, inside
from .integers.exponents_that_are_values import exponents_that_are_values
from .integers.kinds import Kind, about, note_values
from .integers.labels_that_are_values import labels_that_are_values
from .integers.looked_up import TOLD_APART
from .integers.unequal import bound_by_differing, for_given, loose_letters, pair_of
from .sizes.size_labels import free_size_labels, sizes_as_labels
from .spelled.shape import Shape, is_word, label_of, letter_of, letters_in, shape_of
from .stated import Stated, is_indexed, left_shape, matrix_of, wrt_of

NOTHING: Bound = frozenset()
COMPARING = frozenset(["=", r"\ne", r"\notin"])
"""How a condition tells whether two letters are the same."""


def collect(
    stated: Iterable[Stated],
    ranges: Iterable[Chain] = (),
    *,
    expressions: bool = False,
    known: frozenset[str] = frozenset(),
    sizes: frozenset[str] = frozenset(),
    defined: Iterable[Signature] = (),
    beside: Iterable[Chain] = (),
    called: frozenset[str] = frozenset(),
    both_of_pairs: bool = False,
) -> Facts:
    """The facts of a document; `ranges` are those of its front matter.

    `known` and `sizes` are letters of a network, `defined` the names that it computes, `beside` its equations as typed.
    `called` are letters that words call the true class; `both_of_pairs` as in `Choices`.

    Formulas without a relation are only mentioned, in prose; they count where `expressions` are what is read.
    """
    facts = Facts(list(stated), ranged=set(known), range_ends=set(sizes), above=tuple(beside))
    for base, _, label in (s.partition("_") for s in sizes if "_" in s):
        label = label.strip("{}")
        facts.size_names.setdefault(base, set()).add(label)
        facts.size_labels.add((base, label))
    for chain in ranges:
        _range(facts, chain)
    exponents: set[int] = set()
    for s in facts.stated:
        if (left := left_shape(s.statement)) is not None and matrix_of(s) is None and not _explains_delta(s):
            _left(facts, left)
        for node in t.walk(s.statement.chain):
            note = NOTED.get(node.__class__)
            if note is not None:
                note(facts, node, exponents)
    equations = [s.statement.chain for s in facts.stated if s.statement.chain.relations]
    facts.given = for_given([*facts.above, *equations], called, both=both_of_pairs)
    facts.bound |= bound_by_differing(equations, facts.given)
    note_values(facts, facts.stated, defined)
    for s in facts.stated:
        for chain in (*s.statement.conditions, s.statement.chain):
            numbers = compares_numbers(chain, facts)  # of which nothing is said but whether they are the same
            if not numbers and is_condition(chain, facts) and about(chain, facts) is Kind.INTEGERS:
                _range(facts, chain)
    for number, s in enumerate(facts.stated):
        chain = s.statement.chain
        said = matrix_of(s)
        if said is not None and (entry := shape_of(said[1])) is not None:
            letters = frozenset(x for p in entry.pieces for x in letters_in(p))
            facts.occurrences.append(Occurrence(entry, letters, number))
            continue
        if (expressions or chain.relations) and not is_condition(chain, facts) and not _explains_delta(s):
            _occurrences(facts, s.statement.chain, number, left_shape(s.statement))
    if parameters := set(labels_that_are_values(facts)):
        facts.size_labels |= parameters
        facts.parameters = frozenset(letter for _, letter in parameters)
        facts.left -= facts.parameters
    facts.arithmetic -= exponents_that_are_values(facts)
    facts.size_labels.update([*free_size_labels(facts), *sizes_as_labels(facts)])
    return facts


PAIR = 2


def _name(facts: Facts, x: t.Name, exponents: set[int]) -> None:
    if x.base == r"\delta":
        facts.compared.update(y for script in x.scripts for e in script.entries for y in letters_in(e))
    elif x.base == "e" and _is_raised(x):
        exponents.update(map(id, x.scripts))


def _scripted(_: Facts, x: t.Scripted, exponents: set[int]) -> None:
    r"""Nothing numbers a number or a sum in parentheses: what stands above `3^{-a}`, `(1 + x)^{-a}` is an exponent."""
    base = x.base
    while isinstance(base, t.Group) and base.open in ("(", "[", r"\{") and len(base.items) == 1:
        base = base.items[0]
    if (_is_sum(base) or isinstance(base, t.Number)) and all(s.above and not s.bracket for s in x.scripts):
        exponents.update(map(id, x.scripts))


def _is_sum(x: Node) -> bool:
    """Are several terms added, one of them a number? Arrays have entries, and so have sums of arrays."""
    return isinstance(x, t.Terms) and len(x.terms) > 1 and any(isinstance(y.body, t.Number) for y in x.terms)


def _script(facts: Facts, x: t.Script, exponents: set[int]) -> None:
    if id(x) not in exponents:
        facts.in_scripts.update(y for entry in x.entries for y in letters_in(entry))
        for entry in x.entries:
            if isinstance(entry, t.Name) and entry.scripts:
                facts.looked_up.setdefault(entry.base, set()).update(y for s in entry.scripts for y in letters_in(s))


def _indicator(facts: Facts, x: t.Indicator, _: set[int]) -> None:
    facts.compared.update(z for c in x.conditions for y in t.walk(c) for z in letters_in(y))
    _entries_compared(facts, x.conditions)


def _entries_compared(facts: Facts, items: Iterable[Node | Chain]) -> None:
    """Note the names with indices in comparisons of integers."""
    told = (c for c in items if isinstance(c, Chain) and TOLD_APART.issuperset(c.relations))
    for m in (m for c in told for m in c.members):
        shape = shape_of(m) if isinstance(m, t.Name) and m.scripts else None
        if shape is not None:
            facts.entries_compared.setdefault(shape.base, set()).update(y for p in shape.pieces for y in letters_in(p))


def _differentiated_by(facts: Facts, w: t.Wrt, _: set[int]) -> None:
    letter, shape = letter_of(w.body), shape_of(w.body)
    if letter is not None:
        facts.derived.add(letter)
    if shape is not None:
        facts.raised |= {(shape.base, shape.below, y) for item in shape.uppers for p in item for y in letters_in(p)}


def _is_raised(x: t.Name) -> bool:
    """Is it `e^{..}` with nothing below and no bracket: e to a power, where e is no name?"""
    return bool(x.scripts) and all(s.above and not s.bracket for s in x.scripts)


# ---------------------------------------- ranges, bounds


def _lower(facts: Facts, letters: Iterable[str], end: Node | None) -> None:
    """Note where a range begins."""
    for letter in letters:
        facts.lowers.setdefault(letter, set()).add(end.text if isinstance(end, t.Number) else "?")


def _upper(facts: Facts, letters: Iterable[str], end: Node | None) -> None:
    """Note where a range ends: letters whose ranges end alike are of one kind."""
    if end is None:
        return
    for x in t.walk(end):
        if isinstance(x, t.Name) and x.scripts:
            inside = {y for s in x.scripts for e in s.entries for y in letters_in(e)}
            facts.size_labels.update((x.base, letter) for letter in inside.intersection(letters))
    names = frozenset(_end_name(x) for x in t.walk(end) if isinstance(x, t.Name))
    numbers = frozenset(x.text for x in t.walk(end) if isinstance(x, t.Number))
    for letter in letters:
        facts.uppers.setdefault(letter, set()).add(names or numbers)


def _end_name(x: t.Name) -> str:
    """A size by its letter and what single number or letter it carries: `m_1` is not `m_2`, and `m'` is not m."""
    entries = [e for s in x.scripts for e in s.entries]
    tag = label_of(entries[0]) if len(entries) == 1 else None
    name = x.base + "'" * x.primes
    return name if tag is None else f"{name}_{tag}"


def _explains_delta(s: Stated) -> bool:
    r"""Does it say what a Kronecker delta is, `\delta_{jc} = 1`? It says nothing of what the letters are."""
    chain = s.statement.chain
    left = left_shape(s.statement)
    delta = left is not None and left.base == r"\delta" and len(left.pieces) == PAIR
    return delta and len(chain.members) == PAIR and chain.members[1] in (t.ZERO, t.ONE)


def _left(facts: Facts, left: Shape) -> None:
    for place, piece in enumerate(left.pieces):
        if is_word(piece):
            continue
        letter = letter_of(piece)
        for x in letters_in(piece):
            facts.left.add(x)
        if letter is not None:
            facts.left_places.setdefault((left.base, len(left.uppers), left.below, place), set()).add(letter)


def _range(facts: Facts, chain: Chain) -> None:
    if is_declaration(chain):
        return
    known = facts.bound | facts.left | facts.ranged
    if holds_distance(chain):
        _distance(facts, chain, set(), facts.conditioned, known)
        return
    names, ends = subjects(chain, known)
    between = len(chain.members) > 2 and not EQUALITIES.issuperset(chain.relations)  # not so of `m = n = N`
    whole = between or r"\in" in chain.relations or any(isinstance(m, t.Listing) for m in chain.members)
    (facts.ranged if whole else facts.conditioned).update(names)
    compares = COMPARING.issuperset(chain.relations) and all(map(letters_in, chain.members))
    (facts.told_apart if compares else facts.placed).update(names)
    into = facts.range_ends if whole else set()
    if whole and ends:
        _lower(facts, names, ends[-1] if chain.relations[0] in (r"\ge", ">") else ends[0])
        _upper(facts, names, ends[0] if chain.relations[0] in (r"\ge", ">") else ends[-1])
    for end in ends if any(r != r"\ne" for r in chain.relations) else ():
        _end(facts, end, into)


def _sum(facts: Facts, x: t.BigSum, _: set[int]) -> None:
    ordered = _ordered(facts, x)
    _entries_compared(facts, x.below)
    for item in x.below:
        if isinstance(item, Chain) and holds_distance(item):
            _distance(facts, item, facts.ends, facts.bound, facts.bound)
        elif isinstance(item, Chain):
            names, ends = subjects(item, facts.bound | ordered)
            facts.bound.update(names)
            ranging = any(r != r"\ne" for r in item.relations)
            # `j != y_i` says nothing of how far j runs, nor does `t_n y_n < 1`, which is about no letter
            for end in ends if ranging and names else ():
                _end(facts, end, facts.ends)
            if x.above is not None or len(ends) > 1:
                _lower(facts, names, ends[0] if ends else None)
            _upper(facts, names, x.above or (ends[-1] if len(ends) > 1 else None))
        else:
            facts.bound.update(letters_in(item))
    if x.above is not None:
        _end(facts, x.above, facts.ends)


def _distance(facts: Facts, chain: Chain, ends: set[str], subjects: set[str], known: Set[str]) -> None:
    r"""`|i-j| \le m`: what the distance is compared with is the end of something, its letters are those it is about."""
    about = {x for m in chain.members if (between := inside(m)) is not None for x in letters_in(between)} & known
    subjects |= about
    for m in chain.members if about else ():
        if inside(m) is None:
            _end(facts, m, ends)


def _ordered(facts: Facts, x: t.BigSum) -> frozenset[str]:
    r"""The letters of `\sum_{i<j} w_{ij}` where nothing else says what it runs over: all that index the summand."""
    chains = [c for c in x.below if isinstance(c, Chain)]
    if x.above is not None or len(chains) != len(x.below) or any(len(c.members) != 2 for c in chains):
        return NOTHING
    if not all(r in COMPARISONS for c in chains for r in c.relations):
        return NOTHING
    scripts = [e for y in t.walk(x.body) if isinstance(y, t.Script) for e in y.entries]
    inside = {letter for e in scripts if (letter := letter_of(e)) is not None}
    return frozenset(
        letter
        for c in chains
        for m in c.members
        if (letter := letter_of(m)) in inside
        and letter is not None
        and letter.islower()
        and letter not in facts.left | facts.range_ends
    )


def _end(facts: Facts, x: Node, into: set[str]) -> None:
    """A form in a bound: its letters may be sizes, its scripted names are sizes that depend on an index."""
    if isinstance(x, t.Product):
        for f, after in zip(x.factors, (*x.factors[1:], None), strict=True):
            if after is not None and after.joined and isinstance(f.body, t.Name):
                letters = set(letters_in(after.body))
                facts.size_names.setdefault(f.body.base, set()).update(letters)
            elif not f.joined:
                _end(facts, f.body, into)
        return
    if isinstance(x, t.Name):
        if x.scripts:
            shape = shape_of(x)
            assert shape is not None
            letters = facts.size_names.setdefault(shape.base, set())
            if shape.bare and not shape.below:
                facts.raised_sizes.setdefault(shape.base, set()).update(x for p in shape.pieces for x in letters_in(p))
            for piece in shape.pieces:
                letters.update(letters_in(piece))
                if letter_of(piece) is None:
                    facts.arithmetic.update(letters_in(piece))
        else:
            into.update(letters_in(x))
        return
    for part in t.parts(x):
        if not isinstance(part, (t.Term, t.Factor)):
            _end(facts, part, into)  # type: ignore[arg-type]
        else:
            _end(facts, part.body, into)


# ---------------------------------------- occurrences


def _occurrences(facts: Facts, chain: Chain, number: int, left: Shape | None) -> None:
    outside = frozenset(loose_letters(chain.members[0])) if chain.relations else NOTHING
    walker = _Walker(facts, number, outside)
    for n, member in enumerate(chain.members):
        walker.value(member, NOTHING, (), left=n == 0 and len(chain.members) > 1)
    if left is not None:
        facts.shared.update(x for p in left.pieces for x in letters_in(p) if x in walker.scripted)


@dataclass(slots=True)
class _Walker:
    facts: Facts
    statement: int
    outside: Bound = NOTHING
    scripted: set[str] = field(default_factory=set)

    def value(self, x: object, bound: Bound, within: tuple[int, ...], left: bool = False) -> None:
        """Record the names in `x`, of which a value is meant."""
        if isinstance(x, (t.Name, t.Scripted, t.Group)):
            shape = shape_of(x)
            if shape is not None:
                self.name(shape, bound, within, left)
                if isinstance(x, t.Group):
                    self.value(x.items[0], bound, within)
                return
        if isinstance(x, t.Product):
            self.product(x, bound, within, left)
        elif isinstance(x, t.BigSum):
            pair = pair_of(x, self.facts.given)  # `sum_{i<j}` runs over both where neither stands outside it
            both = (
                pair if len(pair) == 2 and pair <= self.facts.bound and not pair & (bound | self.outside) else NOTHING
            )
            inner = bound | frozenset(_bound_letters(x, bound)) | both
            self.value(x.body, inner, within)
        elif isinstance(x, t.Cases):
            for row in x.rows:
                self.value(row.value, bound, within)
        elif isinstance(x, t.Braced):
            self.value(x.body, bound, within)
            if not isinstance(x.label, t.Text):
                self.value(x.label, bound, within)
        elif isinstance(x, t.Scripted):
            self.value(x.base, bound, within)
            for y in _exponents(x):
                self.value(y, bound, within)
        elif isinstance(x, t.Nabla):
            self.value(x.of, bound, within)
        elif isinstance(x, t.Derivative):
            self.value(x.of, bound, within)
            for w in x.wrt:
                self.value(wrt_of(w, x)[0], bound, within)
        elif x is not None and not isinstance(x, (t.Indicator, t.Text, t.Script)):
            for part in t.parts(x):
                self.value(part, bound, within)

    def name(self, shape: Shape, bound: Bound, within: tuple[int, ...], left: bool) -> None:
        exponential = shape.base == "e" and shape.bare and not shape.lowers
        for piece, letter in () if exponential else zip(shape.pieces, shape.letters, strict=True):
            if letter is None:
                # scripts of an index (`c_m`) hold letters too
                inside = set(letters_in(piece)) | {x for y in t.walk(piece) if isinstance(y, t.Name) for x in _inner(y)}
                if not isinstance(piece, t.Name):
                    self.facts.arithmetic.update(inside)
                else:
                    self.facts.arithmetic.update(_calculated_below(piece))
                self.scripted |= inside
                for x in inside:
                    self.facts.scripted.setdefault(x, set()).add(shape.base)
            elif not left:
                self.scripted.add(letter)
                self.facts.scripted.setdefault(letter, set()).add(shape.base)
        self.facts.occurrences.append(Occurrence(shape, bound, self.statement, None, within, left))
        if exponential:
            for piece in shape.pieces:
                self.value(piece, bound, within)

    def product(self, x: t.Product, bound: Bound, within: tuple[int, ...], left: bool) -> None:
        called: Occurrence | None = None
        number = -1
        left = left and len(x.factors) == 2 and x.factors[1].joined  # the n of `n b = \sum_i b` is defined nowhere
        for f in x.factors:
            if f.joined and called is not None and not is_indexed(f.body):
                group = f.body.base if isinstance(f.body, t.Scripted) else f.body
                items = group.items if isinstance(group, t.Group) else (group,)
                called.args = items
                text = self.facts.stated[self.statement].formula.source.text
                if text[f.body.span[0] :].startswith("["):
                    self.facts.in_brackets.add(called.shape.base)
                for item in items:
                    self.value(item, bound, (*within, number))
                called = None
                continue
            called = None
            before = len(self.facts.occurrences)
            self.value(f.body, bound, within, left)
            left = left and f.joined
            if isinstance(f.body, (t.Name, t.Scripted)) and len(self.facts.occurrences) == before + 1:
                number = before
                called = self.facts.occurrences[before]


def _exponents(x: t.Scripted) -> Iterator[t.Name]:
    """The entries in the exponent of a number, `10^{r_a - r_b}`: a bare letter there may count something."""
    above = (e for s in x.scripts if s.above for e in s.entries) if isinstance(x.base, t.Number) else ()
    return (y for e in above for y in t.walk(e) if isinstance(y, t.Name) and y.scripts)


def _inner(x: t.Name) -> Iterator[str]:
    for script in x.scripts:
        for entry in script.entries:
            yield from letters_in(entry)


def _calculated_below(x: t.Name) -> Iterator[str]:
    """The letters in sums and products below an index, the t and s of `w_{t-s}`."""
    for entry in (e for script in x.scripts for e in script.entries):
        if isinstance(entry, (t.Terms, t.Product)):
            yield from letters_in(entry)


def _bound_letters(x: t.BigSum, bound: Bound) -> Iterator[str]:
    for item in x.below:
        if isinstance(item, Chain):
            yield from subjects(item, NOTHING)[0]
        else:
            yield from letters_in(item)


NOTED: Mapping[type, Callable[[Facts, Any, set[int]], None]] = {
    t.BigSum: _sum,
    t.Indicator: _indicator,
    t.Name: _name,
    t.Scripted: _scripted,
    t.Wrt: _differentiated_by,
    t.Script: _script,
}
"""What is noted of a node wherever it stands; scripts that can only be exponents are collected on the way."""
