r"""Arrays of layers that stand on a page with all of their entries, beside data of which a sentence says the shape."""

from __future__ import annotations

from judging import each_verdict

NETWORK = (
    r"$X^{(in)}$ is the $n \times m$ matrix of the inputs and $Y$ the $n \times t$ matrix of the targets.",
    r"$$ Z_{s,j}^{(h)} = \sum_{i=1}^m X_{s,i}^{(in)} V_{i,j}^{(h)} + b_j^{(h)} \qquad (j = 1, \dots, d) $$",
    r"$$ A_{s,j}^{(h)} = \tanh(Z_{s,j}^{(h)}) $$",
    r"$$ Z_{s,j}^{(out)} = \sum_{i=1}^d A_{s,i}^{(h)} V_{i,j}^{(out)} \qquad (j = 1, \dots, t) $$",
    r"$$ J = \frac12 \sum_{s=1}^n \sum_{j=1}^t (Z_{s,j}^{(out)} - Y_{s,j})^2 $$",
    r"$$ \Delta_{s,j}^{(out)} = \frac{\partial J}{\partial Z_{s,j}^{(out)}}, \qquad"
    r" \Delta_{s,j}^{(h)} = \frac{\partial J}{\partial Z_{s,j}^{(h)}} $$",
    r"The entry $(i,j)$ of $\frac{\partial J}{\partial V}$ is the derivative with respect to $V_{i,j}$.",
)


def test_gradients_of_such_layers() -> None:
    cases = [
        (r"\frac{\partial J}{\partial V^{(h)}} = (X^{(in)})^T \Delta^{(h)}", "right"),
        (r"\frac{\partial J}{\partial V^{(h)}} = -(X^{(in)})^T \Delta^{(h)}", "wrong"),
        (r"\frac{\partial J}{\partial V^{(h)}} = \frac{1}{n} (X^{(in)})^T \Delta^{(h)}", "wrong"),
        (r"\frac{\partial J}{\partial V^{(h)}} = (X^{(in)})^T (\Delta^{(h)} \odot A^{(h)})", "wrong"),
        (r"\frac{\partial J}{\partial V^{(out)}} = (A^{(h)})^T \Delta^{(out)}", "right"),
        (r"\frac{\partial J}{\partial V^{(out)}} = (Z^{(h)})^T \Delta^{(out)}", "wrong"),
        (r"\Delta^{(h)} = \Delta^{(out)} (V^{(out)})^T \odot (1 - A^{(h)} \odot A^{(h)})", "right"),
        (r"\Delta^{(h)} = \Delta^{(out)} (V^{(out)})^T \odot (1 - A^{(h)})", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*NETWORK, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_what_does_not_fit_is_not_right() -> None:
    cases = [
        r"\frac{\partial J}{\partial V^{(h)}} = (X^{(in)})^T \Delta^{(out)}",
        r"\frac{\partial J}{\partial V^{(h)}} = X^{(in)} \Delta^{(h)}",
        r"\frac{\partial J}{\partial V^{(2)}} = (X^{(in)})^T \Delta^{(h)}",
    ]
    for line, found in zip(cases, each_verdict(*NETWORK, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found != "right", line
