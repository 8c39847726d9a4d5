r"""Transposes typed with a prime, as in econometrics: `x_i'\beta`, `X'X`, `(y - X\beta)'(y - X\beta)`.

By hand: the gradients of a Poisson likelihood and of least squares; in the pages below the prime is a derivative, or
part of a name.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.document import parse_document, read_formulas
from symderiv.resolve.shapes.primes_told import primes_are_transposes

from .judging import each_verdict, verdict

ENTRIES = r"Here $x_i = (x_{ij})$, $\beta = (\beta_j)$ with $j=1,\dots,p$."
POISSON = (
    r"$$ \mu_i = \exp(x_i'\beta) \quad (i=1,\dots,N) $$ "
    r"$$ L = \sum_{i=1}^N \left[ y_i x_i'\beta - \exp(x_i'\beta) \right] $$ "
)
BOLD = POISSON.replace("x_i", r"\mathbf{x}_i").replace(r"\beta", r"\boldsymbol{\beta}")
OF_POISSON = (
    (r"\frac{\partial L}{\partial \beta_j} = \sum_{i=1}^N (y_i - \mu_i) x_{ij}", "right"),
    (r"\frac{\partial L}{\partial \beta_j} = \sum_{i=1}^N y_i x_{ij}", "wrong"),
    (r"\frac{\partial^2 L}{\partial \beta \partial \beta'} = - \sum_{i=1}^N \mu_i x_i x_i'", "right"),
    (r"\frac{\partial^2 L}{\partial \beta \partial \beta'} = - \sum_{i=1}^N y_i x_i x_i'", "wrong"),
)
TOLD = {
    "nothing said": "",
    "English": "A prime denotes the transpose.",
    "its sign": r"Here $'$ denotes transposition.",
    "one name": r"Here $\beta'$ is the transpose of $\beta$.",
    "Japanese": "プライムは転置を表す。",
    "Chinese": "撇号表示转置。",
    "German": "Ein Strich bezeichnet die Transponierte.",
    "French": "Le prime désigne la transposée.",
    "Spanish": "La prima denota la traspuesta.",
    "Korean": "프라임은 전치를 나타낸다.",
    "by primes": "Transposes are denoted by primes.",
}


@pytest.mark.parametrize("said", TOLD.values(), ids=TOLD.keys())
def test_products_of_vectors(said: str) -> None:
    for (line, expected), found in zip(
        OF_POISSON, each_verdict(POISSON, ENTRIES, said, lines=[f"$${line}$$" for line, _ in OF_POISSON]), strict=True
    ):
        assert found == expected, line


def _is_told(text: str) -> bool:
    document = parse_document(text)
    return primes_are_transposes(read_formulas(document), document.blocks)


@pytest.mark.parametrize(
    "said",
    [*(x for x in TOLD.values() if x and "$\\beta'$" not in x), "用撇号表示矩阵的转置。", "転置をプライムで表す。"],
)
def test_sentences_about_transposes(said: str) -> None:
    assert _is_told(said)


@pytest.mark.parametrize(
    "said",
    [
        "A prime does not denote the transpose.",
        "A prime denotes the derivative, and T the transpose.",
        "A prime denotes another example. Transposes are written with T.",
        "プライムは微分、T は転置を表す。",
        "プライムは転置ではない。",
        "撇号表示导数，T 表示转置。",
        "The prime numbers are not needed. We transpose the matrix.",
        r"Here $W'$ is the transpose of $V$.",
        "Primes mark the updated values, $^T$ transposes.",
        "Transposes are written with $^T$, new values with a prime.",
        "プライムは更新後の値、T は転置を表す。",
        "転置は T で、更新後の値はプライムで表す。",
    ],
)
def test_sentences_about_others(said: str) -> None:
    assert not _is_told(said)


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\mathbf{x}_i = (x_{ij})$, $\boldsymbol{\beta} = (\beta_j)$ with $j=1,\dots,p$.",
        r"Here $\mathbf{x}_i = (x_{i1}, \dots, x_{ip})'$, $\boldsymbol{\beta} = (\beta_1, \dots, \beta_p)'$.",
    ],
)
def test_bold_vectors(said: str) -> None:
    cases = OF_POISSON[:2]
    for (line, expected), found in zip(
        cases, each_verdict(BOLD, said, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "said",
    [
        r"with $X \in \mathbb{R}^{n\times k}$, $y \in \mathbb{R}^n$, $\beta \in \mathbb{R}^k$.",
        r"where $X$ is an $n \times k$ matrix, $y$ is an $n \times 1$ vector, $\beta$ is a $k \times 1$ vector.",
        r"where $X = (x_{ij})$, $y = (y_i)$, $\beta = (\beta_j)$, $i=1,\dots,n$ and $j = 1,\dots,k$.",
    ],
)
def test_least_squares(said: str) -> None:
    cases = [
        (r"\frac{\partial S}{\partial \beta} = -2 X'(y - X\beta)", "right"),
        (r"\frac{\partial S}{\partial \beta} = 2 X'(y - X\beta)", "wrong"),
        (r"\frac{\partial S}{\partial \beta} = -2 X'y + 2 X'X\beta", "right"),
        (r"\frac{\partial^2 S}{\partial \beta \partial \beta'} = 2 X'X", "right"),
        (r"\frac{\partial^2 S}{\partial \beta \partial \beta'} = X'X", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(r"$$ S = (y - X\beta)'(y - X\beta) $$", said, lines=[f"$${line}$$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial \beta} = \sum_{i=1}^N F'(z_i) x_i", "right"),
        (r"\frac{\partial L}{\partial \beta} = \sum_{i=1}^N F(z_i) x_i", "wrong"),
    ],
)
def test_derivatives_beside_transposes(line: str, expected: str) -> None:
    page = r"$$ z_i = x_i'\beta, \quad F(z) = \tanh(z), \quad L = \sum_{i=1}^N F(z_i) $$"
    assert verdict("A prime on a vector denotes the transpose.", page, f"$${line}$$") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial \beta_m} = \sum_{i=1}^N \sum_{j'k} a_{j'k} y_i x_{im}", "right"),
        (r"\frac{\partial L}{\partial \beta_m} = \sum_{i=1}^N \sum_{j'k} a_{j'k} x_{im}", "wrong"),
    ],
)
def test_indices_with_primes_beside_transposes(line: str, expected: str) -> None:
    front = '+++\n[ranges]\nj = "1..J"\nk = "1..K"\nm = "1..p"\n+++'
    page = r"$$ L = \sum_{i=1}^N \sum_{j'k} a_{j'k} y_i x_i'\beta $$ Here $x_i = (x_{im})$, $\beta = (\beta_m)$."
    assert verdict(front, "A prime on a vector denotes the transpose.", page, f"$${line}$$") == expected


OTHERS = {
    "a decoder": (
        r"$$ \mathbf{h} = \mathbf{W} \mathbf{x}, \quad \hat{\mathbf{x}} = \mathbf{W}' \mathbf{h}, \quad "
        r"E = \frac12 \|\hat{\mathbf{x}} - \mathbf{x}\|^2 $$ "
        r"where $\mathbf{W} \in \mathbb{R}^{m \times n}$, $\mathbf{x} \in \mathbb{R}^n$.",
        r"\frac{\partial E}{\partial \mathbf{W}'} = (\hat{\mathbf{x}} - \mathbf{x}) \mathbf{h}^\top",
        r"\frac{\partial E}{\partial \mathbf{W}} = \mathbf{W} (\hat{\mathbf{x}} - \mathbf{x}) \mathbf{x}^\top",
    ),
    "a dot": (
        r"$$ s = \mathbf{w}' \cdot \mathbf{x} + \mathbf{w} \cdot \mathbf{x} $$",
        r"\frac{\partial s}{\partial \mathbf{w}} = \mathbf{x}",
        r"\frac{\partial s}{\partial \mathbf{w}} = 2 \mathbf{x}",
    ),
    "another vector": (
        r"$$ \mathbf{x}' = \mathbf{A} \mathbf{x}, \quad s = \mathbf{x}^\top \mathbf{x}' $$ "
        r"where $\mathbf{x} \in \mathbb{R}^n$, $\mathbf{A} \in \mathbb{R}^{n\times n}$.",
        r"\frac{\partial s}{\partial \mathbf{x}} = \mathbf{A} \mathbf{x} + \mathbf{A}^\top \mathbf{x}",
        r"\frac{\partial s}{\partial \mathbf{x}} = 2 \mathbf{x}",
    ),
    "vectors of outputs": (
        r"$$ u_j = \mathbf{v}'_j \mathbf{v}_c, \quad p_j = \frac{e^{u_j}}{\sum_{k=1}^V e^{u_k}}, \quad "
        r"E = -\sum_{j=1}^V t_j \ln p_j $$ where $\sum_{j=1}^V t_j = 1$.",
        r"\frac{\partial E}{\partial \mathbf{v}'_j} = (p_j - t_j) \mathbf{v}_c",
        r"\frac{\partial E}{\partial \mathbf{v}'_j} = (p_j - t_j) \mathbf{v}_j",
    ),
    "transposes denied": (
        r"A prime does not denote the transpose here, $^\top$ does. "
        r"$$ s = \mathbf{w}'^\top \mathbf{x} + \mathbf{w}^\top \mathbf{x} $$",
        r"\frac{\partial s}{\partial \mathbf{w}} = \mathbf{x}",
        r"\frac{\partial s}{\partial \mathbf{w}} = 2 \mathbf{x}",
    ),
    "derivatives told": (
        r"$$ h_i = f(z_i), \quad z_i = \sum_{j=1}^n w_{ij} x_j, \quad E = \frac12 \sum_{i=1}^m (h_i - t_i)^2 $$ "
        r"where $W = (w_{ij})$, $x = (x_j)$. Primes denote derivatives and $^T$ transposes.",
        r"\frac{\partial E}{\partial w_{ij}} = (h_i - t_i) f'(z_i) x_j",
        r"\frac{\partial E}{\partial w_{ij}} = (h_i - t_i) f(z_i) x_j",
    ),
}


@pytest.mark.parametrize(("page", "right", "wrong"), OTHERS.values(), ids=OTHERS.keys())
def test_primes_that_are_no_transposes(page: str, right: str, wrong: str) -> None:
    found = each_verdict(page, lines=[f"$${right}$$", f"$${wrong}$$"])
    assert found[0] != "wrong"
    assert found[1] != "right"


COPIES = (
    r"$$ L = \frac12 (y - X\beta)^T (y - X\beta) + \beta^T X' \gamma $$ "
    r"where $X, X' \in \mathbb{R}^{n\times n}$, $y, \beta, \gamma \in \mathbb{R}^n$."
)


@pytest.mark.parametrize("said", ["Primes mark updated values, $^T$ transposes.", "A prime denotes the transpose.", ""])
def test_another_sign_and_what_is_declared_keep_their_primes(said: str) -> None:
    right = r"$$ \frac{\partial L}{\partial X} = (X\beta - y) \beta^T $$"
    assert each_verdict(said, COPIES, lines=[right, right.replace(r"^T $$", r"^T + \gamma \beta^T $$")]) == [
        "right",
        "wrong",
    ]


TIED = (
    r"$$ y = \tanh(Wx + b), \quad x' = W'y + b', \quad L = \frac12 \|x - x'\|^2 $$ "
    r"where $W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$."
)


@pytest.mark.parametrize(
    "said", [r"The weights are tied: $W'$ is the transpose of $W$.", r"A prime on $W$ denotes the transpose."]
)
def test_a_sentence_about_one_name_says_nothing_of_others(said: str) -> None:
    """In an autoencoder `b'` is another bias, and `x'` what is reconstructed."""
    page = check("\n\n".join((TIED, said)))
    assert not [c for c in page.claims if str(c.judgement) == "wrong"]
    right = r"$$ \frac{\partial L}{\partial b} = (W (x' - x)) \odot (1 - y \odot y) $$"
    assert each_verdict(TIED, said, lines=[right, right.replace("x' - x", "x - x'")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial^2 s}{\partial b \partial x'} = C", "right"),
        (r"\frac{\partial^2 s}{\partial x' \partial b} = C", "right"),
        (r"\frac{\partial^2 s}{\partial x \partial b'} = C'", "right"),
        (r"\frac{\partial^2 s}{\partial b' \partial x} = C'", "right"),
        (r"\frac{\partial^2 s}{\partial x' \partial b} = C'", "wrong"),
        (r"\frac{\partial^2 s}{\partial x \partial b'} = C", "wrong"),
    ],
)
@pytest.mark.parametrize("m", ["m", "n"])
def test_the_prime_below_a_second_derivative_is_for_its_columns(m: str, line: str, expected: str) -> None:
    page = (
        rf"$$ s = b'Cx $$ with $C \in \mathbb{{R}}^{{{m} \times n}}$, $b \in \mathbb{{R}}^{m}$, $x \in \mathbb{{R}}^n$."
    )
    assert verdict("A prime denotes the transpose.", page, f"$${line}$$") == expected


@pytest.mark.parametrize("behind", ["", r"$$ \frac{\partial g}{\partial w} = \sum_{i=1}^n \phi_i' x_i $$"])
def test_entries_of_a_derivative_make_it_no_array_before_a_parenthesis(behind: str) -> None:
    page = r"$$ g = \sum_{i=1}^n \phi(x_i^T w) $$ with $x_i, w \in \mathbb{R}^d$."
    right = r"$$ \frac{\partial g}{\partial w} = \sum_{i=1}^n \phi'(x_i^T w) x_i $$"
    found = [str(c.judgement) for c in check("\n\n".join((page, right, behind))).claims]
    assert "wrong" not in found
    assert behind or found == ["right"]
