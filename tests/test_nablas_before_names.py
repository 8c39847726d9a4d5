r"""`\nabla a_{ij} = \partial C/\partial a_{ij}`: a nabla before a name, and entries in capitals."""

import pytest

from .judging import check

NET = r"""
$$ u_{11} = p_{11} x_{11} + p_{12} x_{21} $$

$$ u_{21} = p_{21} x_{11} + p_{22} x_{21} $$

$$ h_{11} = \tanh(u_{11}) $$

$$ h_{21} = \tanh(u_{21}) $$

$$ J = \frac12 (h_{11} - t_{11})^2 + \frac12 (h_{21} - t_{21})^2 $$

"""
TOLD = r"""
$$ \nabla x_{i1} = \frac{\partial J}{\partial x_{i1}} $$ ( $i = 1, 2$ )

$$ \nabla h_{i1} = \frac{\partial J}{\partial h_{i1}} $$ ( $i = 1, 2$ )
"""
MATRIX = r"""
The matrix is $P = (p_{ij})$.
"""


def judged(*parts: str) -> str:
    *before, line = parts
    return str(check("\n".join([*before, f"$$ {line} $$"])).claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\nabla x_{11} = p_{11} (1 - h_{11}^2) \nabla h_{11} + p_{21} (1 - h_{21}^2) \nabla h_{21}", "right"),
        (r"\nabla x_{21} = p_{11} (1 - h_{11}^2) \nabla h_{11} + p_{21} (1 - h_{21}^2) \nabla h_{21}", "wrong"),
        (r"\nabla h_{11} = h_{11} - t_{11}", "right"),
        (r"\nabla h_{11} = t_{11} - h_{11}", "wrong"),
        (r"\nabla p_{12} = x_{21} (1 - h_{11}^2) \nabla h_{11}", "right"),
        (r"\nabla p_{12} = x_{11} (1 - h_{11}^2) \nabla h_{11}", "wrong"),
    ],
)
def test_a_nabla_before_a_name(line: str, verdict: str) -> None:
    assert judged(NET, TOLD, line) == verdict


@pytest.mark.parametrize(
    "line",
    [
        r"\nabla u_{11} = (1 - h_{11}^2) (h_{11} - t_{11})",  # may be the gradient of u
        r"\nabla u_{11} = p_{11}",
        r"\nabla J = 1",
        r"\nabla^2 h_{11} = 1",
    ],
)
def test_a_nabla_before_what_is_defined(line: str) -> None:
    assert judged(NET, TOLD, line) not in ("right", "wrong")


@pytest.mark.parametrize("line", [r"\nabla h_{11} = h_{11} - t_{11}", r"\nabla h_{11} = t_{11} - h_{11}"])
@pytest.mark.parametrize(
    "told",
    [
        "",
        r"$$ \nabla h_{i1} = \frac{\partial J}{\partial u_{i1}} $$ ( $i = 1, 2$ )",
        TOLD + r"$$ \nabla u_{i1} = \frac{\partial u_{i1}}{\partial x_{i1}} $$ ( $i = 1, 2$ )",
    ],
)
def test_a_nabla_that_nothing_or_something_else_explains(told: str, line: str) -> None:
    assert judged(NET, told, line) not in ("right", "wrong")


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial J}{\partial P_{12}} = x_{21} \nabla u_{11}", "right"),
        (r"\frac{\partial J}{\partial P_{21}} = x_{21} \nabla u_{11}", "wrong"),
        (r"\frac{\partial J}{\partial P_{2,1}} = x_{11} \nabla u_{21}", "right"),
    ],
)
def test_entries_with_the_capital_of_their_matrix(line: str, verdict: str) -> None:
    told = r"$$ \nabla u_{i1} = \frac{\partial J}{\partial u_{i1}} $$ ( $i = 1, 2$ )"
    assert judged(NET, told, MATRIX, line) == verdict


@pytest.mark.parametrize(
    "told",
    [
        "",
        r"The matrix is $P = (q_{ij})$.",
        r"The matrix is $P^T = (p_{ij})$.",
        MATRIX + r"$P_{12}$ is the block behind the first column.",
        MATRIX + r"$$ P_{12} = p_{12} + p_{22} $$",
        MATRIX + r"$$ v = P_{12}^T p_{11} $$",
        MATRIX + r"$$ v = P_{ab} p_{11} $$",
    ],
)
def test_capitals_that_may_be_something_else(told: str) -> None:
    for line in (
        r"\frac{\partial J}{\partial P_{12}} = x_{21} (1 - h_{11}^2) (h_{11} - t_{11})",
        r"\frac{\partial J}{\partial P_{12}} = x_{11}",
    ):
        assert judged(NET, told, line) not in ("right", "wrong")


def test_the_whole_matrix_stays_one() -> None:
    page = r"""
$$ u_i = \sum_{k=1}^m p_{ik} x_k $$ ($i = 1, \dots, n$)

$$ J = \frac12 \sum_{i=1}^n (u_i - t_i)^2 $$

$$ \frac{\partial J}{\partial P} = \left(\frac{\partial J}{\partial p_{ik}}\right) $$

Here $P = (p_{ik})$.
"""
    assert judged(page, r"\frac{\partial J}{\partial P} = \left((u_i - t_i) x_k\right)") != "wrong"
    assert judged(page, r"\frac{\partial J}{\partial P_{12}} = (u_1 - t_1) x_2") == "right"
    assert judged(page, r"\frac{\partial J}{\partial P_{12}} = (u_2 - t_2) x_1") == "wrong"


def test_cofactors() -> None:
    page = r"""
$$ D = p_{11} P_{11} + p_{12} P_{12} $$

Here $P = (p_{ij})$.
"""
    assert judged(page, r"\frac{\partial D}{\partial p_{11}} = P_{11}") != "wrong"
    assert judged(page, r"\frac{\partial D}{\partial p_{11}} = 2 p_{11}") != "right"


EXAMPLES = r"""
$$ z_n = w x_n + b $$

$$ E_n = \frac12 (z_n - t_n)^2 $$

$$ E = \sum_{n=1}^N E_n + \lambda f $$

$$ \nabla w = \frac{\partial E}{\partial w} $$
"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\nabla w = \sum_{n=1}^N (z_n - t_n) x_n", "right"),
        (r"\nabla b = \sum_{n=1}^N (z_n - t_n)", "right"),
        (r"\nabla b = \sum_{n=1}^N (z_n - t_n) x_n", "wrong"),
    ],
)
def test_a_nabla_before_other_parameters(line: str, verdict: str) -> None:
    assert judged(EXAMPLES, line) == verdict
    entries = r"$$ (\nabla S)_{ij} = \frac{\partial E}{\partial S_{ij}} $$"
    assert judged(EXAMPLES, entries, line) == verdict


@pytest.mark.parametrize("line", [r"\nabla E_n = 1", r"\nabla f = \lambda", r"\nabla f = 0", r"\nabla E = 1"])
def test_a_nabla_before_parts_of_an_objective(line: str) -> None:
    assert judged(EXAMPLES, line) not in ("right", "wrong")


@pytest.mark.parametrize(
    ("line", "verdict"),
    [(r"\nabla h_{11} = h_{11} - t_{11}", "right"), (r"\nabla h_{11} = t_{11} - h_{11}", "wrong")],
)
def test_a_nabla_that_words_explain(line: str, verdict: str) -> None:
    told = r"Here $\nabla h_{11}$ denotes $\partial J/\partial h_{11}$."
    assert judged(NET, told, line) == verdict
    assert judged(NET, told.replace("denotes", "does not denote"), line) not in ("right", "wrong")


def test_how_one_is_written_of_letters_that_a_remark_on_another_line_bounds() -> None:
    told = r"$$ \nabla h_{ij} = \frac{\partial J}{\partial h_{ij}} $$ ( $i = 1, 2$, $j = 1$ )"
    assert judged(NET, told, r"\nabla x_{ij} = \frac{\partial J}{\partial x_{ij}}") not in ("right", "wrong")
