r"""Indices that are exponents: `\sum_{j=0}^{M} w_j x^j`, `\sum_t \gamma^t r_t`.

An index above a name is a part of it where other names carry that index above, in parentheses, or on the left of an
equation, and where the page differentiates by the name with it. Where it only stands above names that also stand
without it, or above one of the Greek letters that are numbers while other names carry it below, it counts factors. Of a
name with indices below (`x_n^m`) that takes one sign more: that the index begins at 0, or that it stands there with a
number (`x_n^{m-1}`).

An index is its value, too, in the definition of a number for each from nothing but numbers and sizes,
`\alpha_m = \frac{m-1}{M-1}`, where it stands for a value in no equation without such an index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...latex.tree import BigSum, Group, Name, Script, Scripted, of_kind
from ..facts import Facts, Occurrence
from ..meaning import Meaning, exponent_of, function_name, raised_letter
from ..spelled.shape import APART, Shape, letter_of, letters_in, shape_of
from ..stated import Stated

NUMBERS = frozenset([r"\gamma", r"\beta", r"\lambda", r"\alpha", r"\rho", r"\mu", r"\eta", r"\tau", r"\kappa"])
"""Letters that are raised to powers without ever standing alone: discounts, rates of decay."""

DUMMY = rf"\{APART}{{"
"""What `prepared.arguments.dummies` puts before a letter for any argument."""


def find_counting(facts: Facts, values: Sequence[Occurrence], meaning: Meaning) -> None:
    """Note the indices that are exponents, and the names above which they stand."""
    above: dict[str, list[Occurrence]] = {}
    below: dict[str, set[str]] = {}
    for o in values:
        for item in o.shape.uppers:
            for x in {x for p in item for x in letters_in(p)}:
                above.setdefault(x, []).append(o)
        for x in {x for item in o.shape.lowers for p in item for x in letters_in(p)}:
            below.setdefault(x, set()).add(o.shape.base)
    running = meaning.names.index | facts.bound
    raised = set(_put_into_powers(facts, meaning))
    for letter in above.keys() & running - meaning.names.sizes:
        found = above[letter]
        bases = {(o.shape.base, o.shape.below) for o in found}
        if any(o.left or exponent_of(o.shape) is None or _is_part(o.shape, letter, facts, meaning) for o in found):
            continue
        if all(_is_number(base, n, below.get(letter, set()), meaning) for base, n in bases) and (
            not any(n for _, n in bases) or "0" in facts.lowers.get(letter, set()) or any(map(_is_form, found))
        ):
            meaning.counting.add(letter)
            meaning.plain |= bases
            raised |= bases
    meaning.counting |= set(_over_parentheses(facts)) & running - meaning.names.sizes
    meaning.counting |= set(_of_coefficients(facts, meaning)) & running - meaning.names.sizes
    for letter, found in above.items():
        # the i of `x_n^i` beside `\sum_j w_j x_n^j`
        bases = {(o.shape.base, o.shape.below) for o in found}
        parts = any(o.left or exponent_of(o.shape) is None or _is_part(o.shape, letter, facts, meaning) for o in found)
        if bases <= raised and not parts and letter not in meaning.names.sizes and letter in below:
            meaning.counting.add(letter)
            meaning.names.index |= {letter}


def _over_parentheses(facts: Facts) -> Iterator[str]:
    r"""The letters above parentheses that stand as factors besides: the k of `k (x_i)^{k-1}`."""
    groups = (x for s in facts.stated for x in of_kind(s.statement.chain, Scripted) if isinstance(x.base, Group))
    raised = {y for x in groups for s in x.scripts if s.above for e in s.entries for y in letters_in(e)}
    yield from (o.shape.base for o in facts.occurrences if o.shape.base in raised and not o.shape.pieces and not o.left)


def _of_coefficients(facts: Facts, meaning: Meaning) -> Iterator[str]:
    r"""The m of `\alpha_m = (m-1)/(M-1)`."""
    values: dict[str, set[int]] = {}
    for o in facts.occurrences:
        if not o.shape.pieces:
            values.setdefault(o.shape.base, set()).add(o.statement)
    for s in facts.stated:
        c = s.statement.chain
        left = shape_of(c.members[0])
        if left is None or left.uppers or len(left.lowers) != 1 or c.relations != ("=",):
            continue
        own = {x for x in left.letters if x is not None}
        names = {letter_of(y) for y in of_kind(c.members[1], Name)}
        if own & names and names <= own | meaning.names.sizes and not of_kind(c.members[1], BigSum):
            yield from (x for x in own if all(_is_index(x, facts.stated[n]) for n in values.get(x, ())))


def _is_index(letter: str, s: Stated) -> bool:
    """Does a letter also stand below a name of an equation?"""
    return any(letter_of(e) == letter for x in of_kind(s.statement.chain, Script) if not x.above for e in x.entries)


def _put_into_powers(facts: Facts, meaning: Meaning) -> Iterator[tuple[str, int]]:
    r"""The names of which a function with powers of its argument takes entries: the x of `y(x_n)` beside `u^j`."""
    powers = (o for o in facts.occurrences if o.shape.base in meaning.dummies.get(o.statement, frozenset()))
    if not any(o.shape.bare and letter_of(p) in o.bound for o in powers for item in o.shape.uppers for p in item):
        return
    for o in facts.occurrences:
        if o.args is not None and function_name(o.shape) in meaning.functions:
            shapes = (shape_of(a) for a in o.args if isinstance(a, Name))
            yield from ((s.base, s.below) for s in shapes if s is not None and s.lowers and not s.uppers)


def _is_part(shape: Shape, letter: str, facts: Facts, meaning: Meaning) -> bool:
    """Is the index above a name a part of it?"""
    defined = (shape.base, 1, shape.below) in meaning.lefts
    return defined or (shape.base, shape.below, letter) in facts.raised or shape.base in ("e", r"\delta")


def _is_number(base: str, lower: int, others: set[str], meaning: Meaning) -> bool:
    """May a name be raised to a power?"""
    if (base, lower) in meaning.plain:
        return True
    return not lower and (base in NUMBERS or base.startswith(DUMMY)) and bool(others - {base})


def _is_form(o: Occurrence) -> bool:
    return raised_letter(o.shape) is None
