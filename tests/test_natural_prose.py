r"""Natural sentences around right lines, in which the lines stay right, and such by which a false line is not."""

from __future__ import annotations

import pytest

from .judging import check

NET = "$a_j = \\sum_{i=1}^{I} w_{ji} x_i$, $z_j = \\tanh(a_j)$, $y_k = \\sum_{j=1}^{J} v_{kj} z_j$. "
LOSS = "$E = \\frac12 \\sum_{k=1}^{K} (y_k - t_k)^2$"
LINE = "$\\frac{\\partial E}{\\partial v_{kj}} = (y_k - t_k) z_j$"
SOFTMAX = "$p_k = \\frac{e^{z_k}}{\\sum_{j=1}^{K} e^{z_j}}$. "
SAME = "$\\frac{\\partial p_k}{\\partial z_l} = p_k (1 - p_k)$"
OTHER = "$\\frac{\\partial p_k}{\\partial z_l} = - p_k p_l$"
DIAGONAL = "$\\frac{\\partial p_k}{\\partial z_k} = p_k (1 - p_k)$"


def last(text: str, n: int = 1) -> list[str]:
    return [str(c.judgement) for c in check(text).claims][-n:]


BEFORE = (
    "In this case",
    "In any case",
    "In our case,",
    "In the general case,",
    "In the linear case",
    "So in this case:",
    "There is no doubt that",
    "Without doubt",
    "Students should write",
)


@pytest.mark.parametrize("words", BEFORE)
def test_words_before_a_line(words: str) -> None:
    assert last(f"{NET}{LOSS}. {words} {LINE}.") == ["right"]
    assert last(f"{NET}{LOSS}. {words} {LINE.replace('z_j', 'z_k')}.") == ["wrong"]


OF_A_DEFINITION = (
    f"{LOSS} is not convex.",
    f"{LOSS} isn't convex.",
    f"{LOSS} does not depend on the bias.",
    f"Since {LOSS} is not linear, we use the chain rule.",
    f"{LOSS}. **No** bias is used.",
    f"{LOSS} (up to a constant, this is the negative log likelihood).",
    f"{LOSS} に正則化項はない。",
)


@pytest.mark.parametrize("words", OF_A_DEFINITION)
def test_words_around_a_definition(words: str) -> None:
    assert last(f"{NET}{words} Then {LINE}.") == ["right"]


SPLIT = (
    "Case 1: $k = l$. Then SAME. Case 2: $k \\ne l$. Then OTHER.",
    "Let $k=l$. Then SAME. Let $k\\ne l$. Then OTHER.",
    "First suppose $k=l$. Then SAME. Now suppose $k \\ne l$. Then OTHER.",
    "First consider $k = l$. Then SAME. Now consider $k \\ne l$. Then OTHER.",
    "The first case is $k=l$. Here SAME. The second case is $k \\ne l$. Here OTHER.",
    "**Case 1:** $k=l$.\nSAME\n**Case 2:** $k \\ne l$.\nOTHER",
    "場合1: $k=l$。このとき SAME。場合2: $k \\ne l$。このとき OTHER。",
    "$k=l$ とする。このとき SAME。$k\\ne l$ とする。このとき OTHER。",
    "The diagonal entries ($k = l$) are SAME and the others ($k \\ne l$) are OTHER.",
    "On the diagonal ($k=l$) SAME, off the diagonal ($k\\ne l$) OTHER.",
    "For the same index ($k=l$) we get SAME, for different ones ($k\\ne l$) we get OTHER.",
    "Diagonal ($k=l$): SAME; off-diagonal ($k\\ne l$): OTHER.",
    "対角成分 ($k=l$) は SAME、非対角成分 ($k\\ne l$) は OTHER。",
    "SAME for $k = l$ and OTHER for $k \\ne l$.",
    "SAME, on the diagonal ($k = l$), and OTHER off it ($k \\ne l$).",
    "Suppose first that $k=l$; then SAME. If $k \\ne l$, then OTHER.",
)


@pytest.mark.parametrize("words", SPLIT)
def test_two_cases(words: str) -> None:
    text = SOFTMAX + words.replace("SAME", SAME).replace("OTHER", OTHER)
    assert last(text, 2) == ["right", "right"]
    swapped = SOFTMAX + words.replace("OTHER", "@").replace("SAME", OTHER).replace("@", SAME)
    assert "right" not in last(swapped, 2)


NEGATED = (
    "If the indices are not the same, $k \\ne l$: OTHER",
    "When the indices are not equal ($k\\ne l$): OTHER",
    "if not, that is $k\\ne l$, OTHER",
)


@pytest.mark.parametrize("words", NEGATED)
def test_a_case_that_words_negate_before_it_is_typed(words: str) -> None:
    assert last(SOFTMAX + words.replace("OTHER", OTHER)) == ["right"]


FALSE = (
    "If the indices differ, SAME; if they agree ($k = l$), DIAGONAL.",
    "The off-diagonal entries are SAME, the diagonal ones ($k=l$) are DIAGONAL.",
    "For different indices we get SAME, for equal ones ($k=l$) we get DIAGONAL.",
)
TURNED = (
    "If $k = l$ is violated, SAME.",
    "Leaving $k=l$ aside, SAME.",
    "Having done $k=l$, we get SAME.",
    "As $k=l$ is excluded, SAME.",
    "SAME ($k=l$ excluded)",
    "Different from the case $k=l$, SAME",
    "Assume the contrary of $k=l$. Then SAME.",
    "$k=l$ の逆の場合 SAME。",
    "$k=l$ と違って SAME。",
    "SAME for $k=l$ and also for $k\\ne l$.",
)


@pytest.mark.parametrize("words", [*FALSE, *TURNED])
def test_a_case_of_another_line_makes_none_right(words: str) -> None:
    text = SOFTMAX + words.replace("SAME", SAME).replace("DIAGONAL", DIAGONAL)
    n = 2 if words in FALSE else 1
    assert last(text, n)[0] in ("wrong", "unproved", "unreadable")


ENTROPY = "$L = -\\sum_k t_k \\log p_k$"
GRADIENT = "$\\frac{\\partial L}{\\partial z_k} = p_k - t_k$"
ONE_HOT = (
    "$t$ is a one-hot vector, not an index.",
    "$t$ is one-hot (no label smoothing).",
    "The label is not an integer but a one-hot vector $t$.",
    "Instead of an integer we use a one-hot vector $t$.",
)
SCALED = (
    "$t$ is one-hot, scaled by the class weight.",
    "$t$ is an unnormalised one-hot vector.",
    "$t$ は one-hot ベクトルの和である。",
    "$t$ は one-hot でなくてよい。",
)


@pytest.mark.parametrize(("words", "right"), [*((w, True) for w in ONE_HOT), *((w, False) for w in SCALED)])
def test_one_hot_data_in_words(words: str, right: bool) -> None:
    assert (last(f"{SOFTMAX}{ENTROPY}, {words} Then {GRADIENT}.") == ["right"]) is right


@pytest.mark.parametrize("words", ["In the last step we used", "In the last equality, we used the fact that", "We use"])
def test_what_a_step_uses_is_so(words: str) -> None:
    assert last(f"{SOFTMAX}{ENTROPY}. Then {GRADIENT}. {words} $\\sum_k t_k = 1$.") == ["right"]


SYMMETRIC = (
    "By symmetry of $A$,",
    "Using the symmetry of $A$,",
    "Recall that $A$ is symmetric. So",
    "In this exercise $A$ is symmetric. So",
    "Without loss of generality $A$ is symmetric. So",
    "$A$ の対称性より",
)
NOT_SYMMETRIC = (
    "$A$ is skew symmetric.",
    "$A$ is far from symmetric.",
    "No matter whether $A$ is symmetric:",
    "$A$ is symmetric in expectation.",
    "$A$ は歪対称行列である。",
    "$A$ is symmetric. Now drop the symmetry of $A$.",
)


@pytest.mark.parametrize(("words", "right"), [*((w, True) for w in SYMMETRIC), *((w, False) for w in NOT_SYMMETRIC)])
def test_symmetry_in_words(words: str, right: bool) -> None:
    form = "$f(x) = x^T A x$ with $A \\in \\mathbb{R}^{n \\times n}$, $x \\in \\mathbb{R}^n$. "
    assert (last(f"{form}{words}\n\n$$\\nabla_x f = 2 A x$$") == ["right"]) is right


DELTA = "$y_k = \\sum_{j=1}^{J} v_{kj} x_j$, " + LOSS + ". "
NO_DERIVATIVE = (
    "Let $\\delta_k$ be the derivative of $E$ with respect to $y_k$, up to sign.",
    "Let $\\delta_k$ be the derivative of $E$ with respect to $y_k$, multiplied by $2$.",
    "Let $\\delta_k$ be half the derivative of $E$ with respect to $y_k$.",
    "Let $\\delta_k$ be the derivative of the square of $E$ with respect to $y_k$.",
    "Let $\\delta_k$ be the derivative of $E$ with respect to the square of $y_k$.",
    "$\\delta_k$ は $E$ の $y_k$ による微分の 2 倍とする。",
    "$\\delta_k$ は $E$ の $y_k$ による微分ではない。",
)


@pytest.mark.parametrize("words", NO_DERIVATIVE)
def test_what_is_made_of_a_derivative_is_none(words: str) -> None:
    assert last(f"{DELTA}{words}\n\n$$\\delta_k = y_k - t_k$$") != ["right"]


OTHER_LOSS = (
    f"The error is two times {LOSS}.",
    f"The error isn't {LOSS}.",
    f"The error is the log of {LOSS}.",
    f"Forget {LOSS}.",
    f"{LOSS} *times 2*",
    f"誤差は {LOSS} の二倍である。",
    f"誤差は {LOSS} の平方根である。",
)


@pytest.mark.parametrize("words", OTHER_LOSS)
def test_a_loss_that_words_make_another(words: str) -> None:
    assert last(f"{NET}{words} Then {LINE}.") != ["right"]


MAIL = "h_j = tanh(Σ_i w_ji x_i)\n\ny_k = Σ_j v_kj h_j\n\nE = 1/2 Σ_k (y_k - t_k)^2\n\n"
ROWS = (
    ("dE/dv_kj = (y_k - t_k) h_j (chain rule)\n  + λ v_kj", False),
    ("dE/dv_kj = (y_k - t_k) h_j\n(from the data)\n  + λ v_kj", False),
    ("dE/dv_kj = (y_k - t_k) h_j\n  -------\n   2", False),
    ("dE/dv_kj = (y_k - t_k) h_j\n\nOver the weekend I checked this.", True),
    ("dE/dv_kj = (y_k - t_k) h_j\n\n-Tom", True),
    ("dE/dv_kj = (y_k - t_k) h_j\n\n*hidden layer*", True),
    ("dE/dv_kj = (y_k - t_k) h_j\n\n* * *", True),
    ("dE/dw_ji = (Σ_k v_kj (y_k - t_k))\n     (1 - h_j^2) x_i", True),
    ("dE/dw_ji = (Σ_k v_kj (y_k - t_k))\n     h_j x_i", False),
)


@pytest.mark.parametrize(("rows", "right"), ROWS)
def test_rows_below_a_formula_in_a_mail(rows: str, right: bool) -> None:
    assert (check(MAIL + rows).verdict == "right") is right


OF_WHAT = (
    "The loss $L$ is a function of $y$.",
    "損失 $L$ は $y$ の関数である。",
    "$L$ depends only on $y$.",
    "Let $L$ be any function of the output $y$.",
)


@pytest.mark.parametrize("words", OF_WHAT)
def test_what_a_loss_is_made_of_in_words(words: str) -> None:
    net = f"$y = w x$, $s = w^2$. {words}\n\n"
    assert last(net + "$$\\frac{\\partial L}{\\partial w} = \\frac{\\partial L}{\\partial y} x$$") == ["right"]
    assert last(net + "$$\\frac{\\partial L}{\\partial w} = \\frac{\\partial L}{\\partial y} w$$") == ["wrong"]


def test_a_loss_of_entries_in_words_is_any_function_of_them() -> None:
    net = "$$o_i = f(y_i) \\quad (1 \\le i \\le N)$$ and $E$ is a function of $o_i$.\n\n"
    line = "\\frac{\\partial E}{\\partial y_i} = \\frac{\\partial E}{\\partial o_i} f'(y_i)"
    assert last(f"{net}$${line}$$") == ["right"]
    assert last(f"{net}$${line.replace(chr(39), '')}$$") == ["wrong"]


def test_a_gradient_at_a_point_is_none_by_its_name() -> None:
    net = "Let $x, m \\in \\mathbb{R}^n$.\n\n$$J(x) = \\frac12 \\|x\\|^2 + \\frac{1}{2} \\| x - m \\|^2$$\n\n"
    assert last(net + "$$\\nabla J(m) = m - x$$") == ["unreadable"]
    assert last(net + "$$\\nabla J(x) = 2 x - m$$") == ["right"]


def test_a_solution_with_a_star_says_nothing_of_the_name() -> None:
    text = (
        "Let $X \\in \\mathbb{R}^{N \\times D}$, $y \\in \\mathbb{R}^N$, $w \\in \\mathbb{R}^{D}$ "
        "and $L = \\|Xw - y\\|^2$.\n\n"
        "$$\\frac{\\partial L}{\\partial w} = 2 X^\\top (X w - y)$$\n\n"
        "Setting it to zero gives $w^* = (X^\\top X)^{-1} X^\\top y$."
    )
    assert check(text).claims[0].judgement == "right"
