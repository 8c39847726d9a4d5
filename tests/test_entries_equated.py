r"""Arrays of layers of which a sentence equates one entry, `$(\mathbf{a}_k)_i = a_i^k$`; sizes that entries tell."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = (
    '+++\nobjective = "C"\nfunctions = ["f"]\n[ranges]\n"i" = "1..N_k"\n"j" = "1..N_{k-1}"\n"k" = "2..N"\n+++',
    r"$$ a_i^1 = f(x_i) $$ ($i = 1, \dots, N_1$)",
    r"$$ z_i^k = \sum_{j=1}^{N_{k-1}} w_{ij}^k a_j^{k-1} + b_i^k $$ ($k = 2, \dots, N$, $i = 1, \dots, N_k$)",
    r"$$ a_i^k = f(z_i^k) $$ ($k = 2, \dots, N$, $i = 1, \dots, N_k$)",
    r"$$ C = \frac{1}{2} \sum_{i=1}^{N_N} (a_i^N - y_i)^2 $$",
    r"$$ \delta_i^k = \frac{\partial C}{\partial z_i^k} $$ ($k = 2, \dots, N$, $i = 1, \dots, N_k$)",
)
TOLD = (
    r"Here $(\mathbf{a}_k)_i = a_i^k$, $(\mathbf{z}_k)_i = z_i^k$, $(\boldsymbol{\delta}_k)_i = \delta_i^k$ and"
    r" $(\mathbf{y})_i = y_i$ are column vectors."
)
BRACKETS = TOLD.replace(r"$(\math", r"$[\math").replace(r"$(\bold", r"$[\bold").replace(")_", "]_")
WEIGHT = r"$(\mathbf{W}_k)_{ij} = w_{ij}^k$"
SIZED = WEIGHT + r", the $N_k \times N_{k-1}$ weight matrix."
LAST = r"$$ \boldsymbol{\delta}_N = (\mathbf{a}_N - \mathbf{y}) \odot f'(\mathbf{z}_N) $$"
STEP = (
    r"$$ \boldsymbol{\delta}_k = (\mathbf{W}_{k+1}^T \boldsymbol{\delta}_{k+1}) \odot f'(\mathbf{z}_k) $$"
    r" ($k = 2, \dots, N-1$)"
)
SLIPS = [
    LAST.replace(r" \odot f'(\mathbf{z}_N)", ""),
    LAST.replace(r"\mathbf{a}_N -", r"\mathbf{a}_N +"),
    STEP.replace(r"f'(\mathbf{z}_k)", r"f'(\mathbf{z}_k) \odot \mathbf{a}_k"),
    STEP.replace(r" \odot f'(\mathbf{z}_k)", ""),
]


@pytest.mark.parametrize("told", [TOLD, BRACKETS])
@pytest.mark.parametrize("weight", [WEIGHT + ".", SIZED])
def test_one_entry_tells_the_array(told: str, weight: str) -> None:
    cases = (LAST, STEP)
    for line, found in zip(cases, each_verdict(*FRONT, told, weight, lines=cases), strict=True):
        assert found == "right", line
    for line, found in zip(SLIPS, each_verdict(*FRONT, told, weight, lines=SLIPS), strict=True):
        assert found == "wrong", line


@pytest.mark.parametrize(
    "weight",
    [
        r"$(\mathbf{W}_k)_{ji} = w_{ij}^k$.",  # its transpose
        r"$(\mathbf{W}_k)_{ij} = 2 w_{ij}^k$.",
        WEIGHT + r", the $N_{k-1} \times N_k$ weight matrix.",
        WEIGHT + r", the $N_{k+1} \times N_{k-1}$ weight matrix.",
    ],
)
def test_another_array_is_none_of_these_entries(weight: str) -> None:
    found = each_verdict(*FRONT, TOLD, weight, lines=[STEP, r"$$ \frac{\partial C}{\partial b_i^k} = \delta_i^k $$"])
    assert found[0] != "right"
    assert found[1] == "right"


def test_what_is_denied_tells_nothing() -> None:
    denied = TOLD.replace("Here ", "It is not true that ")
    assert verdict(*FRONT, denied, WEIGHT + ".", LAST) != "right"


def test_an_aside_about_vectors_ends_the_list_of_matrices() -> None:
    for aside in ("(Spaltenvektoren)", "(vectors)", "(column vectors)"):
        told = TOLD.replace(" are column vectors.", f" {aside} and ") + SIZED
        found = each_verdict(*FRONT, told, lines=[STEP, SLIPS[2]])
        assert found[0] != "wrong"
        assert found[1] != "right"
