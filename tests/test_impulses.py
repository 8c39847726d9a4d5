"""A delta that nothing defines, at a difference."""

import pytest

from .judging import each_verdict


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (r"$$ z[n] = \sum_k w_k x[k] \delta[n-k] $$", r"\frac{\partial z[n]}{\partial w_n} = @ x[n]"),
        (r"$$ z_n = \sum_k w_k x_k \delta_{n-k} $$", r"\frac{\partial z_n}{\partial w_n} = @ x_n"),
    ],
)
def test_an_impulse(page: str, left: str) -> None:
    """A line that is right for the unit impulse is not wrong, and a slip is not right."""
    found = each_verdict(page, lines=[f"$$ {left.replace('@', '')} $$", f"$$ {left.replace('@', '2')} $$"])
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_another_delta() -> None:
    """One that the page defines is what it says."""
    page = (
        r"$$ y[n] = \sum_k w[k] x[n-k] $$",
        r"$$ E = \frac12 \sum_n (y[n] - t[n])^2 $$",
        r"$$ \delta[n] = y[n] - t[n] $$",
    )
    line = r"$$ \frac{\partial E}{\partial w[k]} = \sum_n \delta[n] x[@] $$"
    assert each_verdict(*page, lines=[line.replace("@", "n-k"), line.replace("@", "n")]) == ["right", "wrong"]
