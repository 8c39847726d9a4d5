r"""Functions declared as `h_j` and `h_m` where a sum of the `h_j` ends at m: the one is the last of the others.

By hand: `\sum_i (\sum_{j=1}^m c_j h_j(u_i) - t_i)^2` by `c_m` is `2 \sum_i (..) h_m(u_i)`.
"""

from __future__ import annotations

from .judging import each_verdict

PAGE = r"""+++
objective = "R"
functions = ["h_{j}", "h_{m}"]
+++
$$ g_i = \sum_{j=1}^{m} c_j h_j(u_i) $$

$$ R = \sum_{i=1}^n (g_i - t_i)^2 $$
"""


def test_the_last_of_the_functions() -> None:
    cases = [
        (r"\frac{\partial R}{\partial c_m} = 2 \sum_{i=1}^n (g_i - t_i) h_m(u_i)", "right"),
        (r"\frac{\partial R}{\partial c_j} = 2 \sum_{i=1}^n (g_i - t_i) h_j(u_i)", "right"),
        (r"\frac{\partial R}{\partial c_j} = 2 \sum_{i=1}^n (g_i - t_i) h_m(u_i)", "wrong"),
        (r"\frac{\partial R}{\partial c_m} = 2 \sum_{i=1}^n g_i h_m(u_i)", "wrong"),
        (r"\sum_{j=1}^m c_j h_j(u_i) = \sum_{j=1}^{m-1} c_j h_j(u_i) + c_m h_m(u_i)", "right"),
    ]
    for (line, wanted), found in zip(
        cases, each_verdict(PAGE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == wanted, line


def test_letters_that_end_no_such_sum_are_labels() -> None:
    page = PAGE.replace('"h_{m}"', '"h_{s}"').replace("R = ", "R = h_s(v) + ")
    found = each_verdict(
        page, lines=[r"$$ \frac{\partial R}{\partial v} = h_s'(v) $$", r"$$ \frac{\partial R}{\partial v} = h_m'(v) $$"]
    )
    assert found[0] == "right"
    assert found[1] != "right"
