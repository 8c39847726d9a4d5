"""The order in which ways of writing are written out behind the sets of a page: most are about probabilities."""

from __future__ import annotations

from ..asked import Pass
from .arguments.called import without_divergences_between
from .arguments.digamma import with_digamma
from .indices.letters_of_shares import with_letters_of_shares_apart
from .indices.numbering_arguments import with_numbering_arguments
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
