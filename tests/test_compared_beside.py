r"""Lines that are wrong in general, and right where a comparison holds that stands near them in words."""

from __future__ import annotations

import pytest
from judging import verdict

from symderiv.check.page import check

SOFTMAX = r"$$ p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}} $$"
LEFT = r"\frac{\partial p_i}{\partial z_j}"
SAME, OTHER = rf"$$ {LEFT} = p_i (1 - p_i) $$", rf"$$ {LEFT} = -p_i p_j $$"
NEVER = rf"$$ {LEFT} = p_i (1 + p_i) $$"
RELU = r"$$ z_j = \sum_i w_{ji} x_i, \qquad h_j = \max(0, z_j), \qquad E = \frac12 \sum_j (h_j - t_j)^2 $$"
LABEL = (
    r"$$ p = \frac{1}{1 + e^{-z}}, \qquad L = -y \log p - (1 - y) \log(1 - p) $$" + "\n\n" + r"where $y \in \{0, 1\}$."
)
STEPS = r"$$ h_t = \tanh(w h_{t-1} + x_t), \qquad E = \frac12 \sum_{t=1}^T (h_t - d_t)^2 $$"
TURNED = [("unless ", ""), ("if not ", ""), ("also for ", ""), ("when ", " is violated"), ("falls ", " nicht gilt")]
TURNED += [("sauf si ", ""), ("", " 以外"), ("", " 이 아닐 때"), ("für alles andere als ", ""), ("even if ", "")]


@pytest.mark.parametrize(("before", "behind"), TURNED)
@pytest.mark.parametrize("value", ["0", "1"])
def test_words_beside_a_comparison_of_values(before: str, behind: str, value: str) -> None:
    line = rf"\frac{{\partial h_j}}{{\partial z_j}} = {value} \quad"
    for words in (
        rf"\text{{{before}$z_j > 0${behind}}}",
        rf"\text{{{before}}} z_j > 0 \text{{{behind}}}",
        rf"(\text{{{before}$z_j > 0${behind}}})",
    ):
        assert verdict(RELU, f"$$ {line} {words} $$") in ("unproved", "unreadable")
    never = line.replace(f"= {value}", "= 2")
    assert verdict(RELU, rf"$$ {never} \text{{{before}$z_j > 0${behind}}} $$") in ("wrong", "unproved")


@pytest.mark.parametrize("words", ["as long as ", "while ", "solange ", "if ", "falls ", "where "])
def test_plain_words_beside_a_comparison_of_values(words: str) -> None:
    line = r"\frac{\partial h_j}{\partial z_j} = 1 \quad"
    assert verdict(RELU, rf"$$ {line} \text{{{words}$z_j > 0$}} $$") == "right"
    assert verdict(RELU, rf"$$ {line} \text{{{words}$z_j < 0$}} $$") == "wrong"


@pytest.mark.parametrize(
    "page",
    [
        r"$$ \frac{\partial L}{\partial z} = p - 1 \quad \text{unless $y = 1$} $$",
        r"$$ \frac{\partial L}{\partial z} = p - 1 $$ for anything but $y = 1$.",
        r"Es sei denn, $y = 1$, we get $$ \frac{\partial L}{\partial z} = p - 1 $$",
        r"$$ \frac{\partial L}{\partial z} = p \quad \text{unless $y = 1$} $$",
    ],
)
def test_labels(page: str) -> None:
    assert verdict(LABEL, page) in ("unproved", "unreadable")


@pytest.mark.parametrize(
    "heading",
    ["Except for", "Unless", "All but", "Nebendiagonale, nicht", "Hors du cas", "Even if", "General case, including"],
)
def test_words_of_a_heading(heading: str) -> None:
    assert verdict(SOFTMAX, f"### {heading} $i = j$", SAME) == "unproved"
    assert verdict(SOFTMAX, f"### {heading} $i = j$", OTHER) == "unproved"
    assert verdict(SOFTMAX, f"### {heading} $i = j$", NEVER) == "wrong"


@pytest.mark.parametrize("heading", ["Case", "Für", "The diagonal:", "", "2.1 The gradient for"])
def test_plain_words_of_a_heading(heading: str) -> None:
    assert verdict(SOFTMAX, f"### {heading} $i = j$", SAME) == "right"
    assert verdict(SOFTMAX, f"### {heading} $i = j$", OTHER) == "wrong"


@pytest.mark.parametrize(
    "words",
    [
        "only for @.",
        "valid only when @.",
        "nur für @.",
        "This holds for @ only.",
        "Cela vaut pour @.",
        "@ のとき。",
        "(for @)",
        "in the case @.",
        "当 @ 时。",
        "on the diagonal, @.",
    ],
)
def test_a_short_paragraph_below(words: str) -> None:
    page = words.replace("@", "$i = j$")
    assert verdict(SOFTMAX, "We get", SAME, page) == "right"
    assert verdict(SOFTMAX, "We get", OTHER, page) == "wrong"


@pytest.mark.parametrize(
    "page",
    [
        f"We get\n\n{SAME}[^1]\n\n[^1]: Only for $i = j$.",
        f"We get\n\n{SAME}\n\nfor $i$ equal to $j$.",
        rf"We get ${LEFT} = p_i (1 - p_i)$. (Valid for $i = j$ only.)",
        f"We get\n\n{SAME} (仅当 $i = j$ 时)",
        f"We get\n\n{SAME}\n\nweil $i = j$.",
        f"We treat $i = j$ last. Thus for the time being\n\n{OTHER}",
    ],
)
def test_words_that_are_not_understood_leave_it_open(page: str) -> None:
    assert verdict(SOFTMAX, page) in ("unproved", "right")
    never = page.replace("p_i (1 - p_i)", "p_i (1 + p_i)").replace("-p_i p_j", "p_i p_j")
    assert verdict(SOFTMAX, never) == "wrong"


@pytest.mark.parametrize(
    "between",
    ["whereas off the diagonal", "In the remaining case", "**Otherwise.**", "### The other case", "or not, then"],
)
def test_the_contrary_of_the_case_above(between: str) -> None:
    claims = check("\n\n".join([SOFTMAX, "When $i = j$ the derivative is", SAME, between, OTHER])).claims
    assert [c.judgement for c in claims] in (["right", "unproved"], ["right", "right"])
    claims = check("\n\n".join([SOFTMAX, "When $i = j$ the derivative is", SAME, between, NEVER])).claims
    assert claims[-1].judgement == "wrong"


def test_a_comparison_of_another_line() -> None:
    claims = check("\n\n".join([SOFTMAX, "We get", SAME, "For $i = j$ this is", SAME])).claims
    assert [c.judgement for c in claims] == ["wrong", "right"]
    assert verdict(SOFTMAX, "~~For $i = j$:~~", SAME) == "wrong"
    assert verdict(SOFTMAX, "We write $[i = j]$ for an indicator.", SAME) == "wrong"


@pytest.mark.parametrize("words", ["or otherwise, we get", "and everywhere else"])
def test_otherwise_needs_a_line_of_the_case(words: str) -> None:
    assert verdict(SOFTMAX, f"If $i = j$ {words}", OTHER) == "unproved"
    inline = rf"If $i = j$, ${LEFT} = p_i (1 - p_i)$, otherwise ${LEFT} = -p_i p_j$."
    assert verdict(SOFTMAX, inline) == "right"


def test_last_steps() -> None:
    line = r"$$ \frac{\partial E}{\partial h_t} = h_t - d_t $$"
    assert verdict(STEPS, line, "in the last step, $t = T$.") in ("unproved", "right")
    assert verdict(STEPS, "For steps preceding $t = T$", line) == "unproved"
    assert verdict(STEPS, "For $t = T$", line) == "right"
    assert verdict(STEPS, line.replace("h_t - d_t", "d_t - h_t"), "in the last step, $t = T$.") == "wrong"


CHOSEN = (
    r"$$ u_j = \sum_i w_{ji} x_i $$",
    r"$$ p_j = \frac{\exp(u_j)}{\sum_{k=1}^n \exp(u_k)} $$",
    r"$$ E = -u_{c^*} + \log \sum_{k=1}^n \exp(u_k) $$",
    r"$$ t_j = \mathbb{1}(j = c^*) $$",
)


@pytest.mark.parametrize("star", ["c^*", r"c^{\star}", r"c^\ast", r"\hat{c}"])
@pytest.mark.parametrize("case", ["( $j = {}$ )", "for $j = {}$.", r"( j = {} )"])
def test_a_fixed_index_with_a_mark_is_known(star: str, case: str) -> None:
    net = [x.replace("c^*", star) for x in CHOSEN]
    before = r"$$ \frac{\partial E}{\partial u_j} = p_j - 1 $$ " + case.replace("{}", star)
    gradient = r"$$ \frac{\partial E}{\partial w_{ji}} = "
    assert verdict(*net, before, gradient + "(t_j - p_j) x_i $$") == "wrong"
    assert verdict(*net, before, gradient + "(p_j - t_j) x_i $$") == "right"
    assert verdict(*net, before, gradient + "(p_j - 1) x_i $$") in ("unproved", "wrong")
    assert verdict(*net, before, gradient + "p_j x_i $$") in ("unproved", "wrong")


@pytest.mark.parametrize("words", ["Only where $j = c^*$:", "Apart from $j = c^{*}$"])
def test_a_line_that_is_right_at_a_fixed_index_is_not_wrong(words: str) -> None:
    for value in ("p_j - 1", "p_j"):
        assert verdict(*CHOSEN, rf"{words} $$ \frac{{\partial E}}{{\partial u_j}} = {value} $$") != "wrong"
    assert verdict(*CHOSEN, r"Beside $j = y_j$ $$ \frac{\partial E}{\partial u_j} = p_j - 1 $$") != "right"


def test_a_line_for_the_other_indices_is_about_these() -> None:
    words = r"Otherwise ($j \neq c^*$) $$ \frac{\partial E}{\partial u_j} = "
    assert verdict(*CHOSEN, words + "p_j $$") in ("right", "unproved")
    assert verdict(*CHOSEN, words + "p_j - 1 $$") in ("wrong", "unproved")


def test_ranges_of_letters_compare_no_values() -> None:
    page = r"$$a_p = \sum_{m=2}^J w_{pm} x_m \quad (1 \le p \le H) \qquad E = \sum_{p=1}^H a_p^2$$"
    named = r"Let $$\delta_p = \frac{\partial E}{\partial a_p}$$ ( $1 \leq p \leq H$ )"
    line = r"$$\frac{\partial E}{\partial x_m} = \sum_{p=2}^H w_{pm} \delta_p$$ ( $2 \leq m \leq J$ )"
    assert verdict(page, named, line) == "wrong"
    assert verdict(page, named, line.replace("p=2", "p=1")) == "right"


TYPED = ["**@**", "**@**:", "*@*", "_@_", "__@__", "***@***", "`@`", "<b>@</b>", "<u>@</u>:", "[@]", "'@':", "-- @ --"]
TYPED += ["*Case* **@**", "Case **@**:", "for **@**:", "For _@_", "“@”:", "@ - whereas it is so"]


@pytest.mark.parametrize("words", TYPED)
def test_marks_around_a_comparison_among_words(words: str) -> None:
    for sign in ("≠", "/=", "=/=", "<>"):
        page = words.replace("@", f"i {sign} j")
        assert verdict(SOFTMAX, page, OTHER) in ("right", "unproved")
        assert verdict(SOFTMAX, page, SAME) in ("wrong", "unproved")
        assert verdict(SOFTMAX, page, NEVER) == "wrong"
    assert verdict(SOFTMAX, words.replace("@", "i = j"), SAME) in ("right", "unproved")


RECURSION = r"$$ \frac{\partial E}{\partial h_t} = h_t - d_t + \frac{\partial E}{\partial h_{t+1}} w (1 - h_{t+1}^2) $$"
LAST = r"$$ \frac{\partial E}{\partial h_t} = h_t - d_t $$"
SLIP = RECURSION.replace("h_t - d_t", "d_t - h_t")
RANGES = ["(1 ≤ t < T)", r"( 1 \le t < T )", "(1 ≤ t ≤ T-1)", "Intermediate steps (1 ≤ t < T):", "for 1 ≤ t < T"]
RANGES += [
    "for t = T-1 down to 1",
    "for t from T-1 to 1",
    "for $t$ from $T-1$ to $1$",
    "for t in 1..T-1",
    "for T > t ≥ 1",
]
RANGES += [
    "当 t < T 时",
    "t < T のとき",
    "t = T-1, ..., 1 の順に",
    "t < T 인 경우",
    "Without the last (t = 1, ..., T-1 only)",
]
RANGES += ["for t=1:T-1", "t: T-1 → 1", "**1 ≤ t < T**", "Für t von T-1 bis 1"]


@pytest.mark.parametrize("words", RANGES)
def test_ranges_among_words(words: str) -> None:
    for page in ([words, RECURSION], [f"We have {RECURSION} {words}"], ["We have", RECURSION, f"{words}."]):
        assert verdict(STEPS, *page) in ("right", "unproved")
    assert verdict(STEPS, words, LAST) in ("wrong", "unproved")
    assert verdict(f"{STEPS} for $t = 1, \\dots, T$.", words, SLIP) == "wrong"


@pytest.mark.parametrize("words", ["当 t = T 时", "t = T のとき", "t = T 인 경우", "**t = T**"])
def test_an_end_among_words(words: str) -> None:
    assert verdict(STEPS, words, LAST) in ("right", "unproved")
    assert verdict(STEPS, "We have", LAST, f"{words}.") in ("right", "unproved")
    slip = verdict(STEPS, words, LAST.replace("h_t - d_t", "d_t - h_t"))
    assert slip == ("unproved" if "*" in words else "wrong")  # no word says that it is the case of the line


@pytest.mark.parametrize(
    "words", ["At the optimum (o = t):", "当 o = t 时", "The minimum is at o = t.", "we want o = t"]
)
def test_values_compared_among_words_are_no_claim(words: str) -> None:
    page = [r"$$ o = \tanh(w x + b), \qquad E = \frac12 (o - t)^2 $$", words]
    assert verdict(*page, r"$$ \frac{\partial E}{\partial w} = (o - t)(1 - o^2) x $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial E}{\partial w} = 0 $$") == "unproved"
    assert verdict(page[0], r"$$ \frac{\partial E}{\partial w} = (o - t)(1 - o) x $$") == "wrong"


def test_the_argument_of_a_probability_is_no_case() -> None:
    page = [
        r"$$ P(y=1) = \frac{1}{1 + \exp(-a \cdot b)} $$",
        r"$$ L = \mbox{label} \log(P(y=1)) + (1 - \mbox{label}) \log(1 - P(y=1)) $$",
        "Here $a$ and $b$ are vectors of the same length.",
    ]
    assert verdict(*page, r"$$ \frac{\partial L}{\partial a} = (\mbox{label} - P(y=1)) b $$") == "right"
    assert verdict(*page, r"$$ \frac{\partial L}{\partial a} = (\mbox{label} - P(y=1)) a $$") == "wrong"
    assert verdict(*page, "At the optimum (o = t):", r"$$ \frac{\partial L}{\partial a} = 0 $$") == "unproved"
