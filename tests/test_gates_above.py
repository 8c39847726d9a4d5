r"""Letters in brackets above what comes before the gates, `\mathbf{a}^{(i)}_t = V_i \mathbf{s}_t`, are labels."""

from __future__ import annotations

import pytest

from .judging import check

NET = r"""
$$ \phi(x) = \frac{1}{1 + e^{-x}} $$

$$ \mathbf{a}^{(p)}_n = \mathbf{V}_p \mathbf{s}_n $$

$$ \mathbf{a}^{(q)}_n = \mathbf{V}_q \mathbf{s}_n + \mathbf{d}_q $$

$$ \mathbf{a}^{(o)}_n = \mathbf{V}_o \mathbf{s}_n $$

$$ \mathbf{q}_n = \phi(\mathbf{a}^{(q)}_n) $$

$$ \mathbf{o}_n = \phi(\mathbf{a}^{(o)}_n + \mathbf{d}_o) $$

$$ \mathbf{m}_n = \mathbf{q}_n \odot \mathbf{m}_{n-1} + (1 - \mathbf{q}_n) \odot \mathbf{a}^{(p)}_n $$

$$ \mathbf{m}_0 = 0 $$

$$ \mathbf{y}_n = \mathbf{o}_n \odot \mathbf{m}_n $$

$$ J = \sum_{n=1}^{N} \mathbf{w}_n^\top \mathbf{y}_n $$

"""
HEAD = '+++\nobjective = "J"\n[ranges]\n"n" = "1..N"\n+++\n' + NET
TWO = HEAD.replace(r"$$ \mathbf{a}^{(p)}_n = \mathbf{V}_p \mathbf{s}_n $$", "").replace(
    r"\odot \mathbf{a}^{(p)}_n", r"\odot \mathbf{V}_p \mathbf{s}_n"
)
OUT = (
    r"$$ \frac{\partial J}{\partial \mathbf{a}^{(o)}_n} = \frac{\partial J}{\partial \mathbf{y}_n} \odot \mathbf{m}_n "
    r"\odot \mathbf{o}_n \odot (1 - \mathbf{o}_n) $$"
)
BIAS = r"$$ \frac{\partial J}{\partial \mathbf{d}_q} = \sum_{n=1}^{N} \frac{\partial J}{\partial \mathbf{a}^{(q)}_n} $$"
WEIGHTS = (
    r"$$ \frac{\partial J}{\partial \mathbf{V}_o} = \sum_{n=1}^{N} "
    r"\frac{\partial J}{\partial \mathbf{a}^{(o)}_n} \mathbf{s}_n^\top $$"
)
INNER = (
    r"$$ \frac{\partial J}{\partial \mathbf{a}^{(p)}_n} = "
    r"\frac{\partial J}{\partial \mathbf{m}_n} \odot (1 - \mathbf{q}_n) $$"
)
SLIPS = [
    (OUT, r"\odot (1 - \mathbf{o}_n)", ""),
    (OUT, r"\mathbf{m}_n", r"\mathbf{m}_{n-1}"),
    (BIAS, r"(q)", "(o)"),
    (WEIGHTS, "(o)", "(q)"),
    (INNER, r"(1 - \mathbf{q}_n)", r"\mathbf{q}_n"),
]


def verdicts(text: str) -> list[str]:
    return [str(link.judgement) for claim in check(text).claims for link in claim.links]


@pytest.mark.parametrize("typed", [r"^{(\1)}", r"^{[\1]}", r"^{(\mathrm{\1})}"])
def test_three_letters_tell_gates_apart(typed: str) -> None:
    page = HEAD + "\n\n".join([OUT, BIAS, WEIGHTS, INNER])
    for letter in "pqo":
        page = page.replace(f"^{{({letter})}}", typed.replace(r"\1", letter))
    assert verdicts(page) == ["right"] * 4


@pytest.mark.parametrize(("line", "old", "new"), SLIPS)
def test_slips(line: str, old: str, new: str) -> None:
    assert old in line
    assert verdicts(HEAD + line.replace(old, new)) == ["wrong"]


def test_a_product_behind_a_product_by_entries_comes_first() -> None:
    line = OUT.replace("(o)", "(q)").replace(r"\mathbf{o}", r"\mathbf{q}").replace(r"{y}", "{m}")
    line = line.replace(r"\odot \mathbf{m}_n ", r"\odot (\mathbf{m}_{n-1} - \mathbf{V}_p \mathbf{s}_n) ")
    assert verdicts(TWO + line) == ["right"]
    assert verdicts(TWO + line.replace(r"- \mathbf{V}_p", r"+ \mathbf{V}_p")) == ["wrong"]


def test_two_letters_that_are_names_of_gates() -> None:
    assert verdicts(TWO + "\n\n".join([OUT, BIAS, WEIGHTS])) == ["right"] * 3
    assert verdicts(TWO + BIAS.replace("(q)", "(o)")) == ["wrong"]
    assert verdicts(TWO + WEIGHTS.replace("(o)", "(q)")) == ["wrong"]


COMPARED = r"""
$$ \mathbf{h}^{(i)} = \tanh(\mathbf{W} \mathbf{x}^{(i)}) $$

$$ \mathbf{h}^{(j)} = \tanh(\mathbf{W} \mathbf{x}^{(j)}) $$

$$ \mathbf{h}^{(k)} = \tanh(\mathbf{W} \mathbf{x}^{(k)}) $$

$$ J = \mathbf{h}^{(i)\top} \mathbf{h}^{(j)} - \mathbf{h}^{(i)\top} \mathbf{h}^{(k)} $$

"""


def test_what_is_compared_stays_of_one_kind() -> None:
    line = r"$$ \frac{\partial J}{\partial \mathbf{h}^{(i)}} = \mathbf{h}^{(j)} - \mathbf{h}^{(k)} $$"
    assert "wrong" not in verdicts(COMPARED + line)
    assert "right" not in verdicts(COMPARED + line.replace("- ", "+ "))


def test_a_letter_that_a_sum_binds_is_an_index() -> None:
    page = HEAD.replace(r"\mathbf{y}_n $$", r"\mathbf{y}_n + \sum_{o=1}^{O} \mathbf{w}_1^\top \mathbf{a}^{(o)}_1 $$")
    assert "right" not in verdicts(page + OUT)


def test_layers_stay_numbered() -> None:
    page = (
        r"$$ \mathbf{z}^{(l)} = \mathbf{W}^{(l)} \mathbf{a}^{(l-1)}, \quad \mathbf{a}^{(l)} = \tanh(\mathbf{z}^{(l)}) "
        "$$ for $l = 1, \\dots, L$.\n\n"
        r"$$ \frac{\partial J}{\partial \mathbf{z}^{(l)}} = \frac{\partial J}{\partial \mathbf{a}^{(l)}} "
        r"\odot (1 - \mathbf{a}^{(l)} \odot \mathbf{a}^{(l)}) $$"
    )
    head = '+++\nobjective = "J"\n+++\n'
    assert verdicts(head + page) == ["right"]
    assert verdicts(head + page.replace(r"(1 - \mathbf{a}^{(l)} \odot", r"(1 + \mathbf{a}^{(l)} \odot")) == ["wrong"]
