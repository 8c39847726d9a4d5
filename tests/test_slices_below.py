r"""What a row or a column has one of, with the slice below or in parentheses: `\mu_{W_{c,\cdot}}`; by hand: means."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

MEAN = r"$$ \mu_{W_{c,\cdot}} = \frac{1}{I} \sum_{j=1}^{I} W_{c,j} $$ ($1 \le c \le O$)" + "\n\n"
CENTRED = (
    MEAN
    + r"""$$ V_{c,j} = W_{c,j} - \mu_{W_{c,\cdot}} $$

$$ E = \frac12 \sum_{c=1}^O \sum_{j=1}^I V_{c,j}^2 $$

# Derivation
"""
)


def by_entry(of: str, line: str, by: str = "W_{c,j}") -> str:
    return rf"$$ \frac{{\partial {of}}}{{\partial {by}}} = {line} $$"


def test_a_mean_of_each_row() -> None:
    cases = [
        (r"\mu_{W_{c,\cdot}}", r"\frac1I", "right"),
        (r"\mu_{W_{d,\cdot}}", r"\frac1I \delta_{cd}", "right"),
        (r"\mu_{W_{d,\cdot}}", r"\frac1I", "wrong"),
        (r"\mu_{W_{1,\cdot}}", r"\frac1I [c = 1]", "right"),
        (r"\mu_{W_{c,\cdot}}^2", r"\frac2I \mu_{W_{c,\cdot}}", "right"),
        (r"\mu_{W_{c,\cdot}}^2", r"\frac2I", "wrong"),
        ("E", "V_{c,j}", "right"),
        ("E", r"V_{c,j} - \mu_{W_{c,\cdot}}", "wrong"),
        # no equation says what these are
        (r"\mu_{V_{c,\cdot}}", "0", "unreadable"),
        (r"\mu_{W_{\cdot,j}}", r"\frac1O", "unreadable"),
        (r"\mu_{W_{c,\cdot}^2}", r"\frac2I W_{c,j}", "unreadable"),
    ]
    for (_, line, expected), found in zip(
        cases, each_verdict(CENTRED, lines=[by_entry(of, line) for of, line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_the_letter_with_other_indices() -> None:
    """`\\mu_c` may be short for it, or not."""
    cases = ["0", r"\frac1I"]
    for line, found in zip(
        cases, each_verdict(CENTRED, lines=[by_entry(r"\mu_c", line) for line in cases]), strict=True
    ):
        assert found == "unproved", line


def test_what_is_supposed_of_it() -> None:
    """`\\mu_{X_{:,j}} = 0` does not say what it is, and the data may still be moved."""
    page = "$$ \\mu_{X_{:,j}} = 0 $$\n\n$$ E = \\sum_{i=1}^n \\sum_{j=1}^m X_{i,j}^2 $$\n\n# Derivation"
    line = by_entry(r"\mu_{X_{:,j}}", r"\frac1n", "X_{i,j}")
    assert verdict(page, line) not in ("right", "wrong")


BOTH = r"""$$ \bar{x}_{A_{\bullet, j}} = \frac{1}{n} \sum_{i=1}^{n} A_{i,j}
\qquad \bar{x}_{A_{i, \bullet}} = \frac{1}{m} \sum_{j=1}^{m} A_{i,j} $$

$$ B_{i,j} = A_{i,j} - \bar{x}_{A_{\bullet, j}} - 2 \bar{x}_{A_{i, \bullet}} $$

$$ E = \frac12 \sum_{i=1}^{n} \sum_{j=1}^m B_{i,j}^2 $$

# Derivation
"""


def test_means_of_rows_and_of_columns() -> None:
    cases = [
        (r"A_{\bullet, j}", r"- \sum_{i=1}^n B_{i,j}", "right"),
        (r"A_{i, \bullet}", r"-2 \sum_{j=1}^m B_{i,j}", "right"),
        (r"A_{i, \bullet}", r"- \sum_{j=1}^m B_{i,j}", "wrong"),
        (r"A_{i, \bullet}", r"-2 \sum_{i=1}^n B_{i,j}", "wrong"),
    ]
    for (_, line, expected), found in zip(
        cases,
        each_verdict(BOTH, lines=[by_entry("E", line, rf"\bar{{x}}_{{{of}}}") for of, line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


CALLED = r"""$$ m(X_{i,:}) = \frac{1}{D} \sum_{d=1}^{D} X_{i,d} $$

$$ E = \sum_{i=1}^N m(X_{i,:})^2 OTHER $$

# Derivation
"""


@pytest.mark.parametrize(
    ("other", "line", "expected"),
    [
        ("", r"\frac2D m(X_{i,:})", "right"),
        ("", r"\frac2D", "wrong"),
        ("", r"\frac1D m(X_{i,:})", "wrong"),
        (r"+ m(Y_{1,:})", r"\frac2D m(X_{i,:})", "unreadable"),
    ],
)
def test_the_slice_in_parentheses(other: str, line: str, expected: str) -> None:
    assert verdict(CALLED.replace("OTHER", other), by_entry("E", line, "X_{i,d}")) == expected


def test_roots_beside_a_function_of_that_letter() -> None:
    """The squares below the root and a logistic function that has the same letter."""
    page = (
        MEAN
        + r"""$$ \sigma(x) = \frac{1}{1+e^{-x}} $$

$$ \sigma_{W_{c,\cdot}} = \sqrt{\frac1I \sum_{j=1}^I W_{c,j}^2} $$

$$ E = \sum_{c=1}^O \sigma(\mu_{W_{c,\cdot}}) $$

# Derivation
"""
    )
    root = by_entry(r"\sigma_{W_{c,\cdot}}", r"\frac{W_{c,j}}{I \sigma_{W_{c,\cdot}}}")
    assert each_verdict(
        page, lines=[root, root.replace("I ", ""), by_entry("E", r"\frac1I \sigma'(\mu_{W_{c,\cdot}})")]
    ) == ["right", "wrong", "right"]
