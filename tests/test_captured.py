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
