r"""The place of the largest entry, told behind the line that uses it: `\delta_{k k^*}, \quad k^* = \arg\max_j z_j`."""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = [r"$$ m = \max_k z_k $$", r"$$ L = \frac12 (m - t)^2 $$"]


@pytest.mark.parametrize("slope", [r"\delta_{k@}", r"1\{k = @\}", "[k = @]"])
@pytest.mark.parametrize("place", ["k^*", "c", r"\hat k"])
@pytest.mark.parametrize("between", [r", \quad ", r" \quad \text{with } ", r" \quad \text{where } "])
def test_a_place_behind_its_line(slope: str, place: str, between: str) -> None:
    line = r"$$ \frac{\partial L}{\partial z_k} = # " + slope.replace("@", f" {place}") + f"{between}{place} = "
    told = r"\arg\max_j z_j $$"
    assert verdict(*PAGE, line.replace("#", "(m - t)") + told) == "right"
    assert verdict(*PAGE, line.replace("#", "m") + told) == "wrong"
    assert verdict(*PAGE, line.replace("#", "2 (m - t)") + told) == "wrong"
    assert verdict(*PAGE, line.replace("#", "(m - t)") + told.replace("max", "min")) == "wrong"


def test_the_least() -> None:
    page = [x.replace("max", "min") for x in PAGE]
    line = r"$$ \frac{\partial L}{\partial z_i} = (m - t) \delta_{i c}, \quad c = \arg\min_j z_j $$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("min", "max")) == "wrong"


def test_a_place_that_nothing_tells() -> None:
    assert verdict(*PAGE, r"$$ \frac{\partial L}{\partial z_k} = (m - t) \delta_{k c} $$") != "right"
    assert verdict(*PAGE, r"$$ \frac{\partial L}{\partial z_k} = (m - t) \delta_{k c}, \quad c = 3 $$") != "right"


def test_the_place_may_be_told_once_more() -> None:
    page = [r"$$ m = \max_k z_k $$", r"$$ L = \frac12 (m - t)^2 $$"]
    of_m = r"$$ \frac{\partial m}{\partial z_j} = \delta_{jc}, \quad c = \arg\max_k z_k $$"
    of_l = r"$$ \frac{\partial L}{\partial z_j} = (m - t) \delta_{jc}, \quad c = \arg\max_k z_k $$"
    assert verdict(*page, of_m, of_l) == "right"
    assert verdict(*page, of_m, of_l.replace("(m - t)", "(t - m)")) == "wrong"
    assert verdict(*page, of_m, of_l.replace(r"\arg\max", r"\arg\min")) not in ("right", "wrong")
