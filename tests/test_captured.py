r"""An index that a sum binds and that stands outside of it as well, where the other side has another one."""

import pytest

import symderiv as sd

PAGE = r"""$\mu = \frac13 \sum_{s=1}^{J} a_s$ for parameters $a_s$, $1 \le s \le J$.

$$%s$$
"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_s} (\frac13 \sum_{s=1}^J a_s)", "unproved"),
        (r"\frac{\partial}{\partial a_s} (\frac13 \sum_{s=1}^J a_s) = \frac{\partial \mu}{\partial a_m}", "unproved"),
        (r"\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_m} (\frac13 \sum_{s=1}^J a_s)", "right"),
        (r"\frac{\partial \mu}{\partial a_s} = \frac{\partial}{\partial a_s} (\frac13 \sum_{s=1}^J a_s)", "right"),
        (r"\frac{\partial}{\partial a_s} (\frac13 \sum_{s=1}^J a_s) = \frac13", "right"),
        (r"\frac{\partial \mu}{\partial a_m} = \frac{\partial \mu}{\partial a_s}", "right"),
        (r"\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_s} (\frac12 \sum_{s=1}^J a_s)", "wrong"),
        (
            r"\frac{\partial \mu}{\partial a_m} = \frac{\partial}{\partial a_s} (\frac13 \sum_{s=1}^J a_s) \ (s = m)",
            "right",
        ),
    ],
)
def test_a_captured_index_is_never_right(line: str, verdict: str) -> None:
    report = sd.check(PAGE % line)
    assert [str(link.judgement) for c in report.claims for link in c.links] == [verdict]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial}{\partial w_{us}} (\sum_{s=1}^H w_{us} y_v)", "unproved"),
        (r"\frac{\partial}{\partial w_{us}} (\sum_{s=1}^H w_{us} y_s)", "wrong"),
        (r"\frac{\partial}{\partial w_{uv}} (\sum_{s=1}^H w_{us} y_s)", "right"),
        (r"\frac{\partial}{\partial w_{uv}} (\sum_{s=1}^H w_{us} y_v)", "right"),
    ],
)
def test_so_it_is_where_its_own_letter_stands_beside(line: str, verdict: str) -> None:
    page = r"$a_u = \sum_{s=1}^H w_{us} y_s$ for $1 \le u \le J$." + "\n\n"
    report = sd.check(page + rf"$$\frac{{\partial a_u}}{{\partial w_{{uv}}}} = {line}$$")
    assert [str(link.judgement) for c in report.claims for link in c.links] == [verdict]
