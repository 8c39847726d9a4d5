r"""A page says that one row is none of the others that a sum runs over. Labels by hand: with `u_o` among the `u_k` the
derivative by `u_o` has one more term."""

from __future__ import annotations

import pytest

from .judging import check

LOSS = r"$$J = -\log \sigma(u_o^\top v) - \sum_{k=1}^K \log \sigma(-u_k^\top v)$$" "\n"
LINES = (
    (r"\frac{\partial J}{\partial v} = (\sigma(u_o^\top v) - 1) u_o + \sum_{k=1}^K \sigma(u_k^\top v) u_k", "right"),
    (r"\frac{\partial J}{\partial u_o} = (\sigma(u_o^\top v) - 1) v", "right"),
    (r"\frac{\partial J}{\partial u_k} = \sigma(u_k^\top v) v", "right"),
    (r"\frac{\partial J}{\partial u_k} = -\sigma(u_k^\top v) v", "wrong"),
    (r"\frac{\partial J}{\partial u_o} = \sigma(u_o^\top v) v", "wrong"),
    (r"\frac{\partial J}{\partial u_o} = (2 \sigma(u_o^\top v) - 1) v", "wrong"),
)
PAGE = "\n\n".join(f"$${line}$$" for line, _ in LINES)
WANTED = [wanted for _, wanted in LINES]
OPEN = ["right", "unproved", "unproved", "wrong", "wrong", "unproved"]


def verdicts(text: str) -> list[str]:
    found = [str(link.judgement) for claim in check(text).claims for link in claim.links]
    return found[-len(LINES) :]


@pytest.mark.parametrize(
    "words",
    [
        r"Assume $o \ne k$ for all $k$.",
        r"We assume $k \neq o$ for all $k = 1, \dots, K$.",
        r"Suppose that $o \neq k\ \forall k$.",
        r"For every $k$ we have $o \ne k$.",
        r"We have $o \notin \{1, \dots, K\}$.",
        r"For negative sampling, $o \not\in \{1,\ldots,K\}$.",
        r"The index $o$ is different from all $k$.",
        r"Here $o$ is none of $1, \dots, K$.",
        r"Here $o$ is not one of the $K$ negative samples.",
        r"The index $o$ is not among the $K$ sampled words.",
        r"Es gelte $o \ne k$ für alle $k$.",
        r"すべての $k$ について $o \ne k$ とする。",
    ],
)
def test_words_before_the_network(words: str) -> None:
    assert verdicts(f"Let $\\sigma$ be the sigmoid function. {words}\n{LOSS}\n{PAGE}") == WANTED


@pytest.mark.parametrize(
    "words",
    [
        r"where $\sigma$ is the sigmoid function and $o \notin \{1, \dots, K\}$.",
        r"with the sigmoid $\sigma$, where $o \ne k$ for all $k$.",
        r"$\sigma$ はシグモイド関数。ただし、$o \notin \{1, \dots, K\}$ とする。",
    ],
)
def test_words_behind_it(words: str) -> None:
    assert verdicts(f"{LOSS}\n{words}\n\n{PAGE}") == WANTED


def test_beside_the_equation() -> None:
    loss = LOSS.replace("$$\n", r", \quad o \notin \{1, \dots, K\}$$")
    assert verdicts(f"Let $\\sigma$ be the sigmoid function.\n{loss}\n\n{PAGE}") == WANTED


@pytest.mark.parametrize("words", ["", r"The words are numbered.", r"We may have $o = k$ for some $k$."])
def test_where_nothing_says_so(words: str) -> None:
    assert verdicts(f"Let $\\sigma$ be the sigmoid function. {words}\n{LOSS}\n{PAGE}") == OPEN


@pytest.mark.parametrize(
    "words",
    [
        r"We do not assume $o \ne k$ for all $k$.",
        r"Often $o \notin \{1, \dots, K\}$.",
        r"Suppose first that $o \ne k$ for all $k$.",
        r"If $o \notin \{1, \dots, K\}$, the rows are apart.",
        r"If $o$ is not one of the $K$ samples, the rows are apart.",
        r"Mostly $o$ is not one of the $K$ samples.",
        r"Here $o$ is not one of the $M$ samples.",
        r"Here $o$ is not one of the $K$ samples in the second half.",
    ],
)
def test_words_that_do_not_say_so_make_no_true_line_wrong(words: str) -> None:
    found = verdicts(f"Let $\\sigma$ be the sigmoid function. {words}\n{LOSS}\n{PAGE}")
    assert "wrong" not in (found[1], found[2], found[5])
    assert "right" not in (found[3], found[4])


def test_two_cases() -> None:
    line = r"$$\frac{\partial J}{\partial u_o} = (%s \sigma(u_o^\top v) - 1) v$$"
    cases = rf"""Suppose $o \ne k$ for all $k$. Then
{line % ""}
Now suppose $o = k$ for some $k$. Then
{line % "2"}
"""
    assert "wrong" not in verdicts(f"Let $\\sigma$ be the sigmoid function.\n{LOSS}\n{cases}")


def test_a_condition_behind_a_display_is_that_of_its_line() -> None:
    lines = r"""$$\frac{\partial J}{\partial u_k} = \sigma(u_k^\top v) v \quad (k \ne o)$$
$$\frac{\partial J}{\partial u_o} = (\sigma(u_o^\top v) - 1) v$$"""
    assert verdicts(f"Let $\\sigma$ be the sigmoid function.\n{LOSS}\n{lines}")[-2:] == ["right", "unproved"]


def test_said_of_a_line_with_a_derivative_it_is_not_said_of_the_page() -> None:
    lines = r"""$$\frac{\partial J}{\partial u_o} = (\sigma(u_o^\top v) - 1) v$$

where $o \notin \{1, \dots, K\}$.

$$\frac{\partial J}{\partial u_k} = \sigma(u_k^\top v) v$$"""
    assert "wrong" not in verdicts(f"Let $\\sigma$ be the sigmoid function.\n{LOSS}\n{lines}")


def test_a_row_that_is_divided_by_all_stays_open() -> None:
    page = r"""Assume $o \notin \{1, \dots, K\}$.
$$J = -\log \frac{\exp(u_o^\top v)}{\sum_{k=1}^K \exp(u_k^\top v)}$$
$$\frac{\partial J}{\partial u_o} = -v$$"""
    assert verdicts(page) == ["unproved"]


def test_rows_of_two_ranges() -> None:
    page = r"""Assume $o \notin \{1, \dots, K\}$.
$$J = \sum_i u_{oi} v_i + \sum_{k=1}^K \sum_i u_{ki} v_i + \sum_{w=1}^V \sum_i u_{wi}^2$$
$$\frac{\partial J}{\partial u_{oi}} = v_i$$
$$\frac{\partial J}{\partial u_{oi}} = v_i + 2 u_{oi}$$"""
    assert "wrong" not in verdicts(page)
