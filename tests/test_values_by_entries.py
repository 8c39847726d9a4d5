r"""Functions of an array that an equation tells by one entry, `f'(\mathbf{z}) = (f'(z_i))`, or by all of them."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\nfunctions = ["f"]\n+++'
NET = [
    r"$$ z_i = \sum_{j=1}^{m} W_{ij} x_j $$",
    r"$$ h_i = f(z_i) $$",
    r"$$ E = \frac{1}{2} \sum_{i=1}^{n} (h_i - y_i)^2 $$",
    r"where $\mathbf{z} = (z_i)$, $\mathbf{h} = (h_i)$, $\mathbf{x} = (x_j)$, $\mathbf{y} = (y_i)$ are column vectors.",
]
TRUE = r"$$ \frac{\partial E}{\partial W} = ((\mathbf{h} - \mathbf{y}) \odot f'(\mathbf{z})) \mathbf{x}^T $$"
FALSE = r"$$ \frac{\partial E}{\partial W} = ((\mathbf{h} - \mathbf{y}) \odot f(\mathbf{z})) \mathbf{x}^T $$"
TOLD = [
    r"f'(\mathbf{z}) = (f'(z_i))",
    r"f'(\mathbf{z}) = [f'(z_i)]",
    r"f'(\mathbf{z}) = (f'(z_i))_i",
    r"f'(\mathbf{z}) = (f'(z_i))_{i=1}^{n}",
    r"f(\mathbf{z}) = (f(z_i))",
    r"\exp(\mathbf{z}) = (\exp(z_i))",
    r"f'(\mathbf{z}) = (f'(z_1), \dots, f'(z_n))^T",
    r"f'(\mathbf{z}) = [f'(z_1), f'(z_2), \dots, f'(z_n)]",
    r"f(\mathbf{z}) = (f(z_1), \dots, f(z_n))^T",
]


@pytest.mark.parametrize("told", TOLD)
def test_is_taken_entry_by_entry(told: str) -> None:
    cases = [(TRUE, "right"), (FALSE, "wrong")]
    for (line, found), judged_so in zip(
        cases, each_verdict(FRONT, *NET, f"Here ${told}$.", lines=[line for line, _ in cases]), strict=True
    ):
        assert judged_so == found, line


def test_such_an_equation_is_true() -> None:
    cases = TOLD[:6]
    for told, found in zip(cases, each_verdict(FRONT, *NET, lines=[f"$$ {told} $$" for told in cases]), strict=True):
        assert found == "right", told


def test_but_not_with_another_function() -> None:
    cases = [r"f'(\mathbf{z}) = (f(z_i))", r"f'(\mathbf{z}) = (2 f'(z_i))"]
    for told, found in zip(cases, each_verdict(FRONT, *NET, lines=[f"$$ {told} $$" for told in cases]), strict=True):
        assert found == "wrong", told


def test_another_list_is_not_passed_over() -> None:
    cases = [r"f'(\mathbf{z}) = (f(z_1), \dots, f(z_n))^T", r"f'(\mathbf{z}) = (f'(z_2), \dots, f'(z_n))^T"]
    for told, found in zip(cases, each_verdict(FRONT, *NET, lines=[f"$$ {told} $$" for told in cases]), strict=True):
        assert found != "right", told


STEPS = [
    r"$$ z_{t,i} = \sum_{j=1}^{H} W_{ij} h_{t-1,j} $$ ($t = 1, \dots, T$)",
    r"$$ h_{t,i} = f(z_{t,i}) $$",
    r"$$ E = \frac{1}{2} \sum_{t=1}^{T} \sum_{i=1}^{H} h_{t,i}^2 $$",
    r"onde $h_t = (h_{t,i})$, $z_t = (z_{t,i})$ são vetores coluna, $f'(z_t) = (f'(z_{t,i}))$.",
]


def test_of_a_step() -> None:
    """The array has an index of its own."""
    cases = [
        (r"\frac{\partial h_t}{\partial h_{t-1}} = \operatorname{diag}(f'(z_t)) \, W", "right"),
        (r"\frac{\partial h_t}{\partial h_{t-1}} = W \, \operatorname{diag}(f'(z_t))", "wrong"),
    ]
    for (line, found), judged_so in zip(
        cases,
        each_verdict(FRONT, *STEPS, lines=[f"$$ {line} $$ ($t = 2, \\dots, T$)" for line, _ in cases]),
        strict=True,
    ):
        assert judged_so == found, line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (r"\frac{\partial p_i}{\partial z_k} = p_i (\delta_{ik} - p_k)", "right"),
        (r"\frac{\partial p_i}{\partial z_k} = p_i (\delta_{ik} + p_k)", "wrong"),
    ],
)
def test_a_function_that_mixes_entries_is_none(line: str, found: str) -> None:
    r"""`(e^{z_i} / \sum_k e^{z_k})` is not one value of each entry."""
    front = '+++\nobjective = "L"\n+++'
    net = [r"$$ p_i = \frac{e^{z_i}}{\sum_{k=1}^{n} e^{z_k}} $$", r"$$ L = -\sum_{i=1}^{n} y_i \log p_i $$"]
    told = r"with $\mathbf{z} = (z_i)$, $S(\mathbf{z}) = \left(\frac{e^{z_i}}{\sum_{k=1}^{n} e^{z_k}}\right)$."
    assert verdict(front, *net, told, f"$$ {line} $$") == found
