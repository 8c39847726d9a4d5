r"""How far an operator in front goes: `\frac{d}{dr}[a] b`, `\partial_r \frac12 a`, `\partial_r a b`.

By hand: with `a = r^3` and `b = \cos r` the product has the derivative `3 r^2 \cos r - r^3 \sin r`; with
`C = \frac12 (s - r u)^2` that of C by r is `-(s - r u) u`.
"""

from __future__ import annotations

import pytest

from tests.judging import verdict

PARTS = (r"$$ a = r^3 $$", r"$$ b = \cos r $$", r"$$ P = a b $$")
ERROR = (r"$$ C = \frac12 (s - r u)^2 $$",)
OF = r"\frac{\partial}{\partial r}"
BY = r"$$ \frac{\partial P}{\partial r} = "


@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("(", ")"), (r"\left[", r"\right]"), (r"\{", r"\}")])
@pytest.mark.parametrize("between", ["", r" \cdot "])
def test_a_bracket_delimits_what_is_differentiated(opened: str, closed: str, between: str) -> None:
    one, other = f"{OF}{opened}a{closed}", f"{OF}{opened}b{closed}"
    assert verdict(*PARTS, f"{BY} {one}{between} b + a{between} {other} $$") == "right"
    assert verdict(*PARTS, f"{BY} {one}{between} b - a{between} {other} $$") == "wrong"
    assert verdict(*PARTS, f"{BY} {one}{between} b + b{between} {other} $$") == "wrong"


def test_a_bracket_behind_a_factor_delimits() -> None:
    assert verdict(*ERROR, rf"$$ {OF} C = -(s - r u) {OF} (r u) $$") == "right"
    assert verdict(*PARTS, rf"{BY} b {OF} (r^3) + {OF}(\cos r) r^3 $$") == "right"
    assert verdict(*PARTS, rf"{BY} b {OF} (r^3) + {OF}(\cos r) r^2 $$") == "wrong"


def test_a_product_in_brackets_is_differentiated_as_a_whole() -> None:
    assert verdict(*PARTS, f"$$ {OF}[a b] = {OF}[a] b + a {OF}[b] $$") == "right"
    assert verdict(*PARTS, f"$$ {OF}[a b] = {OF}[a] b $$") == "unproved"


def test_a_bracket_around_a_sum_or_alone_in_its_term_is_open() -> None:
    assert verdict(*ERROR, rf"$$ {OF} C = {OF} (s - r u) (s - r u) $$") == "unproved"
    assert verdict(r"$$ a = r^3 $$", rf"$$ {OF} (r^3) \cos r = 3 r^2 \cos r $$") == "unproved"
    assert verdict(r"$$ a = r^3 $$", rf"$$ {OF} (r^3) \cos r = 3 r^2 \sin r $$") == "wrong"
    assert verdict(r"$$ a = r^3 $$", rf"$$ {OF} (r + 1) (r + 2) = 2 r + 3 $$") == "right"
    assert verdict(r"$$ a = r^3 $$", rf"$$ {OF} (r + 1) (r + 2) = 2 r + 4 $$") == "wrong"


def test_a_number_in_brackets_delimits_nothing() -> None:
    assert verdict(*ERROR, rf"$$ {OF} (\frac12) (s - r u)^2 = -(s - r u) u $$") == "right"
    assert verdict(*ERROR, rf"$$ {OF} (\frac12) (s - r u)^2 = 0 $$") == "wrong"


def test_a_product_rule_without_brackets_is_open() -> None:
    assert verdict(*PARTS, rf"{BY} {OF} a b + a {OF} b $$") == "unproved"
    assert verdict(*PARTS, rf"{BY} {OF} a b - a {OF} b $$") == "wrong"
    assert verdict(*PARTS, rf"{BY} {OF} a b $$") == "right"
    assert verdict(r"$$ a = r^3 $$", rf"$$ {OF} r \sin r = \sin r $$") == "wrong"


@pytest.mark.parametrize("sign", [r"\partial_r", r"\nabla_r"])
def test_a_number_belongs_to_what_is_differentiated(sign: str) -> None:
    assert verdict(*ERROR, rf"$$ {sign} \frac12 (s - r u)^2 = -(s - r u) u $$") == "right"
    assert verdict(*ERROR, rf"$$ {sign} \tfrac12 (s - r u)^2 = -2 (s - r u) u $$") == "wrong"
    assert verdict(*ERROR, rf"$$ {sign} 0.5 r^2 = r $$") == "right"
    assert verdict(*ERROR, rf"$$ {sign} 3 r^2 = 0 $$") == "wrong"
    assert verdict(*ERROR, rf"$$ {sign} 4 C = -4 (s - r u) u $$") == "right"


def test_a_number_before_a_norm_and_a_share_before_a_sum() -> None:
    spaces = r"$M \in \mathbb{R}^{m \times p}$, $g \in \mathbb{R}^p$, $t \in \mathbb{R}^m$."
    norm = r"$$ F = \|t - M g\|^2 $$"
    assert verdict(spaces, norm, r"$$ \partial_{g_k} \frac12 \|t - M g\|^2 = -(M^T(t - M g))_k $$") == "right"
    assert verdict(spaces, norm, r"$$ \partial_{g_k} \frac12 \|t - M g\|^2 = (M^T(t - M g))_k $$") == "wrong"
    mean = r"$$ F = \frac1N \sum_{n=1}^N (s_n - r u_n)^2 $$"
    slope = r"\sum_{n=1}^N (s_n - r u_n) u_n $$"
    line = r"$$ \partial_r \frac1N \sum_{n=1}^N (s_n - r u_n)^2 ="
    assert verdict(mean, rf"{line} -\frac2N {slope}") == "right"
    assert verdict(mean, rf"{line} -\frac1N {slope}") == "wrong"
    assert verdict(mean, rf"{line} 0 $$") == "wrong"


def test_all_of_a_term_may_be_differentiated() -> None:
    assert verdict(*ERROR, r"$$ \partial_r (s - r u)(s - r u) = -2 u (s - r u) $$") == "unproved"
    assert verdict(*ERROR, r"$$ \partial_r (s - r u)(s - r u) = -u (s - r u) $$") == "unproved"
    assert verdict(*ERROR, r"$$ \partial_r (s - r u)(s - r u) = -3 u (s - r u) $$") == "wrong"


def test_a_name_before_a_parenthesis_may_be_multiplied() -> None:
    page = (r"$$ C = \frac12 \sum_n (q_n - t_n)^2 $$", r"$$ q_n = \tanh(r u_n) $$")
    line = r"$$ \frac{\partial C}{\partial r} = \sum_n"
    assert verdict(*page, rf"{line} \partial_r q_n (q_n - t_n) $$") == "unproved"
    assert verdict(*page, rf"{line} \partial_r q_n (t_n - q_n) $$") == "wrong"


NETS = (
    r"$$z_k = \sum_{p=1}^{P} w_{kp} x_p + b_k, \qquad o_k = f(z_k), \qquad E = \frac12 \sum_{k=1}^{K} (o_k - t_k)^2$$"
)


@pytest.mark.parametrize("operator", [r"\frac{\partial}{\partial w_{ij}}", r"\by{w_{ij}}"])
def test_sums_with_ends_and_a_term_behind(operator: str) -> None:
    r"""`\frac{\partial}{\partial w} \sum_{p=1}^{P} w_p x_p + b`: the derivative of all of it, or of the sum alone."""
    macro = r"$$\newcommand{\by}[1]{\frac{\partial}{\partial #1}}$$"
    left, net = r"\frac{\partial z_k}{\partial w_{ij}}", r"\sum_{p=1}^{P} w_{kp} x_p + b_k"
    cases = r"\begin{cases} x_j & \text{if } i = k \\ 0 & \text{otherwise} \end{cases}"
    assert verdict(macro, NETS, f"$${left} = {operator} {net} = {cases}$$") != "wrong"
    assert verdict(macro, NETS, f"$${left} = {operator} \\left( {net} \\right) = {cases}$$") == "right"
    assert verdict(macro, NETS, f"$${left} = {operator} {net.replace('x_p', 'x_p^2')}$$") == "wrong"
    assert verdict(macro, NETS, f"$${left} = 2 {operator} \\left( {net} \\right)$$") == "wrong"
