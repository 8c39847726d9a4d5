r"""A name that a page defines anew below a heading, behind what it derived from the first definition."""

import pytest

from .judging import each_verdict, verdict

RIDGE = r"""# Ridge
The loss is $E(w) = \frac12 \sum_n (y_n - \sum_j w_j x_{nj})^2 + \frac\lambda2 \sum_j w_j^2$.

$$\frac{\partial E}{\partial w_j} = -\sum_n (y_n - \sum_k w_k x_{nk}) x_{nj} + \lambda w_j$$"""
POISSON = r"The loss is $E(w) = \sum_n (e^{a_n} - y_n a_n)$ with $a_n = \sum_j w_j x_{nj}$."
TRUE, FALSE = (rf"$$\frac{{\partial E}}{{\partial w_j}} = \sum_n (e^{{a_n}} {sign} y_n) x_{{nj}}$$" for sign in "-+")


@pytest.mark.parametrize(
    "heading", ["# Poisson", "## Example 2", "**Zählmodell**", "# ポアソン回帰\n\n損失は次のとおり。"]
)
def test_another_example_is_not_wrong(heading: str) -> None:
    assert each_verdict(RIDGE, heading, POISSON, lines=[TRUE, FALSE]) == ["unproved", "wrong"]


@pytest.mark.parametrize("words", ["Let", "Now consider", "We now minimise", "次に"])
def test_other_words_define_it_as_well(words: str) -> None:
    poisson = POISSON.replace("The loss is", words)
    assert verdict(RIDGE, "# Poisson", poisson, TRUE) == "unproved"
    assert verdict(RIDGE, "# Poisson", poisson, FALSE) == "wrong"


def test_a_definition_that_is_typed_otherwise_is_wrong() -> None:
    """Nothing has been derived from the first one: the heading only begins the derivation."""
    network, derived = RIDGE.split("\n\n")
    named = r"$$\delta_j = \frac{\partial E}{\partial w_j}$$"
    slip = r"$$E(w) = \frac12 \sum_n (y_n - \sum_j w_j x_{nj})^2 + \lambda \sum_j w_j^2$$"
    assert verdict(network, "## Derivation", slip) == "wrong"
    assert verdict(network, derived, slip) == "wrong"
    assert verdict(network, named, "## Derivation", derived, slip) == "wrong"
