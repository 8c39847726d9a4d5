r"""The parts of complex names, `\mathrm{Re}[w_{kj}]` (here `R[w_{kj}]`), are real names where no whole stands."""

from __future__ import annotations

import pytest

from .judging import check

APART = r"""$$ R[z_k] = \sum_{j=1}^J (R[w_{kj}] R[x_j] - I[w_{kj}] I[x_j]) $$
$$ I[z_k] = \sum_{j=1}^J (R[w_{kj}] I[x_j] + I[w_{kj}] R[x_j]) $$
$$ E = \frac12 \sum_{k=1}^K (R[z_k]^2 + I[z_k]^2) $$"""
SIGNS = r"""$$ \Re(z_k) = \sum_{j=1}^J \Re(w_{kj}) x_j, \quad \Im(z_k) = \sum_{j=1}^J \Im(w_{kj}) x_j $$
$$ E = \sum_{k=1}^K (\Re(z_k)^2 + \Im(z_k)^2) $$"""
WHOLE = r"""$$ z_k = \sum_{j=1}^J w_{kj} x_j $$ $$ E = \sum_{k=1}^K (\Re(z_k)^2 + \Im(z_k)^2) $$"""


def _verdict(page: str, line: str) -> str:
    text = f"{page}\n\n$$ {line} $$".replace("R[", r"\mathrm{Re}[").replace("I[", r"\mathrm{Im}[")
    return check(text).claims[-1].judgement.value


@pytest.mark.parametrize(
    ("page", "line", "verdict"),
    [
        (
            APART,
            r"\frac{\partial E}{\partial R[w_{kj}]} = R[z_k] R[x_j] + I[z_k] I[x_j]",
            "right",
        ),
        (
            APART,
            r"\frac{\partial E}{\partial I[w_{kj}]} = I[z_k] R[x_j] - R[z_k] I[x_j]",
            "right",
        ),
        (
            APART,
            r"\frac{\partial E}{\partial I[w_{kj}]} = I[z_k] R[x_j] + R[z_k] I[x_j]",
            "wrong",
        ),
        (APART, r"\frac{\partial E}{\partial R[z_k]} = R[z_k]", "right"),
        (APART, r"\frac{\partial E}{\partial R[z_k]} = I[z_k]", "wrong"),
        (SIGNS, r"\frac{\partial E}{\partial \Re(w_{kj})} = 2 \Re(z_k) x_j", "right"),
        (SIGNS, r"\frac{\partial E}{\partial \Im(w_{kj})} = 2 \Re(z_k) x_j", "wrong"),
        (SIGNS, r"\frac{\partial \Re(z_k)}{\partial \Im(w_{kj})} = 0", "right"),
    ],
)
def test_parts(page: str, line: str, verdict: str) -> None:
    assert _verdict(page, line) == verdict


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (SIGNS, r"\frac{\partial E}{\partial w_{kj}} = 2 z_k x_j"),
        (WHOLE, r"\frac{\partial E}{\partial \Re(z_k)} = 2 \Re(z_k)"),
        (WHOLE, r"\frac{\partial E}{\partial x_j} = 0"),
        (SIGNS, r"\frac{\partial E}{\partial \Re(w_{kj})} = 2 \Re(z_k x_j)"),
    ],
)
def test_wholes_are_not_read(page: str, line: str) -> None:
    assert _verdict(page, line) in ("unreadable", "unproved")


@pytest.mark.parametrize("part", [r"R[z_k^2]", r"R[z_k^*] I[z_k^*]", r"R[\bar{z}_k] I[\bar{z}_k]", r"\Re z_k^2"])
@pytest.mark.parametrize(
    "line", [r"\frac{\partial E}{\partial I[z_k]} = 0", r"R[z_k^2] = R[z_k]^2", "I[z_k^*] = I[z_k]"]
)
def test_parts_of_powers_and_conjugates_are_no_names(part: str, line: str) -> None:
    assert _verdict(rf"$$ E = \sum_{{k=1}}^n c_k {part} $$", line) not in ("right", "wrong")
