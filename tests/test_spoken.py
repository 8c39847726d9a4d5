"""Words of a page without its displays, and parts of words that are looked for before anything else is."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symderiv.check.words.direct_words import DIRECT, EM, EXPLICIT, HELD, STEMS, UNNAMED
from symderiv.check.words.spoken import spoken


def test_words_set_in_a_display_are_spoken_and_its_formulas_are_not() -> None:
    page = "We get\n\n$$\n\\mathbf{tied} = b \\quad \\text{for tied weights}\n$$\n\nand $w$ is shared."
    assert spoken(page) == "We get\n\n$$ for tied weights $$\n\nand $w$ is shared."


def _has_a_part(words: str) -> bool:
    folded = words.casefold()
    return any(x in folded for x in STEMS) or any(x in words for x in EM)


@pytest.mark.parametrize("pattern", [DIRECT, EXPLICIT, UNNAMED, *HELD], ids=lambda p: p.pattern[:20])
def test_what_says_that_a_derivative_is_direct_has_one_of_the_parts(pattern: re.Pattern[str]) -> None:
    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern.pattern, pattern.flags), fullmatch=True))
    def spoken_of(words: str) -> None:
        assert _has_a_part(words)

    spoken_of()


def test_other_words_have_none_of_the_parts() -> None:
    assert not _has_a_part("By the chain rule we get, for every unit, its delta")
