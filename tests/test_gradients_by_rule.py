r"""A d before any name, told by one equation: `for any vector v, $\mathbf{dv} = \partial L / \partial \mathbf{v}$`."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = r"""Given are $\mathbf{s}, \mathbf{a}, \mathbf{y} \in \mathbb{R}^d$.

$$ \mathbf{u} = \mathbf{a} \odot \mathbf{s} $$

$$ h_i = u_i - \frac{1}{d} \sum_{j=1}^d u_j $$

$$ L = \frac{1}{2} \sum_{i=1}^d (h_i - y_i)^2 $$

"""
RULES = (
    r"For any vector $\mathbf{v}$ we write $\mathbf{dv} = \frac{\partial L}{\partial \mathbf{v}}$.",
    r"Für jeden Vektor $\mathbf{z}$ sei $\mathbf{dz} = \frac{\partial L}{\partial \mathbf{z}}$.",
    r"对任意向量 $\mathbf v$，记 $\mathbf {dv} = \frac{\partial L}{\partial \mathbf v}$。",
    r"$\mathbf{d}\mathbf{v} = \frac{\partial L}{\partial \mathbf{v}}$ for every name $\mathbf{v}$.",
)
LINES = (
    (r"\mathbf{dh} = \mathbf{h} - \mathbf{y}", "right"),
    (r"\mathbf{dh} = \mathbf{y} - \mathbf{h}", "wrong"),
    (r"\mathbf{da} = \mathbf{du} \odot \mathbf{s}", "right"),
    (r"\mathbf{da} = \mathbf{du} \odot \mathbf{a}", "wrong"),
    (r"\mathbf{d}u_k = \mathbf{d}h_k - \frac{1}{d} \sum_{i=1}^d \mathbf{d}h_i", "right"),
    (r"\mathbf{d}u_k = \mathbf{d}h_k - \frac{1}{d} \mathbf{d}h_k", "wrong"),
    (r"\mathbf{d}u_k = \sum_{i=1}^d \mathbf{d}h_i \frac{\partial h_i}{\partial u_k}", "right"),
    (r"\mathbf{d}s_k = a_k \, \mathbf{d}u_k", "right"),
    (r"\mathbf{d}s_k = s_k \, \mathbf{d}u_k", "wrong"),
)


def verdict(*parts: str) -> str:
    return str(check("\n\n".join(parts)).claims[-1].judgement)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_a_rule_for_any_name(rule: str, line: str, wanted: str) -> None:
    """Also where a plain d is a size."""
    assert verdict(NETWORK, rule, f"$${line}$$\n") == wanted


@pytest.mark.parametrize(
    "rule",
    [
        r"We never write $\mathbf{dv} = \frac{\partial L}{\partial \mathbf{v}}$ for any $\mathbf{v}$.",
        r"For any vector $\mathbf{v}$ we write $\mathbf{dv} = -\frac{\partial L}{\partial \mathbf{v}}$.",
        r"For any vector $\mathbf{v}$ we write $\mathbf{dv} = \frac{1}{d} \frac{\partial L}{\partial \mathbf{v}}$.",
        r"Often one writes, for any $\mathbf{v}$, $\mathbf{dv} = \frac{\partial L}{\partial \mathbf{v}}$.",
        r"Here $\mathbf{dv} = \frac{\partial L}{\partial \mathbf{v}}$.",
    ],
)
def test_no_rule(rule: str) -> None:
    """What is denied, or said of something else, says nothing of other names."""
    assert verdict(NETWORK, rule, r"$$\mathbf{dh} = \mathbf{y} - \mathbf{h}$$" + "\n") != "wrong"
    assert verdict(NETWORK, rule, r"$$\mathbf{da} = \mathbf{dh} \odot \mathbf{s}$$" + "\n") != "right"


def test_a_vector_in_bold() -> None:
    """A bold d that is a vector is no sign."""
    page = NETWORK.replace(r"\mathbf{s}, \mathbf{a}", r"\mathbf{d}, \mathbf{s}, \mathbf{a}")
    page = page.replace(r"\mathbf{a} \odot \mathbf{s}", r"\mathbf{a} \odot \mathbf{s} + \mathbf{d}")
    line = r"\mathbf{d} h_k = \mathbf{d} u_k - \mathbf{d} \frac{1}{d} \sum_{i=1}^d u_i"
    assert verdict(page, RULES[0], f"$${line}$$\n") != "wrong"


def test_another_rule_for_matrices() -> None:
    more = r"For any matrix $\mathbf{dM} = -\eta \frac{\partial L}{\partial \mathbf{M}}$."
    for line in (r"\mathbf{dh} = \mathbf{h} - \mathbf{y}", r"\mathbf{dh} = \mathbf{y} - \mathbf{h}"):
        assert verdict(NETWORK, RULES[0], more, f"$${line}$$\n") == "unreadable"
