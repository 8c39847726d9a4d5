r"""States that a layer adds to, `h^l_j = h^{l-1}_j + ..`, where only the sum says how many units a layer has.

By hand: `\partial E/\partial h^{l-1}_k = \partial E/\partial h^l_k + \sum_j w^l_{jk} \partial E/\partial h^l_j`.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

PAGE = (
    r"Layers $l = 1, \dots, L$.",
    r"$$ h^l_j = h^{l-1}_j + \sum_{k=1}^{n_{l-1}} w^l_{jk} h^{l-1}_k, \quad E = \sum_j c_j h^L_j $$",
)
BELOW = (
    r"$$ \frac{\partial E}{\partial h^{l-1}_k} = \frac{\partial E}{\partial h^l_k}"
    r" + \sum_j w^l_{jk} \frac{\partial E}{\partial h^l_j} $$"
)


def test_nobody_said_that_layers_differ() -> None:
    """The right line was wrong, for a k beyond the length that was presumed of all layers."""
    assert verdict(*PAGE, BELOW) in ("right", "unproved")


def test_slips_are_wrong_all_the_same() -> None:
    assert each_verdict(
        *PAGE, lines=[BELOW.replace(r"\frac{\partial E}{\partial h^l_k} + ", ""), BELOW.replace("w^l_{jk}", "w^l_{kj}")]
    ) == ["wrong", "wrong"]
