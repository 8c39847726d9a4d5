r"""Sizes of a part and of its whole, told by the sentence that says which part is meant.

By hand: with the loss over the first M of N units, `\partial L/\partial u_i = u_i - [i \le M] (y_i - u_i)`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = (
    r"$$E = \frac{1}{2} \sum_{i=1}^{N} u_i^2$$ "
    r"$$C = \frac{1}{2} \sum_{i=1}^{M} (y_i - u_i)^2$$ "
    r"$$L = E + C$$"
)
OUTPUT = r"$$\frac{\partial L}{\partial u_i} = u_i - (y_i - u_i)$$ ( $i = 1, \dots, M$ )"
HIDDEN = r"$$\frac{\partial L}{\partial u_i} = u_i$$ ( $i = M + 1, \dots, N$ )"
SLIPS = (
    r"$$\frac{\partial L}{\partial u_i} = u_i$$",
    r"$$\frac{\partial L}{\partial u_i} = u_i + (y_i - u_i)$$ ( $i = 1, \dots, M$ )",
    r"$$\frac{\partial L}{\partial u_i} = 2 u_i$$ ( $i = M + 1, \dots, N$ )",
)
SAID = (
    r"The units $1, \dots, M$ are the output units, $M < N$.",
    r"The first $M$ of the $N$ units are the output units.",
    r"Of the $N$ units the first $M$ are visible.",
    r"There are $N$ units, of which $M \le N$ are observed.",
    r"The outputs are the first $M$ units ($M < N$).",
    r"Die ersten $M$ der $N$ Einheiten sind sichtbar.",
    r"Les $M$ premières des $N$ unités sont visibles.",
    r"$N$ 個のユニットのうち、最初の $M$ 個が出力である。",
    r"$N$ 个单元中，前 $M$ 个是可见的。",
    "Units $1 \\le i \\le M$ are visible, units $M < i \\le N$ hidden.\n\n## Derivation",
    r"We assume $M \le N$ throughout.",
)
UNSURE = (
    r"Often $M < N$.",
    r"Is $M < N$ here?",
    r"If $M < N$, some units are hidden.",
    r"In our code the first $M$ of the $N$ units are visible.",
    r"Assume $M < N$.",
    r"The length $M$ of the $N$ vectors is known.",
    r"The outputs differ where $M > N$ units are given in an appendix.",
)


@pytest.mark.parametrize("said", SAID)
def test_what_tells_the_part(said: str) -> None:
    assert each_verdict(NETWORK, said, lines=[OUTPUT, HIDDEN]) == ["right", "right"]
    for slip, found in zip(SLIPS, each_verdict(NETWORK, said, lines=SLIPS), strict=True):
        assert found == "wrong", slip


@pytest.mark.parametrize("said", UNSURE)
def test_what_may_be_said_of_a_case(said: str) -> None:
    for line in (OUTPUT, HIDDEN, *SLIPS):
        assert verdict(NETWORK, said, line) not in ("right", "wrong")


def test_a_part_of_another_case() -> None:
    said = "# Case 1\n\nThe first $M$ of the $N$ units are visible.\n\n# Case 2\n\nThe first $N$ of the $M$ units are."
    for line in (OUTPUT, HIDDEN, *SLIPS):
        assert verdict(NETWORK, said, line) not in ("right", "wrong")


def test_the_whole_as_the_part() -> None:
    said = r"The first $N$ of the $M$ targets are those of units."
    assert verdict(NETWORK, said, OUTPUT) != "right"
