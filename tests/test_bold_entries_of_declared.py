r"""Entries in bold of arrays in bold whose shapes are declared: `\mathbf{s}_k` of `\mathbf{s} \in \mathbb{R}^N`.

By hand: of `s_k = \sum_d x_d W_{dk} + \sum_n f(s_n(t-1)) R_{nk}` the derivative by `W_{ij}` is `x_i [j = k] +
\sum_n R_{nk} f'(s_n(t-1)) \partial s_n(t-1) / \partial W_{ij}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SAID = (
    r"$\mathbf{x} \in \mathbb{R}^D$, $\mathbf{s}, \mathbf{y} \in \mathbb{R}^N$, "
    r"$\mathbf{W} \in \mathbb{R}^{N \times D}$."
)
NET = (
    r"$$\mathbf{s}_k = \sum_{d=1}^D \mathbf{W}_{kd} \mathbf{x}_d, \quad "
    r"L = \frac12 \sum_{k=1}^N (\mathbf{s}_k - \mathbf{y}_k)^2$$"
)
STEPS = (
    '+++\nfunctions = ["f"]\n[ranges]\n"t" = "1..T"\n+++\n'
    r"$\boldsymbol{x}(t) \in \mathbb{R}^D$, $\boldsymbol{s}(t), \boldsymbol{h}(t) \in \mathbb{R}^N$, "
    r"$\boldsymbol{W} \in \mathbb{R}^{D \times N}$, $\boldsymbol{R} \in \mathbb{R}^{N \times N}$."
    r"$$\boldsymbol{s}_k(t) = \sum_{d=1}^D \boldsymbol{x}_d(t) \boldsymbol{W}_{d,k}"
    r" + \sum_{n=1}^N f(\boldsymbol{s}_n(t-1)) \boldsymbol{R}_{n,k}$$ $$\boldsymbol{h}_k(t) = f(\boldsymbol{s}_k(t))$$"
    r"$$L(t) = \frac12 \sum_{k=1}^N (\boldsymbol{h}_k(t) - \boldsymbol{y}_k(t))^2, \quad E = \sum_{t=1}^T L(t)$$"
)
RECURRING = (
    r"$$\frac{\partial \boldsymbol{s}_k(t)}{\partial \boldsymbol{W}_{i,j}} = \boldsymbol{x}_i(t) \delta_{jk}"
    r" + \sum_{n=1}^N \boldsymbol{R}_{n,k} f'(\boldsymbol{s}_n(t-1))"
    r" \frac{\partial \boldsymbol{s}_n(t-1)}{\partial \boldsymbol{W}_{i,j}}$$"
)


def test_a_layer() -> None:
    cases = [
        (r"\frac{\partial L}{\partial \mathbf{W}_{ij}} = (\mathbf{s}_i - \mathbf{y}_i) \mathbf{x}_j", "right"),
        (r"\frac{\partial L}{\partial \mathbf{W}_{ij}} = (\mathbf{s}_j - \mathbf{y}_j) \mathbf{x}_i", "wrong"),
        (r"\frac{\partial L}{\partial \mathbf{s}_k} = \mathbf{s}_k - \mathbf{y}_k", "right"),
        (r"\frac{\partial L}{\partial \mathbf{s}_k} = \mathbf{y}_k - \mathbf{s}_k", "wrong"),
        (r"\frac{\partial L}{\partial \mathbf{x}_d} = \sum_k \mathbf{W}_{kd} (\mathbf{s}_k - \mathbf{y}_k)", "right"),
        (r"\frac{\partial L}{\partial \mathbf{W}} = (\mathbf{s} - \mathbf{y}) \mathbf{x}^T", "right"),
        (r"\frac{\partial L}{\partial \mathbf{W}} = (\mathbf{s} + \mathbf{y}) \mathbf{x}^T", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SAID, NET, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (RECURRING, "right"),
        (RECURRING.replace("R}_{n,k}", "R}_{k,n}"), "wrong"),
        (RECURRING.replace(r"x}_i(t) \delta_{jk}", r"x}_j(t) \delta_{ik}"), "wrong"),
        (RECURRING.replace("f'", "f"), "wrong"),
        (RECURRING.replace(r"\boldsymbol", r"\bm"), "right"),
    ],
)
def test_steps_in_parentheses(claim: str, expected: str) -> None:
    """Of y nothing is declared: it is an entry because it is taken from one."""
    page = STEPS if r"\bm" not in claim else STEPS.replace(r"\boldsymbol", r"\bm")
    assert verdict(page, claim) == expected


def test_a_range_beside_an_entry_of_a_matrix() -> None:
    """No sum runs over k: W, which is declared, says how far it runs."""
    net = r"$$\mathbf{s}_k = \sum_{d=1}^D \mathbf{W}_{kd} \mathbf{x}_d$$"
    line = r"$$\frac{\partial \mathbf{s}_k}{\partial \mathbf{x}_d} = \mathbf{W}_{kd}$$"
    found = each_verdict(SAID, net, lines=[line, line.replace("{kd}$$", "{dk}$$")])
    assert found[0] == "right"
    assert found[1] != "right"


EXAMPLES = (
    r"$\mathbf{w}, \mathbf{x} \in \mathbb{R}^D$. $$\mathbf{z}_n = \mathbf{x}_n + \mathbf{w}, \quad "
    r"E = \frac12 \sum_{n=1}^N \| \mathbf{z}_n - \mathbf{t}_n \|^2$$"
)


@pytest.mark.parametrize("end", ["N", "M"])
def test_numbers_of_examples(end: str) -> None:
    """N counts the vectors, each of which is D long."""
    line = r"$$\frac{\partial E}{\partial \mathbf{w}} = \sum_{n=1}^N (\mathbf{z}_n - \mathbf{t}_n)$$".replace("N", end)
    assert verdict(EXAMPLES.replace("^N", f"^{end}"), line) == "right"
    turned = line.replace(r"\sum_{n=1}^" + end, "")
    assert verdict(EXAMPLES.replace("^N", f"^{end}"), turned) != "right"


def test_as_many_examples_as_entries() -> None:
    """What stands behind a transpose is a vector, whatever n runs to."""
    net = r"$\mathbf{w}, \mathbf{x} \in \mathbb{R}^N$. $$E = \frac12 \sum_{n=1}^N (\mathbf{w}^T \mathbf{x}_n - t_n)^2$$"
    line = r"$$\frac{\partial E}{\partial \mathbf{w}} = \sum_{n=1}^N (\mathbf{w}^T \mathbf{x}_n - t_n) \mathbf{x}_n$$"
    assert verdict(net, line) == "right"


def test_a_letter_that_runs_to_two_ends() -> None:
    r"""i numbers the examples and the entries of v: `\mathbf{x}_i` is not taken for an entry."""
    said = r"$\mathbf{w}, \mathbf{x} \in \mathbb{R}^D$."
    net = r"$$E = \frac12 \sum_{i=1}^N (\mathbf{w}^T \mathbf{x}_i - t_i)^2 + \sum_{i=1}^D v_i$$"
    line = r"$$\frac{\partial E}{\partial \mathbf{w}} = \sum_{i=1}^N (\mathbf{w}^T \mathbf{x}_i - t_i) \mathbf{x}_i$$"
    assert verdict(said, net, line) == "right"


@pytest.mark.parametrize("line", [r"f(x), g(x) \in \mathbb{R}", r"f(x), g(x) > 0"])
def test_functions_in_a_list(line: str) -> None:
    page = r"$$E = \sum_i x_i^2$$ where $LINE$. $$\frac{\partial E}{\partial x_i} = 2 x_i$$".replace("LINE", line)
    assert verdict(page) == "right"
