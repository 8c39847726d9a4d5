r"""An index typed right behind a script inside of a script, `c_{y_ik}` beside `c_{jk}` and `y_i`."""

from __future__ import annotations

import pytest

from symderiv.latex.run_on_scripts import indices_run_on
from tests.judging import check, verdict

CENTERS = (
    r"$$ x_{ik} = \sum_{q=1}^p U_{kq} v_{iq} $$",
    r"$$ C = \frac12 \sum_{i=1}^m \sum_{k=1}^d (x_{ik} - c_{y_ik})^2 $$",
    r"mit der Klasse $y_i \in \{1, \dots, n\}$.",
)
CENTER_LINES = [
    (r"\frac{\partial C}{\partial x_{ik}} = x_{ik} - c_{y_ik}", "right"),
    (r"\frac{\partial C}{\partial x_{ik}} = c_{y_ik} - x_{ik}", "wrong"),
    (r"\frac{\partial C}{\partial c_{jk}} = \sum_{i=1}^m \mathbb{1}(y_i = j) (c_{jk} - x_{ik})", "right"),
    (r"\frac{\partial C}{\partial c_{jk}} = \sum_{i=1}^m \mathbb{1}(y_i = j) (x_{ik} - c_{jk})", "wrong"),
    (r"\frac{\partial C}{\partial c_{jk}} = \sum_{i=1}^m (c_{jk} - x_{ik})", "wrong"),
    (r"\frac{\partial C}{\partial U_{kq}} = \sum_{i=1}^m (x_{ik} - c_{y_ik}) v_{iq}", "right"),
    (r"\frac{\partial C}{\partial U_{kq}} = \sum_{i=1}^m (x_{ik} - c_{y_ik})", "wrong"),
]
BESIDE = r"$$ \frac{\partial C}{\partial c_{jk}} = \sum_{i=1}^m [y_i = j] (c_{jk} - x_{ik}) $$"


@pytest.mark.parametrize(("line", "expected"), CENTER_LINES)
def test_centers_of_classes(line: str, expected: str) -> None:
    assert verdict(*CENTERS, BESIDE, f"$$ {line} $$") == expected


MEANS = (
    r"$$ \mathcal{J} = \frac12 \sum_{n=1}^N \sum_{d=1}^D (x_{nd} - \mu_{z_nd})^2 $$ где $z_n \in \{1, \dots, K\}$.",
)
MEAN_LINES = [
    (r"\frac{\partial \mathcal{J}}{\partial \mu_{kd}} = -\sum_{n=1}^N [z_n = k] (x_{nd} - \mu_{kd})", "right"),
    (r"\frac{\partial \mathcal{J}}{\partial \mu_{kd}} = \sum_{n=1}^N [z_n = k] (x_{nd} - \mu_{kd})", "wrong"),
    (r"\frac{\partial \mathcal{J}}{\partial \mu_{kd}} = -\sum_{n=1}^N (x_{nd} - \mu_{z_nd})", "wrong"),
]


@pytest.mark.parametrize(("line", "expected"), MEAN_LINES)
def test_means_of_clusters(line: str, expected: str) -> None:
    assert verdict(*MEANS, f"$$ {line} $$") == expected


def test_it_is_asked_where_the_page_does_not_tell() -> None:
    found = check("\n\n".join((*CENTERS, r"$$ \frac{\partial C}{\partial x_{ik}} = x_{ik} - c_{y_ik} $$")))
    assert {str(c.judgement) for c in found.claims} == {"unreadable"}  # `c_{jk}` stands nowhere


TEXTS = [
    (("c_{jk}", "y_{ik}"), ()),  # y has two indices
    (("c_{jk}", "y_i^{(n)}"), ()),
    (("c_{jk}", "y^{(n)}_i", "y_i"), ()),
    (("c_{jk}", "y_ik"), ()),  # nor is it one anywhere
    (("c_j", "y_i"), ()),  # c has one index
    (("c_{jkl}", "y_i"), ()),
    (("bc_{kj}", "y_i"), ()),  # the last one is another
    (("rec_{jk}", "y_i"), ()),  # another name
    (("c_{jk}", r"\my_i"), ()),
    (("c_{j, k}", "y_1 y_i"), ("y_ik",)),
    (("2c_{jk}", "s_{iy_i}"), ("y_ik",)),
]


@pytest.mark.parametrize(("texts", "expected"), TEXTS)
def test_what_tells(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert indices_run_on(["x_{ik} - c_{y_ik}", *texts]) == {*expected}


def test_indices_before_it() -> None:
    texts = [r"\mathbf{W}_{l y_ik} + \mathbf{W}_{ly_ik}", r"\mathbf{W}_{ljk}", "y_i"]
    assert indices_run_on(texts) == {"y_ik"}
    assert not indices_run_on([*texts[:1], r"\mathbf{W}_{jk}", "y_i"])
