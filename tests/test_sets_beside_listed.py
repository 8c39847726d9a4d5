r"""A set of which a page says only how it lies to a listed one: `O \ne \{1, 2\}`, `O \subseteq \{1, 2, 3\}`."""

import pytest

from .judging import each_verdict, verdict

ERROR = r"$E = \frac12 \sum_{k \in O} (y_k - t_k)^2$ with the outputs $O$."
LINES = (
    r"$$ \frac{\partial E}{\partial y_1} = y_1 - t_1 $$",
    r"$$ \frac{\partial E}{\partial y_3} = y_3 - t_3 $$",
    r"$$ \frac{\partial E}{\partial y_3} = 0 $$",
)


@pytest.mark.parametrize(
    "said",
    [
        r"Suppose $O \ne \{1,2\}$.",
        r"Here $O \neq \{1, 2\}$.",
        r"Suppose $O \subseteq \{1,2,3\}$.",
        r"Let $O \subset \{1,2,3\}$.",
        r"Let $O \supseteq \{1,2\}$.",
        r"Sei $O \subsetneq \{1, \dots, 4\}$.",
        r"Here $O \ni 3$.",
    ],
)
def test_it_is_taken_neither_for_that_one_nor_for_the_whole_range(said: str) -> None:
    for line in LINES:
        assert verdict(ERROR, said, line) in ("unproved", "unreadable")


def test_a_part_of_a_whole_range_is_a_set_of_its_own() -> None:
    page = r"$L = \sum_{n \in B} (w x_n - t_n)^2$ with a batch $B \subseteq \{1, \dots, N\}$."
    line = r"$$ \frac{\partial L}{\partial w} = 2 \sum_{n \in B} (w x_n - t_n) x_n $$"
    assert each_verdict(page, lines=[line, line.replace("2", "")]) == ["right", "wrong"]


def test_a_listed_set_stands_for_its_numbers() -> None:
    assert [verdict(ERROR, r"Here $O = \{1, 2\}$.", line) for line in LINES][:1] == ["right"]
    assert verdict(ERROR, r"Here $O = \{1, 2\}$.", LINES[1]) != "right"


@pytest.mark.parametrize(
    "said",
    [
        r"Here $O = \{1,2\} \ne \emptyset$.",
        r"Here $\{1,2\} = O$.",
        r"Here $\{1,2,3\} \supset O$.",
        r"$O \cup \{3\} = \{1,2,3\}$.",
        r"$O \not= \{1,2\}$.",
        r"$O \nsubseteq \{1,2\}$.",
    ],
)
def test_any_relation_beside_a_list_leaves_sums_open(said: str) -> None:
    page = r"$E = \frac12 \sum_{k \in O} (y_k - t_k)^2$ with the outputs $O$."
    cases = (r"$$ \frac{\partial E}{\partial y_3} = y_3 - t_3 $$", r"$$ \frac{\partial E}{\partial y_3} = 0 $$")
    for line, found in zip(cases, each_verdict(page, said, lines=cases), strict=True):
        assert found in ("unproved", "unreadable"), line


def test_numbers_that_data_may_be_are_no_set() -> None:
    page = r"$E = \frac12 \sum_{k=1}^K (y_k - t_k)^2$ with $t_k \in \{0, 1\}$."
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial E}{\partial y_3} = y_3 - t_3 $$",
            r"$$ \frac{\partial E}{\partial y_3} = t_3 - y_3 $$",
        ],
    ) == ["right", "wrong"]
