r"""Names that words give to derivatives behind them; arrays with numbers beside one without; inverses by entries."""

import pytest

from .judging import check

PAGE = r"""
$X, G \in \mathbb{R}^{n \times m}$, $V \in \mathbb{R}^{m \times p}$, $\mathbf{1}_m$ has $m$ ones,
and $\odot$ is the product by entries.

$$ P_1 = \exp(X) $$

$$ P_2 = P_1 \mathbf{1}_m $$

$$ P_3 = P_2^{-1} $$

$$ P = P_1 \odot (P_3 \mathbf{1}_m^T) $$

$$ Y = P V $$

$$ L = \sum_{i=1}^n \sum_{a=1}^p M_{ia} Y_{ia}^2 $$

"""
CALLED = r"""The gradients are called

$$ \frac{\partial L}{\partial P} = \kappa_1, \quad \frac{\partial L}{\partial P_2} = \kappa_2, \quad
\frac{\partial L}{\partial P_1} = \kappa_3 $$

"""
LINES = [
    (r"\frac{\partial L}{\partial X} = P_1 \odot \kappa_3", "right"),
    (r"\frac{\partial L}{\partial X} = P \odot \kappa_3", "wrong"),
    (r"\kappa_3 = \kappa_2 \mathbf{1}_m^T + \kappa_1 \odot (P_3 \mathbf{1}_m^T)", "right"),
    (r"\kappa_3 = \kappa_2 \mathbf{1}_m^T + \kappa_1 \odot P", "wrong"),
    (r"\kappa_3 = \kappa_1 \odot (P_3 \mathbf{1}_m^T)", "wrong"),
    (r"\kappa_2 = -(P_3 \odot P_3) \odot ((\kappa_1 \odot P_1) \mathbf{1}_m)", "right"),
    (r"\kappa_2 = (P_3 \odot P_3) \odot ((\kappa_1 \odot P_1) \mathbf{1}_m)", "wrong"),
    (r"\kappa_1 = \frac{\partial L}{\partial Y} V^T", "right"),
]


def judged(page: str) -> str:
    return str(check(page).claims[-1].judgement)


@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_names_behind_derivatives(line: str, verdict: str) -> None:
    assert judged(f"{PAGE}{CALLED}$$ {line} $$\n") == verdict


@pytest.mark.parametrize(
    "words",
    [
        "We denote the gradients by",
        "In what follows the derivatives are denoted by",
        "Call the derivatives",
    ],
)
def test_other_words(words: str) -> None:
    said = CALLED.replace("The gradients are called", words)
    assert judged(f"{PAGE}{said}$$ {LINES[0][0]} $$\n") == "right"
    assert judged(f"{PAGE}{said}$$ {LINES[1][0]} $$\n") == "wrong"


@pytest.mark.parametrize("words", ["Hence", "The gradients are not called", "Up to a sign the gradients are called"])
def test_without_such_words(words: str) -> None:
    said = CALLED.replace("The gradients are called", words)
    for line, _ in LINES[:-1]:
        assert judged(f"{PAGE}{said}$$ {line} $$\n") in ("unproved", "unreadable")


@pytest.mark.parametrize(
    "more", ["after division by the batch size $B$.", "up to a factor of two.", "These are divided by $B$."]
)
def test_words_behind_that_say_more(more: str) -> None:
    for line, _ in LINES[:-1]:
        assert judged(f"{PAGE}{CALLED.rstrip()} {more}\n\n$$ {line} $$\n") in ("unproved", "unreadable")


def test_negative_gradients() -> None:
    said = CALLED.replace("The", "The negative").replace(
        r"\frac{\partial L}{\partial P}", r"-\frac{\partial L}{\partial P}"
    )
    for line, _ in LINES[:-1]:
        assert judged(f"{PAGE}{said}$$ {line} $$\n") in ("unproved", "unreadable")


def test_a_name_of_the_network_is_none() -> None:
    page = r"""
$$ y = w x + b $$

$$ E = \frac12 (y - t)^2 $$

The gradients are called

$$ \frac{\partial E}{\partial b} = x $$
"""
    assert judged(page) == "wrong"


INVERSES = r"""
$S, V \in \mathbb{R}^{n \times n}$, %s, and $\odot$ is the product by entries.

$$ H = S^{-1} $$

$$ C = H V $$

$$ L = \sum_{i=1}^n \sum_{a=1}^n M_{ia} C_{ia}^2 $$

"""
BY_ENTRIES = r"\frac{\partial L}{\partial S} = - (S \odot S)^{-1} \odot \frac{\partial L}{\partial H}"
OF_MATRICES = r"\frac{\partial L}{\partial S} = - H^T \frac{\partial L}{\partial H} H^T"


@pytest.mark.parametrize(
    "words",
    [
        r"the inverse $(\cdot)^{-1}$ is element wise",
        r"$\log(\cdot)$ and the inverse $(\cdot)^{-1}$ are element-wise",
        r"the inverse $(\cdot)^{-1}$ and $\exp(\cdot)$ are taken elementwise",
        r"$(\cdot)^{-1}$ denotes the entrywise inverse",
        r"with the elementwise inverse $S^{-1}$",
    ],
)
def test_inverses_by_entries(words: str) -> None:
    assert judged(f"{INVERSES % words}$$ {BY_ENTRIES} $$\n") == "right"
    assert judged(f"{INVERSES % words}$$ {OF_MATRICES} $$\n") == "wrong"


@pytest.mark.parametrize("words", [r"$(\cdot)^{-1}$ is not elementwise", r"$\exp(\cdot)$ is elementwise"])
def test_inverses_of_matrices(words: str) -> None:
    assert judged(f"{INVERSES % words}$$ {OF_MATRICES} $$\n") == "right"
    assert judged(f"{INVERSES % words}$$ {BY_ENTRIES} $$\n") != "right"


@pytest.mark.parametrize(
    "words",
    [
        r"the inverse $(\cdot)^{-1}$ is element wise, except for $S^{-1}$, the inverse of the matrix $S$",
        r"the inverse $(\cdot)^{-1}$ is element wise for vectors and the matrix inverse for matrices",
        r"the inverse $D^{-1}$ is element wise; $S^{-1}$ is the inverse of the matrix $S$",
        r"unless we say so, the inverse $(\cdot)^{-1}$ is element wise",
    ],
)
def test_inverses_some_of_which_are_by_entries(words: str) -> None:
    for line in (OF_MATRICES, BY_ENTRIES):
        assert judged(f"{INVERSES % words}$$ {line} $$\n") in ("unproved", "unreadable")


def test_numbers_that_list_entries() -> None:
    page = r"""
$W \in \mathbb{R}^{2 \times 2}$, $\mathbf{x} \in \mathbb{R}^2$.

$$ \mathbf{a}_1 = W \mathbf{x}, \quad \mathbf{a}_2 = W \mathbf{a}_1, \quad \mathbf{a} = \mathbf{a}_1 + \mathbf{a}_2 $$

$$ E = \mathbf{a}^T \mathbf{a} $$

$$ \frac{\partial E}{\partial \mathbf{a}_1} = %s $$
"""
    assert judged(page % r"2 \mathbf{a} + 2 W^T \mathbf{a}") == "right"
    assert judged(page % r"2 \mathbf{a}") == "wrong"
