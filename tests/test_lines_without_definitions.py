r"""A page of which no definition can be read: its lines that rest on none are judged, the others stay open."""

from __future__ import annotations

from .judging import check

PAGE = r"""$$ E = \sum_i^I x_i + x_0 $$

$$ \frac{\partial E}{\partial x_i} = 1 $$

$$ \sigma'(x) = \sigma(x)(1 - \sigma(x)) $$

$$ \sigma'(x) = \sigma(x)(1 + \sigma(x)) $$

$$ \frac{\partial}{\partial u} [-\log \sigma(v u)] = (\sigma(v u) - 1) v $$

$$ \frac{\partial}{\partial u} [-\log \sigma(v u)] = (\sigma(v u) - 2) v $$
"""


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


def test_lines_that_rest_on_nothing_lost() -> None:
    assert verdicts(PAGE) == ["unreadable", "unproved", "right", "wrong", "right", "wrong"]


def test_what_is_made_of_the_lost_is_open() -> None:
    lost = r"$$ v = \sum_i^I x_i + x_0 $$"
    assert verdicts(lost + "\n\n" + PAGE)[-2:] == ["unproved", "unproved"]


def test_functions_alone() -> None:
    lines = PAGE.split("\n\n")
    assert verdicts("\n\n".join(lines[:4])) == ["unreadable", "unproved", "right", "wrong"]


def test_names_of_which_nothing_is_told() -> None:
    """What A and m are is nowhere said: a line about them is not judged by numbers in their place."""
    for line in (r"$$ A B = B A $$", r"$$ \sum_i (z_i - m) = 0 $$"):
        assert not {"right", "wrong"} & {*verdicts(PAGE.split("\n\n")[0] + "\n\n" + line)}
