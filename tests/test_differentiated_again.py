r"""Values with their argument, differentiated: `\frac{dC(y_N)}{dw}`, and points, `\frac{dC}{dy}|_{y_N}`."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

UNIT = r"$$ y_N = \sigma(w x) $$", r"$$ C = \frac{1}{2} (y_N - t)^2 $$"
LAYER = (
    r"$$ y_j = \sum_{k=1}^K w_{jk} x_k $$ ($j = 1, \dots, J$)",
    r"$$ E = \frac{1}{2} \sum_{j=1}^J (y_j - d_j)^2 $$",
    r"where $\mathbf{y} = (y_j)$, $\mathbf{d} = (d_j)$.",
)
RECURRENT = (
    '+++\n[ranges]\n"n" = "1..N"\n+++',
    r"$$ z_n = u x_n + w h_{n-1} $$",
    r"$$ h_n = \tanh(z_n) $$ ( $n = 1, \dots, N$ )",
    r"$$ q_n = h_n $$",
    r"$$ R = (q_N - t)^2 $$",
)


def test_the_value_itself() -> None:
    cases = [r"\frac{dC(y_N)}{dw}", r"\frac{d}{dw} C(y_N)", r"\frac{\partial C(w)}{\partial w}"]
    for left, found in zip(
        cases, each_verdict(*UNIT, lines=[rf"$$ {left} = (y_N - t) \sigma'(w x) x $$" for left in cases]), strict=True
    ):
        assert found == "right", left
    for left, found in zip(
        cases, each_verdict(*UNIT, lines=[rf"$$ {left} = (y_N - t) \sigma'(w x) $$" for left in cases]), strict=True
    ):
        assert found == "wrong", left
    for left, found in zip(
        cases, each_verdict(*UNIT, lines=[rf"$$ {left} = (y_N + t) \sigma'(w x) x $$" for left in cases]), strict=True
    ):
        assert found == "wrong", left


def test_by_the_argument() -> None:
    assert each_verdict(
        *UNIT, lines=[r"$$ \frac{dC(y_N)}{dy_N} = y_N - t $$", r"$$ \frac{dC(y_N)}{dy_N} = t - y_N $$"]
    ) == ["right", "wrong"]


def test_a_vector_of_what_is_summed() -> None:
    line = r"$$ \frac{\partial E(\mathbf{y})}{\partial \mathbf{y}} = \mathbf{y} - \mathbf{d} $$"
    assert each_verdict(*LAYER, lines=[line, line.replace("= \\mathbf{y} - ", "= \\mathbf{y} + ")]) == [
        "right",
        "wrong",
    ]


def test_an_entry_may_choose_a_term() -> None:
    line = r"$$ \frac{\partial E(y_j)}{\partial w_{jk}} = (y_j - d_j) x_k $$"
    assert verdict(*LAYER, line) not in ("right", "wrong")


def test_a_product_is_written_without_parenthesis() -> None:
    line = r"$$ \frac{d (C y_N)}{dy_N} = (y_N - t) y_N + C $$"
    assert each_verdict(*UNIT, lines=[line, line.replace(" + C", "")]) == ["right", "wrong"]


@pytest.mark.parametrize("at", [r"\Big|_{q_N}", r"|_{q_N}"])
def test_by_the_entry_at_which_it_is_taken(at: str) -> None:
    line = rf"$$ \frac{{dR}}{{dw}} = \frac{{dR}}{{dq}} {at} \tanh'(z_N) (h_{{N-1}} + w \frac{{d h_{{N-1}}}}{{d w}}) $$"
    assert each_verdict(*RECURRENT, lines=[line, line.replace("(h_{N-1}", "(h_N"), line.replace("+ w", "+ u")]) == [
        "right",
        "wrong",
        "wrong",
    ]


@pytest.mark.parametrize(
    ("value", "point"),
    [
        (r"(q_N - t)^2 + \lambda h_N", "q_N"),
        (r"(q_N - t)^2 + q_{N-1}", "q_N"),
        (r"\sum_{n=1}^N (q_n - t_n)^2", "q_n"),
        (r"(q_N - t)^2", "q_n"),
    ],
)
def test_what_else_may_change_with_it_leaves_it_open(value: str, point: str) -> None:
    page = (*RECURRENT[:-1], rf"$$ R = {value} $$")
    line = rf"$$ \frac{{dR}}{{dq}} |_{{{point}}} = 2 (q_N - t) $$"
    assert verdict(*page, line) not in ("right", "wrong")


BATCH = (
    r"$$ y^{(i)} = w_1 x_1^{(i)} + w_2 x_2^{(i)} + b $$",
    r"$$ E = \frac{1}{2} \sum_{i=1}^M (y^{(i)} - t^{(i)})^2 $$",
    r"$$ \nabla E(w_1) = \sum_{i=1}^M (y^{(i)} - t^{(i)}) x_1^{(i)} $$",
)


def test_a_gradient_by_a_parameter_beside_one_by_an_entry() -> None:
    line = r"$$ \nabla E(b) = \sum_{i=1}^M (y^{(i)} - t^{(i)}) $$"
    assert each_verdict(*BATCH, lines=[line, line.replace("- t", "+ t"), line.replace(r"\sum_{i=1}^M", "")]) == [
        "right",
        "wrong",
        "wrong",
    ]


def test_a_place_that_a_line_tells_is_none_by_which_it_is_taken() -> None:
    line = r"$$ \nabla E(c) = \sum_{i=1}^M (y^{(i)} - t^{(i)}) $$"
    assert verdict(*BATCH, r"$$ c = b - 1 $$", line) not in ("right", "wrong")
