"""A line below a definition that cannot be read says so, and not that a name in it is strange."""

import pytest

from symderiv.check.page import check

from .judging import VERDICTS

LOST = [r"E = \frac12 (y - t)^2 + \foo{", r"E = \frac12 (y - t)^2 + ["]
CLAIMS = [r"\frac{\partial E}{\partial w} = (y - t) x", r"\frac{\partial E}{\partial y} = y - t"]


def _detail(*lines: str) -> str:
    """What is said of the last line, in English."""
    claim = check("\n\n".join(f"$$ {line} $$" for line in lines), options=VERDICTS).claims[-1]
    assert str(claim.judgement) == "unproved"
    return claim.links[-1].detail


@pytest.mark.parametrize("loss", LOST)
@pytest.mark.parametrize("claim", CLAIMS)
def test_the_lost_definition_is_named(loss: str, claim: str) -> None:
    assert _detail("y = w x", loss, claim) == "the definition of `E` in line 3 could not be read"


def test_a_name_that_stands_nowhere_else_is_still_strange() -> None:
    assert _detail("y = w x", "E = y^2", r"\frac{\partial E}{\partial q} = 2 y") == "`q` is not part of the network"
