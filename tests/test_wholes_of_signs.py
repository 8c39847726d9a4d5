r"""Lists of derivatives in a short form, `\delta \mathbf{a}^s = (\delta a_k^s)` beside `\delta a_k^s =
\partial L/\partial a_k^s`: they say what the array is that stands behind the sign."""

from __future__ import annotations

import pytest

from tests.judging import verdict

NET = (
    r"$$ a^s_k = \sum_{m=1}^M U_{km} x^s_m + \sum_{l=1}^N V_{kl} h^{s-1}_l, \qquad s = 1, \dots, S, k = 1, \dots, N $$",
    r"$$ h^s_k = g(a^s_k) $$",
    r"$$ h^0_k = 0 $$",
    r"$$ L = \frac12 \sum_{s=1}^S \sum_{k=1}^N (h^s_k - d^s_k)^2 $$",
)
EXPLAINED = r"$$ @ h^s_k = \frac{\partial L}{\partial h^s_k} $$", r"$$ @ a^s_k = \frac{\partial L}{\partial a^s_k} $$"
TOLD = r"Here $\mathbf{V} = (V_{kl})$, $\mathbf{h}^s = (h^s_k)$, $\mathbf{d}^s = (d^s_k)$, $\mathbf{x}^s = (x^s_m)$."
WHOLES = r"Further $@ \mathbf{h}^s = (@ h^s_k)$ and $@ \mathbf{a}^s = (@ a^s_k)$."


def _page(sign: str, line: str, wholes: str = WHOLES) -> list[str]:
    return [x.replace("@", sign) for x in (*NET, *EXPLAINED, TOLD, wholes, rf"$$ {line} $$")]


@pytest.mark.parametrize("sign", [r"\delta", r"\mathrm{d}"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"@ \mathbf{h}^s = \mathbf{h}^s - \mathbf{d}^s + \mathbf{V}^T @ \mathbf{a}^{s+1}, \quad 1 \le s < S", "right"),
        (r"@ \mathbf{h}^s = \mathbf{h}^s - \mathbf{d}^s + \mathbf{V} @ \mathbf{a}^{s+1}, \quad 1 \le s < S", "wrong"),
        (r"@ \mathbf{h}^s = \mathbf{h}^s - \mathbf{d}^s + \mathbf{V}^T @ \mathbf{a}^{s}, \quad 1 \le s < S", "wrong"),
        (r"@ \mathbf{a}^s = @ \mathbf{h}^s \odot g'(\mathbf{a}^s)", "right"),
        (r"@ \mathbf{a}^s = @ \mathbf{h}^s \odot g(\mathbf{a}^s)", "wrong"),
        (r"\frac{\partial L}{\partial \mathbf{V}} = \sum_{s=1}^S @ \mathbf{a}^s (\mathbf{h}^{s-1})^T", "right"),
        (r"\frac{\partial L}{\partial \mathbf{V}} = \sum_{s=1}^S @ \mathbf{a}^s (\mathbf{h}^s)^T", "wrong"),
    ],
)
def test_lists_of_derivatives_in_a_short_form(sign: str, line: str, expected: str) -> None:
    assert verdict(*_page(sign, line)) == expected


def test_a_list_by_another_letter_tells_nothing() -> None:
    line = r"\frac{\partial L}{\partial \mathbf{V}} = \sum_{s=1}^S \delta \mathbf{b}^s (\mathbf{h}^{s-1})^T"
    other = WHOLES.replace(r"@ \mathbf{a}^s", r"@ \mathbf{b}^s")
    assert verdict(*_page(r"\delta", line, other)) not in ("right", "wrong")


def test_signs_of_two_objectives_tell_nothing() -> None:
    line = r"\delta \mathbf{a}^s = \delta \mathbf{h}^s \odot g'(\mathbf{a}^s)"
    page = _page(r"\delta", line)
    page[5] = page[5].replace(r"\partial L", r"\partial K")
    assert verdict(*page[:3], r"$$ K = \sum_{s=1}^S \sum_{k=1}^N h^s_k $$", *page[3:]) not in ("right", "wrong")
