r"""The largest entry that softmax subtracts, typed as that of one entry: `\sum_q e^{u_q - \max(u_q)}`.

By hand: what is subtracted cancels, so `\partial p_r/\partial u_q = p_r (\delta_{rq} - p_q)`, and
`L = -\log p_{target}` has the derivative `p_q` by what is not the target, `p_{target} - 1` by what is.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SHARES = r"$$ p_r = \frac{e^{u_r - MINE}}{\sum_{q=1}^{Q} e^{u_q - OTHERS}} $$ ($1 \le r \le Q$)"
TRUE = r"$$ \frac{\partial p_r}{\partial u_q} = p_r (\delta_{rq} - p_q) $$"
SLIP = r"$$ \frac{\partial p_r}{\partial u_q} = p_r \delta_{rq} $$"
EQUAL = r"$$ \frac{\partial p_r}{\partial u_q} = 0 $$"
TYPED = (
    (r"\max(u_r)", r"\max(u_q)"),
    (r"max({u}_q)", r"max({u}_q)"),
    (r"\max\{u_r\}", r"\max\{u_q\}"),
    (r"\max(u)", r"\max(u)"),
    (r"\max(\mathbf{u})", r"\max(\mathbf{u})"),
)


@pytest.mark.parametrize(("mine", "others"), TYPED)
def test_it_is_the_largest_of_all(mine: str, others: str) -> None:
    page = SHARES.replace("MINE", mine).replace("OTHERS", others)
    assert each_verdict(page, lines=[TRUE, SLIP, EQUAL]) == ["right", "wrong", "wrong"]


def test_it_is_over_the_index_of_the_sum() -> None:
    page = SHARES.replace("MINE", r"\max(u_{nr})").replace("OTHERS", r"\max(u_{nq})")
    page = page.replace("p_r", "p_{nr}").replace("u_r ", "u_{nr} ").replace("u_q ", "u_{nq} ")
    page = page.replace("($1", r"($1 \le n \le N$, $1")
    line = r"$$ \frac{\partial p_{nr}}{\partial u_{nq}} = p_{nr} (\delta_{rq} - p_{SOME}) $$"
    assert each_verdict(page, lines=[line.replace("SOME", "nq"), line.replace("SOME", "nr")]) == ["right", "wrong"]


def test_rectifiers_stay_what_they_are() -> None:
    page = r"$$ y_q = \max(0, u_q) $$ ($1 \le q \le Q$)" + "\n\n" + r"$$ S = \sum_{q=1}^{Q} e^{u_q - \max(0, u_q)} $$"
    assert verdict(page, r"$$ \frac{\partial S}{\partial u_q} = [u_q < 0] e^{u_q} $$") != "wrong"


FRONT = '+++\nobjective = "L"\n[ranges]\n"q" = "1..Q"\nRANGE\n+++\n\n'
LOSS = r"$$ L = -\log \frac{e^{u_{target} - max(u_q)}}{\sum_{q=1}^{Q} e^{u_q - max(u_q)}} $$"
BY_ANY = r"$$ \frac{\partial L}{\partial u_q} = \frac{e^{u_q}}{\sum_{r=1}^{Q} e^{u_r}} $$ ( $q \ne target$ )"
BY_IT = r"$$ \frac{\partial L}{\partial u_{target}} = \frac{e^{u_{target}}}{\sum_{r=1}^{Q} e^{u_r}} SLIP $$"


def test_a_word_that_the_front_matter_gives_a_range_is_an_index() -> None:
    page = FRONT.replace("RANGE", '"target" = "1..Q"') + LOSS
    assert verdict(page, BY_ANY) == "right"
    assert each_verdict(
        page, BY_ANY, lines=[BY_ANY.rsplit("(", 1)[0], BY_IT.replace("SLIP", "- 1"), BY_IT.replace("SLIP", "")]
    ) == ["wrong", "right", "wrong"]


def test_without_a_range_it_may_be_a_label() -> None:
    page = FRONT.replace("RANGE\n", "") + LOSS
    assert verdict(page, BY_ANY, BY_IT.replace("SLIP", "")) not in ("right", "wrong")
