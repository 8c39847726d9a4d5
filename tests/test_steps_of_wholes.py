r"""Steps above entries and below their arrays: `s_t = (s_i^t)`, `net_t = (net_i^t)`, `W_l = (w_{ij}^l)`."""

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\nfunctions = ["g"]\n[ranges]\n"i" = "1..n"\n"j" = "1..n"\n"t" = "1..\\\\tau"\n+++'
NET = r"""$$ act_i^t = \sum_{q=1}^{m} v_{iq} x_q^t + \sum_{j=1}^{n} r_{ij} h_j^{t-1} $$ ( $t = 1, \dots, \tau$ )

$$ h_i^t = g(act_i^t) $$ ( $t = 1, \dots, \tau$ )

$$ E = \frac{1}{2} \sum_{i=1}^{n} (h_i^{\tau} - y_i)^2 $$

$$ e_i^t = \frac{\partial E}{\partial act_i^t} $$"""
SAID = r"""Here $act_t = (act_i^t)$, $h_t = (h_i^t)$, $x_t = (x_q^t)$, $y = (y_i)$ and $e_t = (e_i^t)$ are columns,
$V = (v_{iq})$, $R = (r_{ij})$; diag[a] is the diagonal matrix of a vector a, $h_i^0$ is constant."""
ANY = r"( $t = 2, \dots, \tau$ )"
LINES = {
    r"$$ \frac{\partial h_{t-1}}{\partial act_{t-1}} = diag[g'(act_{t-1})] $$": (
        r"$$ \frac{\partial h_{t-1}}{\partial act_{t-1}} = diag[g'(act_{t})] $$"
    ),
    r"$$ \frac{\partial act_t}{\partial act_{t-1}} = R diag[g'(act_{t-1})] $$": (
        r"$$ \frac{\partial act_t}{\partial act_{t-1}} = diag[g'(act_{t-1})] R $$"
    ),
    r"$$ \frac{\partial act_i^t}{\partial act_j^{t-1}} = r_{ij} g'(act_j^{t-1}) $$": (
        r"$$ \frac{\partial act_i^t}{\partial act_j^{t-1}} = r_{ij} g'(act_i^{t-1}) $$"
    ),
    r"$$ e_{t-1}^T = e_t^T R diag[g'(act_{t-1})] $$": r"$$ e_{t-1} = R diag[g'(act_{t-1})] e_t $$",
    r"$$ e_{\tau} = diag[g'(act_{\tau})] (h_{\tau} - y) $$": r"$$ e_{\tau} = diag[g(act_{\tau})] (h_{\tau} - y) $$",
}


@pytest.mark.parametrize("line", LINES)
def test_lines_of_one_step(line: str) -> None:
    condition = "" if r"\tau" in line else ANY
    assert each_verdict(FRONT, NET, SAID, lines=[f"{line} {condition}", f"{LINES[line]} {condition}"]) == [
        "right",
        "wrong",
    ]


def test_sums_over_the_steps() -> None:
    total = r"$$ \frac{\partial E}{\partial R} = \sum_{t=1}^{\tau} e_t h_{t-1}^T $$"
    assert each_verdict(FRONT, NET, SAID, lines=[total, total.replace("h_{t-1}", "h_t")]) == ["right", "wrong"]


def test_a_square_leaves_the_page_as_it_is() -> None:
    square = r"$$ r = \sum_{i=1}^n h_i^2 $$"
    line = r"$$ e_{\tau} = diag[g'(act_{\tau})] (h_{\tau} - y) $$"
    assert verdict(FRONT, NET, SAID, square, line) not in ("right", "wrong")


LAST = FRONT.replace(r"\\tau", "T"), NET.replace(r"\tau", "T"), SAID


@pytest.mark.parametrize("mark", [r"\top", "T"])
def test_steps_up_to_a_capital_that_may_be_a_transpose(mark: str) -> None:
    line = rf"$$ \frac{{\partial E}}{{\partial R}} = \sum_{{t=1}}^T e_t h_{{t-1}}^{mark} $$"
    slip = line.replace("e_t", "e_T")
    expected = ("right", "wrong") if mark == r"\top" else ("open", "open")
    found = [verdict(*LAST, x) for x in (line, slip)]
    assert [x if x in ("right", "wrong") else "open" for x in found] == [*expected]


LAYERS = r"""$$ z_j^l = \sum_k w_{jk}^l a_k^{l-1} + b_j^l $$

$$ a_j^l = g(z_j^l) $$

$$ E = \frac12 \sum_j (a_j^L - y_j)^2 $$

$$ \delta_j^l = \frac{\partial E}{\partial z_j^l} $$

Here $z_l = (z_j^l)$, $a_l = (a_j^l)$, $b_l = (b_j^l)$, $\delta_l = (\delta_j^l)$, $y = (y_j)$, $W_l = (w_{jk}^l)$."""


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        (
            r"$$ \delta_l = (W_{l+1}^\top \delta_{l+1}) \odot g'(z_l) $$ ( $l < L$ )",
            r"$$ \delta_l = (W_{l+1}^\top \delta_{l+1}) \odot g'(a_l) $$ ( $l < L$ )",
        ),
        (
            r"$$ \frac{\partial E}{\partial W_l} = \delta_l a_{l-1}^\top $$",
            r"$$ \frac{\partial E}{\partial W_l} = \delta_l z_{l-1}^\top $$",
        ),
    ],
)
def test_layers(line: str, slip: str) -> None:
    front = '+++\nobjective = "E"\nfunctions = ["g"]\n+++'
    assert each_verdict(front, LAYERS, lines=[line, slip]) == ["right", "wrong"]


def test_wholes_in_bold() -> None:
    said = SAID.replace("$act_t =", r"$\mathbf{act}_t =").replace("$h_t =", r"$\mathbf{h}_t =")
    line = r"$$ \frac{\partial E}{\partial R} = \sum_{t=1}^{\tau} e_t \mathbf{h}_{t-1}^\top $$"
    assert each_verdict(FRONT, NET, said, lines=[line, line.replace("t-1", "t")]) == ["right", "wrong"]


def test_powers_are_no_steps() -> None:
    net = r"$$ u_t = \sum_{i=1}^n v_i x_i^t $$ $$ E = \frac12 \sum_{t=1}^m (u_t - y_t)^2 $$"
    said = "Here $x_t = (x_i^t)$ holds the powers of the $x_i$."
    line = r"$$ \frac{\partial E}{\partial x_i} = \sum_{t=1}^m (u_t - y_t) v_i t x_i^{t-1} $$"
    found = each_verdict(net, said, lines=[line, line.replace("v_i t", "v_i")])
    assert found[0] != "wrong"
    assert found[1] != "right"
