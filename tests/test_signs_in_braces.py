r"""Signs of differentiation in braces, behind factors, and names given to a derivative in parentheses."""

from __future__ import annotations

import pytest

from tests.judging import verdict
from tests.test_operators_slashed import PAGE

HALF = r"\frac12 (y_j - t_j)"
WHOLE = "y_j - t_j"


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        (r"\frac{\mathrm{d} E}{2 \cdot \mathrm{d} y_j}", HALF, WHOLE),
        (r"\frac{\mathrm d E}{2 \mathrm d y_j}", HALF, WHOLE),
        (r"\frac{{\partial} E}{2{\partial} y_j}", HALF, WHOLE),
        (r"{\partial E \over 2 \partial y_j}", HALF, WHOLE),
        (r"{\partial} E/{\partial} y_j", WHOLE, HALF),
        (r"{{\partial} E \over {\partial} y_j}", WHOLE, HALF),
        (r"\frac{{\partial}}{{\partial} y_j} E", WHOLE, HALF),
    ],
)
def test_a_sign_in_braces_or_behind_a_factor_is_a_sign(left: str, right: str, slip: str) -> None:
    assert verdict(PAGE, f"$$ {left} = {right} $$") == "right"
    assert verdict(PAGE, f"$$ {left} = {slip} $$") == "wrong"


@pytest.mark.parametrize("typed", [r"(\partial E/\partial z_j)", r"\left(\frac{\partial E}{\partial z_j}\right)"])
@pytest.mark.parametrize("name", [r"\delta z_j", r"\delta_j"])
def test_a_name_may_be_given_to_a_derivative_in_parentheses(typed: str, name: str) -> None:
    page = (PAGE, f"$$ {name} = {typed} $$")
    assert verdict(*page, f"$$ {name} = (y_j - t_j) f'(z_j) $$") == "right"
    assert verdict(*page, f"$$ {name} = -(y_j - t_j) f'(z_j) $$") == "wrong"
