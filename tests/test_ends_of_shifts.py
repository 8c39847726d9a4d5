r"""Lines about `l - 2`, about `l - 1` beside `l + 1`, and about layers up to the one that the loss names.

By hand: an error is that of the next layer through its weights, at every layer that has a next one; through a skip
connection the gradient of the next layer is added.
"""

from __future__ import annotations

from .judging import each_verdict, verdict

NET = r"""
$$ u^{(l)} = M^{(l)} h^{(l-1)}, \qquad h^{(l)} = g(u^{(l)}) $$
with $h^{(l)} \in \mathbb{R}^{m}$ and $M^{(l)} \in \mathbb{R}^{m \times m}$. Let
$\epsilon^{(l)} = \frac{\partial C}{\partial u^{(l)}}$.
"""


def test_a_line_is_of_where_its_entries_exist() -> None:
    cases = [
        (r"\epsilon^{(l-2)} = M^{(l-1)T} \epsilon^{(l-1)} \odot g'(u^{(l-2)})", "right"),
        (r"\epsilon^{(l+1)} = M^{(l+2)T} \epsilon^{(l+2)} \odot g'(u^{(l+1)})", "right"),
        (r"\epsilon^{(l+2)} = M^{(l+3)T} \epsilon^{(l+3)} \odot g'(u^{(l+2)})", "right"),
        (r"\epsilon^{(l-2)} = M^{(l-2)T} \epsilon^{(l-1)} \odot g'(u^{(l-2)})", "wrong"),
        (r"\epsilon^{(l-2)} = M^{(l-1)T} \epsilon^{(l)} \odot g'(u^{(l-2)})", "wrong"),
        (r"\epsilon^{(l-2)} = -M^{(l-1)T} \epsilon^{(l-1)} \odot g'(u^{(l-2)})", "wrong"),
        (r"\epsilon^{(l-2)} = M^{(l-1)} \epsilon^{(l-1)} \odot g'(u^{(l-2)})", "wrong"),
        (r"\epsilon^{(l+1)} = M^{(l+2)T} \epsilon^{(l+2)} \odot g'(u^{(l)})", "wrong"),
        (r"\epsilon^{(l-1)} = M^{(l+1)T} \epsilon^{(l+1)} \odot g'(u^{(l-1)})", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(NET, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


SAID = r"""
$$ u_l = M_l h_l, \qquad h_{l+1} = g(u_l) $$
with $h_l \in \mathbb{R}^{m_l}$ and $M_l \in \mathbb{R}^{m_{l+1} \times m_l}$ for $l = 0, \dots, L$. Let
$\epsilon_l = \frac{\partial C}{\partial u_l}$.
"""
BACK = r"\epsilon_{l-2} = M_{l-1}^T \epsilon_{l-1} \odot g'(u_{l-2})"


def test_where_the_last_layer_is_said() -> None:
    cases = [
        (BACK, "right"),
        (BACK.replace(r"= M", r"= 2 M"), "wrong"),
        (BACK + r" \quad (l = 2, \dots, L + 1)", "right"),
        (BACK + r" \quad (l = 2, \dots, L + 2)", "wrong"),
        # at l = L - 1, too, or not?
        (r"\epsilon_{l+1} = M_{l+2}^T \epsilon_{l+2} \odot g'(u_{l+1})", "unproved"),
        (r"\epsilon_{l+1} = M_{l+2}^T \epsilon_{l+2} \odot g(u_{l+1})", "wrong"),
        (r"\epsilon_L = M_{L+1}^T \epsilon_{L+1} \odot g'(u_L)", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(SAID, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


SKIP = r"""
$$ u^{(l)} = M^{(l)} h^{(l)}, \qquad h^{(l+1)} = g(u^{(l)}) + h^{(l)} $$
with $h^{(l)} \in \mathbb{R}^{m}$ and $M^{(l)} \in \mathbb{R}^{m \times m}$. Let
$\epsilon^{(l)} = \frac{\partial C}{\partial u^{(l)}}$ and $\gamma^{(l)} = \frac{\partial C}{\partial h^{(l)}}$.
"""
THROUGH = r"\epsilon^{(l-1)} = (M^{(l)T} \epsilon^{(l)} + \gamma^{(l+1)}) \odot g'(u^{(l-1)})"


def test_both_ends_together() -> None:
    found = each_verdict(
        SKIP, lines=[f"$${THROUGH}$$", f"$${THROUGH.replace('+', '-')}$$", f"$${THROUGH.replace('(l+1)', '(l)')}$$"]
    )
    assert found[0] in ("right", "unproved")
    assert found[1] == "wrong"
    assert found[2] == "wrong"


def test_terms_that_are_left_where_others_end() -> None:
    taps = r"$$ q_i = c_1 p_i + c_2 p_{i+1} + c_3 p_{i+2}, \quad C = \frac12 \sum_i (q_i - r_i)^2 $$"
    taps += r" Let $k_i = \frac{\partial C}{\partial q_i}$."
    line = r"\frac{\partial C}{\partial p_i} = c_1 k_i + c_2 k_{i-1} + c_3 k_{i-2}"
    found = each_verdict(
        taps,
        lines=[
            f"$${line}$$",  # p_1 moves q_1 alone
            f"$${line.replace('i-2', 'i-1')}$$",
        ],
    )
    assert found[0] != "right"
    assert found[1] == "wrong"
    steps = r"""$$ s_t = \tanh(u s_{t-1} + v x_t), \quad C = \frac12 \sum_{t=1}^T (s_t - r_t)^2 $$
    Let $k_t = \frac{\partial C}{\partial s_t}$."""
    line = r"k_{t-2} = (s_{t-2} - r_{t-2}) + u (1 - s_{t-1}^2) k_{t-1}"
    assert each_verdict(
        steps,
        lines=[
            f"$${line}$$",  # at the last step the second term is missing
            f"$${line.replace('s_{t-1}^2', 's_{t-2}^2')}$$",
        ],
    ) == ["unproved", "wrong"]


TOP = r"""
$$ u^{(l)} = M^{(l)} h^{(l)}, \qquad h^{(l+1)} = g(u^{(l)}) $$
with $h^{(l)} \in \mathbb{R}^{m_l}$ and $M^{(l)} \in \mathbb{R}^{m_{l+1} \times m_l}$. The output is $h^{(L)}$ and
$$ C = \frac12 \|h^{(L)} - r\|^2 $$
Let $\epsilon^{(l)} = \frac{\partial C}{\partial u^{(l)}}$.
"""


def test_nothing_says_that_there_are_layers_above() -> None:
    cases = [
        (r"\epsilon^{(L-1)} = (h^{(L)} - r) \odot g'(u^{(L-1)})", "right"),
        (r"\epsilon^{(l-1)} = M^{(l)T} \epsilon^{(l)} \odot g'(u^{(l-1)})", "unproved"),
        (r"\epsilon^{(l-2)} = M^{(l-1)T} \epsilon^{(l-1)} \odot g'(u^{(l-2)})", "unproved"),
        (r"\epsilon^{(l)} = M^{(l+1)T} \epsilon^{(l+1)} \odot g'(u^{(l)})", "unproved"),
        (r"\epsilon^{(l-1)} = 2 M^{(l)T} \epsilon^{(l)} \odot g'(u^{(l-1)})", "wrong"),
        (r"\epsilon^{(l-1)} = M^{(l)T} \epsilon^{(l)} \odot g(u^{(l-1)})", "wrong"),
        (r"\epsilon^{(l)} = M^{(l+1)T} \epsilon^{(l+1)}", "wrong"),
        (r"\epsilon^{(l)} = 0", "wrong"),
    ]
    for (line, expected), found in zip(
        cases, each_verdict(TOP, lines=[f"$${line}$$" for line, _ in cases]), strict=True
    ):
        assert found == expected, line


def test_a_range_beside_the_line_stays() -> None:
    line = r"\epsilon^{(l)} = M^{(l+1)T} \epsilon^{(l+1)} \odot g'(u^{(l)}) \quad (l = 1, \dots, L - 1)"
    assert verdict(TOP, f"$${line}$$") == "wrong"
