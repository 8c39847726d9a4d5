r"""A name with an argument is a multiple of the same name without: `\hat{b}_j(k) = \frac{l_j}{l_j + k} \hat{b}_j`."""

from __future__ import annotations

import pytest

from .judging import check

SHRUNK = r"$$ \hat{b}_j(k) = \frac{l_j}{l_j + k} \hat{b}_j $$" + "\n\n"


def judged(line: str, page: str = SHRUNK) -> list[str]:
    return [str(c.judgement) for c in check(f"{page}$$ {line} $$\n").claims]


def test_two_names() -> None:
    assert judged(r"\frac{d\hat{b}_j(k)}{dk} = -\frac{l_j}{(l_j + k)^2} \hat{b}_j") == ["right"]
    assert judged(r"\frac{\partial \hat{b}_j(k)}{\partial \hat{b}_j} = \frac{l_j}{l_j + k}") == ["right"]
    assert judged(r"\frac{\partial \hat{b}_j(k)^2}{\partial \hat{b}_j} = 2 \hat{b}_j(k) \frac{l_j}{l_j + k}") == [
        "right"
    ]
    assert judged(r"\frac{d\hat{b}_j(k)}{dk} = -\frac{l_j}{(l_j + k)^2} \hat{b}_j(k)") == ["wrong"]
    assert judged(r"\frac{d\hat{b}_j(k)}{dk} = \frac{1}{(l_j + k)^2} \hat{b}_j") == ["wrong"]


def test_beside_other_values() -> None:
    page = SHRUNK + r"$$ E = \sum_{j=1}^p (\hat{b}_j(k) - c_j)^2 $$" + "\n\n"
    slope = r"\frac{dE}{dk} = @2 \sum_{j=1}^p (\hat{b}_j(k) - c_j) \frac{l_j}{(l_j + k)^2} \hat{b}_j"
    assert judged(slope.replace("@", "-"), page) == ["right"]
    assert judged(slope.replace("@", ""), page) == ["wrong"]


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{d\hat{b}_j}{dk} = 0",  # which may be meant with the argument
        r"\frac{d\hat{b}_j(k)}{dk} = \hat{b}_j(0)",
        r"\hat{b}_j'(k) = \hat{b}_j",
    ],
)
def test_a_name_that_may_be_the_other(line: str) -> None:
    assert judged(line)[0] == "unreadable"  # the definition is one of a function
    assert "right" not in judged(line)


def test_a_sum_may_define_a_fixed_point() -> None:
    page = r"$$ z(x) = w z + x $$" + "\n\n"
    for line in (r"\frac{dz(x)}{dx} = 1", r"\frac{dz(x)}{dx} = \frac{1}{1 - w}"):
        assert judged(line, page)[0] == "unreadable"
        assert "right" not in judged(line, page)
