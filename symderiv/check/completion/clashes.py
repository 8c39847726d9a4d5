"""A page that does not hold together: which of its lines is left out, so that the others can be judged.

Where the network of a page cannot be completed, its statements clash: an index runs over two ranges, two definitions
overlap, one goes in a circle, an entry is used that nothing defines. The page is then read again without one statement
at a time (an entry that lines do not take for made of others: without its definition). Of those without which it holds
together, the one is left out that leaves most links to judge; it is reported as unreadable, with what is wrong.
Whatever rests on a name that it defines is left open. Where another statement could as well be left out, what rests on
that one is left open, too; and so is a link that is right without the one and wrong without the other, if that leaves
half as much to judge. A page with lines that cannot be read is looked at without them, too, for they may sway what
letters mean: what would be right with them and wrong without is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import inf
from time import monotonic

from ...affine import Sym
from ...document.behind_lines import Gone
from ...domain import TRUE
from ...errors import Place, RangeClash, ReadError, SymderivError, TakenForFree, UncoveredUse
from ...expr import holds_derivative, variables
from ...pattern import lazily
from ...read import Reading, Written
from ...resolve.definitions.losses import Loss
from ...resolve.definitions.lost_lines import names_left
from ...resolve.told.untold import Untold, lost
from ...system import Piece, Role, System
from ..known.dependent import with_dependents_open
from ..known.ground import Ground
from ..known.inner_names import with_inner_names
from ..known.last_step import with_steps_open
from ..link import Stance
from ..words.counted_open import with_counted_open
from .doubtful import Doubt, doubtful
from .own import network_of_page, without_free_indices

MOST_LEFT_OUT = 6
"""So many statements are left out of a page, one after another."""
MOST_READINGS, MOST_READ = 48, 150_000
"""A page is read again at most so often, and at most so many characters in all."""
MOST_OTHERS = 3
"""So many other readings are compared with the one that is taken."""
NOT_LEFT_OUT = ("title", "outside", "sums")
"""Keys of the front matter that no clash comes from, or without which every line means something else."""
BACKTICKED = lazily(r"`([^`]*)`")
WORD = lazily(r"\\?[A-Za-z]+")

Read = Callable[[tuple[Loss, ...]], Reading]


@dataclass(frozen=True, slots=True)
class Whole:
    """A page that holds together: its reading and network, notes on what was presumed, and what was left out of it.

    `others` are readings in which another statement is left out instead of the last one; `stance` says how one of them
    stands to the page, `of` and `but` are the formulas (by number) that it is looked at for (none: all) and not for.
    `one_layer` is a choice that its reading made, `gone` says what of the text it is read without.
    """

    reading: Reading
    system: System
    notes: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    others: tuple[Whole, ...] = field(default=(), repr=False)
    stance: Stance = Stance.OTHER
    of: frozenset[int] = frozenset()
    but: frozenset[int] = frozenset()
    one_layer: bool = False
    gone: tuple[Gone, ...] = ()

    @property
    def worth(self) -> tuple[int, int]:
        """Few problems, then many links that can be judged."""
        return -len(self.reading.problems), standing(self.reading, self.system)


def standing(reading: Reading, system: System) -> int:
    """How many links can be judged: they are read, and rest on nothing that is not told."""
    ground = Ground(system, frozenset(), tuple(u for u in reading.untold if u.kind != "fact"))
    links = [(w.members[n], w.members[n + 1]) for w in reading.claims for n in w.claims]
    read = [tuple(m for m in link if not isinstance(m, ReadError)) for link in links]
    return sum(len(sides) == 2 and ground.untold_below(sides, wrong=True) is None for sides in read)


def _worth(reading: Reading) -> tuple[int, int]:
    """The worth of a page that does not hold together yet."""
    reading = without_free_indices(reading)
    nothing: tuple[Sym, ...] = ()
    pieces = (
        Piece(d.left.variable, d.left.indices, nothing, TRUE, d.body, Role.NODE, d.place)
        for d in reading.draft.definitions
    )
    return -len(reading.problems), standing(reading, System(tuple(pieces)))


def whole_of(reading: Reading, losses: tuple[Loss, ...] = ()) -> Whole:
    """The page with its network. Raises what `complete` does."""
    presumed: list[str] = []
    reading = without_free_indices(reading)
    system = network_of_page(reading, presumed)
    reading = with_counted_open(reading, system)
    reading = with_inner_names(with_steps_open(with_dependents_open(reading, system), system), system)
    return Whole(reading, system, tuple(presumed), losses)


def read_otherwise(page: Whole, read: Callable[[], Reading]) -> Whole | None:
    """The page in the reading that `read` gives; None where it does not hold together so."""
    with suppress(SymderivError):
        return whole_of(read(), page.losses)
    return None


def held_together(reading: Reading, read: Read, text: str, of_one_layer: Read, until: float = inf) -> Whole:
    """The page, without as little of it as does not go with the rest; `read` reads it again, `text` is as typed.

    Where nothing is to be left out if `of_one_layer` reads it, that is how it is meant. Raises what `complete` does
    where nothing can be left out so that the rest holds together, or nothing is found `until` then.
    """
    try:
        whole = whole_of(reading)
    except SymderivError as error:
        clash = isinstance(error, (UncoveredUse, RangeClash))
        if clash and (found := _of_one_layer(reading, of_one_layer, text)) is not None:
            return found
        return _Search(read, min(MOST_READINGS, max(4, MOST_READ // max(len(text), 1))), until).run(reading, error)
    if _is_given_in_part(whole.system) and (found := _of_one_layer(reading, of_one_layer, text)) is not None:
        return found
    return _compared(whole, read, text)


def _is_given_in_part(system: System) -> bool:
    """Are entries of a defined array given at the layers at which others are computed?"""
    computed = {p.variable for p in system.pieces if p.body is not None and p.variable.arity > 1}
    given = (p for p in system.pieces if p.body is None and p.variable in computed)
    return any(all(i.letters() - system.sizes for i in p.indices) for p in given)


def _of_one_layer(reading: Reading, read: Read, text: str) -> Whole | None:
    """The page with a layer that nothing bounds as one layer; None where it has none, or does not hold together so."""
    with suppress(SymderivError):
        again = read(())
        if again.draft != reading.draft and len(again.problems) <= len(reading.problems):
            return replace(_compared(whole_of(again), read, text), one_layer=True)
    return None


def _compared(page: Whole, read: Read, text: str) -> Whole:
    """The page beside what it is without its lines that cannot be read, for these may sway what letters mean elsewhere,
    and without sentences that may define nothing."""
    unread = [
        (w, next(m for m in w.members if isinstance(m, ReadError)))
        for w in page.reading.claims
        if w.span is not None and not w.struck and any(isinstance(m, ReadError) for m in w.members)
    ]
    losses = tuple(Loss(error, (), w.place, w.span) for w, error in unread if w.span is not None)
    doubts = list(doubtful(page.reading, text))
    solved = tuple(d.loss for d in doubts if d.solved)
    stance = Stance.SOLVED if any(d.surely for d in doubts) else Stance.RATHER
    others = [*_without(read, losses, Stance.OTHER), *_without_solutions(read, solved, stance, text)]
    for left_out, of, but in _doubted([d for d in doubts if not d.solved]):
        others += (replace(w, of=of, but=but) for w in _without(read, left_out, Stance.DOUBTFUL))
    return replace(page, others=tuple(others))


def _doubted(doubts: Sequence[Doubt]) -> Iterator[tuple[tuple[Loss, ...], frozenset[int], frozenset[int]]]:
    """What to leave out together, with the displays that this is for (none: all) and that it is not for.

    A display to which a doubtful sentence leads is looked at without the others.
    """
    spared = list(dict.fromkeys(d.spared for d in doubts if d.spared is not None))[:MOST_OTHERS]
    yield tuple(d.loss for d in doubts), frozenset(), frozenset(spared)
    for number in spared:
        yield tuple(d.loss for d in doubts if d.spared != number), frozenset([number]), frozenset()


def _without(read: Read, losses: tuple[Loss, ...], stance: Stance) -> Iterator[Whole]:
    """The page without some statements, if it holds together so; definitions that may be none are as if not there."""
    if not losses:
        return
    there = frozenset(loss.place.line for loss in losses if loss.place is not None and stance is not Stance.OTHER)
    with suppress(SymderivError):
        reading = read(losses)
        whole = whole_of(replace(reading, untold=tuple(u for u in reading.untold if u.line not in there)))
        yield replace(whole, stance=stance)


def _without_solutions(read: Read, solved: tuple[Loss, ...], stance: Stance, text: str) -> list[Whole]:
    """The page without values that solve an equation, those included that would then say what a name is."""
    found: list[Whole] = []
    for _ in range(MOST_OTHERS if solved else 0):
        found = list(_without(read, solved, stance))
        more = tuple(d.loss for w in found for d in doubtful(w.reading, text) if d.solved)
        if not more:
            break
        solved = (*solved, *more)
    return found


@dataclass(slots=True)
class _Search:
    read: Read
    left: int
    until: float

    def run(self, reading: Reading, first: SymderivError) -> Whole:
        losses: tuple[Loss, ...] = ()
        error = first
        for _ in range(MOST_LEFT_OUT):
            found: list[Whole] = []
            further: list[tuple[tuple[int, int], Loss, Reading, SymderivError]] = []
            for loss in candidates(reading, error):
                again = self._again((*losses, loss))
                if again is None:
                    break
                try:
                    found.append(whole_of(again, (*losses, loss)))
                except SymderivError as other:
                    if str(other) != str(error):
                        further.append((_worth(again), loss, again, other))
            if found:
                return self._best(self._fewest(found), error)
            if not further:
                break
            _, loss, reading, error = max(further, key=lambda x: x[0])
            losses = (*losses, loss)
        raise first

    def _again(self, losses: tuple[Loss, ...]) -> Reading | None:
        """The page read without some statements; None where the work for it is spent."""
        self.left -= 1
        try:
            return self.read(losses) if self.left >= 0 and monotonic() < self.until else None
        except SymderivError:
            return None

    def _fewest(self, found: Sequence[Whole]) -> list[Whole]:
        """The pages with statements put back that were left out on the way and need not be."""
        better: list[Whole] = []
        for page in found:
            for loss in page.losses[:-1]:
                kept = tuple(x for x in page.losses if x is not loss)
                again = self._again(kept)
                try:
                    page = page if again is None else whole_of(again, kept)
                except SymderivError:
                    continue
            better.append(page)
        fewest = min(len(page.losses) for page in better)
        return [page for page in better if len(page.losses) == fewest]

    def _best(self, found: Sequence[Whole], error: SymderivError) -> Whole:
        ranked = sorted(((page.worth, _last(page), page) for page in found), key=lambda x: x[:2], reverse=True)
        (few, most), _, best = ranked[0]
        fewest = [page for worth, _, page in ranked if worth[0] == few]
        others = [page for worth, _, page in ranked[1:] if worth[0] == few and 2 * worth[1] > most]
        equal = [page for worth, _, page in ranked[1:] if worth == (few, most)]
        names = tuple(u for page in equal for loss in page.losses for u in loss.names)
        reading = replace(best.reading, untold=tuple(dict.fromkeys((*best.reading.untold, *names))))
        notes = (*best.notes, *_told(best, fewest))
        return replace(best, reading=reading, notes=notes, others=tuple(others[:MOST_OTHERS]))


def _last(page: Whole) -> int:
    """The line of what was left out last; of two statements a person takes the first for granted."""
    return _line(page.losses[-1])


def _line(loss: Loss) -> int:
    return loss.error.place.line if loss.error.place is not None else 0


def _told(best: Whole, found: Sequence[Whole]) -> Iterator[str]:
    """Which lines do not go together, and what follows from leaving out one of them."""
    lines = [str(n) for n in sorted({_last(page) for page in found})]
    for loss in best.losses:
        names = " and ".join(dict.fromkeys(f"`{u.base}`" for u in loss.names))
        rest = f"; what rests on {names} is left open" if names else ""
        if loss is best.losses[-1] and len(lines) > 1:
            together = f"{', '.join(lines[:-1])} and {lines[-1]}"
            yield f"lines {together} do not go together: line {_line(loss)} is left out{rest}"
        else:
            yield f"line {_line(loss)} does not go with the rest of the page and is left out{rest}"


# ---------------------------------------- what may be left out


def candidates(reading: Reading, error: SymderivError) -> Iterator[Loss]:
    """Every statement of a page that may be left out, the likeliest first."""
    named = {w for text in BACKTICKED.findall(error.cause) for w in WORD.findall(text)}

    def unlikely(w: Written) -> tuple[bool, int, int]:
        shared = named & set(WORD.findall(w.latex))
        return w.place != error.place, -len(shared), -w.line

    equations = [w for w in reading.claims if w.span is not None and not w.struck]
    if isinstance(error, TakenForFree):
        # what the lines hold fixed is to be seen from all of them
        equations = [w for w in equations if w.place == error.place]
    for w in sorted(equations, key=unlikely):
        if not all(isinstance(m, ReadError) for m in w.members):
            assert w.span is not None
            if _has_a_middle(w):
                yield Loss(_why(error, w.place), (), w.place, w.span, middle=True)
            yield Loss(_why(error, w.place), tuple(_names(w, reading)), w.place, w.span)
    if isinstance(error, TakenForFree):
        return
    for c in reading.beside:
        kinds = ("range", "name") if c.declares else ("range",)  # `S \in \mathbb{R}^{n \times n}` says what S is
        told = tuple(Untold(x, c.place.line, sure=True, kind=kind) for x in c.letters for kind in kinds)
        yield Loss(_why(error, c.place), told, c.place, c.span, equation=False)
    for key, letters in _keys(reading):
        place = reading.front.place(*key) or reading.front.place(key[0]) or Place(1, 1, file=reading.front.file)
        yield Loss(_why(error, place), letters, key=key)


def _has_a_middle(w: Written) -> bool:
    """Does a chain of several links begin with a definition? Without what stands between its ends it is still one."""
    return len(w.members) > 2 and [link for link, _ in w.defines] == [0]


def _why(error: SymderivError, place: Place) -> ReadError:
    if error.place is not None and error.place.line == place.line:
        return ReadError(error.cause, place, error.hint)
    return ReadError(f"this does not go with the rest of the page: {error.cause}", place, error.hint)


def _names(w: Written, reading: Reading) -> Iterator[Untold]:
    """What an equation defines, or says of what stands on its left."""
    spans = [s for s in w.spans if s is not None]
    text = w.latex[spans[1][0] : spans[-1][1]] if len(spans) > 1 else ""
    own = {v.variable for _, v in w.defines} | {
        d.left.variable for d in reading.draft.definitions if d.place == w.place
    }
    left = w.members[0]
    if not isinstance(left, ReadError) and not holds_derivative(left):
        own |= variables(left)
    for v in sorted(own, key=lambda v: v.key):
        yield lost(v, w.line, text)
    if 0 in w.restates or isinstance(left, ReadError):
        for base in names_left(w.latex[slice(*w.spans[0])]):
            yield Untold(base, w.line, text=text, sure=True)


def _keys(reading: Reading) -> Iterator[tuple[tuple[str, ...], tuple[Untold, ...]]]:
    """The lines of the front matter, each with what is not told without it."""
    for key, value in reading.front.data.items():
        line = reading.front.lines.get(key, 1)
        if key in NOT_LEFT_OUT:
            continue
        if key == "ranges" and isinstance(value, dict):
            for letter in value:
                yield (key, letter), (Untold(letter, line, sure=True, kind="range"),)
            continue
        kind = {"sizes": "range", "functions": "name", "relations": "fact", "assume": "fact"}.get(key)
        for n, text in enumerate(value if isinstance(value, list) else [value]):
            told = (Untold(text, line, sure=True, kind=kind),) if kind and isinstance(text, str) else ()
            yield (key, str(n)) if isinstance(value, list) else (key,), told
