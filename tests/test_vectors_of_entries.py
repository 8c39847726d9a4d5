r"""Vectors told by the entries of a matrix, `\vec{v}_n = (V_{dn})_d`.

By hand: with `u_{kn} = a_k^T v_n + b_k` and half the squared error, `dE/dA_{dk} = \sum_n (u_{kn} - t_{kn}) V_{dn}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ u_{kn} = \vec{a}_k^\top \vec{v}_n + b_k $$ ( $k = 1, \dots, K$, $n = 1, \dots, N$ )",
    r"$$ E = \frac12 \sum_{n=1}^{N} \sum_{k=1}^{K} (u_{kn} - t_{kn})^2 $$",
)
COLUMNS = (
    r"Here $A = (A_{dk})$, $V = (V_{dn})$, $\vec{a}_k = (A_{dk})_d$ and $\vec{v}_n = (V_{dn})_d$, $d = 1, \dots, D$."
)
ROWS = COLUMNS.replace("A_{dk}", "A_{kd}")
BARE = COLUMNS.replace(")_d", ")")
LEFT = r"\frac{\partial E}{\partial %s}"


@pytest.mark.parametrize(("said", "entry"), [(COLUMNS, "A_{dk}"), (ROWS, "A_{kd}"), (BARE, "A_{dk}")])
def test_entries_of_the_matrix_and_its_vectors(said: str, entry: str) -> None:
    left = LEFT % entry
    assert each_verdict(
        *NET,
        said,
        lines=[
            rf"$$ {left} = \sum_{{n=1}}^N (u_{{kn}} - t_{{kn}}) V_{{dn}} $$",
            rf"$$ {left} = \sum_{{n=1}}^N (u_{{kn}} - t_{{kn}}) V_{{nd}} $$",
            rf"$$ {left} = \sum_{{n=1}}^N (u_{{kn}} - t_{{kn}}) V_{{dn}}^2 $$",
        ],
    ) == ["right", "wrong", "wrong"]
    vectors = r"$$ \nabla_{\vec{a}_k} E = \sum_{n=1}^N (u_{kn} - t_{kn}) \vec{v}_n $$"
    assert each_verdict(*NET, said, lines=[vectors, vectors.replace("- t", "+ t")]) == ["right", "wrong"]


@pytest.mark.parametrize("said", [COLUMNS, ROWS])
def test_a_square_matrix_is_not_turned(said: str) -> None:
    net = tuple(x.replace(r"\dots, K", r"\dots, N").replace("{K}", "{N}") for x in NET)
    said = said.replace(r"\dots, D", r"\dots, N")
    entry = "A_{dk}" if said == COLUMNS.replace(r"\dots, D", r"\dots, N") else "A_{kd}"
    line = rf"$$ {LEFT % entry} = \sum_{{n=1}}^N (u_{{kn}} - t_{{kn}}) %s $$"
    assert each_verdict(*net, said, lines=[line % "V_{dn}", line % "V_{nd}"]) == ["right", "wrong"]


def test_whole_matrices() -> None:
    said = COLUMNS.replace("Here", "Here $U = (u_{kn})$, $T = (t_{kn})$,")
    assert each_verdict(
        *NET, said, lines=[r"$$ \nabla_A E = V (U - T)^\top $$", r"$$ \nabla_A E = V (T - U)^\top $$"]
    ) == ["right", "wrong"]


def test_columns_of_what_is_computed() -> None:
    net = (
        r"$$ S_{kn} = \tanh(a_k^\top v_n) $$ ( $k = 1, \dots, K$, $n = 1, \dots, N$ )",
        r"$$ E = \sum_{n=1}^{N} s_n^\top s_n $$",
        COLUMNS.replace(r"\vec{a}", "a")
        .replace(r"\vec{v}", "v")
        .replace("Here", "Here $S = (S_{kn})$, $s_n = (S_{kn})_k$,"),
    )
    line = LEFT % "A_{dk}" + r" = %s \sum_{n=1}^N S_{kn} (1 - S_{kn}^2) V_{dn}"
    assert each_verdict(*net, lines=[f"$$ {line % 2} $$", f"$$ {line % ''} $$"]) == ["right", "wrong"]


def test_entries_in_the_order_of_their_author() -> None:
    """Which index comes first in `v_{dn}` is not said: no line is wrong for it."""
    net = tuple(x.replace(r"\vec{v}", "v").replace(r"\vec{a}", "a") for x in (*NET, COLUMNS))
    for entry in ("v_{dn}", "v_{nd}"):
        line = rf"$$ {LEFT % 'A_{dk}'} = \sum_{{n=1}}^N (u_{{kn}} - t_{{kn}}) {entry} $$"
        assert verdict(*net, line) != "wrong"


def test_an_index_that_is_bound_by_the_parenthesis() -> None:
    r"""`\vec{v}_n = (V_{dn})_n` is no column."""
    said = COLUMNS.replace("(V_{dn})_d", "(V_{dn})_n")
    assert verdict(*NET, said, rf"$$ {LEFT % 'A_{dk}'} = \sum_{{n=1}}^N (u_{{kn}} - t_{{kn}}) V_{{dn}} $$") != "right"
