r"""Ways of writing that are written out before any name is read: one module a way, their order in `order` and here.

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
from ..located import Located
from ..shapes import Around, in_indices, with_primes_turned
from .arguments.arguments_left_off import with_arguments_left_off
from .arguments.arrays_shown import without_arrays_shown
from .arguments.bases_of_logarithms import with_bases_in_words
from .arguments.derivatives_at_arguments import with_derivatives_at_arguments
from .arguments.dotted_functions import with_dotted_functions
from .arguments.functions_beside_values import with_functions_beside_values
from .arguments.functions_between import with_functions_alone_told, with_functions_between_told
from .arguments.functions_by_cases import with_functions_by_cases
from .arguments.functions_doubted import functions_doubted
from .arguments.functions_equated import with_functions_equated
from .arguments.functions_in_chains import with_functions_in_chains
from .arguments.functions_of_in_words import with_functions_of_in_words
from .arguments.one_hot_functions import with_one_hot_functions
from .arguments.one_hot_vectors import with_one_hot_vectors
from .arguments.taken_at_a_point import with_derivatives_at_points
from .arguments.units_of_examples import with_units_of_examples
from .arrays.arrows_of_vectors import with_arrows_left_off
from .arrays.augmented import with_augmented_vectors
from .arrays.bars_of_vectors import with_lengths_of_vectors
from .arrays.blocks_of_matrices import with_blocks_parted
from .arrays.columns_named import with_columns_named
from .arrays.columns_numbered import with_columns_numbered
from .arrays.columns_numbered_above import with_columns_below
from .arrays.examples_typed_out import with_examples_typed_out
from .arrays.inverses_in_words import with_inverses_by_entries
from .arrays.matrices_of_rows import with_matrices_of_rows
from .arrays.matrices_typed_out import with_matrices_typed_out
from .arrays.matrices_with_dots import with_matrices_with_dots
from .arrays.matrix_norms import with_norms_of_matrices
from .arrays.multipliers import with_multipliers_apart
from .arrays.norms_defined import with_norms_told
from .arrays.numbered_by_columns import with_numbers_by_columns
from .arrays.ones_at_zero import with_ones_at_zero
from .arrays.ones_by_entries import with_numbers_beside_ones, with_ones_typed_out
from .arrays.ones_in_digits import with_digits_as_ones
from .arrays.ones_in_words import with_ones_sized
from .arrays.outer_products import with_outer_products
from .arrays.powers_of_steps import with_powers_of_steps
from .arrays.products_called import with_products_called
from .arrays.products_in_words import with_products_by_entries
from .arrays.rows_doubted import without_matrices_doubted
from .arrays.rows_in_words import with_rows_typed_out, without_rows_left
from .arrays.rows_of_capitals import rows_of_capitals, with_rows_named
from .arrays.rows_of_tables import with_rows_of_tables_given
from .arrays.side_by_side import with_vectors_side_by_side
from .arrays.small_marks import with_small_marks
from .arrays.stacks_apart import with_stacks_as_wholes
from .arrays.targets_beside_outputs import with_targets_beside_outputs
from .functions_in_words import with_functions_named
from .gradients.any_parameter_told import with_any_parameter_told
from .gradients.bare_gradients import with_gradients_of_the_loss
from .gradients.bare_partials import with_partials_of_the_loss
from .gradients.derivatives_in_words import with_derivatives_in_words
from .gradients.gradients_by_accent import with_gradients_by_accent
from .gradients.gradients_by_d_said import with_gradients_said_by_d
from .gradients.gradients_by_d_told import with_gradients_told_by_d
from .gradients.gradients_by_rule import with_gradients_by_rule
from .gradients.gradients_called import with_gradients_called
from .gradients.layers_in_numbers import with_layers_in_numbers
from .gradients.layouts_told import with_layouts_told
from .gradients.nablas_numbered import with_nablas_numbered
from .gradients.nablas_of_functions import with_nablas_of_functions
from .gradients.nablas_told import with_nablas_told
from .gradients.named_after_what_derives import with_indices_of_derived_put_back
from .gradients.operators_named import with_operators_named
from .gradients.ordered_derivatives import with_ordered_derivatives
from .gradients.row_gradients import with_row_gradients
from .gradients.rules_apart import with_rules_apart
from .gradients.signs_in_parentheses import with_signs_outside
from .gradients.signs_told import with_signs_told
from .gradients.slopes_bare import with_slopes_at_values
from .gradients.slopes_told import with_slopes_told
from .indices.capitals_as_labels import with_capitals_as_labels
from .indices.components_in_front import with_components_behind
from .indices.elements_as_indices import with_elements_as_indices
from .indices.entries_of_transposes import with_entries_of_transposes
from .indices.histories import with_histories
from .indices.labels_in_brackets import with_labels_numbered
from .indices.labels_in_words import with_labels_told
from .indices.labels_of_data import with_labels_of_data_above
from .indices.last_steps import with_last_steps_told
from .indices.layers_by_letter import with_layers_bounded
from .indices.letters_of_one_example import with_letters_of_one_example
from .indices.letters_of_shares import with_partners_given
from .indices.losses_unlabelled import with_losses_unlabelled
from .indices.marks_of_constants import with_marks_of_constants
from .indices.nodes_above import with_letters_of_derivatives_above
from .indices.nodes_below import with_nodes_named
from .indices.numbered_entries import with_numbered_entries
from .indices.numbered_words_below import with_numbered_words_as_labels
from .indices.sizes_of_layers_named import with_one_letter_for_sizes, with_sizes_of_layers_named
from .indices.steps_behind_layers import with_steps_behind_layers
from .indices.steps_held import with_steps_held
from .indices.steps_in_braces import with_steps_joined
from .indices.steps_left_off import with_steps_left_off
from .indices.upright_letters import with_upright_letters_counting
from .names.equivalences import with_equivalences_as_equations
from .names.named_in_a_list import with_names_in_lists
from .names.named_in_words import with_names_in_words
from .names.written_for import with_values_written_for
from .order import BEHIND_SETS, NAMES, SHORTHANDS
from .probabilities.constants import with_pi_known
from .probabilities.densities_of_vectors import with_densities_of_vectors
from .probabilities.givens import without_givens as without_givens
from .probabilities.normals import with_normal_densities
from .probabilities.other_densities import has_other_densities
from .probabilities.parameters_before import with_parameters_before
from .sums.beginnings import with_beginnings, with_stated_beginnings
from .sums.cases_of_members import with_cases_of_members
from .sums.counts_below import with_counts_below_sums
from .sums.counts_told import with_counts_told
from .sums.defined_for_members import with_members_alone
from .sums.elements_told import elements_apart, with_elements, with_elements_in_words
from .sums.ends_left_off import with_ends_left_off
from .sums.ends_of_families import with_ends_of_families
from .sums.halves import with_halves_named
from .sums.kinds_of_units import with_kinds_of_units
from .sums.long_sums import with_long_sums
from .sums.meant_for_elements import with_pairs_meant
from .sums.members import without_members
from .sums.multiplied_totals import with_multiplied_totals_fixed
from .sums.one_example import with_examples_of_losses
from .sums.pairs_compared import with_pairs_compared
from .sums.recorded_differences import masks_of, with_recorded_differences
from .sums.rounded_indices import with_rounded_indices_summed
from .sums.set_builders import without_set_builders
from .sums.sets_apart import with_sets_apart
from .sums.sets_beside_sizes import with_sets_beside_sizes
from .sums.sets_compared import with_sets_compared
from .sums.sets_of_pairs import with_pairs_ranging
from .sums.sets_of_parameters import with_sets_of_parameters
from .sums.sets_related import Sets
from .sums.several_members import with_members_one_by_one
from .sums.sizes_told import without_sizes_told
from .sums.slices_of_pairs import with_slices_of_pairs
from .sums.sums_over_pairs import with_pairs_ranged
from .words.cases_in_words import with_cases_in_words, with_members_in_words
from .words.deltas_told import without_deltas_told
from .words.equal_in_words import with_values_in_words
from .words.indicators_denied import without_denied_indicators
from .words.numbers_told import with_numbers_told
from .words.sizes_of_one_noun import with_sizes_of_one_noun
from .words.values_excluded import with_values_excluded
from .words.zeros_at_an_end import with_zeros_at_an_end
from .words.zeros_in_words import with_zeros_in_words

if TYPE_CHECKING:
    from ..choices import Choices

_shorthands, _behind_sets, _names = in_turn(SHORTHANDS), in_turn(BEHIND_SETS), in_turn(NAMES)
_names_alone = in_turn(tuple(with_functions_alone_told if x is with_functions_between_told else x for x in NAMES))
_densities_left = in_turn(tuple(x for x in BEHIND_SETS if x not in (with_normal_densities, with_densities_of_vectors)))


def with_points(located: Sequence[Located], blocks: Sequence[Block] = ()) -> list[Located]:
    """A page's formulas with derivatives at points written out, functions with the letter of their value told apart;
    before all that, steps behind layers are no arguments, entries of transposes no vectors, one-hot values known."""
    located = with_labels_numbered(with_equivalences_as_equations(located))
    located = with_one_hot_functions(with_steps_behind_layers(with_entries_of_transposes(located)))
    located = with_one_hot_vectors(located, blocks)
    return with_derivatives_at_points(with_functions_beside_values(located))


def _told(located: Sequence[Located], ranges: Mapping[str, object], blocks: Sequence[Block]) -> Sequence[Located]:
    """What words say of steps, members, slopes, gradients and arrays, and names and labels that are typed apart."""
    located = with_arrows_left_off(located, words_of(blocks))
    # the t of the former is no step, the T of others no last one
    located = with_multiplied_totals_fixed(with_parameters_before(with_multipliers_apart(located)))
    located = with_steps_left_off(located, ranges, blocks)
    located = with_members_in_words(with_elements_in_words(located, blocks), blocks)
    located = with_slices_of_pairs(located, blocks)
    located = with_steps_joined(with_components_behind(with_bases_in_words(located, blocks)), ranges)
    located = with_marks_of_constants(with_counts_told(with_numbers_told(located, blocks), blocks), blocks)
    located = with_pairs_compared(with_steps_held(with_elements_as_indices(located), ranges), ranges)
    located = with_columns_below(with_labels_told(with_values_excluded(located)))
    located = with_slopes_told(
        with_matrices_of_rows(with_rows_of_tables_given(with_columns_numbered(located, blocks))), blocks
    )
    located = with_slopes_at_values(located, blocks)
    located = with_partials_of_the_loss(located, blocks)
    located = with_nablas_told(with_nablas_numbered(with_nablas_of_functions(located), blocks), blocks)
    located = with_digits_as_ones(with_gradients_of_the_loss(located, blocks), blocks)
    located = with_inverses_by_entries(with_ones_sized(located, blocks), blocks)
    located = with_gradients_by_rule(
        with_numbered_entries(with_primes_turned(with_small_marks(located, ranges), blocks))
    )
    located = with_gradients_told_by_d(with_gradients_said_by_d(with_signs_outside(located), blocks), blocks)
    # which T is a last step is told before names with accents are parted from their transposes
    located = with_gradients_by_accent(with_operators_named(with_last_steps_told(located), blocks), blocks)
    located = with_outer_products(with_signs_told(with_gradients_called(located, blocks), blocks), blocks)
    # before the `n1` of its last row may look like a label
    located = with_numbered_words_as_labels(with_ones_typed_out(located, ranges), ranges)
    located = with_matrices_with_dots(with_sets_of_parameters(with_columns_named(located, blocks)), ranges)
    located = with_matrices_typed_out(with_numbers_by_columns(without_matrices_doubted(located, blocks)))
    located = with_powers_of_steps(located)
    located = with_augmented_vectors(with_numbers_beside_ones(with_ones_at_zero(located)), ranges, blocks)
    located = with_stacks_as_wholes(with_examples_typed_out(located))
    located = with_blocks_parted(with_dotted_functions(located, blocks))
    located = with_labels_of_data_above(located, ranges)
    located = with_upright_letters_counting(located, ranges)
    located = with_sizes_of_layers_named(with_one_letter_for_sizes(located, ranges), ranges, blocks)
    return with_capitals_as_labels(located, ranges)


def tidied(
    located: Sequence[Located],
    ranges: Mapping[str, object],
    blocks: Sequence[Block],
    choices: Choices,
) -> list[Located]:
    """A page's formulas with shorthands written out: dots, sets in words, bars, members, long sums.

    `ranges` are those of the front matter, as typed. Of `choices` those on sets, sums and differences count; where sets
    are whole, derivatives by what pairs of different letters have are meant for these.
    """
    sets = choices.sets
    located = _told(located, ranges, blocks)
    located = with_pairs_ranged(with_counts_below_sums(located, blocks, choices.counts_below), ranges, blocks)
    behind_sets = _densities_left if has_other_densities(located, words_of(blocks)) else _behind_sets
    located = with_stated_beginnings(with_halves_named(with_ends_left_off(located, ranges), ranges), ranges)
    found = with_ends_of_families(with_beginnings(_shorthands(located), ranges), ranges)
    found = with_rounded_indices_summed(without_sizes_told(found, ranges), ranges)
    found = with_sets_beside_sizes(found, ranges)
    found = with_pairs_meant(found) if sets is Sets.WHOLE else found
    # what goes on behind a sign belongs to the set of the sum too
    found = with_members_alone(with_members_one_by_one(with_pairs_ranging(with_long_sums(found))))
    found = with_sets_compared(with_kinds_of_units(found, ranges, words_of(blocks)))
    found = with_sets_apart(without_set_builders(with_cases_of_members(found)), ranges, sets)
    kept, elements = elements_apart(found)
    masks = masks_of(kept)
    found = with_recorded_differences(without_members(kept, ranges, sets), masks, blocks, choices.recorded)
    found = with_elements(found, elements)
    found = with_partners_given(found, words_of(blocks), choices.partners_given)
    return list(behind_sets(found))


def prepared(
    located: Sequence[Located],
    blocks: Sequence[Block],
    around: Around,
    implicit: bool = False,
    partners_given: bool | None = None,
) -> list[Located]:
    """The order: what words say of functions and data comes before names are read, arrays come last.

    `around` says what stands around the formulas, all but the words; `implicit`: repeated letters are summed over;
    `partners_given`: what may be defined by what defines another one of its kind is given; None: if words may say so.
    """
    ranges = around.ranges
    names = _names_alone if any(True for _ in functions_doubted(located, blocks)) else _names
    located = with_ordered_derivatives(located, words_of(blocks))
    located = with_sizes_of_one_noun(with_rules_apart(located, blocks), blocks)
    located = with_names_in_words(with_names_in_lists(located, blocks), blocks)
    located = with_arguments_left_off(located, blocks)
    located = with_units_of_examples(without_arrays_shown(located))
    located = with_values_written_for(with_derivatives_at_arguments(located), blocks)
    located = without_deltas_told(with_cases_in_words(without_denied_indicators(located), blocks))
    located = with_values_in_words(located, blocks)
    located = with_functions_by_cases(located, blocks)
    located = with_layers_in_numbers(with_derivatives_in_words(with_any_parameter_told(located), blocks))
    located = with_nodes_named(
        with_letters_of_derivatives_above(located)
    )  # equations that words say are there by now, too
    located = with_functions_of_in_words(located, blocks)
    located = with_layers_bounded(with_zeros_in_words(located, blocks), ranges)
    located = with_norms_told(located, ranges)
    located = with_lengths_of_vectors(with_products_called(located), blocks)
    located = with_products_by_entries(with_norms_of_matrices(located, blocks), blocks)
    located = with_vectors_side_by_side(located, blocks)
    located = with_row_gradients(with_losses_unlabelled(located, blocks), blocks)
    located = with_layouts_told(located, blocks)
    named = with_pi_known(with_functions_named(with_functions_in_chains(with_functions_equated(located)), blocks))
    named = with_targets_beside_outputs(named, words_of(blocks))
    found = with_zeros_at_an_end(with_indices_of_derived_put_back(names(named), ranges), blocks)
    found = with_histories(with_rows_typed_out(found))
    if not implicit:
        found = with_letters_of_one_example(found, ranges, words_of(blocks), partners_given)
        found = with_examples_of_losses(found, ranges)
    rows = rows_of_capitals(found)
    return with_rows_named(without_rows_left(in_indices(found, replace(around, words=words_of(blocks)))), rows)


def words_of(blocks: Sequence[Block]) -> str:
    """All that a document says in words."""
    return " ".join(b.text for b in blocks if isinstance(b, (Prose, Heading)))
