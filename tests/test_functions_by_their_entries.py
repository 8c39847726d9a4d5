r"""`$\phi(x) = (\phi_j(x))$` says that the function has several values, and nothing else of them."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$E = \frac{1}{2} \sum_{n=1}^{N} (\mathbf{w}^T \phi(\mathbf{x}_n) - t_n)^2
+ \frac{\lambda}{2} \|\mathbf{w}\|^2$$"""
SAID = (
    r"Here $\phi(\mathbf{x}_n) = (\phi_j(\mathbf{x}_n))$.",
    r"Here $\phi(\mathbf{x}) = (\phi_j(\mathbf{x}))_j$ and $\mathbf{w} = (w_j)$.",
    r"$$\phi(\mathbf{x}) = [\phi_j(\mathbf{x})]$$",
)


@pytest.mark.parametrize("said", SAID)
def test_a_function_of_several_values(said: str) -> None:
    cases = [
        (r"\sum_{n=1}^{N} (\mathbf{w}^T \phi(\mathbf{x}_n) - t_n) \phi(\mathbf{x}_n) + \lambda \mathbf{w}", "right"),
        (r"\sum_{n=1}^{N} (\mathbf{w}^T \phi(\mathbf{x}_n) - t_n) \phi(\mathbf{x}_n) - \lambda \mathbf{w}", "wrong"),
        (r"(\mathbf{w}^T \phi(\mathbf{x}_n) - t_n) \phi(\mathbf{x}_n) + \lambda \mathbf{w}", "wrong"),
    ]
    for (value, expected), found in zip(
        cases,
        each_verdict(
            NET, said, lines=[rf"$$\frac{{\partial E}}{{\partial \mathbf{{w}}}} = {value}$$" for value, _ in cases]
        ),
        strict=True,
    ):
        assert found == expected, value


def test_entries() -> None:
    said = r"Here $\mathbf{w} = (w_j)$, $\phi(\mathbf{x}_n) = (\phi_j(\mathbf{x}_n))$."
    value = r"\sum_{n=1}^{N} (\mathbf{w}^T \phi(\mathbf{x}_n) - t_n) \phi_j(\mathbf{x}_n) + \lambda w_j"
    line = rf"$$\frac{{\partial E}}{{\partial w_j}} = {value}$$"
    found = each_verdict(NET, said, lines=[line, line.replace(r"\phi_j(\mathbf{x}_n) +", r"\phi_n(\mathbf{x}_j) +")])
    assert found[0] == "right"
    assert found[1] != "right"


def test_a_letter_of_the_argument_is_none_of_entries() -> None:
    said = r"$$\phi(\mathbf{x}_n) = (\phi_n(\mathbf{x}_n))$$"
    value = r"\sum_{n=1}^{N} (\mathbf{w}^T \phi(\mathbf{x}_n) - t_n) \phi(\mathbf{x}_n) + \lambda \mathbf{w}"
    assert verdict(NET, said, rf"$$\frac{{\partial E}}{{\partial \mathbf{{w}}}} = {value}$$") != "right"
