"""Reasons for lines that lack the derivative of a term of the objective: of the penalty, of one loss among several."""

from __future__ import annotations

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check
from symderiv.check.report import Reason

DECAY = (
    r"""$$y_k = \sum_j v_{kj} h_j \qquad E = \frac12 \sum_k (y_k - t_k)^2 + \frac{\lambda}{2} \sum_{k,j} v_{kj}^2$$"""
)
NAMED = r"""$$y_k = \sum_j v_{kj} h_j \qquad E = C + \lambda R \qquad C = \frac12 \sum_k (y_k - t_k)^2$$
$$R = \frac12 \sum_{k,j} v_{kj}^2$$"""
HEADS = r"""$$h_j = \tanh(a_j) \qquad a_j = \sum_i w_{ji} x_i \qquad y = \sum_j u_j h_j \qquad z = \sum_j v_j h_j$$
$$E = E_1 + E_2 \qquad E_1 = \frac12 (y - t)^2 \qquad E_2 = \frac12 (z - s)^2$$"""
SAMPLES = r"""$$y_n = \sum_d w_d x_{nd}$$
$$J = \frac{1}{N} \sum_n \left((y_n - t_n)^2 + \alpha \sum_d w_d^2\right)$$"""
MATRICES = r"""$$z = W x \qquad L = \|z - t\|^2 + \lambda \|W\|_F^2$$ where $W \in \mathbb{R}^{m \times n}$."""
LINES = [
    # page, right line, what is lost, kind, what is named, the derivative that is told
    (DECAY, r"\frac{\partial E}{\partial v_{kj}} = (y_k - t_k) h_j", "penalty-missing", r"\lambda v_{kj}"),
    (DECAY, r"\frac{\partial E}{\partial v_{kj}} = \frac{\partial E}{\partial y_k} h_j", "penalty-missing", ""),
    (DECAY, r"\frac{\partial E}{\partial v_{kj}} = \lambda v_{kj}", "part-missing", r"(y_k - t_k) h_j"),
    (NAMED, r"\frac{\partial E}{\partial v_{kj}} = (y_k - t_k) h_j", "penalty-missing", r"\lambda R"),
    (HEADS, r"\frac{\partial E}{\partial h_j} = (y - t) u_j", "part-missing", "`E_2`"),
    (HEADS, r"\frac{\partial E}{\partial w_{ji}} = (y - t) u_j (1 - h_j^2) x_i", "part-missing", "(z - s) v_j"),
    (SAMPLES, r"\frac{\partial J}{\partial w_d} = \frac{2}{N} \sum_n (y_n - t_n) x_{nd}", "penalty-missing", ""),
    (MATRICES, r"\frac{\partial L}{\partial W} = 2 (z - t) x^T", "penalty-missing", ""),
]
OTHERS = [
    # what lacks a path, a factor or the rest of a term is told as before
    (HEADS, r"\frac{\partial E_2}{\partial v_j} = (z - s)", "factor-missing"),
    (DECAY, r"\frac{\partial E}{\partial v_{kj}} = (y_k - t_k) h_j + v_{kj}", "factor-missing"),
    (DECAY, r"\frac{\partial E}{\partial v_{kj}} = (y_k - t_k) h_j + 2 \lambda v_{kj}", "constant"),
    (DECAY, r"\frac{\partial E}{\partial v_{kj}} = (y_k - t_k) h_j - \lambda v_{kj}", "sign"),
]


def told(page: str, line: str, lang: str = "en") -> Reason:
    link = check(f"{page}\n\n$${line}$$", options=Options(lang=lang)).claims[-1].links[-1]
    assert link.reason is not None
    return link.reason


@pytest.mark.parametrize(("page", "line", "kind", "shown"), LINES)
def test_a_term_of_the_objective_is_named(page: str, line: str, kind: str, shown: str) -> None:
    reason = told(page, line)
    assert reason.kind == kind
    assert shown in reason.text
    assert str(check(f"{page}\n\n$${reason.right}$$").verdict) == "right"
    assert "抜けています" in told(page, line, "ja").text


@pytest.mark.parametrize(("page", "line", "kind"), OTHERS)
def test_other_slips_are_told_as_such(page: str, line: str, kind: str) -> None:
    assert told(page, line).kind == kind
