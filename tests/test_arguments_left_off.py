r"""Arguments that words say are left off; names declared with their argument; by hand: the chain rule."""

from __future__ import annotations

import pytest

from .judging import verdict

EXPERTS = r"""Let $\mathbf{u} \in \mathbb{R}^{D}$ be an input and $a_i = \sum_{k=1}^{D} V_{ik} u_k$ for $1 \le i \le N$.

$$ g_i(\mathbf{u}) = \frac{\exp(a_i)}{\sum_{j=1}^{N} \exp(a_j)} $$

$$ \mathbf{o}(\mathbf{u}) = \sum_{i=1}^{N} m_i(\mathbf{u}) \, g_i(\mathbf{u}) \, \mathbf{F}_i(\mathbf{u}) $$

where $\mathbf{F}_i(\mathbf{u}) \in \mathbb{R}^{P}$ and $m_i(\mathbf{u})$ are given, and
$\mathbf{r} \in \mathbb{R}^{P}$.

$$ C = \frac{1}{2} (\mathbf{o}(\mathbf{u}) - \mathbf{r})^\top (\mathbf{o}(\mathbf{u}) - \mathbf{r}) $$"""
SAID = (
    r"Below, the argument $(\mathbf{u})$ is dropped.",
    r"For brevity we omit the dependence on $\mathbf{u}$.",
    r"From here on we suppress the explicit dependence on the input $\mathbf{u}$.",
    r"以下では引数 $(\mathbf{u})$ を省略する。",
    r"$(\mathbf{u})$ is omitted in what follows.",
    r"Im Folgenden lassen wir das Argument $\mathbf{u}$ weg.",
)
BY_GATE = r"$$\frac{\partial C}{\partial g_i} = %s (\mathbf{o} - \mathbf{r})^\top \mathbf{F}_i$$"
BY_LOGIT = r"$$\frac{\partial C}{\partial a_j} = g_j (\mathbf{o} - \mathbf{r})^\top (m_j \mathbf{F}_j - %s)$$"


@pytest.mark.parametrize("said", SAID)
def test_words_leave_an_argument_off(said: str) -> None:
    assert verdict(EXPERTS, said, BY_GATE % "m_i") == "right"
    assert verdict(EXPERTS, said, BY_GATE % "") == "wrong"
    assert verdict(EXPERTS, said, BY_LOGIT % r"\mathbf{o}") == "right"
    assert verdict(EXPERTS, said, BY_LOGIT % r"\mathbf{r}") == "wrong"


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"We do not drop the argument $\mathbf{u}$.",
        r"We drop the argument $\mathbf{r}$.",
        r"$\mathbf{u}$ is omitted.",
        r"The argument $\mathbf{u}$ is not omitted.",
        r"If we omit the dependence on $\mathbf{u}$, it is shorter.",
    ],
)
def test_nothing_is_left_off_without_such_words(said: str) -> None:
    r"""Then `m_i(\mathbf{u})` may be another value than `m_i`; no line is wrong for it."""
    assert verdict(EXPERTS, said, BY_GATE % "m_i") in ("unreadable", "unproved")
    assert verdict(EXPERTS, said, BY_LOGIT % r"\mathbf{o}") in ("unreadable", "unproved")


def test_another_argument_is_another_value() -> None:
    page = EXPERTS.replace(r"- \mathbf{r})^\top", r"- \mathbf{r} + \mathbf{F}_1(\mathbf{r}))^\top")
    assert verdict(page, SAID[0], BY_GATE % "m_i") not in ("right", "wrong")


def test_a_function_of_what_is_differentiated_by() -> None:
    r"""What nothing defines may be any function of x, and is no constant for words that leave it off."""
    page = r"""We drop the argument $x$. $$ E = \frac{1}{2} (q(x) - t)^2 + q $$"""
    assert verdict(page, r"$$\frac{\partial E}{\partial x} = 0$$") not in ("right",)


@pytest.mark.parametrize(("line", "expected"), [(r"\mathbf{F}_i", "right"), (r"\mathbf{F}_i^\top", "wrong")])
def test_a_name_declared_with_its_argument(line: str, expected: str) -> None:
    """It has that shape where it stands without, too."""
    page = EXPERTS.replace(r"m_i(\mathbf{u})", "m_i")
    found = verdict(page, (BY_GATE % "m_i").replace(r"\mathbf{F}_i", line))
    assert found == expected if expected == "right" else found != "right"
