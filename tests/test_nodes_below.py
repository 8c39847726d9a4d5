r"""Nodes below what belongs to them: `net_{p_j}`, `\delta_{h_t}`; by hand: the chain rule."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""$$ net_{p_j}^{(l)} = \sum_{i=1}^{n} w_{ji} p_i^{(l-1)} + b_j $$ ($1 \le j \le n$, $1 \le l \le L$)

$$ p_j^{(l)} = f(net_{p_j}^{(l)}) $$

$$ E = \frac{1}{2} \sum_{j=1}^{n} (p_j^{(L)} - t_j)^2 $$

$$ \delta_{p_j}^{(l)} = \frac{\partial E}{\partial net_{p_j}^{(l)}} $$

# Derivation"""


@pytest.mark.parametrize(
    ("last", "expected"), [(r"p_i^{(l-1)}", "right"), (r"p_i^{(l)}", "wrong"), (r"p_j^{(l-1)}", "wrong")]
)
def test_what_belongs_to_a_node(last: str, expected: str) -> None:
    line = r"$$ \frac{\partial E}{\partial w_{ji}} = \sum_{l=1}^{L} \delta_{p_j}^{(l)} %s $$"
    assert verdict(NET, line % last) == expected


@pytest.mark.parametrize(("weight", "expected"), [("w_{jk}", "right"), ("w_{kj}", "wrong")])
def test_another_letter(weight: str, expected: str) -> None:
    line = r"$$ \delta_{p_k}^{(l-1)} = f'(net_{p_k}^{(l-1)}) \sum_{j=1}^{n} %s \delta_{p_j}^{(l)} $$ ($2 \le l \le L$)"
    assert verdict(NET, line % weight) == expected


def test_two_kinds_of_nodes() -> None:
    page = r"""$$net_{h_j} = \sum_{i=1}^n v_{ji} x_i, \quad h_j = f(net_{h_j})$$ ($1 \le j \le m$)

$$net_{o_k} = \sum_{j=1}^m w_{kj} h_j, \quad o_k = f(net_{o_k})$$ ($1 \le k \le K$)

$$E = \frac12 \sum_{k=1}^K (o_k - t_k)^2$$

# Derivation"""
    line = r"$$\frac{\partial E}{\partial v_{ji}} = \sum_{k=1}^K (o_k - t_k) f'(net_{o_k}) w_{kj} f'(net_{%s}) x_i$$"
    found = each_verdict(page, lines=[line % "h_j", line % "o_j"])
    assert found[0] == "right"
    assert found[1] != "right"


def test_looked_up_indices_stay_indices() -> None:
    """The class `y_n` of an example is data and no node: `p_{n,y_n}` is looked up."""
    page = r"""$$E = -\sum_{n=1}^N z_{y_n}^n + \sum_{n=1}^N \log \sum_{k=1}^K e^{z_k^n}$$

where $y_n \in \{1, \dots, K\}$"""
    line = r"$$\frac{\partial E}{\partial z_k^n} = \frac{e^{z_k^n}}{\sum_{j=1}^K e^{z_j^n}}$$"
    assert verdict(page, line) != "right"


RECURRENT = r"""$$a_{t,i} = \sum_{j=1}^n V_{i,j} s_{t-1,j} + u_{t,i}$$ ( $t = 1, \dots, T$, $i = 1, \dots, n$ )

$$s_{t,i} = \tanh(a_{t,i})$$ ( $t = 1, \dots, T$, $i = 1, \dots, n$ )

$$s_{0,i} = 0$$ ( $i = 1, \dots, n$ )

$$L = \frac{1}{2} \sum_{t=1}^T \sum_{i=1}^n (s_{t,i} - y_{t,i})^2$$

# Derivation"""
ERRORS = r"$$%s = \frac{\partial L}{\partial s_{t,i}}, \quad %s = \frac{\partial L}{\partial a_{t,i}}$$"
SLOPE = r"$$%s = %s (1 - s_{t,i}^2)$$"
BEFORE = r"$$%s = s_{t,j} - y_{t,j} + \sum_{i=1}^n V_{i,j} %s$$ ( $t = 1, \dots, T-1$ )"
GRADIENT = r"$$\frac{\partial L}{\partial V_{i,j}} = \sum_{t=1}^T %s s_{t-1,j}$$"


@pytest.mark.parametrize(
    "form", [r"\delta_{@_#,!}", r"\delta_{@_{#,!}}", r"(\epsilon_{@_#})_!", r"{\delta_{@_#}}_!", r"e_{@_{#}!}"]
)
def test_errors_named_by_what_carries_the_step(form: str) -> None:
    def error(of: str, t: str = "t", i: str = "i") -> str:
        return form.replace("@", of).replace("#", "{t+1}" if t == "t+1" and "_#" in form else t).replace("!", i)

    told = ERRORS % (error("s"), error("a"))
    assert each_verdict(
        RECURRENT,
        told,
        lines=[
            SLOPE % (error("a"), error("s")),
            SLOPE % (error("s"), error("a")),
            BEFORE % (error("s", i="j"), error("a", "t+1")),
            BEFORE % (error("s", i="j"), error("s", "t+1")),
            BEFORE % (error("s", i="j"), error("a")),
            GRADIENT % error("a"),
            GRADIENT % error("a", i="j"),
        ],
    ) == ["right", "wrong", "right", "wrong", "wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "told",
    [
        r"We write $\delta_{a_t,i}$ for $\frac{\partial L}{\partial a_{t,i}}$.",
        r"Let $\delta_{a_t,i}$ be the derivative of $L$ with respect to $a_{t,i}$.",
        r"$$\frac{\partial L}{\partial a_{t,i}} =: \delta_{a_t,i}$$",
    ],
)
def test_errors_told_in_other_ways(told: str) -> None:
    assert each_verdict(RECURRENT, told, lines=[GRADIENT % r"\delta_{a_t,i}", GRADIENT % r"2 \delta_{a_t,i}"]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "told",
    [
        r"It would be a mistake to set $\delta_{a_t,i} = \frac{\partial L}{\partial a_{t,i}}$.",
        r"$$\delta_{s_t,i} = \frac{\partial L}{\partial s_{t,i}}$$",
        r"$$\delta_{a_t,i} = \frac{\partial L}{\partial a_{t,j}}$$",
        r"$$\delta_{a_t,i} = \frac{\partial L}{\partial a_{t,i}}$$ $$F = \sum_{a_t} \delta_{a_t,i}$$",
    ],
)
def test_what_is_below_may_be_anything_else(told: str) -> None:
    for factor in ("", "2 "):
        line = GRADIENT % rf"{factor}\delta_{{a_t,i}}"
        assert verdict(RECURRENT, told, line) not in ("right", "wrong")


LAYERS = r"""$$z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}, \quad a^{(l)} = g(z^{(l)})$$ ( $l = 1, \dots, L$ )

$$E = \frac12 \| a^{(L)} - y \|^2$$

where $z^{(l)}, a^{(l)}, b^{(l)} \in \mathbb{R}^{n_l}$, $W^{(l)} \in \mathbb{R}^{n_l \times n_{l-1}}$, and
$y \in \mathbb{R}^{n_L}$; $g$ acts element-wise.

# Derivation

$$\delta_{z^{(l)}} = %s\frac{\partial E}{\partial z^{(l)}}, \quad \delta_{a^{(l)}} = %s\nabla_{a^{(l)}} E$$"""


@pytest.mark.parametrize("sign", ["", "-"])
def test_errors_of_whole_layers(sign: str) -> None:
    cases = [
        (r"\delta_{z^{(l)}} = \delta_{a^{(l)}} \odot g'(z^{(l)})", "right"),
        (r"\delta_{z^{(l)}} = \delta_{a^{(l)}} \odot g'(a^{(l)})", "wrong"),
        (r"\frac{\partial E}{\partial W^{(l)}} = @ \delta_{z^{(l)}} (a^{(l-1)})^T", "right"),
        (r"\frac{\partial E}{\partial W^{(l)}} = @ \delta_{a^{(l)}} (a^{(l-1)})^T", "wrong"),
        (r"(\frac{\partial E}{\partial W^{(l)}})^T = @ a^{(l-1)} \delta_{z^{(l)}}^T", "right"),
        (r"\frac{\partial E}{\partial b_i^{(l)}} = @ \delta_{z_i^{(l)}}", "right"),
        (r"\frac{\partial E}{\partial b_i^{(l)}} = @ \delta_{z^{(l)},i}^2", "wrong"),
        (r"\delta_{a^{(L)}} = @ (a^{(L)} - y)", "right"),
        (r"\delta_{a^{(L)}} = @ (y - a^{(L)})", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(LAYERS % (sign, sign), lines=[f"$${line.replace('@', sign)}$$" for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


def test_second_derivatives_are_no_entries() -> None:
    told = r"$$L_{s_{t,i}} = \frac{\partial L}{\partial s_{t,i}}$$"
    line = r"$$\frac{\partial^2 L}{\partial s_{t,i} \partial s_{t,j}} = L_{s_{t,i} s_{t,j}}$$"
    assert verdict(RECURRENT, told, line) not in ("right", "wrong")


OF_WHOLES = r"""$$ u_k = \sum_{m=1}^{M} A_{km} s_m + c_k $$ ($1 \le k \le K$)

$$ r_k = \tanh(u_k) $$ ($1 \le k \le K$)

$$ E = \frac12 \sum_{k=1}^K (r_k - t_k)^2 $$

$$ \delta_{u_k} = \frac{\partial E}{\partial u_k} $$ ($1 \le k \le K$)

where $\mathbf{A} = (A_{km})$, $\mathbf{s} = (s_m)$, $\mathbf{c} = (c_k)$, $\mathbf{r} = (r_k)$, $\mathbf{t} = (t_k)$%s.

# Derivation"""
WHOLES = [r"\boldsymbol{\delta_u}", r"\boldsymbol{\delta}_u", r"\boldsymbol{\delta}_{\mathbf{u}}", r"\delta_u"]


@pytest.mark.parametrize("whole", WHOLES)
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial \mathbf{A}} = %s \mathbf{s}^T", "right"),
        (r"\frac{\partial E}{\partial \mathbf{A}} = \mathbf{s} %s^T", "wrong"),
        (r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{A}^T %s", "right"),
        (r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{A} %s", "wrong"),
        (r"\frac{\partial E}{\partial \mathbf{c}} = %s", "right"),
        (r"\frac{\partial E}{\partial \mathbf{c}} = -%s", "wrong"),
        (r"%s = (\mathbf{r} - \mathbf{t}) \odot (1 - \mathbf{r} \odot \mathbf{r})", "right"),
        (r"%s = \mathbf{r} - \mathbf{t}", "wrong"),
    ],
)
def test_wholes_of_what_belongs_to_entries(whole: str, line: str, expected: str) -> None:
    line = rf"$$ {line % whole} $$"
    assert verdict(OF_WHOLES % "", line) == expected
    assert verdict(OF_WHOLES % rf", ${whole} = (\delta_{{u_k}})$", line) == expected


def test_no_wholes_of_another_name() -> None:
    r"""`\boldsymbol{\delta}_v` is no whole of `\delta_{u_k}`, nor is what has an index that sums run over."""
    line = r"$$ \frac{\partial E}{\partial \mathbf{c}} = \boldsymbol{\delta}_%s $$"
    assert not set(each_verdict(OF_WHOLES % "", lines=[line % "v", line % "k"])) & {"right", "wrong"}


def test_a_name_whose_entries_are_not_understood() -> None:
    r"""`\boldsymbol{\delta}_q = (\delta_{u_k})` makes no number of it, so shapes refute nothing."""
    line = r"$$ \frac{\partial E}{\partial \mathbf{A}} = \boldsymbol{\delta}_q \mathbf{s}^T $$"
    assert verdict(OF_WHOLES % r", $\boldsymbol{\delta}_q = (\delta_{u_k})$", line) != "wrong"
