r"""Lines that say a definition again for entries of which no range is stated."""

from __future__ import annotations

from .judging import check

LAYERS = r"""The input is $x_0^{(l)} = 1$ for $0 \le l < L$ and $1 \le i \le d^{(l)}$, and

$$s_j^{(l)} = \sum_{i=0}^{d^{(l-1)}} w_{ij}^{(l)} x_i^{(l-1)}, \qquad x_j^{(l)} = \theta(s_j^{(l)})$$

$$\frac{\partial x_j^{(l)}}{\partial s_j^{(l)}} = \theta'(s_j^{(l)})$$

$$\frac{\partial s_j^{(l)}}{\partial w_{ij}^{(l)}} = x_i^{(l-1)}$$

"""


def last(page: str) -> str:
    return str(check(page).claims[-1].judgement)


def test_a_definition_said_again_without_its_range_is_not_wrong() -> None:
    assert last(LAYERS + "$$x_0^{(l)} = 1$$") in ("right", "unproved")
    assert last(LAYERS + "$$x_0^{(l)} = 2$$") == "wrong"
