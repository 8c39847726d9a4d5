r"""Ways of writing that are written out before any name is read: one module a way, their order in `order`, in
`order_told` and here.

Each takes the formulas of a document and gives them (`Located`), and leaves a page that does not write so as it is. A
way of writing that a single formula shows by itself is the parser's (`latex`); what is said of a name, and changes no
formula, is a fact (`collect`) or stands beside the equations (`layout`).

The modules stand in groups by what they write out: `words` and `arrays`, then `gradients`, `arguments`, then `sums`,
`indices`, `probabilities`, `names`; none imports from a group behind its own. At the top stands what several ask.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ...document.blocks import Block, Heading, Prose
from ..asked import in_turn
from ..chosen import Chosen
from ..located import Located
from ..shapes import Around, in_indices
from .arguments.functions_between import with_functions_alone_told, with_functions_between_told
from .arguments.functions_doubted import functions_doubted
from .arrays.rows_in_words import without_rows_left
from .arrays.rows_of_capitals import rows_of_capitals, with_rows_named
from .gradients.layouts_chosen import with_layouts_chosen
from .indices.letters_of_one_example import with_letters_of_one_example
from .indices.letters_of_shares import with_partners_given
from .order import BEHIND_SETS, SHORTHANDS
from .order_names import NAMES
from .order_told import ENDS, FAMILIES, LAST, MEMBERS, POINTS, SENTENCES, TOLD
from .probabilities.densities_of_vectors import with_densities_of_vectors
from .probabilities.givens import without_givens as without_givens
from .probabilities.normals import with_normal_densities
from .probabilities.other_densities import has_other_densities
from .sums.counts_below import with_counts_below_sums
from .sums.elements_told import elements_apart, with_elements
from .sums.meant_for_elements import with_pairs_meant
from .sums.members import without_members
from .sums.one_example import with_examples_of_losses
from .sums.recorded_differences import masks_of, with_recorded_differences
from .sums.sets_apart import with_sets_apart
from .sums.sets_related import Sets
from .sums.sums_over_pairs import with_pairs_ranged

if TYPE_CHECKING:
    from ..choices import Choices

_NORMALS = (with_normal_densities, with_densities_of_vectors)
_points = in_turn(POINTS)
_up_to_ends = in_turn((*TOLD, with_counts_below_sums, with_pairs_ranged))
_shorthands = in_turn((*ENDS, *SHORTHANDS, *FAMILIES))
_members, _behind_sets = in_turn(MEMBERS), in_turn(BEHIND_SETS)
_densities_left = in_turn(tuple(x for x in BEHIND_SETS if x not in _NORMALS))
_names = in_turn((*SENTENCES, *NAMES, *LAST))
_names_alone = in_turn(
    (*SENTENCES, *(with_functions_alone_told if x is with_functions_between_told else x for x in NAMES), *LAST)
)


def with_points(located: Sequence[Located], blocks: Sequence[Block] = ()) -> Sequence[Located]:
    """A page's formulas with derivatives at points written out, functions with the letter of their value told apart."""
    return _points(located, blocks=blocks)


def tidied(
    located: Sequence[Located],
    ranges: Mapping[str, object],
    blocks: Sequence[Block],
    choices: Choices,
    partners: Chosen,
) -> list[Located]:
    """A page's formulas with shorthands written out: dots, sets in words, bars, members, long sums.

    `ranges` are those of the front matter, as typed; `partners` as in `prepared`. Of `choices` those on sets, sums and
    differences count; where sets are whole, derivatives by what pairs of different letters have are meant for these.
    """
    sets, words = choices.sets, words_of(blocks)
    located = _up_to_ends(located, ranges=ranges, blocks=blocks, words=words, untold=choices.counts_below)
    behind_sets = _densities_left if has_other_densities(located, words) else _behind_sets
    found = _shorthands(located, ranges=ranges, blocks=blocks, words=words)
    found = with_pairs_meant(found) if sets is Sets.WHOLE else found
    found = with_sets_apart(_members(found, ranges=ranges, words=words), ranges, sets)
    kept, elements = elements_apart(found)
    masks = masks_of(kept)
    found = with_recorded_differences(without_members(kept, ranges, sets), masks, blocks, choices.recorded)
    found = with_elements(found, elements)
    found = with_partners_given(found, words, partners)
    return list(behind_sets(found))


def prepared(
    located: Sequence[Located],
    blocks: Sequence[Block],
    around: Around,
    partners: Chosen,
    implicit: bool = False,
) -> list[Located]:
    """The order: what words say of functions and data comes before names are read, arrays come last.

    `around` says what stands around the formulas, all but the words; `implicit`: repeated letters are summed over;
    `partners`: is what may be defined by what defines another one of its kind given? None: if words may say so.
    """
    ranges, words = around.ranges, words_of(blocks)
    names = _names_alone if any(True for _ in functions_doubted(located, blocks)) else _names
    found = names(located, ranges=ranges, blocks=blocks, words=words)
    found = with_layouts_chosen(found, around.layouts)
    if not implicit:
        found = with_letters_of_one_example(found, ranges, words, partners)
        found = with_examples_of_losses(found, ranges)
    rows = rows_of_capitals(found)
    return with_rows_named(without_rows_left(in_indices(found, replace(around, words=words))), rows)


def words_of(blocks: Sequence[Block]) -> str:
    """All that a document says in words."""
    return " ".join(b.text for b in blocks if isinstance(b, (Prose, Heading)))
