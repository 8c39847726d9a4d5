r"""What a report says without need: half of a range beside a right line, two spellings of one command."""

import symderiv as sd

PAGE = r"""$h_j = \sigma(\sum_{i=1}^{n} w_{ji} x_i)$ for $j = 1, \dots, m$ and $y_i = \sum_{j=1}^{m} v_{ij} h_j + c_i$
for $i = 1, \dots, n$.

$$ E = \frac12 \sum_{i=1}^{n} (y_i - t_i)^2 $$

$$ \frac{\partial E}{\partial c_i} = \sum_{i=1}^n (y_i - t_i) $$
"""


def test_no_half_of_a_range() -> None:
    (link,) = sd.check(PAGE).claims[-1].links
    assert str(link.judgement) == "wrong"
    assert link.reason is not None
    assert link.reason.right == r"\frac{\partial E}{\partial c_i} = y_i - t_i"


def test_one_thing_is_offered_once() -> None:
    (link,) = sd.check(PAGE + r"$$\frac{\partial E}{\partal c_i} = y_i - t_i$$").claims[-1].links
    assert str(link.judgement) == "unreadable"
    assert link.reason is not None
    assert r"`\partial`?" in link.reason.text
    assert r"\part`" not in link.reason.text


def test_two_letters_in_the_wrong_order_are_put_right() -> None:
    (link,) = sd.check(PAGE + r"$$\frca{\partial E}{\partial c_i} = y_i - t_i$$").claims[-1].links
    assert link.reason is not None
    assert r"did you mean `\frac`?" in link.reason.text
