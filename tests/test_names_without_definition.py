r"""Letters above names that may be numbers, and names with a script that nothing defines."""

import pytest

from .judging import each_verdict, verdict

LOOSE = (r"$$ y = \sum_i w_i v_i $$", r"$$ L = (y - t)^2 $$", r"We need $s = \sum_i v^q_i$.")


def test_letters_above_names_alone() -> None:
    cases = [r"y^q = \sum_i w_i v^q_i", r"\frac{\partial y^q}{\partial w_i} = v^q_i"]
    for line, found in zip(cases, each_verdict(*LOOSE, lines=[f"$$ {line} $$" for line in cases]), strict=True):
        assert found == "unproved", line
    for line, found in zip(
        cases,
        each_verdict(*LOOSE, "Here $q$ is $2$, that is $q = 2$.", lines=[f"$$ {line} $$" for line in cases]),
        strict=True,
    ):
        assert found != "right", line


def test_exponents_that_stand_elsewhere() -> None:
    page = (r"$$ y = \sum_i w_i v_i $$", r"$$ L = (y - t)^2 $$")
    found = each_verdict(
        *page,
        lines=[
            r"$$ \frac{\partial}{\partial w_i} y^n = n y^{n-1} v_i $$",
            r"$$ \frac{\partial L}{\partial w_i} = 2 (y - t) v_i^2 $$",
        ],
    )
    assert found[0] != "wrong"
    assert found[1] == "wrong"


NET = (
    r"$$ \mathbf{z} = X \mathbf{w}, \quad \mathbf{p} = \sigma(\mathbf{z}) $$",
    r"$$ L = -\sum_{i=1}^n (y_i \log p_i + (1 - y_i) \log(1 - p_i)) $$ where $X \in \mathbb{R}^{n \times m}$.",
)


@pytest.mark.parametrize("name", [r"M_{\mathbf{w}}", "P_W", r"\mathbf{M}_{\mathbf{w}}", r"\mathcal{M}_w"])
def test_names_that_nothing_defines(name: str) -> None:
    line = rf"$$ \nabla_{{\mathbf{{w}}}} L = {name} (\mathbf{{p}} - \mathbf{{y}}) $$"
    assert verdict(*NET, line) not in ("right", "wrong")


def test_names_that_are_known() -> None:
    assert each_verdict(
        *NET,
        lines=[
            r"$$ \nabla_{\mathbf{w}} L = X^T (\mathbf{p} - \mathbf{y}) $$",
            r"$$ \nabla_{\mathbf{w}} L = X (\mathbf{p} - \mathbf{y}) $$",
            r"$$ \nabla_{\mathbf{w}} L = \mathbf{p} - \mathbf{y} $$",
        ],
    ) == ["right", "wrong", "wrong"]
