r"""Arrays made of their entries in a sentence, `W_1 = (W_{1,ij})`, with letters of entries that run to several ends.

By hand: for `L = \sum_i s_i^2`, s = V h - y, h = tanh(W x), the gradients are 2 s h^T and 2 ((1 - h^2) V^T s) x^T.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

NET = (
    r"$$ p_i = \sum_{j=1}^{n} W_{1,ij} x_j $$ ( $i = 1, \dots, m$ )"
    "\n\n"
    r"$$ h_i = \tanh(p_i) $$ ( $i = 1, \dots, m$ )"
    "\n\n"
    r"$$ s_i = \sum_{j=1}^{m} W_{2,ij} h_j - y_i $$ ( $i = 1, \dots, q$ )"
    "\n\n"
    r"$$ L = \sum_{i=1}^{q} s_i^2 $$"
)
GROUPED = NET.replace("W_{1,ij}", "(W_1)_{ij}").replace("W_{2,ij}", "(W_2)_{ij}")
NAMES = "$x = (x_j)$, $p = (p_i)$, $h = (h_i)$, $s = (s_i)$, $y = (y_i)$"
TOLD = NAMES + " {} $W_1 = (W_{{1,ij}})$ {} $W_2 = (W_{{2,ij}})$ {}."
SENTENCES = {
    "es": "Aquí " + TOLD.format("son vectores columna,", "y", "son matrices"),
    "en": "Here " + TOLD.format("are column vectors,", "and", "are matrices"),
    "de": "Hier sind " + TOLD.format("Spaltenvektoren,", "und", "Matrizen"),
    "fr": "Ici " + TOLD.format("sont des vecteurs colonnes,", "et", "sont des matrices"),
    "ja": TOLD.format("は列ベクトル、", "と", "は行列です"),
    "zh": TOLD.format("是列向量，", "和", "是矩阵"),
    "ko": TOLD.format("는 열벡터,", "와", "는 행렬이다"),
    "no word": "With " + TOLD.format(",", ",", ""),
}
RIGHT = r"$$ \frac{\partial L}{\partial W_1} = 2 ((1 - h \odot h) \odot (W_2^T s)) x^T $$"
WRONG = r"$$ \frac{\partial L}{\partial W_1} = 2 (W_2^T s) x^T $$"


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES.keys())
def test_vectors_and_matrices_named_in_a_sentence(sentence: str) -> None:
    assert each_verdict(NET, sentence, lines=[RIGHT, WRONG]) == ["right", "wrong"]


def test_entries_behind_parentheses() -> None:
    said = SENTENCES["en"].replace("(W_{1,ij})", "((W_1)_{ij})").replace("(W_{2,ij})", "((W_2)_{ij})")
    assert each_verdict(GROUPED, said, lines=[RIGHT, WRONG]) == ["right", "wrong"]


DIAGONAL = ("F = \\operatorname{Diag}(h)", "F = {\\rm Diag}(h)", "F = {\\rm diag}(h)", "F = \\mathop{\\rm Diag}(h)")


@pytest.mark.parametrize("said", DIAGONAL)
def test_matrices_on_diagonals_and_what_is_made_of_them(said: str) -> None:
    page = (NET, SENTENCES["en"], f"Let ${said}$.")
    cases = ("2 (I - F^2) W_2^T s x^T", "2 (I - F F) W_2^T s x^T", "2 (I - F)(I + F) W_2^T s x^T")
    for line, found in zip(
        cases,
        each_verdict(*page, lines=[rf"$$ \frac{{\partial L}}{{\partial W_1}} = {line} $$" for line in cases]),
        strict=True,
    ):
        assert found == "right", line
    cases = ("2 (I - F) W_2^T s x^T", "2 (I - F^3) W_2^T s x^T", "2 (I - F^2) W_2^T h x^T")
    for line, found in zip(
        cases,
        each_verdict(*page, lines=[rf"$$ \frac{{\partial L}}{{\partial W_1}} = {line} $$" for line in cases]),
        strict=True,
    ):
        assert found != "right", line


RANGED = (
    "$x = (x_j)_{j=1}^n$, $h = (h_i)_{1 \\le i \\le m}$, $W = (W_{ij})_{m \\times n}$",
    "$x = (x_j)_{j=1,\\dots,n}$, $h = (h_i)_{i=1}^m$, $W = (W_{ij})_{1 \\le i \\le m, 1 \\le j \\le n}$",
    "$x = [x_j]_{j=1}^{n}$, $h = [h_i]_{i=1}^{m}$, $W = [W_{ij}]_{i=1,j=1}^{m,n}$",
)


@pytest.mark.parametrize("said", RANGED)
def test_sentences_with_ranges(said: str) -> None:
    net = r"$$ h_i = \sum_{j=1}^n W_{ij} x_j $$ ( $i = 1, \dots, m$ )", r"$$ L = \sum_{i=1}^m h_i^2 $$"
    assert each_verdict(
        *net,
        f"Here {said}.",
        lines=[
            r"$$ \frac{\partial L}{\partial x} = 2 W^T h $$",
            r"$$ \frac{\partial L}{\partial x} = W^T h $$",
            r"$$ \frac{\partial L}{\partial W} = 2 h x^T $$",
        ],
    ) == ["right", "wrong", "right"]


def test_rows_are_rows() -> None:
    net = (
        r"$$ h_i = \sum_{j=1}^n x_j W_{ji} $$ ( $i = 1, \dots, m$ )",
        r"$$ L = \sum_{j=1}^m h_j^2 $$",
        "Aquí $x = (x_j)$ y $h = (h_i)$ son vectores fila y $W = (W_{ij})$ es una matriz.",
    )
    assert each_verdict(
        *net,
        lines=[
            r"$$ \frac{\partial L}{\partial W} = 2 x^T h $$",
            r"$$ \frac{\partial L}{\partial W} = x^T h $$",
            r"$$ \frac{\partial L}{\partial x} = 2 h W^T $$",
        ],
    ) == ["right", "wrong", "right"]


def test_lengths_that_nothing_tells_or_two_things_tell() -> None:
    """Where a sum goes to another end, nobody knows how long x is."""
    clash = NET.replace(r"L = \sum_{i=1}^{q} s_i^2", r"L = \sum_{i=1}^{q} s_i^2 + \sum_{j=1}^{m} x_j")
    found = each_verdict(clash, SENTENCES["en"], lines=[RIGHT, WRONG])
    assert found[0] != "wrong"
    assert found[1] != "right"
    open_ended = NET.replace(r"\sum_{j=1}^{n}", r"\sum_j")
    found = each_verdict(open_ended, SENTENCES["en"], lines=[RIGHT, WRONG])
    assert found[0] != "wrong"
    assert found[1] != "right"


def test_an_entry_beyond_is_no_place_of_the_array() -> None:
    """With `h_{m+1} = 1` the array of the h has m + 1 entries in the second layer, and m in the first."""
    net = NET.replace(r"\sum_{j=1}^{m} W_{2,ij}", r"\sum_{j=1}^{m+1} W_{2,ij}") + "\n\n$$ h_{m+1} = 1 $$"
    assert verdict(net, SENTENCES["en"], RIGHT) != "right"


EMPTY = (
    r"\frac{\partial{} L}{\partial{} x_i} = 2 x_i",
    r"\frac{\partial{}}{\partial{x_i}} L = 2 x_i",
    r"\frac{\partial L}{\partial x_i} = {} 2 x_i",
    r"\begin{aligned} \frac{\partial L}{\partial x_i} &{}= x_i {}+{} x_i \\ &{}= 2 x_i \end{aligned}",
)


@pytest.mark.parametrize("line", EMPTY)
def test_braces_around_nothing(line: str) -> None:
    net = r"$$ L = \sum_{k=1}^n x_k^2 $$"
    assert each_verdict(net, lines=[f"$$ {line} $$", f"$$ {line} $$".replace("2 x_i", "3 x_i")]) == ["right", "wrong"]


BLANKS = (
    r"\frac{\partial L}{\partial x_i} = {}",
    r"\frac{\partial L}{{}} = 2 x_i",
    r"\frac{\partial L}{\partial x_i} = 2 x_i + {}",
    r"\begin{aligned} \frac{\partial L}{\partial x_i} &= {} \\ &= 2 x_i \end{aligned}",
    r"\frac{\partial L}{\partial x_i} = \frac{2 x_i}{}",
)


def test_blanks_to_be_filled_in_are_no_lines() -> None:
    for line, found in zip(
        BLANKS, each_verdict(r"$$ L = \sum_{k=1}^n x_k^2 $$", lines=[f"$$ {line} $$" for line in BLANKS]), strict=True
    ):
        assert found == "unreadable", line


LEAST_SQUARES = r"""
+++
objective = "L"
[ranges]
"i" = "1..m"
"j" = "1..n"
+++
{said}

$$ p_i = w_0 + \sum_{{j=1}}^n w_j x_{{ij}} $$
$$ L = \frac12 \sum_{{i=1}}^m (p_i - y_i)^2 $$
$$ \frac{{\partial L}}{{\partial w}} = {right} $$
"""


@pytest.mark.parametrize(
    "said",
    ["$w = (w_j)_j$, $x_i = (x_{ij})_j$", "$X = (x_{ij})_{ij}$, $w = (w_j)_j$", "$w = (w_j)$", "A line."],
)
def test_rows_of_examples(said: str) -> None:
    page = LEAST_SQUARES.format(said=said, right=r"\sum_{i=1}^m (p_i - y_i) x_i")
    assert verdict(page) == "right"
    page = LEAST_SQUARES.format(said=said, right=r"\sum_{i=1}^m p_i x_i")
    assert verdict(page) == "wrong"


def test_letters_that_repeat_other_indices() -> None:
    r"""`(x_{ij})_i` makes no row at i of it."""
    page = LEAST_SQUARES.format(said="$w = (w_j)_j$, $x_i = (x_{ij})_i$", right=r"\sum_{i=1}^m (p_i - y_i) x_i")
    assert verdict(page) not in ("right", "wrong")


LAYERS = (
    r"$$ u_{ij} = \sum_{k=1}^{d} a_{ik} s_{kj} $$ ( $i = 1, \dots, h$, $j = 1, \dots, B$ )",
    r"$$ v_{ij} = \sum_{k=1}^{h} c_{ik} u_{kj} $$ ( $i = 1, \dots, r$, $j = 1, \dots, B$ )",
    r"$$ E = \sum_{i=1}^{r} \sum_{j=1}^{B} v_{ij}^2 $$",
    "Here $A = (a_{ik})$, $S = (s_{kj})$, $U = (u_{ij})$, $C = (c_{ik})$, $V = (v_{ij})$.",
)


def test_capitals_keep_the_small_letters_of_computed_entries() -> None:
    """By hand: `dE/dV = 2 V`, `dE/dU = C^T 2 V`, `dE/dA = (C^T 2 V) S^T`; what is typed with U and V is u and v."""
    cases = (r"\nabla_U E = C^T \nabla_V E", r"\nabla_A E = \nabla_U E \, S^T", r"\nabla_C E = 2 V U^T")
    for line, found in zip(cases, each_verdict(*LAYERS, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found == "right", line
    cases = (r"\nabla_U E = C \nabla_V E", r"\nabla_A E = 2 \nabla_U E \, S^T", r"\nabla_C E = V U^T")
    for line, found in zip(cases, each_verdict(*LAYERS, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found == "wrong", line


def test_a_slip_in_a_sum_costs_no_other_line() -> None:
    """The sum of a line that stops one too early gives its letter a second end."""
    net = (
        r"$$ u_{pq} = \sum_{k=1}^{d} a_{pk} s_{kq} $$",
        r"$$ E = \sum_{p=1}^{h} \sum_{q=1}^{B} u_{pq}^2 $$",
        "Here $A = (a_{pk})$, $S = (s_{kq})$, $U = (u_{pq})$.",
    )
    slip = r"$$ \frac{\partial E}{\partial s_{ij}} = \sum_{p=1}^{h-1} \frac{\partial E}{\partial u_{pj}} a_{pi} $$"
    assert verdict(*net, r"$$ \nabla_S E = A^T \nabla_U E $$", slip) == "wrong"
    page = "\n\n".join((*net, slip, r"$$ \nabla_S E = A^T \nabla_U E $$", r"$$ \nabla_S E = A^T U $$"))
    assert [str(x.judgement) for c in check(page).claims for x in c.links] == ["wrong", "right", "wrong"]


def test_a_capital_of_other_entries_is_not_tied() -> None:
    """No sentence makes U of u here."""
    net = (*LAYERS[:3], LAYERS[3].replace("$U = (u_{ij})$, ", ""))
    assert verdict(*net, r"$$ \nabla_U E = C \nabla_V E $$") != "right"
