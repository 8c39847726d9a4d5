r"""Lines of arrays beside entries whose letters have ranges: `(w^{l+1})^T \delta^{l+1}`, j to `n_l` and k to `n_{l-1}`.

By hand: `\delta^l = ((w^{l+1})^T \delta^{l+1}) \odot f'(z^l)`, `\nabla_{w^l} C = \delta^l (a^{l-1})^T`.
"""

from __future__ import annotations

import re

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "C"\nfunctions = ["f"]\n[ranges]\n"l" = "1..L"\n"j" = "1..n_l"\n"k" = "1..n_{l-1}"\n+++\n'
LINES = (
    r"$$ z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j $$ $$ a^l_j = f(z^l_j) $$ $$ C = \frac12 \sum_j (y_j - a^L_j)^2 $$"
    r"$$ \delta^l_j = \frac{\partial C}{\partial z^l_j} $$"
)
WORDS = (
    r"Layers are $\ell = 1, \dots, L$, and $1 \le i \le d_\ell$ and $1 \le j \le d_{\ell-1}$. "
    r"$$ z^\ell_i = \sum_{j=1}^{d_{\ell-1}} w^\ell_{ij} a^{\ell-1}_j + b^\ell_i, \quad a^\ell_i = f(z^\ell_i) $$ "
    r"$$ C = \frac12 \sum_{i=1}^{d_L} (y_i - a^L_i)^2 $$ $$ \delta^\ell_i = \frac{\partial C}{\partial z^\ell_i} $$"
)
ZERO = (
    r"Layers are $1 \le \ell \le L$, and units $0 \le i \le d_\ell - 1$. "
    r"$$ z^\ell_i = \sum_{j=0}^{d_{\ell-1}-1} w^\ell_{ij} a^{\ell-1}_j + b^\ell_i $$ $$ a^\ell_i = f(z^\ell_i) $$ "
    r"$$ C = \frac12 \sum_{k=0}^{d_L-1} (y_k - a^L_k)^2 $$ $$ \delta^\ell_i = \frac{\partial C}{\partial z^\ell_i} $$"
)
HIDDEN = r"$$ \delta^l = ((w^{l+1})^T \delta^{l+1}) \odot f'(z^l) $$ ( $l = 1, \dots, L-1$ )"
WEIGHTS = r"$$ \frac{\partial C}{\partial w^l} = \delta^l (a^{l-1})^T $$ ( $l = 1, \dots, L$ )"
BIASES = r"$$ \frac{\partial C}{\partial b^l} = \delta^l $$ ( $l = 1, \dots, L$ )"
LAST = r"$$ \delta^L = (a^L - y) \odot f'(z^L) $$"
ENTRY = r"$$ \delta^l_j = f'(z^l_j) \sum_{k=1}^{n_{l+1}} w^{l+1}_{kj} \delta^{l+1}_k $$ ( $l = 1, \dots, L-1$ )"
PAGES = {"front matter": FRONT + LINES, "words": WORDS, "from zero": ZERO}


def layered(claim: str) -> str:
    """The claim in the letter of layers of the other pages."""
    return (
        claim.replace("^l", r"^\ell ").replace("^{l", r"^{\ell").replace("$l =", r"$\ell =").replace("_{l", r"_{\ell")
    )


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("claim", [HIDDEN, WEIGHTS, BIASES, LAST])
def test_right(page: str, claim: str) -> None:
    assert verdict(page, layered(claim) if r"\ell" in page else claim) == "right"


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize(
    ("claim", "slip"),
    [
        (HIDDEN, (r"\odot f'(z^l)", "")),
        (HIDDEN, ("(w^{l+1})^T", "w^{l+1}")),
        (HIDDEN, (r"((w^{l+1})^T \delta^{l+1}) \odot f'(z^l)", r"(w^{l+1})^T (\delta^{l+1} \odot f'(z^{l+1}))")),
        (WEIGHTS, (r"\delta^l (a^{l-1})^T", r"a^{l-1} (\delta^l)^T")),
        (WEIGHTS, (r"(a^{l-1})^T", r"(z^{l-1})^T")),
        (BIASES, (r"= \delta^l", r"= 2 \delta^l")),
        (LAST, ("a^L - y", "y - a^L")),
    ],
)
def test_slips(page: str, claim: str, slip: tuple[str, str]) -> None:
    claim = claim.replace(*slip)
    sure = (
        "w^{l+1} " not in claim and r"(\delta^l)^T" not in claim and (page == PAGES["front matter"] or "L" not in claim)
    )
    found = verdict(page, layered(claim) if r"\ell" in page else claim)
    assert found == "wrong" if sure else found != "right"


def in_letters(text: str, letter: str) -> str:
    """A page, or a line of it, with another letter for layers, and for the last one."""
    return re.sub(r"\\ell(?![a-z])", letter, text).replace("L", letter.upper())


@pytest.mark.parametrize("letter", "kmt")
@pytest.mark.parametrize("page", [WORDS, ZERO.replace("k=0", "p=0").replace("_k", "_p")], ids=["one", "zero"])
def test_other_letters_of_layers(page: str, letter: str) -> None:
    r"""`\partial C/\partial w^k = \delta^k (a^{k-1})^T` below another line of arrays, which was unreadable then."""
    slips = [
        HIDDEN.replace(r"\odot f'(z^l)", ""),
        HIDDEN.replace("(w^{l+1})^T", "w^{l+1}"),
        WEIGHTS.replace(r"(a^{l-1})^T", "(a^l)^T"),
    ]
    lines = [in_letters(layered(x), letter) for x in (HIDDEN, WEIGHTS, BIASES, *slips)]
    assert each_verdict(in_letters(page, letter), lines=lines) == ["right"] * 3 + ["wrong"] * 3
    together = check("\n\n".join([in_letters(page, letter), *lines[:3]]))
    assert [str(c.judgement) for c in together.claims] == ["right"] * 3


def test_a_letter_of_groups_is_none_of_layers() -> None:
    r"""Groups of `n_k` members in which nothing leads from one to the next."""
    page = (
        '+++\n[ranges]\n"k" = "1..K"\n+++\n'
        r"$$ S = \sum_{k=1}^K \sum_{i=1}^{n_k} (x^k_i - m^k)^2 $$ $$ s^k = \sum_{i=1}^{n_k} x^k_i $$"
    )
    line = r"$$ \frac{\partial S}{\partial m^k} = -2 s^k + 2 n_k m^k $$"
    assert verdict(page, line) == "right"
    assert verdict(page, line.replace("+ 2 n_k", "+ 2")) == "wrong"


def test_entries_beside() -> None:
    assert verdict(FRONT + LINES, ENTRY, HIDDEN, LAST) == "right"
    found = each_verdict(
        FRONT + LINES,
        ENTRY,
        lines=[
            HIDDEN.replace("^{l+1})^T", "^l)^T"),
            HIDDEN.replace("f'(z^l)", "f'(z^{l+1})"),
            HIDDEN.replace("f'(z^l)", "f(z^l)"),
        ],
    )
    assert found[0] != "right"
    assert found[1] != "right"
    assert found[2] == "wrong"


def test_ranges_that_differ() -> None:
    """Where definitions say different lengths of a name, nothing is said of it."""
    other = FRONT + LINES + r"$$ u^l_j = \sum_{k=1}^{n_l} w^l_{jk} z^l_k $$"
    assert verdict(other, HIDDEN) in ("unreadable", "unproved")


@pytest.mark.parametrize("left_out", ['"j" = "1..n_l"\n', '"k" = "1..n_{l-1}"\n'])
def test_one_range_alone(left_out: str) -> None:
    """The units of a layer are as many as the next one uses: right lines were wrong."""
    page = (FRONT + LINES).replace(left_out, "")
    assert verdict(page, HIDDEN) != "wrong"
    assert verdict(page, ENTRY) != "wrong"
    assert verdict(page, HIDDEN.replace(r"\odot f'(z^l)", "")) != "right"


def test_ends_that_sums_use() -> None:
    page = (FRONT + LINES).replace('"j" = "1..n_l"\n"k" = "1..n_{l-1}"\n', "")
    page = page.replace(r"\sum_k", r"\sum_{k=1}^{n_{l-1}}")
    assert each_verdict(page, lines=[HIDDEN, ENTRY, ENTRY.replace("_{kj}", "_{jk}")]) == ["right", "right", "wrong"]


UNITS = r"""
+++
objective = "C"
functions = ["f"]
[ranges]
"l" = "1..L"
+++
$$ z_j^l = \sum_{i=1}^{n_{l-1}} w_{ij}^l a_i^{l-1} + b_j^l $$ $$ a_j^l = f(z_j^l) $$
$$ C = \frac12 \sum_{i=1}^{n_L} (a_i^L - t_i)^2 $$

Here $W^l = (w_{ij}^l)$, $\mathbf{z}^l = (z_j^l)$, $\mathbf{a}^l = (a_j^l)$, $\mathbf{b}^l = (b_j^l)$.
"""


def test_a_letter_whose_range_another_name_tells() -> None:
    r"""Nothing says how far j runs but `a^l_j`, of which `a^{l-1}_i` with i to `n_{l-1}` says how long it is."""
    claim = r"$$ \mathbf{z}^l - \mathbf{b}^l = (W^l)^T \mathbf{a}^{l-1} $$"
    assert each_verdict(
        UNITS, lines=[claim, claim.replace(r"(W^l)^T", "W^l"), claim.replace(r" - \mathbf{b}^l", "")]
    ) == ["right", "wrong", "wrong"]
    weights = r"$$ \frac{\partial C}{\partial W^l} = \mathbf{a}^{l-1} (\frac{\partial C}{\partial \mathbf{z}^l})^T $$"
    assert each_verdict(UNITS, lines=[weights, weights.replace(r"{l-1}", "l")]) == ["right", "wrong"]
    ends_apart = UNITS.replace(r"f(z_j^l)", r"f(z_j^l) + \sum_{i=1}^{p} c_{ij} z_i^l")
    assert verdict(ends_apart, claim.replace(r" - \mathbf{b}^l", "")) != "right"


EXAMPLES = r"""
+++
objective = "C"
functions = ["f"]
[ranges]
"i" = "1..m"
"l" = "1..L"
+++
$$ a_k^{(i, 0)} = x_k^{(i)} $$ ( $k = 1, \dots, n_0$ )
$$ z_j^{(i, l)} = \sum_{k=1}^{n_{l-1}} w_{kj}^{(l)} a_k^{(i, l-1)} $$ ( $j = 1, \dots, n_l$ )
$$ a_j^{(i, l)} = f(z_j^{(i, l)}) $$ ( $j = 1, \dots, n_l$ )
$$ C = \frac{1}{2m} \sum_{i=1}^m \sum_{j=1}^{n_L} (a_j^{(i, L)} - t_j^{(i)})^2 $$
$$ \delta_j^{(i, l)} = \frac{\partial C}{\partial z_j^{(i, l)}} $$ ( $j = 1, \dots, n_l$ )

Here $W^{(l)} = (w_{kj}^{(l)})$, $\mathbf{a}^{(i, l)} = (a_j^{(i, l)})$, $\mathbf{z}^{(i, l)} = (z_j^{(i, l)})$,
$\mathbf{t}^{(i)} = (t_j^{(i)})$; $\otimes$ is the outer product.

$$ \delta_j^{(i, l)} = f'(z_j^{(i, l)}) \sum_{k=1}^{n_{l+1}} w_{jk}^{(l+1)} \delta_k^{(i, l+1)} $$
( $l = 1, \dots, L-1$ )
"""


def test_arrays_of_each_example_beside_lines_by_entries() -> None:
    inner = r"\mathbf{a}^{(i, L-1)} \otimes (f'(\mathbf{z}^{(i, L)}) \odot (\mathbf{a}^{(i, L)} - \mathbf{t}^{(i)}))"
    right = rf"$$ \frac{{\partial C}}{{\partial W^{{(L)}}}} = \frac1m \sum_{{i=1}}^m {inner} $$"
    found = each_verdict(
        EXAMPLES,
        lines=[
            right,
            right.replace(r"\frac1m ", ""),
            right.replace(r"f'(\mathbf{z}^{(i, L)}) \odot ", ""),
            right.replace(r"(i, L-1)", "(i, L)"),
        ],
    )
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] == "wrong"
    assert found[3] != "right"


INPUT = (
    '+++\nfunctions = ["f"]\n[ranges]\n"l" = "1..L"\n"i" = "1..d_l"\n"j" = "1..d_{l-1}"\n+++\n\n'
    r"$$ z^{[l]}_i = \sum_{j=1}^{d_{l-1}} W^{[l]}_{ij} a^{[l-1]}_j + b^{[l]}_i $$ $$ a^{[l]}_i = f(z^{[l]}_i) $$"
    r"$$ a^{[0]}_j = x_j $$ $$ C = \frac12 \sum_{i=1}^{d_L} (a^{[L]}_i - y_i)^2 $$"
    r"$$ \delta^{[l]}_i = \frac{\partial C}{\partial z^{[l]}_i} $$ "
    r"Here $W^{[l]} = (W^{[l]}_{ij})$; $\mathbf{a}^{[l]} = (a^{[l]}_i)$, $\mathbf{z}^{[l]} = (z^{[l]}_i)$, "
    r"$\boldsymbol{\delta}^{[l]} = (\delta^{[l]}_i)$, $\mathbf{x} = (x_j)$ are columns. "
    r"$$ \frac{\partial C}{\partial W^{[l]}} = \boldsymbol{\delta}^{[l]} (\mathbf{a}^{[l-1]})^T $$ "
)


def test_the_input_is_as_long_as_the_layer_that_it_is() -> None:
    by_input = r"$$ \frac{\partial C}{\partial \mathbf{x}} = (W^{[1]})^T \boldsymbol{\delta}^{[1]} $$"
    assert each_verdict(
        INPUT, lines=[by_input, by_input.replace("(W^{[1]})^T", "W^{[1]}"), by_input.replace("= (W", "= 2 (W")]
    ) == ["right", "wrong", "wrong"]
    by_weights = r"$$ \frac{\partial C}{\partial W^{[1]}} = \boldsymbol{\delta}^{[1]} \mathbf{x}^T $$"
    found = each_verdict(
        INPUT,
        lines=[
            by_weights,
            by_weights.replace(r"\boldsymbol{\delta}^{[1]} \mathbf{x}^T", r"\mathbf{x}^T"),
            by_weights.replace(r"= \bold", r"= -\bold"),
        ],
    )
    assert found[0] == "right"
    assert found[1] != "right"
    assert found[2] == "wrong"
