"""The order in which what a page writes of its own names and functions is written out."""

from __future__ import annotations

from ..asked import Pass
from .applied import with_sets_of_arguments
from .arguments.any_example import with_any_example_numbered
from .arguments.arguments import without_arguments
from .arguments.arguments_again import with_arguments_again_dropped
from .arguments.bold_arguments import with_bold_arguments_plain
from .arguments.called import without_calls_between
from .arguments.composed import with_networks_composed
from .arguments.dependence_shown import with_dependence_dropped, with_functions_of_arrays_mentioned
from .arguments.differentiated_again import with_differentiated_values_bare
from .arguments.dummies import with_dummies_apart
from .arguments.entries_behind_inputs import with_entries_before_inputs
from .arguments.functions_as_arguments import with_functions_as_arguments
from .arguments.functions_between import with_functions_between_told
from .arguments.functions_of_a_number import with_functions_of_a_number
from .arguments.functions_of_numbers import with_functions_of_numbers
from .arguments.functions_only_named import with_functions_only_named
from .arguments.inputs_shown import with_inputs_dropped
from .arguments.labels_applied import with_applied_labels_told
from .arguments.models_called_sigma import with_models_called_sigma
from .arguments.models_of_any_example import with_models_of_any_example
from .arguments.numbers_among_arguments import with_numbers_among_arguments_apart
from .arguments.objectives_shown import with_objectives_bare
from .arguments.parameters_behind_values import with_values_bare
from .arguments.parameters_below import without_parameters_below
from .arguments.parameters_shown import without_parameters_shown
from .arguments.powers_of_functions import with_powers_of_functions
from .arguments.rates_named import with_rates_named
from .arguments.same_argument import with_same_arguments_dropped
from .arguments.shown import without_shown
from .arguments.sizes_multiplied import with_sizes_multiplied
from .arguments.softmax_told import with_softmax_told
from .arguments.softmaxes import with_softmax_in_entries
from .arguments.values_at_arguments import with_values_at_arguments
from .arguments.values_given import with_values_given
from .arguments.values_of_examples import with_values_of_examples
from .arguments.vectors_compared import with_vectors_compared
from .arguments.wholes_of_inputs import with_wholes_of_inputs
from .arguments.wholes_of_values import with_entries_for_values
from .arrays.dots_of_vectors import with_dots_of_vectors
from .arrays.inverses_beside_matrices import with_inverses_beside_matrices
from .arrays.inverses_given import with_inverses_given
from .arrays.norms_defined import with_norms_defined
from .gradients.deltas import with_deltas_written_out
from .gradients.deltas_of_layers import with_deltas_of_layers
from .gradients.derivatives_by_logarithms import with_logarithms_differentiated_by
from .gradients.derivatives_by_values import with_derivatives_by_values
from .gradients.derivatives_shown import with_derivatives_alone
from .gradients.gradients_at import with_gradients_by_argument
from .gradients.gradients_by_any import with_gradients_by_any
from .gradients.gradients_by_numbers import with_gradients_by_numbers
from .gradients.gradients_of_layers import with_gradients_of_layers
from .gradients.gradients_of_multiples import with_gradients_of_multiples
from .gradients.pointwise import with_functions_applied
from .gradients.told_by_derivatives import with_functions_told_by_derivatives
from .gradients.values_typed_out_below import with_values_typed_out_named
from .indices.arrays_below import with_arrays_below_as_labels
from .indices.differences import with_differences_apart
from .indices.entries_at_an_example import with_entries_at_an_example
from .indices.listed import with_lists_as_indices
from .indices.true_class import with_true_class_told
from .indices.units_of_any_layer import with_units_of_any_layer
from .names.both_ways import with_inverses_claimed
from .names.emphasized import with_bold_numbers_plain
from .names.factors_named import with_factors_named
from .names.named_at_the_end import with_names_at_the_end
from .names.named_behind import with_names_told_behind
from .names.named_between import with_names_between_apart
from .names.passed_over import with_parts_passed_over
from .names.values_named import with_values_named
from .probabilities.linked import with_links_inverted
from .probabilities.logarithms import with_logarithms_named
from .probabilities.squared import with_roots_taken, with_squares_apart, with_squares_told
from .probabilities.squares_in_parentheses import with_squares_in_parentheses
from .probabilities.variances import with_variances_named
from .sums.summands import with_summands_defined
from .words.classes_told import with_classes_told
from .words.described import without_descriptions
from .words.values_compared import with_values_compared

NAMES: tuple[Pass, ...] = (
    with_sizes_multiplied,
    with_functions_as_arguments,
    with_arrays_below_as_labels,  # behind the functions shown with these arrays
    with_numbers_among_arguments_apart,  # before products of vectors are sums of entries
    with_norms_defined,
    with_arguments_again_dropped,
    with_differentiated_values_bare,
    with_inputs_dropped,
    with_wholes_of_inputs,
    with_powers_of_functions,
    with_applied_labels_told,
    with_functions_only_named,
    with_models_called_sigma,
    with_functions_between_told,
    with_names_at_the_end,
    with_values_named,
    with_gradients_of_multiples,
    with_sets_of_arguments,
    with_vectors_compared,
    with_values_of_examples,
    with_derivatives_alone,
    with_dots_of_vectors,
    with_values_at_arguments,
    with_entries_at_an_example,
    without_parameters_below,
    with_functions_told_by_derivatives,  # behind the parameters that a function is shown with
    without_parameters_shown,
    with_bold_arguments_plain,
    with_bold_numbers_plain,
    with_dummies_apart,
    with_functions_of_a_number,
    with_functions_of_numbers,
    with_networks_composed,
    with_classes_told,
    with_true_class_told,
    with_softmax_told,
    with_softmax_in_entries,
    with_entries_before_inputs,  # behind softmax, which is a function
    with_rates_named,
    with_variances_named,
    with_squares_in_parentheses,
    with_gradients_by_numbers,
    with_deltas_written_out,
    with_units_of_any_layer,
    with_deltas_of_layers,
    with_differences_apart,
    with_lists_as_indices,
    with_names_between_apart,
    with_summands_defined,
    with_gradients_of_layers,
    with_gradients_by_argument,  # before what E depends on is no longer shown
    with_parts_passed_over,
    with_factors_named,
    with_names_told_behind,
    without_calls_between,
    with_values_given,  # before examples are numbered
    with_any_example_numbered,
    with_entries_for_values,
    with_models_of_any_example,
    with_functions_applied,
    without_descriptions,
    with_values_compared,
    with_logarithms_named,
    with_logarithms_differentiated_by,  # `\\log p` may be a name by now
    with_inverses_claimed,
    with_links_inverted,  # `\\log p = ..` defines p only where it does not name `\\log p`
    with_squares_apart,
    with_roots_taken,
    with_squares_told,
    with_inverses_given,
    with_inverses_beside_matrices,  # the others: the matrix itself stands beside them
    with_same_arguments_dropped,
    with_functions_of_arrays_mentioned,
    with_values_bare,
    with_objectives_bare,
    with_dependence_dropped,
    with_gradients_by_any,
    without_shown,
    without_arguments,
    with_values_typed_out_named,
    with_derivatives_by_values,  # the last: what is left has no other meaning
)
"""What a page may write that defines its own network, once it is known which functions words name."""
