r"""Norms that a page makes up: `\|v\|^2 = 3 \sum_j v_j^2`. Labels by hand: the norm is what the page says, or open."""

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
$$u = \sum_{j=1}^M v_j x_j$$

$$\|v\|^2 = NORM$$

$$E = (u - t)^2 + \eta \|v\|^2$$
"""
LINE = r"$$\frac{\partial E}{\partial v_j} = 2 (u - t) x_j + SLOPE$$"


def judged(norm: str, slope: str, page: str = PAGE) -> str:
    return verdict(page.replace("NORM", norm), LINE.replace("SLOPE", slope))


@pytest.mark.parametrize(
    ("norm", "slope"),
    [
        (r"3 \sum_{j=1}^M v_j^2", r"6 \eta v_j"),
        (r"\frac{1}{M} \sum_{j=1}^M v_j^2", r"\frac{2 \eta}{M} v_j"),
        (r"\sum_{j=1}^M a_j v_j^2", r"2 \eta a_j v_j"),
        (r"\sum_{j=1}^M (v_j - m_j)^2", r"2 \eta (v_j - m_j)"),
        (r"\sum_{i=1}^M \sum_{k=1}^M v_i a_{ik} v_k", r"\eta \sum_{k=1}^M (a_{jk} + a_{kj}) v_k"),
    ],
)
def test_norms_made_up(norm: str, slope: str) -> None:
    assert judged(norm, slope) == "right"
    assert judged(norm, r"2 \eta v_j") == "wrong"
    assert judged(norm, slope + r" + v_j") == "wrong"


def test_the_plain_norm() -> None:
    assert judged(r"\sum_{j=1}^M v_j^2", r"2 \eta v_j") == "right"
    assert judged(r"\sum_{j=1}^M v_j^2", r"\eta v_j") == "wrong"


@pytest.mark.parametrize("norm", [r"\sum_{j=1}^M |v_j|", r"\sum_{j=1}^M v_j"])
@pytest.mark.parametrize("slope", [r"2 \eta v_j", r"\eta"])
def test_what_may_be_a_slip_is_open(norm: str, slope: str) -> None:
    assert judged(norm, slope) not in ("right", "wrong")


FROM_ONE = r"""
$$u = \frac{1}{\|v\|} \sum_{j=0}^M v_j x_j$$

$$\|v\|^2 = \sum_{j=1}^M v_j^2$$

$$E = (u - t)^2$$
"""


def test_its_root_leaves_out_what_its_square_does() -> None:
    line = r"$$\frac{\partial E}{\partial v_0} = 2 (u - t) SLOPE$$"
    assert verdict(FROM_ONE, line.replace("SLOPE", r"\frac{x_0}{\|v\|}")) == "right"
    slip = r"(\frac{x_0}{\|v\|} - \frac{u v_0}{\|v\|^2})"
    assert verdict(FROM_ONE, line.replace("SLOPE", slip)) == "wrong"
    other = line.replace("0}", "2}").replace("x_0", "x_2").replace("v_0", "v_2")
    assert verdict(FROM_ONE, other.replace("SLOPE", slip.replace("_0", "_2"))) == "right"


@pytest.mark.parametrize("root", [r"^{1/2}", r"^{\frac12}"])
def test_roots(root: str) -> None:
    page = PAGE.replace(r"$$\|v\|^2 = NORM$$", rf"$$\|v\| = \left( NORM \right){root}$$")
    assert judged(r"\sum_{j=1}^M a_j v_j^2", r"2 \eta a_j v_j", page) == "right"
    assert judged(r"\sum_{j=1}^M a_j v_j^2", r"2 \eta v_j", page) == "wrong"
    assert judged(r"\sum_{j=1}^M v_j^2", r"2 \eta v_j", page) == "right"


def test_a_maximum_is_a_value_of_its_own() -> None:
    page = PAGE.replace(r"$$\|v\|^2 = NORM$$", r"$$\|v\| = \max_j |v_j|$$")
    assert judged("", r"2 \eta v_j", page) == "wrong"


TWO = r"""
$$u = \sum_{j=0}^M v_j x_j$$

$$\|v\|_1 = \sum_{j=1}^M |v_j|, \quad \|v\|_2^2 = \sum_{j=0}^M v_j^2$$

$$E = (u - t)^2 + \eta \|v\|_1 + \mu \|v\|_2^2$$
"""
FIRST = r"$$\frac{\partial E}{\partial v_0} = 2 (u - t) x_0 + 2 \mu v_0$$"
WITHOUT = r"$$\frac{\partial E}{\partial v_0} = 2 (u - t) x_0$$"


def test_two_norms_of_one_name() -> None:
    assert each_verdict(TWO, lines=[FIRST, WITHOUT]) == ["right", "wrong"]


@pytest.mark.parametrize("line", [FIRST, WITHOUT])
def test_another_norm_of_which_nothing_is_said(line: str) -> None:
    page = TWO.replace(r", \quad \|v\|_2^2 = \sum_{j=0}^M v_j^2", "")
    assert verdict(page, line) not in ("right", "wrong")


def test_behind_a_derivation_it_may_be_a_claim() -> None:
    page = PAGE.replace(r"$$\|v\|^2 = NORM$$", "")
    claim = LINE.replace("SLOPE", r"6 \eta v_j") + "\n\n" + r"$$\|v\|^2 = 3 \sum_{j=1}^M v_j^2$$" + "\n"
    assert verdict(page + claim, LINE.replace("SLOPE", r"2 \eta v_j")) != "wrong"
