r"""Arrays with a label by their entries in parentheses, `(A_2)_{ij}`, that stand whole in other lines, `A_2^T e_2`.

By hand: with `u_2 = A_2 r_1`, `r_1 = \tanh(u_1)`, `u_1 = A_1 x` and half the squared error the errors are `u_2 - t` and
`(A_2^T e_2) \odot (1 - r_1^2)`; the gradient by a matrix is the error times what the matrix is applied to, transposed.
"""

from __future__ import annotations

import re

import pytest

from .judging import each_verdict

NET = (
    r"$$ u_{1,i} = \sum_{j=1}^{d} (A_1)_{ij} x_j $$ ( $i = 1, \dots, h$ )",
    r"$$ r_{1,i} = \tanh(u_{1,i}) $$ ( $i = 1, \dots, h$ )",
    r"$$ u_{2,i} = \sum_{j=1}^{h} (A_2)_{ij} r_{1,j} $$ ( $i = 1, \dots, k$ )",
    r"$$ E = \frac{1}{2} \sum_{i=1}^{k} (u_{2,i} - t_i)^2 $$",
    r"$$ e_{1,i} = \frac{\partial E}{\partial u_{1,i}} $$",
    r"Here $x = (x_j)$, $u_1 = (u_{1,i})$, $r_1 = (r_{1,i})$, $u_2 = (u_{2,i})$, $t = (t_i)$, $e_1 = (e_{1,i})$.",
)
LINES = {
    r"\frac{\partial E}{\partial A_2} = (u_2 - t) r_1^T": ("r_1", "u_1"),
    r"\frac{\partial E}{\partial r_1} = A_2^T (u_2 - t)": ("u_2 - t", "t - u_2"),
    r"\frac{\partial E}{\partial A_1} = e_1 x^T": ("e_1", "r_1"),
    r"e_1 = (A_2^T (u_2 - t)) \odot (1 - r_1 \odot r_1)": ("1 - ", ""),
    r"\frac{\partial E}{\partial (A_1)_{ij}} = e_{1,i} x_j": ("e_{1,i}", "r_{1,i}"),
}


def test_beside_sentences_about_other_arrays() -> None:
    for line, found in zip(LINES, each_verdict(*NET, lines=[f"$${line}$$" for line in LINES]), strict=True):
        assert found == "right", line
    for line, found in zip(
        LINES, each_verdict(*NET, lines=[f"$${line.replace(*LINES[line])}$$" for line in LINES]), strict=True
    ):
        assert found == "wrong", line


@pytest.mark.parametrize("line", list(LINES)[:2])
def test_a_declared_shape_says_the_same(line: str) -> None:
    net = (*NET, r"Here $A_2 \in \mathbb{R}^{k \times h}$.")
    assert each_verdict(*net, lines=[f"$${line}$$", f"$${line.replace(*LINES[line])}$$"]) == ["right", "wrong"]


ROWS = (
    '+++\nobjective = "L"\n[ranges]\n"t" = "1..T"\n"i" = "1..H"\n"j" = "1..H"\n"d" = "1..D"\n+++',
    r"$$ u_{t,j} = \sum_{i=1}^{H} h_{t-1,i} (W_r)_{ij} + \sum_{d=1}^{D} x_{t,d} (W_x)_{dj} + b_j $$",
    r"$$ h_{t,j} = \tanh(u_{t,j}) $$",
    r"$$ h_{0,j} = 0 $$",
    r"$$ L = \frac{1}{2} \sum_{t=1}^{T} \sum_{j=1}^{H} (h_{t,j} - y_{t,j})^2 $$",
    r"Here $h_t = (h_{t,j})$, $u_t = (u_{t,j})$, $x_t = (x_{t,d})$, $y_t = (y_{t,j})$, $b = (b_j)$ are row vectors.",
)
TIED = {
    r"\frac{\partial L}{\partial W_x} = \sum_{t=1}^{T} x_t^T \frac{\partial L}{\partial u_t}": ("t=1", "t=2"),
    r"\frac{\partial L}{\partial W_r} = \sum_{t=1}^{T} h_{t-1}^T \frac{\partial L}{\partial u_t}": ("h_{t-1}", "h_t"),
}


def test_labels_beside_steps() -> None:
    for line, found in zip(TIED, each_verdict(*ROWS, lines=[f"$${line}$$" for line in TIED]), strict=True):
        assert found == "right", line
    for line, found in zip(
        TIED, each_verdict(*ROWS, lines=[f"$${line.replace(*TIED[line])}$$" for line in TIED]), strict=True
    ):
        assert found == "wrong", line


SMALL = (
    '+++\nobjective = "L"\n[ranges]\n"i" = "1..m"\n"j" = "1..n"\n"k" = "1..n"\n+++',
    r"$$ (z_1)_i = \sum_{j=1}^{n} (w_1)_{ij} x_j + (b_1)_i $$",
    r"$$ (a_1)_i = \tanh((z_1)_i) $$",
    r"$$ H_k = \sum_{i=1}^{m} (w_2)_{ki} (a_1)_i + (b_2)_k $$",
    r"$$ L = \frac{1}{2} \sum_{k=1}^{n} (H_k - y_k)^2 $$",
)
SMALL_LINES = {
    r"\frac{\partial L}{\partial x} = w_1^\top \left( (1 - a_1 \odot a_1) \odot w_2^\top (H - y) \right)": ("1 - ", ""),
    r"\frac{\partial L}{\partial w_2} = (H - y) a_1^\top": ("a_1", "z_1"),
    r"\frac{\partial L}{\partial (w_2)_{ki}} = (H_k - y_k) (a_1)_i": ("(a_1)_i", "(z_1)_i"),
}


@pytest.mark.parametrize("line", SMALL_LINES)
def test_matrices_in_small_letters(line: str) -> None:
    wholes = r"$$ \frac{\partial L}{\partial a_1} = w_2^\top (H - y) $$"
    assert each_verdict(*SMALL, wholes, lines=[f"$${line}$$", f"$${line.replace(*SMALL_LINES[line])}$$"]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize("other", ["x_i", "a_i", "w_j", r"w_1 = 3", r"b_2 = \sum_{k=1}^{n} (b_2)_k"])
def test_names_that_stand_otherwise_too(other: str) -> None:
    for line, slip in SMALL_LINES.items():
        for more in (rf"$$ q = {other} $$", f"$$ {other} $$"):
            found = each_verdict(*SMALL, more, lines=[f"$${line}$$", f"$${line.replace(*slip)}$$"])
            assert found[0] != "wrong"
            assert found[1] != "right"


GATES = (
    '+++\nobjective = "L"\n[ranges]\n"t" = "1..T"\n"i" = "1..n"\n"j" = "1..n"\n+++',
    r"$$ (g_f^{(t)})_i = \tanh\Bigl(\sum_{j=1}^{n} (W_f)_{ij} h_j^{(t-1)} + (b_f)_i\Bigr) $$",
    r"$$ (g_o^{(t)})_i = \tanh\Bigl(\sum_{j=1}^{n} (W_o)_{ij} h_j^{(t-1)} + (b_o)_i\Bigr) $$",
    r"$$ h_i^{(t)} = (g_f^{(t)})_i h_i^{(t-1)} + (g_o^{(t)})_i x_i^{(t)} $$",
    r"$$ h_i^{(0)} = 0 $$",
    r"$$ s = \sum_{i=1}^{n} v_i h_i^{(T)} + b_y $$",
    r"$$ L = \frac{1}{2} (s - q)^2 $$",
)
OF_GATES = {
    r"\frac{\partial L}{\partial b_y} = s - q": ("- q", "+ q"),
    r"\frac{\partial L}{\partial v_i} = (s - q) h_i^{(T)}": ("(T)", "(0)"),
    r"\frac{\partial L}{\partial (b_f)_i} = \sum_{t=1}^{T} \frac{\partial L}{\partial h_i^{(t)}} h_i^{(t-1)} "
    r"(1 - ((g_f^{(t)})_i)^2)": ("g_f", "g_o"),
}


def test_a_number_with_a_label_beside_vectors_of_gates() -> None:
    """The f and the o tell gates apart: each has a definition of its own. So `b_y` is none of their biases."""
    for line, found in zip(OF_GATES, each_verdict(*GATES, lines=[f"$${line}$$" for line in OF_GATES]), strict=True):
        assert found == "right", line
    for line, found in zip(
        OF_GATES, each_verdict(*GATES, lines=[f"$${line.replace(*OF_GATES[line])}$$" for line in OF_GATES]), strict=True
    ):
        assert found == "wrong", line


def bold(text: str) -> str:
    """A page with its letters of arrays in bold, entries included."""
    for letter in "zwxbay":
        text = re.sub(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])", rf"\\mathbf{{{letter}}}", text)
    return text


@pytest.mark.parametrize("line", SMALL_LINES)
def test_entries_in_bold_as_their_arrays_are(line: str) -> None:
    net = (*SMALL[:4], SMALL[4].replace("y_k", "x_k"), r"$$ \frac{\partial L}{\partial a_1} = w_2^\top (H - x) $$")
    line, slip = line.replace("H - y", "H - x").replace("y_k", "x_k"), SMALL_LINES[line]
    if "partial x" in line:
        line = line.replace(r"\right)", r"\right) - (H - x)")
    assert each_verdict(
        net[0], *map(bold, net[1:]), lines=[f"$${bold(line)}$$", f"$${bold(line.replace(*slip))}$$"]
    ) == ["right", "wrong"]


def test_several_vectors_in_bold_stay_vectors() -> None:
    net = (
        r"$$ \mathbf{z}_i = \sum_{j=1}^{n} (\mathbf{w}_1)_{ij} \mathbf{v}_j $$ ( $i = 1, \dots, n$ )",
        r"$$ L = \frac{1}{2} \sum_{i=1}^{n} \|\mathbf{z}_i\|^2 $$",
    )
    line = r"\frac{\partial L}{\partial (\mathbf{w}_1)_{ij}} = \mathbf{z}_i \mathbf{v}_j"
    found = each_verdict(*net, lines=[f"$${line}$$", f"$${line.replace('z}_i ', 'z}_i^T ')}$$"])
    assert found[0] != "right"
    assert found[1] != "wrong"
