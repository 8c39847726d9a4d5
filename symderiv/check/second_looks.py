r"""Second looks at a verdict: what beside a line may mean it otherwise than it was read.

Each look is asked with the verdict of those before it, in the order of `LOOKS`. Most only open what was right or wrong;
a few judge the line as words or other lines say that it is meant. A look tells which verdicts it may change, and what a
page must have for it: on others it is not asked of any line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..affine import Sym
from ..read import Reading
from ..step import Judgement, Verdict
from .ambiguities.padded import without_zero_values
from .cases.assuming import Judge, Suppositions
from .cases.at_numbers import at_numbers
from .cases.open_hinges import with_open_hinges
from .cases.pinned import Pin, at_values, order_of, pins_of
from .cases.required import as_required, as_said
from .cases.several_values import Valued, at_one_of_several, several_values
from .cases.values_of_others import may_name_a_value, unless_of_others
from .cases.values_put_in import unless_put_in_otherwise
from .judging import Judging
from .link import Link
from .links import Links
from .looks.at_another_label import labelled_apart, unless_at_another_label
from .looks.at_borders import unless_at_borders
from .looks.beside_diagonals import unless_beside_a_diagonal
from .looks.bias_units import unless_bias_of_input
from .looks.by_lost_capitals import unless_by_lost_capital
from .looks.by_premises import unless_by_premises
from .looks.captured import unless_captured
from .looks.cases_of_one import unless_of_two_cases
from .looks.changed_letters import unless_letters_change
from .looks.compared_beside import unless_compared_beside
from .looks.counted_in_words import unless_counted_in_words
from .looks.daggers import unless_adjoint
from .looks.data_told import unless_data_told
from .looks.defined_by_d import unless_defined_by_d
from .looks.direct_meant import as_direct_effects
from .looks.direct_said import as_said_direct
from .looks.entries_at_zero import unless_at_zero
from .looks.entries_or_powers import differentiated_above, unless_a_power, unless_an_entry
from .looks.errors_undefined import error_told, unless_error_told, unless_error_undefined
from .looks.extrema_over_sets import over_sets, unless_over_a_set
from .looks.factorials import unless_by_factorials
from .looks.fixed_in_pairs import unless_fixed_in_pairs
from .looks.functions_beside import unless_for_a_function
from .looks.functions_by_derivatives import may_be_given_so, unless_of_such_a_function
from .looks.functions_of_vectors import mixing, unless_mixing
from .looks.hidden_layers import HIDDEN, unless_for_hidden_layers
from .looks.impulses import holds_impulse, unless_impulse
from .looks.in_another_layout import may_be_told, unless_in_another_layout
from .looks.indicators_of_values import unless_by_indicators
from .looks.last_entries import unless_last_differs
from .looks.last_layer_told import last_told, unless_last_layer_told
from .looks.layers_in_letters import made_of_another, unless_layers_in_letters
from .looks.letters_differ import letters_told, unless_apart
from .looks.letters_may_label import unless_a_label, unless_at_its_own_letter
from .looks.letters_of_layers import unless_in_other_letters
from .looks.letters_of_penalties import unless_in_letter_of_penalty
from .looks.letters_primed import may_be_functions, unless_a_function
from .looks.losses_named import unless_for_another_loss
from .looks.named_again import as_named_again
from .looks.named_otherwise import as_named, named_otherwise
from .looks.norms_meant import may_hold_norm, unless_in_norm
from .looks.numbers_above import unless_number_above
from .looks.one_or_two_arrays import unless_one_or_two
from .looks.one_outside import unless_outside
from .looks.one_step_said import unless_of_one_step
from .looks.own_sets import unless_in_own_set
from .looks.pairs import Under, of_two, of_two_fixed, unless_label_compared
from .looks.penalties import unless_penalised
from .looks.redefined_beside import unless_redefined_beside, unless_redefined_in_words
from .looks.rows_at_zero import unless_row_at_zero
from .looks.rows_may_be_one import unless_rows_are_one
from .looks.rows_told_otherwise import rows_told, unless_rows_told_otherwise
from .looks.rows_untied import unless_rows_untied
from .looks.running_totals import unless_behind_a_total
from .looks.shapes_contradicted import unless_shape_contradicted
from .looks.signs_by_convention import unless_by_convention
from .looks.sizes_merge import says_equal, unless_merged
from .looks.special_matrices import unless_special
from .looks.steps_alone import unless_of_other_layers
from .looks.sums_narrowed import unless_narrowed
from .looks.sums_told import unless_told_of_sums
from .looks.sums_unwritten import unless_sums_unwritten
from .looks.total_or_partial import shown_in, unless_through_argument
from .looks.true_class import unless_for_true_class
from .looks.units_of_last_layer import ends_of_last, unless_of_last_layer
from .looks.unknown_ends import unless_end_unknown
from .looks.unused_entries import unless_unused
from .looks.wider_ranges import unless_only_beyond, unless_wider
from .reserved.beyond_ends import ends_of
from .reserved.last_of_presumed import unless_above_the_last, unless_at_the_last
from .reserved.rates import unless_by_rate
from .reserved.reserve import Reserve
from .reserved.strangers import as_of_network
from .reserved.unsaid_ends import unsaid_sizes


@dataclass(frozen=True, slots=True)
class Context:
    """What second looks ask: the page, what it states of values, and verdicts on other links."""

    reading: Reading
    links: Links
    judging: Judging
    reserve: Reserve
    pins: tuple[Pin, ...]
    several: tuple[Valued, ...]
    suppositions: Suppositions
    named_otherwise: frozenset[str]


def context_of(links: Links, deadline: float, seed: int) -> Context:
    """What is asked of a page until a deadline."""
    reading, system, given = links.reading, links.system, links.given
    judging = Judging(deadline, seed, ends_of(system, reading))
    return Context(
        reading,
        links,
        judging,
        _reserve(links, judging),
        () if given else pins_of(reading),
        () if given else several_values(reading),
        Suppositions(reading, judging.as_is),
        named_otherwise(links.text, given),
    )


def _reserve(links: Links, judging: Judging) -> Reserve:
    reading, system, given = links.reading, links.system, links.given
    known = frozenset(given.variables() if given else ())
    others = tuple(w for w in reading.claims if w.where or w.ranges)
    unsaid = frozenset[Sym]() if given else unsaid_sizes(reading, system)
    ranges = () if given else reading.draft.ranges
    return Reserve(system, known, reading.untold, judging.under, others, reading.claims, unsaid, ranges)


def _by_hinges(link: Link, verdict: Verdict, page: Context) -> Verdict:
    """The verdict; for a line that is open, the one with the steps of hinges opened if it is right so."""
    opened = with_open_hinges(link) if verdict.judgement is Judgement.UNPROVED else None
    if opened is None:
        return verdict
    found = page.judging.as_is(opened)
    return found if found.judgement is Judgement.RIGHT else verdict


def _above_the_last(link: Link, verdict: Verdict, page: Context) -> Verdict:
    """The verdict; open where the line may end at the layer that the loss names."""
    meant = page.reserve.meant.get(link.key, ())
    return unless_above_the_last(link, verdict, page.reading.draft.ranges, page.judging.under, meant)


def _at_values(link: Link, verdict: Verdict, page: Context) -> Verdict:
    """The verdict at the values that the lines above state."""
    here, judge = order_of(page.reading, link.written), page.judging.as_is
    return at_values(link, verdict, page.pins, here, judge, page.reading.draft.definitions)


def _at_several(link: Link, verdict: Verdict, page: Context) -> Verdict:
    """The verdict below a second value of what the line rests on."""
    here, judge = order_of(page.reading, link.written), page.judging.as_is
    return at_one_of_several(link, verdict, page.several, here, judge)


def _supposed(page: Context) -> Under:
    """The judge of links under more conditions, and under what the page supposes for a while."""
    suppositions, under = page.suppositions.apart(), page.judging.under
    return lambda link, more: suppositions.verdict(link.under(more), under(link, more))


def _under_supposed(page: Context) -> Judge:
    """The judge of links under what the page supposes for a while."""
    suppositions = page.suppositions.apart()
    return lambda link: suppositions.verdict(link, page.judging.as_is(link))


def _under_all_given(page: Context) -> Judge:
    """The same; open where what stands beside a link could not be used."""

    def judge(link: Link) -> Verdict:
        suppositions = page.suppositions.apart()
        found = suppositions.verdict(link, page.judging.as_is(link))
        unused = found.judgement is Judgement.WRONG and not suppositions.used.issuperset(link.written.given)
        return replace(found, judgement=Judgement.UNPROVED) if unused else found

    return judge


RIGHT, WRONG, OPEN = (Judgement.RIGHT,), (Judgement.WRONG,), (Judgement.UNPROVED,)
CERTAIN, ANY = (*RIGHT, *WRONG), tuple(Judgement)


@dataclass(frozen=True, slots=True)
class Look:
    """A second look: the verdicts that it may change, what is asked, and whether a page has anything for it.

    Those that are `typed` are for all lines that were read, the others for lines of which the network says what all in
    them is.
    """

    of: tuple[Judgement, ...]
    ask: Callable[[Link, Verdict, Context], Verdict]
    on: Callable[[Context], bool] | None = None
    typed: bool = False


def _is_its_own(page: Context) -> bool:
    """Does a page define its network itself?"""
    return page.links.given is None


def _has_clauses(page: Context) -> bool:
    """Does an equation stand in a sentence, which may belong to a display?"""
    return any(w.inline for w in page.reading.claims)


FOR_TRUE_CLASS = Look(WRONG, lambda x, v, p: unless_for_true_class(x, v, p.judging.as_is))
REDEFINED = Look(
    CERTAIN,
    lambda x, v, p: unless_redefined_beside(x, v, p.reading.claims, p.links, p.judging.as_is),
    on=_has_clauses,
)
REDEFINED_IN_WORDS = Look(CERTAIN, lambda x, v, p: unless_redefined_in_words(x, v))

LOOKS: tuple[Look, ...] = (
    Look(OPEN, _by_hinges),
    REDEFINED,
    REDEFINED_IN_WORDS,
    Look(WRONG, lambda x, v, p: of_two(x, v, p.judging.under)),
    Look(WRONG, lambda x, v, p: of_two_fixed(x, v, p.judging.under)),
    Look(WRONG, lambda x, v, p: unless_label_compared(x, v)),
    FOR_TRUE_CLASS,
    Look(WRONG, lambda x, v, p: unless_in_own_set(x, v, p.judging.as_is)),
    Look(CERTAIN, lambda x, v, p: unless_by_indicators(x, v, p.judging.as_is)),
    Look(CERTAIN, lambda x, v, p: unless_behind_a_total(x, v, p.judging.under)),
    Look(CERTAIN, lambda x, v, p: p.reserve.of(x, v)),
    Look(WRONG, lambda x, v, p: as_required(x, v, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_for_a_function(x, v, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: as_direct_effects(x, v, p.judging.as_is, p.reading.claims)),
    Look((*CERTAIN, *OPEN), lambda x, v, p: as_said_direct(x, v, p.judging.as_is)),
    Look(
        CERTAIN,
        lambda x, v, p: unless_through_argument(x, v, p.judging.as_is),
        on=lambda p: bool(shown_in(p.links.text)),
    ),
    Look(CERTAIN, lambda x, v, p: as_named_again(x, v, p.judging.as_is)),
    Look(ANY, lambda x, v, p: p.suppositions.verdict(x, v)),
    Look(WRONG, lambda x, v, p: of_two(x, v, _supposed(p)) if x.written.given else v),
    Look(WRONG, lambda x, v, p: of_two_fixed(x, v, _supposed(p)) if x.written.given else v),
    Look(RIGHT, _at_values, on=lambda p: bool(p.pins)),
    Look(CERTAIN, _at_several, on=lambda p: bool(p.several)),
    Look(
        CERTAIN,
        lambda x, v, p: unless_of_others(x, v, p.pins, _under_supposed(p)),
        on=lambda p: may_name_a_value(p.links.text),
    ),
    Look(WRONG, lambda x, v, p: at_numbers(x, v, p.judging.as_is)),
    Look(CERTAIN, lambda x, v, p: p.reserve.grounded(x, v)),
    Look(WRONG, lambda x, v, p: unless_at_borders(x, v, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_bias_of_input(x, v, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_special(x, v, p.judging.as_is)),
    Look(CERTAIN, lambda x, v, p: unless_adjoint(x, v)),
    Look(CERTAIN, lambda x, v, p: unless_penalised(x, v)),
    Look(CERTAIN, lambda x, v, p: unless_in_norm(x, v), on=lambda p: may_hold_norm(p.links.text)),
    Look(CERTAIN, lambda x, v, p: unless_at_zero(x, v, p.reading.draft)),
    Look(CERTAIN, lambda x, v, p: unless_merged(x, v), on=lambda p: says_equal(p.links.text)),
    Look(WRONG, lambda x, v, p: unless_counted_in_words(x, v, p.judging.under)),
    Look(CERTAIN, lambda x, v, p: unless_one_or_two(x, v)),
    Look(CERTAIN, lambda x, v, p: unless_outside(x, v, p.judging.as_is), on=_is_its_own),
    Look(RIGHT, lambda x, v, p: unless_rows_are_one(x, v)),
    Look(RIGHT, lambda x, v, p: unless_row_at_zero(x, v)),
    Look(RIGHT, lambda x, v, p: unless_by_lost_capital(x, v, p.reading.untold), on=lambda p: bool(p.reading.untold)),
    Look(WRONG, lambda x, v, p: unless_number_above(x, v)),
    Look(WRONG, lambda x, v, p: unless_impulse(x, v), on=lambda p: holds_impulse(p.links.text)),
    Look(WRONG, lambda x, v, p: unless_a_power(x, v, p.judging.as_is)),
    Look(CERTAIN, lambda x, v, p: unless_an_entry(x, v), on=lambda p: bool(differentiated_above(p.links.text))),
    Look(CERTAIN, lambda x, v, p: unless_rows_untied(x, v, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_in_other_letters(x, v, p.links, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_a_label(x, v)),
    Look(RIGHT, lambda x, v, p: unless_at_its_own_letter(x, v)),
    Look(CERTAIN, lambda x, v, p: unless_at_another_label(x, v), on=lambda p: bool(labelled_apart(p.links.system))),
    Look(CERTAIN, lambda x, v, p: unless_apart(x, v, p.judging.as_is), on=lambda p: bool(letters_told(p.links.text))),
    Look(RIGHT, lambda x, v, p: unless_beside_a_diagonal(x, v, p.judging.as_is)),
    Look(RIGHT, lambda x, v, p: unless_wider(x, v, p.reading.draft.ranges, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_only_beyond(x, v, p.reading.draft.ranges, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_at_the_last(x, v, p.reading.draft.ranges, p.judging.under)),
    Look(WRONG, _above_the_last),
    Look(
        WRONG,
        lambda x, v, p: unless_for_hidden_layers(x, v, p.judging.as_is),
        on=lambda p: HIDDEN.search(p.links.text) is not None,
    ),
    Look(WRONG, lambda x, v, p: unless_in_letter_of_penalty(x, v, p.judging.as_is)),
    Look(RIGHT, lambda x, v, p: unless_last_differs(x, v, p.judging.as_is)),
    Look(
        CERTAIN,
        lambda x, v, p: unless_last_layer_told(x, v, p.judging.as_is),
        on=lambda p: bool(last_told(p.links.text)),
    ),
    Look(CERTAIN, lambda x, v, p: unless_rows_told_otherwise(x, v), on=lambda p: bool(rows_told(p.links.text))),
    Look(CERTAIN, lambda x, v, p: unless_a_function(x, v), on=lambda p: bool(may_be_functions(p.links.text))),
    Look(CERTAIN, lambda x, v, p: unless_data_told(x, v)),
    Look(WRONG, lambda x, v, p: unless_error_undefined(x, v)),
    Look(CERTAIN, lambda x, v, p: unless_error_told(x, v, p.links.text), on=lambda p: error_told(p.links.text)),
    Look(WRONG, lambda x, v, p: unless_of_one_step(x, v)),
    Look(CERTAIN, lambda x, v, p: unless_of_other_layers(x, v, p.reading), on=lambda p: bool(p.reading.steps)),
    Look(WRONG, lambda x, v, p: unless_compared_beside(x, v, p.reading.claims, p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_of_two_cases(x, v, p.reading.claims, p.judging.as_is, p.links.first)),
    Look(
        WRONG,
        lambda x, v, p: unless_of_such_a_function(x, v, p.reading.claims),
        on=lambda p: may_be_given_so(p.reading.claims),
    ),
    Look(
        CERTAIN,
        lambda x, v, p: unless_over_a_set(x, v, p.reading.claims),
        on=lambda p: over_sets(p.reading.claims, p.links.text),
    ),
    Look(
        RIGHT,
        lambda x, v, p: unless_of_last_layer(x, v, p.reading.draft),
        on=lambda p: _is_its_own(p) and bool(ends_of_last(p.reading.draft)),
    ),
    Look(CERTAIN, lambda x, v, p: unless_defined_by_d(x, v, p.reading.claims, p.judging.as_is, p.links.first)),
    Look(WRONG, lambda x, v, p: unless_end_unknown(x, v, p.judging.as_is), on=_is_its_own),
    Look(WRONG, lambda x, v, p: unless_unused(x, v, p.judging.as_is), on=_is_its_own),
    Look(WRONG, lambda x, v, p: unless_by_rate(x, v, p.links.rates_of(x.written), p.judging.as_is)),
    Look(WRONG, lambda x, v, p: unless_by_convention(x, v, _under_all_given(p))),
    Look(CERTAIN, lambda x, v, p: unless_put_in_otherwise(x, v, p.reading, p.judging.as_is)),
    Look(RIGHT, lambda x, v, p: unless_by_premises(x, v, p.judging.as_is)),
    FOR_TRUE_CLASS,  # also with a value put in, `$t_i = 1$`
    Look(RIGHT, lambda x, v, p: unless_letters_change(x, v), typed=True),
    Look(
        CERTAIN,
        lambda x, v, p: unless_layers_in_letters(v, p.links.text),
        on=lambda p: bool(made_of_another(p.links.text)),
        typed=True,
    ),
    Look(CERTAIN, lambda x, v, p: unless_mixing(x, v), on=lambda p: bool(mixing(p.links.text)), typed=True),
    Look(CERTAIN, lambda x, v, p: without_zero_values(x, v, p.reading.errors_end), typed=True),
    Look(RIGHT, lambda x, v, p: as_said(x, v, p.judging.as_is, p.links.in_general), typed=True),
    # also what is not defined, and what has been judged anew since
    replace(REDEFINED, typed=True),
    replace(REDEFINED_IN_WORDS, typed=True),
    Look(
        CERTAIN,
        lambda x, v, p: unless_in_another_layout(x, v),
        on=lambda p: may_be_told(p.links.text),
        typed=True,
    ),
    Look(
        CERTAIN,
        lambda x, v, p: unless_shape_contradicted(x, v),
        on=lambda p: r"\times" in p.links.text,
        typed=True,
    ),
    Look(CERTAIN, lambda x, v, p: unless_for_another_loss(x, v), typed=True),
    Look(
        WRONG,
        lambda x, v, p: unless_sums_unwritten(x, v, p.reading.claims, p.judging.as_is),
        typed=True,
    ),
    Look(RIGHT, lambda x, v, p: unless_captured(x, v), typed=True),
    Look(CERTAIN, lambda x, v, p: unless_narrowed(x, v, p.judging.as_is), typed=True),
    Look(CERTAIN, lambda x, v, p: unless_told_of_sums(x, v), typed=True),
    Look(WRONG, lambda x, v, p: unless_fixed_in_pairs(x, v, p.judging.as_is), typed=True),
    Look(WRONG, lambda x, v, p: as_named(x, v, p.named_otherwise), on=lambda p: bool(p.named_otherwise), typed=True),
    Look(WRONG, lambda x, v, p: as_of_network(x, v, p.links.given), typed=True),
    Look(WRONG, lambda x, v, p: unless_by_factorials(x, v), typed=True),
    Look(OPEN, lambda x, v, p: p.reserve.behind_a_stranger(x, v), typed=True),
)


def looks_on(page: Context) -> tuple[Look, ...]:
    """The looks for which a page has anything."""
    return tuple([look for look in LOOKS if look.on is None or look.on(page)])


def looked_at_again(looks: Iterable[Look], link: Link, verdict: Verdict, page: Context) -> Verdict:
    """The verdict on a link behind some looks."""
    judgement = verdict.judgement
    for look in looks:
        if judgement in look.of:
            verdict = look.ask(link, verdict, page)
            judgement = verdict.judgement
    return verdict
