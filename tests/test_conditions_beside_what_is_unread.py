r"""A condition beside a line does not make up for a definition that could not be read.

What is expected was found by hand.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""$$a_j = \sum_i w_{ij} x_i$$
%s
$$E = \frac12 \sum_j (h_j - t_j)^2$$
%s
$$\frac{\partial E}{\partial a_j} = 0$$
"""


@pytest.mark.parametrize("condition", ["If $a_j > 0$, then", "When $t_j = 0$,", "For $j = 1$", ""])
def test_nothing_rests_on_it(condition: str) -> None:
    claim = check(PAGE % ("$$h_j = a_j @ 3$$", condition)).claims[-1]
    assert str(claim.judgement) == "unproved"


@pytest.mark.parametrize(
    "definition",
    [
        "$h_j = a_j$ when $a_j > 0$, otherwise $h_j = 0$",
        "$h_j = a_j$ if $a_j > 0$ and $h_j = 0$ otherwise.",
        r"$$h_j = a_j \quad (a_j > 0)$$ $$h_j = 0 \quad (a_j < 0)$$",
    ],
)
def test_a_definition_by_cases_in_sentences_is_not_wrong(definition: str) -> None:
    assert {str(c.judgement) for c in check(PAGE % (definition, "")).claims} == {"unproved"}
