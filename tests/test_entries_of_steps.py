r"""Data that stand whole in a product and by entries in a sum: the `x_t` of `B x_t` beside `\sum_v x_{t+1,v} o_{t,v}`.

By hand: with `u_t = A s_{t-1} + B x_t` the derivative by `B_{dv}` is the sum over t of the errors
`\partial E/\partial u_{t,d}` times `x_{t,v}`; that by `A_{de}` has `s_{t-1,e}` there.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

HEAD = '+++\nobjective = "E"\n[ranges]\n"d" = "1..D"\n"e" = "1..D"\n"v" = "1..V"\n+++'
PAGE = (
    HEAD,
    r"$$ u_t = A s_{t-1} + B x_t $$ ( $t = 1, \dots, T-1$ )",
    r"$$ s_t = \tanh(u_t) $$ ( $t = 1, \dots, T-1$ )",
    r"$$ o_t = C s_t $$ ( $t = 1, \dots, T-1$ )",
    r"$$ E = -\sum_{t=1}^{T-1} \Bigl( \sum_v x_{t+1,v} o_{t,v} - \log \sum_v e^{o_{t,v}} \Bigr) $$",
)
LABELLED = tuple(x.replace("A s", "W_s s").replace("B x", "W_x x").replace("C s", "W_o s") for x in PAGE)
BY = r"$$ \frac{\partial E}{\partial %s} = \sum_{t=1}^{T-1} \frac{\partial E}{\partial %s} %s $$"


def test_the_entries_show_the_length() -> None:
    cases = [
        (BY % ("A_{d,e}", "u_{t,d}", "s_{t-1,e}"), "right"),
        (BY % ("A_{d,e}", "u_{t,d}", "s_{t,e}"), "wrong"),
        (BY % ("B_{d,v}", "u_{t,d}", "x_{t,v}"), "right"),
        (BY % ("B_{d,v}", "u_{t,d}", "x_{t+1,v}"), "wrong"),
        (BY % ("C_{v,d}", "o_{t,v}", "s_{t,d}"), "right"),
        (BY % ("C_{v,d}", "o_{t,v}", "s_{t-1,d}"), "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(*PAGE, BY % ("A_{d,e}", "u_{t,d}", "s_{t-1,e}"), lines=[line for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


def test_matrices_with_labels_and_their_entries_behind_parentheses() -> None:
    line = r"$$ \frac{\partial u_{t+1,d}}{\partial u_{t,e}} = (W_s)_{%s} (1 - s_{t,e}^2) $$ ( $1 \le t \le T-2$ )"
    assert each_verdict(*LABELLED, lines=[line % "d,e", line % "e,d"]) == ["right", "wrong"]
    by_input = BY % ("(W_x)_{d,v}", "u_{t,d}", "x_{t,v}")
    assert each_verdict(*LABELLED, lines=[by_input, by_input.replace("x_{t,v}", "x_{t+1,v}")]) == ["right", "wrong"]


def test_entries_with_the_step_behind_are_others() -> None:
    """A page that goes on in t has v number the components; in both orders the t may number those of other vectors."""
    page = [x.replace("x_{t+1,v}", "x_{v,t}") for x in PAGE]
    assert verdict(*page, BY % ("B_{d,v}", "u_{t,d}", "x_{v,t}")) == "right"
    assert verdict(*page, BY % ("B_{d,v}", "u_{t,d}", "x_{t,v}")) not in ("right", "wrong")
    assert verdict(*page, BY % ("A_{d,e}", "u_{t,d}", "s_{t-1,e}")) != "wrong"


def test_numbers_of_a_step_stay_numbers() -> None:
    page = (
        r"$$ u_t = a s_{t-1} + b x_t $$ ( $1 \le t \le T$ )",
        r"$$ s_t = \tanh(u_t) $$ ( $1 \le t \le T$ )",
        r"$$ E = \sum_{t=1}^{T} \sum_{v=1}^{V} x_{t,v} s_t $$",
    )
    line = r"$$ \frac{\partial E}{\partial b} = \sum_{t=1}^{T} \frac{\partial E}{\partial u_t} x_%s $$"
    found = each_verdict(*page, lines=[line % "t", line % "{t-1}"])
    assert found[0] != "wrong"
    assert found[1] != "right"
