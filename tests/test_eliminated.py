r"""One entry of an array that is computed from the others, `\pi_K = 1 - \sum_{k=1}^{K-1} \pi_k`: the others are given.

By hand: the derivative by one of the others also goes through the entry that is made of them.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.compile.compiled import compile_network
from symderiv.compile.errors import CompileError
from symderiv.errors import UncoveredUse
from symderiv.load import load_text
from symderiv.system import Role

from .judging import each_verdict, verdict

SHARES = r"$$\pi_K = 1 - \sum_{k=1}^{K-1} \pi_k$$ $$L = \sum_{k=1}^K n_k \log \pi_k$$"
FIRST = (
    r"$$d = -\sum_{i=3}^N a_i y_i, \quad a_1 = y_1 (d - a_2 y_2)$$"
    r"$$W = \frac12 \sum_{i=1}^N c_i a_i^2, \quad M = y_1 + y_2 + \sum_{i=1}^N y_i^2$$"
)
ROWS = (
    r"$$w_{Kj} = -\sum_{k=1}^{K-1} w_{kj}, \quad z_k = \sum_{j=1}^d w_{kj} x_j$$ ( $k = 1, \dots, K$ )"
    r"$$L = \frac12 \sum_{k=1}^K z_k^2$$"
)
LINES = {
    "the last": (SHARES, r"\frac{\partial L}{\partial \pi_k} = \frac{n_k}{\pi_k} - \frac{n_K}{\pi_K}", "k < K"),
    "the last of two rows": (ROWS, r"\frac{\partial L}{\partial w_{kj}} = (z_k - z_K) x_j", "k < K"),
    "the first": (FIRST, r"\frac{\partial W}{\partial a_2} = c_2 a_2 - c_1 a_1 y_1 y_2", ""),
    "the first, by a range": (FIRST, r"\frac{\partial W}{\partial a_i} = c_i a_i - c_1 a_1 y_1 y_i", "i > 2"),
    "itself": (FIRST, r"\frac{\partial a_1}{\partial a_2} = -y_1 y_2", ""),
}
PATHS_LEFT_OUT = {
    "the last": (SHARES, r"\frac{\partial L}{\partial \pi_k} = \frac{n_k}{\pi_k}", "k < K"),
    "the last of two rows": (ROWS, r"\frac{\partial L}{\partial w_{kj}} = z_k x_j", "k < K"),
    "the first": (FIRST, r"\frac{\partial W}{\partial a_2} = c_2 a_2", ""),
    "the first, by a range": (FIRST, r"\frac{\partial W}{\partial a_i} = c_i a_i", "i > 2"),
    "itself": (FIRST, r"\frac{\partial a_1}{\partial a_2} = y_1 y_2", ""),
}


def _line(case: tuple[str, str, str]) -> str:
    page, line, where = case
    return verdict(page, f"$${line}$$" + (f" ( ${where}$ )" if where else ""))


@pytest.mark.parametrize("name", LINES)
def test_the_others_are_given(name: str) -> None:
    assert _line(LINES[name]) == "right"


@pytest.mark.parametrize("name", PATHS_LEFT_OUT)
def test_they_reach_what_is_made_of_the_entry(name: str) -> None:
    assert _line(PATHS_LEFT_OUT[name]) == "wrong"


def test_the_other_entries_are_parameters() -> None:
    system = load_text(SHARES)
    found = [(p.role, str(p.domain)) for p in system.pieces if p.variable.key.startswith(r"\pi") and p.body is None]
    assert found == [(Role.PARAMETER, "{K - k - 1 >= 0, k - 1 >= 0}")]


SLIPS = {
    "an entry beyond them": SHARES.replace(r"\sum_{k=1}^K n_k", r"\sum_{k=0}^K n_k"),
    "one too many": SHARES.replace(r"L = \sum_{k=1}^K n_k", r"L = \sum_{k=1}^{K+1} n_k"),
    "made of itself": SHARES.replace(r"K-1} \pi_k$$ $", r"K} \pi_k$$ $"),
    "made of nothing of the array": r"$$x_1 = 3 y$$ $$L = \sum_{i=1}^N x_i^2$$",
    "a step that is forgotten": r"$$h_1 = u, \quad h_3 = w_3 h_2$$ $$L = \sum_{i=1}^N h_i^2$$",
    "steps of a recurrence": r"$$h_3 = h_2 + h_1, \quad h_4 = h_3 + h_2$$ $$L = \sum_{i=1}^N h_i^2$$",
    "a range that begins too late": r"$$x_i = w_i x_{i-1}^2$$ ( $i = 2, \dots, n$ ) $$L = \sum_{i=0}^n x_i^2$$",
    "a range that uses what is beyond it": r"$$x_i = w_i x_{n+2}$$ ( $i = 1, \dots, n$ ) $$L = \sum_{i=1}^n x_i$$",
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_an_error_as_before(name: str) -> None:
    with pytest.raises(UncoveredUse):
        load_text(SLIPS[name])


@pytest.mark.parametrize(
    "lines",
    [
        r"$$\frac{\partial L}{\partial \pi_k} = \frac{n_k}{\pi_k} + \lambda$$",
        r"$$\frac{\partial L}{\partial \pi_K} = \frac{n_K}{\pi_K} + \lambda$$",
    ],
)
def test_who_takes_all_entries_for_free_is_not_read_so(lines: str) -> None:
    """With a multiplier, `\\pi_K` is held beside the others: these lines are no slips."""
    page = SHARES.replace(r"\pi_k$$", r"\pi_k + \lambda (\sum_{k=1}^K \pi_k - 1)$$", 2)
    assert verdict(page, lines) not in ("right", "wrong")


def test_a_derivative_among_them_says_which_are_free() -> None:
    page = (SHARES, r"$$\frac{\partial L}{\partial \pi_k} = \frac{n_k}{\pi_k} - \frac{n_K}{\pi_K}$$")
    found = check("\n\n".join((*page, r"$$\frac{\partial \pi_K}{\partial \pi_k} = -1$$")))
    assert [str(c.judgement) for c in found.claims] == ["right", "right"]
    assert verdict(*page) not in ("right", "wrong")


def test_a_definition_that_is_not_read_keeps_lines_open() -> None:
    unread = r"$$\pi_k = \operatorname{??}(x_k $$"
    line = r"$$\frac{\partial L}{\partial \pi_k} = \frac{n_k}{\pi_k} - \frac{n_K}{\pi_K}$$ ( $k < K$ )"
    assert verdict(unread, SHARES, line) == "unproved"


def test_entries_written_out_before_the_rest_exist() -> None:
    page = r"$$L = y_1 y_2 + \sum_{i=3}^N y_i, \quad M = \sum_{i=1}^N y_i^2$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial (L + M)}{\partial y_2} = y_1 + 2 y_2$$",
            r"$$\frac{\partial (L + M)}{\partial y_2} = y_1$$",
        ],
    ) == ["right", "wrong"]
    assert any(r"N \ge 2" in n for n in check(page + r" $$\frac{\partial L}{\partial y_2} = y_1$$").notes)


@pytest.mark.parametrize("page", [SHARES, ROWS])
def test_the_compiler_refuses_them_in_words(page: str) -> None:
    with pytest.raises(CompileError, match="are made of others of it, and it is no recurrence"):
        compile_network(load_text(page))


@pytest.mark.parametrize(
    "page",
    [
        (
            r"$$L = \sum_{k=1}^K n_k \log \pi_k, \quad J = L + \lambda (\sum_{k=1}^K \pi_k - 1)$$",
            r"$$\frac{\partial J}{\partial \pi_k} = \frac{n_k}{\pi_k} + \lambda$$ ( $k = 1, \dots, K-1$ )",
            r"The last one follows from $\pi_K = 1 - \sum_{k=1}^{K-1} \pi_k$.",
        ),
        (
            SHARES,
            r"$$\frac{\partial}{\partial \pi_k} \left( L + \lambda (1 - \sum_{k=1}^K \pi_k) \right)"
            r" = \frac{n_k}{\pi_k} - \lambda$$ ( $k < K$ )",
        ),
        (
            r"$$W = \frac12 \sum_{i=1}^N c_i a_i^2$$ $$\frac{\partial W}{\partial a_2} = c_2 a_2$$",
            r"Solved for the first: $$d = -\sum_{i=3}^N a_i y_i, \quad a_1 = y_1 (d - a_2 y_2)$$",
        ),
        (
            FIRST,
            r"$$\frac{\partial W}{\partial a_2} = c_2 a_2, \quad \frac{dW}{da_2} = c_2 a_2 - c_1 a_1 y_1 y_2$$",
        ),
        (
            r"$$b_K = -\sum_{k=1}^{K-1} b_k, \quad E = \frac12 \sum_{k=1}^K (y_k - b_k)^2$$",
            r"$$\frac{\partial E}{\partial b_k} = b_k - y_k$$",
            r"$$\frac{\partial E}{\partial b_1} = b_1 - y_1$$",
        ),
    ],
    ids=["solved later", "a multiplier in a line", "lines above", "both kinds of derivatives", "a line left out"],
)
def test_lines_that_take_all_entries_for_free_are_left_open(page: tuple[str, ...]) -> None:
    found = [c for c in check("\n\n".join(page)).claims if r"\frac" in c.links[0].latex]
    assert found
    assert not {str(c.judgement) for c in found} & {"right", "wrong"}


def test_a_sum_without_bounds_does_not_stop_before_the_entry() -> None:
    found = each_verdict(
        SHARES, lines=[r"$$\sum_k \pi_k = 1$$", r"$$\sum_{k=1}^K \pi_k = 1$$", r"$$\sum_k n_k \log \pi_k = L$$"]
    )
    assert found[0] not in ("right", "wrong")
    assert found[1] == "right"
    assert found[2] == "right"
    bias = (
        r"$$a_k = \sum_{i=1}^{I+1} w_{ki} o_i$$ ( $1 \le k \le K$ ) $$o_i = \tanh(x_i)$$ ( $1 \le i \le I$ ) "
        r"$$o_{I+1} = 1, \quad L = \sum_{k=1}^K a_k^2$$"
    )
    assert each_verdict(
        bias,
        lines=[
            r"$$a_k = \sum_i w_{ki} o_i$$",
            r"$$a_k = \sum_i o_i w_{ki}$$",
            r"$$a_k = \sum_i o_i w_{ki} + w_{k,I+1}$$",
            r"$$a_k = \sum_{i=1}^I o_i w_{ki} + w_{k,I+1}$$",
        ],
    ) == ["right", "right", "wrong", "right"]


LAYERS = (
    r"$$y_j^{(m)} = \sum_{i=1}^{J^{(m)}} w_{ji}^{(m)} x_i^{(m)}$$ ( $m = 0, \dots, M$, $j = 1, \dots, J^{(m+1)}$ )"
    r"$$x_j^{(m+1)} = f(y_j^{(m)})$$ ( $m = 0, \dots, M-1$, $j = 1, \dots, J^{(m+1)}$ )"
    r"$$x_j^{(M+1)} = \exp(y_j^{(M)})$$ ( $j = 1, \dots, J^{(M+1)}$ )"
    r"$$w_{J^{(M+1)},i}^{(M)} = -\sum_{j=1}^{J^{(M+1)}-1} w_{ji}^{(M)}$$ ( $i = 1, \dots, J^{(M)}$ )"
    r"$$E = \sum_{j=1}^{J^{(M+1)}} t_j x_j^{(M+1)}$$"
)
LAST = (
    r"$$\frac{\partial E}{\partial w_{ji}^{(M)}} = (t_j x_j^{(M+1)} - t_{J^{(M+1)}} x_{J^{(M+1)}}^{(M+1)}) x_i^{(M)}$$"
)
BEFORE = r" ( $j = 1, \dots, J^{(M+1)}-1$, $i = 1, \dots, J^{(M)}$ )"


def test_the_last_row_of_the_last_layer_is_made_of_the_others() -> None:
    """The weights of other layers are given; so are the inputs before a last layer that is another one."""
    assert each_verdict(
        LAYERS,
        lines=[
            LAST + BEFORE,
            LAST.replace("- t", "+ t") + BEFORE,
            LAST.replace(r" - t_{J^{(M+1)}} x_{J^{(M+1)}}^{(M+1)}", "") + BEFORE,
        ],
    ) == ["right", "wrong", "wrong"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"-\sum_{j=1}^{J^{(M+1)}-1} w_{ji}^{(M)}", r"-\sum_{j=1}^{J^{(M)}} w_{ji}^{(M-1)}"),  # of another layer
        (r"J^{(M+1)}-1} w_{ji}^{(M)}$$", r"J^{(M+1)}-2} w_{ji}^{(M)}$$"),  # not of all others
    ],
)
def test_what_is_made_of_other_entries_stays_untold(old: str, new: str) -> None:
    assert verdict(LAYERS.replace(old, new), LAST + BEFORE) not in ("right", "wrong")
