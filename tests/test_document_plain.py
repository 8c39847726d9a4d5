"""Pages typed without delimiters: which rows are equations, and which are left as they are."""

from __future__ import annotations

import pytest

from symderiv.document.plain import typeset

from .judging import check

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
        ("E = |o - t|", r"$$E = |o - t|$$"),
        ("E equals o - t", r"$$E = o - t$$"),
        ("a_j = x_j by the chain rule and hence", r"$a_{j} = x_{j}$ by the chain rule and hence"),
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
        "w_ij = weight from x_i to h_j",
        "j = a number of units",
        "# a = b",
        "| a = b | c |",
        "<!-- a = b -->",
        "weight decay = lambda",
        "==========",
    ],
)
def test_what_is_no_equation_stays(typed: str) -> None:
    assert row(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "h_t = tanh(w h_t-1)",
        "E = 1/2m Σ_i x_i",
        "k = 1, 2",
        "y = v_(j+1),k",
        "E = (x_i",
        "y = x_i & z",
        "y = x_i +",
        "y = x_i @ z",
        "h_j = function of a_j",
        "h_j = a_j fprime(a_j)",
        "h_j = a_j fprime (a_j)",
        "h_j = a_j rate",
        "h_j = a_j times x_i",
        "h_j = a_j dot x",
        "h_j = a_j mal 2",
        "h_j = a_j ø",
        "h_j = a_j é_j",
        "h_j = a_j. 2",
        "h_j = a_j → x_j",
        "h_j = a_j 2倍",
        "h_j = a_j if a_j > 0 else 0",
        "h_j = a_j or 0",
        "h_j = a_j and then squared",
        "h_j = a_j (squared)",
        "h_j = a_j then tanh",
        "h_j = a_j over 2",
        "h_j = a_j by 2",
        "h_j = a_j to the power 3",
        "h_j = a_j from tanh",
    ],
)
def test_what_cannot_be_told_is_unreadable(typed: str) -> None:
    claims = check(f"net_j = Σ_i w_ij x_i\n{typed}\nF = 1/2 Σ_j (net_j - t_j)²\n∂F/∂net_j = net_j - t_j").claims
    assert [(c.line, str(c.judgement)) for c in claims] == [(2, "unreadable"), (4, "right")]


def test_nothing_rests_on_what_cannot_be_told() -> None:
    claims = check("a_j = Σ_i w_ij x_i\nh_j = a_j @ 3\nE = 1/2 Σ_j (h_j - t_j)²\n∂E/∂w_ij = 0\n∂E/∂t_j = 1").claims
    assert [(c.line, str(c.judgement)) for c in claims] == [(2, "unreadable"), (4, "unproved"), (5, "unproved")]
    claims = check("a_j = Σ_i w_ij x_i\nE = 1/2 Σ_j (a_j - t_j)²\n∂E/∂a_j = a_j - t_j\n = x_i fprime(a_j)").claims
    assert [str(link.judgement) for link in claims[0].links] == ["right", "unreadable"]


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("â_j", "wrong"),
        ("ã_j", "unproved"),
        ("x̂_j", "unproved"),
        ("by the chain rule", "right"),
        ("für alle j", "right"),
    ],
)
def test_letters_with_a_hat_are_names(typed: str, verdict: str) -> None:
    text = "â_j = Σ_i w_ij x_i\nE = 1/2 Σ_j (â_j - t_j)²\n"
    assert str(check(f"{text}∂E/∂â_j = (â_j - t_j) {typed}").claims[-1].judgement) == verdict


def test_one_equation_about_a_derivative_is_enough() -> None:
    assert typeset("dE/dw = (y - t) x") == "$$∂E/∂w = (y - t) x$$"


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


def test_a_line_about_a_derivative_that_cannot_be_told_costs_itself_alone() -> None:
    text = PAGE + "∂E/∂w_ij = (h_j - t_j) fprime(a_j) x_i\n∂E/∂w_ij = (h_j - t_j) (1 - h_j²) x_i"
    assert [str(c.judgement) for c in check(text).claims] == ["unreadable", "right"]
