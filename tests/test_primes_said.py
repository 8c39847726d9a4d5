r"""Words that make a prime part of a name, `$$\ell' = ..$$ (the prime is only a name)`; by hand: the chain rule."""

from __future__ import annotations

import pytest

import symderiv as sd
from symderiv.check.words.primes_said import named_by_primes

PAGE = r"""$$ s = \sum_{d=1}^{D} u_d v_d $$

$$ \ell = s^2 $$

$$ \ell' = s^3 $$ WORDS

$$ \frac{\partial \ell'}{\partial u_d} = LINE $$
"""


def verdict(words: str, line: str) -> str:
    return str(sd.check(PAGE.replace("WORDS", words).replace("LINE", line)).claims[-1].judgement)


@pytest.mark.parametrize(
    "words",
    [
        "(another loss; the prime is only a name, not a derivative)",
        "where $\\ell'$ is another loss, not a derivative.",
        "\n\nHere primes are labels, not derivatives.",
        "\n\nThe prime on $\\ell$ is just part of the name.",
        "\n\nDer Strich ist keine Ableitung.",
        "\n\nプライムは微分ではない。",
    ],
)
def test_a_name_with_a_prime(words: str) -> None:
    assert verdict(words, "3 s^2 v_d") == "right"
    assert verdict(words, "2 v_d") == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "(the prime is the derivative, not only a name)",
        "(the prime is not only a name)",
        "(the prime is only a name for the derivative)",
        "\n\nHere $f'$ is not a derivative.",
        "\n\nThe prime on $f$ is just a label.",
        "\n\nIs the prime only a name?",
        "\n\nThe prime is not the derivative with respect to $u$.",
    ],
)
def test_what_may_be_a_derivative_is_asked(words: str) -> None:
    assert verdict(words, "3 s^2 v_d") not in ("right", "wrong")


def test_the_prime_above() -> None:
    """Of `the prime` the words below a formula say it, of `primes` those anywhere, unless one is a derivative."""
    lines = {1: ("E", 1), 2: ("F", 8)}
    text = "$$ E' = 1 $$\n(WORDS)\n\n\n\n\n\n$$ F' = 2 $$\n"
    assert named_by_primes(text.replace("WORDS", "the prime is only a name"), lines) == {1}
    general = text.replace("WORDS", "primes are only names")
    assert named_by_primes(general, lines) == {1, 2}
    assert named_by_primes(general + "\nThe prime is the derivative.", lines) == {1}
