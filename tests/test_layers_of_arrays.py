r"""Layers of arrays of which neither entries nor shapes stand on the page: `a^l = \sigma(W^l a^{l-1} + b^l)`."""

from __future__ import annotations

from symderiv.check.page import check

from .judging import each_verdict

COST = r"$$ C = \frac12 \|a^L - y\|^2, \qquad \delta^l = \frac{\partial C}{\partial z^l} $$"
LAYERS = r"$$ z^l = W^l a^{l-1} + b^l, \qquad a^l = f(z^l) $$"


def judged(*lines: str) -> str:
    return check("\n\n".join(lines)).claims[-1].judgement.value


def test_lines_about_layers_are_judged() -> None:
    expected = {
        r"\delta^{l-1} = f'(z^{l-1}) \odot (W^l)^T \delta^l": "right",
        r"\delta^{l-1} = f'(z^{l-1}) \odot W^l \delta^l": "wrong",
        r"\delta^{l-1} = f'(z^l) \odot (W^l)^T \delta^l": "wrong",
        r"\delta^{l-1} = f'(z^{l-1}) \odot (W^{l-1})^T \delta^l": "wrong",
        r"\delta^{l-1} = (W^l)^T \delta^l": "wrong",
        r"\frac{\partial C}{\partial W^l} = \delta^l (a^{l-1})^T": "right",
        r"\frac{\partial C}{\partial W^l} = \delta^{l-1} (a^{l-1})^T": "wrong",
        r"\frac{\partial C}{\partial b^l} = \delta^l": "right",
    }
    found = each_verdict(LAYERS, COST, lines=[f"$$ {line} $$" for line in expected])
    assert dict(zip(expected, found, strict=True)) == expected


def test_single_units_stay_numbers() -> None:
    page = r"$$ a^l = f(z^l), \qquad z^l = W^l a^{l-1} + b^l, \qquad C = \frac12 (a^L - y)^2 $$"
    assert judged(page, r"$$ \frac{\partial C}{\partial W^L} = a^{L-1} (a^L - y) f'(z^L) $$") == "right"


def test_what_is_not_understood_tells_nothing() -> None:
    page = r"$$ z^l = W^l a^{l-1} + V^l c, \qquad a^l = f(z^l) $$"
    assert judged(page, COST, r"$$ \frac{\partial C}{\partial W^l} = \delta^l (a^{l-1})^T $$") not in ("right", "wrong")


def test_layers_that_are_added_have_one_length() -> None:
    page = (
        r"$$ z^l = W^l a^{l-1} + b^l, \qquad a^l = a^{l-1} + f(W^l a^{l-1} + b^l), \qquad E = \frac12 \|a^L - y\|^2 $$"
    )
    line = r"\frac{\partial E}{\partial a^{l-1}} = \frac{\partial E}{\partial a^l} + (W^l)^T %s"
    inner = r"\left(f'(z^l) \odot \frac{\partial E}{\partial a^l}\right)"
    assert judged(page, f"$$ {line % inner} $$") == "right"
    assert (
        judged(page, f"$$ {line % inner.replace('+', '')} $$".replace(r"\frac{\partial E}{\partial a^l} + ", ""))
        == "wrong"
    )


def test_a_loss_of_the_scores_reaches_all_layers() -> None:
    page = r"$z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j$, $a^l_j = g(z^l_j)$, and $J = \frac12 \sum_i (y_i - z^L_i)^2$."
    assert judged(page, r"$$ \frac{\partial J}{\partial b^l_j} = \frac{\partial J}{\partial z^l_j} $$") == "right"
    assert judged(page, r"$$ \frac{\partial J}{\partial b^l_j} = \frac{\partial J}{\partial a^l_j} $$") == "wrong"


def test_a_line_about_the_layer_below_is_about_those_that_have_one() -> None:
    page = r"""$$ z^l_j = \sum_i w^l_{ij} a^{l-1}_i + b^l_j, \qquad a^l_j = f(z^l_j) $$

$$ C = \frac12 \sum_j (a^L_j - y_j)^2, \qquad \delta^l_j = \frac{\partial C}{\partial z^l_j} $$"""
    assert judged(page, r"$$ \delta^{l-1}_i = f'(z^{l-1}_i) \sum_j w^l_{ij} \delta^l_j $$") == "right"
    assert judged(page, r"$$ \delta^{l-1}_i = f'(z^{l-1}_i) \sum_j w^l_{ji} \delta^l_j $$") == "wrong"
    assert judged(page, r"$$ \delta^{l-1}_i = f'(z^{l-1}_i) \sum_j w^l_{ij} \delta^{l-1}_j $$") == "wrong"
