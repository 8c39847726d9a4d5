r"""Totals behind a multiplier, `\kappa (\sum_q m_q - m)`: held fixed, a number of their own beside the `m_q`.

By hand: the derivative of `\sum_q v_q^2/m_q + \kappa (\sum_q m_q - m)` by `m_q` is `-v_q^2/m_q^2 + \kappa`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

PAGE = r"""%s

$$ L = \sum_{q=1}^Q \frac{v_q^2}{m_q} + \kappa \left( \sum_{q=1}^Q m_q - TOTAL \right) $$

# Derivation

"""
SAID = [
    "",
    "The total is $TOTAL$.",
    r"We minimise $v$ subject to $\sum_{q=1}^Q m_q = TOTAL$:",
    r"where $TOTAL = \sum_q m_q$ is the total.",
    r"Let $\sum_{q=1}^Q m_q = TOTAL$.",
    r"$$ TOTAL = \sum_{p=1}^Q m_p $$",
    r"$$ \sum_{q=1}^Q m_q = TOTAL $$",
]


@pytest.mark.parametrize("total", ["m", "M"])
@pytest.mark.parametrize("said", SAID)
def test_the_total_is_fixed(said: str, total: str) -> None:
    cases = [
        (r"\frac{\partial L}{\partial m_q} = -\frac{v_q^2}{m_q^2} + \kappa", "right"),
        (r"\frac{\partial L}{\partial m_q} = -\frac{v_q^2}{m_q^2}", "wrong"),
        (r"\frac{\partial L}{\partial m_q} = -\sum_q \frac{v_q^2}{m_q^2} + \kappa", "wrong"),
        (r"\frac{\partial L}{\partial \kappa} = \sum_q m_q - TOTAL", "right"),
        (r"\frac{\partial L}{\partial \kappa} = TOTAL - \sum_q m_q", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(
            (PAGE % said).replace("TOTAL", total), lines=[f"$$ {line} $$".replace("TOTAL", total) for line, _ in cases]
        ),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize("said", SAID[2:])
def test_what_is_asked_of_the_terms_is_no_slip(said: str) -> None:
    cases = [r"\sum_q m_q - M = 0", r"\frac{\partial L}{\partial \kappa} = 0"]
    for line, found in zip(
        cases, each_verdict((PAGE % said).replace("TOTAL", "M"), lines=[f"$$ {line} $$" for line in cases]), strict=True
    ):
        assert found == "unproved", line


@pytest.mark.parametrize(
    "line", [r"\frac{v_q^2}{m_q^2}", r"\frac{v_q^2}{m_q^2} + \kappa", r"\frac{v_q^2}{m_q^2} - \kappa"]
)
def test_a_total_that_the_page_computes_with_may_depend_on_its_terms(line: str) -> None:
    said = r"$$ M = \sum_{q=1}^Q m_q $$ $$ w_q = \frac{m_q}{M} $$"
    page = (PAGE % said).replace("TOTAL", "M")
    assert set(
        each_verdict(
            page,
            lines=[
                rf"$$ \frac{{\partial L}}{{\partial m_q}} = -{line} $$",
                r"$$ \frac{\partial w_q}{\partial m_q} = \frac{1}{M} $$",
            ],
        )
    ) <= {"unproved", "unreadable"}


def test_squares_of_such_differences() -> None:
    page = r"A penalty: $$ F = \sum_{q=1}^Q v_q m_q^2 + \frac{\lambda}{2} (m - \sum_{q=1}^Q m_q)^2 $$"
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial F}{\partial m_q} = 2 v_q m_q - \lambda (m - \sum_p m_p) $$",
            r"$$ \frac{\partial F}{\partial m_q} = 2 v_q m_q + \lambda (m - \sum_p m_p) $$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "said",
    [
        r"The vector $m$ has the entries $m_q$.",
        r"$$ R = \sum_q (A m)_q $$",
        r"$$ L(m, \kappa) = L $$",
        r"$$ R = m^\top m $$",
    ],
)
def test_vectors_stay_vectors(said: str) -> None:
    line = r"$$ \frac{\partial L}{\partial m_q} = -\frac{v_q^2}{m_q^2} %s $$"
    found = {verdict((PAGE % said).replace("TOTAL", "m"), line % x) for x in ("", r"+ \kappa")}
    assert found <= {"unreadable", "unproved"}


def test_a_total_without_a_multiplier_is_what_it_is_defined_to_be() -> None:
    page = r"$$ M = \sum_{q=1}^Q m_q $$ $$ L = \sum_{q=1}^Q m_q^2 - M $$"
    assert each_verdict(
        page,
        lines=[r"$$ \frac{\partial L}{\partial m_q} = 2 m_q - 1 $$", r"$$ \frac{\partial L}{\partial m_q} = 2 m_q $$"],
    ) == ["right", "wrong"]


SHARES = r"""%s

$$ L = \sum_{q=1}^Q m_q \log \frac{m_q}{m} + \kappa (\sum_{q=1}^Q m_q - m) $$

# Derivation

$$ \frac{\partial L}{\partial m_q} = %s $$
"""
LINES = (r"\log \frac{m_q}{m} + 1 + \kappa", r"\log \frac{m_q}{m}")


@pytest.mark.parametrize(
    "said", [r"With $m = \sum_{q=1}^Q m_q$ fixed,", r"The total $m = \sum_{q=1}^Q m_q$ is held fixed."]
)
def test_totals_that_words_hold_fixed(said: str) -> None:
    assert verdict(SHARES % (said, LINES[0]), "") == "right"
    both = SHARES % (said, LINES[0])
    assert verdict(both, rf"$$ \frac{{\partial L}}{{\partial m_q}} = {LINES[1]} $$") == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        r"$$ m = \sum_{q=1}^Q m_q $$",
        r"Here $m = \sum_{q=1}^Q m_q$ is the total.",
        r"Here $m = \sum_{q=1}^Q m_q$ is not fixed.",
        r"If $m = \sum_{q=1}^Q m_q$ is fixed, it is another task.",
    ],
)
def test_totals_in_the_letter_of_their_terms_that_may_depend_on_them(said: str) -> None:
    assert {verdict(SHARES % (said, x), "") for x in LINES} <= {"unproved", "unreadable"}
