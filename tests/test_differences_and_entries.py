r"""Differences `p_{uv} = p_u - p_v` beside entries, and functions shown with a matrix. By hand: with `d = p_u - p_v`,
the derivative of `|M d|^2` by `M_{ab}` is `2 \sum_c M_{ac} d_c d_b`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

DATA = r"""Let $p_u \in \mathbb{R}^n$ be points, $u, v = 1, \dots, T$, and $M$ a matrix of size $m \times n$ with
entries $M_{ab}$. We write $p_{uv} = p_u - p_v$."""
LOSS = r"$$ E = \sum_{u=1}^T \sum_{v=1}^T c_{uv} \| M p_{uv} \|^2 $$"
GRADIENT = r"\frac{\partial E}{\partial M_{ab}} = 2 \sum_{u=1}^T \sum_{v=1}^T c_{uv} \sum_{e=1}^n M_{ae}"


def test_entries_behind_a_comma_are_no_differences() -> None:
    cases = [
        (r"p_{uv,e} p_{uv,b}", "right"),
        (r"(p_{u,e} - p_{v,e}) (p_{u,b} - p_{v,b})", "right"),
        (r"p_{uv,e} (p_{u,b} - p_{v,b})", "right"),
        (r"p_{u,e} p_{v,b}", "wrong"),
        (r"p_{uv,e} p_{uv,e}", "wrong"),
        (r"p_{uv,e} (p_{u,b} + p_{v,b})", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(DATA, LOSS, lines=[f"$$ {GRADIENT} {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_differences_given_by_their_entries() -> None:
    told = DATA[:-1] + ", with components $p_{uv,b} = p_{u,b} - p_{v,b}$."
    assert each_verdict(
        told, LOSS, lines=[f"$$ {GRADIENT} p_{{uv,e}} p_{{uv,b}} $$", f"$$ {GRADIENT} p_{{uv,e}} p_{{u,b}} $$"]
    ) == ["right", "wrong"]
    assert (
        verdict(told.replace("u,b} - p_{v,b", "ub} - p_{vb"), LOSS, f"$$ {GRADIENT} p_{{uv,e}} p_{{uv,b}} $$")
        == "right"
    )


def test_two_indices_that_may_be_either_are_left_open() -> None:
    found = each_verdict(
        DATA,
        LOSS,
        lines=[
            f"$$ {GRADIENT} p_{{uv,e}} (p_{{ub}} - p_{{vb}}) $$",
            r"$$ \frac{\partial E}{\partial M} = 2 M \sum_{u,v} c_{uv} p_{uv} p_{uv}^T $$",
            r"$$ \frac{\partial E}{\partial M} = 2 M \sum_{u,v} c_{uv} p_u p_{uv}^T $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] == "right"
    assert found[2] == "wrong"


SHOWN = r"""Let $p_u \in \mathbb{R}^n$, $u = 1, \dots, T$, and $M \in \mathbb{R}^{m \times n}$.
$$ g_{uv}(M) = e^{-p_u^T M^T M p_v}, \quad E(M) = \sum_{u=1}^T \sum_{v=1}^T c_{uv} g_{uv}(M) $$"""


def test_arguments_behind_derivatives_and_any_indices() -> None:
    cases = [
        (r"\frac{\partial E}{\partial M}(M) = \sum_{u,w=1}^T c_{uw} \frac{\partial g_{uw}(M)}{\partial M}(M)", "right"),
        (r"\frac{\partial E}{\partial M}(M) = \sum_{u,w=1}^T c_{uw} \frac{\partial g_{uu}}{\partial M}(M)", "wrong"),
        (r"\frac{\partial g_{uw}}{\partial M}(M) = -g_{uw}(M) M (p_u p_w^T + p_w p_u^T)", "right"),
        (r"\frac{\partial g_{uw}}{\partial M}(M) = -g_{uw}(M) M p_u p_w^T", "wrong"),
        (r"\frac{\partial E}{\partial M} = -\sum_{u,w=1}^T c_{uw} g_{uw}(M) M (p_u p_w^T + p_w p_u^T)", "right"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SHOWN, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_derivative_at_another_place_is_not_judged() -> None:
    line = r"$$ \frac{\partial E}{\partial M}(0) = 0 $$"
    assert verdict(SHOWN, line) not in ("right", "wrong")
