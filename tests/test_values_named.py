r"""Names for what a function is worth, at the end of it; lengths by fractions; what else people type on their pages."""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

VECTORS = r"""
- \(h(\mathbf{w}) = \mathbf{Xw} = \mathbf{z}\)
- \(g(\mathbf{z}) = \sigma(\mathbf{z}) = \frac{1}{1 + e^{-\mathbf{z}}} = \hat{\mathbf{y}}\)
- \(f(\hat{\mathbf{y}}) = E(\mathbf{w}) = -\frac{1}{N}\left[\mathbf{y}^T \ln(\hat{\mathbf{y}})
 + (\mathbf{1 - y})^T \ln(\mathbf{1} - \hat{\mathbf{y}})\right]\)

$$\frac{df}{d\hat{\mathbf{y}}} = -\frac1N\left(\frac{\mathbf{y}}{\hat{\mathbf{y}}}
 - \frac{1 - \mathbf{y}}{1 - \hat{\mathbf{y}}}\right)$$
"""
FRACTIONS = r"""
$$\mathbf{z} = \mathbf{X}\mathbf{w}, \quad \hat{\mathbf{y}} = \frac{1}{1 + \exp(-\mathbf{z})}$$
$$E = -\mathbf{y}^T \ln \hat{\mathbf{y}} - (\mathbf{1} - \mathbf{y})^T \ln(\mathbf{1} - \hat{\mathbf{y}})$$
"""


@pytest.mark.parametrize(
    ("page", "right", "wrong"),
    [
        (
            r"$$z = w x, \quad g(z) = \sigma(z) = \frac{1}{1+e^{-z}} = a$$ $$E = \frac12 (a - t)^2$$",
            r"\frac{\partial E}{\partial w} = (a - t) a (1 - a) x",
            r"\frac{\partial E}{\partial w} = (t - a) a (1 - a) x",
        ),
        (
            r"$$g(z_i) = \sigma(z_i) = \frac{1}{1+e^{-z_i}} = a_i$$ $$E = \frac12 \sum_{i=1}^n (a_i - t_i)^2$$",
            r"\frac{\partial E}{\partial z_i} = (a_i - t_i) a_i (1 - a_i)",
            r"\frac{\partial E}{\partial z_i} = (a_i - t_i) a_i (1 + a_i)",
        ),
        (
            VECTORS,
            r"\nabla_{\mathbf{w}} E(\mathbf{w}) = \frac{1}{N} \mathbf{X}^T (\hat{\mathbf{y}} - \mathbf{y})",
            r"\nabla_{\mathbf{w}} E(\mathbf{w}) = \mathbf{X}^T (\hat{\mathbf{y}} - \mathbf{y})",
        ),
        (
            FRACTIONS,
            r"\nabla_{\mathbf{w}} E = \mathbf{X}^T (\hat{\mathbf{y}} - \mathbf{y})",
            r"\nabla_{\mathbf{w}} E = \mathbf{X}^T (\mathbf{y} - \hat{\mathbf{y}})",
        ),
        (  # x has entries, and the x of a function is a number
            r"$$p_i = \frac{e^{x_i}}{\sum_{j=1}^n e^{x_j}}$$ $$\sigma(x) = \frac{1}{1+e^{-x}}$$",
            r"\frac{\partial \sigma(x)}{\partial x} = \sigma(x) \times \sigma(-x)",
            r"\frac{\partial \sigma(x)}{\partial x} = \sigma(x) \times \sigma(x)",
        ),
        (  # the i by which the page differentiates says nothing of the sum
            r"$$J(\theta) = \frac{1}{2n} \sum_i^n (h_\theta(x^{(i)}) - y^{(i)})^2$$ We need "
            r"$\frac{\partial J}{\partial \theta_i}$ for each $\theta_i$. Here "
            r"$h_\theta(x^{(i)}) = \theta_0 x_0^{(i)} + \theta_1 x_1^{(i)} + \cdots + \theta_d x_d^{(i)}$.",
            r"\frac{\partial J}{\partial \theta_j} = \frac{1}{n} \sum_i^n (h_\theta(x^{(i)}) - y^{(i)}) x^{(i)}_j",
            r"\frac{\partial J}{\partial \theta_j} = \frac{1}{n} \sum_i^n (h_\theta(x^{(i)}) + y^{(i)}) x^{(i)}_j",
        ),
    ],
)
def test_ways_to_write(page: str, right: str, wrong: str) -> None:
    assert each_verdict(page, lines=[f"$${right}$$", f"$${wrong}$$"]) == ["right", "wrong"]


SUMMED = r"$$E = \frac{1}{N} \sum_{n=1}^N y_n (w^T x_n + b) + \frac{\lambda}{2} \|w\|^2, \quad p = w^T v$$"


def test_a_gradient_goes_on_behind_constants() -> None:
    cases = [
        (r"\nabla_w \frac{1}{N} \sum_{n=1}^N y_n (w^T x_n + b) + \nabla_w \frac{\lambda}{2} \|w\|^2", "right"),
        (r"\nabla_w \frac{1}{N} \sum_{n=1}^N y_n (w^T x_n + b) + \nabla_w \frac{\lambda}{2} w^T w", "right"),
        (r"\nabla_w \frac{1}{N} \sum_{n=1}^N y_n (w^T x_n + b) + \nabla_w \frac{\lambda}{4} \|w\|^2", "wrong"),
        (
            r"\nabla_w \frac{1}{N} \sum_{n=1}^N y_n (w^T x_n - b) + \frac{1}{2} \nabla_w \frac{\lambda}{1} w^T w",
            "right",
        ),
        (r"\nabla_w \frac{1}{N} \sum_{n=1}^N y_n w^T x_n + \nabla_w \lambda \|w\|^2", "unreadable"),
        (r"\nabla_w \frac{1}{N} w^T x_1", "unreadable"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SUMMED, lines=[rf"$$\nabla_w E = {line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_gradient_ends_behind_what_changes() -> None:
    """Or all of it is differentiated, as many mean it: lines that are right in one of both are open."""
    assert each_verdict(
        SUMMED,
        lines=[
            r"$$\nabla_w \frac{p}{2} \|w\|^2 = \frac{1}{2} \|w\|^2 v$$",
            r"$$\nabla_w \frac{p}{2} \|w\|^2 = \frac{1}{2} \|w\|^2 v + p w$$",
            r"$$\nabla_w \frac{p}{2} \|w\|^2 = \frac{1}{2} \|w\|^2 v - p w$$",
        ],
    ) == ["unproved", "unproved", "wrong"]


@pytest.mark.parametrize(
    "page",
    [
        VECTORS,
        r"$$h(\mathbf{w}) = \mathbf{X}\mathbf{w} = \mathbf{z}$$ $$E = \frac12 \|\mathbf{z} - \mathbf{t}\|^2$$",
        r"$$E = \frac12 (a - t)^2$$ $$z = w x$$ $$g(z) = \sigma(z) = \frac{1}{1+e^{-z}} = a$$",
        r"$$f(x) = w x + b = y$$ $$\hat{y} = f(x), \quad E = \frac12 (\hat{y} - y)^2$$",
    ],
)
def test_no_definition_is_wrong(page: str) -> None:
    lines = check(page).data()["claims"]
    assert all(c["verdict"] != "wrong" for c in lines)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (  # t stands above: it may be a target
            r"$$E = \frac12 (a - t)^2$$ $$a = w x$$ $$g(a) = \tanh(a) + a = t$$",
            r"\frac{\partial E}{\partial w} = (a - t) x",
        ),
        (  # y is what the output is compared to
            r"$$f(x) = w x + b = y$$ $$\hat{y} = w x + b, \quad E = \frac12 (\hat{y} - y)^2$$",
            r"\frac{\partial E}{\partial w} = (\hat{y} - y) x",
        ),
        (  # were t a name for the output, any multiple of 0 would do
            r"$$f(x) = w x + b = t$$ $$y = w x + b, \quad E = \frac12 (y - t)^2$$",
            r"\frac{\partial E}{\partial w} = 2 (y - t)",
        ),
        (
            r"$$f(x) = w x + b = t$$ $$y = x w + b, \quad E = \frac12 (y - t)^2$$",
            r"\frac{\partial E}{\partial w} = 2 (y - t)",
        ),
        (
            r"$$f(x) = w x + b = t$$ $$E = \frac12 (f(x) - t)^2$$",
            r"\frac{\partial E}{\partial w} = 2 (f(x) - t)",
        ),
        (
            r"$$f(x) = \sigma(w x) = \frac{1}{1 + e^{-w x}} = t$$ $$y = \sigma(w x), \quad L = - t \log y$$",
            r"\frac{\partial L}{\partial w} = 2 (t - t y) x",
        ),
    ],
)
def test_what_may_be_data_leaves_lines_open(page: str, line: str) -> None:
    assert verdict(page, f"$${line}$$") not in ("right", "wrong")


def test_a_sum_may_begin_at_zero_where_its_letter_does_in_a_definition() -> None:
    page = r"$$a_i = \theta_i x_i, \quad x_0 = 1$$ $$h = \theta_0 + \sum_i^n \theta_i x_i$$"
    assert "begin" in str(check(page + r"$$\frac{\partial h}{\partial \theta_i} = x_i$$").data())


UNEQUAL = r"""
$$S_i = \frac{e^{u_i}}{\sum_{k=1}^K e^{u_k}}, \quad C = -\sum_{k=1}^K y_k \log S_k$$
$$\frac{\partial C}{\partial u_i} = -y_i (1 - S_i) + \sum_{k SIGN i} y_k S_i = S_i \sum_{k=1}^K y_k - y_i$$
WORDS
$$\frac{\partial C}{\partial u_i} = S_i - y_i$$
"""


@pytest.mark.parametrize("sign", [r"\not =", r"\ne"])
def test_a_sign_denies_no_sentence(sign: str) -> None:
    page = UNEQUAL.replace("SIGN", sign)
    assert verdict(page.replace("WORDS", r"Since $\sum_k y_k = 1$,")) == "right"
    assert verdict(page.replace("WORDS", r"It is not so that $\sum_k y_k = 1$.")) != "right"


def test_a_vector_told_by_its_entries_makes_no_line_wrong() -> None:
    page = r"""
$$P(y=i|x;\theta) = \phi_i = \frac{\exp(t_i)}{\sum_{j=1}^{k} \exp(t_j)}$$
By basic calculus, let $t=(t_1,\ldots,t_k)$.
$$\frac{\partial \ell(\theta)}{\partial \theta_i} = \sum_{j=1}^{n} (\phi_i^{(j)}-1\{y^{(j)}=i\})x^{(j)}, \quad
\phi_i^{(j)} = \frac{\exp(\theta_i^Tx^{(j)})}{\sum_{s=1}^{k}\exp({\theta_s^Tx^{(j)}})}$$
"""
    assert all(c["verdict"] != "wrong" for c in check(page).data()["claims"])
