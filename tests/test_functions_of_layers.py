r"""Networks in which each layer has a function of its own, `a^{(l)}_i = g^{(l)}(z^{(l)}_i)`.

By hand: `\delta^l_i = {g^l}'(z^l_i) \sum_k \delta^{l+1}_k w^{l+1}_{ki}`; nothing relates `g^{l+1}` to `g^l`.
"""

from __future__ import annotations

import numpy as np
import pytest

from symderiv.check.page import check
from symderiv.compile import compile_network
from symderiv.latex.write import write
from symderiv.load import load_text

from .judging import each_verdict, verdict

NET = r"""$$z^{(l)}_i = \sum_{j=1}^{n_{l-1}} w^{(l)}_{ij} a^{(l-1)}_j$$ ( $l = 1, \dots, L$, $i = 1, \dots, n_l$ )

$$a^{(l)}_i = FUNCTION(z^{(l)}_i)$$ ( $l = 1, \dots, L$ )

$$a^{(0)}_j = x_j, \quad E = \frac12 \sum_{i=1}^{n_L} (a^{(L)}_i - t_i)^2$$

Here $\delta^{(l)}_i = \frac{\partial E}{\partial z^{(l)}_i}$, $W^{(l)} = (w^{(l)}_{ij})$, $a^{(l)} = (a^{(l)}_i)$,
$z^{(l)} = (z^{(l)}_i)$, $\delta^{(l)} = (\delta^{(l)}_i)$."""
OWN = NET.replace("FUNCTION", "g^{(l)}")
BACK = (
    r"$$\delta^{(l)}_i = RATE(z^{(l)}_i) \sum_{k=1}^{n_{l+1}} \delta^{(l+1)}_k w^{(l+1)}_{ki}$$ ( $l = 1, \dots, L-1$ )"
)
LAST = r"$$\delta^{(L)}_i = (a^{(L)}_i - t_i) RATE(z^{(L)}_i)$$"
SPELLINGS = {
    "g^{(@)}": (
        "{g^{(@)}}'",
        "g'^{(@)}",
        r"g^{(@)\prime}",
        "g^{(@)'}",
        "(g^{(@)})'",
        r"g^{\prime(@)}",
        "g^{'(@)}",
        r"{g^{\prime}}^{(@)}",
        "{g'}^{(@)}",
    ),
    "g^@": ("{g^{@}}'", "g'^{@}", r"g^{@\prime}", "g^{@'}"),
    "f^{[@]}": ("{f^{[@]}}'", "f'^{[@]}", r"f^{[@]\prime}", r"f^{\prime[@]}"),
    "g_@": ("g_{@}'", "g'_{@}", "{g_{@}}'", r"g^{\prime}_{@}"),
    r"\sigma_@": (r"\sigma_{@}'", r"\sigma'_{@}"),
    r"\theta^{(@)}": (r"\theta'^{(@)}",),
}


@pytest.mark.parametrize(("function", "rate"), [(f, r) for f, rates in SPELLINGS.items() for r in rates])
def test_spellings(function: str, rate: str) -> None:
    page = NET.replace("FUNCTION", function.replace("@", "l"))
    assert each_verdict(
        page,
        lines=[
            BACK.replace("RATE", rate.replace("@", "l")),
            BACK.replace("RATE", rate.replace("@", "l+1")),
            LAST.replace("RATE", rate.replace("@", "L")),
            LAST.replace("RATE", rate.replace("@", "L-1")),
        ],
    ) == ["right", "wrong", "right", "wrong"]


@pytest.mark.parametrize("declared", ["g^l", "g^{(l)}", r"\\theta_l"])
def test_declared(declared: str) -> None:
    name = declared.replace("\\\\", "\\")
    head = f'+++\nobjective = "E"\nfunctions = ["{declared}"]\n+++\n'
    page = head + NET.replace("FUNCTION", name)
    rate = name.replace("l", "@", 1) if name[0] == "g" else r"\theta_@"
    assert each_verdict(
        page,
        lines=[
            LAST.replace("RATE", "{" + rate.replace("@", "L") + "}'"),
            LAST.replace("RATE", "{" + rate.replace("@", "{L-1}") + "}'").replace("({L-1})", "(L-1)"),
        ],
    ) == ["right", "wrong"]
    # only the l itself is typed: it is another function for each l all the same
    shifted = r"$$\frac{\partial E}{\partial z^{(l+1)}_i} = \frac{\partial E}{\partial a^{(l+1)}_i} RATE(z^{(l+1)}_i)$$"
    assert (
        verdict(page, shifted.replace("RATE", "{" + rate.replace("@", "l") + "}'") + r" ( $l = 1, \dots, L-1$ )")
        == "wrong"
    )


def test_arrays_and_numbers() -> None:
    arrays = r"$$\delta^{(l)} = (W^{(l+1)})^T \delta^{(l+1)} \odot RATE(z^{(l)})$$ ( $l = 1, \dots, L-1$ )"
    assert each_verdict(
        OWN, lines=[arrays.replace("RATE", r"g^{(l)\prime}"), arrays.replace("RATE", r"g^{(l+1)\prime}")]
    ) == ["right", "wrong"]
    first = r"$$\delta^{(1)}_i = RATE(z^{(1)}_i) \sum_{k=1}^{n_2} \delta^{(2)}_k w^{(2)}_{ki}$$"
    assert each_verdict(OWN, lines=[first.replace("RATE", "g'^{(1)}"), first.replace("RATE", "g'^{(2)}")]) == [
        "right",
        "wrong",
    ]
    second = r"$$\frac{\partial^2 a^{(l)}_i}{\partial (z^{(l)}_i)^2} = RATE(z^{(l)}_i)$$"
    assert each_verdict(OWN, lines=[second.replace("RATE", "g''^{(l)}"), second.replace("RATE", "g'^{(l)}")]) == [
        "right",
        "wrong",
    ]


LOGISTIC = r"$$\delta^{(L)}_i = (a^{(L)}_i - t_i) a^{(L)}_i (1 - a^{(L)}_i)$$"
LINEAR = r"$$\delta^{(L)}_i = a^{(L)}_i - t_i$$"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("$$g^{(L)}(z) = z$$", LINEAR),
        ("We use $g^{(L)}(z) = z$ in the last layer.", LINEAR),
        (r"The output layer is linear ($g^{(L)} = \mathrm{id}$).", LINEAR),
        (r"where $g^{(l)}(z) = \max(0, z)$ for $l < L$ and $g^{(L)}(z) = z$.", LINEAR),
        ("where $g^{(l)}$ is the sigmoid function", LOGISTIC),
        ("Hier ist $g^{(l)}$ eine Sigmoidfunktion.", LOGISTIC),
        ("$g^{(l)}$ はシグモイド関数とする。", LOGISTIC),
        ("$$g'^{(l)}(z) = g^{(l)}(z) (1 - g^{(l)}(z))$$", LOGISTIC),
        ("All layers have the same function, $g^{(l)} = g$.", LAST.replace("RATE", "g'")),
        (r"$$g(z) = \tanh(z)$$", LAST.replace("RATE", "g'")),
        ("", LAST.replace("RATE", "g'")),
        # the last layer may have another one
        (r"$$g^{(l)}(z) = \frac{1}{1 + e^{-z}}$$ ( $l = 1, \dots, L-1$ )", LOGISTIC),
        ("", r"$$\frac{\partial a^{(l)}_i}{\partial z^{(l)}_i} = \frac{d g^{(l)}}{d z^{(l)}_i}$$"),
    ],
)
def test_what_is_said_of_one_of_them_leaves_lines_open(said: str, line: str) -> None:
    assert verdict(OWN, said, line) in ("unproved", "unreadable")


def test_a_formula_for_all_of_them_is_their_definition() -> None:
    said = r"$$g^{(l)}(z) = \frac{1}{1 + e^{-z}}$$ ( $l = 1, \dots, L$ )"
    assert each_verdict(OWN, said, lines=[LOGISTIC, LINEAR]) == ["right", "wrong"]


def test_words_that_leave_them_open() -> None:
    said = "where $g^{(l)}$ is the activation function of layer $l$."
    assert each_verdict(OWN, said, lines=[LAST.replace("RATE", "g'^{(L)}"), LINEAR]) == ["right", "wrong"]


@pytest.mark.parametrize(
    ("typed", "kind"), [("g^{(L)}", "prime-missing"), ("g'^{(L-1)}", "function"), ("g''^{(L)}", "prime-extra")]
)
def test_reasons(typed: str, kind: str) -> None:
    reason = check(f"{OWN}\n\n{LAST.replace('RATE', typed)}").claims[-1].links[-1].reason
    assert reason is not None
    assert reason.kind == kind
    assert "g'^{(L)}(z^{(L)}_i)" in reason.right


def test_compiled() -> None:
    page = r"""$$z_{l,i} = \sum_{j=1}^n w_{l,i,j} a_{l-1,j}$$ ( $l = 1, \dots, 2$, $i = 1, \dots, n$ )

$$a_{l,i} = g_l(z_{l,i})$$ ( $l = 1, \dots, 2$ ) $$a_{0,j} = x_j, \quad E = \frac12 \sum_{i=1}^n a_{2,i}^2$$"""
    made = compile_network(
        load_text(page),
        wrt=["w"],
        functions={
            "g_{#}": {(0, 0): lambda k, z: np.sin(k * z) + k * z, (0, 1): lambda k, z: k * np.cos(k * z) + k},
        },
    )
    rng = np.random.default_rng(0)
    w, x = rng.normal(size=(2, 3, 3)), rng.normal(size=3)

    def value(w: np.ndarray) -> float:
        a = x
        for k in (1, 2):
            z = w[k - 1] @ a
            a = np.sin(k * z) + k * z
        return 0.5 * float(a @ a)

    found, gradients = made(w=w, x=x)
    assert abs(found - value(w)) < 1e-12
    for place in ((0, 1, 2), (1, 0, 1)):
        step = np.zeros_like(w)
        step[place] = 1e-6
        slope = (value(w + step) - value(w - step)) / 2e-6
        assert abs(gradients["w"][place] - slope) < 1e-6


def test_written_as_typed() -> None:
    system = load_text(r"$$a_l = g^{(l)}(z_l), \quad E = \sum_{l=1}^L f_l(a_l)$$")
    assert sorted(write(p.body) for p in system.pieces if p.body is not None) == [
        r"\sum_{l=1}^L f_{l}(a_l)",
        "g^{(l)}(z_l)",
    ]


BARE = r"""$$A^l_{ic} = g^l(Z^l_{ic}), \quad Z^l_{ic} = \sum_{j=1}^{n^{l-1}} W^l_{ij} A^{l-1}_{jc} + b^l_i$$
( $l = 1, \dots, L$, $i = 1, \dots, n^l$ )

$$A^0_{jc} = x_{jc}$$ ( $j = 1, \dots, n^0$ )

$$E = \frac{1}{2m} \sum_{c=1}^m \sum_{i=1}^{n^L} (A^L_{ic} - Y_{ic})^2$$"""


def test_widths_of_layers_above() -> None:
    line = r"$$\frac{\partial E}{\partial W^L_{ij}} = \frac1m \sum_c (A_{ic}^L - Y_{ic}) %s(Z^L_{ic}) A^{L-1}_{jc}$$"
    assert each_verdict(BARE, lines=[line % "{g^L}'", line % "{g^{L-1}}'"]) == ["right", "wrong"]
    first = r"$$\frac{1}{n^0} \sum_{j=1}^{n^0} \frac{\partial A^0_{jc}}{\partial x_{jc}} = %s$$"
    assert each_verdict(BARE, lines=[first % "1", first % "n^0"]) == ["right", "wrong"]


def test_a_square_of_a_size_is_none() -> None:
    page = r"$$z_i = \sum_{j=1}^{n^2} w_{ij} x_j, \quad E = \frac12 \sum_{i=1}^n z_i^2$$"
    assert verdict(page, r"$$\frac{\partial E}{\partial w_{ij}} = z_i x_j$$") in ("unreadable", "unproved")
    below = r"$$z^l_i = \sum_{j=1}^{n_{l-1}} w^l_{ij} z^{l-1}_j$$ ( $l = 1, \dots, L$, $i = 1, \dots, n_l$ )"
    line = r"$$E = \frac12 \sum_{i=1}^{n^2} (z^L_i)^2$$ $$\frac{\partial E}{\partial z^L_i} = z^L_i$$"
    assert verdict(below, line) in ("unreadable", "unproved")
