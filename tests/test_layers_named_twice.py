r"""A capital beside entries in small letters, `V^{[k]}` of `v^{[k]}_{ij}`; a letter for the size of one layer."""

import pytest

from .judging import check

PAGE = r"""
For $k = 1, \dots, K$ the layer $k$ has $s_k$ units. {said}

$$ z^{{[k]}}_i = \sum_{{j=1}}^{{s_{{k-1}}}} v^{{[k]}}_{{ij}} h^{{[k-1]}}_j + c^{{[k]}}_i $$
( $k = 1, \dots, K$, $i = 1, \dots, s_k$ )

$$ h^{{[k]}}_i = \tanh(z^{{[k]}}_i) $$ ( $k = 1, \dots, K$, $i = 1, \dots, s_k$ )

$$ E = \frac{{1}}{{2}} \sum_{{i=1}}^{end} (h^{{[K]}}_i - t_i)^2 $$

$$ \delta^{{[k]}}_i = \frac{{\partial E}}{{\partial z^{{[k]}}_i}} $$ ( $k = 1, \dots, K$, $i = 1, \dots, s_k$ )

{line}
"""
WORDS = "The inputs are $h^{[0]}_j$, so $s_0 = d$, and there are $s_K = q$ outputs."
WEIGHTS = r"$$ \frac{\partial E}{\partial V^{[k]}} = \delta^{[k]} (h^{[k-1]})^T $$ ( $k = 1, \dots, K$ )"
TURNED = r"$$ \frac{\partial E}{\partial V^{[k]}} = h^{[k-1]} (\delta^{[k]})^T $$ ( $k = 1, \dots, K$ )"
HIDDEN = r"$$ \delta^{[k]} = (V^{[k+1]})^T \delta^{[k+1]} \odot (1 - h^{[k]} \odot h^{[k]}) $$ ( $k = 1, \dots, K-1$ )"
LAST = r"$$ \frac{\partial E}{\partial h^{[K]}_i} = h^{[K]}_i - t_i $$ ( $i = 1, \dots, q$ )"


def _verdict(line: str, said: str = WORDS, end: str = "q", page: str = PAGE) -> str:
    return str(check(page.format(said=said, end="{" + end + "}", line=line)).claims[-1].judgement)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (WEIGHTS, "right"),
        (WEIGHTS.replace("[k-1]", "[k]"), "wrong"),
        (WEIGHTS.replace("= ", "= -"), "wrong"),
        (TURNED, "wrong"),
        (HIDDEN, "right"),
        (HIDDEN.replace("(1 -", "(2 -"), "wrong"),
        (HIDDEN.replace("(V^{[k+1]})^T", r"V^{[k+1]\top}"), "right"),
        (HIDDEN.replace("V", r"\mathbf{V}"), "right"),
        (LAST, "right"),
        (LAST.replace("- t_i", "+ t_i"), "wrong"),
    ],
)
def test_capitals_of_layers_and_sizes_of_their_own(line: str, verdict: str) -> None:
    assert _verdict(line) == verdict


@pytest.mark.parametrize(
    "words",
    [
        "There are $d = s_0$ inputs $h^{[0]}_j$ and $q = s_K$ outputs.",
        "Mit $s_0 = d$ Eingaben $h^{[0]}_j$ und $s_K = q$ Ausgaben.",
        "($s_0 = d$, $s_K = q$; the inputs are $h^{[0]}_j$)",
    ],
)
def test_sizes_of_layers_in_other_words(words: str) -> None:
    assert _verdict(LAST, words) == "right"
    assert _verdict(LAST.replace("- t_i", "+ t_i"), words) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "If $s_K = q$, there are as many outputs as classes.",
        "Often $s_K = q$ holds.",
        "The inputs are $h^{[0]}_j$.",
    ],
)
def test_what_is_not_said_of_the_size(words: str) -> None:
    """The last layer has s_K units, and only q of them are summed over: or not."""
    line = LAST.replace("$i = 1, \\dots, q$", "$i = 1, \\dots, s_K$")
    assert _verdict(line, words) != "right"


def test_a_letter_that_numbers_things_is_no_size() -> None:
    line = r"$$ \frac{\partial E}{\partial h^{[K]}_q} = h^{[K]}_q - t_q $$"
    assert _verdict(line) != "wrong"


def test_capitals_of_another_number_of_indices() -> None:
    """`c^{[k]}_i` has one index only, so that C is something else."""
    line = r"$$ \frac{\partial E}{\partial C^{[k]}} = \delta^{[k]} (h^{[k-1]})^T $$ ( $k = 1, \dots, K$ )"
    assert _verdict(line) not in ("right", "wrong")
