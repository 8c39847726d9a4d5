r"""Powers: what of a script is an exponent. `e_{ij}^2` is one because `e_{ij}` exists; `\sigma^2 = ..` is a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from ..latex import tree as t
from .facts import Facts, Occurrence
from .layers.labels_or_powers import differentiated_by, labels_beside_plain
from .meaning import Meaning, exponent_of, raised_letter, signature
from .spelled.shape import letters_in, shape_of

EVEN = frozenset("2468")
POWERS = frozenset("23456789")
STATING = frozenset([">", r"\ge", r"\in"])
"""Relations that say what values a name has: `\\sigma > 0`."""
DEVIATIONS = frozenset([r"\sigma", r"\tau", r"\varsigma"])


def find_powers(facts: Facts, values: list[Occurrence], meaning: Meaning) -> None:
    plain = meaning.plain
    for base, above, below in meaning.lefts:
        if not above:
            plain.add((base, below))
    plain.update((o.shape.base, o.shape.below) for o in values if not o.shape.uppers)
    plain -= set(_forgotten(values))
    plain.update(pair for pair in meaning.named if pair[1])
    bare_e = ("e", 0) in plain or any(o.shape.base == "e" and o.left and not o.shape.lowers for o in values)
    meaning.exponential = not bare_e
    meaning.errors_called_e = bare_e and (("e", 0) not in plain or _has_lists_only("e", values))
    plain.update((size, 0) for size in meaning.names.sizes if (size, 1, 0) not in meaning.lefts)
    seen: dict[tuple[str, int], set[str]] = {}
    for o in values:
        exponent = exponent_of(o.shape)
        if o.shape.uppers:
            text = exponent.text if isinstance(exponent, t.Number) else ""
            seen.setdefault((o.shape.base, o.shape.below), set()).add(text)
    # `wrt = "w"` may name all of `w^{(l)}`: it tells a power only from a number
    plain.update(pair for pair in meaning.named if pair in seen and all(text.isdigit() for text in seen[pair]))
    meaning.names.labels |= set(labels_beside_plain(facts, values, meaning))
    _find_raised(values, meaning)
    meaning.squares.update(_beside_parentheses(values))
    meaning.numbered |= set(_by_number(values))
    if any(o.left and isinstance(exponent_of(o.shape), t.Number) for o in values):
        # numbers over left sides: this author writes layers that way
        return
    plain.update(_mentioned(facts, seen))
    layered = any(texts - {"", "2"} for texts in seen.values())
    by = set() if layered else {(s.base, s.below) for s in differentiated_by(facts)}
    for pair, texts in seen.items():
        defined = (pair[0], 1, pair[1]) in meaning.lefts
        once = len(texts) == 1 and "" not in texts and "1" not in texts
        if once and pair[1] and pair not in plain and not defined:
            # of data that only stands squared, a power and a name say the same
            (meaning.squares if layered or pair in by else plain).add(pair)


def _has_lists_only(base: str, values: list[Occurrence]) -> bool:
    """Does a letter stand without scripts only before a list of indices: the e of `e(n)`?"""
    found = [o for o in values if o.shape.base == base and not o.shape.pieces]
    return bool(found) and all(o.args is not None for o in found)


def _beside_parentheses(values: list[Occurrence]) -> Iterator[tuple[str, int]]:
    r"""Names with a 2 above them that carry a letter in parentheses elsewhere, the `x_j^2` beside `x_j^{(m)}`: it may
    be the second, or a square without the letter."""
    typed: dict[tuple[str, int], list[Occurrence]] = {}
    for o in values:
        if o.shape.uppers:
            typed.setdefault((o.shape.base, o.shape.below), []).append(o)
    found: dict[tuple[str, int], set[str]] = {}
    for pair, group in typed.items():
        plain = [o for o in group if o.shape.bare]
        enclosed = [o for o in group if not o.shape.bare]
        if plain and enclosed and all(any(letters_in(p) for item in o.shape.uppers for p in item) for o in enclosed):
            found[pair] = {x.text if isinstance(x := exponent_of(o.shape), t.Number) else "" for o in plain}
            found[pair] |= {"left" for o in plain if o.left}
    if all(numbers == {"2"} for numbers in found.values()):  # else this author leaves the parentheses out
        yield from found


def _mentioned(facts: Facts, seen: Mapping[tuple[str, int], Set[str]]) -> Iterator[tuple[str, int]]:
    r"""Names that a sentence mentions and lines have with several even numbers above: `\sigma^2`, `\sigma^4`.

    Layers would have odd numbers, too. Of a deviation any number is a power, and a single one may be part of the name.
    """
    for chain in (s.statement.chain for s in facts.stated):
        shape = shape_of(chain.members[0]) if STATING.issuperset(chain.relations) else None
        if shape is None or shape.uppers or shape.primes or (shape.base, shape.below) not in seen:
            continue
        numbers = seen[shape.base, shape.below]
        if len(numbers) > 1 and numbers <= (POWERS if shape.base in DEVIATIONS else EVEN):
            yield shape.base, shape.below


def _forgotten(values: list[Occurrence]) -> Iterator[tuple[str, int]]:
    r"""Entries that mostly carry the letter above them that left sides carry: where they do not, it was left out.

    The `w_{kj}` of one line beside `\partial C / \partial w^l_{jk}` and `z^l_j = \sum_k w^l_{jk} ..` makes no power.
    """
    layers = {x for o in values if o.left and o.shape.below and (x := raised_letter(o.shape)) is not None}
    found: dict[tuple[str, int], list[Occurrence]] = {}
    for o in values if layers else ():
        if o.shape.below:
            found.setdefault((o.shape.base, o.shape.below), []).append(o)
    for pair, group in found.items():
        bare = [o for o in group if not o.shape.uppers]
        raised = [e for o in group if (e := exponent_of(o.shape)) is not None]
        alike = all(letters_in(e) and layers.issuperset(letters_in(e)) for e in raised)
        if bare and alike and len(raised) > 2 * len(bare) and not any(o.left for o in bare):
            yield pair


def _by_number(values: list[Occurrence]) -> Iterator[tuple[str, int, str]]:
    """Names that a number above tells apart: those of left sides, where one is a 1, and a 1 above other names then.

    Nobody defines a first power; and who writes layers so writes no first power elsewhere.
    """
    numbers = [(o, x.text) for o in values if isinstance(x := exponent_of(o.shape), t.Number)]
    if any(o.left and text == "1" for o, text in numbers):
        yield from ((o.shape.base, o.shape.below, text) for o, text in numbers if o.left or text == "1")


def _find_raised(values: list[Occurrence], meaning: Meaning) -> None:
    r"""Letters above a name that may be exponents: the only one that the name has, or a number elsewhere.

    What is defined by its entries and stands without them, too, is no number but an array: the Q of `W^Q_{pa}` beside
    `Q_{ia} = ..` and `\frac{\partial L}{\partial Q}`.
    """
    letters: dict[tuple[str, int], set[str | None]] = {}
    for o in values:
        if o.shape.uppers and not meaning.is_exponential(o.shape):
            letters.setdefault((o.shape.base, o.shape.below), set()).add(raised_letter(o.shape))
    numbers = {o.shape.base for o in values if not o.shape.pieces and not o.left}
    numbers -= {base for base, above, below in meaning.lefts if above + below and (base, 0, 0) not in meaning.lefts}
    indices = meaning.names.index | meaning.names.sizes
    for o in values:
        letter, pair = raised_letter(o.shape), (o.shape.base, o.shape.below)
        if letter is None or letter in indices or letter in o.bound or pair in meaning.plain:
            continue
        if signature(o.shape) in meaning.lefts or meaning.is_transposed(o.shape) or meaning.is_exponential(o.shape):
            continue
        if letter in numbers or (not o.shape.below and letters[pair] == {letter}):
            meaning.raised.add((*pair, letter))
