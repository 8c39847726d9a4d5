"""The order in which ways of writing are written out that ask for nothing but the formulas."""

from __future__ import annotations

from ..asked import Pass
from .arguments.bases_of_logarithms import with_bases_of_logarithms
from .arguments.bracketed_arguments import with_brackets_as_parentheses
from .arguments.called import without_divergences_between
from .arguments.clips import with_clips_written_out
from .arguments.costs_told_apart import with_costs_told_apart
from .arguments.digamma import with_digamma
from .arguments.entries_at_examples import with_entries_at_examples
from .arguments.entries_in_parentheses import with_entries_outside_parentheses
from .arguments.entries_of_values import with_entries_of_values
from .arguments.exponents_brought_down import with_exponents_as_factors
from .arguments.functions_cut_short import with_functions_cut_short
from .arguments.functions_in_bold import with_functions_in_bold_plain
from .arguments.functions_of_entries import with_functions_of_entries_as_arrays
from .arguments.gram_matrices import with_kernels_of_matrices
from .arguments.kernels_elsewhere import with_kernels_elsewhere
from .arguments.lists_joined import with_lists_joined
from .arguments.multiples_named_alike import with_multiples_apart
from .arguments.positive_parts import with_positive_parts
from .arguments.sigmas import with_sigmas_as_sums
from .arguments.times_shown import with_times_dropped
from .arguments.values_named_like_functions import with_values_named_like_functions
from .arguments.whole_arguments import with_whole_arguments_dropped
from .arguments.wholes_listed import with_listed_wholes_dropped
from .arrays.arrays_of_layers import with_arrays_of_layers
from .arrays.bracketed import with_entries_in_brackets
from .arrays.bullets import with_bullets_read
from .arrays.capitals_of_layers import with_capitals_of_layers
from .arrays.concatenations import with_concatenations_parted
from .arrays.diagonals_applied import with_diagonals_applied
from .arrays.diagonals_by_entries import with_diagonals_by_entries
from .arrays.diagonals_in_words import with_diagonals_told
from .arrays.entries_in_capitals import with_entries_in_capitals
from .arrays.entries_of_products import with_entries_of_products
from .arrays.inputs_in_bold import with_inputs_by_entries
from .arrays.labels_below_wholes import with_labels_below_wholes
from .arrays.labels_of_wholes import with_labels_of_wholes
from .arrays.lengths_added import with_lengths_parted
from .arrays.marks_behind import with_marks_outside
from .arrays.matrices_of_powers import with_matrices_of_powers
from .arrays.matrices_with_labels import with_matrices_of_entries
from .arrays.norms_of_entries import with_norms_of_entries
from .arrays.numbered_beside_whole import with_numbers_beside_wholes_above
from .arrays.ones import with_ones_in_bold
from .arrays.powers_beside_numbers import with_powers_beside_numbers
from .arrays.powers_by_entries import with_powers_by_entries
from .arrays.powers_in_traces import with_powers_in_traces
from .arrays.powers_of_diagonals import with_powers_of_diagonals
from .arrays.products_told import with_products_told
from .arrays.products_written_out import with_products_written_out, without_products_shown
from .arrays.sizes_told_again import without_sizes_told_again
from .arrays.slices_of_wholes import with_slices_of_wholes
from .arrays.spaces_of_matrices import with_spaces_of_matrices
from .arrays.spaces_of_told import with_spaces_of_told
from .arrays.stacks_named import with_stacks_named
from .arrays.starred_vectors import with_starred_vectors
from .arrays.vectors_of_entries import with_vectors_of_entries
from .arrays.wholes_in_bold import with_bold_wholes_plain
from .arrays.wholes_in_spaces import without_spaces_called
from .arrays.wholes_indexed import with_wholes_indexed
from .arrays.wholes_labelled import with_wholes_labelled
from .arrays.wholes_of_entries import with_wholes_of_entries
from .arrays.wholes_sized_in_words import with_wholes_sized_in_words
from .arrays.wholes_with_labels import with_wholes_told_by_entries
from .gradients.cases_of_variables import with_cases_of_variables
from .gradients.changes_of_weights import with_changes_named
from .gradients.differentials_of_entries import with_changes_of_entries
from .gradients.fonts_left_off import with_fonts_as_in_network
from .gradients.gradient_steps import with_gradient_steps_told
from .gradients.gradients_by_below import with_gradients_by_below
from .gradients.gradients_by_d import with_gradients_named_by_d
from .gradients.gradients_of_entries import with_gradients_of_entries
from .gradients.gradients_typed_out import with_gradients_typed_out
from .gradients.layouts_by_entries import with_layouts_by_entries, without_agreed_layouts
from .gradients.named_after_what_derives import with_names_of_derivatives_written_out
from .gradients.operators_on_objectives import with_operators_on_objectives
from .gradients.primed_groups import with_primes_on_groups
from .gradients.proportions import with_proportions_by_a_rate
from .gradients.slopes_by_entries import with_slopes_by_entries
from .gradients.total_derivatives import with_totals_apart
from .indices.any_letter import with_any_letter_as_usual
from .indices.arrows_in_scripts import with_arrows_as_commas
from .indices.braced_marks import with_braced_marks_joined
from .indices.components_above import with_components_below
from .indices.deltas_applied import with_deltas_below
from .indices.differences import with_differences_by_entries_apart
from .indices.ends_for_any import with_ends_for_any
from .indices.entries_looked_up import with_entries_looked_up_numbered
from .indices.entries_of_numbered import with_entries_numbered
from .indices.entries_of_parameters_below import with_numbers_of_parameters
from .indices.entries_of_slices import with_entries_of_slices
from .indices.enumerated_units import with_enumerated_units_numbered
from .indices.features_of_a_state import with_features_of_a_state
from .indices.in_brackets import with_indices_below
from .indices.labels_above import with_labels_above
from .indices.labels_beside_indices import with_labels_beside_indices_above
from .indices.labels_beside_plain import with_labels_beside_plain_names
from .indices.labels_that_sums_bind import with_labels_that_sums_bind
from .indices.last_steps import with_last_steps_told
from .indices.layers_in_brackets import with_layers_in_brackets
from .indices.letters_beside_words import with_letters_beside_words
from .indices.letters_in_text import with_letters_in_text
from .indices.letters_of_shares import with_letters_of_shares_apart
from .indices.lookups_all_different import with_distinct_lookups_numbered
from .indices.multiplied_exponents import with_exponents_multiplied
from .indices.nodes_below import with_nodes_named
from .indices.nodes_in_parentheses import with_nodes_above
from .indices.numbered_names_below import with_numbered_names_below
from .indices.numbering_arguments import with_numbering_arguments
from .indices.numbers_first import with_numbers_of_layers_above
from .indices.numbers_with_indices import with_indices_beside_numbers
from .indices.one_index_in_brackets import with_one_index_below
from .indices.pairs_above import with_pairs_below
from .indices.rows_made_of_all import with_rows_made_of_all
from .indices.runs_of_labels import with_runs_as_labels
from .indices.samples_apart import with_samples_apart
from .indices.scores_mentioned import with_scores_mentioned
from .indices.script_words import with_script_words
from .indices.slices_below import with_slices_numbered
from .indices.starred import with_starred_letters
from .indices.steps_in_parentheses import with_steps_above
from .indices.variables_below import with_variables_below_dropped
from .indices.words_alone import with_words_alone_as_labels
from .indices.words_before_indices import with_words_before_indices_above
from .indices.words_beside_brackets import with_words_beside_brackets
from .indices.words_in_parentheses import with_words_in_parentheses
from .names.arrows import with_arrows_defining
from .names.chains_continued import with_chains_continued
from .names.complex_parts import with_complex_parts
from .names.named_inverses import with_inverses_as_names
from .names.second_names import with_second_names_last
from .names.solutions import with_solutions_starred
from .names.steps_of_time import with_steps_of_time_named
from .names.turned import with_names_in_front
from .names.zeros_of_several import with_zeros_one_by_one
from .probabilities.barred import without_bars
from .probabilities.constants import with_constants_apart
from .probabilities.densities_beside_sizes import with_densities_apart
from .probabilities.densities_of_vectors import with_densities_of_vectors
from .probabilities.events import with_events_named
from .probabilities.events_between import without_events_between
from .probabilities.events_of_examples import with_events_of_examples
from .probabilities.expectations import with_expectations_named
from .probabilities.likelihoods_written_out import with_likelihoods_written_out
from .probabilities.normals import with_normal_densities
from .probabilities.squares_as_parameters import with_squares_as_parameters
from .probabilities.tables import with_tables_named
from .sums.biases_as_weights import with_biases_as_weights
from .sums.borrowed import with_borrowed_letters_apart
from .sums.data_sets import with_sums_over_members, without_data_sets
from .sums.dots import without_dots
from .sums.examples_unwritten import with_examples_written
from .sums.excluded_letters import with_letters_excluded
from .sums.extrema import with_extrema_written_out
from .sums.largest_subtracted import with_largest_subtracted
from .sums.letterless import with_sums_lettered
from .sums.links import with_links_everywhere
from .sums.numbered_totals import with_numbered_totals_apart
from .sums.numbered_units import with_sums_over_numbered_units
from .sums.one_of_many import with_one_of_many
from .sums.rounded_letters import with_rounded_letters
from .sums.sets_listed import with_listed_sets
from .sums.sets_of_numbers import with_sets_of_numbers
from .sums.sums_from_one import with_sums_from_one
from .sums.sums_of_losses import without_sums_of_losses
from .sums.sums_over_data import with_sums_over_data
from .sums.sums_over_pairs import with_sums_over_pairs
from .sums.vocabularies import with_vocabularies_whole
from .sums.word_sets import without_word_sets
from .words.comparisons_as_numbers import with_comparisons_as_numbers
from .words.numbers_in_words import with_numbers_multiplied

SHORTHANDS: tuple[Pass, ...] = (
    with_lengths_parted,
    with_diagonals_told,
    with_differences_by_entries_apart,
    with_functions_in_bold_plain,
    with_values_named_like_functions,
    with_multiples_apart,
    with_costs_told_apart,
    with_functions_of_entries_as_arrays,
    with_letters_excluded,
    with_words_alone_as_labels,
    with_complex_parts,
    with_comparisons_as_numbers,
    with_bullets_read,
    with_listed_wholes_dropped,
    with_whole_arguments_dropped,
    with_sets_of_numbers,
    with_listed_sets,
    with_exponents_as_factors,
    with_nodes_named,
    with_slices_numbered,
    with_rounded_letters,
    with_steps_above,
    with_labels_that_sums_bind,
    with_operators_on_objectives,
    with_inverses_as_names,
    with_sums_over_members,
    with_sums_over_data,
    without_data_sets,
    with_nodes_above,
    without_sums_of_losses,
    with_numbered_totals_apart,
    with_examples_written,
    with_bases_of_logarithms,
    with_arrows_as_commas,
    with_gradients_typed_out,
    with_gradients_of_entries,
    with_fonts_as_in_network,
    with_gradients_by_below,
    with_stacks_named,
    with_concatenations_parted,
    with_entries_outside_parentheses,
    with_entries_at_examples,
    with_entries_of_values,
    with_layers_in_brackets,
    with_words_beside_brackets,
    with_indices_below,
    with_ends_for_any,
    with_numbers_of_parameters,
    with_one_index_below,
    with_brackets_as_parentheses,
    with_entries_numbered,
    with_functions_cut_short,
    with_exponents_multiplied,
    with_slopes_by_entries,
    without_agreed_layouts,
    with_layouts_by_entries,
    with_lists_joined,
    with_features_of_a_state,
    with_ones_in_bold,
    with_powers_by_entries,
    with_powers_in_traces,
    with_primes_on_groups,
    with_spaces_of_matrices,
    with_norms_of_entries,  # before the arguments are dropped that show what is a vector
    with_chains_continued,
    with_zeros_one_by_one,
    with_cases_of_variables,
    with_marks_outside,
    with_names_in_front,
    with_sigmas_as_sums,
    with_braced_marks_joined,
    with_numbers_of_layers_above,
    with_powers_beside_numbers,
    with_numbers_beside_wholes_above,
    with_indices_beside_numbers,
    with_sums_lettered,
    with_sums_over_pairs,
    with_sums_from_one,
    with_products_written_out,
    without_products_shown,
    with_solutions_starred,
    with_starred_letters,
    with_rows_made_of_all,
    with_starred_vectors,
    with_largest_subtracted,
    with_extrema_written_out,  # behind the letters with a star, before anything is said of sums
    with_arrows_defining,
    with_gradient_steps_told,
    with_letters_in_text,
    with_script_words,
    with_words_in_parentheses,
    with_letters_beside_words,
    with_words_before_indices_above,
    with_runs_as_labels,
    with_labels_above,
    with_labels_below_wholes,
    with_labels_of_wholes,
    with_labels_beside_plain_names,
    with_labels_beside_indices_above,
    with_entries_of_products,
    with_wholes_labelled,
    with_biases_as_weights,
    with_one_of_many,
    with_numbered_names_below,
    with_totals_apart,
    with_times_dropped,
    with_proportions_by_a_rate,
    with_changes_named,
    with_steps_of_time_named,
    with_last_steps_told,
    with_sums_over_numbered_units,
    with_positive_parts,
    with_clips_written_out,
    with_wholes_indexed,
    with_entries_in_brackets,
    with_pairs_below,
    with_components_below,
    with_samples_apart,
    with_kernels_of_matrices,
    with_kernels_elsewhere,  # behind what numbers the entries
    with_samples_apart,  # norms are written out now
    with_capitals_of_layers,
    with_bold_wholes_plain,
    with_inputs_by_entries,
    with_vectors_of_entries,
    with_slices_of_wholes,
    with_deltas_below,
    with_diagonals_applied,
    with_diagonals_by_entries,
    with_powers_of_diagonals,
    with_entries_in_capitals,
    with_matrices_of_powers,
    with_wholes_told_by_entries,  # before what sentences say of all others
    with_spaces_of_told,
    without_spaces_called,
    with_wholes_of_entries,
    with_wholes_sized_in_words,
    without_sizes_told_again,
    with_arrays_of_layers,  # behind the entries in brackets
    with_matrices_of_entries,
    with_entries_of_slices,
    with_numbers_multiplied,
    with_enumerated_units_numbered,
    with_variables_below_dropped,
    with_scores_mentioned,  # before what numbers the rows
    with_entries_looked_up_numbered,
    with_distinct_lookups_numbered,
    without_dots,
    with_products_told,  # behind the dots of their sums
    with_second_names_last,
    with_names_of_derivatives_written_out,
    with_gradients_named_by_d,
    with_changes_of_entries,
    with_borrowed_letters_apart,
    with_any_letter_as_usual,
    with_links_everywhere,  # before words and sets
    with_vocabularies_whole,
    without_word_sets,  # a word names the whole range; what is left are sets of which it is data what they hold
)
"""What any page may write, up to its sets."""
BEHIND_SETS: tuple[Pass, ...] = (
    with_digamma,
    with_densities_apart,
    with_normal_densities,
    with_densities_of_vectors,
    with_constants_apart,
    without_events_between,
    with_events_of_examples,
    with_events_named,
    with_expectations_named,
    with_tables_named,
    without_divergences_between,
    with_likelihoods_written_out,  # before the bars are
    without_bars,
    with_numbering_arguments,  # behind the bars between arguments
    with_letters_of_shares_apart,
    with_squares_as_parameters,  # behind the bars that set parameters apart
)
"""What any page may write besides."""
