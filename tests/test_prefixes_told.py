r"""A d before any name, of which words say what it means; columns of a matrix that have names of their own.

By hand, with `h_t = g_t * s_t`, `g_t = \sigma(u_t)` and `u_t = R [h_{t-1}, x_t]`: `du_t = dg_t * g_t * (1 - g_t)`,
`dg_t = dh_t * s_t`, and `dh_t = h_t - y_t + R_h^T du_{t+1}`, where R_h are the columns of R that stand before h.
"""

from __future__ import annotations

import pytest

from .judging import check

NET = r"""$*$ is the element-wise product. $u^{<t>}, \Gamma^{<t>}, h^{<t>}, s^{<t>}, y^{<t>}, b \in \mathbb{R}^m$ and
$x^{<t>} \in \mathbb{R}^n$ for $t = 1, \dots, T$; $h^{<0>}$ is given. $[h, x]$ stacks $h$ on top of $x$.

$$ u^{<t>} = R[h^{<t-1>}, x^{<t>}] + b, \qquad \Gamma^{<t>} = \sigma(u^{<t>}) $$

$$ h^{<t>} = \Gamma^{<t>} * s^{<t>} $$

$$ L = \frac{1}{2} \sum_{t=1}^{T} \sum_{i=1}^{m} (h_i^{<t>} - y_i^{<t>})^2 $$

where $\sigma(z) = \frac{1}{1+e^{-z}}$."""
SHOWN = r"$dh^{<t>} = \frac{\partial L}{\partial h^{<t>}}$ has all that comes back."
RIGHT = (
    r"$$ d\Gamma^{<t>} = dh^{<t>} * s^{<t>} $$",
    r"$$ du^{<t>} = d\Gamma^{<t>} * \Gamma^{<t>} * (1 - \Gamma^{<t>}) $$",
    r"$$ dR = \sum_{t=1}^{T} du^{<t>} [h^{<t-1>}, x^{<t>}]^T $$",
)
WRONG = (
    r"$$ d\Gamma^{<t>} = dh^{<t>} * s^{<t>} * \Gamma^{<t>} $$",
    r"$$ du^{<t>} = d\Gamma^{<t>} * \Gamma^{<t>} $$",
    r"$$ dR = \sum_{t=1}^{T} d\Gamma^{<t>} [h^{<t-1>}, x^{<t>}]^T $$",
)
WORDS = (
    r'Prefix $d$ means "derivative of the loss function $L$ with respect to".',
    r"The prefix $d$ denotes the gradient of the loss.",
    r"Here $d$ in front of a name stands for the derivative of $L$ with respect to it.",
    r"接頭辞 $d$ は損失 $L$ の微分を表す。",
)


def judged(*parts: str) -> list[str]:
    return [str(c.judgement) for c in check("\n\n".join(parts)).claims]


@pytest.mark.parametrize("words", WORDS)
def test_words_say_what_the_sign_means(words: str) -> None:
    assert judged(words, NET, *RIGHT)[-3:] == ["right"] * 3
    assert judged(words, NET, SHOWN, *RIGHT)[-3:] == ["right"] * 3
    assert not {"right", "unreadable"} & set(judged(words, NET, SHOWN, *WRONG)[-3:])


@pytest.mark.parametrize(
    "words",
    [
        r"The prefix $d$ means minus the derivative of the loss $L$.",
        r"The prefix $d$ does not denote the gradient of $L$.",
        r"The prefix $d$ means the derivative of $\log L$.",
    ],
)
def test_words_that_say_something_else(words: str) -> None:
    assert not {"right", "wrong"} & set(judged(words, NET, *RIGHT)[-3:])


def test_a_d_that_is_named_leaves_no_line_of_differentials() -> None:
    """Where `dh` is called a derivative, `du = dh * s * ..` is no equation between changes."""
    assert "wrong" not in judged(r"Mind the $d$.", NET, SHOWN, *RIGHT)
    assert "right" not in judged(r"Mind the $d$.", NET, SHOWN, *WRONG)[-3:]


COLUMNS = r"$R$ is $m \times (m+n)$ and $R_h$ are its first $m$ columns."
BACK = r"$$ dh^{<t>} = h^{<t>} - y^{<t>} + R_h^T du^{<t+1>} $$ ($t = 1, \dots, T-1$)"


def test_columns_with_a_name() -> None:
    assert judged(WORDS[0], COLUMNS, NET, BACK)[-1] == "right"
    assert judged(WORDS[0], COLUMNS, NET, BACK.replace("+ R", "- R"))[-1] == "wrong"
    assert judged(WORDS[0], COLUMNS, NET, BACK.replace("h^{<t>} - y^{<t>} + ", ""))[-1] == "wrong"
    rest = r"$R_x$ are the remaining $n$ columns of $R$."
    line = r"$$ dx^{<t>} = R_x^T du^{<t>} $$"
    assert judged(WORDS[0], rest, NET, line)[-1] == "right"
    assert judged(WORDS[0], rest, NET, line.replace("du", "dh"))[-1] == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        r"$R_h$ are its last $m$ columns.",
        r"$R_h$ are not its first $m$ columns.",
        r"$R_h$ are the first $m$ rows.",
        r"$R_h$ is another matrix.",
    ],
)
def test_other_columns(words: str) -> None:
    assert judged(WORDS[0], words, NET, BACK)[-1] != "right"
