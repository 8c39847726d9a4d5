r"""Gradients called by a d and told by their entries: `(d\mathbf{O})_{il} = \frac{\partial L}{\partial O_{il}}`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\nfunctions = ["g"]\n+++'
NET = [
    r"$$ O_{il} = \sum_{j=1}^{N} P_{ij} V_{jl} $$",
    r"$$ L = \sum_{i=1}^{N} \sum_{l=1}^{d} c_{il} g(O_{il}) $$",
    r"$$ (d\mathbf{O})_{il} = \frac{\partial L}{\partial O_{il}} $$",
    r"with $\mathbf{O} = (O_{il})$, $\mathbf{P} = (P_{ij})$, $\mathbf{V} = (V_{jl})$.",
]
LINES = [
    (r"\frac{\partial L}{\partial \mathbf{V}} = \mathbf{P}^T d\mathbf{O}", "right"),
    (r"\frac{\partial L}{\partial \mathbf{V}} = \mathbf{P} \, d\mathbf{O}", "wrong"),
    (r"\frac{\partial L}{\partial P_{ij}} = \sum_l (d\mathbf{O})_{il} V_{jl}", "right"),
    (r"\frac{\partial L}{\partial P_{ij}} = \sum_l (d\mathbf{O})_{jl} V_{il}", "wrong"),
    (r"\frac{\partial L}{\partial \mathbf{P}} = d\mathbf{O} \mathbf{V}^T", "right"),
    (r"\frac{\partial L}{\partial \mathbf{P}} = \mathbf{V} (d\mathbf{O})^T", "wrong"),
    (r"d\mathbf{V} = \mathbf{P}^T d\mathbf{O}", "right"),
    (r"d\mathbf{V} = \mathbf{P} d\mathbf{O}", "wrong"),
    (r"(d\mathbf{P})_{ij} = \sum_l (d\mathbf{O})_{il} V_{jl}", "right"),
    (r"(d\mathbf{P})_{ij} = \sum_l (d\mathbf{O})_{il} V_{il}", "wrong"),
    (r"(d\mathbf{O})_{il} = c_{il} g'(O_{il})", "right"),
    (r"(d\mathbf{O})_{il} = c_{il} g(O_{il})", "wrong"),
]


@pytest.mark.parametrize(("line", "found"), LINES)
@pytest.mark.parametrize(("size", "sign"), [("d", r"d\mathbf"), ("h", r"\mathrm{d}\mathbf"), ("d", "d")])
def test_is_the_name_of_a_gradient(line: str, found: str, size: str, sign: str) -> None:
    """Whether d is a size or not, and whatever its font and that of the array."""
    page = [x.replace("{d}", f"{{{size}}}", 1) for x in NET]
    told, last = (x.replace(r"d\mathbf", sign) for x in (page[2], f"$$ {line} $$"))
    if sign == "d":
        told, last = (x.replace("d{O}", "dO").replace("d{V}", "dV").replace("d{P}", "dP") for x in (told, last))
    assert verdict(FRONT, *page[:2], told, page[3], last) == found


LAYERS = [
    FRONT,
    r"$$ z^{[l]}_i = \sum_{j=1}^{n} W^{[l]}_{ij} a^{[l-1]}_j $$ ($l = 1, \dots, M$)",
    r"$$ a^{[l]}_i = g(z^{[l]}_i) $$",
    r"$$ L = \frac{1}{2} \sum_{i=1}^{n} (a^{[M]}_i - y_i)^2 $$",
    r"$$ (d\mathbf{z}^{[l]})_i = \frac{\partial L}{\partial z^{[l]}_i} $$",
    r"$$ (d\mathbf{W}^{[l]})_{ij} = \frac{\partial L}{\partial W^{[l]}_{ij}} $$",
    r"with $\mathbf{z}^{[l]} = (z^{[l]}_i)$, $\mathbf{a}^{[l]} = (a^{[l]}_i)$ columns, "
    r"$\mathbf{W}^{[l]} = (W^{[l]}_{ij})$.",
]


def test_in_layers() -> None:
    cases = [
        (r"$$ d\mathbf{W}^{[l]} = d\mathbf{z}^{[l]} (\mathbf{a}^{[l-1]})^T $$", "right"),
        (r"$$ d\mathbf{W}^{[l]} = \mathbf{a}^{[l-1]} (d\mathbf{z}^{[l]})^T $$", "wrong"),
        (
            r"$$ (d\mathbf{z}^{[l]})_i = g'(z^{[l]}_i) \sum_k W^{[l+1]}_{ki} (d\mathbf{z}^{[l+1]})_k $$ ($l < M$)",
            "right",
        ),
        (
            r"$$ (d\mathbf{z}^{[l]})_i = g'(z^{[l]}_i) \sum_k W^{[l+1]}_{ki} (d\mathbf{z}^{[l]})_k $$ ($l < M$)",
            "wrong",
        ),
    ]
    for (line, found), judged_so in zip(cases, each_verdict(*LAYERS, lines=[line for line, _ in cases]), strict=True):
        assert judged_so == found, line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (r"$$ d\mathbf{O} = \mathbf{G}^T $$", "right"),
        (r"$$ d\mathbf{O} = \mathbf{G} $$", "wrong"),
        (r"$$ \frac{\partial L}{\partial V_{jl}} = \sum_{i=1}^{N} P_{ij} (d\mathbf{O})_{li} $$", "right"),
        (r"$$ \frac{\partial L}{\partial V_{jl}} = \sum_{i=1}^{N} P_{ij} (d\mathbf{O})_{il} $$", "wrong"),
    ],
)
def test_of_the_transposed_array(line: str, found: str) -> None:
    """The entries are those that the equation says."""
    told = r"$$ (d\mathbf{O})_{li} = \frac{\partial L}{\partial O_{il}} $$"
    page = [*NET[:2], r"$$ G_{il} = c_{il} g'(O_{il}) $$", told, NET[3], r"and $\mathbf{G} = (G_{il})$."]
    square = [x.replace("{d}", "{N}", 1) for x in page]
    assert verdict(FRONT, *square, line) == found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r"$$ r = \frac{d}{2} \sum_{i=1}^{N} \sum_{j=1}^{N} P_{ij}^2 $$", ""),
        ("", r"$$ dL = \sum_{i=1}^{N} \sum_{l=1}^{d} c_{il} g'(O_{il}) dO_{il} $$"),
    ],
)
def test_is_open_where_a_d_is_something_else_too(before: str, after: str) -> None:
    """A value, or the sign of a differential."""
    cases = [LINES[0][0], LINES[1][0], LINES[3][0], LINES[10][0]]
    for line, found in zip(
        cases, each_verdict(FRONT, *NET, before, after, lines=[f"$$ {line} $$" for line in cases]), strict=True
    ):
        assert found not in ("right", "wrong"), line
