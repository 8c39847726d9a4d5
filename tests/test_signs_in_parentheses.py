r"""Names of several letters in parentheses, `(du)_k := \frac{\partial E}{\partial u_k}`, and what `:=` defines.

By hand: `u_k = \sum_i A_{ki} v_i` gives `\partial E/\partial v_i = \sum_k (du)_k A_{ki}`.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""+++
objective = "E"
functions = ["h"]
[ranges]
i = "1..n"
k = "1..m"
+++
%s

$$ u_k = \sum_i A_{ki} v_i $$

$$ E = \sum_{k=1}^{m} h(u_k) $$

$$ %s \frac{\partial E}{\partial u_k} $$

$$ q_k %s %s v_1 $$

# Derivation

"""


def verdicts(page: str, *lines: str) -> list[str]:
    """The verdicts on lines below a page."""
    text = page + "\n\n".join(f"$$ {x} $$" for x in lines) + "\n"
    first = page.count("\n") + 1
    found = {c.line: str(c.judgement) for c in check(text).claims}
    return [found.get(first + 2 * n, "") for n in range(len(lines))]


@pytest.mark.parametrize("sign", [":=", "="])
@pytest.mark.parametrize(
    "name", ["(du)_k", r"(\mathrm{d}u)_k", r"(\mathbf{d}u)_k", r"(\Delta u)_k", r"(\delta u)_k", "[du]_k"]
)
def test_indices_behind_a_sign_in_parentheses_are_those_of_the_name(name: str, sign: str) -> None:
    page = PAGE % ("", f"{name} {sign}", sign, name)
    assert verdicts(
        page,
        rf"\frac{{\partial E}}{{\partial v_i}} = \sum_k {name} A_{{ki}}",
        rf"\frac{{\partial E}}{{\partial A_{{ki}}}} = {name} v_i",
        r"q_k = \frac{\partial E}{\partial u_k} v_1",
        rf"\frac{{\partial E}}{{\partial A_{{ki}}}} = {name} v_i h'(u_k)",
        rf"\frac{{\partial E}}{{\partial v_i}} = {name} A_{{ki}}",
        rf"{name}^2 = h'(u_k)^2",
        rf"{name}^2 = h'(u_k)",
    ) == ["right", "right", "right", "wrong", "wrong", "right", "wrong"]


def test_the_same_of_matrices() -> None:
    page = PAGE % ("", "(du)_k :=", ":=", "(du)_k") + r"$$ (dA)_{ki} := \frac{\partial E}{\partial A_{ki}} $$" + "\n\n"
    assert verdicts(page, r"(dA)_{ki} = (du)_k v_i", r"(dA)_{ki} = (du)_k A_{ki}") == ["right", "wrong"]


def test_a_product_that_a_colon_defines_is_a_name() -> None:
    page = PAGE % ("", "(gu)_k :=", ":=", "g_k")  # g are numbers of their own
    line = r"\frac{\partial E}{\partial v_i} = \sum_k (gu)_k A_{ki}"
    assert verdicts(page, line, r"\frac{\partial E}{\partial A_{ki}} = (gu)_k A_{ki}") == ["right", "wrong"]


def test_a_product_that_is_equated_stays_a_product() -> None:
    assert verdicts(PAGE % ("", "(gu)_k =", "=", "g_k"), r"E = E + (gu)_k - g_k u_k") != ["wrong"]


@pytest.mark.parametrize("sign", [r"\Delta", "d"])
def test_a_sign_with_indices_is_an_array(sign: str) -> None:
    page = PAGE % ("", "b_k :=", ":=", "b_k") + rf"$$ e = \sum_{{j=1}}^m \sum_{{k=1}}^m {sign}_{{jk}} $$" + "\n\n"
    lines = (rf"({sign} u)_k = \sum_{{j=1}}^m {sign}_{{{at}}} u_j" for at in ("kj", "jk"))
    assert verdicts(page, *lines)[1] in ("wrong", "unproved", "unreadable")
    assert verdicts(page, rf"({sign} u)_k = \sum_{{j=1}}^m {sign}_{{kj}} u_j")[0] in ("right", "unproved", "unreadable")


def test_what_a_colon_equates_is_open_and_never_wrong() -> None:
    page = PAGE % ("", "g_k u_k :=", ":=", "g_k")
    assert verdicts(
        page, r"2 g_k := u_k", r"(Av)_k := \sum_i A_{ki} v_i", r"\frac{\partial E}{\partial u_k} := u_k"
    ) == [
        "unproved",
        "right",
        "wrong",
    ]


def test_a_name_that_a_colon_defines_is_not_defined_by_its_derivative() -> None:
    page = PAGE % ("", "(du)_k :=", "=", "u_k") + "$$ p_i := \\sum_k (du)_k A_{ki} $$\n\n"
    assert verdicts(page, r"p_i = \frac{\partial E}{\partial v_i}") == ["right"]
    page = PAGE % ("", "(du)_k :=", "=", "u_k") + "$$ p_k := (du)_k v_1 $$\n\n"
    assert verdicts(page, r"p_k = \frac{\partial E}{\partial u_k}") == ["wrong"]
