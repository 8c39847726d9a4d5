r"""Vectors with one entry more on pages that say which numbers a letter takes, or that the one entry more is special.

By hand: with `s = b + \sum_j u_j x_j` and `E = (s - y)^2/2 + (c/2) \sum_{j=1}^d u_j^2` the line `\partial E/\partial
u_j = (s - y) x_j + c u_j` holds for j from 1 to d; at the entry b it has `c b` too much. With the norm of the longer
vector it holds there, too, but not where the norm is said to leave b out.
"""

import pytest

from .judging import each_verdict, verdict

PAGE = r"""
+++
objective = "E"
{front}
+++
$$ \bar u = {u} $$
$$ \bar x = {x} $$
$$ s = \bar u^T \bar x $$
$$ E = \frac12 (s - y)^2 + \frac{{c}}{{2}} {penalty} $$
{words}
## Derivation
{led}
$$ {line} {range} $$
"""
LINE = r"\frac{\partial E}{\partial u_j} = (s - y) x_j + c u_j"
SLIP = r"\frac{\partial E}{\partial u_j} = (s - y) x_j"
WITH_B = r"\frac{\partial E}{\partial b} = s - y + c b"
WITHOUT_B = r"\frac{\partial E}{\partial b} = s - y"
IN_FRONT = {"u": r"(b, u_1, \dots, u_d)^T", "x": r"(1, x_1, \dots, x_d)^T"}
BEHIND = {"u": r"(u_1, \dots, u_d, b)^T", "x": r"(x_1, \dots, x_d, 1)^T"}
OF_ALL = r"\bar u^T \bar u"
OPEN = ("unproved", "unreadable")


def _judged(line: str = LINE, **said: str) -> str:
    plain = {"front": "", "penalty": r"\sum_{j=1}^d u_j^2", "words": "", "led": "", "range": ""}
    return verdict(PAGE.format(line=line, **(plain | IN_FRONT | said)))


def _both(**said: str) -> list[str]:
    """The line and the slip, on one page where no words lead to one of them alone."""
    if "led" in said:
        return [_judged(**said), _judged(SLIP, **said)]
    behind = said.get("range", "")
    above = PAGE.partition("$$ {line}")[0]
    plain = {"front": "", "penalty": r"\sum_{j=1}^d u_j^2", "words": "", "led": ""}
    return each_verdict(above.format(**(plain | IN_FRONT | said)), lines=[f"$$ {x} {behind} $$" for x in (LINE, SLIP)])


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"range": r", \quad j = 1, \dots, d"},
        {"range": r"\quad (1 \le j \le d)"},
        {"range": r"\quad \text{for } j = 1, 2, \dots, d"},
        {"range": r", \quad j \in \{1, \dots, d\}"},
        {"front": '[ranges]\n"j" = "1..d"'},
        {"led": r"For $j \ge 1$ we have"},
        {"words": "We put the bias $b$ into the weights.", "led": "The index $j$ runs from $1$ to $d$."},
        {"led": "For j = 1, ..., d:"},
        BEHIND | {"range": r", \quad j = 1, \dots, d"},
    ],
)
def test_same_range(said: dict[str, str]) -> None:
    """The range of the entries in a row, said once more."""
    assert _both(**said) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        {"range": r", \quad j = 0, \dots, d"},
        {"range": r"\quad (0 \le j \le d)"},
        {"range": r"\quad (j \ge 0)"},
        {"range": r"\quad (j = 0)"},
        {"range": r"\quad \text{for } j = 0, 1, \dots, d"},
        {"range": r", \quad j \in \{0, \dots, d\}"},
        {"range": r"\quad \text{for all $j = 0, \dots, d$}"},
        {"range": r", \quad j = 1, \dots, d + 1"},
        {"front": '[ranges]\n"j" = "0..d"'},
        {"front": '[ranges]\n"j" = "1..n"'},
        {"words": "The index $j$ runs from $0$ to $d$."},
        {"words": "The index $j$ runs over $0, 1, \\dots, d$."},
        {"words": "For j = 0 to d the line below holds."},
        {"words": "Here $u_0$ is the bias."},
        {"words": "$j$ は $0$ から $d$ まで動く。"},
        {"words": "其中 $j$ 从 $0$ 到 $d$。"},
        {"led": r"For all $j$ with $0 \le j \le d$:"},
        BEHIND | {"range": r", \quad j = 1, \dots, d + 1"},
    ],
)
def test_other_range(said: dict[str, str]) -> None:
    """At the one entry more the line does not hold; nor is the slip wrong there."""
    found = _both(**said)
    assert set(found) <= set(OPEN), found


@pytest.mark.parametrize(
    "words",
    [
        r"For every component of $\bar u$:",
        "This holds for the bias, too:",
        "The same is true of $b$, so it also gets",
        "For all parameters we have",
        "The bias is treated like the other weights:",
        "バイアスを含めて次が成り立つ。",
        "对每个分量有",
    ],
)
def test_among_the_others(words: str) -> None:
    assert _judged(led=words) in OPEN
    assert _judged(range=rf"\quad \text{{(incl. bias)}} \quad % {words}") in OPEN


@pytest.mark.parametrize(
    "words",
    [
        "where the bias is left out of the penalty.",
        "(The bias is not part of the penalty.)",
        "$b$ is not regularized.",
        "Only the weights are penalized.",
        r"The penalty is that of $u_1, \dots, u_d$.",
        "ただしバイアスは正則化しない。",
        "偏置不参与正则化。",
    ],
)
def test_left_out(words: str) -> None:
    """The norm of the longer vector has b in it, and words say otherwise."""
    for line in (WITH_B, WITHOUT_B):
        assert _judged(line, penalty=OF_ALL, words=words) in OPEN, line


def test_not_left_out() -> None:
    """Where no words leave b out it is in the norm of the longer vector."""
    assert _judged(WITH_B, penalty=OF_ALL) == "right"
    assert _judged(WITHOUT_B, penalty=OF_ALL) == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        {"line": rf"\left({LINE.split(' = ')[0]}\right)_j = (s - y) x_j".replace("u_j}", r"\bar u}")},
        {"line": r"\sum_{j=1}^{d+1} u_j x_j = s"},
        {"line": LINE, "x": r"(1, x_1, \dots, x_n)^T"},
        {"line": r"\frac{\partial E}{\partial u_j} = (s - y) x_j", "u": "(b, u_1, u_2)^T", "x": "(1, x_1, x_2)^T"},
    ],
)
def test_other_ends(said: dict[str, str]) -> None:
    """An entry of the whole, a sum beyond the last, vectors that end elsewhere, two entries beside a sum to d."""
    assert _judged(**said) in OPEN


OF_ANOTHER = r"""
$$ \bar x = (x_1, \dots, x_d, 1)^T, \quad r \in \mathbb{R}^{d+1} $$
$$ s = r^T \bar x $$
$$ E = \frac12 (s - y)^2 + \frac{c}{2} \sum_{j=1}^d r_j^2 $$
## Derivation
$$ \frac{\partial E}{\partial r_j} = (s - y) x_j %s $$
"""


@pytest.mark.parametrize("more", ["+ c r_j", ""])
def test_entries_of_another(more: str) -> None:
    """The letter of `r_j` may be d + 1, where `x_j` has no name."""
    assert verdict(OF_ANOTHER % more) in OPEN


LAYER = r"""
$$ a_k = \sum_{j=1}^J q_{kj} z_j, \quad h_k = \tanh(a_k) $$
$$ \bar h = (h_1, \dots, h_H, 1)^T, \quad r \in \mathbb{R}^{H+1} $$
$$ s = r^T \bar h $$
$$ E = \frac12 (s - y)^2 $$
## Derivation
"""


def test_another_in_a_product() -> None:
    """A line about `a_k` is none about r, which has one entry more."""
    expected = {
        r"\frac{\partial E}{\partial a_k} = (s - y) r_k (1 - h_k^2)": "right",
        r"\frac{\partial E}{\partial a_k} = (s - y) r_k (1 - h_k)": "wrong",
        r"\frac{\partial E}{\partial a_k} = (s - y) r_{k+1} (1 - h_k^2)": "wrong",
    }
    assert (
        dict(zip(expected, each_verdict(LAYER, lines=[f"$$ {line} $$" for line in expected]), strict=True)) == expected
    )
