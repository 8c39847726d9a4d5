r"""A moment behind everything, `y(t)` and `E(t)`; and a size as the label of what a model gives, `y_m`."""

from __future__ import annotations

from .judging import check

PAGE = r"""
The model has $m$ units, the inputs are $x_1, \dots, x_n$.

$$ q_j = \tanh\left(\sum_{i=1}^n v_{ji} x_i\right) $$ ($1 \le j \le m$)

The output of the model $y_m(t)$ is

$$ y_m(t) = \sum_{j=1}^m p_j q_j $$

$$ E(t) = \frac{1}{2} (y(t) - y_m(t))^2 $$

$$ \Delta p_j(t) = -\eta \frac{\partial E}{\partial p_j} $$

$$ \Delta p_j(t) = \eta (y(t) - y_m(t)) q_j $$

$$ \Delta p_j(t) = \eta (y_m(t) - y(t)) q_j $$

$$ \frac{\partial E}{\partial v_{ji}} = (y_m(t) - y(t)) p_j (1 - q_j^2) x_i $$

$$ \frac{\partial E(t)}{\partial v_{ji}} = (y_m(t) - y(t)) p_j (1 - q_j^2) $$
"""


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


def test_one_moment() -> None:
    """It says nothing; changes are names of their own, beside weights without it."""
    assert verdicts(PAGE)[-4:] == ["right", "wrong", "right", "wrong"]
    assert verdicts(PAGE.replace("(t)", ""))[-4:] == ["right", "wrong", "right", "wrong"]


def test_more_than_one_moment() -> None:
    """Another time, or the time itself, tells that there are several: then nothing is dropped."""
    last = r"$$ \frac{\partial E}{\partial p_j} = -(y(t - 1) - y_m(t)) q_j $$" + "\n"
    assert verdicts(PAGE + last)[-1] != "right"
    grown = PAGE.replace(r"y_m(t) = \sum", r"y_m(t) = t + \sum")
    assert "right" not in verdicts(grown)[-1:]


def test_a_name_with_and_without_the_moment() -> None:
    """A target `y` beside `y(t)` may be another one."""
    other = PAGE.replace(r"\eta (y(t) - y_m(t)) q_j", r"\eta (y - y_m(t)) q_j")
    assert verdicts(other)[-4] != "right"


def test_a_size_as_a_label() -> None:
    """It is one beside the bare letter; where the letter has entries, it may be the last of them."""
    plain = PAGE.replace("(t)", "")
    assert verdicts(plain.replace("y", "z"))[-4:] == ["right", "wrong", "right", "wrong"]
    entries = plain + r"$$ \frac{\partial E}{\partial p_j} = -(y_1 - y_m) q_j $$" + "\n"
    assert verdicts(entries)[-1] != "right"
