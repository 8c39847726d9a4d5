r"""What a page takes for granted of its inputs, in words; a network that is given takes nothing more for granted."""

from __future__ import annotations

import pytest

from symderiv.network import complete
from symderiv.read import read_draft

from .judging import check

NETWORK = r"""$$y_k = \frac{\exp(z_k)}{\sum_{l=1}^{K} \exp(z_l)} \quad (k = 1, \dots, K)$$

$$E = -\sum_{k=1}^{K} t_k \log(y_k)$$

"""
RESULT = r"\frac{\partial E}{\partial z_k} = y_k - t_k"
OPEN = r"\frac{\partial E}{\partial z_k} = y_k \sum_{l=1}^{K} t_l - t_k"

SAID = [
    rf"Assume $\sum_{{k=1}}^{{K}} t_k = 1$. Then $${RESULT}$$",
    rf"We suppose that $\sum_k t_k = 1$, so that $${RESULT}$$",
    rf"$${OPEN} = y_k - t_k$$ since $\sum_l t_l = 1$.",
    rf"$${OPEN} = y_k - t_k \quad (\because \sum_l t_l = 1)$$",
    rf"$${OPEN} = y_k - t_k \text{{ since $\sum_{{l=1}}^K t_l = 1$}}$$",
    f"$${RESULT}$$ where $\\sum_{{k=1}}^{{K}} t_k = 1$.",
    rf"ただし $\sum_k t_k = 1$ とする。$${RESULT}$$",
    rf"$\sum_l t_l = 1$ なので $${RESULT}$$",
]


@pytest.mark.parametrize("said", SAID)
def test_it_is_used_and_told(said: str) -> None:
    for page in (NETWORK + said, (NETWORK + said).replace("t_", "q_").replace("K", "M")):
        report = check(page)
        assert report.verdict == "right"
        assert any(note.endswith("is assumed") for note in report.notes)
        assert check(page.replace("= 1$", "= 2$").replace("= 1)$", "= 2)$")).verdict != "right"


NOT_SAID = [
    rf"$${RESULT}$$",
    rf"Since $\sum_k y_k t_k = 1$, $${RESULT}$$",
    rf"Since $\sum_k \frac{{\partial E}}{{\partial z_k}} = 0$, $${RESULT}$$",
]


@pytest.mark.parametrize("said", NOT_SAID)
def test_a_claim_is_no_assumption(said: str) -> None:
    """It is wrong; of targets that nearly always add up to one it is left open."""
    assert check(NETWORK + said).verdict in ("wrong", "unproved")


@pytest.mark.parametrize("said", SAID)
def test_a_given_network_assumes_nothing_more(said: str) -> None:
    system = complete(read_draft(NETWORK))
    report = check(said, network=system)
    results = [link for c in report.claims for link in c.links if link.latex.endswith("y_k - t_k")]
    assert results
    assert all(str(link.judgement) != "right" for link in results)


@pytest.mark.parametrize(("value", "verdict"), [("1", "right"), ("2", "wrong")])
def test_the_sum_over_pairs_typed_with_a_bracket(value: str, verdict: str) -> None:
    page = (
        r"$$ E = w \sum_{i=1}^N \sum_{j=1}^N [i \ne j] p_{ij} $$"
        r" where $\sum_{i=1}^N \sum_{j=1}^N [i \ne j] p_{ij} = 1$."
        r" $$ \frac{\partial E}{\partial w} = VALUE $$"
    )
    report = check(page.replace("VALUE", value))
    assert [c.judgement.value for c in report.claims] == [verdict]
