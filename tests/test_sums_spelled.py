r"""Other spellings of sums: `\sum_{\forall j}`, `{\sum_j}`, `\sum_{j=1 \text{ to } n}`, `\sum_{j=\overline{1,n}}`."""

from __future__ import annotations

import pytest
from judging import each_verdict, verdict

FRONT = '+++\nobjective = "E"\n+++'
PLAIN = (
    r"\sum_{\forall j}",
    r"\sum_{\text{all } j}",
    r"\sum_{\mathrm{all}\, j}",
    r"\sum_{\text{over all } j}",
    r"{\sum_j}",
    r"{\displaystyle\sum_{j=1}^n}",
    r"\operatorname*{sum}_{j}",
    r"\operatorname{sum}_{j=1}^n",
    r"\mathrm{\Sigma}_j",
    r"\sum_{j=1 \text{ to } n}",
    r"\sum_{j \text{ from } 1 \text{ to } n}",
    r"\sum_{j=1\to n}",
    r"\sum_{j=1:n}",
    r"\sum_{j \in 1..n}",
    r"\sum_{j=\overline{1,n}}",
    r"\sum_{j\in[\![1,n]\!]}",
    r"\sum_{j \in \llbracket 1, n \rrbracket}",
    r"\sum_{j\ge1}^{n}",
    r"\sum_{j\in\{1,\dots,n\}}",
    r"\sum_{j \in [1..n]}",
    r"\sum_{j}^{}",
    r"\sum\limits_{j}^{\ }",
    r"\sum^{ }_{j}",
    r"\underset{j}{\sum}",
    r"\underset{j=1}{\overset{n}{\sum}}",
    r"\overset{n}{\underset{j=1}{\sum}}",
    r"\underset{j=1}{\overset{n}\sum}",
    r"\overset{n}{\sum\limits_{j=1}}",
    r"\stackrel[j=1]{n}{\sum}",
    r"\overset{n}{\underset{j=1}{\Sigma}}",
    r"\underset{j=1}{\overset{n}{\Sigma}}",
)
OTHERS = (
    r"\sum_{j=1 \atop j\ne i}^{n}",
    r"\sum_{\begin{subarray}{c}j=1\\j\ne i\end{subarray}}^n",
    r"\sum_{\stackrel{j=1}{j\ne i}}^n",
    r"\sum_{\underset{j\ne i}{j=1}}^n",
    r"\underset{j=1, j \ne i}{\overset{n}{\sum}}",
    r"\sum_{j=1 \\ j\ne i}^n",
    r"\sum_{j=1(j\ne i)}^n",
    r"\sum_{j=1 (\neq i)}^n",
    r"\sum_{j(\ne i)=1}^n",
    r"\sum_{j \in [n]\setminus\{i\}}",
    r"\sum_{j \in [n]\setminus i}",
    r"\sum_{j\in\{1,\dots,n\}\setminus\{i\}}",
    r"\sum_{j\in\{1,\dots,n\}\backslash\{i\}}",
)


def page(total: str, last: str) -> tuple[str, ...]:
    return FRONT, rf"$$ z_i = {total} w_{{ij}} x_j $$", rf"$$ E = \frac12 \sum_{{i=1}}^{last} (z_i - t_i)^2 $$"


@pytest.mark.parametrize("total", PLAIN)
def test_a_sum_over_all(total: str) -> None:
    line = r"$$ \frac{\partial E}{\partial x_j} = \sum_{i=1}^m (z_i - t_i) "
    assert each_verdict(*page(total, "m"), lines=[line + "w_{ij} $$", line + "w_{ji} $$"]) == ["right", "wrong"]


@pytest.mark.parametrize("total", OTHERS)
def test_a_sum_over_the_others(total: str) -> None:
    line = r"$$ \frac{\partial E}{\partial x_j} = \sum_{i=1%s}^n (z_i - t_i) w_{ij} $$"
    assert each_verdict(*page(total, "n"), lines=[line % r", i \ne j", line % ""]) == ["right", "wrong"]


@pytest.mark.parametrize(
    "total", [r"\sum_{\text{active } j}", r"\sum_{\text{not } j}", r"\sum'_j", r"\sum_{\text{all } j \text{ but } i}"]
)
def test_other_words_and_signs_stay_open(total: str) -> None:
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = (z_i - t_i) x_j $$"
    assert verdict(*page(total, "n"), line) in ("unproved", "unreadable")


def test_a_name_is_no_sum() -> None:
    said = (
        FRONT,
        r"$$ \operatorname{sum}_i = \sum_{j=1}^n w_{ij} x_j $$",
        r"$$ E = \sum_{i=1}^m f(\operatorname{sum}_i) $$",
    )
    line = r"$$ \frac{\partial E}{\partial w_{ij}} = f'(\operatorname{sum}_i) x_%s $$"
    assert each_verdict(*said, lines=[line % "j", line % "i"]) == ["right", "wrong"]


def test_an_end_that_is_left_out_below_is_missing() -> None:
    line = r"$$ \frac{\partial E}{\partial x_j} = \sum_{i=1}^m (z_i - t_i) w_{ij} $$"
    assert verdict(*page(r"\sum_{}^{n}", "m"), line) in ("unproved", "unreadable")


def test_an_empty_script_of_a_name_is_not_read() -> None:
    line = r"$$ \frac{\partial E}{\partial x_j^{}} = \sum_{i=1}^m (z_i - t_i) w_{ij} $$"
    assert verdict(*page(r"\sum_{j=1}^n", "m"), line) == "unreadable"


STRIDED = (
    r"$$ Z_i = \sum_{k=0}^{H-1} X_{k+iS} F_k, \quad J = \sum_{i=0}^{M-1} g(Z_i) $$",
    "Here $S$ is the stride.",
)


@pytest.mark.parametrize("separator", [":", r"\mid", "|", r"\,:\,"])
def test_sets_told_by_a_condition(separator: str) -> None:
    r"""`k \in \{k : ..\}` is the k that meet the condition; so is the product `iS`, which is no word."""
    below = rf"k \in \{{k {separator} 0 \le i-kS < H\}}"
    slope = rf"$$ \frac{{\partial J}}{{\partial X_i}} = \sum_{{{below}}} g'(Z_k) F_{{i-kS}} $$"
    found = each_verdict(*STRIDED, lines=[slope, slope.replace("g'(Z_k)", "g'(Z_i)"), slope.replace(r"\{k ", r"\{m ")])
    assert found[0] == "right"
    assert found[1] == "wrong"
    assert found[2] not in ("right", "wrong")
