r"""Derivatives by the logarithm of a positive entry: `\partial f / \partial \log x = x \partial f / \partial x`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MADE = r"$$\psi_j = \exp(\sum_{o=1}^O \mu_{oj} x_o), \quad Z = \sum_{j=1}^S c_j \psi_j$$"
SHARES = r"$$p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}}, \quad L = \frac12 \sum_{i=1}^n (p_i - t_i)^2$$"
GIVEN = r"$$y_i = s_i x_i, \quad E = \frac12 \sum_{i=1}^n y_i^2$$"
BESIDE = r"$$\psi_i = \exp(u_i), \quad E = \sum_{i=1}^m ((\log \psi_i)^2 + u_i)$$"
CODED = r"""$$z_i = m_i + r_i \exp(\log s_i), \quad y_k = \sum_{i=1}^d v_{ki} z_i$$

$$R = \frac12 \sum_{k=1}^n (y_k - x_k)^2$$

$$D = -\frac12 \sum_{i=1}^d (1 + 2 \log(s_i) - m_i^2 - s_i^2), \quad L = R + D$$"""
LOGGED = r"$$R = \sum_{i=1}^n (a_i s_i^2 - \log s_i)$$"
LINES = (
    (MADE, r"\frac{\partial \log Z}{\partial \log \psi_j}", r"\frac{c_j \psi_j}{Z}", r"\frac{c_j}{Z}"),
    (MADE, r"\frac{\partial}{\partial \ln \psi_j} Z", r"c_j \psi_j", r"c_j"),
    (MADE, r"\frac{\partial Z}{\partial \log(\psi_j)}", r"c_j \psi_j", r"c_j \psi_j^2"),
    (SHARES, r"\frac{\partial L}{\partial \log p_i}", r"p_i (p_i - t_i)", r"p_i - t_i"),
    (GIVEN + "\n\nHere $s_i > 0$.", r"\frac{\partial E}{\partial \log s_i}", r"y_i^2", r"y_i x_i"),
    # given, and its logarithm stands in an equation
    (LOGGED, r"\frac{\partial R}{\partial \log s_i}", r"2 a_i s_i^2 - 1", r"2 a_i s_i - \frac{1}{s_i}"),
    (CODED, r"\frac{\partial D}{\partial \log s_i}", r"\exp(2 \log s_i) - 1", r"s_i - \frac{1}{s_i}"),
    (CODED, r"\frac{\partial z_i}{\partial \log{s_i}}", r"r_i \exp(\log s_i)", r"r_i"),
    (
        CODED,
        r"\frac{\partial L}{\partial \log s_i}",
        r"r_i s_i \frac{\partial R}{\partial z_i} + s_i^2 - 1",
        r"s_i^2 - 1",
    ),
    (r"$$R = -\log p$$", r"\frac{\partial R}{\partial \log p}", "-1", r"-\frac{1}{p}"),
    (r"$$u_i = \log s_i$$" + "\n\n" + LOGGED, r"\frac{\partial R}{\partial \log s_i}", r"2 a_i e^{2 u_i} - 1", "-1"),
)


@pytest.mark.parametrize(("page", "left", "right", "wrong"), LINES)
def test_positive_entries(page: str, left: str, right: str, wrong: str) -> None:
    assert each_verdict(page, lines=[f"$${left} = {right}$$", f"$${left} = {wrong}$$"]) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (GIVEN, r"\frac{\partial E}{\partial \log s_i} = y_i^2"),  # nothing says that it is positive
        (GIVEN, r"\frac{\partial E}{\partial \log y_i} = y_i^2"),
        # something else says what the entry is, so that R may be made of it in other ways
        (r"$$\log s_i = u_i$$" + "\n\n" + LOGGED, r"\frac{\partial R}{\partial \log s_i} = 2 a_i s_i^2 - 1"),
        (r"$$e^{u_i} = s_i$$" + "\n\n" + LOGGED, r"\frac{\partial R}{\partial \log s_i} = 2 a_i s_i^2 - 1"),
        (r"$$\log s_i - u_i = 0$$" + "\n\n" + LOGGED, r"\frac{\partial R}{\partial \log s_i} = 2 a_i s_i^2 - 1"),
        (r"$$s_i = c t_i$$" + "\n\n" + LOGGED, r"\frac{\partial R}{\partial \log s_i} = 2 a_i s_i^2 - 1"),
        (MADE, r"\frac{\partial Z}{\partial \log_2 \psi_j} = c_j \psi_j"),  # a factor is missing: not read
        (
            r"$$\psi_j = e^{x_j} - 1, \quad Z = \sum_{j=1}^S c_j \psi_j$$",
            r"\frac{\partial Z}{\partial \log \psi_j} = c_j \psi_j",
        ),
        # log psi is u itself, by which E is another derivative than by psi
        (BESIDE, r"\frac{\partial E}{\partial \log \psi_i} = 2 u_i + 1"),
        (BESIDE, r"\frac{\partial E}{\partial \log \psi_i} = 2 u_i"),
        (BESIDE.replace(r"\exp(u_i)", "e^{u_i}"), r"\frac{\partial E}{\partial \log \psi_i} = 2 u_i"),
        (BESIDE, r"\frac{\partial u_i}{\partial \log \psi_i} = 1"),
    ],
)
def test_others_stay_unread(page: str, line: str) -> None:
    assert verdict(page, f"$${line}$$") == "unreadable"


@pytest.mark.parametrize("value", [r"|s_i|", r"\sqrt{s_i^2}", r"\max(0, s_i)"])
def test_where_there_is_a_logarithm_the_entry_is_positive(value: str) -> None:
    page = rf"$$Q = \sum_{{i=1}}^n a_i {value}, \quad R = \sum_{{i=1}}^n \log s_i$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial Q}{\partial \log s_i} = a_i s_i$$",
            r"$$\frac{\partial Q}{\partial \log s_i} = a_i$$",
            r"$$\frac{\partial Q}{\partial \log s_i} = -a_i s_i$$",
        ],
    ) == ["right", "wrong", "wrong"]
