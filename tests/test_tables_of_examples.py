r"""One table of probabilities of examples, `p(c | x_i)`: an index and what stands behind the bar number its entries."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""
$$ z_{ik} = \sum_j w_{kj} x_{ij} $$ ( $1 \le i \le n$, $1 \le k \le K$ )

$$ p(k \mid x_i) = \frac{e^{z_{ik}}}{\sum_{l=1}^K e^{z_{il}}} $$

$$ E = -\sum_{i=1}^n \sum_{k=1}^K [\![ y_i = k ]\!] \log p(k \mid x_i) $$

"""
TURNED = r"""
$$ s_{wd} = \sum_{f=1}^F u_{wf} v_{df} $$

$$ P(d_j \mid w) = \frac{e^{s_{wj}}}{\sum_{l=1}^D e^{s_{wl}}} $$

$$ E = -\sum_{w=1}^W \sum_{j=1}^D n_{wj} \ln P(d_j \mid w) $$

"""


def verdict(page: str, line: str) -> str:
    return str(sd.check(f"{page}$${line}$$\n").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial p(k \mid x_i)}{\partial z_{il}} = p(k \mid x_i) (\delta_{kl} - p(l \mid x_i))", "right"),
        (r"\frac{\partial p(k \mid x_i)}{\partial z_{il}} = p(k \mid x_i) (\delta_{kl} - p(k \mid x_i))", "wrong"),
        (r"\frac{\partial \log p(k \mid x_i)}{\partial z_{il}} = \delta_{kl} - p(l \mid x_i)", "right"),
        (r"\frac{\partial \log p(k \mid x_i)}{\partial z_{il}} = -p(l \mid x_i)", "wrong"),
        (r"\frac{\partial p(k \mid x_i)}{\partial x_{ij}} = 0", "wrong"),
        (r"\frac{\partial p(k \mid x_i)}{\partial x_{mj}} = 0 \quad (m \ne i)", "right"),
        (r"\frac{\partial E}{\partial z_{ik}} = p(k \mid x_i) - [\![ y_i = k ]\!]", "right"),
        (r"\frac{\partial E}{\partial z_{ik}} = p(k \mid x_k) - [\![ y_i = k ]\!]", "wrong"),
        (r"\frac{\partial E}{\partial z_{ik}} = p(i \mid x_k) - [\![ y_i = k ]\!]", "wrong"),
        (r"\frac{\partial E}{\partial w_{kj}} = \sum_{i=1}^n (p(k \mid x_i) - [\![ y_i = k ]\!]) x_{ij}", "right"),
        (r"\frac{\partial E}{\partial w_{kj}} = \sum_{i=1}^n p(k \mid x_i) x_{ij}", "wrong"),
    ],
)
def test_classes_of_examples(line: str, wanted: str) -> None:
    """The class is the first index, the example the second, whatever letters they have."""
    assert verdict(PAGE, line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial E}{\partial s_{wj}} = P(d_j \mid w) \sum_{l=1}^D n_{wl} - n_{wj}", "right"),
        (r"\frac{\partial E}{\partial s_{wj}} = P(d_w \mid j) \sum_{l=1}^D n_{wl} - n_{wj}", "wrong"),
    ],
)
def test_what_is_given_by_its_index(line: str, wanted: str) -> None:
    """The index may stand behind the bar."""
    assert verdict(TURNED, line) == wanted


def test_a_density_of_a_value() -> None:
    """An x that is a value, and no index, is an argument."""
    page = (
        r"$$ p(x \mid \mu_k) = e^{-(x - \mu_k)^2} $$" + "\n\n" + r"$$ E = \sum_{k=1}^K a_k p(x \mid \mu_k) $$" + "\n\n"
    )
    slope = r"\frac{\partial E}{\partial x} = 0"
    assert verdict(page, slope) != "right"


def test_one_that_is_not_defined() -> None:
    """What the page does not define depends on `x_i` nobody knows how."""
    page = PAGE.replace(r"p(k \mid x_i) = ", r"q_{ik} = ").replace(r"[\![ y_i = k ]\!] \log p", r"\log q_{ik} p")
    assert verdict(page, r"\frac{\partial p(k \mid x_i)}{\partial x_{ij}} = 0") != "right"
