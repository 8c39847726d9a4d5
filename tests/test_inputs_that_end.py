r"""How far an input goes where everything beyond a range is 0: `x_{t-s}` beside a plain `x_t`, or alone."""

from __future__ import annotations

import pytest

from .judging import each_verdict

FRONT = '+++\nobjective = "E"\nfunctions = ["\\\\phi"]\noutside = "zero"\n[ranges]\n"s" = "0..S-1"\n'
RANGED = FRONT + '"t" = "1..T"\n+++\n'
SHIFTED = r"$$a_t = \sum_{s=0}^{S-1} w_s x_{t-s}$$"
NAME = r"$$d_t = \frac{\partial E}{\partial a_t}$$"
LOSS = r"\sum_{t=1}^T \phi(a_t)"
LINE = r"$$\frac{\partial E}{\partial w_s} = \sum_{t=s+1}^T d_t x_{t-s}$$"
LINES = [LINE, LINE.replace("s+1", "1"), LINE.replace("s+1", "s+2"), LINE.replace("x_{t-s}", "x_t")]


@pytest.mark.parametrize(
    "loss", [LOSS + r" + \sum_{t=1}^T x_t^2", LOSS + r" + \sum_{t=2}^T x_t", r"\sum_{t=1}^T (\phi(a_t) - x_t)^2"]
)
def test_a_use_at_the_letter_of_the_page_says_where_it_ends(loss: str) -> None:
    found = each_verdict(RANGED + SHIFTED, f"$$E = {loss}$$", NAME, lines=LINES)
    assert found == ["right", "right", "wrong", "wrong"]


def test_lines_about_the_input_hold_where_it_is() -> None:
    page = (RANGED + SHIFTED, r"$$o_t = x_t + a_t$$", r"$$E = \sum_{t=1}^T \kappa_t \phi(o_t)$$", NAME)
    line = (
        r"$$\frac{\partial E}{\partial x_t} = \frac{\partial E}{\partial o_t}"
        r" + \sum_{s=0}^{S-1} w_s \frac{\partial E}{\partial a_{t+s}}$$"
    )
    skipped = line.replace(r"\frac{\partial E}{\partial o_t} +", "")
    assert each_verdict(*page, lines=[line, line.replace("{t+s}", "{t-s}"), skipped]) == ["right", "wrong", "wrong"]


def test_what_is_only_used_at_a_distance_is_open() -> None:
    """May be 0 before the first step, or longer: `x_{r+p}` of a convolution is."""
    found = each_verdict(RANGED + SHIFTED, f"$$E = {LOSS}$$", NAME, lines=LINES)
    assert found == ["unproved", "right", "wrong", "wrong"]
    without = FRONT + "+++\n" + SHIFTED  # a range of t is not stated
    assert each_verdict(without, f"$$E = {LOSS}$$", NAME, lines=LINES) == ["unproved", "right", "wrong", "wrong"]
    padded = RANGED.replace('outside = "zero"\n', "") + "The sequence is padded with zeros."
    assert each_verdict(padded, SHIFTED, f"$$E = {LOSS}$$", NAME, lines=LINES)[0] == "unproved"


def test_where_nothing_is_zero_the_input_is_as_long_as_it_is_used() -> None:
    plain = RANGED.replace('outside = "zero"\n', "")
    found = each_verdict(plain + SHIFTED, f"$$E = {LOSS}$$", NAME, lines=LINES)
    assert found == ["wrong", "right", "wrong", "wrong"]


def test_a_line_that_is_stated_for_entries_beyond_says_that_they_are_there() -> None:
    page = (RANGED + SHIFTED, f"$$E = {LOSS}$$", NAME)
    beyond = r"$$\frac{\partial E}{\partial x_t} = \sum_{s=0}^{S-1} w_s d_{t+s}$$ ( $t = 2-S, \dots, T$ )"
    found = each_verdict(*page, lines=[LINE, beyond, beyond.replace("t+s", "t-s")])
    assert found == ["wrong", "right", "wrong"]


def test_a_convolution_reads_more_than_it_makes() -> None:
    front = '+++\nobjective = "E"\noutside = "zero"\n[ranges]\n"r" = "0..S-1"\n"p" = "0..P-1"\n+++\n'
    page = (
        front + r"$$u_r = \sum_{p=0}^{P-1} x_{r+p} k_p$$",
        r"$$E = \frac12 \sum_{r=0}^{S-1} (u_r - t_r)^2$$",
        r"$$d_r = \frac{\partial E}{\partial u_r}$$",
    )
    line = r"$$\frac{\partial E}{\partial k_p} = \sum_{r=0}^{S-1} d_r x_{r+p}$$"
    assert each_verdict(*page, lines=[line, line.replace("r+p", "r-p")]) == ["right", "wrong"]


def test_ends_that_depend_on_a_layer_are_those_of_no_weight() -> None:
    front = '+++\nobjective = "E"\nfunctions = ["g"]\noutside = "zero"\n[ranges]\n"l" = "1..L"\n"i" = "1..n_l"\n+++\n'
    page = (
        front + r"$$a^{(0)}_i = x_i$$",
        r"$$z^{(l)}_i = \sum_{k=1}^{n_{l-1}} w^{(l)}_{ik} a^{(l-1)}_k + b^{(l)}_i$$",
        r"$$a^{(l)}_i = g(z^{(l)}_i)$$",
        r"$$E = \sum_{i=1}^{n_L} (a^{(L)}_i)^2$$",
    )
    line = r"$$\frac{\partial E}{\partial b^{(l)}_i} = g'(z^{(l)}_i) \frac{\partial E}{\partial a^{(l)}_i}$$"
    assert each_verdict(*page, lines=[line, line.replace("g'", "g")]) == ["right", "wrong"]


def test_differences_of_as_many_as_a_size_says_reach_into_no_zeros() -> None:
    page = '+++\nobjective = "E"\noutside = "zero"\n+++\n' + r"$$E = \frac12 \sum_{t=2}^T (x_t - x_{t-1})^2$$"
    line = r"$$\frac{\partial E}{\partial x_1} = x_1 - x_2$$"
    second = r"$$\frac{\partial E}{\partial x_2} = x_2 - (x_3 - x_2)$$"
    assert each_verdict(page, lines=[line, line.replace("x_1 -", "2 x_1 -"), second]) == ["right", "wrong", "wrong"]


def test_maps_that_stand_beside_what_is_made_of_them() -> None:
    front = (
        '+++\nobjective = "E"\noutside = "zero"\n'
        '[ranges]\n"i" = "1..H"\n"j" = "1..W"\n"p" = "0..P-1"\n"q" = "0..P-1"\n+++\n'
    )
    page = (
        front + r"$$u_{ij} = \sum_{p=0}^{P-1} \sum_{q=0}^{P-1} k_{pq} x_{i-p,j-q} + x_{ij}$$",
        r"$$E = \frac12 \sum_{i=1}^H \sum_{j=1}^W (u_{ij} - t_{ij})^2$$",
        r"$$e_{ij} = \frac{\partial E}{\partial u_{ij}}$$",
    )
    line = r"$$\frac{\partial E}{\partial k_{pq}} = \sum_{i=p+1}^H \sum_{j=q+1}^W e_{ij} x_{i-p,j-q}$$"
    lines = [line, line.replace("i=p+1", "i=p+2"), line.replace("{i-p,j-q}", "{i+p,j+q}")]
    assert each_verdict(*page, lines=lines) == ["right", "wrong", "wrong"]
