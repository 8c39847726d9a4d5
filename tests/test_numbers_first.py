r"""Numbers of layers in front of what numbers the units, and what targets add up to; by hand: ordinary chain rule."""

from __future__ import annotations

from .judging import each_verdict, verdict

NET = r"""$$h_{5,k} = \sum_{j=1}^m w_{kj} h_{4,j}$$

$$y_k = \frac{\exp(h_{5,k})}{\sum_{i=1}^n \exp(h_{5,i})}$$

$$E = -\sum_{k=1}^n t_k \log(y_k)$$

where $\sum_{k=1}^n t_k = 1$."""


def test_numbers_of_layers_first() -> None:
    cases = [
        (r"\frac{\partial E}{\partial h_{5,k}} = y_k - t_k", "right"),
        (r"\frac{\partial E}{\partial h_5} = y - t", "right"),
        (r"\frac{\partial E}{\partial h_5} = t - y", "wrong"),
        (r"\frac{\partial E}{\partial h_{4,j}} = \sum_{k=1}^n w_{kj} (y_k - t_k)", "right"),
        (r"\frac{\partial E}{\partial h_{4,j}} = \sum_{k=1}^n w_{kj} (y_k + t_k)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, r"$h_5$ is the last layer.", lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_rows_over_which_something_runs_are_no_layers() -> None:
    page = (
        r"$$s_i = \sum_{j=1}^m x_{i,j} w_j, \quad L = \sum_{i=1}^n s_i^2$$",
        r"The first row $x_1$ has the entries $x_{1,j}$.",
    )
    assert each_verdict(
        *page,
        lines=[
            r"$$\frac{\partial L}{\partial x_{1,j}} = 2 s_1 w_j$$",
            r"$$\frac{\partial L}{\partial x_{1,j}} = 2 s_2 w_j$$",
        ],
    ) == ["right", "wrong"]


OPEN = r"""$$y_k = \frac{\exp(h_k)}{\sum_{i=1}^n \exp(h_i)}$$

$$E = -\sum_{k=1}^n t_k \log(y_k)$$

Let $n = 2$. We get $\sum_{k=1}^2 t_k = 1$."""


def test_a_line_under_a_number_of_classes_beside_targets_that_add_up() -> None:
    """It was wrong; that n = 2 is meant throughout is not sure."""
    found = each_verdict(
        OPEN,
        lines=[
            r"$$E = -(t_1 h_1 + t_2 h_2) + \log(\exp(h_1) + \exp(h_2))$$",
            r"$$E = -(t_1 h_1 - t_2 h_2) + \log(\exp(h_1) + \exp(h_2))$$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_a_reason_in_japanese() -> None:
    page = OPEN.split("Let")[0] + r"教師データはOne-hot表現のため $\sum_{k=1}^n t_k = 1$ となる。"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial h_k} = y_k - t_k$$",
            r"$$\frac{\partial E}{\partial h_k} = y_k - 2 t_k$$",
        ],
    ) == ["right", "wrong"]


def test_a_number_with_a_prime_is_no_longer_there() -> None:
    page = r"$$g(z) = \frac{1}{1 + e^{-z}}$$"
    line = r"$$g'(z) = \frac{1' \cdot (1 + e^{-z}) %s 1 \cdot (1 + e^{-z})'}{(1 + e^{-z})^2}$$"
    assert [verdict(page, line % sign) for sign in "-+"] == ["right", "wrong"]
