r"""Words below names beside indices in brackets, `V_{rest}`, `E_{kt}`; signs in braces, `a_{i{+}1}`.

By hand: `\partial q/\partial u = b f'(u - \theta) + 1` for `q = b f(u - \theta) + u`.
"""

from __future__ import annotations

import pytest

from .judging import check

PAGE = r"""The units are $j = 1, \dots, J$, the steps $n = 1, \dots, N$.

$$ u_j[n] = %s a_j[n - 1] + \sum_{k=1}^K c_{jk} x_k[n] $$

$$ s_j[n] = \tanh(u_j[n] - %s) $$

$$ a_j[n] = u_j[n] + %s s_j[n] $$

$$ E = \frac{1}{2} \sum_{n=1}^N \sum_{j=1}^J (a_j[n] - y_j[n])^2 $$

"""
LINES = {
    r"\frac{\partial a_j[n]}{\partial u_j[n]} = 1 + %s (1 - s_j[n]^2)": "right",
    r"\frac{\partial a_j[n]}{\partial u_j[n]} = 1": "wrong",
    r"\frac{\partial a_j[n]}{\partial u_j[n]} = 1 + %s (1 - s_j[n])": "wrong",
}


def judged(page: str) -> str:
    return str(check(page).claims[-1].links[-1].judgement)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "words",
    [
        (r"\lambda", r"\theta", "b"),
        (r"a_{decay}", r"u_{zn}", r"a_{out}"),
        (r"u_{max}", r"u_{min}", r"u_{max}"),
        (r"\alpha_{mem}", r"a_{thn}", r"a_{rest}"),
        (r"\alpha_{\mathrm{mem}}", r"a_{\text{th}}", r"s_{\mathrm{max}}"),
    ],
)
def test_words_beside_indices_in_brackets(words: tuple[str, str, str], line: str) -> None:
    page = PAGE % words + f"$$ {line % words[2] if '%' in line else line} $$"
    assert judged(page) == LINES[line]


def test_runs_of_indices_stay_indices() -> None:
    # the m of `c_{jm}` runs in another line
    page = PAGE % ("1", "0", "1") + r"$$ \frac{\partial u_j[n]}{\partial c_{jm}} = x_m[n] $$"
    page = page.replace(r"a_j[n - 1] + ", "")
    assert judged(page) == "right"
    assert judged(page.replace("x_m[n] $$", "x_j[n] $$")) != "right"
    assert judged(page.replace("c_{jk}", "c_{j,k}").replace("x_m[n] $$", "0 $$")) != "right"
    # two runs of as many letters below one name are its indices
    page += "\n\n" + r"$$ \frac{\partial E}{\partial c_{jz}} = 0 $$"
    assert judged(page) != "right"


def test_a_name_with_a_word_that_stands_with_and_without_a_bracket() -> None:
    page = PAGE % ("1", "a_{top}", "1")
    assert judged(page + r"$$ a_{top}[n] = a_1[n] $$" + "\n\n" + f"$$ {list(LINES)[1]} $$") != "right"


SIGNS = r"""$$ y_i = \sum_{k{=}1}^K w_k x_{i{+}k{-}1} \qquad (i = 1, \dots, N) $$

$$ E = \frac{1}{2}{\cdot}\sum_{i=1}^N (y_i {-} t_i)^2 $$

"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (r"\frac{\partial E}{\partial w_k} = \sum_{i=1}^N (y_i{-}t_i) x_{i{+}k{-}1}", "right"),
        (r"\frac{\partial E}{\partial w_k} = \sum_{i=1}^N {(}y_i{-}t_i{)} x_{k{+}i{-}1}", "right"),
        (r"\frac{\partial E}{\partial w_k} = {-}\sum_{i=1}^N (t_i{-}y_i){\cdot}x_{i{+}k{-}1}", "right"),
        (r"\frac{\partial E}{\partial w_k} = \sum_{i=1}^N (y_i{+}t_i) x_{i{+}k{-}1}", "wrong"),
        (r"\frac{\partial E}{\partial w_k} = \sum_{i=1}^N (y_i{-}t_i) x_{i{+}k}", "wrong"),
        (r"\frac{\partial E}{\partial w_k} = {-}\sum_{i=1}^N (y_i{-}t_i) x_{i{+}k{-}1}", "wrong"),
    ],
)
def test_signs_in_braces(line: str, verdict: str) -> None:
    assert judged(f"{SIGNS}$$ {line} $$") == verdict


def test_signs_that_scripts_take() -> None:
    page = r"$$ y^{+} = a u^{-} + b, \quad E = (y^{+})^2 $$"
    assert judged(page + "\n\n" + r"$$ \frac{\partial E}{\partial u^{-}} = 2 a y^{+} $$") == "right"
    assert judged(page + "\n\n" + r"$$ \frac{\partial E}{\partial u^{-}} = 2 a y $$") != "right"
