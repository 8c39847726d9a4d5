r"""Objectives for each node of a path, `L(w, j)`, where how long the path is depends on the word, `\sum_{j=2}^{l^w}`.

By hand: with p = sigma(x^T theta) the derivative of `(1 - d) log p + d log(1 - p)` by theta is `(1 - d - p) x`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""
$$ \sigma(x) = \frac{1}{1 + e^{-x}} $$

$d_2^w, d_3^w, \dots, d_{l^w}^w \in \{0,1\}$, $\theta_1^w, \theta_2^w, \dots, \theta_{l^w}^w \in \mathbb{R}^m$

$$ \mathcal{L}(w,j) = (1-d_j^w) log[\sigma(X_w^T\theta_{j-1}^w)] + d_j^w log[1-\sigma(X_w^T\theta_{j-1}^w)] $$

$$ q(w) = \prod_{j=2}^{l^w} [\sigma(X_w^T\theta_{j-1}^w)]^{1-d_j^w} [1-\sigma(X_w^T\theta_{j-1}^w)]^{d_j^w} $$
"""
PAIRS = r"""
$$ \mathcal{L}(w,u,j) = (1-d_j^u) log[\sigma(v_w^T\theta_{j-1}^u)] + d_j^u log[1-\sigma(v_w^T\theta_{j-1}^u)] $$
"""
SHOWN = r"$$ [1-d_j^w-\sigma(X_w^T\theta_{j-1}^w)]X_w = X_w - [d_j^w+\sigma(X_w^T\theta_{j-1}^w)]X_w $$"
BY = r"\frac{\partial \mathcal{L}(w,j)}{\partial \theta_{j-1}^w} = "
RIGHT = r"\{(1-d_j^w)[1-\sigma(X_w^T\theta_{j-1}^w)] - d_j^w\sigma(X_w^T\theta_{j-1}^w)\}X_w"


@pytest.mark.parametrize("pairs", ["", PAIRS])
@pytest.mark.parametrize(
    ("right", "expected"),
    [
        (RIGHT, "right"),
        (r"[1-d_j^w-\sigma(X_w^T\theta_{j-1}^w)]X_w", "right"),
        (r"[d_j^w-\sigma(X_w^T\theta_{j-1}^w)]X_w", "wrong"),
        (r"[1-d_j^w-\sigma(X_w^T\theta_{j-1}^w)]\sigma(X_w^T\theta_{j-1}^w)X_w", "wrong"),
    ],
)
def test_the_objective_of_a_word_and_a_node(pairs: str, right: str, expected: str) -> None:
    assert verdict(PAGE, pairs, f"$$ {BY} {right} $$ ( $j = 2, \\dots, l^w$ )") == expected


def test_one_name_for_two_letters_and_for_three() -> None:
    by = r"$$ \frac{\partial \mathcal{L}(w,u,j)}{\partial v_w} = %s $$"
    assert verdict(PAGE, PAIRS, SHOWN, by % r"[1-d_j^u-\sigma(v_w^T\theta_{j-1}^u)]\theta_{j-1}^u") == "right"
    assert verdict(PAGE, PAIRS, SHOWN, by % r"[1-d_j^u-\sigma(v_w^T\theta_{j-1}^u)]v_w") == "wrong"


EACH = r"""
$$ \sigma(x) = \frac{1}{1 + e^{-x}} $$

$v \in \mathbb{R}^m$, $\theta_j^u \in \mathbb{R}^m$

$$ \mathcal{L}_{u,j} = d_j^u \log \sigma(v^T\theta_{j-1}^u) $$
"""
ALL = r"$$ \frac{\partial}{\partial v} \sum_{u=1}^U \sum_{j=2}^{l^u} \mathcal{L}_{u,j} = %s $$"
ONE = r"\sum_{j=2}^{l^u} d_j^u [1-\sigma(v^T\theta_{j-1}^u)]\theta_{j-1}^u"
BOTH = r"\sum_{u=1}^U" + ONE


def test_a_definition_goes_as_far_as_the_sums_of_the_page() -> None:
    assert verdict(EACH, ALL % BOTH) == "right"
    assert verdict(EACH, ALL % ONE) == "wrong"
    assert verdict(EACH, ALL % BOTH.replace("[1-", "[")) == "wrong"


def test_where_sums_end_differently_nobody_said_how_far_it_goes() -> None:
    other = r"$$ R = \sum_{j=1}^{K} b_j $$"
    by = r"$$ \frac{\partial \mathcal{L}_{u,j}}{\partial \theta_{j-1}^u} = d_j^u[1-\sigma(v^T\theta_{j-1}^u)]v $$"
    among = (ALL % BOTH).replace("u=1}^U", r"u \in C}")
    assert verdict(EACH, other, by) == "right"
    assert verdict(EACH, other, by, among) == "unproved"


def test_the_range_of_a_definition_that_is_said_stays() -> None:
    said = EACH.replace(r"\theta_{j-1}^u) $$", r"\theta_{j-1}^u), \quad 3 \le j \le l^u $$")
    assert verdict(said, ALL % BOTH) != "right"


def test_what_is_no_vector_by_its_product_alone() -> None:
    page = PAGE.replace("X_w^T", "Z_w^T")
    line = f"$$ {BY} {RIGHT} $$".replace(r"]X_w", r"]Y_w").replace("}X_w", "}Y_w").replace("X_w^T", "Z_w^T")
    assert verdict(page, line) not in ("right", "wrong")


def test_a_product_over_all_nodes_makes_none_of_them() -> None:
    recurrent = r"""
$$ u_t = \sum_{j=1}^J w_j h_{t-1,j} $$

$$ E = \sum_{t=1}^T \sum_{j=1}^J \frac{1}{2} h_{t,j}^2 $$

for $t = 1, \dots, T$
"""
    assert verdict(recurrent, r"$$ \frac{\partial E}{\partial w_j} = 0 $$") == "unproved"


EMPTY = r"""
$d_{w,j} \in \{0, 1\}$ is the code.

$$ E = \sum_{w=1}^{W} \sum_{j=2}^{l_w} d_{w,j} a_{w,j}^2 $$

$$ q_w = \prod_{j=2}^{l_w} d_{w,j} (1 - d_{w,j}) $$

$$ R = \sum_{w=1}^W q_w $$
"""


def test_products_that_are_empty_for_some_words() -> None:
    assert verdict(EMPTY, r"$$ \frac{\partial E}{\partial a_{w,j}} = 2 d_{w,j} a_{w,j} $$") == "right"
    assert verdict(EMPTY, r"$$ q_w = 0 $$") == "wrong"
    assert verdict(EMPTY, r"$$ \frac{\partial E}{\partial a_{w,j}} = 2 d_{w,j} a_{w,j} + R $$") != "right"
