"""What is known of the letters of a document before any name is resolved: data only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from ..latex.tree import Chain, Indicator, Node, of_kind
from ..notation import SCRIPT_WORDS
from .arrays.entries_of_wholes import entries_of_wholes
from .ranges.own_ends import own_ends
from .spelled.shape import Shape, letter_of, letters_in
from .stated import Stated
from .told.shares import shares_in, totals_in
from .told.singled_out import classes_told_apart
from .told.units_typed_out import typed_out_units

Bound: TypeAlias = frozenset[str]
Signature: TypeAlias = tuple[str, int, int]
"""Letter of a name, number of its entries above, number below."""

Spot: TypeAlias = tuple[str, int, int, int]
"""Base of a name, number of its superscripts, number of its subscripts, which of all of them."""

COUNTING = frozenset("ijklmnpqrt")
"""Letters that nobody takes for labels."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A single row that is none of the others: its letter; the letter of the others, or the size that ends them."""

    letter: str
    other: str | None = None
    end: str | None = None


@dataclass(slots=True)
class Occurrence:
    r"""One name where a value is meant: which letters sums bind there, the arguments in the parenthesis after it.

    `within` are the numbers of the occurrences in whose arguments it stands; `left`: it is the left side of an
    equation; `statement`: the number of the statement.
    """

    shape: Shape
    bound: Bound
    statement: int
    args: tuple[Node, ...] | None = None
    within: tuple[int, ...] = ()
    left: bool = False


@dataclass(slots=True)
class Facts:
    """What the walk found.

    - `bound`: letters bound by sums; `ranged`: letters with a range; `conditioned`: letters of other conditions;
    - `left`: letters in scripts of left sides, with the letters met in the same place of the same name;
    - `declared`: letters that the front matter calls sizes;
    - `ends`: letters in bounds, `range_ends`: in ends of ranges; `arithmetic`: in sums and products inside scripts;
    - `size_names`: names with arguments in bounds and ends of ranges (`d_{\\ell-1}`, `m(l)`), with the letters there;
    - `looked_up`: names with indices in scripts of others, `b_{O_t}`, with the letters there; `entries_compared`: those
      that brackets compare, `[y_i = y_j]`;
    - `raised_sizes`: those with nothing but a script above (`n^{l-1}`), with the letters there;
    - `size_labels`: names and letters where a size carries the letter whose range it ends (`k = 1, \\dots, d_k`);
    - `parameters`: letters below names that are any numbers (`labels_that_are_values`);
    - `uppers`: for each letter the letters (or the number) of the ends of its ranges;
    - `given_ends`: likewise for the letters of a network that is given, one end each;
    - `lowers`: for each letter the numbers at which its ranges begin, `?` for anything else;
    - `values`: names that stand for values; `defined`: those that are left sides of equations, or of a network;
      `network`: those of a network alone; `above`: the equations of a network that is given, as typed;
    - `scripted`: letters that stand in scripts of names other than left sides, with those names; `shared`: those that
      stand on the left side of the same equation too; `in_brackets`: names with brackets right behind them;
    - `derived`: bare letters by which a line differentiates; `raised`: letters above names by which one does, with
      the name and how many pieces it has below;
    - `given`: the letters of `\\sum_{j \\ne i}` where the sum runs over the first alone; `told`: those that only tell
      functions apart (`told_by_letter`);
    - `one_layer`: is a layer that nothing bounds one layer, whatever the definitions carry?
    - `families`: places of names and letters there by which words tell names apart (`families_in_words`);
      `identities`: letters of names that words call entries of the identity matrix; `rows_called`: of those that
      words call row vectors, None: of all vectors;
      `arbitrary`: letters of names that words call any number;
      `sums_apart`: letters of one range with which a definition adds up weights twice do so, too;
    - `called`: letters of indices that words call something else (`index_values`);
    - `shared_weights`: words say that weights are the same in several places, or that two lengths are;
    - `equal_sizes`: for each size that an equation makes equal to another one of them;
    - `told_apart`: letters of conditions that tell whether they are others, `o \\ne k`, `placed`: of all other ones;
      `apart`: single rows that the page says are none of the others;
    - `compared`: letters inside `[v = c]`, `\\delta_{vc}` and conditions such as `v \\ne c`.
    """

    stated: list[Stated] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    bound: set[str] = field(default_factory=set)
    ranged: set[str] = field(default_factory=set)
    conditioned: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    left_places: dict[tuple[str, int, int, int], set[str]] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)
    range_ends: set[str] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)
    arithmetic: set[str] = field(default_factory=set)
    size_names: dict[str, set[str]] = field(default_factory=dict)
    looked_up: dict[str, set[str]] = field(default_factory=dict)
    entries_compared: dict[str, set[str]] = field(default_factory=dict)
    raised_sizes: dict[str, set[str]] = field(default_factory=dict)
    size_labels: set[tuple[str, str]] = field(default_factory=set)
    parameters: frozenset[str] = frozenset()
    uppers: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    given_ends: tuple[tuple[str, frozenset[str]], ...] = ()
    lowers: dict[str, set[str]] = field(default_factory=dict)
    scripted: dict[str, set[str]] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    in_scripts: set[str] = field(default_factory=set)
    in_brackets: set[str] = field(default_factory=set)
    compared: set[str] = field(default_factory=set)
    told_apart: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)
    apart: tuple[Apart, ...] = ()
    derived: set[str] = field(default_factory=set)
    raised: set[tuple[str, int, str]] = field(default_factory=set)
    values: set[Signature] = field(default_factory=set)
    defined: set[Signature] = field(default_factory=set)
    network: frozenset[Signature] = frozenset()
    above: tuple[Chain, ...] = ()
    given: frozenset[tuple[str, str]] = frozenset()
    told: frozenset[str] = frozenset()
    one_layer: bool = False
    families: tuple[tuple[Spot, str], ...] = ()
    sums_apart: bool = False
    shared_weights: bool = False
    equal_sizes: dict[str, str] = field(default_factory=dict)
    identities: frozenset[str] = frozenset()
    rows_called: frozenset[str] | None = frozenset()
    arbitrary: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    _running: tuple[int, dict[Spot, set[str]]] = (-1, {})
    _fixed: tuple[object, frozenset[str]] = (None, frozenset())
    _shares: tuple[object, tuple[frozenset[str], frozenset[str]]] = (None, (frozenset(), frozenset()))
    _rows: tuple[object, Mapping[str, tuple[Occurrence, Node]]] = field(default_factory=lambda: (None, {}))

    @property
    def strong(self) -> set[str]:
        """Letters that are certainly indices."""
        return self.bound | self.ranged

    def integers(self) -> set[str]:
        """Letters that stand where only an integer can."""
        return self.strong | self.ends | self.range_ends | self.arithmetic

    def numbering(self) -> set[str]:
        """Letters that stand where they may number something: below a name or a sum, on a left side. Above a name they
        may be powers."""
        below = (letter_of(x) for o in self.occurrences for pieces in o.shape.lowers for x in pieces)
        return {x for x in below if x is not None} | self.strong | self.bound | self.ranged | self.left

    def sizes(self) -> set[str]:
        r"""Letters that stand where an integer must stand and that nothing runs over.

        The L of `\\delta^{(L)}_j = ..` stands on the left side in the place of another letter, or ends a range: a size.
        """
        found = (self.ends | self.range_ends | self.arithmetic - self.derived) - self.strong
        indices = {x for x in found & self.left if not self._constant(x)}
        indices |= own_ends(self.stated) - self.range_ends if found & self.ends else frozenset()
        return found - indices - (self.conditioned - self.ends - self.range_ends)

    def _state(self) -> tuple[object, ...]:
        """What differs whenever the letters that all facts together tell may be others."""
        letters = (self.bound, self.ranged, self.conditioned, self.left, self.declared, self.ends, self.range_ends)
        grown = map(len, (self.occurrences, self.arithmetic, self.compared, *letters))
        return (self.told, *grown, *map(id, self.stated))

    def fixed(self) -> frozenset[str]:
        r"""Letters that single out one entry: the y of `L = -\\log p_y` where `p_k = ..` and nothing runs over y.

        Nothing binds such a letter, no left side carries it, and a definition without it uses it in the place of
        another letter.
        """
        state = self._state()
        if self._fixed[0] != state:
            self._fixed = state, frozenset(self._single_out())
        return self._fixed[1]

    def limited(self) -> set[str]:
        """Letters of conditions that say where they lie, and not just whether they are others."""
        return self.conditioned - (self.told_apart - self.placed)

    def _single_out(self) -> set[str]:
        defining = {o.statement for o in self.occurrences if o.left and o.args is None}
        labelled = self.labelled()
        found = self.declared & self.ranged - self.bound - self.left | self._classes()
        running, words = self.running(), SCRIPT_WORDS - self.declared - self.ranged
        for o in self.occurrences:
            if o.left or o.statement not in defining:
                continue
            for place, letter in enumerate(o.shape.letters):
                others = self.left_places.get((o.shape.base, len(o.shape.uppers), o.shape.below, place), set())
                if letter is None or letter in o.bound | self.bound | self.left | words:
                    continue
                if (o.shape.base, letter) in labelled:
                    continue
                beside = running.get((o.shape.base, len(o.shape.uppers), o.shape.below, place), set()) - {letter}
                named = self.ranged & SCRIPT_WORDS & self.conditioned  # a range says that the word is an index
                compared = letter in self.compared | self.limited() | named and bool(beside)
                if compared or others & self.strong or any(map(self.is_used, others)):
                    found.add(letter)
        found |= self.of_shares()[0]
        found |= entries_of_wholes(self.occurrences, self.stated, self.bound | self.left | self.integers())
        return found - self.ends - (self.range_ends - self.declared) - self.arithmetic

    def of_shares(self) -> tuple[frozenset[str], frozenset[str]]:
        r"""The o of `p_o = e^{u_o} / \\sum_w e^{u_w}` beside `L = -\\log p_o`, and of `L = -\\log (e^{u_o} / ..)`; that
        beside `p_k = ..`, too.

        It is on no left side of one of these definitions, and nothing runs over it. It is doubtful, the second of the
        answers, where an equation defines what is named with other letters elsewhere for it alone.
        """
        state = self._state()
        if self._shares[0] != state:
            defining = {o.statement for o in self.occurrences if o.left and o.args is None}
            chains = [self.stated[n].statement.chain for n in sorted(defining)]
            totals = totals_in(chains)
            shares = {x for c in chains for x in shares_in(c, totals)}
            found = self._singled_out_of(shares) if shares else frozenset[str]()
            found -= self._typed_out() if found - shares else frozenset()
            doubtful = frozenset(x for x in found if self._defined_at(x))
            self._shares = state, (found - doubtful, doubtful)
        return self._shares[1]

    def _singled_out_of(self, shares: Set[str]) -> frozenset[str]:
        lefts = {o.statement: o for o in self.occurrences if o.left and o.args is None}
        places = {key for o in lefts.values() for key, x in _spots(o) if x in shares}
        own = {n: {x for p in o.shape.pieces for x in letters_in(p)} for n, o in lefts.items()}
        free = (o for o in self.occurrences if o.statement in lefts and not o.left)
        found = {x for o in free for key, x in _spots(o) if x in shares or key in places if x not in own[o.statement]}
        running = self.strong - (self.ranged - self.bound - self.left)  # a range alone says which entries there are
        return frozenset(x for x in found - SCRIPT_WORDS - running if x is not None)

    def _typed_out(self) -> frozenset[str]:
        # what carries a delta that is no Kronecker delta is not compared for that
        deltas = {x for o in self.occurrences if o.left and o.shape.base == r"\delta" for x in o.shape.letters}
        indicators = (x for s in self.stated for x in of_kind(s.statement.chain, Indicator))
        compared = self.compared - deltas | {y for x in indicators for c in x.conditions for y in letters_in(c)}
        taken = self.integers() | self.declared | compared | self.conditioned
        return typed_out_units(self.left_places.values(), (o.shape for o in self.occurrences), taken)

    def _defined_at(self, letter: str) -> bool:
        """Does a left side carry a letter where the name has another one elsewhere?"""
        lefts = {key for o in self.occurrences if o.left for key, x in _spots(o) if x == letter}
        return any(key in lefts and x != letter for o in self.occurrences for key, x in _spots(o))

    def labelled(self) -> set[tuple[str, str]]:
        r"""Names and letters that are labels of them: the e of `k_i = k_e x_i` beside `V = \\sum_i k_e x_i^2`.

        As one of the rows i it would be made of itself. It stands nowhere else, nor alone, is no letter that counts,
        and another definition is made of it, too: the a of `h_i = f(h_a)` may be the parent of i.
        """
        lefts = {o.statement: o.shape for o in self.occurrences if o.left and o.args is None}
        inside: dict[tuple[str, str], set[str]] = {}
        for o in self.occurrences:
            if not o.left and o.statement in lefts and o.shape.below == 1:
                letter = letter_of(o.shape.lowers[0][0])
                inside.setdefault((o.shape.base, letter or ""), set()).add(lefts[o.statement].base)
        own = {s.base for s in lefts.values() if len(s.pieces) == s.below == 1 and s.letters[0] in self.left}
        found = {(base, x) for (base, x), made in inside.items() if base in own and base in made and len(made) > 1}
        places: dict[str, set[tuple[str, int, bool]]] = {}
        for o in self.occurrences if found else ():
            above = {y for item in o.shape.uppers for p in item for y in letters_in(p)}
            for x in {y for p in o.shape.pieces for y in letters_in(p)}:
                places.setdefault(x, set()).add((o.shape.base, o.shape.below, bool(above)))
        taken = self.integers() | self.left | self.declared | self.compared | self.conditioned | self.derived
        taken |= {x.upper() for x in self.left} | {o.shape.base for o in self.occurrences} | COUNTING | self._alone()
        return {(base, x) for base, x in found if x not in taken and places.get(x) == {(base, 1, False)}}

    def _alone(self) -> set[str]:
        """The letters that stand in the text."""
        alone = (s.statement.chain.members[0] for s in self.stated if not s.statement.chain.relations)
        return {letter for x in alone if (letter := letter_of(x)) is not None}

    def _classes(self) -> set[str]:
        r"""The c of data told by cases, `y_k = [k = c]`, and of sums that keep it out, where nothing runs over c."""
        chains = (s.statement.chain for s in self.stated)
        found = {one for c in chains for _, one in classes_told_apart(c)}
        return (found | {two for _, two in self.given}) - self.bound - self.left

    def rows(self) -> Mapping[str, tuple[Occurrence, Node]]:
        r"""Letters that number one row of given data, each with an occurrence: the o of `s = \\sum_i u_{oi} v_i`.

        Sums or left sides run over the same place of that name elsewhere; nothing says whether row o is one of those.
        """
        state = self._state()
        if self._rows[0] != state:
            self._rows = state, self._number_rows()
        return self._rows[1]

    def _number_rows(self) -> dict[str, tuple[Occurrence, Node]]:
        lefts = {o.statement for o in self.occurrences if o.left and o.args is None}
        taken = {o.shape.base for o in self.occurrences} | self.bound | self.left | self.integers() | self.fixed()
        taken |= self.declared | self.compared | self.limited()
        running, found = self.running(), dict[str, tuple[Occurrence, Node]]()
        for o in self.occurrences:
            shape = o.shape
            if o.left or o.statement not in lefts or shape.uppers or len(shape.pieces) < 2:
                continue
            for place, (piece, letter) in enumerate(zip(shape.pieces, shape.letters, strict=True)):
                key = (shape.base, 0, shape.below, place)
                new = letter is not None and letter not in taken and key not in self.left_places
                if letter is not None and new and running.get(key, set()) & self.strong:
                    found.setdefault(letter, (o, piece))
        return found

    def are_apart(self, told: Apart) -> bool:
        """Is a row apart from all others, that is told apart from those of some letter, or up to some size?"""
        spots = {key for o in self.occurrences for key, x in _spots(o) if x == told.letter}
        running = {x for key in spots for x in self.running().get(key, set()) - {told.letter}}
        kinds, wanted = self.kinds(), frozenset([told.end or ""])
        if told.end is not None:
            return bool(running) and all(self.uppers.get(x) == {wanted} for x in running)
        return told.other in running and len({kinds.get(x, x) for x in running}) == 1

    def running(self) -> dict[Spot, set[str]]:
        """For each place of each name the letters there that a sum binds or the left side carries."""
        if self._running[0] != len(self.occurrences):
            self._running = len(self.occurrences), self._run_over()
        return self._running[1]

    def _run_over(self) -> dict[Spot, set[str]]:
        left: dict[int, set[str]] = {}
        for o in self.occurrences:
            if o.left:
                left.setdefault(o.statement, set()).update(x for x in o.shape.letters if x)
        found: dict[Spot, set[str]] = {}
        for o in self.occurrences:
            for place, letter in enumerate(o.shape.letters):
                if letter is not None and letter in o.bound | left.get(o.statement, set()):
                    found.setdefault((o.shape.base, len(o.shape.uppers), o.shape.below, place), set()).add(letter)
        return found

    def is_used(self, letter: str) -> bool:
        """Does a letter of left sides stand in its body too, or in a script of some other name?"""
        if letter in self.told:
            return False
        if letter in self.shared:
            return True
        own = {str(place[0]) for place, letters in self.left_places.items() if letter in letters}
        return bool(self.scripted.get(letter, set()) - own)

    def kinds(self, apart: bool = False) -> dict[str, str]:
        """For each letter with one range the first letter whose range ends alike; `apart`: sizes that an equation makes
        equal are two."""
        first: dict[frozenset[str], str] = {}
        found: dict[str, str] = {}
        running = self.strong | self.left
        for letter, end in self.given_ends:
            found[letter] = first.setdefault(end, letter)
        for letter, ends in self.uppers.items():
            if len(ends) == 1:
                (only,) = ends
                # a size that carries an index (`d_\\ell`) is one size, whatever the index
                end = frozenset(x.split("_")[0] if x.split("_")[-1] in running else x for x in only)
                end = frozenset(self.equal_sizes.get(x, x) for x in end) if len(end) == 1 and not apart else end
                found[letter] = first.setdefault(end, letter)
        return found

    def layered(self) -> dict[str, str]:
        """Letters that run up to a size of some layer, be it a fixed one (`n_L` beside `n_{l-1}`), with that size."""
        carried = {size for size, letters in self.size_names.items() if letters & self.strong}
        ends = {x: {name.split("_")[0] for end in found for name in end} for x, found in self.uppers.items()}
        return {x: min(found & carried) for x, found in ends.items() if len(found & carried) == 1}

    def begins(self) -> dict[str, str]:
        """For each kind of letters (`kinds`) the number at which all their ranges begin, where it is one number."""
        found: dict[str, set[str]] = {}
        for letter, kind in self.kinds().items():
            found.setdefault(kind, set()).update(self.lowers.get(letter, {"?"}))
        return {kind: next(iter(numbers)) for kind, numbers in found.items() if len(numbers) == 1}

    def _constant(self, letter: str) -> bool:
        if letter in self.range_ends:
            return True
        if letter[:1].isupper():
            return not letter.endswith("'")  # the L' that every step has beside the one step L (`one_step`)
        beside = [others for others in self.left_places.values() if letter in others]
        return all(others & self.strong for others in beside)


def _spots(o: Occurrence) -> Iterator[tuple[Spot, str | None]]:
    """The places of a name, each with its letter."""
    for place, letter in enumerate(o.shape.letters):
        yield (o.shape.base, len(o.shape.uppers), o.shape.below, place), letter
