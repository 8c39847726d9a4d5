r"""`E(0)` is a value at 0 or a product with 0: where E is no function, nothing is read into it."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"$$ E = (w - 1)^2 $$" + "\n\n"


def verdicts(page: str) -> list[str]:
    return [str(k.judgement) for c in check(page).claims for k in c.links]


@pytest.mark.parametrize(
    "line",
    [
        "E(0) = 0",
        "E(0) = 1",
        "E(w) = (w - 1)^2",
        "E'(0) = 0",
        "E'(0) = -2",
        "E'(w) = 2 (w - 1)",
        "E''(-1) = 2",
        r"\frac{\partial E}{\partial w}(0) = 0",
        r"\frac{\partial E}{\partial w} (w) = 2 (w - 1)",
    ],
)
def test_a_value_at_a_place_is_no_product(line: str) -> None:
    assert verdicts(f"{PAGE}$$ {line} $$") == ["unreadable"]


def test_a_product_stays_a_product() -> None:
    page = PAGE + (
        r"""$$ E = (w - 1)(w - 1) $$

$$ \frac{\partial E^2}{\partial w} = 2 E (2 w - 2) $$

$$ \frac{\partial E^2}{\partial w} = E (2 w - 2) $$

$$ \frac{\partial E^2}{\partial w} = 2 \frac{\partial E}{\partial w} \cdot (E) $$
"""
    )
    assert verdicts(page)[-3:] == ["right", "wrong", "right"]


def test_a_sign_or_more_factors_make_a_product() -> None:
    page = r"""$$ u = t - o, \qquad E = f(u), \qquad o = w x $$

$$ \frac{\partial E}{\partial o} = \frac{\partial E}{\partial u} (-1) $$

$$ \frac{\partial E}{\partial o} = \frac{\partial E}{\partial u} (-2) $$

$$ \frac{\partial E}{\partial w} = -\frac{\partial E}{\partial u} (1) (x) $$
"""
    assert verdicts(page) == ["right", "wrong", "right"]


def test_functions_have_values_at_places() -> None:
    page = r"""$$ y_i = f(a_i), \qquad a_i = w_i x_i \quad (1 \le i \le n) $$

$$ \frac{\partial y_i}{\partial w_i} = f'(a_i) x_i $$

$$ \frac{\partial y_i}{\partial w_i} = f'(0) x_i $$
"""
    assert verdicts(page) == ["right", "wrong"]
