r"""Names such as `\mathbf{d}z_i` and `\mathbf{dz}` that equations call gradients.

By hand: `z_i = \sum_j W_{ij} x_j`, `y_i = g z_i v_i`, `L = \sum_i y_i^2` give `\partial L/\partial y_i = 2 y_i`,
`\partial L/\partial z_i = 2 y_i g v_i`, and `\partial L/\partial x_j` is the sum of `W_{ij}` times that.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import VERDICTS, each_verdict, verdict

NETWORK = r"""
$$ z_i = \sum_{j=1}^{m} W_{ij} x_j, \quad 1 \le i \le n $$

$$ y_i = g z_i v_i $$

$$ L = \sum_{i=1}^{n} y_i^2 $$
"""
SAID = r"""
$$ \mathbf{d}z_i = \frac{\partial L}{\partial z_i} \qquad \mathbf{d}y_i = \frac{\partial L}{\partial y_i} $$

$$ \mathbf{d}x_j = \frac{\partial L}{\partial x_j} \qquad \mathbf{d}v_i = \frac{\partial L}{\partial v_i} $$
"""
WHOLES = r"""
Here $\mathbf{z} = (z_i)$, $\mathbf{x} = (x_j)$, $\mathbf{W} = (W_{ij})$, $\mathbf{dz} = (\mathbf{d}z_i)$,
$\mathbf{dx} = (\mathbf{d}x_j)$, $\mathbf{dy} = (\mathbf{d}y_i)$, $\mathbf{dv} = (\mathbf{d}v_i)$.
"""
ENTRIES = {
    r"$$ \mathbf{d}y_i = 2 y_i $$": "right",
    r"$$ \mathbf{d}z_i = g v_i \mathbf{d}y_i $$": "right",
    r"$$ \mathbf{d}x_j = \sum_{i=1}^n W_{ij} \mathbf{d}z_i $$": "right",
    r"$$ \mathbf{d}z_i = v_i \mathbf{d}y_i $$": "wrong",
    r"$$ \mathbf{d}x_j = \sum_{i=1}^n W_{ij} \mathbf{d}y_i $$": "wrong",
}
ARRAYS = {
    r"$$ \mathbf{dx} = \mathbf{W}^\top \mathbf{dz} $$": "right",
    r"$$ \mathbf{dv} = g \, \mathbf{dy} \odot \mathbf{z} $$": "right",
    r"$$ \mathbf{dv} = \mathbf{dy} \odot \mathbf{z} $$": "wrong",
    r"$$ \mathbf{dx} = \mathbf{W}^\top \mathbf{dy} $$": "wrong",
}
SIGNS = (r"\mathbf{d}", r"\mathbf d ", r"\mathrm{d}", r"\text{d}", r"\operatorname{d}", "d ")


@pytest.mark.parametrize("sign", SIGNS)
def test_of_entries(sign: str) -> None:
    found = check((NETWORK + SAID + "\n\n".join(ENTRIES)).replace(r"\mathbf{d}", sign), options=VERDICTS)
    assert [str(c.judgement) for c in found.claims[-len(ENTRIES) :]] == [*ENTRIES.values()]


@pytest.mark.parametrize("sign", SIGNS)
def test_of_wholes(sign: str) -> None:
    """A line for the wholes of names with a d, in bold whatever the d."""
    lines = ENTRIES | ARRAYS
    found = check((NETWORK + SAID + WHOLES + "\n\n".join(lines)).replace(r"\mathbf{d}", sign), options=VERDICTS)
    assert [str(c.judgement) for c in found.claims] == list(lines.values())


def test_of_arrays() -> None:
    page = r"""Here $\mathbf{W} \in \mathbb{R}^{n \times m}$, $\mathbf{x} \in \mathbb{R}^m$.

$$ \mathbf{z} = \mathbf{W} \mathbf{x} $$

$$ L = \mathbf{z}^\top \mathbf{z} $$

$$ \mathbf{d}\mathbf{z} = \frac{\partial L}{\partial \mathbf{z}} $$

$$ \mathbf{d}\mathbf{W} = \frac{\partial L}{\partial \mathbf{W}} $$

$$ \mathbf{d}\mathbf{W} = \mathbf{d}\mathbf{z} \, \mathbf{x}^\top $$

$$ \mathbf{d}\mathbf{W} = 2 \mathbf{d}\mathbf{z} \, \mathbf{x}^\top $$
"""
    assert [str(c.judgement) for c in check(page, options=VERDICTS).claims] == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"We do not write $\mathbf{d}y_i = \frac{\partial L}{\partial y_i}$.",
        r"$$ \mathbf{d}y_i = \frac{\partial L}{\partial y_i} \quad \text{if } i = 1 $$",
        "$$ u_i = \\mathbf{d}_i y_i $$\n\n$$ \\mathbf{d}y_i = \\frac{\\partial L}{\\partial y_i} $$",
        r"$$ \mathbf{d}y_i = -\frac{\partial L}{\partial y_i} $$",
        "$$ J = 3 L $$\n\n$$ \\mathbf{d}y_i = \\frac{\\partial L}{\\partial y_i} $$\n\n"
        "$$ \\mathbf{d}z_i = \\frac{\\partial J}{\\partial z_i} $$",
    ],
)
def test_not_taken(said: str) -> None:
    """Denied, said of one case, beside a vector of that name, of something else, of two losses: nothing is judged."""
    found = check(
        f"{NETWORK}\n{said}\n\n$$ \\mathbf{{d}}y_i = 2 y_i $$\n\n$$ \\mathbf{{d}}y_i = 3 y_i $$\n", options=VERDICTS
    )
    assert not {str(c.judgement) for c in found.claims[-2:]} & {"right", "wrong"}


def test_no_line_is_wrong_while_the_letter_is_unreadable() -> None:
    """With two losses the d is none of the signs that are read; as a vector it would make a true line wrong."""
    page = f"""{NETWORK}
$$ J = 3 L $$

$$ \\mathbf{{g}}y_i = \\frac{{\\partial L}}{{\\partial y_i}} $$

$$ \\mathbf{{g}}z_i = \\frac{{\\partial J}}{{\\partial z_i}} $$

Here $\\mathbf{{z}} = (z_i)$, $\\mathbf{{gy}} = (\\mathbf{{g}}y_i)$, $\\mathbf{{gv}} = (\\mathbf{{g}}v_i)$.

$$ \\mathbf{{gv}} = \\mathbf{{gy}} \\odot \\mathbf{{z}} $$

$$ \\mathbf{{g}}z_i = 3 \\mathbf{{g}}y_i g v_i $$
"""
    assert verdict(page) != "wrong"


def test_number_beside_entries_of_bold_arrays() -> None:
    page = r"""
$$ q_i = x_i + y_i, \quad 1 \le i \le n $$

$$ o_i = c q_i w_i $$

$$ L = \sum_{i=1}^n o_i^2 $$

Here $\mathbf q = (q_i)$, $\mathbf o = (o_i)$, $\mathbf w = (w_i)$.

$$ \frac{\partial L}{\partial \mathbf w} = 2 \mathbf o \odot (c \mathbf q) $$

$$ \frac{\partial L}{\partial \mathbf w} = 2 c \, \mathbf o $$
"""
    assert [str(c.judgement) for c in check(page, options=VERDICTS).claims] == ["right", "wrong"]


FORWARDS = (
    r"\mathrm{d}z_i = \sum_{j=1}^m W_{ij} \mathrm{d}x_j",
    r"dz_i = \sum_{j=1}^m W_{ij} dx_j",
    r"d z_i = \sum_{j=1}^m W_{ij} d x_j",
)


def test_differentials_beside_them() -> None:
    """A d in another font is a change, of which these lines are true."""
    for line, found in zip(
        FORWARDS, each_verdict(NETWORK, SAID, lines=[f"$$ {line} $$" for line in FORWARDS]), strict=True
    ):
        assert found != "wrong", line


def test_words_of_differentials() -> None:
    line = r"$$ \mathbf{d}z_i = \sum_{j=1}^m W_{ij} \mathbf{d}x_j $$"
    assert verdict(NETWORK, SAID, line) == "wrong"
    for words in ("An infinitesimal step gives", "The differentials obey", "Perturbing the input:"):
        assert verdict(NETWORK, SAID, words, line) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    "words",
    [
        "The factor 2 is left out.",
        "(up to the sign)",
        "The minus is understood.",
        "These are scaled by 2.",
        "Later $\\mathbf{d}y_i$ is the direction of descent.",
        "And the same for another loss:",
        "ただし係数は省略する。",
    ],
)
def test_words_that_change_what_is_said(words: str) -> None:
    for line in (r"$$ \mathbf{d}y_i = y_i $$", r"$$ \mathbf{d}y_i = 2 y_i $$"):
        assert verdict(NETWORK, SAID, words, line) in ("unproved", "unreadable")
