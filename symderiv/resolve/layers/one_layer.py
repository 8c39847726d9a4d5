r"""Two layers of a page that never says how many there are: `o^l = f(x^l)`, `x^{l+1}_j = ..`, `E = .. x^{l+1}_j ..`.

The loss uses the layer of the letter as it stands, the highest that is defined. The letter is then a fixed number, as
`2` and `3` would be. So it is tried where the definitions do not go together for every layer: an output map that is
smaller than what it is made of, and both have the letter.
"""

from __future__ import annotations

from ...latex.tree import Name, Node, walk
from ..facts import Facts, Occurrence
from ..spelled.shape import shifted


def layers_of_no_range(facts: Facts) -> set[str]:
    """The letters above names that nothing binds or bounds, and that a definition uses without having them itself.

    None if any name has a layer of another kind in such a place: the `a^L` beside `a^l` is the end of a range.
    """
    defining = {o.statement for o in facts.occurrences if o.left and (o.args is None or o.shape.uppers)}
    carried: dict[int, set[str]] = {}
    for o in facts.occurrences:
        if o.left:
            carried.setdefault(o.statement, set()).update(_letters(o))
    elsewhere = facts.strong | facts.conditioned | facts.ends | facts.range_ends | facts.derived
    if facts.one_layer:
        return {x for x in _with_steps(facts) & facts.left - elsewhere if _is_alone(x, facts)}
    top = _highest(facts)
    open_ = {
        letter
        for o in facts.occurrences
        if o.statement in defining and not o.left
        for letter, step in map(shifted, _above(o))
        if letter and letter not in o.bound | carried.get(o.statement, set()) and step >= top.get(letter, 0)
    }
    return {letter for letter in open_ & facts.left - elsewhere if _is_alone(letter, facts)}


def _with_steps(facts: Facts) -> set[str]:
    """The letters of layers that definitions use beside the one before or behind them, `x^l` of `y^{l-1}`."""
    steps = {shifted(p) for o in facts.occurrences for p in _above(o)}
    return {letter for letter, step in steps if letter and step}


def _highest(facts: Facts) -> dict[str, int]:
    """How far above each letter the layers on left sides go, 1 for `x^{l+1}`: nothing above the last one is lost."""
    found: dict[str, int] = {}
    for letter, step in (shifted(p) for o in facts.occurrences if o.left for p in _above(o)):
        if letter:
            found[letter] = max(step, found.get(letter, step))
    return found


def _letters(o: Occurrence) -> set[str]:
    """The letters of the layers above a name, those of `l` and of `l + 1`."""
    return {letter for p in _above(o) if (letter := shifted(p)[0])}


def _above(o: Occurrence) -> tuple[Node, ...]:
    return o.shape.pieces[: len(o.shape.pieces) - o.shape.below]


def _is_alone(letter: str, facts: Facts) -> bool:
    """Does the letter stand only above names, and nothing else where it stands?"""
    places: set[tuple[str, int, int]] = set()
    for o in facts.occurrences:
        pieces = _above(o)
        places.update((o.shape.base, len(pieces), n) for n, p in enumerate(pieces) if shifted(p)[0] == letter)
        below = o.shape.pieces[len(pieces) :]
        if any(_stands_in(p, letter) for p in below):
            return False
    return all(
        shifted(p)[0] == letter
        for o in facts.occurrences
        for n, p in enumerate(_above(o))
        if (o.shape.base, len(_above(o)), n) in places
    )


def _stands_in(p: Node, letter: str) -> bool:
    """Does a letter stand in an index, but as the layer of a size, the l of `x_{i+F^l}`?"""
    sized = {id(y) for x in walk(p) if isinstance(x, Name) for s in x.scripts if s.above for y in walk(s)}
    return any(isinstance(x, Name) and x.base == letter and id(x) not in sized for x in walk(p))
