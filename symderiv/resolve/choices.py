"""Readings that are tried one after another, where what is typed does not say which is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ..document.behind_lines import Gone
from ..latex.tree import Name
from .prepared.sums.behind_products import Multiplied
from .prepared.sums.sets_related import Sets
from .spelled.operators_in_front import Reach

Values: TypeAlias = Mapping[Name, int]
"""Strides with their numbers."""


@dataclass(frozen=True, slots=True)
class Choices:
    r"""`values` are numbers for strides; `sets` says what a set under a sum, `\sum_{l \in S}`, is;
    with `adding_up` targets of a softmax of which nothing is said add up to one, with `claimed` also those of which a
    line claims it; with `wide` an argument without parentheses goes on to the next sign; with `divisors` a slash
    divides by all names behind it (1), or all factors (2); with `alike` all arrays are as long; with `one_layer` a
    layer that nothing bounds is one layer, and the one before it given; with `struck_gone` parts of formulas that are
    crossed out are gone; with `zero_outside` what lies beyond its range is 0; with `sums_apart` weights that one
    definition adds up twice are two arrays; with `one_hot` data that words call so are 1 at a class, else 0, and so are
    these letters, each with the place of the class, counted from behind; with `named_sizes` large numbers that are
    sizes, `\sum_{i=1}^{784}`, may be any size; with `lookups` data that are looked up for each example are any data;
    `reach` says how much of a product an operator in front differentiates;
    with `recorded` a difference of matrices of which the page adds up some entries, `\sum_{(i,j) \in D}`, has only
    these; with `few_told` data that words may call one of two numbers are so; with `counts_below` a sum runs
    over the only letter in it, although another one stands below, `\sum_n (y_j - t_j)^2`; with `partners_given` the
    `y_t` beside `y_p = w x_p` is given (None: if words may say so); with `both_of_pairs` a sum
    below which `j \ne y` stands runs over both letters; without what stands at the places `gone`: the conditions of
    other lines; of derivatives whose layout words leave open those of the kinds that are `turned` stand transposed
    (None: as they may); with `all_turned` so do those of pages without words about it; `multiplied` says what product
    signs multiply."""

    values: Values = field(default_factory=dict)
    sets: Sets = Sets.DATA
    adding_up: bool = False
    claimed: bool = False
    alike: bool = False
    struck_gone: bool = False
    wide: bool = False
    divisors: int = 0
    zero_outside: bool = False
    one_layer: bool = False
    sums_apart: bool = False
    one_hot: Mapping[str, int] | None = None
    named_sizes: bool = False
    lookups: bool = False
    recorded: bool = False
    few_told: bool = False
    zero_weights: bool = False
    counts_below: bool = False
    partners_given: bool | None = None
    reach: Reach = Reach.TYPED
    both_of_pairs: bool = False
    gone: tuple[Gone, ...] = ()
    turned: frozenset[str] | None = None
    all_turned: frozenset[str] | None = None
    multiplied: Multiplied = Multiplied.TYPED


AS_TYPED = Choices()
"""Nothing is chosen."""
JUDGED = Choices(named_sizes=True, lookups=True, partners_given=False, multiplied=Multiplied.ALL)
"""A page alone that is judged, not derived from."""
