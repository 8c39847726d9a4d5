r"""Weights of one letter whose indices run to one size, `w_{hj}` and `w_{cj}`: two arrays where words say so, and else
either."""

from __future__ import annotations

import pytest

from .judging import check

HEAD = r"""
The units are $c, h, j = 1, \dots, C$.{said}

$$ a_j = \sum_{h=1}^C w_{hj} b_h + \sum_{c=1}^C w_{cj} s_c $$

$$ E = \frac12 \sum_{j=1}^C (a_j - y_j)^2 $$

"""
APART = (
    r" The weights $w_{hj}$ are different weights from the $w_{cj}$.",
    r" Here $w_{hj}$ is not the same as $w_{cj}$.",
    r" Les poids $w_{hj}$ sont d'autres poids que les $w_{cj}$.",
    r" Веса $w_{hj}$ — это другой набор весов.",
    r" $w_{hj}$ は $w_{cj}$ とは別の重みである。",
)
LINE = r"$$ \frac{\partial E}{\partial w_{cj}} = (a_j - y_j) s_c $$" "\n\n"
OTHER = r"$$ \frac{\partial E}{\partial w_{hj}} = (a_j - y_j) b_h $$" "\n\n"
BOTH = r"$$ \frac{\partial E}{\partial w_{cj}} = (a_j - y_j) (s_c + b_c) $$" "\n\n"
NEITHER = r"$$ \frac{\partial E}{\partial w_{cj}} = a_j s_c $$" "\n\n"


def verdicts(said: str, *lines: str) -> list[str]:
    page = HEAD.replace("{said}", said) + "".join(lines)
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize("said", APART)
def test_words_tell_them_apart(said: str) -> None:
    assert verdicts(said, LINE, OTHER, BOTH, NEITHER) == ["right", "right", "wrong", "wrong"]


def test_without_words_either_may_be_meant() -> None:
    assert verdicts("", LINE, OTHER, BOTH, NEITHER) == ["unproved", "unproved", "unproved", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r" The weights $w_{hj}$ are not different weights from the $w_{cj}$.",
        r" Often the weights $w_{hj}$ are different weights from the $w_{cj}$.",
    ],
)
def test_words_that_do_not_say_so(said: str) -> None:
    assert "right" not in verdicts(said, LINE, OTHER)


def test_one_index_of_a_penalty_is_no_second_array() -> None:
    page = r"""
$$ a_j = \sum_{i=1}^C w_{ij} x_i, \qquad 1 \le j \le C $$

$$ E = \frac12 \sum_{j=1}^C (a_j - y_j)^2 + \frac{r}{2} \sum_{h=1}^C \sum_{j=1}^C w_{hj}^2 $$

$$ \frac{\partial E}{\partial w_{ij}} = (a_j - y_j) x_i + r w_{ij} $$
"""
    assert [str(link.judgement) for claim in check(page).claims for link in claim.links] == ["right"]
