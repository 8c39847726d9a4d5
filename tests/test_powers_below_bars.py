r"""The mean of the squares, `\overline{x^2}`, is not the square of the mean; runs of data in the head of a loss."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""
$$ E(a_{0:1} | x_{1:N}, t_{1:N}) = \sum_{n=1}^N (a_0 + a_1 x_n - t_n)^2 $$

$$ \bar{x} = \frac{1}{N} \sum_{n=1}^N x_n, \qquad \bar{t} = \frac{1}{N} \sum_{n=1}^N t_n $$

$$ \overline{x^2} = \frac{1}{N} \sum_{n=1}^N x_n^2, \qquad \overline{xt} = \frac{1}{N} \sum_{n=1}^N x_n t_n $$

"""
LINES = (
    r"\frac{\partial E}{\partial a_1} = 2 N (a_0 \bar{x} + a_1 \overline{x^2} - \overline{xt})",
    r"\frac{\partial E}{\partial a_1} = 2 N (a_0 \bar{x} + a_1 \bar{x}^2 - \overline{xt})",
    r"\frac{\partial E}{\partial a_1} = 2 N (a_0 \bar{x} + a_1 \overline{x}^2 - \overline{xt})",
    r"\frac{\partial^2 E}{\partial a_1^2} = 2 N \overline{x^2}",
    r"\frac{\partial E}{\partial a_0} = 2 N (a_0 + a_1 \bar{x} - \bar{t})",
    r"\frac{\partial E}{\partial a_0} = N (a_0 + a_1 \bar{x} - \bar{t})",
)


def judged(page: str, *lines: str) -> list[str]:
    """The judgements of the lines behind a page."""
    report = sd.check(page + "".join(f"$$ {line} $$\n\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


def test_means_of_squares() -> None:
    assert judged(PAGE, *LINES) == ["right", "wrong", "wrong", "right", "right", "wrong"]


def test_no_line_about_means_is_wrong_by_itself() -> None:
    assert [str(c.judgement) for c in sd.check(PAGE).claims] == []


def test_a_bar_that_is_typed_over_the_letter_or_over_all() -> None:
    page = r"""
$$ \overline{s^2} = \frac{1}{N} \sum_{n=1}^N x_n^2 $$

$$ E = a \overline{s^2} $$

"""
    assert judged(page, r"\frac{\partial E}{\partial a} = \bar{s}^2", r"\frac{dE}{da} = 2 \bar{s}^2") == [
        "right",
        "wrong",
    ]


def test_labels_below_a_bar() -> None:
    page = r"""
$$ \bar{h^1} = 3 x $$

$$ \bar{h^2} = w \bar{h^1} $$

$$ E = (\bar{h^2} - t)^2 $$

"""
    lines = (
        r"\frac{\partial E}{\partial w} = 2 (\bar{h}^2 - t) \bar{h}^1",
        r"\frac{\partial E}{\partial w} = 2 (\bar{h^2} - t) \bar{h^1}",
        r"\frac{\partial E}{\partial w} = (\bar{h^2} - t) \bar{h^1}",
    )
    assert judged(page, *lines) == ["right", "right", "wrong"]


def test_a_part_of_the_data_is_not_all_of_them() -> None:
    page = PAGE.replace("E(a_{0:1} | x_{1:N}, t_{1:N})", "E_1(a_{0:1} | x_{1:N})")
    page += "$$ E_2(a_{0:1} | x_{2:N}) = E_1(a_{0:1} | x_{2:N}) $$\n\n"
    assert "right" not in judged(page, r"E_2 = E_1")
