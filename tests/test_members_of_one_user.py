r"""Pages about one user with a set of items: `(i \in N(u))` beside derivatives that leave u out."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""$%s

$$z_u = \frac{1}{\sqrt{|N(u)|}} \sum_{i \in N(u)} y_i$$

$$s_u = (p_u + z_u) q^T$$

$$E = \frac12 (r_u - s_u)^2 + \frac{\lambda}{2} \Big(\|p_u\|^2 + \sum_{i \in N(u)} \|y_i\|^2\Big)$$

# Derivation

"""
SAID = {
    "en": r"p_u$, $q$ and $y_i$ are all $k$-dimensional row vectors.",
    "zh": r"p_u$、$q$、$y_i$ 都是 $k$ 维行向量。",
    "ja": r"p_u$、$q$、$y_i$ はいずれも $k$ 次元の行ベクトルとする。",
    "de": r"p_u$, $q$ und $y_i$ sind alle $k$-dimensionale Zeilenvektoren.",
}


@pytest.mark.parametrize("language", SAID)
def test_a_list_of_rows_may_be_called_so_at_once(language: str) -> None:
    page = NETWORK % SAID[language]
    line = r"$$\frac{\partial E}{\partial p_u} = -(r_u - s_u) q %s \lambda p_u$$"
    assert each_verdict(page, lines=[line % "+", line % "-"]) == ["right", "wrong"]


def test_elements_of_the_set_of_one_user() -> None:
    cases = [
        (r"-\frac{(r_u - s_u) q}{\sqrt{|N(u)|}} + \lambda y_i$$ ($i \in N(u)$)", "right"),
        (r"-(r_u - s_u) q + \lambda y_i$$ ($i \in N(u)$)", "wrong"),
        (r"-\frac{(r_u - s_u) q}{|N(u)|} + \lambda y_i, \quad i \in N(u)$$", "wrong"),
        (r"\frac{(r_u - s_u) q}{\sqrt{|N(u)|}} + \lambda y_i$$ ($i \in N(u)$)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases,
        each_verdict(NETWORK % SAID["en"], lines=[r"$$\frac{\partial E}{\partial y_i} = " + line for line, _ in cases]),
        strict=True,
    ):
        assert found == expected, line


@pytest.mark.parametrize("said", [r"($i \in N(v)$)", r"($i \notin N(u)$)"])
def test_other_items_are_not_those(said: str) -> None:
    line = r"$$\frac{\partial E}{\partial y_i} = -\frac{(r_u - s_u) q}{\sqrt{|N(u)|}} + \lambda y_i$$ "
    assert verdict(NETWORK % SAID["en"], line + said) != "right"


def test_an_objective_of_all_users_has_more_terms() -> None:
    """Beside a sum over users, `(i \\in N(u))` does not say which of them is meant."""
    page = r"""$$z_u = \sum_{i \in N(u)} y_i$$

$$E = \frac12 \sum_{u=1}^{U} (r_u - z_u)^2$$

# Derivation
"""
    line = r"$$\frac{\partial E}{\partial y_i} = -%s(r_u - z_u)$$"
    found = each_verdict(page, lines=[line % "" + r" ($i \in N(u)$)", line % r"\sum_{u: i \in N(u)} "])
    assert found[0] not in ("right", "wrong")
    assert found[1] == "right"


def test_lists_that_are_not_called_so() -> None:
    page = NETWORK % r"p_u$、$q$、$y_i$ 不都是 $k$ 维行向量。"
    assert verdict(page, r"$$\frac{\partial E}{\partial p_u} = -(r_u - s_u) q + \lambda p_u$$") not in (
        "right",
        "wrong",
    )
