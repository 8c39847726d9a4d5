r"""Networks of matrices whose columns are examples, numbered in parentheses above their letter.

By hand: with `J = \frac{1}{2m} \sum_{i,k} (A^{[L]}_{ki} - Y_{ki})^2` the derivative by `A^{[L]}` is `(A^{[L]} - Y)/m`,
and that by `b^{[l]}`, which is added to every column of `Z^{[l]}`, adds up the columns of the one by `Z^{[l]}`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

ENGLISH = r"""
The $m$ examples stand in the columns, $A^{[0]} = X$. $Z^{[l](i)}$ and $A^{[l](i)}$ are the $i$-th columns of $Z^{[l]}$
and $A^{[l]}$ ( $n^{[l]}$ rows and $m$ columns ). $Y$ has $n^{[L]}$ rows and $m$ columns $Y^{(i)}$. $W^{[l]}$ has
$n^{[l]}$ rows and $n^{[l-1]}$ columns. $b^{[l]}$ is a column vector and is added to every column.
"""
GERMAN = r"""
Die Beispiele stehen in den Spalten, $A^{[0]} = X$, und $A^{[l](i)}$, $Z^{[l](i)}$ sind die $i$-ten Spalten von
$A^{[l]}$ und $Z^{[l]}$ ( $n^{[l]}$ Zeilen, $m$ Spalten ). $W^{[l]}$ hat $n^{[l]}$ Zeilen und $n^{[l-1]}$
Spalten. $b^{[l]}$ ist ein Spaltenvektor und wird zu jeder Spalte addiert.
$Y$ ( $n^{[L]}$ Zeilen, $m$ Spalten $Y^{(i)}$ ) ist gegeben.
"""
NETWORK = r"""
$$ A^{[0]} = X $$

$$ Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}, \quad A^{[l]} = g(Z^{[l]}) $$ ( $1 \le l \le L$ )

$$ J = \frac{1}{2m} \sum_{i=1}^m \sum_{k=1}^{n^{[L]}} (A_k^{[L](i)} - Y_k^{(i)})^2 $$

$$ dZ^{[l]} := \frac{\partial J}{\partial Z^{[l]}}, \quad db^{[l]} := \frac{\partial J}{\partial b^{[l]}} $$

$$ dW^{[l]} := \frac{\partial J}{\partial W^{[l]}} $$

## Derivation
"""
LINES = [
    (r"\frac{\partial J}{\partial A^{[L]}} = \frac1m (A^{[L]} - Y)", "right"),
    (r"\frac{\partial J}{\partial A^{[L]}} = A^{[L]} - Y", "wrong"),
    (r"\frac{\partial J}{\partial A_k^{[L](i)}} = \frac1m (A_k^{[L](i)} - Y_k^{(i)})", "right"),
    (r"\frac{\partial J}{\partial A_k^{[L](i)}} = A_k^{[L](i)} - Y_k^{(i)}", "wrong"),
    (r"\frac{\partial J}{\partial W^{[l]}} = dZ^{[l]} A^{[l-1] T}", "right"),
    (r"\frac{\partial J}{\partial W^{[l]}} = \frac1m dZ^{[l]} A^{[l-1] T}", "wrong"),
    (r"db^{[l]} = \sum_{i=1}^m dZ^{[l](i)}", "right"),
    (r"db^{[l]} = \frac1m \sum_{i=1}^m dZ^{[l](i)}", "wrong"),
    (r"db_j^{[l]} = \sum_{i=1}^m dZ_j^{[l](i)}", "right"),
    (r"\frac{\partial J}{\partial W_{jk}^{[l]}} = \sum_{i=1}^m dZ_j^{[l](i)} A_k^{[l-1](i)}", "right"),
    (r"\frac{\partial J}{\partial W_{jk}^{[l]}} = \sum_{i=1}^m dZ_j^{[l](i)} \sum_{i=1}^m A_k^{[l-1](i)}", "wrong"),
]


def behind(line: str) -> str:
    """The layers for which a line is stated."""
    return r" ( $1 \le l \le L - 1$ )" if "l+1" in line else r" ( $1 \le l \le L$ )" if "[l]" in line else ""


@pytest.mark.parametrize("words", [ENGLISH, GERMAN])
def test_columns_are_numbered_above(words: str) -> None:
    for (line, wanted), found in zip(
        LINES, each_verdict(words, NETWORK, lines=[f"$$ {line} $${behind(line)}" for line, _ in LINES]), strict=True
    ):
        assert found == wanted, line


@pytest.mark.parametrize("line", [line for line, wanted in LINES if wanted == "right" and "db_j" not in line])
def test_what_is_not_said_makes_no_line_wrong(line: str) -> None:
    unsaid = ENGLISH.replace(r" and is added to every column", "")
    for words in (
        unsaid,
        unsaid.replace("$b^{[l]}$ is a column vector.", ""),
        unsaid.replace("and $m$ columns )", ")"),
    ):
        assert verdict(words, NETWORK, f"$$ {line} $${behind(line)}") != "wrong"
    without = NETWORK.replace(r"$$ dW^{[l]} := \frac{\partial J}{\partial W^{[l]}} $$", "")
    assert verdict(unsaid, without, f"$$ {line} $${behind(line)}") != "wrong"


def test_words_that_deny_it_number_no_columns() -> None:
    words = ENGLISH.replace("are the $i$-th", "are not the $i$-th").replace("$m$ columns $Y^{(i)}$", "$m$ columns")
    line = r"$$ \frac{\partial J}{\partial W^{[l]}} = \frac1m dZ^{[l]} A^{[l-1] T} $$ ( $1 \le l \le L$ )"
    assert verdict(words, NETWORK, line) in ("unproved", "unreadable")
