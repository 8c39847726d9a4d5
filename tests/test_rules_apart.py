r"""The chain rule, recalled in letters that the network has too, and exponents of e; by hand: ordinary calculus."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"$$h = w_1 x, \quad y = w_2 h, \quad E = \frac12 (y - t)^2$$"
RULES = {
    "en": r"Remember the chain rule: if $z = f(y)$ and $y = g(x)$, then",
    "de": r"Kettenregel: Für $z = f(y)$, $y = g(x)$ gilt",
    "fr": r"Règle de la chaîne: si $z = f(y)$ et $y = g(x)$, alors",
    "ja": r"連鎖律: $z = f(y)$, $y = g(x)$ のとき",
    "zh": r"链式法则: 若 $z = f(y)$, $y = g(x)$, 则",
}
CHAIN = r"$$\frac{dz}{dx} = \frac{dz}{dy} \frac{dy}{dx}$$"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_network_beside_a_rule(rule: str) -> None:
    cases = [
        (r"$$\frac{\partial E}{\partial w_1} = (y - t) w_2 x$$", "right"),
        (r"$$\frac{\partial E}{\partial w_1} = (y - t) w_2$$", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(rule, CHAIN, "## The network", NET, lines=[line for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_letters_of_its_own(rule: str) -> None:
    assert verdict(NET, rule, CHAIN) == "right"
    assert verdict(NET, rule, r"$$\frac{dz}{dx} = \frac{dz}{dy}$$") != "right"


EXAMPLE = (
    r"$$z_i^l = \sum_j w_{ij}^l x_j^{l-1}, \quad x_i^l = \sigma(z_i^l)$$"
    "\n\nRecall the chain rule for\n\n"
    r"$$z = f(x, y), \quad x = g(t), \quad y = h(t), \quad \frac{dz}{dt} = \frac{\partial z}{\partial x} "
    r"\frac{dx}{dt} + \frac{\partial z}{\partial y} \frac{dy}{dt}$$"
    "\n\nFor example\n\n"
    r"$$z = \sin(x + y^2), \quad x = e^{2t}, \quad y = t^3$$"
    "\n\ngives\n\n"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{dz}{dt} = \cos(x + y^2) (2 e^{2t} + 6 t^5)", "right"),
        (r"\frac{dz}{dt} = \cos(x + y^2) (e^{2t} + 6 t^5)", "wrong"),
        (r"\frac{dx}{dt} = 2x", "right"),
    ],
)
def test_examples_behind_a_rule_have_theirs(line: str, expected: str) -> None:
    assert verdict(EXAMPLE, f"$${line}$$") == expected


def test_the_y_of_the_network_is_not_taken_away() -> None:
    """Nothing else says what y is: the rule is about the network."""
    page = (
        r"With the chain rule for $y = f(u)$, $u = g(x)$ and" + "\n\n$$L = (y - t)^2$$\n\n"
        r"$$\frac{dL}{dx} = 2 (y - t) f'(u) g'(x)$$"
    )
    assert verdict(page) == "right"


def test_exponents_of_e_are_no_names() -> None:
    page = r"$$q = e^{2z}$$ $$\frac{dq}{dz} = %s e^{2z}$$"
    assert [verdict(page % n) for n in ("2", "")] == ["right", "wrong"]
