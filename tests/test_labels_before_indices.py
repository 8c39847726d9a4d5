"""Labels of arrays told by their entries, made of letters that are values elsewhere: `U_{ss} = (u_{ss,i,j})`."""

from __future__ import annotations

from judging import each_verdict

FRONT = '+++\nobjective = "E"\n[ranges]\n"n" = "1..N"\n"i" = "1..S"\n"j" = "1..S"\n"k" = "1..R"\n"d" = "1..D"\n+++'
NET = [
    r"$$ a_{j,n} = \sum_{d=1}^{D} u_{vs,d,j} v_{d,n} + \sum_{i=1}^{S} u_{ss,i,j} s_{i,n-1} $$",
    r"$$ s_{j,n} = \tanh(a_{j,n}) $$",
    r"$$ s_{j,0} = 0 $$",
    r"$$ a^{(r)}_{k,n} = \sum_{j=1}^{S} u_{sr,j,k} s_{j,n} + c_{r,k} $$",
    r"$$ r_{k,n} = \tanh(a^{(r)}_{k,n}) $$",
    r"$$ E = \frac12 \sum_{n=1}^{N} \sum_{k=1}^{R} (r_{k,n} - y_{k,n})^2 $$",
    r"$$ \epsilon_{k,n} = (r_{k,n} - y_{k,n}) (1 - r_{k,n}^2) $$",
    r"Here $\mathbf{v}_n = (v_{d,n})$, $\mathbf{s}_n = (s_{j,n})$, $\mathbf{a}_n = (a_{j,n})$, "
    r"$\mathbf{a}^{(r)}_n = (a^{(r)}_{k,n})$, $\boldsymbol{\epsilon}_n = (\epsilon_{k,n})$ are column vectors, "
    r"$\mathbf{U}_{vs} = (u_{vs,d,j})$, $\mathbf{U}_{ss} = (u_{ss,i,j})$, $\mathbf{U}_{sr} = (u_{sr,j,k})$.",
]
INNER = r" ( $n = 1, \dots, N-1$ )"
LINES = [
    (r"\nabla_{\mathbf{a}^{(r)}_n} E = \boldsymbol{\epsilon}_n", "", "right"),
    (r"\nabla_{\mathbf{a}^{(r)}_n} E = 2 \boldsymbol{\epsilon}_n", "", "wrong"),
    (r"\nabla_{\mathbf{U}_{sr}} E = \sum_{n=1}^{N} \mathbf{s}_n \boldsymbol{\epsilon}_n^\top", "", "right"),
    (r"\nabla_{\mathbf{U}_{sr}} E = \sum_{n=1}^{N} \mathbf{a}_n \boldsymbol{\epsilon}_n^\top", "", "wrong"),
    (r"\nabla_{\mathbf{s}_N} E = \mathbf{U}_{sr} \boldsymbol{\epsilon}_N", "", "right"),
    (r"\frac{\partial s_{j,n+1}}{\partial s_{i,n}} = u_{ss,i,j} (1 - s_{j,n+1}^2)", INNER, "right"),
    (r"\frac{\partial s_{j,n+1}}{\partial s_{i,n}} = u_{ss,j,i} (1 - s_{j,n+1}^2)", INNER, "wrong"),
]


def test_are_labels() -> None:
    """Runs of letters that are values, and one of them above in parentheses."""
    for (line, _, found), judged_so in zip(
        LINES, each_verdict(FRONT, *NET, lines=[f"$$ {line} $${where}" for line, where, _ in LINES]), strict=True
    ):
        assert judged_so == found, line


def test_letters_that_count_are_none() -> None:
    """Where a sum runs over them they are indices."""
    page = [
        r"$$ E = \sum_{i=1}^{m} \sum_{j=1}^{n} \sum_{k=1}^{K} u_{ij,k}^2 $$",
        r"Here $\mathbf{u}_{ij} = (u_{ij,k})$; $i_j$ and $j_i$ are numbers.",
        r"$$ \frac{\partial E}{\partial u_{ij,k}} = %s u_{ij,k} $$",
    ]
    found = each_verdict(*page[:2], lines=[page[2] % "2", page[2] % "3"])
    assert found[0] != "wrong"
    assert found[1] != "right"
