r"""Words in parentheses above a name, typed letter by letter: `w_{ji}^{(in)}` beside `w_{kj}^{(out)}`."""

from __future__ import annotations

import pytest
from judging import each_verdict

FRONT = r"""+++
objective = "E"
functions = ["f"]
[ranges]
"i" = "1..I"
"j" = "1..J"
"j'" = "1..J"
"k" = "1..K"
+++

## Network"""
NETWORK = r"""$$ u_j = \sum_{i=1}^{I} w_{ji}^{(A)} x_i + \sum_{j'=1}^{J} w_{jj'}^{(C)} r_{j'} $$

$$ v_k = \sum_{j=1}^{J} w_{kj}^{(B)} f(u_j) $$

$$ E = \sum_{k=1}^{K} (v_k - d_k)^2 $$

## Derivation"""
OF_EXAMPLES = r"""$$ u_j^{(n)} = \sum_{i=1}^{I} w_{ji}^{(A)} x_i^{(n)} + \sum_{j'=1}^{J} w_{jj'}^{(C)} r_{j'} $$

$$ v_k^{(n)} = \sum_{j=1}^{J} w_{kj}^{(B)} f(u_j^{(n)}) $$

$$ E = \sum_{n=1}^{N} \sum_{k=1}^{K} (v_k^{(n)} - d_k^{(n)})^2 $$

## Derivation"""
WORDS = [("in", "out", "rec"), ("in", "out", "hid"), ("ih", "ho", "hh"), ("fw", "bw", "io"), ("hid", "out", "con")]


def spelled(text: str, words: tuple[str, str, str]) -> str:
    for letter, word in zip("ABC", words, strict=True):
        text = text.replace(f"({letter})", f"({word})")
    return text


@pytest.mark.parametrize("words", WORDS)
def test_weights_of_layers(words: tuple[str, str, str]) -> None:
    lines = [
        r"$$ \frac{\partial E}{\partial w_{kj}^{(B)}} = 2 (v_k - d_k) f(u_j) $$",
        r"$$ \frac{\partial E}{\partial w_{ji}^{(A)}} = \sum_{k=1}^{K} 2 (v_k - d_k) w_{kj}^{(B)} f'(u_j) x_i $$",
        r"$$ \frac{\partial E}{\partial w_{ji}^{(A)}} = \sum_{k=1}^{K} 2 (v_k - d_k) w_{kj}^{(B)} f'(u_j) $$",
        r"$$ \frac{\partial E}{\partial w_{jj'}^{(C)}} = \sum_{k=1}^{K} 2 (v_k - d_k) w_{kj}^{(B)} f'(u_j) r_j $$",
    ]
    found = each_verdict(FRONT, spelled(NETWORK, words), lines=[spelled(x, words) for x in lines])
    assert found == ["right", "right", "wrong", "wrong"]


@pytest.mark.parametrize("words", WORDS)
def test_where_all_letters_number_something(words: tuple[str, str, str]) -> None:
    lines = [
        r"$$ \frac{\partial E}{\partial w_{ji}^{(A)}} = \sum_{n=1}^{N} \sum_{k=1}^{K} 2 (v_k^{(n)} - d_k^{(n)})"
        r" w_{kj}^{(B)} f'(u_j^{(n)}) x_i^{(n)} $$",
        r"$$ \frac{\partial E}{\partial w_{ji}^{(A)}} = \sum_{k=1}^{K} 2 (v_k^{(n)} - d_k^{(n)})"
        r" w_{kj}^{(B)} f'(u_j^{(n)}) x_i^{(n)} $$",
    ]
    found = each_verdict(FRONT, spelled(OF_EXAMPLES, words), lines=[spelled(x, words) for x in lines])
    assert found == ["right", "wrong"]


def test_indices_that_run_together() -> None:
    network = r"""$$ E = \sum_{i=1}^{I} \sum_{j=1}^{I} a_{ij} x^{(in)} x^{(jn)} $$

## Derivation"""
    lines = [
        r"$$ \frac{\partial E}{\partial x^{(in)}} = \sum_{j=1}^{I} (a_{ij} + a_{ji}) x^{(jn)} $$",
        r"$$ \frac{\partial E}{\partial x^{(in)}} = \sum_{j=1}^{I} a_{ij} x^{(jn)} $$",
    ]
    assert each_verdict('+++\nobjective = "E"\n+++', network, lines=lines) == ["right", "wrong"]


def test_examples_of_layers() -> None:
    network = r"""$$ u^{(ln)} = \sum_{m=1}^{M} w_m x_m^{(ln)} $$

$$ E = \sum_{l=1}^{L} \sum_{n=1}^{N} (u^{(ln)} - d^{(ln)})^2 $$

## Derivation"""
    lines = [
        r"$$ \frac{\partial E}{\partial w_m} = \sum_{l=1}^{L} \sum_{n=1}^{N} 2 (u^{(ln)} - d^{(ln)}) x_m^{(ln)} $$",
        r"$$ \frac{\partial E}{\partial w_m} = 2 (u^{(ln)} - d^{(ln)}) x_m^{(ln)} $$",
    ]
    assert each_verdict('+++\nobjective = "E"\n+++', network, lines=lines) == ["right", "wrong"]
