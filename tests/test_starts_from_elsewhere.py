r"""A recurrence that starts from what comes from elsewhere has nothing before its first entries where those are 0."""

from __future__ import annotations

from .judging import each_verdict

PATHS = (
    '+++\nobjective = "L"\noutside = "zero"\n[ranges]\nt = "1..T"\ns = "1..S"\n+++',
    r"$$ y_{t,s} = \exp(u_{t,s}) $$",
    r"$$ \alpha_1(s) = \mathbb{1}(s \le 2) \, y_{1,s} $$",
    r"$$ \alpha_t(s) = (\alpha_{t-1}(s) + c_s \alpha_{t-1}(s-1)) y_{t,s} $$ ( $t = 2, \dots, T$ )",
    r"$$ \beta_T(s) = \mathbb{1}(s \ge S-1) \, y_{T,s} $$",
    r"$$ \beta_t(s) = (\beta_{t+1}(s) + c_{s+1} \beta_{t+1}(s+1)) y_{t,s} $$ ( $t = 1, \dots, T-1$ )",
    r"$$ p = \alpha_T(S) + \alpha_T(S-1) $$",
    r"$$ L = -\ln p $$",
    "## Derivation",
)


def test_paths_that_start_from_elsewhere() -> None:
    cases = [
        (r"$$ p = \sum_{s=1}^{S} \frac{\alpha_t(s) \beta_t(s)}{y_{t,s}} $$ ( $t = 1, \dots, T$ )", "right"),
        (r"$$ p = \sum_{s=1}^{S} \alpha_t(s) \beta_t(s) $$ ( $t = 1, \dots, T$ )", "wrong"),
        (r"$$ p = \beta_1(1) + \beta_1(2) $$", "right"),
        (r"$$ p = \beta_1(1) $$", "wrong"),
        (r"$$ \frac{\partial L}{\partial u_{t,s}} = -\frac{\alpha_t(s) \beta_t(s)}{p \, y_{t,s}} $$", "right"),
        (r"$$ \frac{\partial L}{\partial u_{t,s}} = -\frac{\alpha_t(s) \beta_t(s)}{p} $$", "wrong"),
    ]
    for (line, expected), found in zip(cases, each_verdict(*PATHS, lines=[line for line, _ in cases]), strict=True):
        assert found == expected, line
