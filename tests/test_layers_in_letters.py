"""Layers that are told apart by the numbers of their letters; starts beside a definition that could not be read."""

import pytest

from .judging import check


def _verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


@pytest.mark.parametrize(("y", "i"), [("y", "i"), ("a", "j"), (r"\phi", "k")])
def test_layers_in_letters(y: str, i: str) -> None:
    """Nothing of the page is judged."""
    page = r"""$$ Y_{I_1} = \sum_{I_0} w_{I_1 I_0} x_{I_0} $$

$$ Y_{I_2} = \sum_{I_1} w_{I_2 I_1} Y_{I_1} $$

$$ E = \frac12 \sum_{I_2} (Y_{I_2} - t_{I_2})^2 $$

$$ \frac{\partial E}{\partial w_{I_1 I_0}} = \sum_{I_2} (Y_{I_2} - t_{I_2}) w_{I_2 I_1} x_{I_0} $$

$$ \frac{\partial E}{\partial w_{I_1 I_0}} = \sum_{I_2} (Y_{I_2} - t_{I_2}) w_{I_1 I_2} x_{I_0} $$
"""
    assert {"right", "wrong"}.isdisjoint(_verdicts(page.replace("Y", y).replace("I", i)))


def test_two_letters_of_one() -> None:
    """Where no line makes a name of itself, they are letters as any others."""
    page = r"""$$ y_{i_1} = \sum_j w_{i_1 j} x_j $$

$$ E = \frac12 \sum_{i_1} (y_{i_1} - t_{i_1})^2 $$

$$ \frac{\partial E}{\partial w_{i_2 j}} = @ (y_{i_2} - t_{i_2}) x_j $$
"""
    assert _verdicts(page.replace("@", "")) == ["right"]
    assert _verdicts(page.replace("@", "2")) == ["wrong"]


@pytest.mark.parametrize("start", ["0", "1"])
def test_a_start_of_what_could_not_be_read(start: str) -> None:
    """`s_{c_j}(0) = 0` is no wrong claim."""
    page = rf"$$ s_{{c_j}}(t) = s_{{c_j}}(t-1) + x_j(t), \quad s_{{c_j}}(0) = {start} $$"
    assert "wrong" not in _verdicts(page)
    assert "wrong" not in _verdicts(page.replace(r", \quad ", " $$\n\nwith\n\n$$ "))
