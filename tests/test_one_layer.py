"""A layer of which a page never says how many there are, where the definitions do not go together for all of them."""

from __future__ import annotations

import pytest

from .judging import check

MAPS = r"""
$$x_{ij}^\ell = \sum_{a=0}^{m-1} \sum_{b=0}^{m-1} w_{ab} y_{(i + a)(j + b)}^{\ell - 1}.$$

$$y_{ij}^\ell = \sigma(x_{ij}^\ell).$$
"""
RANGED = MAPS.replace("$$y", "for $i, j = 0, \\dots, N-m$.\n\n$$y")
BY_WEIGHT = (
    r"$$\frac{\partial E}{\partial w_{ab}} = \sum_{i=0}^{N-m} \sum_{j=0}^{N-m} "
    r"\frac{\partial E}{\partial x_{ij}^\ell} y_{(i + a)(j + b)}^{\ell - 1}$$"
)
BY_SUM = r"$$\frac{\partial E}{\partial x_{ij}^\ell} = \frac{\partial E}{\partial y_{ij}^\ell} \sigma'(x_{ij}^\ell)$$"


def verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


@pytest.mark.parametrize("network", [MAPS, RANGED])
def test_an_output_that_is_smaller_than_its_input(network: str) -> None:
    assert verdicts(f"{network}\n\n{BY_WEIGHT}\n\n{BY_SUM}") == ["right", "right"]
    slipped = BY_WEIGHT.replace("(i + a)(j + b)", "(i + b)(j + a)")
    dropped = BY_SUM.replace(r" \sigma'(x_{ij}^\ell)", "")
    assert verdicts(f"{network}\n\n{slipped}\n\n{dropped}") == ["wrong", "wrong"]


def test_ends_that_only_lines_tell_are_those_of_the_definitions() -> None:
    system = check(f"{MAPS}\n\n{BY_WEIGHT}")
    assert not any("1 \\le i" in note for note in system.notes)
    other = BY_WEIGHT.replace(r"\sum_{j=0}^{N-m}", r"\sum_{j=0}^{N-m-1}")
    assert "right" not in verdicts(f"{MAPS}\n\n{BY_WEIGHT}\n\n{other}")[1:]


def test_a_chain_of_layers_stays_one() -> None:
    """With an end of the layers the weight is that of all of them."""
    network = r"""
$$x_i^\ell = \sum_{j=1}^N w_{ij} y_j^{\ell-1}, \quad y_i^\ell = \sigma(x_i^\ell)$$ ($i = 1, \dots, N$)

$$E = \frac12 \sum_{i=1}^N (y_i^L)^2$$
"""
    line = r"$$\frac{\partial E}{\partial w_{ij}} = \frac{\partial E}{\partial x_i^\ell} y_j^{\ell-1}$$"
    assert verdicts(network + line) == ["wrong"]
    summed = line.replace(r"= \frac", r"= \sum_{\ell=1}^L \frac")
    assert verdicts(network + summed) == ["right"]


def test_unbounded_layers_of_one_size_stay_layers() -> None:
    network = r"""
$$x_i^\ell = \sum_{j=1}^N w_{ij}^\ell y_j^{\ell-1}, \quad y_i^\ell = \sigma(x_i^\ell)$$ ($i = 1, \dots, N$)
"""
    line = (
        r"$$\frac{\partial E}{\partial y_j^\ell} = "
        r"\sum_{i=1}^N w_{ij}^{\ell+1} \frac{\partial E}{\partial x_i^{\ell+1}}$$"
    )
    assert verdicts(f"{network}\n\n{line}") == ["right"]
    assert verdicts(f"{network}\n\n{line}".replace(r"w_{ij}^{\ell+1}", r"w_{ji}^{\ell+1}")) == ["wrong"]
