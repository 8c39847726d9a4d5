r"""Gaussian densities and mixtures as textbooks write them: responsibilities, log-likelihoods, covariances.

By hand: with `p_n = \sum_k \pi_k \mathcal{N}(x_n | \mu_k, \Sigma_k)` and `\gamma_{nk} = \pi_k \mathcal{N}(..) / p_n`,
`\partial \ln p / \partial \mu_k = \sum_n \gamma_{nk} \Sigma_k^{-1} (x_n - \mu_k)`, and
`\partial \ln p / \partial \pi_k = \sum_n \gamma_{nk} / \pi_k`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

SHAPES = (
    r"Let $x_n \in \mathbb{R}^d$ be the data, $\mu_k \in \mathbb{R}^d$ the means and $\Sigma_k \in"
    r" \mathbb{R}^{d \times d}$ the symmetric covariance matrices."
)
LIKELIHOOD = r"$$\ln p(X | \pi, \mu, \Sigma) = \sum_{n=1}^N \ln \sum_{k=1}^K \pi_k \mathcal{N}(x_n | \mu_k, \Sigma_k)$$"
SHARES = (
    r"$$\gamma(z_{nk}) = \frac{\pi_k \mathcal{N}(x_n | \mu_k, \Sigma_k)}"
    r"{\sum_{j=1}^K \pi_j \mathcal{N}(x_n | \mu_j, \Sigma_j)}$$"
)
BODY = (
    r"\frac{1}{(2\pi)^{d/2} |\Sigma_k|^{1/2}} \exp\left( -\frac12 (x_n - \mu_k)^T \Sigma_k^{-1} (x_n - \mu_k) \right)"
)
WRITTEN = rf"$$\mathcal{{N}}(x_n | \mu_k, \Sigma_k) = {BODY}$$"
GENERIC = WRITTEN.replace("x_n", "x").replace(r"\mu_k", r"\mu").replace(r"\Sigma_k", r"\Sigma")
BY = r"$$\frac{\partial \ln p(X | \pi, \mu, \Sigma)}{\partial %s} = %s$$"
LINES = [
    (BY % (r"\mu_k", r"\sum_{n=1}^N \gamma(z_{nk}) \Sigma_k^{-1} (x_n - \mu_k)"), "right"),
    (BY % (r"\mu_k", r"\sum_{n=1}^N \gamma(z_{nk}) \Sigma_k (x_n - \mu_k)"), "wrong"),
    (BY % (r"\pi_k", r"\frac{1}{\pi_k} \sum_{n=1}^N \gamma(z_{nk})"), "right"),
    (BY % (r"\pi_k", r"\sum_{n=1}^N \gamma(z_{nk})"), "wrong"),
]


@pytest.mark.parametrize("density", [WRITTEN, GENERIC, ""])
def test_with_the_density_typed_out_or_not(density: str) -> None:
    for (line, expected), found in zip(
        LINES, each_verdict(SHAPES, density, LIKELIHOOD, SHARES, lines=[line for line, _ in LINES]), strict=True
    ):
        assert found == expected, line


def test_what_the_page_says_of_its_density_is_taken() -> None:
    wide = GENERIC.replace(r"\frac12", "")
    line = LINES[0][0]
    assert each_verdict(SHAPES, wide, LIKELIHOOD, SHARES, lines=[line, line.replace(r"\sum", r"2 \sum")]) == [
        "wrong",
        "right",
    ]


def test_lines_about_any_vectors() -> None:
    generic = GENERIC.strip("$").partition(" = ")[0]
    line = rf"$$\frac{{\partial {generic}}}{{\partial \mu}} = {generic} \Sigma^{{-1}} (x - \mu)$$"
    assert each_verdict(SHAPES, GENERIC, LIKELIHOOD, SHARES, lines=[line, line.replace("^{-1}", "")]) == [
        "right",
        "wrong",
    ]


@pytest.mark.parametrize(
    "said",
    ["The density is not normalized.", "Here all is up to a constant.", "$\\Sigma_k$ is the precision.", "精度行列"],
)
def test_words_by_which_it_may_be_another_density(said: str) -> None:
    cases = LINES[:2]
    for (line, _), found in zip(
        cases, each_verdict(SHAPES, said, LIKELIHOOD, SHARES, lines=[line for line, _ in cases]), strict=True
    ):
        assert found in ("unproved", "unreadable"), line


def test_commas_alone_are_no_sign_of_a_density() -> None:
    page = r"$$L = \sum_{n=1}^N \mathcal{N}(x_n, \mu_k, \Sigma_k)$$"
    line = r"$$\frac{\partial L}{\partial \mu_k} = \sum_{n=1}^N \mathcal{N}(x_n, \mu_k, \Sigma_k)"
    assert verdict(SHAPES, page, rf"{line} \Sigma_k^{{-1}} (x_n - \mu_k)$$") in ("unproved", "unreadable")


STEP = (
    r"$$Q = \sum_{n=1}^N \sum_{k=1}^K g_{nk} \left( \ln \pi_k - \frac{d}{2} \ln 2\pi - \frac12 \ln |\Sigma_k|"
    r" - \frac12 (x_n - \mu_k)^T \Sigma_k^{-1} (x_n - \mu_k) \right)$$"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\frac{\partial Q}{\partial \mu_k} = \Sigma_k^{-1} \sum_{n=1}^N (x_n - \mu_k) g_{nk}", "right"),
        (r"\frac{\partial Q}{\partial \mu_k} = \Sigma_k \sum_{n=1}^N (x_n - \mu_k) g_{nk}", "wrong"),
        (
            r"\frac{\partial Q}{\partial \Sigma_k^{-1}} = \frac12 \sum_{n=1}^N g_{nk} \left( \Sigma_k"
            r" - (x_n - \mu_k)(x_n - \mu_k)^T \right)",
            "right",
        ),
        (
            r"\frac{\partial Q}{\partial \Sigma_k^{-1}} = \sum_{n=1}^N g_{nk} \left( \Sigma_k"
            r" - (x_n - \mu_k)(x_n - \mu_k)^T \right)",
            "wrong",
        ),
        (
            r"\frac{\partial Q}{\partial \Sigma_k} = -\frac12 \sum_{n=1}^N g_{nk} \left( \Sigma_k^{-1}"
            r" - \Sigma_k^{-1} (x_n - \mu_k)(x_n - \mu_k)^T \Sigma_k^{-1} \right)",
            "right",
        ),
        (
            r"\frac{\partial Q}{\partial \Sigma_k} = -\frac12 \sum_{n=1}^N g_{nk} \left( \Sigma_k^{-1}"
            r" - (x_n - \mu_k)(x_n - \mu_k)^T \Sigma_k^{-1} \right)",
            "wrong",
        ),
    ],
)
def test_each_matrix_of_a_family(line: str, expected: str) -> None:
    judged = verdict(SHAPES, STEP, f"$${line}$$")
    by_matrix = r"\partial \Sigma" in line
    # whether the entries of a symmetric matrix vary alone or in pairs is open
    assert judged == ("unproved" if by_matrix and expected == "right" else expected)


def test_families_that_are_not_symmetric() -> None:
    shapes = r"Let $A_k \in \mathbb{R}^{d \times d}$ and $u_k, v_k \in \mathbb{R}^d$."
    page = r"$$L = \sum_{k=1}^K \left( \log |\det A_k| + u_k^T A_k^{-1} v_k \right)$$"
    line = r"$$\frac{\partial L}{\partial A_k} = A_k^{-T} - A_k^{%s} u_k v_k^T A_k^{-T}$$"
    assert each_verdict(
        shapes, page, lines=[line % "-T", line % "-1", r"$$A_k A_k^{-1} v_k = v_k$$", r"$$A_k A_j^{-1} v_k = v_k$$"]
    ) == ["right", "wrong", "right", "wrong"]


def test_an_index_is_no_sign_of_a_family() -> None:
    page = r"$$L = \sum_{k=1}^K A_k^{-1} x_k$$"
    assert verdict(page, r"$$\frac{\partial L}{\partial A_k} = -A_k^{-2} x_k$$") == "right"


ONE = r"$$p(x_n) = \sum_{k=1}^K \pi_k \mathcal{N}(x_n | \mu_k, \sigma_k^2)$$"
GIVEN = r"$$p(k | x_n) = \frac{\pi_k \mathcal{N}(x_n | \mu_k, \sigma_k^2)}{p(x_n)}$$"
ALL = r"$$\ln p(X | \pi, \mu, \sigma) = \sum_{n=1}^N \ln p(x_n)$$"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\sum_{n=1}^N p(k | x_n) \frac{x_n - \mu_k}{\sigma_k^2}", "right"),
        (r"\sum_{n=1}^N p(k | x_n) \frac{x_n - \mu_k}{\sigma_k}", "wrong"),
        (r"\sum_{n=1}^N p(x_n) \frac{x_n - \mu_k}{\sigma_k^2}", "wrong"),
    ],
)
def test_several_probabilities_of_one_letter(line: str, expected: str) -> None:
    by = rf"$$\frac{{\partial}}{{\partial \mu_k}} \ln p(X | \pi, \mu, \sigma) = {line}$$"
    assert each_verdict(ONE, GIVEN, ALL, lines=[by, r"$$\sum_{k=1}^K p(k | x_n) = 1$$"]) == [expected, "right"]
    assert verdict(ONE, ALL, by) == ("unreadable" if "k |" in line else expected)  # one is not defined


NEXT = r"$$g_{nk} = \frac{\phi_k^t \mathcal{N}(x_n | m_k^t, s_k^t)}"
NEXT += r"{\sum_{i=1}^K \phi_i^t \mathcal{N}(x_n | m_i^t, s_i^t)}$$"
EXPECTED = r"$$Q(\theta, \theta^t) = \sum_{n=1}^N \sum_{k=1}^K g_{nk} \log \phi_k$$"


@pytest.mark.parametrize("t", ["t", "{t}", "{(t)}", r"{\text{old}}"])
def test_parameters_of_the_step_before(t: str) -> None:
    page = [x.replace("^t", f"^{t}") for x in (NEXT, EXPECTED)]
    by = rf"$$\frac{{\partial}}{{\partial \phi_k}} Q(\theta, \theta^{t}) = %s$$"
    assert each_verdict(
        *page,
        lines=[
            by % r"\sum_{n=1}^N \frac{g_{nk}}{\phi_k}",
            by % r"\sum_{n=1}^N g_{nk}",
            r"$$\sum_{n=1}^N \sum_{k=1}^K g_{nk} = N$$",
        ],
    ) == ["right", "wrong", "right"]


def test_a_power_is_no_step() -> None:
    page = r"$$L = \sum_{k=1}^K c_k w_k^t$$"
    assert verdict(page, r"$$\frac{\partial L}{\partial w_k} = t c_k w_k^{t-1}$$") == "right"


def test_a_multiplier_beside_all_parameters() -> None:
    page = r"$$L(\theta, \lambda) = \sum_{k=1}^K g_k \log \phi_k + \lambda \left(1 - \sum_{k=1}^K \phi_k\right)$$"
    by = r"$$\frac{\partial}{\partial \phi_i} L(\theta, \lambda) = \frac{g_i}{\phi_i} %s \lambda$$"
    assert each_verdict(page, lines=[by % "-", by % "+"]) == ["right", "wrong"]


def test_expectations_of_states() -> None:
    page = r"$$L = \sum_{n=1}^N \sum_{k=1}^K E(y_{nk}) \log \phi_k$$"
    by = r"$$\frac{\partial L}{\partial \phi_k} = %s$$"
    assert each_verdict(
        page, lines=[by % r"\sum_{n=1}^N \frac{E(y_{nk})}{\phi_k}", by % r"\sum_{n=1}^N E(y_{nk})"]
    ) == ["right", "wrong"]


def test_the_logarithm_of_two_pi() -> None:
    page = r"$$L = -\frac{N}{2} \ln 2\pi\sigma^2 - \frac{1}{2\sigma^2} \sum_{n=1}^N (x_n - \mu)^2$$"
    by = r"$$\frac{\partial L}{\partial \sigma} = -\frac{N}{%s} + \frac{1}{\sigma^3} \sum_{n=1}^N (x_n - \mu)^2$$"
    assert each_verdict(page, lines=[by % r"\sigma", by % r"2\sigma"]) == ["right", "wrong"]
    other = page.replace(r"2\pi\sigma^2", r"2\pi\mu")
    assert verdict(other, by % r"\sigma") in ("unproved", "unreadable")


ROOTED = [
    r"where $\Sigma_k$ is the Cholesky factor of the covariance of component $k$.",
    r"$\Sigma_k$ is the square root of the covariance.",
    r"These are concentration matrices.",
]


@pytest.mark.parametrize("said", ROOTED)
def test_what_makes_a_covariance_is_none(said: str) -> None:
    cases = LINES[:2]
    for (line, _), found in zip(
        cases, each_verdict(SHAPES, said, LIKELIHOOD, SHARES, lines=[line for line, _ in cases]), strict=True
    ):
        assert found in ("unproved", "unreadable"), line


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("the covariance matrices", "right"),
        ("the symmetric covariance matrices", "right"),
        ("symmetric matrices", "open"),
        ("the whitening matrices of the covariance", "open"),
    ],
)
def test_another_letter_has_to_be_called_a_covariance(told: str, expected: str) -> None:
    shapes = rf"Let $x_n, \mu_k \in \mathbb{{R}}^d$. Let $B_k \in \mathbb{{R}}^{{d \times d}}$ be {told}."
    for line, outcome in LINES[:2]:
        page = (shapes, *(x.replace(r"\Sigma", "B") for x in (LIKELIHOOD, SHARES, line)))
        meant = (outcome,) if expected == "right" else ("unproved", "unreadable")
        assert verdict(*page) in meant


LISTED = r"Let $x_n, \mu_k \in \mathbb{R}^d$, $\Lambda_k \in \mathbb{R}^{d \times d}$ symmetric."


@pytest.mark.parametrize("last", [r"\Lambda_k^{-1}", r"\Lambda_k"])
def test_no_shape_is_wrong_of_names_whose_declaration_is_left_out(last: str) -> None:
    by = r"\frac{\partial L}{\partial \mu_k}"
    page = rf"$$L = \sum_{{n=1}}^N \ln \sum_{{k=1}}^K \pi_k \mathcal{{N}}(x_n | \mu_k, {last})$$"
    share = rf"\frac{{\pi_k \mathcal{{N}}(x_n | \mu_k, {last})}}{{\sum_j \pi_j \mathcal{{N}}(x_n | \mu_j, {last})}}"
    share = share.replace(rf"\mu_j, {last}", rf"\mu_j, {last}".replace("_k", "_j"))
    line = rf"$${by} = \sum_n r_{{nk}} \Lambda_k (x_n - \mu_k)$$"
    assert verdict(LISTED, page, rf"$$r_{{nk}} = {share}$$", line) in ("unproved", "unreadable")


def test_a_shape_is_wrong_of_names_that_are_declared() -> None:
    page = r"Let $x, m \in \mathbb{R}^d$, $A \in \mathbb{R}^{d \times d}$. $$L = (x - m)^T A (x - m)$$"
    assert verdict(page, r"$$\frac{\partial L}{\partial m} = (x - m)^T (x - m)$$") == "wrong"


M_STEP = (
    r"$$Q = \sum_{n=1}^N \sum_{k=1}^K \gamma(z_{nk})"
    r" \left( \ln \pi_k + \ln \mathcal{N}(x_n | \mu_k, \Sigma_k) \right)$$"
)
HELD = r"The $\gamma(z_{nk})$ were computed in the E-step and are held fixed in the M-step."
IN_Q = [
    (r"\mu_k", r"\sum_{n=1}^N \gamma(z_{nk}) \Sigma_k^{-1} (x_n - \mu_k)", False),
    (r"\mu_k", r"\sum_{n=1}^N \gamma(z_{nk}) (x_n - \mu_k)", True),
    (r"\pi_k", r"\frac{1}{\pi_k} \sum_{n=1}^N \gamma(z_{nk})", False),
    (r"\pi_k", r"\sum_{n=1}^N \gamma(z_{nk})", True),
]


@pytest.mark.parametrize("said", [HELD, "This is the EM algorithm."])
@pytest.mark.parametrize(("by", "value", "slip"), IN_Q)
def test_responsibilities_may_be_held_in_a_step(said: str, by: str, value: str, slip: bool) -> None:
    line = rf"$$\frac{{\partial Q}}{{\partial {by}}} = {value}$$"
    assert verdict(SHAPES, SHARES, M_STEP, said, line) == ("wrong" if slip else "unproved")


def test_responsibilities_are_what_they_are_without_such_words() -> None:
    line = rf"$$\frac{{\partial Q}}{{\partial \mu_k}} = {IN_Q[0][1]}$$"
    assert verdict(SHAPES, SHARES, M_STEP, line) == "wrong"
