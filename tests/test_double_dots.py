r"""Inner products of matrices, `A : B` and `\langle A, B \rangle_F`, and colons that are none."""

from __future__ import annotations

import pytest

from .judging import check

SHAPES = r"$X, T \in \mathbb{R}^{m \times n}$, $W \in \mathbb{R}^{n \times n}$, $M = X W - T$, $f = M : M$" + "\n\n"


def verdicts(line: str) -> list[str]:
    claims = check(SHAPES + f"$$ {line} $$").claims
    return [str(x.judgement) for x in claims[-1].links] if hasattr(claims[-1], "links") else [str(claims[-1].judgement)]


@pytest.mark.parametrize(
    "line",
    [
        r"df = 2 M : dM = 2 M : X \, dW = 2 X^T M : dW",
        r"\mathrm{d}f = 2 M : (X \mathrm{d}W)",
        r"\frac{\partial f}{\partial W} = 2 X^T (X W - T)",
        r"\frac{\partial (M : T)}{\partial W} = X^T T",
        r"\frac{\partial}{\partial W} \langle M, T \rangle_F = X^T T",
        r"\frac{\partial}{\partial W} \langle M, T \rangle_{\mathrm{F}} = X^T T",
        r"X W : T = X^T T : W",
        r"M : T = \operatorname{tr}(M^T T)",
    ],
)
def test_right(line: str) -> None:
    assert set(verdicts(line)) == {"right"}


@pytest.mark.parametrize(
    "line",
    [
        r"df = M : dM",
        r"df = 2 T : X \, dW",
        r"\frac{\partial f}{\partial W} = X^T (X W - T)",
        r"\frac{\partial (M : T)}{\partial W} = 2 X^T T",
        r"\frac{\partial}{\partial W} \langle M, T \rangle_F = 2 X^T T",
        r"X W : T = W^T X : T",
    ],
)
def test_wrong(line: str) -> None:
    assert "wrong" in verdicts(line)


@pytest.mark.parametrize("line", ["T : M = X W", r"\mathrm{Step}_1 : M = X W", "f : X = W", "W_1 : f = 2 M"])
def test_labels(line: str) -> None:
    """What stands before a colon may be the label of the line."""
    assert verdicts(line) == ["unreadable"]


def test_conditions_stay() -> None:
    assert verdicts(r"\sum_{i : i > 1} X_{i1} = \sum_{i=2}^m X_{i1}") == ["right"]
