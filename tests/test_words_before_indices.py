r"""Words below a name before its index and alone: `h_{prev,j}`, and `h_{prev}` for all of them, beside `h_j`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\nfunctions = ["g"]\n[ranges]\n"j" = "1..n"\n+++\n\n## Network'
NETWORK = r"""$$ a_j = \sum_{i=1}^{n} WORD_i] (w_h)_{ij} + b_j $$

$$ r_j = \tanh(a_j) $$

$$ h_j = r_j WORD_j] + (1 - r_j) b_j $$

$$ L = \sum_{j=1}^{n} c_j g(h_j) $$

$$ d_{a,j} = \frac{\partial L}{\partial a_j} $$

$$ d_{h,j} = \frac{\partial L}{\partial h_j} $$

Here $WORD] = (WORD_j])$, $h = (h_j)$, $b = (b_j)$, $r = (r_j)$, $d_a = (d_{a,j})$, $d_h = (d_{h,j})$ are row vectors,
$w_h = ((w_h)_{ij})$; $\circ$ is the element-wise product.

## Derivation"""


def network(word: str) -> str:
    return spelled(NETWORK, word)


def spelled(text: str, word: str) -> str:
    return (
        text.replace("WORD_j]", f"h_{{{word},j}}")
        .replace("WORD_i]", f"h_{{{word},i}}")
        .replace("WORD]", f"h_{{{word}}}")
    )


@pytest.mark.parametrize("word", ["prev", r"\text{prev}", r"\mathrm{old}"])
def test_all_of_them(word: str) -> None:
    cases = [
        (r"d_a = d_h \circ (WORD] - b) \circ (1 - r \circ r)", "right"),
        (r"d_a = d_h \circ (h - b) \circ (1 - r \circ r)", "wrong"),
        (r"d_a = d_h \circ WORD] \circ (1 - r \circ r)", "wrong"),
        (r"\frac{\partial L}{\partial WORD]} = d_a \, w_h^T + d_h \circ r", "right"),
        (r"\frac{\partial L}{\partial WORD]} = d_a \, w_h^T + r", "wrong"),
        (r"\frac{\partial L}{\partial WORD]} = d_h \circ r", "wrong"),
        (r"\frac{\partial L}{\partial w_h} = WORD]^T \, d_a", "right"),
        (r"\frac{\partial L}{\partial w_h} = r^T \, d_a", "wrong"),
        (r"\frac{\partial L}{\partial WORD_j]} = \sum_{i=1}^{n} d_{a,i} (w_h)_{ji} + d_{h,j} r_j", "right"),
        (r"\frac{\partial L}{\partial WORD_j]} = \sum_{i=1}^{n} d_{a,i} (w_h)_{ij} + d_{h,j} r_j", "wrong"),
    ]
    for (line, wanted), found in zip(
        cases,
        each_verdict(FRONT, network(word), lines=[f"$$ {spelled(line, word)} $$" for line, _ in cases]),
        strict=True,
    ):
        assert found == wanted, line


LAYERS = r"""$$ net_{hidden,j} = \sum_{i=1}^{m} w_{ji} x_i $$

$$ a_{hidden,j} = \tanh(net_{hidden,j}) $$

$$ net_{out,k} = \sum_{j=1}^{n} v_{kj} a_{hidden,j} $$

$$ a_{out,k} = \tanh(net_{out,k}) $$

$$ L = \frac{1}{2} \sum_{k=1}^{K} (a_{out,k} - y_k)^2 $$

## Derivation"""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"\frac{\partial L}{\partial v_{kj}} = (a_{out,k} - y_k) (1 - a_{out,k}^2) a_{hidden,j}", "right"),
        (r"\frac{\partial L}{\partial v_{kj}} = (a_{out,k} - y_k) (1 - a_{out,k}) a_{hidden,j}", "wrong"),
        (
            r"\frac{\partial L}{\partial a_{hidden,j}} = \sum_{k=1}^{K} (a_{out,k} - y_k) (1 - a_{out,k}^2) v_{kj}",
            "right",
        ),
        (r"\frac{\partial L}{\partial a_{hidden,j}} = \sum_{k=1}^{K} (a_{out,k} - y_k) v_{kj}", "wrong"),
    ],
)
def test_layers_with_words(line: str, wanted: str) -> None:
    front = '+++\nobjective = "L"\n[ranges]\n"j" = "1..n"\n"k" = "1..K"\n"i" = "1..m"\n+++\n\n## Network'
    assert verdict(front, LAYERS, f"$$ {line} $$") == wanted
