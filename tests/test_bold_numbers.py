r"""Numbers in bold at a step, `\mathbf{E}_2` beside `\mathbf{E}_t`; labels there stay what they are."""

from __future__ import annotations

import symderiv as sd

PAGE = r"""A sequence of 3 steps; $\mathbf{h_0}$ is given, $\mathbf{W} \in \mathbb{R}^{H \times H}$,
$\mathbf{U} \in \mathbb{R}^{H \times D}$, $\mathbf{V} \in \mathbb{R}^{K \times H}$.

$$ \mathbf{h_t} = \tanh(\mathbf{W} \mathbf{h_{t-1}} + \mathbf{U} \mathbf{x_t}) $$ ( $t = 1, \dots, 3$ )

$$ \mathbf{u_t} = \mathbf{V} \mathbf{h_t} $$

$$ \mathbf{E_t} = \frac12 \sum_k (u_{t,k} - y_{t,k})^2 $$

$$ \mathbf{E} = \sum_{t=1}^{3} \mathbf{E_t} $$

$$ \frac{\partial \mathbf{E_t}}{\partial \mathbf{u_t}} = \mathbf{u_t} - \mathbf{y_t} $$
"""
ONE = (
    r"\frac{\partial \mathbf{E_1}}{\partial \mathbf{W}} = "
    r"diag(1 - \mathbf{h_1}^2) \mathbf{V}^T (\mathbf{u_1} - \mathbf{y_1}) \mathbf{h_0}^T"
)
TWO = (
    r"\frac{\partial \mathbf{E_2}}{\partial \mathbf{V}} = (\mathbf{u_2} - \mathbf{y_2}) \mathbf{h_2}^T",
    r"\frac{\partial \mathbf{E}}{\partial \mathbf{V}} = \frac{\partial \mathbf{E_1}}{\partial \mathbf{V}}"
    r" + \frac{\partial \mathbf{E_2}}{\partial \mathbf{V}} + \frac{\partial \mathbf{E_3}}{\partial \mathbf{V}}",
)


def judged(*lines: str) -> list[str]:
    """The judgements of the lines behind the page."""
    report = sd.check(PAGE + "".join(f"\n$$ {line} $$\n" for line in lines))
    return [str(c.judgement) for c in report.claims][-len(lines) :]


def test_the_number_of_one_step() -> None:
    assert judged(ONE, *TWO) == ["right", "right", "right"]


def test_slips_in_them() -> None:
    assert judged(ONE.replace(r"\mathbf{h_1}^2", r"\mathbf{h_2}^2"), TWO[0].replace("u_2", "u_1")) == ["wrong"] * 2
    assert judged(TWO[1].replace(r" + \frac{\partial \mathbf{E_3}}{\partial \mathbf{V}}", "")) == ["wrong"]


def test_a_label_is_no_step() -> None:
    found = judged(r"\frac{\partial \mathbf{E_q}}{\partial \mathbf{V}} = (\mathbf{u_q} - \mathbf{y_q}) \mathbf{h_q}^T")
    assert found != ["wrong"]
