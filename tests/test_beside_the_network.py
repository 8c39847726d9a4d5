"""What a page says beside its network: cases of a label, functions that take more, two pi."""

from __future__ import annotations

import pytest

from symderiv.read import read_document

from .judging import check

LOSS = r"the loss is $$L = -y \log p - (1-y) \log(1-p), \quad p = \frac{1}{1+e^{-s}}$$ "
SLOPE = r"$$\frac{\partial L}{\partial s} = p - 1$$"


@pytest.mark.parametrize(
    "words",
    [
        "For a label $y$ ($y=1$ for cats, $y=0$ for dogs) ",
        "With $y = 1$ for cats and $y = -1$ for dogs, ",
        "Positive pairs ($y = 1$) are near, negative ones ($y = 0$) far; ",
    ],
)
def test_cases_of_a_label_give_it_no_value(words: str) -> None:
    report = check(f"{words}{LOSS}\n\n{SLOPE}")
    assert [str(c.judgement) for c in report.claims] == ["wrong"]


def test_what_a_function_takes_from_the_page_is_an_argument() -> None:
    page = r"With $q(u) = \kappa r(u)$ and $r(u) = e^{-\lambda u^2}$, $$E = \sum_{i=1}^N q(u_i)$$"
    functions = {f.name: tuple(p.key for p in f.parameters) for f in read_document(page).draft.functions}
    assert functions == {"q": ("u", r"\kappa", r"\lambda"), "r": ("u", r"\lambda")}


def test_two_pi_is_a_number_beside_a_name_pi() -> None:
    page = (
        r"$$n = \sum_{k=1}^K \frac{\pi_k}{\sqrt{2\pi}}$$ $$\frac{\partial n}{\partial \pi_k} = \frac{1}{\sqrt{2\pi}}$$"
    )
    assert [str(c.judgement) for c in check(page).claims] == ["right"]
    assert [
        str(c.judgement)
        for c in check(page[:-2].replace(r"= \frac{1}{\sqrt{2\pi", r"= \frac{1}{\sqrt{\pi") + "$$").claims
    ] != ["right"]
