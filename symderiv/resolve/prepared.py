"""The formulas of a page that defines its own network, made ready: words as formulas, arrays as their entries."""

from __future__ import annotations

from collections.abc import Sequence

from ..document.blocks import Block
from ..latex.tree import Chain
from .arguments import without_arguments
from .barred import without_bars
from .constants import with_constants_apart
from .described import without_descriptions
from .digamma import with_digamma
from .dots import without_dots
from .functions_equated import with_functions_equated
from .functions_in_words import with_functions_named
from .layout import Located
from .linked import with_links_inverted
from .logarithms import with_logarithms_named
from .long_sums import with_long_sums
from .members import without_members
from .pointwise import with_arguments
from .shapes import in_indices
from .shown import without_shown
from .turned import with_names_in_front
from .word_sets import without_word_sets


def tidied(located: Sequence[Located], defines: bool) -> list[Located]:
    """A page's formulas with shorthands written out: dots, sets in words, bars, members; long sums if it `defines` its
    network."""
    found = without_members(without_word_sets(without_dots(with_names_in_front(located))))
    found = with_constants_apart(without_bars(with_digamma(found)))
    return with_long_sums(found) if defines else list(found)


def prepared(located: Sequence[Located], blocks: Sequence[Block], ranges: Sequence[Chain]) -> list[Located]:
    """The order: what words say of functions and data comes before names are read, arrays come last.

    `ranges` are those of the front matter.
    """
    named = with_arguments(with_functions_named(with_functions_equated(located), blocks))
    named = with_links_inverted(with_logarithms_named(without_descriptions(named)))
    return in_indices(without_arguments(without_shown(named)), ranges)
