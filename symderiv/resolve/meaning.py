r"""What the names of a document mean, once that is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ..latex import tree as t
from ..latex.tree import Node
from ..memo import in_slot
from .spelled.names import Names
from .spelled.shape import Shape, is_transpose, is_word, label_of, letter_of, letters_in


def label_or_index(letter: str) -> tuple[str, str]:
    """What to say of a letter that nothing runs over, and how to say which is meant."""
    return (
        f"`{letter}` is a label or a fixed index",
        rf'write `\text{{{letter}}}` if it is a label; if it is a fixed index, declare it: `sizes = ["{letter}"]`',
    )


PLAIN = (t.Name, t.Number, t.Text, t.Symbol)
"""What stands alone above a name."""


Family: TypeAlias = tuple[str, int, int]
"""A letter, and how many indices stand above and below it."""
INDICATING = frozenset([r"\mathbb{I}", r"\mathbb{1}"])
"""Signs of an indicator, which with two letters below ask whether these are equal."""


@dataclass(slots=True)
class Meaning:
    r"""What the names of a document mean.

    - `functions`: the name of a function as typed (`f_1`) to the name stored in `Apply.function`;
    - `index_lists`: names whose parenthesis holds indices (`X_i(t-1)`); `shown`: names that only show what they depend
      on (`J(\theta) = ..`); `unclear`: names with a parenthesis that may be a product or a function;
    - `families`: functions that carry indices, `\varphi_j(v_j)`, by letter and number of entries above and below;
    - `plain`: pairs of name and number of subscripts that also occur without superscript: `^2` on them is a power;
      `squares`: those that occur with one numeric superscript only, and might be a power or a name;
    - `numbered`: names with the number above them that tells them apart from the name without it: `s_j^1` beside `s_i`;
    - `raised`: names with the letter above them that is a power or a label; `named`: pairs of name and number of
      subscripts that the front matter gives without superscript: variables, of which a superscript is a power;
    - `indexed`: letters that are values with indices only: above another name they are labels (`W^z` beside `z_i`);
    - `matrices`: bare names that are transposed somewhere, so that none of them is a number;
    - `several`: functions that are defined with several parameters;
    - `inside`: the letters in the definition of a function that are no parameters of it;
    - `arguments`: the scalar that a function is applied to, if it is only one (`\sigma` is `\sigma(z)`);
      `applied`: the letters of the names that it is applied to, and all that stand in what it is applied to;
    - `lefts`: names that are left sides; `dummies`: letters that stand for any number, by statement;
    - `identities`: names of the identity matrix, whose entries are Kronecker deltas; `rows_called`: the letters of
      vectors that words call rows, None for those of all;
    - `conflicts`: letters with two readings, by statement and name: what to say, and the hint;
    - `counting`: indices that are exponents, and values wherever they stand; `standing`: those that are values where
      they run, with the statements on whose left they stand;
    - `exponential`: nothing on the page is called e; `errors_called_e`: what is has something above it throughout, or
      indices in parentheses.
    """

    names: Names
    functions: dict[str, str] = field(default_factory=dict)
    index_lists: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    shown_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)
    families: set[Family] = field(default_factory=set)
    plain: set[tuple[str, int]] = field(default_factory=set)
    squares: set[tuple[str, int]] = field(default_factory=set)
    numbered: set[tuple[str, int, str]] = field(default_factory=set)
    raised: set[tuple[str, int, str | None]] = field(default_factory=set)
    named: set[tuple[str, int]] = field(default_factory=set)
    several: set[str] = field(default_factory=set)
    inside: dict[str, set[str]] = field(default_factory=dict)
    arguments: dict[str, Node] = field(default_factory=dict)
    applied: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    lefts: set[tuple[str, int, int]] = field(default_factory=set)
    dummies: dict[int, frozenset[str]] = field(default_factory=dict)
    conflicts: dict[tuple[int, str, str], tuple[str, str]] = field(default_factory=dict)
    matrices: set[str] = field(default_factory=set)
    indexed: set[str] = field(default_factory=set)
    identities: set[str] = field(default_factory=set)
    rows_called: frozenset[str] | None = frozenset()
    exponential: bool = True
    errors_called_e: bool = False
    counting: set[str] = field(default_factory=set)
    standing: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def is_power(self, shape: Shape) -> bool:
        r"""Is the superscript of a name an exponent? Labels and what stands in parentheses never are."""
        exponent = exponent_of(shape)
        letter = raised_letter(shape)
        if exponent is None or is_word(exponent):
            return False
        if letter is not None and letter not in self.names.sizes and self.names.has_label(shape.base, letter):
            return False
        if isinstance(exponent, t.Number) and (shape.base, shape.below, exponent.text) in self.numbered:
            return False
        if letter_of(exponent) in self.indexed or (shape.base, letter, True) in self.names.labels:
            return False
        return (_never_a_name(exponent) and not self._counts_layers(exponent)) or (
            (shape.base, shape.below) in self.plain and not self._numbers(shape, exponent)
        )

    def _counts_layers(self, exponent: Node) -> bool:
        """Is it a layer near one that is a size with a label, `n_l - 1`?"""
        sizes = [y for y in t.of_kind(exponent, t.Name) if y.scripts] if isinstance(exponent, t.Terms) else []
        labels = [letter_of(e) for y in sizes for s in y.scripts for e in s.entries]
        return len(sizes) == len(labels) == 1 and self.names.is_size(f"{sizes[0].base}_{labels[0] or ''}")

    def _numbers(self, shape: Shape, exponent: Node) -> bool:
        r"""Does an index above tell names apart: the p of `E^p = ..` beside `E = \sum_p E^p`?"""
        letters = set(letters_in(exponent))
        return bool(letters) and letters <= self.names.index and (shape.base, 1, shape.below) in self.lefts

    def kept(self, shape: Shape) -> Shape:
        """The name itself, without an exponent or a transpose."""
        return shape.without_upper() if self.is_power(shape) or self.is_transposed(shape) else shape

    def is_transposed(self, shape: Shape) -> bool:
        r"""Is it `W^\top`, or `W^T` where T is neither a size nor an index?"""
        if not is_transpose(shape):
            return False
        letters = self.names.sizes | self.names.index
        return letter_of(shape.uppers[0][0]) is None or "T" not in letters

    def is_exponential(self, shape: Shape) -> bool:
        r"""Is it `e^{..}` where no variable is called e, or `\exp^{..}`?"""
        told = self.exponential or (self.errors_called_e and self.is_of_values(shape))
        base = shape.base == "exp" or (shape.base == "e" and told)
        return base and bool(shape.uppers) and not shape.lowers and shape.bare

    def is_of_values(self, shape: Shape) -> bool:
        """Does a formula with a value in it stand above a name: `e^{-z^2/2}` beside `e^n` and `e^{n-1}`?"""
        if len(shape.uppers) != 1 or len(shape.uppers[0]) != 1 or shape.uppers[0][0].__class__ in PLAIN:
            return False
        integers = self.names.index | self.names.sizes
        return any(x.base not in integers for x in t.of_kind(shape.uppers[0][0], t.Name))

    def is_delta(self, shape: Shape) -> bool:
        r"""Is it a Kronecker delta: `\delta` with two entries in all, not defined with as many, or `I_{kk'}`?"""
        if shape.base in self.identities and shape.below == len(shape.pieces) == 2:
            return True
        if shape.base in INDICATING and shape.below == len(shape.pieces) == 2:
            return signature(shape) not in self.lefts
        if shape.base != r"\delta" or len(shape.pieces) != 2 or (shape.uppers and not shape.bare):
            return False
        return signature(shape) not in self.lefts


def signature(shape: Shape) -> tuple[str, int, int]:
    """Letter, number of entries above, number below."""
    return shape.base, len(shape.pieces) - shape.below, shape.below


def exponent_of(shape: Shape) -> Node | None:
    """The superscript that may be an exponent: one thing, without parentheses, not a label."""
    if not shape.bare or len(shape.uppers) != 1 or len(shape.uppers[0]) != 1:
        return None
    found = shape.uppers[0][0]
    return None if isinstance(found, (t.Symbol, t.Text)) else found


def raised_letter(shape: Shape) -> str | None:
    """The letter that stands alone above a name, without parentheses."""
    exponent = exponent_of(shape)
    return None if exponent is None else letter_of(exponent)


def _never_a_name(x: Node) -> bool:
    """`^{-1}`, `^{1/2}`, `^{0.5}`."""
    if isinstance(x, t.Number):
        return "." in x.text
    return isinstance(x, (t.Fraction, t.Terms, t.Product)) and not any(True for _ in letters_in(x))


@in_slot("_function_name")
def function_name(shape: Shape) -> str | None:
    r"""The name of a function: the letter with scripts that are one number or label (`f_1`, `g^{(2)}`); else None."""
    text = shape.letter
    for script in shape.order:
        if len(script.entries) != 1 or (label := label_of(script.entries[0])) is None:
            return None
        inner = f"({label})" if script.above and label.isdigit() else label
        text += ("^" if script.above else "_") + (inner if len(inner) == 1 else f"{{{inner}}}")
    return text
