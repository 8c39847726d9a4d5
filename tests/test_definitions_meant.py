r"""Nobody defines a network by what is false: an equation among definitions that comes out wrong was misunderstood."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

NETWORK = r"""## HEADING

$$ z_j = \sum_{i=1}^I w_{ji} x_i \quad (j = 1, \dots, J) $$

$$ v_k = \sum_{j=1}^J u_{kj} z_j \quad (k = 1, \dots, K) $$

$$ E = \frac12 \sum_{k=1}^K (v_k - t_k)^2 + \frac12 \sum_{j=1}^J c_j^2 $$
"""
STRANGE = r"$$ z_j = 2 \sum_{i=1}^I w_{ji} x_i $$"
LINES = (
    (r"\frac{\partial z_j}{\partial w_{ji}} = x_i", "right"),
    (r"\frac{\partial z_j}{\partial w_{ji}} = 2 x_i", "wrong"),
    (r"\frac{\partial E}{\partial u_{kj}} = (v_k - t_k) z_j", "right"),
    (r"\frac{\partial E}{\partial v_k} = v_k + t_k", "wrong"),
)


@pytest.mark.parametrize("heading", ["Network", "1. The model", "Notation and setup", "ネットワーク", "定義", "Modell"])
def test_lines_below_a_definition_that_was_misunderstood(heading: str) -> None:
    page = NETWORK.replace("HEADING", heading) + STRANGE
    derived = "## Herleitung" if heading == "Modell" else "## Derivation"
    cases = LINES[: 4 if heading == "Network" else 1]
    for (line, _), found in zip(
        cases, each_verdict(page, derived, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == "unproved", line


def test_the_definition_itself_is_a_claim_in_a_derivation() -> None:
    page = NETWORK.replace("HEADING", "Network")
    assert verdict(page, "## Derivation", STRANGE) == "wrong"
    penalty = r"$$ \frac{\partial E}{\partial c_j} = LINE $$"
    for line, expected in (("c_j", "right"), ("2 c_j", "wrong")):
        asked = penalty.replace("LINE", line)
        assert verdict(page + "\n## Derivation\n", asked) == expected


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_equations_in_a_derivation(line: str, expected: str) -> None:
    """What is wrong there is a slip of its author, and so is a wrong derivative anywhere."""
    page = NETWORK.replace("HEADING", "Network") + "\n## Derivation\n" + r"$$ v_k = \sum_{j=1}^J u_{jk} z_j $$"
    assert verdict(page, f"$$ {line} $$") == expected
    slip = r"$$ \frac{\partial E}{\partial z_j} = \sum_{k=1}^K (v_k - t_k) u_{jk} $$"
    below = NETWORK.replace("HEADING", "Network") + slip + "\n## Derivation\n"
    assert verdict(below, f"$$ {line} $$") == expected
    assert verdict(NETWORK.replace("HEADING", "Network"), slip, "## Derivation") == "wrong"


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_pages_without_such_a_part(line: str, expected: str) -> None:
    """Below a heading of the whole page its derivation stands, too."""
    for heading in ("Network", "Network and its gradients"):
        page = NETWORK.replace("HEADING", heading) + STRANGE
        assert verdict(page, f"$$ {line} $$") == expected


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_second_name_of_data_is_nothing_strange(line: str, expected: str) -> None:
    page = NETWORK.replace("HEADING", "Network") + r"$$ x_i = X_i \quad (i = 1, \dots, I) $$"
    assert verdict(page, "## Derivation", f"$$ {line} $$") == expected
