r"""Names with a d that are defined, and compared with derivatives. By hand: `\partial L/\partial z = a - y`."""

from __future__ import annotations

from .judging import check

NET = r"""
$$ z = V u + c, \quad a = \sigma(z), \quad L = -y \log a - (1-y) \log(1-a) $$

$$ dz := %s $$

$$ dV := dz\, u^T $$

"""
COMPARED = r"$$ \frac{\partial L}{\partial V} = dV $$"


def verdicts(page: str) -> list[str]:
    return [str(x.judgement) for c in check(page).claims for x in c.links]


def test_definitions_that_are_right() -> None:
    assert verdicts(NET % "a - y" + COMPARED) == ["right"] * 3


def test_a_wrong_definition_beside_a_comparison_is_open() -> None:
    assert verdicts(NET % "y - a" + COMPARED) == ["unproved", "right", "unproved"]


def test_without_a_comparison_the_d_is_a_sign() -> None:
    assert verdicts(NET % "y - a") == ["wrong", "right"]
    assert verdicts((NET % "y - a").replace(":=", "=") + COMPARED)[0] == "wrong"
