r"""Lines of arrays that are said for one value of the letter of the layer, `$\delta^l = a^l - y$ for $l = L$`."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.check.options import Options

NET = (
    r"A network has $z^{(k)} = W^{(k)} a^{(k-1)} + b^{(k)}$ and $a^{(k)} = \sigma(z^{(k)})$ for $k = 1, \dots, K$. "
    r"Its loss is $E = \frac12 \|a^{(K)} - t\|^2$, and $r^{(k)} = \frac{\partial E}{\partial z^{(k)}}$." + "\n\n"
)
LAST = r"r^{(k)} = (a^{(k)} - t) \odot \sigma'(z^{(k)})"
BACK = r"r^{(k)} = ((W^{(k+1)})^T r^{(k+1)}) \odot \sigma'(z^{(k)})"


def verdicts(text: str) -> list[str]:
    report = sd.check(NET + text + "\n", options=Options(reasons=False))
    return [str(link.data()["verdict"]) for c in report.claims for link in c.links]


@pytest.mark.parametrize(
    "text",
    [
        f"For $k = K$:\n\n$${LAST}$$",
        f"For k = K,\n\n$${LAST}$$",
        f"At the output ($k = K$)\n\n$${LAST}$$",
        f"$${LAST}$$ for $k = K$.",
        rf"$${LAST}, \quad k = K$$",
        rf"$${LAST} \quad \text{{for }} k = K$$",
        rf"$$r^{{(k)}} = \begin{{cases}} {LAST[10:]} & k = K \\ {BACK[10:]} & k < K \end{{cases}}$$",
        r"For $k = 1$:" + "\n\n" + r"$$\frac{\partial E}{\partial W^{(k)}} = r^{(1)} (a^{(0)})^T$$",
        r"For $k = K - 1$:" + "\n\n" + r"$$r^{(k)} = ((W^{(K)})^T r^{(K)}) \odot \sigma'(z^{(k)})$$",
    ],
)
def test_sizes_are_one_where_the_letter_has_a_value(text: str) -> None:
    assert verdicts(text) == ["right"]


@pytest.mark.parametrize(
    "text",
    [
        "For $k = K$:\n\n" + r"$$\frac{\partial E}{\partial a^{(k)}} = t - a^{(k)}$$",
        "For $k = K$:\n\n" + r"$$\frac{\partial E}{\partial a^{(k)}} = (W^{(k)})^T (a^{(k)} - t)$$",
        f"For $k < K$:\n\n$${LAST}$$",
        rf"$$r^{{(k)}} = \begin{{cases}} a^{{(k)}} - t & k = K \\ {BACK[10:]} & k < K \end{{cases}}$$",
        rf"$$r^{{(k)}} = \begin{{cases}} {LAST[10:]} & k < K \\ {BACK[10:]} & k = K \end{{cases}}$$",
        "For $k = 2$:\n\n" + r"$$\frac{\partial E}{\partial W^{(k)}} = r^{(1)} (a^{(0)})^T$$",
        f"For every layer\n\n$${LAST}$$",
    ],
)
def test_slips_stay_wrong(text: str) -> None:
    assert verdicts(text) == ["wrong"]


def test_another_value_beside_the_line_does_not_help() -> None:
    text = r"For $k = 1, \dots, K-1$:" + f"\n\n$${LAST}$$\n\nFor $k = K$:\n\n$${LAST}$$"
    assert verdicts(text) == ["wrong", "right"]


@pytest.mark.parametrize("words", ["Even if $k = K$:", "Say $k = K$ first. Here we get", "In the output layer,"])
def test_lines_are_open_where_the_value_is_not_surely_theirs(words: str) -> None:
    assert verdicts(f"{words}\n\n$${LAST}$$") == ["unreadable"]
