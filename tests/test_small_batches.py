r"""Matrices of examples in small letters: `z_1 = X W_1 + b_1`, `a_1 = \sigma(z_1)`."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""
SAID The targets are the one-hot labels $Y \in \mathbb{R}^{B \times K}$, and the softmax is taken along each row.

$$ h_1 = X V_1 + c_1, \quad s_1 = \max(0, h_1) $$
$$ h_2 = s_1 V_2 + c_2, \quad P = \mathrm{softmax}(h_2) $$
$$ E = -\frac{1}{B} \sum_{i=1}^B \sum_{k=1}^K Y_{ik} \log P_{ik} $$
"""
DECLARED = r"Let $X \in \mathbb{R}^{B \times D}$."
WORDS = r"The rows of $X$ are the $B$ examples of the batch."
SINGLE = r"""
SAID

$$ z = X W $$
$$ p = \tanh(z) $$
$$ E = \frac{1}{2} \|p\|_F^2 $$
"""


def judged(said: str, line: str) -> str:
    return verdict(NETWORK.replace("SAID", said), f"$$ {line} $$")


def each_judged(said: str, *, lines: Iterable[str]) -> list[str]:
    return each_verdict(NETWORK.replace("SAID", said), lines=[f"$$ {line} $$" for line in lines])


@pytest.mark.parametrize("said", [DECLARED, WORDS])
def test_small_letters_are_matrices_of_examples(said: str) -> None:
    cases = [
        (r"\partial E / \partial h_2 = \frac{1}{B} (P - Y)", r"\partial E / \partial h_2 = P - Y"),
        (
            r"\partial E / \partial V_2 = s_1^T \frac{1}{B} (P - Y)",
            r"\partial E / \partial V_2 = h_1^T \frac{1}{B} (P - Y)",
        ),
        (
            r"\frac{\partial E}{\partial h_1} = \frac{\partial E}{\partial s_1} \odot \mathbb{1}[h_1 > 0]",
            r"\frac{\partial E}{\partial h_1} = \frac{\partial E}{\partial s_1} \odot h_1",
        ),
        (
            r"\frac{\partial E}{\partial s_1} = \frac{\partial E}{\partial h_2} V_2^T",
            r"\frac{\partial E}{\partial s_1} = \frac{\partial E}{\partial h_2} V_2",
        ),
        (
            r"\frac{\partial E}{\partial V_1} = X^T \frac{\partial E}{\partial h_1}",
            r"\frac{\partial E}{\partial V_1} = X^T \frac{\partial E}{\partial s_1}",
        ),
        (
            r"\frac{\partial E}{\partial c_1} = \mathbf{1}^T \frac{\partial E}{\partial h_1}",
            r"\frac{\partial E}{\partial c_1} = \frac{\partial E}{\partial h_1}",
        ),
    ]
    for (right, _), found in zip(cases, each_judged(said, lines=[right for right, _ in cases]), strict=True):
        assert found == "right", right
    for (_, wrong), found in zip(cases, each_judged(said, lines=[wrong for _, wrong in cases]), strict=True):
        assert found not in ("right", "unproved"), wrong


def test_a_capital_behind_a_matrix_is_no_number() -> None:
    """Taken for one it makes a line without the transpose right."""
    page = SINGLE.replace("SAID", DECLARED)
    line, slip = (
        rf"$$ \frac{{\partial E}}{{\partial X}} = \frac{{\partial E}}{{\partial z}} {w} $$" for w in ("W^T", "W")
    )
    assert verdict(page, line) == "right"
    assert verdict(page, line, slip) == "wrong"
    for before, after in (("W", "W"), ("W", "W_1"), ("W", "W^{(1)}")):
        assert verdict(page.replace(before, after), slip.replace(before, after)) not in ("right", "wrong")


@pytest.mark.parametrize("layer", [r"\max(0, H)", r"\max(0.1 H, H)"])
def test_the_largest_of_each_entry_is_as_large(layer: str) -> None:
    page = rf"""
Each row of $X$ is an example.

$$ H = X V, \quad S = {layer} $$
$$ Z = S U $$
$$ E = \frac{{1}}{{2}} \|Z - T\|_F^2 $$
"""
    line = r"$$ \frac{\partial E}{\partial U} = S^T (Z - T) $$"
    assert each_verdict(page, lines=[line, line.replace("S^T", "H^T")]) == ["right", "wrong"]


def test_a_row_vector_is_no_matrix_of_examples() -> None:
    page = r"""
Each row of the table is an example. For one of them, $X$ is a row vector, $T$ the target, and

$$ z_1 = X W_1 + b_1, \quad a_1 = \tanh(z_1) $$
$$ z_2 = a_1 W_2 + b_2 $$
$$ E = \frac{1}{2} \|z_2 - T\|^2 $$
"""
    found = each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial b_2} = z_2 - T $$",
            r"$$ \frac{\partial E}{\partial b_2} = \sum_i (z_2 - T)_i $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] != "right"


@pytest.mark.parametrize("z", ["z_1", "Z_1"])
def test_numbers_beside_the_signs_of_an_array_are_meant_entry_by_entry(z: str) -> None:
    page = rf"""
Each row of $X$ is an example.

$$ {z} = X W_1, \quad a = \mathrm{{ReLU}}({z}) $$
$$ y = a W_2 $$
$$ E = \frac{{1}}{{2}} \|y - T\|_F^2 $$
"""
    line = rf"$$ \mathrm{{ReLU}}'({z}) = \begin{{cases}} 1 & {z} > 0 \\ 0 & {z} \le 0 \end{{cases}} $$"
    found = each_verdict(
        page,
        lines=[
            line,
            line.replace("1 &", "2 &"),
            line.replace(rf"{z} > 0", rf"{z} < 0").replace(r"\le", r"\ge"),
            line.replace(rf"{z} > 0", r"T > 0").replace(rf"{z} \le", r"T \le"),
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] == "wrong"
    assert found[3] != "right"


UNREAD = r"""
SAID

$$ H_1 = X W_1 + c_1, \quad S_1 = \tanh(H_1) $$
$$ H_2 = S_1 W_2 + c_2, \quad S_2 = LAYER $$
$$ H_3 = S_2 W_3 + c_3 $$
$$ P = \mathrm{softmax}(H_3) $$
$$ E = -\frac{1}{B} \sum_{i=1}^B \sum_{k=1}^K Y_{ik} \log P_{ik} $$
"""
SHAPES = r"Let $X \in \mathbb{R}^{B \times D}$, $W_1 \in \mathbb{R}^{D \times M}$, $W_2 \in \mathbb{R}^{M \times K}$."


@pytest.mark.parametrize("layer", [r"\max_r(H_2, r)", r"\mathrm{top}_r(H_2)", r"\max(H_2)"])
@pytest.mark.parametrize("said", [DECLARED, WORDS, SHAPES])
def test_nothing_is_wrong_for_a_layer_that_cannot_be_read(layer: str, said: str) -> None:
    page = UNREAD.replace("SAID", said).replace("LAYER", layer)
    for one in ("1", r"\mathbf{1}"):
        for n in (1, 2):
            line = rf"$$ \frac{{\partial E}}{{\partial c_{n}}} = {one}^T \frac{{\partial E}}{{\partial H_{n}}} $$"
            assert verdict(page, line) in ("unproved", "unreadable")
    assert verdict(page, r"$$ \frac{\partial E}{\partial W_2} = S_1^T \frac{\partial E}{\partial H_2} $$") != "wrong"


@pytest.mark.parametrize("said", [WORDS, SHAPES])
def test_a_digit_that_is_transposed_is_no_number(said: str) -> None:
    page = UNREAD.replace("SAID", said + " Softmax is applied to each row.").replace("LAYER", r"\max(0, H_2)")
    line = r"$$ \frac{\partial E}{\partial c_1} = 1^T \frac{\partial E}{\partial H_1} $$"
    found = each_verdict(
        page,
        lines=[
            line,
            line.replace("1^T", r"\mathbf{1}^T"),
            line.replace("1^T", r"\mathbf{1}^T").replace("H_1", "S_1"),
            line.replace("1^T", "2"),
        ],
    )
    assert found[0] != "wrong"
    assert found[1] == "right"
    assert found[2] == "wrong"
    assert found[3] != "right"


def test_a_number_may_stand_beside_a_matrix_in_a_largest_value() -> None:
    page = r"""
Let $X \in \mathbb{R}^{N \times D}$ be a batch whose rows are the examples, and $m$ a number.

$$ H = X W + b, \quad S = \max(m, H) $$
$$ Z = S U $$
$$ F = \frac{1}{2} \|Z - T\|_F^2 $$
"""
    line = r"$$ \frac{\partial F}{\partial H} = (Z - T) U^T \odot \mathbb{1}[H > m] $$"
    assert each_verdict(page, lines=[line, line.replace("H > m", "H > 0"), line.replace("U^T", "U")]) == [
        "right",
        "wrong",
        "wrong",
    ]


@pytest.mark.parametrize("below", ["0", "0.1 U_1", "-1"])
def test_a_layer_by_cases_is_as_large_as_its_rows(below: str) -> None:
    page = rf"""
A batch $X \in \mathbb{{R}}^{{B \times D}}$ holds one example per row; the biases are added to every row.

$$ U_1 = X V_1 + b_1 $$
$$ A = \begin{{cases}} U_1 & U_1 > 0 \\ {below} & U_1 \le 0 \end{{cases}} $$
$$ U_2 = A V_2 + b_2 $$
$$ Q = \mathrm{{softmax}}(U_2) $$
$$ C = -\sum_{{n=1}}^B \sum_{{k=1}}^K T_{{nk}} \log Q_{{nk}} $$
where $T \in \mathbb{{R}}^{{B \times K}}$ is one-hot and the softmax is taken along each row.
"""
    line = r"$$ \frac{\partial C}{\partial V_2} = A^T (Q - T) $$"
    biases = r"$$ \frac{\partial C}{\partial b_1} = \mathbf{1}^T \frac{\partial C}{\partial U_1} $$"
    if below == "-1":  # a number in the place of a matrix
        assert {verdict(page, x) for x in (line, biases)} <= {"right", "unproved", "unreadable"}
        return
    assert each_verdict(page, lines=[line, line.replace("A^T", "U_1^T"), biases, biases.replace("U_1", "A")]) == [
        "right",
        "wrong",
        "right",
        "wrong",
    ]
