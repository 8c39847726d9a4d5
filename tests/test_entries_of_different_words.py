r"""Entries of rows that are looked up by different indices, `v_{o_i,d}` with `different words $o_1, \ldots, o_m$`.

By hand, with h the mean or sum of the rows and p the softmax of `\sum_d g_{j,d} h_d`: the derivative of `-\log p_y` by
`h_d` is `\sum_j (p_j - \delta_{jy}) g_{j,d}`, and that by each of the rows is as much, divided by their number for the
mean. With `E = -\log \sigma(s) - \sum_k \log \sigma(-q_k)` that by `u_{c,d}` is `(\sigma(s) - 1) h_d`, and that by
`u_{n_k,d}` is `\sigma(q_k) h_d`.
"""

from __future__ import annotations

import pytest

from .judging import each_verdict, verdict

FRONT = '+++\nobjective = "L"\n[ranges]\n"i" = "1..m"\n"j" = "1..n"\n"k" = "1..n"\n"d" = "1..D"\n+++'
DIFFERENT = r"The indices $w_1, \dots, w_m$ are all different, $y$ is the class, $1 \le y \le n$."
BY_ROW = r"\frac{\partial L}{\partial e_{w_i,d}} = %s \sum_{j=1}^n (p_j - \delta_{jy}) g_{j,d}"


def _judged(said: str, line: str, more: str = "", mean: str = r"\sum_{i=1}^m e_{w_i,d}") -> str:
    page = (
        rf"$$ h_d = {mean} $$",
        r"$$ s_j = \sum_{d=1}^D g_{j,d} h_d $$",
        r"$$ p_j = \frac{\exp(s_j)}{\sum_{k=1}^n \exp(s_k)} $$",
        r"$$ L = -\log p_y $$",
    )
    return verdict(FRONT, *page, said, more, f"$$ {line} $$")


@pytest.mark.parametrize(
    "said",
    [
        DIFFERENT,
        r"Here $w_1, \dots, w_m$ are different words, $y$ is the word to predict, $1 \le y \le n$.",
        r"$w_1, \dots, w_m$ は互いに異なる単語、$1 \le y \le n$ とする。",
        r"$w_1, \dots, w_m$ 互不相同, $1 \le y \le n$。",
    ],
)
def test_rows_of_different_words(said: str) -> None:
    assert _judged(said, BY_ROW % "") == "right"
    assert _judged(said, BY_ROW % r"\frac{1}{m}") == "wrong"
    assert _judged(said, (BY_ROW % "").replace("- ", "+ ")) == "wrong"


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (BY_ROW % r"\frac{1}{m}", "right"),
        (BY_ROW % "", "wrong"),
        (r"\frac{\partial L}{\partial g_{k,d}} = (p_k - \delta_{ky}) h_d", "right"),
        (r"\frac{\partial L}{\partial g_{k,d}} = \frac{1}{m} (p_k - \delta_{ky}) \sum_{i=1}^m e_{w_i,d}", "right"),
        (r"\frac{\partial L}{\partial g_{k,d}} = (p_k - \delta_{ky}) e_{w_i,d}", "wrong"),
        (r"\frac{\partial L}{\partial g_{k,d}} = (p_k - 1) h_d", "wrong"),
        (r"\frac{\partial L}{\partial h_d} = \sum_{j=1}^n (p_j - \delta_{jy}) g_{j,d}", "right"),
    ],
)
def test_the_mean_of_rows(line: str, judged: str) -> None:
    assert _judged(DIFFERENT, line, mean=r"\frac{1}{m} \sum_{i=1}^m e_{w_i,d}") == judged


@pytest.mark.parametrize("entry", ["e_{w_i d}", "e_{d,w_i}"])
def test_other_ways_to_write_an_entry(entry: str) -> None:
    line = (BY_ROW % "").replace("e_{w_i,d}", entry)
    assert _judged(DIFFERENT, line, mean=rf"\sum_{{i=1}}^m {entry}") == "right"
    assert _judged(DIFFERENT, line.replace("- ", "+ "), mean=rf"\sum_{{i=1}}^m {entry}") == "wrong"


@pytest.mark.parametrize(
    ("said", "more"),
    [
        (r"The indices are $w_1, \dots, w_m$, and $1 \le y \le n$.", ""),
        (r"The indices $w_1, \dots, w_m$ are not all different, and $1 \le y \le n$.", ""),
        (r"The indices $w_1, \dots, w_m$ are usually all different, and $1 \le y \le n$.", ""),
        (DIFFERENT, r"$$ R = \sum_{k=1}^n \sum_{d=1}^D e_{k,d}^2 $$"),  # rows that may be the same
        (DIFFERENT, r"$$ R = \mathrm{tr}(E^T E) $$"),
        (r"$w_1, \dots, w_m$ は互いに異なる場合がある。 $1 \le y \le n$.", ""),
    ],
)
def test_rows_that_are_left_as_they_are(said: str, more: str) -> None:
    for line in (BY_ROW % "", (BY_ROW % "").replace("- ", "+ ")):
        assert _judged(said, line, more) not in ("right", "wrong")


@pytest.mark.parametrize("total", ["", "L +"])
def test_numbers_that_stand_beside_others(total: str) -> None:
    page = r"$$ L = \sum_{i=1}^m a_i b_{w_i} $$", rf"$$ R = {total} \sum_{{k=1}}^n b_k^2 $$"
    for line in ("a_i", "2 a_i"):
        said = rf"$$ \frac{{\partial L}}{{\partial b_{{w_i}}}} = {line} $$"
        assert verdict(FRONT, *page, r"The indices $w_1, \dots, w_m$ are all different.", said) not in (
            "right",
            "wrong",
        )


def test_rows_of_other_words_in_one_array() -> None:
    mean = r"\sum_{i=1}^m e_{w_i,d} + \sum_{i=1}^m e_{a_i,d}"
    for line in (BY_ROW % "", (BY_ROW % "").replace("- ", "+ ")):
        assert _judged(DIFFERENT, line, mean=mean) not in ("right", "wrong")


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        (r"\frac{\partial e_{w_i,d}}{\partial e_{w_j,d}} = \delta_{ij}", {"right"}),
        (r"\frac{\partial e_{w_i,d}}{\partial e_{w_j,d}} = 1", {"wrong"}),
        (r"\frac{\partial e_{w_i,d}}{\partial e_{w_j,d}} = \delta_{w_i w_j}", {"right", "unproved"}),
    ],
)
def test_one_row_by_another(line: str, judged: set[str]) -> None:
    assert _judged(DIFFERENT, line) in judged


SAMPLED = (
    r"$\sigma(x) = 1/(1+e^{-x})$, $k = 1, \dots, K$.",
    r"$$ s = \sum_{d=1}^D u_{c,d} h_d, \quad q_k = \sum_{d=1}^D u_{n_k,d} h_d $$",
    r"$$ E = -\log \sigma(s) - \sum_{k=1}^K \log \sigma(-q_k) $$",
)
OF_SAMPLES = (
    (r"\frac{\partial E}{\partial u_{c,d}} = (\sigma(s) - 1) h_d", "right"),
    (r"\frac{\partial E}{\partial u_{c,d}} = (\sigma(s) - 1) h_d + \sigma(q_c) h_d", "wrong"),
    (r"\frac{\partial E}{\partial u_{n_k,d}} = \sigma(q_k) h_d", "right"),
    (r"\frac{\partial E}{\partial u_{n_k,d}} = \sigma(-q_k) h_d", "wrong"),
    (r"\frac{\partial E}{\partial h_d} = (\sigma(s) - 1) u_{c,d} + \sum_{k=1}^K \sigma(q_k) u_{n_k,d}", "right"),
    (r"\frac{\partial E}{\partial h_d} = (\sigma(s) - 1) u_{c,d} + \sum_{k=1}^K \sigma(q_k) u_{c,d}", "wrong"),
)
APART = (
    r"The words $c, n_1, \ldots, n_K$ of the example are all different.",
    r"The negatives $n_1, \ldots, n_K$ are all different from each other and from $c$.",
    r"We draw negatives $n_1, \ldots, n_K$ (different from each other, and also from the positive word $c$).",
    r"Die Wörter $n_1, \ldots, n_K$ sind alle voneinander und von $c$ verschieden.",
    r"Les mots $n_1, \ldots, n_K$ sont tous distincts entre eux et de $c$.",
    r"$n_1, \ldots, n_K$ はすべて異なり、$c$ とも異なる。",
    r"负样本 $n_1, \ldots, n_K$ 互不相同且与 $c$ 不同。",
)


@pytest.mark.parametrize("front", ["", '+++\nobjective = "E"\n[ranges]\n"c" = "1..V"\n+++'])
def test_a_row_apart_from_the_others(front: str) -> None:
    for (line, judged), found in zip(
        OF_SAMPLES,
        each_verdict(front, APART[0], *SAMPLED, lines=[f"$$ {line} $$" for line, _ in OF_SAMPLES]),
        strict=True,
    ):
        assert found == judged, line


@pytest.mark.parametrize("said", APART)
def test_words_that_tell_a_row_apart(said: str) -> None:
    cases = OF_SAMPLES[:4]
    for (line, judged), found in zip(
        cases, each_verdict(said, *SAMPLED, lines=[f"$$ {line} $$" for line, _ in cases]), strict=True
    ):
        assert found == judged, line
    vectors = [x.replace(r"\sum_{d=1}^D u_{c,d} h_d", "u_c^T h") for x in SAMPLED]
    vectors = [x.replace(r"\sum_{d=1}^D u_{n_k,d} h_d", "u_{n_k}^T h") for x in vectors]
    cases = OF_SAMPLES[:4]
    for (line, judged), found in zip(
        cases,
        each_verdict(
            "Here $h \\in \\mathbb{R}^D$.",
            said,
            *vectors,
            lines=[f"$$ {line} $$".replace(",d", "").replace("h_d", "h") for line, _ in cases],
        ),
        strict=True,
    ):
        assert found == judged, line


@pytest.mark.parametrize(
    "said",
    [
        r"The words $n_1, \ldots, n_K$ of the example are all different.",
        r"The words $n_1, \ldots, n_K$ are different from $c$.",
        r"The words $n_1, \ldots, n_K$ are different from each other and from $c$ in most cases.",
        r"The words $n_1, \ldots, n_K$ are not different from each other and from $c$.",
        r"The words $n_1, \ldots, n_K$ are different from each other and from $c$'s neighbours.",
        r"$n_1, \ldots, n_K$ はすべて異なり、$c$ とも異なるとは限らない。",
    ],
)
def test_words_that_do_not(said: str) -> None:
    for line, _ in OF_SAMPLES[:4]:
        assert verdict(said, *SAMPLED, f"$$ {line} $$") not in ("right", "wrong")


def test_a_letter_that_runs_over_rows_is_none_apart() -> None:
    total = (
        r"$c = 1, \dots, C$, $k = 1, \dots, K$.",
        r"$$ E = \sum_{k=1}^K \sum_{d=1}^D u_{n_k,d} h_d - \sum_{c=1}^C \sum_{d=1}^D u_{c,d} h_d $$",
    )
    cases = (r"\partial u_{c,d}} = -h_d", r"\partial u_{n_k,d}} = h_d", r"\partial u_{n_k,d}} = -h_d")
    for line, found in zip(
        cases,
        each_verdict(APART[0], *total, lines=[rf"$$ \frac{{\partial E}}{{{line} $$" for line in cases]),
        strict=True,
    ):
        assert found not in ("right", "wrong"), line


SCORED = (
    r"Input (center) embedding $v \in \mathbb{R}^D$, output (context) embedding $u_c \in \mathbb{R}^D$.",
    r"$$ q_k = u_{n_k}^T v $$",
    r"$$ E = -\log \sigma(u_c^T v) - \sum_{k=1}^K \log \sigma(-q_k) $$ where $\sigma(x) = 1/(1+e^{-x})$.",
    APART[1],
    r"The gradient is taken with respect to the score $x = u_n^T v$.",
)


def test_a_score_in_words() -> None:
    slope = r"$$ \frac{d}{dx} [-\log \sigma(-x)] = %s $$"
    assert each_verdict(*SCORED, lines=[slope % r"\sigma(x)", slope % r"\sigma(-x)"]) == ["right", "wrong"]
    for line, judged in OF_SAMPLES[2:4]:
        row = line.replace(",d", "").replace("h_d", "v")
        assert verdict(*SCORED, slope % r"\sigma(x)", f"$$ {row} $$") == judged


@pytest.mark.parametrize(
    "line",
    [
        r"\frac{\partial E}{\partial x} = \sigma(x)",
        r"\frac{\partial E}{\partial u_n} = \sigma(x) v",
        r"\frac{\partial E}{\partial v} = \sigma(x) u_n",
    ],
)
def test_lines_about_such_a_score_are_not_judged(line: str) -> None:
    assert verdict(*SCORED, f"$$ {line} $$") not in ("right", "wrong")
