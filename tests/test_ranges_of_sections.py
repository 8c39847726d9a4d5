r"""Ranges of a section, `Here $i, j = 0, \dots, n-1$`, other than those of the page; centred kernels; zeros around."""

import pytest

from .judging import check

PAGE = r"""
# Forward

- the kernel $\mathbf{{K}}_{{n \times n}}$ with $n$ odd and entries $k_{{ab}}$, $a, b = 0, \dots, n-1$
- the input $x_{{ij}}$, $i = 0, \dots, P-1$, $j = 0, \dots, Q-1$
- the output $y_{{ij}}$, $i = 0, \dots, P-1$, $j = 0, \dots, Q-1$

{zero}

$$ y_{{ij}} = \sum_{{a=0}}^{{n-1}} \sum_{{b=0}}^{{n-1}} x_{{i+a-\frac{{n-1}}{{2}}, j+b-\frac{{n-1}}{{2}}}} k_{{ab}} $$

$$ L = \frac{{1}}{{2}} \sum_{{i=0}}^{{P-1}} \sum_{{j=0}}^{{Q-1}} (y_{{ij}} - t_{{ij}})^2 $$

# By the kernel

{here} $i, j = 0, \dots, n-1$ {and_} $p = 0, \dots, P-1$, $q = 0, \dots, Q-1$.

$$ \frac{{\partial L}}{{\partial k_{{ij}}}}
= \sum_{{p=0}}^{{P-1}} \sum_{{q=0}}^{{Q-1}} \frac{{\partial L}}{{\partial y_{{pq}}}}
x_{{p+i-\frac{{n-1}}{{2}}, q+j-\frac{{n-1}}{{2}}}} $$

$$ \frac{{\partial y_{{pq}}}}{{\partial k_{{ij}}}} = {entry} $$

# By the input

{line}
"""
ZERO = r"Out-of-range entries $x_{ij}$, $k_{ij}$ and $\frac{\partial L}{\partial y_{ij}}$ are taken to be $0$."
ENTRY = r"x_{p+i-\frac{n-1}{2}, q+j-\frac{n-1}{2}}"
LINE = (
    r"$$ \frac{\partial L}{\partial x_{ij}} = \sum_{a=0}^{n-1} \sum_{b=0}^{n-1}"
    r" \frac{\partial L}{\partial y_{i-a+\frac{n-1}{2}, j-b+\frac{n-1}{2}}} k_{ab} $$"
)
TURNED = (
    r"$$ \frac{\partial L}{\partial x_{ij}} = \sum_{a=0}^{n-1} \sum_{b=0}^{n-1}"
    r" \frac{\partial L}{\partial y_{i+a-\frac{n-1}{2}, j+b-\frac{n-1}{2}}} k_{n-1-a, n-1-b} $$"
)


def _verdicts(
    here: str = "Here", and_: str = "and", zero: str = ZERO, entry: str = ENTRY, line: str = LINE
) -> list[str]:
    report = check(PAGE.format(here=here, and_=and_, zero=zero, entry=entry, line=line))
    return [str(c.judgement) for c in report.claims[-3:]]


@pytest.mark.parametrize(
    ("here", "and_"),
    [("Here", "and"), ("In what follows", "while"), ("Ahora", "y"), ("Im Folgenden sind", "und"), ("这里", "，而 ")],
)
def test_ranges_of_a_section(here: str, and_: str) -> None:
    assert _verdicts(here, and_) == ["right", "right", "right"]
    entry = ENTRY.replace("p+i-", "p-i+").replace("q+j-", "q-j+")
    assert _verdicts(here, and_, entry=entry) == ["right", "wrong", "right"]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (TURNED, "right"),
        (TURNED.replace("n-1-a, n-1-b", "n-a, n-b"), "wrong"),
        (TURNED.replace("n-1-a, n-1-b", "ab"), "wrong"),
        (LINE.replace("i-a+", "i+a-"), "wrong"),
    ],
)
def test_a_kernel_around_its_centre(line: str, verdict: str) -> None:
    assert _verdicts(line=line)[-1] == verdict


@pytest.mark.parametrize(
    "zero",
    [
        r"Entries of $x$, of $k_{ij}$ and $\frac{\partial L}{\partial y_{ij}}$ outside their range are zero.",
        r"下标超出范围的 $x_{ij}$、$k_{ij}$ 和 $\frac{\partial L}{\partial y_{ij}}$ 都取 $0$。",
        r"範囲外の $x_{ij}$、$k_{ij}$、$\frac{\partial L}{\partial y_{ij}}$ はすべて $0$ とする。",
    ],
)
def test_what_is_zero_around(zero: str) -> None:
    verdicts = _verdicts(zero=zero)
    assert "wrong" not in verdicts
    if " of $x$" not in zero:
        assert verdicts[-1] == "right"


@pytest.mark.parametrize(
    "zero",
    [
        r"The input $x_{ij}$ is padded with zeros.",
        r"输入 $x_{ij}$ 补零。",
        r"If out-of-range entries $x_{ij}$ and $\frac{\partial L}{\partial y_{ij}}$ are zero (we pad with zeros)",
        r"Out-of-range entries $x_{ij}$ are taken to be $0$; we pad with zeros.",
    ],
)
def test_padding_of_the_input_alone(zero: str) -> None:
    verdicts = _verdicts(zero=zero)
    assert verdicts[:2] == ["right", "right"]
    assert verdicts[-1] in ("right", "unproved")


def test_ranges_of_two_sections_hold_nowhere_else() -> None:
    page = r"""
# A

$$ y_{p} = \sum_{k=1}^{n} w_{pk} x_{k} $$ ( $p = 1, \dots, m$ )

# B

Now $i = 1, \dots, n$.

$$ \frac{\partial y_p}{\partial x_i} = w_{pi} $$

# C

Now $i = 1, \dots, m$.

$$ \frac{\partial y_p}{\partial w_{ik}} = [p = i] x_k $$

# D

$$ \frac{\partial y_i}{\partial x_k} = w_{ik} $$
"""
    assert [str(c.judgement) for c in check(page).claims[-3:]] == ["right"] * 3
    assert "right" not in [str(c.judgement) for c in check(page.replace("= w_{pi}", "= w_{ip}")).claims[-3:-2]]
