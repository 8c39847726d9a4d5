r"""A name is what stands at the end of its chain where its middle cannot be read, `u_j = {v_{w_j}}^T a = ..`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

PAGE = r"""
The score of output word $w_j$ is ( $j = 1, \dots, V$ )

$$ u_j = MIDDLE = \sum_{i=1}^{N} q_{ij} v_i $$

$$ E = -\sum_{j=1}^V t_j \log \frac{\exp(u_j)}{\sum_{k=1}^V \exp(u_k)} $$

where $\sum_{j=1}^V t_j = 1$.

$$ LINE $$
"""
UNREADABLE = (
    r"{v'_{w_j}}^T v_{w_I}",
    r"{q'_{w_j}}^T v_{w_I} = {q'_{w_j}}^T v_{w_K}",
    r"\langle q^{-1}_{w_j} | ? \rangle",
)
LINES = (
    (r"\frac{\partial u_j}{\partial v_i} = q_{ij}", "right"),
    (r"\frac{\partial u_j}{\partial v_i} = v_i", "wrong"),
    (r"\frac{\partial u_j}{\partial q_{ij}} = v_i", "right"),
    (r"\frac{\partial E}{\partial u_j} = t_j", "wrong"),
)


def _verdicts(page: str) -> list[str]:
    return [str(c.judgement) for c in check(page).claims]


@pytest.mark.parametrize("middle", UNREADABLE)
@pytest.mark.parametrize(("line", "verdict"), LINES)
def test_the_end_of_a_chain_tells_what_a_name_is(middle: str, line: str, verdict: str) -> None:
    first, *_, last = _verdicts(PAGE.replace("MIDDLE", middle).replace("LINE", line))
    assert (first, last) == ("unreadable", verdict)


def test_a_number_at_the_end_is_one_of_an_example() -> None:
    page = PAGE.replace("MIDDLE", UNREADABLE[0]).replace(r"\sum_{i=1}^{N} q_{ij} v_i $$", "0.3 $$")
    assert _verdicts(page.replace("LINE", r"\frac{\partial u_j}{\partial v_i} = 0"))[-1] not in ("right", "wrong")


def test_a_line_of_the_derivation_tells_nothing() -> None:
    """What cannot be read there may be right, and the end of it wrong."""
    page = r"""
# The model

$$ y = \sum_{i=1}^N w_i x_i $$

# Derivation

$$ \frac{\partial y}{\partial w_i} = x_i $$

$$ g_i = {x_{w_i}^{-1}}^T ? = \sum_{k=1}^N w_k x_i $$

$$ \frac{\partial g_i}{\partial x_i} = \sum_{k=1}^N w_k $$
"""
    assert _verdicts(page)[-1] not in ("right", "wrong")


@pytest.mark.parametrize(("line", "verdict"), LINES[:3])
def test_a_vector_named_by_its_entries_says_nothing_of_these(line: str, verdict: str) -> None:
    page = PAGE.replace(r"where $\sum", r"where $v_{w_I} = (v_i)$ is the word vector and $\sum")
    assert _verdicts(page.replace("MIDDLE", UNREADABLE[0]).replace("LINE", line))[-1] == verdict


def test_entries_that_are_read_as_arrays_are_in_doubt() -> None:
    """Right where the entries are numbers: not wrong because words make vectors of them."""
    page = PAGE.replace("MIDDLE", UNREADABLE[0]).replace("q_{ij}", "w'_{ij}")
    named = r"where $v_{w_I} = (v_i)$, $v'_{w_j} = (w'_{ij})$ ( $i = 1, \dots, N$ ) is the word vector. Let"
    line = r"\frac{\partial E}{\partial w'_{ij}} = \frac{\partial E}{\partial u_j} \cdot v_i"
    page = page.replace("$$ E", f"{named}\n\n$$ E").replace("LINE", f"{line} $$\n\n$$ LINE")
    found = check(page.replace("LINE", r"\frac{\partial u_j}{\partial v_i} = w'_{ij}")).claims
    assert all(str(c.judgement) != "wrong" for c in found)
