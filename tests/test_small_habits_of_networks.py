r"""Networks by entries in which one habit of writing kept whole pages from being read."""

import pytest

from tests.judging import verdict

LAYERS = r"""+++
objective = "E"
+++

$$ o_j^{(0)} = x_j $$

$$ s_k^{(l)} = \sum_{j=1}^{d_{l-1}} w_{jk}^{(l)} o_j^{(l-1)} + \theta_k^{(l)} $$ ( $l = 1, \dots, M$ )

$$ o_k^{(l)} = \tanh(s_k^{(l)}) $$ ( $l = 1, \dots, M$ )

$$ E = \frac{1}{2}\sum_{k=1}^{d_M} (t_k - o_k^{(M)})^2 $$

$$ \epsilon_k^{(l)} = \frac{\partial E}{\partial s_k^{(l)}} $$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\epsilon_j^{(l)} = (1 - (o_j^{(l)})^2) \sum_k w_{jk}^{(l+1)} \epsilon_k^{(l+1)}", "right"),
        (r"\epsilon_j^{(l)} = (1 - (o_j^{(l)})^2) \sum_k w_{kj}^{(l+1)} \epsilon_k^{(l+1)}", "wrong"),
        (r"\epsilon_j^{(l)} = (1 - o_j^{(l)}) \sum_k w_{jk}^{(l+1)} \epsilon_k^{(l+1)}", "wrong"),
    ],
)
def test_units_of_one_layer_may_have_any_letter(line: str, expected: str) -> None:
    assert verdict(f"{LAYERS}\n$$ {line} $$ ( $l = 1, \\dots, M-1$ )\n") == expected


POOLED = r"""+++
objective = "J"
functions = ["\\phi"]
+++

$$ h_{n,k} = \phi\left(\sum_{j=1}^{D} U_{kj} x_{n,j}\right) $$

$$ h_{LABEL,k} = \frac{1}{N} \sum_{n=1}^{N} h_{n,k} $$

$$ y = \sum_{k=1}^{K} a_k h_{LABEL,k} $$

$$ J = \frac{1}{2}(y - t)^2 $$
"""


@pytest.mark.parametrize("label", [r"\text{pool}", "w_0", "avg", r"\mathrm{mean}"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial J}{\partial h_{LABEL,k}} = (y - t) a_k", "right"),
        (r"\frac{\partial J}{\partial h_{n,k}} = \frac{1}{N} (y - t) a_k", "right"),
        (r"\frac{\partial J}{\partial h_{n,k}} = (y - t) a_k", "wrong"),
        (r"\frac{\partial J}{\partial a_k} = (y - t) h_{n,k}", "wrong"),
    ],
)
def test_the_mean_of_all_rows_is_none_of_them(label: str, line: str, expected: str) -> None:
    assert verdict(f"{POOLED}\n$$ {line} $$\n".replace("LABEL", label)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial J}{\partial h_{n,k}} = \frac{1}{N} (y - t) a_k", "right"),
        (r"\frac{\partial J}{\partial h_{n,k}} = (y - t) a_k", "wrong"),
    ],
)
def test_other_names_may_carry_the_label_of_a_mean(line: str, expected: str) -> None:
    page = POOLED.replace("y = ", r"y = c_{w_0} + ").replace("LABEL", "w_0")
    assert verdict(f"{page}\n$$ {line} $$\n") == expected


POWERS = r"""+++
objective = "E"
+++

$$ w_{ij} = (\alpha f_{ij} + 1)^{-\frac{1}{\alpha}} $$

$$ E = \sum_{i=1}^{N} \sum_{j=1}^{N} p_{ij} w_{ij} $$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial w_{ij}}{\partial f_{ij}} = -w_{ij}^{\alpha + 1}", "right"),
        (r"\frac{\partial E}{\partial f_{ij}} = -p_{ij} w_{ij}^{1 + \alpha}", "right"),
        (r"\frac{\partial E}{\partial f_{ij}} = -p_{ij} w_{ij}^{\alpha}", "wrong"),
        (r"\frac{\partial E}{\partial f_{ij}} = -p_{ij} w_{ij}^{\alpha - 1}", "wrong"),
    ],
)
def test_a_value_in_an_exponent_is_no_whole_number(line: str, expected: str) -> None:
    assert verdict(f"{POWERS}\n$$ {line} $$\n") == expected


DIVERGENCE = r"""+++
objective = "C"
assume = ["\\sum_{i=1}^{N} \\sum_{j=1}^{N} p_{ij} = 1"]
+++

$$ w_{ij} = (\alpha f_{ij} + 1)^{-\frac{1}{\alpha}} $$

$$ S = \sum_{k=1}^{N} \sum_{l=1}^{N} w_{kl} $$

$$ C = \sum_{i=1}^{N} \sum_{j=1}^{N} p_{ij} \log \frac{p_{ij} S}{w_{ij}} $$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial C}{\partial f_{ij}} = \left(p_{ij} - \frac{w_{ij}}{S}\right) w_{ij}^{\alpha}", "right"),
        (r"\frac{\partial C}{\partial f_{ij}} = \left(\frac{w_{ij}}{S} - p_{ij}\right) w_{ij}^{\alpha}", "wrong"),
    ],
)
def test_shares_under_a_logarithm_stay_positive(line: str, expected: str) -> None:
    assert verdict(f"{DIVERGENCE}\n$$ {line} $$\n") == expected


STOPS = r"""+++
objective = "E"
+++

$$ z = \sum_{i=1}^N w_i.x_i $$

$$ y = \tanh(z) $$

$$ E = \frac{1}{2}(y'-y)^2 $$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{dE}{dw_i} = -y'.(1-y^2).x_i + y.(1-y^2).x_i", "right"),
        (r"\frac{dE}{dw_i} = y'.x_i - y.x_i", "wrong"),
    ],
)
def test_a_full_stop_behind_a_prime_multiplies(line: str, expected: str) -> None:
    assert verdict(f"{STOPS}\n$$ {line} $$\n") == expected


NAMED = r"""+++
objective = "J"
functions = ["f"]
+++

$$ z^{l+1}_i = \sum_{j=1}^{s_l} W^{l}_{ij} a^{l}_j + b^{l}_i $$ ( $l = 1, \dots, n_l-1$ )

$$ a^{l}_i = f(z^{l}_i) $$ ( $l = 2, \dots, n_l$ )

$$ J = \frac{1}{2} \sum_{j=1}^{s_{n_l}} (y_j - a_j^{n_l})^2 $$

$$ \delta^{l}_i = \frac{\partial J}{\partial z^{l}_i} $$ ( $l = 2, \dots, n_l$ )
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\delta^{n_l-1}_i = \sum_{j=1}^{s_{n_l}} \delta_j^{n_l} W_{ji}^{n_l-1} f'(z_i^{n_l-1})", "right"),
        (r"\delta^{n_l-1}_i = \sum_{j=1}^{s_{n_l}} \delta_j^{n_l} W_{ji}^{n_l-1} f'(z_i^{n_l})", "wrong"),
        (r"\delta^{n_l-1}_i = \sum_{j=1}^{s_{n_l}} \delta_j^{n_l} W_{ji}^{n_l-1}", "wrong"),
    ],
)
@pytest.mark.parametrize("around", [("{", "}"), ("{(", ")}")])
def test_layers_near_a_size_with_a_label(line: str, expected: str, around: tuple[str, str]) -> None:
    page = NAMED
    for layer in ("{l+1}", "{l}", "{n_l}"):
        page = page.replace("^" + layer, "^" + around[0] + layer[1:-1] + around[1])
    assert verdict(f"{page}\n$$ {line} $$\n") == expected


def test_entries_above_plain_names_are_powers() -> None:
    page = r"""+++
objective = "L"
+++

$$ L = \sum_{k=1}^{K} c_k p_k^{n_k - 1} $$

$$ \frac{\partial L}{\partial p_k} = c_k (n_k - 1) p_k^{n_k - 2} $$
"""
    assert verdict(page) == "right"


BARS = r"""+++
objective = "L"
[ranges]
"i" = "1..H"
"k" = "1..K"
+++

$$ y_k = \sum_{i=1}^{H} w_{ki} h_i $$

$$ L = \frac12 \sum_{k=1}^{K} (y_k - t_k)^2 $$

$$ \ACCENT{y_k} = \frac{\partial L}{\partial y_k} $$

$$ \ACCENT{h_i} = \frac{\partial L}{\partial h_i} $$

Here $\mathbf{W} = (w_{ki})$, $\ACCENT{\mathbf{y}} = (\ACCENT{y_k})$, $\ACCENT{\mathbf{h}} = (\ACCENT{h_i})$.
"""


@pytest.mark.parametrize("accent", ["overline", "bar", "tilde"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\ACCENT{\mathbf{h}} = \mathbf{W}^\top \ACCENT{\mathbf{y}}", "right"),
        (r"\ACCENT{\mathbf{h}} = \mathbf{W} \ACCENT{\mathbf{y}}", "wrong"),
        (r"\ACCENT{\mathbf{h}} = -\mathbf{W}^\top \ACCENT{\mathbf{y}}", "wrong"),
    ],
)
def test_arrays_of_gradients_with_an_accent(accent: str, line: str, expected: str) -> None:
    assert verdict(f"{BARS}\n$$ {line} $$\n".replace("ACCENT", accent)) == expected


LABELLED = r"""+++
objective = "L"
[ranges]
"i" = "1..H"
"k" = "1..K"
+++

$$ y_k = \sum_{i=1}^{H} w_{ki} h_i $$

$$ L = \frac12 \sum_{k=1}^{K} (y_k - t_k)^2 $$

$$ g^{y}_k = \frac{\partial L}{\partial y_k} $$

$$ g^{h}_i = \frac{\partial L}{\partial h_i} $$

Here $\mathbf{W} = (w_{ki})$, $\mathbf{g}^{y} = (g^{y}_k)$, $\mathbf{g}^{h} = (g^{h}_i)$.
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\mathbf{g}^{h} = \mathbf{W}^{\top} \mathbf{g}^{y}", "right"),
        (r"\mathbf{g}^{h} = \mathbf{W} \mathbf{g}^{y}", "wrong"),
        (r"\mathbf{g}^{h} = 2 \mathbf{W}^{\top} \mathbf{g}^{y}", "wrong"),
    ],
)
def test_labels_of_arrays_are_no_indices_of_them(line: str, expected: str) -> None:
    assert verdict(f"{LABELLED}\n$$ {line} $$\n") == expected


UNITS = r"""+++
objective = "L"
+++

$$ h1_{in_1} = x_1 * w_{i_1h_1} + x_2 * w_{i_2h_1} + b_{h_1} $$

$$ h1_{in_2} = x_1 * w_{i_1h_2} + x_2 * w_{i_2h_2} + b_{h_2} $$

$$ h1_{out_1} = \frac{1}{1+e^{-h1_{in_1}}} $$

$$ h1_{out_2} = \frac{1}{1+e^{-h1_{in_2}}} $$

$$ y_{out_1} = h1_{out_1} * w_{h_1o_1} + h1_{out_2} * w_{h_2o_1} + b_{o_1} $$

$$ L = \frac{1}{2} (t - y_{out_1})^2 $$
"""
SLOPE = r"* h1_{out_2} * (1 - h1_{out_2}) * x_1"


@pytest.mark.parametrize("comma", ["", ","])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial w_{h_1o_1}} = (y_{out_1} - t) * h1_{out_1}", "right"),
        (r"\frac{\partial L}{\partial w_{h_2o_1}} = (y_{out_1} - t) * h1_{out_1}", "wrong"),
        (rf"\frac{{\partial L}}{{\partial w_{{i_1h_2}}}} = (y_{{out_1}} - t) * w_{{h_2o_1}} {SLOPE}", "right"),
        (rf"\frac{{\partial L}}{{\partial w_{{i_1h_2}}}} = (y_{{out_1}} - t) * w_{{h_1o_1}} {SLOPE}", "wrong"),
    ],
)
def test_labels_with_a_number_below(comma: str, line: str, expected: str) -> None:
    page = f"{UNITS}\n$$ {line} $$\n"
    for one in ("i_1", "i_2", "h_1", "h_2"):
        page = page.replace(one + "h", one + comma + "h").replace(one + "o", one + comma + "o")
    assert verdict(page) == expected


INDICES = r"""+++
objective = "E"
+++

$$ z_{k_1} = \sum_{k_2=1}^{J} w_{k_1k_2} x_{k_2} $$ ( $k_1 = 1, \dots, K$ )

$$ E = \frac{1}{2} \sum_{k_1=1}^{K} (z_{k_1} - t_{k_1})^2 $$
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial x_{k_2}} = \sum_{k_1=1}^{K} (z_{k_1} - t_{k_1}) w_{k_1k_2}", "right"),
        (r"\frac{\partial E}{\partial x_{k_2}} = (z_{k_1} - t_{k_1}) w_{k_1k_2}", "wrong"),
    ],
)
def test_letters_with_a_number_that_run_are_indices(line: str, expected: str) -> None:
    assert verdict(f"{INDICES}\n$$ {line} $$\n") == expected
