r"""Pairs: a page with one line to judge, and what an independent interpreter of the typed text says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from random import Random

from independent.indices import NotRead
from independent.interpreter import Definition, Model, NoValue, World, points
from independent.reader import Names, read, tokens
from independent.tree import (
    Condition,
    Entry,
    Form,
    Slope,
    Times,
    Total,
    Tree,
    Truth,
    Unsupported,
    every,
    form,
    free,
    letters,
    parts,
)

from symderiv.system import System

from .moves import MOVES, Mover, moved
from .slips import slipped
from .sources import PAGE_NAMES, Link, Source, source
from .spelling import Spelling, spelling

BLOCK = 64
"""So many seeds share a network: what is known of it is known to all of them."""
PAGES = 0.25
"""So many of the networks are pages of the catalogue, the others random ones."""
NETWORKS = 1_000_000
"""There are so many of those."""
TOGETHER = 64
"""So many seeds are measured at the same values."""
DRAWS = ((2, 4), (1, 3), (2, 5))
"""From where sizes are drawn."""
LARGE = ((4, 6), (3, 7))
"""From where, for a slip that makes no difference at those."""
DIFFERENT = 1e-6
SAME = 1e-9
NUMBER_BEHIND = re.compile(r"[\w})'] (?:\\, )?\d")
"""Could be a script: nobody knows what is meant."""


@dataclass(frozen=True)
class Pair:
    """A page and its truth: `right`, `wrong`, or `astray` (wrong: an index leaves its range, or is bound by nothing).

    `kinds` are the moves and slips that were made.
    """

    seed: int
    source: str
    system: System
    text: str
    truth: str
    kinds: tuple[str, ...]


class Unclear(Exception):
    """Neither clearly right nor clearly wrong: no pair."""


def pair(seed: int) -> Pair | None:
    """The pair of a seed; None where nothing came of it."""
    random = Random(f"pair {seed}")
    found = source(_network(seed // BLOCK))
    if found is None:
        return None
    link = random.choice(found.links)
    try:
        return _pair(seed, random, found, link)
    except (Unsupported, NotRead, Unclear, NoValue, ArithmeticError, IndexError):
        return None


def _network(block: int) -> int:
    """The number of the network that the seeds of a block are about."""
    random = Random(f"network {block}")
    pages = len(PAGE_NAMES)
    return random.randrange(pages) if random.random() < PAGES else pages + random.randrange(NETWORKS)


def _pair(seed: int, random: Random, found: Source, link: Link) -> Pair | None:
    model = found.model
    mover = Mover(random, model, _taken(found, link), _ranges(link))
    right, kinds = link.right, []
    for _ in range(random.choice([1, 1, 2, 2, 3, 4])):
        name = random.choices(list(MOVES), [n for _, n in MOVES.values()])[0]
        new = moved(mover, right, MOVES[name][0])
        if new is not None and sum(1 for _ in every(new)) < 160:
            right = new
            kinds.append(name)
    author = spelling(random)
    typed = author(right)
    slip = random.random() < 0.5
    if slip:
        found_slip = slipped(random, typed, random.choice([1, 1, 2]))
        if found_slip is None:
            return None
        typed, slips = found_slip
        if NUMBER_BEHIND.search(typed):
            raise Unclear
        kinds += slips
    left = author(link.left)
    if any(Entry(d.key, d.indices) == link.left and d.body == right for d in link.names):
        return None  # the definition once more
    extra = (*link.names, *mover.named)
    names = Names(
        {d.key for d in (*model.definitions, *extra)} | ({model.generic} if model.generic else set()),
        found.functions | {"f", "g"},
    )
    text = _page(random, author, link, extra, left, typed)
    meant = tuple(_reread(d, author, names) for d in extra)
    truth = verdict(model, meant, link, read(left, names), read(typed, names), seed, slip=slip)
    return Pair(seed, found.name, found.system, text, truth, tuple(kinds))


def _taken(found: Source, link: Link) -> set[str]:
    """Letters that stand for something: sizes, free letters, names of one letter, functions."""
    keys = {d.key for d in (*found.model.definitions, *link.names)}
    bases = {tokens(k.split("^")[0].split("_")[0])[0] for k in keys}
    there = {s for e in (link.left, link.right) for s in letters(e)}
    return there | set(found.model.sizes) | set(link.letters) | bases | {"f", "g", "e", "d"} | found.functions


def _ranges(link: Link) -> dict[str, tuple[Form, Form]]:
    """The free letters that run between two bounds."""
    found = {}
    for s in link.letters:
        lows = [_alone(c, s, 1) for c in link.where if c.relation == ">"]
        highs = [_alone(c, s, -1) for c in link.where if c.relation == ">"]
        low, high = [x for x in lows if x], [x for x in highs if x]
        if len(low) == len(high) == 1:
            found[s] = (low[0], high[0])
    return found


def _alone(c: Condition, s: str, sign: int) -> Form | None:
    """The bound that a condition is for a letter, from below (1) or above (-1)."""
    if dict(c.form.terms).get(s) != sign:
        return None
    rest = c.form.plus(form(s), -sign)
    return form(0).plus(rest, -sign)


def _where(author: Spelling, letters_: tuple[str, ...], where: tuple[Condition, ...]) -> str:
    ranges = _ranges(Link(Entry(""), Entry(""), letters_, where))
    said = []
    for s, (low, high) in ranges.items():
        said.append(f"{author.form(low)} {author.le} {s} {author.le} {author.form(high)}")
    bounds = {_key(form(s).plus(low, -1)) for s, (low, _) in ranges.items()}
    bounds |= {_key(high.plus(form(s), -1)) for s, (_, high) in ranges.items()}
    said += [author.condition(c) for c in where if not (c.relation == ">" and _key(c.form) in bounds)]
    return ", ".join(said)


def _key(f: Form) -> tuple[object, ...]:
    return (f.terms, f.const)


def _page(random: Random, author: Spelling, link: Link, extra: tuple[Definition, ...], left: str, typed: str) -> str:
    lines = []
    for d in extra:
        assert d.body is not None
        said = _where(author, tuple(sorted(d.letters)), d.where)
        body = author(d.body)
        lines.append(f"Let $${author.entry(Entry(d.key, d.indices))} = {body}$$" + (f" ( ${said}$ )" if said else ""))
    said = _where(author, link.letters, link.where)
    beside = f" ( ${said}$ )" if said else ""
    if random.random() < 0.3:
        lines.append(f"$$\\begin{{aligned}} {left} &= {typed} \\end{{aligned}}$${beside}")
    else:
        lines.append(f"$${left} = {typed}$${beside}")
    return "\n\n".join(lines) + "\n"


def _reread(d: Definition, author: Spelling, names: Names) -> Definition:
    """A definition as it was typed."""
    assert d.body is not None
    return Definition(d.key, d.indices, d.letters, d.where, read(author(d.body), names))


# truth


def sizes_of(model: Model, random: Random, low: int, high: int, fixed: dict[str, int]) -> dict[str, int]:
    """Random sizes that fit what is known of them, some of them fixed."""
    for _ in range(400):
        found = {s: random.randint(low, high) for s in model.sizes} | fixed
        different = len(set(found.values())) == len(found)
        if all(c.holds(found) for c in model.known) and (different or random.random() < 0.2):
            return found
    raise Unsupported("no sizes fit")


@lru_cache(maxsize=4)
def worlds(model: Model, seed: int) -> tuple[World, ...]:
    """The network at several sizes, each size once as small as can be: sums are short there, or empty."""
    small = [(3, 4, {s: n}) for s in model.sizes for n in (1, 2)]
    return _worlds(model, seed, [*((low, high, {}) for low, high in DRAWS), *small])


@lru_cache(maxsize=4)
def large_worlds(model: Model, seed: int) -> tuple[World, ...]:
    """The network at sizes at which a slip shows that needs room: several steps of a recurrence."""
    return _worlds(model, seed + 1, [(low, high, {}) for low, high in LARGE])


def _worlds(model: Model, seed: int, drawn: list[tuple[int, int, dict[str, int]]]) -> tuple[World, ...]:
    found = []
    for n, (low, high, fixed) in enumerate(drawn):
        try:
            sizes = sizes_of(model, Random(f"sizes {seed} {n}"), low, high, fixed)
        except Unsupported:
            continue
        found.append(World(model, sizes, seed * 10 + n))
    return tuple(found)


@dataclass
class Seen:
    """What two sides came to: at so many points, different somewhere, without a value somewhere."""

    looked: int = 0
    wrong: bool = False
    astray: bool = False

    def compare(self, world: World, left: Tree, right: Tree, at: dict[str, int]) -> None:
        """One more point."""
        a = world.value(left, at)[0]
        try:
            b = world.value(right, at)[0]
        except NoValue:
            self.astray = True
            return
        self.looked += 1
        error = abs(a - b) / (abs(a) + abs(b) + 1e-3)
        if error > DIFFERENT:
            self.wrong = True
        elif error > SAME:
            raise Unclear


def _numbered(e: Tree, sizes: set[str], summed: bool = False) -> Iterator[tuple[Entry, bool]]:
    """Entries with a number or size for an index, `x_2`, and whether in a sum.

    Who writes one takes it to be there, but in `[2 \\le H] x_2`.
    """
    if isinstance(e, Times) and any(isinstance(f, Truth) for f in e.factors):
        return
    for x in (e.wrt, e.of) if isinstance(e, Slope) else (e,):
        if isinstance(x, Entry) and any(i.letters <= sizes for i in x.indices):
            yield x, summed
    for part in parts(e):
        yield from _numbered(part, sizes, summed or isinstance(e, Total))


Seat = tuple[World, list[dict[str, int]]]
"""A world, and the values of a line's letters in it."""


@lru_cache(maxsize=512)
def _points(
    letters_: tuple[str, ...], where: tuple[Condition, ...], sizes: tuple[tuple[str, int], ...]
) -> list[dict[str, int]]:
    """Every choice of a line's letters: many lines of a network are stated for the same."""
    return list(points(letters_, where, dict(sizes)))


def _exists(entry: Entry, seat: Seat) -> bool:
    """Is there such an entry for one choice of the letters at least, those of sums included?"""
    world, choices = seat
    letters_ = frozenset[str]().union(*(i.letters for i in entry.indices)) - {*world.sizes}
    bound = sorted(letters_ - set(choices[0] if choices else ()))
    known = choices if letters_ - {*bound} else choices[:1] or [{}]
    inner = [
        dict(zip(bound, at, strict=True)) for at in product(range(max(world.sizes.values()) + 1), repeat=len(bound))
    ]
    return any(
        world.exists(entry.key, tuple(i.value({**world.sizes, **c, **b}) for i in entry.indices))
        for c in known
        for b in inner
    )


def _presumed(sides: Iterable[Tree], sizes: set[str], seats: Sequence[Seat]) -> list[Entry]:
    """Entries that a line takes to be there. One with a letter, or in a sum, that is nowhere is a slip, `w_{i,I+2}`."""
    found = {x for side in sides for x in _numbered(side, sizes)}
    return [
        e
        for e, summed in found
        if (not summed and all(i.letters <= sizes for i in e.indices)) or any(_exists(e, s) for s in seats)
    ]


def verdict(
    model: Model, extra: tuple[Definition, ...], link: Link, left: Tree, right: Tree, seed: int, *, slip: bool = False
) -> str:
    """What is true of `left = right` for the letters of a link; after a slip it is looked at twice."""
    known = set(link.letters) | set(model.sizes)
    loose = sorted((free(left) | free(right)) - known)
    random = Random(f"points {seed}")
    seen = Seen()

    def seat(world: World) -> Seat:
        return world.with_names(extra), _points(link.letters, link.where, tuple(world.sizes.items()))

    seats = [seat(w) for w in worlds(model, seed // TOGETHER)]
    sizes = set(model.sizes)
    presumed = _presumed((left, right), sizes, seats)

    def look(where: Sequence[Seat], most: int) -> None:
        for there in where:
            world, choices = there
            if not all(_exists(e, there) for e in presumed):
                continue
            for point in random.sample(choices, min(len(choices), most)):
                at = {**world.sizes, **point, **{s: random.randint(1, 2) for s in loose}}
                seen.compare(world, left, right, at)

    look(seats, 8)
    if slip and not (seen.wrong or seen.astray):
        look([*seats, *(seat(w) for w in large_worlds(model, seed // TOGETHER))], 60)
    if loose:
        if seen.wrong:
            return "astray"
        raise Unclear  # bound by nothing, but it makes no difference
    if seen.astray:
        return "astray"
    if not seen.looked:
        raise Unclear
    return "wrong" if seen.wrong else "right"


__all__ = ["Pair", "pair", "verdict"]
