r"""The formulas and the front matter of a document as they are understood, before any letter of it gets a meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..document import read_formulas
from ..document.blocks import Block, Document, FrontMatter
from ..errors import ReadError
from ..latex.names import NO_NAMES, Names
from ..latex.tree import Name
from ..latex.walking import rebuilt
from ..system import System
from .assumed_in_front import with_assumed, without_assumed
from .choices import Choices
from .chosen import Chosen, Layouts
from .comparisons.held_in_brackets import front_with_held, held_in_brackets, with_held_named
from .definitions.losses import Loss, front_without, without_losses
from .entry import names_in
from .facts import Apart
from .front import Front, front_changed, index_words, objectives_of, primed_in, ranges_typed, read_front
from .functions.functions_hinted import densities_hinted, functions_bound, functions_hinted
from .given import GivenPage, page_of
from .layers.inferred_ranges import inferred_ranges
from .layers.one_step import single_steps, with_every_step_apart
from .layers.rows_apart import without_rows_apart
from .located import Located
from .prepared import prepared, tidied, with_points, without_givens, words_of
from .prepared.arguments.lists_of_values import front_with_lists_of_values, lists_of_values, with_lists_of_values
from .prepared.arrays.gathered_in_words import with_vectors_gathered
from .prepared.gradients.rules_apart import with_rules_apart
from .prepared.indices.in_parentheses import front_with_lists, lists_in_parentheses, with_lists_as_indices
from .prepared.indices.labels_left_off import with_labels_put_back
from .prepared.indices.layers_behind_parentheses import with_layers_before_parentheses
from .prepared.indices.lookups_of_data import with_lookups_of_data_numbered
from .prepared.indices.rows_only_named import without_rows_only_named
from .prepared.indices.sizes_of_layers_named import sizes_put
from .prepared.indices.words_of_contexts import with_words_of_contexts_numbered
from .prepared.sums.behind_products import with_factors_behind_products
from .prepared.sums.halves_in_front import front_with_halves
from .prepared.sums.long_sums import with_terms_behind
from .prepared.words.one_of_few import with_one_of_few
from .shapes import Around
from .shapes.alike import OneLength
from .sizes.numbered_letters import front_with_letters, numbered_letters, with_letters
from .sizes.sizes_apart import with_sizes_apart
from .sizes.sizes_with_words import front_with_sizes_labelled, sizes_with_words, with_sizes_labelled
from .sizes.strides import front_with_values, strides_of, with_values
from .spelled.given_labels import with_labels_as_given
from .spelled.known import several_names
from .spelled.numbers_behind import with_numbers_below
from .spelled.operators_in_front import with_operators_reaching
from .spelled.struck_parts import with_struck_parts
from .spelled.wide_divisors import with_lengths_chosen
from .states import with_states_numbered
from .told.densities import constants_of_densities
from .told.one_hot import with_classes
from .told.told_to_depend import applied_to_computed, shown_to_depend
from .told.untold import Untold


@dataclass(frozen=True, slots=True)
class Settled:
    """What is known of a document before any letter of it gets a meaning.

    `located`: its formulas, shorthand written out; `front`: its front matter; `strides`: letters by which an index is
    multiplied; `several`: names of several letters; `notes`: readings chosen; `steps`: letters that are one step among
    all; `densities`: those of which words call a factor constant; `hinted`: functions of which only a hint says what
    they are; `shown`: what is shown to depend on something, and by no definition does; `apart`: single rows that are
    none of the others; `partners`: may something be given that is defined by what defines another one of its kind?
    `layouts` are kinds of derivatives of which words leave open how they stand.
    """

    located: Sequence[Located]
    front: Front
    strides: tuple[Name, ...] = ()
    several: Names = NO_NAMES
    notes: tuple[str, ...] = ()
    steps: frozenset[str] = frozenset()
    densities: frozenset[str] = frozenset()
    hinted: tuple[Untold, ...] = ()
    shown: tuple[Untold, ...] = ()
    apart: tuple[Apart, ...] = ()
    partners: bool = False
    layouts: frozenset[str] = frozenset()


def settle(document: Document, network: System | None, choices: Choices, without: tuple[Loss, ...]) -> Settled:
    r"""Read the formulas of a document and write out its shorthand; statements it is read `without` are left out.

    >>> from symderiv.document import parse_document
    >>> from .choices import AS_TYPED
    >>> page = parse_document("$$y_t = \\sum_{s=1}^{S} w_s x_{2t+s}$$")
    >>> settled = settle(page, None, AS_TYPED, ())
    >>> len(settled.located), settled.strides, settled.notes
    (1, (), ())
    """
    return _Settling(document, network, choices, without, page_of(network)).settled()


@dataclass(slots=True)
class _Settling:
    """One run of it; the given page's formulas stand before those of the document."""

    document: Document
    network: System | None
    choices: Choices
    without: tuple[Loss, ...]
    given: GivenPage
    notes: list[str] = field(default_factory=list)
    shown: list[Untold] = field(default_factory=list)
    partners: Chosen = field(init=False)

    def __post_init__(self) -> None:
        self.partners = Chosen(self.choices.partners_given)

    @property
    def alone(self) -> bool:
        return self.network is None

    @property
    def blocks(self) -> tuple[Block, ...]:
        return (*self.given.blocks, *self.document.blocks)

    def settled(self) -> Settled:
        """The formulas and the front matter, settled."""
        several = several_names(self.network) | index_words(self.document.front) | primed_in(self.given.typed)
        front = front_without(self.document.front, self.without)
        typed_ranges = ranges_typed(front) if self.alone else self.given.typed
        located, read, several = self._tidied(self._own(front, several), front, typed_ranges, several)
        strides = strides_of(self.given.without(located), tuple(typed_ranges), [c for _, c in read.ranges])
        if self.alone:
            located, moved = inferred_ranges(located, self.document.titled, read.ranges)
            self.notes += moved
            self.shown += [*shown_to_depend(located), *functions_bound(located, self.blocks)]
        densities = constants_of_densities(located, self.blocks)
        ranges = (*self.given.ranges, *(c for _, c in read.ranges))
        given, lengths = self.given, list[OneLength]()
        alike = lengths.append if self.choices.alike else None
        numbers, objectives = given.numbers, objectives_of(read)
        layouts = Layouts(self.choices.turned, self.choices.all_turned)
        around = Around(ranges, "", alike, given.lengths, given.arrays, numbers, objectives, layouts=layouts)
        around = replace(around, relations=tuple(c for _, c in read.relations))
        located = prepared(located, self.blocks, around, self.partners, read.implicit or given.implicit)
        read = front_changed(read, lengths[-1].put) if lengths else read
        steps = single_steps(located, ranges) if self.alone else frozenset()
        hinted: tuple[Untold, ...] = ()
        if self.alone:
            located = with_every_step_apart(located, steps)
            self.notes += [f"`{x}` is one step, the definitions hold for every step" for x in sorted(steps)]
            located = without_assumed(located, read)
            hinted = (*functions_hinted(located), *densities_hinted(located))
        located = with_factors_behind_products(given.without(located), self.choices.multiplied)
        located = with_classes(located, self.blocks, self.choices.one_hot)
        located, apart = without_rows_apart(located, self.blocks) if self.alone else (located, ())
        notes, shown, partners = tuple(self.notes), tuple(self.shown), self.partners.asked
        told = (steps, densities, hinted, shown, apart, partners, frozenset(layouts.open))
        return Settled(located, read, strides, several, notes, *told)

    def _own(self, front: FrontMatter, several: Names) -> Sequence[Located]:
        """The formulas of the document itself, as they are chosen to be read."""
        choices, page = self.choices, self.document
        kept = without_losses(with_rules_apart(read_formulas(page, several), page.blocks), self.without)
        kept = with_vectors_gathered(kept, page.blocks)
        kept = with_operators_reaching(with_struck_parts(kept, choices.struck_gone), choices.reach)
        kept = with_terms_behind(kept, choices.reach)
        own = with_values(kept, choices.values)
        own = with_lengths_chosen(own, choices.wide, choices.divisors)
        if not self.alone:
            return with_labels_as_given(own, self.given.labels)
        return with_numbers_below(with_assumed(own, front, several))

    def _tidied(
        self, own: Sequence[Located], front: FrontMatter, typed_ranges: Mapping[str, object], several: Names
    ) -> tuple[Sequence[Located], Front, Names]:
        """All formulas with their names made plain, the front matter changed alike, and the names it knows of."""
        spelled = with_one_of_few([*self.given.located, *own], self.blocks, self.choices.few_told)
        listed = lists_of_values(spelled)
        numbered = with_layers_before_parentheses(with_points(with_lists_of_values(spelled, listed), self.blocks))
        located: Sequence[Located] = without_givens(with_states_numbered(numbered, self.blocks), typed_ranges)
        located = with_words_of_contexts_numbered(located)
        located = with_lists_as_indices(located, lists := lists_in_parentheses(located, typed_ranges, front.data))
        sized = [*map(str, front.data.get("sizes", ()))]
        if self.alone:
            located = with_sizes_apart(located, {*typed_ranges, *sized}, self.notes)
            self.shown += applied_to_computed(located)
        located = with_held_named(located, held := held_in_brackets(located))
        notes, choices = self.notes if self.alone else None, self.choices
        sizes = sizes_with_words(located, typed_ranges, notes, choices, sized)
        located = with_sizes_labelled(located, sizes)
        letters = numbered_letters(located, typed_ranges)
        located = with_letters(located, letters)
        untidied, located = located, tidied(located, typed_ranges, self.blocks, choices, self.partners)
        if self.alone and choices.lookups:  # what is derived is to be about what is looked up
            located = without_rows_only_named(located, words_of(self.blocks))
            located = with_lookups_of_data_numbered(located)
        named = [v for k, v in front.data.items() if k not in ("title", "ranges")]
        located = with_labels_put_back(located, named, self.notes)
        if front.data:
            several = several | names_in(f for _, f in self.given.without(located) if not isinstance(f, ReadError))
        typed = front_with_lists_of_values(read_front(front, several, not self.alone), listed)
        typed = front_with_halves(front_with_lists(typed, lists), located)
        typed = front_with_values(front_with_sizes_labelled(front_with_held(typed, held), sizes), choices.values)
        typed, put = front_with_letters(typed, letters), sizes_put(untidied, located, [c for _, c in typed.ranges])
        changed = replace(front_changed(typed, lambda x: rebuilt(x, put.get)), sizes=typed.sizes) if put else typed
        return located, changed, several
