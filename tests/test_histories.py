r"""What was before a step as one vector, `v_{k,<t}`."""

from __future__ import annotations

import pytest

from .judging import check

NETWORK = (
    r"$$ c_{j,t} = b_j + \sum_{k=1}^{N} B_{kj} v_{k,<t} + \sum_{i=1}^D W_{ij} v_{i,t} \quad (1 \le j \le H) $$" + "\n\n"
    r"$$ E_t = \frac12 \sum_{j=1}^H c_{j,t}^2, \quad C = \sum_{t=1}^T E_t $$" + "\n\n"
)
CLAMPED = r"Here $v_{k,<t}$ is treated as independent of every $v_{i,t}$." + "\n\n" + NETWORK
BY_VISIBLES = r"\frac{\partial E_t}{\partial v_{i,t}} = \sum_{j=1}^H c_{j,t} W_{ij}"


def verdict(page: str, line: str) -> str:
    return str(check(page + f"$$ {line} $$").claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial C}{\partial B_{kj}} = \sum_{t=1}^T c_{j,t} v_{k,<t}", "right"),
        (r"\frac{\partial C}{\partial B_{kj}} = c_{j,t} v_{k,<t}", "wrong"),
        (r"\frac{\partial E_t}{\partial B_{kj}} = c_{j,t} v_{k,<t}", "right"),
        (r"\frac{\partial E_t}{\partial B_{kj}} = c_{j,t} v_{k,t}", "wrong"),
        (r"\frac{\partial E_t}{\partial b_j} = c_{j,t}", "right"),
    ],
)
def test_it_is_data_of_its_own(line: str, expected: str) -> None:
    assert verdict(NETWORK, line) == expected
    assert verdict(NETWORK.replace("k,<t", "<t,k"), line.replace("k,<t", "<t,k")) == expected
    assert verdict(NETWORK.replace("k,<t", r"k,\lt t"), line.replace("k,<t", r"k, \lt t")) == expected


def test_by_the_present_only_where_it_is_said_to_be_clamped() -> None:
    assert verdict(CLAMPED, BY_VISIBLES) == "right"
    assert verdict(CLAMPED, BY_VISIBLES + r" + \sum_{j=1}^H c_{j,t} B_{ij}") == "wrong"
    assert verdict(NETWORK, BY_VISIBLES) not in ("right", "wrong")
    denied = CLAMPED.replace("is treated", "is not treated")
    assert verdict(denied, BY_VISIBLES) not in ("right", "wrong")


@pytest.mark.parametrize("line", [r"\frac{\partial E_t}{\partial B_{kj}} = c_{j,t} v_{k,<t}"])
def test_not_where_the_page_computes_it(line: str) -> None:
    for made in (r"$$ v_{k,<t} = v_{k,t-1} $$", r"$$ v_{i,t} = \tanh(u_{i,t}) $$", r"$$ v_{k,t} = c_{k,t-1} $$"):
        assert verdict(NETWORK + made + "\n\n", line) not in ("right", "wrong")


def test_a_list_is_no_entry() -> None:
    page = r"$$ a_t = A v_{<t}, \quad F = \frac12 \sum_{t=1}^T (a_t - y_t)^2 $$" + "\n\n"
    assert verdict(page, r"\frac{\partial F}{\partial A} = \sum_{t=1}^T (a_t - y_t) v_{<t}") == "unreadable"
