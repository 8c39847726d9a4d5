"""Models of vectors compared with values that are only given, and functions of several numbers made of vectors."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

MODEL = (
    r"$$ s(\mathbf{x}) = \sum_{k=1}^n c_k \phi(b_k, \|\mathbf{x} - \mathbf{z}^c_k\|), \qquad \phi(b, r) = e^{-b r^2} $$"
)
POINTS = (
    r"The centers $\mathbf{z}^c_k$ and the points $\mathbf{x}_i$ have $d$ coordinates $z^c_{k,p}$ and $x_{i,p}$."
    r" We write $$ r_{ik} = \|\mathbf{x}_i - \mathbf{z}^c_k\| = \sqrt{\sum_{p=1}^d (x_{i,p} - z^c_{k,p})^2} $$"
)
ERRORS = (
    r"With the sampled values $f(\mathbf{x}_i)$ let"
    r" $$ e_i = s(\mathbf{x}_i) - f(\mathbf{x}_i), \quad E = \frac12 \sum_{i=1}^N e_i^2 $$"
)
RADIAL = [
    (r"\frac{\partial E}{\partial c_k} = \sum_{i=1}^N e_i \phi(b_k, r_{ik})", "right"),
    (r"\frac{\partial E}{\partial c_k} = \sum_{i=1}^N e_i \frac{\partial s(\mathbf{x}_i)}{\partial c_k}", "right"),
    (r"\frac{\partial E}{\partial c_k} = \sum_{i=1}^N e_i \phi(b_k, r_{ik})^2", "wrong"),
    (r"\frac{\partial E}{\partial b_k} = -c_k \sum_{i=1}^N e_i r_{ik}^2 \phi(b_k, r_{ik})", "right"),
    (r"\frac{\partial E}{\partial b_k} = -c_k \sum_{i=1}^N e_i r_{ik} \phi(b_k, r_{ik})", "wrong"),
    (
        r"\frac{\partial E}{\partial \mathbf{z}^c_k} = 2 c_k b_k \sum_{i=1}^N e_i"
        r" \phi(b_k, \|\mathbf{x}_i - \mathbf{z}^c_k\|) (\mathbf{x}_i - \mathbf{z}^c_k)",
        "right",
    ),
    (
        r"\frac{\partial E}{\partial \mathbf{z}^c_k} = 2 c_k b_k \sum_{i=1}^N e_i"
        r" \phi(b_k, \|\mathbf{x}_i - \mathbf{z}^c_k\|) (\mathbf{z}^c_k - \mathbf{x}_i)",
        "wrong",
    ),
]


@pytest.mark.parametrize(("line", "expected"), RADIAL)
@pytest.mark.parametrize("letter", ["z", "x"])
def test_a_model_of_distances_beside_sampled_values(letter: str, line: str, expected: str) -> None:
    page = [MODEL, POINTS, ERRORS, f"$$ {line} $$"]
    named = (p.replace(r"\mathbf{z}", rf"\mathbf{{{letter}}}").replace("z^c", f"{letter}^c") for p in page)
    assert verdict(*named) == expected


LINEAR = (
    r"Let $\mathbf{w}, \mathbf{x}_m \in \mathbb{R}^D$ and $h(\mathbf{x}) = \mathbf{w}^T \mathbf{x}$.",
    r"$$ J = \frac12 \sum_{m=1}^M (h(\mathbf{x}_m) - t(\mathbf{x}_m))^2 $$",
)


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("", r"\mathbf{w}} = \sum_{m=1}^M (h(\mathbf{x}_m) - t(\mathbf{x}_m)) \mathbf{x}_m", "right"),
        ("", r"\mathbf{w}} = \sum_{m=1}^M (t(\mathbf{x}_m) - h(\mathbf{x}_m)) \mathbf{x}_m", "wrong"),
        # what depends on what is moved is no value that is only given
        ("", r"\mathbf{x}_m} = (h(\mathbf{x}_m) - t(\mathbf{x}_m)) \mathbf{w}", "left open"),
        (
            r"Here $t$ depends on $\mathbf{w}$.",
            r"\mathbf{w}} = \sum_{m=1}^M (h(\mathbf{x}_m) - t(\mathbf{x}_m)) \mathbf{x}_m",
            "left open",
        ),
    ],
)
def test_values_only_given(words: str, line: str, expected: str) -> None:
    found = verdict(*LINEAR, words, rf"$$ \frac{{\partial J}}{{\partial {line} $$")
    assert found == expected or (expected == "left open" and found in ("unproved", "unreadable"))


PRODUCT = (
    r"Let $\mathbf{x}, \mathbf{z}, \mathbf{w} \in \mathbb{R}^n$.",
    r"$$ E = k(\mathbf{w}^T \mathbf{x}, \|\mathbf{x} - \mathbf{z}\|)^2, \qquad k(p, q) = p q $$",
)


def test_functions_of_several_numbers_made_of_vectors() -> None:
    cases = [
        (r"2 k(\mathbf{w}^T \mathbf{x}, \|\mathbf{x} - \mathbf{z}\|) \|\mathbf{x} - \mathbf{z}\| \mathbf{x}", "right"),
        (r"2 \|\mathbf{x} - \mathbf{z}\| \mathbf{x}", "wrong"),  # the power of the function is kept
        (r"2 k(\mathbf{w}^T \mathbf{x}, \|\mathbf{x}\|) \|\mathbf{x} - \mathbf{z}\| \mathbf{x}", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            *PRODUCT, lines=[rf"$$ \frac{{\partial E}}{{\partial \mathbf{{w}}}} = {line} $$" for line, _ in cases]
        ),
        strict=True,
    ):
        assert found == expected, line


OWN = (
    r"Let $f(a, z) = a z^2$, a function of two numbers, and $\mathbf{a} \in \mathbb{R}^D$, with $a_i$ its entries.",
    r"$$ E = \sum_{i=1}^D f(a_i, x_i) $$",
)


def test_letters_of_a_function_beside_arrays_of_the_same_letters() -> None:
    cases = [
        (r"\frac{\partial f(a, z)}{\partial a} = z^2", "right"),
        (r"\frac{\partial f(a, z)}{\partial a} = a z", "wrong"),
        (r"\frac{\partial E}{\partial a_i} = x_i^2", "right"),
        (r"\frac{\partial E}{\partial a_i} = x_i", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(*OWN, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\partial \mathbf{a}} = -2 s^2 e \odot \mathbf{a} \odot \mathbf{y}", "right"),
        (r"\partial \mathbf{a}} = 2 s^2 e \odot \mathbf{a} \odot \mathbf{y}", "wrong"),
        (r"\partial s} = -2 s \sum_{i=1}^n e_i a_i^2 e^{-a_i^2 s^2}", "right"),
        (r"\partial s} = -2 s \sum_{i=1}^n e_i a_i e^{-a_i^2 s^2}", "wrong"),
    ],
)
def test_exponentials_beside_errors_called_e(line: str, expected: str) -> None:
    said = r"Let $\mathbf{a} \in \mathbb{R}^n$ and $$ y_i = e^{-a_i^2 s^2}, \quad e_i = y_i - t_i $$"
    loss = r"$$ E = \frac12 \sum_{i=1}^n e_i^2 $$"
    assert verdict(said, loss, rf"$$ \frac{{\partial E}}{{{line} $$") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"2 |V| \lambda b", "right"),
        (r"2 \lambda b", "wrong"),
        (r"2 |V|^2 \lambda b", "wrong"),
        (r"2 |V| \lambda |b|", "wrong"),
    ],
)
def test_the_number_of_elements_as_a_factor(line: str, expected: str) -> None:
    said = r"$$ E = \sum_{j=1}^{|V|} \left( (r_j - y_j)^2 + \lambda b^2 \right) $$"
    assert verdict(said, rf"$$ \frac{{\partial E}}{{\partial b}} = {line} $$") == expected
