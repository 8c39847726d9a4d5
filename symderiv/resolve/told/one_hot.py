r"""Data that words call one-hot, `where $y$ is one-hot`, `one-hot targets $t_{nk}$`: their entries add up to one.

The class is what the last index below the name numbers, or what softmax runs over on the page. A page that says itself
what they add up to is not asked for words, and `if $y$ is one-hot` says it of a case only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from ...document.blocks import Block
from ...latex import tree as t
from ...latex.parse import parse
from ...latex.tree import Chain, Formula, Name, Node
from ...notation import EQUALITIES
from ...pattern import lazily
from ..located import Located, chains_of, read_of
from ..prepared.words.called_one_hot import Said, accented, called_one_hot
from ..prepared.words.targets_one_hot import calls_targets_one_hot, may_be_changed, text_of
from ..spelled.shape import letter_of, named
from ..stated import Stated
from .shares import is_logarithm_of_share, is_share, plain, shares_in, totals_in, with_parts_put_in

LAID = lazily(r"\b(row|column)s?\s+of\s+(?:the\s+)?(?:matrix\s+)?\$?\s*\Z", re.I)
"""Words before a matrix that is called so, row by row."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry with letters below, as LaTeX: the letter that numbers the class and its place among those `below`."""

    base: str
    typed: str
    letter: str
    place: int
    below: tuple[str, ...]
    above: tuple[str, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """All its letters."""
        return (*self.above, *self.below)

    @property
    def count(self) -> int:
        """How many letters there are below."""
        return len(self.below)

    @property
    def from_behind(self) -> int:
        """The place of the class, counted from behind."""
        return self.place - self.count


def one_hot(located: Sequence[Located], blocks: Sequence[Block] = ()) -> list[Stated]:
    """What is assumed of such data: for each of them that its entries add up to one."""
    return _adding_up(_called(located, blocks))


def with_classes(
    located: Sequence[Located], blocks: Sequence[Block], told: Mapping[str, int] | None
) -> Sequence[Located]:
    r"""The formulas of a page, and what such data are for any class: `t_{nk} = [k = c_n]`.

    `told` are letters of which formulas say so, with the place of the class from behind; None: nothing is to be done.
    That they add up to one is all that a line needs of them in which they are no factors of one another.
    """
    if told is None:
        return located
    names = {x.base for f in read_of(located) for x in t.of_kind(f, Name)}
    letters = [x for x in "cqrsvwabdefghjlmoptuxyz" if x not in names]
    made = list(located)
    called = _called(located, blocks)
    others = {*told} - {x.base for x in called}
    called += _entries(others, chains_of(located), claimed=True, laid=told)
    for entry, letter in zip(called, letters, strict=False):
        behind = ",".join(x for x in entry.letters if x != entry.letter)
        index = f"{letter}_{{{behind}}}" if behind else letter
        display = replace(located[-1][0], inline=False, before="", after="", struck=False, numbers=())
        made.append((display, parse(f"{entry.typed} = [{entry.letter} = {index}]")))
    return made


def _called(located: Sequence[Located], blocks: Sequence[Block]) -> list[_Entry]:
    texts = [text_of(blocks)]
    called = {*called_one_hot(located)} - {*called_one_hot(located, Said.DENIED)}
    if may_be_changed(texts, called):
        return []
    if called:
        return _entries(called, chains_of(located), laid=dict(_laid(located)))
    if not any(map(calls_targets_one_hot, texts)):
        return []
    entries = _of_targets(located)
    return [] if may_be_changed(texts, {x.base for x in entries}) else entries


def targets_adding_up(located: Sequence[Located], claimed: bool = False, blocks: Sequence[Block] = ()) -> list[Stated]:
    r"""The same of what nothing is said of, the t of `-\sum_k t_k \log y_k` where softmax makes y.

    If `claimed`, also of what equations say what it adds up to.
    """
    text = text_of(blocks)
    unsure = may_be_changed([text], {*called_one_hot(located)})
    return _adding_up(_of_targets(located, claimed, unsure, least=2 if calls_targets_one_hot(text) else 1))


def _of_targets(
    located: Sequence[Located], claimed: bool = False, unsure: bool = False, least: int = 2
) -> list[_Entry]:
    chains = chains_of(located)
    names = [(left, c) for c in chains if isinstance(left := c.members[0], Name) and c.relations[0] in EQUALITIES]
    valued = _with_values(chains, least)
    lefts = {accented(left) for left, _ in names} - valued
    whole = with_parts_put_in(chains)
    totals = totals_in(chains)
    others = (c.members[0] for c in chains if c.relations[:1] and any(True for _ in shares_in(c, totals)))
    shares = {accented(x) for x in (*_equated(whole, is_share), *others) if isinstance(x, Name)}
    logarithms = {accented(x) for x in _equated(whole, lambda x: _is_logarithm(x, shares))}
    products = [x for c in whole for x in t.of_kind(c, t.Product)]
    weights = [
        y for x in products if _holds_logarithm(x, shares, logarithms) for f in x.factors if (y := _scripted(f.body))
    ]
    found = {*map(accented, weights)}
    so, case, denied = (set(called_one_hot(located, x)) for x in (Said.SO, Said.CASE, Said.DENIED))
    known = set() if unsure else so - denied
    unsaid = found - lefts - known - (denied - so - case)  # what is both is open
    return _entries(unsaid, chains, claimed, valued=valued)


def _equated(chains: Sequence[Chain], holds: Callable[[Node], bool]) -> Iterator[Name]:
    """The names that equations say to be such."""
    for c in chains:
        if c.relations[:1] and c.relations[0] in EQUALITIES and any(map(holds, c.members[1:])):
            yield from (x for x in c.members if isinstance(x, Name))


def _is_logarithm(x: Node, shares: Collection[str]) -> bool:
    r"""Is it the logarithm of a share, `\log p_o` or `u_o - \log \sum_w e^{u_w}`?"""
    x = plain(x)
    if isinstance(x, t.Call) and x.function == "log" and len(x.args) == 1:
        return any(is_share(y) or (isinstance(y, Name) and accented(y) in shares) for y in _parts(plain(x.args[0])))
    return is_logarithm_of_share(x)


def _parts(x: Node) -> Iterator[Node]:
    r"""An expression, and what is divided in it: the p of `t_o / p_o`."""
    yield x
    if isinstance(x, t.Fraction):
        yield from map(plain, (x.numerator, x.denominator))
    if isinstance(x, t.Product):
        yield from (plain(f.body) for f in x.factors)


def _holds_logarithm(x: t.Product, shares: Collection[str], logarithms: Collection[str]) -> bool:
    bodies = [f.body for f in x.factors]
    names = (y for y in bodies if isinstance(y, Name))
    return any(accented(y) in logarithms for y in names) or any(_is_logarithm(y, shares) for y in bodies)


def _scripted(x: t.Node) -> Name | None:
    return x if isinstance(x, Name) and x.scripts else None


def _laid(located: Sequence[Located]) -> Iterator[tuple[str, int]]:
    """The matrices of which words call the rows or the columns so, with where the class stands, seen from behind."""
    for display, f in located:
        m = LAID.search(display.before)
        name = f.statements[0].chain.members[0] if m is not None and isinstance(f, Formula) and f.statements else None
        if m is not None and isinstance(name, Name):
            yield accented(name), -1 if m[1].lower() == "row" else -2


def _adding_up(entries: Sequence[_Entry]) -> list[Stated]:
    made = (parse(rf"\sum_{{{x.letter}}} {x.typed} = 1") for x in entries)
    return [Stated(f, s) for f in made for s in f.statements]


def _entries(
    called: Collection[str],
    chains: Sequence[Chain],
    claimed: bool = False,
    laid: Mapping[str, int] | None = None,
    valued: Collection[str] | None = None,
) -> list[_Entry]:
    told = {base for c in chains for base in _defined(c)}
    told -= _with_values(chains, 2) if valued is None else {*valued}
    made: list[_Entry] = []
    if told.issuperset(called):
        return made
    summed = {x for c in chains for x in (*_summed(c), *_summed_by_name(c, chains))} if not claimed else set()
    places = _places({*_normalised(with_parts_put_in(chains))})
    names = [x for c in chains for x in t.of_kind(c, Name)]
    for base in sorted({*called} - told):
        small = len(base) == 1 and not any(x.scripts for x in names if accented(x) == base)
        entries = (x for x in names if accented(x) == (base.lower() if small else base))  # `y_{nk}` of the matrix `Y`
        # a vector `y_n` may be called so, whose entries are `y_{nk}`
        typed = max(filter(None, (_typed(x, places) for x in entries)), key=attrgetter("count"), default=None)
        other = typed is not None and laid is not None and laid.get(base, typed.from_behind) != typed.from_behind
        if typed is not None and (base, typed.place) not in summed and not other:
            made.append(typed)
    return made


def _places(seen: Collection[tuple[int, int]]) -> dict[int, int]:
    """For numbers of indices the place of the class, if it is one; where labels stand before the indices of some, as
    far from the last one as with these."""
    behind = {p - n for n, p in seen}
    other = {n: n + min(behind) for n in (1, 2, 3) if len(behind) == 1 and n + min(behind) >= 0}
    return other | {n: p for n, p in seen if all(q == p for m, q in seen if m == n)}


def _summed(c: Chain) -> Iterator[tuple[str, int]]:
    """The names of which an equation says what they add up to, with the place below of what numbers them."""
    yield from _places_summed(c.members[0])


def _summed_by_name(c: Chain, chains: Sequence[Chain]) -> Iterator[tuple[str, int]]:
    r"""The same where the page has a name for it that another line computes with, `d_i = \sum_k w_{ik}`: what has a
    name is not one without a word."""
    name = c.members[0]
    if len(c.members) == len(("d", "sum")) and isinstance(name, Name) and c.relations[0] in EQUALITIES:
        found = tuple(_places_summed(c.members[1]))
        used = (x for other in chains if other is not c for m in other.members[1:] for x in t.of_kind(m, Name))
        yield from found if found and any(accented(x) == accented(name) for x in used) else ()


def _places_summed(x: t.Node) -> Iterator[tuple[str, int]]:
    """The name of which all entries are added up, with the place below of the letter that numbers them."""
    if isinstance(x, t.BigSum) and isinstance(x.body, Name) and len(x.below) == 1:
        letter = x.below[0].members[0] if isinstance(x.below[0], Chain) else x.below[0]
        below = [p for item in named(x.body).lowers for p in item]
        yield from ((accented(x.body), n) for n, p in enumerate(below) if p == letter)


def _defined(c: Chain) -> Iterator[str]:
    """The name of which an equation says what its entries are."""
    left = c.members[0]
    scripts = left.scripts if isinstance(left, Name) and c.relations[0] in EQUALITIES else ()  # not `y_n \in ..`
    if scripts and not any(s.above and any(isinstance(e, t.Number) for e in s.entries) for s in scripts):  # nor a power
        assert isinstance(left, Name)
        yield accented(left)


def _with_values(chains: Sequence[Chain], least: int) -> set[str]:
    r"""The names of whose entries a page says that they are 1, or also 0, `$t_k = 1$ for $c$`, at `least` so many."""
    found: dict[str, set[Node]] = {}
    for c in chains:
        left = c.members[0]
        below = [letter_of(e) for s in left.scripts if not s.above for e in s.entries] if isinstance(left, Name) else []
        if isinstance(left, Name) and below and None not in below and c.members[1:] in ((t.ZERO,), (t.ONE,)):
            found.setdefault(accented(left), set()).add(c.members[1])
    return {name for name, values in found.items() if len(values) >= least and t.ONE in values}


def _normalised(chains: Sequence[Chain]) -> Iterator[tuple[int, int]]:
    r"""For numbers of indices the place of what softmax runs over: the first in `e^{z_{ci}} / \sum_k e^{z_{ki}}`."""
    divided = [x.denominator for c in chains for x in t.of_kind(c, t.Fraction)]
    divided += [f.body for c in chains for x in t.of_kind(c, t.Product) for f in x.factors if f.operator == "/"]
    divided += [x.args[0] for c in chains for x in t.of_kind(c, t.Call) if x.function == "log" and len(x.args) == 1]
    for below in map(plain, divided):
        if not isinstance(below, t.BigSum) or len(below.below) != 1:
            continue
        index = below.below[0].members[0] if isinstance(below.below[0], Chain) else below.below[0]
        for name in _exponents(below.body):
            entries = [e for s in name.scripts if not s.above for e in s.entries]
            if entries.count(index) == 1:
                yield len(entries), entries.index(index)


def _exponents(x: t.Node) -> Iterator[Name]:
    r"""The names of which exponentials are taken, `\exp(z)` and `e^z`."""
    for y in t.walk(x):
        inner = y.args if isinstance(y, t.Call) and y.function == "exp" else ()
        if isinstance(y, Name) and y.base == "e":
            inner = tuple(e for s in y.scripts if s.above for e in s.entries)
        yield from (z for z in inner if isinstance(z, Name))


def _typed(x: Name, places: Mapping[int, int]) -> _Entry | None:
    """A name as such an entry; None for anything else."""
    shape = named(x)
    below = [letter_of(p) for item in shape.lowers for p in item]
    above = [letter_of(p) for item in shape.uppers for p in item]
    if not below or None in below or None in above or x.primes:
        return None
    name = shape.spelled + (f"^{{({','.join(map(str, above))})}}" if above else "")
    place = places.get(len(below), len(below) - 1)
    return _Entry(
        accented(x),
        f"{name}_{{{','.join(map(str, below))}}}",
        str(below[place]),
        place,
        (*map(str, below),),
        (*map(str, above),),
    )
