r"""The place of the largest entry, told behind the line that uses it: `\delta_{k k^*}, \quad k^* = \arg\max_j z_j`."""

from __future__ import annotations

import pytest

from .judging import each_verdict

PAGE = [r"$$ m = \max_k z_k $$", r"$$ L = \frac12 (m - t)^2 $$"]


@pytest.mark.parametrize("slope", [r"\delta_{k@}", r"1\{k = @\}", "[k = @]"])
@pytest.mark.parametrize("place", ["k^*", "c", r"\hat k"])
@pytest.mark.parametrize("between", [r", \quad ", r" \quad \text{with } ", r" \quad \text{where } "])
def test_a_place_behind_its_line(slope: str, place: str, between: str) -> None:
    line = r"$$ \frac{\partial L}{\partial z_k} = # " + slope.replace("@", f" {place}") + f"{between}{place} = "
    told = r"\arg\max_j z_j $$"
    assert each_verdict(
        *PAGE,
        lines=[
            line.replace("#", "(m - t)") + told,
            line.replace("#", "m") + told,
            line.replace("#", "2 (m - t)") + told,
            line.replace("#", "(m - t)") + told.replace("max", "min"),
        ],
    ) == ["right", "wrong", "wrong", "wrong"]


def test_the_least() -> None:
    page = [x.replace("max", "min") for x in PAGE]
    line = r"$$ \frac{\partial L}{\partial z_i} = (m - t) \delta_{i c}, \quad c = \arg\min_j z_j $$"
    assert each_verdict(*page, lines=[line, line.replace("min", "max")]) == ["right", "wrong"]


def test_a_place_that_nothing_tells() -> None:
    assert "right" not in each_verdict(
        *PAGE,
        lines=[
            r"$$ \frac{\partial L}{\partial z_k} = (m - t) \delta_{k c} $$",
            r"$$ \frac{\partial L}{\partial z_k} = (m - t) \delta_{k c}, \quad c = 3 $$",
        ],
    )
