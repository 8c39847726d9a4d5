"""The lecture is the specification: the tied autoencoder's page prints slides (1) to (5), display by display."""

from __future__ import annotations

import re

import pytest

import symderiv as sd
from symderiv.catalogue import page
from symderiv.render.latex import displays

# The displayed lines of the slides, in order. Slide (5)'s first line stands as it was shown, with its braces; the
# k != j line says its result once.
SLIDES = [
    r"\frac{\partial E}{\partial w_{j,i}} = \frac{\partial E}{\partial net_j^{(3)}}"
    r" \frac{\partial net_j^{(3)}}{\partial w_{j,i}} \leftarrow \text{チェーンルール?}",
    r"\frac{\partial E}{\partial w_{j,i}} = \sum_{k=1}^J \frac{\partial E}{\partial net_k^{(3)}}"
    r" \frac{\partial net_k^{(3)}}{\partial w_{j,i}} \leftarrow \text{チェーンルール}",
    r"net_j^{(3)} = \sum_{i=1}^{I+1} o_i^{(2)} w_{j,i}^{(2)} \quad o_j^{(3)} = f(net_j^{(3)})",
    r"(o_{I+1}^{(2)} = 1, w_{j,I+1}^{(2)} = -\theta_j^{(3)})",
    r"\frac{\partial E}{\partial w_{j,i}} = \sum_{k=1}^J \boxed{\frac{\partial E}{\partial net_k^{(3)}}}"
    r" \frac{\partial net_k^{(3)}}{\partial w_{j,i}}",
    r"\boxed{\frac{\partial E}{\partial net_k^{(3)}}} = \frac{\partial E}{\partial o_k^{(3)}}"
    r" \frac{\partial o_k^{(3)}}{\partial net_k^{(3)}} = \frac{\partial E}{\partial o_k^{(3)}} f'(net_k^{(3)})",
    r"\frac{\partial net_k^{(3)}}{\partial w_{j,i}} ="
    r" \frac{\partial (\sum_{h=1}^{I+1} o_h^{(2)} w_{k,h}^{(2)})}{\partial w_{j,i}} ="
    r" \frac{\partial (o_i^{(2)} w_{k,i}^{(2)})}{\partial w_{j,i}}",
    r"\frac{\partial (o_i^{(2)} w_{k,i}^{(2)})}{\partial w_{j,i}} ="
    r" \frac{\partial o_i^{(2)}}{\partial w_{j,i}} w_{k,i}^{(2)} +"
    r" \frac{\partial w_{k,i}^{(2)}}{\partial w_{j,i}} o_i^{(2)} ="
    r" \frac{\partial o_i^{(2)}}{\partial w_{j,i}} w_{k,i}^{(2)} + o_i^{(2)}",
    r"\frac{\partial (o_i^{(2)} w_{k,i}^{(2)})}{\partial w_{j,i}} ="
    r" \frac{\partial o_i^{(2)}}{\partial w_{j,i}} w_{k,i}^{(2)}",
    r"\frac{\partial o_i^{(2)}}{\partial w_{j,i}} ="
    r" \underbrace{\frac{\partial o_i^{(2)}}{\partial net_i^{(2)}}}_{f'(net_i^{(2)})}"
    r" \underbrace{\frac{\partial net_i^{(2)}}{\partial w_{j,i}}}_{o_j^{(1)}}",
    r"\begin{aligned} \frac{\partial E}{\partial w_{j,i}} &= \sum_{k=1}^J \frac{\partial E}{\partial net_k^{(3)}}"
    r" \frac{\partial net_k^{(3)}}{\partial w_{j,i}} \\ &= \sum_{k=1}^J \frac{\partial E}{\partial o_k^{(3)}}"
    r" f'(net_k^{(3)}) w_{k,i}^{(2)} f'(net_i^{(2)}) o_j^{(1)} \\"
    r" &\quad + \frac{\partial E}{\partial o_j^{(3)}} f'(net_j^{(3)}) o_i^{(2)} \end{aligned}",
    r"\begin{aligned} net_i^{(2)} &= \sum_{j=1}^{J+1} o_j^{(1)} w_{i,j}^{(1)} \\"
    r" (o_{J+1}^{(1)} &= 1, w_{i,J+1}^{(1)} = -\theta_i^{(2)}) \\ o_i^{(2)} &= f(net_i^{(2)}) \end{aligned}",
]

RENAMED = {"net": "a", "w": "v", "o": "z", "f": "g", "I": "M", "J": "N"}


def bare(latex: str) -> str:
    """Without what a slide's transcript may differ in: spaces, redundant braces, sizing of parentheses, boxes."""
    latex = re.sub(r"\\left(?![a-z])|\\right(?![a-z])", "", latex)
    latex = re.sub(r"\\boxed\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\}", r"\1", latex)
    latex = re.sub(r"([_^])\{([A-Za-z0-9])\}", r"\1\2", latex)
    return re.sub(r"\s+", "", latex)


def renamed(latex: str, names: dict[str, str]) -> str:
    r"""With every letter that is a name of its own replaced; commands (`\sum`) and text are left alone."""
    token = re.compile(r"\\text\{[^}]*\}|\\[A-Za-z]+|aligned|net|[A-Za-z]")
    return token.sub(lambda m: names.get(m[0], m[0]), latex)


def printed(text: str, wrt: str) -> list[str]:
    return [bare(d) for d in displays(sd.read_network(text).derive(wrt).derivation, lang="ja")]


def test_the_slides() -> None:
    text = page("tied_autoencoder").read_text(encoding="utf-8")
    assert printed(text, "w_{j,i}") == [bare(s) for s in SLIDES]


def picked_letters(displayed: list[str]) -> dict[str, str]:
    """The letters that the engine picked for the slides' k and h, read off the sums in displays 2 and 7."""
    outer = re.search(r"\\sum_\{(.+?)=1\}", displayed[1])
    inner = re.search(r"\\sum_\{(.+?)=1\}", displayed[6])
    assert outer
    assert inner
    return {"k": outer[1], "h": inner[1]}


@pytest.mark.parametrize("names", [RENAMED, {**RENAMED, "i": "p", "j": "q"}, {**RENAMED, "i": "k", "j": "h"}])
def test_renamed_it_prints_the_renamed_slides(names: dict[str, str]) -> None:
    """Nothing in the engine knows this network's letters: a renamed page prints the renamed slides.

    Two letters of the slides (k and h) are not on the page but picked by the engine; which ones, depends on what is
    free, so they are read off its output, and must be new and different.
    """
    text = page("tied_autoencoder").read_text(encoding="utf-8")
    text = re.sub(r"\$\$.*?\$\$|\$[^$]*\$", lambda m: renamed(m[0], names), text, flags=re.S)
    text = text.replace('wrt = "w_{j,i}"', f'wrt = "{renamed("w_{j,i}", names)}"')
    got = printed(text, renamed("w_{j,i}", names))
    picked = picked_letters(got)
    assert len({*picked.values(), names.get("i", "i"), names.get("j", "j")}) == 4
    assert got == [bare(renamed(s, {**names, **picked})) for s in SLIDES]


def test_bare_forgets_only_what_it_should() -> None:
    assert bare(r"\boxed{\frac{a}{b}} + \left( x_{i} \right)") == r"\frac{a}{b}+(x_i)"
    assert bare(r"x_{i,j}") != bare(r"x_{ij}")
