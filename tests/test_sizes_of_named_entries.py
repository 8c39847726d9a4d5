r"""A definition that uses a single entry by its number, `w_{12}` beside `\sum_{i=1}^{K} w_{ki}`: K is 2 at least."""

from .judging import each_verdict, verdict

NETWORK = r"""$$u_k = \sum_{i=1}^{K} w_{ki} v_i \quad (k = 1, 2)$$

$$y_k = f(u_k) \qquad E = \frac12 \sum_{k=1}^{2} (y_k - d_k)^2$$

$$\pi_1 = (y_1 - d_1) f'(u_1) w_{12} \qquad \pi_2 = (y_2 - d_2) f'(u_2) w_{22}$$"""


def test_a_size_is_as_large_as_an_entry_that_is_named() -> None:
    cases = [
        (r"\frac{\partial E}{\partial v_2} = \pi_1 + \pi_2", "right"),
        (r"\frac{\partial E}{\partial v_2} = \pi_1", "wrong"),
        (r"\frac{\partial E}{\partial v_1} = \pi_1 + \pi_2", "wrong"),
        (r"\frac{\partial E}{\partial w_{12}} = (y_1 - d_1) f'(u_1) v_2", "right"),
        (r"\frac{\partial E}{\partial w_{12}} = (y_1 - d_1) f'(u_1) v_1", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NETWORK, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_two_sums_of_other_lengths_still_clash() -> None:
    page = r"$$u = \sum_{i=1}^{K} w_i x_i \qquad s = \sum_{i=1}^{M} v_i x_i \qquad E = u s$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial w_i} = s x_i$$") != "right"
