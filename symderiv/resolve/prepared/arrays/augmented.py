r"""Vectors typed out with one entry more, `\tilde w = (b, w_1, \dots, w_m)^T`, `\tilde x = (1, x_1, \dots, x_m)^T`.

The entry in front is number 0 of the vector, one behind has the number after the last. The entries are one thing under
two names: so what stands for `w_j` and `b` is written as an entry of the vector, and either may be what is computed
with or differentiated by; a line about `w_j` is one for j from 1 to m all the same, and so is a sum over j. A number
is what that entry is. Where the vector has the letter of its entries, `x = (1, x_1, \dots)`, only the one entry more
gets a name.

Nothing is done where one of these letters stands for more than that on the page: another number of indices, a whole
that is not typed out itself, entries of the longer vector (from 0, or from 1?), a sum from 0, a second definition, two
such vectors; a sum that ends elsewhere; another range that the page states for a letter, or words that the entry more
may be among the others, or left out of something (`augmented_said`); a line about the entries of another whole, which
may have more of them. Nor is it where the vector has the letter of its entries, and its bias is added to something
else: there the vector may be the shorter one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, cast

from ....document.blocks import Block
from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import ONE, ZERO, BigSum, Chain, Formula, Group, Name, Node, Number, Script, Statement, Terms
from ....latex.walking import Tree, rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, is_given, read_of
from ...shapes.declared import space
from ...spelled.scripts import has_below
from ...spelled.shape import letter_of, letters_in
from .augmented_said import is_said_otherwise
from .numbered_apart import runs_typed_out
from .one_more import Letter, More, letter_of_any_font, one_more, unmarked
from .ones_typed_out import is_another_number
from .typed_cells import column_listed


def _is_augmented(s: Statement) -> bool:
    return one_more(s.chain) is not None


@where(_is_augmented)
def with_augmented_vectors(
    located: Sequence[Located], ranges: Mapping[str, object], blocks: Sequence[Block]
) -> list[Located]:
    """The formulas of a document with such vectors as those of all of their entries, under one name; `ranges` as typed.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$ u = (b, w_1, \\dots, w_m)^T $$ $$ z = w_j x_j + b $$"))
    >>> [len({n.base for n in t.of_kind(f, Name)} & {"b", "w"}) for _, f in with_augmented_vectors(page, {}, ())]
    [0, 0]
    """
    found = list(
        dict.fromkeys(m for f in read_of(located) for s in f.statements if (m := one_more(s.chain)) is not None)
    )
    every = [s.chain for f in read_of(located) for s in f.statements]
    chains = [c for c in every if c.relations]
    if any(is_given(d) for d, _ in located):
        return list(located)
    met = Counter(x for m in found for x in _letters(m))
    known = [m for m in found if all(met[x] == 1 for x in _letters(m)) and _is_plain(m, chains)]
    known = [m for m in known if all(_is_counted(c, m) for c in every if not c.relations)]
    apart = [m for m in known if m.other_run in runs_typed_out(blocks)]
    if apart:
        return [(d, _unread(f, apart) if isinstance(f, Formula) else f) for d, f in located]
    if not known or _is_said_otherwise(known, located, ranges, blocks):
        return list(located)
    return [(d, _written(f, known) if isinstance(f, Formula) else f) for d, f in located]


def _is_said_otherwise(
    known: Sequence[More], located: Sequence[Located], ranges: Mapping[str, object], blocks: Sequence[Block]
) -> bool:
    """Does a letter number entries of vectors that end at different numbers, or the page say another range of it?"""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    ends = {(x, m.last) for m in known for s in statements for x in _letters_of(s.chain, m)}
    counted = dict(ends)
    others = [m.other for m in known if isinstance(m.other, Name)]
    if len(counted) < len(ends) or _is_shared(known, statements):
        return True
    return is_said_otherwise(located, blocks, ranges, counted, [m.first for m in known], others)


def _is_shared(known: Sequence[More], statements: Sequence[Statement]) -> bool:
    r"""Is a line about these entries one about those of another whole, which may be longer: `g_j = x_j + 1`?"""
    rows = {letter_of_any_font(m.first) for m in known}
    names = {x for s in statements for x in t.of_kind(s, Name)}
    wholes = {letter_of_any_font(x) for x in names if not isinstance(_number_of(x), Name)} - rows
    for c in (s.chain for s in statements):
        letters = {x for m in known for x in _letters_of(c, m)}
        about = [x for y in (c.members[0], *t.of_kind(c, t.Derivative)) for x in t.of_kind(y, Name)]
        if any(_number_of(x) in letters and letter_of_any_font(x) in wholes for x in about):
            return True
    return False


def _letters(m: More) -> set[Letter]:
    """The letters that a vector and its entries have."""
    names = (m.whole, m.first, *((m.other,) if isinstance(m.other, Name) else ()))
    return {letter_of_any_font(x) for x in names}


# ------------------------------------------------------------------------------------------------------ what is typed


# ------------------------------------------------------------------------------------- what else stands on the page


def _is_plain(m: More, chains: Sequence[Chain]) -> bool:
    """Do the letters of a vector stand for nothing else on a page?"""
    other = [c for c in chains if one_more(c) != m]
    names = [x for c in other for x in t.of_kind(c, Name) if not is_another_number(x, m.whole)]
    if any(isinstance(x := c.members[0], Name) and _is_of(x, m.whole) and _is_definition(c) for c in other):
        return False
    spaces = {x for c in other if r"\in" in c.relations for x in _in_spaces(c)}
    wholes = [x for x in names if _is_of(x, m.whole) and (m.apart or not _is_entry(x, m))]
    entries = [x for x in names if _is_of(x, m.first) and (m.apart or (has_below(x) and x not in wholes))]
    return (
        all(_is_whole(x, m) for x in wholes)
        and (m.apart or not has_below(m.whole) or any(_is_multiplied(c, m) for c in other))
        and all(_is_entry(x, m) or _is_elsewhere(x, m) for x in entries)
        and (m.apart or all(_number_of(x) != m.number for x in entries))
        and not any(_is_of(x, m.first) and has_below(x) for x in spaces)
        and all(_is_counted(c, m) for c in other)
        and (not isinstance(m.other, Name) or _is_free(m.other, m, names, other, spaces))
    )


def _is_multiplied(c: Chain, m: More) -> bool:
    r"""Does it transpose the vector, or what it is multiplied by? The x of `\beta_0 + \beta_1 x_i` may be a number."""
    pairs = ((a.body, b.body) for x in t.of_kind(c, t.Product) for a, b in pairwise(x.factors))
    named = ((x, y) for x, y in pairs if isinstance(x, Name) and isinstance(y, Name))
    return any(unmarked(x) != x and (_is_of(x, m.whole) or _is_of(y, m.whole)) for x, y in named)


def _is_counted(c: Chain, m: More) -> bool:
    """Are the entries in a row numbered by letters and numbers from 1 to the last, and summed from there?"""
    numbers = [_number_of(x) for x in _entries(c, m)]
    letters = {*_letters_of(c, m)}
    return (
        all(isinstance(x, Number) and _is_in_row(x, m.last) for x in numbers if not isinstance(x, Name))
        and all(letter_of(x) is not None and x.base not in letters_in(m.last) for x in letters)
        and all(_is_from_one(x, m) for x in t.of_kind(c, BigSum) if letters & _bound(x))
    )


def _is_in_row(x: Number, last: Node) -> bool:
    return x != ZERO and not (isinstance(last, Number) and x.text.isdecimal() and int(x.text) > int(last.text))


def _entries(x: Tree, m: More) -> Iterator[Name]:
    return (y for y in t.of_kind(x, Name) if _is_of(y, m.first) and _is_entry(y, m))


def _bound(x: BigSum) -> set[Name]:
    """The letters under a sum."""
    return {y for b in x.below for y in t.of_kind(b, Name)}


def _letters_of(c: Chain, m: More) -> Iterator[Name]:
    """The letters that number the entries in a row."""
    return (x for y in _entries(c, m) if isinstance(x := _number_of(y), Name) and x != m.last)


def _is_from_one(x: BigSum, m: More) -> bool:
    r"""Does a sum run from 1 to the last, or is it over a letter, `\sum_j`, of entries of their own name?"""
    if len(x.below) != 1 or x.operator != r"\sum":
        return False
    (below,) = x.below
    if isinstance(below, Name):
        return m.apart and x.above is None
    begins = isinstance(below, Chain) and below.relations == ("=",) and below.members[1] == ONE
    return begins and x.above == m.last


def _is_free(x: Name, m: More, names: Sequence[Name], chains: Sequence[Chain], spaces: set[Name]) -> bool:
    """Is a name nothing but the one entry more?"""
    alike = all(_same_scripts(y, x) for y in names if _is_of(y, x)) and not any(_is_of(y, x) for y in spaces)
    terms = (term.body for c in chains for y in t.of_kind(c, Terms) for term in y.terms)
    return alike and (m.apart or not any(isinstance(y, Name) and _is_of(y, x) for y in terms))


def _is_of(x: Name, y: Name) -> bool:
    return letter_of_any_font(x) == letter_of_any_font(y)


def _is_definition(c: Chain) -> bool:
    return c.relations[0] in EQUALITIES


def _in_spaces(c: Chain) -> Iterator[Name]:
    """What a page says to be an array."""
    found = space(c.members[-1])
    if found is None or found[0]:
        yield from (x for x in t.of_kind(c.members[0], Name))


def _is_elsewhere(x: Name, m: More) -> bool:
    """Does it lack the number of an example above that the entries have, as the `x_j` beside `x_j^{(i)}`?"""
    below = [e for s in x.scripts if not s.above for e in s.entries]
    own = [e for s in m.first.scripts if not s.above for e in s.entries]
    return x.font == m.first.font and len(below) == len(own) and all(not s.above for s in x.scripts)


def _is_whole(x: Name, m: More) -> bool:
    """Is it the vector, perhaps of another example, perhaps transposed?"""
    return x.font == m.whole.font and x.accents == m.whole.accents and _same_scripts(unmarked(x), m.whole)


def _is_entry(x: Name, m: More) -> bool:
    """Is it an entry of the letter of those in a row?"""
    return x.font == m.first.font and x.accents == m.first.accents and _same_scripts(x, m.first)


def _same_scripts(x: Name, y: Name) -> bool:
    """Do two names carry as many indices at the same places? A power may stand above one that has nothing there."""
    above = [s for s in x.scripts if s.above]
    powers = [s for s in above if not s.bracket and len(s.entries) == 1 and isinstance(s.entries[0], Number)]
    kept = [s for s in x.scripts if s not in powers]
    one = [(s.above, s.bracket, len(s.entries)) for s in sorted(kept, key=lambda s: s.above)]
    return one == [(s.above, s.bracket, len(s.entries)) for s in sorted(y.scripts, key=lambda s: s.above)]


def _number_of(x: Name) -> Node | None:
    below = [e for s in x.scripts if not s.above for e in s.entries]
    return below[-1] if below else None


# ---------------------------------------------------------------------------------------------- what is written for it


def _unread(f: Formula, apart: Sequence[More]) -> Formula | ReadError:
    """A formula, or why it is not read where such a vector is in it."""
    names = (x for s in f.statements for x in t.of_kind(s, Name) if s.chain.relations)
    met = any(_is_of(x, m.whole) for x in names for m in apart)
    return ReadError("vectors of one length are numbered from different numbers on", f.here) if met else f


def _written(f: Formula, known: Collection[More]) -> Formula:
    """A formula with the entries under one name."""
    found: list[Statement] = []
    for s in f.statements:
        m = one_more(s.chain)
        found += _typed_out(s, m) if m is not None and m in known else (_renamed(s, known),)
    same = len(found) == len(f.statements) and all(a is b for a, b in zip(found, f.statements, strict=True))
    return f if same else replace(f, statements=tuple(found))


def _renamed(s: Statement, known: Collection[More]) -> Statement:
    """A statement with the entries under one name, each of those in a row where it is."""

    def change(x: Any) -> Node | None:
        if not isinstance(x, Name):
            return None
        for m in known:
            if m.apart and _is_of(x, m.first) and _is_entry(x, m):
                return inside(m.entry(x))
            if isinstance(m.other, Name) and _is_of(x, m.other) and _same_scripts(x, m.other):
                return inside(replace(m.entry(x, m.number), scripts=_with_number(x, m)))
        return None

    def inside(x: Name) -> Name:
        return replace(x, scripts=tuple(rebuilt(y, change) for y in x.scripts))

    for m in known if s.chain.relations else ():
        letters = dict.fromkeys(_letters_of(s.chain, m))
        for x in letters:
            s = _ranged(s, x, m.last)
    return cast(Statement, rebuilt(s, change))


def _ranged(s: Statement, letter: Name, last: Node) -> Statement:
    """A statement with the range of a letter in its sums, and beside it where the letter stands outside of them."""

    def of_sums(x: Any) -> Node | None:
        if not isinstance(x, BigSum) or x.below != (letter,):
            return None
        below = Chain((letter, ONE), ("=",), (), x.span)
        return replace(x, below=(below,), above=last, body=rebuilt(x.body, of_sums))

    def of_none(x: Any) -> Node | None:
        return ZERO if isinstance(x, BigSum) and letter in _bound(x) else None

    chain = rebuilt(s.chain, of_sums)
    s = s if chain is s.chain else replace(s, chain=chain)
    if letter not in {*t.of_kind(rebuilt(chain, of_none), Name)}:
        return s
    between = Chain((ONE, letter, last), (r"\le", r"\le"), (), s.chain.span)
    return replace(s, conditions=(*s.conditions, between))


def _typed_out(s: Statement, m: More) -> Iterator[Statement]:
    """The list of all entries under one name, and what one of them is if that is a number."""
    span = s.chain.span
    numbers = (ZERO, ONE) if m.number == ZERO else (ONE,)
    entries = [m.entry(m.first, n) for n in numbers]
    last = m.entry(m.first, m.last if m.number == ZERO else m.number)
    if isinstance(m.last, Number):
        run = range(int(_text(numbers[0])), int(_text(_number_of(last))))
        items: tuple[Node, ...] = (*(m.entry(m.first, Number(str(n))) for n in run), last)
    else:
        items = (*entries, t.Symbol(r"\dots"), last)
    listed = column_listed(items, span) if m.turned else Group("(", items, ")", tuple("," for _ in items[1:]), span)
    yield replace(s, chain=replace(s.chain, members=(m.whole, listed), relations=("=",), relation_spans=()))
    if isinstance(m.other, Number):
        members = (m.entry(m.first, m.number), m.other)
        yield replace(s, chain=replace(s.chain, members=members, relations=("=",), relation_spans=()), separator=",")


def _text(x: Node | None) -> str:
    return x.text if isinstance(x, Number) else "0"


def _with_number(x: Name, m: More) -> tuple[Script, ...]:
    """The scripts of what is the one entry more, with its number."""
    below = [s for s in x.scripts if not s.above]
    if below:
        return tuple(s if s.above else replace(s, entries=(*s.entries, m.number)) for s in x.scripts)
    return (*x.scripts, Script(False, (m.number,)))
