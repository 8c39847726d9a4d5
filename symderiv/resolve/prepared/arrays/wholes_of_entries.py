r"""Arrays that a sentence makes of their entries, `x = (x_j)`, `W_1 = (W_{1,ij})`, where the letter of an entry runs to
several ends on the page: j to d in one sum, and to h in the next; or to one that is not that of its place in the
definitions of the page, the i of `w = (w_{ij})` beside `y_{ij} = \sum_{k=1}^n x_{ik} w_{kj}`.

How long each is say the definitions (`axes_of_entries`). So the sentence is read as `W_1 \in \mathbb{R}^{h \times d}`,
and stays besides where the array has another letter than its entries, `Y = (y_{ij})`: nothing else ties the two.
Where each letter has one range there is nothing to do: the range of the letter says it (`arrays_of_layers`, `shapes`).
Nor is anything done unless all such arrays of a page are found out, since half of them would not fit the others. Where
the sentence has the ranges itself, `x = (x_j)_{j=1}^d`, `W = (W_{ij})_{h \times d}`, these say it. The letters alone,
`x = (x_j)_j`, `W = (W_{ij})_{ij}`, say no more than `x = (x_j)`.

Arrays of one letter with different labels above, `v^{+} = (v_d^{+})`, `v_k^{-} = (v_{kd}^{-})`, that carry different
numbers of indices have entries of different kinds. So these are read so in any case.

Of one vector among several, `U_i = (U_{fi})`, whose entries stand nowhere else, the sentence only mentions its name.
So it does of a function with several values, `\phi(x) = (\phi_j(x))`: `\phi_j(x)` is one of them anyway.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Node, Statement
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.axes_of_entries import Axes, axes_of
from ...shapes.declared import BOLD, Way
from ...shapes.rows_told import ways_told
from ...shapes.sizes import ranges_in, sizes_of_letters
from ...spelled.shape import is_mark, label_of, letter_of, shape_of
from ...stated import whole_and_entry
from ..applied import applied_alone

MOST = 2
"""So many indices an entry of an array has at most."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An array, one of its entries, the letters that these have more, the lengths that the sentence gives itself."""

    whole: Name
    entry: Node
    letters: tuple[str, ...]
    sizes: tuple[Node, ...] = ()
    turned: bool = False


def _has_any(s: Statement) -> bool:
    c = s.chain
    mentions = _one_of_several(c) is not None or _is_of_values(c)
    return mentions or _told(c) is not None or _without_letters(s) is not s


def _without_letters(s: Statement) -> Statement:
    """The statement without the letters below an entry that only repeat its own indices."""
    if len(s.chain.members) != 2:
        return s
    whole, right = s.chain.members
    if not isinstance(right, t.Scripted) or not isinstance(right.base, t.Group) or right.primes:
        return s
    bare = replace(s.chain, members=(whole, right.base))
    pair = whole_and_entry(bare)
    below = [] if any(x.above for x in right.scripts) else [e for x in right.scripts for e in x.entries]
    if len(below) == 1 and isinstance(below[0], t.Product):
        below = [f.body for f in below[0].factors if not f.operator]
    named = tuple(map(letter_of, below))
    return replace(s, chain=bare) if pair is not None and named and named == _letters(*pair) else s


@where(_has_any)
def with_wholes_of_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such sentences as what they say of shapes."""
    return wholes_of_entries(located)


def wholes_of_entries(located: Sequence[Located], always: bool = False) -> list[Located]:
    """The same, also where the letters have one range each, if that is `always` meant."""
    located = _mentioned(with_statements(located, _without_letters))
    statements = [s for f in read_of(located) for s in f.statements]
    told = [x for s in statements if (x := _told(s.chain)) is not None]
    ends = sizes_of_letters(statements)
    axes = axes_of(located, [x.entry for x in told], {y for x in told for y in x.letters})
    mixed = always or any(_runs_otherwise(x, ends, axes) for x in told if not x.sizes)
    if not mixed or (any(_sizes(x, axes) is None for x in told) or (not always and _has_others(statements, told))):
        axes = Axes({})
    ways = ways_told(located)
    one = {letter: size for letter, sizes in ends.items() if len(sizes) == 1 for size in sizes if size is not None}
    one = one if _are_of_different_kinds(told) else {}
    return [
        (d, _changed(f, axes, ways.get(n), one) if isinstance(f, Formula) else f) for n, (d, f) in enumerate(located)
    ]


def _runs_otherwise(x: _Told, ends: Mapping[str, Set[Node | None]], axes: Axes) -> bool:
    """Does a letter of an entry run to several ends, or to another than its place in the definitions of the page?"""
    own = dict(zip(x.letters, axes.of(x.entry)[-len(x.letters) :], strict=False))
    return any(len(ends.get(y, ())) > 1 or {own.get(y)} - {None, *ends.get(y, ())} for y in x.letters)


def _mentioned(located: Sequence[Located]) -> Sequence[Located]:
    """The formulas, sentences about such vectors and functions as their names alone."""
    statements = [s for f in read_of(located) for s in f.statements]
    entries = Counter(_counted(x) for s in statements for x in t.of_kind(s, Name))
    said = Counter(_counted(pair[1]) for s in statements if (pair := _one_of_several(s.chain)) is not None)

    def changed(s: Statement) -> Statement:
        pair = _one_of_several(s.chain)
        alone = pair is not None and entries[_counted(pair[1])] == said[_counted(pair[1])]
        mentions = alone or _is_of_values(s.chain)
        return replace(s, chain=Chain(s.chain.members[:1], (), (), s.chain.span)) if mentions else s

    return with_statements(located, changed)


def _is_of_values(c: Chain) -> bool:
    r"""Is it `\phi(x) = (\phi_j(x))`, with one letter more below the function?"""
    right = c.members[1] if len(c.members) == 2 and c.relations[0] in EQUALITIES else None
    behind: tuple[Node, ...] = ()
    if isinstance(right, t.Scripted) and not right.primes and not any(x.above for x in right.scripts):
        behind = tuple(e for x in right.scripts for e in x.entries)
        right = right.base
    inner = (
        right.items[0] if isinstance(right, t.Group) and right.open in ("(", "[") and len(right.items) == 1 else None
    )
    whole, entry = applied_alone(c.members[0]), applied_alone(inner)
    if whole is None or entry is None or whole[1] != entry[1]:
        return False
    one, two = shape_of(whole[0]), shape_of(entry[0])
    if one is None or two is None or (one.uppers, one.primes) != (two.uppers, two.primes):
        return False
    more = two.letters[len(one.pieces) :]
    same = BOLD.sub(r"\1", one.base) == BOLD.sub(r"\1", two.base) and two.pieces[: len(one.pieces)] == one.pieces
    told = tuple(map(letter_of, behind)) in ((), more)
    return (
        same
        and told
        and len(more) == 1
        and more[0] is not None
        and more[0] not in {y.base for y in t.of_kind(whole[1], Name)}
    )


def _counted(x: Name) -> tuple[str, int] | None:
    """A letter, and how many things stand below it."""
    shape = shape_of(x)
    return (shape.base, shape.below) if shape is not None and shape.below else None


def _one_of_several(c: Chain) -> tuple[Name, Name] | None:
    """The `U_i` and the `U_{fi}` of a vector whose own index stands last, or whose letter is a capital."""
    whole, entry = whole_and_entry(c) or (None, None)
    one, two = (shape_of(x) if isinstance(x, Name) else None for x in (whole, entry))
    if one is None or two is None or one.uppers or two.uppers or one.primes or two.primes:
        return None
    letters = two.letters
    alike = BOLD.sub(r"\1", one.base) == two.base and one.below == 1 and two.below == 2 and len(set(letters)) == 2
    last = alike and letters[1] == one.letters[0] and letters[0] is not None
    first = alike and letters[0] == one.letters[0] and letters[1] is not None and two.base.isupper()
    return (whole, entry) if isinstance(whole, Name) and isinstance(entry, Name) and (last or first) else None


def _has_others(statements: Sequence[Statement], told: Sequence[_Told]) -> bool:
    """Do other names of entries stand as wholes, too, of which no sentence says so? They tell shapes another way."""
    shapes = [
        x for s in statements for y in t.of_kind(s.chain, Name) if (x := shape_of(y)) is not None and not x.primes
    ]
    named = {BOLD.sub(r"\1", x.base) for y in told if (x := shape_of(y.whole)) is not None}  # `\hat{y}`, too
    entries = {x.base for x in shapes if x.lowers} - named - {letter for x in told for letter in x.letters}
    counted = {letter for x in shapes for letter in x.letters}
    return any(not x.pieces and BOLD.sub(r"\1", x.base) in entries - counted for x in shapes)


def _changed(f: Formula, axes: Axes, way: Way | None, one: Mapping[str, Node]) -> Formula:
    found = tuple(x for s in f.statements for x in _both(s, _declared(s, axes, way, one)))
    return f if all(a is b for a, b in zip(found, f.statements, strict=False)) else replace(f, statements=found)


def _both(s: Statement, declared: Statement) -> tuple[Statement, ...]:
    """What a sentence says of a shape, and the sentence besides where nothing else ties the array to its entries."""
    told = _told(s.chain) if declared is not s else None
    one, two = (shape_of(x) if isinstance(x, Name) else None for x in (told and told.whole, told and told.entry))
    if one is None or two is None or one.uppers != two.uppers:
        return (declared,)
    return (declared,) if BOLD.sub(r"\1", one.base) == two.base else (declared, s)


def _declared(s: Statement, axes: Axes, way: Way | None, ends: Mapping[str, Node]) -> Statement:
    x = _told(s.chain)
    sizes = (_sizes(x, axes) or _sizes_of_labelled(x, ends)) if x is not None else None
    if x is None or sizes is None:
        return s
    one = t.Number("1")
    if len(sizes) == 1 and (way is Way.COLUMN or x.turned):
        sizes = (*sizes, one)
    elif len(sizes) == 1 and way is Way.ROW:
        sizes = (one, *sizes)
    factors = tuple(t.Factor(r"\times" if n else "", size) for n, size in enumerate(sizes))
    whole: Node = t.Product(factors, s.chain.span) if len(sizes) > 1 else sizes[0]
    space = Name("R", (), "mathbb", 0, (t.Script(True, (whole,), "", False, True, s.chain.span),), s.chain.span)
    return replace(s, chain=replace(s.chain, members=(x.whole, space), relations=(r"\in",)))


def _sizes(x: _Told, axes: Axes) -> tuple[Node, ...] | None:
    """The lengths of an array, if all are known."""
    if x.sizes:
        return x.sizes
    found = axes.of(x.entry)[-len(x.letters) :]
    known = tuple(size for size in found if size is not None)
    return known if len(known) == len(x.letters) else None


def _sizes_of_labelled(x: _Told, ends: Mapping[str, Node]) -> tuple[Node, ...] | None:
    """Those of an array with a label above that counts nothing: the one range of each letter of its entries."""
    above = [e for s in x.whole.scripts if s.above for e in s.entries]
    labels = above and not any(is_mark(e) or _counts(e, ends) for e in above)
    known = tuple(ends[letter] for letter in x.letters if letter in ends)
    return known if labels and len(known) == len(x.letters) else None


def _are_of_different_kinds(told: Sequence[_Told]) -> bool:
    """Do arrays of one letter carry different numbers of indices below?"""
    below: dict[str, set[int]] = {}
    for x in told:
        below.setdefault(x.whole.base, set()).add(sum(len(s.entries) for s in x.whole.scripts if not s.above))
    return any(len(counts) > 1 for counts in below.values())


def _counts(x: Node, ends: Mapping[str, Node]) -> bool:
    return isinstance(x, (t.Terms, t.Product)) or any(y.base in ends for y in t.of_kind(x, Name))


def _told(c: Chain) -> _Told | None:
    """What such a sentence says; None of anything else."""
    if len(c.members) != 2 or c.relations[0] not in EQUALITIES:
        return None
    right: Node = c.members[1]
    scripts: tuple[t.Script, ...] = ()
    if isinstance(right, t.Scripted) and isinstance(right.base, t.Group) and not right.primes:
        scripts, right = right.scripts, right.base
    pair = whole_and_entry(replace(c, members=(c.members[0], right)))
    letters = _letters(*pair) if pair is not None else ()
    if pair is None or not letters or len(letters) > MOST:
        return None
    if not scripts:
        return _Told(*pair, letters)
    if all(s.above and all(map(is_mark, s.entries)) for s in scripts):
        return _Told(*pair, letters, turned=True) if len(letters) == 1 else None
    sizes = _typed(scripts, letters)
    return _Told(*pair, letters, sizes) if sizes else None


def _letters(whole: Name, entry: Node) -> tuple[str, ...]:
    """The letters that an entry carries behind what its array carries; none where it is no entry of it."""
    one, two = shape_of(whole), shape_of(entry)
    if one is None or two is None or one.primes != two.primes:
        return ()
    if isinstance(entry, t.Scripted):
        inside = entry.base.items[0] if isinstance(entry.base, t.Group) and len(entry.base.items) == 1 else None
        own = two.pieces if inside == whole and not two.uppers else ()
    else:
        kept = len(one.pieces) - len(two.uppers and two.uppers[0])
        below = [p for item in two.lowers for p in item]
        same = one.uppers == two.uppers and _alike([p for item in one.lowers for p in item], below[:kept])
        own = tuple(below[kept:]) if same and _is_alike(one.base, two.base, len(below) - kept) else ()
    letters = [x for x in map(letter_of, own) if x is not None]
    return tuple(letters) if len(letters) == len(own) == len(set(letters)) else ()


def _alike(one: Sequence[Node], two: Sequence[Node]) -> bool:
    r"""Are the scripts the same, a `\text{pred}` alone and one before a comma, too?"""
    pairs = list(zip(one, two, strict=False))
    return len(one) == len(two) and all(a == b or (label_of(a) or "") == label_of(b) for a, b in pairs)


def _is_alike(whole: str, entry: str, count: int) -> bool:
    """Are they one letter, but for the font of the array? A matrix may be a capital beside entries in small letters."""
    whole = BOLD.sub(r"\1", whole)
    return whole == entry or (count == MOST and len(whole) == 1 and whole.lower() == entry)


def _typed(scripts: Sequence[t.Script], letters: Sequence[str]) -> tuple[Node, ...]:
    r"""The lengths in `(x_j)_{j=1}^d`, `(x_j)_{1 \le j \le d}`, `(W_{ij})_{i=1,j=1}^{h,d}`, `(W_{ij})_{h \times d}`."""
    below = [e for s in scripts if not s.above for e in s.entries]
    above = [e for s in scripts if s.above for e in s.entries]
    if len(below) == 1 and not above and isinstance(below[0], t.Product):
        factors = below[0].factors
        crossed = len(factors) == len(letters) and all(f.operator == r"\times" for f in factors[1:])
        return tuple(f.body for f in factors) if crossed else ()
    ends = list(_ends(below, above))
    found = dict(ends)
    return tuple(found[x] for x in letters) if len(ends) == len(found) and {*found} == {*letters} else ()


def _ends(below: Sequence[Node], above: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    """The letters that run from 1, each with where it ends."""
    if not above:
        yield from ((x, size) for item in below for x, size in ranges_in(item) if size is not None)
    elif len(below) == len(above):
        sums = (t.BigSum(r"\sum", (item,), end, end) for item, end in zip(below, above, strict=True))
        yield from ((x, size) for one in sums for x, size in ranges_in(one) if size is not None)
