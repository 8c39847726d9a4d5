r"""What a sentence tells of a name does not hold where more follows that changes it: `column $k$ of $W$ divided by its
norm`.

By hand: with all that is told, `\partial L / \partial w_k = X^T (X w_k - c_k)`, and for the factors of a matrix
`\partial E / \partial u_i = -\sum_j (M_{ij} - u_i v_j) v_j^T`.
"""

from __future__ import annotations

import pytest

from symderiv.latex.said_of_names import behind

from .judging import each_verdict, verdict

DECIDED = ("right", "wrong")
COLUMNS = (
    r"$$ z_{ik} = \sum_{j=1}^{p} X_{ij} W_{jk} $$ "
    r"$$ L = \frac{1}{2} \sum_{i=1}^{n} \sum_{k=1}^{K} (z_{ik} - Y_{ik})^2 $$",
    r"where $X = (X_{ij})$, $W = (W_{jk})$, $Y = (Y_{ik})$.",
)
OF_COLUMN = (
    (r"$$ \frac{\partial L}{\partial w_k} = X^T (X w_k - c_k) $$", "right"),
    (r"$$ \frac{\partial L}{\partial w_k} = X^T (c_k - X w_k) $$", "wrong"),
)


@pytest.mark.parametrize(
    "said",
    [
        "$w_k$ is column $k$ of $W$, and $c_k$ is column $k$ of $Y$ (both column vectors).",
        r"$w_k$ is column $k$ of $W$, $c_k$ is column $k$ of $Y$ for $k = 1, \dots, K$.",
        r"$w_k$ is column $k$ of $W$, where $W$ is the weight matrix, $c_k$ is column $k$ of $Y$; $\beta$ is dropped.",
    ],
)
def test_columns_with_harmless_words_behind(said: str) -> None:
    for (line, expected), found in zip(
        OF_COLUMN, each_verdict(*COLUMNS, said, lines=[line for line, _ in OF_COLUMN]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    "said",
    [
        "$w_k$ is column $k$ of $W$ divided by its norm, $c_k$ is column $k$ of $Y$.",
        "$w_k$ is column $k$ of $W$ without its first entry, $c_k$ is column $k$ of $Y$.",
        "$w_k$ is the $k$-th column of $W$ normalised to length one, and $c_k$ is the $k$-th column of $Y$, centred.",
        "$w_k$ is the $k$-th column of $W$ and $c_k$ is the $k$-th column of $Y$, both as row vectors.",
        "$w_k$ is column $k$ of $W$ and $c_k$ is column $k$ of $Y$; both are scaled.",
        r"$w_k$ is column $k$ of $W$ with $\|w_k\| = 1$, $c_k$ is column $k$ of $Y$.",
        r"$w_k$ ist die Spalte $k$ von $W$, auf Länge $1$ gebracht, $c_k$ ist die Spalte $k$ von $Y$.",
        "$w_k$ 是 $W$ 的第 $k$ 列的单位向量, $c_k$ 是 $Y$ 的第 $k$ 列。",
    ],
)
def test_columns_of_which_more_is_said(said: str) -> None:
    for (line, _), found in zip(
        OF_COLUMN, each_verdict(*COLUMNS, said, lines=[line for line, _ in OF_COLUMN]), strict=True
    ):
        assert found not in DECIDED, line


FACTORS = (
    r"$$ E = \frac{1}{2} \sum_{i=1}^{m} \sum_{j=1}^{n} \left( M_{ij} - \sum_{q=1}^{r} U_{iq} V_{qj} \right)^2 $$",
    r"Here $U = (U_{iq})$ and $V = (V_{qj})$ are matrices.",
)


@pytest.mark.parametrize(
    "said",
    [
        "$u_i$ is the $i$-th row of $U$ (a row vector), $v_j$ the $j$-th column of $V$ (a column vector).",
        "$u_i$ is the $i$-th row of $U$, a row vector. $v_j$ is the $j$-th column of $V$, a column vector.",
    ],
)
def test_words_of_one_name_are_not_those_of_the_other(said: str) -> None:
    line = r"$$ \frac{\partial E}{\partial u_i} = -\sum_{j=1}^n (M_{ij} - u_i v_j) v_j^T $$"
    assert each_verdict(*FACTORS, said, lines=[line, line.replace("= -", "= ")]) == ["right", "wrong"]
    other = r"$$ \frac{\partial E}{\partial v_j} = -\sum_{i=1}^m (M_{ij} - u_i v_j) u_i^T $$"
    assert each_verdict(*FACTORS, said, lines=[other, other.replace("u_i^T", "u_i u_i^T")]) == ["right", "wrong"]


def test_a_row_beside_a_row_that_is_a_column() -> None:
    page = (
        r"$$ s_{ij} = \sum_{m=1}^{d} U_{im} V_{jm} $$ "
        r"$$ L = \frac{1}{2} \sum_{i=1}^{N} \sum_{j=1}^{N} (s_{ij} - y_{ij})^2 $$",
        "with $U = (U_{im})$, $V = (V_{jm})$; $u_i$ is row $i$ of $U$ as a column vector, and $v_j$ is row $j$ of $V$, "
        "a row vector.",
    )
    found = each_verdict(*page, lines=["$$ s_{ij} = v_j u_i $$", "$$ s_{ij} = 2 v_j u_i $$"])
    assert found[0] != "wrong"
    assert found[1] != "right"


ROWS = (FACTORS[0].replace("V_{qj}", "V_{jq}"), FACTORS[1].replace("V_{qj}", "V_{jq}"))


@pytest.mark.parametrize(
    "more",
    [
        ", as row vectors of unit length",
        r", as row vectors divided by $\sqrt{r}$",
        ", as row vectors, with a constant $1$ appended",
        " (row vectors) before the update",
        " (row vectors), each normalised",
        " (row vectors); all are centred",
    ],
)
def test_rows_of_which_more_is_said(more: str) -> None:
    line = r"$$ \frac{\partial E}{\partial u_i} = -\sum_{j=1}^n (M_{ij} - u_i v_j^T) v_j $$"
    told = "$u_i$, $v_j$ are the rows of $U$ and $V$"
    assert verdict(*ROWS, f"{told}, as row vectors.", line) == "right"
    assert verdict(*ROWS, f"{told}{more}.", line) not in DECIDED


def test_rows_told_behind_of_which_more_is_said() -> None:
    page = (
        r"$$ J = \frac{1}{2m} \sum_{i=1}^{m} (\sum_{j=1}^{n} \theta_j x_{ij} - y_i)^2 $$",
        r"Here $\boldsymbol{\theta} = (\theta_j)$, $\mathbf{x}_i = (x_{ij})$, $\mathbf{y} = (y_i)$ are column vectors.",
    )
    line = (
        r"$$ \nabla_{\boldsymbol{\theta}} J = \frac{1}{m} \mathbf{X}^T (\mathbf{X} \boldsymbol{\theta} - \mathbf{y}) $$"
    )
    assert verdict(*page, r"Row $i$ of $\mathbf{X}$ is $\mathbf{x}_i^T$.", line) == "right"
    for more in (", standardised", ", scaled to norm $1$", "; the first row is $0$"):
        assert verdict(*page, rf"Row $i$ of $\mathbf{{X}}$ is $\mathbf{{x}}_i^T${more}.", line) not in DECIDED


def test_diagonals_of_which_more_is_said() -> None:
    page = (
        r"$$ p_i = \sigma(\sum_{j=1}^n x_{ij} w_j) $$ "
        r"$$ L = -\sum_{i=1}^m (y_i \log p_i + (1 - y_i) \log (1 - p_i)) $$",
        r"Here $\sigma(z) = 1/(1+e^{-z})$, $X = (x_{ij})$, $w = (w_j)$, $p = (p_i)$, $y = (y_i)$.",
    )
    line = r"$$ \frac{\partial^2 L}{\partial w \partial w^T} = X^T S X $$"
    told = r"$S$ is the diagonal matrix with the elements $p_i (1 - p_i)$"
    for more in ("", " on its diagonal", ", and $y$ holds the labels"):
        assert verdict(*page, f"{told}{more}.", line) == "right"
    for more in (", each divided by $m$", ", in reverse order", " on its diagonal, divided by $m$"):
        assert verdict(*page, f"{told}{more}.", line) not in DECIDED


SQUARES = (
    r"$$ L = \sum_{i=1}^{n} ( y_i - \sum_{j=1}^{p} X_{ij} w_j )^2 $$",
    r"Here $X = (X_{ij})$ is an $n \times p$ matrix, $w = (w_j)$ and $y = (y_i)$ are columns.",
)
BY_WEIGHTS = r"$$ \frac{\partial L}{\partial w} = -2 X'(y - Xw) $$"


@pytest.mark.parametrize("more", [" with the first row removed", " after centering", r" times a matrix $\Omega$"])
@pytest.mark.parametrize("mark", ["'", "^t"])
def test_transposes_of_which_more_is_said(mark: str, more: str) -> None:
    line = BY_WEIGHTS.replace("'", mark)
    assert verdict(*SQUARES, f"$X{mark}$ is the transpose of $X$.", line) == "right"
    assert verdict(*SQUARES, f"$X{mark}$ is the transpose of $X${more}.", line) not in DECIDED


def test_a_prime_of_any_matrix_where_other_primes_are_told_otherwise() -> None:
    told = "$M'$ is the transpose of $M$."
    by_matrix = r"$$ \frac{\partial L}{\partial X} = -2 (y - Xw) w' $$"
    cases = (by_matrix, BY_WEIGHTS)
    for line, found in zip(cases, each_verdict(*SQUARES, told, lines=cases), strict=True):
        assert found == "right", line
    assert verdict(*SQUARES, told, "$w'$ is the updated weight vector.", by_matrix) not in DECIDED
    both = "We write $X'$ for the augmented data and $w'$ for the new weights."
    cases = (by_matrix, BY_WEIGHTS)
    for line, found in zip(cases, each_verdict(*SQUARES, told, both, lines=cases), strict=True):
        assert found not in DECIDED, line


def test_words_behind() -> None:
    harmless = (" respectively", r" of size $n \times p$", " (vetor de $n$ componentes)", r", $y \in \mathbb{R}^n$")
    assert all(behind(words).is_understood for words in harmless)
    harmful = (
        " / $n$",
        r" for $i = 2, \dots, m$",
        " of length $1$",
        " $D$",
        " - $b$",
        "; normalised",
        ", $y$ the same, centred",
    )
    assert not any(behind(words).is_understood for words in harmful)
