r"""Functions with an index whose letter says nothing, `\theta_h(a_h)`, are told by a prime somewhere on the page."""

from __future__ import annotations

from .judging import check

HEAD = r"$$a_h = \sum_{i=1}^I w_{ih} x_i, \quad b_h = \theta_h(a_h), \quad E = \sum_{h=1}^H c_h b_h$$ "
RIGHT = r"$$\frac{\partial E}{\partial w_{ih}} = c_h \theta_h'(a_h) x_i$$ "


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


def test_a_prime_tells() -> None:
    assert verdicts(HEAD + RIGHT) == ["right"]
    assert verdicts(HEAD + RIGHT.replace("x_i$$", "x_h$$")) == ["wrong"]
    assert verdicts(HEAD + RIGHT.replace(r"\theta_h'", r"\theta_i'")) == ["wrong"]
    assert verdicts(HEAD + r"where $\theta_h$ is any function. " + RIGHT) == ["right"]


def test_what_also_stands_as_a_number_is_none() -> None:
    assert "right" not in verdicts(HEAD.replace("c_h b_h", r"c_h b_h \theta_h") + RIGHT)
