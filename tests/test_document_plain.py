"""Pages typed without delimiters: which rows are equations, and which are left as they are."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.document.plain import typeset

PAGE = """a_j = Σ_i w_ij x_i
h_j = tanh(a_j)
E = 1/2 Σ_j (h_j - t_j)²
"""


def row(text: str) -> str:
    """What becomes of a row below a page."""
    return typeset(PAGE + text).split("\n")[3]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("∂E/∂w_ij = δ_j x_i", r"$$∂E/∂w_{ij} = δ_{j} x_{i}$$"),
        ("- dE/dw_ij = delta_j * x_i", r"- $$∂E/∂w_{ij} = \delta_{j} * x_{i}$$"),
        ("2. E = 1/2 (o - t)^2", r"2. $$E = 1/2 (o - t)^2$$"),
        ("so we get δ_j = h_j - t_j.", r"so we get $δ_{j} = h_{j} - t_{j}$."),
        ("Define δ_k = ∂E/∂net_k. Then", r"Define $δ_{k} = ∂E/∂\mathrm{net}_{k}$. Then"),
        ("net_j = Σ_i w_ij x_i (hidden layer)", r"$\mathrm{net}_{j} = \sum_{i} w_{ij} x_{i}$ (hidden layer)"),
        ("σ(z) = 1/(1+e^(-z))", r"$$σ(z) = 1/(1+e^{-z})$$"),
        ("w^(2)_jk = v_(j+1) for k ≠ j", r"$w^{(2)}_{jk} = v_{j+1}$ for $k ≠ j$"),
        ("p_k = e^(-net_k)", r"$$p_{k} = e^{-\mathrm{net}_{k}}$$"),
        ("for i = 1..I we have", r"for $i = 1, \dots, I$ we have"),
        ("`h_j = sqrt(a_j + 1)` is it", r" $h_{j} = \sqrt{a_{j} + 1}$  is it"),
        ("a δ_j = 3 is enough", r"a $δ_{j} = 3$ is enough"),
        ("**δ_j = 3**", r"**$δ_{j} = 3$**"),
    ],
)
def test_equations_are_put_between_dollar_signs(typed: str, wanted: str) -> None:
    assert row(typed) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "E = error of the net",
        "h_t = tanh(w h_t-1)",
        "E = 1/2m Σ_i x_i",
        "k = 1, 2",
        "y = v_(j+1),k",
        "E = (x_i",
        "y = x_i & z",
        "y = x_i +",
        "# a = b",
        "| a = b | c |",
        "<!-- a = b -->",
        "weight decay = lambda",
        "y = x_i @ z",
    ],
)
def test_what_cannot_be_told_stays(typed: str) -> None:
    assert row(typed) == typed


def test_a_document_with_delimiters_or_hardly_an_equation_stays() -> None:
    for text in (PAGE + "$a$", r"\(a\)" + PAGE, "a_j = b_j\nso c = d", "Dear all,\n\nsee you at 3."):
        assert typeset(text) == text


def test_a_chain_over_several_rows_is_one() -> None:
    text = PAGE + "∂E/∂a_j = ∂E/∂h_j ∂h_j/∂a_j\n    = (h_j - t_j) (1 - h_j²)\n    = (h_j - t_j) (1 - h_j)²"
    links = [link for c in check(text).claims for link in c.links]
    assert [str(x.judgement) for x in links] == ["right", "right", "wrong"]


def test_programs_are_not_read() -> None:
    text = PAGE + "\n```python\ndw = x * e\n```\n"
    assert typeset(text).endswith("```python\ndw = x * e\n```\n")


def test_lines_keep_their_numbers() -> None:
    report = check(PAGE + "\nso\n\n∂E/∂h_j = h_j - t_j\n∂E/∂h_j = t_j - h_j\n")
    assert [(c.line, str(c.judgement)) for c in report.claims] == [(7, "right"), (8, "wrong")]
