r"""Two sets in which a page sums the same things: `\sum_{i \in A} h_i` beside `\sum_{i \in B} h_i`, or `G_1` and `G_2`.

Neither is all that i runs over, so both are data, as is a set that differs from row to row (`members`). The number of
elements, `|A|`, `N_A`, `n_1` beside `G_1`, is the sum of the indicator. What else an author may know of such sets keeps
them from being read: a letter below a line that may be their number, and data in what is derived that no definition of
it has (`y_i`, which may be 1 for the elements of A).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from ....errors import ReadError
from ....latex import tree as t
from ....latex.source import Offsets
from ....latex.tree import BigSum, Chain, Derivative, Formula, Group, Name, Node, Number, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of
from .kinds_of_units import letters_in_scripts
from .members_counted import with_members_counted
from .sets_related import Related, Sets, factored, related

IN, NOT_IN = (r"\in",), (r"\notin",)
NUMBERING = frozenset("nNmM")
"""Letters of numbers of elements."""
COMPLEMENTS = frozenset("cC")
"""Letters above a set for all that is not in it."""
EULER = "e"
Counts: TypeAlias = Mapping[Node, tuple[Name, str]]
"""Sets with a letter that runs over them, by what stands for their number of elements."""


def _sums_over_a_set(s: Statement) -> bool:
    return any(_over(x) for x in t.of_kind(s, BigSum))


@where(_sums_over_a_set)
def with_sets_apart(
    located: Sequence[Located], ranges: Mapping[str, object], read: Sets = Sets.DATA
) -> Sequence[Located]:
    """The formulas of a page with indicators of such sets; with words for the labels of those that are not read.

    `ranges` are those of letters, as typed: what runs over different things is told apart by that.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    equated = [s for s in statements if s.chain.relations and s.chain.relations != IN]
    if not (letters := _told_apart(statements, ranges)):
        return located
    counts = _counts(equated, letters)
    unknown = counts is None or _is_used(equated, letters, counts) or _is_more_known(equated, {*letters.values()})
    if counts is None or unknown or _is_told_of(located, letters, counts):
        return with_statements(located, lambda s: rebuilt(s, lambda x: _worded(x, letters)))
    indicators = [_indicator(x, letter) for x, letter in letters.items()]
    meant = {} if read is Sets.DATA else _own_letters(statements, letters)
    writer = _Writer(letters, counts, related(read, indicators), meant)
    written = [(d, writer.formula(f) if isinstance(f, Formula) else f) for d, f in located]
    bases = {x.base for x in indicators}
    used = [x for f in read_of(written) for x in t.of_kind(f, Name) if x.base in bases and x.scripts]
    return with_members_counted(written, used, read is Sets.DISJOINT)


def _membership(c: object, asked: Collection[str] = IN) -> tuple[str, Name] | None:
    r"""The letter and the set of `i \in G_1`."""
    if not isinstance(c, Chain) or len(c.relations) != 1 or not isinstance(c.members[1], Name):
        return None
    if c.relations[0] not in asked:
        return None
    letter = letter_of(c.members[0])
    return None if letter is None else (letter, c.members[1])


def _over(x: BigSum) -> list[tuple[str, Name]]:
    return [m for c in x.below if (m := _membership(c)) is not None]


def _told_apart(statements: Sequence[Statement], ranges: Mapping[str, object]) -> dict[Name, str]:
    """The sets of which none is all that their letters run over, in their order, each with a letter."""
    sums = [x for s in statements for x in t.of_kind(s, BigSum)]
    bound = (c.members[0] if isinstance(c, Chain) else c for x in sums for c in x.below)
    under = {letter for c in bound for n in t.of_kind(c, Name) if (letter := letter_of(n))}
    asked = [m for x in sums for m in _over(x)]
    running = under | {x for s in statements for x in letters_in_scripts(s.chain.members[0])}
    asked = [m for m in asked if running.isdisjoint(letters_in_scripts(m[1]))]
    alike = _alike(statements, {letter for letter, _ in asked})
    over: dict[tuple[frozenset[str], object], dict[Name, str]] = {}
    for letter, x in asked:
        over.setdefault((alike[letter], ranges.get(letter)), {}).setdefault(x, letter)
    return {x: letter for found in over.values() if len(found) > 1 for x, letter in found.items()}


def _own_letters(statements: Sequence[Statement], sets: Collection[Name]) -> dict[str, Name]:
    """The letters that run over one of the sets and over nothing else."""
    found: dict[str, set[Name | None]] = {}
    for x in (x for s in statements for x in t.of_kind(s, BigSum)):
        for c in x.below:
            m = _membership(c)
            letter = letter_of(c) if m is None else m[0]
            if letter is not None:
                found.setdefault(letter, set()).add(None if m is None else m[1])
    return {x: of for x, told in found.items() if len(told) == 1 for of in told if of is not None and of in sets}


def _alike(statements: Sequence[Statement], letters: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each letter those of them that fill the same places of names as it does."""
    found = {x: frozenset([x]) for x in letters}
    first: dict[object, str] = {}
    for x in (x for s in statements for x in t.of_kind(s, Name)):
        for script in x.scripts:
            for n, letter in enumerate(map(letter_of, script.entries)):
                if letter in found:
                    one = found[first.setdefault((x.base, script.above, n), letter)] | found[letter]
                    found |= dict.fromkeys(one, one)
    return found


def _counts(equated: Sequence[Statement], sets: Mapping[Name, str]) -> Counts | None:
    """What stands for the number of elements of a set; None where something else may."""
    ends = {n.base for s in equated for x in t.of_kind(s, BigSum) if x.above for n in t.of_kind(x.above, Name)}
    known = ends | {_head(s) for s in equated} | {EULER}
    found: dict[Node, tuple[Name, str]] = {Group("|", (x,), "|"): (x, letter) for x, letter in sets.items()}
    for x in (x for s in equated for y in _divisors(s) for x in _outside(y, found)):
        mine = [y for y in sets if _numbers(x, y)]
        if len(mine) == 1 and x.base in NUMBERING and x.base not in known:
            found[x] = mine[0], sets[mine[0]]
        elif mine or (len(x.base) == 1 and x.base not in known and not _has_letters(x, sets)):
            return None
    return found


def _divisors(s: Statement) -> Iterator[Node]:
    yield from (x.denominator for x in t.of_kind(s, t.Fraction))
    yield from (f.body for f in t.of_kind(s, t.Factor) if f.operator == "/")


def _outside(x: object, known: Collection[Node]) -> Iterator[Name]:
    """The names of a tree outside of scripts and of what is known."""
    if isinstance(x, Name):
        yield x
    elif not isinstance(x, Script) and x not in known:
        yield from (n for part in t.parts(x) for n in _outside(part, known))


def _numbers(x: Name, of: Name) -> bool:
    """Does a name have a set below it, or the label of the set?"""
    entries = tuple(e for s in x.scripts if not s.above for e in s.entries)
    labels = tuple(e for s in of.scripts for e in s.entries)
    bare = replace(of, scripts=(), primes=0)
    numbered = t.Text("".join([of.base, *(x.text for x in labels if isinstance(x, Number))]))
    return entries in ((of,), (bare, *labels), (numbered,)) or (bool(labels) and entries == labels)


def _has_letters(x: Name, sets: Mapping[Name, str]) -> bool:
    return not {*sets.values()}.isdisjoint(letters_in_scripts(x))


def _is_used(equated: Sequence[Statement], sets: Collection[Name], counts: Counts) -> bool:
    """Do the letters of the sets stand for anything else?"""
    stems = {(x.base, x.font, x.accents) for x in sets}

    def loose(x: object) -> bool:
        if x in counts:
            return False
        if isinstance(x, Chain) and _membership(x) is not None:
            return x.members[1] not in sets
        own = isinstance(x, Name) and (x.base, x.font, x.accents) in stems
        return own or any(map(loose, t.parts(x)))

    return any(map(loose, equated))


def _is_more_known(equated: Sequence[Statement], letters: Collection[str]) -> bool:
    """May the page say of the elements of the sets what no definition has?"""
    valued = (s.chain.members for s in equated if isinstance(s.chain.members[-1], Number))
    if any(isinstance(m[0], Name) and not {*letters}.isdisjoint(letters_in_scripts(m[0])) for m in valued):
        return True
    first: dict[Node, Statement] = {}
    for s in (s for s in equated if not any(True for _ in t.of_kind(s.chain.members[0], Derivative))):
        first.setdefault(s.chain.members[0], s)
    uses: dict[str, set[str]] = {}
    for s in first.values():
        uses.setdefault(_head(s), set()).update(x.base for m in s.chain.members[1:] for x in t.of_kind(m, Name))
    summed = [s for s in first.values() if _sums_over_a_set(s)]
    inside = {n.base for s in summed for x in t.of_kind(s, BigSum) if _over(x) for n in t.of_kind(x.body, Name)}
    above = {x for x in uses if _reached({x}, uses) & set(map(_head, summed))}
    told = _reached(inside, uses) | above
    for s in (s for s in equated if s not in first.values()):
        of = {x.base for x in t.of_kind(s.chain.members[0], Name)}
        if _sums_over_a_set(s) or of & above:
            entries = (x for x in t.of_kind(s, Name) if x.scripts and not {*letters}.isdisjoint(letters_in_scripts(x)))
            if any(x.base not in told for x in entries):
                return True
    return False


def _is_told_of(located: Sequence[Located], sets: Mapping[Name, str], counts: Counts) -> bool:
    r"""Does a page say more of such sets: `n_A = n_B`, `A = \{1, 2\}`, `A^c`, or ask for their largest element?"""
    bases = {x.base for x in sets}
    if any(
        letter_of(e) in COMPLEMENTS or isinstance(e, t.Symbol)
        for x in sets
        for y in x.scripts
        if y.above
        for e in y.entries
    ):
        return True
    for display, f in located:
        if any(_says_more(display.latex, b) for b in bases):
            return True
        if isinstance(f, ReadError):
            if any(re.search(rf"(?<![A-Za-z\\]){re.escape(b)}(?![A-Za-z])", display.latex) for b in bases):
                return True
            continue
        if any(x.operator != r"\sum" and {of for _, of in _over(x)} & {*sets} for x in t.of_kind(f, BigSum)):
            return True
        chains = (s.chain for s in f.statements if s.chain.relations and s.chain.relations not in (IN, NOT_IN))
        if any(_compares_counts(c, sets, counts) for c in chains):
            return True
    return False


def _says_more(latex: str, base: str) -> bool:
    r"""Is something said of a set or its number, `A = ..`, `n_A = n_B`, but that this is its number, `n_A = |A|`?"""
    name = rf"{re.escape(base)}(?:[_^](?:\{{[^{{}}]*\}}|\w))*"
    bars = rf"\\?[l]?(?:\||vert)\s*{name}\s*\\?[r]?(?:\||vert)"
    number = rf"(?:[nNmM]_(?:\{{\s*{name}\s*\}}|{name}|\d)|{bars})"
    said = re.match(rf"\s*(?:{number}|{name})\s*(?:=|:=|\\ne|<|>|\\[lg]eq?(?![a-z]))(?P<rest>.*)", latex, re.DOTALL)
    return said is not None and re.fullmatch(rf"\s*{bars}\s*[.,;]?\s*", said["rest"]) is None


def _compares_counts(c: Chain, sets: Mapping[Name, str], counts: Counts) -> bool:
    """Does it compare a number of elements with anything but another name for it?"""
    of = [_counted(m, sets, counts) for m in c.members]
    return any(x is not None for x in of) and len({*of}) > 1


def _counted(m: Node, sets: Mapping[Name, str], counts: Counts) -> Name | None:
    if m in counts:
        return counts[m][0]
    mine = [x for x in sets if isinstance(m, Name) and m.base in NUMBERING and _numbers(m, x)]
    return mine[0] if mine else None


def _reached(bases: Collection[str], uses: Mapping[str, set[str]]) -> set[str]:
    """What is made of names, these names too."""
    found, ahead = set(bases), [*bases]
    while ahead:
        more = uses.get(ahead.pop(), set()) - found
        found |= more
        ahead += more
    return found


def _head(s: Statement) -> str:
    return next((x.base for x in t.of_kind(s.chain.members[0], Name)), "")


@dataclass(frozen=True, slots=True)
class _Writer:
    """Puts indicators for sets, and sums of them for their numbers of elements."""

    sets: Collection[Name]
    counts: Counts
    related: Related
    meant: Mapping[str, Name]

    def formula(self, f: Formula) -> Formula:
        """A formula with what stands for the sets, what is an element of one included."""
        found: tuple[Statement, ...] = ()
        for s in f.statements:
            conditions = tuple(x for c in (*s.conditions, *self._meant(s)) for x in self._elements(c))
            chains = self._elements(s.chain)
            found += tuple(replace(s, chain=c, conditions=conditions) for c in chains)
        found = tuple(rebuilt(s, self.change) for s in found)
        return f if found == f.statements else replace(f, statements=found)

    def _meant(self, s: Statement) -> Iterator[Chain]:
        r"""That what a line differentiates by is an element, `s_p` of `\sum_{p \in P} s_p`."""
        left = s.chain.members[0]
        scripts = t.of_kind(left, Script) if isinstance(left, Derivative) else ()
        indices = {e.base: e for x in scripts for e in x.entries if isinstance(e, Name) and e.base in self.meant}
        for letter, e in indices.items():
            yield Chain((e, self.meant[letter]), IN, span=e.span)

    def _elements(self, c: Chain) -> list[Chain]:
        m = _membership(c, (*IN, *NOT_IN))
        if m is None or m[1] not in self.sets:
            return [c]
        found = self.related.elements(replace(_indicator(m[1], m[0]), span=c.span), c.relations == IN)
        start, end = c.span
        # conditions are told apart by what is typed
        return [replace(x, span=(start, end + n)) for n, x in enumerate(found)]

    def change(self, x: Any) -> Node | None:
        """What stands for a part of a formula; None where it stays."""
        if x in self.counts:
            of, letter = self.counts[x]
            under = Name(letter, span=x.span)
            return Group("(", (BigSum(r"\sum", (under,), None, self._member(of, letter, x.span), x.span),), ")")
        if not isinstance(x, BigSum) or not any(of in self.sets for _, of in _over(x)):
            return None
        body: Node = rebuilt(x.body, self.change)
        below: list[Any] = []
        for c in x.below:
            m = _membership(c)
            if m is not None and m[1] in self.sets and isinstance(c, Chain):
                below.append(c.members[0])
                body = factored([self._member(m[1], m[0], c.span)], body)
            else:
                below.append(c)
        return replace(x, below=tuple(below), body=body)

    def _member(self, of: Name, letter: str, span: Offsets) -> Node:
        own, *more = self.related.factors(replace(_indicator(of, letter), span=span))
        return factored([own, *more[:-1]], more[-1]) if more else own


def _indicator(x: Name, letter: str) -> Name:
    labels = (e for s in x.scripts for e in s.entries)
    return replace(x, scripts=(Script(False, (*labels, Name(letter)), "", True, True, x.span),))


def _worded(x: Any, sets: Collection[Name]) -> Node | None:
    r"""`G_p` with a word below it: what has a letter there would be a set for each p."""
    if not isinstance(x, Name) or x not in sets or not x.scripts:
        return None
    scripts = (replace(s, entries=tuple(_word(e) for e in s.entries)) for s in x.scripts)
    return replace(x, scripts=tuple(scripts))


def _word(e: Node) -> Node:
    return e if letter_of(e) is None else t.Text(str(letter_of(e)))
