"""The order in which ways of writing are written out of which words say something, or that other ones rest on."""

from __future__ import annotations

from ..asked import Pass
from ..shapes import with_primes_turned
from .arguments.arguments_left_off import with_arguments_left_off
from .arguments.arrays_shown import without_arrays_shown
from .arguments.bases_of_logarithms import with_bases_in_words
from .arguments.derivatives_at_arguments import with_derivatives_at_arguments
from .arguments.dotted_functions import with_dotted_functions
from .arguments.functions_beside_values import with_functions_beside_values
from .arguments.functions_by_cases import with_functions_by_cases
from .arguments.functions_equated import with_functions_equated
from .arguments.functions_in_chains import with_functions_in_chains
from .arguments.functions_of_in_words import with_functions_of_in_words
from .arguments.inverses_of_functions import with_inverses_of_functions
from .arguments.one_hot_functions import with_one_hot_functions
from .arguments.one_hot_vectors import with_one_hot_vectors
from .arguments.taken_at_a_point import with_derivatives_at_points
from .arguments.units_of_examples import with_units_of_examples
from .arguments.values_by_entries import with_values_by_entries
from .arrays.arrows_of_vectors import with_arrows_left_off
from .arrays.arrows_over_bold import with_arrows_alone
from .arrays.augmented import with_augmented_vectors
from .arrays.bars_of_vectors import with_lengths_of_vectors
from .arrays.blocks_of_matrices import with_blocks_parted
from .arrays.columns_named import with_columns_named
from .arrays.columns_numbered import with_columns_numbered
from .arrays.columns_numbered_above import with_columns_below
from .arrays.columns_of_entries import with_columns_of_entries
from .arrays.entries_equated import with_entries_equated
from .arrays.entries_of_told import with_entries_of_told
from .arrays.examples_typed_out import with_examples_typed_out
from .arrays.fonts_of_wholes import with_fonts_of_wholes
from .arrays.identities_named import with_identities_named
from .arrays.inverses_in_words import with_inverses_by_entries
from .arrays.labels_before_indices import with_labels_before_indices
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
from .arrays.rows_called_vectors import with_rows_as_vectors
from .arrays.rows_doubted import without_matrices_doubted
from .arrays.rows_in_words import with_rows_typed_out
from .arrays.rows_of_tables import with_rows_of_tables_given
from .arrays.side_by_side import with_vectors_side_by_side
from .arrays.sizes_below import with_sizes_below_left_off
from .arrays.small_marks import with_small_marks
from .arrays.spaces_of_steps import with_spaces_of_steps_apart
from .arrays.stacks_apart import with_stacks_as_wholes
from .arrays.targets_beside_outputs import with_targets_beside_outputs
from .arrays.vecs import with_vecs_as_matrices
from .arrays.vectors_doubted import without_vectors_doubted
from .functions_in_words import with_functions_named
from .gradients.any_parameter_told import with_any_parameter_told
from .gradients.bare_gradients import with_gradients_of_the_loss
from .gradients.bare_partials import with_partials_of_the_loss
from .gradients.derivatives_in_words import with_derivatives_in_words
from .gradients.differentials_told import with_differentials_told
from .gradients.entries_behind_d import with_entries_behind_d
from .gradients.gradients_by_accent import with_gradients_by_accent
from .gradients.gradients_by_d_said import with_gradients_said_by_d
from .gradients.gradients_by_d_told import with_gradients_told_by_d
from .gradients.gradients_by_rule import with_gradients_by_rule
from .gradients.gradients_called import with_gradients_called
from .gradients.jacobian_operators import with_jacobian_operators
from .gradients.jacobians_told import with_jacobians_told
from .gradients.layers_in_numbers import with_layers_in_numbers
from .gradients.layouts_told import with_layouts_told
from .gradients.nablas_defined import with_nablas_defined
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
from .gradients.sizes_below_gradients import with_sizes_below_gradients
from .gradients.slopes_bare import with_slopes_at_values
from .gradients.slopes_told import with_slopes_told
from .gradients.wholes_behind_d import with_wholes_behind_d
from .gradients.wholes_of_derivatives import with_wholes_of_derivatives
from .indices.capitals_as_labels import with_capitals_as_labels
from .indices.components_in_front import with_components_behind
from .indices.elements_as_indices import with_elements_as_indices
from .indices.ends_at_other_layers import with_ends_at_other_layers
from .indices.entries_of_transposes import with_entries_of_transposes
from .indices.histories import with_histories
from .indices.labels_in_brackets import with_labels_numbered
from .indices.labels_in_words import with_labels_told
from .indices.labels_of_data import with_labels_of_data_above
from .indices.labels_with_indices import with_labels_before_their_indices
from .indices.last_steps import with_last_steps_told
from .indices.layers_by_letter import with_layers_bounded
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
from .indices.steps_of_wholes import with_steps_of_wholes_below
from .indices.upright_letters import with_upright_letters_counting
from .names.equivalences import with_equivalences_as_equations
from .names.named_in_a_list import with_names_in_lists
from .names.named_in_words import with_names_in_words
from .names.primes_in_names import with_primes_in_names
from .names.scripts_in_two import with_scripts_in_one
from .names.short_names import with_short_names
from .names.written_for import with_values_written_for
from .probabilities.constants import with_pi_known
from .probabilities.expectations_written_out import with_expectations_written_out
from .probabilities.parameters_before import with_parameters_before
from .sums.beginnings import with_beginnings, with_stated_beginnings
from .sums.cases_of_members import with_cases_of_members
from .sums.counts_told import with_counts_told
from .sums.defined_for_members import with_members_alone
from .sums.elements_told import with_elements_in_words
from .sums.ends_left_off import with_ends_left_off
from .sums.ends_of_families import with_ends_of_families
from .sums.halves import with_halves_named
from .sums.kinds_of_units import with_kinds_of_units
from .sums.letters_in_parts import with_letters_in_parts
from .sums.long_sums import with_long_sums
from .sums.multiplied_totals import with_multiplied_totals_fixed
from .sums.pairs_compared import with_pairs_compared
from .sums.rounded_indices import with_rounded_indices_summed
from .sums.set_builders import without_set_builders
from .sums.sets_beside_sizes import with_sets_beside_sizes
from .sums.sets_compared import with_sets_compared
from .sums.sets_of_pairs import with_pairs_ranging
from .sums.sets_of_parameters import with_sets_of_parameters
from .sums.several_members import with_members_one_by_one
from .sums.sizes_told import without_sizes_told
from .sums.slices_of_pairs import with_slices_of_pairs
from .words.cases_in_words import with_cases_in_words, with_members_in_words
from .words.deltas_told import without_deltas_told
from .words.equal_in_words import with_values_in_words
from .words.indicators_denied import without_denied_indicators
from .words.numbers_told import with_numbers_told
from .words.sizes_of_one_noun import with_sizes_of_one_noun
from .words.values_excluded import with_values_excluded
from .words.zeros_at_an_end import with_zeros_at_an_end
from .words.zeros_in_words import with_zeros_in_words

POINTS: tuple[Pass, ...] = (
    with_arrows_alone,
    with_fonts_of_wholes,
    with_primes_in_names,
    with_jacobian_operators,
    with_scripts_in_one,
    with_wholes_behind_d,
    with_entries_behind_d,
    with_values_by_entries,
    with_equivalences_as_equations,
    with_labels_numbered,
    with_entries_of_transposes,
    with_steps_behind_layers,
    with_one_hot_functions,
    with_one_hot_vectors,
    with_functions_beside_values,
    with_derivatives_at_points,
    with_expectations_written_out,  # before parameters are dropped, and arguments are indices
)
"""Before all: steps behind layers are no arguments, entries of transposes no vectors, one-hot values known."""
TOLD: tuple[Pass, ...] = (
    with_entries_equated,
    with_sizes_below_left_off,
    with_labels_before_their_indices,  # before steps in parentheses are joined to them
    with_labels_before_indices,  # the letters are values, and no steps
    with_spaces_of_steps_apart,
    with_entries_of_told,  # before the step of what stands in parentheses is joined to its index
    with_steps_of_wholes_below,
    with_arrows_left_off,
    with_multipliers_apart,
    with_parameters_before,  # its t is no step, the T of totals no last one
    with_multiplied_totals_fixed,
    with_steps_left_off,
    with_elements_in_words,
    with_members_in_words,
    with_slices_of_pairs,
    with_bases_in_words,
    with_components_behind,
    with_steps_joined,
    with_numbers_told,
    with_counts_told,
    with_marks_of_constants,
    with_elements_as_indices,
    with_steps_held,
    with_pairs_compared,
    with_values_excluded,
    with_labels_told,
    with_columns_below,
    with_columns_numbered,
    with_rows_of_tables_given,
    with_columns_of_entries,
    with_matrices_of_rows,
    with_slopes_told,
    with_slopes_at_values,
    with_partials_of_the_loss,
    with_wholes_of_derivatives,
    with_nablas_of_functions,
    with_nablas_numbered,
    with_nablas_told,
    with_nablas_defined,
    with_gradients_of_the_loss,
    with_vecs_as_matrices,
    with_digits_as_ones,
    with_ones_sized,
    with_identities_named,
    with_inverses_by_entries,
    with_small_marks,
    with_primes_turned,
    with_numbered_entries,
    with_gradients_by_rule,
    with_signs_outside,
    with_differentials_told,  # before words may call a d before a name a gradient
    with_gradients_said_by_d,
    with_gradients_told_by_d,
    with_last_steps_told,  # before names with accents are parted from their transposes
    with_operators_named,
    with_gradients_by_accent,
    with_gradients_called,
    with_signs_told,
    with_outer_products,
    with_ones_typed_out,  # before the `n1` of its last row may look like a label
    with_numbered_words_as_labels,
    with_columns_named,
    with_sets_of_parameters,
    with_matrices_with_dots,
    without_matrices_doubted,
    without_vectors_doubted,
    with_numbers_by_columns,
    with_matrices_typed_out,
    with_powers_of_steps,
    with_ones_at_zero,
    with_numbers_beside_ones,
    with_augmented_vectors,
    with_examples_typed_out,
    with_stacks_as_wholes,
    with_dotted_functions,
    with_blocks_parted,
    with_labels_of_data_above,
    with_upright_letters_counting,
    with_one_letter_for_sizes,
    with_sizes_of_layers_named,
    with_capitals_as_labels,
)
"""What words say of steps, members, slopes, gradients and arrays, and names and labels that are typed apart."""
ENDS: tuple[Pass, ...] = (
    with_ends_left_off,
    with_halves_named,
    with_stated_beginnings,
)
"""Where ranges begin and end, before shorthands are written out,"""
FAMILIES: tuple[Pass, ...] = (
    with_beginnings,
    with_ends_of_families,
    without_sizes_told,
    with_rounded_indices_summed,
    with_letters_in_parts,
    with_sets_beside_sizes,
    with_inverses_of_functions,
)
"""and behind them."""
MEMBERS: tuple[Pass, ...] = (
    with_long_sums,  # what goes on behind a sign belongs to the set of the sum too
    with_pairs_ranging,
    with_members_one_by_one,
    with_members_alone,
    with_kinds_of_units,
    with_sets_compared,
    with_cases_of_members,
    without_set_builders,
)
"""What sums and sets range over."""
SENTENCES: tuple[Pass, ...] = (
    with_ordered_derivatives,
    with_rules_apart,
    with_sizes_of_one_noun,
    with_names_in_lists,
    with_short_names,
    with_names_in_words,
    with_arguments_left_off,
    without_arrays_shown,
    with_units_of_examples,
    with_derivatives_at_arguments,
    with_values_written_for,
    without_denied_indicators,
    with_cases_in_words,
    without_deltas_told,
    with_values_in_words,
    with_functions_by_cases,
    with_any_parameter_told,
    with_derivatives_in_words,
    with_layers_in_numbers,
    with_letters_of_derivatives_above,
    with_nodes_named,  # equations that words say are there by now, too
    with_functions_of_in_words,
    with_zeros_in_words,
    with_layers_bounded,
    with_norms_told,
    with_products_called,
    with_lengths_of_vectors,
    with_norms_of_matrices,
    with_products_by_entries,
    with_vectors_side_by_side,
    with_losses_unlabelled,
    with_sizes_below_gradients,
    with_row_gradients,
    with_layouts_told,
    with_jacobians_told,  # behind the rows of numbers
    with_functions_equated,
    with_functions_in_chains,
    with_functions_named,
    with_pi_known,
    with_targets_beside_outputs,
)
"""What words say of functions and data comes before names are read,"""
LAST: tuple[Pass, ...] = (
    with_indices_of_derived_put_back,
    with_zeros_at_an_end,
    with_histories,
    with_rows_as_vectors,
    with_rows_typed_out,
    with_ends_at_other_layers,
)
"""and this behind them."""
