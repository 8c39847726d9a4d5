r"""Labels above arrays that a sentence makes of their entries, `W^{hx} = (W^{hx}_{ia})`, beside names of their letters.

By hand: with `h_t = W f(h_{t-1}) + U x_t` and `\delta_t = dE/dh_t`, `dE/dU = \sum_t \delta_t x_t^T`, and
`\delta_t = f'(h_t) \odot (W^T \delta_{t+1} + S^T e_t)`.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.load import load_text

from .judging import each_verdict, verdict

NET = r"""+++
objective = "E"
functions = ["f"]
[ranges]
"t" = "1..T"
"i" = "1..n"
"k" = "1..C"
+++

$$ h_{t,i} = \sum_{m=1}^{n} W_{im} f(h_{t-1,m}) + \sum_{a=1}^{D} U_{ia} x_{t,a} $$

$$ h_{0,i} = s_i $$

$$ e_{t,k} = \sum_{i=1}^{n} S_{ki} f(h_{t,i}) - y_{t,k} $$

$$ E = \frac{1}{2} \sum_{t=1}^{T} \sum_{k=1}^{C} e_{t,k}^2 $$

$$ \delta_{t,i} = \frac{\partial E}{\partial h_{t,i}} $$
"""
SAID = r"""Here $W = (W_{im})$, $U = (U_{ia})$, $S = (S_{ki})$, and $h_t = (h_{t,i})$, $x_t = (x_{t,a})$,
$y_t = (y_{t,k})$, $e_t = (e_{t,k})$, $\delta_t = (\delta_{t,i})$ are column vectors; $f$ and $f'$
act on every element."""
STEPS = r"$$ \delta_t = \text{diag}[f'(h_t)] ( W^T \delta_{t+1} + {S}^T e_t ) $$ ( $t = 1, \dots, T-1$ )"
INPUT = r"$$ \frac{\partial E}{\partial U} = \sum_{t=1}^{T} \delta_t \, x_t^T $$"
NAMES = ("W^{hx}", "W^{uv}", "U^{hx}", "U^{x}", "W^{(hx)}")


def _page(name: str, *lines: str) -> list[str]:
    """The page with another name for U."""
    return [x.replace("U", "@").replace("@", name) for x in (NET, SAID, STEPS, *lines)]


@pytest.mark.parametrize("name", NAMES)
def test_labels_in_the_letters_of_names(name: str) -> None:
    assert verdict(*_page(name, INPUT)) == "right"
    assert verdict(*_page(name)) == "right"
    assert verdict(*_page(name, INPUT.replace("{T} ", "{T-1} "))) == "wrong"
    assert verdict(*_page(name, INPUT.replace("x_t", "h_t"))) not in ("right", "unproved")
    assert verdict(*_page(name)[:2], STEPS.replace("W^T", "W")) == "wrong"


def test_two_labels_and_their_transposes() -> None:
    """By hand: for `E = \\frac12 |z|^2`, `z = V^{zh} h`, `h = V^{hx} x` they are `z h^T` and `(V^{zh})^T z x^T`."""
    net = (
        r"$$ h_i = \sum_{a=1}^{D} V^{hx}_{ia} x_a $$ ($i = 1, \dots, n$)",
        r"$$ z_k = \sum_{i=1}^{n} V^{zh}_{ki} h_i $$ ($k = 1, \dots, C$)",
        r"$$ E = \frac{1}{2} \sum_{k=1}^{C} z_k^2 $$",
        "Here $V^{hx} = (V^{hx}_{ia})$, $V^{zh} = (V^{zh}_{ki})$, and "
        "$x = (x_a)$, $h = (h_i)$, $z = (z_k)$ are columns.",
    )
    for right, wrong in (
        (r"{\partial V^{zh}} = z h^T", r"{\partial V^{zh}} = h z^T"),
        (r"{\partial V^{hx}} = {V^{zh}}^T z x^T", r"{\partial V^{hx}} = V^{zh} z x^T"),
        (r"{\partial x} = {V^{hx}}^T {V^{zh}}^T z", r"{\partial x} = {V^{zh}}^T {V^{hx}}^T z"),
    ):
        found = each_verdict(*net, lines=[rf"$$ \frac{{\partial E}}{right} $$", rf"$$ \frac{{\partial E}}{wrong} $$"])
        assert found[0] == "right"
        assert found[1] not in ("right", "unproved")


def test_a_network_that_is_given() -> None:
    solution = "\n\n".join(_page("W^{hx}", INPUT, INPUT.replace("{T} ", "{T-1} "))[3:])
    found = check(solution, network=load_text("\n\n".join(_page("W^{hx}")[:2])))
    assert [str(c.judgement) for c in found.claims] == ["right", "wrong"]


def test_letters_that_count_are_no_labels() -> None:
    """The k and l are numbers of layers, and the j of `x^j` one of an example."""
    net = (
        r"$$ L = \sum_{k=1}^{K} \sum_{l=1}^{K} \sum_{i=1}^{n} \frac{1}{2} c_{kl} (W^{kl}_i)^2 $$",
        r"Here $W^{kl} = (W^{kl}_i)$.",
    )
    found = each_verdict(
        *net,
        lines=[
            r"$$ \frac{\partial L}{\partial W^{kl}_i} = c_{kl} W^{kl}_i $$",
            r"$$ \frac{\partial L}{\partial W^{kl}_i} = c_{kk} W^{kl}_i $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
    net = r"$$ L = \frac{1}{2} \sum_{j=1}^{N} \sum_{i=1}^{n} (x^j_i)^2 w_i $$", "Here $x^j = (x^j_i)$."
    found = each_verdict(
        *net,
        lines=[
            r"$$ \frac{\partial L}{\partial w_i} = \frac12 \sum_{j=1}^{N} (x^j_i)^2 $$",
            r"$$ \frac{\partial L}{\partial w_i} = \frac12 (x^j_i)^2 $$",
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"


def test_powers_are_no_labels() -> None:
    """By hand: `d/dw_i \\sum_i w_i^s = s w_i^{s-1}`, not 0."""
    net = r"$$ L = \sum_{i=1}^{n} w^s_i + \sum_{i=1}^{n} w_i $$", "Here $w = (w_i)$, $w^s = (w^s_i)$."
    found = each_verdict(
        *net,
        lines=[
            r"$$ \frac{\partial L}{\partial w_i} = 1 $$",
            r"$$ \frac{\partial L}{\partial w_i} = s w_i^{s-1} + 1 $$",
        ],
    )
    assert found[0] != "right"
    assert found[1] != "wrong"
