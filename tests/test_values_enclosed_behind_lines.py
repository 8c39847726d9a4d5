r"""Values of entries in bare parentheses behind a line in its display: `y_j - 1 \quad (t_j = 1)`.

Labels by hand: with the logistic function and cross entropy the derivative by `b_j` is `y_j - t_j`.
"""

import pytest

from symderiv.check.page import check as judge

from .judging import check, verdict

UNITS = (
    r"$$ z_j = \sum_{i} w_{ji} x_i + b_j, \quad y_j = \sigma(z_j), \quad \sigma(z) = \frac{1}{1 + e^{-z}} $$",
    r"$$ E = -\sum_j (t_j \log y_j + (1 - t_j) \log (1 - y_j)) $$",
)
LINEAR = (r"$$ z_j = \sum_i w_{ji} x_i + b_j, \quad E = \frac12 \sum_j (z_j - t_j)^2 $$",)
BIAS, WEIGHT = r"\frac{\partial E}{\partial b_j}", r"\frac{\partial E}{\partial w_{ji}}"


def _display(line: str) -> str:
    return f"$$ {line} $$"


@pytest.mark.parametrize(
    ("line", "condition", "slip"),
    [
        (f"{BIAS} = y_j - 1", "(t_j = 1)", f"{BIAS} = y_j"),
        (f"{BIAS} = y_j", "(t_j = 0)", f"{BIAS} = y_j - 1"),
        (f"{WEIGHT} = (y_j - 1) x_i", "(t_j = 1)", f"{WEIGHT} = (1 - y_j) x_i"),
        (f"{WEIGHT} = y_j - 1", "(x_i = 1, t_j = 1)", f"{WEIGHT} = y_j"),
        (f"{WEIGHT} = y_j - 1", r"(t_j = 1) \quad (x_i = 1)", f"{WEIGHT} = y_j + 1"),
        (f"{WEIGHT} = 0", "(x_i = 0)", f"{WEIGHT} = y_j - t_j"),
        (f"{BIAS} = y_j - t_j = y_j", "(t_j = 0)", f"{BIAS} = y_j - t_j = -y_j"),
    ],
)
def test_the_value_of_an_entry_is_that_of_its_line(line: str, condition: str, slip: str) -> None:
    assert verdict(*UNITS, _display(rf"{line} \quad {condition}")) == "right"
    assert verdict(*UNITS, _display(rf"{slip} \quad {condition}")) == "wrong"


def test_it_may_stand_in_front() -> None:
    assert verdict(*UNITS, _display(rf"(t_j = 1) \quad {BIAS} = y_j - 1")) == "right"
    assert verdict(*UNITS, _display(rf"(t_j = 1) \quad {BIAS} = y_j")) == "wrong"


def test_each_row_has_its_own() -> None:
    rows = (r"y_j - 1 \quad (t_j = 1)", r"y_j \quad (t_j = 0)", "y_j - t_j", "y_j")
    page = r"\begin{align}" + r" \\ ".join(f"{BIAS} &= {row}" for row in rows) + r"\end{align}"
    found = [str(c.judgement) for c in check("\n\n".join((*UNITS, page))).claims]
    assert found[-4:] == ["right", "right", "right", "wrong"]


def test_later_lines_without_it_are_about_all_data() -> None:
    lines = (rf"{BIAS} = y_j - 1 \quad (t_j = 1)", f"{BIAS} = y_j - 1", f"{BIAS} = y_j - t_j")
    found = [str(c.judgement) for c in check("\n\n".join((*UNITS, *map(_display, lines)))).claims]
    assert found[-3:] == ["right", "wrong", "right"]


@pytest.mark.parametrize("condition", ["(t_i = 1)", "(t_k = 1)", r"\text{if } t_i = 1"])
def test_a_letter_that_the_line_does_not_have(condition: str) -> None:
    """Whether j is meant, or all of them, is not told."""
    assert verdict(*UNITS, _display(rf"{BIAS} = y_j - 1 \quad {condition}")) == "unproved"
    assert verdict(*UNITS, _display(rf"{BIAS} = y_j - t_j \quad {condition}")) == "right"


def test_a_letter_that_is_summed() -> None:
    net = (r"$$ y_n = \sum_i w_i x_{ni}, \quad E = \frac12 \sum_n (y_n - t_n)^2 $$",)
    line = r"\frac{\partial E}{\partial w_i} = \sum_n %s \quad (t_n = 0)"
    assert verdict(*net, _display(line % "y_n x_{ni}")) == "right"
    assert verdict(*net, _display(line % "x_{ni}")) == "wrong"


def test_softmax() -> None:
    net = (r"$$ p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \quad L = -\sum_k t_k \log p_k $$", r"with $\sum_k t_k = 1$.")
    line = r"\frac{\partial L}{\partial z_k} = %s \quad (t_k = 1)"
    assert verdict(*net, _display(line % "p_k - 1")) == "right"
    assert verdict(*net, _display(line % "p_k")) != "right"


def test_a_definition_that_holds_for_a_value_only() -> None:
    """What it is for other values is not told."""
    net = (r"$$ y_n = \sum_i w_i x_{ni} $$", r"$$ E = \frac12 \sum_n m_n (y_n - t_n)^2 \quad (m_n = 1) $$")
    for right in (r"\sum_n (y_n - t_n) x_{ni}", r"\sum_n m_n (y_n - t_n) x_{ni}"):
        assert verdict(*net, _display(rf"\frac{{\partial E}}{{\partial w_i}} = {right}")) == "unproved"


def test_a_value_of_what_is_computed_is_a_condition_of_its_input() -> None:
    net = (r"$$ h_j = \max(0, z_j), \quad z_j = \sum_i w_{ji} x_i, \quad E = \frac12 \sum_j (h_j - t_j)^2 $$",)
    line = r"\frac{\partial E}{\partial z_j} = %s \quad (h_j = 0)"
    assert verdict(*net, _display(line % "0")) == "right"
    assert verdict(*net, _display(line % "h_j - t_j")) != "right"


def test_the_bias_unit_stays_part_of_the_network() -> None:
    net = (r"$$ z = \sum_{i=0}^n w_i x_i \quad (x_0 = 1) $$", r"$$ E = \frac12 (z - t)^2 $$")
    assert verdict(*net, r"$$ \frac{\partial E}{\partial w_0} = z - t $$") == "right"
    assert verdict(*net, r"$$ \frac{\partial E}{\partial w_i} = z - t $$") == "wrong"


def test_what_is_shown_as_right_keeps_the_value() -> None:
    net = (r"$$ y = w_1 x_1 + w_2 x_2, \quad E = \frac12 (y - t)^2 + \frac{\lambda}{2} (w_1^2 + w_2^2) $$",)
    line = r"\frac{\partial E}{\partial w_1} = (y - t) + \lambda w_2 \quad (x_1 = 1)"
    found = next(c for c in judge("\n\n".join((*net, _display(line)))).claims if str(c.judgement) == "wrong")
    reason = found.links[0].reason
    assert reason is not None
    assert r"(x_1 = 1)" in reason.right
    assert verdict(*net, _display(reason.right)) == "right"
