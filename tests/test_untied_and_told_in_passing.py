"""Arrays, ranges and entries that a page tells in passing, or not at all: true lines are not wrong, slips not right."""

import pytest

from tests.judging import verdict

SOFTMAX = r"$$L = -\sum_k t_k \log p_k, \qquad p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$"


@pytest.mark.parametrize("said", [r"Here $t_c = 1$.", r"The label has $t_c = 1$.", r"Here $t_{c^*} = 1$."])
@pytest.mark.parametrize(
    ("line", "never"),
    [
        (r"$$\frac{\partial L}{\partial z_k} = p_k - t_k$$", "wrong"),
        (r"$$\frac{\partial L}{\partial p_k} = -\frac{1}{p_k}$$", "right"),
        (r"$$\frac{\partial L}{\partial z_k} = K p_k - t_k$$", "right"),
        (r"$$\frac{\partial L}{\partial z_c} = p_c - 1$$", "wrong"),
    ],
)
def test_one_entry_that_is_one_is_none_for_each(said: str, line: str, never: str) -> None:
    assert verdict(SOFTMAX, said, line) != never


def test_weights_of_logarithms_that_are_one_for_each() -> None:
    page = (SOFTMAX, "Here $t_k = 1$ for all $k$.")
    assert verdict(*page, r"$$\frac{\partial L}{\partial p_k} = -\frac{1}{p_k}$$") != "wrong"
    assert verdict(*page, r"$$\frac{\partial L}{\partial p_k} = \frac{1}{p_k}$$") == "wrong"


ROWS = (
    r"$$L = \frac12 \sum_{j=1}^C (w_j^T x - y_j)^2 + \lambda R(W)$$",
    r"$$R(W) = \sum_k \sum_l W_{k,l}^2$$",
)


@pytest.mark.parametrize("said", [r"The matrix $W$ has one row $w_j^T$ per class.", r"There are $C$ classes."])
@pytest.mark.parametrize(
    ("right", "judged"), [("+ 2\\lambda w_j", "unproved"), ("", "unproved"), ("+ \\lambda w_j", "wrong")]
)
def test_vectors_may_be_the_rows_of_their_capital(said: str, right: str, judged: str) -> None:
    line = rf"$$\nabla_{{w_j}} L = (w_j^T x - y_j) x {right}$$"
    assert verdict(said, *ROWS, line) == judged


def test_weights_of_two_layers_are_no_rows_of_one_another() -> None:
    page = (
        r"$$h_i = \tanh\left(\sum_{j=1}^D w_{ij} x_j\right), \quad y_k = \sum_{i=1}^H W_{ki} h_i$$",
        r"$$E = \frac12 \sum_{k=1}^K (y_k - t_k)^2$$",
    )
    assert verdict(*page, r"$$\frac{\partial E}{\partial W_{ki}} = (y_k - t_k) h_i$$") == "right"
    line = r"$$\frac{\partial E}{\partial w_{ij}} = \sum_{k=1}^K (y_k - t_k) W_{ki} (1 - h_i^2) x_j$$"
    assert verdict(*page, line) == "right"
    assert verdict(*page, line.replace("x_j", "x_i")) == "wrong"


def test_kernel_and_matrix_in_one_letter() -> None:
    page = (r"The Gram matrix $K$, an $n \times n$ symmetric matrix, is", r"$$K_{i,j} = K(x_i, x_j)$$")
    page += (r"$$R(\alpha) = \|Y - K\alpha\|^2$$",)
    assert verdict(*page, r"$$\frac{\partial R}{\partial \alpha} = -2K(Y - K\alpha)$$") == "right"
    assert verdict(*page, r"$$\frac{\partial R}{\partial \alpha} = 2K(Y - K\alpha)$$") == "wrong"


def test_kernel_with_other_values_is_unread() -> None:
    assert verdict(r"$$f_k = \sum_{i=1}^n \alpha_i K(x_i, z_k)$$", r"$$K_{i,j} = K(x_i, x_j)$$") == "unreadable"


@pytest.mark.parametrize(
    "loss",
    [
        r"$$J = -\frac{1}{T}\sum_{t=1}^T \sum_{-m \le j \le m, j \ne 0} \log P(w_{t+j}|w_t)$$",
        r"$$J = -\frac{1}{T}\sum_{t=1}^T \sum_{j=1}^m \log P(w_{t+j}|w_t)$$",
    ],
)
def test_share_of_a_word_beside_its_context(loss: str) -> None:
    share = r"$$P(w_o|w_c) = \frac{\exp(u_o^T v_c)}{\sum_{i \in V} \exp(u_i^T v_c)}$$"
    line = r"$$\frac{\partial \log P(w_o|w_c)}{\partial v_c} = u_o - \sum_{i \in V} P(w_i|w_c) u_i$$"
    assert verdict(share, loss, line) == "right"
    assert verdict(share, loss, line.replace("u_o - ", "u_o + ")) == "wrong"
    assert verdict(share, loss, line.replace("P(w_i|w_c) u_i", "P(w_i|w_c) u_o")) == "wrong"


def test_shares_of_earlier_steps_end_at_this_one() -> None:
    page = (
        r"$$a_{tj} = \frac{e^{s_{tj}}}{\sum_{k=1}^t e^{s_{tk}}} \quad (1 \le j \le t \le T)$$",
        r"$$o_t = \sum_{j=1}^t a_{tj} v_j$$",
    )
    assert verdict(*page, r"$$\frac{\partial o_t}{\partial v_j} = a_{tj} \quad (1 \le j \le t)$$") == "right"
    assert verdict(*page, r"$$\frac{\partial o_t}{\partial v_j} = a_{jt} \quad (1 \le j \le t)$$") != "right"


NETWORK = (
    "The network has $L$ layers.",
    r"$$z_i^{(l)} = \sum_j w_{ij}^{(l)} h_j^{(l-1)} + b_i^{(l)}, \qquad h_i^{(l)} = \sigma(z_i^{(l)})$$",
    r"The output is $y_i = h_i^{(L)}$.",
    r"$$C = \frac{1}{2}\sum_i (y_i - t_i)^2, \qquad \delta_i^{(l)} = \frac{\partial C}{\partial z_i^{(l)}}$$",
    r"$$\frac{\partial C}{\partial w_{ij}^{(l)}} = \delta_i^{(l)} h_j^{(l-1)}$$",
)
ERROR = r"$$\delta_i^{(l)} = \sum_j \delta_j^{(l+1)} w_{ji}^{(l+1)} \sigma'(z_i^{(l)})$$"


@pytest.mark.parametrize("heading", ["## Hidden layers", "## 隐藏层", "## 隠れ層の誤差"])
def test_heading_of_hidden_layers_leaves_out_the_last(heading: str) -> None:
    assert verdict(*NETWORK, heading, ERROR) == "right"
    assert verdict(*NETWORK, heading, ERROR.replace("w_{ji}", "w_{ij}")) == "wrong"
    assert verdict(*NETWORK, heading, ERROR.replace("\\sigma'", "\\sigma")) == "wrong"
    assert verdict(*NETWORK, heading, "For all layers:", ERROR) != "right"


def test_letter_of_a_penalty_begins_where_it_does() -> None:
    loss = (r"$$E = \frac12 \sum_{i=1}^n (y_i - \sum_{j=0}^p w_j x_{ij})^2 + \frac{\lambda}{2} \sum_{j=1}^p w_j^2$$",)
    slope = r"\frac{\partial E}{\partial w_j} = -\sum_{i=1}^n (y_i - \sum_{k=0}^p w_k x_{ik}) x_{ij}"
    assert verdict(*loss, rf"$${slope} + \lambda w_j$$") == "unproved"
    assert verdict(*loss, rf"$${slope} + \lambda w_j \quad (1 \le j \le p)$$") == "right"
    assert verdict(*loss, rf"$${slope} + \lambda w_j \quad (0 \le j \le p)$$") == "wrong"
    assert verdict(*loss, rf"$${slope} + 2\lambda w_j$$") == "wrong"
    assert verdict(*loss, rf"$${slope}$$") == "wrong"
