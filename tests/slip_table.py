r"""Right lines with one slip each: the network, the right line, the slipped one, the kind, and what is pointed at."""

from __future__ import annotations

from typing import NamedTuple

NETWORKS = {
    "perceptron": r"""
$$h_i = f(a_i) \quad a_i = \sum_{j=1}^{J} w_{i,j} x_j$$ ( $1 \le i \le I$ )
$$y_k = g(b_k) \quad b_k = \sum_{i=1}^{I} v_{k,i} h_i$$ ( $1 \le k \le K$ )
$$E = \frac{1}{2} \sum_{k=1}^{K} (y_k - t_k)^2$$
""",
    "tied": r"""
$$h_k = \sum_{j=1}^{D} W_{k,j} x_j$$ ( $1 \le k \le K$ )
$$r_i = \sum_{k=1}^{K} W_{k,i} h_k - x_i$$ ( $1 \le i \le D$ )
$$F = \frac{1}{N} \sum_{i=1}^{D} r_i^2$$
""",
    "recurrent": r"""
$$a_{t,i} = \sum_{j=1}^{H} U_{i,j} h_{t-1,j} + \sum_{d=1}^{D} W_{i,d} x_{t,d}$$ ( $1 \le t \le T, 1 \le i \le H$ )
$$h_{t,i} = f(a_{t,i})$$ ( $1 \le t \le T$ )
$$h_{0,i} = 0$$
$$E = \sum_{t=1}^{T} \sum_{i=1}^{H} c_{t,i} h_{t,i}$$
""",
    "softmax": r"""
$$z_k = \sum_{i=1}^{I} w_{k,i} x_i$$ ( $1 \le k \le K$ )
$$p_k = \frac{\exp(z_k)}{\sum_{l=1}^{K} \exp(z_l)}$$
$$E = -\sum_{k=1}^{K} y_k \log p_k$$
""",
    "lecture": r"""
$$w_{j,i}^{(2)} = w_{i,j}^{(1)} = w_{j,i}$$ ( $1 \leq i \leq I, 1 \leq j \leq J$ )
$$net_j^{(3)} = \sum_{i=1}^{I+1} o_i^{(2)} w_{j,i}^{(2)} \quad o_j^{(3)} = f(net_j^{(3)})$$
$$(o_{I+1}^{(2)} = 1, w_{j,I+1}^{(2)} = -\theta_j^{(3)})$$
$$net_i^{(2)} = \sum_{j=1}^{J+1} o_j^{(1)} w_{i,j}^{(1)}$$
$$(o_{J+1}^{(1)} = 1, w_{i,J+1}^{(1)} = -\theta_i^{(2)})$$
$$o_i^{(2)} = f(net_i^{(2)})$$
""",
    "batches": r"""
$$e_n = \sum_{k=1}^{K} w_k x_{n,k} - y_n$$ ( $1 \le n \le N$ )
$$L = \frac{1}{N} \sum_{n=1}^{N} e_n^2 + \lambda \sum_{k=1}^{K} w_k^2$$
""",
}


NETWORKS["classifier"] = r"""
$$z^{(1)}_j = \sum_{i=1}^{D} W^{(1)}_{ji} x_i \qquad a_j = \tanh(z^{(1)}_j)$$ ( $1 \le j \le H$ )
$$z^{(2)}_k = \sum_{j=1}^{H} W^{(2)}_{kj} a_j \qquad y_k = \sigma(z^{(2)}_k)$$ ( $1 \le k \le K$ )
$$E = \frac{1}{2} \sum_{k=1}^{K} (y_k - t_k)^2 + \frac{\lambda}{2} \sum_{k=1}^{K} \sum_{j=1}^{H} (W^{(2)}_{kj})^2$$
"""
NETWORKS["window"] = r"""
$$y_i = \sum_{a=1}^{A} w_a x_{i+a-1} + b$$ ( $1 \le i \le N - A + 1$ )
$$E = \frac{1}{2} \sum_{i=1}^{N-A+1} (y_i - t_i)^2$$
"""
NETWORKS["normalised"] = r"""
$$\mu = \frac{1}{N} \sum_{n=1}^{N} x_n \quad v = \frac{1}{N} \sum_{n=1}^{N} (x_n - \mu)^2$$
$$y_n = \frac{x_n - \mu}{\sqrt{v + \epsilon}}$$ ( $1 \le n \le N$ )
$$E = \sum_{n=1}^{N} c_n y_n$$
"""
NETWORKS["layered"] = r"""
$$z^l_j = \sum_{k=1}^{n_{l-1}} w^l_{jk} a^{l-1}_k, \quad a^l_j = \sigma(z^l_j)$$ ( $1 \le l \le L$, $1 \le j \le n_l$ )
$$C = \frac{1}{2} \sum_{j=1}^{n_L} (y_j - a^L_j)^2$$
"""


class Row(NamedTuple):
    """One slip; `at` is the part of the slipped line that is pointed at (not tested where empty)."""

    network: str
    right: str
    slipped: str
    kind: str
    at: str = ""


_DW = r"\frac{\partial E}{\partial w_{i,j}} = "
_DV = r"\frac{\partial E}{\partial v_{k,i}} = "
_DA = r"\frac{\partial E}{\partial a_i} = "
_AW = r"\frac{\partial a_i}{\partial w_{k,j}} = "
_FW = r"\frac{\partial F}{\partial W_{k,j}} = "
_RW = r"\frac{\partial r_i}{\partial W_{k,j}} = "
_DU = r"\frac{\partial E}{\partial U_{i,j}} = "
_DX = r"\frac{\partial E}{\partial W_{i,d}} = "
_PZ = r"\frac{\partial p_k}{\partial z_l} = "
_LW = r"\frac{\partial L}{\partial w_k} = "
_EW = r"\frac{\partial E}{\partial w_{j,i}} = "

W_RIGHT = r"\sum_{k=1}^{K} (y_k - t_k) g'(b_k) v_{k,i} f'(a_i) x_j"
A_RIGHT = r"f'(a_i) \sum_{k=1}^{K} \frac{\partial E}{\partial b_k} v_{k,i}"
F_RIGHT = r"\frac{2}{N} h_k r_j + \frac{2}{N} \sum_{i=1}^{D} W_{k,i} r_i x_j"
U_RIGHT = r"\sum_{t=1}^{T} \frac{\partial E}{\partial a_{t,i}} h_{t-1,j}"
X_RIGHT = r"\sum_{t=1}^{T} \frac{\partial E}{\partial h_{t,i}} f'(a_{t,i}) x_{t,d}"
L_RIGHT = r"\frac{2}{N} \sum_{n=1}^{N} e_n x_{n,k} + 2 \lambda w_k"
E_RIGHT = (
    r"\sum_{k=1}^{J} \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)}) w_{k,i}^{(2)} f'(net_i^{(2)}) o_j^{(1)}"
    r" + \frac{\partial E}{\partial o_j^{(3)}} f'(net_j^{(3)}) o_i^{(2)}"
)

_CW = r"\frac{\partial E}{\partial W^{(2)}_{kj}} = "
_CX = r"\frac{\partial E}{\partial x_i} = "
C_RIGHT = r"(y_k - t_k) y_k (1 - y_k) a_j + \lambda W^{(2)}_{kj}"
Y_RIGHT = r"\sum_{k=1}^{K} (y_k - t_k) \sigma'(z^{(2)}_k) \sum_{j=1}^{H} W^{(2)}_{kj} (1 - a_j^2) W^{(1)}_{ji}"
_NX = r"\frac{\partial E}{\partial x_n} = "
N_RIGHT = (
    r"\frac{1}{\sqrt{v + \epsilon}} \frac{\partial E}{\partial y_n}"
    r" + \frac{2 (x_n - \mu)}{N} \frac{\partial E}{\partial v} + \frac{1}{N} \frac{\partial E}{\partial \mu}"
)
_NV = r"\frac{\partial E}{\partial v} = "
V_RIGHT = r"-\frac{1}{2} (v + \epsilon)^{-3/2} \sum_{n=1}^{N} c_n (x_n - \mu)"


def _row(network: str, left: str, right: str, old: str, new: str, kind: str, at: str = "") -> Row:
    assert old in right, (old, right)
    return Row(network, left + right, left + right.replace(old, new, 1), kind, at)


ROWS = (
    # a two-layer perceptron
    _row("perceptron", _DW, W_RIGHT, "y_k - t_k", "t_k - y_k", "sign"),
    _row("perceptron", _DW, W_RIGHT, "y_k - t_k", "y_k + t_k", "sign", "t_k"),
    _row("perceptron", _DW, W_RIGHT, "g'(b_k)", "g(b_k)", "prime-missing", "g(b_k)"),
    _row("perceptron", _DW, W_RIGHT, " f'(a_i)", "", "prime-missing"),
    _row("perceptron", _DW, W_RIGHT, "g'(b_k)", "g'(y_k)", "argument", "y_k"),
    _row("perceptron", _DW, W_RIGHT, "g'(b_k)", "g''(b_k)", "prime-extra", "g''(b_k)"),
    _row("perceptron", _DW, W_RIGHT, "x_j", "x_j x_j", "factor-extra"),
    _row("perceptron", _DW, W_RIGHT, "v_{k,i} ", "", "factor-missing"),
    _row("perceptron", _DW, W_RIGHT, "_{k=1}^{K}", "_{k=1}^{K-1}", "bound", "K-1"),
    _row("perceptron", _DW, W_RIGHT, r"_{k=1}", r"_{k=2}", "bound"),
    _row("perceptron", _DW, W_RIGHT, r"\sum_{k=1}^{K} ", "", "sum-missing"),
    _row("perceptron", _DW, W_RIGHT, r"\sum", r"\sum_{i=1}^{I} \sum", "sum-extra"),
    _row("perceptron", _DW, W_RIGHT, "y_k - t_k", "b_k - t_k", "variable", "b_k"),
    _row("perceptron", _DW, W_RIGHT, r"\sum", r"2 \sum", "constant"),
    _row("perceptron", _DW, W_RIGHT, "v_{k,i}", "v_{k,i}^2", "exponent", "v_{k,i}^2"),
    _row("perceptron", _DW, W_RIGHT, "v_{k,i} f'(a_i)", r"v_{k,i} \sum_{k=1}^{K} f'(a_i)", "sum-extra"),
    _row(
        "perceptron",
        _DW,
        W_RIGHT,
        r"(y_k - t_k) g'(b_k) v_{k,i}",
        r"(y_k - t_k) \sum_{k=1}^{K} g'(b_k) v_{k,i}",
        "product-of-sums",
    ),
    _row("perceptron", _DV, "(y_k - t_k) g'(b_k) h_i", "h_i", "h_k", "index", "h_k"),
    _row("perceptron", _DV, "(y_k - t_k) g'(b_k) h_i", "- t_k", "", "term-missing"),
    _row("perceptron", _DV, "(y_k - t_k) g'(b_k) h_i", "t_k)", "t_k + h_i)", "term-extra", "h_i"),
    _row("perceptron", _DV, "(y_k - t_k) g'(b_k) h_i", "g'(b_k) h_i", r"\frac{h_i}{g'(b_k)}", "inverse"),
    _row("perceptron", _DA, A_RIGHT, "v_{k,i}", "v_{i,k}", "transposed", "v_{i,k}"),
    _row("perceptron", _DA, A_RIGHT, "f'(a_i)", "f'(b_i)", "argument", "b_i"),
    _row(
        "perceptron",
        _DA,
        A_RIGHT,
        A_RIGHT,
        r"f'(a_i) \sum_{i=1}^{K} \frac{\partial E}{\partial b_i} v_{i,i}",
        "captured",
    ),
    _row("perceptron", _AW, r"\delta_{i,k} x_j", r"\delta_{i,k} ", "", "delta-missing"),
    _row("perceptron", _DV, "(y_k - t_k) g'(b_k) h_i", "h_i", r"\delta_{i,k} h_i", "delta-extra", r"\delta_{i,k}"),
    _row("perceptron", _AW, r"[i = k] x_j", "i = k", r"i \ge k", "condition-wide"),
    # one weight in both layers
    _row("tied", _FW, F_RIGHT, r"\frac{2}{N} h_k r_j + ", "", "path-missing"),
    _row("tied", _FW, F_RIGHT, r" + \frac{2}{N} \sum_{i=1}^{D} W_{k,i} r_i x_j", "", "path-missing"),
    _row("tied", _FW, F_RIGHT, F_RIGHT, r"\frac{4}{N} \sum_{i=1}^{D} W_{k,i} r_i x_j", "path-twice"),
    _row("tied", _FW, F_RIGHT, r"h_k r_j", r"h_k r_j + \frac{2}{N} h_k r_j", "path-twice"),
    _row("tied", _FW, F_RIGHT, "r_j", "x_j", "variable", "x_j"),
    _row("tied", _FW, F_RIGHT, r"\sum_{i=1}^{D} W_{k,i} r_i x_j", r"W_{k,j} r_j x_j", "sum-missing"),
    _row("tied", _FW, F_RIGHT, r"\frac{2}{N} \sum", r"\frac{1}{N} \sum", "constant"),
    _row("tied", _FW, F_RIGHT, r"h_k r_j + ", r"h_k r_j - ", "sign"),
    _row("tied", _RW, r"\delta_{i,j} h_k + W_{k,i} x_j", r"\delta_{i,j} ", "", "delta-missing"),
    _row("tied", _RW, r"\delta_{i,j} h_k + W_{k,i} x_j", r"\delta_{i,j}", r"\delta_{k,j}", "index", r"\delta_{k,j}"),
    # recurrence
    _row("recurrent", _DU, U_RIGHT, "h_{t-1,j}", "h_{t,j}", "shift", "h_{t,j}"),
    _row("recurrent", _DU, U_RIGHT, "^{T}", "^{T-1}", "bound"),
    _row("recurrent", _DX, X_RIGHT, "f'", "f", "prime-missing", "f(a_{t,i})"),
    _row("recurrent", _DX, X_RIGHT, "x_{t,d}", "x_{t,i}", "index", "x_{t,i}"),
    _row(
        "recurrent",
        r"\frac{\partial E}{\partial h_{t,i}} = ",
        r"c_{t,i} + \sum_{j=1}^{H} \frac{\partial E}{\partial a_{t+1,j}} U_{j,i} \quad (1 \le t \le T-1)",
        r" + \sum_{j=1}^{H} \frac{\partial E}{\partial a_{t+1,j}} U_{j,i}",
        "",
        "path-missing",
    ),
    _row(
        "recurrent",
        r"\frac{\partial E}{\partial h_{t,i}} = ",
        r"c_{t,i} + \sum_{j=1}^{H} \frac{\partial E}{\partial a_{t+1,j}} U_{j,i} \quad (1 \le t \le T-1)",
        r"T-1",
        r"T",
        "condition-wide",
    ),
    # softmax
    _row("softmax", _PZ, r"p_k (\delta_{k,l} - p_l)", "- p_l", "", "path-missing"),
    _row("softmax", _PZ, r"p_k (\delta_{k,l} - p_l)", "- p_l", "+ p_l", "sign", "p_l"),
    _row("softmax", _PZ, r"p_k (\delta_{k,l} - p_l)", r"\delta_{k,l}", "1", "delta-missing"),
    _row(
        "softmax",
        _PZ,
        r"\begin{cases} p_k (1 - p_k) & (k = l) \\ -p_k p_l & (k \ne l) \end{cases}",
        r"\begin{cases} p_k (1 - p_k) & (k = l) \\ -p_k p_l & (k \ne l) \end{cases}",
        r"\begin{cases} p_k (1 - p_k) & (k \ne l) \\ -p_k p_l & (k = l) \end{cases}",
        "condition-wide",
    ),
    # the lecture's network
    _row("lecture", _EW, E_RIGHT, " + " + E_RIGHT.split(" + ")[1], "", "path-missing"),
    _row("lecture", _EW, E_RIGHT, "f'(net_i^{(2)})", "f'(net_i^{(3)})", "layer", "net_i^{(3)}"),
    _row("lecture", _EW, E_RIGHT, "w_{k,i}^{(2)} f'", "f'", "factor-missing"),
    _row("lecture", _EW, E_RIGHT, "f'(net_k^{(3)})", "f'(net_j^{(3)})", "index", "net_j^{(3)}"),
    _row(
        "lecture",
        _EW,
        r"\sum_{k=1}^{J} \frac{\partial E}{\partial net_k^{(3)}} \frac{\partial net_k^{(3)}}{\partial w_{j,i}}",
        r"\sum_{k=1}^{J} \frac{\partial E}{\partial net_k^{(3)}} \frac{\partial net_k^{(3)}}{\partial w_{j,i}}",
        r"\frac{\partial E}{\partial net_j^{(3)}} \frac{\partial net_j^{(3)}}{\partial w_{j,i}}",
        "sum-missing",
    ),
    _row(
        "lecture",
        r"\frac{\partial E}{\partial net_i^{(2)}} = ",
        r"\sum_{k=1}^{J} \frac{\partial E}{\partial net_k^{(3)}} w_{k,i} f'(net_i^{(2)})",
        "w_{k,i}",
        "w_{i,k}",
        "transposed",
        "w_{i,k}",
    ),
    # a mean over examples with decay
    _row("batches", _LW, L_RIGHT, r"\frac{2}{N}", "2", "constant"),
    _row("batches", _LW, L_RIGHT, r" + 2 \lambda w_k", "", "penalty-missing"),
    _row("batches", _LW, L_RIGHT, r"\frac{2}{N} \sum_{n=1}^{N} e_n x_{n,k} + ", "", "part-missing"),
    _row("batches", _LW, L_RIGHT, r"w_k", "w_k^2", "exponent", "w_k^2"),
    _row("batches", _LW, L_RIGHT, r"e_n x_{n,k}", r"(e_n + y_n) x_{n,k}", "term-extra", "y_n"),
    _row(
        "batches",
        r"\sum_{n=1}^{N} e_n = ",
        r"\sum_{n=1}^{N} \sum_{k=1}^{K} w_k x_{n,k} - \sum_{n=1}^{N} y_n",
        r"\sum_{n=1}^{N} \sum_{k=1}^{K} w_k x_{n,k}",
        r"\sum_{n=1}^{N} \sum_{\substack{k=1 \\ k \ne n}}^{K} w_k x_{n,k}",
        "condition-narrow",
    ),
    # the logistic function and the hyperbolic tangent, weight decay
    _row("classifier", _CW, C_RIGHT, "y_k - t_k", "t_k - y_k", "sign", "t_k - y_k"),
    _row("classifier", _CW, C_RIGHT, "(1 - y_k)", "(1 - a_k)", "variable", "a_k"),
    _row("classifier", _CW, C_RIGHT, " a_j", "", "factor-missing"),
    _row("classifier", _CW, C_RIGHT, "a_j", "a_j y_k (1 - y_k)", "prime-extra", "y_k (1 - y_k)"),
    _row("classifier", _CW, C_RIGHT, "y_k (1 - y_k)", "(1 - y_k^2)", "function", "1 - y_k^2"),
    _row("classifier", _CX, Y_RIGHT, "(1 - a_j^2)", "a_j (1 - a_j)", "function", "a_j (1 - a_j)"),
    _row("classifier", _CX, Y_RIGHT, r"\sigma'(z^{(2)}_k)", r"\tanh'(z^{(2)}_k)", "function", r"\tanh'(z^{(2)}_k)"),
    _row("classifier", _CX, Y_RIGHT, "(1 - a_j^2) ", "", "prime-missing"),
    # windows
    _row(
        "window",
        r"\frac{\partial E}{\partial w_a} = ",
        r"\sum_{i=1}^{N-A+1} (y_i - t_i) x_{i+a-1}",
        r"^{N-A+1}",
        r"^{N}",
        "bound",
    ),
    # a normalised batch
    _row(
        "normalised",
        _NX,
        N_RIGHT,
        r"\frac{2 (x",
        r"\frac{(x",
        "constant",
        r"\frac{(x_n - \mu)}{N} \frac{\partial E}{\partial v}",
    ),
    _row("normalised", _NX, N_RIGHT, r"y_n} + ", "y_n} - ", "sign"),
    _row("normalised", _NX, N_RIGHT, r"{\sqrt{v + \epsilon}}", r"{v + \epsilon}", "exponent", r"v + \epsilon"),
    _row("normalised", _NV, V_RIGHT, "-3/2", "-1/2", "exponent", r"(v + \epsilon)^{-1/2}"),
    _row("normalised", _NV, V_RIGHT, r"c_n (x_n - \mu)", "c_n", "factor-missing", "c_n"),
    # the last layer
    _row(
        "layered",
        r"\frac{\partial C}{\partial z^L_j} = ",
        r"(a^L_j - y_j) \sigma'(z^L_j)",
        r" \sigma'(z^L_j)",
        "",
        "prime-missing",
    ),
    # what stands under a sum's sign
    _row("recurrent", _DX, X_RIGHT, X_RIGHT, r"\frac{\partial E}{\partial h_{T,i}} f'(a_{T,i}) x_{T,d}", "sum-missing"),
    _row("recurrent", _DX, X_RIGHT, "t=1}^{T}", "i=1}^{H}", "index"),
    _row(
        "recurrent",
        r"\frac{\partial E}{\partial a_{t,i}} = ",
        r"f'(a_{t,i}) (c_{t,i} + \sum_{j=1}^{H} \frac{\partial E}{\partial a_{t+1,j}} U_{j,i}) \quad (t < T)",
        r"c_{t,i} + \sum",
        r"\sum",
        "path-missing",
    ),
    _row("tied", _RW, r"\delta_{i,j} h_k + W_{k,i} x_j", "x_j", "x_i", "index", "x_i"),
)
"""Every slip of the table."""
