r"""Commands of plain TeX for matrices and cases: `\pmatrix{..}`, `\cases{a & b \cr c & d}`."""

from __future__ import annotations

from judging import each_verdict, verdict

PAGE = r"""$$ z_j = \sum_{i=1}^I w_{ji} x_i $$

$$ h_j = \cases{z_j & z_j > 0 \cr 0 & \text{otherwise}} $$

$$ E = \frac12 \sum_{j=1}^J (h_j - t_j)^2 $$"""


def test_cases_and_one_entry_in_parentheses() -> None:
    lines = (
        r"$$ \frac{\partial h_j}{\partial z_j} = \cases{1 & z_j > 0 \cr 0 & z_j < 0} $$",
        r"$$ \frac{\partial h_j}{\partial z_j} = \cases{0 & z_j > 0 \cr 1 & z_j < 0} $$",
        r"$$ \frac{\partial E}{\partial w_{ji}} = \pmatrix{h_j - t_j} 1_{z_j > 0} x_i $$",
        r"$$ \frac{\partial E}{\partial w_{ji}} = \pmatrix{t_j - h_j} 1_{z_j > 0} x_i $$",
        r"$$ \pmatrix{\frac{\partial E}{\partial w}}_{ji} = (h_j - t_j) 1_{z_j > 0} x_i $$",
        r"$$ \pmatrix{\frac{\partial E}{\partial w}}_{ji} = (h_j - t_j) x_i $$",
    )
    assert each_verdict(PAGE, lines=lines) == ["right", "wrong", "right", "wrong", "right", "wrong"]


def test_what_a_page_defines_goes_before() -> None:
    page = r"$$ \newcommand{\pmatrix}[1]{2 #1} s = \pmatrix{a} x $$"
    assert verdict(page, r"$$ \frac{\partial s}{\partial x} = 2 a $$") == "right"
    assert verdict(page, r"$$ \frac{\partial s}{\partial x} = a $$") == "wrong"


def test_a_matrix_typed_entry_by_entry_is_read_as_in_its_environment() -> None:
    line = r"$$ \frac{\partial E}{\partial x} = \pmatrix{a & b \cr c & d} $$"
    spelled = r"$$ \frac{\partial E}{\partial x} = \begin{pmatrix} a & b \\ c & d \end{pmatrix} $$"
    assert verdict(PAGE, line) == verdict(PAGE, spelled) not in ("right", "wrong")
