r"""Sums over letters with a number, `\sum_{i_1=1}^{N}`; no sum is read without the letter it runs over."""

from __future__ import annotations

import numpy as np
import pytest

import symderiv as sd

from .judging import check

TENSOR = r"""+++
objective = "E"
[ranges]
"i_1" = "1..N"
"i_2" = "1..M"
+++
$$ y_{i_1} = \sum_{i_2} W_{i_1 i_2} x_{i_2} $$
$$ E = \frac12 \sum_{i_1} y_{i_1}^2 $$
"""


@pytest.mark.parametrize(
    ("definition", "line", "verdict"),
    [
        (r"\sum_{i_1=1}^{N} w", r"\frac{\partial E}{\partial w} = N", "right"),
        (r"\sum_{i_1=1}^{N} w", r"\frac{\partial E}{\partial w} = 1", "wrong"),
        (r"\sum_{i_1=1}^{N} w x_{i_1}", r"\frac{\partial E}{\partial w} = \sum_{i_{1}=1}^{N} x_{i_{1}}", "right"),
        (r"\sum_{i_1=1}^{N} w x_{i_1}", r"\frac{\partial E}{\partial w} = x_{i_1}", "wrong"),
        (r"\sum_{i_{10}=1}^{N} w_{i_{10}}^2", r"\frac{\partial E}{\partial w_k} = 2 w_k", "right"),
        (
            r"\sum_{i_1=1}^{N} \sum_{i_2=1}^{N} w_{i_1} w_{i_2}",
            r"\frac{\partial E}{\partial w_k} = 2 \sum_j w_j",
            "right",
        ),
        (
            r"\sum_{i_1=1}^{N} \sum_{i_2=1}^{N} w_{i_1} w_{i_2}",
            r"\frac{\partial E}{\partial w_k} = \sum_j w_j",
            "wrong",
        ),
        (r"\sum_{i_1,i_2=1}^{N} w_{i_1} w_{i_2}", r"\frac{\partial E}{\partial w_k} = 2 \sum_j w_j", "right"),
    ],
)
def test_lines(definition: str, line: str, verdict: str) -> None:
    assert check(f"$$ E = {definition} $$\n$$ {line} $$").claims[-1].judgement.value == verdict


def test_letters_with_a_range_of_the_front_matter() -> None:
    report = check(
        TENSOR
        + r"$$ \frac{\partial E}{\partial W_{i_1,i_2}} = y_{i_1} x_{i_2} $$"
        + r"$$ \frac{\partial E}{\partial W_{i_1,i_2}} = y_{i_2} x_{i_1} $$"
    )
    assert [c.judgement.value for c in report.claims] == ["right", "wrong"]


def test_they_are_printed_as_typed_and_compiled() -> None:
    net = sd.read_network(TENSOR)
    assert r"\frac{\partial E}{\partial W_{i_1,i_2}}" in net.derive("W_{i_1,i_2}").latex()
    rng = np.random.default_rng(0)
    w, x = rng.normal(size=(3, 2)), rng.normal(size=2)
    value, gradients = net.compile(wrt=["W"])({"W": w, "x": x})
    np.testing.assert_allclose(value, 0.5 * np.sum((w @ x) ** 2))
    np.testing.assert_allclose(gradients["W"], np.outer(w @ x, x))


@pytest.mark.parametrize("below", [r"i_k=1", r"\hat{\imath}_1=1", r"2=1", r"i=1, N=2"])
def test_no_sum_loses_what_it_runs_over(below: str) -> None:
    """A sum over something that is no letter was read as its body."""
    report = check(rf"$$ E = \sum_{{{below}}}^{{N}} w $$ $$ \frac{{\partial E}}{{\partial w}} = 1 $$")
    assert report.verdict == "unreadable"


def test_a_numbered_name_that_nothing_runs_over_is_no_letter() -> None:
    page = r"$$ E = w_1 i_1 + w_2 i_2 $$"
    assert check(page + r"$$ \frac{\partial E}{\partial w_1} = i_1 $$").verdict == "right"
    assert check(page + r"$$ \frac{\partial E}{\partial w_1} = i_2 $$").verdict == "wrong"


CHANNELS = r"""
$$ a_{c_{\text{out}}} = \sum_{c_{\text{in}}} W_{c_{\text{out}}, c_{\text{in}}} x_{c_{\text{in}}} $$
$$ L = \frac12 \sum_{c_{\text{out}}=1}^{C_{\text{out}}} (a_{c_{\text{out}}} - t_{c_{\text{out}}})^2 $$
"""
ATTENDED = r"""
$$ e_{t_{dec}} = \sum_{t_{enc}=1}^{T_{enc}} \alpha_{t_{dec}, t_{enc}} h_{t_{enc}}, \qquad t_{dec} = 1, \dots, T_{dec} $$
$$ L = \frac12 \sum_{t_{dec}=1}^{T_{dec}} (e_{t_{dec}} - y_{t_{dec}})^2 $$
"""
HIDDEN = r"""+++
objective = "L"
[ranges]
"j_{\\mathrm{hid}}" = "1..H"
"j_{\\mathrm{vis}}" = "1..V"
+++
$$ u_{j_{\mathrm{hid}}} = \sum_{j_{\mathrm{vis}}} A_{j_{\mathrm{hid}} j_{\mathrm{vis}}} v_{j_{\mathrm{vis}}} $$
$$ L = \frac12 \sum_{j_{\mathrm{hid}}} u_{j_{\mathrm{hid}}}^2 $$
"""
ENDS = r"""
$$ z_{n_{out}} = \sum_{i=1}^{n_{in}} w_{n_{out}, i} x_i + g x_{n_{in}}, \qquad n_{out} = 1, \dots, N_{out} $$
$$ L = \frac12 \sum_{n_{out}=1}^{N_{out}} z_{n_{out}}^2 $$
"""


IN, OUT = r"c_{\text{in}}", r"c_{\text{out}}"
ERROR = rf"(a_{{{OUT}}} - t_{{{OUT}}})"
BACK = r"\sum_{t_{dec}=1}^{T_{dec}} (e_{t_{dec}} - y_{t_{dec}})"
VIS, HID = r"j_{\mathrm{vis}}", r"j_{\mathrm{hid}}"
SUM = r"\sum_{n_{out}=1}^{N_{out}} z_{n_{out}}"


@pytest.mark.parametrize(
    ("page", "by", "side", "verdict"),
    [
        (CHANNELS, rf"a_{{{OUT}}}", ERROR, "right"),
        (CHANNELS, rf"W_{{{OUT}, {IN}}}", rf"{ERROR} x_{{{IN}}}", "right"),
        (CHANNELS, rf"x_{{{IN}}}", rf"{ERROR} W_{{{OUT}, {IN}}}", "wrong"),
        (ATTENDED, r"h_{t_{enc}}", rf"{BACK} \alpha_{{t_{{dec}}, t_{{enc}}}}", "right"),
        (ATTENDED, r"h_{t_{enc}}", rf"{BACK} \alpha_{{t_{{enc}}, t_{{dec}}}}", "wrong"),
        (HIDDEN, rf"A_{{{HID} {VIS}}}", rf"u_{{{HID}}} v_{{{VIS}}}", "right"),
        (HIDDEN, rf"A_{{{HID} {VIS}}}", rf"u_{{{VIS}}} v_{{{HID}}}", "wrong"),
        # a length with a word is no letter that runs
        (ENDS, "g", rf"{SUM} x_{{n_{{in}}}}", "right"),
        (ENDS, "g", rf"{SUM} x_i", "wrong"),
        (ENDS, "x_i", rf"{SUM} w_{{n_{{out}}, i}}", "wrong"),
    ],
)
def test_letters_with_a_word(page: str, by: str, side: str, verdict: str) -> None:
    line = rf"\frac{{\partial L}}{{\partial {by}}} = {side}"
    assert check(f"{page}\n$$ {line} $$").claims[-1].judgement.value == verdict
