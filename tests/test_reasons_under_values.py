"""Reasons for lines beside which values or functions are given: these are put in, and what is shown keeps them."""

from __future__ import annotations

import pytest

from symderiv.check.page import check
from symderiv.check.report import Reason

RIDGE = [
    r"$$ z = w x + b $$",
    r"$$ E = \frac12 (z - t)^2 + \frac{\lambda}{2} w^2 $$",
]
SLIPS = [
    (r"\frac{\partial E}{\partial w} = (z + t) x \quad (\lambda = 0)", "sign", r"(z - t) x \quad (\lambda = 0)"),
    (r"\frac{\partial E}{\partial w} = -(z - t) x \quad (\lambda = 0)", "sign", r"(z - t) x \quad (\lambda = 0)"),
    (r"\frac{\partial E}{\partial b} = (z - t) x \quad (\lambda = 0)", "factor-extra", r"z - t \quad (\lambda = 0)"),
    (r"\frac{\partial E}{\partial w} = 2 (z - t) \quad (x = 1, \lambda = 0)", "constant", r"z - t \quad (x = 1,"),
]


def reason_of(*parts: str) -> tuple[str, Reason]:
    """How the last line of a page is judged, and why."""
    claim = next(c for c in reversed(check("\n\n".join(parts)).claims) if str(c.judgement) != "right")
    link = next(x for x in claim.links if str(x.judgement) == "wrong")
    assert link.reason is not None
    return str(claim.judgement), link.reason


@pytest.mark.parametrize(("line", "kind", "shown"), SLIPS)
def test_what_is_given_is_put_in_and_kept(line: str, kind: str, shown: str) -> None:
    verdict, reason = reason_of(*RIDGE, f"$$ {line} $$")
    assert (verdict, reason.kind) == ("wrong", kind)
    assert shown in reason.right
    assert str(check("\n\n".join([*RIDGE, f"$$ {reason.right} $$"])).claims[0].judgement) == "right"


def test_given_in_a_sentence() -> None:
    verdict, reason = reason_of(
        *RIDGE, r"With $\lambda = 0$ we get", r"$$ \frac{\partial E}{\partial w} = 2 (z - t) x $$"
    )
    assert (verdict, reason.kind) == ("wrong", "constant")
    assert reason.right == r"\frac{\partial E}{\partial w} = (z - t) x"


def test_of_a_longer_chain_the_link_is_shown() -> None:
    verdict, reason = reason_of(
        *RIDGE, r"$$ \frac{\partial E}{\partial b} = t - z = t - w x - b \quad (\lambda = 0) $$"
    )
    assert (verdict, reason.kind) == ("wrong", "sign")
    assert reason.right == r"\frac{\partial E}{\partial b} = -(t - z) \quad (\lambda = 0)"
