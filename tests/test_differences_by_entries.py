r"""Differences that are defined by their entries, `x_{ij,a} = x_{i,a} - x_{j,a}`."""

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n[ranges]\n"i" = "1..N"\n"j" = "1..N"\n"a" = "1..d"\n+++'
WHOLES = "Here $x_i = (x_{i,a})$ and $x_{ij} = (x_{ij,a})$ are columns."
PAGE = (FRONT, WHOLES, r"$$ x_{ij,a} = x_{i,a} - x_{j,a} $$", r"$$ s_{ij} = \sum_{a=1}^d x_{ij,a}^2 $$")
LOSS = r"$$ L = \sum_{i=1}^N \sum_{j=1}^N (s_{ij} - t_{ij})^2 $$"
FACTOR = r"\sum_{j=1}^N (2 s_{ij} - t_{ij} - t_{ji})"


def test_a_difference_is_a_vector() -> None:
    cases = [
        (
            rf"\frac{{\partial L}}{{\partial x_i}} = 4 {FACTOR} x_{{ij}}",
            rf"\frac{{\partial L}}{{\partial x_i}} = 4 {FACTOR} x_i",
        ),
        (r"\frac{\partial s_{ij}}{\partial x_{ij}} = 2 x_{ij}", r"\frac{\partial s_{ij}}{\partial x_{ij}} = 2 x_i"),
        (r"x_i - x_{ij} = x_j", r"x_i + x_{ij} = x_j"),
        (r"x_{ij} = -x_{ji}", r"x_{ij} = x_{ji}"),
        (r"s_{ij} = x_{ij}^T x_{ij}", r"s_{ij} = x_i^T x_{ij}"),
    ]
    for (right, _), found in zip(
        cases, each_verdict(*PAGE, LOSS, lines=[f"$$ {right} $$" for right, _ in cases]), strict=True
    ):
        assert found == "right", right
    for (_, wrong), found in zip(
        cases, each_verdict(*PAGE, LOSS, lines=[f"$$ {wrong} $$" for _, wrong in cases]), strict=True
    ):
        assert found == "wrong", wrong


def test_entries_without_commas() -> None:
    page = [part.replace(",a}", "a}") for part in PAGE]
    line = rf"\frac{{\partial L}}{{\partial x_{{ia}}}} = 4 {FACTOR} x_{{ija}}"
    assert each_verdict(
        *page,
        LOSS,
        lines=[
            f"$$ {line} $$",
            f"$$ {line.replace('x_{ija}', 'x_{ia}')} $$",
            rf"$$ \frac{{\partial L}}{{\partial x_i}} = 4 {FACTOR} x_{{ij}} $$",
        ],
    ) == ["right", "wrong", "right"]


def test_sums_of_two() -> None:
    page = (*PAGE[:2], PAGE[2].replace("-", "+"), r"$$ u_{ij} = \sum_a w_a x_{ij,a} $$")
    page += (r"with $w = (w_a)$.", r"$$ L = \frac12 \sum_{i,j} (u_{ij} - y_{ij})^2 $$")
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial w} = \sum_{i,j} (u_{ij} - y_{ij}) x_{ij} $$",
            r"$$ \frac{\partial L}{\partial w} = \sum_{i,j} (u_{ij} - y_{ij}) x_i $$",
        ],
    ) == ["right", "wrong"]


def test_entries_alone_stay_as_they_are() -> None:
    page = (FRONT, PAGE[2], r"$$ L = \sum_{i=1}^N \sum_{j=1}^N \sum_{a=1}^d x_{ij,a}^4 $$")
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial x_{i,1}} = 8 \sum_{j=1}^N x_{ij,1}^3 $$",
            r"$$ \frac{\partial L}{\partial x_{i,1}} = 4 \sum_{j=1}^N x_{ij,1}^3 $$",
        ],
    ) == ["right", "wrong"]


def test_another_difference_than_that_of_its_letters_is_not_meant() -> None:
    page = (FRONT, WHOLES, r"$$ x_{ij,a} = x_{i,a} - m_{j,a} $$", PAGE[3], LOSS)
    assert verdict(*page, r"$$ \frac{\partial s_{ij}}{\partial x_{ij}} = 2 x_i $$") not in ("right", "wrong")
