"""Names put into a loss that is typed out to the end: everywhere, or derivatives by them are open."""

from __future__ import annotations

import pytest
from judging import verdict

MATRICES = r"Let $x \in \mathbb{R}^n$, $W \in \mathbb{R}^{m \times n}$, $V \in \mathbb{R}^{n \times m}$."

EVERYWHERE = [
    (
        r"$$ E = \frac12 (v w x - t)^2 + \frac{\lambda}{2} (w x)^2 $$ where $h = w x$ and $y = v h$.",
        r"\frac{\partial E}{\partial h} = (y-t) v + \lambda h",
        [r"\frac{\partial E}{\partial h} = \lambda h", r"\frac{\partial E}{\partial h} = (y-t) v"],
    ),
    (
        r"$$ Q = \frac12 (g p u - d)^2 + \frac{\mu}{2} (u g)^2 $$ where $s = g u$.",
        r"\frac{\partial Q}{\partial s} = (p s - d) p + \mu s",
        [r"\frac{\partial Q}{\partial s} = \mu s", r"\frac{\partial Q}{\partial s} = (p s - d) p"],
    ),
    (
        MATRICES
        + "\n\n"
        + r"$$ L = \frac12 \|W^T W x - x\|^2 + \frac{\lambda}{2} \|W x\|^2 $$"
        + "\n\n"
        + r"Nodes: $a = Wx$, $b = W^T a$, $c = b - x$.",
        r"\frac{\partial L}{\partial a} = W c + \lambda a",
        [r"\frac{\partial L}{\partial a} = \lambda a", r"\frac{\partial L}{\partial a} = W c"],
    ),
    (
        MATRICES + "\n\n" + r"$$ L = \frac12 \|V W x - x\|^2 + \|W x\|^2 $$ With $h = Wx$ and $e = V h - x$:",
        r"\frac{\partial L}{\partial h} = V^T e + 2 h",
        [r"\frac{\partial L}{\partial h} = 2 h", r"\frac{\partial L}{\partial h} = V^T e"],
    ),
    (
        r"$$ L = \frac12 (\sigma(w x) - t)^2 + \log(1 + e^{-w x}) $$ Let $z = w x$, $y = \sigma(z)$ with "
        r"$\sigma(z) = \frac{1}{1+e^{-z}}$.",
        r"\frac{\partial L}{\partial z} = (y-t) y (1-y) - (1-y)",
        [r"\frac{\partial L}{\partial z} = (y-t) y (1-y)"],
    ),
    (
        r"$$ E = \frac12 (v \sigma(w x) - t)^2 + \lambda (\sigma(x w) - \rho)^2 $$ with $h = \sigma(w x)$, $y = v h$.",
        r"\frac{\partial E}{\partial h} = (y-t) v + 2 \lambda (h - \rho)",
        [r"\frac{\partial E}{\partial h} = (y-t) v", r"\frac{\partial E}{\partial h} = 2 \lambda (h - \rho)"],
    ),
    (
        r"$$ L = \frac12 (w x + b)^2 + \frac12 (t - w x - b)^2 $$ Let $z = w x + b$.",
        r"\frac{\partial L}{\partial z} = z + (z - t)",
        [r"\frac{\partial L}{\partial z} = z", r"\frac{\partial L}{\partial z} = z - t"],
    ),
    (
        r"$y = w x$, $e = t - y$, $$ L = \frac12 e^2 $$ The absolute error is $$ C = |y - t| $$",
        r"\frac{\partial C}{\partial e} = \operatorname{sign}(e)",
        [r"\frac{\partial C}{\partial e} = 0", r"\frac{\partial C}{\partial e} = -\operatorname{sign}(e)"],
    ),
]

OPEN = [
    (
        r"$$ L = (w x)^2 + w^2 x^2 $$ Let $y = w x$.",
        [r"\frac{\partial L}{\partial y} = 4y", r"\frac{\partial L}{\partial y} = 2y"],
    ),
    (
        r"$$ L = \frac{w x}{2} + w \frac{x}{2} + (w x)^2 $$ Let $y = w x$.",
        [r"\frac{\partial L}{\partial y} = 1 + 2y", r"\frac{\partial L}{\partial y} = \frac12 + 2y"],
    ),
    (
        r"$y = w x$, $e = t - y$, $$ L = \frac12 e^2 $$ The scaled error is $$ C = \frac12 (t - w x)^2 / s $$",
        [r"\frac{\partial C}{\partial e} = e / s", r"\frac{\partial C}{\partial e} = 0"],
    ),
    (
        r"$$ L = a b c + (a b)^2 $$ Let $p = a b$ and $q = b c$. $$ \frac{\partial L}{\partial q} = a $$",
        [r"\frac{\partial L}{\partial p} = 2p + c", r"\frac{\partial L}{\partial p} = 2p"],
    ),
]

APART = [
    (
        r"$$ L = \frac12 (\tanh(w x) - t)^2 + (x w)^2 $$ Let $y = \tanh(w x)$.",
        r"\frac{\partial L}{\partial y} = y - t",
        r"\frac{\partial L}{\partial y} = y",
    ),
    (
        r"$$ L = \frac12 (w x + b - t)^2 + \lambda w^2 $$ Let $z = w x + b$.",
        r"\frac{\partial L}{\partial z} = z - t",
        r"\frac{\partial L}{\partial z} = z - t + 2 \lambda w",
    ),
    (
        MATRICES + "\n\n" + r"$$ L = \frac12 \|W x - t\|^2 + \frac{\lambda}{2} \|W\|^2 $$ Let $e = Wx - t$.",
        r"\frac{\partial L}{\partial e} = e",
        r"\frac{\partial L}{\partial e} = e + \lambda W x",
    ),
    (
        r"$$ L = \frac12 (w (\mu + s \epsilon) - x)^2 + \frac12 (\mu^2 + s^2 - \log s^2) $$ "
        r"Let $z = \mu + s \epsilon$ and $y = w z$.",
        r"\frac{\partial L}{\partial z} = (y - x) w",
        r"\frac{\partial L}{\partial z} = (y - x) w + \mu",
    ),
]


@pytest.mark.parametrize(("page", "line", "slips"), EVERYWHERE)
def test_a_name_is_put_wherever_its_formula_stands(page: str, line: str, slips: list[str]) -> None:
    assert verdict(f"{page}\n\n$$ {line} $$") == "right"
    assert [verdict(f"{page}\n\n$$ {slip} $$") for slip in slips] == ["wrong"] * len(slips)


@pytest.mark.parametrize(("page", "lines"), OPEN)
def test_where_it_cannot_be_put_everywhere_its_derivatives_are_open(page: str, lines: list[str]) -> None:
    assert {verdict(f"{page}\n\n$$ {line} $$") for line in lines} == {"unproved"}


@pytest.mark.parametrize(("page", "line", "slip"), APART)
def test_what_holds_some_of_its_factors_leaves_nothing_open(page: str, line: str, slip: str) -> None:
    assert verdict(f"{page}\n\n$$ {line} $$") == "right"
    assert verdict(f"{page}\n\n$$ {slip} $$") == "wrong"
