r"""An array's own letter at it, `h_h`, which runs nowhere: an index that is meant otherwise, or a label."""

from __future__ import annotations

from .judging import check, each_verdict, verdict

MEAN = (
    r"$$ h_k = \sigma(\sum_i w_{ki} x_i) $$ ( $k = 1, \dots, J$ )",
    r"$$ \mu = \frac1J \sum_{k=1}^J h_k $$",
    r"$$ E = (\mu - t)^2 $$",
)
LEFT = r"$$ \frac{\partial \mu}{\partial h_k} = "


def test_a_line_that_holds_whatever_it_is_is_not_read() -> None:
    slip = LEFT + r"\frac{\partial \mu}{\partial h_h} $$"
    assert verdict(*MEAN, slip) == "unreadable"
    found = check("\n\n".join((*MEAN, slip))).claims[-1].links[0]
    assert found.detail == "nothing says whether `h` is an index or a label, of which another equation tells"


def test_letters_that_may_be_any() -> None:
    assert each_verdict(
        *MEAN,
        lines=[
            LEFT + r"\frac{\partial \mu}{\partial h_l} $$",
            LEFT + r"2 \frac{\partial \mu}{\partial h_l} $$",
            r"$$ \frac{\partial \mu}{\partial h_h} = \frac1J $$",
            r"$$ \frac{\partial \mu}{\partial h_h} = \frac2J $$",
            LEFT + r"\frac1J \sum_{h=1}^J \frac{\partial h_h}{\partial h_k} $$",
            LEFT + r"\frac{\partial \mu}{\partial h_h} $$ ( $h = 1, \dots, J$ )",
        ],
    ) == ["right", "wrong", "right", "unreadable", "right", "right"]


def test_where_the_letter_runs_it_is_an_index() -> None:
    page = [part.replace("k", "h") for part in MEAN]
    assert verdict(*page, r"$$ \frac{\partial \mu}{\partial h_k} = \frac{\partial \mu}{\partial h_h} $$") == "right"
