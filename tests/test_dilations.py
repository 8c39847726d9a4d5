r"""Strides and dilations that are letters with numbers below, `x_{\sigma_1 p + d_1 g}`, and entries between strides.

By hand: a derivative by an entry that nothing uses is 0; at the others the chain rule.
"""

from __future__ import annotations

from .judging import each_verdict

GRID = (
    '+++\nobjective = "L"\n[ranges]\n"p_1" = "0..P-1"\n"p_2" = "0..R-1"\n"a_1" = "0..F_H-1"\n"a_2" = "0..F_W-1"\n+++\n'
    r"$$Y_{p_1,p_2} = \sum_{g_1=0}^{F_H-1} \sum_{g_2=0}^{F_W-1} w_{g_1,g_2}"
    r" X_{\sigma_1 p_1 + d_1 g_1, \sigma_2 p_2 + d_2 g_2}, "
    r"\quad L = \frac12 \sum_{p_1=0}^{P-1} \sum_{p_2=0}^{R-1} Y_{p_1,p_2}^2$$"
)
BY_WEIGHTS = (
    r"$$\frac{\partial L}{\partial w_{a_1,a_2}} = \sum_{p_1=0}^{P-1} \sum_{p_2=0}^{R-1} Y_{p_1,p_2}"
    r" X_{\sigma_1 p_1 + d_1 a_1, \sigma_2 p_2 + d_2 a_2}$$"
)
BY_PIXELS = (
    r"$$\frac{\partial L}{\partial X_{i,j}} = \sum_{p_1=0}^{P-1} \sum_{p_2=0}^{R-1} \sum_{g_1=0}^{F_H-1}"
    r" \sum_{g_2=0}^{F_W-1} Y_{p_1,p_2} w_{g_1,g_2} \delta^i_{\sigma_1 p_1 + d_1 g_1}"
    r" \delta^j_{\sigma_2 p_2 + d_2 g_2}$$ ( $i = 0, \dots, \sigma_1 (P-1) + d_1 (F_H-1)$, "
    r"$j = 0, \dots, \sigma_2 (R-1) + d_2 (F_W-1)$ )"
)


def test_strides_and_dilations_in_two_directions() -> None:
    assert each_verdict(GRID, lines=[BY_WEIGHTS, BY_PIXELS]) == ["right", "right"]


def test_slips_beside_them() -> None:
    cases = [("d_1 a_1", "a_1"), (r"\sigma_2 p_2", r"\sigma_1 p_2"), ("d_2 a_2", "d_1 a_2"), ("a_1, ", "a_2, ")]
    for (_, new), found in zip(
        cases, each_verdict(GRID, lines=[BY_WEIGHTS.replace(old, new) for old, new in cases]), strict=True
    ):
        assert found == "wrong", new


def test_what_few_numbers_do_not_show_is_not_right() -> None:
    cases = [r"[\sigma_1 = 7]", r"[\sigma_1 = \sigma_2]", r"(\sigma_1 + \sigma_2 + d_1 + d_2 - 11)"]
    for hidden, found in zip(
        cases,
        each_verdict(GRID, lines=[BY_WEIGHTS.replace("= ", f"= {hidden} + ", 1) for hidden in cases]),
        strict=True,
    ):
        assert found != "right", hidden


EVEN = r"$$y_p = \sum_{g=0}^{F-1} w_g x_{2 p + 2 g}$$ ( $p = 0, \dots, P-1$ ) $$L = \frac12 \sum_{p=0}^{P-1} y_p^2$$"
BY_ENTRY = (
    r"$$\frac{\partial L}{\partial x_j} = \sum_{p=0}^{P-1} \sum_{g=0}^{F-1} y_p w_g \delta_{j, 2 p + 2 g}$$"
    r" ( $j = 0, \dots, 2 (P-1) + 2 (F-1)$ )"
)


def test_entries_between_those_that_are_used() -> None:
    assert each_verdict(
        EVEN,
        lines=[
            BY_ENTRY,
            BY_ENTRY.replace("2 g}$$", "g}$$"),
            BY_ENTRY.replace("2 (F-1)", "2 F"),  # beyond the last one
            r"$$\frac{\partial L}{\partial w_g} = \sum_{p=0}^{P-1} y_p x_{2 p + g}$$",
        ],
    ) == ["right", "wrong", "wrong", "wrong"]
