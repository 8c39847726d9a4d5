r"""Derivatives by a value that is typed out, `\frac{\partial L}{\partial (wx + b)}`, which has a name."""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\nfunctions = ["f"]\n+++'
SCALAR = "$$ z = w x + b $$", "$$ a = f(z) $$", "$$ L = (a - t)^2 $$"


@pytest.mark.parametrize("by", ["(wx+b)", "(w x + b)"])
def test_the_name_by_a_definition(by: str) -> None:
    def judged(line: str) -> str:
        return verdict(FRONT, *SCALAR, "## Derivation", line.replace("BY", by))

    assert judged(r"$$ \frac{\partial L}{\partial BY} = 2(a - t) f'(z) $$") == "right"
    assert judged(r"$$ \frac{\partial L}{\partial BY} = 2(a - t) $$") == "wrong"
    assert judged(r"$$ \frac{\partial L}{\partial w} = \frac{\partial L}{\partial BY} x $$") == "right"
    assert judged(r"$$ \frac{\partial L}{\partial w} = \frac{\partial L}{\partial BY} b $$") == "wrong"


ENTRIES = (
    '+++\nobjective = "L"\nfunctions = ["f"]\n[ranges]\n"i" = "1..n"\n"j" = "1..m"\n+++',
    r"$$ u_j = \sum_i V_{ji} p_i + c_j $$",
    r"$$ L = \sum_j (f(u_j) - y_j)^2 $$",
)
ARRAYS = r"the vectors $c = (c_j)$, $p = (p_i)$, $u = (u_j)$ and the matrix $V = (V_{ji})$"


@pytest.mark.parametrize(
    "said",
    [
        f"Here $u = Vp + c$ with {ARRAYS}.",
        f"With {ARRAYS} $Vp + c$ is $u$.",
        f"With {ARRAYS}. $Vp + c$ は $u$ のこと。",
    ],
)
def test_the_name_by_words(said: str) -> None:
    by = r"\frac{\partial L}{\partial (Vp + c)}"
    assert each_verdict(
        *ENTRIES,
        said,
        "## Derivation",
        lines=[
            rf"$$ \frac{{\partial L}}{{\partial V}} = {by} p^T $$",
            rf"$$ \frac{{\partial L}}{{\partial V}} = {by} u^T $$",
        ],
    ) == ["right", "wrong"]


@pytest.mark.parametrize(
    "network",
    [
        ("$$ z = w x + b $$", "$$ a = f(z) $$", "$$ L = (a - t)^2 + (w x + b)^2 $$"),
        ("$$ z = w x + b $$", "$$ s = w x + b $$", "$$ L = f(z) + f(s) $$"),
        ("$$ z = w x + b $$", "$$ s = w x + b + c $$", "$$ L = f(z) + f(s) $$"),
        ("$$ z = w x - b $$", "$$ a = f(z) $$", "$$ L = (a - t)^2 $$"),
    ],
)
def test_no_name_or_several(network: tuple[str, ...]) -> None:
    for value in ("2(a - t) f'(z)", "f'(z)", "2 f'(z)", "0"):
        line = rf"$$ \frac{{\partial L}}{{\partial (wx + b)}} = {value} $$"
        assert verdict(FRONT, *network, "## Derivation", line) in ("unproved", "unreadable")


@pytest.mark.parametrize("words", ["is not", "is almost", "might be"])
def test_words_that_name_nothing(words: str) -> None:
    line = r"$$ \frac{\partial L}{\partial V} = \frac{\partial L}{\partial (Vp + c)} p^T $$"
    said = f"With {ARRAYS} $Vp + c$ {words} $u$."
    assert verdict(*ENTRIES, said, "## Derivation", line) in ("unproved", "unreadable")
