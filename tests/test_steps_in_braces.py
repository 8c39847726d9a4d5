r"""Entries of what carries an index: `{h_t}_i`, `(h_t)_i` and `h_{t_i}` are one entry where t runs over something."""

from __future__ import annotations

import pytest

import symderiv as sd

PAGE = r"""+++
objective = "E"
ranges = { t = "1..T", i = "1..n", j = "1..m", k = "1..n" }
+++
$$ {a_t}_i = \sum_{j=1}^m u_{ij} {x_t}_j + \sum_{k=1}^n w_{ik} {h_{t-1}}_k $$
$$ {h_t}_i = \tanh({a_t}_i) $$
$$ E = \sum_{t=1}^T \sum_{i=1}^n ({h_t}_i - {y_t}_i)^2 $$

"""
LINES = [
    (r"\frac{\partial E}{\partial {h_T}_i} = 2 ({h_T}_i - {y_T}_i)", "right"),
    (
        r"\frac{\partial E}{\partial {h_t}_i} = 2 ({h_t}_i - {y_t}_i)"
        r" + \sum_{k=1}^n \frac{\partial E}{\partial {a_{t+1}}_k} w_{ki} \quad (t < T)",
        "right",
    ),
    (r"\frac{\partial E}{\partial {h_t}_i} = 2 ({h_t}_i - {y_t}_i) \quad (t < T)", "wrong"),
    (r"\frac{\partial E}{\partial {h_t}_i} = 2 T ({h_t}_i - {y_t}_i)", "wrong"),
    (r"\frac{\partial {h_t}_i}{\partial {a_t}_i} = 1 - {h_t}_i^2", "right"),
    (r"\frac{\partial {h_t}_i}{\partial {a_t}_i} = 1 - {h_{t-1}}_i^2", "wrong"),
]


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in sd.check(page).claims]


def in_parentheses(text: str) -> str:
    for name in ("a_t", "h_t", "x_t", "y_t", "h_T", "y_T", "h_{t-1}", "a_{t+1}"):
        text = text.replace(f"{{{name}}}_", f"({name})_")
    return text


@pytest.mark.parametrize("spelled", [str, in_parentheses])
def test_steps_that_sums_bind(spelled: type[str]) -> None:
    page = spelled(PAGE + "\n\n".join(f"$$ {line} $$" for line, _ in LINES))
    assert verdicts(page) == [expected for _, expected in LINES]


def test_typed_below_one_another() -> None:
    lines = r"$$ \frac{\partial h_{t_i}}{\partial a_{t_i}} = 1 - {h_t}_i^2 $$"
    lines += "\n\n" + r"$$ \frac{\partial h_{t_i}}{\partial a_{t_i}} = 1 - {h_t}_i $$"
    assert verdicts(PAGE + lines) == ["right", "wrong"]


def test_a_letter_that_is_a_name_is_looked_up() -> None:
    """`h_{t_i}` beside a `t_i` that is data is the entry that `t_i` says."""
    line = r"where $t_i \in \{1, \dots, T\}$ are given." + "\n\n"
    line += r"$$ \frac{\partial h_{t_i}}{\partial a_{t_i}} = 1 - {h_t}_i^2 $$"
    assert verdicts(PAGE + line) != ["right"]


def test_labels_stay_labels() -> None:
    page = r"""$$ {a_h}_i = \sum_{j=1}^m u_{ij} x_j \quad {a_o}_k = \sum_{i=1}^n w_{ki} f({a_h}_i) $$

$$ \frac{\partial {a_o}_k}{\partial {a_h}_i} = w_{ki} f'({a_h}_i) $$

$$ \frac{\partial {a_o}_k}{\partial {a_h}_i} = w_{ki} f'({a_o}_i) $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_nobody_sums_over_steps() -> None:
    page = r"""+++
objective = "E_t"
sums = "implicit"
ranges = { t = "1..T", i = "1..n", j = "1..m", k = "1..n" }
+++
$$ {a_t}_i = u_{ij} {x_t}_j + w_{ik} {h_{t-1}}_k $$
$$ {h_t}_i = \tanh({a_t}_i) $$

$$ \frac{\partial {a_t}_i}{\partial {h_{t-1}}_k} = w_{ik} $$

$$ \frac{\partial {a_t}_i}{\partial {h_{t-1}}_k} = w_{ki} $$
"""
    assert verdicts(page) == ["right", "wrong"]


def test_entries_of_sums_and_products_of_wholes() -> None:
    page = r"""+++
objective = "E"
ranges = { i = "1..n", k = "1..n", j = "1..m", u = "1..P" }
functions = ["f"]
+++
$$ (\mathbf{a}_j)_u = \sum_{i=1}^n c_{ij} (\mathbf{x}_i)_u $$
$$ E = \frac{1}{2} \sum_{j=1}^m \sum_{u=1}^P ((\mathbf{a}_j)_u - (\mathbf{t}_j)_u)^2 $$

$$ \frac{\partial E}{\partial (\mathbf{a}_j)_u} = (\mathbf{a}_j - \mathbf{t}_j)_u $$

$$ \frac{\partial E}{\partial c_{ij}} = \sum_{u=1}^P ((\mathbf{a}_j - \mathbf{t}_j) \circ \mathbf{x}_i)_u $$

$$ \frac{\partial E}{\partial (\mathbf{a}_j)_u} = (\mathbf{t}_j - \mathbf{a}_j)_u $$

$$ \frac{\partial E}{\partial c_{ij}} = \sum_{u=1}^P (\mathbf{a}_j \circ \mathbf{x}_i)_u $$
"""
    assert verdicts(page) == ["right", "right", "wrong", "wrong"]


LABELLED = r"""+++
objective = "E"
ranges = { t = "1..T", i = "1..n", l = "1..m", k = "1..n" }
+++
$$ {h_t}_k = \tanh(\sum_{l=1}^m u_{kl} {x_t}_l + {b_h}_k) $$
$$ {s_t}_l = \sum_{k=1}^n v_{lk} {h_t}_k + {b_s}_l $$
$$ E = \frac{1}{2} \sum_{t=1}^T \sum_{l=1}^m ({s_t}_l - {y_t}_l)^2 $$

"""


def test_an_index_hung_on_a_label() -> None:
    lines = (
        r"\frac{\partial E}{\partial b_{s_i}} = \sum_{t=1}^T ({s_t}_i - {y_t}_i) \quad (1 \le i \le m)",
        r"\frac{\partial E}{\partial b_{s_i}} = \sum_{t=1}^T ({s_t}_i - {y_t}_i)^2 \quad (1 \le i \le m)",
        r"\frac{\partial E}{\partial b_{h_i}} = \sum_{t=1}^T (1 - {h_t}_i^2) \frac{\partial E}{\partial {h_t}_i}",
        r"\frac{\partial E}{\partial b_{h_i}} = \sum_{t=1}^T \frac{\partial E}{\partial {h_t}_i}",
    )
    page = LABELLED + "\n\n".join(f"$$ {line} $$" for line in lines)
    assert verdicts(page) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "more",
    [
        r"Here $s_i \in \{1, \dots, m\}$ is the class of example $i$.",
        r"Beside it, $$ q = \sum_{l=1}^m b_l $$",
    ],
)
def test_what_may_be_looked_up_is_no_label(more: str) -> None:
    line = r"$$ \frac{\partial E}{\partial b_{s_i}} = \sum_{t=1}^T ({s_t}_i - {y_t}_i) \quad (1 \le i \le m) $$"
    assert "right" not in verdicts(LABELLED + more + "\n\n" + line)


ENTROPY = r"""+++
objective = "L"
ranges = { t = "1..T", k = "1..K" }
+++
$$ (s_t)_k = \sum_{i=1}^n w_{ki} \tanh (x_t)_i, \quad (p_t)_k = \frac{\exp (s_t)_k}{\sum_{j=1}^K \exp (s_t)_j} $$
$$ L = -\sum_{t=1}^T \sum_{k=1}^K (y_t)_k \log (p_t)_k $$

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial L}{\partial (p_t)_k} = -\frac{(y_t)_k}{(p_t)_k}", "right"),
        (r"\frac{\partial (s_t)_k}{\partial w_{ki}} = \tanh (x_t)_i", "right"),
        (r"\frac{\partial L}{\partial (p_t)_k} = -(y_t)_k \log (p_t)_k", "wrong"),
        (r"\frac{\partial (s_t)_k}{\partial w_{ki}} = \tanh (x_t)_k \quad (k \le n)", "wrong"),
        (r"\frac{\partial (s_t)_k}{\partial w_{ki}} = \log (x_t)_i", "wrong"),
    ],
)
def test_behind_a_function(line: str, expected: str) -> None:
    assert verdicts(ENTROPY + f"$$ {line} $$") == [expected]


def test_functions_of_whole_arrays_are_no_functions_of_entries() -> None:
    page = r"""+++
objective = "E"
ranges = { t = "1..T", k = "1..n" }
+++
$$ (h_t)_k = \tanh((x_t)_k), \quad (a_t)_k = \text{softmax}(h_t)_k $$
$$ E = \sum_{t=1}^T \sum_{k=1}^n (a_t)_k (y_t)_k $$

$$ \frac{\partial (a_t)_k}{\partial (h_t)_k} = (a_t)_k (1 - (a_t)_k) $$

$$ \frac{\partial (a_t)_k}{\partial (h_t)_k} = 0 $$
"""
    assert verdicts(page)[1] != "right"
