r"""What a name before a parenthesis is, where the document neither declares nor defines it.

`RULES` are asked in order; the first that knows what the name is decides. A rule that returns None leaves it to those
below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from ...latex import tree as t
from ...latex.tree import Node
from ..facts import Facts, Occurrence
from ..meaning import Meaning, function_name
from ..spelled.function_letters import COEFFICIENTS, FUNCTION_LETTERS, GREEK_FUNCTIONS, RATES
from ..spelled.shape import Shape, letter_of, letters_in
from .called_numbers import is_a_share, is_exponent, is_factor, is_number, may_be_weights, may_weigh
from .families import family_of, is_applied_to_its_own, is_of_family
from .steepness import is_steepness


class Kind(Enum):
    """`KNOWN`: nothing is to be decided, or it is a factor; `UNCLEAR`: a factor or a function, no one can tell."""

    KNOWN = auto()
    UNCLEAR = auto()
    FUNCTION = auto()
    FAMILY = auto()


@dataclass(frozen=True, slots=True)
class Called:
    """An occurrence of a name before a parenthesis; `plain` counts by letter the occurrences without one."""

    o: Occurrence
    plain: Mapping[str, int]
    facts: Facts
    meaning: Meaning

    @property
    def shape(self) -> Shape:
        return self.o.shape

    @property
    def base(self) -> str:
        return self.shape.base

    @property
    def name(self) -> str | None:
        return function_name(self.shape)

    @property
    def letters(self) -> set[str]:
        """The letters in its scripts."""
        return {x for x, _ in self.shape.placed}

    @property
    def names_functions(self) -> bool:
        return self.shape.letter in FUNCTION_LETTERS


Rule = Callable[[Called], "Kind | None"]


def infer(o: Occurrence, plain: Mapping[str, int], facts: Facts, meaning: Meaning) -> None:
    """Decide what the name is, and keep that in the meaning of the document."""
    called = Called(o, plain, facts, meaning)
    kind = next(found for rule in RULES if (found := rule(called)) is not None)
    if kind is Kind.UNCLEAR:
        meaning.unclear.add(called.base)
    elif kind is Kind.FAMILY:
        meaning.families.add(family_of(called.shape))
    elif kind is Kind.FUNCTION and (name := called.name) is not None:
        meaning.functions[name] = GREEK_FUNCTIONS.get(name, name)


def _is_decided(c: Called) -> Kind | None:
    m = c.meaning
    known = c.name in m.functions or c.base in m.index_lists or c.base in m.shown or c.name in m.unclear
    if known or m.is_delta(c.shape) or is_of_family(c.shape, m):
        return Kind.KNOWN
    return Kind.KNOWN if c.base in GREEK_FUNCTIONS and is_steepness(c.base, c.facts) else None


def _is_defined_apart(c: Called) -> Kind | None:
    r"""`\hat{x} = \sigma(w z + c)` beside `\sigma = ..`."""
    value = c.base in GREEK_FUNCTIONS and (c.base, 0, 0) in c.meaning.lefts
    return Kind.UNCLEAR if value and _is_all_of_a_member(c.base, c.facts) else None


def _is_value(c: Called) -> Kind | None:
    """A size, or what is defined with the same indices."""
    names = c.meaning.names
    unprimed = (c.shape.letter, len(c.shape.pieces) - c.shape.below, c.shape.below)
    defined = unprimed in c.meaning.lefts and c.letters <= names.index | names.sizes
    if c.base not in names.size_names | names.sizes and not defined:
        return None
    return Kind.UNCLEAR if c.names_functions and is_applied_to_its_own(c.o) else Kind.KNOWN


def _is_labelled_elsewhere(c: Called) -> Kind | None:
    r"""`\sigma(a)` beside `\sigma_B^2`, and never alone."""
    alone = c.name in GREEK_FUNCTIONS and not c.shape.pieces
    return Kind.FUNCTION if alone and _has_labels_elsewhere(c.base, c.facts) else None


def _may_weigh(c: Called) -> Kind | None:
    """A letter of a function that may as well be a number before sums; a sigma is none."""
    asked = c.names_functions and c.name is not None and c.base not in GREEK_FUNCTIONS and not c.shape.pieces
    return Kind.UNCLEAR if asked and not is_number(c.shape.letter, c.facts) and may_weigh(c.base, c.facts) else None


def _stands_plain_too(c: Called) -> Kind | None:
    """Also used without a parenthesis: a product, unless its letter says function."""
    if c.base not in c.plain:
        return None
    if not c.names_functions or c.name is None or c.shape.pieces:
        return Kind.UNCLEAR if c.names_functions and is_applied_to_its_own(c.o) else Kind.KNOWN
    if is_number(c.shape.letter, c.facts):
        greek = c.base in GREEK_FUNCTIONS and _is_all_of_a_member(c.base, c.facts)
        return Kind.UNCLEAR if greek else Kind.KNOWN
    calls = sum(p.args is not None and p.shape.base == c.base for p in c.facts.occurrences)
    return Kind.FUNCTION if calls >= c.plain[c.base] else Kind.UNCLEAR


def _is_factor(c: Called) -> Kind | None:
    """A number before a sum in parentheses."""
    if c.base in COEFFICIENTS and (is_exponent(c.base, c.facts) or is_a_share(c.base, c.facts)):
        return Kind.KNOWN
    counted = c.shape.pieces or c.shape.letter in COEFFICIENTS
    if not c.names_functions and counted and is_factor(c.base, c.facts, 1 if c.shape.pieces else 2):
        return Kind.KNOWN
    several = sum(p.shape.base == c.base for p in c.facts.occurrences) > 1
    rate = c.base in RATES and several and not c.shape.primes
    return Kind.KNOWN if rate and is_factor(c.base, c.facts, 0) else None


def _may_be_weights(c: Called) -> Kind | None:
    return Kind.UNCLEAR if c.names_functions and may_be_weights(c.shape, c.o, c.facts) else None


def _is_one_of_several(c: Called) -> Kind | None:
    r"""One function for each index, `\varphi_j(v_j)` or `g^{(l)}(z)`."""
    primed = c.shape.primes and _is_applied_wherever_used(c.shape.letter, c.facts)
    if not (c.names_functions or primed):
        return None
    inside = {x for p in c.shape.pieces for x in letters_in(p)}
    indices = c.meaning.names.index | c.meaning.names.sizes | c.o.bound
    single = len(c.o.args or ()) == 1 and bool(inside)
    return Kind.FAMILY if single and inside <= indices and all(map(is_integral, c.shape.pieces)) else None


def _has_indices(c: Called) -> Kind | None:
    return Kind.UNCLEAR if c.name is None or c.letters & c.meaning.names.index else None


def _is_greek(c: Called) -> Kind | None:
    return Kind.FUNCTION if c.name in GREEK_FUNCTIONS else None


def _is_primed_number(c: Called) -> Kind | None:
    """`(a' (..)` beside a number a: nothing says that a is a function."""
    number = c.shape.primes and c.shape.letter in c.plain and not c.names_functions
    return Kind.KNOWN if number and not _is_applied_wherever_used(c.shape.letter, c.facts) else None


def _is_function(c: Called) -> Kind | None:
    """By its letter or a prime; `l(o, y)` is no product either."""
    return Kind.FUNCTION if c.names_functions or c.shape.primes or len(c.o.args or ()) > 1 else Kind.UNCLEAR


RULES: tuple[Rule, ...] = (
    _is_decided,
    _is_defined_apart,
    _is_value,
    _is_labelled_elsewhere,
    _may_weigh,
    _stands_plain_too,
    _is_factor,
    _may_be_weights,
    _is_one_of_several,
    _has_indices,
    _is_greek,
    _is_primed_number,
    _is_function,
)


def _has_labels_elsewhere(base: str, facts: Facts) -> bool:
    """Does a letter that is applied always have something below it elsewhere?"""
    return all(o.args is not None or o.shape.lowers for o in facts.occurrences if o.shape.base == base)


def _is_applied_wherever_used(letter: str, facts: Facts) -> bool:
    """Does a letter stand before a parenthesis, and else alone in a sentence: `where $a$ acts on each entry`?"""
    mine = [o for o in facts.occurrences if o.shape.base == letter]
    alone = [facts.stated[o.statement] for o in mine if o.args is None]
    mentioned = (s.inline and isinstance(s.statement.chain.members[0], t.Name) for s in alone)
    return all(mentioned) and not any(s.statement.chain.relations for s in alone) and len(alone) < len(mine)


def _is_all_of_a_member(base: str, facts: Facts) -> bool:
    """Is a member of an equation nothing but a letter and a parenthesis?"""
    members = (m for s in facts.stated for m in s.statement.chain.members[1:] if isinstance(m, t.Product))
    return any(
        len(m.factors) == 2 and m.factors[1].joined and isinstance(x := m.factors[0].body, t.Name) and x == t.Name(base)
        for m in members
    )


def is_integral(x: Node) -> bool:
    """Is it made of letters and whole numbers alone, `l + 1`?"""
    if isinstance(x, t.Number):
        return "." not in x.text
    if isinstance(x, t.Terms):
        return all(is_integral(term.body) for term in x.terms)
    return letter_of(x) is not None
