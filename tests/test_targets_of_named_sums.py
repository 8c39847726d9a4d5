r"""Targets of a softmax whose sum, exponentials or logarithm have names: as where all is written out.

By hand: `\partial L/\partial z_i = p_i \sum_j t_j - t_i`, which is `p_i - t_i` where the targets add up to one.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

LOSS = r"L = -\sum_i t_i \log p_i"
PAGES = {
    "sum": (r"Z = \sum_k e^{z_k}", r"p_i = \frac{e^{z_i}}{Z}", LOSS),
    "behind": (r"p_i = e^{z_i} / Z", r"Z = \sum_{k=1}^K \exp(z_k)", LOSS),
    "inverse": (r"p_i = Z^{-1} e^{z_i}", r"Z = \sum_k e^{z_k}", LOSS),
    "factor": (r"Z = \sum_k e^{z_k}", r"p_i = \frac{1}{Z} e^{z_i}", LOSS),
    "exponentials": (r"S = \sum_j s_j", r"s_i = e^{z_i}", r"p_i = \frac{s_i}{S}", LOSS),
    "logarithm": (r"A = \log \sum_k e^{z_k}", r"p_i = e^{z_i - A}", LOSS),
    "logarithm of a name": (r"Z = \sum_k e^{z_k}", r"A = \ln Z", r"p_i = \exp(z_i - A)", r"L = -\sum_i t_i \ln p_i"),
    "logarithms alone": (
        r"A = \log \sum_k e^{z_k}",
        r"q_i = z_i - A",
        r"p_i = e^{q_i}",
        r"L = -\sum_i t_i q_i",
    ),
    "logarithm named": (r"Z = \sum_k e^{z_k}", r"p_i = \frac{e^{z_i}}{Z}", r"q_i = \log p_i", r"L = -\sum_i t_i q_i"),
    "in brackets": (r"A = \log \sum_k e^{z_k}", r"p_i = e^{z_i - A}", r"L = \sum_i t_i (A - z_i)"),
    "divergence": (r"Z = \sum_k e^{z_k}", r"p_i = \frac{e^{z_i}}{Z}", r"L = \sum_i t_i \log \frac{t_i}{p_i}"),
}
LINE = r"\frac{\partial L}{\partial z_i} = p_i - t_i"
SLIPS = (
    r"\frac{\partial L}{\partial z_i} = t_i - p_i",
    r"\frac{\partial L}{\partial z_i} = p_i (1 - t_i)",
    r"\frac{\partial L}{\partial z_i} = -\frac{t_i}{p_i}",
)


def _judged(name: str, words: str, line: str) -> str:
    return verdict(*(f"$$ {x} $$" for x in PAGES[name]), words, f"$$ {line} $$")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The targets are one-hot.", "right"),
        ("The labels are one-hot encoded.", "right"),
        ("", "unproved"),
        ("$t$ is not one-hot.", "wrong"),
    ],
)
def test_what_targets_add_up_to(name: str, words: str, wanted: str) -> None:
    assert _judged(name, words, LINE) == wanted


@pytest.mark.parametrize("name", PAGES)
def test_slips_are_wrong(name: str) -> None:
    said = ("",) if name == "divergence" else ("", "The targets are one-hot.")  # `0 \\log 0` has no value
    assert {_judged(name, words, x) for words in said for x in SLIPS} == {"wrong"}


def test_of_each_example() -> None:
    page = (
        r"$$ Z_n = \sum_k e^{z_{nk}} $$",
        r"$$ p_{nk} = \frac{e^{z_{nk}}}{Z_n} $$",
        r"$$ L = -\sum_n \sum_k t_{nk} \log p_{nk} $$",
        "The targets are one-hot.",
    )
    assert each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial L}{\partial z_{nk}} = p_{nk} - t_{nk} $$",
            r"$$ \frac{\partial L}{\partial z_{nk}} = t_{nk} - p_{nk} $$",
        ],
    ) == ["right", "wrong"]


def test_of_examples_in_columns() -> None:
    """The class is what the named sum runs over."""
    page = (
        r"$$ Z_n = \sum_k e^{z_{kn}} $$",
        r"$$ p_{kn} = \frac{e^{z_{kn}}}{Z_n} $$",
        r"$$ L = -\sum_n \sum_k t_{kn} \log p_{kn} $$",
        "The targets are one-hot.",
    )
    assert verdict(*page, r"$$ \frac{\partial L}{\partial z_{kn}} = p_{kn} - t_{kn} $$") == "right"


@pytest.mark.parametrize("total", [r"Z = \sum_k z_k^2", r"Z = \prod_k e^{z_k}"])
def test_other_shares_have_no_such_targets(total: str) -> None:
    """Weights of `\\log (z_i^2 / Z)` are any weights: a line that takes their sum for one is wrong."""
    own = r"\frac{z_i^2}{Z}" if "z_k^2" in total else r"\frac{e^{z_i}}{Z}"
    slip = r"\frac{2 p_i - 2 t_i}{z_i}" if "z_k^2" in total else r"1 - t_i"
    page = f"$$ {total} $$", f"$$ p_i = {own} $$", f"$$ {LOSS} $$"
    assert verdict(*page, rf"$$ \frac{{\partial L}}{{\partial z_i}} = {slip} $$") == "wrong"
    true = slip.replace("2 p_i", r"2 p_i \sum_j t_j").replace("1 -", r"\sum_j t_j -")
    assert verdict(*page, rf"$$ \frac{{\partial L}}{{\partial z_i}} = {true} $$") == "right"
