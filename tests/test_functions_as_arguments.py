r"""Functions as arguments, `R(f_w) = \sum_n (f_w(x_n) - y_n)^2`, and names told apart by arrays, `P_{y^{(i)}}(x_j)`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import verdict

RISK = (
    r"Data $x_n = (x_{n1}, \dots, x_{nD})$ and $y_n$, $n = 1, \dots, N$, parameters $w = (w_1, \dots, w_D)$:"
    r" $$f_w(x_n) = \sum_{d=1}^D w_d x_{nd}$$ $$R(f_w) = \sum_{n=1}^N (f_w(x_n) - y_n)^2$$"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"2 \sum_{n=1}^N (f_w(x_n) - y_n) x_{nd}", "right"),
        (r"2 \sum_{n=1}^N (f_w(x_n) + y_n) x_{nd}", "wrong"),
        (r"2 (f_w(x_n) - y_n) x_{nd}", "wrong"),
    ],
)
@pytest.mark.parametrize(
    ("function", "risk"), [("f_w", "R"), ("h", r"\hat{R}"), (r"\pi_w", "J"), (r"\hat{y}", r"\mathcal{L}")]
)
def test_risks(function: str, risk: str, body: str, expected: str) -> None:
    net, line = RISK, rf"$$\frac{{\partial R(f_w)}}{{\partial w_d}} = {body}$$"
    if function == "h":
        net = net.replace("y_n", "t_n")
        line = line.replace("y_n", "t_n")
    net, line = (x.replace("f_w", function).replace("R(", f"{risk}(") for x in (net, line))
    assert verdict(net, line) == expected


LISTS = r"""Features $x_j^{(i)} = (x_{j1}^{(i)}, \dots, x_{jD}^{(i)})$, judgments $y_j^{(i)}$, $i = 1, \dots, m$,
$j = 1, \dots, n^{(i)}$, weights $v = (v_1, \dots, v_D)$.

$$g_v(x_j^{(i)}) = \sum_{d=1}^{D} v_d x_{jd}^{(i)}$$

$$P_{y^{(i)}}(x_j^{(i)}) = \frac{\exp(y_j^{(i)})}{\sum_{k=1}^{n^{(i)}} \exp(y_k^{(i)})}$$

$$P_{z^{(i)}(g_v)}(x_j^{(i)}) = \frac{\exp(g_v(x_j^{(i)}))}{\sum_{k=1}^{n^{(i)}} \exp(g_v(x_k^{(i)}))}$$

$$L(y^{(i)}, z^{(i)}(g_v)) = - \sum_{j=1}^{n^{(i)}} P_{y^{(i)}}(x_j^{(i)}) \log P_{z^{(i)}(g_v)}(x_j^{(i)})$$

Then
"""
DIFFERENCE = r"P_{z^{(i)}(g_v)}(x_j^{(i)}) - P_{y^{(i)}}(x_j^{(i)})"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"\frac{{\partial L(y^{{(i)}}, z^{{(i)}}(g_v))}}{{\partial g_v(x_j^{{(i)}})}} = {DIFFERENCE}", "right"),
        (r"\frac{\partial g_v(x_j^{(i)})}{\partial v_d} = x_{jd}^{(i)}", "right"),
        (r"\frac{\partial g_v(x_j^{(i)})}{\partial v_d} = v_d x_{jd}^{(i)}", "wrong"),
        (
            r"\frac{\partial L(y^{(i)}, z^{(i)}(g_v))}{\partial v_d} = \sum_{j=1}^{n^{(i)}}"
            rf" ({DIFFERENCE}) x_{{jd}}^{{(i)}}",
            "right",
        ),
        (
            rf"\frac{{\partial L(y^{{(i)}}, z^{{(i)}}(g_v))}}{{\partial v_d}} = ({DIFFERENCE}) x_{{jd}}^{{(i)}}",
            "wrong",
        ),
        (
            r"\frac{\partial L(y^{(i)}, z^{(i)}(g_v))}{\partial v} = \sum_{j=1}^{n^{(i)}}"
            rf" ({DIFFERENCE}) \frac{{\partial g_v(x_j^{{(i)}})}}{{\partial v}}",
            "right",
        ),
    ],
)
@pytest.mark.parametrize("shown", ["(g_v)", ""])
def test_lists_of_scores(shown: str, line: str, expected: str) -> None:
    net, line = (x.replace("(g_v)", shown) for x in (LISTS, line))
    assert verdict(net, f"$${line}$$") == expected


def test_a_name_with_two_of_these_as_indices() -> None:
    """Defined at one value alone, P says nothing of its value at another: a line that rests on both is not proved."""
    net = LISTS.replace("(g_v)", "") + "\n$P_k$ is no more than a name.\n\n"
    sound = DIFFERENCE.replace("(g_v)", "")
    line = rf"$$\frac{{\partial L(y^{{(i)}}, z^{{(i)}})}}{{\partial v_d}} = ({sound}) x_{{jd}}^{{(i)}}$$"
    assert verdict(net, line) != "right"


def test_a_function_that_stands_bare_leaves_lines_open() -> None:
    """The f of data is made of the entries of its argument: it has no value for each of them, and no line is wrong."""
    risk = r"\frac{\partial R(f_w)}{\partial %s}"
    bare = rf"$${risk % 'w_d'} = {risk % 'f_w'} \frac{{\partial f_w}}{{\partial w_d}}$$"
    page = f"{RISK}\n\n{bare}\n\n" + r"$$\frac{\partial f_w(x_n)}{\partial w_d} = x_{nd}$$"
    assert all(str(c.judgement) != "wrong" for c in check(page).claims)


@pytest.mark.parametrize(
    ("net", "line"),
    [
        (  # s is any function, and f its argument
            r"$$f(x_n) = \sum_{d=1}^D w_d x_{nd}$$ ( $n = 1, \dots, N$ ) $$E = \sum_{n=1}^N s(f)$$",
            r"$$\frac{\partial E}{\partial w_d} = \sum_{n=1}^N s x_{nd}$$",
        ),
        (  # the risk of another function is another value
            RISK + r" $$R(g) = \sum_{n=1}^N y_n^2$$",
            r"$$\frac{\partial R(g)}{\partial w_d} = 2 \sum_{n=1}^N (f_w(x_n) - y_n) x_{nd}$$",
        ),
    ],
)
def test_other_arguments(net: str, line: str) -> None:
    assert verdict(net, line) != "right"


@pytest.mark.parametrize(("body", "expected"), [(r"p(k) - q(k)", "right"), (r"q(k) - p(k)", "wrong")])
def test_two_functions(body: str, expected: str) -> None:
    """By hand: the cross entropy of a softmax with its logits."""
    net = (
        r"For $k = 1, \dots, K$: $$p(k) = \frac{e^{a_k}}{\sum_{c=1}^K e^{a_c}}$$"
        r" $$q(k) = \frac{e^{b_k}}{\sum_{c=1}^K e^{b_c}}$$ $$H(q, p) = -\sum_{k=1}^K q(k) \log p(k)$$"
    )
    assert verdict(net, rf"$$\frac{{\partial H(q, p)}}{{\partial a_k}} = {body}$$") == expected
    assert verdict(net, rf"$$\frac{{\partial H(p, q)}}{{\partial a_k}} = {body}$$") != "right"


@pytest.mark.parametrize("i", ["i", "j"])
def test_layers_of_letters(i: str) -> None:
    """Letters that carry their layer are indices: of these no label is made."""
    net = (
        rf"$$a_{{{i}^{{l}}}} = \sum_{{k^{{l-1}}=1}}^{{N}} w_{{{i}^{{l}} k^{{l-1}}}} x_{{k^{{l-1}}}}$$"
        r" $$E = \frac{1}{2} \sum_{p=1}^N (a_p - t_p)^2$$"
    )
    assert verdict(net, r"$$\frac{\partial E}{\partial x_p} = (a_p - t_p)$$") != "right"
