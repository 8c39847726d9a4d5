r"""Errors are part of the product: each text in full, with the place, the caret and the way out."""

from __future__ import annotations

import pytest

from symderiv.errors import AmbiguousError, ReadError
from symderiv.read import read_document, read_draft

HEAD = "$$a_j = \\sum_{i=1}^{I} w_{ji} x_i \\quad y_j = f(a_j)$$ ( $1 \\le j \\le J$ )\n\n"

MESSAGES = [
    (
        HEAD + "$$E = \\sum_{i=1}^{I} x_i + w_{ji}$$",
        r"""`i` stands after the end of the sum over `i`
line 3, column 26
    $$E = \sum_{i=1}^{I} x_i + w_{ji}$$
                             ^~~~~~~~
put parentheses around what is summed, or rename one of the two""",
    ),
    (
        HEAD + "Then $E = j \\sum_{j=1}^J y_j$.",
        r"""`j` is an index, here it stands as a factor
line 3, column 11
    Then $E = j \sum_{j=1}^J y_j$.
              ^
write an entry such as `x_j`, or give the variable another letter than the index""",
    ),
    (
        HEAD + "$$E = u_j^3$$",
        r"""`^3` is a power or part of the name: `u_j` never occurs without it
line 3, column 7
    $$E = u_j^3$$
          ^~~~~
write `(u_j)^3` for the power, `u_j^{(3)}` for the name""",
    ),
    (
        HEAD + "$$y_j = y_j^j$$",
        r"""`j` is an index: the superscript is a power or part of the name
line 3, column 13
    $$y_j = y_j^j$$
                ^
write `(y_j)^j` for the power, `y_j^{(j)}` for the name""",
    ),
    (
        HEAD + "$$z_j = w_{ji} x_i$$",
        r"""`i` is an index elsewhere, but nothing binds it here
line 3, column 13
    $$z_j = w_{ji} x_i$$
                ^
write `\sum_{i}` if it is summed over, put `i` on the left if it is a free index, """
        r"or write `\text{i}` if it is a label",
    ),
    (
        HEAD + "$$E = \\lambda (y_1 + 1)$$",
        r"""`\lambda(` is a product or a function: every occurrence of it has a parenthesis
line 3, column 7
    $$E = \lambda (y_1 + 1)$$
          ^~~~~~~
write `\lambda \cdot (` for the product; name the function in the front matter: `functions = [..]`""",
    ),
    (
        HEAD + "$$E = f$$",
        r"""the function `f` has no argument
line 3, column 7
    $$E = f$$
          ^
write `f(..)`""",
    ),
    (
        HEAD + "$$E = \\sum_i^I x_i + x_0$$",
        r"""where does the sum over `i` begin?
line 3, column 7
    $$E = \sum_i^I x_i + x_0$$
          ^~~~~~~~~~~~
write `\sum_{i=1}` or `\sum_{i=0}`""",
    ),
    (
        HEAD + "$$y_j = x_{2j} + z_{2j}$$",
        r"""`2j` is one index or two
line 3, column 21
    $$y_j = x_{2j} + z_{2j}$$
                        ^
write `2 \cdot j` for one, `2,j` for two""",
    ),
    (
        HEAD + "$$E = x_{i^2}$$",
        r"""an index form has no powers
line 3, column 10
    $$E = x_{i^2}$$
             ^~~
an index is a letter, a number, or a sum of multiples of them such as `2i+a-1`""",
    ),
    (
        HEAD + "$$\\frac{\\partial y_j}{\\partial (a_j + 1)} = 1$$",
        r"""a variable is expected here
line 3, column 32
    $$\frac{\partial y_j}{\partial (a_j + 1)} = 1$$
                                   ^~~~~~~~~
for example `w_{j,i}`""",
    ),
    (
        HEAD + "$$\\frac{\\partial y_j}{\\partial a} = 1$$",
        r"""this is a number, the left side is a column
line 3, column 37
    $$\frac{\partial y_j}{\partial a} = 1$$
                                        ^
check the order of the factors and the transposes, or write indices""",
    ),
    (
        HEAD + "$$E = \\prod_{i=1}^{I} x_i x_1$$",
        r"""is `x_1` a part of what is multiplied, or does it stand behind the product?
line 3, column 7
    $$E = \prod_{i=1}^{I} x_i x_1$$
          ^~~~~~~~~~~~~~~~~~~~~~~
write `\prod_{i} (..)` around what is multiplied, or put `x_1` in front of `\prod`""",
    ),
    (
        HEAD + "$$E = \\sum_{i=1}^{I} \\mathrm{softmax}(x_i)$$",
        r"""`softmax` is not a function of numbers
line 3, column 22
    $$E = \sum_{i=1}^{I} \mathrm{softmax}(x_i)$$
                         ^~~~~~~~~~~~~~~~~~~~~
write it out with indices""",
    ),
    (
        '+++\nobjektive = "E"\n+++\n' + HEAD,
        """`objektive` is not a key of the front matter
line 2, column 1
    objektive = "E"
    ^~~~~~~~~~~~~~~
did you mean `objective`?""",
    ),
    (
        "+++\n[ranges]\nj = 3\n+++\n" + HEAD,
        """the range of `j` is 3
line 3, column 1
    j = 3
    ^~~~~
write it as "1..I\"""",
    ),
    (
        '+++\noutside = "0"\n+++\n' + HEAD,
        """`outside` is '0'
line 2, column 1
    outside = "0"
    ^~~~~~~~~~~~~
write outside = "zero", or leave it out""",
    ),
]


@pytest.mark.parametrize(("text", "message"), MESSAGES, ids=[m.splitlines()[0] for _, m in MESSAGES])
def test_messages(text: str, message: str) -> None:
    with pytest.raises(ReadError) as found:
        read_draft(text)
    assert str(found.value) == message


def test_a_file_is_named() -> None:
    with pytest.raises(ReadError) as found:
        read_draft(HEAD + "$$E = f$$", file="page.md")
    assert str(found.value).splitlines()[1] == "page.md:3:7"


def test_two_readings_are_their_own_kind_of_error() -> None:
    ambiguous = [m for t, m in MESSAGES if isinstance(_error(t), AmbiguousError)]
    assert len(ambiguous) >= 8
    assert all(" or " in m or "index" in m or "begin" in m for m in ambiguous)


def _error(text: str) -> ReadError:
    with pytest.raises(ReadError) as found:
        read_draft(text)
    return found.value


def test_the_rest_is_still_read() -> None:
    reading = read_document(
        HEAD + "$$E = f$$\n\n$$\\frac{\\partial y_j}{\\partial a_j} = f'(a_j) = \\sum_{i=1}^I \\mathrm{softmax}(x_i)$$"
    )
    assert [type(m).__name__ for m in reading.claims[-1].members] == ["Partial", "Apply", "ReadError"]
    assert len(reading.problems) == 2


NOTES = [
    (
        r"$$s_o = \sum_{d=1}^D u_{o,d} v_d \quad s_k = \sum_{d=1}^D u_{k,d} v_d$$ ($1 \le k \le K$) "
        r"$$C = s_o + \sum_{k=1}^K s_k$$",
        ["`o` in `s_o` is a label, not an index", "`o` in `u_o` is a label, not an index"],
    ),
    (
        r"$$x_n = \sum_{b=1}^{B} k_b y_{n+b} + b_n$$",
        [r"`b` is an index by itself, a variable in `b_{\cdot}`"],
    ),
    (
        r"$$\delta_j^{(2)} = \frac{\partial E}{\partial z_j} \quad z_j = x_j^2 \cdot x_j$$ "
        r"$$\frac{\partial z_j}{\partial x_i} = \delta_{ij}$$",
        [r"`\delta` with two entries is the Kronecker delta, otherwise a variable"],
    ),
    (
        r"$$\sigma^2 = \sum_{i=1}^N x_i$$",
        [r"`\sigma^2` is a name, not a power: it is defined as a whole or never occurs without the 2"],
    ),
    (r"$$L = \sum_{l=1}^{L} x_l$$", ["`L` is a variable where a value stands, a size in indices and bounds"]),
    (HEAD, []),
]


@pytest.mark.parametrize(("text", "notes"), NOTES)
def test_notes(text: str, notes: list[str]) -> None:
    assert list(read_document(text).notes) == notes
