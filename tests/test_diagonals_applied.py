r"""Layers in small letters with `\cdot`, arrows that mark vectors, and `\Phi(z^l) = \mathrm{diag}(f'(z^l))`."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

NETWORK = r"""+++
objective = "E"
functions = ["f"]
ranges = { l = "2..L" }
+++
$$ z^l = w^l \cdot a^{l-1} + b^l $$

$$ a^l = f(z^l) $$

$$ E = \frac{1}{2} \| t - a^L \|^2 $$

$$ \delta^l_j = \frac{\partial E}{\partial z^l_j} $$

"""
DIAGONAL = r"$$ \Phi(z^l) = \mathrm{diag}(f'(z^l)) $$" "\n\n"
SAID = "Here $w^l = (w^l_{jk})$, $b^l = (b^l_j)$, $t = (t_j)$.\n\n"
LINES = (
    (r"\frac{\partial E}{\partial w^l_{jk}} = \delta^l_j a^{l-1}_k", "right"),
    (r"\delta^L = (a^L - t) \odot f'(z^L)", "right"),
    (r"\delta^L = (t - a^L) \odot f'(z^L)", "wrong"),
)
APPLIED = (
    (r"\delta^L = \Phi(z^L) (a^L - t)", "right"),
    (r"\delta^l = \Phi(z^l) (w^{l+1})^T \delta^{l+1} \quad (l < L)", "right"),
    (r"\delta^l = \Phi(z^{l+1}) (w^{l+1})^T \delta^{l+1} \quad (l < L)", "wrong"),
    (r"\delta^l = (w^{l+1})^T \Phi(z^{l+1}) \delta^{l+1} \quad (l < L)", "wrong"),
)


def verdicts(text: str) -> list[str]:
    return [str(c.judgement) for c in check(text).claims]


def page(lines: tuple[tuple[str, str], ...]) -> str:
    return "\n\n".join(f"$$ {line} $$" for line, _ in lines)


@pytest.mark.parametrize("said", ["", SAID])
def test_a_dot_between_a_matrix_and_a_vector(said: str) -> None:
    """Also where a sentence says what the entries are called, that of a vector no layer has, too."""
    assert verdicts(NETWORK + said + page(LINES)) == [expected for _, expected in LINES]


def test_a_matrix_for_each_argument() -> None:
    lines = (*LINES, *APPLIED)
    assert verdicts(NETWORK + DIAGONAL + page(lines)) == [expected for _, expected in lines]


def test_defined_with_any_argument() -> None:
    lines = (*LINES, *APPLIED)
    text = NETWORK + DIAGONAL.replace("z^l", "x") + page(lines)
    assert verdicts(text) == [expected for _, expected in lines]


@pytest.mark.parametrize(
    "more",
    [
        r"$$ \Phi(z^l) = \mathrm{diag}(f(z^l)) $$",
        r"$$ m^l = \Phi w^l $$",
        r"$$ m^l = \Phi'(z^l) a^l $$",
    ],
)
def test_a_name_with_another_meaning_is_not_written_out(more: str) -> None:
    text = NETWORK + DIAGONAL + more + "\n\n" + page(APPLIED)
    assert not {"right", "wrong"} & {*verdicts(text)[-2:-1]}


def arrowed(text: str) -> str:
    return text.replace(r"\delta^L", r"\vec{\delta}^L").replace("t - a^L", r"\vec{t} - \vec{a}^L")


@pytest.mark.parametrize(
    "words",
    [
        "An arrow only marks a column vector.",
        "The arrow over a letter merely indicates a vector; it is the same quantity.",
        "We often omit the arrows.",
        "Vector arrows are sometimes dropped.",
    ],
)
def test_arrows_that_tell_no_names_apart(words: str) -> None:
    assert verdicts(arrowed(NETWORK + page(LINES)) + f"\n\n{words}\n") == [expected for _, expected in LINES]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "An arrow does not only mark a column vector.",
        "An arrow marks a column vector, a letter without it is its length.",
        "An arrow only marks a vector of length one.",
    ],
)
def test_without_such_words_two_names_are_two(words: str) -> None:
    found = verdicts(arrowed(NETWORK + page(LINES)) + f"\n\n{words}\n")
    assert found[-2:] != ["right", "wrong"]
