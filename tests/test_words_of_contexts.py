r"""Hierarchical softmax as pages about word vectors write it: `v(Context(w)_i)`, `p(w | Context(w))`, codes `d_j^w`.

By hand: with `x_w = \sum_i v(Context(w)_i)` and p = sigma(x^T theta) the derivative of `(1 - d) log p + d log(1 - p)`
by theta is `(1 - d - p) x`, by x and by each of the vectors, if they are different ones, `(1 - d - p) theta`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SIGMA = r"$$ \sigma(x) = \frac{1}{1 + e^{-x}} $$"
TYPES = r"The vectors are $\theta_j^w \in \mathbb{R}^m$, and $d_2^w, \dots, d_{l^w}^w \in \{0,1\}$ is the code of $w$."
DIFFERENT = "The context $Context(w)$ has $2c$ words, and the $2c$ words are pairwise different."
CONTEXTS = (
    r"$$ x_w = \sum_{i=1}^{2c} v(Context(w)_i) $$",
    r"$$ x_w = \sum_{i=1}^{2c} v(Context(w_i)) $$",
    r"$$ \mathbf{x}_w = \sum_{i=1}^{2c} \mathbf{v}(\mathrm{Context}(w)_i) $$",
)
NODE = (
    r"$$ q_w = \sum_{j=2}^{l^w} \{(1-d_j^w) \log \sigma(x_w^T\theta_{j-1}^w)"
    r" + d_j^w \log[1-\sigma(x_w^T\theta_{j-1}^w)]\} $$"
)
ERROR = r"[1-d_j^w-\sigma(x_w^T\theta_{j-1}^w)]"
SUM = rf"\sum_{{j=2}}^{{l^w}} {ERROR} \theta_{{j-1}}^w"


def _page(context: str, *lines: str, different: str = DIFFERENT) -> str:
    """The verdict on the last of the lines of a page with such a context."""
    bold = r"\mathbf{x}_w" in context
    texts = [x.replace("x_w", r"\mathbf{x}_w") if bold else x for x in (NODE, *lines)]
    return verdict("# CBOW", different, TYPES, context, SIGMA, *texts)


def _by_vector(context: str, of: str = "q_w") -> str:
    vector = context.split("}^{2c}")[1].removesuffix(" $$").strip()
    return rf"\frac{{\partial {of}}}{{\partial {vector}}}"


@pytest.mark.parametrize("context", CONTEXTS)
def test_the_vectors_of_the_words_of_a_context(context: str) -> None:
    by = _by_vector(context)
    assert _page(context, f"$$ {by} = {SUM} $$") == "right"
    assert _page(context, rf"$$ {by} = \frac{{1}}{{2c}} {SUM} $$") == "wrong"
    assert _page(context, f"$$ {by} = {SUM} $$".replace("1-d_j^w", "d_j^w")) == "wrong"
    assert _page(context, rf"$$ \frac{{\partial q_w}}{{\partial \theta_{{j-1}}^w}} = {ERROR} x_w $$") == "right"
    assert (
        _page(context, rf"$$ \frac{{\partial q_w}}{{\partial \theta_{{j-1}}^w}} = {ERROR} \theta_{{j-1}}^w $$")
        == "wrong"
    )
    assert _page(context, rf"$$ \frac{{\partial q_w}}{{\partial x_w}} = {SUM} $$") == "right"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "The context $Context(w)$ has $2c$ words.",
        "The context $Context(w)$ has $2c$ words, and the $2c$ words need not be pairwise different.",
        "If the $2c$ words of $Context(w)$ and all other words are pairwise different, this is easy.",
        "The $2c$ words are pairwise different.",
    ],
)
def test_words_that_may_be_the_same(words: str) -> None:
    by = _by_vector(CONTEXTS[0])
    assert _page(CONTEXTS[0], f"$$ {by} = {SUM} $$", different=words) == "unreadable"
    assert _page(CONTEXTS[0], rf"$$ {by} = \frac{{1}}{{2c}} {SUM} $$", different=words) == "unreadable"
    assert _page(CONTEXTS[0], rf"$$ \frac{{\partial q_w}}{{\partial x_w}} = {SUM} $$", different=words) == "right"


def test_the_words_of_several_contexts_may_be_the_same() -> None:
    total = r"$$ E = \sum_{w \in C} q_w $$"
    assert _page(CONTEXTS[0], total, f"$$ {_by_vector(CONTEXTS[0], 'E')} = {SUM} $$") == "unreadable"
    inner = _by_vector(CONTEXTS[0], r"\sum_{w \in C} q_w")
    assert _page(CONTEXTS[0], total, f"$$ {inner} = {SUM} $$") == "unreadable"
    assert _page(CONTEXTS[0], total, f"$$ {_by_vector(CONTEXTS[0])} = {SUM} $$") == "right"


def test_the_word_itself_in_the_same_table() -> None:
    mixed = r"$$ r_w = q_w + v(w)^T x_w $$"
    by = _by_vector(CONTEXTS[0], "r_w")
    assert _page(CONTEXTS[0], mixed, f"$$ {by} = {SUM} + v(w) $$") == "unreadable"
    assert _page(CONTEXTS[0], mixed, r"$$ \frac{\partial r_w}{\partial v(w)} = x_w $$") == "unreadable"


def test_a_function_of_any_word_is_no_table() -> None:
    line = f"$$ {_by_vector(CONTEXTS[0])} = {SUM} $$"
    assert _page(CONTEXTS[0], r"$$ v(z) = z^2 $$", line) not in ("right", "wrong")


CHINESE = r"""
上下文 $Context(w)$ 由 $w$ 前后各 $c$ 个词构成，这 $2c$ 个词互不相同。

$d_2^w, d_3^w, \dots, d_{l^w}^w \in \{0,1\}$ 是 $w$ 的编码，$\theta_1^w, \theta_2^w, \dots, \theta_{l^w}^w
\in \mathbb{R}^m$ 是路径上结点的向量。

$$ X_w = \sum_{i=1}^{2c} v(Context(w_i)) $$

$$ \sigma(x) = \frac{1}{1 + e^{-x}} $$

$$ p(d_j^w|X_w,\theta_{j-1}^w) = \begin{cases} \sigma(X_w^T\theta_{j-1}^w) & d_j^w=0 \\
1-\sigma(X_w^T\theta_{j-1}^w) & d_j^w=1 \end{cases} $$

$$ p(w|Context(w)) = \prod_{j=2}^{l^w} p(d_j^w|X_w,\theta_{j-1}^w) $$

$$ \mathcal{L}(w,j) = (1-d_j^w) \log \sigma(X_w^T\theta_{j-1}^w) + d_j^w \log[1-\sigma(X_w^T\theta_{j-1}^w)] $$

$$ \mathcal{L}(w,u,j) = (1-d_j^u) \log \sigma(v(w)^T\theta_{j-1}^u) + d_j^u \log[1-\sigma(v(w)^T\theta_{j-1}^u)] $$

$$ \frac{\partial \mathcal{L}(w,j)}{\partial\theta_{j-1}^w} = [1-d_j^w-\sigma(X_w^T\theta_{j-1}^w)] X_w $$
"""


P = r"\sigma(X_w^T\theta_{j-1}^w)"
NODES = r"p(d_j^w|X_w,\theta_{j-1}^w) = "
ALL = r"\log p(w|Context(w))"
BY = rf"\frac{{\partial {ALL}}}{{\partial v(Context(w_i))}} = "
EACH = r"\sum_{j=2}^{l^w} \frac{\partial\mathcal{L}(w,j)}{\partial X_w}"
BY_WORD = r"\frac{\partial \mathcal{L}(w,u,j)}{\partial v(w)} = [1-d_j^u-\sigma(v(w)^T\theta_{j-1}^u)]"


def test_a_page_about_both_models() -> None:
    cases = [
        (rf"{NODES} [{P}]^{{1-d_j^w}} [1-{P}]^{{d_j^w}}", "right"),
        (rf"{NODES} [{P}]^{{d_j^w}} [1-{P}]^{{1-d_j^w}}", "wrong"),
        (rf"{ALL} = \sum_{{j=2}}^{{l^w}} \mathcal{{L}}(w,j)", "right"),
        (rf"{ALL} = \sum_{{j=3}}^{{l^w}} \mathcal{{L}}(w,j)", "wrong"),
        (BY + EACH, "right"),
        (rf"{BY} \frac{{1}}{{2c}} {EACH}", "wrong"),
        (rf"{BY_WORD} \theta_{{j-1}}^u", "right"),
        (rf"{BY_WORD} v(w)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(CHINESE, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_values_that_are_said_of_the_last_entry() -> None:
    page = CHINESE.replace(r"$d_2^w, d_3^w, \dots, d_{l^w}^w \in", r"$d_{l^w}^w \in")
    assert verdict(page, rf"$$ {NODES} [{P}]^{{1-d_j^w}} [1-{P}]^{{d_j^w}} $$") == "right"
    page = CHINESE.replace(r"\{0,1\}$", r"\mathbb{R}$")
    assert verdict(page, rf"$$ {NODES} [{P}]^{{1-d_j^w}} [1-{P}]^{{d_j^w}} $$") not in ("right", "wrong")
