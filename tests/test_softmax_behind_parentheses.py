r"""Softmax of `x^{(p,3)}` on a page that writes its entries `(x^{(p,3)})_j`."""

from __future__ import annotations

from .judging import each_verdict, verdict

NET = (
    r"$$E = -\sum_{p=1}^m \sum_{k=1}^K y_k^{(p)} \ln \hat{p}_k^{(p)}, \quad \hat{p}_k^{(p)} = softmax(x^{(p,3)})_k$$"
    r"$$(x^{(p,3)})_{j} = \sum_{i=1}^{H} w_{ij}^{(2)} (x^{(p,2)})_i + b_j^{(2)}$$"
)


def test_entries_behind_a_parenthesis() -> None:
    cases = [
        (
            r"\frac{\partial \ln \hat{p}_k^{(p)}}{\partial (x^{(p,3)})_{j}} = \delta_{kj} - softmax(x^{(p,3)})_j",
            "right",
        ),
        (
            r"\frac{\partial \ln \hat{p}_k^{(p)}}{\partial (x^{(p,3)})_{j}} = \delta_{kj} - softmax(x^{(p,3)})_k",
            "wrong",
        ),
        (
            r"\frac{\partial E}{\partial w_{ij}^{(2)}} = -\sum_{p=1}^m \sum_{k=1}^K y_k^{(p)}"
            r" [\delta_{kj} - softmax(x^{(p,3)})_j] (x^{(p,2)})_i",
            "right",
        ),
        (
            r"\frac{\partial E}{\partial w_{ij}^{(2)}} = -\sum_{p=1}^m \sum_{k=1}^K y_k^{(p)}"
            r" [\delta_{kj} - softmax(x^{(p,3)})_j] (x^{(p,3)})_i",
            "wrong",
        ),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_of_another_array_nothing_is_known() -> None:
    assert verdict(NET, r"$$\frac{\partial \ln \hat{p}_k^{(p)}}{\partial (x^{(p,3)})_{j}} = softmax(v)_j$$") != "right"
