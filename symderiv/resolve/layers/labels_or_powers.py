r"""Letters above names that are no powers, for lines define these names or differentiate by them: `x^r_i` beside `x_i`.

Such a letter may look like the only layer that there is. Above the names of one letter alone it counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from ...latex import tree as t
from ..facts import Facts, Occurrence
from ..meaning import Meaning, raised_letter
from ..spelled.shape import Shape, letter_of, letters_in, shape_of
from .one_layer import layers_of_no_range


def differentiated_by(facts: Facts) -> Iterator[Shape]:
    """The names by which lines differentiate."""
    bodies = (w.body for s in facts.stated for w in t.of_kind(s.statement.chain, t.Wrt))
    return (shape for x in bodies if (shape := shape_of(x)) is not None)


def labels_beside_plain(facts: Facts, values: list[Occurrence], meaning: Meaning) -> Iterator[tuple[str, str, bool]]:
    r"""Letters above names that lines differentiate by or define, beside names without: the s of `b^s = (b^s_k)` or
    `\partial J / \partial b^s_k` beside `b_i`. Nobody does so with a power, unless the letter is a number there."""
    layers = frozenset(layers_of_no_range(facts))
    integers = meaning.names.index | meaning.names.sizes - _above_one_name(layers, facts)
    known = {o.shape.base for o in values if not o.shape.pieces} | integers
    for shape in (*differentiated_by(facts), *(o.shape for o in values if o.left)):
        letter = raised_letter(shape)
        if letter is None or meaning.is_transposed(shape) or meaning.is_exponential(shape):
            continue
        if (shape.base, shape.below) in meaning.plain and letter not in known | facts.integers():
            meaning.names.sizes -= layers & {letter}
            if _is_typed_both_ways(shape.base, letter, values) or letter in _above_parentheses(facts):
                meaning.raised.add((shape.base, shape.below, letter))
            yield shape.base, letter, True


def _is_typed_both_ways(base: str, letter: str, values: Iterable[Occurrence]) -> bool:
    """Does a letter stand above a name in front of what is below it and behind that, `v^q_i` beside `v_i^q`?

    The one is how a label is typed, the other how a power is: readers do not know which of them was meant.
    """
    alike = (o.shape for o in values if o.shape.base == base and raised_letter(o.shape) == letter and o.shape.lowers)
    return len({shape.order[0].above for shape in alike if shape.order}) > 1


def _above_parentheses(facts: Facts) -> Set[str | None]:
    """The letters that stand above what is no name, `(s_i)^q`, where most are powers."""
    groups = (x for s in facts.stated for x in t.of_kind(s.statement.chain, t.Scripted) if isinstance(x.base, t.Group))
    scripts = (x.scripts[0] for x in groups if len(x.scripts) == 1)
    return {letter_of(s.entries[0]) for s in scripts if s.above and not s.bracket and len(s.entries) == 1}


def _above_one_name(letters: frozenset[str], facts: Facts) -> Set[str]:
    """Those of some letters that stand above names of one letter alone: they tell these apart, and count nothing."""
    above: dict[str, set[str]] = {x: set() for x in letters}
    for o in facts.occurrences if letters else ():
        upper = sum(map(len, o.shape.uppers))
        for n, p in enumerate(o.shape.pieces):
            for x in letters.intersection(letters_in(p)):
                above[x].add(o.shape.base if n < upper and letter_of(p) == x else "")
    return {x for x, names in above.items() if len(names) == 1 and "" not in names}
