r"""Values told below the heading of a case, `# Case 1` and `Here $t = 1$.`, hold as far as the next heading."""

import pytest

from .judging import each_verdict, verdict

NETWORK = r"$z = w x + b$, $y = \frac{1}{1+e^{-z}}$, $E = -t \log y - (1-t) \log(1-y)$."
ONE = r"$$ \frac{\partial E}{\partial w} = (y-1) x $$"
ANY = r"$$ \frac{\partial E}{\partial w} = (y-t) x $$"
SLIP = r"$$ \frac{\partial E}{\partial w} = (y+1) x $$"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("# Case 1", "# Case 2"),
        ("## Positive example", "## Negative example"),
        ("**Case 1.**", "**Case 2.**"),
        ("# Fall 1", "# Fall 2"),
        ("# 場合1", "# 場合2"),
        ("# If the label is one", "# If the label is zero"),
        ("# Warm-up", "# The general case"),
    ],
)
def test_below_the_next_heading_it_may_be_another(one: str, two: str) -> None:
    above = (NETWORK, one, "Here $t = 1$.")
    assert verdict(*above, ONE) == "right"
    assert verdict(*above, SLIP) == "wrong"
    assert verdict(*above, ONE, two, ONE) == "unproved"
    assert verdict(*above, ONE, two, ANY) == "right"
    assert verdict(*above, ONE, two, SLIP) == "wrong"


@pytest.mark.parametrize(
    "below",
    [
        ("# Labels", "Here $t = 1$.", "# Gradients"),
        ("# Setting", "Here $t = 1$.", "# Backward pass"),
        ("# Targets", "Here $t = 1$.", "# First layer"),
        ("# A positive example", "Here $t = 1$.", "## The weight"),
    ],
)
def test_what_is_told_for_the_page_holds_below(below: tuple[str, ...]) -> None:
    assert each_verdict(NETWORK, *below, lines=[ONE, SLIP]) == ["right", "wrong"]


def test_a_value_that_stands_in_the_section_of_the_network_holds_below() -> None:
    assert each_verdict("# Logistic unit", NETWORK, "Here $t = 1$.", "# Weight", lines=[ONE, SLIP]) == [
        "right",
        "wrong",
    ]
