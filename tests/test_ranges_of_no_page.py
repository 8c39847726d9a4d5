r"""Pages that leave ranges to their reader: what lines say of them, and what they cannot be held to."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict


def test_one_entry_that_is_used_does_not_say_how_many_there_are() -> None:
    page = (
        r"$$d_j = \sum_{i=1}^n x_{ji}^2$$",
        r"$$p_j = \frac{e^{-d_j}}{\sum_{k=1}^M e^{-d_k}}, \quad L = -\log p_1$$",
    )
    line = r"$$\frac{\partial L}{\partial x_{ji}} = 2 (\delta_{1j} - p_j) x_{ji}$$"
    assert each_verdict(*page, lines=[line, line.replace("p_j", "p_1")]) == ["right", "wrong"]


def test_numbered_entries_of_which_nothing_else_tells_the_number() -> None:
    page = r"$$h_i = \sum_{j=1}^n w_{ij} x_j, \quad E = (h_1 - h_2)^2$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial h_1} = 2 (h_1 - h_2)$$",
            r"$$\frac{\partial E}{\partial h_2} = 2 (h_1 - h_2)$$",
        ],
    ) == ["right", "wrong"]


def test_ranges_beside_lines_tell_lengths() -> None:
    page = (
        '+++\nsums = "implicit"\nobjective = "L"\n+++\n'
        r"$$S_{ij} = Q_{ia} K_{ja}, \quad L = \sum_{i=1}^N \sum_{j=1}^N S_{ij}^2$$"
    )
    line = r"$$\frac{\partial L}{\partial Q_{pl}} = 2 S_{pj} K_{jl}$$ ( $p = 1, \dots, N$, $l = 1, \dots, d$ )"
    assert each_verdict(page, lines=[line, line.replace("S_{pj}", "S_{pp}")]) == ["right", "wrong"]


RISK = (
    r"$$\eta_i = \sum_{p=1}^P x_{ip} \beta_p, \quad s_i = \sum_{j \geq i} e^{\eta_j}$$",
    r"$$V = \sum_{i=1}^n \log\left(\sum_{j \geq i} e^{\eta_j}\right)$$",
)


def test_an_entry_beyond_a_range_that_nobody_stated() -> None:
    line = r"$$\frac{\partial V}{\partial \eta_k} = e^{\eta_k} \sum_{i=1}^k \frac{1}{s_i}$$"
    found = each_verdict(*RISK, lines=[line, line.replace("^k ", "^n ")])
    assert found[0] in ("right", "unproved")
    assert found[1] == "wrong"
    stated = (RISK[0] + r" ( $1 \le i \le n$ )", RISK[1])
    assert verdict(*stated, line) == "right"


def test_transposed_indices_stay_wrong_where_no_range_is_stated() -> None:
    page = r"$$a_j = \sum_i w_{ji} x_i, \quad E = \frac12 \sum_j (a_j - t_j)^2$$"
    line = r"$$\frac{\partial E}{\partial w_{ji}} = (a_j - t_j) x_i$$"
    assert each_verdict(page, lines=[line, line.replace("x_i", "x_j"), line.replace("w_{ji}", "w_{ij}")]) == [
        "right",
        "wrong",
        "wrong",
    ]
    reason = check(page + "\n\n" + line.replace("x_i", "x_j")).claims[-1].links[0].reason
    assert reason is not None
    assert reason.kind == "index"


PADDED = (
    r"$$u_t = \sum_{k=0}^{K-1} w_k x_{t-k}, \quad h_t = \tanh(u_t), \quad E = \frac12 \sum_{t=1}^T h_t^2$$",
    r"$$\frac{\partial E}{\partial w_k} = \sum_{t=k+1}^T h_t (1 - h_t^2) x_{t-k}$$",
)


def test_zeros_before_the_first_step_leave_the_data_given() -> None:
    net, line = PADDED
    for front in ("", '+++\noutside = "zero"\n+++\n'):
        said = r"The sequence is padded, that is $x_t = 0$ for $t \leq 0$."
        assert each_verdict(front + net, said, lines=[line, line.replace("x_{t-k}", "x_t")]) == ["right", "wrong"]


def test_a_condition_behind_two_equations_is_one_of_both() -> None:
    net, line = PADDED
    front = '+++\noutside = "zero"\n+++\n'
    said = r"They are padded, that is $x_t = 0$ and $h_t = 0$ for $t \leq 0$."
    assert each_verdict(front + net, said, lines=[line, line.replace("x_{t-k}", "x_t")]) == ["right", "wrong"]
    page = r"$$E = \sum_{t=1}^T x_t^2 a_t$$ where $a_t = c_t$ and $x_0 = 1$ for $t \geq 1$."
    assert verdict(page, r"$$\frac{\partial E}{\partial x_t} = 2 x_t a_t$$") != "wrong"


def test_widths_of_layers_where_the_last_one_is_told_by_its_own_sum() -> None:
    page = (
        r"$$h_{i,j}^{(0)} = x_{i,j}$$ ( $j = 1, \dots, m_0$ )",
        r"$$z_{i,k}^{(l)} = \sum_{j=1}^{m_{l-1}} w^{(l)}_{jk} h_{i,j}^{(l-1)}$$",
        r"$$h_{i,k}^{(l)} = \phi(z_{i,k}^{(l)})$$ ( $l = 1, \dots, L-1$ )",
        r"$$h_{i,k}^{(L)} = \frac{e^{z_{i,k}^{(L)}}}{\sum_{k'=1}^{m_L} e^{z_{i,k'}^{(L)}}}$$",
        r"$$J = -\sum_{i=1}^n \sum_{k=1}^{m_L} y_{i,k} \log h_{i,k}^{(L)}$$",
    )
    right = r"\sum_{i=1}^n \frac{\partial J}{\partial z_{i,k}^{(L)}} h_{i,j}^{(L-1)}"
    line = rf"$$\frac{{\partial J}}{{\partial w^{{(L)}}_{{jk}}}} = {right}$$"
    assert each_verdict(*page, lines=[line, line.replace("h_{i,j}", "h_{i,k}")]) == ["right", "wrong"]


@pytest.mark.parametrize("first", [r"$$a_k^{(0)} = x_k$$", ""])
def test_a_last_layer_of_its_own_beside_layers_of_no_range(first: str) -> None:
    """What the last layer is made of is a layer, too: z has one more than the hidden a."""
    page = (
        first,
        r"$$z_j^{(l)} = \sum_{k=1}^{n^{(l-1)}} w_{j,k}^{(l)} a_k^{(l-1)} + b_j^{(l)}$$",
        r"$$a_j^{(l)} = g(z_j^{(l)})$$",
        r"$$a_j^{(L)} = \frac{\exp(z_j^{(L)})}{\sum_{p=1}^{n^{(L)}} \exp(z_p^{(L)})}$$",
        r"$$J = -\sum_{j=1}^{n^{(L)}} y_j \log(a_j^{(L)})$$",
    )
    line = r"$$\frac{\partial J}{\partial z_j^{(L)}} = a_j^{(L)} \sum_p y_p - y_j$$"
    assert each_verdict(*page, lines=[line, line.replace("- y_j", "+ y_j")]) == ["right", "wrong"]
    ahead = r"\sum_k w_{k,j}^{(L)} (a_k^{(L)} \sum_p y_p - y_k)"
    hidden = rf"$$\frac{{\partial J}}{{\partial b_j^{{(L-1)}}}} = g'(z_j^{{(L-1)}}) {ahead}$$"
    assert each_verdict(*page, lines=[hidden, hidden.replace("w_{k,j}", "w_{j,k}")]) == ["right", "wrong"]


LAYERS = (
    r"$$a_k^{(0)} = x_k$$",
    r"$$z_j^{(l)} = \sum_{k=1}^{n_{l-1}} w_{j,k}^{(l)} a_k^{(l-1)}$$",
    r"$$a_j^{(l)} = g(z_j^{(l)})$$",
)
RANGED = '+++\nobjective = "J"\nfunctions = ["g"]\n[ranges]\n"l" = "1..L"\n"j" = "1..n_l"\n+++\n'


@pytest.mark.parametrize(
    ("last", "line", "slip"),
    [
        (
            r"\frac{\exp(z_j^{(L)})}{\sum_{p=1}^{n_L} \exp(z_p^{(L)})}",
            r"\frac{\partial J}{\partial z_j^{(L)}} = a_j^{(L)} \sum_{p=1}^{n_L} y_p - y_j",
            ("- y_j", "+ y_j"),
        ),
        ("z_j^{(L)}", r"\frac{\partial J}{\partial z_j^{(L)}} = -\frac{y_j}{z_j^{(L)}}", ("-", "")),
    ],
)
def test_a_last_layer_of_its_own_although_the_range_of_the_page_holds_it(
    last: str, line: str, slip: tuple[str, str]
) -> None:
    objective = r"$$J = -\sum_{j=1}^{n_L} y_j \log(a_j^{(L)})$$"
    page = (RANGED, *LAYERS, rf"$$a_j^{{(L)}} = {last}$$", objective)
    assert each_verdict(*page, lines=[f"$${line}$$", f"$${line.replace(*slip)}$$"]) == ["right", "wrong"]


@pytest.mark.parametrize("said", [r"a_j^{(L)} = g(z_j^{(L-1)})", r"a_j^{(L)} = 2 g(z_j^{(L)})"])
def test_a_layer_of_the_same_function_is_no_exception(said: str) -> None:
    """It restates the general one, with a slip."""
    objective = r"$$J = -\sum_{j=1}^{n_L} y_j \log(a_j^{(L)})$$"
    claims = check("\n\n".join((RANGED, *LAYERS, objective, f"$${said}$$"))).claims
    assert str(claims[0].judgement) == "wrong"


def test_a_recurrence_begins_within_the_range_of_its_letter() -> None:
    front = '+++\nobjective = "E"\n[ranges]\n"i" = "1..n"\n+++\n'
    page = (front, r"$$R_1 = 0$$", r"$$R_i = b (1 + R_{i-1})$$", r"$$E = \sum_{i=1}^n c_i R_i$$")
    assert each_verdict(
        *page,
        lines=[
            r"$$R_i = \sum_{j=1}^{i-1} b^{i-j}$$",
            r"$$R_i = \sum_{j=1}^{i} b^{i-j}$$",
            r"$$\frac{\partial R_2}{\partial b} = 1$$",
        ],
    ) == ["right", "wrong", "right"]


def test_an_entry_beyond_what_is_used() -> None:
    """Nobody says how far g goes; where it is used the line is right."""
    page = (
        r"$$g_{i,j} = u_{i+1,j} - u_{i,j}$$",
        r"$$R = \sum_{i=1}^{N-1} \sum_{j=1}^{M-1} g_{i,j}^2$$",
        r"$$T = \frac{1}{2} \sum_{j=1}^M \sum_{i=1}^{N-1} (u_{i+1,j} - u_{i,j})^2$$",
    )
    line = r"$$\frac{\partial T}{\partial u_{1,j}} = -g_{1,j}$$"
    assert each_verdict(*page, lines=[line, line.replace("-g", "g")]) == ["unproved", "wrong"]
    stated = page[0] + r" ($1 \le i \le N-1$, $1 \le j \le M-1$)"
    assert verdict(stated, *page[1:], line) == "wrong"


def test_a_sum_without_bounds_over_differences_ends_where_the_entries_do() -> None:
    page = (
        r"$$e_i = \sum_{j=0}^{M-1} w_j a_{ij}, \quad J = \sum_{i=1}^N e_i^2$$",
        r"$$R = \sum_j (w_{j+1} - 2 w_j + w_{j-1})^2$$",
        r"$$S = J + \lambda R$$",
    )
    line = r"$$\frac{\partial R}{\partial w_0} = 2 (w_2 - 2 w_1 + w_0)$$"
    assert each_verdict(
        *page,
        lines=[
            line,
            line.replace("2 (w_2", "w_2 (w_2"),
            r"$$\frac{\partial J}{\partial w_k} = 2 \sum_{i=1}^N e_i a_{ik}$$",
        ],
    ) == ["right", "wrong", "right"]


def test_a_definition_at_the_first_step_beside_one_that_cannot_be_read() -> None:
    """The line that says what d is at other steps is lost, so that nobody knows how far d goes."""
    page = (
        r"$$d_0 = m, \quad \pi_s = \exp(z_s)$$",
        r"$$d_{t+1} = \mathop{\mathcal{X}} \left\lfloor d_t \right. \pi_s$$",
        r"$$J = \sum_{s=1}^S \pi_s^2$$",
    )
    line = r"$$\sum_{t=0}^T d_t \frac{\partial J}{\partial z_s} = 2 \sum_{t=0}^T d_t \pi_s^2$$"
    assert each_verdict(
        *page,
        lines=[
            line,
            r"$$\frac{\partial J}{\partial z_s} = 2 \pi_s^2$$",
            r"$$\frac{\partial J}{\partial z_s} = \pi_s^2$$",
        ],
    ) == ["unproved", "right", "wrong"]


def test_targets_that_are_said_to_add_up_leave_wrong_lines_wrong() -> None:
    """That they add up is assumed already; it cannot be imposed a second time, which tells nothing of the line."""
    front = '+++\nobjective = "J_c"\nassume = ["\\\\sum_a y_{ac} = 1"]\n+++\n'
    page = (
        front,
        r"$$p_{oc} = \frac{\exp(\sum_j U_{oj} V_{jc})}{\sum_w \exp(\sum_k U_{wk} V_{kc})}$$",
        r"$$J_c = -\sum_a y_{ac} \log p_{ac}, \quad J = \sum_c J_c$$",
    )
    line = r"$$\frac{\partial J_c}{\partial V_{ic}} = \sum_a (p_{ac} - y_{ac}) U_{ai}$$"
    assert each_verdict(*page, lines=[line, line.replace("p_{ac} - y_{ac}", "y_{ac} p_{ac} - y_{ac}")]) == [
        "right",
        "wrong",
    ]
