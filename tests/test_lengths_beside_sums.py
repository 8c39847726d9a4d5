r"""How long names are beside what is known: both sides of `a^1 = x \in \mathbb{R}^n`, the y of `a^L - y`."""

from __future__ import annotations

from .judging import check

NETWORK = r"""$W^{[l]} \in \mathbb{R}^{n_l \times n_{l-1}}$, $b^{[l]} \in \mathbb{R}^{n_l}$.

$$ h^{[1]} = x \in \mathbb{R}^{n_1} $$

$$ a^{[l]} = W^{[l]} h^{[l-1]} + b^{[l]}, \quad h^{[l]} = f(a^{[l]}) \quad \text{for } l = 2, \dots, L $$

$$ E = \frac{1}{2} \sum_{k=1}^{n_L} (h_k^{[L]} - t_k)^2 $$

$$ \delta_j^{[l]} = \frac{\partial E}{\partial a_j^{[l]}} \quad \text{for } 1 \le j \le n_l, 2 \le l \le L $$
"""
OTHER = (
    r"$$ \frac{\partial a_k^{[l+1]}}{\partial h_j^{[l]}} = W_{kj}^{[l+1]} $$ ( $2 \le l < L$, $1 \le k \le n_{l+1}$ )"
)
DOTS = r"$$ \delta^{[l]} = D^{[l]} (W^{[l+1]})^T D^{[l+1]} \cdots D^{[L]} (h^{[L]} - t) $$ where $D^{[l]}$ is diagonal"
ANY = r" ( $2 \le l \le L-1$ )"


def judged(*lines: str) -> str:
    return check("\n\n".join([NETWORK, *lines])).claims[-1].judgement.value


def test_a_plain_name_beside_an_array_is_as_long_as_its_entries_run() -> None:
    assert judged(OTHER, r"$$ \delta^{[L]} = f'(a^{[L]}) \circ (h^{[L]} - t) $$") == "right"
    assert judged(OTHER, r"$$ \delta^{[L]} = f'(a^{[L]}) \circ (t - h^{[L]}) $$") == "wrong"
    assert judged(OTHER, r"$$ \delta^{[L]} = f(a^{[L]}) \circ (h^{[L]} - t) $$") == "wrong"


def test_beside_an_array_of_another_length_it_is_not() -> None:
    assert judged(OTHER, r"$$ \delta^{[2]} = f'(a^{[2]}) \circ (h^{[2]} - t) $$") not in ("right",)


def test_a_product_with_dots_says_nothing_of_its_left_side() -> None:
    line = r"$$ \delta^{[l]} = f'(a^{[l]}) \circ (W^{[l+1]})^T \delta^{[l+1]} $$" + ANY
    slip = r"$$ \delta^{[l]} = (W^{[l+1]})^T (f'(a^{[l+1]}) \circ \delta^{[l+1]}) $$" + ANY
    assert judged(DOTS, line) == "right"
    assert judged(DOTS, slip) == "wrong"
    assert judged(DOTS) not in ("right", "wrong")


def test_the_input_has_the_length_said_behind_it() -> None:
    assert judged(r"$$ \frac{\partial E}{\partial W^{[2]}} = \delta^{[2]} x^T $$") == "right"
    assert judged(r"$$ \frac{\partial E}{\partial x} = (W^{[2]})^T \delta^{[2]} $$") == "right"
    assert judged(r"$$ \frac{\partial E}{\partial x} = W^{[2]} \delta^{[2]} $$") != "right"
