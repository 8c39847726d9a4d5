r"""Names that letters of two sides tell apart, `b_u + b_i`, where no length is stated: the definitions say it, and no
line that is judged; two entries that are multiplied may be of one array.

By hand: $\partial E/\partial b_u = -2 \sum_i e_{ui}$ where $b_u$ and $b_i$ are two arrays; of a form
$\sum_{ij} x_i c_{ij} x_j$ the derivative by $x_k$ is $\sum_j c_{kj} x_j + \sum_i x_i c_{ik}$.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict

RATINGS = (
    r"$$ \hat{r}_{ui} = m + b_u + b_i + \sum_k p_{uk} q_{ik} $$ $$ e_{ui} = r_{ui} - \hat{r}_{ui} $$"
    r"$$ E = \sum_{u,i} e_{ui}^2 $$"
)
USERS = r"$$ \frac{\partial E}{\partial b_u} = -2 \sum_i e_{ui} $$"
ITEMS = r"$$ \frac{\partial E}{\partial b_i} = -2 \sum_u e_{ui} $$"
BESIDE = {
    "the same": USERS,
    "a slip": USERS.replace("e_{ui}", "e_{iu}"),
    "another letter": USERS.replace("u", "v"),
    "another letter and a slip": USERS.replace("u", "v").replace("e_{vi}", "e_{iv}"),
    "one of an item in the place of a user": ITEMS.replace("b_i", "b_j").replace("e_{ui}", "e_{ju}"),
    "one of factors": USERS.replace("_u", "_k").replace("e_{ui}", "e_{ki}"),
}
REGRESSION = r"$$ M = \sum_i (\sum_j X_{ij} w_j - y_i)^2 $$"


def verdicts(*displays: str) -> list[str]:
    """The verdicts on one page."""
    return [str(c.judgement) for c in check("\n\n".join(displays)).claims]


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_no_line_beside_changes_what_names_are(beside: str) -> None:
    """An index in the wrong place in one line made every other one wrong."""
    assert verdicts(RATINGS, USERS, ITEMS, beside)[:2] == ["right", "right"]
    assert verdicts(RATINGS, beside, USERS, ITEMS)[1:] == ["right", "right"]
    slips = [USERS.replace("-2", "2"), ITEMS.replace("-2", "-")]
    assert verdicts(RATINGS, *slips, beside)[:2] == ["wrong", "wrong"]


@pytest.mark.parametrize("slip", ["a slip", "another letter and a slip", "one of an item in the place of a user"])
def test_slips_are_not_right(slip: str) -> None:
    assert verdicts(RATINGS, BESIDE[slip])[0] != "right"
    assert verdicts(RATINGS, USERS, BESIDE[slip])[1] != "right"


@pytest.mark.parametrize("form", [r"\sum_i \sum_j x_i c_{ij} x_j", r"\sum_{i,j} c_{ij} x_i x_j"])
@pytest.mark.parametrize("ends", [False, True])
def test_a_form_is_one_of_one_array(form: str, ends: bool) -> None:
    r"""`\sum_j c_{kj} x_j` was right beside a regression in the letters of which i numbers examples."""
    page = rf"$$ f = {form} $$"
    line = r"$$ \frac{\partial f}{\partial x_k} = %s $$"
    lines = [line % x for x in (r"\sum_j c_{kj} x_j + \sum_i x_i c_{ik}", r"\sum_j c_{kj} x_j", r"2 \sum_j c_{kj} x_j")]
    beside = REGRESSION
    if ends:
        page = (
            page.replace(r"\sum_{i,j}", r"\sum_i \sum_j")
            .replace("_i ", "_{i=1}^n ", 1)
            .replace("m_j ", "m_{j=1}^n ", 1)
        )
        lines = [x.replace("m_j ", "m_{j=1}^n ").replace("m_i ", "m_{i=1}^n ") for x in lines]
        beside = beside.replace("m_i ", "m_{i=1}^N ").replace("m_j ", "m_{j=1}^p ")
    assert each_verdict(page, beside, lines=lines) == ["right", "wrong", "wrong"]


def test_two_entries_multiplied() -> None:
    """They may be of one array, or of two: a line is right or wrong where it is so in both."""
    page = r"$$ f = \sum_{i,j} (r_{ij} - x_i x_j)^2 $$"
    line = r"$$ \frac{\partial f}{\partial x_i} = -2 \sum_j (r_{ij} - x_i x_j) x_j $$"
    found = each_verdict(page, REGRESSION, lines=[line, line.replace("-2", "2"), line.replace(") x_j", ")")])
    assert found == ["unproved", "wrong", "wrong"]


def test_letters_told_by_their_places_in_definitions() -> None:
    r"""A letter is told by where it stands, `v_{lj}`, and no line with an index in the wrong place says otherwise."""
    page = (
        r"$$ a_j = \sum_{i=1}^n w_{ji} x_i $$ $$ z_j = g(a_j) $$ ( $j = 1, \dots, H$ )"
        r"$$ a_k = \sum_{j=1}^H v_{kj} z_j $$ $$ y_k = g(a_k) $$ ( $k = 1, \dots, K$ )"
        r"$$ E = \frac12 \sum_{k=1}^K (y_k - t_k)^2 $$"
    )
    line = r"$$ \frac{\partial E}{\partial z_j} = \sum_l v_{lj} \frac{\partial E}{\partial a_l} $$"
    slip = r"$$ \frac{\partial E}{\partial v_{kj}} = v_{jj} (y_k - t_k) g'(a_k) $$"
    assert verdicts(page, line)[0] == "right"
    assert verdicts(page, line, slip)[0] == "right"
    assert verdicts(page, line.replace("= ", "= 2 "), slip)[0] == "wrong"
