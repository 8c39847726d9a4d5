r"""Another name for the size of a layer: `$n_L = m$` in a sentence, $$ n_L = m $$ in a display, $$ n_3 = n_1 $$.

By hand, weights from i to j: dC/dw_ij^l = delta_j^l a_i^(l-1), delta_j^l = f'(z_j^l) sum_k delta_k^(l+1) w_jk^(l+1).
"""

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
+++
objective = "C"
functions = ["f"]
[ranges]
"l" = "1..L"
+++
$$ z_j^l = \sum_{i=1}^{n_{l-1}} w_{ij}^l a_i^{l-1} + b_j^l $$

$$ a_j^l = f(z_j^l) $$

$$ a_i^0 = x_i $$

SAID

$$ C = \frac12 \sum_{i=1}^m (a_i^L - t_i)^2 $$

$$ \delta_j^l = \frac{\partial C}{\partial z_j^l} $$
"""
RIGHT = (
    r"$$ \delta_j^L = (a_j^L - t_j) f'(z_j^L) $$",
    r"$$ \delta_j^l = \sum_k \delta_k^{l+1} w_{jk}^{l+1} f'(z_j^l) $$ ( $l = 1, \dots, L-1$ )",
    r"$$ \frac{\partial C}{\partial w_{ij}^l} = \delta_j^l a_i^{l-1} $$",
)
WRONG = (
    r"$$ \delta_j^L = (t_j - a_j^L) f'(z_j^L) $$",
    r"$$ \delta_j^l = \sum_k \delta_k^{l+1} w_{kj}^{l+1} f'(z_j^l) $$ ( $l = 1, \dots, L-1$ )",
    r"$$ \frac{\partial C}{\partial w_{ij}^l} = \delta_i^l a_j^{l-1} $$",
)


@pytest.mark.parametrize("said", ["$$ n_L = m $$", "$$ m = n_L $$", "The last layer has $n_L = m$ units."])
def test_the_last_layer(said: str) -> None:
    page = PAGE.replace("SAID", said)
    assert [verdict(page, line) for line in RIGHT] == ["right"] * 3
    assert [verdict(page, line) for line in WRONG] == ["wrong"] * 3


@pytest.mark.parametrize("said", ["If the last layer is small,\n\n$$ n_L = m $$", "Often\n\n$$ n_L = m $$"])
def test_not_said_of_the_whole_page(said: str) -> None:
    page = PAGE.replace("SAID", said)
    assert "right" not in [verdict(page, line) for line in WRONG]
    assert "wrong" not in [verdict(page, line) for line in RIGHT]


def test_any_layer() -> None:
    """All layers are as wide as m then; a sum over m units is one over any layer, and no line is about one layer."""
    page = PAGE.replace("SAID", "$$ n_l = m $$")
    assert "right" not in [verdict(page, line) for line in WRONG]
    assert "wrong" not in [verdict(page, line) for line in RIGHT]


def test_a_letter_that_numbers_things() -> None:
    """The m of `y_m` is an index: the end of the sum is another m, or n_1 is no size."""
    page = PAGE.replace("SAID", "$$ n_L = m $$\n\n$$ y_m = t_m^2 $$")
    assert "right" not in [verdict(page, line) for line in WRONG]


TWO = r"""
+++
objective = "J"
functions = ["f"]
+++
$$ h_i = f(\sum_{j=1}^{s_1} W_{ij}^{(1)} x_j) $$

$$ y_i = \sum_{j=1}^{s_2} W_{ij}^{(2)} h_j $$

SAID

$$ J = \frac12 \sum_{j=1}^{s_3} (y_j - x_j)^2 $$
"""
SLOPE = r"$$ \frac{\partial J}{\partial W_{ij}^{(2)}} = (y_i - x_i) h_j $$"
TOTAL = (
    r"$$ \sum_{j=1}^{s_3} x_j \frac{\partial J}{\partial x_j} = \sum_{j=1}^{s_1} x_j \frac{\partial J}{\partial x_j} $$"
)


@pytest.mark.parametrize("said", ["$$ s_3 = s_1 $$", "$$ s_1 = s_3 $$", "The output has $s_3 = s_1$ units."])
def test_two_layers_of_one_size(said: str) -> None:
    page = TWO.replace("SAID", said)
    found = each_verdict(
        page, lines=[SLOPE, TOTAL, SLOPE.replace("y_i - x_i", "x_i - y_i"), SLOPE.replace("h_j", "h_i")]
    )
    assert found[0] == "right"
    assert found[1] == "right"
    assert found[2] == "wrong"
    assert found[3] in ("wrong", "unproved")


def test_layers_by_letter_keep_their_sizes() -> None:
    """Where sizes stand for any layer, too, one of them is not renamed."""
    page = PAGE.replace("SAID", "$$ n_2 = n_1 $$").replace("^m", "^{n_L}")
    assert "right" not in [verdict(page, line) for line in WRONG]
    assert "wrong" not in [verdict(page, line) for line in RIGHT]
