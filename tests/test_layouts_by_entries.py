r"""Derivatives by matrices with three indices, whose order an equation with entries tells."""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""
$$ s_i = \sum_j B_{ij} z_j $$

where $\mathbf{s} = (s_i)$, $\mathbf{B} = (B_{ij})$, $\mathbf{z} = (z_j)$

"""
WHOLE = r"\left( \frac{\partial \mathbf{s}}{\partial \mathbf{B}} \right)"
TOLD = WHOLE + r"_{ijk} = \frac{\partial s_k}{\partial B_{ij}}"


def verdicts(*lines: str) -> list[str]:
    claims = check(PAGE + "\n\n".join(f"$$ {x} $$" for x in lines)).claims
    return [str(c.judgement) for c in claims]


def test_the_order_of_a_page() -> None:
    lines = [
        TOLD + r" = \delta_{ik} z_j",
        WHOLE + r"_{ijk} = \delta_{ik} z_j",
        WHOLE + r"_{kij} = \delta_{kj} z_i",
        WHOLE + r"_{ijk} = \delta_{ij} z_k",
        TOLD + r" = \delta_{jk} z_i",
    ]
    assert verdicts(*lines) == ["right", "right", "right", "wrong", "wrong"]


def test_the_other_order() -> None:
    told = WHOLE + r"_{ijk} = \frac{\partial s_i}{\partial B_{jk}}"
    assert verdicts(told + r" = \delta_{ij} z_k", WHOLE + r"_{ijk} = \delta_{ik} z_j") == ["right", "wrong"]


def test_matrices_by_matrices() -> None:
    page = r"""$$ Y_{ij} = \sum_k X_{ik} W_{kj} $$

$$ \left( \frac{\partial Y}{\partial W} \right)_{ijkl} = \frac{\partial Y_{ij}}{\partial W_{kl}} = \delta_{jl} X_{ik} $$

$$ \left( \frac{\partial Y}{\partial W} \right)_{ijkl} = \frac{\partial Y_{ij}}{\partial W_{kl}} = \delta_{il} X_{jk} $$
"""
    assert [str(c.judgement) for c in check(page).claims] == ["right", "wrong"]


def test_an_order_that_nothing_tells() -> None:
    assert verdicts(WHOLE + r"_{ijk} = \delta_{ij} z_k") == ["unreadable"]


def test_two_orders() -> None:
    other = WHOLE + r"_{ijk} = \frac{\partial s_i}{\partial B_{jk}} = \delta_{ij} z_k"
    found = verdicts(TOLD + r" = \delta_{ik} z_j", other, WHOLE + r"_{ijk} = \delta_{ij} z_k")
    assert not {"right", "wrong"} & {*found}


def test_an_accent_makes_another_array() -> None:
    page = r"""$$ s_i = \sum_j B_{ij} z_j + \sum_j \tilde{B}_{ij} v_j $$

$$ \left( \frac{\partial s}{\partial B} \right)_{ijk} = \frac{\partial s_k}{\partial B_{ij}} = \delta_{ik} z_j $$

$$ \left( \frac{\partial s}{\partial \tilde{B}} \right)_{ijk} = \delta_{ik} @ $$
"""
    found = [[str(c.judgement) for c in check(page.replace("@", x)).claims] for x in ("z_j", "v_j")]
    assert found == [["right", "unreadable"]] * 2


@pytest.mark.parametrize(
    "said",
    [
        "Some texts have $@$. Here the last index is that of $s$.",
        "In the notes of last year, $@$.",
        "$@$ is how our old notes had it.",
        "Unlike others we do not write $$@$$",
        "The convention of the book: $$@$$",
    ],
)
def test_an_order_that_is_quoted(said: str) -> None:
    page = PAGE + said.replace("@", TOLD) + f"\n\n$$ {WHOLE}_{{ijk}} = \\delta_{{ik}} z_j $$\n"
    assert str(check(page).claims[-1].judgement) == "unreadable"


@pytest.mark.parametrize("said", ["We write $@$.", "By definition, $$@$$", "The entries of the derivative are $@$."])
def test_an_order_in_words(said: str) -> None:
    page = PAGE + said.replace("@", TOLD) + f"\n\n$$ {WHOLE}_{{ijk}} = \\delta_{{ik}} z_j $$\n"
    assert str(check(page).claims[-1].judgement) == "right"


AGREED = r"""+++
objective = "E"
functions = ["g"]
+++

$x, h$ are $m$-vectors, $z, t$ are $n$-vectors, {}.

$$ h = g(x) $$

$$ z = V h $$

$$ E = \frac12 \sum_{i=1}^n (z_i - t_i)^2 $$

$$ \frac{\partial h}{\partial x} = \operatorname{diag}(g'(x)) $$

$$ \frac{\partial E}{\partial x} = (V^T (z - t)) \odot g'(x) $$

$$ \frac{\partial E}{\partial x} = V^T (z - t) $$
"""


def test_the_agreed_order_says_nothing_of_a_function() -> None:
    said = r"$\left(\frac{\partial g}{\partial x}\right)_{ij} = \frac{\partial g_i}{\partial x_j}$"
    for whole in (said, said.replace("partial g}", r"partial \mathbf{g}}")):
        claims = check(AGREED.replace("{}", whole)).claims
        assert [str(c.judgement) for c in claims] == ["right", "right", "wrong"]


def test_another_order_is_not_left_out() -> None:
    said = r"$\left(\frac{\partial g}{\partial x}\right)_{ij} = \frac{\partial g_j}{\partial x_i}$"
    assert str(check(AGREED.replace("{}", said)).claims[0].judgement) == "unreadable"


def test_a_function_with_values_of_its_own_stays() -> None:
    """Without `g'` it may be a function of the whole vector."""
    said = r"$\left(\frac{\partial g}{\partial x}\right)_{ij} = \frac{\partial g_i}{\partial x_j}$"
    page = AGREED.replace("{}", said).replace(r"\odot g'(x)", "").replace(r"\operatorname{diag}(g'(x))", "0")
    assert "right" not in [str(c.judgement) for c in check(page).claims[1:]]
