r"""Names without an index that are made of any example: `C = y \log h(x)` beside `h(x^{(n)})` is one for each."""

from __future__ import annotations

from .judging import each_verdict, verdict

FRONT = """+++
objective = "J"
[ranges]
"n" = "1..N"
"d" = "1..D"
+++
"""
MODEL = r"$$ f_w(x) = \tanh(a) $$" + "\n\n" + r"$$ a = \sum_{d=1}^{D} w_d x_d $$"
MODEL += "\n\n" + r"$$ f_w(x^{(n)}) = \tanh\left(\sum_{d=1}^{D} w_d x_d^{(n)}\right) $$"
LOSS = r"$$ C = \frac12 (f_w(x) - y)^2 $$"
TOTAL = r"$$ J = \frac{1}{N} \sum_{n=1}^{N} \frac12 (f_w(x^{(n)}) - y^{(n)})^2 $$"
OF_ONE = r"$$ \frac{\partial C}{\partial w_d} = (f_w(x) - y) (1 - f_w(x)^2) x_d $$"
BY_SUM = r"$$ \frac{\partial C}{\partial a} = (f_w(x) - y) (1 - f_w(x)^2) $$"
OF_ALL = r"$$ \frac{\partial J}{\partial w_d} = \frac{1}{N} \sum_{n=1}^{N} \frac{\partial C^{(n)}}{\partial w_d} $$"


def test_it_has_the_number_of_the_example() -> None:
    cases = [OF_ONE, BY_SUM, OF_ALL]
    for line, found in zip(cases, each_verdict(FRONT, MODEL, LOSS, TOTAL, lines=cases), strict=True):
        assert found == "right", line
    for line, found in zip(
        cases,
        each_verdict(
            FRONT,
            MODEL,
            LOSS,
            TOTAL,
            lines=[line.replace("f_w(x) - y", "y - f_w(x)").replace("= ", "= 2 ") for line in cases],
        ),
        strict=True,
    ):
        assert found == "wrong", line


def test_a_sum_of_numbered_ones() -> None:
    total = r"$$ J = \frac{1}{N} \sum_{n=1}^{N} C^{(n)} $$"
    gradient = r"$$ \frac{\partial J}{\partial w_d} = \sum_n (f_w(x^{(n)}) - y^{(n)}) (1 - f_w(x^{(n)})^2) x_d^{(n)} $$"
    assert each_verdict(
        FRONT, MODEL, LOSS, total, lines=[gradient.replace(r"\sum_n", r"\frac1N \sum_n"), gradient]
    ) == ["right", "wrong"]


def test_what_is_not_sure_stays_open() -> None:
    cases = [
        OF_ALL.replace("C^{(n)}", "C"),  # the sum says that each has its own, and the name says nothing
        OF_ALL.replace("C^{(n)}", "C_n"),
    ]
    for line, found in zip(cases, each_verdict(FRONT, MODEL, LOSS, TOTAL, OF_ONE, lines=cases), strict=True):
        assert found == "unproved", line


def test_a_number_that_stands_for_no_example() -> None:
    loss = LOSS.replace("- y)", "- b)")
    total = TOTAL.replace("y^{(n)}", "y^{(n)} - b")
    line = r"$$ \frac{\partial C}{\partial b} = b - f_w(x) $$"
    assert each_verdict(FRONT, MODEL, loss, total, lines=[line, line.replace("b - f_w(x)", "f_w(x) - b")]) == [
        "right",
        "wrong",
    ]


SCORES = r"""$$ S(u) = \frac{1}{1 + e^{-u}} $$

$$ q(\vec{v}) = \vec{a}_n \cdot \vec{v} = \sum_{d=1}^{D} a_{nd} v_d $$

$$ F = \sum_{n=1}^{N} \ln(S(b_n \cdot (\vec{a}_n \cdot \vec{v}))) $$

# Derivation

"""


def test_scores_of_any_example() -> None:
    """S is a function although it is a capital before vectors, and q is of any n although no line defines `q_n`."""
    cases = [
        (r"\frac{\partial q(\vec{v})}{\partial v_d} = a_{nd}", "right"),
        (r"\frac{\partial q(\vec{v})}{\partial v_d} = v_d", "wrong"),
        (
            r"\frac{\partial F}{\partial v_d} = \sum_{n=1}^{N} b_n a_{nd} (1 - S(b_n (\vec{a}_n \cdot \vec{v})))",
            "right",
        ),
        (r"\frac{\partial F}{\partial v_d} = \sum_{n=1}^{N} b_n a_{nd} S(b_n (\vec{a}_n \cdot \vec{v}))", "wrong"),
        (r"\frac{\partial F}{\partial v_d} = \sum_{n=1}^{N} b_n v_d (1 - S(b_n (\vec{a}_n \cdot \vec{v})))", "wrong"),
        (
            r"\frac{\partial F}{\partial v_d} = "
            r"\sum_{n=1}^{N} b_n \frac{\partial q(\vec{v})}{\partial v_d} S(-b_n (\vec{a}_n \cdot \vec{v}))",
            "right",
        ),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SCORES, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_letter_that_may_be_summed_over_by_convention() -> None:
    page = r"$$ y = v_n a_n $$", r"$$ F = \sum_{n=1}^{N} c_n v_n + y^2 $$"
    for line in (r"\frac{\partial y}{\partial v_k} = a_k", r"\frac{\partial y}{\partial v_k} = [n = k] a_n"):
        assert verdict(*page, f"$$ {line} $$") not in ("right", "wrong")


def test_a_letter_among_others_that_nobody_tells() -> None:
    r"""`\sum_n (q_j - t_k)^2` is not one for each k: which letters are meant is not known."""
    page = r"$$ u_j = \sum_k w_{jk} x_k $$", r"$$ q_j = \tanh(u_j) $$", r"$$ J = \frac12 \sum_n (q_j - t_k)^2 $$"
    words = "Here n is the number of neurons in the output layer."
    assert verdict(*page, words, r"$$ \frac{\partial J}{\partial q_j} = q_j - t_j $$") not in ("right", "wrong")


def test_a_letter_that_a_sum_leaves_out_is_that_of_no_example() -> None:
    page = r"""$$ q_j = \frac{e^{u_j}}{\sum_{i=1}^{I} e^{u_i}} $$

$$ C = -\log q_s $$

$$ D = \sum_{j \ne s} u_j u_s $$"""
    assert each_verdict(
        page,
        lines=[
            r"$$ \frac{\partial D}{\partial u_s} = \sum_{j \ne s} u_j $$",
            r"$$ \frac{\partial D}{\partial u_s} = 2 \sum_{j \ne s} u_j $$",
        ],
    ) == ["right", "wrong"]
