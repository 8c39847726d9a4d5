r"""One-hot data told entry by entry, beside an index of the example, with a star, and where only one entry is told.

By hand: with `L = -\sum_k t_k \log p_k` for a softmax p, and t that is 1 at c and else 0, the derivative by `s_k` is
`p_k - t_k`, which is `p_k - \delta_{kc}`; with a t that is 1 everywhere it would be `K p_k - 1`.
"""

from __future__ import annotations

import pytest

from .judging import verdict

PAGE = r"""
{}

$$ L = - \sum_{{k=1}}^K {t} \log {p} $$

$$ {p} = \frac{{\exp({s})}}{{\sum_{{k=1}}^K \exp({s})}} $$
"""
PLAIN = {"t": "t_k", "p": "p_k", "s": "s_k"}
OF_EXAMPLES = {"t": "t_{k,i}", "p": "p_{k,i}", "s": "s_{k,i}"}
STARRED = {"t": "t^*_k", "p": "p_k", "s": "s_k"}
TOLD = [
    (r"Let $c$ be the true class, so $t_c = 1$ and $t_k = 0$ for $k \neq c$.", PLAIN, "c"),
    (r"Here $t_{c,i} = 1$ and $t_{k,i} = 0$ for $k \neq c$.", OF_EXAMPLES, "c"),
    (r"Soit $c^*$ la vraie classe, alors $t_{c^*,i} = 1$ et $t_{c',i} = 0$ pour $c' \neq c^*$.", OF_EXAMPLES, "c^*"),
    (r"Here $t^*_c = 1$ and $t^*_k = 0$ for $k \neq c$.", STARRED, "c"),
    (r"Sei $c$ die richtige Klasse; für den One-hot-Vektor $t$ (one-hot) ist $t_c = 1$.", PLAIN, "c"),
]
LINES = [
    (r"{p} - {t}", "right"),
    (r"{p} - \delta_{{k,CLASS}}", "right"),
    (r"{p} + {t}", "wrong"),
    (r"{p} ({p} - {t})", "wrong"),
    (r"K {p} - 1", "wrong"),
]
ONE_ENTRY = [
    r"Let $c$ be the true class, so $t_c = 1$.",
    r"Soit $c$ la vraie classe, alors $t_c = 1$.",
    r"Пусть $c$ — правильный класс, тогда $t_c = 1$.",
]


@pytest.mark.parametrize(("words", "names", "letter"), TOLD)
@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_data_told_by_two_entries(words: str, names: dict[str, str], letter: str, line: str, wanted: str) -> None:
    right = line.format(**names).replace("CLASS", letter)
    page = PAGE.replace("{}", words.replace("{", "{{").replace("}", "}}")).format(**names)
    assert verdict(page, rf"$$ \frac{{\partial L}}{{\partial {names['s']}}} = {right} $$") == wanted


@pytest.mark.parametrize("words", ONE_ENTRY)
@pytest.mark.parametrize("line", ["p_k - t_k", "K p_k - 1", "p_k (p_k - t_k)"])
def test_one_entry_alone_leaves_the_others_open(words: str, line: str) -> None:
    page = PAGE.replace("{}", words.replace("{", "{{").replace("}", "}}")).format(**PLAIN)
    assert verdict(page, rf"$$ \frac{{\partial L}}{{\partial s_k}} = {line} $$") == "unproved"


def test_data_that_are_one_everywhere_stay_so() -> None:
    page = PAGE.replace("{}", "Here all $t_k = 1$.").format(**PLAIN)
    assert verdict(page, r"$$ \frac{\partial L}{\partial s_k} = K p_k - 1 $$") == "right"
