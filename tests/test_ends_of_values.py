r"""Where a value that a sentence gives a name ends: with its lemma, environment, list, quotation or proof."""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = ("$$ z = w x + b $$", r"$$ E = \frac12 (z - t)^2 + \frac{\lambda}{2} w^2 $$")
PLAIN = r"$$ \frac{\partial E}{\partial w} = (z - t) x $$"
DECAYED = r"$$ \frac{\partial E}{\partial w} = (z - t) x + \lambda w $$"
BELOW = "The gradient that we implement is"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (rf"{a} Let $\lambda = 0$. Then", b)
        for a, b in (
            ("Lemma 1.", "Theorem 2. We have"),
            ("**Lemma.**", "**Theorem.** We have"),
            ("Definition 1.", "Remark 3. We have"),
            ("Satz 1.", "Korollar 2. Es gilt"),
            ("Théorème 1.", "Lemme 2. On a"),
            ("Teorema 1.", "Proposición 2. Tenemos"),
            ("定理 1.", "補題 2. We have"),
            ("命题 1.", "引理 2. We have"),
            ("Model 1.", "Model 2. We have"),
            ("Model A:", "Model B: we have"),
            ("Week 1.", "**Week 2.** We have"),
            ("# Section 1\n\n", "# Section 2\n\nWe have"),
            (r"\begin{lemma}", "\\end{lemma}\n" + BELOW),
            ("\\begin{itemize}\n\\item", "\\end{itemize}\n\n" + BELOW),
            ("-", BELOW),
            (">", BELOW),
            ("", "---\n\n" + BELOW),
            ("Proof.", "Q.E.D.\n\n" + BELOW),
            ("Proof.", "$\\square$\n\n" + BELOW),
            ("(Just for this line:)", BELOW),
        )
    ],
)
def test_a_value_ends(first: str, second: str) -> None:
    assert verdict(*PAGE, first, PLAIN) == "right"
    assert verdict(*PAGE, first, PLAIN, second, PLAIN) == "unproved"
    assert verdict(*PAGE, first, PLAIN, second, DECAYED) == "right"
    assert verdict(*PAGE, first, PLAIN, second, PLAIN.replace("z - t", "t - z")) == "wrong"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (r"Lemma 1. Let $\lambda = 0$. Then", "Thus, as before,"),
        (r"- Let $\lambda = 0$. Then", "Hence, once more,"),
        (r"Let $\lambda = 0$. Then", "The gradient is"),
        (r"Throughout let $\lambda = 0$. Then", "---\n\nThe gradient is"),
        ("\\begin{itemize}\n\\item Let $\\lambda = 0$.\n\\end{itemize}", "The gradient is"),
        (r"Let $\lambda = 0$. Then", "Lemma 1. We have"),
    ],
)
def test_a_value_goes_on(first: str, second: str) -> None:
    assert verdict(*PAGE, first, PLAIN, second, PLAIN) == "right"
