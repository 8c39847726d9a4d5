r"""How a page may be read otherwise: each reading that the verdict on a line has to agree with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ..network.counted import data_as_counted
from ..pattern import lazily
from ..read import Reading
from ..resolve.choices import Choices
from ..resolve.definitions.zero_diagonals import has_zeros
from ..resolve.prepared.sums.behind_products import Multiplied
from ..resolve.prepared.words.one_of_few import MAY_SAY
from ..system import System
from .ambiguities.classes_in_pairs import with_classes_in_pairs
from .ambiguities.counts_below import with_sums_by_count
from .ambiguities.equal_lengths import with_lengths_alike
from .ambiguities.layouts_open import with_all_turned, with_layouts_otherwise
from .ambiguities.of_other_lines import without_conditions_of_others
from .ambiguities.one_hot_data import with_data_one_hot
from .ambiguities.padded import with_inputs_ended, with_ranges_of_letters, with_zeros_outside
from .ambiguities.partners_given import with_partners_given
from .ambiguities.reaching import with_operators_reaching
from .ambiguities.struck import without_struck_parts
from .ambiguities.targets import with_targets_adding_up
from .ambiguities.two_sums import with_sums_apart
from .ambiguities.whole_sets import with_recorded_only, with_sets_otherwise
from .ambiguities.wide import with_factors_behind, with_other_lengths
from .completion.clashes import Whole, read_otherwise
from .link import Line, Stance

MAY_NAME_A_START = lazily(
    r"\^\s*\{?\s*[(\[]?\s*(?:0|-\s*1)(?![\d.])|(?<!\\)\b(?:initi|start|begin)"
    r"|\b(?:anfang|anfängl|angefangen|beginn|commen|départ|empez|comenz|começ|iniz|iníc|partiendo|начал|начин)"
    r"|初|始|最先|第零|[零0]时刻|처음|초기|시작"
    r"|\b(?:previous|prior|preced|remember|carr(?:y|ied|ies)|stateful|stored|keep|kept|last\s+(?:batch|sequence|chunk))"
    r"|\b(?:vorig|vorher|gemerkt|übernommen|précédent|anterior|preceden|предыдущ)|前の|上一|之前|이전"
    r"|\b(?:layers?|schicht\w*|couches?|capas?|camadas?|strat[oi])\b|слой|слоя|слоёв|слоев|слои|層|层|계층",
    re.I,
)
"""A 0 or -1 above a name, words by which a page may tell what its first step starts from, or that steps are layers."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the reading that it has: its text, its lines, and how it is read once more by other choices."""

    text: str
    whole: Whole
    lines: Sequence[Line]
    network: System | None
    choices: Choices
    read: Callable[..., Reading]

    def by(self, choices: Choices) -> Reading:
        """The page read once more, by other choices."""
        return self.read(self.whole.losses, choices)


def with_few_told(text: str, page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    """The page in the reading that `read` gives, in which words that may call data one of two numbers do so; none where
    that changes nothing."""
    found = read_otherwise(page, read) if MAY_SAY.search(text.replace(r"\(", "$").replace(r"\)", "$")) else None
    return (found,) if found is not None and found.system != page.system else ()


def with_zero_weights(lines: Sequence[Line], page: Whole, read: Callable[[], Reading]) -> tuple[Whole, ...]:
    r"""The page in the reading that `read` gives, in which data before the logarithm of what is 0 on a diagonal are 0
    there, for its wrong lines: only so `\sum_i \sum_j p_{ij} \log \frac{p_{ij}}{q_{ij}}` has a value."""
    if not has_zeros(page.reading.draft.definitions):
        return ()
    wrong = frozenset(line.written.number for line in lines if any(o.wrong for o in line.outcomes))
    found = read_otherwise(page, read) if wrong else None
    if found is None or found.system == page.system:
        return ()
    return (replace(found, stance=Stance.DOUBTFUL, of=wrong),)


def with_start_given(text: str, page: Whole) -> tuple[Whole, ...]:
    """The page with what lies before a first step given, where it is 0 because everything beyond a range is; none where
    nothing lies there."""
    draft = page.reading.draft
    if not draft.outside_zero:
        return ()
    given = replace(draft, start_given=True, start_named=MAY_NAME_A_START.search(text) is not None)
    found = read_otherwise(page, lambda: replace(page.reading, draft=given))
    return (replace(found, stance=Stance.DOUBTFUL),) if found is not None and found.system != page.system else ()


def with_data_counted(page: Whole) -> tuple[Whole, ...]:
    """The page with as many data as words say, where what lies beyond is 0; none where that is what uses say."""
    system = data_as_counted(page.system, page.reading.draft.counted)
    return (replace(page, system=system, stance=Stance.DOUBTFUL, others=()),) if system is not page.system else ()


Otherwise: TypeAlias = Callable[[Page, Choices], Sequence[Whole]]

ALONE, ALWAYS = True, False
WAYS: tuple[tuple[bool, Otherwise], ...] = (
    (ALONE, lambda p, c: with_sets_otherwise(p.text, p.whole, lambda sets: p.by(replace(c, sets=sets)))),
    (ALONE, lambda p, c: with_recorded_only(p.text, p.whole, lambda: p.by(replace(c, recorded=True)))),
    (
        ALONE,
        lambda p, c: with_targets_adding_up(
            p.lines, p.whole, lambda claimed: p.by(replace(c, adding_up=True, claimed=claimed))
        ),
    ),
    (ALONE, lambda p, c: with_data_one_hot(p.lines, p.whole, lambda told: p.by(replace(c, one_hot=told)))),
    (ALWAYS, lambda p, c: without_struck_parts(p.text, p.whole, lambda: p.by(replace(c, struck_gone=True)), p.network)),
    (
        ALWAYS,
        lambda p, c: with_other_lengths(
            p.text, p.whole, lambda x: p.by(replace(c, wide=x.wide, divisors=x.divisors)), p.network
        ),
    ),
    (
        ALWAYS,
        lambda p, c: with_factors_behind(
            p.text, p.whole, lambda: p.by(replace(c, multiplied=Multiplied.LETTERED)), p.network
        ),
    ),
    (ALONE, lambda p, c: with_zeros_outside(p.text, p.lines, p.whole, lambda: p.by(replace(c, zero_outside=True)))),
    (ALONE, lambda p, c: with_start_given(p.text, p.whole)),
    (ALONE, lambda p, c: with_data_counted(p.whole)),
    (ALONE, lambda p, c: with_ranges_of_letters(p.whole, lambda: p.read(p.whole.losses))),
    (ALONE, lambda p, c: with_inputs_ended(p.lines, p.whole, lambda: p.read(p.whole.losses))),
    (ALONE, lambda p, c: with_sums_apart(p.whole, lambda: p.by(replace(c, sums_apart=True)))),
    (ALONE, lambda p, c: with_few_told(p.text, p.whole, lambda: p.by(replace(c, few_told=True)))),
    (ALONE, lambda p, c: with_zero_weights(p.lines, p.whole, lambda: p.by(replace(c, zero_weights=True)))),
    (ALONE, lambda p, c: with_partners_given(p.whole, lambda: p.by(replace(c, partners_given=True)))),
    (ALONE, lambda p, c: with_sums_by_count(p.text, p.whole, lambda: p.by(replace(c, counts_below=True)))),
    (
        ALWAYS,
        lambda p, c: (*with_operators_reaching(p.lines, p.whole, lambda x: p.by(replace(c, reach=x)), p.network),),
    ),
    (ALONE, lambda p, c: with_classes_in_pairs(p.text, p.whole, lambda: p.by(replace(c, both_of_pairs=True)))),
    (ALWAYS, lambda p, c: tuple(with_layouts_otherwise(p.lines, p.whole, lambda x: p.by(replace(c, turned=x))))),
    (ALWAYS, lambda p, c: tuple(with_all_turned(p.text, p.lines, p.whole, lambda x: p.by(replace(c, all_turned=x))))),
    (ALONE, lambda p, c: with_lengths_alike(p.lines, p.whole, lambda: p.by(replace(c, alike=True)))),
    (
        ALONE,
        lambda p, c: (*without_conditions_of_others(p.text, p.lines, p.whole, lambda x: p.by(replace(c, gone=x))),),
    ),
)
"""The ways, each with whether it is tried only where the page defines its network itself."""


def other_readings(page: Page) -> Iterator[Whole]:
    """The other readings of a page, those found in putting it together first."""
    yield from page.whole.others
    for alone, otherwise in WAYS:
        if page.network is None or not alone:
            yield from otherwise(page, page.choices)
