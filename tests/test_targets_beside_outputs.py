r"""A target without an index that has the letter of the outputs, `E = \frac12 \sum_q (y - y_q)^2`.

By hand: `\partial E/\partial y_q = -(y - y_q)`, `\partial E/\partial s_q = -(y - y_q) g'(s_q)`,
`\partial E/\partial v_{pq} = -(y - y_q) g'(s_q) u_p`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = (
    r"$$ s_q = \sum_{p=1}^{P} v_{pq} u_p, \quad y_q = g(s_q) $$ ($1 \le q \le Q$)",
    r"$$ E = \frac12 \sum_{q=1}^{Q} (y - y_q)^2 $$",
)
BY_V = r"$$ \frac{\partial E}{\partial v_{pq}} = %s(y - y_q) g'(s_q) u_p $$"
LINES = (
    (BY_V % "-", "right"),
    (BY_V % "", "wrong"),
    (r"$$ \frac{\partial E}{\partial y_q} = y_q - y $$", "right"),
    (r"$$ \frac{\partial E}{\partial y_q} = 2 (y_q - y) $$", "wrong"),
    (r"$$ \frac{\partial E}{\partial u_p} = \sum_{q=1}^{Q} (y_q - y) g'(s_q) v_{pq} $$", "right"),
    (r"$$ \frac{\partial E}{\partial u_p} = (y_q - y) g'(s_q) v_{pq} $$", "wrong"),
)


def test_it_is_a_number_of_its_own() -> None:
    for (line, judged), found in zip(LINES, each_verdict(*NET, lines=[line for line, _ in LINES]), strict=True):
        assert found == judged, line


@pytest.mark.parametrize(
    "said",
    ["Here $y$ is the desired value.", "$y$ は教師信号である。", "其中 $y$ 是期望输出。", "The mean squared error:"],
)
def test_words_may_call_it_the_target(said: str) -> None:
    assert verdict(*NET, said, BY_V % "-") == "right"
    assert verdict(*NET, said, BY_V % "") == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "Here $y$ is the average of the outputs.",
        "Here $y$ is what the network says.",
        "其中 $y$ 是 $y_q$ 的平均。",
        "Here the wanted differences are large, $y$ being what the ensemble says.",
        "The target is far away, where $y$ is what the network says.",
        "The desired spread is large, $y$ being the answer of the committee.",
        "We measure the spread around the center of mass.",
        "分散は次の通り。",
        r"$$ y = (y_1, \dots, y_Q)^T $$",
        r"$y \in \mathbb{R}^Q$",
    ],
)
def test_what_depends_on_the_outputs_is_none(said: str) -> None:
    assert verdict(*NET, said, BY_V % "-") not in ("right", "wrong")


def test_a_mean_that_is_defined_is_one() -> None:
    mean = r"$$ y = \frac{1}{Q} \sum_{q=1}^{Q} y_q $$"
    assert each_verdict(
        mean,
        *NET,
        lines=[
            BY_V % "-",  # the differences add up to 0
            BY_V % "",
        ],
    ) == ["right", "wrong"]


def test_a_vector_that_is_measured_stays_one() -> None:
    net = (r"$$ y_q = g(s_q) $$ ($1 \le q \le Q$)", r"$$ E = \frac12 \sum_{q=1}^{Q} \|y - y_q\|^2 $$")
    assert verdict(*net, r"$$ \frac{\partial E}{\partial s_q} = -(y - y_q) g'(s_q) $$") not in ("right", "wrong")


def test_nothing_is_differentiated_by_it() -> None:
    assert verdict(*NET, r"$$ \frac{\partial E}{\partial y} = y_q - y $$") not in ("right", "wrong")


@pytest.mark.parametrize("words", ["", "The spread around the center:", "Variance:", "Outputs and their consensus."])
def test_what_is_spread_around_a_center_has_no_target(words: str) -> None:
    page = (r"$$ y_q = r u_q + b $$ ($1 \le q \le Q$)", words, r"$$ V = \sum_{q=1}^{Q} (y_q - y)^2 $$")
    assert not set(
        each_verdict(
            *page,
            lines=[
                r"$$ \frac{\partial V}{\partial b} = 0 $$",
                r"$$ \frac{\partial V}{\partial b} = 2 \sum_{q=1}^{Q} (y_q - y) $$",
            ],
        )
    ) & {"right", "wrong"}


def test_a_target_that_is_called_so_may_stand_in_any_letter() -> None:
    page = (r"$$ y_q = g(s_q) $$ ($1 \le q \le Q$)", r"$$ V = \frac12 \sum_{q=1}^{Q} (y - y_q)^2 $$")
    line = r"$$ \frac{\partial V}{\partial y_q} = y_q - y $$"
    assert verdict(*page, "Here $y$ is the target of all outputs.", line) == "right"
    assert verdict(*page, line) not in ("right", "wrong")
