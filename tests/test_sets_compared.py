r"""Sets that comparisons of data tell, and sets that are parts of a range."""

from __future__ import annotations

import pytest

import symderiv as sd

from .judging import each_verdict, verdict

CLASSES = r"""
There are labels $c_i$ (data){}

$$ L = \sum_{i=1}^M \frac{1}{|\mathcal{N}_i|} \sum_{j \in \mathcal{N}_i} (u_i - v_j)^2 $$

"""
FROM = (
    r". $S = \{1, \dots, M\}$ are the samples, $\mathcal{N}_i = \{j \in S \mid c_j = c_i\}$ those of the class of $i$."
)
ANY = r", and let $\mathcal{N}_i = \{j : c_j = c_i\}$ be the samples of the class of $i$."


@pytest.mark.parametrize("said", [FROM, ANY])
def test_classes_of_samples(said: str) -> None:
    cases = [
        (
            r"\frac{\partial L}{\partial u_k} = \frac{2}{|\mathcal{N}_k|} \sum_{j \in \mathcal{N}_k} (u_k - v_j)",
            "right",
        ),
        (
            r"\frac{\partial L}{\partial u_k} = 2 u_k - \frac{2}{|\mathcal{N}_k|} \sum_{j \in \mathcal{N}_k} v_j",
            "right",
        ),
        # classes are the same for all of their samples
        (
            r"\frac{\partial L}{\partial v_k} = -\frac{2}{|\mathcal{N}_k|} \sum_{i \in \mathcal{N}_k} (u_i - v_k)",
            "right",
        ),
        (r"\frac{\partial L}{\partial v_k} = -2 \sum_{i \in \mathcal{N}_k} (u_i - v_k)", "wrong"),
        (r"\frac{\partial L}{\partial v_k} = -\frac{2}{M} \sum_{i \in \mathcal{N}_k} (u_i - v_k)", "wrong"),
        (r"\frac{\partial L}{\partial v_k} = -\frac{2}{|\mathcal{N}_k|} \sum_{i=1}^M (u_i - v_k)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(CLASSES.replace("{}", said), lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


ANCHORS = r"""
The index set is $I \equiv \{1 \dots 2N\}$ with labels $t_i$ (data). For an anchor $i \in I$ let
$A(i) \equiv I \setminus \{i\}$, $P(i) \equiv \{p \in A(i) : t_p = t_i\}$
and $N(i) \equiv \{n \in A(i) : t_n \neq t_i\}$.

$$ P_{ip} = \frac{e^{s_{ip}}}{\sum_{a \in A(i)} e^{s_{ia}}}, \quad p \in A(i) $$

$$ L_i = -\frac{1}{|P(i)|} \sum_{p \in P(i)} \log P_{ip} $$

"""


def test_sets_made_of_others() -> None:
    cases = [
        (r"\frac{\partial L_i}{\partial s_{iq}} = P_{iq} - \frac{1}{|P(i)|}, \quad q \in P(i)", "right"),
        (r"\frac{\partial L_i}{\partial s_{iq}} = P_{iq}, \quad q \in P(i)", "wrong"),
        (r"\frac{\partial L_i}{\partial s_{iq}} = P_{iq}, \quad q \in A(i)", "wrong"),
        (r"\frac{\partial L_i}{\partial s_{iq}} = P_{iq} - 1, \quad q \in P(i)", "wrong"),
        (r"\sum_{p \in P(i)} P_{ip} + \sum_{n \in N(i)} P_{in} = 1", "right"),
        (r"\sum_{p \in P(i)} P_{ip} = 1", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(ANCHORS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_sets_of_which_more_is_asked() -> None:
    more = r"$$ \frac{\partial L_i}{\partial s_{iq}} = 0, \quad q \notin A(i) $$"
    assert verdict(ANCHORS, more, r"$$ \frac{\partial L_i}{\partial s_{iq}} = P_{iq}, \quad q \in N(i) $$") != "wrong"


RATINGS = r"""
Users are $u = 1, \dots, U$ and items $i = 1, \dots, I$; $R_u \subseteq \{1, \dots, I\}$ are the items that $u$ rated.

$$ E = \frac12 \sum_{u=1}^U \sum_{i \in R_u} (r_{ui} - p_u q_i)^2 $$

"""


def test_parts_of_a_range() -> None:
    cases = [
        (r"\frac{\partial E}{\partial p_u} = -\sum_{i \in R_u} (r_{ui} - p_u q_i) q_i", "right"),
        (r"\frac{\partial E}{\partial p_u} = -\sum_{i=1}^I (r_{ui} - p_u q_i) q_i", "wrong"),
        (r"\frac{\partial E}{\partial q_i} = -\sum_{u : i \in R_u} (r_{ui} - p_u q_i) p_u", "right"),
        (r"\frac{\partial E}{\partial q_i} = -\sum_{u=1}^U (r_{ui} - p_u q_i) p_u", "wrong"),
        (r"\frac{\partial^2 E}{\partial p_u^2} = |R_u| \sum_{i \in R_u} q_i^2", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(RATINGS, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


COMPARED = r"""
The classes $t_i$ are data.

$$ s_{k} = \sum_{m=1}^B [t_m \ne t_k] e^{-a_{km}} $$

"""


def test_lines_for_the_same_class() -> None:
    cases = [
        (r"\frac{\partial s_k}{\partial a_{km}} = -e^{-a_{km}} \quad (t_m \ne t_k)", "right"),
        (r"\frac{\partial s_k}{\partial a_{km}} = 0 \quad \text{if } t_m = t_k", "right"),
        (r"\frac{\partial s_k}{\partial a_{km}} = -e^{-a_{km}} \quad \text{if } t_m = t_k", "wrong"),
        (r"\frac{\partial s_k}{\partial a_{km}} = -e^{-a_{km}}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(COMPARED, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_labels_of_two_values() -> None:
    page = r"Labels $y_i \in \{-1, 1\}$ are data." "\n\n"
    page += r"$$ L = \sum_{i=1}^M \sum_{p=1}^M \sum_{a=1}^M [y_p = y_i] [y_a = y_i] s_i q_p q_a $$"
    line = r"\frac{\partial L}{\partial s_i} = \sum_p \sum_a [y_p = y_a] q_p q_a"
    line += r" - \sum_p \sum_a [y_p \ne y_i] [y_a \ne y_i] q_p q_a"
    assert verdict(page, f"$$ {line} $$") != "wrong"
    assert verdict(page.replace(r"$y_i \in \{-1, 1\}$", "$y_i$"), f"$$ {line} $$") == "wrong"


WINNERS = r"""
Here $l = 1, \dots, n$; $A_l \subseteq \{1, \dots, m\}$ is the set of alternatives, {}.

$$ F = \sum_{l=1}^n \left( \log w_{i_l} - \log \sum_{j \in A_l} w_j \right) $$

"""


@pytest.mark.parametrize("said", ["which contains $i_l$", r"and $i_l \in A_l$"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\sum_{l=1}^n [i_l = j] \frac{1}{w_j} - \sum_{l : j \in A_l} \frac{1}{\sum_{i \in A_l} w_i}", {"right"}),
        (
            r"\sum_{l : j \in A_l} \left([i_l = j] \frac{1}{w_j} - \frac{1}{\sum_{i \in A_l} w_i} \right)",
            {"right", "unproved"},
        ),
        (r"\sum_{l : j \in A_l} \left(\frac{1}{w_j} - \frac{1}{\sum_{i \in A_l} w_i} \right)", {"wrong"}),
    ],
)
def test_what_is_looked_up_is_an_element(said: str, body: str, expected: set[str]) -> None:
    line = rf"$$ \frac{{\partial F}}{{\partial w_j}} = {body} $$"
    assert verdict(WINNERS.replace("{}", said), line) in expected


def test_the_same_class_over_listed_labels() -> None:
    r"""`the labels $c_1, \dots, c_n$` say how far the elements of a class run."""
    page = r"""
The points have the labels $c_1, \ldots, c_n$. The set of points in the class of $i$ is $C_i = \{j \mid c_i = c_j\}$.

$$ f = \sum_{i=1}^n \sum_{j \in C_i} p_{ij} $$

$$ \frac{\partial f}{\partial p_{ij}} = 1 $$ for $c_i = c_j$

$$ \frac{\partial f}{\partial p_{ij}} = 1 $$
"""
    assert [str(c.judgement) for c in sd.check(page).claims] == ["right", "wrong"]
