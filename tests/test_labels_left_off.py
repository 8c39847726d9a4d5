r"""A label that is left off where the letters tell which array is meant, as books do in the backward pass."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = (
    r"$$a_j = \sum_{i=0}^{D} w_{ji}^{(1)} x_i$$"
    "\n"
    r"$$z_j = \tanh(a_j)$$"
    "\n"
    r"$$y_k = \sum_{j=0}^{M} w_{kj}^{(2)} z_j$$"
    "\n"
    r"$$E = \frac12 \sum_{k=1}^{K} (y_k - t_k)^2$$"
    "\n"
    r"$$\delta_k = y_k - t_k$$"
    "\n"
)
CLAIM = "\n" r"$$\frac{\partial E}{\partial w_{ji}^{(1)}} = \delta_j x_i$$"


def last(delta: str, more: str = "", front: str = "") -> str:
    r"""The verdict on the gradient by the first layer, `\delta_j` given."""
    report = check(front + NETWORK + rf"$$\delta_j = {delta}$$" + more + CLAIM)
    return str(report.claims[-1].links[-1].judgement)


@pytest.mark.parametrize(
    ("delta", "wanted"),
    [
        (r"(1 - z_j^2) \sum_{k=1}^{K} w_{kj} \delta_k", "right"),
        (r"(1 - z_j^2) \sum_{k=1}^{K} w_{kj}^{(2)} \delta_k", "right"),
        (r"z_j (1 - z_j) \sum_{k=1}^{K} w_{kj} \delta_k", "wrong"),
        (r"(1 - z_j^2) \sum_{k=1}^{K} w_{kj} y_k", "wrong"),
    ],
)
def test_the_letters_tell_the_array(delta: str, wanted: str) -> None:
    assert last(delta) == wanted


@pytest.mark.parametrize(
    "more",
    [
        r" with other weights $w_{kj}$",
        "\n" r"$$R = \sum_{k=1}^{K} \sum_{j=0}^{M} w_{kj}^2$$",
        "\n" r"$$w_{kj} = 2 w^{(2)}_{kj}$$",
        "\n" r"$$v_k = \frac{\partial E}{\partial w_{kj}}$$",
    ],
)
def test_a_name_of_which_something_is_said_is_its_own(more: str) -> None:
    assert last(r"(1 - z_j^2) \sum_{k=1}^{K} w_{kj} \delta_k", more) != "right"


def test_letters_of_no_array_or_of_both_tell_nothing() -> None:
    assert last(r"(1 - z_j^2) \sum_{k=1}^{K} w_{jk} \delta_k") != "right"
    both = "\n" r"$$v_k = \sum_{j=0}^{M} w_{kj}^{(1)} x_j$$"
    assert last(r"(1 - z_j^2) \sum_{k=1}^{K} w_{kj} \delta_k", both) != "right"


def test_the_front_matter_may_say_that_it_is_its_own() -> None:
    delta = r"(1 - z_j^2) \sum_{k=1}^{K} w_{kj} \delta_k"
    assert last(delta, front="+++\ndata = ['w_{kj}']\n+++\n") != "right"
    assert last(delta, front="+++\ntitle = 'weights w'\nranges = {k = '1..K'}\n+++\n") == "right"


def test_the_reader_is_told_which_array_is_meant() -> None:
    report = check(NETWORK + r"$$\delta_j = (1 - z_j^2) \sum_{k=1}^{K} w_{kj} \delta_k$$")
    assert "`w_{kj}` is taken for `w^{(2)}_{kj}`" in report.notes
    assert not [
        n for n in check(NETWORK + r"$$\frac{\partial E}{\partial y_k} = y_k - t_k$$").notes if "taken for" in n
    ]
