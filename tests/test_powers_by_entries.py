r"""Powers by entries, `h_t^{\odot 2}`, `1 - h_t^2` beside `\odot`, products of columns beside it; ones; `U_c`.

By hand: of `h = \tanh(a)` the derivative is `1 - h^2`, of the logistic function `a (1 - a)`, each entry by itself.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

RECURRENT = (
    r"$$a_{t,i} = \sum_{j=1}^n w_{ij} h_{t-1,j} + x_{t,i}, \quad h_{t,i} = \tanh(a_{t,i})$$ ( $t = 1, \dots, T$ )"
    "\n\n"
    r"$$h_{0,i} = 0, \quad L = \frac12 \sum_{t=1}^T \sum_{i=1}^n (h_{t,i} - y_{t,i})^2$$"
    r"Here $W = (w_{ij})$, $h_t = (h_{t,i})$, $a_t = (a_{t,i})$, $x_t = (x_{t,i})$, $y_t = (y_{t,i})$."
)
LAYER = (
    r"$$z_i = \sum_{j=1}^n w_{ij} x_j, \quad a_i = \sigma(z_i), \quad C = \frac12 \sum_{i=1}^m (a_i - y_i)^2$$"
    r"with $\sigma(u) = \frac{1}{1+e^{-u}}$. Here $W = (w_{ij})$, $z = (z_i)$, $a = (a_i)$, $x = (x_j)$, $y = (y_i)$."
)
DECLARED = (
    r"$W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$, $y \in \mathbb{R}^m$."
    "\n\n"
    r"$$z = W x, \quad a = \sigma(z), \quad C = \frac12 \|a - y\|^2$$ with $\sigma(u) = \frac{1}{1+e^{-u}}$."
)
STEP = r"\frac{\partial L}{\partial a_t} = \frac{\partial L}{\partial h_t} \odot "


def test_squares_of_columns_beside_a_product_by_entries() -> None:
    cases = [
        r"(1 - h_t^2)",
        r"(1 - h_t^{2})",
        r"\left(1 - (h_t)^2\right)",
        r"(1 - h_t^{\odot 2})",
        r"(1 - h_t^{\circ 2})",
        r"(1 - h_t^{.2})",
        r"(1 - \tanh^2(a_t))",
        r"(1 - \tanh(a_t)^2)",
        r"(1 - h_t) (1 + h_t)",
    ]
    for slope, found in zip(
        cases, each_verdict(RECURRENT, lines=[f"$${STEP}{slope}$$" for slope in cases]), strict=True
    ):
        assert found == "right", slope
    for slope, found in zip(
        cases,
        each_verdict(RECURRENT, lines=[f"$${STEP}{slope.replace('1 -', '1 +', 1)}$$" for slope in cases]),
        strict=True,
    ):
        assert found == "wrong", slope


def test_a_column_of_ones_in_a_difference() -> None:
    cases = [r"\mathbf{1}", r"\boldsymbol{1}", r"\mathbf{1}_n"]
    for one, found in zip(
        cases, each_verdict(RECURRENT, lines=[f"$${STEP}({one} - h_t^2)$$" for one in cases]), strict=True
    ):
        assert found == "right", one
    for one, found in zip(
        cases, each_verdict(RECURRENT, lines=[f"$${STEP}({one} + h_t^2)$$" for one in cases]), strict=True
    ):
        assert found == "wrong", one


def test_lines_of_a_recurrence() -> None:
    cases = [
        (
            r"\frac{\partial L}{\partial a_t} = (1 - h_t^2) \circ \frac{\partial L}{\partial h_t}",
            r"\frac{\partial L}{\partial a_t} = (1 - h_t^3) \circ \frac{\partial L}{\partial h_t}",
        ),
        (
            r"\frac{\partial L}{\partial W} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} \odot (1 - h_t^2) h_{t-1}^T",
            r"\frac{\partial L}{\partial W} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} \odot (1 - h_t^2) h_t^T",
        ),
        (
            r"\frac{\partial L}{\partial a_t} = \operatorname{diag}(1 - h_t^2) \frac{\partial L}{\partial h_t}",
            r"\frac{\partial L}{\partial a_t} = \operatorname{diag}(1 - h_t) \frac{\partial L}{\partial h_t}",
        ),
        (
            r"\frac{\partial L}{\partial a_t} = \mathrm{diag}(\tanh'(a_t)) \frac{\partial L}{\partial h_t}",
            r"\frac{\partial L}{\partial a_t} = \mathrm{diag}(\tanh'(h_t)) \frac{\partial L}{\partial h_t}",
        ),
        (
            r"L = \frac12 \sum_{t=1}^T \mathbf{1}^\top (h_t - y_t)^{\odot 2}",
            r"L = \sum_{t=1}^T \mathbf{1}^\top (h_t - y_t)^{\odot 2}",
        ),
        (r"\sum_{i=1}^n h_{t,i} = \boldsymbol{1}^\top h_t", r"\sum_{i=1}^n h_{t,i} = 2 \boldsymbol{1}^\top h_t"),
        (r"\sum_{i=1}^n h_{t,i} = h_t^T \mathbf{1}", r"\sum_{i=1}^n h_{t,i} = a_t^T \mathbf{1}"),
        (
            r"\frac{\partial L}{\partial h_{t-1}} = h_{t-1} - y_{t-1} + "
            r"W^\top ((1 - h_t^2) \odot \frac{\partial L}{\partial h_t})$$ ( $t = 2, \dots, T$ )",
            r"\frac{\partial L}{\partial h_{t-1}} = h_{t-1} - y_{t-1} + "
            r"W ((1 - h_t^2) \odot \frac{\partial L}{\partial h_t})$$ ( $t = 2, \dots, T$ )",
        ),
    ]
    for (right, _), found in zip(
        cases,
        each_verdict(RECURRENT, lines=[f"$${right}" + "$$" * ("$$" not in right) for right, _ in cases]),
        strict=True,
    ):
        assert found == "right", right
    for (_, wrong), found in zip(
        cases,
        each_verdict(RECURRENT, lines=[f"$${wrong}" + "$$" * ("$$" not in wrong) for _, wrong in cases]),
        strict=True,
    ):
        assert found == "wrong", wrong


@pytest.mark.parametrize("page", [LAYER, DECLARED])
def test_columns_side_by_side_beside_a_product_by_entries(page: str) -> None:
    cases = [
        (r"\frac{\partial C}{\partial z} = (a - y) \odot a (1 - a)", "(1 + a)"),
        (r"\frac{\partial C}{\partial z} = (a - y) \odot [a \, (1 - a)]", "(1 + a)"),
        (r"\frac{\partial C}{\partial z} = a (1 - a) \odot (a - y)", "(1 + a)"),
        (r"\frac{\partial C}{\partial W} = (a - y) \odot a (1 - a) x^T", "(1 + a)"),
        (r"\frac{\partial C}{\partial z} = \mathrm{diag}(a (1 - a)) (a - y)", "(1 + a)"),
        (r"\frac{\partial C}{\partial x} = W^T ((a - y) \odot a (1 - a))", "(1 + a)"),
    ]
    for (right, _), found in zip(cases, each_verdict(page, lines=[f"$${right}$$" for right, _ in cases]), strict=True):
        assert found == "right", right
    for (right, _), found in zip(
        cases, each_verdict(page, lines=[f"$${right.replace('(1 - a)', slip)}$$" for right, slip in cases]), strict=True
    ):
        assert found == "wrong", right


@pytest.mark.parametrize("page", [LAYER, DECLARED])
def test_what_has_two_readings_stays_open(page: str) -> None:
    cases = [
        r"\frac{\partial C}{\partial z} = a^2 (1 - a) \odot (a - y)",  # the number a^T a, or entries
        r"C = x^T x \odot x",  # x^T (x \odot x), or a number
        r"\frac{\partial C}{\partial z} = (a - y) \odot a \cdot (1 - a)",  # an inner product, or one by entries
    ]
    for line, found in zip(cases, each_verdict(page, lines=[f"$${line}$$" for line in cases]), strict=True):
        assert found in ("unreadable", "unproved"), line


def test_a_matrix_before_columns_side_by_side_stays_open() -> None:
    line = STEP + r"W h_t (1 - h_t)"  # W h_t by entries with 1 - h_t, or W times both
    assert verdict(RECURRENT, f"$${line}$$") == "unreadable"
    square = DECLARED.replace("m", "n")
    assert verdict(square, r"$$\frac{\partial C}{\partial z} = (a - y) \odot W a (1 - a)$$") == "unreadable"


def test_columns_side_by_side_without_the_sign_are_not_read() -> None:
    assert verdict(LAYER, r"$$\frac{\partial C}{\partial z} = (a - y) a (1 - a)$$") == "unreadable"
    assert verdict(RECURRENT, r"$$\frac{\partial L}{\partial a_t} = (1 - h_t^2) \frac{\partial L}{\partial h_t}$$") == (
        "unreadable"
    )


def test_a_dot_before_digits_is_a_root_of_a_number() -> None:
    page = r"$$y = x^{.2}$$"
    assert each_verdict(page, lines=[r"$$\frac{d y}{d x} = \frac{1}{5} x^{-.8}$$", r"$$\frac{d y}{d x} = 2 x$$"]) == [
        "right",
        "wrong",
    ]


def test_a_function_applied_twice_is_no_square() -> None:
    page = r"$$y = f^{\circ 2}(x)$$ where $f$ is a function."
    cases = (r"2 f(x) f'(x)", r"f'(f(x)) f'(x)", "0")
    for line, found in zip(
        cases, each_verdict(page, lines=[rf"$$\frac{{d y}}{{d x}} = {line}$$" for line in cases]), strict=True
    ):
        assert found != "right", line


MASKED = (
    r"$$z_i = \sum_{k=1}^n V_{ik} x_k, \quad y_i = f(z_i) m_i, \quad s_o = \sum_{i=1}^p U_{oi} y_i$$"
    r"$$C = \frac12 \sum_{o=1}^q (s_o - t_o)^2$$ "
    r"with $z = (z_i)$, $s = (s_o)$, $U = (U_{oi})$, $y = (y_i)$, $m = (m_i)$."
)


def test_functions_of_arrays_transposed_behind_their_argument() -> None:
    line = r"$$\frac{\partial C}{\partial U} = \frac{\partial C}{\partial s} (f(z) \odot m)^T$$"
    assert each_verdict(MASKED, lines=[line, line.replace(r"(f(z) \odot m)^T", "f(z)^T")]) == ["right", "wrong"]
    plain = MASKED.replace("f(z_i) m_i", "f(z_i)")
    assert each_verdict(
        plain,
        lines=[
            r"$$\frac{\partial C}{\partial U} = \frac{\partial C}{\partial s} f(z)^T$$",
            r"$$\frac{\partial C}{\partial U} = \frac{\partial C}{\partial s} f(s)^T$$",
            r"$$\frac{\partial C}{\partial U} = \frac{\partial C}{\partial s} f'(z)^T$$",
        ],
    ) == ["right", "wrong", "wrong"]


LABELLED = (
    r"$$c_i = \sum_{j=1}^n (U_c)_{ij} h_j, \quad g_i = \tanh(c_i), \quad L = \frac12 \sum_{i=1}^n g_i^2$$"
    r"with $c = (c_i)$, $h = (h_j)$."
)


def test_a_matrix_by_its_label_beside_its_entries() -> None:
    line = r"$$\frac{\partial L}{\partial U_c} = \frac{\partial L}{\partial c} h^T$$"
    assert each_verdict(
        LABELLED,
        lines=[
            line,
            line.replace("h^T", "c^T"),
            r"$$\frac{\partial L}{\partial h} = U_c^T \frac{\partial L}{\partial c}$$",
            r"$$\frac{\partial L}{\partial h} = U_c \frac{\partial L}{\partial c}$$",
        ],
    ) == ["right", "wrong", "right", "wrong"]


def test_a_letter_below_that_counts_is_no_label_of_a_matrix() -> None:
    page = r"$$s_i = \sum_{k=1}^n \sum_{j=1}^n (U_k)_{ij} h_j, \quad L = \sum_{i=1}^n s_i$$ with $h = (h_j)$."
    assert "right" not in {str(c.judgement) for c in check(page + "\n\n" + r"$$\nabla_h L = U_k^T h$$").claims[-1:]}


WIDTHS = (
    '+++\nobjective = "J"\nfunctions = ["g"]\n[ranges]\n"i" = "1..m"\n"j" = "1..n^{[l]}"\n"k" = "1..n^{[l-1]}"\n'
    '"l" = "1..L"\n"p" = "1..n^{[l]}"\n+++\n'
    r"$$a_{k,i}^{[0]} = x_{k,i}$$ ( $k = 1, \dots, n^{[0]}$ )"
    "\n\n"
    r"$$z_{j,i}^{[l]} = \sum_{k=1}^{n^{[l-1]}} w_{j,k}^{[l]} a_{k,i}^{[l-1]}$$"
    "\n\n"
    r"$$a_{j,i}^{[l]} = g(z_{j,i}^{[l]})$$ ( $l = 1, \dots, L-1$ )"
    "\n\n"
    r"$$a_{j,i}^{[L]} = \frac{\exp(z_{j,i}^{[L]})}{\sum_{p=1}^{n^{[L]}} \exp(z_{p,i}^{[L]})}$$"
    r"( $j = 1, \dots, n^{[L]}$ )"
    "\n\n"
    r"$$J = -\sum_{i=1}^m \sum_{j=1}^{n^{[L]}} y_{j,i} \log a_{j,i}^{[L]}$$"
)


def test_that_every_layer_has_a_unit_is_no_condition_of_sizes() -> None:
    line = (
        r"$$\frac{\partial J}{\partial z_{j,i}^{[L]}} = a_{j,i}^{[L]} "
        r"\left( \frac{\partial J}{\partial a_{j,i}^{[L]}} - "
        r"\sum_{p=1}^{n^{[L]}} \frac{\partial J}{\partial a_{p,i}^{[L]}} a_{p,i}^{[L]} \right)$$ "
        r"( $j = 1, \dots, n^{[L]}$ )"
    )
    assert each_verdict(WIDTHS, lines=[line, line.replace("_{p=1}^", r"_{p=1, p \ne j}^")]) == ["right", "wrong"]
    hidden = (
        r"$$\frac{\partial J}{\partial z_{j,i}^{[l]}} = g'(z_{j,i}^{[l]}) \sum_{p=1}^{n^{[l+1]}} w_{p,j}^{[l+1]} "
        r"\frac{\partial J}{\partial z_{p,i}^{[l+1]}}$$ ( $l = 1, \dots, L-1$ )"
    )
    assert each_verdict(WIDTHS, lines=[hidden, hidden.replace("_{p=1}^", "_{p=2}^")]) == ["right", "wrong"]


def test_a_line_that_fails_in_one_layer_only_is_wrong() -> None:
    line = (
        r"$$\frac{\partial J}{\partial z_{j,i}^{[l]}} = [l \ne 9] g'(z_{j,i}^{[l]}) \sum_{p=1}^{n^{[l+1]}} "
        r"w_{p,j}^{[l+1]} \frac{\partial J}{\partial z_{p,i}^{[l+1]}}$$ ( $l = 1, \dots, L-1$ )"
    )
    assert verdict(WIDTHS, line) in ("wrong", "unproved")


SOFTMAX = [
    r"$$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}, \quad L = -\log p_k$$ with $i = 1, \dots, K$, $p = (p_i)$, $z = (z_i)$.",
    r"$z \in \mathbb{R}^K$, $$p = \operatorname{softmax}(z), \quad L = -\log p_k$$ where $k$ is the true class.",
]


@pytest.mark.parametrize("page", SOFTMAX)
@pytest.mark.parametrize("one", [r"\mathbf{1}_k", r"\boldsymbol{1}_{k}"])
def test_a_one_in_the_place_of_a_letter_is_no_column_of_ones(page: str, one: str) -> None:
    cases = (r"\nabla_z L", r"\frac{\partial L}{\partial z}")
    for left, found in zip(
        cases, each_verdict(page, lines=[rf"$${left} = p - {one}$$" for left in cases]), strict=True
    ):
        assert found in ("unreadable", "unproved", "right"), left


def test_ones_with_a_step_are_not_read() -> None:
    assert verdict(RECURRENT, rf"$${STEP}(\mathbf{{1}}_t - h_t^2)$$") == "unreadable"
