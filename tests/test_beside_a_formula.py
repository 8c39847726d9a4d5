r"""What stands beside a formula, outside of its dollar signs, and makes another one of it.

A line that words or signs change is not right as it is typed, and a definition that they change defines nothing: lines
that rest on it are open, never right. Words that only go on with the sentence change nothing.
"""

from __future__ import annotations

import pytest

from .judging import check

FIRST = "$$y = \\sum_i w_i x_i$$\n\n"
DEFINITION = "$E = \\frac12 (y-t)^2$"
DISPLAYED = "$$E = \\frac12 (y-t)^2$$"
CLAIM = "\n\n$$\\frac{\\partial E}{\\partial w_i} = (y-t) x_i$$"
CHANGED = (
    f"{DEFINITION} + $\\frac{{\\lambda}}{{2}} \\sum_i w_i^2$",
    f"{DISPLAYED} + 3 $y$",
    f"{DISPLAYED} times $2$.",
    f"{DISPLAYED}\n$$+ \\frac{{\\lambda}}{{2}}\\sum_i w_i^2$$",
    f"{DISPLAYED}\n\n$$+ \\frac{{\\lambda}}{{2}}\\sum_i w_i^2$$",
    f"The error is not {DEFINITION}.",
    f"We do not use {DEFINITION}.",
    f"誤差は {DEFINITION} ではなく別のものである。",
    f"{DISPLAYED} plus the penalty $\\frac\\lambda2\\sum_i w_i^2$.",
    f"{DEFINITION} plus weight decay.",
    f"{DEFINITION} summed over all $N$ examples.",
    f"The error is twice {DEFINITION}.",
    f"{DEFINITION} に正則化項 $\\frac\\lambda2\\sum_i w_i^2$ を加える。",
    f"{DEFINITION} を2倍したものを使う。",
    f"It is tempting to use {DEFINITION}.",
    f"Instead of {DEFINITION} we use another error.",
    f"We use {DEFINITION} up to a constant.",
    f"{DISPLAYED} and add a penalty.",
    f"{DEFINITION} (averaged over the batch).",
)
UNCHANGED = (
    f"{DEFINITION}",
    f"We use {DEFINITION}.",
    f"The error of one example is {DEFINITION}, and the weights are updated by gradient descent.",
    f"{DISPLAYED} is minimised over all $w_i$.",
    f"誤差を {DEFINITION} とする。",
)


@pytest.mark.parametrize("words", CHANGED)
def test_a_definition_that_goes_on_outside_defines_nothing(words: str) -> None:
    assert check(f"{FIRST}{words}{CLAIM}").claims[-1].judgement == "unproved"


@pytest.mark.parametrize("words", UNCHANGED)
def test_a_definition_in_a_sentence_defines(words: str) -> None:
    assert check(f"{FIRST}{words}{CLAIM}").verdict == "right"
    assert check(f"{FIRST}{words}{CLAIM.replace('(y-t)', '(t-y)')}").verdict == "wrong"


def test_a_name_that_is_denied_and_then_defined_is_defined() -> None:
    text = f"{FIRST}The error is not $E = (y-t)^4$. It is\n\n{DISPLAYED}{CLAIM}"
    assert check(text).claims[-1].judgement == "right"


SQUARES = "$$E = \\sum_i x_i^2$$\n\n"
LINE = "$\\frac{\\partial E}{\\partial x_i} = 2 x_i$"
BEHIND = (
    " + c",
    " + const.",
    " (+ const.)",
    " ± 1",
    " / n",
    " x 3",
    ", $+3$",
    " $x_j$",
    " <sup>2</sup>",
    " with the opposite sign.",
    " squared.",
    " summed over all $i$.",
    " averaged over $i$.",
    ", multiplied by $3$.",
    " and then add $3$.",
    " by the power rule, times 2",
    " の 2 倍",
    " に $3$ を足したものである。",
    " の符号を反転したもの",
    " だろうか？",
    " is refuted by an example.",
    " no longer holds.",
    ", which is too large by a factor of two.",
)
BEFORE = (
    "$-$ ",
    "$$-$$ ",
    "½",
    "3 · ",
    "Σ ",
    "$\\sum_i$ ",
    "$\\log$ ",
    "We get minus ",
    "We get twice ",
    "Half of ",
    "One never has ",
    "We can rule out ",
    "I doubt that ",
    "It is tempting to write ",
    "Many students write ",
)
HARMLESS = (
    ("", " for all $i$."),
    ("", " and we are done."),
    ("", ", by the power rule."),
    ("", ". Multiplying by $\\eta$ gives the update."),
    ("", ", and summing over $i$ gives $2 \\sum_i x_i$."),
    ("", ", which times $x_i$ gives $2x_i^2$."),
    ("", " / done"),
    ("", " に $\\eta$ を掛けて更新する。"),
    ("", " $(1)$"),
    ("", " $\\forall i$"),
    ("", " が成り立つ。"),
    ("So ", "."),
    ("In the sum, ", "."),
    ("Differentiating twice is not needed: ", "."),
    ("よって ", "。"),
)


@pytest.mark.parametrize(("before", "behind"), [*(("", b) for b in BEHIND), *((b, ".") for b in BEFORE)])
def test_a_line_that_goes_on_outside_is_not_right(before: str, behind: str) -> None:
    assert check(f"{SQUARES}{before}{LINE}{behind}").claims[-1].judgement in ("unproved", "unreadable")


@pytest.mark.parametrize(("before", "behind"), HARMLESS)
def test_a_line_in_a_sentence_is_right(before: str, behind: str) -> None:
    report = check(f"{SQUARES}{before}{LINE}{behind}")
    assert report.claims[0].judgement == "right"


MAIL = "net_j = Σ_i w_ij x_i\n\no_j = f(net_j)\n\nE = 1/2 Σ_j (o_j - t_j)^2\n\ndE/dw_ij = (o_j - t_j) f'(net_j) x_i"
ROWS = (
    ("\n- λ w_ij", "unproved"),
    ("\n+ x_i", "wrong"),
    ("\n       - x_i", "wrong"),
    ("\n* x_i", "wrong"),
    ("\n/ 2", "wrong"),
    ("\n / N", "unproved"),
    ("\n+ (o_j - t_j)", "wrong"),
    ("\n* 2", "wrong"),
    ("\n^2", "unreadable"),
    ("\n+ ...", "unreadable"),
    ("\n+ weight decay", "unreadable"),
    ("\nplus lambda w_ij", "unreadable"),
    ("\ntimes 2", "unreadable"),
    ("\n\n    + x_i", "unreadable"),
    ("\n\n    / 2", "unreadable"),
    (" by the chain rule, times 2", "unproved"),
    ("", "right"),
    ("\n- the deltas are done", "right"),
    ("\n\n* next: the first layer", "right"),
    ("\n    = (o_j - t_j) f'(net_j) x_i", "right"),
    ("\n    = (o_j - t_j) f(net_j) x_i", "wrong"),
)


@pytest.mark.parametrize(("row", "verdict"), ROWS)
def test_a_row_of_a_mail_that_goes_on_with_the_formula_above(row: str, verdict: str) -> None:
    assert check(f"{MAIL}{row}").verdict == verdict


def test_a_formula_of_a_mail_on_two_rows_is_one() -> None:
    tied = "h_j = f(Σ_i w_ji x_i)\n\ny_i = Σ_j w_ji h_j\n\nE = 1/2 Σ_i (y_i - x_i)^2\n\ndE/dw_ji = (y_i - x_i) h_j"
    assert check(tied).verdict == "wrong"
    whole = f"{tied}\n           + Σ_k (y_k - x_k) w_jk f'(Σ_l w_jl x_l) x_i"
    assert check(whole).verdict == "right"
    decay = "y = Σ_i w_i x_i\n\nE = 1/2 (y - t)^2\n    + 1/2 λ Σ_i w_i^2\n\ndE/dw_i = (y - t) x_i"
    assert check(decay).verdict == "wrong"
    assert check(f"{decay} + λ w_i").verdict == "right"


NOT_PRINTED = (
    "<!-- The matrix $A$ is symmetric. -->",
    "`The matrix $A$ is symmetric.`",
    "\n```\nThe matrix $A$ is symmetric.\n```\n",
    "~~The matrix $A$ is symmetric.~~",
    "<del>The matrix $A$ is symmetric.</del>",
    "\n% The matrix $A$ is symmetric.\n",
)
NOT_SAID = (
    "The matrix $A^T A$ is symmetric.",
    "$A + A^T$ is symmetric.",
    "Only the symmetric part of $A$ matters.",
    "Replace $A$ by its symmetric part.",
    "Let $B$ be a symmetric matrix and $A$ any matrix.",
    "The distribution of $A$ is symmetric.",
    "$A$ has a symmetric sparsity pattern.",
    "$A^T A$ は対称行列である。",
    "We do not assume $A = A^T$.",
    "Nothing says that $A = A^T$.",
    "Unless $A = A^T$, we need both terms.",
    "$A = A^T$ とは限らない。",
    "$A = A^T$ は仮定しない。",
    "$A$ fails to be symmetric.",
    "$A$ is no longer symmetric.",
    "Is $A$ symmetric? No.",
    "$A$ is almost symmetric.",
    "Some books let $A$ be symmetric.",
    "If $A$ is symmetric, see the book. Here is the general case.",
    "Let $A$ be symmetric. Now the matrix $A$ is an arbitrary matrix.",
)
SAID = (
    "The matrix $A$ is symmetric.",
    "Let $A$ be a symmetric matrix.",
    "with a symmetric, positive definite matrix $A$",
    "$A = A^T$",
    "Since $A = A^T$,",
    "行列 $A$ は対称とする。",
)
QUADRATIC = (
    "$A \\in \\mathbb{{R}}^{{n \\times n}}$, $x \\in \\mathbb{{R}}^n$. {}\n\n"
    "$$\\frac{{\\partial}}{{\\partial x}} x^T A x = 2 A x$$"
)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [*((w, "wrong") for w in NOT_PRINTED), *((w, "unproved") for w in NOT_SAID), *((w, "right") for w in SAID)],
)
def test_symmetry_is_what_the_printed_text_says(words: str, verdict: str) -> None:
    assert check(QUADRATIC.format(words)).claims[-1].judgement == verdict
