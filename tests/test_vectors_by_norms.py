r"""Small letters that stand in norms are vectors, where nothing says a shape: `E = \|x - y\|^2`. Labels by hand."""

from __future__ import annotations

import pytest

from .judging import check

R, W = "right", "wrong"


def verdicts(page: str) -> list[str]:
    return [str(link.judgement) for claim in check(page).claims for link in claim.links]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            r"$$E = \|x - y\|^2$$ $$\frac{\partial E}{\partial x} = 2(x-y)$$"
            r" $$\frac{\partial E}{\partial x} = 2(x+y)$$",
            [R, W],
        ),
        (
            r"$$L = \|a - p\|^2 - \|a - n\|^2$$ $$\frac{\partial L}{\partial a} = 2(n - p)$$"
            r" $$\frac{\partial L}{\partial a} = 2(p - n)$$",
            [R, W],
        ),
        (
            r"$$E = \frac{\|x - \mu\|^2}{2\sigma^2}$$ $$\frac{\partial E}{\partial \mu} = (\mu - x)/\sigma^2$$"
            r" $$\frac{\partial E}{\partial \sigma} = -\|x-\mu\|^2/\sigma^3$$"
            r" $$\frac{\partial E}{\partial \mu} = (x - \mu)/\sigma^2$$",
            [R, R, W],
        ),
        (
            r"$$r = \|x\|, \quad E = \frac12 (r - 1)^2$$ $$\frac{\partial E}{\partial x} = (r - 1) x / r$$"
            r" $$\frac{\partial r}{\partial x} = x$$",
            [R, W],
        ),
        (
            r"$$y = Wx + b, \quad E = \frac12 \|y - t\|^2$$ $$\frac{\partial E}{\partial W} = (y-t) x^\top$$"
            r" $$\frac{\partial E}{\partial b} = t - y$$",
            [R, W],
        ),
        (
            r"$$J = \sum_{n=1}^N \sum_{k=1}^K r_{nk} \|x_n - \mu_k\|^2$$"
            r" $$\frac{\partial J}{\partial \mu_k} = -2 \sum_n r_{nk} (x_n - \mu_k)$$"
            r" $$\frac{\partial J}{\partial \mu_k} = -2 \sum_n (x_n - \mu_k)$$",
            [R, W],
        ),
        (
            r"$$y = \sum_{j=1}^M w_j \exp\left(-\frac{\|x - c_j\|^2}{2 s_j^2}\right), \quad E = \frac12 (y-t)^2$$"
            r" Write $\phi_j = \exp(-\|x-c_j\|^2/(2s_j^2))$."
            r" $$\frac{\partial E}{\partial c_j} = (y-t) w_j \phi_j \frac{x - c_j}{s_j^2}$$"
            r" $$\frac{\partial E}{\partial c_j} = (y-t) w_j \phi_j \frac{c_j - x}{s_j^2}$$",
            [R, W],
        ),
    ],
)
def test_letters_in_norms_are_vectors(page: str, expected: list[str]) -> None:
    assert verdicts(page) == expected


def test_letters_with_entries_are_none() -> None:
    page = (
        r"$$E = \sum_i w_i x_i + \frac{\lambda}{2} \|w\|^2$$ $$\frac{\partial E}{\partial w_i} = x_i + \lambda w_i$$"
        r" $$\frac{\partial E}{\partial w_i} = x_i + \frac{\lambda}{2} w_i$$"
    )
    assert verdicts(page) == [R, W]


HINGE = r"$$L = \max(0, 1 - y f), \quad f = \sum_{i=1}^d w_i x_i + b$$" "\n\n"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("If the loss is positive,\n$$%s$$", "unproved"),
        ("When the margin is violated, we get\n$$%s$$", "unproved"),
        ("$$%s$$\nif the hinge is active.", "unproved"),
        ("マージンに違反しているとき，\n$$%s$$", "unproved"),
        ("Therefore\n$$%s$$", W),
        ("If the loss is zero, nothing happens. The gradient is\n$$%s$$", W),
    ],
)
def test_a_case_in_words_alone(page: str, expected: str) -> None:
    assert verdicts(HINGE + page % r"\frac{\partial L}{\partial w_i} = -y x_i") == [expected]


LOGISTIC = (
    r"$$y_n = \sigma(\mathbf{w}^T \boldsymbol{\phi}_n), \quad E = -\sum_{n=1}^N \{t_n \ln y_n + (1-t_n)\ln(1-y_n)\}$$"
    "\n"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\nabla E = \sum_{n=1}^N (y_n - t_n)\boldsymbol{\phi}_n", R),
        (r"\nabla\nabla E = \sum_{n=1}^N y_n(1-y_n)\boldsymbol{\phi}_n\boldsymbol{\phi}_n^T", R),
        (r"\nabla E = \sum_{n=1}^N (t_n - y_n)\boldsymbol{\phi}_n", W),
    ],
)
def test_a_gradient_is_by_the_only_array_without_an_index(line: str, expected: str) -> None:
    assert verdicts(f"{LOGISTIC}$${line}$$") == [expected]


def test_with_two_such_arrays_a_gradient_has_to_say_which() -> None:
    page = r"$$E = (\mathbf{w}^T \mathbf{x} - t)^2$$ $$\nabla E = 2 (\mathbf{w}^T \mathbf{x} - t) \mathbf{x}$$"
    assert verdicts(page) == ["unreadable"]
