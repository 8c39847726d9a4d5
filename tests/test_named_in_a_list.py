r"""Names that one sentence gives to several values; by hand: the derivative of a cosine."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NET = r"""With $x \in \mathbb{R}^n$ and $W, V \in \mathbb{R}^{m \times n}$ let

$$p = W x, \quad q = V x, \quad R = \frac{p^T q}{\|p\| \|q\|}$$"""
SAID = (
    r"For the ease of notation let $a, b, c$ be $p^T q$, $1/\|p\|$ and $1/\|q\|$, respectively.",
    r"Write $a, b, c$ for $p^T q$, $1/\|p\|$, and $\frac{1}{\|q\|}$ respectively, which are numbers.",
)
LINES = (
    (r"b c q - a c b^3 p", "right"),
    (r"b c q", "wrong"),
    (r"b c q - a c b^2 p", "wrong"),
    (r"b c q - a b^3 p", "wrong"),
)


@pytest.mark.parametrize("said", SAID)
def test_values_in_one_sentence(said: str) -> None:
    for (body, expected), found in zip(
        LINES,
        each_verdict(
            NET, said, "# Derivation", lines=[rf"$$\frac{{\partial R}}{{\partial p}} = {body}$$" for body, _ in LINES]
        ),
        strict=True,
    ):
        assert found == expected, body


@pytest.mark.parametrize(
    "said",
    [
        r"Let $a, b, c$ be $p^T q$ and $1/\|p\|$, respectively.",
        r"Let $a, b, c$ be as large as $p^T q$, $1/\|p\|$ and $1/\|q\|$, respectively.",
        r"Do not let $a, b, c$ stand next to $p^T q$, $1/\|p\|$ and $1/\|q\|$, respectively.",
        r"We do not let $a, b, c$ be $p^T q$, $1/\|p\|$ and $1/\|q\|$, respectively.",
        r"If we wrongly let $a, b, c$ be $p^T q$, $1/\|p\|$ and $1/\|q\|$, respectively, it does not work.",
        r"We bound $a, b, c$ by $p^T q$, $1/\|p\|$ and $1/\|q\|$, respectively.",
    ],
)
def test_other_sentences(said: str) -> None:
    line = r"$$\frac{\partial R}{\partial p} = b c q - a c b^3 p$$"
    assert verdict(NET, said, "# Derivation", line) not in ("right", "wrong")
