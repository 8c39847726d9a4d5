r"""Jacobians written as operators, `J_v(u)`, `J_{u \to v}` and `D_u v`, in the layout that the page tells."""

from __future__ import annotations

import re

import pytest

from symderiv.check.options import Options
from symderiv.check.page import check

from .judging import each_verdict, verdict

NET = r"""$$ s_p = \sum_{q=1}^{n} M_{pq} r_q + c_p, \qquad p = 1, \dots, m $$

$$ g_p = \tanh(s_p) $$

$$ E = \frac12 \sum_{p=1}^{m} (g_p - t_p)^2 $$

Here $M = (M_{pq})$ is an $m \times n$ matrix, $s = (s_p)$, $g = (g_p)$, $r = (r_q)$, $t = (t_p)$ are column vectors."""
ENTRY = r"has the entry $\partial v_i/\partial u_j$ in row $i$ and column $j$."
TOLD = (
    rf"The Jacobian $J_v(u)$ {ENTRY}",
    r"We write $J_v(u)$ for the Jacobian matrix whose $(i,j)$ entry is $\frac{\partial v_i}{\partial u_j}$.",
    r"The Jacobian is defined by $(J_v(u))_{ij} = \frac{\partial v_i}{\partial u_j}$.",
    r"The Jacobian is $J_v(u) = \left(\frac{\partial v_i}{\partial u_j}\right)_{ij}$.",
    r"La jacobienne $J_v(u)$ a pour coefficient de la ligne $i$ et de la colonne $j$ $\partial v_i/\partial u_j$.",
    r"Die Jacobimatrix $J_v(u)$ hat in Zeile $i$ und Spalte $j$ den Eintrag $\partial v_i/\partial u_j$.",
    r"La matriz jacobiana $J_v(u)$ tiene en la fila $i$ y la columna $j$ la derivada $\partial v_i/\partial u_j$.",
    r"ヤコビ行列 $J_v(u)$ の第 $i$ 行第 $j$ 列の成分は $\partial v_i/\partial u_j$ である。",
    r"雅可比矩阵 $J_v(u)$ 的第 $(i,j)$ 元素是 $\partial v_i/\partial u_j$。",
    r"야코비 행렬 $J_v(u)$의 $i$행 $j$열 성분은 $\partial v_i/\partial u_j$이다.",
)
FIRST = r"$$ J_s(r) = M $$"
LINES = (
    (r"$$ J_g(r) = \operatorname{diag}(1 - g \odot g) M $$", "right"),
    (r"$$ J_s(r) = M^T $$", "wrong"),
    (r"$$ J_g(r) = J_g(s) J_s(r) $$", "right"),
    (r"$$ J_g(r) = J_s(r) J_g(s) $$", "wrong"),
    (r"$$ \frac{\partial E}{\partial r} = J_g(r)^T (g - t) $$", "right"),
    (r"$$ \frac{\partial E}{\partial r} = J_g(r) (g - t) $$", "wrong"),
    (r"$$ (J_g(r))_{pq} = (1 - g_p^2) M_{pq} $$", "right"),
    (r"$$ (J_g(r))_{pq} = (1 - g_q^2) M_{pq} $$", "wrong"),
)
FORMS = (
    (r"J_{u \\to v}", r"J_{\2 \\to \1}"),
    (r"J_{v,u}", r"J_{\1,\2}"),
    (r"J_u(v)", r"J_\2(\1)"),
    (r"\\mathbf{J}_{\\mathbf{v}}(\\mathbf{u})", r"\\mathbf{J}_{\\mathbf{\1}}(\\mathbf{\2})"),
    (r"\\operatorname{Jac}_v(u)", r"\\operatorname{Jac}_\1(\2)"),
)


@pytest.mark.parametrize("told", TOLD)
def test_words_and_equations_tell_the_layout(told: str) -> None:
    assert verdict(NET, told, FIRST) == "right"
    for (line, judged), found in zip(
        LINES, each_verdict(NET, told, FIRST, lines=[line for line, _ in LINES]), strict=True
    ):
        assert found == judged, line


@pytest.mark.parametrize(("_", "form"), FORMS)
def test_operators_are_written_in_several_ways(_: str, form: str) -> None:
    def typed(text: str) -> str:
        return re.sub(r"J_(\w)\((\w)\)", form, text)

    for (line, judged), found in zip(
        LINES, each_verdict(NET, typed(TOLD[0]), typed(FIRST), lines=[typed(line) for line, _ in LINES]), strict=True
    ):
        assert found == judged, line


def test_an_operator_before_a_name() -> None:
    told = rf"The Jacobian matrix $D_u v$ {ENTRY}"
    assert verdict(NET, told, r"$$ D_r s = M $$") == "right"
    assert each_verdict(
        NET,
        told,
        r"$$ D_r s = M $$",
        lines=[r"$$ D_r s = M^T $$", r"$$ D_r g = D_s g \, D_r s $$", r"$$ D_r g = D_r s \, D_s g $$"],
    ) == ["wrong", "right", "wrong"]


@pytest.mark.parametrize(
    "told",
    [
        r"The Jacobian $J_v(u)$ has the entry $\partial v_i/\partial u_j$ in row $j$ and column $i$.",
        r"The Jacobian $J_v(u)$ has the entry $\partial v_j/\partial u_i$ in row $i$ and column $j$.",
    ],
)
def test_the_other_layout(told: str) -> None:
    assert verdict(NET, told, r"$$ J_s(r) = M^T $$") == "right"
    assert verdict(NET, told, r"$$ J_s(r) = M^T $$", FIRST) == "wrong"
    assert each_verdict(NET, told, FIRST, lines=[r"$$ J_g(r) = J_s(r) J_g(s) $$", r"$$ J_g(r) = J_g(s) J_s(r) $$"]) == [
        "right",
        "wrong",
    ]


def test_the_jacobian_of_a_number_is_left_open() -> None:
    cases = (r"$$ J_E(r) = (g - t)^T J_g(r) $$", r"$$ J_E(r) = J_g(r)^T (g - t) $$")
    for line, found in zip(cases, each_verdict(NET, TOLD[0], FIRST, lines=cases), strict=True):
        assert found not in ("right", "wrong"), line


@pytest.mark.parametrize(
    "said",
    [
        rf"Some authors say that the Jacobian $J_v(u)$ {ENTRY}",
        ENTRY.replace("has the", r"The Jacobian $J_v(u)$ does not have the"),
        ENTRY.replace("has the", r"The Jacobian $J_v(u)$ has twice the"),
        rf"The transpose of the Jacobian $J_v(u)$ {ENTRY}",
        rf"The Jacobian $J_v(u)$ {ENTRY} We do not use that.",
        rf"The Jacobian $J_v(u)$ {ENTRY} Some texts transpose it.",
        rf"The Jacobian $J_v(u)$ {ENTRY[:-1]}, transposed.",
        rf"The Jacobian $J_v(u)$ {ENTRY} Elsewhere the Jacobian $J_v(u)$ "
        r"has the entry $\partial v_i/\partial u_j$ in row $j$ and column $i$.",
    ],
)
def test_what_may_be_said_otherwise_tells_nothing_and_the_other_lines_are_judged(said: str) -> None:
    cases = LINES[:6]
    for (line, _), found in zip(
        cases,
        each_verdict(
            NET, said, r"$$ J_g(s) = \operatorname{diag}(1 - g \odot g) $$", FIRST, lines=[line for line, _ in cases]
        ),
        strict=True,
    ):
        assert found not in (
            "right",
            "wrong",
        ), line
    right = r"$$ \frac{\partial E}{\partial r} = M^T ((g - t) \odot (1 - g \odot g)) $$"
    wrong = r"$$ \frac{\partial E}{\partial r} = M^T (g - t) $$"
    assert each_verdict(NET, said, FIRST, r"$$ J_g(r) = J_g(s) J_s(r) $$", lines=[right, wrong]) == ["right", "wrong"]


def test_one_jacobian_may_be_a_name() -> None:
    line = r"$$ \frac{\partial E}{\partial r} = J_s(r)^T \frac{\partial E}{\partial s} $$"
    assert verdict(NET, r"The Jacobian $J_s(r)$ is needed.", FIRST, line) == "right"


def test_an_equation_that_tells_in_a_sentence_claims_nothing() -> None:
    told = r"The Jacobian is $J_v(u)$, the matrix with entries $(J_v(u))_{ij} = \partial v_i/\partial u_j$."
    found = check("\n\n".join((NET, told, FIRST)), options=Options(reasons=False))
    assert [str(c.judgement) for c in found.claims] == ["right"]


def test_a_loss_called_j_is_no_jacobian() -> None:
    page = (
        NET.replace("$$ E =", "$$ J ="),
        rf"The Jacobian $J_v(u)$ {ENTRY}",
        r"$$ \frac{\partial J}{\partial r} = J_g(r)^T (g - t) $$",
    )
    assert [str(c.judgement) for c in check("\n\n".join(page), options=Options(reasons=False)).claims] == ["right"]
