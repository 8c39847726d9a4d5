"""Matrices whose entries are powers of the data, by what a sentence has in parentheses."""

import pytest
from judging import each_verdict, verdict

FRONT = '+++\n[ranges]\n"n" = "1..N"\n"m" = "0..M"\n+++'
NET = r"$$ E = \frac{1}{2} \sum^N_{n=1} \left(\sum^M_{m=0} w_m x_n^m - t_n\right)^2 $$"
TOLD = r"Here $\mathbf{\Phi} = %s$, $\mathbf{w} = (w_m)$, $\mathbf{t} = (t_n)$."
BY_W = r"$$ \frac{\partial E}{\partial \mathbf{w}} = "
LINE = BY_W + r"\mathbf{\Phi}^T \mathbf{\Phi} \mathbf{w} - \mathbf{\Phi}^T \mathbf{t} $$"
ENTRY = r"$$ \frac{\partial E}{\partial w_m} = (\mathbf{\Phi}^T (\mathbf{\Phi} \mathbf{w} - \mathbf{t}))_m $$"


@pytest.mark.parametrize("told", ["(x_n^m)", "[x^m_n]", "(x_n^m)_{nm}", "(x_n^m)_{n,m}"])
def test_rows_are_data_and_columns_powers(told: str) -> None:
    cases = [LINE, ENTRY]
    for line, found in zip(cases, each_verdict(FRONT, NET, TOLD % told, lines=cases), strict=True):
        assert found == "right", line
    for line, found in zip(
        cases, each_verdict(FRONT, NET, TOLD % told, lines=[line.replace("-", "+") for line in cases]), strict=True
    ):
        assert found == "wrong", line
    for line, found in zip(
        cases, each_verdict(FRONT, NET, TOLD % told, lines=[line.replace("= ", "= 2 ") for line in cases]), strict=True
    ):
        assert found == "wrong", line
    for line, found in zip(
        cases,
        each_verdict(
            FRONT, NET, TOLD % told, lines=[line.replace(r"\mathbf{\Phi}^T", r"\mathbf{\Phi}") for line in cases]
        ),
        strict=True,
    ):
        assert found == "wrong", line


def test_letters_behind_it_tell_what_the_rows_are() -> None:
    assert verdict(FRONT, NET, TOLD % "(x_n^m)_{mn}", LINE) != "right"
    turned = LINE.replace(r"\mathbf{\Phi}^T \mathbf{\Phi}", r"\mathbf{\Phi} \mathbf{\Phi}^T")
    turned = turned.replace(r"\mathbf{\Phi}^T \mathbf{t}", r"\mathbf{\Phi} \mathbf{t}")
    assert verdict(FRONT, NET, TOLD % "(x_n^m)_{mn}", turned) == "right"


def test_the_letter_may_be_that_of_the_data() -> None:
    told, line = (x.replace(r"\mathbf{\Phi}", "X") for x in (TOLD % "(x_n^m)", LINE))
    found = each_verdict(FRONT, NET, told, lines=[line, line.replace("-", "+")])
    assert found[0] == "right"
    assert found[1] != "right"


def test_powers_of_one_less() -> None:
    net = '+++\n[ranges]\n"i" = "1..N"\n"j" = "1..K"\n+++\n\n'
    net += r"$$ E = \frac{1}{2} \sum_{i=1}^N \left(\sum_{j=1}^K w_j x_i^{j-1} - t_i\right)^2 $$"
    told = r"Here $V = (x_i^{j-1})$, $\mathbf{w} = (w_j)$, $\mathbf{t} = (t_i)$."
    line = r"$$ \frac{\partial E}{\partial \mathbf{w}} = V^T (V \mathbf{w} - \mathbf{t}) $$"
    assert each_verdict(net, told, lines=[line, line.replace("-", "+")]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "told",
    [
        r"Here $\Phi_{nm} = 2 x_n^m$, $\mathbf{\Phi} = (x_n^m)$, $\mathbf{w} = (w_m)$, $\mathbf{t} = (t_n)$.",
        r"Here $\mathbf{\Phi} = (x_n^m)$, $\mathbf{\Phi} = (x_n^{m-1})$, $\mathbf{w} = (w_m)$, $\mathbf{t} = (t_n)$.",
    ],
)
def test_what_is_told_twice_is_not_settled(told: str) -> None:
    assert verdict(FRONT, NET, told, LINE) != "right"


@pytest.mark.parametrize(
    "told",
    [
        r" is the $(M+1) \times N$ matrix of powers (one column per data point)",
        " with $m$ numbering the rows",
        " has $M+1$ rows and $N$ columns",
        " ($N$ columns, one per data point)",
        r", the columns of $\mathbf{\Phi}$ are the data",
        " holds the data side by side",
        " の列がデータである",
        " 的每一列是一个样本",
    ],
)
@pytest.mark.parametrize("line", [LINE, LINE.replace(r"\mathbf{\Phi}^T", r"\mathbf{\Phi}")])
def test_words_on_how_it_lies_leave_it_open(told: str, line: str) -> None:
    said = TOLD.replace("%s$,", "(x_n^m)$" + told + ",")
    assert verdict(FRONT, NET, said, line) not in ("right", "wrong")


@pytest.mark.parametrize(
    "told", [" is the design matrix", " (one row per example)", " は計画行列", " is the matrix of powers"]
)
def test_words_that_say_no_more(told: str) -> None:
    said = TOLD.replace("%s$,", "(x_n^m)$" + told + ",")
    assert each_verdict(FRONT, NET, said, lines=[LINE, LINE.replace("-", "+")]) == ["right", "wrong"]
