r"""Solutions as students type them, beside the network of a lecturer: matrices with labels, entries of a matrix, names
given in words, conditions without dollar signs, steps along gradients.

What is expected was found by hand.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.telling.japanese import in_japanese
from symderiv.load import load_text
from symderiv.system import System

PERCEPTRON = load_text(
    r"""$$a_j = \sum_{i=1}^{D} w_{ji}^{(1)} x_i + b_j^{(1)}, \qquad z_j = \tanh(a_j), \qquad j = 1, \dots, M$$
$$y_k = \sum_{j=1}^{M} w_{kj}^{(2)} z_j + b_k^{(2)}, \qquad k = 1, \dots, K$$
$$E = \frac{1}{2} \sum_{k=1}^{K} (y_k - t_k)^2$$"""
)
AUTOENCODER = load_text(
    r"""Let $x \in \mathbb{R}^n$, $W \in \mathbb{R}^{m \times n}$, $b \in \mathbb{R}^m$ and $c \in \mathbb{R}^n$.
$$a = W x + b, \qquad h = \sigma(a)$$ $$\hat{x} = W^T h + c$$ $$L = \frac{1}{2} \| \hat{x} - x \|^2$$"""
)
SOFTMAX = load_text(
    r"""There are $N$ examples $x_n \in \mathbb{R}^D$ with one-hot labels $y_{nk}$, so $\sum_{k=1}^{K} y_{nk} = 1$.
$$z_{nk} = \sum_{d=1}^{D} w_{kd} x_{nd} + b_k \qquad (1 \le n \le N, \; 1 \le k \le K)$$
$$p_{nk} = \frac{e^{z_{nk}}}{\sum_{l=1}^{K} e^{z_{nl}}}$$
$$L = -\frac{1}{N} \sum_{n=1}^{N} \sum_{k=1}^{K} y_{nk} \log p_{nk} + \frac{\lambda}{2} \sum_{k,d} w_{kd}^2$$"""
)
RECURRENT = load_text(
    r"""For $t = 1, \dots, T$ the state has $m$ units, $j = 1, \dots, m$, and
$$a_{t,j} = \sum_{i=1}^{n} u_{ji} x_{t,i} + \sum_{l=1}^{m} w_{jl} s_{t-1,l}$$
$$s_{t,j} = \tanh(a_{t,j}), \qquad s_{0,j} = 0$$ $$o_t = \sum_{j=1}^{m} v_j s_{t,j}$$
$$L = \sum_{t=1}^{T} \frac{1}{2} (o_t - y_t)^2$$"""
)
GATE = load_text(
    r"""$$g_j = \sigma( \sum_{i=1}^{I} u_{ji} x_i )$$ ($1 \le j \le J$) $$h_j = g_j c_j + (1 - g_j) r_j$$
$$y = \sum_{j=1}^{J} w_j h_j$$ $$E = \frac{1}{2} (y - d)^2$$"""
)


def last(text: str, network: System) -> str:
    """The judgement of the last line of a text."""
    return str(check(text, network=network).claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\nabla_{W^{(2)}} E = \mathbf{e} \mathbf{z}^T", "right"),
        (r"\nabla_{W^{(2)}} E = \mathbf{z} \mathbf{e}^T", "wrong"),
        (r"\nabla_{W^{(1)}} E = ( (W^{(2)T} \mathbf{e}) \odot (1 - \mathbf{z}\odot\mathbf{z}) ) \mathbf{x}^T", "right"),
        (r"\nabla_{W^{(1)}} E = ( (W^{(1)T} \mathbf{e}) \odot (1 - \mathbf{z}\odot\mathbf{z}) ) \mathbf{x}^T", "wrong"),
        (r"\nabla_{\mathbf{z}} E = (W^{(2)})^T \mathbf{e}", "right"),
        (r"\nabla_{\mathbf{z}} E = W^{(2)} \mathbf{e}", "wrong"),
        (r"\mathbf{y} = W^{(2)} \mathbf{z} + \mathbf{b}^{(2)}", "right"),
        (r"\frac{\partial E}{\partial W_2} = (y-t) z^T", "right"),
        (r"\frac{\partial E}{\partial W_2} = z (y-t)^T", "wrong"),
        (r"\nabla_{W_1} E = (W_2^T (\mathbf{y}-\mathbf{t}) \odot (1-\mathbf{z}^2)) \mathbf{x}^T", "right"),
        (r"\nabla_{W_1} E = (W_2^T (\mathbf{y}-\mathbf{t}) \odot (1-\mathbf{a}^2)) \mathbf{x}^T", "wrong"),
        (r"\nabla_{\mathbf{z}} E = W_3^T (\mathbf{y}-\mathbf{t})", "unreadable"),
        (r"a = W_1 x", "wrong"),
    ],
)
def test_matrices_with_a_label(line: str, verdict: str) -> None:
    assert last(rf"With $\mathbf{{e}} = \mathbf{{y}} - \mathbf{{t}}$: $${line}$$", PERCEPTRON) == verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial L}{\partial w_{ij}} = \frac{\partial L}{\partial a_i} x_j + h_i (\hat x_j - x_j)", "right"),
        (r"\frac{\partial L}{\partial w_{ij}} = \frac{\partial L}{\partial a_i} x_j + h_j (\hat x_i - x_i)", "wrong"),
        (r"\frac{\partial L}{\partial h} = W (\hat x - x)", "right"),
        (r"\frac{\partial L}{\partial h} = W^T (\hat x - x)", "wrong"),
        (r"\frac{\partial L}{\partial h_i} = \sum_j w_{ij} (\hat x_j - x_j)", "right"),
        (r"\frac{\partial L}{\partial h_i} = \sum_j w_{ji} (\hat x_j - x_j)", "wrong"),
    ],
)
@pytest.mark.parametrize("told", ["", "where $W = (w_{ij})$: "])
def test_entries_of_a_matrix_of_the_network(told: str, line: str, verdict: str) -> None:
    assert last(f"{told}$${line}$$", AUTOENCODER) == verdict


def test_a_name_of_its_own_is_no_entry() -> None:
    own = r"$$w_{ij} = \frac12 W_{ij}$$ $$\frac{\partial L}{\partial h_i} = \sum_j w_{ij} (\hat x_j - x_j)$$"
    assert last(own, AUTOENCODER) == "wrong"
    assert last(own.replace(r"\sum_j w", r"2 \sum_j w"), AUTOENCODER) == "right"


@pytest.mark.parametrize(
    ("declared", "line", "verdict"),
    [
        (r"N \times K", r"\frac1N (P - Y)^T X + \lambda W", "right"),
        (r"N \times K", r"\frac1N (Y - P)^T X + \lambda W", "wrong"),
        (r"N \times K", r"\frac1N (P - Y) X + \lambda W", "wrong"),
        (r"K \times N", r"\frac1N (P - Y) X + \lambda W", "right"),
        (r"K \times N", r"\frac1N (P - Y) X + 2 \lambda W", "wrong"),
    ],
)
def test_matrices_declared_by_a_solution(declared: str, line: str, verdict: str) -> None:
    told = rf"With $P, Y \in \mathbb{{R}}^{{{declared}}}$ and $X \in \mathbb{{R}}^{{N \times D}}$, "
    assert last(rf"{told}$$\frac{{\partial L}}{{\partial W}} = {line}$$", SOFTMAX) == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("for K=1 that is just", "right"),
        ("when K = 1:", "right"),
        ("K=1 のとき", "right"),
        ("for K=2 that is just", "wrong"),
        ("for K=1,...,M:", "wrong"),
        ("unless K=1:", "wrong"),
        ("We did this for K=1 in class. Now", "unproved"),
        ("We did this for $K=1$ in class. The general result is", "unproved"),
        ("前回は $K=1$ の場合を考えた。", "unproved"),
    ],
)
def test_conditions_without_dollar_signs(words: str, verdict: str) -> None:
    line = r"$$\frac{\partial E}{\partial b^{(1)}_j} = (y_1-t_1) w^{(2)}_{1j} (1-z_j^2)$$"
    assert last(f"{words}\n\n{line}", PERCEPTRON) == verdict


def test_values_of_the_network_in_parentheses() -> None:
    line = r"$$\frac{\partial L}{\partial w_{kd}} = \frac1N \sum_n (p_{nk} - y_{nk}) x_{nd}$$"
    told = check(rf"Without regularization ($\lambda=0$): {line}", network=SOFTMAX)
    assert [str(c.judgement) for c in told.claims] == ["right"]
    assert last(line, SOFTMAX) == "wrong"
    both = check(rf"For $N=1$ and $\lambda=0$: {line}", network=SOFTMAX)
    assert [str(c.judgement) for c in both.claims] == ["unproved"]


def test_a_part_of_a_range_below_the_whole() -> None:
    deltas = r"""Define $\delta_{t,j} = \partial L/\partial a_{t,j}$. At the last step

$$\delta_{T,j} = (o_T - y_T) v_j (1 - s_{T,j}^2)$$

Before that ($1 \le t < T$) the next step counts, too:

$$\delta_{t,j} = (1 - s_{t,j}^2) ( (o_t - y_t) v_j + \sum_{r=1}^m w_{rj} \delta_{t+1,r} )$$"""
    judged = [str(c.judgement) for c in check(deltas, network=RECURRENT).claims]
    assert judged == ["right", "right"]
    judged = [str(c.judgement) for c in check(deltas.replace("w_{rj}", "w_{jr}"), network=RECURRENT).claims]
    assert judged == ["right", "wrong"]
    judged = [str(c.judgement) for c in check(deltas.replace(r"t < T", r"t \le T"), network=RECURRENT).claims]
    assert judged[-1] != "right"


@pytest.mark.parametrize(
    "naming", ["Let $y - d = e$.", "$y - d = e$ とおく。", "Put $y - d =: e$.", "Let $e = y - d$."]
)
def test_names_given_behind_the_sign(naming: str) -> None:
    assert last(rf"{naming} $$\frac{{\partial E}}{{\partial w_j}} = e h_j$$", GATE) == "right"
    assert last(rf"{naming} $$\frac{{\partial E}}{{\partial w_j}} = -e h_j$$", GATE) == "wrong"
    assert last(r"$y - d = e$ would be nice. $$\frac{\partial E}{\partial w_j} = e h_j$$", GATE) == "unproved"


@pytest.mark.parametrize(
    ("step", "verdict"),
    [
        (r"w_j \leftarrow w_j - \eta \frac{\partial E}{\partial w_j} = w_j - \eta (y - d) h_j", "right"),
        (r"w_j \leftarrow w_j - \eta \frac{\partial E}{\partial w_j} = w_j + \eta (y - d) h_j", "wrong"),
        (r"\Delta w_j = - \eta \frac{\partial E}{\partial w_j} = \eta (d - y) h_j", "right"),
        (r"\Delta w_j = - \eta \frac{\partial E}{\partial w_j} = \eta (y - d) h_j", "wrong"),
        (r"\Delta w_j = - q \frac{\partial E}{\partial w_j} = q (y - d) h_j", "unproved"),
    ],
)
def test_steps_along_a_gradient_are_about_any_rate(step: str, verdict: str) -> None:
    assert last(f"$${step}$$", GATE) == verdict


def test_a_chain_that_goes_on_is_put_right_with_its_left_side() -> None:
    text = r"$$\frac{\partial E}{\partial w_j} = \frac{\partial E}{\partial y} h_j$$" + "\n\n$$= (d - y) h_j$$"
    reason = check(text, network=GATE).claims[-1].links[-1].reason
    assert reason is not None
    assert not reason.right.startswith("= ")


BOLD = load_text(
    r"""$\boldsymbol{x} \in \mathbb{R}^{D}$, $W_1 \in \mathbb{R}^{H \times D}$, $\boldsymbol{b}_1 \in \mathbb{R}^{H}$,
$W_2 \in \mathbb{R}^{K \times H}$, $\boldsymbol{b}_2 \in \mathbb{R}^{K}$
$$\boldsymbol{a} = W_1 \boldsymbol{x} + \boldsymbol{b}_1, \qquad \boldsymbol{h} = \tanh(\boldsymbol{a})$$
$$\boldsymbol{z} = W_2 \boldsymbol{h} + \boldsymbol{b}_2, \qquad y_k = \frac{\exp(z_k)}{\sum_{j=1}^{K} \exp(z_j)}$$
$$E = - \sum_{k=1}^{K} t_k \log y_k, \qquad \sum_{k=1}^{K} t_k = 1$$"""
)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial (W_1)_{ji}} = (1 - h_j^2) x_i \sum_{k=1}^{K} (W_2)_{kj} (y_k - t_k)", "right"),
        (r"\frac{\partial E}{\partial (W_1)_{ji}} = (1 - h_j) x_i \sum_{k=1}^{K} (W_2)_{kj} (y_k - t_k)", "wrong"),
        (r"\frac{\partial E}{\partial w^{(2)}_{kj}} = (y_k - t_k) h_j", "right"),
        (r"\frac{\partial E}{\partial w^{(2)}_{kj}} = (t_k - y_k) h_j", "wrong"),
        (r"\frac{\partial E}{\partial h_j} = \sum_k w^{(2)}_{kj} (y_k - t_k)", "right"),
        (r"\frac{\partial E}{\partial h_j} = \sum_k w^{(2)}_{jk} (y_k - t_k)", "wrong"),
        (r"\frac{\partial h_j}{\partial a_j} = 1 - \tanh^2(a_j)", "right"),
        (r"\frac{\partial h_j}{\partial a_j} = 1 - \tanh(a_j)", "wrong"),
        (r"a_j = \sum_{i=1}^D w^{(1)}_{ji} x_i", "wrong"),
        (r"\frac{\partial E}{\partial W_2} = (\boldsymbol{y} - \boldsymbol{t}) \boldsymbol{h}^\top", "right"),
    ],
)
def test_entries_of_bold_vectors_and_of_numbered_matrices(line: str, verdict: str) -> None:
    assert last(rf"$$\frac{{\partial h_j}}{{\partial a_j}} = 1 - h_j^2$$ $${line}$$", BOLD) == verdict


@pytest.mark.parametrize(
    ("network", "line", "kind", "pointed", "right"),
    [
        (
            AUTOENCODER,
            r"\frac{\partial L}{\partial b_i} = \sum_i \frac{\partial L}{\partial a_i}",
            "sum-extra",
            r"\sum",
            "a_i}",
        ),
        (AUTOENCODER, r"\frac{\partial h_i}{\partial a_i} = a_i (1 - a_i)", "variable", "a_i", "h_i (1 - h_i)"),
        (GATE, r"\frac{\partial E}{\partial w_j} = \sum_j (y - d) h_j", "sum-extra", r"\sum_j", "(y - d) h_j"),
    ],
)
def test_what_a_reason_points_at(network: System, line: str, kind: str, pointed: str, right: str) -> None:
    claim = check(f"$${line}$$", network=network).claims[-1]
    reason = claim.links[-1].reason
    assert reason is not None
    assert reason.span is not None
    assert reason.kind == kind
    assert claim.latex[slice(*reason.span)].startswith(pointed)
    assert reason.right.endswith(right)


def test_notes_are_told_in_japanese() -> None:
    text = r"$$w_j \leftarrow w_j - \eta \frac{\partial E}{\partial w_j}$$ $$\frac{\partial E}{\partial y} = y - d$$"
    notes = check(text, network=GATE).notes
    assert [in_japanese(n) for n in notes] == ["1 行目: 更新式は等式ではないので採点していません"]


def test_a_size_that_only_a_list_has_stays_one() -> None:
    network = load_text(
        r"""+++
wrt = "w_k"
+++
The signal $x_1, \dots, x_N$ is filtered with $K$ weights. For $i = 1, \dots, M$ with $M = N - K + 1$,

$$a_i = \sum_{k=1}^{K} w_k x_{i+k-1} + b$$ $$h_i = \max(0, a_i)$$
$$s = \sum_{i=1}^{M} u_i h_i + c, \qquad p = \frac{1}{1 + e^{-s}}$$ $$E = - t \log p - (1 - t) \log (1 - p)$$

Compute the derivatives of $E$ by $c$, $u_i$, $b$, $w_k$ and $x_n$."""
    )
    line = r"$$\frac{\partial E}{\partial b} = (p - t) \sum_{i=1}^{M} u_i \mathbb{1}[a_i > 0]$$"
    assert last(line, network) == "right"
    assert last(line.replace("{M}", "{N}"), network) == "wrong"


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial s_k} = s_k - t_k", "right"),
        (r"\frac{\partial E}{\partial z_j} = \sum_k \frac{\partial E}{\partial s_k} w^{(2)}_{kj}", "right"),
        (r"\frac{\partial E}{\partial s_k} = y_k + t_k", "wrong"),
        (r"\frac{\partial E}{\partial s_k} = 0", "wrong"),
    ],
)
def test_the_net_input_of_a_linear_unit_is_its_output(line: str, verdict: str) -> None:
    assert last(rf"$s_k = \sum_j w^{{(2)}}_{{kj}} z_j + b^{{(2)}}_k$ $${line}$$", PERCEPTRON) == verdict


def test_of_two_names_for_one_formula_none_is_computed_with() -> None:
    text = r"$s_k = \sum_j w^{(2)}_{kj} z_j + b^{(2)}_k$, $r_k = \sum_j w^{(2)}_{kj} z_j + b^{(2)}_k$ "
    for name in ("s", "r"):
        assert last(rf"{text} $$\frac{{\partial E}}{{\partial {name}_k}} = 0$$", PERCEPTRON) != "right"


TOWERS = load_text(
    r"""$$a_k = \tanh( \sum_{i=1}^{P} A_{ki} x_i ), \quad c_k = \tanh( \sum_{j=1}^{Q} B_{kj} z_j ) \; (1 \le k \le d)$$
$$s = \sum_{k=1}^{d} a_k c_k$$ $$L = \frac12 (s - r)^2$$"""
)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial L}{\partial A} = (s - r) (\mathbf{c} \odot (1 - \mathbf{a}^2)) \mathbf{x}^\top", "right"),
        (r"\frac{\partial L}{\partial A} = (s - r) (\mathbf{c} \odot (1 - \mathbf{c}^2)) \mathbf{x}^\top", "wrong"),
        (r"\frac{\partial L}{\partial A} = (s - r) (c \odot (1 - a^2)) x^\top", "right"),
        (r"\frac{\partial L}{\partial B} = (s - r) \mathbf{z} (\mathbf{a} \odot (1 - \mathbf{c}^2))^\top", "wrong"),
        (r"\frac{\partial L}{\partial \mathbf{a}} = q \mathbf{c}", "unproved"),
    ],
)
def test_a_number_of_the_network_beside_arrays(line: str, verdict: str) -> None:
    assert last(f"$${line}$$", TOWERS) == verdict


def test_a_step_is_told_as_a_bracket() -> None:
    network = load_text(r"$a_i = w_i x_i$ ($1 \le i \le n$) $$h_i = \max(0, a_i)$$ $$E = \sum_{i=1}^n h_i^2$$")
    for line, told in ((r"2 h_i x_i", ""), (r"2 x_i", ""), (r"\frac{\partial E}{\partial h_i} x_i", r"`[a_i > 0]`")):
        reason = (
            check(rf"$$\frac{{\partial E}}{{\partial w_i}} = {line}$$", network=network).claims[-1].links[-1].reason
        )
        assert reason is None or (told in reason.text and "step" not in reason.text + reason.right)


@pytest.mark.parametrize(
    "words",
    ["or its negative.", "or minus that.", "(or vice versa)", "give or take a sign.", "または符号を反転したもの"],
)
def test_a_choice_of_two_is_open(words: str) -> None:
    line = r"$\frac{\partial E}{\partial w_j} = (y - d) h_j$"
    assert last(f"We get {line} {words}", GATE) == "unproved"
    assert last(f"We get {line} or, in words, the error times the input.", GATE) == "right"


def test_what_no_index_shows_to_be_an_array_may_be_one() -> None:
    network = load_text(r"$h = \tanh(W x + b)$, $o = V h + c$, $p = \mathrm{softmax}(o)$, $L = -\log p_y$.")
    assert (
        last(r"$$\frac{\partial L}{\partial V} = (p - e_y) h^T$$ $$\frac{\partial L}{\partial c} = p - e_y$$", network)
        == "unproved"
    )


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("I write $w_{ij}$ for the weight from $i$ to $j$.", "unproved"),
        ("Let $w_{ij}$ be the weight from $i$ to $j$.", "unproved"),
        ("$w_{ij}$ はユニット $i$ から $j$ への重みを表す。", "unproved"),
        ("I write $w_{ji}$ for the weight from $i$ to $j$.", "wrong"),
        ("The $w_{ij}$ follow.", "wrong"),
        ("I write $v_{ij}$ for the weight from $i$ to $j$.", "wrong"),
    ],
)
def test_a_name_that_a_solution_explains_in_its_own_way(words: str, verdict: str) -> None:
    network = load_text(
        r"""$$a_j = \sum_{i=1}^{D} w_{ji} x_i, \quad z_j = \tanh(a_j) \quad (1 \le j \le M)$$
$$y = \sum_{j=1}^{M} v_j z_j, \quad E = \frac12 (y - t)^2$$"""
    )
    line = r"\frac{\partial E}{\partial w_{ij}} = (y - t) v_j (1 - z_j^2) x_i"
    assert last(f"{words} $${line}$$", network) == verdict
    assert last(f"{words} $${line.replace('w_{ij}', 'w_{ji}')}$$", network) == "right"
