r"""Distances of indices: `|i-j| \le m` is two inequalities, `|i-j| > m` one of two; a window with `\min(..) - 1`.

By hand: `s_i` is the sum of the squares in a window around i, so that its derivative by `a_j` is `2 a_j` where j is in
the window of i, and 0 elsewhere.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

FRONT = '+++\n[ranges]\n"i" = "1..N"\n"j" = "1..N"\n+++\n'
WINDOWS = {
    "behind a colon": r"s_i = \sum_{j : |i-j| \le m} a_j^2",
    "behind a bar": r"s_i = \sum_{j | |i-j| \le m} a_j^2",
    "behind a bar that says so": r"s_i = \sum_{j \mid \left| i-j \right| \le m} a_j^2",
    "turned round": r"s_i = \sum_{j=1, m \ge |j-i|}^N a_j^2",
    "as bounds": r"s_i = \sum_{j=\max(1, i-m)}^{\min(N, i+m)} a_j^2",
    "as moved bounds": r"s_i = \sum_{j=\max(0, i-m-1)+1}^{\min(N+1, i+m+1)-1} a_j^2",
    "one below the other": r"s_i = \sum_{\substack{j=1 \\ \lvert i-j\rvert < m + 1}}^N a_j^2",
    "as an indicator": r"s_i = \sum_{j=1}^N a_j^2 \mathbb{1}[|i-j| \le m]",
}
REST = r"$$E = \sum_{i=1}^N c_i s_i$$"
PAGE = f"{FRONT}$${WINDOWS['behind a colon']}$$ {REST}"
BY_A = r"\frac{\partial s_i}{\partial a_j}"


@pytest.mark.parametrize("name", WINDOWS)
def test_windows(name: str) -> None:
    page = f"{FRONT}$${WINDOWS[name]}$$ {REST}"
    line = r"\frac{\partial E}{\partial a_j} = 2 a_j \sum_{i=\max(1, j-m)}^{\min(N, j+m)} c_i"
    assert each_verdict(
        page,
        lines=[
            f"$${line}$$",
            f"$${line.replace('N, j+m)', 'N, j+m)-1')}$$",
            f"$${line.replace('1, j-m)', '1, j-m)+1')}$$",
        ],
    ) == ["right", "wrong", "wrong"]


def test_lines_under_conditions() -> None:
    cases = [
        (r"= 0$$ ( $|i-j| > m$ )", r"= 2 a_j$$ ( $|i-j| > m$ )"),
        (r"= 0 \quad |i-j| > m$$", r"= 2 a_j \quad |i-j| > m$$"),
        (r"= 0$$ ( $m < |i-j|$ )", r"= 2 a_j$$ ( $m < |i-j|$ )"),
        (r"= 0 \text{ for } |i-j| \geq m + 1$$", r"= 0 \text{ for } |i-j| \geq m$$"),
        (r"= 2 a_j$$ ( $|i-j| \le m$ )", r"= a_j$$ ( $|i-j| \le m$ )"),
        (r"= 2 a_j$$ ( $0 < |i-j| \le m$ )", r"= 0$$ ( $0 < |i-j| \le m$ )"),
        (r"= 2 a_j$$ ( $|i-j| = 1$ )", r"= 0$$ ( $|i-j| = 1$ )"),
        (r"= 2 a_j$$ ( $|i-j| = m$ )", r"= 2 a_j$$ ( $|i-j| = m + 1$ )"),
        (r"= 0$$ ( $|i-j| = m + 3$ )", r"= 0$$ ( $|i-j| \ne m + 3$ )"),
        (
            r"= \begin{cases} 2 a_j & |i-j| \le m \\ 0 & |i-j| > m \end{cases}$$",
            r"= \begin{cases} 2 a_j & |i-j| < m \\ 0 & |i-j| \ge m \end{cases}$$",
        ),
        (
            r"= \begin{cases} 0 & |i-j| > m \\ 2 a_j & \text{otherwise} \end{cases}$$",
            r"= \begin{cases} 0 & |i-j| > m + 1 \\ 2 a_j & \text{otherwise} \end{cases}$$",
        ),
        (r"= 2 a_j (1 - \mathbb{1}[|i-j| > m])$$", r"= 2 a_j (1 - \mathbb{1}[|i-j| \ge m])$$"),
    ]
    for (right, _), found in zip(
        cases, each_verdict(PAGE, lines=[f"$${BY_A} {right}" for right, _ in cases]), strict=True
    ):
        assert found == "right", right
    for (_, wrong), found in zip(
        cases, each_verdict(PAGE, lines=[f"$${BY_A} {wrong}" for _, wrong in cases]), strict=True
    ):
        assert found == "wrong", wrong


def test_words_before_a_condition() -> None:
    assert each_verdict(
        PAGE, lines=[f"If $|i-j| > m$, then $${BY_A} = 0$$", f"If $|i-j| > m$, then $${BY_A} = 2 a_j$$"]
    ) == ["right", "wrong"]


def test_a_line_that_holds_in_one_of_the_two_cases_only_is_wrong() -> None:
    page = FRONT + r"$$s_i = \sum_{j=1}^i a_j, \quad E = \sum_{i=1}^N c_i s_i$$"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial s_i}{\partial a_j} = 1$$ ( $i - j > 2$ )",
            r"$$\frac{\partial s_i}{\partial a_j} = 1$$ ( $|i - j| > 2$ )",
            r"$$\frac{\partial s_i}{\partial a_j} = 0$$ ( $|i - j| > 2$ )",
        ],
    ) == ["right", "wrong", "wrong"]


def test_sums_over_what_is_far_away() -> None:
    page = FRONT + r"$$s_i = \sum_{j : |i-j| > m} a_j, \quad E = \sum_{i=1}^N c_i s_i$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial a_j} = \sum_{i : |i-j| > m} c_i$$") == "right"
    both = r"\sum_{i=1}^{j-m-1} c_i + \sum_{i=j+m+1}^N c_i"
    assert each_verdict(
        page,
        lines=[
            rf"$$\frac{{\partial E}}{{\partial a_j}} = {both}$$",
            r"$$\frac{\partial E}{\partial a_j} = \sum_{i=1}^{j-m-1} c_i$$",
        ],
    ) == ["right", "wrong"]
    neighbours = r"$$\sum_{j : |i-j| = 1} \frac{\partial s_i}{\partial a_j} = 0$$"
    assert verdict(page, neighbours) == "right"


def test_what_is_said_of_values_is_no_distance_of_indices() -> None:
    huber = (
        r"$$e = w x - y, \quad L = \begin{cases} \frac12 e^2 & |e| \le \delta \\ "
        r"\delta |e| - \frac12 \delta^2 & |e| > \delta \end{cases}$$"
    )
    line = r"\frac{\partial L}{\partial w} = \begin{cases} e x & |e| \le \delta \\ \delta \operatorname{sign}(e) x & "
    assert verdict(huber, f"$${line}" + r"|e| > \delta \end{cases}$$") != "wrong"
    apart = r"$$s_i = \sum_{j : |t_i - t_j| \le \tau} a_j, \quad E = \sum_{i=1}^N c_i s_i$$"
    judged = [verdict(FRONT + apart, rf"$$\frac{{\partial s_i}}{{\partial a_j}} = {x}$$") for x in ("0", "1")]
    assert "right" not in judged


@pytest.mark.parametrize(
    "definition",
    [
        r"s_i = \sum_{j=1}^{|i-m|} a_j^2",
        r"s_i = \sum_{j=1}^{\lfloor i \rfloor} a_j^2",
        r"s_i = \sum_{j=1}^{1 - \min(N, i+m)} a_j^2",
        r"s_i = \sum_{j=1}^{\max(N, i+m) - 1} a_j^2",
        r"s_i = \prod_{j : |i-j| > m} a_j^2",
        r"s_i = \sum_{|i-j| \le m} a_j^2",
    ],
)
def test_ends_that_are_no_index_forms(definition: str) -> None:
    report = check(f"{FRONT}$${definition}$$\n\n{REST}\n\n" + r"$$\frac{\partial s_i}{\partial a_j} = 0$$")
    judged = [str(c.judgement) for c in report.claims]
    assert judged[0] == "unreadable"
    assert judged[-1] not in ("right", "wrong")


def test_how_many_a_set_holds_is_no_distance() -> None:
    report = check(PAGE + "\n\n" + f"$${BY_A} = 0$$ ( $|S| > m$ )")
    assert str(report.claims[0].judgement) == "unproved"


def test_a_definition_under_a_choice_is_not_taken_for_one() -> None:
    page = (
        r"$$s_i = \sum_{j=1}^N c_{ij} a_j, \quad E = \sum_{i=1}^N s_i^2$$ ( $i = 1, \dots, N$ ) "
        r"$$c_{ij} = a_i$$ ( $|i-j| > m$, $j = 1, \dots, N$ )"
    )
    cases = ("c_{ij}", "0")
    for value, found in zip(
        cases,
        each_verdict(page, lines=[rf"$$\frac{{\partial s_i}}{{\partial a_j}} = {value}$$" for value in cases]),
        strict=True,
    ):
        assert found not in ("right", "wrong"), value


def test_a_sum_over_pairs_says_so() -> None:
    pairs = r"E = \sum_{i,j : |i-j| \le m} w_{ij} x_i x_j"
    line = r"$$\frac{\partial E}{\partial x_i} = \sum_{j : |i-j| \le m} (w_{ij} + w_{ji}) x_j$$"
    assert each_verdict(f"$${pairs}$$", lines=[line, line.replace("w_{ji}", "w_{ij}")]) == ["right", "wrong"]
    assert verdict(f"$${pairs.replace('i,j : ', '')}$$", line) not in ("right", "wrong")


def test_neighbours() -> None:
    page = r"$$s_i = \sum_{j=1, |i-j|=1}^N a_j, \quad E = \sum_{i=1}^N c_i s_i$$ ( $i = 1, \dots, N$ )"
    assert each_verdict(
        page,
        lines=[
            r"$$\frac{\partial E}{\partial a_j} = c_{j-1} + c_{j+1}$$ ( $1 < j < N$ )",
            r"$$\frac{\partial E}{\partial a_j} = c_{j+1}$$ ( $1 < j < N$ )",
        ],
    ) == ["right", "wrong"]


def test_what_is_used_here_and_there_is_there_between() -> None:
    page = r"$$s_i = \sum_{j=1, |i-j| > m}^N w_{ij} a_j, \quad E = \sum_{i=1}^N c_i s_i$$ ( $i = 1, \dots, N$ )"
    line = r"$$\frac{\partial E}{\partial a_j} = \sum_{i=1, |i-j| > m}^N c_i w_{ij}$$"
    assert each_verdict(
        page,
        lines=[
            line,
            line.replace("w_{ij}", "w_{ji}"),
            r"$$\frac{\partial s_i}{\partial w_{ij}} = a_j \mathbb{1}[|i-j| > m]$$",
        ],
    ) == ["right", "wrong", "right"]


def test_a_condition_with_a_letter_of_which_nothing_is_known() -> None:
    page = FRONT + r"$$s_i = \sum_{j=1}^i a_j^2, \quad E = \sum_{i=1}^N c_i s_i$$"
    cases = ("j < i - m", r"|i-j| \le m", "|i-j| > m")
    for condition, found in zip(
        cases, each_verdict(page, lines=[rf"$${BY_A} = 2 a_j$$ ( ${condition}$ )" for condition in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), condition


@pytest.mark.parametrize("near", [r"|i-j| \le m", r"j \le i + m, \; j \ge i - m"])
def test_a_distance_beside_a_definition_leaves_the_ranges_as_they_are(near: str) -> None:
    page = (
        rf"{FRONT}$$c_{{ij}} = a_i - a_j$$ ( ${near}$ ) "
        r"$$E = \sum_i \sum_{j : |i-j| \le m} c_{ij}^2$$"
    )
    line = r"$$\frac{\partial E}{\partial a_i} = 4 \sum_{j : |i-j| \le m} c_{ij}$$"
    assert each_verdict(page, lines=[line, line.replace("4", "2"), line.replace(r"\le m", "< m")]) == [
        "right",
        "wrong",
        "wrong",
    ]
