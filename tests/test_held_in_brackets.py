r"""Expectations held fixed, `\langle z_{nk} \rangle` in the M-step of a mixture, and brackets that are none.

By hand: `Q = \sum_n \sum_k r_{nk} (\ln \pi_k - \frac12 (x_n - \mu_k)^2)` with numbers r.
"""

from __future__ import annotations

import pytest

from symderiv.check.page import check

from .judging import each_verdict, verdict

Q = r"$$ Q = \sum_{n=1}^N \sum_{k=1}^K \langle z_{nk} \rangle \left\{ \ln \pi_k - \tfrac12 (x_n - \mu_k)^2 \right\} $$"
FIXED = r"The $\langle z_{nk} \rangle$ are held fixed."
RIGHT = r"$$ \frac{\partial Q}{\partial \mu_k} = \sum_{n=1}^N \langle z_{nk} \rangle (x_n - \mu_k) $$"
WRONG = r"$$ \frac{\partial Q}{\partial \mu_k} = \sum_{n=1}^N \langle z_{nk} \rangle x_n $$"


@pytest.mark.parametrize(
    "said",
    [
        FIXED,
        r"We keep $\langle z_{nk} \rangle$ fixed.",
        r"The $\langle z_{nk} \rangle$ do not depend on $\mu_k$.",
        r"The $\langle z_{nk} \rangle$ are independent of the parameters.",
        r"In the M-step the $\langle z_{nk} \rangle$ are treated as constants.",
        r"ここで $\langle z_{nk} \rangle$ は定数とする。",
        r"其中 $\langle z_{nk} \rangle$ 固定不变。",
        r"Die $\langle z_{nk} \rangle$ sind konstant.",
    ],
)
def test_a_name_of_its_own(said: str) -> None:
    assert each_verdict(Q, said, lines=[RIGHT, WRONG]) == ["right", "wrong"]


def test_powers_and_sums() -> None:
    page = r"$$ S = \sum_{n=1}^N \langle z_n \rangle^2 w_n $$"
    said = r"with constants $\langle z_n \rangle$"
    assert each_verdict(
        page,
        said,
        lines=[
            r"$$ \frac{\partial S}{\partial w_n} = \langle z_n \rangle^2 $$",
            r"$$ \frac{\partial S}{\partial w_n} = \langle z_n \rangle $$",
        ],
    ) == ["right", "wrong"]


def test_computed_from_them() -> None:
    count = r"$$ N_k = \sum_{n=1}^N \langle z_{nk} \rangle $$"
    assert each_verdict(
        Q,
        count,
        FIXED,
        lines=[
            r"$$ \frac{\partial Q}{\partial \pi_k} = \frac{N_k}{\pi_k} $$",
            r"$$ \frac{\partial Q}{\partial \pi_k} = N_k $$",
        ],
    ) == ["right", "wrong"]


def test_assumed_in_front() -> None:
    front = '+++\nassume = ["\\\\sum_{k=1}^{K} \\\\langle z_{nk} \\\\rangle = 1"]\n+++'
    added = r"$$ \sum_{k=1}^K \pi_k \frac{\partial Q}{\partial \pi_k} = N $$"
    report = check("\n\n".join((front, Q, FIXED, added)))
    assert [str(c.judgement) for c in report.claims] == ["right"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        r"Here $\langle z_{nk} \rangle$ is the expectation.",
        r"Here $\langle z_{nk} \rangle$ depends on $\mu_k$.",
        r"The $\langle z_{nk} \rangle$ are not held fixed.",
        r"Here $\langle z_{nk} \rangle$ is the posterior mean, a function of $\mu$, at fixed $\pi$.",
        r"Only $\pi_k$ is held fixed, $\langle z_{nk} \rangle$ is computed from $\mu_k$.",
        r"The average $\langle z_{nk} \rangle$ is taken at a fixed temperature.",
        r"Up to a constant, $\langle z_{nk} \rangle$ is $\pi_k e^{-(x_n-\mu_k)^2/2}$.",
        r"One may not treat $\langle z_{nk} \rangle$ as a constant.",
        r"$\langle z_{nk} \rangle$ is anything but constant.",
        r"If $\langle z_{nk} \rangle$ were constant, the M-step would be exact.",
        r"$\langle z_{nk} \rangle$ は定数とはみなせない。",
        r"$\pi$ を固定したとき $\langle z_{nk} \rangle$ は $\mu_k$ で決まる。",
        r"$\langle z_{nk} \rangle$ 随 $\mu_k$ 变化，$\pi$ 固定。",
        r"The $\langle z_{nk} \rangle$ are independent of $\pi_k$.",
        rf"{FIXED} Now we take $\langle z_{{nk}} \rangle$ as a function of $\mu$.",
        rf"{FIXED} $$ \langle z_{{nk}} \rangle = \frac{{\pi_k}}{{1 + \mu_k^2 + x_n^2}} $$",
        rf"{FIXED} $$ z_{{nk}} = \mu_k x_n $$",
        rf"{FIXED} $$ \sum_{{k=1}}^K z_{{nk}} = 1 $$",
        rf"{FIXED} $$ c = \sum_{{n=1}}^N \langle z_{{nk}}^2 \rangle $$",
    ],
)
def test_what_depends_on_others_is_left(said: str) -> None:
    assert verdict(Q, said, RIGHT) in ("unreadable", "unproved")
    assert verdict(Q, said, WRONG) in ("unreadable", "unproved")


def test_inner_products_stay() -> None:
    page = r"$$ s = \langle w, x \rangle $$ where $w, x \in \mathbb{R}^n$ are fixed."
    assert each_verdict(
        page, lines=[r"$$ \frac{\partial s}{\partial w} = x $$", r"$$ \frac{\partial s}{\partial w} = w $$"]
    ) == ["right", "wrong"]


def test_lines_about_others_stay() -> None:
    """The gradient of the likelihood is that of Q where the expectations are those of the model."""
    likelihood = r"$$ \ell = \sum_{n=1}^N \ln \sum_{k=1}^K \pi_k e^{-\frac12 (x_n - \mu_k)^2} $$"
    assert verdict(Q, FIXED, likelihood, RIGHT.replace("Q", r"\ell")) in ("unreadable", "unproved")


BERNOULLI = r"$$ \ell = \sum_{n=1}^N \ln \left[ p^{x_n} (1 - p)^{(1 - x_n)} \right] $$"


def test_exponents_in_parentheses() -> None:
    right = (
        r"$$ \frac{\partial \ell}{\partial p} = \sum_{n=1}^N \left( \frac{x_n}{p} - \frac{1 - x_n}{1 - p} \right) $$"
    )
    assert each_verdict(BERNOULLI, lines=[right, right.replace(" - ", " + ", 1)]) == ["right", "wrong"]
    labelled = r"$$ y = \sum_{i=1}^n (w_i x_i + b)^{(l)} $$ ( $l = 1, \dots, L$ )"
    assert verdict(labelled, r"$$ \frac{\partial y}{\partial b} = n $$") in ("unreadable", "unproved")
