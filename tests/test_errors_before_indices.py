r"""Values called e before indices in parentheses, beside the number: `e(n) = d(n) - y(n)` and `e^{-v(n)}`."""

from __future__ import annotations

import pytest

from tests.judging import verdict

UNIT = (
    r"$$ v(n) = \sum_{j=1}^p w_j x_j(n) $$",
    r"$$ y(n) = \frac{1}{1 + e^{-a v(n)}} $$",
    r"$$ e(n) = d(n) - y(n) $$",
    r"$$ E = \frac12 \sum_{n=1}^N e(n)^2 $$",
)
BASES = (
    r"$$ q_i(n) = \sum_{j=1}^p (x_j(n) - c_{ij})^2 $$",
    r"$$ \phi_i(n) = e^{-\frac{q_i(n)}{2 d_i^2}} $$",
    r"$$ y_k(n) = \sum_{i=1}^m w_{ik} \phi_i(n) $$",
    r"$$ e(n) = \frac{1}{2} \sum_{k=1}^r (s_k(n) - y_k(n))^2 $$",
    r"$$ E = \frac1N \sum_{n=1}^N e(n) $$",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"w_j} = -\sum_{n=1}^N e(n) a y(n) (1 - y(n)) x_j(n)", "right"),
        (r"w_j} = \sum_{n=1}^N e(n) a y(n) (1 - y(n)) x_j(n)", "wrong"),
        (r"w_j} = -\sum_{n=1}^N e(n) a \frac{e^{-a v(n)}}{(1 + e^{-a v(n)})^2} x_j(n)", "right"),
        (r"w_j} = -\sum_{n=1}^N e(n) a \frac{e^{a v(n)}}{(1 + e^{-a v(n)})^2} x_j(n)", "wrong"),
        (r"y(n)} = -e(n)", "right"),
        (r"y(n)} = -e^2(n)", "wrong"),
        (r"y(n)} = -e(n-1)", "wrong"),
        (r"y(n)} = -e^{n}", "unreadable"),
    ],
)
def test_errors_of_a_unit(line: str, expected: str) -> None:
    assert verdict(*UNIT, rf"$$ \frac{{\partial E}}{{\partial {line} $$") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"e(n)}{\partial w_{ik}} = -(s_k(n) - y_k(n)) \phi_i(n)", "right"),
        (r"e(n)}{\partial w_{ik}} = -(s_k(n) - y_k(n)) e^{-\frac{q_i(n)}{2 d_i^2}}", "right"),
        (r"e(n)}{\partial w_{ik}} = -(s_k(n) - y_k(n)) e^{-\frac{q_i(n)}{d_i^2}}", "wrong"),
        (r"e(n)}{\partial w_{ik}} = -(s_k(n) - y_k(n)) e(n)", "wrong"),
        (r"e(n)}{\partial d_i} = -\sum_{k=1}^r (s_k(n) - y_k(n)) w_{ik} \phi_i(n) \frac{q_i(n)}{d_i^3}", "right"),
        (r"e(n)}{\partial d_i} = -\sum_{k=1}^r (s_k(n) - y_k(n)) w_{ik} \phi_i(n) \frac{q_i(n)}{d_i^2}", "wrong"),
        (r"E}{\partial e(n)} = \frac1N", "right"),
        (r"E}{\partial e(n)} = N", "wrong"),
    ],
)
def test_errors_of_bases_written_as_powers_of_e(line: str, expected: str) -> None:
    assert verdict(*BASES, rf"$$ \frac{{\partial {line} $$") == expected


def test_a_bare_e_beside_errors_stays_open() -> None:
    """Neither the number nor one of the errors."""
    assert verdict(*UNIT, r"$$ \frac{\partial E}{\partial y(n)} = -e $$") in ("unproved", "unreadable")
