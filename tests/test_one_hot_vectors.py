r"""Vectors that words call one-hot for a class, and ones with a class below, beside `-\log p_c`."""

from __future__ import annotations

import pytest

from .judging import each_verdict

ONE = r"""
$$ \mathbf{s} = \mathbf{A} \mathbf{u}, \quad \mathbf{q} = \mathrm{softmax}(\mathbf{s}), \quad E = -\log q_c $$

SAID

"""
STEPS = r"""
$$ s_t = A u_t + g, \quad q_t = \text{softmax}(s_t), \quad E = -\sum_{t=1}^{T} \log q_{t, m_{t+1}} $$

with $u_t \in \mathbb{R}^n$, $A \in \mathbb{R}^{K \times n}$, $g \in \mathbb{R}^K$. SAID

"""


def verdicts(page: str, said: str, *lines: str) -> list[str]:
    return each_verdict(page.replace("SAID", said), lines=[f"$$ {line} $$" for line in lines])


def verdict(page: str, said: str, line: str) -> str:
    return verdicts(page, said, line)[0]


@pytest.mark.parametrize(
    "said",
    [
        r"with $c$ the correct class and $\mathbf{v}$ its one-hot vector.",
        r"Here $\mathbf{v}$ is the one-hot encoding of the true label $c$.",
        r"Let $c$ be the target class, and $\mathbf{v}$ the corresponding one-hot target.",
        r"Here $\mathbf{v}$ denotes the one-hot vector for $c$.",
    ],
)
def test_the_vector_of_a_class(said: str) -> None:
    lines = (
        r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{q} - \mathbf{v}",
        r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{v} - \mathbf{q}",
        r"\frac{\partial E}{\partial \mathbf{A}} = (\mathbf{q} - \mathbf{v}) \mathbf{u}^\top",
    )
    assert verdicts(ONE, said, *lines) == ["right", "wrong", "right"]


@pytest.mark.parametrize(
    "said",
    [
        r"Here $\mathbf{v}$ is the one-hot vector of the other class $k$.",
        r"Here $\mathbf{v}$ is not the one-hot vector of $c$.",
        r"If $\mathbf{v}$ is the one-hot vector of $c$, the next line follows.",
        r"Here $\mathbf{v}$ is the smoothed one-hot vector of $c$.",
        r"with $c$ the predicted class and $\mathbf{v}$ the corresponding one-hot vector.",
        r"Here $\mathbf{v} = 2 \mathbf{q}$, and $\mathbf{v}$ is the one-hot vector of $c$.",
    ],
)
def test_other_vectors_are_none(said: str) -> None:
    for line in (r"\mathbf{q} - \mathbf{v}", r"\mathbf{v} - \mathbf{q}"):
        found = verdict(ONE, said, rf"\frac{{\partial E}}{{\partial \mathbf{{s}}}} = {line}")
        assert found not in ("right", "wrong") or ("2" in said and found == "wrong")


@pytest.mark.parametrize(
    ("said", "y"),
    [
        (r"The target $v_t$ is the one-hot vector of the next word $m_{t+1}$.", "v_t"),
        (r"The target $v_{t+1}$ is the one-hot vector of $m_{t+1}$.", "v_{t+1}"),
        ("", r"\mathbf{1}_{m_{t+1}}"),
        ("", r"\mathbb{1}_{m_{t+1}}"),
    ],
)
def test_the_vectors_of_words(said: str, y: str) -> None:
    if "v_{t+1}" in said:
        said = said.replace("v_{t+1}", "v_t").replace("m_{t+1}", "m_t")
    lines = (
        rf"\frac{{\partial E}}{{\partial s_t}} = q_t - {y}",
        rf"\frac{{\partial E}}{{\partial A}} = \sum_{{t=1}}^T (q_t - {y}) u_t^T",
        rf"\frac{{\partial E}}{{\partial g}} = \sum_{{t=1}}^T ({y} - q_t)",
    )
    assert verdicts(STEPS, said, *lines) == ["right", "right", "wrong"]
    other = y.replace("t+1", "t") if "t+1" in y else "v_{t-1}"
    assert verdict(STEPS, said, rf"\frac{{\partial E}}{{\partial s_t}} = q_t - {other}") not in ("right",)


def test_entries_of_the_vector_are_left_to_what_is_said_of_them() -> None:
    page = ONE.replace(r"-\log q_c", r"-\sum_{k=1}^{K} v_k \log q_k")
    said = r"Here $\mathbf{v}$ is the one-hot vector of the correct class $c$."
    assert verdict(page, said, r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{q} - \mathbf{v}") == "right"
    assert verdict(page, said, r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{v} - \mathbf{q}") == "wrong"


VECTOR = r"Here $\mathbf{v}$ is the one-hot vector of $c$"


@pytest.mark.parametrize(
    "said",
    [
        rf"{VECTOR}, with $-1$ in place of $0$.",
        rf"{VECTOR} and has the entry $2$ there.",
        rf"{VECTOR}, with $2$ as its hot one.",
        rf"{VECTOR}. It is then smoothed by $\epsilon$.",
        rf"{VECTOR}. Its entries are divided by $K$.",
        rf"{VECTOR}, minus its mean.",
        rf"{VECTOR}, where a hot entry is $0$ and all others are $1$.",
        rf"{VECTOR}; targets are softened.",
        rf"With label smoothing, {VECTOR[5:]}.",
        rf"{VECTOR} mixed with the uniform distribution.",
        rf"{VECTOR}, shown upside down.",
        rf"{VECTOR}. We set $\mathbf{{v}} \leftarrow 2 \mathbf{{v}}$.",
        f"{VECTOR}.\n\nAll targets are multiplied by the reward.",
    ],
)
def test_more_is_said_of_the_vector(said: str) -> None:
    lines = (
        r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{q} - \mathbf{v}",
        r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{v} - \mathbf{q}",
    )
    found = verdicts(ONE, said, *lines)
    assert {"right", "wrong"}.isdisjoint(found), found


@pytest.mark.parametrize(
    "said",
    [
        rf"{VECTOR}, and $\mathbf{{u}}$ the input. The weights $\mathbf{{A}}$ are small numbers.",
        rf"{VECTOR}. The loss is the negative log likelihood of the target.",
        f"{VECTOR}.\n\nFrom the prediction we take the one-hot target away:",
    ],
)
def test_words_that_leave_the_vector_alone(said: str) -> None:
    assert verdict(ONE, said, r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{q} - \mathbf{v}") == "right"
    assert verdict(ONE, said, r"\frac{\partial E}{\partial \mathbf{s}} = \mathbf{v} - \mathbf{q}") == "wrong"


def test_rows_that_are_looked_up_are_no_misfit() -> None:
    page = r"$$ x_t = B[m_t], \quad s_t = A x_t, \quad q_t = \text{softmax}(s_t) $$"
    page += "\n\n" + r"$$ E = -\sum_{t=1}^T \log q_{t,m_{t+1}} $$"
    page += "\n\nwith $B \\in \\mathbb{R}^{K \\times n}$, $A \\in \\mathbb{R}^{K \\times n}$. SAID\n\n"
    line = r"\frac{\partial E}{\partial B} = \sum_{t=1}^T \mathbf{1}_{m_t} (A^T (q_t - \mathbf{1}_{m_{t+1}}))^T"
    assert verdict(page, "", line) in ("unreadable", "unproved", "right")
