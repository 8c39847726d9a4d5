r"""Words at which ranges end: `$l = 1, \dots, last$`, `"i" = "1..out"` in the front matter.

By hand, for the layers `z_l = W_l a_{l-1}`, `a_l = \tanh z_l`: the error of the last one is `(a - t)(1 - a^2)`, of the
others `(1 - a^2)` times the sum of the weights and errors behind.
"""

from __future__ import annotations

import pytest

from .judging import verdict

TYPED = r"The layers are $l = 1, \dots, END$."
FRONT = '+++\n[ranges]\n"l" = "1..END"\n+++'
NETWORK = (
    r"$$z_{l,j} = \sum_{k=1}^{n_{l-1}} W_{l,j,k} a_{l-1,k}$$ ( $l = 1, \dots, END$, $j = 1, \dots, n_l$ )",
    r"$$a_{l,j} = \tanh(z_{l,j})$$ ( $l = 1, \dots, END$, $j = 1, \dots, n_l$ )",
    r"$$E = \frac12 \sum_{j=1}^{n_{END}} (a_{END,j} - t_j)^2$$",
)
LAST = r"$$\frac{\partial E}{\partial z_{END,j}} = (a_{END,j} - t_j)(1 - %s)$$"
BACK = (
    r"$$\frac{\partial E}{\partial z_{l,j}} = (1 - %s) \sum_{k=1}^{n_{l+1}} W_{l+1,k,j} "
    r"\frac{\partial E}{\partial z_{l+1,k}}$$ ( $l = 1, \dots, END - 1$ )"
)


@pytest.mark.parametrize("said", [TYPED, FRONT])
@pytest.mark.parametrize("end", ["last", "out"])
def test_a_word_at_the_end_of_a_range_is_one_name(said: str, end: str) -> None:
    def judged(line: str) -> str:
        return verdict(*(x.replace("END", end) for x in (said, *NETWORK, line)))

    assert judged(LAST % "a_{END,j}^2") == "right"
    assert judged(LAST % "a_{END,j}") == "wrong"
    assert judged(BACK % "a_{l,j}^2") == "right"
    assert judged(BACK % "a_{l,j}") == "wrong"


def test_a_product_at_the_end_of_a_range_stays_one() -> None:
    page = (r"$$y = \sum_{i=1}^{n m} w_i x_i$$ ( $i = 1, \dots, nm$ )", r"$$E = n m y$$")
    assert verdict(*page, r"$$\frac{\partial E}{\partial y} = nm$$") != "wrong"
