r"""A letter that singles out one entry, `L = -\log p_i`, beside a sum over all: `Z = \sum_j e^{z_j}`.

By hand: `\partial L/\partial z_i = p_i - 1`, for the sum has z_i too. What looks like a label must not part the two.
"""

from __future__ import annotations

import pytest

from tests.judging import verdict

SHARE = r"$$ Z = \sum_j e^{z_j} $$", r"$$ p_i = \frac{e^{z_i}}{Z} $$", r"$$ L = -\log p_i $$"


JUDGED = (
    (SHARE, r"\frac{\partial L}{\partial z_i} = p_i - 1", r"\frac{\partial L}{\partial z_i} = -1"),
    (
        (r"$$ z_i = \sum_{d=1}^D w_{id} x_d $$", *SHARE),
        r"\frac{\partial L}{\partial w_{id}} = (p_i - 1) x_d",
        r"\frac{\partial L}{\partial w_{id}} = -x_d",
    ),
    (
        (r"$$ Z = \sum_{j=1}^K e^{z_j} $$", r"$$ L = \log Z - z_c $$"),
        r"\frac{\partial L}{\partial z_c} = \frac{e^{z_c}}{Z} - 1",
        r"\frac{\partial L}{\partial z_c} = -1",
    ),
    (
        (r"$$ Z = \sum_{j=1}^K e^{z_j} $$", r"$$ A = \log Z $$", r"$$ L = A - z_c $$"),
        r"\frac{\partial L}{\partial z_c} = e^{z_c - A} - 1",
        r"\frac{\partial L}{\partial z_c} = -1",
    ),
    (
        (r"$$ s_i = e^{z_i} $$", r"$$ S = \sum_{k=1}^K s_k $$", r"$$ p_i = \frac{s_i}{S} $$", r"$$ L = -\log p_i $$"),
        r"\frac{\partial L}{\partial z_i} = \frac{s_i}{S} - 1",
        r"\frac{\partial L}{\partial z_i} = -1",
    ),
    (
        (
            r"$$ Z_n = \sum_{j=1}^K e^{z_{nj}} $$",
            r"$$ p_{ni} = e^{z_{ni}}/Z_n $$",
            r"$$ L = -\sum_{n=1}^N \log p_{nc} $$",
        ),
        r"\frac{\partial L}{\partial z_{nc}} = p_{nc} - 1",
        r"\frac{\partial L}{\partial z_{nc}} = -1",
    ),
)


@pytest.mark.parametrize(("page", "true", "false"), JUDGED)
def test_what_is_divided_by_a_sum_with_a_name_is_one_of_its_terms(page: tuple[str, ...], true: str, false: str) -> None:
    assert verdict(*page, f"$$ {true} $$") == "right"
    assert verdict(*page, f"$$ {false} $$") == "wrong"


@pytest.mark.parametrize(
    "whole", [r"1 + \sum_j e^{z_j}", r"\sum_{j \ne i} e^{z_j}", r"\sum_j e^{z_j} a_j", r"\sum_j e^{x_j}"]
)
def test_a_name_of_anything_else_leaves_it_open(whole: str) -> None:
    _, *share = SHARE
    page = f"$$ Z = {whole} $$", *share
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_i} = p_i - 1 $$") != "right"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_i} = -2 $$") != "right"


@pytest.mark.parametrize(
    ("page", "true", "false"),
    [
        (
            (r"$$ m = \frac{1}{n} \sum_{j=1}^n x_j $$", r"$$ L = \frac12 (x_i - m)^2 $$"),
            r"\frac{\partial L}{\partial x_i} = (x_i - m) (1 - \frac1n)",
            r"\frac{\partial L}{\partial x_i} = x_i - m",
        ),
        (
            (r"$$ L = \frac{x_i}{\sqrt{\sum_{j=1}^n x_j^2}} $$",),
            r"\frac{\partial L}{\partial x_i} = \frac{1 - L^2}{\sqrt{\sum_{j=1}^n x_j^2}}",
            r"\frac{\partial L}{\partial x_i} = \frac{1}{\sqrt{\sum_{j=1}^n x_j^2}}",
        ),
        (
            (r"$$ p_i = \frac{e^{z_i}}{\sum_j e^{z_j} + \epsilon} $$", r"$$ L = -\log p_i $$"),
            r"\frac{\partial L}{\partial z_i} = p_i - 1",
            r"\frac{\partial L}{\partial z_i} = -1",
        ),
    ],
)
def test_an_entry_that_others_are_added_to_is_no_label(page: tuple[str, ...], true: str, false: str) -> None:
    assert verdict(*page, f"$$ {true} $$") != "wrong"
    assert verdict(*page, f"$$ {false} $$") != "right"


def test_what_the_message_asks_for_settles_it() -> None:
    """A range beside the definition, or the letter declared in the front matter."""
    mean, loss = r"$$ m = \frac{1}{n} \sum_{j=1}^n x_j $$", r"$$ L = \frac12 (x_i - m)^2 $$"
    declared = '+++\nsizes = ["i"]\n+++', mean, loss
    assert verdict(*declared, r"$$ \frac{\partial L}{\partial x_i} = (x_i - m) (1 - \frac1n) $$") == "right"
    assert verdict(*declared, r"$$ \frac{\partial L}{\partial x_i} = x_i - m $$") == "wrong"


def test_a_range_says_which_it_is() -> None:
    z, p, loss = SHARE
    page = z, p + r" ( $i = 1, \dots, K$ )", loss
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_i} = p_i - 1 $$") != "wrong"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_i} = -1 $$") != "right"


def test_an_entry_that_is_added_to_the_others_is_apart() -> None:
    page = r"$$ L = -s_p + \log(e^{s_p} + \sum_{n=1}^N e^{s_n}) $$", r"$$ Q = e^{s_p} + \sum_{n=1}^N e^{s_n} $$"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial s_p} = \frac{e^{s_p}}{Q} - 1 $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial s_p} = -1 $$") == "wrong"


@pytest.mark.parametrize(("factor", "expected"), [("", "right"), ("2 ", "wrong")])
def test_a_label_of_another_letter_than_a_vector_in_bold(factor: str, expected: str) -> None:
    r"""No entry of `\mathbf{m}` is typed, and `m_p` is a number of its own."""
    sizes = (
        r"Here $\mathbf{w}, \mathbf{m} \in \mathbb{R}^n$, $\mathbf{S} = \mathbf{S}^\top \in \mathbb{R}^{n \times n}$."
    )
    loss = r"$$ L = \frac12 \mathbf{w}^\top \mathbf{S} \mathbf{w} - a (\mathbf{w}^\top \mathbf{m} - m_p) $$"
    slope = rf"\frac{{\partial L}}{{\partial \mathbf{{w}}}} = {factor}\mathbf{{S}} \mathbf{{w}} - a \mathbf{{m}}"
    assert verdict(sizes, loss, f"$$ {slope} $$") == expected


@pytest.mark.parametrize("z", ["z", r"\mathbf{z}"])
@pytest.mark.parametrize("whole", [r"\frac12 {z}^\top {z}", r"\log(\mathbf{{1}}^\top e^{{{z}}})"])
def test_an_entry_of_a_vector_in_a_product_of_arrays_is_no_label(z: str, whole: str) -> None:
    page = rf"Here ${z} \in \mathbb{{R}}^n$.", rf"$$ L = {whole.format(z=z)} - z_c $$"
    total = r"\mathbf{1}^\top e^{Z}".replace("Z", z)
    own = "z_c" if "frac" in whole else rf"\frac{{e^{{z_c}}}}{{{total}}}"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_c} = -1 $$") == "wrong"
    assert verdict(*page, rf"$$ \frac{{\partial L}}{{\partial z_c}} = {own} - 1 $$") == "right"


def test_the_gradient_by_all_of_a_vector_with_one_entry_beside_it() -> None:
    page = r"Here $z \in \mathbb{R}^n$, and $e_c$ is the $c$-th unit vector.", r"$$ L = \frac12 z^\top z - z_c $$"
    assert verdict(*page, r"$$ \nabla_z L = z - e_c $$") == "right"
    assert verdict(*page, r"$$ \nabla_z L = z + e_c $$") == "wrong"
    assert verdict(*page, r"$$ \nabla_z L = z $$") == "wrong"


@pytest.mark.parametrize("loss", [r"(z - z_c)^\top (z - z_c)", r"\|z - z_c\|^2", r"z^\top z - 2 z^\top z_c"])
def test_a_vector_with_the_name_of_another_and_a_label_is_no_entry(loss: str) -> None:
    page = r"Here $z \in \mathbb{R}^n$.", rf"$$ L = \frac12 ({loss}) $$"
    assert verdict(*page, r"$$ \nabla_z L = z - z_c $$") != "wrong"
    assert verdict(*page, r"$$ \nabla_z L = z + z_c $$") != "right"


LAST_UNIT = r"""$$ a_m = \sum_{n=1}^N u_{nm} h_n, \quad h_m = \tanh(a_m) $$ ($1 \le m \le M$)

$$ a_l = \sum_{m=1}^M u_{ml} h_m, \quad h_l = \tanh(a_l) $$ ($1 \le l \le R$)

$$ a_x = \sum_{l=1}^R u_{lx} h_l $$

$$ h_x = \tanh(a_x) $$

$$ E = \frac12 (h_x - y_x)^2 $$

# Derivation

"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial E}{\partial h_x} = h_x - y_x", "right"),
        (r"\frac{\partial E}{\partial h_x} = y_x - h_x", "wrong"),
        (r"\frac{\partial E}{\partial u_{lx}} = (h_x - y_x) (1 - h_x^2) h_l", "right"),
        (r"\frac{\partial E}{\partial u_{lx}} = (h_x - y_x) (1 - h_l^2) h_l", "wrong"),
        (r"\frac{\partial E}{\partial a_l} = (h_x - y_x) (1 - h_x^2) u_{lx} (1 - h_l^2)", "right"),
        (r"\frac{\partial E}{\partial a_l} = (h_x - y_x) (1 - h_x^2) u_{lx}", "wrong"),
    ],
)
def test_what_is_computed_from_all_others_is_none_of_them(line: str, expected: str) -> None:
    assert verdict(LAST_UNIT, f"$$ {line} $$") == expected


@pytest.mark.parametrize("line", [r"a_c = \sum_{n=1}^N u_{nc} h_n, \quad h_c = \tanh(a_c)", r"h_c = \tanh(a_c)"])
def test_what_is_computed_beside_the_others_may_be_one_of_them(line: str) -> None:
    page = rf"""$$ a_m = \sum_{{n=1}}^N u_{{nm}} h_n, \quad h_m = \tanh(a_m) $$ ($1 \le m \le M$)

$$ {line} $$

$$ E = -\log h_c + \log \sum_{{m=1}}^M h_m $$

# Derivation

"""
    assert verdict(page, r"$$ \frac{\partial E}{\partial h_m} = \frac{1}{\sum_{l=1}^M h_l} $$") != "right"


@pytest.mark.parametrize("more", ["", r"$$ h_n = s_n $$" + "\n\n"])
def test_one_equation_for_all_units_tells_none_apart(more: str) -> None:
    page = r"""$$ h_c = \tanh\left(\sum_{m=1}^M u_{cm} h_m\right) $$

$$ E = \frac12 (h_c - y_c)^2 $$

# Derivation

"""
    line = r"$$ \frac{\partial E}{\partial u_{cm}} = (h_c - y_c) (1 - h_c^2) h_m $$"
    assert verdict(more + page, line) not in ("right", "wrong")
