r"""Matrices told apart by labels of letters: `\mathbf{W}_{hx}` of `(W_{hx})_{aj}`, `W^{(hh)}_{ab}`, `W^{(x)}_{aj}`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = """+++
objective = "L"
[ranges]
"t" = "1..T"
"a" = "1..H"
"b" = "1..H"
"j" = "1..d"
"k" = "1..q"
+++"""
NET = r"""$$ h_{t,a} = \sum_{j=1}^d XAJ x_{t,j} + \sum_{b=1}^H HAB h_{t-1,b} $$

$$ h_{0,a} = 0 $$

$$ o_{t,k} = \sum_{a=1}^H QKA h_{t,a} $$

$$ L = \frac{1}{2} \sum_{t=1}^T \sum_{k=1}^q (o_{t,k} - y_{t,k})^2 $$

Here $\mathbf{x}_t = (x_{t,j})$, $\mathbf{h}_t = (h_{t,a})$, $\mathbf{o}_t = (o_{t,k})$, $\mathbf{y}_t = (y_{t,k})$."""
SAID = r"Further $X = (XAJ)$, $H = (HAB)$ and $Q = (QKA)$."
WAYS = {
    "below, bold": (r"\mathbf{W}_{%s}", "(W_{%s})_{%s}"),
    "below, plain": ("W_{%s}", "(W_{%s})_{%s}"),
    "below, bold entries": (r"\mathbf{W}_{%s}", r"[\mathbf{W}_{%s}]_{%s}"),
    "below, in brackets": (r"\boldsymbol{W}_{%s}", "[W_{%s}]_{%s}"),
    "below, with commas": (r"\vec{W}_{%s}", "(W_{%s})_{%s}"),
    "above": (r"\mathbf{W}^{%s}", "W^{%s}_{%s}"),
    "above, in parentheses": (r"\mathbf{W}^{(%s)}", "W^{(%s)}_{%s}"),
    "above, plain": ("W^{(%s)}", "W^{(%s)}_{%s}"),
    "above, small entries": (r"\mathbf{W}^{(%s)}", "w^{(%s)}_{%s}"),
}
UNSAID = WAYS.keys() - {"below, bold entries", "above, small entries"}
RIGHT = (
    r"\frac{\partial L}{\partial \mathbf{h}_t} = (H)^\top \frac{\partial L}{\partial \mathbf{h}_{t+1}} "
    r"+ (Q)^\top \frac{\partial L}{\partial \mathbf{o}_t} $$ ( $t = 1, \dots, T-1$ )"
)
WRONG = RIGHT.replace(r"(H)^\top", "H")
LINES = [
    (RIGHT, "right"),
    (WRONG, "wrong"),
    (
        r"\frac{\partial L}{\partial X} = \sum_{t=1}^T \frac{\partial L}{\partial \mathbf{h}_t} \mathbf{x}_t^\top",
        "right",
    ),
    (
        r"\frac{\partial L}{\partial H} = \sum_{t=1}^T \frac{\partial L}{\partial \mathbf{h}_t} \mathbf{h}_t^\top",
        "wrong",
    ),
    (r"\frac{\partial L}{\partial HAB} = \sum_{t=2}^T \frac{\partial L}{\partial h_{t,a}} h_{t-1,b}", "right"),
]


def typed(text: str, way: str, labels: tuple[str, str, str] = ("hx", "hh", "qh")) -> str:
    """The text with the names of the matrices and of their entries as one way to write has them."""
    whole, entry = WAYS[way]
    if way == "below, with commas":
        labels = tuple(",".join(x) for x in labels)  # type: ignore[assignment]
    for name, label, letters in zip("XHQ", labels, ("aj", "ab", "ka"), strict=True):
        text = text.replace(name + letters.upper(), entry % (label, letters))
        text = text.replace(f"({name})", f"({whole % label})").replace(f"${name} =", f"${whole % label} =")
        text = text.replace(rf"\partial {name}}}", rf"\partial {whole % label}}}").replace(
            f"= {name} ", f"= {whole % label} "
        )
    return text


def judged(way: str, line: str, said: str = SAID, labels: tuple[str, str, str] = ("hx", "hh", "qh")) -> str:
    return verdict(FRONT, *(typed(x, way, labels) for x in (NET, said, f"$$ {line}" + "$$" * ("$$" not in line))))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_sentence_says_of_which_entries_they_are(way: str, line: str, expected: str) -> None:
    assert judged(way, line) == expected


@pytest.mark.parametrize("way", sorted(UNSAID))
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_without_a_sentence_the_letter_says_it(way: str, line: str, expected: str) -> None:
    assert judged(way, line, "") == expected


@pytest.mark.parametrize("labels", [("x", "h", "o"), ("x", "h", "q"), ("r", "p", "s"), ("in", "rec", "out")])
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_labels_above_are_no_layers_of_one_shape(labels: tuple[str, str, str], line: str, expected: str) -> None:
    assert judged("above, plain", line, "", labels) == expected


def test_letters_that_are_entries_elsewhere_are_left_alone() -> None:
    page = r"""$$ z_i = \sum_{j=1}^n W_{ij} x_j, \qquad u_i = \sum_{j=1}^n (W_{hx})_{ij} z_j $$

$$ E = \frac12 \sum_{i=1}^n (u_i - t_i)^2 $$"""
    line = r"$$ \frac{\partial E}{\partial \mathbf{z}} = \mathbf{W}_{hx} (\mathbf{u} - \mathbf{t}) $$"
    assert verdict(page, line) != "right"


def test_blocks_that_sums_run_over_are_no_labels() -> None:
    page = r"""$$ (y_i)_a = \sum_{j=1}^N \sum_{b=1}^H (W_{ij})_{ab} (x_j)_b $$

$$ L = \frac{1}{2} \sum_{i=1}^M \sum_{a=1}^H ((y_i)_a - (s_i)_a)^2 $$

Here $\mathbf{W}_{ij} = ((W_{ij})_{ab})$, $\mathbf{x}_j = ((x_j)_b)$, $\mathbf{y}_i = ((y_i)_a)$."""
    below = r"\frac{\partial L}{\partial \mathbf{y}_i}"
    line = rf"$$ \frac{{\partial L}}{{\partial \mathbf{{x}}_j}} = \sum_{{i=1}}^M \mathbf{{W}}_{{ij}}%s {below} $$"
    assert each_verdict(page, lines=[line % r"^\top", line % ""]) == ["right", "wrong"]


def test_steps_in_bold() -> None:
    page = r"""$$ (h_t)_a = \sum_{j=1}^d U_{aj} (x_t)_j + \sum_{b=1}^H V_{ab} (h_{t-1})_b, \qquad (h_0)_a = 0 $$

$$ L = \frac{1}{2} \sum_{t=1}^T \sum_{a=1}^H ((h_t)_a - (y_t)_a)^2 $$

Here $\mathbf{x}_t = ((x_t)_j)$, $\mathbf{h}_t = ((h_t)_a)$, $\mathbf{y}_t = ((y_t)_a)$,
$\mathbf{U} = (U_{aj})$, $\mathbf{V} = (V_{ab})$."""
    last = r"$$ \frac{\partial L}{\partial \mathbf{h}_T} = \mathbf{h}_T - \mathbf{y}_T $$"
    line = r"""$$ \frac{\partial L}{\partial \mathbf{h}_t} = \mathbf{V}%s \frac{\partial L}{\partial \mathbf{h}_{t+1}}
+ \mathbf{h}_t - \mathbf{y}_t $$ ( $t = 1, \dots, T-1$ )"""
    assert each_verdict(FRONT, page, lines=[last, last.replace("-", "+"), line % r"^\top", line % ""]) == [
        "right",
        "wrong",
        "right",
        "wrong",
    ]
