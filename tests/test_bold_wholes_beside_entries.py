r"""Arrays in bold beside their entries: `\mathbf{T}` beside `T_{mk}`, entries in the letters of a derivative."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    '+++\nobjective = "L"\nfunctions = ["h"]\n[ranges]\n"m" = "1..S"\n"n" = "1..K"\n"p" = "1..D"\n+++\n'
    r"$$Y_{mn} = \sum_p X_{mp} W_{np} + b_n$$ $$A_{mn} = h(Y_{mn})$$ $$L = \frac12 \sum_{mn} (A_{mn} - T_{mn})^2$$"
)
ENTRIES = [
    r"$$\frac{\partial Y_{mn}}{\partial W_{ij}} = \delta_{ni} X_{mj}$$",
    r"$$\frac{\partial Y_{mn}}{\partial X_{ij}} = \delta_{mi} W_{nj}$$",
    r"$$\frac{\partial L}{\partial W_{ij}} = \sum_m \Big(\frac{\partial L}{\partial Y}\Big)^{T}_{im} X_{mj}$$",
    r"$$\frac{\partial L}{\partial X_{ij}} = \sum_{mn} \frac{\partial L}{\partial Y_{mn}} \delta_{mi} W_{nj}$$",
]
ENTRIES.append("\n\n".join(ENTRIES))


@pytest.mark.parametrize("entries", ENTRIES)
def test_entries_in_any_letters_say_nothing_of_the_whole(entries: str) -> None:
    cases = [
        (r"\frac{\partial L}{\partial \mathbf{W}} = \frac{\partial L}{\partial \mathbf{Y}}^{T} \mathbf{X}", "right"),
        (r"\frac{\partial L}{\partial \mathbf{W}} = \mathbf{X}^T \frac{\partial L}{\partial \mathbf{Y}}", "wrong"),
        (r"\frac{\partial L}{\partial \mathbf{X}} = \frac{\partial L}{\partial \mathbf{Y}} \mathbf{W}", "right"),
        (r"\frac{\partial L}{\partial \mathbf{A}} = \mathbf{A} - \mathbf{T}", "right"),
        (r"\frac{\partial L}{\partial \mathbf{A}} = \mathbf{T} - \mathbf{A}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, entries, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("entries", ENTRIES)
def test_what_a_sentence_adds_is_not_wrong(entries: str) -> None:
    r"""Every row of \mathbf{B} is b: nothing else says it."""
    line = r"so $\mathbf{Y} = \mathbf{X} \mathbf{W}^T + \mathbf{B}$."
    claim = r"$$\frac{\partial L}{\partial \mathbf{W}} = \frac{\partial L}{\partial \mathbf{Y}}^{T} \mathbf{X}$$"
    assert verdict(NET, line, claim, entries) == "right"
    assert verdict(NET, claim, entries, line) != "wrong"


def test_a_number_of_steps_is_no_array() -> None:
    r"""T ends a sum: `w^T` is a power, and no entry of an array."""
    net = r"$$E = \frac12 (w^T - y)^2 + \sum_{t=1}^T c_t w$$"
    assert verdict(net, r"$$\frac{\partial E}{\partial w} = (w^T - y) T w^{T-1} + \sum_{t=1}^T c_t$$") != "wrong"


MIXTURE = (
    '+++\nobjective = "E"\n[ranges]\n"k" = "1..K"\n"l" = "1..D"\n+++\n\n'
    r"$$m_{kl} = b_{kl}^{m}, \quad s_k = \exp(b_k^{s})$$"
    "\n\n"
    r"$$E = \sum_{k=1}^K \frac{\|\mathbf{u} - \mathbf{m}_k\|^2}{2 s_k}$$"
)


def test_a_label_above_others_is_no_bare_name() -> None:
    # the m above `b_{kl}^m` is a label, so that the entries of a bold m are those of the plain one
    cases = [
        (r"\frac{\partial E}{\partial b_{kl}^{m}} = \frac{m_{kl} - u_l}{s_k}", "right"),
        (r"\frac{\partial E}{\partial b_{kl}^{m}} = \frac{u_l - m_{kl}}{s_k}", "wrong"),
        (r"\frac{\partial E}{\partial b_k^{s}} = -\frac{\|\mathbf{u} - \mathbf{m}_k\|^2}{2 s_k}", "right"),
        (r"\frac{\partial E}{\partial b_k^{s}} = -\frac{\|\mathbf{u} - \mathbf{m}_k\|^2}{2 s_k^2}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(MIXTURE, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_letter_above_what_stands_without_it_may_be_a_power() -> None:
    page = MIXTURE.replace("b_{kl}^{m}", "b_{kl}^{m} + b_{kl}")
    line = r"$$\frac{\partial E}{\partial s_k} = -\frac{\|\mathbf{u} - \mathbf{m}_k\|^2}{2 s_k^2}$$"
    assert verdict(page, line) not in ("right", "wrong")
