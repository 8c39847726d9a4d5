r"""Sums over the pairs of a data set, `\sum_{(x, y) \in D} (w^\top x - y)^2`: a sum over numbers of examples.

By hand: with `R = \frac1n \sum (w^\top x - y)^2/2` the gradient is `\frac1n \sum (w^\top x - y) x`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SQUARES = r"$w, x \in \mathbb{R}^m$. $$R(w) = \frac1n \sum_{(x, y) \in D} \frac12 (w^\top x - y)^2$$"


def test_a_loss_of_pairs() -> None:
    found = each_verdict(
        SQUARES,
        lines=[
            r"$$\nabla_w R(w) = \frac1n \sum_{(x, y) \in D} (w^\top x - y) x$$",
            r"$$\nabla_w R(w) = \sum_{(x, y) \in D} (w^\top x - y) x$$",
            r"$$\nabla_w R(w) = \frac1n \sum_{(x, y) \in D} (w^\top x - y) w$$",
            r"$$\nabla_w R(w) = (w^\top x - y) x$$",
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] == "wrong"
    assert found[3] not in ("right", "unproved")


def test_a_loss_of_any_example_that_is_added_up() -> None:
    net = (
        r"$\mathbf{w}, \mathbf{x} \in \mathbb{R}^m$. $$\ell(\mathbf{w}, \mathbf{x}, t) = \log(1 + "
        r"e^{-t \mathbf{w}^\top \mathbf{x}})$$ $$J(\mathbf{w}) = \sum_{(\mathbf{x}, t) \in \mathcal{D}} "
        r"\ell(\mathbf{w}, \mathbf{x}, t) + \frac{\lambda}{2} \mathbf{w}^\top \mathbf{w}$$"
    )
    one = r"\nabla_{\mathbf{w}} \ell(\mathbf{w}, \mathbf{x}, t)"
    all_ = r"$$\nabla_{\mathbf{w}} J(\mathbf{w}) = \sum_{(\mathbf{x}, t) \in \mathcal{D}} "
    slope = r"\frac{-t \mathbf{x}}{1 + e^{t \mathbf{w}^\top \mathbf{x}}}"
    assert each_verdict(
        net,
        lines=[
            rf"$${one} = {slope}$$",
            rf"{all_} {one} + \lambda \mathbf{{w}}$$",
            rf"{all_} {slope} + \lambda \mathbf{{w}}$$",
            rf"{all_} {one}$$",
        ],
    ) == ["right", "right", "right", "wrong"]


def test_entries_powers_and_how_many_there_are() -> None:
    net = (
        r"$$E = \frac{1}{2 |B|} \sum_{(x, t) \in B} (\sum_{j=1}^m w_j x_j^2 - t)^2$$"
        r" $$\frac{\partial E}{\partial w_k} = "
    )
    assert verdict(net + r"\frac{1}{|B|} \sum_{(x, t) \in B} (\sum_{j=1}^m w_j x_j^2 - t) x_k^2$$") == "right"
    assert verdict(net + r"\frac{1}{|B|} \sum_{(x, t) \in B} (\sum_{j=1}^m w_j x_j^2 - t) x_k$$") == "wrong"
    assert verdict(net + r"\sum_{(x, t) \in B} (\sum_{j=1}^m w_j x_j^2 - t) x_k^2$$") == "wrong"


@pytest.mark.parametrize(
    "net",
    [
        r"$$f = a x + b$$ $$E = \sum_{(x, t) \in D} \frac12 (f - t)^2$$",
        r"$$g = a x$$ $$f = g + b$$ $$E = \sum_{(x, t) \in D} \frac12 (f - t)^2$$",
    ],
)
def test_names_made_of_a_pair_outside_of_the_sum_stay_open(net: str) -> None:
    assert not set(
        each_verdict(
            net,
            lines=[
                r"$$\frac{\partial E}{\partial b} = \sum_{(x, t) \in D} (f - t)$$",
                r"$$\frac{\partial E}{\partial b} = f - t$$",
            ],
        )
    ) & {"right", "wrong"}


def test_letters_that_number_things_are_indices() -> None:
    net = r"$$E = \sum_{(u, i) \in K} \frac12 (r_{ui} - p_u q_i)^2$$"
    line = r"$$\frac{\partial E}{\partial p_u} = -\sum_{i : (u, i) \in K} (r_{ui} - p_u q_i) q_i$$"
    assert each_verdict(net, lines=[line, line.replace("-\\sum", "\\sum")]) == ["right", "wrong"]
