r"""Indices set upright beside labels and numbers, `w_{\text{ij}}` with `w_{\text{b}}` and `w_{\text{i0}}`."""

import pytest

from .judging import check

PAGE = r"""
$$ q_c = \sum_d m_{\text{cd}} p_d + %s $$

$$ J = \frac12 \sum_c (q_c - y_c)^2 $$

$$ %s $$
"""
BY = r"\frac{\partial J}{\partial %s} = %s"


def judged(page: str) -> str:
    return str(check(page).claims[-1].judgement)


def of(added: str, by: str, right: str) -> str:
    return judged(PAGE % (added, BY % (by, right)))


@pytest.mark.parametrize(
    "label", [r"m_{\text{b}}", r"m_{\text{off}}", r"m_{\text{offset}}", r"m_{\mathrm{max}}", r"m_{\text{A}}"]
)
def test_labels_beside_upright_indices(label: str) -> None:
    assert of(label, r"m_{\text{cd}}", "(q_c - y_c) p_d") == ("unreadable" if "off}" in label else "right")
    assert of(label, r"m_{\text{cd}}", r"\sum_c (q_c - y_c) \sum_d p_d") == (
        "unreadable" if "off}" in label else "wrong"
    )


def test_a_label_is_one_number() -> None:
    assert of(r"m_{\text{b}}", r"m_{\text{b}}", r"\sum_c (q_c - y_c)") == "right"
    assert of(r"m_{\text{b}}", r"m_{\text{b}}", "q_c - y_c") == "wrong"


@pytest.mark.parametrize("bias", [r"m_{\text{c0}}", r"m_{\mathrm{c0}}", r"m_{\text{c,0}}"])
def test_numbers_behind_upright_indices(bias: str) -> None:
    assert of(bias, bias, "q_c - y_c") == "right"
    assert of(bias, bias, r"\sum_c (q_c - y_c)") == "wrong"
    assert of(bias, r"m_{\text{cd}}", "(q_c - y_c) p_d") == "right"


@pytest.mark.parametrize("typed", [r"\text{c,d}", r"\text{c d}"])
def test_apart_inside_of_the_words(typed: str) -> None:
    page = PAGE.replace(r"\text{cd}", typed)
    assert judged(page % ("r_c", BY % (f"m_{{{typed}}}", "(q_c - y_c) p_d"))) == "right"
    assert judged(page % ("r_c", BY % (f"m_{{{typed}}}", "(q_c - y_c)"))) == "wrong"


@pytest.mark.parametrize("added", [r"m_{\text{c}}", r"m_{\text{dd}}", r"m_{\text{cx}}", r"m_{\text{c+1}}"])
def test_open_beside_what_may_be_either(added: str) -> None:
    assert of(added, r"m_{\text{cd}}", "(q_c - y_c) p_d") not in ("right", "wrong")
    assert of(added, r"m_{\text{cd}}", r"\sum_c (q_c - y_c) \sum_d p_d") not in ("right", "wrong")


def test_open_where_a_number_stands_behind_an_index_alone() -> None:
    assert of(r"v_{\text{c0}}", r"v_{\text{c0}}", "q_c - y_c") not in ("right", "wrong")
    assert of(r"v_{\text{c0}}", r"v_{\text{c0}}", r"\sum_c (q_c - y_c)") not in ("right", "wrong")
    assert of(r"v_{\text{a0}}", r"v_{\text{a0}}", r"\sum_c (q_c - y_c)") == "right"  # of no index


def test_open_where_the_letters_are_a_word() -> None:
    page = "$$ z_n = \\sum_i u_{\\text{in}} x_i $$\n\n$$ E = \\frac12 \\sum_n (z_n - t_n)^2 $$\n\n$$ %s $$"
    for right in ("(z_n - t_n) x_i", r"\sum_n (z_n - t_n) \sum_i x_i"):
        assert judged(page % (BY.replace("J", "E") % (r"u_{\text{in}}", right))) == "unreadable"


def test_a_word_is_a_label_where_its_letters_number_nothing() -> None:
    page = "$$ z_k = u_{\\text{in}} x_k $$\n\n$$ E = \\frac12 \\sum_k (z_k - t_k)^2 $$\n\n$$ %s $$"
    line = BY.replace("J", "E") % (r"u_{\text{in}}", r"\sum_k (z_k - t_k) x_k")
    assert judged(page % line) == "right"


UPRIGHT = r"$$ y_{\text{i}} = \sum_{\text{j}=1}^n w_{\text{ij}} x_{\text{j}} %s $$" "\n\n$$ %s $$"


def test_indices_that_are_upright_everywhere() -> None:
    line = r"\frac{\partial y_{\text{i}}}{\partial w_{\text{ij}}} = "
    assert judged(UPRIGHT % ("", line + r"x_{\text{j}}")) == "right"
    assert judged(UPRIGHT % ("", line + r"2 x_{\text{j}}")) == "wrong"


@pytest.mark.parametrize("right", [r"x_{\text{j}}", r"\sum_{\text{j}} x_{\text{j}}"])
def test_open_beside_a_letter_with_a_number(right: str) -> None:
    line = rf"\frac{{\partial y_{{\text{{i}}}}}}{{\partial w_{{\text{{ij}}}}}} = {right}"
    assert judged(UPRIGHT % (r"+ w_{\mathrm{i}_0}", line)) == "unreadable"


@pytest.mark.parametrize("right", ["x_j", r"\sum_j x_j"])
def test_open_where_the_left_side_has_another_letter(right: str) -> None:
    page = r"$$ y_{\mathrm{i}_0} = \sum_{j=1}^n w_{\text{ij}} x_j $$" "\n\n$$ %s $$"
    assert judged(page % rf"\frac{{\partial y_{{\mathrm{{i}}_0}}}}{{\partial w_{{\text{{ij}}}}}} = {right}") == (
        "unreadable"
    )


TOGETHER = r"""
$$ q_{\text{ab}} = \sum_{\text{c}} m_{\text{ac}} p_{\text{cb}}, \quad
J = \frac12 \sum_{\text{a}} \sum_{\text{b}} q_{\text{ab}}^2 $$

$$ \frac{\partial J}{\partial m_{\text{ac}}} = %s $$
"""


@pytest.mark.parametrize("font", [r"\text", r"\mathrm", r"\textrm"])
def test_letters_that_run_together_below_what_is_defined(font: str) -> None:
    page = TOGETHER.replace(r"\text", font)
    right = r"\sum_{\text{b}} q_{\text{ab}} p_{\text{cb}}".replace(r"\text", font)
    assert judged(page % right) == "right"
    assert judged(page % ("-" + right)) == "wrong"
    assert judged(page % right.replace("{cb}", "{bc}")) == "wrong"


def test_a_word_below_what_is_defined() -> None:
    page = r"$$ z_{\text{in}} = \sum_{\text{k}} u_{\text{ik}} v_{\text{kn}} $$" "\n\n"
    page += r"$$ E = \sum_{\text{i}} \sum_{\text{n}} z_{\text{in}}^2 $$"
    line = r"$$ \frac{\partial E}{\partial u_{\text{ik}}} = 2 \sum_{\text{n}} z_{\text{in}} v_{\text{kn}} $$"
    assert judged(page + "\n\n" + line) == "unreadable"
    page = r"$$ z_{\text{in}} = \sum_i w_{\text{in},i} x_i, \quad E = z_{\text{in}}^2 $$" "\n\n$$ %s $$"
    assert judged(page % r"\frac{\partial E}{\partial w_{\text{in},i}} = 2 z_{\text{in}} x_i") == "right"
